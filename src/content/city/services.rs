//! `services.csv`: what the city does, one line a service.

use std::collections::{BTreeMap, BTreeSet};

use super::super::csv_rows::{Row, rows};
use super::super::known::Known;
use super::super::source::Source;
use crate::domain::city::{IdentityNeed, PlaceNeed, Service, ServiceCode, ServiceKind};
use crate::domain::term::Term;

const COLUMNS: [&str; 15] = [
    "code",
    "group",
    "also",
    "kind",
    "place",
    "identity",
    "answer_within",
    "done_within",
    "call_first",
    "private",
    "public",
    "responsible",
    "icon",
    "questions",
    "remote_code",
];

/// How a term is written.
pub(super) const TERM_REMEDY: &str = "Write 30d (days), 10bd (working days) or 24h (hours)";

/// More questions tire: Open311 allows any number, a kiosk three.
const MOST_QUESTIONS: usize = 3;

/// What a service may name.
pub(super) struct References {
    pub(super) groups: Known,
    pub(super) questions: Known,
    pub(super) contacts: Known,
}

/// Services, without their words.
pub(super) fn read(source: &Source<'_>, known: &References, law: Term) -> Vec<Service> {
    let mut seen = BTreeSet::new();
    rows(source, &COLUMNS, |row| {
        let service = service(row);
        if !service.code.0.is_empty() && !seen.insert(service.code.clone()) {
            row.tell(format!("the service {} stands twice", service.code), "Give one a new code");
        }
        check_references(row, &service, known);
        check_promises(row, &service, law);
        service
    })
}

fn service(row: &Row<'_>) -> Service {
    let list = |column, by: fn(char) -> bool| {
        let cell: &str = row.optional(column).unwrap_or_default();
        cell.split(by).filter(|part| !part.is_empty()).map(str::to_owned).collect()
    };
    Service {
        code: code(row),
        group: row.text("group"),
        also: row.optional("also").map(str::to_owned),
        kind: row.choice("kind", &KINDS).unwrap_or(ServiceKind::Request),
        place: row.choice("place", &PLACES).unwrap_or(PlaceNeed::None),
        identity: row.choice("identity", &IDENTITIES).unwrap_or(IdentityNeed::None),
        answer_within: row.parse("answer_within", TERM_REMEDY),
        done_within: row.parse("done_within", TERM_REMEDY),
        call_first: list("call_first", |c| c == '+'),
        private: row.choice("private", &[("yes", true), ("", false)]).unwrap_or(true),
        public_place: row.choice("public", &[("place", true), ("", false)]).unwrap_or(false),
        responsible: row.text("responsible"),
        icon: row.text("icon"),
        questions: list("questions", char::is_whitespace),
        remote_code: row.optional("remote_code").map(str::to_owned),
        words: BTreeMap::new(),
    }
}

const KINDS: [(&str, ServiceKind); 4] = [
    ("request", ServiceKind::Request),
    ("booking", ServiceKind::Booking),
    ("counter", ServiceKind::Counter),
    ("referral", ServiceKind::Referral),
];
const PLACES: [(&str, PlaceNeed); 3] =
    [("asked", PlaceNeed::Asked), ("helpful", PlaceNeed::Helpful), ("none", PlaceNeed::None)];
const IDENTITIES: [(&str, IdentityNeed); 3] = [
    ("none", IdentityNeed::None),
    ("contact", IdentityNeed::Contact),
    ("document", IdentityNeed::Document),
];

fn code(row: &Row<'_>) -> ServiceCode {
    let code = row.text("code");
    let is_plain = code.len() == 6
        && code.bytes().enumerate().all(|(index, byte)| match index {
            0..=2 => byte.is_ascii_uppercase(),
            3 => byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    if !is_plain && !code.is_empty() {
        row.tell(format!("the code is \"{code}\""), "Write three letters and two digits: VIA-01");
    }
    ServiceCode(code)
}

fn check_references(row: &Row<'_>, service: &Service, known: &References) {
    if !service.group.is_empty() {
        row.refer(&service.group, &known.groups);
    }
    if let Some(also) = &service.also {
        row.refer(also, &known.groups);
    }
    for contact in &service.call_first {
        row.refer(contact, &known.contacts);
    }
    for question in &service.questions {
        row.refer(question, &known.questions);
    }
    if service.questions.len() > MOST_QUESTIONS {
        let what = format!("the service has {} questions", service.questions.len());
        row.tell(what, format!("Keep at most {MOST_QUESTIONS}"));
    }
}

fn check_promises(row: &Row<'_>, service: &Service, law: Term) {
    for column in ["answer_within", "done_within"] {
        match (service.kind, row.optional(column)) {
            (ServiceKind::Request, None) => {
                row.tell(format!("{column} is empty"), TERM_REMEDY);
            }
            (ServiceKind::Booking | ServiceKind::Counter | ServiceKind::Referral, Some(_)) => {
                row.tell(format!("{column} promises what is not filed here"), "Leave it empty");
            }
            _ => {}
        }
    }
    if service.answer_within.is_some_and(|answer| hours(answer) > hours(law)) {
        row.tell(
            "answer_within is longer than the law's limit in city.toml",
            format!("Write {law} or less"),
        );
    }
}

/// A term in hours of the calendar, to compare two; five working days are a week.
fn hours(term: Term) -> u32 {
    match term {
        Term::Hours(hours) => u32::from(hours),
        Term::Days(days) => u32::from(days) * 24,
        Term::WorkingDays(days) => u32::from(days) * 7 * 24 / 5,
    }
}
