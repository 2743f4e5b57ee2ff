//! What must hold whatever people touch, in whatever order.

mod booking;
mod hands;
mod learning;
mod seat;
mod walk;

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use super::*;
use crate::domain::appointment::Step;
use crate::domain::devices::PrinterState;
use crate::domain::event::Key;
use crate::domain::learning::At;
use crate::domain::request::Draft;
use crate::domain::sample::{
    self,
    walk::{Move, Walker, moves},
};
use crate::domain::visit::{LookUp, PrintState, Tray};

/// Walks through the sample city and looks at every step.
///
/// `check` gets the visit before, the event, the effects (none when it did not apply), and the walk.
fn on_every_step(
    check: impl Fn(&Visit, &Event, &[Effect], &Walker<'_>) -> Result<(), TestCaseError>,
) {
    let mut city = sample::city();
    city.booking = Some(sample::booking());
    let finder = Finder::new(&city);
    let cases = if std::env::var_os("ACOLHE_FULL").is_some() { 1000 } else { 60 };
    let mut runner =
        TestRunner::new(Config { cases, failure_persistence: None, ..Config::default() });
    runner
        .run(&moves(&city, 120), |moves| {
            let mut walker = Walker::new(&city, &finder);
            for happens in &moves {
                let before = walker.visit.clone();
                let Some(event) = walker.event(happens) else { continue };
                let effects = walker.give(&event);
                if effects.is_err() {
                    prop_assert_eq!(&before, &walker.visit);
                }
                check(&before, &event, &effects.unwrap_or_default(), &walker)?;
            }
            Ok(())
        })
        .unwrap();
}

fn intent(action: Action) -> Event {
    Event::Intent(Intent::Do(action))
}

/// Sees how a walk goes on from here without going there.
fn try_out<'a>(walker: &Walker<'a>) -> Walker<'a> {
    let mut other = Walker::new(walker.city, walker.finder());
    other.visit = walker.visit.clone();
    other.devices = walker.devices;
    other.now = walker.now;
    other
}

#[test]
fn from_everywhere_one_touch_wipes_and_help_leads_home() {
    on_every_step(|_, _, _, walker| {
        let mut other = try_out(walker);
        if other.visit.screen != Screen::Welcome || other.visit.overlay.is_some() {
            prop_assert!(
                other.choose(&Action::LeaveFast).contains(&Effect::Wipe)
                    || walker.visit.screen == Screen::Farewell
            );
        }
        prop_assert!(
            other.visit.is_untouched(walker.city.own_language())
                || walker.visit.screen == Screen::Welcome
        );

        let mut other = try_out(walker);
        match other.visit.overlay {
            Some(Overlay::StillThere) => drop(other.choose(&Action::Stay)),
            Some(_) => drop(other.choose(&Action::Back)),
            None => {}
        }
        other.choose(&Action::Help);
        other.choose(&Action::Home);
        prop_assert_eq!(&other.visit.screen, &Screen::Welcome);
        prop_assert_eq!(other.visit.overlay, None);
        Ok(())
    });
}

#[test]
fn back_ends_at_the_welcome_screen_or_where_something_has_ended() {
    on_every_step(|_, _, _, walker| {
        let mut other = try_out(walker);
        let lesson: usize = other.city.taught.lessons.iter().map(|it| it.steps.len()).sum();
        let steps = other.visit.trail.len() + other.visit.page + lesson + 2;
        for _ in 0..steps {
            let offered = offer(&other.visit, other.city, &other.devices);
            if offered.holds(&Action::Back) {
                other.choose(&Action::Back);
            } else if offered.holds(&Action::Stay) {
                other.choose(&Action::Stay);
            }
        }
        let ended =
            [Screen::Welcome, Screen::Done, Screen::OpinionReason, Screen::Farewell, Screen::Saved];
        let lesson = other.visit.screen == Screen::Learning(At::End);
        // Where the hub is asked, and where it has done something, nothing lies behind.
        let hub = matches!(
            other.visit.screen,
            Screen::Booking(Step::Wait | Step::Done | Step::Cancelled | Step::Ticket)
        );
        prop_assert!(
            hub || lesson || ended.contains(&other.visit.screen),
            "{:?}",
            other.visit.screen
        );
        Ok(())
    });
}

#[test]
fn back_and_home_lose_no_answer() {
    on_every_step(|before, event, _, walker| {
        let leaves = [intent(Action::Back), intent(Action::Home)];
        if leaves.contains(event) && before.screen != walker.visit.screen {
            prop_assert!(
                holds_as_much(before, &walker.visit.draft),
                "{:?}\n{:?}",
                before,
                walker.visit
            );
        }
        Ok(())
    });
}

