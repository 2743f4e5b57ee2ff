//! What a receipt's code may say; nothing else is let in.

use std::fmt;

use crate::domain::booking::number::BookingNumber;
use crate::domain::passport::Passport;
use crate::domain::protocol_number::ProtocolNumber;
use crate::domain::quiet::quiet_debug;
use crate::domain::request::AccessCode;

/// What a slip is about. The check digits are right.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Reference {
    /// A request.
    Request(ProtocolNumber),
    /// An appointment.
    Booking(BookingNumber),
}

quiet_debug!(Reference);

impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Request(number) => number.fmt(f),
            Self::Booking(number) => f.write_str(&number.digits()),
        }
    }
}

/// What was held before the scanner.
#[derive(Clone, PartialEq, Eq)]
pub enum Scanned {
    /// A slip of a request or an appointment.
    Receipt {
        /// Its number.
        number: Reference,
        /// Its access code, where the receipt's QR held it.
        code: Option<AccessCode>,
    },
    /// The paper of somebody's lessons.
    Passport(Passport),
}

impl fmt::Debug for Scanned {
    /// Without the number: it is somebody's.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Scanned(…)")
    }
}

impl Scanned {
    /// As a scan is told to the station: the number and, after `#`, the code; or the passport.
    #[must_use]
    pub fn text(&self) -> String {
        match self {
            Self::Receipt { number, code: Some(code) } => format!("{number}#{}", code.0),
            Self::Receipt { number, code: None } => number.to_string(),
            Self::Passport(passport) => passport.to_string(),
        }
    }
}

/// What is accepted in a city.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grammar {
    /// The city's own address without `https://` and without a slash at its end.
    own: String,
}

impl Grammar {
    /// The grammar of a city, by its web address (`https://156.example`) or only its host.
    #[must_use]
    pub fn new(web: &str) -> Self {
        let own = without_scheme(web).unwrap_or(web).trim_end_matches('/');
        Self { own: own.to_owned() }
    }

    /// Reads a scan; `None` is refused.
    ///
    /// Accepted are `2026.0014.00371-13` or its fifteen digits, the nine digits of a booking, each
    /// with `#` and the six digits of the code behind it or without, and all of these below the
    /// city's own address: requests under `/p/`, bookings under `/b/`. A passport of any city is
    /// accepted, too. Capitals do not count: some codes have no others.
    #[must_use]
    pub fn read(&self, text: &str) -> Option<Scanned> {
        if let Ok(passport) = text.parse() {
            return Some(Scanned::Passport(passport));
        }
        let (page, reference) = match without_scheme(text) {
            Some(address) => self.below_own_address(address)?,
            None => (Page::Any, text),
        };
        let (number, code) = match reference.split_once('#') {
            Some((number, code)) => (number, Some(access_code(code)?)),
            None => (reference, None),
        };
        Some(Scanned::Receipt { number: page.reference(number)?, code })
    }

    /// Addresses are compared as text, from their first letter: nothing in them is interpreted,
    /// so no user name, port or escape can lead to another host.
    fn below_own_address<'t>(&self, address: &'t str) -> Option<(Page, &'t str)> {
        if self.own.is_empty() {
            return None;
        }
        let page = without_start(address, &self.own)?;
        let request = without_start(page, "/p/").map(|rest| (Page::Request, rest));
        request.or_else(|| Some((Page::Booking, without_start(page, "/b/")?)))
    }
}

/// Where a number stood.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Page {
    /// On no page: it tells by itself what it is.
    Any,
    /// On the page of a request.
    Request,
    /// On the page of a booking.
    Booking,
}

impl Page {
    fn reference(self, text: &str) -> Option<Reference> {
        let request = protocol_number(text).filter(|_| self != Self::Booking);
        let booking = booking_number(text).filter(|_| self != Self::Request);
        request.map(Reference::Request).or(booking.map(Reference::Booking))
    }
}

fn without_scheme(address: &str) -> Option<&str> {
    without_start(address, "https://").or_else(|| without_start(address, "http://"))
}

fn without_start<'t>(text: &'t str, start: &str) -> Option<&'t str> {
    let (first, rest) = text.split_at_checked(start.len())?;
    first.eq_ignore_ascii_case(start).then_some(rest)
}

/// Stricter than what is typed by hand: a machine wrote it, in one of two ways.
fn protocol_number(text: &str) -> Option<ProtocolNumber> {
    let number: ProtocolNumber = text.parse().ok()?;
    let written = text == number.to_string() || text == number.digit_groups().concat();
    written.then_some(number)
}

/// Nine digits, as a machine writes them.
fn booking_number(text: &str) -> Option<BookingNumber> {
    let number: BookingNumber = text.parse().ok()?;
    (text == number.digits()).then_some(number)
}

