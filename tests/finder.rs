//! Everyday words reach their service, and danger the number to call: on sentences that were
//! written without looking at the cities' keywords and phrases.

#![allow(clippy::unwrap_used, reason = "a test that cannot read its data has failed")]

use std::path::Path;

use acolhe::content::city;
use acolhe::domain::city::{City, Language, ServiceCode};
use acolhe::domain::finder::Finder;

/// The right service stands among the first three: so many of a hundred sentences.
const LEAST_FOUND: f64 = 95.0;
/// So many of a hundred sentences that only sound dangerous may raise an alarm.
const MOST_FALSE: f64 = 3.0;
/// So many of a hundred everyday sentences may raise one.
const MOST_NEEDLESS: f64 = 2.0;

fn city(name: &str) -> City {
    city::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("cities").join(name)).unwrap()
}

fn rows<T: serde::de::DeserializeOwned>(kind: &str, file: &str) -> Vec<T> {
    let path = format!("{}/tests/data/{kind}/{file}.csv", env!("CARGO_MANIFEST_DIR"));
    csv::Reader::from_path(path).unwrap().deserialize().map(Result::unwrap).collect()
}

#[expect(clippy::cast_precision_loss, reason = "counts are small")]
fn percent(part: usize, whole: usize) -> f64 {
    100.0 * part as f64 / whole as f64
}

/// Whether one of the first three services is right; for what is nobody's, the first.
fn is_found(city: &City, services: &[(ServiceCode, f32)], expected: &[&str]) -> bool {
    let places = if expected.contains(&city.unsure.0.as_str()) { 1 } else { 3 };
    services.iter().take(places).any(|(code, _)| expected.contains(&code.0.as_str()))
}

/// Whether a sentence may rightly be dangerous: one of its services says who is called first.
fn may_be_dangerous(city: &City, expected: &[&str]) -> bool {
    let calls = |code: &&str| {
        city.service(&ServiceCode((*code).to_owned())).is_some_and(|s| !s.call_first.is_empty())
    };
    expected.iter().any(calls)
}

#[track_caller]
fn sentences_reach_their_service(name: &str, language: Language) {
    let city = city(name);
    let finder = Finder::new(&city);
    let rows: Vec<(String, String)> = rows("sentences", &format!("{name}.{}", language.tag()));
    let (mut found, mut astray, mut harmless, mut needless) = (0, Vec::new(), 0, Vec::new());
    for (sentence, expected) in &rows {
        let expected: Vec<&str> = expected.split('|').collect();
        let answer = finder.find(sentence, language);
        if is_found(&city, &answer.services, &expected) {
            found += 1;
        } else {
            astray.push(sentence);
        }
        if !may_be_dangerous(&city, &expected) {
            harmless += 1;
            if !answer.emergencies.is_empty() {
                needless.push(sentence);
            }
        }
    }
    let share = percent(found, rows.len());
    assert!(share >= LEAST_FOUND, "{share:.1} % of {} found; astray: {astray:#?}", rows.len());
    let share = percent(needless.len(), harmless);
    assert!(share <= MOST_NEEDLESS, "{share:.1} % of {harmless} alarmed needlessly: {needless:#?}");
}

#[track_caller]
fn danger_is_never_missed(name: &str) {
    let city = city(name);
    let finder = Finder::new(&city);
    let rows: Vec<(String, String, String)> = rows("emergencies", name);
    let (mut missed, mut traps, mut alarmed) = (Vec::new(), 0, Vec::new());
    for (locale, sentence, expected) in &rows {
        let contacts = finder.find(sentence, Language::from_tag(locale).unwrap()).emergencies;
        if expected.is_empty() {
            traps += 1;
            if !contacts.is_empty() {
                alarmed.push((sentence, contacts));
            }
        } else if !expected.split('|').any(|id| contacts.iter().any(|contact| contact == id)) {
            missed.push((sentence, contacts));
        }
    }
    let dangers = rows.len() - traps;
    assert!(missed.is_empty(), "{} of {dangers} dangers missed: {missed:#?}", missed.len());
    let share = percent(alarmed.len(), traps);
    assert!(share <= MOST_FALSE, "{share:.1} % of {traps} traps raised an alarm: {alarmed:#?}");
}

