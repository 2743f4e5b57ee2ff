//! From everywhere everything is within reach of five keys or two switches, and so is the way back.

use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use super::*;
use crate::domain::city::Language;
use crate::domain::event::Event;
use crate::domain::finder::Finder;
use crate::domain::keyboard::{Board, Cap, Keys, Purpose};
use crate::domain::panel::Panel;
use crate::domain::sample;
use crate::domain::sample::walk::{Move, Walker, moves};
use crate::domain::visit::Visit;

const ARROWS: [Key; 4] = [Key::Up, Key::Down, Key::Left, Key::Right];

/// The most rows that any keyboard has.
const ROWS: usize = 8;

const PANELS: [Option<Panel>; 5] = [
    None,
    Some(Panel { width: 268, height: 476, distance: 500 }),
    Some(Panel { width: 476, height: 268, distance: 500 }),
    Some(Panel { width: 217, height: 136, distance: 500 }),
    Some(Panel { width: 136, height: 217, distance: 500 }),
];

fn fork<'a>(walker: &Walker<'a>) -> Walker<'a> {
    let mut other = Walker::new(walker.city, walker.finder());
    other.visit = walker.visit.clone();
    other.devices = walker.devices;
    other.now = walker.now;
    other
}

/// A key that must apply and ask nothing of the world; gives what is in focus then.
#[track_caller]
fn press(walker: &mut Walker<'_>, key: Key) -> Option<String> {
    let effects = walker.give(&Event::Intent(Intent::Press(key))).unwrap();
    assert_eq!(effects, []);
    focused(walker)
}

fn focused(walker: &Walker<'_>) -> Option<String> {
    focus(&walker.visit, &offer(&walker.visit, walker.city, &walker.devices))
}

/// Everything of a visit but where its focus is.
fn but_for_the_focus(visit: &Visit, of: &Visit) -> Visit {
    let (focus, keyboard) = (of.focus.clone(), of.keyboard.clone());
    Visit { focus, keyboard, last_touch: of.last_touch, ..visit.clone() }
}

fn board(walker: &Walker<'_>) -> (Board, Keys) {
    let offer = offer(&walker.visit, walker.city, &walker.devices);
    let board = Board::of(&walker.visit, &offer).unwrap();
    let keys = board.keys(offer.panel());
    (board, keys)
}

