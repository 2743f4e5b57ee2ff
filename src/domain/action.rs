//! What a person can choose, by a stable id: the same on the screen, in tests and in `play`.

mod line;

use std::fmt;
use std::str::FromStr;

use jiff::Timestamp;
use jiff::civil::Date;
use uuid::Uuid;

use super::appointment::{Half, Part};
use super::city::{Channel, Language, ServiceCode};
use super::keyboard::Cap;
use super::lesson::{Gesture, LessonId, Rung, Verdict};
use super::queue::ClassCode;
use super::request::PlaceKind;
use super::settings::{Palette, Section};

pub use line::Line;

/// No action has this id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("There is no such action")]
pub struct UnknownAction;

macro_rules! plain_actions {
    ($($(#[$doc:meta])* $name:ident = $id:literal,)*) => {
        /// One thing a person can choose.
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Action {
            $($(#[$doc])* $name,)*
            /// A group of services.
            Group(String),
            /// A service.
            Service(ServiceCode),
            /// A value of the question on the screen.
            Answer(String),
            /// A way to say where.
            Place(PlaceKind),
            /// A street of the list, by its row.
            Street(usize),
            /// A way to be answered.
            Contact(Channel),
            /// A track of lessons.
            Track(String),
            /// A lesson.
            Lesson(LessonId),
            /// How much help there is.
            Rung(Rung),
            /// Something that a hand does on the practice phone.
            Practise(Gesture),
            /// Whether what is shown is a fraud.
            Verdict(Verdict),
            /// How satisfied, from 1 (not at all) to 5.
            Face(u8),
            /// Why, for the opinion.
            Reason(String),
            /// A word of the list, for a code.
            Word(String),
            /// A branch to go to, by its code.
            Branch(String),
            /// A day of the calendar.
            Day(Date),
            /// A half of that day.
            Half(Half),
            /// What somebody says of themself, to be called in their turn.
            Class(ClassCode),
            /// A time of that day.
            Time(Timestamp),
            /// A part of the appointment to change.
            ChangeBooking(Part),
            /// A draft that somebody left, for staff.
            Reopen(Uuid),
            /// A line of the review to change.
            Change(Line),
            /// A part of how one wants to see and hear.
            Settings(Section),
            /// Move to a field.
            Focus(String),
            /// A key of the keyboard on the screen.
            Key(Cap),
            /// The arrival speech, from the sentence of this index on.
            HearFrom(usize),
            /// Letter size, from 1 to 4.
            Letters(u8),
            /// Colours.
            Palette(Palette),
            /// Less movement on the screen, or as usual.
            Calm(bool),
            /// Large pictures and few words, or as usual.
            Pictures(bool),
            /// Larger targets for hands that tremble, or as usual.
            Steady(bool),
            /// Clips in sign language, or none.
            Signing(bool),
            /// Rate of speech, from 1 to 7.
            Rate(u8),
            /// Loudness, from 0 to 10.
            Volume(u8),
            /// Language.
            Locale(Language),
            /// A language that the station does not speak, by its tag.
            Speak(String),
        }

        impl Action {
            fn plain_id(&self) -> Option<&'static str> {
                match self {
                    $(Self::$name => Some($id),)*
                    _ => None,
                }
            }

            fn from_plain_id(id: &str) -> Option<Self> {
                match id {
                    $($id => Some(Self::$name),)*
                    _ => None,
                }
            }
        }
    };
}

plain_actions! {
    /// File a request.
    Request = "request",
    /// Follow a request up.
    FollowUp = "follow-up",
    /// Book a time.
    Booking = "booking",
    /// Take a queue ticket.
    Ticket = "ticket",
    /// Say that one is here, with an appointment.
    CheckIn = "check-in",
    /// Learn.
    Lessons = "lessons",
    /// Let somebody else go first; the lesson waits.
    GiveWay = "give-way",
    /// Go on with the lesson that waits.
    GoOnLearning = "go-on-learning",
    /// Join a group that learns together.
    JoinGroup = "join-group",
    /// A hint.
    Hint = "hint",
    /// Let the little hand do it.
    ShowMe = "show-me",
    /// Give an opinion.
    Opinion = "opinion",
    /// See whom to call.
    Emergency = "emergency",
    /// Say it in own words.
    OwnWords = "own-words",
    /// Say it aloud, to be recorded.
    Record = "record",
    /// The end of what is recorded.
    StopRecording = "stop-recording",
    /// Hear what was recorded.
    HearRecording = "hear-recording",
    /// Say it anew.
    RecordAgain = "record-again",
    /// Forget what was recorded.
    ThrowAway = "throw-away",
    /// None of the services found.
    NoneOfThese = "none-of-these",
    /// Call an attendant.
    CallAttendant = "call-attendant",
    /// Call an attendant without a sound.
    CallQuietly = "call-quietly",
    /// Say aloud what is the person's own.
    AloudYes = "aloud:yes",
    /// Keep it quiet again.
    AloudNo = "aloud:no",
    /// The screen in sign language, once or once more.
    Signs = "signs",
    /// A black screen, for those who listen.
    ScreenOff = "screen:off",
    /// The picture again.
    ScreenOn = "screen:on",
    /// Hear everything that stands on the receipt.
    HearReceipt = "hear-receipt",
    /// A call brings no danger.
    SafeYes = "safe:yes",
    /// Nobody is to call.
    SafeNo = "safe:no",
    /// Only at certain hours.
    SafeOnlyAt = "safe:only-at",
    /// See languages that the station does not speak.
    OtherLanguage = "other-language",
    /// For me.
    ForMe = "for:me",
    /// For somebody else; I get the answer.
    ForSomebodyElse = "for:somebody-else",
    /// For the whole street.
    ForWholeStreet = "for:whole-street",
    /// The answer goes to me.
    AnswerToMe = "answer-to:me",
    /// The answer goes to the other person.
    AnswerToThem = "answer-to:them",
    /// Yes.
    Yes = "yes",
    /// No.
    No = "no",
    /// Say one's name.
    SayName = "who:name",
    /// Do not say who one is.
    Anonymous = "who:anonymous",
    /// "Não tenho".
    HaveNone = "have-none",
    /// "Não quero dizer".
    RatherNot = "rather-not",
    /// The number is right as typed.
    KeepAsTyped = "keep-as-typed",
    /// Type it again.
    TypeAgain = "type-again",
    /// No answer wanted.
    ContactNone = "contact:none",
    /// Go on.
    Next = "next",
    /// Leave out.
    Skip = "skip",
    /// One step back.
    Back = "back",
    /// Help.
    Help = "help",
    /// Be quiet, or go on speaking.
    Pause = "pause",
    /// Further choices.
    More = "more",
    /// What of the arrival speech had no room on the screen.
    ReadOn = "read-on",
    /// File: the only action that files.
    File = "file",
    /// Print again.
    Reprint = "reprint",
    /// Print where an attendant sits.
    PrintAtCounter = "print-at-counter",
    /// Hear the number.
    HearNumber = "hear-number",
    /// A text that is not read by itself: read on the screen, or heard in headphones.
    Hear = "hear",
    /// Complain about a late answer.
    Complain = "complain",
    /// Type the access code.
    GiveCode = "give-code",
    /// Look again.
    TryAgain = "try-again",
    /// The end of the visit.
    Finish = "finish",
    /// To the welcome screen, keeping the draft.
    Home = "home",
    /// More time.
    Stay = "stay",
    /// Wipe, at once.
    LeaveFast = "leave-fast",
    /// Go on with the draft of this visit.
    Resume = "resume",
    /// Keep the draft and go on another time.
    SaveForLater = "save-for-later",
    /// Go on with what was kept.
    ContinueSaved = "continue-saved",
    /// Hear the words of the code.
    HearWords = "hear-words",
    /// The first free time there is.
    Soonest = "soonest",
    /// Another day.
    OtherDay = "other-day",
    /// Another time.
    OtherTime = "other-time",
    /// Another branch.
    OtherBranch = "other-branch",
    /// Book: the only action that books or moves an appointment.
    Book = "book",
    /// See, move or cancel what is booked.
    HaveBooking = "have-booking",
    /// Another time for what is booked.
    ChangeTime = "change-time",
    /// Nobody comes.
    CancelBooking = "cancel-booking",
    /// Be called back instead.
    CallBack = "call-back",
}

impl fmt::Display for Action {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Group(code) => write!(f, "group:{code}"),
            Self::Service(code) => write!(f, "service:{code}"),
            Self::Answer(value) => write!(f, "answer:{value}"),
            Self::Place(kind) => write!(f, "place:{}", kind.name()),
            Self::Street(row) => write!(f, "street:{row}"),
            Self::Contact(channel) => write!(f, "contact:{}", channel.name()),
            Self::Track(track) => write!(f, "track:{track}"),
            Self::Lesson(id) => write!(f, "lesson:{id}"),
            Self::Rung(rung) => write!(f, "rung:{}", rung.name()),
            Self::Practise(gesture) => write!(f, "{gesture}"),
            Self::Verdict(verdict) => write!(f, "verdict:{}", verdict.name()),
            Self::Face(face) => write!(f, "face:{face}"),
            Self::Reason(reason) => write!(f, "reason:{reason}"),
            Self::Word(word) => write!(f, "word:{word}"),
            Self::Branch(code) => write!(f, "branch:{code}"),
            Self::Day(date) => write!(f, "day:{date}"),
            Self::Half(half) => write!(f, "half:{}", half.name()),
            Self::Class(code) => write!(f, "class:{code}"),
            Self::Time(at) => write!(f, "time:{at}"),
            Self::ChangeBooking(part) => write!(f, "change:{}", part.name()),
            Self::Reopen(id) => write!(f, "reopen:{id}"),
            Self::Change(line) => write!(f, "change:{line}"),
            Self::Settings(section) => write!(f, "settings:{}", section.name()),
            Self::Focus(field) => write!(f, "focus:{field}"),
            Self::Key(cap) => write!(f, "key:{cap}"),
            Self::HearFrom(sentence) => write!(f, "hear:{sentence}"),
            Self::Letters(size) => write!(f, "letters:{size}"),
            Self::Palette(palette) => write!(f, "palette:{}", palette.name()),
            Self::Calm(calm) => {
                write!(f, "motion:{}", if *calm { "less" } else { "usual" })
            }
            Self::Pictures(pictures) => {
                write!(f, "pictures:{}", if *pictures { "on" } else { "off" })
            }
            Self::Steady(steady) => {
                write!(f, "hands:{}", if *steady { "steady" } else { "usual" })
            }
            Self::Signing(signing) => {
                write!(f, "signs:{}", if *signing { "on" } else { "off" })
            }
            Self::Rate(rate) => write!(f, "rate:{rate}"),
            Self::Volume(volume) => write!(f, "volume:{volume}"),
            Self::Locale(language) => write!(f, "locale:{}", language.tag()),
            Self::Speak(tag) => write!(f, "speak:{tag}"),
            plain => f.write_str(plain.plain_id().unwrap_or_default()),
        }
    }
}

impl FromStr for Action {
    type Err = UnknownAction;

    fn from_str(id: &str) -> Result<Self, Self::Err> {
        if let Some(plain) = Self::from_plain_id(id) {
            return Ok(plain);
        }
        let (kind, code) = id.split_once(':').ok_or(UnknownAction)?;
        let number = || code.parse::<u8>().map_err(|_| UnknownAction);
        Ok(match kind {
            "group" => Self::Group(code.to_owned()),
            "service" => Self::Service(ServiceCode(code.to_owned())),
            "answer" => Self::Answer(code.to_owned()),
            "place" => Self::Place(PlaceKind::from_name(code).ok_or(UnknownAction)?),
            "street" => Self::Street(code.parse().map_err(|_| UnknownAction)?),
            "contact" => Self::Contact(Channel::from_name(code).ok_or(UnknownAction)?),
            "track" => Self::Track(code.to_owned()),
            "lesson" => Self::Lesson(LessonId(code.to_owned())),
            "rung" => Self::Rung(Rung::from_name(code).ok_or(UnknownAction)?),
            "verdict" => Self::Verdict(Verdict::from_name(code).ok_or(UnknownAction)?),
            "touch" | "hold" | "drag" | "scroll" | "enlarge" => {
                Self::Practise(id.parse().map_err(|_| UnknownAction)?)
            }
            "face" => Self::Face(number()?),
            "reason" => Self::Reason(code.to_owned()),
            "word" => Self::Word(code.to_owned()),
            "reopen" => Self::Reopen(code.parse().map_err(|_| UnknownAction)?),
            "branch" => Self::Branch(code.to_owned()),
            "day" => Self::Day(code.parse().map_err(|_| UnknownAction)?),
            "class" => Self::Class(ClassCode(code.to_owned())),
            "half" => Self::Half(Half::from_name(code).ok_or(UnknownAction)?),
            "time" => Self::Time(code.parse().map_err(|_| UnknownAction)?),
            "change" => match Part::from_name(code) {
                Some(part) => Self::ChangeBooking(part),
                None => Self::Change(code.parse()?),
            },
            "settings" => Self::Settings(Section::from_name(code).ok_or(UnknownAction)?),
            "focus" => Self::Focus(code.to_owned()),
            "key" => Self::Key(code.parse()?),
            "hear" => Self::HearFrom(code.parse().map_err(|_| UnknownAction)?),
            "letters" => Self::Letters(number()?),
            "palette" => Self::Palette(Palette::from_name(code).ok_or(UnknownAction)?),
            "motion" => Self::Calm(match code {
                "less" => true,
                "usual" => false,
                _ => return Err(UnknownAction),
            }),
            "pictures" => Self::Pictures(match code {
                "on" => true,
                "off" => false,
                _ => return Err(UnknownAction),
            }),
            "hands" => Self::Steady(match code {
                "steady" => true,
                "usual" => false,
                _ => return Err(UnknownAction),
            }),
            "signs" => Self::Signing(match code {
                "on" => true,
                "off" => false,
                _ => return Err(UnknownAction),
            }),
            "rate" => Self::Rate(number()?),
            "volume" => Self::Volume(number()?),
            "speak" => Self::Speak(code.to_owned()),
            "locale" => Self::Locale(Language::from_tag(code).ok_or(UnknownAction)?),
            _ => return Err(UnknownAction),
        })
    }
}
