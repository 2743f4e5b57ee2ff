//! What a window needs beside the words: pictures, places, stages, the number plate.
//!
//! Pictures are names of Lucide icons. Every text here is also said, in `say` or in a `spoken`.

use crate::domain::action::{Action, Line};
use crate::domain::appointment::{Half, Step};
use crate::domain::city::{Channel, Language};
use crate::domain::flow;
use crate::domain::lesson::Gesture;
use crate::domain::offer;
use crate::domain::quiet::quiet_debug;
use crate::domain::request::{ForWhom, PlaceKind, Reply};
use crate::domain::settings::Section;
use crate::domain::visit::{Screen, Visit};

use super::learning::{self, PartLook};
use super::{Scene, appointment, slip};

/// Where an action stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Place {
    /// Among the choices.
    #[default]
    Choice,
    /// Further choices.
    More,
    /// Bottom left.
    Back,
    /// Bottom middle.
    Help,
    /// Bottom right.
    Forward,
    /// Apart, above the bar: it files, or keeps what is there from being wiped.
    Commit,
    /// At the top: how one sees and hears.
    Setting,
    /// In the voice card.
    Voice,
    /// At the top left.
    Leave,
    /// On the practice phone.
    Phone,
}

/// How an action looks.
#[derive(Clone, Default, PartialEq)]
#[expect(clippy::struct_excessive_bools, reason = "each is drawn by itself")]
pub struct Look {
    /// Where it stands.
    pub place: Place,
    /// Name of its picture; none where a picture would say nothing.
    pub icon: String,
    /// A smaller line above the label.
    pub caption: String,
    /// The label without its caption.
    pub value: String,
    /// A smaller line below the label.
    pub hint: String,
    /// It is chosen already.
    pub chosen: bool,
    /// It is about danger.
    pub danger: bool,
    /// It is less than a choice: leaving something out.
    pub quiet: bool,
    /// A letter size to try, of the present one; 0 where there is none.
    pub sample: f32,
    /// It opens into more than the others: as wide as two.
    pub wide: bool,
    /// The sentence of the arrival speech that reads it out.
    pub sentence: Option<usize>,
    /// How it looks on the practice phone, where it stands there.
    pub part: Option<PartLook>,
}

/// A sentence to read on the screen.
#[derive(Clone, PartialEq, Eq)]
pub struct Note {
    /// Name of its picture.
    pub icon: &'static str,
    /// The words.
    pub text: String,
    /// The sentence of the arrival speech with which it begins.
    pub sentence: usize,
    /// It is what one came for: whom to call.
    pub strong: bool,
}

/// How far one is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stage {
    /// Its name.
    pub label: String,
    /// It is behind.
    pub passed: bool,
    /// It is the present one.
    pub here: bool,
}

/// The number of a filed request.
#[derive(Clone, PartialEq, Eq)]
pub struct Plate {
    /// What the number is.
    pub caption: String,
    /// The number.
    pub number: String,
    /// What the code is.
    pub code_caption: String,
    /// The code, in groups.
    pub code: String,
    /// What the QR code leads to.
    pub qr_caption: String,
    /// The text of the QR code.
    pub qr: String,
}

quiet_debug!(Look, Note, Plate);

/// The stages of a filing; none elsewhere.
pub(super) fn stages(scene: &Scene<'_>) -> Vec<Stage> {
    if scene.visit.overlay.is_some() {
        return Vec::new();
    }
    stages_beneath(scene)
}

/// The stages of the screen, whatever is laid over it.
pub(super) fn stages_beneath(scene: &Scene<'_>) -> Vec<Stage> {
    let visit = scene.visit;
    if let Screen::Booking(step) = visit.screen {
        return appointment::stages(scene, step);
    }
    let here = match flow::line_of(&visit.screen, &visit.draft, scene.city) {
        Some(Line::Service | Line::ForWhom | Line::Question(_)) => 0,
        Some(Line::Place | Line::Description) => 1,
        Some(Line::Who | Line::Document | Line::Reply) => 2,
        None if visit.screen == Screen::Review => 3,
        None => return Vec::new(),
    };
    ["stage-what", "stage-where", "stage-contact", "stage-check"]
        .into_iter()
        .enumerate()
        .map(|(stage, id)| Stage {
            label: scene.words.text(id),
            passed: stage < here,
            here: stage == here,
        })
        .collect()
}

/// The plate of the filed request, on its own screen.
pub(super) fn plate(scene: &Scene<'_>) -> Option<Plate> {
    if scene.visit.overlay.is_none() && scene.visit.screen != Screen::Done {
        return appointment::plate(scene);
    }
    let request = scene.visit.filed.as_deref()?;
    let words = scene.words;
    let shown = scene.visit.screen == Screen::Done && scene.visit.overlay.is_none();
    shown.then(|| Plate {
        caption: words.text("plate-number"),
        number: request.number.to_string(),
        code_caption: words.text("plate-code"),
        code: request.access_code.grouped(),
        qr_caption: words.text("plate-qr"),
        qr: slip::follow_up_address(scene.city, request),
    })
}

