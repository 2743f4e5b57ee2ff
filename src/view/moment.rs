//! Dates, hours and terms in words.

use jiff::civil::{Date, DateTime, Time, Weekday};

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

/// "terça-feira".
#[must_use]
pub fn weekday(words: Words<'_>, date: Date) -> String {
    words.text(match date.weekday() {
        Weekday::Monday => "weekday-1",
        Weekday::Tuesday => "weekday-2",
        Weekday::Wednesday => "weekday-3",
        Weekday::Thursday => "weekday-4",
        Weekday::Friday => "weekday-5",
        Weekday::Saturday => "weekday-6",
        Weekday::Sunday => "weekday-7",
    })
}

/// "terça-feira, 24 de novembro".
#[must_use]
pub fn day(words: Words<'_>, date: Date) -> String {
    words.with(
        "booking-day-label",
        &[
            ("weekday", weekday(words, date).into()),
            ("day", i64::from(date.day()).into()),
            ("month", words.text(&format!("month-{}", date.month())).into()),
        ],
    )
}

/// "terça-feira, 24 de novembro de 2026, 10h00".
#[must_use]
pub fn when(words: Words<'_>, moment: DateTime) -> String {
    words.with(
        "booking-when",
        &[
            ("weekday", weekday(words, moment.date()).into()),
            ("date", date(words, moment.date()).into()),
            ("time", time(words, moment.time()).into()),
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

/// Digits typed in a field in the groups in which people read them; what is grouped already, and
/// other fields, as they are.
#[must_use]
pub fn grouped(field: &str, text: &str) -> String {
    if !text.chars().all(|letter| letter.is_ascii_digit()) {
        return text.to_owned();
    }
    let groups: &[usize] = match field {
        // As on the receipt: year, station, sequence, check digits.
        "number" => &[4, 4, 5, 2],
        "code" | "document" | "booking-number" => &[3; 5],
        _ => return text.to_owned(),
    };
    let mut told = String::new();
    let mut left: Vec<char> = text.chars().collect();
    for group in groups {
        let rest = left.split_off((*group).min(left.len()));
        told.extend(left);
        left = rest;
        if !left.is_empty() {
            told.push(' ');
        }
    }
    told.extend(left);
    told
}

/// Digits one by one, as a voice reads them: "2 0 2 6".
#[must_use]
pub fn digits(text: &str) -> String {
    let digits: Vec<String> =
        text.chars().filter(|c| !c.is_whitespace()).map(|c| c.to_string()).collect();
    digits.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_stand_in_the_groups_of_the_paper() {
        assert_eq!(grouped("number", "202600140000156"), "2026 0014 00001 56");
        assert_eq!(grouped("number", "2026.0014.00001-56"), "2026.0014.00001-56");
        assert_eq!(grouped("code", "515762"), "515 762");
        assert_eq!(grouped("document", "12345678900"), "123 456 789 00");
        assert_eq!(grouped("document", ""), "");
        assert_eq!(grouped("words", "rua 1234"), "rua 1234");
    }
}
