//! `queue.toml`: who is called when, at which desk, and how waiting time is told.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use super::super::fault::Collector;
use super::super::known::Known;
use super::super::source::Source;
use super::super::toml_table::{self, Table};
use crate::domain::city::{City, ServiceCode};
use crate::domain::queue::{
    AfterMissed, AppointmentRule, Class, ClassCode, ClassWords, Desk, Order, Patience, QueueRules,
    Series, Shares, Source as Reason, Usual, WaitRule,
};

/// Classes that fit on one screen.
const MOST_CLASSES: usize = 8;

/// What the file may name.
struct References {
    /// The services of a service's or a group's code.
    services: BTreeMap<String, Vec<ServiceCode>>,
    offered: Known,
    branches: Known,
}

/// Reads the rules into the city, with the words of classes; a city without the file calls nobody
/// by ticket.
pub(super) fn read(dir: &Path, faults: &Collector, city: &mut City) {
    let path = dir.join("queue.toml");
    if !path.exists() {
        return;
    }
    let Some(source) = Source::read(path, faults) else { return };
    let mut services: BTreeMap<String, Vec<ServiceCode>> = BTreeMap::new();
    for service in &city.services {
        services.entry(service.code.0.clone()).or_default().push(service.code.clone());
        for group in [Some(&service.group), service.also.as_ref()].into_iter().flatten() {
            services.entry(group.clone()).or_default().push(service.code.clone());
        }
    }
    let branches = city.branches.iter().map(|branch| branch.code.clone()).collect();
    let known = References {
        offered: Known::new("service or group", Some(services.keys().cloned().collect())),
        services,
        branches: Known::new("branch", Some(branches)),
    };
    let Some(mut rules) = toml_table::read(&source, |root| rules(root, &known)) else { return };
    for language in &city.languages {
        let path = dir.join("words").join(language.tag()).join("queue.toml");
        let Some(source) = Source::read(path, faults) else { continue };
        toml_table::read(&source, |root| {
            for class in rules.classes.iter_mut().filter(|class| !class.code.0.is_empty()) {
                let words = root.table(&class.code.0.clone(), |table| ClassWords {
                    name: table.text("name"),
                    line: table.optional_text("line"),
                });
                class.words.insert(*language, words);
            }
        });
    }
    city.queue = Some(Arc::new(rules));
}

fn rules(root: &mut Table<'_>, known: &References) -> QueueRules {
    let order = root.choice("order", Order::ALL.map(|order| (order.name(), order)));
    let classes = classes(root);
    let codes = Known::new("class", Some(classes.iter().map(|it| it.code.0.clone()).collect()));
    QueueRules {
        order: order.unwrap_or(Order::Strict),
        shares: root.table("alternating", |table| Shares {
            first: small(table, "first", 1..=9),
            other: small(table, "other", 1..=9),
        }),
        appointments: root.table("appointments", |table| appointments(table, &classes, &codes)),
        series: root.table("tickets", series),
        patience: root.table("calls", patience),
        wait: root.table("wait", |table| wait(table, known)),
        desks: desks(root, known, &classes, &codes),
        other: other(root, known),
        keep_days: root.whole("keep_days", 1..=400),
        classes,
    }
}

fn other(root: &mut Table<'_>, known: &References) -> Option<ServiceCode> {
    let code = root.optional_text("other")?;
    if let Some((what, remedy)) = known.offered.doubt(&code) {
        root.tell("other", what, remedy);
    }
    Some(ServiceCode(code))
}

fn small(table: &mut Table<'_>, key: &str, limits: std::ops::RangeInclusive<u32>) -> u8 {
    u8::try_from(table.whole(key, limits)).unwrap_or(u8::MAX)
}

fn count(table: &mut Table<'_>, key: &str, limits: std::ops::RangeInclusive<u32>) -> u16 {
    u16::try_from(table.whole(key, limits)).unwrap_or(u16::MAX)
}

