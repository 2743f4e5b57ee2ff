//! What a screen offers: its fields and the actions that apply. The view gives them words.

mod screen;

use super::action::Action;
use super::city::City;
use super::devices::{Devices, StorageState};
use super::settings::{Palette, Settings};
use super::visit::{Overlay, PrintState, Screen, Status, Visit};

pub use screen::{address_parts, question_at, reasons, reply_kind};

/// The most choices on a page, "Mais" among them.
pub const CHOICES_ON_A_PAGE: usize = 8;

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
    /// Choices, on as many pages as they need.
    pub choices: Vec<Action>,
    /// Choices that stand on every page.
    pub always: Vec<Action>,
    /// What stands apart: commit, go on, back, help, settings, leave.
    pub bar: Vec<Action>,
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

    /// How many choices stand on one page.
    fn page_length(&self) -> usize {
        let room = CHOICES_ON_A_PAGE.saturating_sub(self.always.len());
        if self.choices.len() <= room { room.max(1) } else { room.saturating_sub(1).max(1) }
    }

    /// How many pages there are, at least one.
    #[must_use]
    pub fn pages(&self) -> usize {
        self.choices.len().div_ceil(self.page_length()).max(1)
    }

    /// What stands on a page, in reading order: choices, "Mais", then the bar.
    #[must_use]
    pub fn on_page(&self, page: usize) -> Vec<Action> {
        let length = self.page_length();
        let page = page.min(self.pages() - 1);
        let more = (self.pages() > 1).then_some(Action::More);
        self.choices
            .iter()
            .skip(page * length)
            .take(length)
            .chain(&self.always)
            .chain(&more)
            .chain(&self.bar)
            .cloned()
            .collect()
    }

    /// Ids of what can have the focus, in reading order: fields, then what stands on the page.
    #[must_use]
    pub fn focusable(&self, page: usize) -> Vec<String> {
        let fields = self.fields.iter().map(|(id, _)| (*id).to_owned());
        fields.chain(self.on_page(page).iter().map(Action::to_string)).collect()
    }

    /// Whether an action applies here, on whatever page it stands.
    #[must_use]
    pub fn holds(&self, action: &Action) -> bool {
        (*action == Action::More && self.pages() > 1)
            || self.choices.contains(action)
            || self.always.contains(action)
            || self.bar.contains(action)
            || matches!(action, Action::Letters(1..=Settings::LETTERS))
            || matches!(action, Action::Rate(1..=Settings::RATE))
            || matches!(action, Action::Volume(0..=Settings::VOLUME))
            || matches!(action, Action::Palette(_))
    }
}

/// Whether an action can be done at this moment; one that cannot is shown, and says why.
#[must_use]
pub fn is_enabled(action: &Action, devices: &Devices) -> bool {
    match action {
        Action::Reprint => devices.printer.can_print(),
        Action::Request | Action::Resume | Action::Complain | Action::File => {
            devices.storage == StorageState::Ready
        }
        _ => true,
    }
}

/// What the person sees now: the overlay's offer where there is one, else the screen's.
#[must_use]
pub fn offer(visit: &Visit, city: &City) -> Offer {
    let mut offer = match visit.overlay {
        Some(overlay) => of_overlay(overlay, visit, city),
        None => screen::of_screen(visit, city),
    };
    if visit.overlay.is_none() && visit.screen != Screen::Welcome && has_back(&visit.screen) {
        offer.bar.push(Action::Back);
    }
    if visit.overlay.is_none() {
        offer.bar.extend([Action::Help, Action::Settings]);
    }
    if visit.overlay.is_some() || visit.screen != Screen::Welcome {
        offer.bar.push(Action::LeaveFast);
    }
    offer
}

/// Nothing lies behind a number, an opinion given or a farewell.
fn has_back(screen: &Screen) -> bool {
    !matches!(screen, Screen::Done | Screen::OpinionReason | Screen::Farewell)
}

fn of_overlay(overlay: Overlay, visit: &Visit, city: &City) -> Offer {
    match overlay {
        Overlay::Help => {
            Offer::bar([Action::CallAttendant, Action::Emergency, Action::Home, Action::Back])
        }
        Overlay::Called => Offer::bar([Action::Back]),
        Overlay::StillThere => Offer::bar([Action::Stay]),
        Overlay::Settings => {
            let settings = visit.settings;
            let near = |value: u8, last: u8| {
                [value.checked_sub(1), Some(value + 1).filter(|v| *v <= last)].into_iter().flatten()
            };
            Offer {
                choices: (1..=Settings::LETTERS)
                    .map(Action::Letters)
                    .chain(Palette::ALL.map(Action::Palette))
                    .chain(city.languages.iter().copied().map(Action::Locale))
                    .chain(near(settings.rate, Settings::RATE).filter(|r| *r > 0).map(Action::Rate))
                    .chain(near(settings.volume, Settings::VOLUME).map(Action::Volume))
                    .collect(),
                bar: vec![Action::Back],
                ..Offer::default()
            }
        }
    }
}

/// Whether a request looked up is about a private service; one without its service is.
#[must_use]
pub fn is_private(status: &Status, city: &City) -> bool {
    let service = status.service.as_ref().and_then(|code| city.service(code));
    service.is_none_or(|service| service.private)
}

/// Id of what has the focus: what the person moved to while it is there, else the first field.
#[must_use]
pub fn focus(visit: &Visit, offer: &Offer) -> Option<String> {
    let ids = offer.focusable(visit.page);
    let moved_to = visit.focus.clone().filter(|focus| ids.contains(focus));
    moved_to.or_else(|| offer.fields.first().map(|(id, _)| (*id).to_owned()))
}

/// Whether the slip of the filed request may have come out already.
#[must_use]
pub fn copies_out(visit: &Visit) -> u32 {
    let out = visit.prints.iter().filter(|print| print.state != PrintState::NotPrinted);
    u32::try_from(out.count()).unwrap_or(u32::MAX)
}
