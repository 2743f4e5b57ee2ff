//! A small city for tests: one of each kind of thing, in words that are not meant for people.

pub mod booking;
pub mod lessons;
pub mod walk;

use std::collections::{BTreeMap, HashMap};

use jiff::civil::{Time, Weekday};
use jiff::tz::TimeZone;

use super::city::{
    AnonymousRule, Branch, Channel, City, CityWords, Coordinates, Country, Datatype,
    EmergencyContact, Group, HolidayDate, IdentityNeed, Language, PlaceNeed, Question,
    QuestionWords, Service, ServiceCode, ServiceKind, ServiceWords, Street, Words,
};
use super::code_words::{CodeWords, SIZES, WordList};
use super::term::Term;

pub use booking::booking;

const HERE: Coordinates = Coordinates { lat: -22.9, long: -43.2 };

/// A Brazilian city with six services:
///
/// - `ILU-01` asks two questions, answered in 30 days and done in 5 working days;
/// - `VIA-01` shows its place to the public;
/// - `ANI-03` is private and calls `police` first;
/// - `OUV-07` takes what is nobody's and promises what the law says;
/// - `TRA-07` needs the counter, `ILU-08` is somebody else's.
///
/// # Panics
/// On a machine without time zones.
#[must_use]
pub fn city() -> City {
    City {
        name: "Sample City".to_owned(),
        country: Country::Brazil,
        languages: vec![Language::PtBr, Language::En, Language::Ro],
        timezone: TimeZone::get("America/Sao_Paulo").unwrap(),
        phone: "156".to_owned(),
        web: "https://156.sample.example".to_owned(),
        anonymous: AnonymousRule::Answered,
        channels: Channel::ALL.to_vec(),
        law: Term::Days(30),
        ends_on_working_day: true,
        unsure: code("OUV-07"),
        late: code("OUV-07"),
        violence: Vec::new(),
        registration_line: false,
        retention_days: 365,
        note_days: 30,
        draft_days: 7,
        recovery_recipient: None,
        signs: None,
        queue: None,
        places: Vec::new(),
        taught: lessons::library(),
        authors: Vec::new(),
        others: Vec::new(),
        code_words: code_words(),
        groups: ["LUZ", "RUA", "OUT"].map(group).to_vec(),
        services: services(),
        questions: questions(),
        branches: vec![branch()],
        streets: vec![street("Rua das Flores"), street("Avenida Brasil")],
        holidays: vec![HolidayDate::Yearly(12, 25)],
        booking: None,
        emergencies: vec![police()],
        words: each(|tag| CityWords {
            administration: format!("administration {tag}"),
            anonymous: format!("anonymous {tag}"),
            privacy: format!("privacy {tag}"),
        }),
    }
}

fn code(code: &str) -> ServiceCode {
    ServiceCode(code.to_owned())
}

/// Words that nobody has to remember: `aaba`, `aabc` and so on.
fn code_words() -> CodeWords {
    let letter = |number: usize| char::from(b"abcdefghijklmnop"[number % 16]);
    let word = |number: usize, tag: &str| {
        let letters = [number / 256, number / 16, number].map(letter);
        letters.into_iter().chain(tag.chars().take(1)).collect::<String>()
    };
    CodeWords::new(each(|tag| WordList::new((0..SIZES[0]).map(|number| word(number, tag)))))
}

fn each<T>(words: impl Fn(&str) -> T) -> BTreeMap<Language, T> {
    Language::ALL.into_iter().map(|language| (language, words(language.tag()))).collect()
}

fn words(of: &str) -> Words {
    each(|tag| format!("{of} {tag}"))
}

fn group(code: &str) -> Group {
    Group { code: code.to_owned(), icon: "circle".to_owned(), name: words(code) }
}

fn services() -> Vec<Service> {
    let request = |id: &str, group: &str| Service {
        code: code(id),
        group: group.to_owned(),
        also: None,
        kind: ServiceKind::Request,
        place: PlaceNeed::Asked,
        identity: IdentityNeed::None,
        answer_within: None,
        done_within: None,
        call_first: Vec::new(),
        private: false,
        public_place: false,
        responsible: format!("department of {id}"),
        icon: "circle".to_owned(),
        questions: Vec::new(),
        remote_code: None,
        words: each(|tag| ServiceWords {
            name: format!("name of {id} {tag}"),
            line: format!("line of {id} {tag}"),
            keywords: vec![format!("{id} {tag}"), format!("{tag} <{id}>")],
            ..ServiceWords::default()
        }),
    };
    vec![
        Service {
            answer_within: Some(Term::Days(30)),
            done_within: Some(Term::WorkingDays(5)),
            questions: vec!["lamps-out".to_owned(), "post-number".to_owned()],
            ..request("ILU-01", "LUZ")
        },
        Service { kind: ServiceKind::Referral, ..request("ILU-08", "LUZ") },
        Service {
            done_within: Some(Term::WorkingDays(10)),
            public_place: true,
            ..request("VIA-01", "RUA")
        },
        Service { kind: ServiceKind::Counter, place: PlaceNeed::None, ..request("TRA-07", "RUA") },
        Service {
            private: true,
            done_within: Some(Term::Hours(24)),
            call_first: vec!["police".to_owned()],
            ..request("ANI-03", "OUT")
        },
        Service { place: PlaceNeed::Helpful, ..request("OUV-07", "OUT") },
    ]
}

fn questions() -> BTreeMap<String, Question> {
    let question = |id: &str, datatype, values: &[&str]| Question {
        id: id.to_owned(),
        datatype,
        values: values.iter().map(|value| (*value).to_owned()).collect(),
        words: each(|tag| QuestionWords {
            ask: format!("ask {id} {tag}"),
            short: format!("short {id} {tag}"),
            values: values.iter().map(|it| ((*it).to_owned(), format!("{it} {tag}"))).collect(),
        }),
    };
    let all = [
        question("lamps-out", Datatype::SingleValueList, &["one", "several"]),
        question("post-number", Datatype::Line, &[]),
    ];
    all.into_iter().map(|question| (question.id.clone(), question)).collect()
}

fn branch() -> Branch {
    let day = vec![(Time::constant(8, 0, 0, 0), Time::constant(17, 0, 0, 0))];
    let open = [Weekday::Monday, Weekday::Tuesday, Weekday::Wednesday];
    Branch {
        code: "CENTRO".to_owned(),
        name: "Centro".to_owned(),
        address: "Praça da Matriz, 10".to_owned(),
        coordinates: HERE,
        phone: "(21) 3333-0101".to_owned(),
        bus_stops: vec!["Ponto da Matriz".to_owned()],
        landmark: words("landmark"),
        hours: HashMap::from(open.map(|weekday| (weekday, day.clone()))),
    }
}

fn street(name: &str) -> Street {
    Street {
        name: name.to_owned(),
        neighbourhood: "Centro".to_owned(),
        postcode: "20000-000".to_owned(),
        coordinates: HERE,
    }
}

fn police() -> EmergencyContact {
    EmergencyContact {
        id: "police".to_owned(),
        phone: "190".to_owned(),
        name: words("police"),
        phrases: each(|tag| vec![format!("danger {tag}")]),
        unless: BTreeMap::new(),
    }
}
