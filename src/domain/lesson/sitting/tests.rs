use proptest::prelude::*;

use super::super::bot::{Bot, play};
use super::*;
use crate::domain::sample::lessons::library;

fn part(id: &str) -> PartId {
    PartId(id.to_owned())
}

fn phone(id: &str) -> PhoneId {
    PhoneId(id.to_owned())
}

fn at(library: &Library, rung: Rung, step: &str) -> Sitting {
    let lesson = &library.lessons[0];
    let mut sitting = Sitting::begin(lesson, rung);
    let place = lesson.steps.iter().position(|it| it.id == step).unwrap();
    sitting.come_to(lesson, place);
    sitting
}

fn all(library: &Library, sitting: Sitting, acts: &[Act]) -> Sitting {
    acts.iter().fold(sitting, |sitting, act| sitting.after(library, act))
}

#[test]
fn every_pretended_learner_ends_at_every_level() {
    let library = library();
    for rung in Rung::ALL {
        for bot in Bot::ALL {
            let end = play(&library, &library.lessons[0], rung, bot).unwrap();
            assert!(end.is_over(&library));
            if bot == Bot::Perfect && rung > Rung::Watch {
                assert_eq!((end.score.misses, end.score.rescued), (0, 0), "{rung:?}");
                assert_eq!((end.score.caught, end.score.feared), (1, 0));
            }
        }
    }
}

#[test]
fn to_watch_everything_is_done_and_no_mistake_is_made() {
    let library = library();
    let mut sitting = Sitting::begin(&library.lessons[0], Rung::Watch);
    let mut seen = Vec::new();
    while let Some(step) = sitting.of(&library) {
        if seen.last() != Some(&step.id) {
            seen.push(step.id.clone());
        }
        sitting = sitting.after(&library, &Act::Next);
    }
    assert!(!seen.contains(&"s04".to_owned()), "{seen:?}");
    assert_eq!(seen.len(), 11);
}

#[test]
fn guided_nothing_but_what_is_lit_can_be_touched() {
    let library = library();
    let sitting = at(&library, Rung::Guided, "s03");
    assert_eq!(sitting.lit(&library), Some(&part("open")));
    let sitting = sitting.after(&library, &Act::Hand(Gesture::Touch(part("link"))));
    assert_eq!((sitting.said.clone(), sitting.score.misses), (Said::NotHere, 0));
    let sitting = sitting.after(&library, &Act::Hand(Gesture::Hold(part("open"))));
    assert_eq!(sitting.said, Said::Wrong(Some("held".to_owned())));
    let sitting = sitting.after(&library, &Act::Hand(Gesture::Touch(part("open"))));
    assert!(sitting.done);
    assert_eq!((sitting.said, sitting.phone), (Said::Ok, Some(phone("a/next"))));
}

#[test]
fn hints_come_when_nothing_happens_or_after_the_second_miss_and_then_the_hand() {
    let library = library();
    let sitting = at(&library, Rung::Hinted, "s03");
    assert_eq!((sitting.lit(&library), sitting.can_show(&library)), (None, false));
    let quiet = sitting.clone().after(&library, &Act::Quiet);
    assert_eq!((quiet.said.clone(), quiet.lit(&library)), (Said::Hint(1), Some(&part("open"))));
    let missed = sitting.after(&library, &Act::Hand(Gesture::Touch(part("link"))));
    assert_eq!((missed.said.clone(), missed.lit(&library)), (Said::Wrong(None), None));
    let missed = all(
        &library,
        missed,
        &[Act::Hand(Gesture::Touch(part("words"))), Act::Hand(Gesture::Touch(part("words")))],
    );
    assert_eq!(missed.said, Said::Hint(2));
    assert!(missed.can_show(&library));
    let shown = missed.after(&library, &Act::Show);
    assert_eq!((shown.said, shown.score.rescued), (Said::Shown, 1));
}

#[test]
fn alone_the_first_miss_tells_where() {
    let library = library();
    let sitting = at(&library, Rung::Alone, "s03");
    let sitting = sitting.after(&library, &Act::Hand(Gesture::Touch(part("link"))));
    assert_eq!((sitting.said.clone(), sitting.lit(&library)), (Said::Hint(1), Some(&part("open"))));
}

