//! What is offered to somebody who learns.

use super::{FieldKind, Offer};
use crate::domain::action::Action;
use crate::domain::city::City;
use crate::domain::devices::{Devices, LeaderState};
use crate::domain::learning::{At, CODE_FIELD, FIELD, Learning, parked::Parked, tracks};
use crate::domain::lesson::{Deed, Flow, Gesture, PartId, Rung, Sitting, Task, Verdict};
use crate::domain::panel::Arrangement;
use crate::domain::visit::{Screen, Visit};

pub(super) fn of_screen(at: &At, visit: &Visit, city: &City) -> Offer {
    let Some(learning) = visit.learning.as_deref() else { return Offer::choices([Action::Home]) };
    match at {
        At::Passport => Offer::choices(welcome_back(learning, city)),
        At::Tracks => Offer::choices(tracks(city, learning.day).into_iter().map(Action::Track)),
        At::Lessons(track) => {
            let lessons =
                city.taught.taught(city.country, learning.day).filter(|it| it.track == *track);
            Offer::choices(lessons.map(|lesson| Action::Lesson(lesson.id.clone())))
        }
        At::Help => Offer::choices(Rung::ALL.map(Action::Rung)),
        At::Step => match &learning.sitting {
            Some(sitting) => step(sitting, learning, city),
            None => Offer::choices([Action::Home]),
        },
        At::Writing(part) => Offer::field(FIELD, kind(learning, part, city), &[Action::Next]),
        At::End => end(learning),
        At::GiveWay => Offer::choices([Action::GiveWay]),
        At::Join => Offer::field(CODE_FIELD, FieldKind::Digits, &[Action::Next]),
        At::Seat | At::Paused => {
            // Whom the leader's machine has left alone may leave, too.
            let alone = learning.seat.as_deref().is_some_and(|seat| seat.alone);
            Offer::choices([Action::CallAttendant].into_iter().chain(alone.then_some(Action::Home)))
        }
        At::Faces => Offer::choices((1..=5).map(Action::Face)),
    }
}

/// What stands before everything that is taught: one's lesson that waits, and a group that may be
/// joined.
pub(super) fn add(offer: &mut Offer, visit: &Visit, devices: &Devices) {
    if visit.screen != Screen::Learning(At::Tracks) {
        return;
    }
    offer.lead.extend(visit.parked.is_some().then_some(Action::GoOnLearning));
    if devices.leader != LeaderState::None {
        offer.lead.push(Action::JoinGroup);
    }
}

/// Letting somebody else go first, while a lesson is under way.
pub(super) fn give_way(visit: &Visit, city: &City) -> Option<Action> {
    let asked = visit.screen == Screen::Learning(At::GiveWay);
    let can = Parked::of(visit, &city.taught, visit.last_touch).is_some() && !asked;
    can.then_some(Action::GiveWay)
}

/// What is to be repeated, what comes next, and everything else.
fn welcome_back(learning: &Learning, city: &City) -> Vec<Action> {
    let passport = learning.passport.as_ref().filter(|_| !learning.unread);
    let proposed = passport.into_iter().flat_map(|passport| {
        let (library, country, day) = (&city.taught, city.country, learning.day);
        [passport.due(library, country, day), passport.next(library, country, day)].concat()
    });
    proposed.map(|lesson| Action::Lesson(lesson.id.clone())).chain([Action::Lessons]).collect()
}

/// Digits where nothing but digits is right.
fn kind(learning: &Learning, part: &PartId, city: &City) -> FieldKind {
    let wanted = learning.sitting.as_ref().and_then(|sitting| sitting.wanted(&city.taught));
    match wanted {
        Some(Deed::Write(field, accepted)) if field == part => {
            let letters = |text: &String| text.chars().any(char::is_alphabetic);
            if accepted.iter().any(letters) { FieldKind::Text } else { FieldKind::Digits }
        }
        _ => FieldKind::Text,
    }
}

fn step(sitting: &Sitting, learning: &Learning, city: &City) -> Offer {
    let library = &city.taught;
    let Some(step) = sitting.of(library) else { return Offer::choices([Action::Home]) };
    let parts = learning.parts(library);
    let parts = parts.map(|part| Action::Practise(Gesture::Touch(part.id.clone())));
    let open = !sitting.done && sitting.rung > Rung::Watch;
    let questions = match &step.task {
        Task::Choose { answers, .. } if open => {
            answers.iter().cloned().map(Action::Answer).collect()
        }
        Task::Sort(_) if open => Verdict::ALL.map(Action::Verdict).to_vec(),
        Task::Real(flow) => vec![begins(*flow)],
        Task::Slip => vec![Action::Reprint],
        _ => Vec::new(),
    };
    // A button for whoever cannot do what hands do there.
    let by_button = match sitting.wanted(library) {
        Some(Deed::Hand(gesture)) if !matches!(gesture, Gesture::Touch(_)) => {
            Some(Action::Practise(gesture.clone()))
        }
        _ => None,
    };
    let help = if sitting.can_show(library) {
        Some(Action::ShowMe)
    } else {
        sitting.has_hint(library).then_some(Action::Hint)
    };
    let next = sitting.can_go_on(library).then_some(Action::Next);
    Offer {
        choices: parts.chain(questions).chain(by_button).chain(help).collect(),
        bar: next.into_iter().collect(),
        ..Offer::default()
    }
}

/// What opens the real thing.
fn begins(flow: Flow) -> Action {
    match flow {
        Flow::Request => Action::Request,
        Flow::FollowUp => Action::FollowUp,
        Flow::Booking => Action::Booking,
    }
}

/// Once more with less help, something else, or the end.
fn end(learning: &Learning) -> Offer {
    let rung = learning.sitting.as_ref().and_then(|sitting| sitting.rung.next());
    let paper = learning.slip.is_none().then_some(Action::Reprint);
    if learning.wish().is_some() {
        return Offer::choices(paper.into_iter().chain([Action::CallAttendant]));
    }
    let choices =
        rung.map(Action::Rung).into_iter().chain(paper).chain([Action::Lessons, Action::Home]);
    Offer { choices: choices.collect(), bar: vec![Action::Finish], ..Offer::default() }
}

/// How the parts of it stand.
pub(super) fn arrangement(at: &At, visit: &Visit, city: &City) -> Arrangement {
    match (at, visit.learning.as_deref()) {
        (At::Step, Some(learning)) => of_step(learning, city),
        (At::Passport | At::End | At::GiveWay | At::Seat | At::Paused, _) => Arrangement::Notes,
        (At::Faces, _) => Arrangement::Faces,
        _ => Arrangement::Choices,
    }
}

fn of_step(learning: &Learning, city: &City) -> Arrangement {
    let sitting = learning.sitting.as_ref();
    let asks = sitting.and_then(|sitting| sitting.of(&city.taught)).is_some_and(|step| {
        matches!(step.task, Task::Choose { .. }) && !sitting.is_some_and(|sitting| sitting.done)
    });
    if learning.parts(&city.taught).next().is_some() {
        Arrangement::Phone
    } else if asks {
        Arrangement::Choices
    } else {
        Arrangement::Notes
    }
}