/// The classes, the first rank first.
fn classes(root: &mut Table<'_>) -> Vec<Class> {
    let mut seen = BTreeSet::new();
    let mut found = root.tables("class", |table| {
        let class = class(table);
        let code = &class.code.0;
        if !code.is_empty() && !seen.insert(code.clone()) {
            table.tell("code", format!("the class {code} stands twice"), "Rename one");
        }
        class
    });
    found.sort_by_key(|class| (class.rank, class.source == Reason::Everyone));
    if found.is_empty() {
        return found;
    }
    let everyone = found.iter().filter(|class| class.source == Reason::Everyone).count();
    let last = found.last().map(|class| (class.rank, &class.source));
    if everyone != 1 {
        root.tell(
            "class",
            format!("{everyone} classes have neither law nor usage"),
            "Leave both out of one class, everybody's, and of no other",
        );
    } else if last.is_none_or(|(_, source)| *source != Reason::Everyone)
        || found.iter().rev().nth(1).is_some_and(|class| Some(class.rank) == last.map(|it| it.0))
    {
        root.tell(
            "class",
            "everybody's class has not the last rank",
            "Give it a rank of its own, the last",
        );
    }
    for pair in found.windows(2).filter(|pair| pair[0].head_start < pair[1].head_start) {
        let [better, worse] = [&pair[0], &pair[1]].map(|class| class.code.to_string());
        root.tell(
            "class",
            format!("{worse} has a larger head_start than {better}, which comes before it"),
            "Let head_start fall with the rank",
        );
    }
    if found.len() > MOST_CLASSES {
        let what = format!("there are {} classes", found.len());
        root.tell("class", what, format!("Keep at most {MOST_CLASSES}: one screen shows them"));
    }
    found
}

fn class(table: &mut Table<'_>) -> Class {
    let code = table.text("code");
    if !code.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit()) {
        table.tell("code", format!("code is \"{code}\""), "Use A to Z and digits");
    }
    let (law, usage) = (table.optional_text("law"), table.optional_text("usage"));
    let source = match (law, usage) {
        (Some(_), Some(_)) => {
            table.tell("usage", "the class has a law and a usage", "Keep the law");
            Reason::Everyone
        }
        (Some(law), None) => Reason::Law(law),
        (None, Some(usage)) => Reason::Usage(usage),
        (None, None) => Reason::Everyone,
    };
    let head_start = count(table, "head_start", 0..=480);
    if source == Reason::Everyone && head_start > 0 {
        table.tell("head_start", "everybody's class has a head start", "Write 0");
    }
    Class {
        code: ClassCode(code),
        rank: small(table, "rank", 1..=99),
        source,
        proof: table.has("proof") && table.flag("proof"),
        head_start,
        icons: table.required_texts("icons"),
        words: BTreeMap::new(),
    }
}

fn appointments(table: &mut Table<'_>, classes: &[Class], codes: &Known) -> AppointmentRule {
    let after = table.optional_text("after");
    let class = after.as_ref().and_then(|code| classes.iter().find(|it| it.code.0 == *code));
    if let Some((what, remedy)) = after.as_ref().and_then(|code| codes.doubt(code)) {
        table.tell("after", what, remedy);
    }
    if class.is_some_and(|class| class.source == Reason::Everyone) {
        let remedy = "Name a class that comes before everybody, or leave it out";
        table.tell("after", "an appointment would come after everybody", remedy);
    }
    AppointmentRule {
        after_rank: class.map_or(0, |class| class.rank),
        early: count(table, "early", 0..=60),
        late: count(table, "late", 0..=120),
        head_start: count(table, "head_start", 0..=480),
    }
}

fn series(table: &mut Table<'_>) -> Series {
    let letters: Vec<char> = table.text("letters").chars().collect();
    for (index, letter) in letters.iter().enumerate() {
        let remedy = "Use capital letters that sound unlike each other, each once, but not I and O";
        if !letter.is_ascii_uppercase() || matches!(letter, 'I' | 'O') {
            table.tell("letters", format!("'{letter}' is no letter for tickets"), remedy);
        } else if letters[..index].contains(letter) {
            table.tell("letters", format!("the letter {letter} stands twice"), remedy);
        }
    }
    Series { letters, before_opening: count(table, "before_opening", 0..=240) }
}

