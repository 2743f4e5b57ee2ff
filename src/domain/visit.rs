//! One person at one station, from the first touch to the farewell.
//!
//! A visit holds the only personal data in memory: sealed at every commit, wiped at its end.

use std::collections::BTreeSet;

use jiff::Timestamp;
use uuid::Uuid;

use super::action::Line;
use super::appointment::{Appointment, Step};
use super::city::{Language, ServiceCode};
use super::keyboard::Keyboard;
use super::later::Later;
use super::learning::{At, Learning, parked::Parked};
use super::note::{NoteTrouble, Recording};
use super::privacy::Aloud;
use super::quiet::quiet_debug;
use super::request::{Draft, Request};
use super::settings::{Section, Settings};

pub use super::follow_up::{Details, FollowUp, LookUp, Stage, Status};

/// Where the person is: exactly one question.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Screen {
    /// What do you need today?
    Welcome,
    /// Whom to call in an emergency.
    Emergency,
    /// Something this station does not do yet; a person at the counter does.
    AtTheCounter(Offer),
    /// Which group is it about?
    Group,
    /// Which service of the group?
    Service(String),
    /// Say it in own words.
    OwnWords,
    /// Say it aloud: the microphone listens.
    Recording,
    /// What was said aloud, to be heard, kept or thrown away.
    Recorded,
    /// Nothing was recorded, and why.
    NotRecorded(NoteTrouble),
    /// The likeliest services for those words.
    Found,
    /// This is urgent: call first.
    Urgent {
        /// Ids of the contacts to call.
        contacts: Vec<String>,
        /// Where the person goes on afterwards.
        then: AfterUrgent,
    },
    /// This is not filed here: booking, counter or somebody else's.
    Elsewhere,
    /// For whom is it?
    ForWhom,
    /// For somebody else: do they know, and who gets the answer?
    Consent,
    /// The service's question of this index.
    Question(usize),
    /// How can you say where it is?
    PlaceKind,
    /// Which street?
    Street,
    /// Where, in own words.
    PlaceWords,
    /// House number and the parts that follow it.
    AddressParts,
    /// Anything to add?
    Description,
    /// Will you say who you are?
    Who,
    /// What is your name?
    Name,
    /// What is your CPF or CNP?
    Document,
    /// The digits do not add up: keep or type again?
    DocumentDoubt,
    /// How shall we answer?
    Channel,
    /// The number, address or e-mail.
    ReplyTo,
    /// Is it safe to call this number?
    SafeToCall,
    /// At which hours only?
    SafeWhen,
    /// Is the telephone yours alone?
    SharedTelephone,
    /// May we leave a message?
    LeaveMessage,
    /// Is everything right?
    Review,
    /// Filed: the number.
    Done,
    /// How was it?
    Opinion,
    /// Why?
    OpinionReason,
    /// Thank you, goodbye.
    Farewell,
    /// The number of a request.
    FollowNumber,
    /// Its access code.
    FollowCode,
    /// How it stands.
    FollowStatus,
    /// An appointment: which question about it.
    Booking(Step),
    /// Lessons: where somebody is who learns.
    Learning(At),
    /// Kept for later: the words that open it again.
    Saved,
    /// Which is the word of this index, from 0?
    SavedWord(usize),
    /// What became of the words.
    SavedAnswer,
    /// For staff: what somebody left without a word.
    LeftDrafts,
}

/// Where a person goes on after being told whom to call.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum AfterUrgent {
    /// To the services found for the own words.
    Found,
    /// To what follows the choice of a service.
    Service,
    /// To what follows the words added.
    Description,
}

/// What the welcome screen offers and an attendant does for now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Offer {
    /// An appointment.
    Booking,
    /// A queue ticket.
    Ticket,
    /// Lessons.
    Lessons,
}

/// Something laid over the screen; Back takes it away.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Overlay {
    /// Help for the screen beneath.
    Help,
    /// Letters, colours, language or voice.
    Settings(Section),
    /// Are you still there?
    StillThere,
    /// An attendant was called.
    Called,
    /// Languages that the station does not speak.
    OtherLanguages,
    /// An attendant was called who is told of the city's other language of this index.
    CalledIn(usize),
    /// The screen beneath in sign language; how often it was seen again.
    Signs(u16),
}

/// What is wrong with what was typed; the words are the view's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Complaint {
    /// Nothing was typed.
    Empty,
    /// Not fifteen digits.
    NumberLength,
    /// A digit of the protocol number is wrong.
    NumberDigit,
    /// Not six digits.
    CodeLength,
    /// Not the nine digits of a booking.
    BookingLength,
    /// Too few or too many digits for a telephone.
    Telephone,
    /// An e-mail without its parts.
    Email,
    /// Not a number.
    NotANumber,
    /// No word of a code begins so.
    WordUnknown,
    /// Several words of codes begin so.
    WordUnclear,
    /// Not the four digits of a group.
    GroupLength,
    /// No group has these digits.
    NoGroup,
    /// Every seat of the group is taken.
    GroupFull,
    /// The machine that leads groups does not answer.
    NoLeader,
}

