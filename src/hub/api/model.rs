//! What travels, as the document describes it. What is checked here is what is described.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
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

fn is_code(code: &str) -> bool {
    (1..=CODE).contains(&code.chars().count())
}

fn is_people(people: u16) -> bool {
    (1..=PEOPLE).contains(&people)
}

/// A time that is wanted.
#[derive(Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct HoldRequest {
    /// A random UUID (version 4) that the client makes; a repeat with the same one gets the first
    /// answer.
    pub(super) call_id: Uuid,
    /// Code of the branch.
    #[schema(min_length = 1, max_length = 40)]
    pub(super) branch: String,
    /// Codes of the services, in the order in which they are wanted.
    #[schema(min_items = 1, max_items = 10)]
    pub(super) services: Vec<String>,
    /// How many people come for it.
    #[serde(default = "one")]
    #[schema(minimum = 1, maximum = 20, default = 1)]
    pub(super) people: u16,
    /// Whether somebody must interpret.
    #[serde(default)]
    #[schema(default = false)]
    pub(super) interpreter: bool,
    /// When it begins, as `times` told it.
    #[schema(value_type = String, format = DateTime)]
    pub(super) start: Timestamp,
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
pub(super) struct ConfirmRequest {
    /// A random UUID (version 4) that the client makes; a repeat with the same one gets the first
    /// answer.
    pub(super) call_id: Uuid,
    /// How the person wants to be called; no control characters, and not only blanks.
    #[schema(
        min_length = 1,
        max_length = 120,
        pattern = r"^[^\x00-\x1f\x7f]*[^\x00-\x20\x7f][^\x00-\x1f\x7f]*$"
    )]
    pub(super) name: String,
    /// A telephone, in any usual spelling. Without a key, it or an e-mail is needed.
    #[serde(default)]
    #[schema(max_length = 30, pattern = r"^\+?(?:[ ()./-]{0,3}[0-9]){6,15}$")]
    pub(super) phone: Option<String>,
    /// An e-mail.
    #[serde(default)]
    #[schema(max_length = 254, pattern = r"^[!-?A-~]+@[!-?A-~]+$")]
    pub(super) email: Option<String>,
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

fn is_name(name: &str) -> bool {
    (1..=120).contains(&name.chars().count())
        && !name.chars().any(|letter| letter.is_ascii_control())
        && name.chars().any(|letter| letter != ' ')
}

fn is_phone(phone: &str) -> bool {
    let digits = phone.strip_prefix('+').unwrap_or(phone);
    let count = digits.bytes().filter(u8::is_ascii_digit).count();
    let between = |part: &str| part.len() <= 3 && part.chars().all(|it| " ()./-".contains(it));
    phone.len() <= 30
        && (6..=15).contains(&count)
        && digits.ends_with(|last: char| last.is_ascii_digit())
        && digits.split(|letter: char| letter.is_ascii_digit()).all(between)
}

fn is_email(email: &str) -> bool {
    let is_part = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_graphic());
    email.len() <= 254
        && email
            .split_once('@')
            .is_some_and(|(name, host)| is_part(name) && is_part(host) && !host.contains('@'))
}

/// Another time, or another branch.
#[derive(Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ChangeRequest {
    /// A random UUID (version 4) that the client makes; a repeat with the same one gets the first
    /// answer.
    pub(super) call_id: Uuid,
    /// Code of the branch; the same as before when left out.
    #[serde(default)]
    #[schema(min_length = 1, max_length = 40)]
    pub(super) branch: Option<String>,
    /// When it begins, as `times` told it.
    #[schema(value_type = String, format = DateTime)]
    pub(super) start: Timestamp,
}

impl ChangeRequest {
    pub(super) fn is_sound(&self) -> bool {
        self.branch.as_deref().is_none_or(is_code)
    }
}

