//! An appointment: what the hub may say and when, and what a station makes of it.

use super::*;
use crate::domain::appointment::{Answer, Appointment, Ask, Standing, Step, Trouble};
use crate::domain::booking::state::BookingRefusal;
use crate::domain::city::{City, ServiceCode};
use crate::domain::sample::booking::fitting;

fn city() -> City {
    City { booking: Some(sample::booking()), ..sample::city() }
}

fn asked(walker: &Walker<'_>) -> (u32, Ask) {
    let appointment = walker.visit.appointment.as_deref().unwrap();
    (appointment.asked, appointment.last.as_deref().unwrap().clone())
}

fn told(walker: &mut Walker<'_>, answer: Answer) -> Vec<Effect> {
    let (attempt, _) = asked(walker);
    walker.give(&Event::Booking { attempt, answer }).unwrap()
}

fn tells_what_fits(walker: &mut Walker<'_>) -> Vec<Effect> {
    let (_, ask) = asked(walker);
    told(walker, fitting(&ask))
}

fn screen(walker: &Walker<'_>) -> Step {
    match walker.visit.screen {
        Screen::Booking(step) => step,
        ref other => panic!("{other:?}"),
    }
}

/// Up to the time that is held: the hub has answered everything but that.
fn choose_a_time(walker: &mut Walker<'_>, service: &str) {
    walker.choose(&Action::Booking);
    walker.choose(&Action::Service(ServiceCode(service.to_owned())));
    tells_what_fits(walker);
    walker.choose(&Action::Soonest);
}

/// Up to the review.
fn review(walker: &mut Walker<'_>) {
    choose_a_time(walker, "TRA-07");
    tells_what_fits(walker);
    walker.type_in("name", "Ana");
    walker.choose(&Action::Next);
    walker.choose(&Action::Skip);
    assert_eq!(screen(walker), Step::Review);
}

fn lets_go(effects: &[Effect]) -> bool {
    effects.iter().any(|effect| matches!(effect, Effect::LetGo { .. }))
}

#[test]
fn an_answer_to_an_older_question_and_a_second_one_change_nothing() {
    let city = city();
    let finder = Finder::new(&city);
    let mut walker = Walker::new(&city, &finder);
    choose_a_time(&mut walker, "TRA-07");
    let (attempt, hold) = asked(&walker);
    let before = walker.visit.clone();
    for older in [0, attempt - 1, attempt + 1] {
        let event = Event::Booking { attempt: older, answer: fitting(&hold) };
        assert!(walker.give(&event).unwrap().is_empty());
        assert_eq!(walker.visit, before);
    }
    tells_what_fits(&mut walker);
    let then = walker.visit.clone();
    told(&mut walker, Answer::NoLine);
    assert_eq!(walker.visit, then, "it has answered already");
}

#[test]
fn a_hub_that_holds_another_time_than_was_asked_for_is_not_believed() {
    let city = city();
    let finder = Finder::new(&city);
    for lie in 0..5 {
        let mut walker = Walker::new(&city, &finder);
        choose_a_time(&mut walker, "TRA-07");
        let (_, hold) = asked(&walker);
        let Answer::Booking(mut booked) = fitting(&hold) else { panic!("a booking") };
        match lie {
            0 => booked.start += SignedDuration::from_mins(10),
            1 => booked.branch = "NOPE".to_owned(),
            2 => booked.services.clear(),
            3 => booked.standing = Standing::Confirmed,
            _ => booked.services.push(ServiceCode("VIA-01".to_owned())),
        }
        told(&mut walker, Answer::Booking(booked));
        assert_eq!(screen(&walker), Step::Trouble(Trouble::Later), "lie {lie}");
        assert!(walker.visit.appointment.as_ref().unwrap().held.is_none());
    }
}

#[test]
fn a_lost_answer_is_asked_for_with_the_same_call_and_other_words_are_another_one() {
    let city = city();
    let finder = Finder::new(&city);
    let mut walker = Walker::new(&city, &finder);
    review(&mut walker);
    walker.choose(&Action::Book);
    let (_, first) = asked(&walker);
    told(&mut walker, Answer::Lost);
    assert_eq!(screen(&walker), Step::Trouble(Trouble::Unsure));
    walker.choose(&Action::TryAgain);
    assert_eq!(asked(&walker).1, first);
    told(&mut walker, Answer::Lost);
    walker.choose(&Action::Back);
    assert_eq!(screen(&walker), Step::Review);
    walker.choose(&Action::Book);
    assert_eq!(asked(&walker).1, first, "the same words are the same call");
    told(&mut walker, Answer::Lost);
    walker.choose(&Action::Back);
    walker.choose(&"change:booking-name".parse().unwrap());
    walker.type_in("name", "Ana Maria");
    walker.choose(&Action::Next);
    walker.choose(&Action::Book);
    assert_ne!(asked(&walker).1.call(), first.call());
    // The first call had booked it all the same.
    told(&mut walker, Answer::Refused(BookingRefusal::AlreadyConfirmed));
    assert!(matches!(asked(&walker).1, Ask::Show { .. }));
    let effects = tells_what_fits(&mut walker);
    assert_eq!(screen(&walker), Step::Done);
    let prints = effects.iter().filter(|it| matches!(it, Effect::PrintBooking { .. }));
    assert_eq!(prints.count(), 1);
}

