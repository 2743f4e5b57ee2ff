//! Stations, keys and access codes.

use jiff::Timestamp;

use super::PostgresStore;
use super::fault::Fault;
use super::row::{bytes, plain, read, whole};
use super::turn::Turn;
use crate::domain::protocol_number::{ProtocolNumber, StationNumber};
use crate::domain::request::AccessCode;
use crate::hub::access::{ATTEMPTS, ATTEMPTS_WITHIN, AccessHash, CodeVerdict};
use crate::hub::key::{KeyDigest, KeyKind};
use crate::hub::store::{Answer, KeyStore, StoreError};

impl KeyStore for PostgresStore {
    fn add_station(
        &self,
        name: String,
        key: KeyDigest,
        now: Timestamp,
    ) -> Answer<'_, StationNumber> {
        self.write((name, key, now), |turn, (name, key, now)| {
            Box::pin(add_station(turn, name, *key, *now))
        })
    }

    fn add_key(&self, name: String, staff: bool, key: KeyDigest, now: Timestamp) -> Answer<'_, ()> {
        let kind = if staff { KeyKind::Staff } else { KeyKind::Client };
        self.write((name, kind, key, now), |turn, (name, kind, key, now)| {
            Box::pin(add(turn, name, *kind, *key, *now))
        })
    }

    fn key_of(&self, key: KeyDigest) -> Answer<'_, Option<KeyKind>> {
        self.read(key, |turn, key| Box::pin(kind_of(turn, *key)))
    }

    fn try_access_code(
        &self,
        number: ProtocolNumber,
        code: AccessCode,
        now: Timestamp,
    ) -> Answer<'_, CodeVerdict> {
        self.write((number, code, now), |turn, (number, code, now)| {
            Box::pin(try_access_code(turn, *number, code, *now))
        })
    }
}

async fn add_station(
    turn: &Turn<'_>,
    name: &str,
    key: KeyDigest,
    now: Timestamp,
) -> Result<StationNumber, Fault> {
    const NONE_LEFT: StoreError = StoreError::NoNumberLeft("9999 stations have been enrolled");
    let next = "UPDATE last_station SET number = number + 1 RETURNING number";
    let number: i64 = plain(&turn.row(next, &[]).await?, "number")?;
    let station = u16::try_from(number).ok().and_then(StationNumber::new).ok_or(NONE_LEFT)?;
    turn.execute(
        "INSERT INTO stations (number, name, added_at) VALUES ($1, $2, $3)",
        &[&number, &name, &now.as_second()],
    )
    .await?;
    add(turn, name, KeyKind::Station(station), key, now).await?;
    Ok(station)
}

async fn add(
    turn: &Turn<'_>,
    name: &str,
    kind: KeyKind,
    key: KeyDigest,
    now: Timestamp,
) -> Result<(), Fault> {
    let (kind, station) = match kind {
        KeyKind::Station(number) => ("station", Some(i64::from(number.get()))),
        KeyKind::Client => ("client", None),
        KeyKind::Staff => ("staff", None),
    };
    turn.execute(
        "INSERT INTO keys (digest, name, kind, station, added_at) VALUES ($1, $2, $3, $4, $5)",
        &[&key.0.as_slice(), &name, &kind, &station, &now.as_second()],
    )
    .await?;
    Ok(())
}

async fn kind_of(turn: &Turn<'_>, key: KeyDigest) -> Result<Option<KeyKind>, Fault> {
    let sql = "SELECT kind, coalesce(station, 0) AS station FROM keys WHERE digest = $1";
    let Some(row) = turn.maybe_row(sql, &[&key.0.as_slice()]).await? else { return Ok(None) };
    let station = StationNumber::new(whole(&row, "station")?);
    let kind = read(&row, "kind", |kind| match kind {
        "station" => station.map(KeyKind::Station),
        "client" => Some(KeyKind::Client),
        "staff" => Some(KeyKind::Staff),
        _ => None,
    })?;
    Ok(Some(kind))
}

/// Numbers that do not exist are counted as well, so that a limit tells nobody which ones do.
async fn try_access_code(
    turn: &Turn<'_>,
    number: ProtocolNumber,
    code: &AccessCode,
    now: Timestamp,
) -> Result<CodeVerdict, Fault> {
    let number = number.to_string();
    if codes_are_spent(turn, &number, now).await? {
        return Ok(CodeVerdict::TooMany);
    }
    let sql = "SELECT access_salt, access_hash FROM requests
         WHERE number = $1 AND access_hash IS NOT NULL";
    if let Some(row) = turn.maybe_row(sql, &[&number]).await? {
        let (salt, hash) = (bytes(&row, "access_salt")?, bytes(&row, "access_hash")?);
        if (AccessHash { salt, hash }).matches(code) {
            return Ok(CodeVerdict::Right);
        }
    }
    count_wrong_code(turn, &number, now).await?;
    Ok(CodeVerdict::Wrong)
}

/// Whether as many wrong codes came for a number as are answered within an hour.
pub(super) async fn codes_are_spent(
    turn: &Turn<'_>,
    number: &str,
    now: Timestamp,
) -> Result<bool, Fault> {
    let old = "DELETE FROM wrong_codes WHERE at <= $1";
    turn.execute(old, &[&(now.as_second() - ATTEMPTS_WITHIN)]).await?;
    let wrong = "SELECT count(*) AS wrong FROM wrong_codes WHERE number = $1";
    Ok(plain::<i64>(&turn.row(wrong, &[&number]).await?, "wrong")? >= ATTEMPTS.into())
}

/// Counts a wrong code, also for a number that does not exist.
pub(super) async fn count_wrong_code(
    turn: &Turn<'_>,
    number: &str,
    now: Timestamp,
) -> Result<(), Fault> {
    let count = "INSERT INTO wrong_codes (number, at) VALUES ($1, $2)";
    turn.execute(count, &[&number, &now.as_second()]).await?;
    Ok(())
}