/// Where an action stands.
pub(super) fn place(action: &Action, visit: &Visit) -> Place {
    match action {
        Action::Back => Place::Back,
        Action::Help => Place::Help,
        // Nobody shall have to look for what keeps everything from being wiped.
        Action::File | Action::Stay | Action::Book => Place::Commit,
        Action::CancelBooking if visit.screen == Screen::Booking(Step::Cancel) => Place::Commit,
        Action::More => Place::More,
        Action::LeaveFast => Place::Leave,
        Action::Signs if visit.overlay.is_some() => Place::Choice,
        Action::Signs | Action::Settings(Section::Voice) | Action::Pause | Action::ReadOn => {
            Place::Voice
        }
        Action::Settings(_) => Place::Setting,
        Action::Practise(Gesture::Touch(_)) => Place::Phone,
        // Told whom to call first, or that it is not filed here: going on is one choice of several.
        Action::Next if matches!(visit.screen, Screen::Urgent { .. } | Screen::Elsewhere) => {
            Place::Choice
        }
        Action::Next | Action::Finish => Place::Forward,
        _ => Place::Choice,
    }
}

/// Whether something is chosen already.
pub(super) fn chosen(action: &Action, visit: &Visit) -> bool {
    match action {
        Action::Answer(value) => visit.marked.contains(value),
        Action::Letters(size) => visit.settings.letters == *size,
        Action::Palette(palette) => visit.settings.palette == *palette,
        Action::Locale(language) => visit.language == *language,
        Action::CallQuietly => visit.called_quietly,
        _ => false,
    }
}

/// Name of the picture of an action; empty where none would help.
pub(super) fn icon(scene: &Scene<'_>, action: &Action) -> String {
    let city = scene.city;
    if let Some(name) = learning::icon(scene, action) {
        return name;
    }
    let name = match action {
        Action::Group(code) => {
            return city
                .groups
                .iter()
                .find(|group| group.code == *code)
                .map(|group| group.icon.clone())
                .unwrap_or_default();
        }
        Action::Service(code) => {
            return city.service(code).map(|service| service.icon.clone()).unwrap_or_default();
        }
        Action::Change(line) => return line_icon(scene, line),
        Action::Place(kind) => place_icon(*kind),
        Action::Contact(channel) => channel_icon(*channel),
        Action::Face(face) => face_icon(*face),
        Action::Street(_) => "map-pin",
        Action::ChangeBooking(part) => appointment::part_icon(*part),
        Action::Class(code) => {
            let class = city.queue.as_ref().and_then(|rules| rules.class(code));
            class.and_then(|class| class.icons.first()).map_or("user", String::as_str)
        }
        Action::Reopen(_) => "file-clock",
        Action::Reason(reason) => reason_icon(reason),
        Action::Palette(_) | Action::Settings(Section::Colours) => "contrast",
        Action::Settings(Section::Letters) | Action::Letters(_) => "a-large-small",
        Action::Settings(Section::Language)
        | Action::Locale(_)
        | Action::OtherLanguage
        | Action::Speak(_) => "languages",
        Action::Settings(Section::Voice) => "audio-lines",
        Action::Pictures(true) => "image",
        Action::Pictures(false) | Action::Signing(false) => "letter-text",
        Action::Signs if scene.visit.overlay.is_some() => "rotate-ccw",
        Action::Steady(true) | Action::Signs | Action::Signing(true) => "hand",
        Action::Steady(false) => "pointer",
        Action::Calm(true) => "snail",
        Action::Calm(false) => "wind",
        Action::Rate(rate) if *rate > scene.visit.settings.rate => "rabbit",
        Action::Rate(_) => "turtle",
        Action::Volume(volume) if *volume > scene.visit.settings.volume => "volume-2",
        Action::Volume(_) => "volume-1",
        Action::Answer(value) if offer::takes_several(scene.visit, city) => {
            if scene.visit.marked.contains(value) { "square-check" } else { "square" }
        }
        Action::Answer(_) | Action::Focus(_) | Action::Word(_) => "",
        plain => plain_icon(plain),
    };
    name.to_owned()
}

