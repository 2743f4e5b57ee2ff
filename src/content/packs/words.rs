//! Messages that are taken out of the files of a language, and read again from a pack.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use fluent_syntax::ast::{Entry, Resource};
use fluent_syntax::{parser, serializer};

use super::super::fault::{Collector, Fault};
use super::super::languages;
use super::super::lessons::words::FOLDER;
use super::WORDS;
use crate::domain::city::Language;
use crate::locale::files;

/// Messages of a text by their names, comments left out.
fn messages(text: &str) -> BTreeMap<String, String> {
    let resource = parser::parse(text).unwrap_or_else(|(resource, _)| resource);
    let messages = resource.body.into_iter().filter_map(|entry| match entry {
        Entry::Message(mut message) => {
            message.comment = None;
            let id = message.id.name.to_owned();
            let body = vec![Entry::Message(message)];
            Some((id, serializer::serialize(&Resource { body })))
        }
        _ => None,
    });
    messages.collect()
}

/// Those of some names in every language of a folder of locales, a text each.
pub(super) fn chosen(locales: &Path, wanted: &BTreeSet<String>) -> BTreeMap<Language, String> {
    let of = |language: Language| {
        let paths = files(&locales.join(language.tag()).join(FOLDER)).unwrap_or_default();
        let texts = paths.iter().filter_map(|path| std::fs::read_to_string(path).ok());
        let all = texts.flat_map(|text| messages(&text));
        let some: BTreeMap<String, String> = all.filter(|(id, _)| wanted.contains(id)).collect();
        (language, some.into_values().collect())
    };
    languages::of_folder(locales).into_iter().map(of).collect()
}

/// All of a pack, by language; tells what a pack cannot carry.
pub(super) fn of_pack(
    locales: &Path,
    faults: &Collector,
) -> BTreeMap<Language, BTreeMap<String, String>> {
    let of = |language: Language| {
        let path = locales.join(language.tag()).join(FOLDER).join(WORDS);
        let messages = messages(&std::fs::read_to_string(&path).unwrap_or_default());
        // What it names may say something else at the station, or nothing.
        for id in messages.iter().filter(|(_, text)| text.contains('{')).map(|(id, _)| id) {
            faults.tell(Fault {
                file: path.clone(),
                line: 1,
                what: format!("the message {id} has something in braces"),
                remedy: "Write it out".to_owned(),
            });
        }
        (language, messages)
    };
    languages::of_folder(locales).into_iter().map(of).collect()
}
