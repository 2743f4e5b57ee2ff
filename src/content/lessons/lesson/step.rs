//! `[[step]]`: what is to be done.

use std::collections::BTreeSet;

use super::super::super::known::Known;
use super::super::super::toml_table::Table;
use super::References;
use crate::domain::lesson::{Deed, Flow, Gesture, Item, PartId, PhoneId, Play, Step, Task, Wrong};

/// The most hints of a step.
const MOST_HINTS: u32 = 3;

/// The most answers of a question.
const MOST_ANSWERS: usize = 3;

/// Genuine things among all that are to be sorted, in percent: whoever calls everything a fraud
/// shall not be right.
const GENUINE: std::ops::RangeInclusive<usize> = 40..=60;

/// How the kinds of steps are written.
const KINDS: [(&str, Kind); 11] = [
    ("card", Kind::Card),
    ("talk", Kind::Talk),
    ("slip", Kind::Slip),
    ("show", Kind::Show),
    ("do", Kind::Do),
    ("undo", Kind::Undo),
    ("free", Kind::Free),
    ("choose", Kind::Choose),
    ("spot", Kind::Spot),
    ("sort", Kind::Sort),
    ("real", Kind::Real),
];

#[derive(Clone, Copy)]
enum Kind {
    Card,
    Talk,
    Slip,
    Show,
    Do,
    Undo,
    Free,
    Choose,
    Spot,
    Sort,
    Real,
}

/// Every step, in order.
pub(super) fn read(root: &mut Table<'_>, known: &References<'_>) -> Vec<Step> {
    let mut seen = BTreeSet::new();
    root.tables("step", |table| {
        let step = step(table, known);
        if !step.id.is_empty() && !seen.insert(step.id.clone()) {
            table.tell("id", format!("the step {} stands twice", step.id), "Rename one");
        }
        step
    })
}

fn step(table: &mut Table<'_>, known: &References<'_>) -> Step {
    let id = table.text("id");
    let kind = table.choice("kind", KINDS).unwrap_or(Kind::Card);
    let is_done = !matches!(kind, Kind::Card | Kind::Talk | Kind::Slip | Kind::Show | Kind::Real);
    let hints = if is_done { table.whole("hints", 1..=MOST_HINTS) } else { 0 };
    let task = match kind {
        Kind::Card => Task::Card,
        Kind::Talk => Task::Talk,
        Kind::Slip => Task::Slip,
        Kind::Show => Task::Show(play(table, known)),
        Kind::Do => Task::Do(play(table, known)),
        Kind::Undo => Task::Undo(play(table, known)),
        Kind::Free => {
            Task::Free { phone: phone(table, "phone", known), reach: phone(table, "reach", known) }
        }
        Kind::Choose => choose(table),
        Kind::Spot => spot(table, known),
        Kind::Sort => sort(table, known),
        Kind::Real => Task::Real(table.choice("flow", Flow::ALL).unwrap_or(Flow::Request)),
    };
    let hints = u8::try_from(hints).unwrap_or(u8::MAX);
    let icon = table.optional_text("icon");
    super::super::seen(table, icon.as_deref().unwrap_or_default());
    Step { id, icon, hints, task }
}

/// A screen of the practice phone.
fn phone(table: &mut Table<'_>, key: &str, known: &References<'_>) -> PhoneId {
    let name = table.text(key);
    let names = known.phone.keys().map(|id| id.0.clone()).collect();
    let doubt = Known::new("screen of the phone", Some(names)).doubt(&name);
    if let Some((what, remedy)) = doubt.filter(|_| !name.is_empty()) {
        table.tell(key, what, remedy);
    }
    PhoneId(name)
}

fn play(table: &mut Table<'_>, known: &References<'_>) -> Play {
    let phone = phone(table, "phone", known);
    let Some(right) = deed(table, &phone, known) else {
        let remedy = "Add one of touch, hold, drag, scroll, enlarge, write = \"PART\"";
        table.tell("kind", "the step has no deed", remedy);
        return Play {
            phone,
            right: Deed::Hand(Gesture::Touch(PartId(String::new()))),
            wrong: Vec::new(),
        };
    };
    let mut wrong = Vec::new();
    if table.has("wrong") {
        wrong = table.tables("wrong", |table| {
            let say = table.text("say");
            let deed = deed(table, &phone, known);
            if deed.is_none() {
                table.tell("say", "nothing is done wrong here", "Add touch or hold = \"PART\"");
            }
            deed.map(|deed| Wrong { deed, say })
        });
    }
    let wrong: Vec<Wrong> = wrong.into_iter().flatten().collect();
    if wrong.iter().any(|wrong| wrong.deed == right) {
        table.tell("wrong", "the right deed is told to be wrong", "Take it out");
    }
    Play { phone, right, wrong }
}

