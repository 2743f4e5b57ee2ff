//! What happens: a visit and an event in, a new visit and effects out.
//!
//! Late touches and late replies are normal life at a kiosk: what does not apply changes nothing.

mod aloud;
mod appointment;
mod back;
mod farewell;
mod filing;
mod follow_up;
mod idle;
mod keys;
mod later;
mod learning;
mod note;
mod pictures;
mod place;
mod reply;
mod safe;
mod seat;
mod signs;
mod typing;

use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use super::action::Action;
use super::city::{City, Service};
use super::code_words::WORDS;
use super::devices::{Devices, StorageState};
use super::effect::Effect;
use super::event::{Event, Intent};
use super::finder::Finder;
use super::flow;
use super::later::Later;
use super::offer::{self, offer};
use super::protocol_number::StationNumber;
use super::request::Origin;
use super::visit::{Overlay, Screen, Tray, Visit};

/// What the machine around the domain provides for one event.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The city.
    pub city: &'a City,
    /// Finds services for own words.
    pub finder: &'a Finder,
    /// What the edges have told.
    pub devices: &'a Devices,
    /// Never below the last committed moment.
    pub now: Timestamp,
    /// A fresh random UUID.
    pub fresh_id: Uuid,
    /// A fresh random number.
    pub random: u32,
    /// Fresh random numbers for the words of a code, where there is randomness.
    pub random_words: Option<[u16; WORDS]>,
    /// The city's year, which never goes back.
    pub year: u16,
    /// The next sequence of this station in that year.
    pub next_sequence: u32,
    /// This station.
    pub station: StationNumber,
    /// Code of its branch.
    pub branch: &'a str,
    /// Who sits at the keys.
    pub origin: Origin,
    /// The idle watch.
    pub idle: IdleRule,
}

/// How long nobody may do anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IdleRule {
    /// Until the person is asked.
    pub ask_after: SignedDuration,
    /// From the question to the wipe.
    pub wipe_after: SignedDuration,
    /// Until a hand shows where to touch, for those who do not read.
    pub show_after: SignedDuration,
}

impl Default for IdleRule {
    fn default() -> Self {
        Self {
            ask_after: SignedDuration::from_mins(5),
            wipe_after: SignedDuration::from_secs(60),
            show_after: SignedDuration::from_secs(20),
        }
    }
}

pub use idle::Watch;

/// A new visit and what is asked of the world.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// The visit afterwards.
    pub visit: Visit,
    /// What is asked.
    pub effects: Vec<Effect>,
}

/// Why an intent changed nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotApplicable {
    /// The action is not on this screen.
    #[error("This action is not offered on this screen")]
    NotOffered,
    /// The field is not on this screen.
    #[error("This field is not on this screen")]
    NoSuchField,
    /// More than the field takes.
    #[error("The text is longer than the field takes")]
    TooLong,
    /// The city does not speak that language.
    #[error("This city does not speak that language")]
    Language,
    /// Nothing here takes a scan.
    #[error("Nothing on this screen takes a scan")]
    NoScan,
    /// It is shown, but cannot be done now.
    #[error("This action cannot be done at this moment")]
    Disabled,
}

/// One event.
///
/// # Errors
///
/// An intent that does not apply on this screen; nothing changed.
pub fn update(visit: &Visit, event: &Event, ctx: &Context<'_>) -> Result<Step, NotApplicable> {
    let mut turn = Turn { visit: visit.clone(), effects: Vec::new(), ctx };
    match event {
        Event::Intent(intent) => turn.intent(intent)?,
        Event::Tick => turn.tick(),
        Event::PrintEnded { job, state } => turn.print_ended(*job, *state),
        Event::LookedUp { attempt, answer } => turn.looked_up(*attempt, answer),
        Event::Booking { attempt, answer } => turn.booking_told(*attempt, answer),
        Event::Heard(heard) => turn.heard(*heard),
        Event::Meeting(told) => turn.meeting_told(told),
        Event::CodeTried { attempt, answer } => turn.code_tried(*attempt, answer),
        Event::LeftDrafts(left) => turn.show_left(left)?,
        Event::LeftOpened { id, kept } => turn.left_opened(*id, kept.as_deref()),
    }
    turn.watch_recording();
    turn.ask_for_headphones(&visit.screen);
    Ok(Step { visit: turn.visit, effects: turn.effects })
}

