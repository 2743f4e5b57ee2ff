//! `places.csv`: where one can go online, use a computer, learn, or find help.

use std::collections::BTreeSet;

use super::super::csv_rows::{Row, rows};
use super::super::source::Source;
use super::lists::degrees;
use crate::domain::city::{Coordinates, Place, PlaceKind};

const COLUMNS: [&str; 7] = ["name", "kinds", "address", "hours", "phone", "lat", "long"];

/// The most places of a city: more numbers are found on no plan.
const MOST: usize = 40;

/// Places in the order of the file. Hours and telephone may be empty.
pub(super) fn places(source: &Source<'_>) -> Vec<Place> {
    let mut seen = BTreeSet::new();
    let places = rows(source, &COLUMNS, |row| {
        let place = Place {
            name: row.text("name"),
            kinds: kinds(row),
            address: row.text("address"),
            hours: row.optional("hours").unwrap_or_default().to_owned(),
            phone: row.optional("phone").unwrap_or_default().to_owned(),
            coordinates: Coordinates {
                lat: degrees(row, "lat", 90.0),
                long: degrees(row, "long", 180.0),
            },
        };
        if !place.name.is_empty() && !seen.insert(place.name.clone()) {
            row.tell(format!("the place {} stands twice", place.name), "Take one out");
        }
        place
    });
    if places.len() > MOST {
        let what = format!("there are {} places", places.len());
        source.tell(0, what, format!("Keep the {MOST} that most people can reach"));
    }
    places
}

/// What a place offers, parted by spaces.
fn kinds(row: &Row<'_>) -> Vec<PlaceKind> {
    let text = row.text("kinds");
    let mut found = Vec::new();
    for name in text.split_whitespace() {
        match PlaceKind::ALL.into_iter().find(|kind| kind.name() == name) {
            Some(kind) if found.contains(&kind) => {
                row.tell(format!("kinds names {name} twice"), "Take one out");
            }
            Some(kind) => found.push(kind),
            None => row.tell(
                format!("kinds is \"{text}\""),
                "Use internet, computers, courses, help, with spaces between them",
            ),
        }
    }
    found
}
