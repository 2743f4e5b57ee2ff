//! What is shown and said: one state in, finished words out.
//!
//! Screen, voice and paper are made here from the same messages, so that they cannot say
//! different things. Nothing here decides anything.

pub mod appointment;
pub mod echo;
pub mod focus;
pub mod keys;
pub mod later;
pub mod learning;
pub mod look;
pub mod meeting;
pub mod moment;
pub mod queue;
pub mod review;
pub mod slip;
pub mod waiting_room;

mod aloud;
mod filing;
pub mod follow_up;
mod label;
mod note;
mod pictures;
mod signs;
mod visit;

use std::path::PathBuf;

use serde::Serialize;

use crate::domain::action::Action;
use crate::domain::city::{City, Country};
use crate::domain::devices::{Countdown, Devices, StorageState, VoiceState};
use crate::domain::keyboard::Board;
use crate::domain::offer::{self, offer};
use crate::domain::panel::Arrangement;
use crate::domain::privacy::{Aloud, is_about_private};
use crate::domain::quiet::quiet_debug;
use crate::domain::settings::Settings;
use crate::domain::visit::{LookUp, Overlay, Screen, Visit};
use crate::locale::{Locales, Words};

pub use appointment::{BookingView, MapPoint, MapView};
pub use keys::{KeyWords, StaffWords, called, staff};
pub use learning::PartLook;
pub use look::{Look, Note, Place, Plate, Stage};
pub use note::NoteView;

/// An action as it is shown and said.
#[derive(Clone, PartialEq, Serialize)]
pub struct ActionView {
    /// Stable id.
    pub id: String,
    /// What is written on it.
    pub label: String,
    /// Whether it can be done now.
    pub enabled: bool,
    /// What is said on focus or touch.
    pub spoken: String,
    /// It says its place among the choices.
    #[serde(skip)]
    pub placed: bool,
    /// How it looks in a window.
    #[serde(skip)]
    pub look: Look,
}

/// A field as it is shown and said.
#[derive(Clone, PartialEq, Eq, Serialize)]
pub struct FieldView {
    /// Stable id.
    pub id: String,
    /// What it takes.
    pub kind: &'static str,
    /// What is written beside it.
    pub label: String,
    /// What is typed in it.
    pub value: String,
    /// What is wrong with it.
    pub error: Option<String>,
    /// What is said on focus or touch.
    pub spoken: String,
    /// Others may not hear what is typed.
    #[serde(skip)]
    pub hidden: bool,
}

/// Everything that is shown and said at one moment.
#[derive(Clone, PartialEq, Serialize)]
pub struct View {
    /// Stable id of the screen.
    pub screen: &'static str,
    /// The question, large.
    pub title: String,
    /// The arrival speech, by sentence; the title first.
    pub say: Vec<String>,
    /// What can be done, in reading order.
    pub actions: Vec<ActionView>,
    /// What can be typed.
    pub fields: Vec<FieldView>,
    /// Id of the field, action or key in focus.
    pub focus: Option<String>,
    /// Id of the action that a hand points at, before it goes along with what is read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hand: Option<String>,
    /// What is said of it when it comes into focus, with its place.
    pub spoken: Option<String>,
    /// BCP 47 tag of every word here.
    pub locale: &'static str,
    /// Letters, colours, voice.
    pub settings: Settings,
    /// The number of the last filed request of this visit.
    pub protocol: Option<String>,
    /// Its access code.
    pub access_code: Option<String>,
    /// What was booked in this visit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub booking: Option<BookingView>,
    /// The number of the queue ticket that was taken in this visit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ticket: Option<String>,
    /// How far a recording is.
    pub note: Option<NoteView>,
    /// The file of the clip in sign language that plays.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub clip: Option<PathBuf>,
    /// How often it was seen again.
    #[serde(skip)]
    pub clip_again: u16,
    /// The words of a code that was given in this visit, until it is wiped.
    pub resume_words: Option<Vec<String>>,
    /// How long the question whether somebody is still there goes on waiting.
    pub countdown: Option<Countdown>,
    /// What is counted.
    #[serde(skip)]
    pub countdown_label: String,
    /// How its parts stand in a window.
    #[serde(skip)]
    pub arrangement: Arrangement,
    /// Sentences of the arrival speech that are read on the screen too.
    #[serde(skip)]
    pub notes: Vec<Note>,
    /// How far one is.
    #[serde(skip)]
    pub stages: Vec<Stage>,
    /// The number, large, on its own screen.
    #[serde(skip)]
    pub plate: Option<Plate>,
    /// Where places lie that can be chosen.
    #[serde(skip)]
    pub map: Option<MapView>,
    /// The administration's name.
    #[serde(skip)]
    pub brand: String,
    /// What stands at the head of the practice phone; none where there is no phone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// Name of a large picture above what is read; empty where there is none.
    #[serde(skip)]
    pub picture: String,
    /// Something is being looked up.
    #[serde(skip)]
    pub busy: bool,
    /// The keyboard, where something is typed.
    #[serde(skip)]
    pub board: Option<Board>,
    /// Names of keys, where something is typed.
    #[serde(skip)]
    pub keys: KeyWords,
    /// Asks to read on.
    #[serde(skip)]
    pub read_more: String,
    /// Brings a dark screen back.
    #[serde(skip)]
    pub light: String,
    /// The station has a voice.
    #[serde(skip)]
    pub has_voice: bool,
}

