//! `booking.toml`: what is met by appointment, by whom, and by which rules.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::{Date, Time};

use super::super::known::Known;
use super::super::source::Source;
use super::super::toml_table::{self, Table};
use super::hours;
use super::words::in_each;
use crate::domain::booking::{Bookable, BookingRules, Closure, Desks, Limits, MOST_LANES, SLICE};
use crate::domain::city::{Language, Service, ServiceCode, ServiceKind};
use crate::domain::term::Term;

/// Steps after which a clock shows the same minutes again in the next hour.
const STEPS: [u32; 6] = [5, 10, 15, 20, 30, 60];

/// How hours with fewer attendants are written.
const FEWER: &str = "Write the hours and how many attendants there are then: \"12:00-14:00 1\"";

/// What the file may name.
pub(super) struct References<'a> {
    pub(super) languages: &'a [Language],
    pub(super) branches: &'a Known,
    /// `None` when `services.csv` could not be read: then no service is doubted.
    pub(super) services: Option<&'a [Service]>,
}

/// The rules; `None` when the file is not TOML.
pub(super) fn read(source: &Source<'_>, known: &References<'_>) -> Option<BookingRules> {
    toml_table::read(source, |root| {
        let services = services(root, known);
        let desks = desks(root, known, &services);
        let closures = if root.has("closure") {
            root.tables("closure", |table| closure(table, known))
        } else {
            Vec::new()
        };
        let call_back = call_back(root, known);
        let (limits, most_services, most_people) = root.table("limits", limits);
        root.table("times", |times| BookingRules {
            step_minutes: step(times),
            hold_minutes: times.whole("hold_minutes", 1..=60),
            lead_minutes: times.whole("lead_minutes", 0..=100_000),
            horizon_days: times.whole("horizon_days", 1..=366),
            change_minutes: times.whole("change_minutes", 0..=100_000),
            early_minutes: times.whole("early_minutes", 0..=1440),
            late_minutes: times.whole("late_minutes", 0..=1440),
            interpreter_hours: times.whole("interpreter_hours", 0..=1000),
            most_services,
            most_people,
            keep_days: times.whole("keep_days", 0..=3650),
            reminder_hours: reminders(times),
            limits,
            call_back,
            services,
            desks,
            closures,
        })
    })
}

/// The request that asks for a call: one that is filed, and asks nothing itself.
fn call_back(root: &mut Table<'_>, known: &References<'_>) -> Option<ServiceCode> {
    let code = root.optional_text("call_back").map(ServiceCode)?;
    let services = known.services?;
    let found = services.iter().find(|service| service.code == code);
    let (what, remedy) = match found {
        None => {
            (format!("call_back is {code}, which is no service"), "Take a code of services.csv")
        }
        Some(service) if service.kind != ServiceKind::Request || service.private => (
            format!("call_back is {code}, which is not filed, or is private"),
            "Take a service whose kind is request, and which is not private",
        ),
        Some(_) => return Some(code),
    };
    root.tell("call_back", what, remedy);
    Some(code)
}

fn step(times: &mut Table<'_>) -> u32 {
    let step = times.whole("step_minutes", 5..=60);
    if !STEPS.contains(&step) {
        let steps = STEPS.map(|step| step.to_string()).join(", ");
        times.tell(
            "step_minutes",
            format!("step_minutes is {step}"),
            format!("Use one of {steps}"),
        );
    }
    step.max(STEPS[0])
}

fn limits(table: &mut Table<'_>) -> (Limits, u32, u16) {
    let limits = Limits {
        person: table.whole("person", 1..=1000),
        person_day: table.whole("person_day", 1..=1000),
        address_holds: table.whole("address_holds", 1..=100_000),
        address_hour: table.whole("address_hour", 1..=100_000),
        station_holds: table.whole("station_holds", 1..=100_000),
    };
    (limits, table.whole("services", 1..=10), small(table, "people", 20))
}

fn small(table: &mut Table<'_>, key: &str, most: u16) -> u16 {
    u16::try_from(table.whole(key, 1..=u32::from(most))).unwrap_or(most)
}

fn reminders(times: &mut Table<'_>) -> Vec<u32> {
    let mut hours = BTreeSet::new();
    for (text, at) in times.located_texts("reminders") {
        match text.parse() {
            Ok(Term::Hours(count)) => {
                hours.insert(u32::from(count));
            }
            Ok(Term::Days(count)) => {
                hours.insert(u32::from(count) * 24);
            }
            _ => times.tell_at(
                at,
                format!("a reminder is \"{text}\""),
                "Write 2d (days) or 3h (hours)",
            ),
        }
    }
    hours.into_iter().rev().collect()
}