/// A slip of this visit.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Print {
    /// Id of the print job.
    pub job: Uuid,
    /// What became of it.
    pub state: PrintState,
    /// Where it comes out.
    #[serde(default)]
    pub tray: Tray,
}

/// Where a slip comes out.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum Tray {
    /// At the station.
    #[default]
    Here,
    /// Where an attendant sits.
    Counter,
}

/// What became of a slip.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PrintState {
    /// Committed; the printer may be at it.
    Started,
    /// The printer acknowledged it.
    Printed,
    /// A printer that cannot acknowledge took all of it.
    Sent,
    /// Surely nothing came out.
    NotPrinted,
    /// Nobody knows.
    Uncertain,
}

/// One person at one station.
#[derive(Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[expect(clippy::struct_excessive_bools, reason = "each happened by itself")]
pub struct Visit {
    /// Language of screen, voice and paper.
    pub language: Language,
    /// Letters, colours, voice.
    pub settings: Settings,
    /// Where the person is.
    pub screen: Screen,
    /// Laid over it.
    pub overlay: Option<Overlay>,
    /// Where the person came from, for Back.
    pub trail: Vec<Screen>,
    /// What is typed in the field on the screen and not yet accepted, by field id.
    pub typed: Vec<(String, String)>,
    /// What is wrong with it.
    pub complaint: Option<Complaint>,
    /// Values marked on a question with several answers.
    pub marked: Vec<String>,
    /// Page of choices, from 0.
    pub page: usize,
    /// Id of the field, action or key in focus, once the person has moved.
    pub focus: Option<String>,
    /// The keys on the screen.
    #[serde(default)]
    pub keyboard: Keyboard,
    /// What was said so far.
    pub draft: Draft,
    /// Lines that were passed, with or without an answer.
    pub passed: BTreeSet<Line>,
    /// A line is being changed: go back to the review after it.
    pub changing: bool,
    /// Services found for the own words.
    pub found: Vec<ServiceCode>,
    /// Contacts that this draft was told to call already.
    pub warned: BTreeSet<String>,
    /// A document was asked about once already.
    pub document_doubted: bool,
    /// What the microphone is at.
    #[serde(default)]
    pub recording: Option<Recording>,
    /// The last filed request of this visit.
    pub filed: Option<Box<Request>>,
    /// Slips of that request.
    pub prints: Vec<Print>,
    /// A request being followed up.
    pub follow_up: Option<FollowUp>,
    /// An appointment being made, moved or cancelled.
    #[serde(default)]
    pub appointment: Option<Box<Appointment>>,
    /// What is being learned.
    #[serde(default)]
    pub learning: Option<Box<Learning>>,
    /// The lesson of somebody who let others go first.
    #[serde(default)]
    pub parked: Option<Box<Parked>>,
    /// The face touched.
    pub face: Option<u8>,
    /// A hand shows where to touch: nothing happened for a while.
    #[serde(default)]
    pub hand: bool,
    /// Whether others may hear what is the person's own.
    #[serde(default)]
    pub aloud: Aloud,
    /// An attendant was called without a sound.
    #[serde(default)]
    pub called_quietly: bool,
    /// When the person last did something.
    pub last_touch: Timestamp,
    /// When they were asked whether they are still there.
    #[serde(default)]
    pub asked_at: Option<Timestamp>,
    /// What is left for later.
    #[serde(default)]
    pub later: Later,
}

impl Visit {
    /// A fresh visit at the welcome screen.
    #[must_use]
    pub fn new(language: Language, now: Timestamp) -> Self {
        Self {
            language,
            settings: Settings::default(),
            screen: Screen::Welcome,
            overlay: None,
            trail: Vec::new(),
            typed: Vec::new(),
            complaint: None,
            marked: Vec::new(),
            page: 0,
            focus: None,
            keyboard: Keyboard::default(),
            draft: Draft::default(),
            passed: BTreeSet::new(),
            changing: false,
            found: Vec::new(),
            warned: BTreeSet::new(),
            document_doubted: false,
            recording: None,
            filed: None,
            prints: Vec::new(),
            follow_up: None,
            appointment: None,
            learning: None,
            parked: None,
            face: None,
            hand: false,
            aloud: Aloud::NotAsked,
            called_quietly: false,
            last_touch: now,
            asked_at: None,
            later: Later::default(),
        }
    }

    /// Whether nobody has said or chosen anything yet; a lesson may wait meanwhile.
    #[must_use]
    pub fn is_untouched(&self, own: Language) -> bool {
        let (focus, parked) = (self.focus.clone(), self.parked.clone());
        *self == Self { focus, parked, ..Self::new(own, self.last_touch) }
    }

    /// What is typed in a field of the screen.
    #[must_use]
    pub fn typed(&self, field: &str) -> &str {
        self.typed.iter().find(|(id, _)| id == field).map_or("", |(_, text)| text)
    }

    /// Whether the draft holds something worth going on with.
    #[must_use]
    pub fn has_draft(&self) -> bool {
        self.draft.service.is_some()
            || !self.draft.own_words.is_empty()
            || self.draft.note.is_some()
    }
}

quiet_debug!(Visit);