/// What a view is made from.
#[derive(Clone, Copy, Debug)]
pub struct Scene<'a> {
    /// The person's state.
    pub visit: &'a Visit,
    /// The city.
    pub city: &'a City,
    /// What the edges have told.
    pub devices: &'a Devices,
    /// Now, in the city's own time.
    pub now: jiff::civil::DateTime,
    /// Words of the visit's language.
    pub words: Words<'a>,
}

impl Scene<'_> {
    /// Whether what is private may be said aloud: only into headphones.
    fn may_say_private(&self) -> bool {
        self.devices.headphones
    }

    /// Whether what is the person's own may be said: into headphones, or because they asked for it
    /// and it is no private matter.
    fn may_say_person(&self) -> bool {
        self.may_say_private()
            || self.visit.aloud == Aloud::Yes && !is_about_private(self.visit, self.city)
    }
}

/// What is shown and said.
#[must_use]
pub fn of(
    visit: &Visit,
    city: &City,
    devices: &Devices,
    now: jiff::civil::DateTime,
    locales: &Locales,
) -> View {
    let scene = Scene { visit, city, devices, now, words: locales.of(visit.language) };
    let told = visit::tell(&scene);
    let offer = offer(visit, city, devices);
    let shown = offer.on_page(visit.page);
    let mut actions: Vec<ActionView> =
        shown.iter().map(|action| label::action(&scene, &offer, action)).collect();
    let fields: Vec<FieldView> =
        offer.fields.iter().map(|(id, kind)| label::field(&scene, id, *kind)).collect();
    let title = told.aloud.unwrap_or_else(|| told.title.clone());
    let mut say: Vec<String> = std::iter::once(title)
        .chain(aloud::complaint(&scene, &fields))
        .chain(told.say)
        .chain(aloud::ask(&scene))
        .collect();
    if visit.settings.pictures && pictures::reads_out(&offer) {
        say.extend(pictures::read_out(&scene, &shown, &mut actions, say.len()));
    } else if learning::reads_out(&scene) {
        say.extend(learning::read_out(&mut actions, say.len()));
    }
    let focus = offer::focus(visit, &offer);
    let board = Board::of(visit, &offer);
    let filed = visit.filed.as_ref();
    let looking = visit.follow_up.as_ref().map(|follow| &follow.answer);
    let asked = visit.overlay == Some(Overlay::StillThere);
    let countdown = devices.countdown.filter(|_| asked);
    let brand = city.words.get(&visit.language).map(|words| words.administration.clone());
    View {
        screen: told.screen,
        say,
        title: told.title,
        hand: hand(&scene, &shown, &actions),
        spoken: focus::spoken(&scene, &offer, (&actions, &fields), focus.as_deref()),
        focus,
        board,
        actions,
        fields,
        locale: visit.language.tag(),
        settings: visit.settings,
        protocol: filed.map(|request| request.number.to_string()),
        access_code: filed.map(|request| request.access_code.0.clone()),
        booking: appointment::booking(visit, city),
        ticket: appointment::ticket_number(visit),
        note: note::note(&scene),
        clip: signs::clip(&scene),
        clip_again: signs::again(visit),
        resume_words: visit.later.given.as_ref().map(|given| given.code.words().to_vec()),
        countdown,
        countdown_label: countdown.map(|_| scene.words.text("idle-seconds")).unwrap_or_default(),
        arrangement: offer.arrangement,
        notes: told.notes,
        stages: look::stages(&scene),
        plate: look::plate(&scene),
        map: appointment::map(&scene),
        phone: learning::header(&scene),
        picture: learning::picture(&scene).unwrap_or_default(),
        brand: brand.unwrap_or_else(|| city.name.clone()),
        busy: visit.screen == Screen::FollowStatus && looking == Some(&LookUp::Looking)
            || appointment::is_busy(visit),
        keys: if offer.fields.is_empty() { KeyWords::default() } else { KeyWords::of(scene.words) },
        read_more: scene.words.text("action-read-more"),
        light: scene.words.text("action-screen-on"),
        has_voice: devices.voice == VoiceState::Ready,
    }
}

