//! Everything of a SQLite file into a database, once.
//!
//! Tables and columns are found by their names, so that what is added to both is moved as well.

use std::path::Path;

use rusqlite::{Connection, TransactionBehavior};
use tokio_postgres::binary_copy::BinaryCopyInWriter;
use tokio_postgres::types::{ToSql, Type};
use tokio_postgres::{Column, Transaction};

use super::fault::Fault;
use super::{Address, PostgresStore, Unusable};
use crate::hub::store::{StoreError, sqlite};

/// A table, and how many rows were moved.
pub type Moved = (String, u64);

type Value = Box<dyn ToSql + Sync + Send>;

/// Copies every row into a database in which nobody has a key yet, in one transaction: all of
/// them are there or none. The file stays as it is.
///
/// # Errors
/// [`StoreError::Open`] and [`StoreError::Newer`] for the file, [`StoreError::Unusable`] for the
/// database, [`StoreError::Failed`] where a row does not fit.
pub async fn move_all(file: &Path, address: &Address) -> Result<Vec<Moved>, StoreError> {
    let mut file = sqlite::opened(file)?;
    let file = file.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let store = PostgresStore::open(address).await?;
    let mut connection = store.pool.get().await.map_err(Fault::from)?;
    let connection: &mut tokio_postgres::Client = &mut connection;
    let into = connection.transaction().await.map_err(Fault::from)?;
    into.batch_execute(ALONE).await.map_err(Fault::from)?;
    let used = "SELECT 1 FROM keys LIMIT 1";
    if into.query_opt(used, &[]).await.map_err(Fault::from)?.is_some() {
        return Err(Unusable::Used { place: address.place().to_owned() }.into());
    }
    let tables = tables(&file)?;
    // A new database holds rows that every hub begins with.
    for table in tables.iter().rev() {
        into.execute(&format!("DELETE FROM {table}"), &[]).await.map_err(Fault::from)?;
    }
    let mut moved = Vec::new();
    for table in tables {
        let rows = move_table(&file, &into, &table).await?;
        moved.push((table, rows));
    }
    let last = file.query_row(LAST_STATION, [], |row| row.get::<_, i64>(0))?;
    into.execute("UPDATE last_station SET number = $1", &[&last]).await.map_err(Fault::from)?;
    into.commit().await.map_err(|error| Fault::of_commit(error).into()).map(|()| moved)
}

/// It may take its time, and nobody adds a key meanwhile.
const ALONE: &str = "SET LOCAL statement_timeout = 0;
    SET LOCAL idle_in_transaction_session_timeout = 0;
    LOCK TABLE keys IN EXCLUSIVE MODE";

/// SQLite keeps it by itself.
const LAST_STATION: &str = "SELECT seq FROM sqlite_sequence WHERE name = 'stations'";

/// In the order in which they were made: what is referred to comes first.
fn tables(file: &Connection) -> Result<Vec<String>, StoreError> {
    let mut statement = file.prepare(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'
         ORDER BY rowid",
    )?;
    let names = statement.query_map([], |row| row.get(0))?;
    Ok(names.collect::<Result<_, _>>()?)
}

async fn move_table(
    file: &Connection,
    into: &Transaction<'_>,
    table: &str,
) -> Result<u64, StoreError> {
    let mut there = file.prepare(&format!("SELECT * FROM {table} ORDER BY rowid"))?;
    let sample = into.prepare(&format!("SELECT * FROM {table}")).await.map_err(Fault::from)?;
    // What PostgreSQL counts by itself has another name in the file, or none.
    let shared: Vec<(usize, &Column)> = sample
        .columns()
        .iter()
        .filter_map(|column| Some((there.column_index(column.name()).ok()?, column)))
        .collect();
    let names: Vec<&str> = shared.iter().map(|(_, column)| column.name()).collect();
    let types: Vec<Type> = shared.iter().map(|(_, column)| column.type_().clone()).collect();
    let copy = format!("COPY {table} ({}) FROM STDIN BINARY", names.join(", "));
    let sink = into.copy_in(&copy).await.map_err(Fault::from)?;
    let mut writer = std::pin::pin!(BinaryCopyInWriter::new(sink, &types));
    let mut rows = there.query([])?;
    while let Some(row) = rows.next()? {
        let values: Vec<Value> = shared
            .iter()
            .map(|(index, column)| value(row, *index, column.type_()))
            .collect::<rusqlite::Result<_>>()?;
        writer.as_mut().write_raw(values).await.map_err(Fault::from)?;
    }
    let moved = writer.finish().await.map_err(Fault::from)?;
    for (_, column) in shared.iter().filter(|(_, column)| *column.type_() == Type::INT8) {
        into.batch_execute(&count_on(table, column.name())).await.map_err(Fault::from)?;
    }
    Ok(moved)
}

/// Where PostgreSQL counts a column by itself, it goes on after what was moved.
fn count_on(table: &str, column: &str) -> String {
    format!(
        "SELECT setval(counter, last) FROM
             (SELECT pg_get_serial_sequence('{table}', '{column}') AS counter) AS counters,
             (SELECT max({column}) AS last FROM {table}) AS rows
         WHERE counter IS NOT NULL AND last IS NOT NULL"
    )
}

/// A value as its column wants it.
fn value(row: &rusqlite::Row<'_>, index: usize, wanted: &Type) -> rusqlite::Result<Value> {
    Ok(match *wanted {
        Type::BOOL => Box::new(row.get::<_, Option<bool>>(index)?),
        Type::BYTEA => Box::new(row.get::<_, Option<Vec<u8>>>(index)?),
        Type::TEXT => {
            // The letter zero, which older hubs kept, is none that PostgreSQL keeps.
            let text: Option<String> = row.get(index)?;
            Box::new(text.map(|text| text.replace('\0', "")))
        }
        _ => Box::new(row.get::<_, Option<i64>>(index)?),
    })
}
