//! Words that load, but are hard to read or wrongly written.

use std::path::Path;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::fault::Collector;
use super::plain::OfficeWords;
use super::readability::{flesch_english, flesch_portuguese, lix, sentences};
use super::source::Source;
use super::toml_table;
use crate::domain::city::Language;
use crate::domain::language::{Index, Level};

/// The most words of a sentence.
const MOST_WORDS: usize = 12;

/// An index over fewer words says nothing.
const ENOUGH_WORDS: usize = 16;

/// What a city says in whole sentences.
const SENTENCES: [&str; 6] = ["line", "ask", "way", "deadline", "anonymous", "privacy"];

/// Lists of what citizens say, which nobody has to read.
const SPOKEN_BY_CITIZENS: [&str; 3] = ["keywords", "phrases", "unless"];

/// Tells what is hard to read in a city's words.
pub(super) fn city(dir: &Path, faults: &Collector) {
    for name in ["booking.toml", "branches.toml", "emergencies.toml"] {
        file(&dir.join(name), None, faults);
    }
    for language in Language::known() {
        let words = dir.join("words").join(language.tag());
        let office = OfficeWords::of_city(language, dir, faults);
        for name in ["city.toml", "questions.toml", "queue.toml", "services.toml"] {
            file(&words.join(name), Some((language, &office)), faults);
        }
    }
}

/// One file; in one without a language, a key names the language of each text.
fn file(path: &Path, written: Option<(Language, &OfficeWords)>, faults: &Collector) {
    // A missing file has been told where it is needed.
    if !path.exists() {
        return;
    }
    let Some(source) = Source::read(path.to_owned(), faults) else { return };
    let Some(root) = toml_table::parse(&source) else { return };
    let mut lines = Vec::new();
    each_text(root.get_ref(), &mut Vec::new(), &mut |keys, text, at| {
        let language = written.map(|(language, _)| language);
        let language = language.or_else(|| keys.iter().find_map(|key| Language::from_tag(key)));
        let mut tell = |what: String, remedy: &str| source.tell(at, what, remedy);
        characters(text, language, &mut tell);
        if keys.iter().any(|key| SPOKEN_BY_CITIZENS.contains(key)) {
            return;
        }
        length(text, &mut tell);
        if let Some((_, office)) = written {
            office.judge(text, &mut tell);
        }
        if keys.last().is_some_and(|key| SENTENCES.contains(key)) {
            lines.push(text);
        }
    });
    if let Some(level) = written.and_then(|(language, _)| language.habits().plain.level) {
        index(level, level.city, &lines, &mut |what, remedy| source.tell(0, what, remedy));
    }
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

/// Tells control characters, double spaces and letters that are never right in the language.
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
    for never in language.iter().flat_map(|language| &language.habits().plain.never) {
        if let Some(letter) = text.chars().find(|letter| never.letters.contains(*letter)) {
            tell(format!("{letter} {}", never.what), &never.remedy);
        }
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

/// Tells texts that are hard to read as a whole: a screen's, or a file's.
pub(super) fn index(level: Level, limit: f64, texts: &[&str], tell: &mut impl FnMut(String, &str)) {
    if texts.iter().flat_map(|text| sentences(text)).flatten().count() < ENOUGH_WORDS {
        return;
    }
    let (name, found, is_easy_above) = match level.index {
        Index::FleschPortuguese => ("Flesch index", flesch_portuguese(texts), true),
        Index::FleschEnglish => ("Flesch index", flesch_english(texts), true),
        Index::Lix => ("LIX", lix(texts), false),
    };
    let side = if is_easy_above { "below" } else { "above" };
    if let Some(found) = found
        && if is_easy_above { found < limit } else { found > limit }
    {
        // Never as if it were the limit itself.
        let near = (found - limit).abs() < 1.0;
        let shown = match near {
            true if is_easy_above => found.floor(),
            true => found.ceil(),
            false => found.round(),
        };
        let what = format!("the {name} of these sentences is {shown:.0}, {side} {limit}");
        tell(what, "Use shorter words and sentences");
    }
}
