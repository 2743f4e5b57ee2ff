//! From columns to values and back.

use std::error::Error;

use jiff::Timestamp;
use rusqlite::Row;
use rusqlite::types::Type;

use crate::hub::store::WithoutPrivate;

/// A column that `read` must understand.
pub(super) fn read<T>(
    row: &Row<'_>,
    column: &str,
    read: impl FnOnce(&str) -> Result<T, Box<dyn Error + Send + Sync>>,
) -> rusqlite::Result<T> {
    let index = row.as_ref().column_index(column)?;
    let text: String = row.get(index)?;
    read(&text).map_err(|error| rusqlite::Error::FromSqlConversionFailure(index, Type::Text, error))
}

/// A column whose text parses.
pub(super) fn parsed<T: std::str::FromStr>(row: &Row<'_>, column: &str) -> rusqlite::Result<T>
where
    T::Err: Error + Send + Sync + 'static,
{
    read(row, column, |text| text.parse().map_err(Into::into))
}

/// A column that holds one of our own names.
pub(super) fn named<T>(
    row: &Row<'_>,
    column: &str,
    from_name: impl FnOnce(&str) -> Option<T>,
) -> rusqlite::Result<T> {
    read(row, column, |text| from_name(text).ok_or_else(|| "An unknown name".into()))
}

/// A column of seconds.
pub(super) fn moment(row: &Row<'_>, column: &str) -> rusqlite::Result<Timestamp> {
    maybe_moment(row, column).map(Option::unwrap_or_default)
}

/// A column of seconds that may be null.
pub(super) fn maybe_moment(row: &Row<'_>, column: &str) -> rusqlite::Result<Option<Timestamp>> {
    let index = row.as_ref().column_index(column)?;
    row.get::<_, Option<i64>>(index)?.map(Timestamp::from_second).transpose().map_err(|error| {
        rusqlite::Error::FromSqlConversionFailure(index, Type::Integer, error.into())
    })
}

/// The services of [`WithoutPrivate`] as a JSON array; null when nothing is left out.
pub(super) fn left_out(without: Option<&WithoutPrivate>) -> Option<String> {
    without.map(|WithoutPrivate(services)| serde_json::json!(services).to_string())
}