/// The cities' own words are everyday words: hardly any of them may raise an alarm.
#[track_caller]
fn names_and_keywords_raise_few_alarms(name: &str) {
    let city = city(name);
    let finder = Finder::new(&city);
    let (mut all, mut alarmed) = (0, Vec::new());
    for service in city.services.iter().filter(|service| service.call_first.is_empty()) {
        for (language, words) in &service.words {
            for text in words.keywords.iter().chain([&words.name, &words.line]) {
                all += 1;
                if !finder.find(text, *language).emergencies.is_empty() {
                    alarmed.push(text);
                }
            }
        }
    }
    let share = percent(alarmed.len(), all);
    assert!(share <= 0.5, "{share:.2} % of {all} raised an alarm: {alarmed:#?}");
}

#[test]
fn everyday_sentences_reach_their_service_in_vila_serena() {
    for language in Language::ALL {
        sentences_reach_their_service("vila-serena", language);
    }
}

#[test]
fn everyday_sentences_reach_their_service_in_valea_lina() {
    for language in Language::ALL {
        sentences_reach_their_service("valea-lina", language);
    }
}

#[test]
fn danger_is_never_missed_in_vila_serena() {
    danger_is_never_missed("vila-serena");
}

#[test]
fn danger_is_never_missed_in_valea_lina() {
    danger_is_never_missed("valea-lina");
}

#[test]
fn the_words_of_the_services_raise_few_alarms() {
    names_and_keywords_raise_few_alarms("vila-serena");
    names_and_keywords_raise_few_alarms("valea-lina");
}

#[test]
fn a_sentence_in_another_language_than_the_screen_is_understood() {
    let city = city("vila-serena");
    let finder = Finder::new(&city);
    for (text, code) in
        [("there is a big pothole in the road", "VIA-01"), ("groapa mare in asfalt", "VIA-01")]
    {
        let services = finder.find(text, Language::PtBr).services;
        assert!(is_found(&city, &services, &[code]), "{text}: {services:?}");
    }
    assert_eq!(finder.find("my house is on fire", Language::PtBr).emergencies, ["fire"]);
}

#[test]
fn slips_missing_accents_and_sounds_are_forgiven() {
    let city = city("vila-serena");
    let finder = Finder::new(&city);
    for (text, code) in [
        ("BURACOS", "VIA-01"),
        ("lampda qeimada", "ILU-01"),
        ("calsada quebrada", "VIA-02"),
        ("luis do posti queimo", "ILU-01"),
    ] {
        let services = finder.find(text, Language::PtBr).services;
        assert!(is_found(&city, &services, &[code]), "{text}: {services:?}");
    }
}

#[test]
fn what_fits_far_less_than_the_best_is_not_offered_beside_it() {
    let city = city("valea-lina");
    let services =
        Finder::new(&city).find("este o groapă în fața casei mele", Language::Ro).services;
    assert!(is_found(&city, &services, &["STR-01"]), "{services:?}");
    let wedding = ServiceCode("CIV-01".to_owned());
    assert!(services.iter().all(|(code, _)| *code != wedding), "{services:?}");
}

#[test]
fn words_of_nobody_give_the_unsure_service_first() {
    let city = city("vila-serena");
    let finder = Finder::new(&city);
    for text in ["", "   ", "!?", "xyzzy", "12345", "de a o"] {
        let services = finder.find(text, Language::PtBr).services;
        assert_eq!(services.first().map(|(code, _)| code), Some(&city.unsure), "{text:?}");
    }
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig {
        cases: 64,
        failure_persistence: None,
        ..Default::default()
    })]
    #[test]
    fn whatever_is_typed_there_is_an_answer(text in ".{0,200}") {
        static FINDER: std::sync::LazyLock<Finder> =
            std::sync::LazyLock::new(|| Finder::new(&city("valea-lina")));
        for language in Language::ALL {
            proptest::prop_assert!(!FINDER.find(&text, language).services.is_empty());
        }
    }
}
