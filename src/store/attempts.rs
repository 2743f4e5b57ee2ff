//! Attempts to deliver: what is due, what is under way, how each one ended.

use std::collections::HashSet;

use jiff::Timestamp;
use rusqlite::{OptionalExtension, Transaction, TransactionBehavior, params};

use crate::domain::delivery::{DeliveryState, End, NO_LINE, Progress};
use crate::domain::protocol_number::ProtocolNumber;
use crate::domain::request::Request;

use super::outbox::{COLUMNS, StoredRow, state_name};
use super::{Store, StoreError};

/// A request that is due.
#[derive(Clone, Debug)]
pub struct Delivery {
    /// The request.
    pub request: Request,
    /// What earlier attempts left behind.
    pub progress: Progress,
}

/// The end of one attempt.
#[derive(Clone, Debug)]
pub struct Ended {
    /// Whose.
    pub number: ProtocolNumber,
    /// What it made of the row.
    pub end: End,
}

impl Store {
    /// Requests whose next attempt is due and not among those `under_way`, at most `limit`: the
    /// longest due first, the oldest where several are.
    ///
    /// # Errors
    ///
    /// A row cannot be read or opened.
    pub fn due(
        &self,
        now: Timestamp,
        limit: usize,
        under_way: &HashSet<ProtocolNumber>,
    ) -> Result<Vec<Delivery>, StoreError> {
        let mut query = self.db.prepare_cached(&format!(
            "SELECT {COLUMNS} FROM outbox
             WHERE next_try <= ?1 AND sealed IS NOT NULL ORDER BY next_try, rowid"
        ))?;
        let mut rows = query.query([now.as_millisecond()])?;
        let mut due = Vec::new();
        while due.len() < limit
            && let Some(row) = rows.next()?
        {
            let row = StoredRow::read(row)?;
            if !under_way.contains(&row.number()?) {
                due.push(row.delivery(self)?);
            }
        }
        Ok(due)
    }

    /// The line is back: what failed for want of one is due now, whatever its back-off. What the
    /// server itself held up keeps waiting.
    ///
    /// # Errors
    ///
    /// The rows cannot be written.
    pub fn call_back(&mut self, now: Timestamp) -> Result<(), StoreError> {
        let mut query = self.db.prepare_cached(
            "UPDATE outbox SET next_try = ?1
             WHERE next_try > ?1 AND json_extract(progress, '$.last_failure') = ?2",
        )?;
        query.execute(params![now.as_millisecond(), NO_LINE])?;
        Ok(())
    }

    /// Attempts have ended and others begin, in one transaction: the ends are settled, and as many
    /// due requests as there is room for are marked as under way.
    ///
    /// # Errors
    ///
    /// Nothing happened: no attempt may begin.
    pub fn turn_over(
        &mut self,
        ended: &[Ended],
        now: Timestamp,
        room: usize,
        under_way: &HashSet<ProtocolNumber>,
    ) -> Result<Vec<Delivery>, StoreError> {
        let due = if room > 0 { self.due(now, room, under_way)? } else { Vec::new() };
        if ended.is_empty() && due.is_empty() {
            return Ok(due);
        }
        // It takes the lock at once and rolls back by itself; what is written goes as usual.
        let transaction = Transaction::new_unchecked(&self.db, TransactionBehavior::Immediate)?;
        for Ended { number, end: (state, progress, next_try) } in ended {
            self.settle(*number, *state, progress, *next_try, now)?;
        }
        for delivery in &due {
            self.begin(delivery.request.number)?;
        }
        transaction.commit()?;
        Ok(due)
    }

    /// An attempt begins: if the process ends before [`Store::settle`], it may have posted.
    fn begin(&self, number: ProtocolNumber) -> Result<(), StoreError> {
        let query = "UPDATE outbox SET under_way = 1 WHERE number = ?1";
        self.db.prepare_cached(query)?.execute([number.to_string()])?;
        Ok(())
    }

    /// Attempts that were under way when the process ended.
    ///
    /// # Errors
    ///
    /// A row cannot be read or opened.
    pub fn interrupted(&self) -> Result<Vec<Delivery>, StoreError> {
        let mut query = self.db.prepare(&format!(
            "SELECT {COLUMNS} FROM outbox
             WHERE next_try IS NOT NULL AND under_way = 1 AND sealed IS NOT NULL"
        ))?;
        query.query_map([], StoredRow::read)?.map(|row| row?.delivery(self)).collect()
    }

    /// What an attempt left behind. A delivered request's words are forgotten here.
    ///
    /// # Errors
    ///
    /// The row cannot be written.
    pub fn settle(
        &self,
        number: ProtocolNumber,
        state: DeliveryState,
        progress: &Progress,
        next_try: Option<Timestamp>,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let progress =
            serde_json::to_string(progress).map_err(|_| StoreError::Unexpected("progress"))?;
        let settled = (state != DeliveryState::Waiting).then(|| now.to_string());
        let mut query = self.db.prepare_cached(
            "UPDATE outbox SET state = ?2, progress = ?3, next_try = ?4, settled_at = ?5,
                 under_way = 0,
                 sealed = CASE ?2 WHEN 'delivered' THEN NULL ELSE sealed END
             WHERE number = ?1 AND state <> 'delivered'",
        )?;
        query.execute(params![
            number.to_string(),
            state_name(state),
            progress,
            next_try.map(Timestamp::as_millisecond),
            settled,
        ])?;
        Ok(())
    }

    /// What earlier attempts left behind, as it stands now; `None` for a row that is not there.
    ///
    /// # Errors
    ///
    /// The row cannot be read.
    pub fn progress(&self, number: ProtocolNumber) -> Result<Option<Progress>, StoreError> {
        let mut query = self.db.prepare_cached("SELECT progress FROM outbox WHERE number = ?1")?;
        let text: Option<String> =
            query.query_row([number.to_string()], |row| row.get(0)).optional()?;
        let read = |text: String| {
            serde_json::from_str(&text).map_err(|_| StoreError::Unexpected("the outbox"))
        };
        text.map(read).transpose()
    }
}
