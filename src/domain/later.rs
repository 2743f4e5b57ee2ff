//! What a person leaves for later, on purpose or by going away.

use std::collections::BTreeSet;

use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use super::action::Line;
use super::city::{City, Language, ServiceCode};
use super::code_words::ResumeCode;
use super::flow;
use super::quiet::quiet_debug;
use super::request::Draft;
use super::settings::Settings;
use super::visit::{Screen, Visit};

/// What is kept of a visit: what was said, and how the person wants to see and hear. Nothing of an
/// earlier request, no number, no look-up.
#[derive(Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Kept {
    /// Language of screen, voice and paper.
    pub language: Language,
    /// Letters, colours, voice.
    pub settings: Settings,
    /// The question that was open.
    pub screen: Screen,
    /// The questions before it, for Back.
    pub trail: Vec<Screen>,
    /// What was said.
    pub draft: Draft,
    /// Lines that were passed, with or without an answer.
    pub passed: BTreeSet<Line>,
    /// A line was being changed.
    pub changing: bool,
    /// Services found for the own words.
    pub found: Vec<ServiceCode>,
    /// Contacts that the person was told to call already.
    pub warned: BTreeSet<String>,
    /// A document was asked about once already.
    pub document_doubted: bool,
}

impl Kept {
    /// What is kept of a visit whose typing was taken into the draft.
    #[must_use]
    pub fn of(visit: &Visit, city: &City) -> Self {
        // Nothing is recorded any more.
        let was_recording =
            |screen: &Screen| matches!(screen, Screen::Recording | Screen::NotRecorded(_));
        let of_draft = |screen: &Screen| {
            *screen == Screen::Review
                || flow::line_of(screen, &visit.draft, city).is_some() && !was_recording(screen)
        };
        let is_open = of_draft(&visit.screen);
        let screen = if is_open { visit.screen.clone() } else { flow::open_question(visit, city) };
        Self {
            language: visit.language,
            settings: visit.settings,
            screen,
            trail: visit.trail.iter().filter(|screen| of_draft(screen)).cloned().collect(),
            draft: visit.draft.clone(),
            passed: visit.passed.clone(),
            changing: visit.changing,
            found: visit.found.clone(),
            warned: visit.warned.clone(),
            document_doubted: visit.document_doubted,
        }
    }

    /// The visit that goes on with it; the arrival at its screen is still to come.
    #[must_use]
    pub fn visit(self, now: Timestamp) -> Visit {
        Visit {
            settings: self.settings,
            screen: self.screen,
            trail: self.trail,
            draft: self.draft,
            passed: self.passed,
            changing: self.changing,
            found: self.found,
            warned: self.warned,
            document_doubted: self.document_doubted,
            ..Visit::new(self.language, now)
        }
    }
}

/// Where something kept by a code is found, without the code's opening it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub struct Locator(pub [u8; 16]);

impl std::fmt::Display for Locator {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:032x}", u128::from_be_bytes(self.0))
    }
}

/// No locator: 32 hexadecimal digits are one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("A locator is 32 hexadecimal digits")]
pub struct NotALocator;

impl std::str::FromStr for Locator {
    type Err = NotALocator;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let digits = text.len() == 32 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
        let number = u128::from_str_radix(text, 16).ok().filter(|_| digits).ok_or(NotALocator)?;
        Ok(Self(number.to_be_bytes()))
    }
}

/// A code as it was given.
#[derive(Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Given {
    /// Its words.
    pub code: ResumeCode,
    /// Until when it opens anything.
    pub until: Timestamp,
    /// The slip with the words, where one was begun.
    pub slip: Option<Uuid>,
}

/// What a code opened.
#[derive(Clone, PartialEq)]
pub struct Opened {
    /// What was kept.
    pub kept: Kept,
    /// Where.
    pub locator: Locator,
}

/// Why a code opened nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum NotOpened {
    /// Nothing is kept under it any more, or never was.
    NotThere,
    /// Nothing is kept under it here, and nobody could ask the city.
    NotHere,
    /// Too many wrong codes: in so many minutes again.
    Wait(u32),
}

