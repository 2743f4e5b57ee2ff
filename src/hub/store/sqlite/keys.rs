//! Stations, keys and access codes.

use jiff::Timestamp;
use rusqlite::{OptionalExtension, Transaction, params};

use super::SqliteStore;
use super::row::named;
use crate::domain::protocol_number::{ProtocolNumber, StationNumber};
use crate::domain::request::AccessCode;
use crate::hub::access::{ATTEMPTS, ATTEMPTS_WITHIN, AccessHash, CodeVerdict};
use crate::hub::key::{KeyDigest, KeyKind};
use crate::hub::store::{Answer, KeyStore, StoreError};

impl KeyStore for SqliteStore {
    fn add_station(
        &self,
        name: String,
        key: KeyDigest,
        now: Timestamp,
    ) -> Answer<'_, StationNumber> {
        self.transact(move |transaction| add_station(transaction, &name, key, now))
    }

    fn add_key(&self, name: String, staff: bool, key: KeyDigest, now: Timestamp) -> Answer<'_, ()> {
        self.transact(move |transaction| {
            let kind = if staff { KeyKind::Staff } else { KeyKind::Client };
            add(transaction, &name, kind, key, now)
        })
    }

    fn key_of(&self, key: KeyDigest) -> Answer<'_, Option<KeyKind>> {
        self.transact(move |transaction| kind_of(transaction, key))
    }

    fn try_access_code(
        &self,
        number: ProtocolNumber,
        code: AccessCode,
        now: Timestamp,
    ) -> Answer<'_, CodeVerdict> {
        self.transact(move |transaction| try_access_code(transaction, number, &code, now))
    }
}

fn add_station(
    transaction: &Transaction<'_>,
    name: &str,
    key: KeyDigest,
    now: Timestamp,
) -> Result<StationNumber, StoreError> {
    const NONE_LEFT: StoreError = StoreError::NoNumberLeft("9999 stations have been enrolled");
    let last: u16 = transaction.query_row(
        "SELECT seq FROM sqlite_sequence WHERE name = 'stations'",
        [],
        |row| row.get(0),
    )?;
    let number = last.checked_add(1).and_then(StationNumber::new).ok_or(NONE_LEFT)?;
    transaction.execute(
        "INSERT INTO stations (number, name, added_at) VALUES (?1, ?2, ?3)",
        params![number.get(), name, now.as_second()],
    )?;
    add(transaction, name, KeyKind::Station(number), key, now)?;
    Ok(number)
}

fn add(
    transaction: &Transaction<'_>,
    name: &str,
    kind: KeyKind,
    key: KeyDigest,
    now: Timestamp,
) -> Result<(), StoreError> {
    let (kind, station) = match kind {
        KeyKind::Station(number) => ("station", Some(number.get())),
        KeyKind::Client => ("client", None),
        KeyKind::Staff => ("staff", None),
    };
    transaction.execute(
        "INSERT INTO keys (digest, name, kind, station, added_at) VALUES (?1, ?2, ?3, ?4, ?5)",
        params![key.0, name, kind, station, now.as_second()],
    )?;
    Ok(())
}

fn kind_of(transaction: &Transaction<'_>, key: KeyDigest) -> Result<Option<KeyKind>, StoreError> {
    let kind = transaction
        .query_row("SELECT kind, station FROM keys WHERE digest = ?1", [key.0], |row| {
            let station: Option<u16> = row.get("station")?;
            named(row, "kind", |kind| match kind {
                "station" => station.and_then(StationNumber::new).map(KeyKind::Station),
                "client" => Some(KeyKind::Client),
                "staff" => Some(KeyKind::Staff),
                _ => None,
            })
        })
        .optional()?;
    Ok(kind)
}

/// Numbers that do not exist are counted as well, so that a limit tells nobody which ones do.
fn try_access_code(
    transaction: &Transaction<'_>,
    number: ProtocolNumber,
    code: &AccessCode,
    now: Timestamp,
) -> Result<CodeVerdict, StoreError> {
    let number = number.to_string();
    if codes_are_spent(transaction, &number, now)? {
        return Ok(CodeVerdict::TooMany);
    }
    let kept = transaction
        .query_row(
            "SELECT access_salt, access_hash FROM requests
             WHERE number = ?1 AND access_hash IS NOT NULL",
            [&number],
            |row| Ok(AccessHash { salt: row.get(0)?, hash: row.get(1)? }),
        )
        .optional()?;
    if kept.is_some_and(|kept| kept.matches(code)) {
        return Ok(CodeVerdict::Right);
    }
    count_wrong_code(transaction, &number, now)?;
    Ok(CodeVerdict::Wrong)
}

/// Whether as many wrong codes came for a number as are answered within an hour.
pub(super) fn codes_are_spent(
    transaction: &Transaction<'_>,
    number: &str,
    now: Timestamp,
) -> Result<bool, StoreError> {
    transaction
        .execute("DELETE FROM wrong_codes WHERE at <= ?1", [now.as_second() - ATTEMPTS_WITHIN])?;
    let wrong: u32 = transaction.query_row(
        "SELECT count(*) FROM wrong_codes WHERE number = ?1",
        [number],
        |row| row.get(0),
    )?;
    Ok(wrong >= ATTEMPTS)
}

/// Counts a wrong code, also for a number that does not exist.
pub(super) fn count_wrong_code(
    transaction: &Transaction<'_>,
    number: &str,
    now: Timestamp,
) -> Result<(), StoreError> {
    transaction.execute(
        "INSERT INTO wrong_codes (number, at) VALUES (?1, ?2)",
        params![number, now.as_second()],
    )?;
    Ok(())
}
