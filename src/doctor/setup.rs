//! Configuration, enrolment, branch, city and words.

use crate::content;

use super::Patient;
use super::finding::{Finding, count, first, kinds};

kinds! {
    WELL = Well, "setup-well", "The configuration is whole", "";
    WRONG = Fault, "setup-wrong", "Something in the configuration cannot be used",
        "Correct what is told there, then run this again";
    DEMO = LookAtIt, "setup-demo", "The station has no number: it runs only as the demo",
        "Run `acolhe hub station add --name NAME` at the hub; write its number and key into the configuration";
    NO_NUMBER = Fault, "setup-no-number", "There is a key of the city and no station number: the station does not start",
        "Write the number that came with the key under [station]";
    BRANCH = Fault, "setup-branch-unknown", "The city has no branch of this code: the station does not start",
        "Write one of the city's codes under [station] branch: CODES";
    NO_BRANCH = LookAtIt, "setup-branch-missing", "No branch is named: the city's first stands on every receipt",
        "Write the code of this place under [station] branch: CODES";
    CITY = Well, "setup-city", "The city's files are whole", "";
    CITY_WRONG = Fault, "setup-city-wrong", "The city's files hold mistakes: the station does not start",
        "Run `acolhe check CITY` and correct what it tells";
    WORDS_WRONG = LookAtIt, "setup-words-wrong", "Words of the city or of Acolhe hold mistakes or are hard to read",
        "Run `acolhe check` and correct what it tells";
}

/// How many mistakes are told here; `acolhe check` tells all.
const FEW: usize = 3;

pub(super) fn examine(patient: &Patient) -> Vec<Finding> {
    let mut findings = configuration(patient);
    if patient.setup.is_some() {
        findings.extend(city(patient));
    }
    findings
}

fn configuration(patient: &Patient) -> Vec<Finding> {
    let tried = match &patient.file {
        Some(file) => format!("Read {}", file.display()),
        None => "Looked for a configuration".to_owned(),
    };
    let faults = &patient.faults;
    let mut findings: Vec<Finding> =
        faults.iter().map(|fault| Finding::new(&WRONG, &tried, fault.clone())).collect();
    let Some(setup) = &patient.setup else { return findings };
    if !setup.enrolled && setup.config.hub.key.is_some() {
        let found = "[hub] has a key, [station] number is missing";
        findings.push(Finding::new(&NO_NUMBER, &tried, found));
    } else if !setup.enrolled {
        findings.push(Finding::new(&DEMO, &tried, "No [station] number"));
    } else if findings.is_empty() {
        let found = format!("Station {}, data in {}", setup.station(), setup.data.display());
        findings.push(Finding::new(&WELL, tried, found));
    }
    findings
}

fn city(patient: &Patient) -> Vec<Finding> {
    let Some(setup) = &patient.setup else { return Vec::new() };
    let dir = setup.city_dir();
    let tried = format!("Read the city in {}", dir.display());
    let mut findings = Vec::new();
    match &patient.city {
        Ok(city) => {
            let services = count(city.services.len(), "service", "services");
            let branches = count(city.branches.len(), "branch", "branches");
            let streets = count(city.streets.len(), "street", "streets");
            let found = format!("{}: {services}, {branches}, {streets}", city.name);
            findings.push(Finding::new(&CITY, &tried, found));
            let codes: Vec<&str> = city.branches.iter().map(|it| it.code.as_str()).collect();
            let told = |kind, found: String| {
                Finding::new(kind, "Looked for [station] branch", found)
                    .naming("CODES", first(&codes, 12))
            };
            match &setup.config.station.branch {
                Some(code) if city.branch(code).is_none() => {
                    findings.push(told(&BRANCH, format!("\"{code}\" is not in branches.toml")));
                }
                None if codes.len() > 1 => {
                    findings.push(told(&NO_BRANCH, format!("None: {} is taken", codes[0])));
                }
                _ => {}
            }
            let locales = setup.assets.join("locales");
            let faults = content::check(&[dir], Some(&locales));
            if !faults.list().is_empty() {
                let found = told_first(faults.list());
                findings.push(Finding::new(
                    &WORDS_WRONG,
                    "Read every word as `acolhe check`",
                    found,
                ));
            }
        }
        Err(faults) => {
            let found = told_first(faults.list());
            findings.push(Finding::new(&CITY_WRONG, tried, found).naming("CITY", dir.display()));
        }
    }
    findings
}

fn told_first(faults: &[content::Fault]) -> String {
    let mistakes = count(faults.len(), "mistake", "mistakes");
    let shown: Vec<String> = faults.iter().take(FEW).map(ToString::to_string).collect();
    format!("{mistakes}. {}", shown.join(". "))
}