/// A step in the making.
struct Turn<'a> {
    visit: Visit,
    effects: Vec<Effect>,
    ctx: &'a Context<'a>,
}

impl<'a> Turn<'a> {
    fn city(&self) -> &'a City {
        self.ctx.city
    }

    fn service(&self) -> Option<&'a Service> {
        flow::service_of(&self.visit.draft, self.ctx.city)
    }

    fn intent(&mut self, intent: &Intent) -> Result<(), NotApplicable> {
        match intent {
            Intent::Do(Action::Key(cap)) => self.press_cap(*cap)?,
            Intent::Do(action) => {
                if !offer(&self.visit, self.city(), self.ctx.devices).holds(action) {
                    return Err(NotApplicable::NotOffered);
                }
                if !offer::is_enabled(action, self.ctx.devices) {
                    return Err(NotApplicable::Disabled);
                }
                self.act(action);
            }
            Intent::Type { field, text } => self.type_text(field, text)?,
            Intent::Speak(language) => {
                if !self.city().languages.contains(language) {
                    return Err(NotApplicable::Language);
                }
                self.visit.language = *language;
            }
            Intent::Press(key) => self.press(*key)?,
            Intent::Scan(text) => self.scan(text)?,
            // Headphones are a device: the machine has told `Devices` before this event.
            Intent::Jack(inside) => self.jack(*inside),
        }
        self.visit.last_touch = self.ctx.now;
        self.visit.hand = false;
        Ok(())
    }

    fn type_text(&mut self, field: &str, text: &str) -> Result<(), NotApplicable> {
        let offer = offer(&self.visit, self.city(), self.ctx.devices);
        let (id, kind) =
            offer.fields.iter().find(|(id, _)| *id == field).ok_or(NotApplicable::NoSuchField)?;
        if text.chars().count() > kind.longest() {
            return Err(NotApplicable::TooLong);
        }
        if text.len() > self.visit.typed(id).len() {
            self.visit.keyboard.wrote();
        }
        self.visit.typed.retain(|(typed, _)| typed != id);
        self.visit.typed.push(((*id).to_owned(), text.to_owned()));
        self.visit.complaint = None;
        self.focus_on((*id).to_owned());
        self.visit.page = 0;
        Ok(())
    }

    /// One chosen action, known to be offered.
    fn act(&mut self, action: &Action) {
        match action {
            Action::LeaveFast => {
                self.withdraw();
                self.wipe();
            }
            Action::Help => self.visit.overlay = Some(Overlay::Help),
            Action::Settings(section) => {
                self.visit.overlay = Some(Overlay::Settings(*section));
                self.visit.page = 0;
                self.visit.focus = None;
            }
            Action::Focus(field) => self.focus_on(field.clone()),
            Action::Pause => self.effects.push(Effect::Pause),
            Action::HearFrom(sentence) => self.effects.push(Effect::SpeakFrom(*sentence)),
            Action::ReadOn => {
                self.effects.extend(self.ctx.devices.read_on.map(Effect::SpeakFrom));
            }
            Action::CallAttendant if self.raise_hand() => {}
            Action::CallAttendant => {
                self.effects.push(Effect::CallAttendant);
                self.visit.overlay = Some(Overlay::Called);
            }
            Action::OtherLanguage => {
                self.visit.overlay = Some(Overlay::OtherLanguages);
                self.visit.page = 0;
                self.visit.focus = None;
            }
            Action::Speak(tag) => {
                let called = self.city().others.iter().position(|other| other.tag == *tag);
                self.effects.push(Effect::CallSpeaker(tag.clone()));
                self.visit.overlay = called.map(Overlay::CalledIn);
                self.visit.page = 0;
            }
            Action::Emergency => {
                self.keep_typed();
                self.go(Screen::Emergency);
            }
            Action::Stay => self.visit.overlay = None,
            Action::SaveForLater => self.save_for_later(),
            Action::Letters(size) => self.visit.settings.letters = *size,
            Action::Palette(palette) => self.visit.settings.palette = *palette,
            Action::Steady(steady) => self.visit.settings.steady = *steady,
            Action::Calm(calm) => self.visit.settings.calm = *calm,
            Action::Pictures(pictures) => self.show_pictures(*pictures),
            Action::Signing(signing) => self.visit.settings.signs = *signing,
            Action::Signs => self.show_signs(),
            Action::Rate(rate) => self.visit.settings.rate = *rate,
            Action::Volume(volume) => self.visit.settings.volume = *volume,
            Action::Locale(language) => self.visit.language = *language,
            Action::More => self.turn_page(),
            Action::Back => self.back(),
            Action::Home => self.home(),
            _ if self.everywhere(action) => {}
            _ => self.act_on_screen(action),
        }
    }

    fn act_on_screen(&mut self, action: &Action) {
        match self.visit.screen {
            Screen::Welcome | Screen::Emergency | Screen::Done => self.begin(action),
            Screen::PlaceKind | Screen::Street | Screen::PlaceWords | Screen::AddressParts => {
                self.place(action);
            }
            Screen::Who
            | Screen::Name
            | Screen::Document
            | Screen::DocumentDoubt
            | Screen::Channel
            | Screen::ReplyTo
            | Screen::SafeToCall
            | Screen::SafeWhen
            | Screen::SharedTelephone
            | Screen::LeaveMessage => self.who_and_reply(action),
            Screen::FollowNumber | Screen::FollowCode | Screen::FollowStatus => {
                self.follow(action);
            }
            Screen::Booking(step) => self.book(step, action),
            Screen::Learning(ref at) => self.learn(&at.clone(), action),
            Screen::Opinion | Screen::OpinionReason | Screen::Farewell => self.say_goodbye(action),
            Screen::Saved | Screen::SavedWord(_) | Screen::SavedAnswer | Screen::LeftDrafts => {
                self.later(action);
            }
            _ => self.filing(action),
        }
    }

    /// What starts or ends something: the welcome screen, the emergency page, the number.
    fn begin(&mut self, action: &Action) {
        match action {
            Action::Request => self.new_request(),
            Action::Resume => {
                self.take_back();
                self.go(flow::open_question(&self.visit, self.city()));
            }
            Action::ContinueSaved => {
                self.visit.later = Later::default();
                self.go(Screen::SavedWord(0));
            }
            Action::FollowUp => self.go(Screen::FollowNumber),
            Action::Opinion | Action::Finish => self.go(Screen::Opinion),
            Action::Booking => self.begin_booking(),
            Action::Ticket => self.begin_ticket(),
            Action::Lessons => self.begin_lessons(),
            Action::Reprint => self.print(Tray::Here),
            Action::PrintAtCounter => self.print(Tray::Counter),
            _ => {}
        }
    }

    fn turn_page(&mut self) {
        let pages = offer(&self.visit, self.city(), self.ctx.devices).pages();
        self.visit.page = (self.visit.page + 1) % pages;
        self.visit.focus = None;
    }

    /// One step forward, which Back undoes.
    fn go(&mut self, screen: Screen) {
        let from = std::mem::replace(&mut self.visit.screen, screen.clone());
        if from != screen {
            self.visit.trail.push(from);
        }
        self.arrive(screen);
    }

    /// A screen opens as the person left it: fields hold what was answered before.
    fn arrive(&mut self, screen: Screen) {
        self.visit.overlay = None;
        self.visit.page = 0;
        self.visit.focus = None;
        self.visit.complaint = None;
        self.visit.screen = screen;
        self.visit.marked = self.marked_before();
        let fields = offer(&self.visit, self.city(), self.ctx.devices).fields;
        self.visit.keyboard.begin(fields.first().map(|(field, _)| *field));
        self.visit.typed = fields
            .into_iter()
            .map(|(field, _)| (field.to_owned(), self.answered_before(field)))
            .filter(|(_, text)| !text.is_empty())
            .collect();
    }

    /// Whether the station may begin something new.
    fn can_keep(&self) -> bool {
        self.ctx.devices.storage == StorageState::Ready
    }
}

#[cfg(test)]
mod tests;
