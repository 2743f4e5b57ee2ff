//! Requests on their way: durable, ordered rows of work promised and not yet done.

use jiff::Timestamp;
use rusqlite::{OptionalExtension, Row, params};

use crate::domain::delivery::{DeliveryState, Progress};
use crate::domain::protocol_number::ProtocolNumber;
use crate::domain::request::Request;

use super::{Store, StoreError};

/// How many rows stand where.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Counts {
    /// On their way.
    pub waiting: u64,
    /// At the city.
    pub delivered: u64,
    /// Staff decide: the city may have them.
    pub uncertain: u64,
    /// Staff decide: the city refused them.
    pub refused: u64,
}

/// A request that is due.
#[derive(Clone, Debug)]
pub struct Delivery {
    /// The request.
    pub request: Request,
    /// What earlier attempts left behind.
    pub progress: Progress,
}

/// How staff want a request tried again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Retry {
    /// Where the city may have it, it is searched for before it is posted.
    SearchFirst,
    /// Staff looked: the city does not have it.
    NotThere,
}

/// A row as staff see it: nothing that a person said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutboxRow {
    /// The request's number.
    pub number: ProtocolNumber,
    /// Where it stands.
    pub state: DeliveryState,
    /// When it was filed.
    pub filed_at: Timestamp,
    /// Last moment of the promised answer, the city's own time.
    pub answer_by: Option<jiff::civil::DateTime>,
    /// Last moment of the promised work, the city's own time.
    pub done_by: Option<jiff::civil::DateTime>,
    /// What attempts left behind.
    pub progress: Progress,
    /// When it is tried again.
    pub next_try: Option<Timestamp>,
}

const COLUMNS: &str =
    "number, state, filed_at, answer_by, done_by, progress, next_try, request_id, sealed";

impl Store {
    /// Requests whose next attempt is due, oldest first, at most `limit`.
    ///
    /// # Errors
    ///
    /// A row cannot be read or opened.
    pub fn due(&self, now: Timestamp, limit: usize) -> Result<Vec<Delivery>, StoreError> {
        let mut query = self.db.prepare_cached(&format!(
            "SELECT {COLUMNS} FROM outbox
             WHERE next_try <= ?1 AND sealed IS NOT NULL ORDER BY filed_at, number LIMIT ?2"
        ))?;
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let rows = query.query_map(params![now.as_millisecond(), limit], StoredRow::read)?;
        rows.map(|row| row?.delivery(self)).collect()
    }

    /// An attempt begins: if the process ends before [`Store::settle`], it may have posted.
    ///
    /// # Errors
    ///
    /// The row cannot be written: the attempt may not begin.
    pub fn begin(&self, request: &Request) -> Result<(), StoreError> {
        let query = "UPDATE outbox SET under_way = 1 WHERE request_id = ?1";
        self.db.execute(query, [request.id.to_string()])?;
        Ok(())
    }

