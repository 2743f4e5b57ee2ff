//! Reads a city's folder, as `docs/city-format.md` describes it.
//!
//! One file of the folder, one reader below. What others refer to (groups, questions, contacts)
//! is read first, so that a reference that does not resolve is told where it stands.

mod authors;
mod booking;
mod branches;
mod emergencies;
mod hours;
pub(super) mod lists;
mod places;
mod questions;
mod queue;
mod services;
mod settings;
pub(super) mod signs;
mod words;

use std::path::Path;

use super::fault::{Collector, Faults};
use super::known::Known;
use super::source::Source;
use crate::domain::city::City;

/// Reads a city.
///
/// # Errors
///
/// Every mistake in the folder's files; a missing file is one of them.
pub fn load(dir: &Path) -> Result<City, Faults> {
    let faults = Collector::default();
    let city = read(dir, &faults);
    let faults = faults.into_faults();
    city.filter(|_| faults.list().is_empty()).ok_or(faults)
}

/// Reads everything that can be read and tells what is wrong with it.
///
/// `None` when `city.toml` cannot be read: without languages and limits nothing else can be
/// judged.
pub(super) fn read(dir: &Path, faults: &Collector) -> Option<City> {
    let file = |name: &str| Source::read(dir.join(name), faults);

    let settings = file("city.toml")?;
    let (mut city, references) = settings::read(&settings)?;
    file("crest.svg");

    let groups = file("groups.csv").map(|source| lists::groups(&source));
    let questions = file("questions.toml").and_then(|source| questions::read(&source));
    let emergencies =
        file("emergencies.toml").and_then(|source| emergencies::read(&source, &city.languages));
    let known = services::References {
        groups: Known::new("group", names(groups.as_deref(), |group| &group.code)),
        questions: Known::new("question", names(questions.as_deref(), |question| &question.id)),
        contacts: Known::new("contact", names(emergencies.as_deref(), |contact| &contact.id)),
    };
    let services = file("services.csv").map(|source| services::read(&source, &known, city.law));
    references.check(&settings, services.as_deref());

    city.branches = file("branches.toml")
        .and_then(|source| branches::read(&source, &city.languages))
        .unwrap_or_default();
    city.streets = file("streets.csv").map(|source| lists::streets(&source)).unwrap_or_default();
    if dir.join("places.csv").exists() {
        city.places = file("places.csv").map(|source| places::places(&source)).unwrap_or_default();
    }
    city.holidays = file("holidays.csv").map(|source| lists::holidays(&source)).unwrap_or_default();
    city.emergencies = emergencies.unwrap_or_default();
    city.booking =
        dir.join("booking.toml").exists().then(|| file("booking.toml")).flatten().and_then(
            |source| {
                let branches =
                    Known::new("branch", names(Some(&city.branches), |branch| &branch.code));
                let known = booking::References {
                    languages: &city.languages,
                    branches: &branches,
                    services: services.as_deref(),
                };
                booking::read(&source, &known)
            },
        );
    words::read(dir, faults, &mut city, words::Unnamed { groups, services, questions });
    signs::read(dir, faults, city.signs.as_mut());
    queue::read(dir, faults, &mut city);
    city.authors = authors::read(dir, faults);
    Some(city)
}

/// The names of some items; `None` when their file could not be read.
fn names<T>(items: Option<&[T]>, name: impl Fn(&T) -> &String) -> Option<Vec<String>> {
    items.map(|items| items.iter().map(|item| name(item).clone()).collect())
}
