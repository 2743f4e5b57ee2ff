//! Rules of the repository that a compiler does not know.

#![allow(clippy::unwrap_used, reason = "a test that cannot read the source fails")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Who may use whom. What is not listed is forbidden.
const LAYERS: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("locale", &["domain"]),
    ("clip", &[]),
    ("archive", &[]),
    ("content", &["archive", "clip", "domain", "folder", "icons", "locale"]),
    ("config", &["content", "domain"]),
    ("folder", &[]),
    ("icons", &[]),
    ("leaflet", &["domain", "locale", "paper", "view"]),
    ("lead", &["domain", "edge", "hub", "lesson_export", "locale", "paper", "view", "wire"]),
    ("lesson_export", &["archive", "domain", "icons", "locale", "view"]),
    ("paper", &["domain", "icons"]),
    ("wire", &["domain"]),
    ("view", &["domain", "locale"]),
    ("store", &["domain"]),
    ("edge", &["config", "domain", "paper", "wire"]),
    ("hub", &["domain", "edge", "folder", "icons", "locale", "view", "wire"]),
    ("simulator", &["edge"]),
    ("app", &["config", "content", "domain", "edge", "folder", "locale", "paper", "store", "view"]),
    (
        "doctor",
        &[
            "app", "config", "content", "domain", "edge", "folder", "locale", "paper", "screen",
            "store",
        ],
    ),
    ("screen", &["app", "clip", "config", "domain", "edge", "icons", "paper", "view"]),
    (
        "command",
        &[
            "app",
            "config",
            "content",
            "doctor",
            "domain",
            "edge",
            "folder",
            "hub",
            "lead",
            "leaflet",
            "lesson_export",
            "locale",
            "paper",
            "screen",
            "simulator",
            "store",
            "view",
            "wire",
        ],
    ),
];

/// Lines of a Rust file beyond which a test looks twice.
const CEILING: usize = 420;

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files.sort();
    files
}

fn source() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// The layer of a file: `src/view/slip.rs` is of `view`.
fn layer(path: &Path) -> String {
    let below = path.strip_prefix(source()).unwrap();
    let first = below.iter().next().unwrap().to_string_lossy();
    first.trim_end_matches(".rs").to_owned()
}

/// What stands before the tests of a file: tests may use whatever they need.
fn product(text: &str) -> &str {
    text.split("#[cfg(test)]").next().unwrap_or(text)
}

fn is_test(path: &Path) -> bool {
    path.iter().any(|part| {
        matches!(part.to_str(), Some("tests" | "tests.rs" | "sample.rs" | "story" | "story.rs"))
    })
}

#[test]
fn no_layer_uses_one_above_it() {
    let mut faults = Vec::new();
    for path in rust_files(&source()).iter().filter(|path| !is_test(path)) {
        let own = layer(path);
        let Some((_, allowed)) = LAYERS.iter().find(|(name, _)| *name == own) else {
            assert!(matches!(own.as_str(), "lib" | "main"), "{own} is not in the list of layers");
            continue;
        };
        let text = fs::read_to_string(path).unwrap();
        for (number, line) in product(&text).lines().enumerate() {
            let code = line.split("//").next().unwrap_or_default();
            for used in code.split("crate::").skip(1) {
                let used: String =
                    used.chars().take_while(|c| c.is_ascii_lowercase() || *c == '_').collect();
                let fine = used.is_empty() || used == own || allowed.contains(&used.as_str());
                if !fine {
                    faults.push(format!("{}:{}: {own} uses {used}", path.display(), number + 1));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn only_stores_speak_sql_and_only_the_clock_reads_time() {
    let mut faults = Vec::new();
    for path in rust_files(&source()).iter().filter(|path| !is_test(path)) {
        let text = fs::read_to_string(path).unwrap();
        let text = product(&text);
        let name = path.strip_prefix(source()).unwrap().to_string_lossy().into_owned();
        let stores = name.starts_with("store") || name.starts_with("hub/store");
        let databases = ["rusqlite", "tokio_postgres", "deadpool_postgres"];
        if databases.iter().any(|database| text.contains(database)) && !stores {
            faults.push(format!("{name}: SQL outside a store"));
        }
        if name.starts_with("domain") || name.starts_with("view") {
            for forbidden in ["std::fs", "std::net", "std::thread", "tokio", "tracing", "getrandom"]
            {
                if text.contains(forbidden) {
                    faults.push(format!("{name}: {forbidden} in a pure layer"));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn nothing_is_left_unfinished_and_no_file_grows_without_being_looked_at() {
    let mut faults = Vec::new();
    let marks = ["todo!", "unimplemented!", "dbg!", "FIXME", "XXX", "TEMPORARY", "#[ignore"];
    for path in rust_files(&source()) {
        let text = fs::read_to_string(&path).unwrap();
        for mark in marks {
            if text.contains(mark) {
                faults.push(format!("{}: {mark}", path.display()));
            }
        }
        let lines = text.lines().count();
        if lines > CEILING {
            faults.push(format!("{}: {lines} lines, more than {CEILING}", path.display()));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Ids of messages in a language.
fn messages(tag: &str) -> BTreeSet<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales").join(tag);
    let mut ids = BTreeSet::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|extension| extension != "ftl") {
            continue;
        }
        let text = fs::read_to_string(path).unwrap();
        ids.extend(
            text.lines()
                .filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()))
                .filter_map(|line| line.split_once(" ="))
                .map(|(id, _)| id.to_owned()),
        );
    }
    ids
}

#[test]
fn every_message_that_the_views_name_exists_in_every_language() {
    let known = messages("pt-BR");
    assert_eq!(known, messages("ro"));
    assert_eq!(known, messages("en"));
    let mut faults = Vec::new();
    let tells = |path: &&PathBuf| {
        matches!(layer(path).as_str(), "leaflet" | "lesson_export" | "view")
            || path.starts_with(source().join("hub/web"))
    };
    for path in rust_files(&source()).iter().filter(tells) {
        let text = fs::read_to_string(path).unwrap();
        for call in ["text(\"", "with(\"", "spoken(\""] {
            for used in product(&text).split(call).skip(1) {
                let id = used.split('"').next().unwrap_or_default();
                if !id.contains('{') && !known.contains(id) {
                    faults.push(format!("{}: {id}", path.display()));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Files of the window's description.
fn slint_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(slint_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "slint") {
            files.push(path);
        }
    }
    files
}

#[test]
fn the_window_is_only_a_view() {
    let ui = Path::new(env!("CARGO_MANIFEST_DIR")).join("ui");
    let mut faults = Vec::new();
    for path in slint_files(&ui) {
        let text = fs::read_to_string(&path).unwrap();
        let name = path.strip_prefix(&ui).unwrap().display().to_string();
        if text.lines().count() > 220 {
            faults.push(format!("{name}: more than 220 lines"));
        }
        if name.starts_with("components") && text.contains("in-out property") {
            faults.push(format!("{name}: keeps something for itself"));
        }
        for (number, line) in text.lines().enumerate() {
            let code = line.split("//").next().unwrap_or_default();
            let colour = code.split('#').skip(1).any(|rest| {
                let digits = rest.chars().take_while(char::is_ascii_hexdigit).count();
                matches!(digits, 3 | 4 | 6 | 8)
            });
            if colour && !name.starts_with("theme") {
                faults.push(format!("{name}:{}: a colour outside the theme", number + 1));
            }
        }
    }
    let weak: usize = rust_files(&source())
        .iter()
        .map(|path| fs::read_to_string(path).unwrap().matches("as_weak").count())
        .sum();
    assert!(weak < 10, "as_weak stands {weak} times in src");
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
