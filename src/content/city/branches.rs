//! `branches.toml`: places with doors and hours.

use std::collections::{BTreeSet, HashMap};

use jiff::civil::{Time, Weekday};

use super::super::source::Source;
use super::super::toml_table::{self, Table};
use super::hours;
use super::words::in_each;
use crate::domain::city::{Branch, Coordinates, Language};

/// Branches in the order of the file; `None` when it is not TOML.
pub(super) fn read(source: &Source<'_>, languages: &[Language]) -> Option<Vec<Branch>> {
    let mut codes = BTreeSet::new();
    toml_table::read(source, |root| {
        root.tables("branch", |table| {
            let branch = branch(table, languages);
            if !branch.code.is_empty() && !codes.insert(branch.code.clone()) {
                table.tell(
                    "code",
                    format!("the branch {} stands twice", branch.code),
                    "Rename one",
                );
            }
            branch
        })
    })
}

fn branch(table: &mut Table<'_>, languages: &[Language]) -> Branch {
    Branch {
        code: table.text("code"),
        name: table.text("name"),
        address: table.text("address"),
        coordinates: Coordinates {
            lat: table.number("lat", -90.0..=90.0),
            long: table.number("long", -180.0..=180.0),
        },
        phone: table.text("phone"),
        bus_stops: table.texts("bus_stops"),
        landmark: table.table("landmark", |table| in_each(table, languages, Table::text)),
        hours: table.table("hours", week),
    }
}

const DAYS: [(&str, Weekday); 7] = [
    ("mon", Weekday::Monday),
    ("tue", Weekday::Tuesday),
    ("wed", Weekday::Wednesday),
    ("thu", Weekday::Thursday),
    ("fri", Weekday::Friday),
    ("sat", Weekday::Saturday),
    ("sun", Weekday::Sunday),
];

fn week(table: &mut Table<'_>) -> HashMap<Weekday, Vec<(Time, Time)>> {
    let mut week = HashMap::new();
    for (key, day) in DAYS {
        let Some(text) = table.optional_text(key) else { continue };
        match hours::parse(&text) {
            Ok(spans) => {
                week.insert(day, spans);
            }
            Err(error) => {
                table.tell(key, format!("hours.{key} is \"{text}\": {error}"), hours::REMEDY);
            }
        }
    }
    week
}
