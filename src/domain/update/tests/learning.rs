//! Lessons: from the first touch to the real thing, and every way back.

use super::*;
use crate::domain::city::Country;
use crate::domain::learning::{At, FIELD};
use crate::domain::lesson::{Deed, Facts, Gesture, LessonId, PartId, Rung, Said, Sitting, Task};
use crate::domain::passport::Passport;
use crate::domain::visit::{Complaint, Offer};

fn touch(part: &str) -> Action {
    Action::Practise(Gesture::Touch(PartId(part.to_owned())))
}

/// At the first step of the lesson in which there is everything.
fn learner<'a>(city: &'a City, finder: &'a Finder, rung: Rung) -> Walker<'a> {
    let mut walker = Walker::new(city, finder);
    let lesson = LessonId("all".to_owned());
    let way = [
        Action::Lessons,
        Action::Track("first".to_owned()),
        Action::Lesson(lesson),
        Action::Rung(rung),
    ];
    for action in way {
        walker.choose(&action);
    }
    walker
}

fn sitting<'a>(walker: &'a Walker<'_>) -> &'a Sitting {
    walker.visit.learning.as_ref().and_then(|learning| learning.sitting.as_ref()).unwrap()
}

fn step(walker: &Walker<'_>) -> String {
    sitting(walker).of(&walker.city.taught).map(|step| step.id.clone()).unwrap_or_default()
}

fn go_to(walker: &mut Walker<'_>, wanted: &str) {
    while step(walker) != wanted {
        let ways = [Action::ShowMe, Action::Hint, Action::Next];
        let offer = offer(&walker.visit, walker.city, &walker.devices);
        let way = ways.into_iter().find(|way| offer.holds(way)).unwrap();
        walker.choose(&way);
    }
}

#[test]
fn a_lesson_is_learned_and_ends_where_one_can_go_on() {
    let city = sample::city();
    let finder = Finder::new(&city);
    let mut walker = learner(&city, &finder, Rung::Hinted);
    walker.choose(&Action::Next);
    for _ in 0..2 {
        walker.choose(&Action::Next);
    }
    assert_eq!(step(&walker), "s03");
    walker.choose(&touch("open"));
    assert_eq!(sitting(&walker).said, Said::Ok);
    go_to(&mut walker, "s12");
    walker.choose(&Action::Next);
    assert_eq!(walker.visit.screen, Screen::Learning(At::End));
    walker.choose(&Action::Rung(Rung::Alone));
    assert_eq!((sitting(&walker).rung, step(&walker)), (Rung::Alone, "s01".to_owned()));
}

#[test]
fn practice_ends_on_the_real_thing_in_the_same_visit() {
    let city = sample::city();
    let finder = Finder::new(&city);
    let mut walker = learner(&city, &finder, Rung::Guided);
    go_to(&mut walker, "s12");
    walker.choose(&Action::Request);
    assert_eq!(walker.visit.screen, Screen::Group);
    walker.choose(&Action::Back);
    assert_eq!(step(&walker), "s12", "and back to where one was");
}

#[test]
fn what_is_taken_home_is_printed_where_somebody_asks_for_it() {
    let city = sample::city();
    let finder = Finder::new(&city);
    let mut walker = learner(&city, &finder, Rung::Guided);
    go_to(&mut walker, "s11");
    let effects = walker.choose(&Action::Reprint);
    let [Effect::PrintLesson { job, tray: Tray::Here }] = effects[..] else {
        panic!("{effects:?}");
    };
    assert_eq!(walker.visit.prints.last().map(|print| print.job), Some(job));
    assert_eq!(step(&walker), "s11", "one goes on when one wants to");
}

fn scan(walker: &mut Walker<'_>, text: &str) {
    walker.give(&Event::Intent(Intent::Scan(text.to_owned()))).unwrap();
}

