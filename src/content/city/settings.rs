//! `city.toml`: who the city is and the rules it follows.

use std::collections::BTreeMap;

use jiff::tz::TimeZone;

use super::super::known::Known;
use super::super::source::Source;
use super::super::toml_table::{self, Table};
use crate::domain::city::{AnonymousRule, Channel, City, Country, Language, Service, ServiceCode};
use crate::domain::code_words::CodeWords;
use crate::domain::lesson::Library;
use crate::domain::term::Term;

/// A service that the settings name, to be looked up when the services are known.
struct Reference {
    code: ServiceCode,
    at: usize,
}

impl Reference {
    /// Tells a service that does not exist.
    fn check(&self, source: &Source<'_>, services: &Known) {
        if let Some((what, remedy)) = services.doubt(&self.code.0) {
            source.tell(self.at, what, remedy);
        }
    }
}

/// Services that the settings name.
pub(super) struct Settings {
    named: Vec<Reference>,
    violence: Vec<Reference>,
}

impl Settings {
    /// Tells services that do not exist, and those about violence that are not private.
    pub(super) fn check(&self, source: &Source<'_>, services: Option<&[Service]>) {
        let codes = services.map(|them| them.iter().map(|it| it.code.0.clone()).collect());
        let known = Known::new("service", codes);
        for reference in self.named.iter().chain(&self.violence) {
            reference.check(source, &known);
        }
        for reference in &self.violence {
            let service = services.into_iter().flatten().find(|it| it.code == reference.code);
            if service.is_some_and(|service| !service.private) {
                source.tell(
                    reference.at,
                    format!("the service {} is about violence and not private", reference.code),
                    "Write yes under private in services.csv",
                );
            }
        }
    }
}

/// Reads the settings into a city that has no lists and no words yet.
pub(super) fn read(source: &Source<'_>) -> Option<(City, Settings)> {
    toml_table::read(source, |root| {
        let country = root
            .choice("country", [("BR", Country::Brazil), ("RO", Country::Romania)])
            .unwrap_or(Country::Brazil);
        let (law, ends_on_working_day) = root.table("deadlines", deadlines);
        let (unsure, late, violence) = root.table("services", |services| {
            let [unsure, late] = ["unsure", "late"].map(|key| reference(services, key));
            let violence = services.located_texts("violence").into_iter();
            let violence = violence.map(|(code, at)| Reference { code: ServiceCode(code), at });
            (unsure, late, violence.collect::<Vec<_>>())
        });
        let [retention_days, note_days, draft_days] = root.table("retention", retention);
        let city = City {
            name: root.text("name"),
            country,
            languages: languages(root),
            timezone: timezone(root),
            phone: root.text("phone"),
            web: web(root),
            anonymous: root.table("identity", |identity| anonymous(identity, country)),
            channels: root.table("channels", channels),
            law,
            ends_on_working_day,
            unsure: unsure.code.clone(),
            late: late.code.clone(),
            violence: violence.iter().map(|it| it.code.clone()).collect(),
            registration_line: root.table("receipt", |receipt| receipt.flag("registration_line")),
            retention_days,
            note_days,
            draft_days,
            queue: None,
            places: Vec::new(),
            taught: Library::default(),
            authors: Vec::new(),
            others: Vec::new(),
            signs: root.has("signs").then(|| root.table("signs", super::signs::table)),
            recovery_recipient: root.table("recovery", recipient),
            groups: Vec::new(),
            code_words: CodeWords::default(),
            services: Vec::new(),
            questions: BTreeMap::new(),
            branches: Vec::new(),
            streets: Vec::new(),
            holidays: Vec::new(),
            booking: None,
            emergencies: Vec::new(),
            words: BTreeMap::new(),
        };
        (city, Settings { named: vec![unsure, late], violence })
    })
}

fn reference(services: &mut Table<'_>, key: &str) -> Reference {
    let code = ServiceCode(services.text(key));
    Reference { code, at: services.position(key) }
}

