//! The one transaction in which a moment becomes true.

use jiff::Timestamp;
use rusqlite::params;
use uuid::Uuid;

use crate::domain::delivery::Progress;
use crate::domain::later::{Kept, Locator};
use crate::domain::lesson::{LessonId, Rung, Score};
use crate::domain::request::{Request, RequestId};
use crate::domain::visit::{PrintState, Visit};

use super::{CodeKey, Store, StoreError, drafts, lessons, note};

/// Something promised, kept together with the state that promised it.
#[derive(Debug)]
pub enum Durable<'a> {
    /// A request to bring to the city.
    File {
        /// The request.
        request: &'a Request,
        /// The first attempt begins as soon as this is committed: if the process ends before its
        /// end is settled, it may have posted.
        under_way: bool,
    },
    /// A slip to print at most once.
    Print {
        /// The print job.
        job: Uuid,
        /// The request's number.
        number: String,
        /// 1 for the first.
        copy: u32,
    },
    /// What was recorded for a draft.
    Note {
        /// The draft.
        id: RequestId,
        /// The sound, as it travels.
        sound: &'a [u8],
    },
    /// What was recorded for a draft is thrown away.
    NoNote(RequestId),
    /// The visit is over: whatever was recorded and not filed is forgotten.
    Farewell,
    /// An opinion, tied to nothing.
    Opinion {
        /// The city's day.
        day: jiff::civil::Date,
        /// From 1 to 5.
        face: u8,
        /// Id of a reason.
        reason: Option<String>,
    },
    /// A lesson was begun or ended: one more in a sum.
    Lesson {
        /// The city's day.
        day: jiff::civil::Date,
        /// Which.
        lesson: &'a LessonId,
        /// With how much help.
        rung: Rung,
        /// How it went, at its end.
        ended: Option<&'a Score>,
    },
    /// A draft under a code.
    Keep {
        /// What the code's words come to.
        key: CodeKey,
        /// What was said.
        kept: &'a Kept,
        /// When it is forgotten.
        until: Timestamp,
    },
    /// A code was used.
    Spend {
        /// Where its draft is.
        locator: Locator,
        /// When it would have been forgotten.
        until: Timestamp,
    },
    /// A draft that was left without a word.
    KeepLeft {
        /// Its id.
        id: Uuid,
        /// What was said.
        kept: &'a Kept,
        /// When it is forgotten.
        until: Timestamp,
    },
    /// It goes on.
    ForgetLeft(Uuid),
}

/// A moment to commit.
#[derive(Debug)]
pub struct Commit<'a> {
    /// The visit afterwards; `None` when there is nothing to remember.
    pub visit: Option<&'a Visit>,
    /// The moment.
    pub now: Timestamp,
    /// What is promised.
    pub durable: Vec<Durable<'a>>,
}

impl Store {
    /// Commits a moment: all of it or nothing.
    ///
    /// # Errors
    ///
    /// Nothing happened: no number may be shown.
    pub fn commit(&mut self, commit: &Commit<'_>) -> Result<(), StoreError> {
        for durable in &commit.durable {
            if let Durable::File { request, .. } = durable {
                self.reserve_sequence(request.number.year(), request.number.sequence())?;
            }
        }
        let sealed_visit =
            commit.visit.map(|visit| self.seal.close("visit:1", visit)).transpose()?;
        let transaction =
            self.db.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
        match &sealed_visit {
            Some(sealed) => transaction
                .prepare_cached(
                    "INSERT INTO visit (id, sealed) VALUES (1, ?1)
                     ON CONFLICT (id) DO UPDATE SET sealed = excluded.sealed",
                )?
                .execute([sealed])?,
            None => transaction.prepare_cached("DELETE FROM visit")?.execute([])?,
        };
        Self::raise(&transaction, "moment", 0, commit.now.as_microsecond())?;
        for durable in &commit.durable {
            match durable {
                Durable::File { request, under_way } => {
                    file(&transaction, &self.seal, request, commit.now, *under_way)?;
                }
                Durable::Print { job, number, copy } => {
                    let mut query = transaction.prepare_cached(
                        "INSERT INTO print (job, number, copy, state, started_at)
                         VALUES (?1, ?2, ?3, 'started', ?4)",
                    )?;
                    let begun = commit.now.to_string();
                    query.execute(params![job.to_string(), number, copy, begun])?;
                }
                Durable::Note { id, sound } => note::keep(&transaction, &self.seal, *id, sound)?,
                Durable::NoNote(id) => note::forget(&transaction, *id)?,
                Durable::Farewell => note::forget_unfiled(&transaction)?,
                Durable::Opinion { day, face, reason } => {
                    transaction.execute(
                        "INSERT INTO opinion (day, face, reason) VALUES (?1, ?2, ?3)",
                        params![day.to_string(), face, reason],
                    )?;
                }
                Durable::Lesson { day, lesson, rung, ended } => {
                    lessons::count(&transaction, *day, lesson, *rung, *ended)?;
                }
                Durable::Keep { .. }
                | Durable::Spend { .. }
                | Durable::KeepLeft { .. }
                | Durable::ForgetLeft(_) => {
                    drafts::write(&transaction, &self.seal, durable, commit.now)?;
                }
            }
        }
        transaction.commit()?;
        Ok(())
    }

    /// What became of a slip.
    ///
    /// # Errors
    ///
    /// The row cannot be written.
    pub fn print_ended(&self, job: Uuid, state: PrintState) -> Result<(), StoreError> {
        let state = match state {
            PrintState::Started => "started",
            PrintState::Printed => "printed",
            PrintState::Sent => "sent",
            PrintState::NotPrinted => "not-printed",
            PrintState::Uncertain => "uncertain",
        };
        let mut query = self
            .db
            .prepare_cached("UPDATE print SET state = ?2 WHERE job = ?1 AND state = 'started'")?;
        query.execute(params![job.to_string(), state])?;
        Ok(())
    }
}

fn file(
    db: &rusqlite::Connection,
    seal: &super::Seal,
    request: &Request,
    now: Timestamp,
    under_way: bool,
) -> Result<(), StoreError> {
    let sealed = seal.close(&format!("outbox:{}", request.id), request)?;
    let progress = serde_json::to_string(&Progress::default())
        .map_err(|_| StoreError::Unexpected("progress"))?;
    let due = |due: Option<crate::domain::term::Due>| due.map(|due| due.last_moment().to_string());
    let mut query = db.prepare_cached(
        "INSERT INTO outbox
             (request_id, number, state, filed_at, answer_by, done_by, next_try, under_way,
              progress, sealed)
         VALUES (?1, ?2, 'waiting', ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
    )?;
    query.execute(params![
        request.id.to_string(),
        request.number.to_string(),
        request.filed_at.to_string(),
        due(request.answer_by),
        due(request.done_by),
        now.as_millisecond(),
        under_way,
        progress,
        sealed,
    ])?;
    let number = request.number;
    if request.draft.note.is_some() {
        note::file(db, request.id, number)?;
    }
    Store::set_sequence(db, number.station().get(), number.year(), number.sequence())
}
