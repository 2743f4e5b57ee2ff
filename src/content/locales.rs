//! Fluent messages of a language's folder and the folders in it: syntax, the same messages and
//! variables in every language, plain words.

mod pattern;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use fluent_syntax::ast::{Entry, Pattern};

use super::fault::{Collector, Fault};
use super::languages;
use super::lint;
use super::plain::OfficeWords;
use super::source::Source;
use crate::domain::city::Language;
use crate::domain::language::Level;
use crate::locale::files;

/// The spoken form of a message; where a language has none, the visible form is said.
const OPTIONAL: &str = ".spoken";

/// The words behind the door for staff.
const FOR_STAFF: &str = "staff.ftl";

/// One message, or an attribute as `message.attribute`.
struct Message {
    /// Which of the language's files.
    file: usize,
    /// Where in the file.
    at: usize,
    variables: BTreeSet<String>,
}

/// The messages of one language.
struct Locale<'c> {
    language: Language,
    files: Vec<Source<'c>>,
    messages: BTreeMap<String, Message>,
}

/// Tells everything that is wrong with the messages below `<dir>/<tag>/`.
pub(super) fn check(dir: &Path, faults: &Collector) {
    let locales: Vec<_> =
        languages::of_folder(dir).into_iter().map(|language| read(dir, language, faults)).collect();
    let ids: BTreeSet<&String> = locales.iter().flat_map(|locale| locale.messages.keys()).collect();
    for id in ids {
        compare(dir, id, &locales, faults);
    }
}

fn read<'c>(dir: &Path, language: Language, faults: &'c Collector) -> Locale<'c> {
    // A folder that cannot be listed has no messages: the others tell what is missing there.
    let paths = files(&dir.join(language.tag())).unwrap_or_default();
    let files: Vec<_> = paths.into_iter().filter_map(|path| Source::read(path, faults)).collect();
    let mut messages = BTreeMap::new();
    let office = OfficeWords::of(language);
    for (index, source) in files.iter().enumerate() {
        let mut screens: BTreeMap<String, (usize, Vec<String>)> = BTreeMap::new();
        each_pattern(source, |id, at, pattern| {
            let told = pattern::read(pattern);
            for text in &told.texts {
                let mut tell = |what: String, remedy: &str| source.tell(at, what, remedy);
                judge(text, language, &mut tell);
                office.judge(text, &mut tell);
            }
            let screen = id.split('.').next().unwrap_or_default().to_owned();
            let (first, texts) = screens.entry(screen).or_insert((at, Vec::new()));
            *first = at.min(*first);
            texts.extend(told.texts);
            let message = Message { file: index, at, variables: told.variables };
            if messages.insert(id.clone(), message).is_some() {
                source.tell(at, format!("the message {id} stands twice"), "Take one out");
            }
        });
        if let Some(level) = language.habits().plain.level {
            measure(source, level, &screens);
        }
    }
    for (id, visible) in &messages {
        if let Some(spoken) = messages.get(&format!("{id}{OPTIONAL}"))
            && !visible.variables.is_subset(&spoken.variables)
        {
            let left_out = visible.variables.difference(&spoken.variables).cloned().collect();
            let what = format!("{id}{OPTIONAL} says less than {id} shows: {}", listed(&left_out));
            files[spoken.file].tell(spoken.at, what, "Say it as well");
        }
    }
    Locale { language, files, messages }
}

/// The messages below a folder of each language, by its tag: with attributes, as
/// `message.attribute`.
pub(super) fn ids(dir: &Path, folder: &str) -> BTreeMap<String, BTreeSet<String>> {
    let nobody = Collector::default();
    let of = |language: Language| {
        let paths = files(&dir.join(language.tag()).join(folder)).unwrap_or_default();
        let mut ids = BTreeSet::new();
        for source in paths.into_iter().filter_map(|path| Source::read(path, &nobody)) {
            each_pattern(&source, |id, _, _| {
                ids.insert(id);
            });
        }
        (language.tag().to_owned(), ids)
    };
    languages::of_folder(dir).into_iter().map(of).collect()
}

