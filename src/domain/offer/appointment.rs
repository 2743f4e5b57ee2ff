//! What is offered about an appointment.

use super::{FieldKind, Offer};
use crate::domain::action::Action;
use crate::domain::appointment::ticket::{NoTicket, classes, gives_tickets, matters};
use crate::domain::appointment::{
    Appointment, Ask, Day, Half, Purpose, Step, Trouble, bookable, branches,
};
use crate::domain::booking::state::BookingRefusal;
use crate::domain::city::City;
use crate::domain::panel::Arrangement;
use crate::domain::visit::Visit;

pub(super) fn of_screen(step: Step, visit: &Visit, city: &City) -> Offer {
    let Some(appointment) = visit.appointment.as_deref() else {
        return Offer::choices([Action::Home]);
    };
    match step {
        Step::Service => Offer {
            choices: bookable(city).map(|service| Action::Service(service.code.clone())).collect(),
            always: vec![Action::HaveBooking],
            ..Offer::default()
        },
        Step::Branch => Offer {
            lead: (!appointment.soonest.is_empty())
                .then_some(Action::Soonest)
                .into_iter()
                .collect(),
            choices: branches(appointment, city)
                .into_iter()
                .map(|branch| Action::Branch(branch.code.clone()))
                .collect(),
            ..Offer::default()
        },
        Step::Day => days(appointment, city),
        Step::Half => Offer::choices(Half::ALL.map(Action::Half)),
        Step::Time => times(appointment, city),
        Step::Wait => Offer::choices([Action::CallAttendant]),
        Step::Name => Offer::field("name", FieldKind::Text, &[Action::Next]),
        Step::Phone => {
            let asked = appointment.purpose == Purpose::CallBack;
            let bar: &[Action] =
                if asked { &[Action::Next] } else { &[Action::Next, Action::Skip] };
            Offer::field("phone", FieldKind::Telephone, bar)
        }
        Step::Review => Offer {
            choices: appointment.parts().map(Action::ChangeBooking).collect(),
            bar: vec![Action::Book],
            ..Offer::default()
        },
        Step::Done | Step::Ticket => Offer {
            choices: vec![Action::HearNumber, Action::Reprint, Action::CallAttendant],
            bar: vec![Action::Finish],
            ..Offer::default()
        },
        Step::Number => Offer::field("booking-number", FieldKind::Digits, &[Action::Next]),
        Step::Code => Offer::field("code", FieldKind::Digits, &[Action::Next]),
        Step::Matter => Offer {
            choices: matters(city, &appointment.here)
                .into_iter()
                .map(|service| Action::Service(service.code.clone()))
                .collect(),
            always: city.booking.as_ref().map(|_| Action::HaveBooking).into_iter().collect(),
            ..Offer::default()
        },
        Step::Class => {
            Offer::choices(classes(city).iter().map(|class| Action::Class(class.code.clone())))
        }
        Step::Mine => Offer {
            lead: is_here(appointment, city).then_some(Action::CheckIn).into_iter().collect(),
            choices: vec![
                Action::ChangeTime,
                Action::CancelBooking,
                Action::Reprint,
                Action::CallAttendant,
            ],
            bar: vec![Action::Finish],
            ..Offer::default()
        },
        Step::Cancel => Offer { bar: vec![Action::CancelBooking], ..Offer::choices([Action::No]) },
        Step::Cancelled => Offer {
            choices: vec![Action::Booking, Action::Home],
            bar: vec![Action::Finish],
            ..Offer::default()
        },
        Step::Trouble(trouble) => Offer::choices(ways_on(trouble, appointment, city)),
    }
}

/// Whether the booking is of this branch, and it calls by ticket.
fn is_here(appointment: &Appointment, city: &City) -> bool {
    let booked = appointment.booked.as_ref();
    booked.is_some_and(|booked| booked.branch == appointment.here)
        && gives_tickets(city, &appointment.here)
}

fn days(appointment: &Appointment, city: &City) -> Offer {
    let soonest = appointment.first().map(|_| Action::Soonest);
    let days = appointment.days.iter().flatten();
    // Whoever looks for a free day does not walk past every Sunday: what is closed each week is
    // left out.
    let days = days.filter(|day| is_worth_telling(appointment, city, day));
    let other = (appointment.purpose == Purpose::Move || soonest.is_none())
        && appointment.days.is_some()
        && branches(appointment, city).len() > 1;
    Offer {
        lead: soonest.into_iter().collect(),
        choices: days.map(|day| Action::Day(day.date)).collect(),
        always: other.then_some(Action::OtherBranch).into_iter().collect(),
        ..Offer::default()
    }
}