/// What a hand points at: at a step of a lesson what is to be touched, and never an answer that may
/// be wrong; elsewhere what comes first.
fn hand(scene: &Scene<'_>, offered: &[Action], shown: &[ActionView]) -> Option<String> {
    if learning::is_step(scene) {
        return learning::lit(scene);
    }
    scene.visit.hand.then(|| pictures::first(offered, shown)).flatten()
}

/// A screen's id, its question, and what else is said on arrival.
struct Told {
    screen: &'static str,
    title: String,
    /// What is said in the title's place, where others may not hear it.
    aloud: Option<String>,
    say: Vec<String>,
    notes: Vec<Note>,
}

impl Told {
    /// A screen whose title and further sentences stand in one message.
    fn plain(scene: &Scene<'_>, screen: &'static str) -> Self {
        let id = screen.replace('.', "-");
        let document = document_arg(scene.city);
        let say = scene.words.attribute(&id, "say", std::slice::from_ref(&document));
        let title = scene.words.with(&id, &[document]);
        let say = say.map(|text| sentences(&text)).unwrap_or_default();
        Self { screen, title, aloud: None, say, notes: Vec::new() }
    }

    /// Says a text, and has it read on the screen.
    fn show(mut self, icon: &'static str, text: &str) -> Self {
        if !text.trim().is_empty() {
            // The title is the first sentence.
            let sentence = self.say.len() + 1;
            let text = text.trim().to_owned();
            self.notes.push(Note { icon, text, sentence, strong: false });
        }
        self.and(text)
    }

    fn show_all<T: AsRef<str>>(
        self,
        icon: &'static str,
        texts: impl IntoIterator<Item = T>,
    ) -> Self {
        texts.into_iter().fold(self, |told, text| told.show(icon, text.as_ref()))
    }

    /// Says whom to call, and has it read large, without the full stop, which is no part of it.
    fn show_calls(mut self, calls: impl IntoIterator<Item = String>) -> Self {
        for call in calls {
            self = self.show("phone-call", &call);
            if let Some(note) = self.notes.last_mut() {
                note.text.truncate(note.text.trim_end_matches('.').len());
                note.strong = true;
            }
        }
        self
    }

    /// What the message says on arrival is read on the screen too.
    fn all_shown(mut self, icon: &'static str) -> Self {
        let said = std::mem::take(&mut self.say);
        self.show_all(icon, said)
    }

    fn and(mut self, text: &str) -> Self {
        self.say.extend(sentences(text));
        self
    }
}

/// A text by its sentences, as the voice reads and the screen highlights them.
#[must_use]
pub fn sentences(text: &str) -> Vec<String> {
    let mut sentences = vec![String::new()];
    let mut letters = text.trim().chars().peekable();
    while let Some(letter) = letters.next() {
        if let Some(sentence) = sentences.last_mut() {
            sentence.push(letter);
        }
        let ends = matches!(letter, '.' | '!' | '?' | '\n' | '…');
        if ends && letters.peek().is_none_or(|next| next.is_whitespace()) {
            while letters.next_if(|next| next.is_whitespace()).is_some() {}
            sentences.push(String::new());
        }
    }
    sentences.iter().map(|s| s.trim().to_owned()).filter(|s| !s.is_empty()).collect()
}

/// A text as a sentence: with a full stop, unless it ends by itself.
fn ended(text: &str) -> String {
    if text.ends_with(['.', '!', '?', '…']) { text.to_owned() } else { format!("{text}.") }
}

/// What the person's own number is called in this country.
fn document_arg(city: &City) -> crate::locale::Arg<'static> {
    let name = match city.country {
        Country::Brazil => "CPF",
        Country::Romania => "CNP",
    };
    ("document", name.into())
}

/// Whether the station can begin something new.
fn is_out_of_service(scene: &Scene<'_>) -> bool {
    scene.devices.storage != StorageState::Ready
        && matches!(scene.visit.screen, Screen::Welcome | Screen::Review)
}

/// Whether an action can be done now.
fn is_enabled(scene: &Scene<'_>, action: &Action) -> bool {
    offer::is_enabled(action, scene.devices)
}

quiet_debug!(ActionView, FieldView, View);

#[cfg(test)]
mod tests;
