//! What is answered about queues, as the document describes it.

use serde::Serialize;
use utoipa::ToSchema;

use super::super::answered::{BookingTold, BranchTold};
use crate::domain::queue::Closing;

/// How long it takes.
#[derive(Serialize, ToSchema)]
pub(in super::super) struct WaitTold {
    /// How many people are called before, if nobody else comes; null where nobody knows.
    pub(super) ahead: Option<u16>,
    /// At least so many minutes, probably.
    pub(super) wait_from: Option<u16>,
    /// At most so many minutes, probably.
    pub(super) wait_to: Option<u16>,
    /// Whether it is before the branch closes.
    pub(super) closing: Option<ClosingTold>,
    /// The same in sentences.
    pub(super) words: Vec<String>,
}

/// Whether somebody will be called before the branch closes.
#[derive(Clone, Copy, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(in super::super) enum ClosingTold {
    /// As surely as the range.
    InTime,
    /// Nobody can say.
    Unsure,
    /// Rather not.
    ProbablyNot,
}

impl From<Closing> for ClosingTold {
    fn from(closing: Closing) -> Self {
        match closing {
            Closing::InTime => Self::InTime,
            Closing::Unsure => Self::Unsure,
            Closing::ProbablyNot => Self::ProbablyNot,
        }
    }
}

/// How long it takes at a branch now.
#[derive(Serialize, ToSchema)]
pub(in super::super) struct LineTold {
    /// Whether tickets are given now.
    pub(super) giving: bool,
    /// Why none are.
    pub(super) why: Option<String>,
    /// How long somebody would wait.
    #[serde(flatten)]
    pub(super) wait: WaitTold,
}

/// A ticket, without what it is for.
#[derive(Serialize, ToSchema)]
pub(in super::super) struct TicketTold {
    /// Its number, as it is called.
    #[schema(pattern = "^[A-Z](0[1-9]|[1-9][0-9]{1,4})$")]
    pub(super) number: String,
    /// What opens it; only for whoever has it already, or takes the ticket.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(pattern = "^[0-9a-z]{20}$", nullable = false)]
    pub(super) token: Option<String>,
    /// A page that follows it, where the hub knows its own address.
    pub(super) follow: Option<String>,
    /// Where.
    pub(super) branch: BranchTold,
    /// What has become of it.
    pub(super) state: TicketState,
    /// When it was taken, by the clocks of the city.
    #[schema(format = DateTime)]
    pub(super) arrived: String,
    /// The booked time, with an appointment.
    #[schema(format = DateTime)]
    pub(super) booked: Option<String>,
    /// The desk that calls, serves or waits for the person.
    pub(super) desk: Option<u16>,
    /// How long it takes; null where it does not wait.
    #[serde(flatten)]
    pub(super) wait: WaitTold,
}

/// What has become of a ticket.
#[derive(Clone, Copy, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(in super::super) enum TicketState {
    /// It waits to be called.
    Waiting,
    /// A desk calls it.
    Called,
    /// The person is at the desk.
    Serving,
    /// The person fetches something; the desk knows.
    Parked,
    /// The person went out for a while.
    Out,
    /// It was called and nobody came.
    Missed,
    /// It is done.
    Served,
    /// It does not count any more.
    Void,
    /// The day ended before it was served.
    Closed,
}

/// A ticket, for staff.
#[derive(Serialize, ToSchema)]
pub(in super::super) struct StaffTicketTold {
    /// Its number.
    #[schema(pattern = "^[A-Z](0[1-9]|[1-9][0-9]{1,4})$")]
    pub(super) number: String,
    /// What has become of it.
    pub(super) state: TicketState,
    /// What it is for.
    pub(super) service: String,
    /// The name of that.
    pub(super) service_name: String,
    /// What the person said of themself.
    pub(super) class: String,
    /// The name of that.
    pub(super) class_name: String,
    /// Whether an attendant may ask for a paper.
    pub(super) proof: bool,
    /// When it was taken, by the clocks of the city.
    #[schema(format = DateTime)]
    pub(super) arrived: String,
    /// The booked time, with an appointment.
    #[schema(format = DateTime)]
    pub(super) booked: Option<String>,
    /// The desk that calls, serves or waits for the person.
    pub(super) desk: Option<u16>,
    /// How many times it was called by now.
    pub(super) times: Option<u8>,
    /// Why it was called before others, in a sentence that anybody may hear.
    pub(super) why: Option<String>,
}

/// What a desk has now.
#[derive(Serialize, ToSchema)]
pub(in super::super) struct DeskTold {
    /// The ticket; null where nobody waits for this desk.
    pub(super) ticket: Option<StaffTicketTold>,
}

/// What a panel shows.
#[derive(Serialize, ToSchema)]
pub(in super::super) struct PanelTold {
    /// Code of the branch.
    pub(super) branch: String,
    /// Its name.
    pub(super) name: String,
    /// The city's day.
    #[schema(value_type = String, format = Date)]
    pub(super) day: jiff::civil::Date,
    /// The latest calls, the latest first.
    pub(super) calls: Vec<CallTold>,
}

/// A call.
#[derive(Serialize, ToSchema)]
pub(super) struct CallTold {
    /// Which call of the day, from 1.
    pub(super) id: u32,
    /// The ticket's number.
    #[schema(pattern = "^[A-Z](0[1-9]|[1-9][0-9]{1,4})$")]
    pub(super) number: String,
    /// The desk.
    pub(super) desk: u16,
    /// When, by the clocks of the city.
    #[schema(format = DateTime)]
    pub(super) at: String,
    /// How many times the ticket was called by then.
    pub(super) times: u8,
    /// Where it stands now.
    pub(super) state: CallState,
}

/// Where a call stands.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(super) enum CallState {
    /// The desk waits for the person.
    Called,
    /// The person is at the desk.
    Serving,
    /// It is over, or the ticket is somewhere else by now.
    Over,
}

/// Somebody who is here with an appointment.
#[derive(Serialize, ToSchema)]
pub(in super::super) struct CheckedInTold {
    /// The booking.
    pub(in super::super) booking: BookingTold,
    /// The ticket; null where the city calls nobody by ticket.
    pub(in super::super) ticket: Option<TicketTold>,
}
