//! Requests on their way: durable rows of work promised and not yet done, as staff see them.

use jiff::Timestamp;
use rusqlite::{OptionalExtension, Row};

use crate::domain::delivery::{DeliveryState, Progress};
use crate::domain::protocol_number::ProtocolNumber;
use crate::domain::request::Request;

use super::attempts::Delivery;
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

pub(super) const COLUMNS: &str =
    "number, state, filed_at, answer_by, done_by, progress, next_try, request_id, sealed";

impl Store {
    /// How many rows stand where.
    ///
    /// # Errors
    ///
    /// The rows cannot be read.
    pub fn counts(&self) -> Result<Counts, StoreError> {
        let mut counts = Counts::default();
        let mut query =
            self.db.prepare_cached("SELECT name, value FROM counter WHERE name GLOB 'rows *'")?;
        let rows =
            query.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, i64>(1)?)))?;
        for row in rows {
            let (name, count) = row?;
            let count = u64::try_from(count).unwrap_or_default();
            match read_state(name.trim_start_matches("rows "))? {
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
        let mut query = self.db.prepare_cached(&query)?;
        let sealed = query.query_row([number.to_string()], StoredRow::read).optional()?;
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
        let mut query = self.db.prepare_cached("SELECT count(*) FROM command")?;
        let asked: i64 = query.query_row([], |row| row.get(0))?;
        drop(query);
        if asked == 0 {
            return Ok(false);
        }
        let transaction = self.db.transaction()?;
        super::note::obey(&transaction)?;
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
        // Slips stand in the order in which they began: what is kept is not looked at.
        self.db.execute(
            "DELETE FROM print WHERE state <> 'started' AND rowid < coalesce(
                 (SELECT rowid FROM print WHERE started_at >= ?1 ORDER BY rowid LIMIT 1),
                 (SELECT max(rowid) + 1 FROM print))",
            [moment.to_string()],
        )?;
        Ok(forgotten)
    }
}

/// A row as it stands in the table.
pub(super) struct StoredRow {
    columns: [Option<String>; 6],
    next_try: Option<i64>,
    request_id: String,
    sealed: Option<Vec<u8>>,
}

impl StoredRow {
    pub(super) fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        let columns =
            [row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?, row.get(5)?];
        Ok(Self { columns, next_try: row.get(6)?, request_id: row.get(7)?, sealed: row.get(8)? })
    }

    fn row(&self) -> Result<OutboxRow, StoreError> {
        let unexpected = || StoreError::Unexpected("the outbox");
        let [_, state, filed_at, answer_by, done_by, progress] = &self.columns;
        let text = |column: &Option<String>| column.clone().ok_or_else(unexpected);
        let due = |column: &Option<String>| {
            column.as_ref().map(|text| text.parse().map_err(|_| unexpected())).transpose()
        };
        Ok(OutboxRow {
            number: self.number()?,
            state: read_state(&text(state)?)?,
            filed_at: text(filed_at)?.parse().map_err(|_| unexpected())?,
            answer_by: due(answer_by)?,
            done_by: due(done_by)?,
            progress: serde_json::from_str(&text(progress)?).map_err(|_| unexpected())?,
            next_try: self.next_try.map(moment).transpose()?,
        })
    }

    pub(super) fn number(&self) -> Result<ProtocolNumber, StoreError> {
        let [number, ..] = &self.columns;
        let number = number.as_ref().and_then(|number| number.parse().ok());
        number.ok_or(StoreError::Unexpected("the outbox"))
    }

    pub(super) fn delivery(&self, store: &Store) -> Result<Delivery, StoreError> {
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

pub(super) fn state_name(state: DeliveryState) -> &'static str {
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
