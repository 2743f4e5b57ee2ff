//! The citizen's permanent reference for a request, issued offline and final from birth.
//!
//! Written `AAAA.EEEE.NNNNN-DD`: year, station, that station's sequence in the year, two check
//! digits. The check digits follow ISO 7064 MOD 97-10 as in Brazil's federal NUP:
//! DV = 98 − (the thirteen digits × 100 mod 97), so they run from 02 to 98.

use std::fmt;
use std::str::FromStr;

/// The number that the hub gave a station when it was enrolled: 1 to 9999, never reused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(transparent)]
pub struct StationNumber(u16);

impl StationNumber {
    /// `None` unless `number` is from 1 to 9999.
    #[must_use]
    pub fn new(number: u16) -> Option<Self> {
        (1..=9999).contains(&number).then_some(Self(number))
    }

    /// The number itself.
    #[must_use]
    pub fn get(self) -> u16 {
        self.0
    }
}

impl<'de> serde::Deserialize<'de> for StationNumber {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let number = u16::deserialize(deserializer)?;
        Self::new(number)
            .ok_or_else(|| serde::de::Error::custom("A station number is from 1 to 9999"))
    }
}

impl fmt::Display for StationNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.0)
    }
}

/// A valid protocol number; its check digits are always right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ProtocolNumber {
    year: u16,
    station: StationNumber,
    sequence: u32,
}

/// Why something typed or scanned is not a protocol number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotAProtocolNumber {
    /// It does not hold fifteen digits.
    #[error("A protocol number has 15 digits, this has {0}")]
    Length(usize),
    /// It holds something that is neither a digit nor a separator.
    #[error("A protocol number has digits only")]
    Characters,
    /// A digit is wrong: the check digits do not agree, or a part is out of range.
    #[error("A digit of the number is wrong")]
    CheckDigits,
}

impl ProtocolNumber {
    /// The largest sequence of a station in a year.
    pub const LAST_SEQUENCE: u32 = 99_999;

    /// `None` when the year is not four digits or the sequence not from 1 to 99 999.
    #[must_use]
    pub fn new(year: u16, station: StationNumber, sequence: u32) -> Option<Self> {
        let in_range =
            (1000..=9999).contains(&year) && (1..=Self::LAST_SEQUENCE).contains(&sequence);
        in_range.then_some(Self { year, station, sequence })
    }

    /// The city's year at commit.
    #[must_use]
    pub fn year(self) -> u16 {
        self.year
    }

    /// The station that issued it.
    #[must_use]
    pub fn station(self) -> StationNumber {
        self.station
    }

    /// The station's sequence in that year, from 1.
    #[must_use]
    pub fn sequence(self) -> u32 {
        self.sequence
    }

    fn thirteen_digits(self) -> u64 {
        (u64::from(self.year) * 10_000 + u64::from(self.station.0)) * 100_000
            + u64::from(self.sequence)
    }

    /// ISO 7064 MOD 97-10 in the form of the Brazilian NUP: from 2 to 98.
    #[must_use]
    pub fn check_digits(self) -> u8 {
        let remainder = self.thirteen_digits() * 100 % 97;
        u8::try_from(98 - remainder).unwrap_or(98)
    }

    /// The fifteen digits in the groups in which they are spoken: year, station, sequence, check.
    #[must_use]
    pub fn digit_groups(self) -> [String; 4] {
        [
            format!("{:04}", self.year),
            self.station.to_string(),
            format!("{:05}", self.sequence),
            format!("{:02}", self.check_digits()),
        ]
    }
}

impl fmt::Display for ProtocolNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [year, station, sequence, check] = self.digit_groups();
        write!(f, "{year}.{station}.{sequence}-{check}")
    }
}

impl FromStr for ProtocolNumber {
    type Err = NotAProtocolNumber;

    /// Accepts any separators (dots, dashes, slashes, blanks) or none.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut digits = Vec::with_capacity(15);
        for character in text.chars() {
            match character.to_digit(10) {
                Some(digit) => digits.push(u64::from(digit)),
                None if character.is_alphabetic() => return Err(NotAProtocolNumber::Characters),
                None => {}
            }
        }
        if digits.len() != 15 {
            return Err(NotAProtocolNumber::Length(digits.len()));
        }
        let number = |range: std::ops::Range<usize>| {
            digits.iter().skip(range.start).take(range.len()).fold(0, |sum, digit| sum * 10 + digit)
        };
        let parsed = u16::try_from(number(0..4))
            .ok()
            .zip(u16::try_from(number(4..8)).ok().and_then(StationNumber::new))
            .zip(u32::try_from(number(8..13)).ok())
            .and_then(|((year, station), sequence)| Self::new(year, station, sequence))
            .ok_or(NotAProtocolNumber::CheckDigits)?;
        if u64::from(parsed.check_digits()) == number(13..15) {
            Ok(parsed)
        } else {
            Err(NotAProtocolNumber::CheckDigits)
        }
    }
}

impl serde::Serialize for ProtocolNumber {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> serde::Deserialize<'de> for ProtocolNumber {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn number(year: u16, station: u16, sequence: u32) -> ProtocolNumber {
        ProtocolNumber::new(year, StationNumber::new(station).unwrap(), sequence).unwrap()
    }

    #[test]
    fn the_example_of_the_design_is_kept() {
        assert_eq!(number(2026, 14, 371).to_string(), "2026.0014.00371-13");
    }

    #[test]
    fn any_separators_or_none_are_accepted() {
        let expected = number(2026, 14, 371);
        for text in ["202600140037113", "2026 0014 00371 13", "2026/0014-00371.13 "] {
            assert_eq!(text.parse(), Ok(expected), "{text}");
        }
    }

    proptest! {
        #[test]
        fn numbers_round_trip_and_check_digits_run_from_02_to_98(
            year in 1000u16..=9999, station in 1u16..=9999, sequence in 1u32..=99_999
        ) {
            let number = number(year, station, sequence);
            prop_assert_eq!(number.to_string().parse(), Ok(number));
            prop_assert!((2..=98).contains(&number.check_digits()));
        }

        #[test]
        fn every_single_wrong_digit_is_caught(
            year in 2024u16..=2199, station in 1u16..=9999, sequence in 1u32..=99_999
        ) {
            let text: Vec<char> = number(year, station, sequence).to_string().chars().collect();
            for place in 0..text.len() {
                if !text[place].is_ascii_digit() { continue; }
                for wrong in ('0'..='9').filter(|digit| *digit != text[place]) {
                    let mut mistyped = text.clone();
                    mistyped[place] = wrong;
                    let mistyped: String = mistyped.into_iter().collect();
                    prop_assert!(mistyped.parse::<ProtocolNumber>().is_err(), "{}", mistyped);
                }
            }
        }

        #[test]
        fn every_swap_of_neighbours_is_caught(
            year in 2024u16..=2199, station in 1u16..=9999, sequence in 1u32..=99_999
        ) {
            let digits: Vec<char> = number(year, station, sequence)
                .to_string().chars().filter(char::is_ascii_digit).collect();
            for place in 0..digits.len() - 1 {
                if digits[place] == digits[place + 1] { continue; }
                let mut swapped = digits.clone();
                swapped.swap(place, place + 1);
                let swapped: String = swapped.into_iter().collect();
                prop_assert!(swapped.parse::<ProtocolNumber>().is_err(), "{}", swapped);
            }
        }
    }
}
