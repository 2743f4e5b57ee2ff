//! Bookings as the hub keeps them, and what its store is asked about them.
//!
//! What is asked carries everything that a store needs to decide within one transaction: several
//! hub processes share one database and keep nothing for themselves.

pub(super) mod calendar;

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::access::AccessHash;
use super::{Hub, HubError};
use crate::domain::booking::Limits;
use crate::domain::booking::number::BookingNumber;
use crate::domain::booking::plan::Wish;
use crate::domain::booking::state::{State, Timing, Verb};
use crate::domain::booking::taken::Way;
use crate::domain::city::Language;
use crate::domain::quiet::quiet_debug;
use crate::domain::request::AccessCode;

/// A booking, without anything personal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Booking {
    /// Its number.
    pub number: BookingNumber,
    /// Where it stands.
    pub state: State,
    /// Code of the branch.
    pub branch: String,
    /// What for, and for how many.
    pub wish: Wish,
    /// When it begins.
    pub start: Timestamp,
    /// When it ends.
    pub end: Timestamp,
    /// Whether people who come together are met side by side.
    pub side_by_side: bool,
    /// The language of messages about it.
    pub language: Language,
    /// How often it was changed.
    pub changes: u32,
}

/// Who comes, and where a reminder goes. All of it is personal.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// How they want to be called.
    pub name: String,
    /// Their telephone.
    pub phone: Option<String>,
    /// Their e-mail.
    pub email: Option<String>,
}

quiet_debug!(Person);

/// How many digits of a telephone are compared: what stands before may be left out.
const PHONE_DIGITS: usize = 9;

impl Person {
    /// By what a person is recognised who books again: the telephone, else the e-mail, else the
    /// name. Only its digest is kept to search by.
    #[must_use]
    pub fn digest(&self) -> ShortDigest {
        let known = match (&self.phone, &self.email) {
            (Some(phone), _) => {
                let digits: Vec<char> = phone.chars().filter(char::is_ascii_digit).collect();
                let from = digits.len().saturating_sub(PHONE_DIGITS);
                format!("phone:{}", digits[from..].iter().collect::<String>())
            }
            (None, Some(email)) => format!("email:{}", email.to_lowercase()),
            (None, None) => {
                let words: Vec<&str> = self.name.split_whitespace().collect();
                format!("name:{}", words.join(" ").to_lowercase())
            }
        };
        ShortDigest::of(&[known.as_bytes()])
    }
}

/// SHA-256 of something that is compared and never shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ShortDigest(pub [u8; 32]);

impl ShortDigest {
    /// The digest of some parts.
    #[must_use]
    pub fn of(parts: &[&[u8]]) -> Self {
        let mut digest = Sha256::new();
        for part in parts {
            digest.update(u64::try_from(part.len()).unwrap_or(u64::MAX).to_be_bytes());
            digest.update(part);
        }
        Self(digest.finalize().into())
    }
}

/// What makes a call the same call: a repeat gets the first answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Call {
    /// Digest of the id that the client made.
    pub id: ShortDigest,
    /// Digest of everything else that it asked.
    pub asked: ShortDigest,
}

/// Who holds times that are not confirmed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Holder {
    /// Digest of the key or of the network address.
    pub digest: ShortDigest,
    /// How many times may be held at once.
    pub at_once: u32,
    /// How many may be asked for within an hour; any number for a key.
    pub hour: Option<u32>,
}

/// A time that somebody wants to be held.
#[derive(Clone, Debug)]
pub struct NewHold {
    /// Which call this is.
    pub call: Call,
    /// Numbers to try; the first that is free is taken.
    pub numbers: Vec<BookingNumber>,
    /// The code that opens it.
    pub access: AccessHash,
    /// Who holds.
    pub holder: Holder,
    /// Where and when.
    pub place: Place,
    /// What for.
    pub wish: Wish,
    /// The language of messages.
    pub language: Language,
    /// Until when it is held.
    pub until: Timestamp,
    /// When it was asked for.
    pub now: Timestamp,
}

/// Where and when a visit may be, in ways of which the first free one is taken.
#[derive(Clone, Debug)]
pub struct Place {
    /// Code of the branch.
    pub branch: String,
    /// When it begins.
    pub start: Timestamp,
    /// The city's day, as 20261124.
    pub day: i32,
    /// The ways.
    pub ways: Vec<Way>,
}

impl Place {
    /// A place on the city's day of its start.
    #[must_use]
    pub fn new(branch: &str, start: Timestamp, ways: Vec<Way>, timezone: &TimeZone) -> Self {
        let date = timezone.to_datetime(start).date();
        let day = (i32::from(date.year()) * 100 + i32::from(date.month())) * 100;
        Self { branch: branch.to_owned(), start, day: day + i32::from(date.day()), ways }
    }
}