/// A day with free times, or one on which the branch opens in other weeks.
fn is_worth_telling(appointment: &Appointment, city: &City, day: &Day) -> bool {
    let branch = appointment.branch.as_ref().and_then(|code| city.branch(code));
    day.is_free() || branch.is_some_and(|it| it.hours.contains_key(&day.date.weekday()))
}

fn times(appointment: &Appointment, city: &City) -> Offer {
    let Some(half) = appointment.half else { return nothing_free(appointment, city) };
    let times: Vec<Action> = appointment.times_of(half, &city.timezone).map(Action::Time).collect();
    if times.is_empty() && appointment.times.is_some() {
        return nothing_free(appointment, city);
    }
    Offer { choices: times, ..Offer::default() }
}

fn nothing_free(appointment: &Appointment, city: &City) -> Offer {
    let other = branches(appointment, city).len() > 1;
    Offer::choices([Action::OtherDay].into_iter().chain(other.then_some(Action::OtherBranch)))
}

/// How it goes on after something did not go.
fn ways_on(trouble: Trouble, appointment: &Appointment, city: &City) -> Vec<Action> {
    use BookingRefusal as Refusal;
    let call_back =
        city.booking.as_ref().and_then(|rules| rules.call_back.as_ref()).map(|_| Action::CallBack);
    let queues = matches!(appointment.purpose, Purpose::Ticket | Purpose::CheckIn);
    let call_back = call_back.filter(|_| !queues);
    let cancels = matches!(appointment.last.as_deref(), Some(Ask::Cancel { .. }));
    let first = match trouble {
        Trouble::NoLine => vec![call_back, Some(Action::TryAgain)],
        Trouble::Unsure | Trouble::Later => vec![Some(Action::TryAgain), call_back],
        Trouble::NotThere => vec![call_back],
        Trouble::NoTicket(NoTicket::NotServed) => vec![Some(Action::Ticket)],
        Trouble::NoTicket(_) => Vec::new(),
        Trouble::Refused(refusal) => match refusal {
            Refusal::SlotTaken
            | Refusal::BranchClosed
            | Refusal::NotOffered
            | Refusal::TooSoon
            | Refusal::InterpreterTooSoon
            | Refusal::OutsideHorizon
            | Refusal::NotBookedHere => {
                let other = branches(appointment, city).len() > 1;
                vec![Some(Action::OtherTime), other.then_some(Action::OtherBranch)]
            }
            Refusal::HoldExpired if appointment.start.is_some() => {
                vec![Some(Action::TryAgain), Some(Action::OtherTime)]
            }
            Refusal::DayLimitReached => vec![Some(Action::OtherDay), Some(Action::HaveBooking)],
            Refusal::LimitReached => vec![Some(Action::HaveBooking)],
            Refusal::TooManyHolds => vec![Some(Action::TryAgain), call_back],
            Refusal::NoSuchBooking => vec![Some(Action::TypeAgain)],
            Refusal::HoldExpired
            | Refusal::NotConfirmed
            | Refusal::WasCancelled
            | Refusal::WasMissed => vec![Some(Action::Booking)],
            Refusal::TooLateToChange if !cancels => vec![Some(Action::CancelBooking)],
            _ => Vec::new(),
        },
    };
    let last = [Action::CallAttendant, Action::Home];
    first.into_iter().flatten().chain(last).collect()
}

pub(super) fn arrangement(step: Step) -> Arrangement {
    match step {
        Step::Review => Arrangement::Review,
        Step::Done | Step::Ticket => Arrangement::Number,
        Step::Wait | Step::Mine | Step::Cancel | Step::Cancelled | Step::Trouble(_) => {
            Arrangement::Notes
        }
        _ => Arrangement::Choices,
    }
}

/// Nothing lies behind what is booked, cancelled or being asked.
pub(super) fn has_back(step: Step) -> bool {
    !matches!(step, Step::Wait | Step::Done | Step::Cancelled | Step::Ticket)
}