    /// Attempts that were under way when the process ended.
    ///
    /// # Errors
    ///
    /// A row cannot be read or opened.
    pub fn interrupted(&self) -> Result<Vec<Delivery>, StoreError> {
        let mut query = self.db.prepare(&format!(
            "SELECT {COLUMNS} FROM outbox WHERE under_way = 1 AND sealed IS NOT NULL"
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
        request: &Request,
        state: DeliveryState,
        progress: &Progress,
        next_try: Option<Timestamp>,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let progress =
            serde_json::to_string(progress).map_err(|_| StoreError::Unexpected("progress"))?;
        let settled = (state != DeliveryState::Waiting).then(|| now.to_string());
        self.db.execute(
            "UPDATE outbox SET state = ?2, progress = ?3, next_try = ?4, settled_at = ?5,
                 under_way = 0,
                 sealed = CASE ?2 WHEN 'delivered' THEN NULL ELSE sealed END
             WHERE request_id = ?1 AND state <> 'delivered'",
            params![
                request.id.to_string(),
                state_name(state),
                progress,
                next_try.map(Timestamp::as_millisecond),
                settled,
            ],
        )?;
        Ok(())
    }

    /// How many rows stand where.
    ///
    /// # Errors
    ///
    /// The rows cannot be read.
    pub fn counts(&self) -> Result<Counts, StoreError> {
        let mut counts = Counts::default();
        let mut query =
            self.db.prepare_cached("SELECT state, count(*) FROM outbox GROUP BY state")?;
        let rows =
            query.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, i64>(1)?)))?;
        for row in rows {
            let (state, count) = row?;
            let count = u64::try_from(count).unwrap_or_default();
            match read_state(&state)? {
                DeliveryState::Waiting => counts.waiting = count,
                DeliveryState::Delivered => counts.delivered = count,
                DeliveryState::Uncertain => counts.uncertain = count,
                DeliveryState::Refused => counts.refused = count,
            }
        }
        Ok(counts)
    }

    /// Every row, oldest first.
    ///
    /// # Errors
    ///
    /// A row cannot be read.
    pub fn outbox(&self) -> Result<Vec<OutboxRow>, StoreError> {
        let mut query =
            self.db.prepare(&format!("SELECT {COLUMNS} FROM outbox ORDER BY filed_at, number"))?;
        let rows = query.query_map([], StoredRow::read)?;
        rows.map(|row| row?.row()).collect()
    }

    /// One row, and its request while it is sealed here.
    ///
    /// # Errors
    ///
    /// The row cannot be read or opened.
    pub fn find(
        &self,
        number: ProtocolNumber,
    ) -> Result<Option<(OutboxRow, Option<Request>)>, StoreError> {
        let query = format!("SELECT {COLUMNS} FROM outbox WHERE number = ?1");
        let sealed = self.db.query_row(&query, [number.to_string()], StoredRow::read).optional()?;
        sealed.map(|sealed| Ok((sealed.row()?, sealed.request(self)?))).transpose()
    }

    /// Staff ask for another attempt; the owner of the store sees it at its next turn.
    ///
    /// # Errors
    ///
    /// The row cannot be written.
    pub fn ask(&self, number: ProtocolNumber, retry: Retry) -> Result<(), StoreError> {
        let verb = match retry {
            Retry::SearchFirst => "retry",
            Retry::NotThere => "post-again",
        };
        let query = "INSERT INTO command (verb, number) VALUES (?1, ?2)";
        self.db.execute(query, [verb, &number.to_string()])?;
        Ok(())
    }

    /// Does what command rows ask; tells whether there were any.
    ///
    /// A request that staff want tried again may be posted again, however many answers were lost
    /// before; at a foreign server it is searched for first, unless staff know that it is not there.
    ///
    /// # Errors
    ///
    /// The rows cannot be read or written.
    pub fn obey(&mut self, now: Timestamp) -> Result<bool, StoreError> {
        let asked: i64 = self.db.query_row("SELECT count(*) FROM command", [], |row| row.get(0))?;
        if asked == 0 {
            return Ok(false);
        }
        let transaction = self.db.transaction()?;
        transaction.execute(
            "UPDATE outbox SET state = 'waiting', next_try = ?1, settled_at = NULL,
                 progress = json_set(progress, '$.lost_answers', 0)
             WHERE state <> 'delivered' AND sealed IS NOT NULL
               AND number IN (SELECT number FROM command)",
            [now.as_millisecond()],
        )?;
        transaction.execute(
            "UPDATE outbox SET progress = json_remove(progress, '$.unresolved_since', '$.token')
             WHERE number IN (SELECT number FROM command WHERE verb = 'post-again')",
            [],
        )?;
        transaction.execute("DELETE FROM command", [])?;
        transaction.commit()?;
        Ok(true)
    }

    /// Forgets delivered rows after the city's retention.
    ///
    /// # Errors
    ///
    /// The rows cannot be deleted.
    pub fn forget_delivered_before(&self, moment: Timestamp) -> Result<usize, StoreError> {
        let forgotten = self.db.execute(
            "DELETE FROM outbox WHERE state = 'delivered' AND settled_at < ?1",
            [moment.to_string()],
        )?;
        self.db.execute(
            "DELETE FROM print WHERE state <> 'started' AND started_at < ?1",
            [moment.to_string()],
        )?;
        Ok(forgotten)
    }
}

/// A row as it stands in the table.
struct StoredRow {
    columns: [Option<String>; 6],
    next_try: Option<i64>,
    request_id: String,
    sealed: Option<Vec<u8>>,
}

impl StoredRow {
    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        let columns =
            [row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?, row.get(5)?];
        Ok(Self { columns, next_try: row.get(6)?, request_id: row.get(7)?, sealed: row.get(8)? })
    }

    fn row(&self) -> Result<OutboxRow, StoreError> {
        let unexpected = || StoreError::Unexpected("the outbox");
        let [number, state, filed_at, answer_by, done_by, progress] = &self.columns;
        let text = |column: &Option<String>| column.clone().ok_or_else(unexpected);
        let due = |column: &Option<String>| {
            column.as_ref().map(|text| text.parse().map_err(|_| unexpected())).transpose()
        };
        Ok(OutboxRow {
            number: text(number)?.parse().map_err(|_| unexpected())?,
            state: read_state(&text(state)?)?,
            filed_at: text(filed_at)?.parse().map_err(|_| unexpected())?,
            answer_by: due(answer_by)?,
            done_by: due(done_by)?,
            progress: serde_json::from_str(&text(progress)?).map_err(|_| unexpected())?,
            next_try: self.next_try.map(moment).transpose()?,
        })
    }

    fn delivery(&self, store: &Store) -> Result<Delivery, StoreError> {
        let progress = self.row()?.progress;
        let request = self.request(store)?.ok_or(StoreError::Unexpected("the outbox"))?;
        Ok(Delivery { request, progress })
    }

    fn request(&self, store: &Store) -> Result<Option<Request>, StoreError> {
        let row = format!("outbox:{}", self.request_id);
        self.sealed.as_ref().map(|sealed| store.seal.open(&row, sealed)).transpose()
    }
}

fn moment(milliseconds: i64) -> Result<Timestamp, StoreError> {
    Timestamp::from_millisecond(milliseconds).map_err(|_| StoreError::Unexpected("the outbox"))
}

fn state_name(state: DeliveryState) -> &'static str {
    match state {
        DeliveryState::Waiting => "waiting",
        DeliveryState::Delivered => "delivered",
        DeliveryState::Uncertain => "uncertain",
        DeliveryState::Refused => "refused",
    }
}

fn read_state(name: &str) -> Result<DeliveryState, StoreError> {
    match name {
        "waiting" => Ok(DeliveryState::Waiting),
        "delivered" => Ok(DeliveryState::Delivered),
        "uncertain" => Ok(DeliveryState::Uncertain),
        "refused" => Ok(DeliveryState::Refused),
        _ => Err(StoreError::Unexpected("the outbox")),
    }
}
