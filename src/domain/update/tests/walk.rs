//! One long walk: a hundred thousand steps in which anything happens.
//!
//! It tells its seed when it fails; `ACOLHE_SEED` walks the same way again.

use std::collections::HashSet;

use proptest::strategy::{Strategy, ValueTree as _};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

use super::*;
use crate::domain::city::Language;
use crate::domain::devices::LeaderState;
use crate::domain::learning::{At, CODE_FIELD, Learning};
use crate::domain::meeting::seat::Told;
use crate::domain::meeting::{NotTaken, Wish};
use crate::domain::panel::Panel;
use crate::domain::settings::Palette;

const STEPS: usize = 100_000;
/// How often everything that follows from here is tried, too.
const LOOK: usize = 25;
/// From anywhere, home is so many actions away: away with what is laid over, Help, home.
const HOME: usize = 3;

const PANELS: [Option<Panel>; 5] = [
    None,
    Some(Panel { width: 268, height: 476, distance: 500 }),
    Some(Panel { width: 476, height: 268, distance: 500 }),
    Some(Panel { width: 136, height: 217, distance: 500 }),
    Some(Panel { width: 217, height: 136, distance: 500 }),
];

fn seed() -> u64 {
    let given = std::env::var("ACOLHE_SEED").ok().and_then(|seed| seed.parse().ok());
    given.unwrap_or_else(|| u64::from_le_bytes(*Uuid::new_v4().as_bytes().first_chunk().unwrap()))
}

/// What people do to how they see, which the moves of a visit seldom do.
fn to_the_eyes() -> impl Strategy<Value = Move> {
    let settings = prop_oneof![
        (1..=4_u8).prop_map(Action::Letters),
        proptest::sample::select(Palette::ALL.to_vec()).prop_map(Action::Palette),
        any::<bool>().prop_map(Action::Calm),
        any::<bool>().prop_map(Action::Steady),
        (1..=7_u8).prop_map(Action::Rate),
        Just(Action::More),
        Just(Action::Back),
        Just(Action::Help),
        Just(Action::Emergency),
        Just(Action::LeaveFast),
    ];
    prop_oneof![
        6 => settings.prop_map(Move::Any),
        1 => proptest::sample::select(Language::ALL.to_vec()).prop_map(Move::Speak),
        2 => proptest::sample::select(PANELS.to_vec())
            .prop_map(|panel| Move::Devices(Devices { panel, ..ready() })),
    ]
}

fn ready() -> Devices {
    let leader = LeaderState::Unheard;
    Devices { printer: PrinterState::Ready, leader, read_on: Some(1), ..Devices::default() }
}

/// What who leads a group may say at any moment.
fn from_the_leader() -> impl Strategy<Value = Told> {
    let wish = (0..3_u32, any::<(bool, bool, bool, bool)>(), 0..14_usize).prop_map(
        |(turn, (paused, error_free, gathers, faces), step)| Wish {
            paused,
            error_free,
            together: gathers.then_some((turn, step)),
            faces: faces && paused,
            ..super::seat::wish(turn)
        },
    );
    prop_oneof![
        6 => wish.prop_map(|wish| Told::Wish(7, wish)),
        1 => Just(Told::NoLine),
        1 => Just(Told::Refused(NotTaken::NoMeeting)),
    ]
}

/// Whoever can join a group does.
fn join(walker: &mut Walker<'_>) {
    if walker.visit.screen == Screen::Learning(At::Join) && walker.visit.overlay.is_none() {
        let (field, text) = (CODE_FIELD.to_owned(), "4821".to_owned());
        let _ = walker.give(&Event::Intent(Intent::Type { field, text }));
        walker.choose(&Action::Next);
    }
}