/// Walks through the sample city and looks once at each kind of screen.
fn on_every_screen(check: impl Fn(&Walker<'_>)) {
    let city = sample::city();
    let finder = Finder::new(&city);
    let cases = if std::env::var_os("ACOLHE_FULL").is_some() { 400 } else { 40 };
    let config = Config { cases, failure_persistence: None, ..Config::default() };
    let seen = std::cell::RefCell::new(BTreeSet::new());
    TestRunner::new(config)
        .run(&(moves(&city, 100), any::<proptest::sample::Index>()), |(moves, panel)| {
            let mut walker = Walker::new(&city, &finder);
            for happens in &moves {
                walker.go(happens);
                if let Move::Devices(_) = happens {
                    walker.devices.panel = *panel.get(&PANELS);
                }
                let visit = &walker.visit;
                let here = format!(
                    "{:?} {:?} {} {} {:?} {}",
                    visit.screen,
                    visit.overlay,
                    visit.page,
                    visit.settings.letters,
                    walker.devices.panel,
                    visit.language.tag(),
                );
                if seen.borrow_mut().insert(here) {
                    check(&walker);
                }
            }
            Ok(())
        })
        .unwrap();
    assert!(seen.borrow().len() > 100, "{} screens were seen", seen.borrow().len());
}

#[test]
fn arrows_come_to_everything_once_round_and_change_nothing() {
    on_every_screen(|walker| {
        let all = offer(&walker.visit, walker.city, &walker.devices).focusable(walker.visit.page);
        for arrow in ARROWS.into_iter().chain([Key::Step]) {
            let mut other = fork(walker);
            other.visit.focus = None;
            let met: BTreeSet<_> = all.iter().filter_map(|_| press(&mut other, arrow)).collect();
            assert_eq!(met, all.iter().cloned().collect(), "{arrow:?}");
            assert_eq!(other.visit, but_for_the_focus(&walker.visit, &other.visit));
        }
    });
}

#[test]
fn every_key_is_within_reach_of_arrows_and_so_is_the_way_out() {
    on_every_screen(|walker| {
        let fields = offer(&walker.visit, walker.city, &walker.devices).fields;
        for (field, _) in fields {
            let mut other = fork(walker);
            other.choose(&Action::Focus(field.to_owned()));
            let first = press(&mut other, Key::Select);
            assert!(matches!(first.as_deref().and_then(Spot::from_id), Some(Spot::Key(_))));
            let (_, keys) = board(&other);
            reaches_every_key(&other, &keys, field);
            assert_eq!(other.visit, but_for_the_focus(&walker.visit, &other.visit));
        }
    });
}

fn reaches_every_key(walker: &Walker<'_>, keys: &Keys, field: &str) {
    let mut open = vec![focused(walker).unwrap()];
    let mut met = BTreeSet::new();
    while let Some(here) = open.pop() {
        if !met.insert(here.clone()) {
            continue;
        }
        for arrow in ARROWS {
            let mut other = fork(walker);
            other.visit.focus = Some(here.clone());
            let there = press(&mut other, arrow).unwrap();
            if there != field {
                open.push(there);
            }
        }
        for out in [Key::Up, Key::Down] {
            let mut other = fork(walker);
            other.visit.focus = Some(here.clone());
            let left = (0..ROWS).any(|_| press(&mut other, out).as_deref() == Some(field));
            assert!(left, "{out:?} never leads out of the keys from {here}");
        }
    }
    let all = keys.rows.iter().flatten().map(|key| Spot::Key(key.cap).id()).collect();
    assert_eq!(met, all);
    assert!(met.contains("key:done"));
}

#[test]
fn switches_come_to_every_row_and_key_and_out_again() {
    on_every_screen(|walker| {
        let fields = offer(&walker.visit, walker.city, &walker.devices).fields;
        for (field, _) in fields {
            let mut other = fork(walker);
            other.choose(&Action::Focus(field.to_owned()));
            assert_eq!(press(&mut other, Key::Choose).as_deref(), Some("row:0"));
            let (_, keys) = board(&other);
            let mut met = BTreeSet::new();
            for (number, row) in keys.rows.iter().enumerate() {
                assert_eq!(focused(&other), Some(Spot::Row(number).id()));
                met.extend(press(&mut other, Key::Choose));
                while press(&mut other, Key::Step) != Some(Spot::Row(number).id()) {
                    met.extend(focused(&other));
                    assert!(met.len() <= 60, "{row:?}");
                }
                press(&mut other, Key::Step);
            }
            met.extend(focused(&other));
            let all = keys.rows.iter().flatten().map(|key| Spot::Key(key.cap).id()).collect();
            assert_eq!(met, all);
            assert_eq!(focused(&other).as_deref(), Some("key:done"));
            assert_eq!(press(&mut fork(&other), Key::Step).as_deref(), Some("row:0"));
            assert_eq!(press(&mut other, Key::Choose).as_deref(), Some(field));
        }
    });
}

#[test]
fn help_is_within_reach_among_the_keys_and_back_loses_nothing() {
    on_every_screen(|walker| {
        let fields = offer(&walker.visit, walker.city, &walker.devices).fields;
        let Some((field, _)) = fields.first() else { return };
        let mut other = fork(walker);
        other.choose(&Action::Focus((*field).to_owned()));
        let key = press(&mut other, Key::Select);
        press(&mut other, Key::Help);
        assert_eq!(focused(&other), None);
        other.choose(&Action::Back);
        assert_eq!(focused(&other), key);
    });
}

/// At the field for a name, with the first key in focus.
fn at_a_name<'a>(city: &'a crate::domain::city::City, finder: &'a Finder) -> Walker<'a> {
    let mut walker = Walker::new(city, finder);
    walker.choose(&Action::Request);
    walker.choose(&Action::OwnWords);
    walker.visit.keyboard.begin(Some("name"));
    walker.visit.keyboard.field = Some("words".to_owned());
    walker.choose(&Action::Focus("words".to_owned()));
    press(&mut walker, Key::Select);
    walker
}

#[test]
fn a_capital_begins_and_small_letters_follow_on_the_same_key() {
    let (city, finder) = sampled();
    let mut walker = at_a_name(&city, &finder);
    assert_eq!(focused(&walker).as_deref(), Some("key:A"));
    assert_eq!(press(&mut walker, Key::Select).as_deref(), Some("key:a"));
    assert_eq!(press(&mut walker, Key::Select).as_deref(), Some("key:a"));
    assert_eq!(walker.visit.typed("words"), "Aa");
}

#[test]
fn another_page_of_keys_begins_at_its_first_key_and_the_order_of_letters_where_one_is() {
    let (city, finder) = sampled();
    let mut walker = at_a_name(&city, &finder);
    walker.visit.focus = Some("key:signs".to_owned());
    assert_eq!(press(&mut walker, Key::Select).as_deref(), Some("key:1"));
    walker.visit.focus = Some("key:letters".to_owned());
    assert_eq!(press(&mut walker, Key::Select).as_deref(), Some("key:A"));
    walker.visit.focus = Some("key:qwerty".to_owned());
    assert_eq!(press(&mut walker, Key::Select).as_deref(), Some("key:abc"));
}

#[test]
fn after_a_key_switches_are_at_the_rows_again() {
    let (city, finder) = sampled();
    let mut walker = at_a_name(&city, &finder);
    walker.visit.focus = Some("key:C".to_owned());
    assert_eq!(press(&mut walker, Key::Choose).as_deref(), Some("row:0"));
    assert_eq!(walker.visit.typed("words"), "C");
}

#[test]
fn a_key_that_is_not_there_does_not_apply() {
    let (city, finder) = sampled();
    let mut walker = at_a_name(&city, &finder);
    for cap in [Cap::Letter('7'), Cap::Abc, Cap::Letters] {
        let touch = Event::Intent(Intent::Do(Action::Key(cap)));
        assert_eq!(walker.give(&touch), Err(NotApplicable::NotOffered));
    }
}

fn sampled() -> (crate::domain::city::City, Finder) {
    let city = sample::city();
    let finder = Finder::new(&city);
    (city, finder)
}

fn rows_of(keys: &Keys) -> impl Iterator<Item = (f32, &Vec<crate::domain::keyboard::Key>)> {
    keys.rows.iter().map(|row| (keys.columns, row))
}

#[test]
fn no_key_is_too_narrow_or_on_another_one_and_no_row_grows_when_somebody_walks() {
    for purpose in [Purpose::Digits, Purpose::Words, Purpose::House, Purpose::Email] {
        for panel in PANELS.into_iter().flatten() {
            for language in Language::ALL {
                let of = |walked| Board {
                    field: "words".to_owned(),
                    keyboard: crate::domain::keyboard::Keyboard::default(),
                    purpose,
                    language,
                    walked,
                };
                let (plain, walked) = (of(false).keys(panel), of(true).keys(panel));
                assert_eq!(plain.rows.len(), walked.rows.len());
                for (columns, row) in rows_of(&plain).chain(rows_of(&walked)) {
                    for pair in row.windows(2) {
                        assert!(pair[0].at + pair[0].span <= pair[1].at + 0.01, "{pair:?}");
                    }
                    // 12.7 mm is VVSG 2.0 7.2-I's least; a gap of 3 mm lies beside each key.
                    let pitch = (f32::from(panel.width) - 10.0) / columns;
                    assert!(row.iter().all(|key| key.span * pitch > 15.7), "{row:?}");
                }
            }
        }
    }
}
