//! A ticket: its number, and what has become of it.

use std::fmt;
use std::str::FromStr;

use jiff::Timestamp;

use super::policy::{Reason, Turn};
use super::rules::{ClassCode, Series};
use crate::domain::city::ServiceCode;
use crate::domain::quiet::quiet_debug;

/// How many numbers a letter has before the next one begins.
const A_LETTER: u32 = 99;

/// What is printed, shown and spoken: `A07`.
///
/// One series a branch and day, in the order of arrival: it tells neither service nor class
/// (`docs/adr/0011-one-series-of-tickets.md`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TicketNumber {
    letter: char,
    number: u16,
}

impl TicketNumber {
    /// A number that nobody gets.
    pub(super) const NONE: Self = Self { letter: 'A', number: 0 };

    /// The number of the ticket that is taken as `sequence`th of the day, from 0.
    ///
    /// When all letters are used up, they begin again with 101, then 201: a number is never given
    /// twice a day, and nobody is refused one.
    #[must_use]
    pub fn of(sequence: u32, series: &Series) -> Self {
        let letters = u32::try_from(series.letters.len()).unwrap_or(1).max(1);
        let place = usize::try_from(sequence / A_LETTER % letters).unwrap_or_default();
        let number = sequence / (A_LETTER * letters) * 100 + sequence % A_LETTER + 1;
        Self {
            letter: series.letters.get(place).copied().unwrap_or('A'),
            number: u16::try_from(number).unwrap_or(u16::MAX),
        }
    }

    /// Its letter.
    #[must_use]
    pub fn letter(self) -> char {
        self.letter
    }

    /// What stands after the letter.
    #[must_use]
    pub fn number(self) -> u16 {
        self.number
    }
}

impl fmt::Display for TicketNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{:02}", self.letter, self.number)
    }
}

/// Why a text is not a ticket number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("A ticket has a letter and a number, like A07")]
pub struct NotATicketNumber;

impl FromStr for TicketNumber {
    type Err = NotATicketNumber;

    /// Accepts small letters, blanks and hyphens, as people type it.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let plain: String =
            text.chars().filter(|letter| !letter.is_whitespace() && *letter != '-').collect();
        let mut letters = plain.chars();
        let letter = letters.next().filter(char::is_ascii_alphabetic).ok_or(NotATicketNumber)?;
        let digits = letters.as_str();
        let number = digits.parse().ok().filter(|number| *number > 0).ok_or(NotATicketNumber)?;
        if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(NotATicketNumber);
        }
        Ok(Self { letter: letter.to_ascii_uppercase(), number })
    }
}

impl serde::Serialize for TicketNumber {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> serde::Deserialize<'de> for TicketNumber {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

/// A call, and why it was this ticket's.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Call {
    /// The desk that calls.
    pub desk: u16,
    /// The first time.
    pub first: Timestamp,
    /// The last time.
    pub last: Timestamp,
    /// How many times by now.
    pub times: u8,
    /// Why this ticket and no other.
    pub reason: Reason,
    /// Whose turn it is after this call, under alternation: what the branch's next call needs.
    pub turn: Turn,
}

/// Why a ticket does not count any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Voided {
    /// The person does not want to wait any more.
    GivenUp,
    /// It was taken by mistake, or twice.
    Mistake,
}

/// What has become of a ticket.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(tag = "state", rename_all = "kebab-case")]
pub enum State {
    /// It waits to be called.
    Waiting,
    /// It waits again after it was parked, missed, or out.
    Returned,
    /// A desk calls it.
    Called(Call),
    /// The person is at the desk.
    Serving {
        /// How they got there.
        call: Call,
        /// Since when.
        started: Timestamp,
    },
    /// The person fetches something; the attendant knows of it.
    Parked {
        /// The desk that knows.
        desk: u16,
        /// Since when.
        at: Timestamp,
    },
    /// The person went out for a while and said so.
    Out {
        /// Since when.
        at: Timestamp,
    },
    /// It was called and nobody came.
    Missed {
        /// How it was called.
        call: Call,
        /// When it was given up.
        at: Timestamp,
    },
    /// It is done.
    Served {
        /// How they got there.
        call: Call,
        /// From when.
        started: Timestamp,
        /// Until when.
        ended: Timestamp,
    },
    /// It does not count any more.
    Void {
        /// Why.
        why: Voided,
        /// Since when.
        at: Timestamp,
    },
    /// The day ended before it was served.
    Closed {
        /// When.
        at: Timestamp,
    },
}

/// Somebody's place in a branch's queue, on one day.
#[derive(Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Ticket {
    /// What people see and hear.
    pub number: TicketNumber,
    /// How many were taken before it at this branch on this day.
    pub sequence: u32,
    /// What it is for; never on paper, panel or loudspeaker.
    pub service: ServiceCode,
    /// What the person said of themself; never on paper, panel or loudspeaker.
    pub class: ClassCode,
    /// The booked time, where the person checked in with an appointment.
    pub appointment: Option<Timestamp>,
    /// When it was taken.
    pub arrived: Timestamp,
    /// From when its place counts: when it was taken, or later where it lost some of its place.
    pub since: Timestamp,
    /// How many times it came back after it was missed.
    pub returns: u8,
    /// What has become of it.
    pub state: State,
}

quiet_debug!(Ticket);

impl Ticket {
    /// Whether it can be called.
    #[must_use]
    pub fn waits(&self) -> bool {
        matches!(self.state, State::Waiting | State::Returned)
    }

    /// Whether the day's end would still change it.
    #[must_use]
    pub fn is_open(&self) -> bool {
        !matches!(self.state, State::Served { .. } | State::Void { .. } | State::Closed { .. })
    }

    /// The call that it is at a desk by.
    #[must_use]
    pub fn call(&self) -> Option<&Call> {
        match &self.state {
            State::Called(call) | State::Serving { call, .. } => Some(call),
            _ => None,
        }
    }

    /// The desk that calls or serves it.
    #[must_use]
    pub fn desk(&self) -> Option<u16> {
        self.call().map(|call| call.desk)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn series(letters: &str) -> Series {
        Series { letters: letters.chars().collect(), before_opening: 30 }
    }

    #[test]
    fn numbers_are_short_and_never_given_twice() {
        let series = series("ARX");
        let of = |sequence| TicketNumber::of(sequence, &series).to_string();
        assert_eq!([of(0), of(98), of(99)], ["A01", "A99", "R01"]);
        assert_eq!([of(2 * 99), of(3 * 99), of(6 * 99)], ["X01", "A101", "A201"]);
        assert_eq!((0..5000).map(of).collect::<BTreeSet<_>>().len(), 5000);
    }

    #[test]
    fn numbers_are_read_as_people_write_them() {
        let number = TicketNumber::of(6, &series("A"));
        for text in ["A07", "a7", " A 07", "a-07"] {
            assert_eq!(text.parse(), Ok(number), "{text}");
        }
        for text in ["", "A", "07", "A0", "A+7", "AB7", "Á7", "A99999"] {
            assert_eq!(text.parse::<TicketNumber>(), Err(NotATicketNumber), "{text}");
        }
    }
}
