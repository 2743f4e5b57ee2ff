//! A language is a folder: one is added without code, and what it lacks is named.

#[path = "support/support.rs"]
mod support;

use std::fs;
use std::path::Path;

use serde_json::json;
use tempfile::TempDir;

use support::{Play, Station, TINY, acolhe, repository};

/// Assets with one small city that speaks a fourth language, made of English and Portuguese by
/// giving every `e` two dots.
fn assets() -> TempDir {
    let assets = tempfile::tempdir().expect("temporary folder");
    let locales = assets.path().join("locales");
    for tag in ["pt-BR", "ro", "en"] {
        copy(&repository("locales").join(tag), &locales.join(tag), &str::to_owned);
    }
    let eo = locales.join("eo");
    copy(&repository("locales/en"), &eo, &str::to_owned);
    for entry in fs::read_dir(&eo).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.extension().is_some_and(|extension| extension == "ftl") {
            let text = fs::read_to_string(&path).expect("readable");
            fs::write(&path, dotted_messages(&text)).expect("writable");
        }
    }
    for file in ["plain.toml", "code-words.txt"] {
        fs::remove_file(eo.join(file)).expect("a file");
    }
    fs::write(eo.join("language.toml"), "name = \"Ëo\"\nshort = \"ËO\"\n").expect("writable");

    let city = assets.path().join("cities/tiny");
    copy(&repository(TINY), &city, &|text| {
        let text = text.replace("[\"pt-BR\", \"ro\"]", "[\"pt-BR\", \"ro\", \"eo\"]");
        let of_language = |line: &str| line.contains(".pt-BR = ").then(|| dotted(line));
        let lines = text.lines().flat_map(|line| [Some(line.to_owned()), of_language(line)]);
        lines.flatten().map(|line| line + "\n").collect()
    });
    copy(&city.join("words/pt-BR"), &city.join("words/eo"), &|text| {
        text.lines().map(|line| dotted(line) + "\n").collect()
    });
    copy(&repository("hardware"), &assets.path().join("hardware"), &str::to_owned);
    assets
}

/// The texts of a line of TOML with dots, for the language `eo`.
fn dotted(line: &str) -> String {
    let line = line.replace(".pt-BR = ", ".eo = ");
    let parts = line.split('"').enumerate();
    let dots = |(index, part): (usize, &str)| {
        if index % 2 == 1 { part.replace('e', "ë") } else { part.to_owned() }
    };
    parts.map(dots).collect::<Vec<_>>().join("\"")
}

/// The values of Fluent messages with dots; what stands in braces stays.
fn dotted_messages(text: &str) -> String {
    let mut depth = 0;
    let mut made = String::new();
    for line in text.lines() {
        let begins = !line.starts_with('#');
        let id = if line.ends_with(" =") { line.len() } else { 0 };
        let at = line.find(" = ").map_or(id, |at| at + 3);
        for (index, letter) in line.char_indices() {
            match letter {
                '{' => depth += 1,
                '}' => depth -= 1,
                _ => {}
            }
            let inside = begins && index >= at && depth == 0;
            made.push(if inside && letter == 'e' { 'ë' } else { letter });
        }
        made.push('\n');
    }
    made
}

fn copy(from: &Path, to: &Path, change: &dyn Fn(&str) -> String) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder") {
        let path = entry.expect("an entry").path();
        let to = to.join(path.file_name().expect("a name"));
        if path.is_dir() {
            copy(&path, &to, change);
        } else {
            let text = fs::read_to_string(&path).expect("text");
            fs::write(to, change(&text)).expect("writable");
        }
    }
}

/// What `acolhe check` says of the assets, a fault a line.
fn told(assets: &TempDir) -> String {
    let output = acolhe().arg("check").arg("--assets").arg(assets.path()).output();
    let text = String::from_utf8(output.expect("the binary runs").stdout).expect("UTF-8");
    text.replace(&format!("{}/", assets.path().display()), "")
}

/// Takes out of a file what stands from one mark to the next.
fn without(assets: &TempDir, file: &str, from: &str, to: &str) {
    let path = assets.path().join(file);
    let text = fs::read_to_string(&path).expect("readable");
    let start = text.find(from).expect("the mark stands there");
    let end = start + text[start..].find(to).expect("the end stands there");
    fs::write(&path, format!("{}{}", &text[..start], &text[end..])).expect("writable");
}

#[test]
fn a_whole_visit_is_played_in_a_language_that_is_only_a_folder() {
    let assets = assets();
    assert_eq!(told(&assets), "No faults\n");
    let city = assets.path().join("cities/tiny");
    // Nobody answers at that address: the request is filed all the same.
    let station = Station::with_server(
        &city.display().to_string(),
        14,
        "http://127.0.0.1:9/open311/v2",
        "no key of a real city",
    );
    let mut command = station.command();
    command.env("ACOLHE_ASSETS", assets.path());
    let mut play = Play::try_start(&station, command).expect("the station starts");
    let told = play.say(json!({"locale": "eo"}));
    assert_eq!(told["locale"], "eo");
    assert_eq!(told["title"], "What do you nëëd today?");
    play.do_("settings:language");
    assert!(play.told().to_string().contains("Ëo"), "{}", play.told());
    play.do_("back");
    let number = play.file_a_request();
    assert!(play.told()["title"].as_str().expect("a title").contains('ë'));
    assert_eq!(play.told()["locale"], "eo");
    let receipt = station.receipts().join("\n");
    assert!(receipt.contains(&number) && receipt.contains("Rëquëst rëcëivëd"), "{receipt}");

    play.kill();
    let mut command = station.command();
    command.env("ACOLHE_ASSETS", assets.path());
    let play = Play::try_start(&station, command).expect("the station starts again");
    assert_eq!(play.told()["locale"], "eo", "the visit goes on in its language");
}

#[test]
fn check_names_what_a_language_lacks() {
    let assets = assets();
    without(&assets, "locales/eo/filing.ftl", "filing-who = ", "action-who-name = ");
    without(&assets, "locales/eo/filing.ftl", "    .say = Just your first", "field-name");
    without(&assets, "cities/tiny/words/eo/services.toml", "line = ", "keywords = ");
    fs::remove_file(assets.path().join("locales/eo/receipt.ftl")).expect("a file");
    let told = told(&assets);
    for (file, what) in [
        ("locales/eo/filing.ftl", "the message filing-who is missing"),
        ("locales/eo/filing.ftl", "the message filing-who.say is missing"),
        ("locales/eo/filing.ftl", "the message filing-name.say is missing"),
        ("locales/eo/receipt.ftl", "the message receipt-title is missing"),
        ("cities/tiny/words/eo/services.toml", "line is missing"),
    ] {
        let found = told.lines().any(|line| line.starts_with(file) && line.contains(what));
        assert!(found, "{file}: {what} is not told in\n{told}");
    }

    let others = "locales/other-languages.toml";
    fs::copy(repository(others), assets.path().join(others)).expect("writable");
    let told = self::told(&assets);
    assert!(told.contains("es has no name in eo. Add name.eo"), "{told}");

    fs::remove_file(assets.path().join("locales/eo/language.toml")).expect("a file");
    let told = self::told(&assets);
    assert!(told.contains("locales/eo/language.toml:1: the file is missing"), "{told}");
    assert!(told.contains("cities/tiny/city.toml:3: unknown locale eo"), "{told}");
}
