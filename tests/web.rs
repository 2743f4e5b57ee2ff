//! The city's pages in a real Chromium: by touch and by keyboard alone, with axe and its own
//! accessibility tree, on a telephone, at 200 % and 400 % zoom, in light and dark.
//!
//! `ACOLHE_CLIENTS` names a Python that has `tests/web/requirements.txt`. Without it, or without
//! Chromium, a test says so and passes. `ACOLHE_PICTURES` names a folder for a picture of each page.

#![cfg(feature = "hub")]

#[path = "support/support.rs"]
mod support;

use std::io::{self, Write};
use std::process::{Command, Stdio};
use std::sync::Arc;

use acolhe::content::city;
use acolhe::edge::clock::Clock;
use acolhe::hub::Hub;
use acolhe::hub::server::serve;
use serde_json::{Value, json};
use support::{VILA_SERENA, repository};
use tempfile::TempDir;
use tokio::net::TcpListener;
use tokio::runtime::Runtime;

/// A Tuesday with open doors, by the clocks of the city.
const NINE: &str = "2026-11-24T09:00:00-03:00";

/// What `tests/web/at_home.py` says where there is no browser.
const NO_BROWSER: i32 = 3;

/// Pages that everybody meets; a finger also meets the one of a time that is over.
const PAGES: usize = 31;

/// A hub on a working day, with keys of a client and of a station.
struct WorkingDay {
    origin: String,
    client: String,
    station: String,
    _runtime: Runtime,
    _folder: TempDir,
}

impl WorkingDay {
    fn start() -> Self {
        let runtime = Runtime::new().expect("a runtime");
        let folder = tempfile::tempdir().expect("a temporary folder");
        let city = city::load(&repository(VILA_SERENA)).expect("a city");
        let (origin, client, station) = runtime.block_on(async {
            let listener = TcpListener::bind(("127.0.0.1", 0)).await.expect("a port");
            let origin = format!("http://{}", listener.local_addr().expect("an address"));
            let clock = Clock::Moved(NINE.parse().expect("a moment"));
            let hub = Arc::new(Hub::open(city, folder.path()).expect("a hub").with_clock(clock));
            let client = hub.add_key("client", false).await.expect("a key");
            let (_, station) = hub.add_station("kiosk").await.expect("a station");
            tokio::spawn(serve(listener, hub, std::future::pending()));
            (origin, client.reveal().to_owned(), station.reveal().to_owned())
        });
        Self { origin, client, station, _runtime: runtime, _folder: folder }
    }
}

/// What somebody at home saw; nothing where there is no browser.
fn seen(planted: bool) -> Option<Value> {
    let Ok(python) = std::env::var("ACOLHE_CLIENTS") else {
        skip("set ACOLHE_CLIENTS to a Python that has tests/web/requirements.txt");
        return None;
    };
    let day = WorkingDay::start();
    let story = json!({
        "origin": day.origin, "key": day.client, "station": day.station, "planted": planted,
        "languages": ["pt-BR", "ro", "en"], "service": "DOC-07", "branch": "CENTRO",
        "pictures": std::env::var("ACOLHE_PICTURES").ok(),
    });
    let mut script = Command::new(python)
        .arg(repository("tests/web/at_home.py"))
        .env("NO_PROXY", "127.0.0.1")
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("ACOLHE_CLIENTS names a Python");
    let mut input = script.stdin.take().expect("input is piped");
    input.write_all(story.to_string().as_bytes()).expect("the script listens");
    drop(input);
    let output = script.wait_with_output().expect("the script ends");
    let complaint = String::from_utf8_lossy(&output.stderr);
    if output.status.code() == Some(NO_BROWSER) {
        skip(&complaint);
        return None;
    }
    assert!(output.status.success(), "{complaint}");
    Some(serde_json::from_slice(&output.stdout).expect("the script prints JSON"))
}

/// Past the test runner, which would swallow what a passing test prints.
fn skip(reason: &str) {
    writeln!(io::stderr(), "skipped: pages in a browser: {}", reason.trim())
        .expect("standard error is open");
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