fn passport<'a>(walker: &'a Walker<'_>) -> &'a Passport {
    walker.visit.learning.as_ref().and_then(|learning| learning.passport.as_ref()).unwrap()
}

#[test]
fn a_paper_tells_any_kiosk_what_was_learned_and_what_is_to_be_repeated() {
    let city = sample::city();
    let finder = Finder::new(&city);
    let mut first = learner(&city, &finder, Rung::Guided);
    go_to(&mut first, "s12");
    first.choose(&Action::Next);
    let all = LessonId("all".to_owned());
    let learnt = *passport(&first).learnt(&all).unwrap();
    assert_eq!((learnt.rung, learnt.times), (Rung::Guided, 1));
    let paper = passport(&first).to_string();

    let mut later = Walker::new(&city, &finder);
    later.now += jiff::SignedDuration::from_hours(24 * 8);
    scan(&mut later, &paper);
    assert_eq!(later.visit.screen, Screen::Learning(At::Passport));
    assert_eq!(passport(&later), passport(&first));
    let offered = offer(&later.visit, &city, &later.devices).choices;
    assert_eq!(offered, [Action::Lesson(all.clone()), Action::Lessons], "due after a week");
    later.choose(&Action::Lesson(all.clone()));
    later.choose(&Action::Rung(Rung::Hinted));
    go_to(&mut later, "s11");
    later.choose(&Action::Reprint);
    let learnt = *passport(&later).learnt(&all).unwrap();
    assert_eq!((learnt.rung, learnt.times), (Rung::Hinted, 2));
    assert_eq!(passport(&later).pictures(), passport(&first).pictures());
}

#[test]
fn two_papers_become_one_and_a_damaged_one_is_told() {
    let city = sample::city();
    let finder = Finder::new(&city);
    let mut walker = learner(&city, &finder, Rung::Alone);
    go_to(&mut walker, "s12");
    walker.choose(&Action::Next);
    let mut other = Passport::new(3);
    let before = LessonId("before".to_owned());
    other.note(&before, Rung::Watch, jiff::civil::date(2026, 11, 1));
    scan(&mut walker, &other.to_string());
    assert_eq!(passport(&walker).pictures(), other.pictures());
    let all = LessonId("all".to_owned());
    for lesson in [&before, &all] {
        assert!(passport(&walker).learnt(lesson).is_some(), "{lesson}");
    }

    scan(&mut walker, "ACOLHE:P1:DAMAGED");
    assert_eq!(walker.visit.screen, Screen::Learning(At::Passport));
    assert!(walker.visit.learning.as_ref().is_some_and(|learning| learning.unread));
    assert!(passport(&walker).learnt(&all).is_some(), "what was learned is not lost");
}

#[test]
fn a_lesson_is_counted_when_it_begins_and_when_it_ends() {
    let city = sample::city();
    let finder = Finder::new(&city);
    let mut walker = learner(&city, &finder, Rung::Guided);
    go_to(&mut walker, "s12");
    let ended = walker.choose(&Action::Next);
    let [Effect::CountLesson { lesson, rung: Rung::Guided, ended: Some(score) }] = &ended[..]
    else {
        panic!("{ended:?}");
    };
    assert_eq!((lesson.0.as_str(), score.misses), ("all", 0));
    assert!(score.rescued > 0, "the little hand did it");
    let again = walker.choose(&Action::Rung(Rung::Hinted));
    let [Effect::CountLesson { rung: Rung::Hinted, ended: None, .. }] = &again[..] else {
        panic!("{again:?}");
    };
}

#[test]
fn what_was_not_printed_at_its_step_can_be_printed_at_the_end() {
    let city = sample::city();
    let finder = Finder::new(&city);
    let mut walker = learner(&city, &finder, Rung::Guided);
    go_to(&mut walker, "s12");
    walker.choose(&Action::Next);
    let effects = walker.choose(&Action::Reprint);
    assert!(matches!(effects[..], [Effect::PrintLesson { tray: Tray::Here, .. }]), "{effects:?}");
    assert!(!offer(&walker.visit, &city, &walker.devices).holds(&Action::Reprint));
}