/// Whether everything said before is still there; what the person erased is not.
fn holds_as_much(before: &Visit, after: &Draft) -> bool {
    let (said, screen) = (&before.draft, &before.screen);
    let kept = |was: bool, is: bool| is || !was;
    let text = |was: &str, is: &str, screen_of: &Screen| was == is || screen == screen_of;
    said.id == after.id
        && said.service == after.service
        && text(&said.own_words, &after.own_words, &Screen::OwnWords)
        && text(&said.description, &after.description, &Screen::Description)
        && text(&said.name, &after.name, &Screen::Name)
        && said.for_whom == after.for_whom
        && said.anonymous == after.anonymous
        && said.answers.keys().all(|question| {
            after.answers.contains_key(question) || matches!(screen, Screen::Question(_))
        })
        && kept(said.place.is_some(), after.place.is_some())
        && kept(said.document.is_some(), after.document.is_some())
        && kept(said.reply.is_some(), after.reply.is_some())
}

#[test]
fn what_was_typed_or_marked_stands_there_when_the_person_comes_back() {
    let kept_until_accepted = |screen: &Screen| {
        matches!(
            screen,
            Screen::FollowNumber
                | Screen::FollowCode
                | Screen::SavedWord(_)
                | Screen::Booking(Step::Number | Step::Code)
        )
    };
    on_every_step(|before, event, _, walker| {
        let left = before.overlay.is_none() && before.screen != walker.visit.screen;
        if !left || *event != intent(Action::Back) || kept_until_accepted(&before.screen) {
            return Ok(());
        }
        let ctx = walker.context();
        let mut turn = Turn { visit: walker.visit.clone(), effects: Vec::new(), ctx: &ctx };
        turn.arrive(before.screen.clone());
        for (field, text) in &before.typed {
            let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
            let (was, is) = (text.trim(), turn.visit.typed(field).trim());
            let as_digits =
                before.screen == Screen::Document && (digits(was) == is || digits(was).is_empty());
            let unanswered = matches!(before.screen, Screen::Question(_)) && was.is_empty();
            prop_assert!(was == is || as_digits || unanswered, "{}: {:?} is {:?}", field, was, is);
        }
        let sorted = |marks: &[String]| {
            let mut marks = marks.to_vec();
            marks.sort();
            marks
        };
        prop_assert_eq!(sorted(&before.marked), sorted(&turn.visit.marked));
        Ok(())
    });
}

#[test]
fn only_file_files_and_only_what_stands_in_the_review() {
    on_every_step(|before, event, effects, walker| {
        let Some(Effect::File(request)) = effects.iter().find(|it| matches!(it, Effect::File(_)))
        else {
            return Ok(());
        };
        let selected = before.focus.as_deref() == Some("file");
        prop_assert!(
            *event == intent(Action::File)
                || *event == Event::Intent(Intent::Press(Key::Select)) && selected
        );
        prop_assert_eq!((&before.screen, before.overlay), (&Screen::Review, None));
        prop_assert_eq!(Some(&request.service), before.draft.service.as_ref());
        prop_assert_eq!(walker.visit.filed.as_deref(), Some(&**request));
        prop_assert_eq!(effects.iter().filter(|it| matches!(it, Effect::File(_))).count(), 1);

        let mut again = try_out(walker);
        prop_assert!(
            again.give(event).unwrap_or_default().is_empty(),
            "a second touch did something"
        );
        prop_assert_eq!(again.visit.filed.as_ref(), walker.visit.filed.as_ref());
        Ok(())
    });
}

#[test]
fn keys_that_move_commit_nothing() {
    on_every_step(|before, event, effects, walker| {
        let Event::Intent(Intent::Press(key)) = event else { return Ok(()) };
        if !matches!(key, Key::Select | Key::Choose) {
            // Help ends a recording: nobody is listened to behind another screen.
            let ends = before.recording.is_some() && *key == Key::Help;
            prop_assert!(effects.iter().all(|it| ends && matches!(it, Effect::EndRecording)));
            let after = &walker.visit;
            prop_assert_eq!(
                (&before.screen, &before.draft, &before.typed, &before.filed),
                (&after.screen, &after.draft, &after.typed, &after.filed)
            );
        }
        Ok(())
    });
}

