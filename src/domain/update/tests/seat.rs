//! A seat of a group: taken, led, left alone, given up.

use super::*;
use crate::domain::devices::LeaderState;
use crate::domain::learning::{CODE_FIELD, FIELD};
use crate::domain::lesson::{LessonId, Rung};
use crate::domain::meeting::seat::{Seat, Told};
use crate::domain::meeting::{NotTaken, Wish};
use crate::domain::visit::Complaint;

pub(super) fn wish(turn: u32) -> Wish {
    Wish {
        language: crate::domain::city::Language::PtBr,
        turn,
        lesson: (turn > 0).then(|| LessonId("all".to_owned())),
        rung: Rung::Hinted,
        paused: false,
        error_free: false,
        pairs: false,
        together: None,
        faces: false,
    }
}

/// Somebody who has just typed the digits of a group.
fn joining<'a>(city: &'a City, finder: &'a Finder) -> Walker<'a> {
    let mut walker = Walker::new(city, finder);
    walker.devices.leader = LeaderState::Unheard;
    walker.choose(&Action::Lessons);
    walker.choose(&Action::JoinGroup);
    join(&mut walker, "4821");
    walker
}

fn join(walker: &mut Walker<'_>, digits: &str) -> Vec<Effect> {
    let (field, text) = (CODE_FIELD.to_owned(), digits.to_owned());
    walker.give(&Event::Intent(Intent::Type { field, text })).unwrap();
    walker.give(&intent(Action::Next)).unwrap()
}

fn hears(walker: &mut Walker<'_>, told: Told) {
    walker.devices.leader = LeaderState::Heard(walker.now);
    walker.give(&Event::Meeting(told)).unwrap();
}

fn led(walker: &mut Walker<'_>, wish: &Wish) {
    hears(walker, Told::Wish(7, wish.clone()));
}

fn at(walker: &Walker<'_>) -> At {
    match &walker.visit.screen {
        Screen::Learning(at) => at.clone(),
        other => panic!("{other:?}"),
    }
}

fn seat<'a>(walker: &'a Walker<'_>) -> Option<&'a Seat> {
    walker.visit.learning.as_deref()?.seat.as_deref()
}

fn step(walker: &Walker<'_>) -> usize {
    walker.visit.learning.as_deref().unwrap().sitting.as_ref().unwrap().step
}

#[test]
fn digits_that_no_group_has_are_told_and_another_try_is_free() {
    let city = sample::city();
    let finder = Finder::new(&city);
    let mut walker = joining(&city, &finder);
    for (told, complaint) in [
        (Told::Refused(NotTaken::NoMeeting), Complaint::NoGroup),
        (Told::Refused(NotTaken::Full), Complaint::GroupFull),
        (Told::NoLine, Complaint::NoLeader),
    ] {
        assert!(seat(&walker).is_some_and(|seat| seat.wish.is_none()));
        hears(&mut walker, told);
        assert_eq!((at(&walker), seat(&walker)), (At::Join, None));
        assert_eq!(walker.visit.complaint, Some(complaint));
        assert_eq!(join(&mut walker, "4821"), [Effect::AskLeader]);
    }
    join(&mut walker, "482");
    assert_eq!(walker.visit.complaint, Some(Complaint::GroupLength));
    led(&mut walker, &wish(0));
    assert_eq!((at(&walker), seat(&walker).unwrap().number), (At::Seat, Some(7)));
}

#[test]
fn who_leads_begins_pauses_gathers_and_begins_again() {
    let city = sample::city();
    let finder = Finder::new(&city);
    let mut walker = joining(&city, &finder);
    led(&mut walker, &wish(0));
    led(&mut walker, &wish(1));
    assert_eq!((at(&walker), step(&walker)), (At::Step, 0));
    walker.choose(&Action::Next);
    led(&mut walker, &wish(1));
    assert_eq!(step(&walker), 1, "what was wanted before is not wanted anew");

    led(&mut walker, &Wish { paused: true, ..wish(1) });
    assert_eq!(at(&walker), At::Paused);
    let offered = offer(&walker.visit, &city, &walker.devices);
    assert!(!offered.holds(&Action::Back) && !offered.holds(&Action::Next));
    led(&mut walker, &wish(1));
    assert_eq!((at(&walker), step(&walker)), (At::Step, 1));

    let gathered = Wish { together: Some((1, 4)), ..wish(1) };
    led(&mut walker, &gathered);
    assert_eq!(step(&walker), 4);
    walker.choose(&Action::Back);
    led(&mut walker, &gathered);
    assert_eq!(step(&walker), 3, "one may go back from there");
    led(&mut walker, &wish(2));
    assert_eq!(step(&walker), 0);
    assert!(!offer(&walker.visit, &city, &walker.devices).holds(&Action::Back));
}

#[test]
fn who_comes_late_comes_to_where_the_others_are() {
    let city = sample::city();
    let finder = Finder::new(&city);
    let mut walker = joining(&city, &finder);
    led(&mut walker, &Wish { together: Some((3, 5)), ..wish(1) });
    assert_eq!((at(&walker), step(&walker)), (At::Step, 5));
}

#[test]
fn without_errors_no_mistake_is_made_on_purpose() {
    let city = sample::city();
    let finder = Finder::new(&city);
    let lesson = city.taught.lesson(&LessonId("all".to_owned())).unwrap();
    let is_undo =
        |step: &usize| matches!(lesson.steps[*step].task, crate::domain::lesson::Task::Undo(_));
    let undo = (0..lesson.steps.len()).find(is_undo).unwrap();
    let mut walker = joining(&city, &finder);
    led(&mut walker, &Wish { error_free: true, together: Some((1, undo)), ..wish(1) });
    assert_eq!(step(&walker), undo + 1);
}

