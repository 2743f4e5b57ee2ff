//! What is asked. What is checked here is what the document describes.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Deserializer, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use crate::domain::quiet::quiet_debug;
use crate::hub::booking::Person;

/// The longest code of a branch or a service.
const CODE: usize = 40;
/// The most services that are read at all; a city allows fewer.
const SERVICES: usize = 10;
/// The most people that are read at all; a city allows fewer.
const PEOPLE: u16 = 20;

fn one() -> u16 {
    1
}

/// To JSON, 2.0 is a whole number as well.
fn whole<'de, D: Deserializer<'de>>(from: D) -> Result<u16, D::Error> {
    let number = serde_json::Number::deserialize(from)?.to_string();
    let number = number.strip_suffix(".0").unwrap_or(&number);
    number.parse().map_err(serde::de::Error::custom)
}

pub(super) fn is_code(code: &str) -> bool {
    (1..=CODE).contains(&code.chars().count())
}

fn is_people(people: u16) -> bool {
    (1..=PEOPLE).contains(&people)
}

/// A time that is wanted.
#[derive(Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::hub) struct HoldRequest {
    /// A random UUID (version 4) that the client makes; a repeat with the same one gets the first
    /// answer.
    pub(in crate::hub) call_id: Uuid,
    /// Code of the branch.
    #[schema(min_length = 1, max_length = 40)]
    pub(in crate::hub) branch: String,
    /// Codes of the services, in the order in which they are wanted.
    #[schema(min_items = 1, max_items = 10)]
    pub(in crate::hub) services: Vec<String>,
    /// How many people come for it.
    #[serde(default = "one", deserialize_with = "whole")]
    #[schema(minimum = 1, maximum = 20, default = 1)]
    pub(in crate::hub) people: u16,
    /// Whether somebody must interpret.
    #[serde(default)]
    #[schema(default = false)]
    pub(in crate::hub) interpreter: bool,
    /// When it begins, as `times` told it.
    #[schema(value_type = String, format = DateTime)]
    pub(in crate::hub) start: Timestamp,
}

impl HoldRequest {
    pub(super) fn is_sound(&self) -> bool {
        is_code(&self.branch)
            && (1..=SERVICES).contains(&self.services.len())
            && is_people(self.people)
    }
}

/// Who comes.
#[derive(Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::hub) struct ConfirmRequest {
    /// A random UUID (version 4) that the client makes; a repeat with the same one gets the first
    /// answer.
    pub(in crate::hub) call_id: Uuid,
    /// How the person wants to be called; no control characters, and not only blanks.
    #[schema(
        min_length = 1,
        max_length = 120,
        pattern = r"^[^\x00-\x1f\x7f]*[^\x00-\x20\x7f][^\x00-\x1f\x7f]*$"
    )]
    pub(in crate::hub) name: String,
    /// A telephone, in any usual spelling. Without a key, it or an e-mail is needed.
    #[serde(default)]
    #[schema(max_length = 30, pattern = r"^\+?(?:[ ()./-]{0,3}[0-9]){6,15}$")]
    pub(in crate::hub) phone: Option<String>,
    /// An e-mail.
    #[serde(default)]
    #[schema(max_length = 254, pattern = r"^[!-?A-~]+@[!-?A-~]+$")]
    pub(in crate::hub) email: Option<String>,
}

quiet_debug!(ConfirmRequest);

impl ConfirmRequest {
    pub(super) fn is_sound(&self) -> bool {
        is_name(&self.name)
            && self.phone.as_deref().is_none_or(is_phone)
            && self.email.as_deref().is_none_or(is_email)
    }

    pub(super) fn person(self) -> Person {
        Person { name: self.name.trim().to_owned(), phone: self.phone, email: self.email }
    }
}

/// What `ConfirmRequest` describes.
pub(in crate::hub) fn is_name(name: &str) -> bool {
    (1..=120).contains(&name.chars().count())
        && !name.chars().any(|letter| letter.is_ascii_control())
        && name.chars().any(|letter| letter != ' ')
}

/// What `ConfirmRequest` describes.
pub(in crate::hub) fn is_phone(phone: &str) -> bool {
    let digits = phone.strip_prefix('+').unwrap_or(phone);
    let count = digits.bytes().filter(u8::is_ascii_digit).count();
    let between = |part: &str| part.len() <= 3 && part.chars().all(|it| " ()./-".contains(it));
    phone.len() <= 30
        && (6..=15).contains(&count)
        && digits.ends_with(|last: char| last.is_ascii_digit())
        && digits.split(|letter: char| letter.is_ascii_digit()).all(between)
}

/// What `ConfirmRequest` describes.
pub(in crate::hub) fn is_email(email: &str) -> bool {
    let is_part = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_graphic());
    email.len() <= 254
        && email
            .split_once('@')
            .is_some_and(|(name, host)| is_part(name) && is_part(host) && !host.contains('@'))
}

