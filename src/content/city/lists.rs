//! The plain lists: `groups.csv`, `streets.csv`, `holidays.csv`.

use std::collections::{BTreeMap, BTreeSet};
use std::str::FromStr;

use jiff::civil::Date;

use super::super::csv_rows::{Row, rows};
use super::super::source::Source;
use crate::domain::city::{Coordinates, Group, HolidayDate, Street};

/// The columns of `streets.csv`.
pub(crate) const STREET_COLUMNS: [&str; 5] = ["name", "neighbourhood", "postcode", "lat", "long"];

/// Groups, without their names.
pub(super) fn groups(source: &Source<'_>) -> Vec<Group> {
    let mut seen = BTreeSet::new();
    rows(source, &["code", "icon"], |row| {
        let group = Group { code: row.text("code"), icon: row.text("icon"), name: BTreeMap::new() };
        if !group.code.is_empty() && !seen.insert(group.code.clone()) {
            row.tell(format!("the group {} stands twice", group.code), "Take one out");
        }
        group
    })
}

/// Streets.
pub(super) fn streets(source: &Source<'_>) -> Vec<Street> {
    rows(source, &STREET_COLUMNS, street)
}

/// One street. Neighbourhood and postcode may be empty.
pub(crate) fn street(row: &Row<'_>) -> Street {
    Street {
        name: row.text("name"),
        neighbourhood: row.optional("neighbourhood").unwrap_or_default().to_owned(),
        postcode: row.optional("postcode").unwrap_or_default().to_owned(),
        coordinates: Coordinates {
            lat: degrees(row, "lat", 90.0),
            long: degrees(row, "long", 180.0),
        },
    }
}

/// Degrees with a decimal point, or with the comma that spreadsheets here write.
pub(super) fn degrees(row: &Row<'_>, column: &str, limit: f64) -> f64 {
    let text = row.text(column);
    match text.replace(',', ".").parse::<f64>() {
        Ok(degrees) if (-limit..=limit).contains(&degrees) => degrees,
        _ if text.is_empty() => 0.0,
        _ => {
            let remedy = format!("Write degrees from -{limit} to {limit}");
            row.tell(format!("{column} is \"{text}\""), remedy);
            0.0
        }
    }
}

/// Days of rest.
pub(super) fn holidays(source: &Source<'_>) -> Vec<HolidayDate> {
    let dates = rows(source, &["date", "name"], |row| {
        row.text("name");
        row.text("date");
        row.parse("date", "Write 2026-02-17, or 12-25 for every year").map(|Day(date)| date)
    });
    dates.into_iter().flatten().collect()
}

/// A day of one year or of every year, as it is written.
struct Day(HolidayDate);

impl FromStr for Day {
    type Err = jiff::Error;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        // 2024 is a leap year: 02-29 is a day that may be kept every year.
        match text.len() {
            5 => format!("2024-{text}")
                .parse()
                .map(|date: Date| HolidayDate::Yearly(date.month(), date.day())),
            _ => text.parse().map(HolidayDate::Once),
        }
        .map(Self)
    }
}