#[test]
fn nobody_at_a_seat_is_idle_until_the_leader_is_silent_for_a_minute() {
    let city = sample::city();
    let finder = Finder::new(&city);
    let mut walker = joining(&city, &finder);
    led(&mut walker, &wish(0));
    let begin = walker.now;
    for minute in 1..30 {
        walker.now = begin + jiff::SignedDuration::from_mins(minute);
        led(&mut walker, &wish(0));
        walker.give(&Event::Tick).unwrap();
        assert_eq!((at(&walker), walker.visit.overlay), (At::Seat, None));
    }
    walker.now += jiff::SignedDuration::from_secs(4);
    walker.give(&Event::Meeting(Told::NoLine)).unwrap();
    assert!(!seat(&walker).unwrap().alone, "one answer may be lost");
    walker.now += jiff::SignedDuration::from_secs(1);
    walker.give(&Event::Meeting(Told::NoLine)).unwrap();
    assert!(offer(&walker.visit, &city, &walker.devices).holds(&Action::Home));
    walker.now += jiff::SignedDuration::from_secs(55);
    walker.give(&Event::Tick).unwrap();
    assert_ne!(walker.visit.screen, Screen::Learning(At::Seat), "the seat is the next person's");
}

#[test]
fn a_hand_goes_up_and_no_attendant_is_called_by_it() {
    let city = sample::city();
    let finder = Finder::new(&city);
    let mut walker = joining(&city, &finder);
    led(&mut walker, &wish(1));
    walker.choose(&Action::Help);
    let effects = walker.give(&intent(Action::CallAttendant)).unwrap();
    assert_eq!(effects, [Effect::AskLeader]);
    assert_eq!((seat(&walker).unwrap().hands, walker.visit.overlay), (1, Some(Overlay::Called)));
    walker.choose(&Action::Back);
    walker.give(&Event::Meeting(Told::NoLine)).unwrap();
    walker.devices.leader = LeaderState::Unheard;
    walker.give(&Event::Meeting(Told::NoLine)).unwrap();
    walker.choose(&Action::Help);
    let effects = walker.give(&intent(Action::CallAttendant)).unwrap();
    assert_eq!(effects, [Effect::CallAttendant], "nobody would see the hand");
}

#[test]
fn who_goes_gives_the_seat_up_and_the_real_thing_is_nobodys_to_interrupt() {
    let city = sample::city();
    let finder = Finder::new(&city);
    let mut walker = joining(&city, &finder);
    led(&mut walker, &wish(1));
    let token = seat(&walker).unwrap().token;
    walker.choose(&Action::Help);
    assert_eq!(walker.give(&intent(Action::Home)).unwrap(), [Effect::StandUp(token)]);
    assert_eq!(walker.visit.screen, Screen::Welcome);

    let mut walker = joining(&city, &finder);
    led(&mut walker, &Wish { together: Some((1, 11)), ..wish(1) });
    walker.choose(&Action::Request);
    led(&mut walker, &Wish { paused: true, ..wish(2) });
    assert_eq!(walker.visit.screen, Screen::Group);
    let effects = walker.give(&intent(Action::LeaveFast)).unwrap();
    assert!(effects.iter().any(|effect| matches!(effect, Effect::StandUp(_))), "{effects:?}");
}

#[test]
fn at_the_end_a_face_is_touched_and_then_the_seat_is_free() {
    let city = sample::city();
    let finder = Finder::new(&city);
    let mut walker = joining(&city, &finder);
    led(&mut walker, &wish(1));
    led(&mut walker, &Wish { faces: true, ..wish(1) });
    assert_eq!(at(&walker), At::Faces);
    walker.choose(&Action::Face(4));
    assert_eq!((at(&walker), seat(&walker).unwrap().face), (At::Seat, Some(4)));
    assert_eq!(walker.visit.face, None, "it is the meeting's, not the city's");
    hears(&mut walker, Told::Refused(NotTaken::NoMeeting));
    assert_eq!((at(&walker), seat(&walker)), (At::Step, None), "the lesson may be ended alone");
}

#[test]
fn what_somebody_writes_is_not_taken_away_by_a_wish_that_is_known() {
    let mut city = sample::city();
    city.taught.lessons.retain(|lesson| lesson.id.0 == "all");
    let finder = Finder::new(&city);
    let lesson = city.taught.lessons[0].clone();
    let written = lesson.steps.iter().position(|step| {
        let play = step.task.play();
        play.is_some_and(|play| matches!(play.right, crate::domain::lesson::Deed::Write(..)))
    });
    let written = written.unwrap();
    let mut walker = joining(&city, &finder);
    let wish = Wish { together: Some((1, written)), ..wish(1) };
    led(&mut walker, &wish);
    let part = lesson.steps[written].task.play().unwrap().right.part().clone();
    walker.choose(&Action::Practise(crate::domain::lesson::Gesture::Touch(part)));
    let (field, text) = (FIELD.to_owned(), "Lur".to_owned());
    walker.give(&Event::Intent(Intent::Type { field, text })).unwrap();
    led(&mut walker, &wish);
    assert_eq!(walker.visit.typed(FIELD), "Lur");
    assert!(matches!(at(&walker), At::Writing(_)));
}
