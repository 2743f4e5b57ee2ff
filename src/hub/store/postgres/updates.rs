//! Updates: stored once, and what they make of their request.

use super::fault::Fault;
use super::requests::exists;
use super::row::{left_out, moment, parsed, plain, read};
use super::turn::Turn;
use crate::domain::protocol_number::ProtocolNumber;
use crate::hub::request::{Posted, Update};
use crate::hub::state::State;
use crate::hub::store::UpdateQuery;

pub(super) async fn post(turn: &Turn<'_>, update: &Update) -> Result<Posted, Fault> {
    let sql = "SELECT number FROM updates WHERE update_id = $1";
    if let Some(earlier) = turn.maybe_row(sql, &[&update.id]).await? {
        let same = parsed::<ProtocolNumber>(&earlier, "number")? == update.number;
        return Ok(if same { Posted::Stored } else { Posted::IdTaken });
    }
    if !exists(turn, update.number).await? {
        return Ok(Posted::NoRequest);
    }
    turn.execute(
        "INSERT INTO updates (update_id, number, state, updated_at, description)
         VALUES ($1, $2, $3, $4, $5)",
        &[
            &update.id,
            &update.number.to_string(),
            &update.state.name(),
            &update.updated_at.as_second(),
            &update.description,
        ],
    )
    .await?;
    apply_newest(turn, update.number).await?;
    Ok(Posted::Stored)
}

/// Updates may arrive in any order: the newest decides, and the newest with words is the answer.
async fn apply_newest(turn: &Turn<'_>, number: ProtocolNumber) -> Result<(), Fault> {
    let number = number.to_string();
    let newest = turn
        .row(
            "SELECT state, updated_at FROM updates WHERE number = $1
             ORDER BY updated_at DESC, arrival DESC LIMIT 1",
            &[&number],
        )
        .await?;
    let status = read(&newest, "state", State::from_name)?.status();
    turn.execute(
        "UPDATE requests SET status = $2, updated_at = $3, answer = (
             SELECT description FROM updates WHERE number = $1 AND description <> ''
             ORDER BY updated_at DESC, arrival DESC LIMIT 1)
         WHERE number = $1",
        &[&number, &status.name(), &plain::<i64>(&newest, "updated_at")?],
    )
    .await?;
    Ok(())
}

pub(super) async fn find(turn: &Turn<'_>, query: &UpdateQuery) -> Result<Vec<Update>, Fault> {
    let rows = turn
        .rows(
            "SELECT update_id, updates.number, state, updates.updated_at, description
             FROM updates JOIN requests USING (number)
             WHERE updates.updated_at BETWEEN $1 AND $2
               AND ($3::text[] IS NULL OR (NOT private AND service <> ALL ($3)))
             ORDER BY updates.updated_at, arrival LIMIT $4 OFFSET $5",
            &[
                &query.window.from.as_second(),
                &query.window.until.as_second(),
                &left_out(query.without.as_ref()),
                &i64::from(query.page.limit),
                &i64::from(query.page.offset),
            ],
        )
        .await?;
    rows.iter()
        .map(|row| {
            Ok(Update {
                id: plain(row, "update_id")?,
                number: parsed(row, "number")?,
                state: read(row, "state", State::from_name)?,
                updated_at: moment(row, "updated_at")?,
                description: plain(row, "description")?,
            })
        })
        .collect()
}
