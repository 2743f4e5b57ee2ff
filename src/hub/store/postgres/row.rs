//! From columns to values and back.

use std::str::FromStr;

use jiff::Timestamp;
use tokio_postgres::Row;
use tokio_postgres::types::FromSql;

use super::fault::Fault;
use crate::hub::store::WithoutPrivate;

/// A column as it is.
pub(super) fn plain<'a, T: FromSql<'a>>(row: &'a Row, column: &'static str) -> Result<T, Fault> {
    row.try_get(column).map_err(|_| Fault::Column(column))
}

/// A column that `read` must understand.
pub(super) fn read<T>(
    row: &Row,
    column: &'static str,
    read: impl FnOnce(&str) -> Option<T>,
) -> Result<T, Fault> {
    read(plain(row, column)?).ok_or(Fault::Column(column))
}

/// A column whose text parses.
pub(super) fn parsed<T: FromStr>(row: &Row, column: &'static str) -> Result<T, Fault> {
    read(row, column, |text| text.parse().ok())
}

/// A column of whole numbers that fit.
pub(super) fn whole<T: TryFrom<i64>>(row: &Row, column: &'static str) -> Result<T, Fault> {
    plain::<i64>(row, column)?.try_into().map_err(|_| Fault::Column(column))
}

/// A column of bytes, as many as there must be.
pub(super) fn bytes<const N: usize>(row: &Row, column: &'static str) -> Result<[u8; N], Fault> {
    plain::<&[u8]>(row, column)?.try_into().map_err(|_| Fault::Column(column))
}

/// A column of seconds.
pub(super) fn moment(row: &Row, column: &'static str) -> Result<Timestamp, Fault> {
    Timestamp::from_second(plain(row, column)?).map_err(|_| Fault::Column(column))
}

/// A column of seconds that may be null.
pub(super) fn maybe_moment(row: &Row, column: &'static str) -> Result<Option<Timestamp>, Fault> {
    let seconds: Option<i64> = plain(row, column)?;
    seconds.map(Timestamp::from_second).transpose().map_err(|_| Fault::Column(column))
}

/// The services of [`WithoutPrivate`]; null when nothing is left out.
pub(super) fn left_out(without: Option<&WithoutPrivate>) -> Option<Vec<&str>> {
    without.map(|WithoutPrivate(services)| services.iter().map(|it| it.0.as_str()).collect())
}
