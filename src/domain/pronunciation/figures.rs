//! Figures as they are said: hours, days, sums, telephones, long numbers.

mod money;
mod telephone;

use super::counted::Counted;
use super::rule::is_digit;
use super::{Pronunciation, put};

pub use money::Money;

/// How hours are said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Clock {
    /// The signs between hours and minutes; after a letter the minutes may be left out: "14h".
    pub signs: String,
    /// Full hours, 0 to 24.
    pub hours: Counted,
    /// Minutes, 1 to 59.
    pub minutes: Counted,
    /// `{hours}` without minutes, where they are said otherwise alone.
    pub full: Option<String>,
    /// `{hours}` and `{minutes}` together.
    pub both: String,
    /// Between two hours that a dash parts.
    pub until: String,
}

/// How days are said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Calendar {
    /// Days of a month, 1 to 31.
    pub days: Counted,
    /// The months, twelve of them.
    pub months: Vec<String>,
    /// `{day}`, `{month}` and `{year}` together.
    pub date: String,
}

/// The signs within a number; `None` where a language has none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Separators {
    /// Between thousands.
    pub thousands: Option<char>,
    /// Before the parts of a whole.
    pub decimal: Option<char>,
}

/// What was understood: how long it is, and how it is said.
type Said = (usize, String);

impl Pronunciation {
    pub(super) fn say_figures(&self, text: &str) -> String {
        let mut said = String::new();
        let mut at = 0;
        while let Some(letter) = text[at..].chars().next() {
            let rest = &text[at..];
            let begins = !text[..at].ends_with(char::is_alphanumeric);
            if !(begins && (is_digit(letter) || "(+".contains(letter))) {
                said.push(letter);
                at += letter.len_utf8();
                continue;
            }
            let found = self.date(rest).or_else(|| self.time(rest));
            let found = found.or_else(|| self.sum(&mut said, rest));
            let found = found.or_else(|| telephone::say(rest, self.separators));
            let (length, spoken) = found.unwrap_or_else(|| self.number(rest));
            put(&mut said, &spoken);
            at += length;
        }
        said
    }

    /// "22/12/2026", "22.12.2026", "2026-12-22".
    fn date(&self, rest: &str) -> Option<Said> {
        let calendar = self.calendar.as_ref()?;
        let run = run(rest);
        let sign = run.find(|letter| !is_digit(letter)).map(|at| run.as_bytes()[at])?;
        if !b"/.-".contains(&sign) {
            return None;
        }
        let mut parts: Vec<&str> = run.split(char::from(sign)).collect();
        if parts.first()?.len() == 4 {
            parts.reverse();
        }
        let [day, month, year] = parts[..] else { return None };
        if year.len() != 4 || !year.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let within = |part: &str, most: u32| {
            part.parse().ok().filter(|number| part.len() <= 2 && (1..=most).contains(number))
        };
        let (day, month) = (within(day, 31)?, within(month, 12)?);
        let place = usize::try_from(month).ok()?.checked_sub(1)?;
        let spoken = calendar
            .date
            .replace("{day}", &calendar.days.say(self.language, day.into()))
            .replace("{month}", calendar.months.get(place)?)
            .replace("{year}", year);
        Some((run.len(), spoken))
    }

    /// "14:30", "9h05", "14h", and two of them with a dash between.
    fn time(&self, rest: &str) -> Option<Said> {
        let clock = self.clock.as_ref()?;
        let (length, from) = self.one_time(clock, rest)?;
        let after = rest[length..].trim_start();
        let until = after.strip_prefix(['-', '–']).map(str::trim_start);
        if let Some(until) = until
            && let Some((last, to)) = self.one_time(clock, until)
        {
            let length = rest.len() - until.len() + last;
            return Some((length, format!("{from} {} {to}", clock.until)));
        }
        Some((length, from))
    }

    fn one_time(&self, clock: &Clock, rest: &str) -> Option<Said> {
        let digits = rest.len() - rest.trim_start_matches(is_digit).len();
        let hour: u64 = rest[..digits].parse().ok().filter(|hour| digits <= 2 && *hour <= 24)?;
        let sign = rest[digits..].chars().next().filter(|sign| clock.signs.contains(*sign))?;
        let after = &rest[digits + sign.len_utf8()..];
        let two = after.get(..2).filter(|two| two.bytes().all(|byte| byte.is_ascii_digit()));
        let minute: Option<u64> = two.and_then(|two| two.parse().ok());
        if minute.is_none() && !sign.is_alphabetic() || minute.is_some_and(|minute| minute > 59) {
            return None;
        }
        let length = digits + sign.len_utf8() + if minute.is_some() { 2 } else { 0 };
        let mut next = rest[length..].chars();
        let (next, second) = (next.next(), next.next());
        // Seconds, and words that begin like an hour.
        let goes_on = next.is_some_and(char::is_alphanumeric)
            || next == Some(':') && second.is_some_and(is_digit);
        if goes_on {
            return None;
        }
        let hours = clock.hours.say(self.language, hour);
        let spoken = match minute.filter(|minute| *minute > 0) {
            Some(minute) => clock
                .both
                .replace("{hours}", &hours)
                .replace("{minutes}", &clock.minutes.say(self.language, minute)),
            None => {
                clock.full.as_ref().map_or(hours.clone(), |full| full.replace("{hours}", &hours))
            }
        };
        Some((length, spoken))
    }

    /// "1.250" is one number, and "120A" is no word.
    fn number(&self, rest: &str) -> Said {
        let run = run(rest);
        if run.is_empty() {
            let sign = rest.chars().next().map(String::from).unwrap_or_default();
            return (sign.len(), sign);
        }
        let joined = self.separators.thousands.and_then(|sign| joined(run, sign));
        let mut spoken = joined.unwrap_or_else(|| run.to_owned());
        let mut after = rest[run.len()..].chars();
        let (letter, next) = (after.next(), after.next());
        let is_lone = !next.is_some_and(char::is_alphanumeric);
        if letter.is_some_and(|letter| letter.is_ascii_uppercase()) && is_lone {
            spoken.push(' ');
        }
        (run.len(), spoken)
    }
}

/// The figures that a text begins with, and the signs between them.
fn run(text: &str) -> &str {
    let mut end = 0;
    for (at, letter) in text.char_indices() {
        if is_digit(letter) {
            end = at + 1;
        } else if at != end || !".,:/-".contains(letter) {
            break;
        }
    }
    &text[..end]
}

/// A number whose thousands a sign parts, without that sign.
fn joined(run: &str, sign: char) -> Option<String> {
    let mut groups = run.split(sign);
    let first = groups.next()?;
    let is_number = |group: &str| group.bytes().all(|byte| byte.is_ascii_digit());
    let begins = (1..=3).contains(&first.len()) && is_number(first) && !first.starts_with('0');
    let mut rest = groups.peekable();
    rest.peek()?;
    let fits = begins && rest.all(|group| group.len() == 3 && is_number(group));
    fits.then(|| run.replace(sign, ""))
}
