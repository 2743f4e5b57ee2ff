//! What the hub keeps of queues. Every call is one transaction.

use jiff::Timestamp;

use super::Answer;
use crate::domain::booking::state::BookingRefusal;
use crate::domain::queue::Ticket;
use crate::hub::queue::{Arrived, BranchDay, DayKept, Issued, Met, NewTicket, QueueAct};
use crate::hub::queue::{Recorded, TicketToken, Unchanged};

/// Queues of one city's branches.
///
/// What changes a branch's queue comes in one after the other: two desks never call the same
/// ticket. A call that changed something is remembered with its answer.
pub trait QueueStore: Send + Sync {
    /// Gives a ticket, or finds what an earlier attempt got.
    fn issue(&self, new: NewTicket) -> Answer<'_, Result<Issued, Unchanged>>;

    /// Checks in with an appointment and gives the ticket for it, both or none.
    fn meet(&self, arrived: Arrived) -> Answer<'_, Result<Met, BookingRefusal>>;

    /// Calls, or does anything else with a ticket; `None` where nobody waits for the desk.
    fn queue_act(&self, act: QueueAct) -> Answer<'_, Result<Option<Ticket>, Unchanged>>;

    /// The ticket that a token opens.
    fn ticket(&self, token: TicketToken) -> Answer<'_, Option<Issued>>;

    /// Everything of a branch's day, and `served` tickets that were served last before it.
    fn queue_day(&self, place: BranchDay, served: u32) -> Answer<'_, DayKept>;

    /// The latest calls of a branch's day, the latest first.
    fn calls(&self, place: BranchDay, limit: u32) -> Answer<'_, Vec<Recorded>>;

    /// Closes the tickets of days before `today`, and forgets the days before `old`.
    fn end_queue_days(&self, today: i32, old: i32, now: Timestamp) -> Answer<'_, ()>;
}
