//! A store with requests of many years, nearly all of them delivered.

use std::path::Path;

use acolhe::domain::delivery::Progress;
use acolhe::domain::protocol_number::{ProtocolNumber, StationNumber};
use acolhe::edge::clock::Clock;
use anyhow::Context;
use jiff::{SignedDuration, Timestamp};
use rusqlite::{Connection, params};
use uuid::Uuid;

/// More than anybody files in a year.
const A_YEAR: u32 = 90_000;
const LAST_YEAR: u16 = 2025;

/// Files so many requests long ago: rows as a delivered request leaves them, with their receipts.
pub(crate) fn fill(path: &Path, rows: u32) -> anyhow::Result<()> {
    let mut db = Connection::open(path)?;
    // What is measured comes later.
    db.pragma_update(None, "synchronous", "off")?;
    db.pragma_update(None, "cache_size", -400_000)?;
    let station = StationNumber::new(14).context("a station")?;
    let progress = serde_json::to_string(&Progress { attempts: 1, ..Progress::default() })?;
    // Nothing is forgotten at the start: it was settled a moment ago.
    let settled = Clock::Machine.now().to_string();
    let transaction = db.transaction()?;
    {
        let mut file = transaction.prepare(
            "INSERT INTO outbox (request_id, number, state, filed_at, answer_by, settled_at, progress)
             VALUES (?1, ?2, 'delivered', ?3, ?4, ?5, ?6)",
        )?;
        let mut print = transaction.prepare(
            "INSERT INTO print (job, number, copy, state, started_at) VALUES (?1, ?2, 1, 'printed', ?3)",
        )?;
        let years = rows.div_ceil(A_YEAR);
        for row in 0..rows {
            let before = years - 1 - row / A_YEAR;
            let year = LAST_YEAR - u16::try_from(before)?;
            let number =
                ProtocolNumber::new(year, station, 1 + row % A_YEAR).context("a number")?;
            let number = number.to_string();
            let new_year: Timestamp = format!("{year}-01-01T12:00:00Z").parse()?;
            let filed = new_year + SignedDuration::from_mins(i64::from(row % A_YEAR) * 5);
            let (filed, by) = (filed.to_string(), format!("{year}-12-30T23:59:59"));
            file.execute(params![
                Uuid::new_v4().to_string(),
                number,
                filed,
                by,
                settled,
                progress
            ])?;
            print.execute(params![Uuid::new_v4().to_string(), number, settled])?;
        }
        let mut last = transaction
            .prepare("INSERT INTO counter (name, part, value) VALUES ('sequence 14', ?1, ?2)")?;
        for before in 0..years {
            let given = A_YEAR.min(rows - A_YEAR * (years - 1 - before));
            last.execute(params![LAST_YEAR - u16::try_from(before)?, given])?;
        }
    }
    transaction.commit()?;
    db.execute_batch("PRAGMA wal_checkpoint(TRUNCATE);")?;
    Ok(())
}
