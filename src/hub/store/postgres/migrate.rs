//! Tables that are brought up to date, once, whoever comes first.

use tokio_postgres::{Client, IsolationLevel, Transaction};

use super::fault::Fault;
use super::unusable::Unusable;

/// The advisory lock of those who would change tables: "acolhe", as good a number as any.
const LOCK: i64 = 0x6163_6f6c_6865;

/// Does the steps that the database does not have. All of them are one transaction: it ends in
/// the new tables or in the old ones. Hubs that start at the same moment wait for the first.
pub(super) async fn to_latest(
    client: &mut Client,
    place: &str,
    steps: &[&str],
) -> Result<(), Unusable> {
    let named = |error: tokio_postgres::Error| Unusable::of(place, Fault::from(error));
    // Not SERIALIZABLE: whoever waited for the lock must see what the one before has done.
    let begin = client.build_transaction().isolation_level(IsolationLevel::ReadCommitted);
    let transaction = begin.start().await.map_err(named)?;
    if !is_utf8(&transaction).await.map_err(named)? {
        return Err(Unusable::NotUtf8 { place: place.to_owned() });
    }
    let version = locked_version(&transaction).await.map_err(named)?;
    let version = usize::try_from(version).unwrap_or(usize::MAX);
    let Some(missing) = steps.get(version..) else {
        return Err(Unusable::Newer { place: place.to_owned() });
    };
    for step in missing {
        transaction.batch_execute(step).await.map_err(named)?;
    }
    if !missing.is_empty() {
        let latest = i64::try_from(steps.len()).unwrap_or(i64::MAX);
        let set = "UPDATE acolhe_schema SET version = $1";
        transaction.execute(set, &[&latest]).await.map_err(named)?;
    }
    transaction.commit().await.map_err(named)
}

async fn is_utf8(transaction: &Transaction<'_>) -> Result<bool, tokio_postgres::Error> {
    let sql = "SELECT current_setting('server_encoding') = 'UTF8'";
    transaction.query_one(sql, &[]).await?.try_get(0)
}

/// How many steps were done. A role that may not make tables can still read it.
async fn locked_version(transaction: &Transaction<'_>) -> Result<i64, tokio_postgres::Error> {
    transaction
        .batch_execute("SET LOCAL lock_timeout = 0; SET LOCAL statement_timeout = 0")
        .await?;
    transaction.query_one("SELECT pg_advisory_xact_lock($1)", &[&LOCK]).await?;
    let there = "SELECT to_regclass('acolhe_schema') IS NOT NULL";
    if !transaction.query_one(there, &[]).await?.try_get::<_, bool>(0)? {
        let make = "CREATE TABLE acolhe_schema (version BIGINT NOT NULL);
             INSERT INTO acolhe_schema VALUES (0)";
        transaction.batch_execute(make).await?;
    }
    transaction.query_one("SELECT version FROM acolhe_schema", &[]).await?.try_get(0)
}