#[test]
fn what_is_written_counts_and_what_is_somebodys_is_kept_nowhere() {
    let city = sample::city();
    let finder = Finder::new(&city);
    let mut walker = learner(&city, &finder, Rung::Hinted);
    go_to(&mut walker, "s05");
    walker.choose(&touch("name"));
    let field = Screen::Learning(At::Writing(PartId("name".to_owned())));
    assert_eq!(walker.visit.screen, field);
    walker.choose(&Action::Next);
    assert_eq!(walker.visit.complaint, Some(Complaint::Empty));
    walker.type_in(FIELD, "529.982.247-25");
    walker.choose(&Action::Next);
    assert_eq!(sitting(&walker).said, Said::RealData);
    let kept = serde_json::to_string(&walker.visit).unwrap();
    assert!(!kept.contains("529") && !kept.contains("982"), "{kept}");
    walker.choose(&touch("name"));
    walker.type_in(FIELD, "jose");
    walker.choose(&Action::Next);
    assert_eq!((sitting(&walker).said.clone(), step(&walker)), (Said::Ok, "s05".to_owned()));
}

#[test]
fn back_leads_to_the_step_before_then_to_the_help_and_to_the_lessons() {
    let city = sample::city();
    let finder = Finder::new(&city);
    let mut walker = learner(&city, &finder, Rung::Hinted);
    go_to(&mut walker, "s02");
    walker.choose(&Action::Back);
    assert_eq!(step(&walker), "s01");
    for screen in [At::Help, At::Lessons("first".to_owned()), At::Tracks] {
        walker.choose(&Action::Back);
        assert_eq!(walker.visit.screen, Screen::Learning(screen));
    }
    walker.choose(&Action::Back);
    assert_eq!(walker.visit.screen, Screen::Welcome);
}

#[test]
fn who_does_nothing_gets_one_hint_until_something_is_done() {
    let city = sample::city();
    let finder = Finder::new(&city);
    let mut walker = learner(&city, &finder, Rung::Hinted);
    go_to(&mut walker, "s03");
    for seconds in [25, 1, 1] {
        walker.go(&Move::Wait(seconds));
        assert_eq!(sitting(&walker).said, Said::Hint(1));
    }
    walker.choose(&touch("link"));
    walker.go(&Move::Wait(25));
    assert_eq!(sitting(&walker).said, Said::Hint(2));
}

#[test]
fn a_gesture_that_a_hand_cannot_do_has_a_button_and_only_what_is_there_is_practised() {
    let mut city = sample::city();
    let drag = Gesture::Drag(PartId("open".to_owned()), PartId("link".to_owned()));
    let steps = &mut city.taught.lessons[0].steps;
    if let Task::Do(play) = &mut steps[2].task {
        play.right = Deed::Hand(drag.clone());
    }
    let finder = Finder::new(&city);
    let mut walker = learner(&city, &finder, Rung::Hinted);
    go_to(&mut walker, "s03");
    let offered = offer(&walker.visit, &city, &walker.devices);
    assert!(offered.choices.contains(&Action::Practise(drag.clone())));
    let nowhere = Gesture::Drag(PartId("open".to_owned()), PartId("nowhere".to_owned()));
    assert!(!offered.holds(&Action::Practise(nowhere)));
    walker.choose(&Action::Practise(drag));
    assert_eq!(sitting(&walker).said, Said::Ok);
}

