//! Moments as W3C and ISO 8601 write them: always with an offset.

use jiff::Timestamp;
use jiff::civil::Time;
use jiff::tz::TimeZone;

use crate::domain::term::Due;

/// Reads `2026-11-22T09:00:00-03:00` or `…Z`; parts of a second are dropped.
///
/// A blank where the plus sign of the offset stood is forgiven: many clients forget to escape it.
#[must_use]
pub fn read(text: &str) -> Option<Timestamp> {
    let moment: Timestamp = text.trim().replace(' ', "+").parse().ok()?;
    Timestamp::from_second(moment.as_second()).ok()
}

/// Writes a moment with the offset that its zone has then.
#[must_use]
pub fn write(moment: Timestamp, zone: &TimeZone) -> String {
    moment.display_with_offset(zone.to_offset(moment)).to_string()
}

/// The end of a term in a zone. The first and the last second of a day stand for the day: who
/// promises a day writes one of them.
#[must_use]
pub fn due(text: &str, zone: &TimeZone) -> Option<Due> {
    let end = read(text)?.to_zoned(zone.clone()).datetime();
    let whole_day = [Time::midnight(), Time::constant(23, 59, 59, 0)].contains(&end.time());
    Some(Due { date: end.date(), time: (!whole_day).then_some(end.time()) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_needs_an_offset_and_keeps_it_when_written_in_its_zone() {
        let zone = TimeZone::get("America/Sao_Paulo").unwrap();
        for text in
            ["2026-11-22T09:00:00-03:00", "2026-11-22T12:00:00Z", "2026-11-22T14:00:00 02:00"]
        {
            assert_eq!(write(read(text).unwrap(), &zone), "2026-11-22T09:00:00-03:00", "{text}");
        }
        for text in ["2026-11-22T09:00:00", "2026-11-22", "yesterday"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
