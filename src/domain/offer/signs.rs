//! A clip in sign language: where it is offered, and what stands beside it.

use super::Offer;
use crate::domain::action::Action;
use crate::domain::city::City;
use crate::domain::devices::Devices;
use crate::domain::panel::Arrangement;
use crate::domain::settings::{Section, Settings};
use crate::domain::signs;
use crate::domain::visit::{Overlay, Visit};

/// The choice between clips and none, where the city has clips.
pub(super) fn setting(settings: Settings, city: &City) -> Option<Action> {
    let has = city.signs.as_ref().is_some_and(|signs| !signs.clips.is_empty());
    has.then_some(Action::Signing(!settings.signs))
}

/// A clip can be seen again.
pub(super) fn of_overlay() -> Offer {
    Offer { bar: vec![Action::Back], ..Offer::choices([Action::Signs]) }
}

/// Offers the clip of a screen in the place of the voice's settings: who signs needs no voice here.
pub(super) fn add(offer: &mut Offer, visit: &Visit, city: &City, devices: &Devices) {
    match visit.overlay {
        Some(Overlay::Signs(_)) if signs::is_broken(visit, devices) => {
            offer.choices.clear();
            offer.arrangement = Arrangement::Notes;
        }
        None if visit.settings.signs && signs::clip(visit, city, devices).is_some() => {
            let voice = Action::Settings(Section::Voice);
            for action in offer.bar.iter_mut().filter(|action| **action == voice) {
                *action = Action::Signs;
            }
        }
        _ => {}
    }
}
