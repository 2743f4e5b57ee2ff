//! What of an offer stands on which page: as much as the glass has room for.

use super::super::action::{Action, Line};
use super::super::appointment::Step;
use super::super::city::City;
use super::super::devices::{Devices, PrinterState, VoiceState};
use super::super::panel::{Arrangement, Panel, Room};
use super::super::settings::{Section, Settings};
use super::super::visit::{Overlay, Screen, Visit};
use super::Offer;

/// The most large pictures on a page, "Mais" among them.
const PICTURES_ON_A_PAGE: usize = 6;

/// Letters of a text beyond which it stands on more lines than others.
const LONG: usize = 50;

/// Letters of a name beyond which the largest size may need a third line.
const LONG_NAME: usize = 26;

impl Offer {
    /// How many choices' room a page has for `choices`.
    fn page_room(&self) -> usize {
        let room = self.room.choices.saturating_sub(self.always.len()).max(1);
        let more = usize::from(!self.has_more_apart());
        let all: usize = self.choices.iter().map(|choice| self.weight(choice)).sum();
        if all <= room { room } else { room.saturating_sub(more).max(1) }
    }

    /// How many choices' room one takes.
    fn weight(&self, choice: &Action) -> usize {
        if self.heavy.contains(choice) { 2 } else { 1 }
    }

    /// Where each page of `choices` begins.
    fn starts(&self) -> Vec<usize> {
        let room = self.page_room();
        let mut starts = vec![0];
        let mut used = 0;
        for (place, choice) in self.choices.iter().enumerate() {
            let weight = self.weight(choice);
            if used > 0 && used + weight > room {
                starts.push(place);
                used = 0;
            }
            used += weight;
        }
        starts
    }

    /// Whether "Mais" stands in the bar: where something else goes on, it does not.
    fn has_more_apart(&self) -> bool {
        self.room.more_apart && !self.goes_on()
    }

    /// Whether something that goes on stands in the bar.
    fn goes_on(&self) -> bool {
        let goes_on = [Action::Next, Action::Finish, Action::Stay];
        goes_on.iter().any(|action| self.bar.contains(action))
    }

    /// Whether leaving out stands where going on does elsewhere: that place is free, and the eye
    /// finds it there again.
    #[must_use]
    pub fn skips_in_bar(&self) -> bool {
        self.bar.contains(&Action::Skip) && !self.goes_on()
    }

    /// How many pages there are, at least one.
    #[must_use]
    pub fn pages(&self) -> usize {
        self.starts().len()
    }

    /// What stands on a page, in reading order: choices, "Mais", then the bar.
    #[must_use]
    pub fn on_page(&self, page: usize) -> Vec<Action> {
        let starts = self.starts();
        let page = page.min(starts.len() - 1);
        let first = starts.get(page).copied().unwrap_or(0);
        let end = starts.get(page + 1).copied().unwrap_or(self.choices.len());
        let more = (starts.len() > 1).then_some(Action::More);
        let choices = self.choices.get(first..end).unwrap_or_default();
        self.lead
            .iter()
            .chain(choices)
            .chain(&self.always)
            .chain(&more)
            .chain(&self.bar)
            .cloned()
            .collect()
    }

    /// Takes its place in a room: where the bar has no room for it, leaving out is a choice among
    /// choices; in a small room everything takes turns.
    pub(super) fn settle(&mut self, room: Room) {
        self.room = room;
        let beside_field = matches!(self.arrangement, Arrangement::Field) && !room.small;
        let in_bar = !room.more_apart && self.skips_in_bar();
        if !beside_field
            && !in_bar
            && let Some(place) = self.bar.iter().position(|it| *it == Action::Skip)
        {
            self.always.push(self.bar.remove(place));
        }
        if self.pages() > 1 {
            // Whom to call is not for the last page.
            if let Some(place) = self.choices.iter().position(|it| *it == Action::Emergency) {
                let emergency = self.choices.remove(place);
                self.choices.insert(1.min(place), emergency);
            }
        }
        if room.small {
            self.choices.splice(0..0, self.lead.drain(..));
            self.choices.append(&mut self.always);
            // Nor is leaving out, for whom nothing fits.
            if let Some(second) = self.starts().get(1)
                && self.choices.last() == Some(&Action::Skip)
            {
                self.choices.insert((*second).max(2) - 1, Action::Skip);
                self.choices.pop();
            }
        }
    }
}