fn languages(root: &mut Table<'_>) -> Vec<Language> {
    let mut languages = Vec::new();
    for (tag, at) in root.required_located_texts("locales") {
        match Language::from_tag(&tag) {
            Some(language) if languages.contains(&language) => {
                root.tell_at(at, format!("the locale {tag} stands twice"), "Take one out");
            }
            Some(language) => languages.push(language),
            None => {
                let known = Language::known().into_iter().map(Language::tag);
                let known = known.collect::<Vec<_>>().join(", ");
                root.tell_at(at, format!("unknown locale {tag}"), format!("Use one of {known}"));
            }
        }
    }
    if root.has("locales") && languages.is_empty() {
        root.tell("locales", "the city has no locale", "Write its own language first");
    }
    languages
}

fn timezone(root: &mut Table<'_>) -> TimeZone {
    let name = root.text("timezone");
    TimeZone::get(&name).unwrap_or_else(|_| {
        if !name.is_empty() {
            let what = format!("unknown time zone \"{name}\"");
            root.tell("timezone", what, "Use a name like \"America/Sao_Paulo\"");
        }
        TimeZone::UTC
    })
}

fn web(root: &mut Table<'_>) -> String {
    let web = root.text("web");
    if !web.is_empty() && !web.starts_with("https://") && !web.starts_with("http://") {
        root.tell("web", format!("web is \"{web}\""), "Write the whole address: https://…");
    }
    web
}

/// The document follows from the country: the key is there to be read by people, and must agree.
fn anonymous(identity: &mut Table<'_>, country: Country) -> AnonymousRule {
    let of_country = match country {
        Country::Brazil => "cpf",
        Country::Romania => "cnp",
    };
    identity.choice("document", [(of_country, ())]);
    identity
        .choice(
            "anonymous",
            [
                ("answered", AnonymousRule::Answered),
                ("filed-without-answer", AnonymousRule::FiledWithoutAnswer),
            ],
        )
        .unwrap_or(AnonymousRule::Answered)
}

fn channels(table: &mut Table<'_>) -> Vec<Channel> {
    let mut channels = Vec::new();
    for (name, at) in table.required_located_texts("offered") {
        match Channel::from_name(&name) {
            Some(channel) if channels.contains(&channel) => {
                table.tell_at(at, format!("the channel {name} stands twice"), "Take one out");
            }
            Some(channel) => channels.push(channel),
            None => {
                let known = Channel::ALL.map(Channel::name).join(", ");
                table.tell_at(at, format!("unknown channel {name}"), format!("Use one of {known}"));
            }
        }
    }
    channels
}

fn deadlines(table: &mut Table<'_>) -> (Term, bool) {
    let text = table.text("law");
    let law = text.parse().unwrap_or_else(|_| {
        if !text.is_empty() {
            table.tell("law", format!("law is \"{text}\""), super::services::TERM_REMEDY);
        }
        Term::Days(30)
    });
    let ends_on_working_day =
        table.choice("ends_on", [("working-day", true), ("any-day", false)]).unwrap_or(false);
    (law, ends_on_working_day)
}

/// What is delivered, and voice notes that were written down: a month where the city says nothing.
fn retention(table: &mut Table<'_>) -> [u32; 3] {
    let days = table.whole("days", 1..=36_500);
    let notes = if table.has("note_days") { table.whole("note_days", 0..=36_500) } else { 30 };
    [days, notes, table.whole("draft_days", 1..=90)]
}

fn recipient(table: &mut Table<'_>) -> Option<String> {
    let recipient = table.any_text("recipient").filter(|recipient| !recipient.is_empty())?;
    if recipient.parse::<age::x25519::Recipient>().is_err() {
        table.tell(
            "recipient",
            "recipient is not an age X25519 recipient",
            "Copy the line that starts with age1 from age-keygen, or leave it empty",
        );
    }
    Some(recipient)
}
