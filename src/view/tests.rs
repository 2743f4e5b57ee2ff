//! What must hold for every screen, in every language of both cities, heard by others or not.

mod aloud;
mod appointment;
mod later;
mod learning;
mod screens;
mod signs;
mod walk;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::*;
use crate::content::city;
use crate::domain::action::Action;
use crate::domain::keyboard::Spot;
use crate::domain::panel::CHOICES_ON_A_PAGE;
use crate::domain::visit::LookUp;
use crate::locale::Locales;

#[test]
fn numbers_and_times_do_not_end_a_sentence() {
    assert_eq!(
        sentences("Ligue 193 agora! O número 2026.0014.00371-13 vale. Certo?"),
        ["Ligue 193 agora!", "O número 2026.0014.00371-13 vale.", "Certo?"]
    );
}

/// Both cities that ship.
fn cities() -> [City; 2] {
    ["vila-serena", "valea-lina"]
        .map(|name| city::load(&repository().join("cities").join(name)).unwrap())
}

fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

fn locales() -> Locales {
    Locales::load(&repository().join("locales")).unwrap()
}

/// Ids of every message: what a person must never see or hear.
fn message_ids() -> BTreeSet<String> {
    let folder = repository().join("locales/en");
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let files = files.filter(|path| path.extension().is_some_and(|kind| kind == "ftl"));
    let texts: Vec<String> = files.map(|path| std::fs::read_to_string(path).unwrap()).collect();
    let lines = texts.iter().flat_map(|text| text.lines());
    let ids = lines.filter_map(|line| line.split_once(" =")).map(|(id, _)| id.to_owned());
    ids.filter(|id| !id.starts_with([' ', '#'])).collect()
}

/// Whether a message was given too little: Fluent then writes the variable's name, as `{$name}`.
fn lacks_a_variable(text: &str) -> bool {
    text.split("{$").skip(1).any(|rest| {
        let name = rest.split('}').next().unwrap_or_default();
        rest.len() > name.len()
            && !name.is_empty()
            && name.chars().all(|letter| letter.is_ascii_lowercase() || letter == '-')
    })
}

#[test]
fn a_missing_variable_is_told_from_what_somebody_typed() {
    assert!(lacks_a_variable("O prazo é {$date}."));
    assert!(!lacks_a_variable("{ $ V {$ {$} a {$ b}"));
}

/// Looks at views, and tells which one is at fault.
struct Reader {
    locales: Locales,
    ids: BTreeSet<String>,
}

impl Reader {
    fn new() -> Self {
        Self { locales: locales(), ids: message_ids() }
    }

    fn view(&self, visit: &Visit, city: &City, devices: Devices) -> View {
        of(visit, city, &devices, jiff::civil::date(2026, 11, 23).at(9, 0, 0, 0), &self.locales)
    }

    /// What holds whatever a person typed: words everywhere, ids nowhere, eight choices at most.
    #[track_caller]
    fn is_whole(&self, visit: &Visit, city: &City, devices: &Devices, view: &View) {
        let here = format!("{} in {} of {}", view.screen, view.locale, city.name);
        for text in visible(view).into_iter().chain(heard(view)) {
            assert!(!text.trim().is_empty(), "nothing is written or said on {here}: {view:#?}");
            assert!(!self.ids.contains(text), "{text:?} on {here}");
            assert!(!lacks_a_variable(text), "{text:?} on {here}");
        }
        let offer = offer(visit, city, devices);
        let on_page = offer.on_page(visit.page);
        let choices =
            on_page.iter().filter(|it| !offer.bar.contains(it) && !offer.lead.contains(it));
        assert!(choices.count() <= CHOICES_ON_A_PAGE, "too many choices on {here}");
        let ids: Vec<&str> = view
            .fields
            .iter()
            .map(|field| field.id.as_str())
            .chain(view.actions.iter().map(|action| action.id.as_str()))
            .collect();
        assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "{ids:?} on {here}");
        assert!(
            view.focus
                .as_deref()
                .is_none_or(|focus| ids.contains(&focus) || Spot::from_id(focus).is_some()),
            "{:?} on {here}",
            view.focus
        );
        assert_eq!(view.focus.is_some(), view.spoken.is_some(), "{:?} on {here}", view.focus);
        for action in &view.actions {
            assert_eq!(action.id.parse::<Action>().map(|it| it.to_string()), Ok(action.id.clone()));
        }
    }

    /// What holds when a person typed well: sentences that end once, and everything can be heard.
    #[track_caller]
    fn is_well_said(city: &City, view: &View, quiet: bool) {
        let here = format!("{} in {} of {}", view.screen, view.locale, city.name);
        for sentence in &view.say {
            assert!(sentence.ends_with(['.', '!', '?', '…', '”']), "{sentence:?} on {here}");
        }
        for text in heard(view) {
            for wrong in ["..", ".,", "?.", "!.", "…."] {
                assert!(!text.contains(wrong), "{text:?} on {here}");
            }
        }
        let said = heard(view).collect::<Vec<_>>().join(" ");
        for text in visible(view) {
            assert!(
                quiet || said.contains(text.trim_end_matches('.')),
                "{text:?} is not said on {here}: {said}"
            );
        }
    }
}

/// No private service that a visit is about or offers is named where others hear it.
#[track_caller]
fn names_no_private_service(visit: &Visit, city: &City, view: &View) {
    let followed = visit.follow_up.as_ref().and_then(|follow| match &follow.answer {
        LookUp::Found(status) => status.service.clone(),
        _ => None,
    });
    let offered = offer(visit, city, &Devices::default()).choices.into_iter().filter_map(
        |choice| match choice {
            Action::Service(code) => Some(code),
            _ => None,
        },
    );
    let booked = visit.appointment.as_deref().and_then(|it| it.service.clone());
    let codes =
        visit.draft.service.clone().into_iter().chain(followed).chain(booked).chain(offered);
    for service in codes.filter_map(|code| city.service(&code)).filter(|it| it.private) {
        let name = &service.words[&visit.language].name;
        let named = heard(view).find(|text| text.contains(name.as_str()));
        assert_eq!(named, None, "{} on {}", service.code, view.screen);
    }
}

fn visible(view: &View) -> Vec<&str> {
    let mut texts = vec![view.title.as_str()];
    texts.extend(view.actions.iter().map(|action| action.label.as_str()));
    texts.extend(view.fields.iter().map(|field| field.label.as_str()));
    texts.extend(view.fields.iter().filter_map(|field| field.error.as_deref()));
    texts
}

fn heard(view: &View) -> impl Iterator<Item = &str> {
    view.say
        .iter()
        .chain(view.actions.iter().map(|action| &action.spoken))
        .chain(view.fields.iter().map(|field| &field.spoken))
        .chain(&view.spoken)
        .map(String::as_str)
}
