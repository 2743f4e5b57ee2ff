//! How a language says hours, days and sums.

use std::collections::BTreeMap;

use super::super::toml_table::Table;
use super::spoken;
use crate::domain::pronunciation::{Calendar, Clock, Counted, Money, Pronunciation, Separators};

/// The highest number that may have words of its own.
const HIGHEST: u32 = 99;

/// Reads the tables that are no words; each may be left out.
pub(super) fn read(root: &mut Table<'_>, said: &mut Pronunciation) {
    if root.has("numbers") {
        said.separators = root.table("numbers", separators);
    }
    if root.has("time") {
        said.clock = Some(root.table("time", clock));
    }
    if root.has("date") {
        said.calendar = Some(root.table("date", calendar));
    }
    if root.has("money") {
        said.money = root.tables("money", money);
    }
}

fn separators(table: &mut Table<'_>) -> Separators {
    let mut sign = |key: &str| {
        let text = table.text(key);
        let mut signs = text.chars();
        let sign = signs.next();
        if sign.is_some() && (signs.next().is_some() || !".,".contains(&text)) {
            table.tell(key, format!("{key} is \"{text}\""), "Write one sign, \".\" or \",\"");
        }
        sign
    };
    Separators { thousands: sign("thousands"), decimal: sign("decimal") }
}

fn clock(table: &mut Table<'_>) -> Clock {
    Clock {
        signs: table.text("signs"),
        hours: table.table("hours", counted),
        minutes: table.table("minutes", counted),
        full: table.has("full").then(|| form(table, "full", &["{hours}"])),
        both: form(table, "both", &["{hours}", "{minutes}"]),
        until: form(table, "until", &[]),
    }
}

fn calendar(table: &mut Table<'_>) -> Calendar {
    let months = table.table("months", |months| {
        (1..=12).map(|month| form(months, &month.to_string(), &[])).collect()
    });
    Calendar {
        days: table.table("days", counted),
        months,
        date: form(table, "both", &["{day}", "{month}", "{year}"]),
    }
}

fn money(table: &mut Table<'_>) -> Money {
    let scales = |table: &mut Table<'_>| {
        let keys = table.keys();
        keys.into_iter().map(|key| (key.clone(), form(table, &key, &["{n}"]))).collect()
    };
    let signs = table.required_texts("signs");
    Money {
        signs,
        whole: table.table("whole", counted),
        cents: table.table("cents", counted),
        both: form(table, "both", &["{whole}", "{cents}"]),
        scales: if table.has("scales") { table.table("scales", scales) } else { BTreeMap::new() },
    }
}

/// One form a number, and one for all others.
fn counted(table: &mut Table<'_>) -> Counted {
    let keys = table.keys();
    let numbers = keys.iter().filter_map(|key| Some((key, key.parse::<u32>().ok()?)));
    let exact = numbers.filter(|(key, number)| *number <= HIGHEST && **key == number.to_string());
    let exact = exact.map(|(key, number)| (number, form(table, key, &[]))).collect();
    let optional = |table: &mut Table<'_>, key: &str, parts: &[&str]| {
        table.has(key).then(|| form(table, key, parts))
    };
    Counted {
        exact,
        one: optional(table, "one", &[]),
        few: optional(table, "few", &["{n}"]),
        many: form(table, "many", &["{n}"]),
    }
}

/// A text that must be there and hold these parts.
fn form(table: &mut Table<'_>, key: &str, parts: &[&str]) -> String {
    if !table.has(key) {
        table.tell_missing(key, &format!("Add \"{key}\" = \"…{}…\"", parts.join(" … ")));
        return String::new();
    }
    let text = spoken(table, key).unwrap_or_default();
    for part in parts.iter().filter(|part| !text.is_empty() && !text.contains(**part)) {
        table.tell(key, format!("\"{text}\" has no {part}"), format!("Write {part} into it"));
    }
    text
}
