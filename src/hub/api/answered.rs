//! What is answered, as the document describes it.

use jiff::civil::Date;
use serde::Serialize;
use utoipa::ToSchema;

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
