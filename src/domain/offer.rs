//! What a screen offers: its fields and the actions that apply. The view gives them words.

mod aloud;
mod appointment;
mod later;
mod learning;
mod note;
mod pages;
mod screen;
mod signs;

use super::action::Action;
use super::city::City;
use super::devices::{Devices, StorageState, VoiceState};
use super::keyboard::Spot;
use super::learning::At;
use super::lesson::{Gesture, PartId};
use super::panel::{Arrangement, Panel, Room};
use super::settings::{Palette, Section, Settings};
use super::visit::{Overlay, PrintState, Screen, Status, Visit};

pub use screen::{address_parts, question_at, reasons, reply_kind, takes_several};

/// What a field takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldKind {
    /// One line of text.
    Text,
    /// Several lines.
    LongText,
    /// Digits.
    Digits,
    /// A telephone.
    Telephone,
    /// An e-mail address.
    Email,
}

impl FieldKind {
    /// Its name in `play`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::LongText => "long-text",
            Self::Digits => "digits",
            Self::Telephone => "telephone",
            Self::Email => "email",
        }
    }

    /// The most characters it takes.
    #[must_use]
    pub fn longest(self) -> usize {
        match self {
            Self::LongText => 1500,
            Self::Text | Self::Email => 200,
            Self::Digits | Self::Telephone => 40,
        }
    }
}

/// What a screen offers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Offer {
    /// Fields by id.
    pub fields: Vec<(&'static str, FieldKind)>,
    /// What stands before the choices on every page, and does not count as one of them.
    pub lead: Vec<Action>,
    /// Choices, on as many pages as they need.
    pub choices: Vec<Action>,
    /// Choices that stand on every page.
    pub always: Vec<Action>,
    /// What stands apart: commit, go on, back, help, settings, leave.
    pub bar: Vec<Action>,
    /// How its parts stand.
    pub arrangement: Arrangement,
    /// How much has room on a page.
    room: Room,
    /// Choices that take the place of two.
    heavy: Vec<Action>,
    /// The glass, where there is one.
    panel: Option<Panel>,
}

impl Offer {
    fn choices(choices: impl IntoIterator<Item = Action>) -> Self {
        Self { choices: choices.into_iter().collect(), ..Self::default() }
    }

    fn field(id: &'static str, kind: FieldKind, bar: &[Action]) -> Self {
        Self { fields: vec![(id, kind)], bar: bar.to_vec(), ..Self::default() }
    }

    fn bar(bar: impl IntoIterator<Item = Action>) -> Self {
        Self { bar: bar.into_iter().collect(), ..Self::default() }
    }

    fn has_field(&self, field: &str) -> bool {
        self.fields.iter().any(|(id, _)| *id == field)
    }

    /// Ids of what can have the focus, in reading order: fields, then what stands on the page.
    #[must_use]
    pub fn focusable(&self, page: usize) -> Vec<String> {
        let fields = self.fields.iter().map(|(id, _)| (*id).to_owned());
        fields.chain(self.on_page(page).iter().map(Action::to_string)).collect()
    }

    /// The glass on which keys stand.
    #[must_use]
    pub fn panel(&self) -> Panel {
        self.panel.unwrap_or(Panel::USUAL)
    }

    /// Whether a hand does something with what can be touched here.
    fn is_practised(&self, action: &Action) -> bool {
        let Action::Practise(gesture) = action else { return false };
        let touch = |part: &PartId| Action::Practise(Gesture::Touch(part.clone()));
        let to = match gesture {
            Gesture::Drag(_, place) => Some(place),
            _ => None,
        };
        let parts = std::iter::once(gesture.part()).chain(to);
        parts.into_iter().all(|part| self.choices.contains(&touch(part)))
    }