fn plain_icon(action: &Action) -> &'static str {
    match action {
        Action::Request => "megaphone",
        Action::FollowUp => "search-check",
        Action::Booking | Action::Book => "calendar-check",
        Action::Ticket => "ticket",
        Action::CheckIn => "user-check",
        Action::Lessons => "smartphone",
        Action::Opinion => "smile",
        Action::Emergency => "siren",
        Action::OwnWords => "keyboard",
        Action::Record => "mic",
        Action::StopRecording => "square",
        Action::HearRecording => "play",
        Action::ThrowAway => "trash-2",
        Action::NoneOfThese => "message-circle-question-mark",
        Action::CallAttendant => "concierge-bell",
        Action::CallQuietly => "hand",
        Action::AloudYes => "speech",
        Action::AloudNo => "ear",
        Action::ScreenOff => "monitor-off",
        Action::ScreenOn => "monitor",
        Action::HearReceipt => "receipt-text",
        Action::SafeYes => "phone",
        Action::SafeNo => "phone-off",
        Action::SafeOnlyAt | Action::Time(_) | Action::OtherTime => "clock",
        Action::ForMe => "user-round",
        Action::AnswerToMe => "user-round-check",
        Action::ForSomebodyElse | Action::AnswerToThem => "users-round",
        Action::Yes | Action::KeepAsTyped => "check",
        Action::SayName => "user-round-pen",
        Action::Anonymous | Action::RatherNot => "shield-check",
        Action::HaveNone => "circle-off",
        Action::TypeAgain | Action::TryAgain | Action::RecordAgain => "rotate-ccw",
        Action::ContactNone => "bell-off",
        Action::Next => "arrow-right",
        Action::Skip => "chevrons-right",
        Action::Back => "arrow-left",
        Action::Help => "hand-helping",
        Action::Pause => "pause",
        Action::More => "ellipsis",
        Action::File => "send",
        Action::Reprint | Action::PrintAtCounter => "printer",
        Action::HearNumber | Action::Hear | Action::HearWords | Action::HearFrom(_) => "volume-2",
        Action::Complain => "clock-alert",
        Action::GiveCode => "key-round",
        Action::Finish => "log-out",
        Action::Home => "house",
        Action::ForWholeStreet => "houses",
        Action::Stay => "hourglass",
        Action::No | Action::LeaveFast => "x",
        Action::Resume => "file-pen",
        Action::Branch(_) => "building-2",
        Action::Day(_) | Action::OtherDay => "calendar-days",
        Action::Half(Half::Morning) => "sunrise",
        Action::Half(Half::Afternoon) => "sun",
        Action::Soonest => "calendar-clock",
        Action::OtherBranch => "map-pin",
        Action::HaveBooking => "calendar-search",
        Action::ChangeTime => "calendar-sync",
        Action::CancelBooking => "calendar-x",
        Action::CallBack => "phone-incoming",
        Action::SaveForLater => "bookmark",
        Action::ContinueSaved => "bookmark-check",
        _ => "",
    }
}

fn line_icon(scene: &Scene<'_>, line: &Line) -> String {
    let service = || flow::service_of(&scene.visit.draft, scene.city);
    match line {
        Line::Service => service().map(|service| service.icon.clone()).unwrap_or_default(),
        Line::ForWhom => for_whom_icon(scene.visit.draft.for_whom).to_owned(),
        Line::Question(_) => "message-circle".to_owned(),
        Line::Place => "map-pin".to_owned(),
        Line::Description => "pencil-line".to_owned(),
        Line::Who => "user-round".to_owned(),
        Line::Document => "id-card".to_owned(),
        Line::Reply => reply_icon(scene.visit.draft.reply.as_ref()).to_owned(),
    }
}

fn for_whom_icon(whom: Option<ForWhom>) -> &'static str {
    match whom {
        Some(ForWhom::WholeStreet) => "houses",
        Some(ForWhom::SomebodyElse | ForWhom::SomebodyElseAnswered) => "users-round",
        Some(ForWhom::Me) | None => "user-round",
    }
}

fn reply_icon(reply: Option<&Option<Reply>>) -> &'static str {
    match reply {
        Some(Some(reply)) => channel_icon(reply.channel),
        Some(None) => "bell-off",
        None => "mail",
    }
}

fn place_icon(kind: PlaceKind) -> &'static str {
    match kind {
        PlaceKind::Street => "signpost",
        PlaceKind::Corner => "split",
        PlaceKind::Landmark => "landmark",
        PlaceKind::BusStop => "bus",
        PlaceKind::LampPost => "utility-pole",
        PlaceKind::Alley => "footprints",
        PlaceKind::Kilometre => "route",
        PlaceKind::Village => "trees",
        PlaceKind::NearHere => "map-pin",
        PlaceKind::CannotSay => "circle-question-mark",
    }
}

fn channel_icon(channel: Channel) -> &'static str {
    match channel {
        Channel::Whatsapp => "message-circle",
        Channel::Phone => "phone-call",
        Channel::Sms => "message-square-text",
        Channel::Email => "at-sign",
        Channel::Letter => "mail",
        Channel::Branch => "building-2",
    }
}

fn face_icon(face: u8) -> &'static str {
    match face {
        1 => "angry",
        2 => "frown",
        3 => "meh",
        4 => "smile",
        _ => "laugh",
    }
}

fn reason_icon(reason: &str) -> &'static str {
    match reason {
        "easy" => "thumbs-up",
        "kind" => "heart-handshake",
        "fast" => "timer",
        "difficult" => "puzzle",
        "slow" => "hourglass",
        "letters" => "eye-off",
        "voice" => "ear-off",
        _ => "message-circle",
    }
}

/// A language's own sign, short enough for a corner.
pub(super) fn short_name(language: Language) -> &'static str {
    &language.habits().short
}
