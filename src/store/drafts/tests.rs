use std::collections::BTreeMap;

use jiff::SignedDuration;
use tempfile::TempDir;

use super::*;
use crate::domain::city::Language;
use crate::domain::code_words::{CodeWords, ResumeCode, WordList};
use crate::domain::protocol_number::StationNumber;
use crate::domain::visit::Visit;
use crate::domain::{later::Kept, sample};
use crate::store::{Commit, Enrolment};

const NOW: Timestamp = Timestamp::constant(1_795_348_800, 0);

fn store(folder: &TempDir) -> Store {
    let enrolment =
        Enrolment { station: StationNumber::new(14).unwrap(), machine: "machine".to_owned() };
    Store::open(folder.path(), Seal::new(&[7; 32]), &enrolment).unwrap()
}

fn code(random: [u16; 4]) -> ResumeCode {
    let list = WordList::new(["balde", "café", "limão", "xícara"].map(str::to_owned));
    CodeWords::new(BTreeMap::from([(Language::PtBr, list)])).code(Language::PtBr, random).unwrap()
}

fn kept() -> Kept {
    let mut visit = Visit::new(Language::PtBr, NOW);
    visit.draft.description = "Uma lâmpada plantada".to_owned();
    Kept::of(&visit, &sample::city())
}

fn later(hours: i64) -> Timestamp {
    NOW + SignedDuration::from_hours(hours)
}

fn commit(store: &mut Store, durable: Vec<Durable<'_>>) {
    store.commit(&Commit { visit: None, now: NOW, durable }).unwrap();
}

#[test]
fn only_the_same_words_in_the_same_city_open_a_draft_and_only_until_it_expires() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = store(&folder);
    let key = || CodeKey::of("https://city.example", &code([0, 1, 2, 3])).unwrap();
    commit(&mut store, vec![Durable::Keep { key: key(), kept: &kept(), until: later(24) }]);
    let saved = store.saved(&key(), later(23)).unwrap().unwrap();
    assert!(!saved.at_hub);
    assert!(key().open(&saved.sealed).unwrap() == kept());
    let others = [("https://other.example", [0, 1, 2, 3]), ("https://city.example", [1, 0, 2, 3])];
    for (city, words) in others {
        let other = CodeKey::of(city, &code(words)).unwrap();
        assert!(store.saved(&other, NOW).unwrap().is_none());
        assert!(other.open(&saved.sealed).is_err());
    }
    assert!(store.saved(&key(), later(24)).unwrap().is_none(), "expired, and not yet deleted");
    assert_eq!(store.forget_drafts(later(23)).unwrap(), 0);
    assert_eq!(store.forget_drafts(later(24)).unwrap(), 1);
    assert!(store.saved(&key(), NOW).unwrap().is_none());
}

#[test]
fn the_hub_is_told_of_a_draft_and_then_that_it_was_used_even_while_it_is_being_told() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = store(&folder);
    let key = CodeKey::of("city", &code([0, 0, 0, 0])).unwrap();
    let (locator, until) = (key.locator(), later(24));
    commit(&mut store, vec![Durable::Keep { key, kept: &kept(), until }]);
    let keep = store.errand().unwrap().unwrap();
    assert!(keep.sealed.is_some());
    commit(&mut store, vec![Durable::Spend { locator, until }]);
    store.errand_done(&keep).unwrap();
    let spend = store.errand().unwrap().unwrap();
    assert_eq!((spend.locator, spend.sealed.is_none()), (locator, true));
    store.errand_done(&spend).unwrap();
    assert_eq!(store.errand().unwrap(), None);
}

#[test]
fn what_was_left_is_opened_with_the_stations_key_alone() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = store(&folder);
    let id = Uuid::from_u128(3);
    commit(&mut store, vec![Durable::KeepLeft { id, kept: &kept(), until: later(24) }]);
    let left = store.left(NOW).unwrap();
    assert_eq!(left.iter().map(|(id, at, _)| (*id, *at)).collect::<Vec<_>>(), [(id, NOW)]);
    assert!(store.left_draft(id, NOW).unwrap() == Some(kept()));
    assert!(store.left(later(24)).unwrap().is_empty());
    let file = std::fs::read(folder.path().join(crate::store::FILE)).unwrap();
    assert!(!file.windows(8).any(|bytes| bytes == b"plantada"));
    commit(&mut store, vec![Durable::ForgetLeft(id)]);
    assert!(store.left_draft(id, NOW).unwrap().is_none());
}

#[test]
fn wrong_codes_are_counted_across_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let tries = Tries { wrong: 5, last: Some(NOW) };
    store(&folder).set_tries(tries).unwrap();
    let store = store(&folder);
    assert_eq!(store.tries().unwrap(), tries);
    store.set_tries(Tries::default()).unwrap();
    assert_eq!(store.tries().unwrap(), Tries::default());
}
