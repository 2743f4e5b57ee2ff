//! `<lesson>/lesson.toml`: one lesson, without its words.

mod step;

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::super::known::{Known, use_one_of};
use super::super::source::Source;
use super::super::toml_table::{self, Table};
use crate::domain::city::Country;
use crate::domain::lesson::{
    Facts, Framework, Lesson, LessonId, Outcome, PhoneId, PhoneScreen, Task,
};

/// The longest that anybody should sit at one lesson, in minutes.
const LONGEST: u32 = 10;

/// The most steps that fit into it.
const MOST_STEPS: usize = 14;

/// What a lesson may name.
pub(super) struct References<'a> {
    pub(super) phone: &'a BTreeMap<PhoneId, PhoneScreen>,
    pub(super) personas: Vec<String>,
    pub(super) outcomes: BTreeSet<String>,
}

/// Competences of UNESCO's framework that have to do with devices: area 0 alone is used here, for
/// what `DigComp` takes for granted.
const UNESCO: [&str; 2] = ["0.1", "0.2"];

/// Reads a lesson; `None` when it is not TOML.
pub(super) fn read(
    source: &Source<'_>,
    track: &str,
    id: &LessonId,
    known: &References<'_>,
) -> Option<Lesson> {
    toml_table::read(source, |root| {
        // There is only one; another number is told.
        root.whole("format", 1..=1);
        let lesson = Lesson {
            id: id.clone(),
            track: track.to_owned(),
            icon: root.text("icon"),
            minutes: u8::try_from(root.whole("minutes", 1..=LONGEST)).unwrap_or(u8::MAX),
            country: root.has("country").then(|| country(root)).flatten(),
            needs: root.texts("needs").into_iter().map(LessonId).collect(),
            persona: persona(root, known),
            outcomes: outcomes(root, known),
            facts: root.has("facts").then(|| root.table("facts", facts)),
            until: None,
            steps: step::read(root, known),
        };
        super::seen(root, &lesson.icon);
        whole(root, &lesson);
        lesson
    })
}

fn country(root: &mut Table<'_>) -> Option<Country> {
    root.choice("country", [("BR", Country::Brazil), ("RO", Country::Romania)])
}

fn persona(root: &mut Table<'_>, known: &References<'_>) -> Option<String> {
    let persona = root.optional_text("persona")?;
    let known = Known::new("persona", Some(known.personas.clone()));
    if let Some((what, remedy)) = known.doubt(&persona) {
        root.tell("persona", what, remedy);
    }
    Some(persona)
}

fn outcomes(root: &mut Table<'_>, known: &References<'_>) -> Vec<Outcome> {
    let mut outcomes = Vec::new();
    root.table("outcomes", |table| {
        for (name, framework) in Framework::ALL {
            for (id, at) in table.located_texts(name) {
                match framework {
                    Framework::DigComp if !known.outcomes.contains(&id) => {
                        let names: Vec<&str> = known.outcomes.iter().map(String::as_str).collect();
                        let what = format!("{id} is no outcome of the Basic level");
                        table.tell_at(at, what, use_one_of(&id, &names));
                    }
                    Framework::Unesco if !UNESCO.contains(&id.as_str()) => {
                        let what = format!("{id} is not of area 0");
                        table.tell_at(at, what, use_one_of(&id, &UNESCO));
                    }
                    Framework::DigComp | Framework::Unesco => {}
                }
                outcomes.push(Outcome { framework, id });
            }
        }
    });
    if outcomes.is_empty() {
        let remedy = "Write what one can do afterwards: [outcomes] \"digcomp-3.0\" = [\"LO…\"]";
        root.tell("outcomes", "there are no outcomes", remedy);
    }
    outcomes
}

fn facts(table: &mut Table<'_>) -> Facts {
    let (as_of, expires) = (date(table, "as_of"), date(table, "expires"));
    let source = table.text("source");
    if !source.starts_with("https://") {
        table.tell("source", format!("the source is \"{source}\""), "Write an https address");
    }
    if expires <= as_of {
        table.tell("expires", "the facts expire before they were looked at", "Write a later day");
    }
    Facts { as_of, expires, source }
}

fn date(table: &mut Table<'_>, key: &str) -> Date {
    let text = table.text(key);
    text.parse().unwrap_or_else(|_| {
        table.tell(key, format!("{key} is \"{text}\""), "Write a day in quotes: \"2026-11-01\"");
        Date::ZERO
    })
}

/// What every lesson must have.
fn whole(root: &Table<'_>, lesson: &Lesson) {
    let has = |is: fn(&Task) -> bool| lesson.steps.iter().any(|step| is(&step.task));
    if lesson.steps.len() > MOST_STEPS {
        let what = format!("there are {} steps", lesson.steps.len());
        root.tell("step", what, format!("Keep at most {MOST_STEPS}, or make two lessons of it"));
    }
    if !has(|task| matches!(task, Task::Undo(_))) {
        let remedy = "Add a step of kind \"undo\": the mistake that many make, and how to mend it";
        root.tell("step", "no mistake is made and mended", remedy);
    }
    if !has(|task| matches!(task, Task::Slip)) {
        root.tell("step", "nothing is taken home", "Add a step of kind \"slip\"");
    }
}
