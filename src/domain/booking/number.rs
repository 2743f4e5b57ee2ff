//! The number of a booking: nine digits in three groups, the last two of them check digits.
//!
//! `482 091 316`. Seven random digits, so that nobody counts other people's bookings, and two by
//! ISO 7064 MOD 97-10 in the form of the protocol number: from 02 to 98.

use std::fmt;
use std::str::FromStr;

/// A valid number; its check digits are always right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BookingNumber(u32);

/// Why something typed or scanned is no booking number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("A booking number has nine digits, and the last two agree with the others")]
pub struct NotABookingNumber;

impl BookingNumber {
    /// The number of seven random digits; only the last seven count.
    #[must_use]
    pub fn from_random(random: u32) -> Self {
        Self(random % 10_000_000)
    }

    fn check_digits(self) -> u32 {
        98 - self.0 * 100 % 97
    }

    /// The nine digits without separators, as they travel.
    #[must_use]
    pub fn digits(self) -> String {
        format!("{:07}{:02}", self.0, self.check_digits())
    }

    /// The digits in the groups in which they are shown and said.
    #[must_use]
    pub fn groups(self) -> [String; 3] {
        let digits = self.digits();
        [0, 3, 6].map(|start| digits.chars().skip(start).take(3).collect())
    }
}

impl fmt::Display for BookingNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.groups().join(" "))
    }
}

impl FromStr for BookingNumber {
    type Err = NotABookingNumber;

    /// Accepts any separators or none.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if text.chars().any(char::is_alphabetic) {
            return Err(NotABookingNumber);
        }
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        let number = digits.get(..7).and_then(|seven| seven.parse().ok()).map(Self);
        number.filter(|number| number.digits() == digits).ok_or(NotABookingNumber)
    }
}

impl serde::Serialize for BookingNumber {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.digits())
    }
}

impl<'de> serde::Deserialize<'de> for BookingNumber {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_reads_back_and_a_wrong_or_swapped_digit_is_caught(random in 0u32..10_000_000) {
            let number = BookingNumber::from_random(random);
            prop_assert_eq!(number.to_string().parse(), Ok(number));
            let digits: Vec<char> = number.digits().chars().collect();
            for place in 0..9 {
                for wrong in ('0'..='9').filter(|wrong| *wrong != digits[place]) {
                    let mut typed = digits.clone();
                    typed[place] = wrong;
                    let typed: String = typed.into_iter().collect();
                    prop_assert!(typed.parse::<BookingNumber>().is_err(), "{}", typed);
                }
                if place > 0 && digits[place] != digits[place - 1] {
                    let mut typed = digits.clone();
                    typed.swap(place, place - 1);
                    let typed: String = typed.into_iter().collect();
                    prop_assert!(typed.parse::<BookingNumber>().is_err(), "{}", typed);
                }
            }
        }
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for text in ["", "482", "482 091 31a", "48209131", "4820913160", "٤٨٢٠٩١٣١٦"] {
            assert_eq!(text.parse::<BookingNumber>(), Err(NotABookingNumber), "{text}");
        }
    }
}
