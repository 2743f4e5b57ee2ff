//! From what is kept to what is told about queues.

use jiff::Timestamp;

use super::super::asker::Asker;
use super::super::problem::{Problem, Refused};
use super::super::told::{branch_of, words_of};
use super::answered::{
    CallState, CallTold, LineTold, PanelTold, StaffTicketTold, TicketState, TicketTold, WaitTold,
};
use crate::domain::city::Branch;
use crate::domain::queue::{NotNow, Outlook, QueueRules, State, Ticket};
use crate::hub::Hub;
use crate::hub::queue::line::{Doors, told};
use crate::hub::queue::{Issued, LATEST_SERVED, Recorded};
use crate::locale::Words;
use crate::view;
use crate::wire::moment;

/// A ticket, for whoever has its token.
pub(in super::super) async fn ticket(
    hub: &Hub,
    asker: &Asker,
    issued: &Issued,
) -> Result<TicketTold, Refused> {
    let Issued { token, place, ticket } = issued;
    let outlook = match outlook(hub, issued).await {
        Ok(outlook) => outlook,
        Err(problem) => return Err(asker.refused(problem)),
    };
    let at = |it: Timestamp| moment::write(it, &hub.city.timezone);
    Ok(TicketTold {
        number: ticket.number.to_string(),
        token: Some(token.as_str().to_owned()),
        follow: hub.page(&format!("t/{}", token.as_str())),
        branch: branch_of(hub, &place.branch, asker.language()),
        state: state(ticket),
        arrived: at(ticket.arrived),
        booked: ticket.appointment.map(at),
        desk: desk(ticket),
        wait: wait(outlook, view::queue::standing(asker.words(), ticket, outlook)),
    })
}

/// How long a ticket that waits still takes.
pub(in crate::hub) async fn outlook(
    hub: &Hub,
    issued: &Issued,
) -> Result<Option<Outlook>, Problem> {
    let place = &issued.place;
    let known = hub.city.queue.as_ref().zip(hub.city.branch(&place.branch));
    let Some((rules, branch)) = known.filter(|_| issued.ticket.waits()) else { return Ok(None) };
    let Some(doors) = Doors::of(&hub.city, branch, hub.now()) else { return Ok(None) };
    let kept = hub.store.queue_day(place.clone(), LATEST_SERVED).await?;
    Ok(told(rules, &place.branch, &doors, &kept, issued.ticket.sequence))
}

fn wait(outlook: Option<Outlook>, words: Vec<String>) -> WaitTold {
    WaitTold {
        ahead: outlook.map(|told| told.ahead),
        wait_from: outlook.map(|told| told.from),
        wait_to: outlook.map(|told| told.to),
        closing: outlook.map(|told| told.closing.into()),
        words,
    }
}

/// How long somebody would wait who came now; `None` on a day on which the doors stay closed.
pub(super) fn line(
    words: Words<'_>,
    giving: Option<Result<(), NotNow>>,
    outlook: Option<Outlook>,
) -> LineTold {
    let why = match giving {
        Some(Ok(())) => None,
        Some(Err(NotNow::TooEarly(from))) => {
            Some(words.with("queue-from", &[("time", view::moment::time(words, from).into())]))
        }
        Some(Err(NotNow::Closed)) | None => Some(words.text("queue-no-queue-closed")),
    };
    let said = match (&why, outlook) {
        (Some(_), _) => Vec::new(),
        (None, Some(outlook)) => view::queue::wait(words, outlook),
        (None, None) => vec![words.text("queue-nobody-knows")],
    };
    LineTold { giving: why.is_none(), why, wait: wait(outlook, said) }
}

/// What a panel shows: calls that were taken back are left out.
pub(super) fn panel(hub: &Hub, branch: &Branch, calls: &[Recorded]) -> PanelTold {
    let told = calls.iter().filter(|it| !it.ticket.waits() || was_missed(it)).map(|it| CallTold {
        id: it.id,
        number: it.ticket.number.to_string(),
        desk: it.call.desk,
        at: moment::write(it.call.last, &hub.city.timezone),
        times: it.call.times,
        state: match &it.ticket.state {
            State::Called(call) if call.first == it.call.first => CallState::Called,
            State::Serving { call, .. } if call.first == it.call.first => CallState::Serving,
            _ => CallState::Over,
        },
    });
    PanelTold {
        branch: branch.code.clone(),
        name: branch.name.clone(),
        day: hub.city.timezone.to_datetime(hub.now()).date(),
        calls: told.collect(),
    }
}

/// Whoever is back after a call that they missed was called all the same.
fn was_missed(recorded: &Recorded) -> bool {
    recorded.ticket.returns > 0 || matches!(recorded.ticket.state, State::Returned)
}

/// A ticket, for staff.
pub(super) fn for_staff(
    hub: &Hub,
    asker: &Asker,
    rules: &QueueRules,
    ticket: &Ticket,
) -> StaffTicketTold {
    let (words, language) = (asker.words(), asker.language());
    let at = |it: Timestamp| moment::write(it, &hub.city.timezone);
    let class = rules.class(&ticket.class);
    let booked = ticket.appointment.map(|at| hub.city.timezone.to_datetime(at).time());
    StaffTicketTold {
        number: ticket.number.to_string(),
        state: state(ticket),
        service: ticket.service.0.clone(),
        service_name: words_of(hub, &ticket.service, language).name,
        class: ticket.class.0.clone(),
        class_name: class
            .and_then(|class| class.words.get(&language))
            .map(|words| words.name.clone())
            .unwrap_or_default(),
        proof: class.is_some_and(|class| class.proof),
        arrived: at(ticket.arrived),
        booked: ticket.appointment.map(at),
        desk: desk(ticket),
        times: ticket.call().map(|call| call.times),
        why: ticket.call().map(|call| view::queue::why(words, &call.reason, rules, booked)),
    }
}

fn desk(ticket: &Ticket) -> Option<u16> {
    match ticket.state {
        State::Parked { desk, .. } => Some(desk),
        _ => ticket.desk(),
    }
}

fn state(ticket: &Ticket) -> TicketState {
    match ticket.state {
        State::Waiting | State::Returned => TicketState::Waiting,
        State::Called(_) => TicketState::Called,
        State::Serving { .. } => TicketState::Serving,
        State::Parked { .. } => TicketState::Parked,
        State::Out { .. } => TicketState::Out,
        State::Missed { .. } => TicketState::Missed,
        State::Served { .. } => TicketState::Served,
        State::Void { .. } => TicketState::Void,
        State::Closed { .. } => TicketState::Closed,
    }
}