    /// Whether an action applies here, on whatever page it stands.
    #[must_use]
    pub fn holds(&self, action: &Action) -> bool {
        (*action == Action::More && self.pages() > 1)
            || self.choices.contains(action)
            || self.lead.contains(action)
            || self.always.contains(action)
            || self.bar.contains(action)
            || self.is_practised(action)
            || matches!(action, Action::Focus(field) if self.has_field(field))
            || matches!(action, Action::Letters(1..=Settings::LETTERS))
            || matches!(action, Action::Rate(1..=Settings::RATE))
            || matches!(action, Action::Volume(0..=Settings::VOLUME))
            || matches!(
                action,
                Action::Palette(_) | Action::Calm(_) | Action::Pictures(_) | Action::HearFrom(_)
            )
            || aloud::holds(action)
            || matches!(action, Action::Steady(_))
    }
}

/// Whether an action can be done at this moment; one that cannot is shown, and says why.
#[must_use]
pub fn is_enabled(action: &Action, devices: &Devices) -> bool {
    match action {
        Action::Reprint => devices.printer.can_print(),
        Action::Request
        | Action::Resume
        | Action::Complain
        | Action::SaveForLater
        | Action::CallBack
        | Action::File => devices.storage == StorageState::Ready,
        _ => true,
    }
}

/// What the person sees now: the overlay's offer where there is one, else the screen's.
#[must_use]
pub fn offer(visit: &Visit, city: &City, devices: &Devices) -> Offer {
    let mut offer = match visit.overlay {
        Some(overlay) => of_overlay(overlay, visit, city),
        None => screen::of_screen(visit, city),
    };
    if visit.overlay.is_none() {
        note::add(&mut offer, visit, devices);
        learning::add(&mut offer, visit, devices);
    }
    if devices.only_counter_prints() {
        for choice in offer.choices.iter_mut().filter(|choice| **choice == Action::Reprint) {
            *choice = Action::PrintAtCounter;
        }
    }
    if visit.overlay.is_none() && visit.screen != Screen::Welcome && has_back(visit, city) {
        offer.bar.push(Action::Back);
    }
    if visit.overlay.is_none() {
        offer.bar.push(Action::Help);
    }
    if visit.overlay != Some(Overlay::StillThere) {
        offer.bar.extend(Section::ALL.map(Action::Settings));
    }
    if devices.voice == VoiceState::Ready {
        offer.bar.push(Action::Pause);
    }
    if devices.read_on.is_some() {
        offer.bar.push(Action::ReadOn);
    }
    if visit.overlay.is_some() || visit.screen != Screen::Welcome {
        offer.bar.push(Action::LeaveFast);
    }
    offer.arrangement = arrangement(visit, city, &offer);
    aloud::add(&mut offer, visit, city, devices);
    signs::add(&mut offer, visit, city, devices);
    let room = pages::room(&offer, visit, devices);
    offer.heavy = pages::heavy(&offer, visit, city, room);
    offer.settle(room);
    offer.panel = devices.panel;
    offer
}

fn arrangement(visit: &Visit, city: &City, offer: &Offer) -> Arrangement {
    if let Some(overlay) = visit.overlay {
        return match overlay {
            Overlay::Settings(_) | Overlay::OtherLanguages => Arrangement::Choices,
            Overlay::Help | Overlay::Called | Overlay::CalledIn(_) | Overlay::StillThere => {
                Arrangement::Notes
            }
            Overlay::Signs(_) => Arrangement::Clip,
        };
    }
    match visit.screen {
        _ if !offer.fields.is_empty() => Arrangement::Field,
        Screen::Review => Arrangement::Review,
        Screen::Done => Arrangement::Number,
        Screen::Booking(step) => appointment::arrangement(step),
        Screen::Learning(ref at) => learning::arrangement(at, visit, city),
        Screen::Opinion => Arrangement::Faces,
        Screen::Recording => Arrangement::Recording,
        Screen::Emergency
        | Screen::AtTheCounter(_)
        | Screen::Urgent { .. }
        | Screen::Elsewhere
        | Screen::FollowStatus
        | Screen::NotRecorded(_)
        | Screen::SavedAnswer
        | Screen::Saved
        | Screen::Farewell => Arrangement::Notes,
        _ => Arrangement::Choices,
    }
}