#[test]
fn a_hundred_thousand_steps_lead_nowhere_that_cannot_be_left() {
    let seed = seed();
    let mut city = sample::city();
    city.booking = Some(sample::booking());
    let finder = Finder::new(&city);
    let mut bytes = [0; 32];
    bytes[..8].copy_from_slice(&seed.to_le_bytes());
    let random = TestRng::from_seed(RngAlgorithm::ChaCha, &bytes);
    let mut runner = TestRunner::new_with_rng(Config::default(), random);
    let visits = moves(&city, 240);
    let eyes = to_the_eyes();
    let leader = from_the_leader();
    let mut walker = Walker::new(&city, &finder);
    let mut steps = 0;
    let mut screens = HashSet::new();
    let (mut filed, mut led) = (0, 0);
    while steps < STEPS {
        for happens in visits.new_tree(&mut runner).unwrap().current() {
            let other = (steps % 12 == 0).then(|| eyes.new_tree(&mut runner).unwrap().current());
            let happens = other.unwrap_or(happens);
            steps += 1;
            let before = walker.visit.clone();
            let Some(event) = walker.event(&happens) else { continue };
            let effects = walker.give(&event).unwrap_or_default();
            if steps % 5 == 0 {
                join(&mut walker);
                let told = leader.new_tree(&mut runner).unwrap().current();
                walker.give(&Event::Meeting(told)).unwrap();
            }
            led +=
                usize::from(walker.visit.learning.as_deref().is_some_and(|it| it.wish().is_some()));
            screens.insert(std::mem::discriminant(&walker.visit.screen));
            filed += effects.iter().filter(|effect| matches!(effect, Effect::File(_))).count();
            let here = format!("seed {seed}, step {steps}, {event:?} on {:?}", before.screen);
            commits_only_what_was_meant(&before, &event, &effects, &here);
            has_a_way_on(&walker, &here);
            if steps % LOOK == 0 {
                home_is_near(&walker, &here);
                back_never_turns_in_a_circle(&walker, &here);
            }
        }
    }
    assert!(screens.len() > 20, "seed {seed}: only {} kinds of screen were seen", screens.len());
    assert!(led > 100, "seed {seed}: only {led} steps at a seat");
    assert!(filed > 20, "seed {seed}: only {filed} requests were filed");
}

/// What was really chosen: Select, and the second switch, do what is in focus.
fn chosen(before: &Visit, event: &Event) -> Option<Action> {
    match event {
        Event::Intent(Intent::Do(action)) => Some(action.clone()),
        Event::Intent(Intent::Press(Key::Select | Key::Choose)) => {
            before.focus.as_deref().and_then(|focus| focus.parse().ok())
        }
        _ => None,
    }
}

fn commits_only_what_was_meant(before: &Visit, event: &Event, effects: &[Effect], here: &str) {
    let chosen = chosen(before, event);
    for effect in effects {
        let meant = match effect {
            Effect::File(_) => chosen == Some(Action::File),
            Effect::Print { .. } => {
                matches!(chosen, Some(Action::File | Action::Reprint | Action::PrintAtCounter))
            }
            // A face that was touched counts, however the visit ends.
            Effect::KeepOpinion { face, .. } => before.face == Some(*face),
            Effect::Booking { ask, .. } if ask.commits() => {
                matches!(chosen, Some(Action::Book | Action::CancelBooking | Action::TryAgain))
            }
            Effect::CallAttendant => chosen == Some(Action::CallAttendant),
            Effect::LookUp { .. } => chosen.is_some() || matches!(event, Event::Intent(_)),
            _ => true,
        };
        assert!(meant, "{here}: {effect:?} was not meant");
    }
}

/// Something that can be done leads on from everywhere.
fn has_a_way_on(walker: &Walker<'_>, here: &str) {
    let offered = offer(&walker.visit, walker.city, &walker.devices);
    let pages = offered.pages();
    assert!(walker.visit.page < pages.max(walker.visit.page + 1), "{here}");
    let on_page = offered.on_page(walker.visit.page);
    let can = on_page.iter().filter(|action| offer::is_enabled(action, &walker.devices));
    let leads = can.filter(|action| !matches!(action, Action::Settings(_) | Action::Pause));
    assert!(leads.count() > 0, "{here}: a dead end");
    for action in &on_page {
        assert!(offered.holds(action), "{here}: {action} is shown and not taken");
    }
}

fn home_is_near(walker: &Walker<'_>, here: &str) {
    let mut other = try_out(walker);
    for _ in 0..HOME {
        if other.visit.screen == Screen::Welcome && other.visit.overlay.is_none() {
            return;
        }
        let next = match other.visit.overlay {
            Some(Overlay::StillThere) => Action::Stay,
            Some(Overlay::Help) => Action::Home,
            Some(_) => Action::Back,
            None => Action::Help,
        };
        other.choose(&next);
    }
    assert_eq!(other.visit.screen, Screen::Welcome, "{here}: home is far");
}

fn back_never_turns_in_a_circle(walker: &Walker<'_>, here: &str) {
    let mut other = try_out(walker);
    let mut seen = HashSet::new();
    while offer(&other.visit, other.city, &other.devices).holds(&Action::Back) {
        let visit = &other.visit;
        let step = visit.learning.as_deref().and_then(Learning::place).map(|(step, ..)| step);
        let place = format!("{:?} {:?} {} {step:?}", visit.screen, visit.overlay, visit.page);
        let new = seen.insert((place.clone(), visit.trail.len()));
        assert!(new, "{here}: Back comes twice to {place}");
        other.choose(&Action::Back);
    }
}