#[test]
fn what_speaks_of_another_country_is_not_taught() {
    let mut city = sample::city();
    city.taught.lessons[0].country = Some(Country::Romania);
    let finder = Finder::new(&city);
    let mut walker = Walker::new(&city, &finder);
    walker.choose(&Action::Lessons);
    assert_eq!(walker.visit.screen, Screen::AtTheCounter(Offer::Lessons));
    assert_eq!(walker.choose(&Action::CallAttendant), [Effect::CallAttendant]);
    walker.choose(&Action::Back);
    walker.choose(&Action::Home);
    assert_eq!(walker.visit.screen, Screen::Welcome);
}

#[test]
fn what_was_looked_at_too_long_ago_is_not_taught() {
    let mut city = sample::city();
    let day = jiff::civil::date(2026, 11, 21);
    city.taught.lessons[0].facts =
        Some(Facts { as_of: day, expires: day, source: "https://example.org".to_owned() });
    let finder = Finder::new(&city);
    let mut walker = Walker::new(&city, &finder);
    walker.choose(&Action::Lessons);
    assert_eq!(walker.visit.screen, Screen::AtTheCounter(Offer::Lessons));
}

/// Letting somebody else go first, from Help.
fn give_way(walker: &mut Walker<'_>) {
    for action in [Action::Help, Action::GiveWay, Action::GiveWay] {
        walker.choose(&action);
    }
}

fn tick(walker: &mut Walker<'_>, after: i64) {
    walker.now += jiff::SignedDuration::from_secs(after);
    walker.give(&Event::Tick).unwrap();
}

#[test]
fn who_learns_lets_others_go_first_and_finds_the_lesson_at_its_step() {
    let city = sample::city();
    let finder = Finder::new(&city);
    let mut walker = learner(&city, &finder, Rung::Guided);
    walker.choose(&Action::Letters(4));
    go_to(&mut walker, "s03");
    give_way(&mut walker);
    assert_eq!(walker.visit.screen, Screen::Welcome);
    assert_eq!(
        walker.visit.settings.letters,
        Visit::new(city.own_language(), walker.now).settings.letters
    );
    assert!(walker.visit.is_untouched(city.own_language()), "the station is free");
    // Somebody else says what they came for, and goes.
    walker.choose(&Action::Request);
    walker.choose(&Action::LeaveFast);
    tick(&mut walker, 14 * 60);
    walker.choose(&Action::Lessons);
    walker.choose(&Action::GoOnLearning);
    assert_eq!((step(&walker).as_str(), sitting(&walker).rung), ("s03", Rung::Guided));
    assert_eq!(walker.visit.settings.letters, 4);
    assert!(walker.visit.parked.is_none());
}

#[test]
fn a_lesson_that_nobody_comes_back_to_waits_for_a_quarter_of_an_hour() {
    let city = sample::city();
    let finder = Finder::new(&city);
    let mut walker = learner(&city, &finder, Rung::Guided);
    give_way(&mut walker);
    tick(&mut walker, 15 * 60 - 1);
    assert!(walker.visit.parked.is_some());
    tick(&mut walker, 1);
    walker.choose(&Action::Lessons);
    assert!(!offer(&walker.visit, &city, &walker.devices).holds(&Action::GoOnLearning));
}

#[test]
fn nothing_that_was_written_waits_with_the_lesson_and_no_request_is_left_for_one() {
    let city = sample::city();
    let finder = Finder::new(&city);
    let mut walker = learner(&city, &finder, Rung::Hinted);
    let learning = walker.visit.learning.as_deref_mut().unwrap();
    let typed = &mut learning.sitting.as_mut().unwrap().typed;
    typed.insert(PartId("name".to_owned()), "Maria Aparecida".to_owned());
    give_way(&mut walker);
    let kept = serde_json::to_string(&walker.visit).unwrap();
    assert!(kept.contains("parked") && !kept.contains("Aparecida"));
    let mut walker = learner(&city, &finder, Rung::Hinted);
    walker.visit.draft.own_words = "A luz da rua apagou".to_owned();
    walker.choose(&Action::Help);
    assert!(!offer(&walker.visit, &city, &walker.devices).holds(&Action::GiveWay));
}
