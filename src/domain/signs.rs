//! The screens in sign language: which clips a city brings, and which of them belongs here.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::city::City;
use super::devices::{Devices, StorageState};
use super::visit::{Offer, Screen, Visit};

/// A city's clips in sign language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Signs {
    /// The sign language's own name: "Libras", "LSR".
    pub name: String,
    /// Files by the screen that they say.
    pub clips: BTreeMap<&'static str, PathBuf>,
}

/// Every screen that can have a clip, by its id in `play`; what only staff see is none of them.
pub const SCREENS: [&str; 75] = [
    "booking",
    "booking.branch",
    "booking.cancel",
    "booking.cancelled",
    "booking.code",
    "booking.day",
    "booking.done",
    "booking.half",
    "booking.mine",
    "booking.name",
    "booking.number",
    "booking.phone",
    "booking.review",
    "booking.service",
    "booking.time",
    "booking.trouble",
    "booking.wait",
    "emergency",
    "farewell",
    "filing.address",
    "filing.channel",
    "filing.consent",
    "filing.description",
    "filing.document",
    "filing.document-doubt",
    "filing.done",
    "filing.elsewhere",
    "filing.for-whom",
    "filing.found",
    "filing.group",
    "filing.leave-message",
    "filing.name",
    "filing.not-recorded",
    "filing.own-words",
    "filing.place",
    "filing.place-words",
    "filing.question",
    "filing.recorded",
    "filing.recording",
    "filing.reply-to",
    "filing.review",
    "filing.safe-to-call",
    "filing.safe-when",
    "filing.service",
    "filing.shared-telephone",
    "filing.street",
    "filing.urgent",
    "filing.who",
    "follow-up.code",
    "follow-up.number",
    "follow-up.status",
    "learn.end",
    "learn.faces",
    "learn.give-way",
    "learn.help",
    "learn.join",
    "learn.lesson",
    "learn.passport",
    "learn.paused",
    "learn.seat",
    "learn.step",
    "learn.track",
    "learn.write",
    "lessons",
    "opinion.face",
    "opinion.reason",
    "out-of-service",
    "saved",
    "saved.answer",
    "saved.word",
    "ticket",
    "ticket.class",
    "ticket.done",
    "ticket.service",
    "welcome",
];

/// The id of the screen beneath whatever is laid over it, as in `play`.
#[must_use]
pub fn screen_id(visit: &Visit, devices: &Devices) -> &'static str {
    match &visit.screen {
        Screen::Welcome | Screen::Review if devices.storage != StorageState::Ready => {
            "out-of-service"
        }
        Screen::Welcome => "welcome",
        Screen::Emergency => "emergency",
        Screen::AtTheCounter(Offer::Booking) => "booking",
        Screen::AtTheCounter(Offer::Ticket) => "ticket",
        Screen::AtTheCounter(Offer::Lessons) => "lessons",
        Screen::Group => "filing.group",
        Screen::Service(_) => "filing.service",
        Screen::OwnWords => "filing.own-words",
        Screen::Recording => "filing.recording",
        Screen::Recorded => "filing.recorded",
        Screen::NotRecorded(_) => "filing.not-recorded",
        Screen::Found => "filing.found",
        Screen::Urgent { .. } => "filing.urgent",
        Screen::Elsewhere => "filing.elsewhere",
        Screen::ForWhom => "filing.for-whom",
        Screen::Consent => "filing.consent",
        Screen::Question(_) => "filing.question",
        Screen::PlaceKind => "filing.place",
        Screen::Street => "filing.street",
        Screen::PlaceWords => "filing.place-words",
        Screen::AddressParts => "filing.address",
        Screen::Description => "filing.description",
        Screen::Who => "filing.who",
        Screen::Name => "filing.name",
        Screen::Document => "filing.document",
        Screen::DocumentDoubt => "filing.document-doubt",
        Screen::Channel => "filing.channel",
        Screen::ReplyTo => "filing.reply-to",
        Screen::SafeToCall => "filing.safe-to-call",
        Screen::SafeWhen => "filing.safe-when",
        Screen::SharedTelephone => "filing.shared-telephone",
        Screen::LeaveMessage => "filing.leave-message",
        Screen::Review => "filing.review",
        Screen::Done => "filing.done",
        Screen::Opinion => "opinion.face",
        Screen::OpinionReason => "opinion.reason",
        Screen::Farewell => "farewell",
        Screen::FollowNumber => "follow-up.number",
        Screen::FollowCode => "follow-up.code",
        Screen::FollowStatus => "follow-up.status",
        Screen::Booking(step) => step.id(),
        Screen::Learning(at) => at.id(),
        Screen::Saved => "saved",
        Screen::SavedWord(_) => "saved.word",
        Screen::SavedAnswer => "saved.answer",
        Screen::LeftDrafts => "left",
    }
}

/// The clip of the screen, where the city brings one.
#[must_use]
pub fn clip<'a>(visit: &Visit, city: &'a City, devices: &Devices) -> Option<&'a Path> {
    let clips = &city.signs.as_ref()?.clips;
    clips.get(screen_id(visit, devices)).map(PathBuf::as_path)
}

/// Whether the clip of the screen was found to be broken.
#[must_use]
pub fn is_broken(visit: &Visit, devices: &Devices) -> bool {
    devices.clip_broken == Some(screen_id(visit, devices))
}

impl Signs {
    /// The screens that have no clip yet.
    pub fn missing(&self) -> impl Iterator<Item = &'static str> {
        SCREENS.into_iter().filter(|screen| !self.clips.contains_key(screen))
    }

    /// The screen that a file says.
    #[must_use]
    pub fn screen_of(&self, file: &Path) -> Option<&'static str> {
        self.clips.iter().find(|(_, clip)| *clip == file).map(|(screen, _)| *screen)
    }
}