/// A call that needs nothing more.
#[derive(Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct PlainRequest {
    /// A random UUID (version 4) that the client makes; a repeat with the same one gets the first
    /// answer.
    pub(super) call_id: Uuid,
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
pub(super) struct WishQuery {
    /// Codes of the services with commas between them, in the order in which they are wanted.
    #[param(min_length = 1, max_length = 400, example = "DOC-07,TRA-08")]
    pub(super) services: String,
    /// How many people come for it.
    #[serde(default = "one")]
    #[param(minimum = 1, maximum = 20, default = 1)]
    pub(super) people: u16,
    /// Whether somebody must interpret.
    #[serde(default)]
    #[param(default = false)]
    pub(super) interpreter: bool,
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
    #[param(min_length = 1, max_length = 400, example = "DOC-07,TRA-08")]
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

/// What can be booked.
#[derive(Serialize, ToSchema)]
pub(super) struct Catalogue {
    /// The city's time zone, as IANA names it.
    pub(super) timezone: String,
    /// The most services of one visit.
    pub(super) most_services: u32,
    /// The most people who come together.
    pub(super) most_people: u16,
    /// How far ahead a time can be taken, in days.
    pub(super) horizon_days: u32,
    /// The services.
    pub(super) services: Vec<BookableTold>,
    /// The branches that meet somebody by appointment.
    pub(super) branches: Vec<BranchTold>,
}

/// A service that can be booked.
#[derive(Serialize, ToSchema)]
pub(super) struct BookableTold {
    /// Its code.
    pub(super) code: String,
    /// Its name.
    pub(super) name: String,
    /// How long it takes one person, in minutes.
    pub(super) minutes: u32,
    /// What to bring.
    pub(super) bring: Vec<String>,
    /// Codes of the branches that do it.
    pub(super) branches: Vec<String>,
}

/// Where one goes.
#[derive(Serialize, ToSchema)]
pub(super) struct BranchTold {
    /// Its code.
    pub(super) code: String,
    /// Its name.
    pub(super) name: String,
    /// Its address.
    pub(super) address: String,
    /// How one says where it is.
    pub(super) landmark: String,
    /// Bus stops near it.
    pub(super) bus_stops: Vec<String>,
    /// Degrees north.
    pub(super) lat: f64,
    /// Degrees east.
    pub(super) long: f64,
}

/// What is free at a branch.
#[derive(Serialize, ToSchema)]
pub(super) struct TimesTold {
    /// Code of the branch.
    pub(super) branch: String,
    /// How long one person takes, in minutes.
    pub(super) minutes: u32,
    /// The days, one after the other.
    pub(super) days: Vec<DayTold>,
}

/// What is free on a day.
#[derive(Serialize, ToSchema)]
pub(super) struct DayTold {
    /// The day.
    #[schema(value_type = String, format = Date)]
    pub(super) date: Date,
    /// Whether the branch opens at all.
    pub(super) open: bool,
    /// Why it is closed, for a day or a part of it.
    pub(super) why: Option<String>,
    /// Times that can be taken.
    pub(super) times: Vec<TimeTold>,
}

/// A time that can be taken.
#[derive(Serialize, ToSchema)]
pub(super) struct TimeTold {
    /// When it begins, by the clocks of the city.
    #[schema(format = DateTime)]
    pub(super) start: String,
    /// When it ends.
    #[schema(format = DateTime)]
    pub(super) end: String,
    /// Whether people who come together are met side by side, not one after the other.
    pub(super) side_by_side: bool,
}

/// The first free time of a branch.
#[derive(Serialize, ToSchema)]
pub(super) struct SoonestTold {
    /// The branch.
    pub(super) branch: BranchTold,
    /// The time.
    pub(super) time: TimeTold,
    /// The same in words.
    pub(super) words: String,
}

/// A booking, for those who have its code.
#[derive(Serialize, ToSchema)]
pub(super) struct BookingTold {
    /// Its number: nine digits.
    #[schema(pattern = "^[0-9]{9}$")]
    pub(super) number: String,
    /// The six digits that open it; only in the answer to the call that made it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(pattern = "^[0-9]{6}$", nullable = false)]
    pub(super) access_code: Option<String>,
    /// Where it stands.
    pub(super) state: StateTold,
    /// Until when it is held; null once it is not.
    #[schema(format = DateTime)]
    pub(super) held_until: Option<String>,
    /// Where.
    pub(super) branch: BranchTold,
    /// What for.
    pub(super) services: Vec<ServiceTold>,
    /// How many people come.
    pub(super) people: u16,
    /// Whether somebody interprets.
    pub(super) interpreter: bool,
    /// When it begins, by the clocks of the city.
    #[schema(format = DateTime)]
    pub(super) start: String,
    /// When it ends.
    #[schema(format = DateTime)]
    pub(super) end: String,
    /// The same in words.
    pub(super) words: String,
    /// Whether people who come together are met side by side, not one after the other.
    pub(super) side_by_side: bool,
    /// How often it was changed.
    pub(super) changes: u32,
}

/// Where a booking stands.
#[derive(Clone, Copy, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(super) enum StateTold {
    /// Its time is kept until `held_until`.
    Held,
    /// It was held too long; its time is free again.
    Expired,
    /// Somebody comes.
    Confirmed,
    /// Somebody is here.
    CheckedIn,
    /// Nobody comes.
    Cancelled,
    /// Nobody came.
    Missed,
}

/// What a visit is for.
#[derive(Serialize, ToSchema)]
pub(super) struct ServiceTold {
    /// Its code.
    pub(super) code: String,
    /// Its name.
    pub(super) name: String,
    /// What to bring.
    pub(super) bring: Vec<String>,
}

/// Who is expected, for staff.
#[derive(Serialize, ToSchema)]
pub(super) struct ExpectedTold {
    /// The booking.
    pub(super) booking: BookingTold,
    /// Who comes; null while nobody said so, and once it was cancelled.
    pub(super) person: Option<PersonTold>,
}

/// Who comes.
#[derive(Serialize, ToSchema)]
pub(super) struct PersonTold {
    /// How they want to be called.
    pub(super) name: String,
    /// Their telephone.
    pub(super) phone: Option<String>,
    /// Their e-mail.
    pub(super) email: Option<String>,
}

/// A reminder that is due, for whoever sends it.
#[derive(Serialize, ToSchema)]
pub(super) struct ReminderTold {
    /// The booking's number.
    #[schema(pattern = "^[0-9]{9}$")]
    pub(super) number: String,
    /// When it was due; with the number, what `reminders/sent` wants to know.
    #[schema(format = DateTime)]
    pub(super) due: String,
    /// To whom it goes.
    pub(super) person: PersonTold,
    /// The language of its text.
    pub(super) language: String,
    /// What it says. It never names a service.
    pub(super) text: String,
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