/// A gesture that is told by one part.
type Simple = fn(PartId) -> Gesture;

/// The one deed of a table; `None` where there is none, a fault where there are two.
fn deed(table: &mut Table<'_>, phone: &PhoneId, known: &References<'_>) -> Option<Deed> {
    let mut deeds = Vec::new();
    let keys: [(&str, Simple); 4] = [
        ("touch", Gesture::Touch),
        ("hold", Gesture::Hold),
        ("scroll", Gesture::Scroll),
        ("enlarge", Gesture::Enlarge),
    ];
    for (key, gesture) in keys {
        deeds.extend(part(table, key, phone, known).map(gesture).map(Deed::Hand));
    }
    if let Some(from) = part(table, "drag", phone, known) {
        let to = part(table, "to", phone, known);
        if to.is_none() {
            table.tell("drag", "nobody knows where to", "Add to = \"PART\"");
        }
        deeds.extend(to.map(|to| Deed::Hand(Gesture::Drag(from, to))));
    }
    if let Some(field) = part(table, "write", phone, known) {
        let accepted = table.required_texts("accept");
        let is_field = known.phone.get(phone).is_some_and(|screen| {
            screen.parts.iter().any(|part| part.id == field && part.kind.is_written())
        });
        if !is_field {
            table.tell("write", format!("{field} is no field"), "Name a field or a secret");
        }
        deeds.push(Deed::Write(field, accepted));
    }
    if deeds.len() > 1 {
        table.tell("kind", "the step has more than one deed", "Make a step of each");
    }
    deeds.into_iter().next()
}

/// Something on a screen.
fn part(
    table: &mut Table<'_>,
    key: &str,
    phone: &PhoneId,
    known: &References<'_>,
) -> Option<PartId> {
    let name = table.optional_text(key)?;
    doubt_part(table, key, &name, phone, known);
    Some(PartId(name))
}

fn doubt_part(table: &Table<'_>, key: &str, name: &str, phone: &PhoneId, known: &References<'_>) {
    let Some(screen) = known.phone.get(phone) else { return };
    let names = screen.parts.iter().map(|part| part.id.0.clone()).collect();
    if let Some((what, remedy)) = Known::new("part", Some(names)).doubt(name) {
        table.tell(key, format!("{what} on {phone}"), remedy);
    }
    if screen.title().is_some_and(|title| title.id.0 == name) {
        table.tell(key, format!("{name} is the title"), "A title cannot be touched");
    }
}

fn choose(table: &mut Table<'_>) -> Task {
    let answers = table.required_texts("answers");
    let right = table.text("right");
    if !(2..=MOST_ANSWERS).contains(&answers.len()) {
        let what = format!("there are {} answers", answers.len());
        table.tell("answers", what, format!("Give two or {MOST_ANSWERS}"));
    }
    if !answers.contains(&right) {
        table.tell("right", format!("{right} is none of the answers"), "Name one of them");
    }
    Task::Choose { answers, right }
}

fn spot(table: &mut Table<'_>, known: &References<'_>) -> Task {
    let phone = phone(table, "phone", known);
    let signs = table.required_texts("signs");
    for sign in &signs {
        doubt_part(table, "signs", sign, &phone, known);
    }
    Task::Spot { phone, signs: signs.into_iter().map(PartId).collect() }
}

fn sort(table: &mut Table<'_>, known: &References<'_>) -> Task {
    let items = table.tables("item", |table| Item {
        phone: phone(table, "phone", known),
        is_scam: table.choice("truth", [("scam", true), ("genuine", false)]).unwrap_or_default(),
    });
    let genuine = items.iter().filter(|item| !item.is_scam).count();
    if !items.is_empty() && !GENUINE.contains(&(100 * genuine / items.len())) {
        table.tell(
            "item",
            format!("{genuine} of {} are genuine", items.len()),
            "Let about half of them be: whoever fears everything has learned nothing",
        );
    }
    Task::Sort(items)
}