/// Visits every pattern of a file with its id and where it stands; tells what is not Fluent.
fn each_pattern(source: &Source<'_>, mut visit: impl FnMut(String, usize, &Pattern<&str>)) {
    let text = source.text();
    // The parser gives slices of the text: where one stands is how far its start is from the text's.
    let place = |slice: &str| slice.as_ptr().addr() - text.as_ptr().addr();
    let resource = fluent_syntax::parser::parse(text).unwrap_or_else(|(resource, errors)| {
        for error in errors {
            let what = format!("this is not Fluent: {}", error.kind);
            source.tell(error.pos.start, what, "Repair this message");
        }
        resource
    });
    for entry in &resource.body {
        let (id, name, value, attributes) = match entry {
            Entry::Message(message) => {
                let name = message.id.name;
                (name.to_owned(), name, message.value.as_ref(), &message.attributes)
            }
            Entry::Term(term) => {
                let name = term.id.name;
                (format!("-{name}"), name, Some(&term.value), &term.attributes)
            }
            Entry::Comment(_)
            | Entry::GroupComment(_)
            | Entry::ResourceComment(_)
            | Entry::Junk { .. } => continue,
        };
        for attribute in attributes {
            let name = attribute.id.name;
            visit(format!("{id}.{name}"), place(name), &attribute.value);
        }
        if let Some(value) = value {
            visit(id, place(name), value);
        }
    }
}

/// Tells screens, and then the file, that are hard to read.
fn measure(source: &Source<'_>, level: Level, screens: &BTreeMap<String, (usize, Vec<String>)>) {
    // What only staff read is short and full of their own words.
    if source.path().file_name().is_some_and(|name| name == FOR_STAFF) {
        return;
    }
    let mut all: Vec<&str> = Vec::new();
    for (at, texts) in screens.values() {
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        lint::index(level, level.screen, &texts, &mut |what, remedy| {
            source.tell(*at, what, remedy);
        });
        all.extend(texts);
    }
    lint::index(level, level.file, &all, &mut |what, remedy| source.tell(0, what, remedy));
}

fn judge(text: &str, language: Language, tell: &mut impl FnMut(String, &str)) {
    if text.trim().is_empty() {
        tell("the message is empty".into(), "Write a text");
    }
    lint::characters(text, Some(language), tell);
    lint::length(text, tell);
}

/// Tells languages that lack a message, or use other variables in it than the first that has it.
fn compare(dir: &Path, id: &str, locales: &[Locale<'_>], faults: &Collector) {
    // A term is the business of its language alone.
    let may_be_missing = id.ends_with(OPTIONAL) || id.starts_with('-');
    let mut having = locales.iter().filter_map(|locale| Some((locale, locale.messages.get(id)?)));
    let Some((model, message)) = having.next() else { return };
    for (locale, twin) in having.filter(|(_, twin)| twin.variables != message.variables) {
        let what = format!(
            "{id} uses {} in {} and {} in {}",
            listed(&twin.variables),
            locale.language.tag(),
            listed(&message.variables),
            model.language.tag(),
        );
        locale.files[twin.file].tell(twin.at, what, "Use the same variables");
    }
    for locale in locales.iter().filter(|locale| !locale.messages.contains_key(id)) {
        if !may_be_missing {
            let there = model.files[message.file].path();
            let folder = dir.join(model.language.tag());
            let name = there.strip_prefix(folder).unwrap_or(there);
            faults.tell(Fault {
                file: dir.join(locale.language.tag()).join(name),
                line: 1,
                what: format!("the message {id} is missing"),
                remedy: format!("Add it as in {}", there.display()),
            });
        }
    }
}

fn listed(variables: &BTreeSet<String>) -> String {
    if variables.is_empty() {
        return "no variable".to_owned();
    }
    variables.iter().map(|name| format!("${name}")).collect::<Vec<_>>().join(", ")
}