fn access_code(text: &str) -> Option<AccessCode> {
    let six = text.len() == 6 && text.bytes().all(|digit| digit.is_ascii_digit());
    six.then(|| AccessCode(text.to_owned()))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::protocol_number::StationNumber;

    const WEB: &str = "https://156.vilaserena.example";

    fn number() -> Reference {
        let number = ProtocolNumber::new(2026, StationNumber::new(14).unwrap(), 371);
        Reference::Request(number.unwrap())
    }

    fn read(text: &str) -> Option<Scanned> {
        Grammar::new(WEB).read(text)
    }

    #[test]
    fn a_number_is_accepted_in_its_two_ways_of_writing_with_and_without_a_code() {
        for written in ["2026.0014.00371-13", "202600140037113"] {
            for before in
                ["", "https://156.vilaserena.example/p/", "http://156.vilaserena.example/p/"]
            {
                let text = format!("{before}{written}");
                assert_eq!(
                    read(&text),
                    Some(Scanned::Receipt { number: number(), code: None }),
                    "{text}"
                );
                let text = format!("{text}#482091");
                let code = Some(AccessCode("482091".to_owned()));
                assert_eq!(
                    read(&text),
                    Some(Scanned::Receipt { number: number(), code }),
                    "{text}"
                );
            }
        }
    }

    #[test]
    fn a_booking_is_read_from_its_own_page_only() {
        let number = BookingNumber::from_random(4_820_913);
        let digits = number.digits();
        let booked = |code: Option<&str>| {
            let code = code.map(|code| AccessCode(code.to_owned()));
            Some(Scanned::Receipt { number: Reference::Booking(number), code })
        };
        let own = "https://156.vilaserena.example";
        assert_eq!(read(&format!("{own}/b/{digits}#482091")), booked(Some("482091")));
        assert_eq!(read(&format!("{digits}#482091")), booked(Some("482091")));
        assert_eq!(read(&digits), booked(None));
        assert_eq!(read(&digits).unwrap().text(), digits);
        for text in [
            format!("{own}/p/{digits}"),
            format!("{own}/b/202600140037113"),
            number.to_string(),
            format!("{own}/b/{}", "123456789"),
        ] {
            assert_eq!(read(&text), None, "{text}");
        }
    }

    #[test]
    fn capitals_of_an_address_do_not_count() {
        assert!(read("HTTPS://156.VILASERENA.EXAMPLE/P/2026.0014.00371-13").is_some());
    }

    #[test]
    fn a_city_may_give_its_host_only_or_a_folder_of_it() {
        let address = "https://156.vilaserena.example/p/2026.0014.00371-13";
        for own in ["156.vilaserena.example", "http://156.VilaSerena.example//"] {
            assert!(Grammar::new(own).read(address).is_some(), "{own}");
        }
        let folder = Grammar::new("https://vilaserena.example/156/");
        assert!(folder.read("https://vilaserena.example/156/p/202600140037113").is_some());
        assert!(folder.read("https://vilaserena.example/p/202600140037113").is_none());
        for none in ["", "/", "https://"] {
            assert!(Grammar::new(none).read("https:///p/202600140037113").is_none(), "{none}");
        }
    }

    #[test]
    fn everything_else_is_refused() {
        for text in [
            "",
            " ",
            "2026.0014.00371-14",
            "2026.0014.0037113",
            "2026 0014 00371 13",
            "2026.0014.00371-13 ",
            "2026.0014.00371-13#",
            "2026.0014.00371-13#48209",
            "2026.0014.00371-13#4820911",
            "2026.0014.00371-13#48 091",
            "2026.0014.00371-13#482091#482091",
            "2026.0014.00371-13?a=b",
            "7891000315507",
            "https://156.vilaserena.example",
            "https://156.vilaserena.example/p/",
            "https://156.vilaserena.example/2026.0014.00371-13",
            "https://156.vilaserena.example/p/2026.0014.00371-13/",
            "https://156.vilaserena.example/p/../2026.0014.00371-13",
            "https://156.vilaserena.example.evil.example/p/2026.0014.00371-13",
            "https://156.vilaserena.example@evil.example/p/2026.0014.00371-13",
            "https://evil@156.vilaserena.example/p/2026.0014.00371-13",
            "https://156.vilaserena.example:8080/p/2026.0014.00371-13",
            "https://evil.example/p/2026.0014.00371-13",
            "156.vilaserena.example/p/2026.0014.00371-13",
            "ftp://156.vilaserena.example/p/2026.0014.00371-13",
            "javascript:alert(1)//2026.0014.00371-13",
            "]Q32026.0014.00371-13",
            "２０２６.0014.00371-13",
            "https:/ã156",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn what_is_told_to_the_station_can_be_read_again() {
        for text in ["2026.0014.00371-13", "2026.0014.00371-13#482091"] {
            assert_eq!(read(text).unwrap().text(), text);
        }
    }

    #[test]
    fn a_passport_of_any_city_is_accepted_as_it_was_written() {
        let passport = Passport::new(371);
        let written = passport.to_string();
        assert_eq!(read(&written.to_lowercase()), Some(Scanned::Passport(passport)));
        assert_eq!(read(&written).unwrap().text(), written);
        assert_eq!(read(&written[..written.len() - 1]), None);
    }

    #[test]
    fn nothing_of_a_receipt_is_shown() {
        assert_eq!(format!("{:?}", read("2026.0014.00371-13#482091").unwrap()), "Scanned(…)");
    }

    proptest! {
        #[test]
        fn nothing_panics_and_whatever_is_accepted_holds_its_number(text in ".{0,80}") {
            if let Some(Scanned::Receipt { number, .. }) = read(&text) {
                let number = number.to_string();
                prop_assert!(text.contains(&number[number.len() - 2..]));
            }
        }

        #[test]
        fn a_changed_receipt_is_the_same_or_refused(place in 0usize..57, byte in 0x20u8..0x7f) {
            let own = "https://156.vilaserena.example/p/2026.0014.00371-13#482091";
            let mut changed = own.to_owned().into_bytes();
            changed[place] = byte;
            let changed = String::from_utf8(changed).unwrap();
            if let Some(Scanned::Receipt { number: read, .. }) = read(&changed) {
                prop_assert_eq!(read, number());
            }
        }
    }
}