/// Nothing lies behind a number, an opinion given or a farewell.
fn has_back(visit: &Visit, city: &City) -> bool {
    match &visit.screen {
        Screen::Booking(step) => return appointment::has_back(*step),
        Screen::Learning(at) => {
            let learning = visit.learning.as_deref();
            if learning.is_some_and(|learning| learning.is_held(at, &city.taught)) {
                return false;
            }
        }
        _ => {}
    }
    !matches!(
        visit.screen,
        Screen::Done
            | Screen::OpinionReason
            | Screen::Farewell
            | Screen::Saved
            | Screen::Learning(At::End)
    )
}

fn of_overlay(overlay: Overlay, visit: &Visit, city: &City) -> Offer {
    match overlay {
        Overlay::Help => Offer {
            bar: vec![Action::Back],
            ..Offer::choices(
                [Action::CallAttendant, Action::Emergency]
                    .into_iter()
                    .chain(learning::give_way(visit, city))
                    .chain(later::save(visit, city))
                    .chain([Action::Home]),
            )
        },
        Overlay::Called | Overlay::CalledIn(_) => Offer::bar([Action::Back]),
        Overlay::OtherLanguages => Offer {
            choices: city.others.iter().map(|other| Action::Speak(other.tag.clone())).collect(),
            bar: vec![Action::Back],
            ..Offer::default()
        },
        Overlay::Signs(_) => signs::of_overlay(),
        Overlay::StillThere => Offer {
            choices: later::save(visit, city).into_iter().collect(),
            ..Offer::bar([Action::Stay])
        },
        Overlay::Settings(section) => Offer {
            choices: of_section(section, visit.settings, city),
            bar: vec![Action::Back],
            ..Offer::default()
        },
    }
}

fn of_section(section: Section, settings: Settings, city: &City) -> Vec<Action> {
    let near = |value: u8, least: u8, most: u8| {
        let up = value.checked_add(1).filter(|up| *up <= most);
        let down = value.checked_sub(1).filter(|down| *down >= least);
        down.into_iter().chain(up)
    };
    match section {
        Section::Letters => (1..=Settings::LETTERS)
            .map(Action::Letters)
            .chain([Action::Pictures(!settings.pictures), Action::Steady(!settings.steady)])
            .collect(),
        Section::Colours => {
            let motion = Action::Calm(!settings.calm);
            Palette::ALL.map(Action::Palette).into_iter().chain([motion]).collect()
        }
        Section::Language => {
            let other = (!city.others.is_empty()).then_some(Action::OtherLanguage);
            let signs = signs::setting(settings, city);
            city.languages.iter().copied().map(Action::Locale).chain(signs).chain(other).collect()
        }
        Section::Voice => near(settings.rate, 1, Settings::RATE)
            .map(Action::Rate)
            .chain(near(settings.volume, 0, Settings::VOLUME).map(Action::Volume))
            .chain([Action::HearFrom(0)])
            .collect(),
    }
}

/// Whether a request looked up is about a private service; one without its service is.
#[must_use]
pub fn is_private(status: &Status, city: &City) -> bool {
    let service = status.service.as_ref().and_then(|code| city.service(code));
    service.is_none_or(|service| service.private)
}

/// Id of what has the focus: what the person moved to, while it is there.
#[must_use]
pub fn focus(visit: &Visit, offer: &Offer) -> Option<String> {
    let there = |focus: &String| {
        offer.focusable(visit.page).contains(focus) || Spot::of(visit, offer).is_some()
    };
    visit.focus.clone().filter(there)
}

/// Whether the slip of the filed request may have come out already.
#[must_use]
pub fn copies_out(visit: &Visit) -> u32 {
    let out = visit.prints.iter().filter(|print| print.state != PrintState::NotPrinted);
    u32::try_from(out.count()).unwrap_or(u32::MAX)
}
