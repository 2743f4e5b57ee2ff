//! Dates, hours and terms in words.

use jiff::civil::{Date, DateTime, Time};

use crate::domain::term::{Due, Term};
use crate::locale::Words;

/// "22 de novembro de 2026".
#[must_use]
pub fn date(words: Words<'_>, date: Date) -> String {
    let month = words.text(&format!("month-{}", date.month()));
    words.with(
        "date",
        &[
            ("day", i64::from(date.day()).into()),
            ("month", month.into()),
            // As text: a year takes no separator of thousands.
            ("year", date.year().to_string().into()),
        ],
    )
}

/// "9h05".
#[must_use]
pub fn time(words: Words<'_>, time: Time) -> String {
    words.with(
        "time",
        &[
            ("hour", i64::from(time.hour()).into()),
            ("minute", format!("{:02}", time.minute()).into()),
        ],
    )
}

/// "22 de novembro de 2026, 9h05".
#[must_use]
pub fn date_time(words: Words<'_>, moment: DateTime) -> String {
    let (date, time) = (date(words, moment.date()), time(words, moment.time()));
    words.with("date-time", &[("date", date.into()), ("time", time.into())])
}

/// The end of a term: a date, and an hour where the term was in hours.
#[must_use]
pub fn due(words: Words<'_>, due: Due) -> String {
    match due.time {
        Some(time) => date_time(words, due.date.to_datetime(time)),
        None => date(words, due.date),
    }
}

/// "10 dias úteis".
#[must_use]
pub fn term(words: Words<'_>, term: Term) -> String {
    let (id, count) = match term {
        Term::Days(count) => ("term-days", count),
        Term::WorkingDays(count) => ("term-working-days", count),
        Term::Hours(count) => ("term-hours", count),
    };
    words.with(id, &[("count", i64::from(count).into())])
}

/// Digits one by one, as a voice reads them: "2 0 2 6".
#[must_use]
pub fn digits(text: &str) -> String {
    let digits: Vec<String> =
        text.chars().filter(|c| !c.is_whitespace()).map(|c| c.to_string()).collect();
    digits.join(" ")
}
