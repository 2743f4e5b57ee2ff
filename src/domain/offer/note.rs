//! What the screens of a voice note offer, and where one may begin.

use super::Offer;
use crate::domain::action::Action;
use crate::domain::devices::{Devices, MicrophoneState};
use crate::domain::panel::Panel;
use crate::domain::visit::{Screen, Visit};

/// What a screen of a note offers by itself.
pub(super) fn of_screen(visit: &Visit) -> Offer {
    match visit.screen {
        Screen::Recording => Offer::choices([Action::StopRecording]),
        Screen::Recorded => Offer {
            choices: vec![
                Action::HearRecording,
                Action::RecordAgain,
                Action::ThrowAway,
                Action::Emergency,
            ],
            bar: vec![Action::Next],
            ..Offer::default()
        },
        _ => Offer::choices([Action::RecordAgain, Action::CallAttendant]),
    }
}

/// Where words are asked they may be spoken; and whoever has spoken need not know what it is about.
pub(super) fn add(offer: &mut Offer, visit: &Visit, devices: &Devices) {
    let spoken = visit.draft.note.is_some();
    let may = spoken || devices.microphone == MicrophoneState::Ready;
    // There the keys leave room for nothing else: one speaks before anything is to be written.
    let small = devices.panel.is_some_and(Panel::is_small);
    match visit.screen {
        Screen::OwnWords | Screen::Description if may && !small => {
            offer.choices.push(Action::Record);
        }
        Screen::Group if may && small && !spoken => offer.lead.push(Action::Record),
        Screen::Group | Screen::Service(_) if spoken => offer.always.push(Action::NoneOfThese),
        _ => {}
    }
}
