//! What the hub keeps of bookings. Every call is one transaction.

use std::ops::Range;

use jiff::Timestamp;

use super::Answer;
use crate::domain::booking::number::BookingNumber;
use crate::domain::booking::state::BookingRefusal;
use crate::domain::booking::taken::Taken;
use crate::hub::booking::{Act, Booking, Expected, Granted, NewHold, Opener, Reminder};

/// Bookings of one city.
///
/// No cell is ever taken twice: the database itself refuses a second row. A call that changed
/// something is remembered with its answer; a refusal changed nothing and is judged anew.
pub trait BookingStore: Send + Sync {
    /// Which cells of a branch are taken within some slices.
    fn taken(&self, branch: String, slices: Range<i64>, now: Timestamp) -> Answer<'_, Taken>;

    /// Holds a time, or finds what an earlier attempt held.
    fn hold(&self, hold: NewHold) -> Answer<'_, Result<Granted, BookingRefusal>>;

    /// Confirms, changes, cancels, checks in or marks as missed. A change takes the new time
    /// before it leaves the old one.
    fn act(&self, act: Act) -> Answer<'_, Result<Booking, BookingRefusal>>;

    /// A booking as it is now. A wrong code is counted.
    fn booking(
        &self,
        number: BookingNumber,
        opener: Opener,
        now: Timestamp,
    ) -> Answer<'_, Result<Booking, BookingRefusal>>;

    /// Who is expected at a branch on a day (20261124), by time; what is over too.
    fn agenda(&self, branch: String, day: i32, now: Timestamp) -> Answer<'_, Vec<Expected>>;

    /// Reminders that are due and not sent, the oldest first; none whose visit has begun.
    fn reminders(&self, now: Timestamp, limit: u32) -> Answer<'_, Vec<Reminder>>;

    /// A reminder was sent; false if there is none such.
    fn reminder_sent(
        &self,
        number: BookingNumber,
        due: Timestamp,
        now: Timestamp,
    ) -> Answer<'_, bool>;

    /// Frees what was held too long, and forgets what ended before a moment.
    fn forget_bookings(&self, ended_before: Timestamp, now: Timestamp) -> Answer<'_, ()>;
}
