//! Words that load, but are hard to read or wrongly written.

use std::path::Path;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::fault::Collector;
use super::readability::{flesch_portuguese, lix, sentences};
use super::source::Source;
use super::toml_table;
use crate::domain::city::Language;

/// A sentence aims at 12 words; more than these are a fault.
const MOST_WORDS: usize = 16;

/// The lowest Portuguese Flesch index of a file's lines: "easy".
const LOWEST_FLESCH: f64 = 50.0;

/// The highest LIX of a file's lines: "medium".
const HIGHEST_LIX: f64 = 45.0;

/// Lists of what citizens say, which nobody has to read.
const SPOKEN_BY_CITIZENS: [&str; 3] = ["keywords", "phrases", "unless"];

/// Tells what is hard to read in a city's words.
pub(super) fn city(dir: &Path, faults: &Collector) {
    for name in ["branches.toml", "emergencies.toml"] {
        file(&dir.join(name), None, faults);
    }
    for language in Language::ALL {
        let words = dir.join("words").join(language.tag());
        for name in ["city.toml", "questions.toml", "services.toml"] {
            file(&words.join(name), Some(language), faults);
        }
    }
}

/// One file; in one without a language, a key names the language of each text.
fn file(path: &Path, language: Option<Language>, faults: &Collector) {
    // A missing file has been told where it is needed.
    if !path.exists() {
        return;
    }
    let Some(source) = Source::read(path.to_owned(), faults) else { return };
    let Some(root) = toml_table::parse(&source) else { return };
    let mut lines = Vec::new();
    each_text(root.get_ref(), &mut Vec::new(), &mut |keys, text, at| {
        let language = language.or_else(|| keys.iter().find_map(|key| Language::from_tag(key)));
        let mut tell = |what: String, remedy: &str| source.tell(at, what, remedy);
        characters(text, language, &mut tell);
        if !keys.iter().any(|key| SPOKEN_BY_CITIZENS.contains(key)) {
            length(text, &mut tell);
        }
        if keys.last() == Some(&"line") {
            lines.push(text);
        }
    });
    index(&source, language, &lines);
}

/// Visits every text with the keys that lead to it and where it stands.
fn each_text<'a>(
    table: &'a DeTable<'a>,
    keys: &mut Vec<&'a str>,
    visit: &mut impl FnMut(&[&'a str], &'a str, usize),
) {
    for (key, value) in table {
        keys.push(key.get_ref());
        each_text_of(value, keys, visit);
        keys.pop();
    }
}

fn each_text_of<'a>(
    value: &'a Spanned<DeValue<'a>>,
    keys: &mut Vec<&'a str>,
    visit: &mut impl FnMut(&[&'a str], &'a str, usize),
) {
    match value.get_ref() {
        DeValue::String(text) => visit(keys, text, value.span().start),
        DeValue::Array(items) => items.iter().for_each(|item| each_text_of(item, keys, visit)),
        DeValue::Table(table) => each_text(table, keys, visit),
        DeValue::Integer(_) | DeValue::Float(_) | DeValue::Boolean(_) | DeValue::Datetime(_) => {}
    }
}

/// Tells control characters, double spaces and, in Romanian, cedillas.
pub(super) fn characters(
    text: &str,
    language: Option<Language>,
    tell: &mut impl FnMut(String, &str),
) {
    if text.chars().any(char::is_control) {
        tell("the text holds a control character".into(), "Take it out");
    }
    if text.contains("  ") {
        tell("the text holds two spaces in a row".into(), "Take one out");
    }
    if language == Some(Language::Ro)
        && let Some(cedilla) = text.chars().find(|letter| "ŞşŢţ".contains(*letter))
    {
        tell(format!("{cedilla} has a cedilla"), "Write ș and ț with a comma below");
    }
}

/// Tells sentences that are too long.
pub(super) fn length(text: &str, tell: &mut impl FnMut(String, &str)) {
    for sentence in sentences(text).iter().filter(|sentence| sentence.len() > MOST_WORDS) {
        let start = sentence.iter().take(3).copied().collect::<Vec<_>>().join(" ");
        let what = format!("the sentence \"{start} …\" has {} words", sentence.len());
        tell(what, "Make two of it: 12 words are enough");
    }
}

/// Tells a file whose lines are hard to read as a whole.
fn index(source: &Source<'_>, language: Option<Language>, lines: &[&str]) {
    let hard = match language {
        Some(Language::PtBr) => flesch_portuguese(lines)
            .filter(|index| *index < LOWEST_FLESCH)
            .map(|index| format!("the lines' Flesch index is {index:.0}, below {LOWEST_FLESCH}")),
        Some(Language::Ro) => lix(lines)
            .filter(|index| *index > HIGHEST_LIX)
            .map(|index| format!("the lines' LIX is {index:.0}, above {HIGHEST_LIX}")),
        Some(Language::En) | None => None,
    };
    if let Some(what) = hard {
        source.tell(0, what, "Use shorter words and sentences");
    }
}