/// A code being tried.
#[derive(Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Opening {
    /// Which try this is: an older one's answer is dropped.
    pub attempt: u32,
    /// Why nothing was opened; `None` while it is looked for.
    pub answer: Option<NotOpened>,
}

/// A draft that somebody left without a word, as staff see it.
#[derive(Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct LeftDraft {
    /// Its id.
    pub id: Uuid,
    /// When it was left.
    pub at: Timestamp,
    /// The group of its service; none for a private one, or where none was chosen.
    pub group: Option<String>,
}

impl LeftDraft {
    /// As staff see it.
    #[must_use]
    pub fn of(id: Uuid, at: Timestamp, kept: &Kept, city: &City) -> Self {
        let service = flow::service_of(&kept.draft, city).filter(|service| !service.private);
        Self { id, at, group: service.map(|service| service.group.clone()) }
    }
}

/// What a visit knows of things left for later.
#[derive(Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Later {
    /// The code of this visit's draft.
    pub given: Option<Given>,
    /// Words typed so far, without accents.
    pub words: Vec<String>,
    /// A code being tried.
    pub opening: Option<Opening>,
    /// What staff may open again.
    pub left: Vec<LeftDraft>,
}

quiet_debug!(Kept, Given, Opened, Opening, LeftDraft, Later);

/// Wrong codes at a station.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tries {
    /// How many in a row.
    pub wrong: u32,
    /// When the last was tried.
    pub last: Option<Timestamp>,
}

impl Tries {
    /// Wrong codes that cost no wait: a word is soon mixed up.
    const FREE: u32 = 4;
    /// The first wait; each is twice the one before.
    const FIRST_WAIT: SignedDuration = SignedDuration::from_mins(1);
    /// The longest wait: nobody shall be able to lock everybody else out.
    const LONGEST_WAIT: SignedDuration = SignedDuration::from_mins(15);
    /// After so long without a wrong code all are forgotten.
    const FORGOTTEN: SignedDuration = SignedDuration::from_hours(24);

    /// Minutes to wait before the next try, from 1; `None` where it may be now.
    #[must_use]
    pub fn wait(self, now: Timestamp) -> Option<u32> {
        let last = self.last?;
        let beyond = self.wrong.checked_sub(Self::FREE)?;
        let wait = (Self::FIRST_WAIT * 2i32.pow(beyond.min(4))).min(Self::LONGEST_WAIT);
        let left = wait - now.duration_since(last);
        // Begun minutes count whole.
        let minutes = (left.as_secs() + 59) / 60;
        u32::try_from(minutes).ok().filter(|minutes| *minutes > 0)
    }

    /// After one more wrong code.
    #[must_use]
    pub fn after_wrong(self, now: Timestamp) -> Self {
        let recent = self.last.is_some_and(|last| now.duration_since(last) < Self::FORGOTTEN);
        let before = if recent { self.wrong } else { 0 };
        Self { wrong: before.saturating_add(1), last: Some(now) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn some_wrong_codes_are_free_and_then_each_wait_is_longer() {
        let now = Timestamp::constant(1_795_348_800, 0);
        let mut tries = Tries::default();
        let mut waits = Vec::new();
        for _ in 0..12 {
            tries = tries.after_wrong(now);
            waits.push(tries.wait(now).unwrap_or_default());
        }
        assert_eq!(waits, [0, 0, 0, 1, 2, 4, 8, 15, 15, 15, 15, 15]);
        let soon = now + SignedDuration::from_mins(14);
        assert_eq!(tries.wait(soon), Some(1));
        assert_eq!(tries.wait(now + SignedDuration::from_mins(15)), None);
        let tomorrow = now + SignedDuration::from_hours(24);
        assert_eq!(tries.after_wrong(tomorrow).wrong, 1);
    }

    #[test]
    fn a_locator_is_read_back_as_it_is_written() {
        let locator = Locator([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 255]);
        assert_eq!(locator.to_string().parse(), Ok(locator));
        assert!("+0102030405060708090a0b0c0d0eff0".parse::<Locator>().is_err());
        assert!("00".parse::<Locator>().is_err());
    }
}