#[test]
fn what_is_not_on_the_screen_is_no_miss() {
    let library = library();
    let sitting = at(&library, Rung::Hinted, "s03");
    let same = sitting.clone().after(&library, &Act::Hand(Gesture::Touch(part("elsewhere"))));
    assert_eq!(same, sitting);
}

#[test]
fn a_missing_accent_is_no_mistake_and_what_is_somebodys_is_wiped() {
    let library = library();
    let sitting = at(&library, Rung::Hinted, "s05");
    let write = |text: &str| Act::Write(part("name"), text.to_owned());
    let real = sitting.clone().after(&library, &write("529.982.247-25"));
    assert_eq!((real.said.clone(), real.score.misses), (Said::RealData, 0));
    assert!(real.typed.is_empty());
    let kept = sitting.clone().after(&library, &write("Planted"));
    assert!(!format!("{kept:?} {:?}", write("Planted")).contains("Planted"));
    assert!(sitting.clone().after(&library, &write(" jose ")).done);
    assert!(!sitting.after(&library, &write("Joana")).done);
}

#[test]
fn whoever_asks_somebody_is_safe() {
    let library = library();
    let ask = Act::Call(Verdict::Ask);
    let sitting = at(&library, Rung::Hinted, "s08");
    let sitting = all(&library, sitting, &[ask.clone(), Act::Next, ask]);
    assert_eq!(sitting.said, Said::Judged { is_scam: false, good: true });
    assert_eq!((sitting.score.caught, sitting.score.feared), (1, 0));
    let sitting = at(&library, Rung::Hinted, "s08");
    let call = |verdict| Act::Call(verdict);
    let sitting = all(&library, sitting, &[call(Verdict::Genuine), Act::Next, call(Verdict::Scam)]);
    assert_eq!((sitting.score.caught, sitting.score.feared), (0, 1));
}

fn any_act() -> impl Strategy<Value = Act> {
    let parts = ["open", "name", "link", "words", "back", "on", "home", "none"];
    let parts = move || prop::sample::select(parts.to_vec()).prop_map(part);
    prop_oneof![
        Just(Act::Next),
        Just(Act::Hint),
        Just(Act::Show),
        Just(Act::Quiet),
        parts().prop_map(|part| Act::Hand(Gesture::Touch(part))),
        parts().prop_map(|part| Act::Hand(Gesture::Hold(part))),
        parts().prop_map(|part| Act::Hand(Gesture::Scroll(part))),
        parts().prop_map(|part| Act::Hand(Gesture::Enlarge(part))),
        (parts(), parts()).prop_map(|(from, to)| Act::Hand(Gesture::Drag(from, to))),
        (parts(), "[a-zé ]{0,6}").prop_map(|(field, text)| Act::Write(field, text)),
        prop::sample::select(vec!["yes", "no", "maybe"])
            .prop_map(|answer| Act::Answer(answer.to_owned())),
        prop::sample::select(Verdict::ALL.to_vec()).prop_map(Act::Call),
    ]
}

proptest! {
    /// Whatever is done, one never comes back, is never without a way on, and nothing is kept of
    /// what was not asked for.
    #[test]
    fn from_anywhere_there_is_a_way_on(acts in prop::collection::vec(any_act(), 0..200), rung in 0..4_usize) {
        let library = library();
        let mut sitting = Sitting::begin(&library.lessons[0], Rung::ALL[rung]);
        for act in &acts {
            let before = sitting.clone();
            sitting = sitting.after(&library, act);
            prop_assert!(sitting.step >= before.step);
            prop_assert!(sitting.step <= before.step + 2);
            if sitting.step > before.step {
                prop_assert_eq!(act, &Act::Next);
            }
        }
        for _ in 0..100 {
            let act = if sitting.can_go_on(&library) {
                Act::Next
            } else if sitting.can_show(&library) {
                Act::Show
            } else {
                Act::Hint
            };
            sitting = sitting.after(&library, &act);
        }
        prop_assert!(sitting.is_over(&library));
    }
}