fn patience(table: &mut Table<'_>) -> Patience {
    let after_missed = table.choice(
        "after_missed",
        [("keeps-place", AfterMissed::KeepsPlace), ("comes-anew", AfterMissed::ComesAnew)],
    );
    Patience {
        calls: small(table, "times", 1..=9),
        missed_after: count(table, "missed_after", 10..=600),
        after_missed: after_missed.unwrap_or(AfterMissed::KeepsPlace),
        returns: small(table, "returns", 0..=9),
        out: count(table, "out", 0..=240),
    }
}

fn wait(table: &mut Table<'_>, known: &References) -> WaitRule {
    let promise = small(table, "promise", 50..=95);
    let everything = table.table("usual", usual);
    let mut services = BTreeMap::new();
    if table.has("services") {
        table.table("services", |table| {
            for code in table.keys() {
                if let Some((what, remedy)) = known.offered.doubt(&code) {
                    table.tell(&code, what, remedy);
                }
                let usual = table.table(&code, usual);
                for service in known.services.get(&code).into_iter().flatten() {
                    // A service's own line beats that of its group.
                    if code == service.0 || !services.contains_key(service) {
                        services.insert(service.clone(), usual);
                    }
                }
            }
        });
    }
    WaitRule { promise, usual: everything, services }
}

fn usual(table: &mut Table<'_>) -> Usual {
    let [quick, typical, long] = ["quick", "typical", "long"].map(|key| count(table, key, 1..=480));
    if quick > typical || typical > long {
        table.tell("typical", "quick, typical and long do not rise", "Write them in this order");
    }
    Usual { quick, typical, long }
}

fn desks(
    root: &mut Table<'_>,
    known: &References,
    classes: &[Class],
    codes: &Known,
) -> BTreeMap<String, Vec<Desk>> {
    let mut desks: BTreeMap<String, Vec<Desk>> = BTreeMap::new();
    root.tables("desk", |table| {
        let branch = table.text("branch");
        if let Some((what, remedy)) = known.branches.doubt(&branch)
            && !branch.is_empty()
        {
            table.tell("branch", what, remedy);
        }
        let desk = desk(table, known, codes);
        let others = desks.entry(branch).or_default();
        if others.iter().any(|other| other.number == desk.number) {
            let what = format!("the desk {} stands twice in this branch", desk.number);
            table.tell("number", what, "Renumber one");
        }
        others.push(desk);
    });
    for (branch, desks) in &desks {
        let serves = |class: &&Class| {
            desks.iter().any(|it| it.classes.as_ref().is_none_or(|them| them.contains(&class.code)))
        };
        for class in classes.iter().filter(|class| !serves(class)) {
            let what = format!("no desk of {branch} serves the class {}", class.code);
            root.tell("desk", what, "Add it to the classes of a desk");
        }
    }
    desks
}

fn desk(table: &mut Table<'_>, known: &References, codes: &Known) -> Desk {
    let number = count(table, "number", 1..=999);
    let has = ["services", "classes"].map(|key| table.has(key));
    let mut services = BTreeSet::new();
    for (code, at) in table.located_texts("services") {
        if let Some((what, remedy)) = known.offered.doubt(&code) {
            table.tell_at(at, what, remedy);
        }
        services.extend(known.services.get(&code).into_iter().flatten().cloned());
    }
    let mut classes = BTreeSet::new();
    for (code, at) in table.located_texts("classes") {
        if let Some((what, remedy)) = codes.doubt(&code) {
            table.tell_at(at, what, remedy);
        }
        classes.insert(ClassCode(code));
    }
    Desk { number, services: has[0].then_some(services), classes: has[1].then_some(classes) }
}