#[test]
fn nothing_is_printed_without_a_number_and_a_printer_that_prints() {
    on_every_step(|_, _, effects, walker| {
        for effect in effects {
            if let Effect::Print { copy, tray, .. } = effect {
                prop_assert!(walker.visit.filed.is_some());
                let prints = match tray {
                    Tray::Here => walker.devices.printer.can_print(),
                    Tray::Counter => walker.devices.only_counter_prints(),
                };
                prop_assert!(prints);
                prop_assert!(*copy >= 1);
            }
        }
        Ok(())
    });
}

#[test]
fn a_disk_that_keeps_nothing_begins_nothing() {
    on_every_step(|before, event, effects, walker| {
        if walker.devices.storage != StorageState::Ready {
            prop_assert!(!effects.iter().any(|effect| matches!(effect, Effect::File(_))));
            let begins = [intent(Action::Request), intent(Action::Complain)].contains(event);
            prop_assert!(!begins || *before == walker.visit);
        }
        Ok(())
    });
}

#[test]
fn a_wrong_number_is_never_looked_up_and_an_older_answer_changes_nothing() {
    on_every_step(|before, event, effects, walker| {
        if effects.iter().any(|effect| matches!(effect, Effect::LookUp { .. })) {
            prop_assert!(walker.visit.follow_up.is_some());
            prop_assert_eq!(&walker.visit.screen, &Screen::FollowStatus);
        }
        if let (Event::LookedUp { attempt, .. }, Some(follow)) = (event, &before.follow_up) {
            let mut other = try_out(walker);
            other.visit = before.clone();
            prop_assert_eq!(*attempt, follow.attempt);
            let late = Event::LookedUp { attempt: attempt + 1, answer: LookUp::NotFound };
            other.give(&late).unwrap();
            prop_assert_eq!(&other.visit, before);
        }
        Ok(())
    });
}

#[test]
fn after_the_farewell_nothing_of_the_visit_is_left() {
    on_every_step(|before, _, effects, walker| {
        let after = &walker.visit;
        if before.screen != Screen::Farewell && after.screen == Screen::Farewell {
            prop_assert!(effects.contains(&Effect::Wipe));
            let fresh = Visit::new(after.language, after.last_touch);
            let farewell = Visit { screen: Screen::Farewell, settings: after.settings, ..fresh };
            prop_assert_eq!(after, &farewell);
        }
        Ok(())
    });
}

#[test]
fn the_request_id_is_minted_once_and_every_number_is_new() {
    let city = sample::city();
    let finder = Finder::new(&city);
    let mut walker = Walker::new(&city, &finder);
    let mut numbers = Vec::new();
    for _ in 0..3 {
        walker.choose(&Action::Request);
        walker.choose(&Action::Group("OUT".to_owned()));
        walker.choose(&Action::Service(city.unsure.clone()));
        let id = walker.visit.draft.id;
        assert!(id.is_some());
        walker.choose(&Action::ForMe);
        walker.choose(&Action::Skip);
        walker.choose(&Action::Skip);
        walker.choose(&Action::Anonymous);
        walker.choose(&Action::ContactNone);
        assert_eq!(walker.visit.draft.id, id);
        let effects = walker.choose(&Action::File);
        assert!(matches!(effects[..], [Effect::File(_), Effect::Print { copy: 1, .. }]));
        let filed = walker.visit.filed.clone().unwrap();
        assert_eq!(Some(filed.id), id);
        numbers.push(filed.number);
    }
    numbers.dedup();
    assert_eq!(numbers.len(), 3);
}

#[test]
fn a_slip_that_may_have_come_out_makes_the_next_one_a_copy() {
    let city = sample::city();
    let finder = Finder::new(&city);
    let mut walker = Walker::new(&city, &finder);
    walker.devices.printer = PrinterState::NoPaper;
    walker.choose(&Action::Request);
    walker.choose(&Action::Group("OUT".to_owned()));
    walker.choose(&Action::Service(city.unsure.clone()));
    for action in
        [Action::ForMe, Action::Skip, Action::Skip, Action::Anonymous, Action::ContactNone]
    {
        walker.choose(&action);
    }
    assert!(matches!(walker.choose(&Action::File)[..], [Effect::File(_)]));
    walker.devices.printer = PrinterState::Ready;
    for (ends, next) in
        [(PrintState::NotPrinted, 1), (PrintState::Uncertain, 2), (PrintState::Printed, 3)]
    {
        let effects = walker.choose(&Action::Reprint);
        assert!(matches!(effects[..], [Effect::Print { .. }]));
        walker.go(&Move::PrintEnds(ends));
        assert_eq!(offer::copies_out(&walker.visit) + 1, next);
    }
}
