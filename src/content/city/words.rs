//! `words/<locale>/`: how the city says things, in each of its languages.

use std::collections::BTreeMap;
use std::path::Path;

use super::super::fault::Collector;
use super::super::source::Source;
use super::super::toml_table::{self, Table};
use crate::domain::city::{
    City, CityWords, Group, Language, Question, QuestionWords, Service, ServiceKind, ServiceWords,
};

/// What waits for its words; `None` where its file could not be read.
pub(super) struct Unnamed {
    pub(super) groups: Option<Vec<Group>>,
    pub(super) services: Option<Vec<Service>>,
    pub(super) questions: Option<Vec<Question>>,
}

/// Reads the words of every language, and moves what has got its words into the city.
pub(super) fn read(dir: &Path, faults: &Collector, city: &mut City, mut unnamed: Unnamed) {
    for language in city.languages.clone() {
        let dir = dir.join("words").join(language.tag());
        let file = |name: &str| Source::read(dir.join(name), faults);
        if let Some(source) = file("city.toml") {
            let words = toml_table::read(&source, |root| {
                root.table("groups", |table| groups(table, language, unnamed.groups.as_mut()));
                city_words(root)
            });
            city.words.insert(language, words.unwrap_or_default());
        }
        if let Some(source) = file("services.toml") {
            toml_table::read(&source, |root| {
                sections(
                    root,
                    unnamed.services.as_mut(),
                    |s| &s.code.0,
                    |table, service| {
                        service.words.insert(language, service_words(table, service.kind));
                    },
                );
            });
        }
        if let Some(source) = file("questions.toml") {
            toml_table::read(&source, |root| {
                sections(
                    root,
                    unnamed.questions.as_mut(),
                    |q| &q.id,
                    |table, question| {
                        question.words.insert(language, question_words(table, &question.values));
                    },
                );
            });
        }
    }
    city.groups = unnamed.groups.unwrap_or_default();
    city.services = unnamed.services.unwrap_or_default();
    let questions = unnamed.questions.unwrap_or_default();
    city.questions =
        questions.into_iter().map(|question| (question.id.clone(), question)).collect();
}

/// Reads the same thing in each language, by its tag.
pub(super) fn in_each<'a, T>(
    table: &mut Table<'a>,
    languages: &[Language],
    read: impl Fn(&mut Table<'a>, &str) -> T,
) -> BTreeMap<Language, T> {
    languages.iter().map(|language| (*language, read(table, language.tag()))).collect()
}

/// Reads one table for each item, named by its id; what is of no item is told as unknown.
fn sections<T>(
    root: &mut Table<'_>,
    items: Option<&mut Vec<T>>,
    id: impl Fn(&T) -> &str,
    read: impl Fn(&mut Table<'_>, &mut T),
) {
    let Some(items) = items else { return root.accept_all() };
    for item in items {
        let id = id(item).to_owned();
        if root.has(&id) {
            root.table(&id, |table| read(table, item));
        } else if !id.is_empty() {
            root.tell_missing(&id, &format!("Add [{id}] with its words"));
        }
    }
}

fn groups(table: &mut Table<'_>, language: Language, groups: Option<&mut Vec<Group>>) {
    let Some(groups) = groups else { return table.accept_all() };
    for group in groups.iter_mut().filter(|group| !group.code.is_empty()) {
        group.name.insert(language, table.text(&group.code));
    }
}

fn city_words(table: &mut Table<'_>) -> CityWords {
    CityWords {
        administration: table.text("administration"),
        anonymous: table.text("anonymous"),
        privacy: table.text("privacy"),
    }
}

fn service_words(table: &mut Table<'_>, kind: ServiceKind) -> ServiceWords {
    ServiceWords {
        name: table.text("name"),
        line: table.text("line"),
        keywords: table.required_texts("keywords"),
        bring: table.texts("bring"),
        deadline: table.optional_text("deadline"),
        way: match kind {
            ServiceKind::Request => table.optional_text("way"),
            ServiceKind::Booking | ServiceKind::Counter | ServiceKind::Referral => {
                Some(table.text("way"))
            }
        },
    }
}

fn question_words(table: &mut Table<'_>, values: &[String]) -> QuestionWords {
    QuestionWords {
        ask: table.text("ask"),
        short: table.text("short"),
        values: if values.is_empty() {
            BTreeMap::new()
        } else {
            table.table("values", |table| {
                values.iter().map(|value| (value.clone(), table.text(value))).collect()
            })
        },
    }
}