#[test]
fn who_leaves_gives_a_held_time_back_and_keeps_one_that_may_be_booked() {
    let city = city();
    let finder = Finder::new(&city);
    let mut walker = Walker::new(&city, &finder);
    review(&mut walker);
    assert!(lets_go(&walker.choose(&Action::LeaveFast)));
    review(&mut walker);
    walker.choose(&Action::Book);
    assert!(!lets_go(&try_out(&walker).choose(&Action::LeaveFast)), "the hub is at it");
    told(&mut walker, Answer::Lost);
    assert!(!lets_go(&try_out(&walker).choose(&Action::LeaveFast)), "nobody knows");
    walker.choose(&Action::TryAgain);
    tells_what_fits(&mut walker);
    assert_eq!(screen(&walker), Step::Done);
    assert!(!lets_go(&walker.choose(&Action::LeaveFast)), "it is booked");
}

#[test]
fn what_was_under_way_when_the_process_ended_is_not_waited_for() {
    let city = city();
    let finder = Finder::new(&city);
    let mut walker = Walker::new(&city, &finder);
    choose_a_time(&mut walker, "TRA-07");
    Appointment::interrupted(&mut walker.visit);
    assert_eq!(screen(&walker), Step::Trouble(Trouble::Later));
    walker.choose(&Action::TryAgain);
    tells_what_fits(&mut walker);
    walker.type_in("name", "Ana");
    walker.choose(&Action::Next);
    walker.choose(&Action::Skip);
    walker.choose(&Action::Book);
    let before = asked(&walker).1;
    Appointment::interrupted(&mut walker.visit);
    assert_eq!(screen(&walker), Step::Trouble(Trouble::Unsure));
    walker.choose(&Action::TryAgain);
    assert_eq!(asked(&walker).1, before, "the same call");
}

#[test]
fn a_call_back_says_what_was_wanted_and_names_nothing_private() {
    let city = city();
    let finder = Finder::new(&city);
    for (service, named) in [("TRA-07", true), ("ANI-03", false)] {
        let mut walker = Walker::new(&city, &finder);
        choose_a_time(&mut walker, service);
        told(&mut walker, Answer::NoLine);
        assert_eq!(screen(&walker), Step::Trouble(Trouble::NoLine));
        walker.choose(&Action::CallBack);
        walker.type_in("name", "Ana");
        walker.choose(&Action::Next);
        assert_eq!(screen(&walker), Step::Phone);
        walker.type_in("phone", "21 99999-8888");
        walker.choose(&Action::Next);
        assert_eq!(walker.visit.screen, Screen::Review);
        let effects = walker.choose(&Action::File);
        let filed = effects.iter().find_map(|effect| match effect {
            Effect::File(request) => Some(request),
            _ => None,
        });
        let request = filed.unwrap();
        let wanted = &request.draft.description;
        let code = ServiceCode(service.to_owned());
        let name = &city.service(&code).unwrap().words[&city.own_language()].name;
        assert_eq!(wanted.contains(name.as_str()), named, "{wanted}");
        assert!(wanted.contains("Centro") && wanted.contains("24/11/2026 10:00"), "{wanted}");
        assert_eq!(request.draft.name, "Ana");
    }
}

#[test]
fn nothing_is_booked_twice_by_somebody_who_thought_better_of_a_call_back() {
    let city = city();
    let finder = Finder::new(&city);
    let mut walker = Walker::new(&city, &finder);
    choose_a_time(&mut walker, "TRA-07");
    told(&mut walker, Answer::NoLine);
    walker.choose(&Action::CallBack);
    walker.choose(&Action::Back);
    assert_eq!(screen(&walker), Step::Branch);
    walker.choose(&Action::Soonest);
    assert!(matches!(asked(&walker).1, Ask::Hold { .. }));
    tells_what_fits(&mut walker);
    assert_eq!(screen(&walker), Step::Name);
    walker.type_in("name", "Ana");
    walker.choose(&Action::Next);
    walker.choose(&Action::Skip);
    assert_eq!(screen(&walker), Step::Review);
}
