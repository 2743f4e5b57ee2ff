//! What others may hear, a black screen, and a call without a sound: where they are offered.

use super::{FieldKind, Offer};
use crate::domain::action::Action;
use crate::domain::appointment::Step;
use crate::domain::city::City;
use crate::domain::devices::Devices;
use crate::domain::panel::Arrangement;
use crate::domain::privacy::{Aloud, Kept, is_about_private, kept};
use crate::domain::settings::Section;
use crate::domain::visit::{Overlay, Screen, Visit};

/// Whether an action applies wherever one is.
pub(super) fn holds(action: &Action) -> bool {
    matches!(
        action,
        Action::AloudYes
            | Action::AloudNo
            | Action::ScreenOff
            | Action::ScreenOn
            | Action::CallQuietly
    )
}

/// Whether a call brings danger, and when it does not.
pub(super) fn whether_safe(screen: &Screen) -> Offer {
    match screen {
        Screen::SafeWhen => Offer::field("safe-when", FieldKind::Text, &[Action::Next]),
        _ => Offer::choices([Action::SafeYes, Action::SafeOnlyAt, Action::SafeNo]),
    }
}

/// Adds what is offered here, after what the screen itself offers.
pub(super) fn add(offer: &mut Offer, visit: &Visit, city: &City, devices: &Devices) {
    let screen = if visit.settings.black { Action::ScreenOn } else { Action::ScreenOff };
    let aloud = if visit.aloud == Aloud::Yes { Action::AloudNo } else { Action::AloudYes };
    match visit.overlay {
        Some(Overlay::Settings(Section::Voice)) => {
            if !devices.headphones {
                offer.choices.push(aloud);
            }
            offer.choices.push(screen);
        }
        Some(Overlay::Help) => {
            offer.choices.insert(1, Action::CallQuietly);
            if devices.headphones {
                offer.choices.push(screen);
            }
        }
        Some(_) => {}
        None => {
            if visit.screen == Screen::Welcome && devices.headphones {
                // Whoever listens has no use for pictures.
                offer.choices.retain(|choice| *choice != Action::Pictures(true));
                offer.choices.push(screen);
            }
            if visit.screen == Screen::Done {
                offer.choices.insert(1, Action::HearReceipt);
            }
            let spoken_of = matches!(
                visit.screen,
                Screen::Review | Screen::Done | Screen::Booking(Step::Review | Step::Done)
            );
            if spoken_of && !devices.headphones && kept(visit, city) == Kept::Person {
                offer.choices.push(aloud);
            }
            let plain = matches!(offer.arrangement, Arrangement::Choices | Arrangement::Notes);
            if plain && is_about_private(visit, city) {
                offer.choices.push(Action::CallQuietly);
            }
        }
    }
}
