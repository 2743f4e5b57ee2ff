//! Updates: stored once, and what they make of their request.

use rusqlite::{OptionalExtension, Transaction, named_params, params};

use super::requests::exists;
use super::row::{left_out, moment, named, parsed};
use crate::domain::protocol_number::ProtocolNumber;
use crate::hub::request::{Posted, Update};
use crate::hub::state::State;
use crate::hub::store::{StoreError, UpdateQuery};

pub(super) fn post(transaction: &Transaction<'_>, update: &Update) -> Result<Posted, StoreError> {
    let earlier: Option<ProtocolNumber> = transaction
        .query_row("SELECT number FROM updates WHERE update_id = ?1", [&update.id], |row| {
            parsed(row, "number")
        })
        .optional()?;
    match earlier {
        Some(number) if number == update.number => return Ok(Posted::Stored),
        Some(_) => return Ok(Posted::IdTaken),
        None if !exists(transaction, update.number)? => return Ok(Posted::NoRequest),
        None => {}
    }
    transaction.execute(
        "INSERT INTO updates (update_id, number, state, updated_at, description)
         VALUES (?1, ?2, ?3, ?4, ?5)",
        params![
            update.id,
            update.number.to_string(),
            update.state.name(),
            update.updated_at.as_second(),
            update.description,
        ],
    )?;
    apply_newest(transaction, update.number)?;
    Ok(Posted::Stored)
}

/// Updates may arrive in any order: the newest decides, and the newest with words is the answer.
fn apply_newest(transaction: &Transaction<'_>, number: ProtocolNumber) -> rusqlite::Result<()> {
    let number = number.to_string();
    let (state, updated_at) = transaction.query_row(
        "SELECT state, updated_at FROM updates WHERE number = ?1
         ORDER BY updated_at DESC, row DESC LIMIT 1",
        [&number],
        |row| Ok((named(row, "state", State::from_name)?, row.get::<_, i64>("updated_at")?)),
    )?;
    transaction.execute(
        "UPDATE requests SET status = ?2, updated_at = ?3, answer = (
             SELECT description FROM updates WHERE number = ?1 AND description <> ''
             ORDER BY updated_at DESC, row DESC LIMIT 1)
         WHERE number = ?1",
        params![number, state.status().name(), updated_at],
    )?;
    Ok(())
}

pub(super) fn find(
    transaction: &Transaction<'_>,
    query: &UpdateQuery,
) -> Result<Vec<Update>, StoreError> {
    let mut statement = transaction.prepare_cached(
        "SELECT updates.* FROM updates JOIN requests USING (number)
         WHERE updates.updated_at BETWEEN :from AND :until
           AND (:left_out IS NULL
                OR (private = 0 AND service NOT IN (SELECT value FROM json_each(:left_out))))
         ORDER BY updates.updated_at, updates.row LIMIT :limit OFFSET :offset",
    )?;
    let rows = statement.query_map(
        named_params! {
            ":from": query.window.from.as_second(),
            ":until": query.window.until.as_second(),
            ":left_out": left_out(query.without.as_ref()),
            ":limit": query.page.limit,
            ":offset": query.page.offset,
        },
        |row| {
            Ok(Update {
                id: row.get("update_id")?,
                number: parsed(row, "number")?,
                state: named(row, "state", State::from_name)?,
                updated_at: moment(row, "updated_at")?,
                description: row.get("description")?,
            })
        },
    )?;
    Ok(rows.collect::<Result<_, _>>()?)
}