/// Another time, or another branch.
#[derive(Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::hub) struct ChangeRequest {
    /// A random UUID (version 4) that the client makes; a repeat with the same one gets the first
    /// answer.
    pub(in crate::hub) call_id: Uuid,
    /// Code of the branch; the same as before when left out.
    #[serde(default)]
    #[schema(min_length = 1, max_length = 40)]
    pub(in crate::hub) branch: Option<String>,
    /// When it begins, as `times` told it.
    #[schema(value_type = String, format = DateTime)]
    pub(in crate::hub) start: Timestamp,
}

impl ChangeRequest {
    pub(super) fn is_sound(&self) -> bool {
        self.branch.as_deref().is_none_or(is_code)
    }
}

/// A call that needs nothing more.
#[derive(Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::hub) struct PlainRequest {
    /// A random UUID (version 4) that the client makes; a repeat with the same one gets the first
    /// answer.
    pub(in crate::hub) call_id: Uuid,
}

/// A reminder that was sent.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct SentRequest {
    /// The booking's number.
    #[schema(pattern = "^[0-9]{9}$", min_length = 9, max_length = 9)]
    pub(super) number: String,
    /// When it was due, as `reminders` told it.
    #[schema(value_type = String, format = DateTime)]
    pub(super) due: Timestamp,
}

impl SentRequest {
    pub(super) fn is_sound(&self) -> bool {
        self.number.len() == 9 && self.number.bytes().all(|byte| byte.is_ascii_digit())
    }
}

/// What for, and for how many.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(in crate::hub) struct WishQuery {
    /// Codes of the services with commas between them, in the order in which they are wanted.
    #[param(min_length = 1, max_length = 400, example = "DOC-07")]
    pub(in crate::hub) services: String,
    /// How many people come for it.
    #[serde(default = "one")]
    #[param(minimum = 1, maximum = 20, default = 1)]
    pub(in crate::hub) people: u16,
    /// Whether somebody must interpret.
    #[serde(default)]
    #[param(default = false)]
    pub(in crate::hub) interpreter: bool,
}

impl WishQuery {
    pub(super) fn is_sound(&self) -> bool {
        (1..=400).contains(&self.services.chars().count()) && is_people(self.people)
    }
}

/// Where, and which days.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct TimesQuery {
    /// Code of the branch.
    #[param(min_length = 1, max_length = 40, example = "CENTRO")]
    pub(super) branch: String,
    /// Codes of the services with commas between them, in the order in which they are wanted.
    #[param(min_length = 1, max_length = 400, example = "DOC-07")]
    pub(super) services: String,
    /// How many people come for it.
    #[serde(default = "one")]
    #[param(minimum = 1, maximum = 20, default = 1)]
    pub(super) people: u16,
    /// Whether somebody must interpret.
    #[serde(default)]
    #[param(default = false)]
    pub(super) interpreter: bool,
    /// The first day; today when left out.
    #[serde(default)]
    #[param(value_type = Option<String>, format = Date)]
    pub(super) from: Option<Date>,
    /// How many days.
    #[serde(default = "week")]
    #[param(minimum = 1, maximum = 31, default = 7)]
    pub(super) days: u8,
}

fn week() -> u8 {
    7
}

impl TimesQuery {
    pub(super) fn is_sound(&self) -> bool {
        is_code(&self.branch) && (1..=31).contains(&self.days)
    }

    /// What for, and for how many.
    pub(super) fn wish(&self) -> WishQuery {
        let services = self.services.clone();
        WishQuery { services, people: self.people, interpreter: self.interpreter }
    }
}

/// Which day of a branch.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct DayQuery {
    /// The day.
    #[param(value_type = String, format = Date)]
    pub(super) date: Date,
}

/// How many.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct LimitQuery {
    /// How many at most.
    #[serde(default = "hundred")]
    #[param(minimum = 1, maximum = 1000, default = 100)]
    pub(super) limit: u32,
}

fn hundred() -> u32 {
    100
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_checked_is_what_is_described() {
        for (phone, sound) in [
            ("(21) 99876-5432", true),
            ("+55 21 99876 5432", true),
            ("123456", true),
            ("12345", false),
            ("1234567890123456", false),
            ("call me", false),
            ("123456 ", false),
            ("1-----23456", false),
            ("+", false),
        ] {
            assert_eq!(is_phone(phone), sound, "{phone}");
        }
        for (email, sound) in
            [("a@b", true), ("a@", false), ("@b", false), ("a@b@c", false), ("a b@c", false)]
        {
            assert_eq!(is_email(email), sound, "{email}");
        }
        for (name, sound) in
            [("Ana", true), ("", false), ("  ", false), ("A\nB", false), ("\u{301}", true)]
        {
            assert_eq!(is_name(name), sound, "{name}");
        }
        assert!(!is_name(&"a".repeat(121)));
    }
}