/// How much has room on a page of this offer.
pub(super) fn room(offer: &Offer, visit: &Visit, devices: &Devices) -> Room {
    let room = devices.panel.map(|it| it.room(visit.settings.letters, offer.arrangement));
    let mut room = room.unwrap_or_default();
    if let Some(Overlay::Settings(Section::Letters | Section::Language)) = visit.overlay {
        // Single words.
        room.choices = room.choices.max(4);
    }
    if visit.settings.pictures && offer.arrangement == Arrangement::Choices {
        // Large ones.
        room.choices = room.choices.min(PICTURES_ON_A_PAGE - offer.lead.len());
        if room.small && visit.settings.letters == Settings::LETTERS {
            room.choices = room.choices.min(2);
        }
    }
    if matches!(visit.screen, Screen::Emergency | Screen::Urgent { .. })
        && visit.overlay.is_none()
        && visit.settings.letters == Settings::LETTERS
    {
        // The numbers to call stand there too; lying, two names side by side take three lines each.
        let wide = devices.panel.unwrap_or(Panel::USUAL).is_wide();
        room.choices = if room.small || wide { 1 } else { 2 };
    }
    let in_trouble = devices.printer != PrinterState::Ready || devices.voice == VoiceState::Broken;
    if visit.screen == Screen::Welcome && visit.settings.letters == 3 && in_trouble {
        // What does not work is told above the choices.
        room.choices = room.choices.min(6);
    }
    let step = match (&visit.screen, visit.overlay) {
        (Screen::Booking(step), None) => Some(*step),
        _ => None,
    };
    if let Some(step) = step {
        if step == Step::Time {
            // Single words.
            room.choices = room.choices.max(4);
        }
        room.choices = room.choices.min(most_of(step, visit.settings.letters, devices.panel));
    }
    if visit.settings.steady && visit.overlay.is_none() && offer.arrangement != Arrangement::Phone {
        room.choices = room.for_steady_hands();
    }
    if room.upright
        && visit.overlay.is_none()
        && step != Some(Step::Time)
        && offer.arrangement == Arrangement::Choices
        && visit.settings.letters == Settings::LETTERS
        && offer.choices.len() > room.choices
    {
        // Names of three lines.
        let more = usize::from(!room.more_apart || offer.goes_on());
        room.choices = room.choices.min(2 + more);
    }
    room
}

/// The most choices on a page of an appointment: what stands below a choice, and beside all of
/// them, takes room.
fn most_of(step: Step, letters: u8, panel: Option<Panel>) -> usize {
    let panel = panel.unwrap_or(Panel::USUAL);
    let (small, wide) = (panel.is_small(), panel.is_wide());
    match (step, letters) {
        // Each place says where it is, and a map stands there too; above the days stands the
        // earliest time of all.
        (Step::Branch, 4) if small => 1,
        (Step::Branch, 3) | (Step::Day | Step::Class | Step::Matter, 4) if small => 2,
        (Step::Branch | Step::Class | Step::Matter, 4) => 3,
        (Step::Branch, 3) | (Step::Day, 4) if wide => 3,
        (Step::Branch, _) => 6,
        (Step::Day, 3) if wide => 5,
        (Step::Day, _) if wide => 6,
        // Much is told there.
        (Step::Done, 1 | 2) if wide && !small => 2,
        (Step::Done, 4) => 2,
        _ => usize::MAX,
    }
}

/// What takes the place of two choices in a small room: a long text, a time with its place, a name
/// of three lines.
pub(super) fn heavy(offer: &Offer, visit: &Visit, city: &City, room: Room) -> Vec<Action> {
    if !room.small {
        return Vec::new();
    }
    match offer.arrangement {
        Arrangement::Review if visit.draft.description.chars().count() > LONG => {
            vec![Action::Change(Line::Description)]
        }
        Arrangement::Choices if visit.settings.letters == Settings::LETTERS => {
            let long = offer.choices.iter().filter(|it| has_long_name(it, visit, city)).cloned();
            long.chain([Action::Soonest]).collect()
        }
        Arrangement::Notes => vec![Action::Hear],
        _ => Vec::new(),
    }
}

fn has_long_name(choice: &Action, visit: &Visit, city: &City) -> bool {
    let Action::Service(code) = choice else { return false };
    let words = city.service(code).and_then(|service| service.words.get(&visit.language));
    words.is_some_and(|words| words.name.chars().count() > LONG_NAME)
}
