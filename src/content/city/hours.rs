//! The hours of one day: `08:00-17:00`, or `08:00-12:00 13:00-17:00` with a break.

use jiff::civil::Time;

/// How hours are written.
pub(super) const REMEDY: &str = "Write 08:00-17:00, or 08:00-12:00 13:00-17:00 with a break";

/// Why a text is not the hours of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub(super) enum NotHours {
    #[error("this is not a pair of times")]
    Malformed,
    #[error("it ends before it starts")]
    Backwards,
    #[error("it starts before the one before it ends")]
    Overlapping,
}

/// The spans of a day, in order.
pub(super) fn parse(text: &str) -> Result<Vec<(Time, Time)>, NotHours> {
    let mut spans: Vec<(Time, Time)> = Vec::new();
    for span in text.split_whitespace() {
        let (start, end) = span.split_once('-').ok_or(NotHours::Malformed)?;
        let (start, end) = (time(start)?, time(end)?);
        if start >= end {
            return Err(NotHours::Backwards);
        }
        if spans.last().is_some_and(|(_, earlier)| *earlier > start) {
            return Err(NotHours::Overlapping);
        }
        spans.push((start, end));
    }
    Ok(spans)
}

fn time(text: &str) -> Result<Time, NotHours> {
    Time::strptime("%H:%M", text).map_err(|_| NotHours::Malformed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::time;

    #[test]
    fn a_day_has_one_span_or_several() {
        assert_eq!(parse("08:00-17:30"), Ok(vec![(time(8, 0, 0, 0), time(17, 30, 0, 0))]));
        assert_eq!(parse("08:00-12:00 13:00-17:00").map(|spans| spans.len()), Ok(2));
    }

    #[test]
    fn what_is_not_a_span_is_refused_with_its_reason() {
        assert_eq!(parse("8 às 17"), Err(NotHours::Malformed));
        assert_eq!(parse("08:00-25:00"), Err(NotHours::Malformed));
        assert_eq!(parse("17:00-08:00"), Err(NotHours::Backwards));
        assert_eq!(parse("08:00-12:00 11:00-17:00"), Err(NotHours::Overlapping));
    }
}