/// A booking that was made, and the salt of its code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Granted {
    /// The booking, as the first answer told it.
    pub booking: Booking,
    /// The salt from which, with the id of the call, the code is made.
    pub salt: [u8; 16],
}

/// What opens a booking.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Opener {
    /// Its six digits.
    Code(AccessCode),
    /// The key of somebody who may see every booking.
    Staff,
}

/// Something that is asked of a booking.
#[derive(Clone, Debug)]
pub struct Act {
    /// Which call this is.
    pub call: Call,
    /// Of which booking.
    pub number: BookingNumber,
    /// What opens it.
    pub opener: Opener,
    /// What is asked.
    pub deed: Deed,
    /// How early and how late it may be.
    pub timing: Timing,
    /// What one person may have.
    pub limits: Limits,
    /// How long before the start people are reminded.
    pub reminder_hours: Vec<u32>,
    /// When it was asked.
    pub now: Timestamp,
}

/// What is asked, with what it needs.
#[derive(Clone, Debug)]
pub enum Deed {
    /// This person comes.
    Confirm(Person),
    /// Another time or branch.
    Change(Place),
    /// Nobody comes.
    Cancel,
    /// Somebody is here.
    CheckIn,
    /// Nobody came.
    Miss,
}

impl Deed {
    /// What is asked, alone.
    #[must_use]
    pub fn verb(&self) -> Verb {
        match self {
            Self::Confirm(_) => Verb::Confirm,
            Self::Change(_) => Verb::Change,
            Self::Cancel => Verb::Cancel,
            Self::CheckIn => Verb::CheckIn,
            Self::Miss => Verb::Miss,
        }
    }
}

/// A booking with the person who comes, for staff.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expected {
    /// The booking.
    pub booking: Booking,
    /// Who comes; nobody yet while it is only held.
    pub person: Option<Person>,
}

/// A reminder that is due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reminder {
    /// Of which booking, and to whom it goes.
    pub of: Expected,
    /// When it was due; with the number, what it is known by.
    pub due: Timestamp,
}

/// When a reminder is due.
#[must_use]
pub fn reminded(start: Timestamp, hours: u32) -> Timestamp {
    start.checked_sub(SignedDuration::from_hours(i64::from(hours))).unwrap_or(Timestamp::MIN)
}

impl AccessHash {
    /// A new code that comes from the id of a call: a repeat is told the same, though only its
    /// hash is kept.
    ///
    /// # Errors
    /// When the machine has no randomness to give.
    pub fn minted(id: &Uuid) -> Result<Self, getrandom::Error> {
        let mut salt = [0; 16];
        getrandom::fill(&mut salt)?;
        Ok(Self::of(salt, &minted(salt, id)))
    }
}

/// The code that a salt and the id of a call make.
#[must_use]
pub fn minted(salt: [u8; 16], id: &Uuid) -> AccessCode {
    let ShortDigest(digest) = ShortDigest::of(&[b"access", &salt, id.as_bytes()]);
    let [a, b, c, d, ..] = digest;
    AccessCode::from_random(u32::from_be_bytes([a, b, c, d]))
}

impl Hub {
    /// Frees what was held too long, and forgets bookings whose days are over.
    ///
    /// # Errors
    /// [`HubError::Store`].
    pub async fn forget_bookings(&self) -> Result<(), HubError> {
        let days = self.city.booking.as_ref().map_or(0, |rules| rules.keep_days);
        let kept = SignedDuration::from_hours(24 * i64::from(days));
        let ended_before = self.now().checked_sub(kept).unwrap_or(Timestamp::MIN);
        Ok(self.store.forget_bookings(ended_before, self.now()).await?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_person_is_known_by_telephone_however_it_is_written() {
        let person = |name: &str, phone: Option<&str>, email: Option<&str>| Person {
            name: name.to_owned(),
            phone: phone.map(str::to_owned),
            email: email.map(str::to_owned),
        };
        let digest = |phone| person("Ana", Some(phone), None).digest();
        assert_eq!(digest("(21) 99876-5432"), digest("+55 21 998765432"));
        assert_ne!(digest("(21) 99876-5432"), digest("(21) 99876-5431"));
        let mail = |email| person("Ana", None, Some(email)).digest();
        assert_eq!(mail("Ana@example.org"), mail("ana@EXAMPLE.org"));
        assert_eq!(
            person(" Ana  Lima", None, None).digest(),
            person("ana lima", None, None).digest()
        );
        assert!(!format!("{:?}", person("Planted", None, None)).contains("Planted"));
    }

    #[test]
    fn a_code_is_the_same_for_a_repeat_and_another_for_another_call() {
        let id = Uuid::new_v4();
        let access = AccessHash::minted(&id).unwrap();
        assert!(access.matches(&minted(access.salt, &id)));
        let codes: Vec<_> = (0..4).map(|_| minted(access.salt, &Uuid::new_v4())).collect();
        assert!(codes.iter().any(|code| *code != minted(access.salt, &id)));
    }
}