fn services(root: &mut Table<'_>, known: &References<'_>) -> BTreeMap<ServiceCode, Bookable> {
    let mut services = BTreeMap::new();
    let slice = u32::try_from(SLICE / 60).unwrap_or(1);
    root.tables("service", |table| {
        let code = ServiceCode(table.text("code"));
        refer(table, "code", table.position("code"), &code, known);
        let minutes = table.whole("minutes", slice..=480);
        if minutes % slice > 0 {
            table.tell("minutes", format!("minutes is {minutes}"), "Write 5, 10, 15 and so on");
        }
        let at_once = table.has("at_once").then(|| small(table, "at_once", MOST_LANES));
        if services.insert(code.clone(), Bookable { minutes, at_once }).is_some() {
            table.tell("code", format!("the service {code} stands twice"), "Take one out");
        }
    });
    services
}

/// Tells a service that there is not, or that is filed instead of met.
fn refer(table: &Table<'_>, key: &str, at: usize, code: &ServiceCode, known: &References<'_>) {
    let Some(services) = known.services.filter(|_| !code.0.is_empty()) else { return };
    let names = services.iter().map(|service| service.code.0.clone()).collect();
    if let Some((what, remedy)) = Known::new("service", Some(names)).doubt(&code.0) {
        table.tell_at(at, what, remedy);
    }
    let kind = services.iter().find(|service| service.code == *code).map(|service| service.kind);
    if matches!(kind, Some(ServiceKind::Request | ServiceKind::Referral)) {
        table.tell_at(
            at,
            format!("{key} is {code}, which nobody comes for"),
            "Write booking or counter under kind in services.csv",
        );
    }
}

fn desks(
    root: &mut Table<'_>,
    known: &References<'_>,
    bookable: &BTreeMap<ServiceCode, Bookable>,
) -> Vec<Desks> {
    let mut codes = BTreeSet::new();
    let mut done = BTreeSet::new();
    root.tables("desks", |table| {
        let (branch, code) = (table.text("branch"), table.text("code"));
        branch_of(table, &branch, known);
        if code.starts_with('@') {
            table.tell("code", "the code begins with @", "Begin with a letter");
        }
        if !codes.insert((branch.clone(), code.clone())) {
            table.tell("code", format!("{branch} has the desks {code} twice"), "Rename one");
        }
        let mut services = Vec::new();
        for (text, at) in table.required_located_texts("services") {
            let service = ServiceCode(text);
            if !bookable.contains_key(&service) {
                let what = format!("the service {service} has no minutes");
                table.tell_at(at, what, "Add a [[service]] with its code and minutes");
            }
            if !done.insert((branch.clone(), service.clone())) {
                let what = format!("the service {service} stands twice in {branch}");
                table.tell_at(at, what, "Leave it to one row of desks");
            }
            services.push(service);
        }
        let desks = small(table, "desks", MOST_LANES);
        let attendants = small(table, "attendants", MOST_LANES);
        if attendants > desks {
            let what = format!("{attendants} attendants sit at {desks} desks");
            table.tell("attendants", what, "Write no more attendants than desks");
        }
        Desks { branch, code, services, desks, attendants, fewer: fewer(table, attendants) }
    })
}

fn fewer(table: &mut Table<'_>, attendants: u16) -> Vec<(Time, Time, u16)> {
    let mut all = Vec::new();
    for (text, at) in table.located_texts("fewer") {
        let (span, count) = text.rsplit_once(' ').unwrap_or((&text, ""));
        match (one_span(span), count.parse::<u16>()) {
            (Some((from, until)), Ok(count)) if count < attendants => {
                all.push((from, until, count));
            }
            _ => table.tell_at(at, format!("fewer holds \"{text}\""), FEWER),
        }
    }
    all
}

fn one_span(text: &str) -> Option<(Time, Time)> {
    match hours::parse(text).ok()?.as_slice() {
        [span] => Some(*span),
        _ => None,
    }
}

fn branch_of(table: &Table<'_>, branch: &str, known: &References<'_>) {
    if let Some((what, remedy)) = known.branches.doubt(branch).filter(|_| !branch.is_empty()) {
        table.tell("branch", what, remedy);
    }
}

fn closure(table: &mut Table<'_>, known: &References<'_>) -> Closure {
    let branch = table.optional_text("branch");
    branch_of(table, branch.as_deref().unwrap_or_default(), known);
    let (from, until) = (date(table, "from"), date(table, "until"));
    if from > until {
        table.tell("until", "the closure ends before it starts", "Write the last day");
    }
    let hours = table.optional_text("hours").and_then(|text| {
        let span = one_span(&text);
        if span.is_none() {
            table.tell("hours", format!("hours is \"{text}\""), "Write 12:00-17:00, one span");
        }
        span
    });
    let reason = table.table("reason", |table| in_each(table, known.languages, Table::text));
    Closure { branch, from, until, hours, reason }
}

fn date(table: &mut Table<'_>, key: &str) -> Date {
    let text = table.text(key);
    text.parse().unwrap_or_else(|_| {
        if !text.is_empty() {
            table.tell(key, format!("{key} is \"{text}\""), "Write a date like 2026-12-24");
        }
        Date::default()
    })
}
