//! The city's pages in a real Chromium: by touch and by keyboard alone, with axe and its own
//! accessibility tree, on a telephone, at 200 % and 400 % zoom, in light and dark.
//!
//! `ACOLHE_CLIENTS` names a Python that has `tests/web/requirements.txt`. Without it, or without
//! Chromium, a test says so and passes. `ACOLHE_PICTURES` names a folder for a picture of each page.

#![cfg(feature = "hub")]

#[path = "support/support.rs"]
mod support;
#[path = "support/working_day.rs"]
mod working_day;

use serde_json::{Value, json};
use support::asked;
use working_day::WorkingDay;

/// Somebody at home.
const SCRIPT: &str = "tests/web/at_home.py";

/// Pages that everybody meets; a finger also meets the one of a time that is over.
const PAGES: usize = 31;

/// What somebody at home saw; nothing where there is no browser.
fn seen(planted: bool) -> Option<Value> {
    let day = WorkingDay::start();
    let story = json!({
        "origin": day.origin, "key": day.key(false), "staff": day.key(true), "planted": planted,
        "languages": ["pt-BR", "ro", "en"], "service": "DOC-07", "branch": "CENTRO",
        "pictures": std::env::var("ACOLHE_PICTURES").ok(),
    });
    asked(SCRIPT, &story)
}

fn list(told: &Value) -> Vec<&str> {
    let list = told.as_array().expect("a list");
    list.iter().map(|it| it.as_str().expect("text")).collect()
}

#[test]
fn somebody_at_home_books_changes_cancels_and_follows_a_request_in_every_language() {
    let Some(told) = seen(false) else { return };
    for language in ["pt-BR", "ro", "en"] {
        for (way, pages) in [("touch", PAGES + 1), ("keyboard", PAGES)] {
            let told = &told[format!("{language} by {way}")];
            let faults = list(&told["faults"]);
            assert!(faults.is_empty(), "{language} by {way}:\n{}", faults.join("\n"));
            assert_eq!(list(&told["pages"]).len(), pages, "{language} by {way}");
        }
    }
}

#[test]
fn faults_that_are_planted_on_a_page_are_found() {
    let Some(told) = seen(true) else { return };
    let faults = list(&told["planted"]["faults"]).join("\n");
    for fault in [
        "axe label",
        "axe color-contrast",
        "axe button-name",
        "tree: a button without a name",
        "tree: a textbox without a name",
        "tree: headings are [1, 1]",
        "320 wide is too narrow",
        "is small for a finger",
        "dark, contrast no-preference: axe color-contrast",
    ] {
        assert!(faults.contains(fault), "{fault} is not in\n{faults}");
    }
}
