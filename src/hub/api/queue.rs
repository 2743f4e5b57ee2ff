//! Tickets: taken, followed, left and given up.

mod answered;
mod asked;
pub(super) mod desks;
mod told;

use std::sync::Arc;

use axum::extract::rejection::{PathRejection, QueryRejection};
use axum::extract::{Path, Query, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use uuid::Uuid;

use super::asked::PlainRequest;
use super::asker::{Asker, Body};
use super::bookings::call;
use super::problem::{Problem, QueueFaults, ReadFaults, Refused, answer};
use super::times::{branch, read};
use super::{BASE, Server};
use crate::domain::city::{Branch, ServiceCode};
use crate::domain::queue::{ClassCode, QueueRules, Step, Voided, Wish};
use crate::hub::Hub;
use crate::hub::booking::{Booking, Call};
use crate::hub::queue::line::{Doors, told_before};
use crate::hub::queue::{
    BranchDay, Errand, Issued, LATEST_CALLS, LATEST_SERVED, NewTicket, QueueAct, TicketToken,
};
pub(super) use answered::{CheckedInTold, TicketTold};
use answered::{LineTold, PanelTold};
pub(super) use asked::CheckInRequest;
pub(super) use asked::LineQuery;
use asked::TicketRequest;
pub(in crate::hub) use told::outlook;
pub(super) use told::ticket;

/// The code of a branch in an address, or what stood there instead.
type Code = Result<Path<String>, PathRejection>;

/// A branch that calls by ticket.
struct Place<'h> {
    hub: &'h Hub,
    branch: &'h Branch,
    rules: &'h Arc<QueueRules>,
    day: BranchDay,
}

impl<'h> Place<'h> {
    fn of(hub: &'h Hub, asker: &Asker, code: Code) -> Result<Self, Refused> {
        let code = code.map_or_else(|_| String::new(), |Path(code)| code);
        Self::named(hub, &code).map_err(|problem| asker.refused(problem))
    }

    fn named(hub: &'h Hub, code: &str) -> Result<Self, Problem> {
        let branch = branch(&hub.city, code)?;
        let rules = hub.city.queue.as_ref();
        let rules = rules.filter(|rules| rules.desks.contains_key(&branch.code));
        let rules = rules.ok_or(Problem::NoQueueHere)?;
        let day = BranchDay::at(&branch.code, hub.now(), &hub.city.timezone);
        Ok(Self { hub, branch, rules, day })
    }

    fn doors(&self) -> Option<Doors> {
        Doors::of(&self.hub.city, self.branch, self.hub.now())
    }

    /// What somebody wants, and says of themself.
    fn wish(&self, service: &str, class: Option<&str>) -> Result<Wish, Problem> {
        let service = ServiceCode(service.to_owned());
        self.hub.city.service(&service).ok_or(Problem::NoSuchService)?;
        let class = class.map(|class| ClassCode(class.to_owned()));
        if class.as_ref().is_some_and(|class| !self.has(class)) {
            return Err(Problem::NoSuchClass);
        }
        let everyone = self.rules.everyone();
        let desks = self.rules.desks.get(&self.branch.code);
        let mut desks = desks.into_iter().flatten();
        if !desks.any(|desk| desk.serves(&service, class.as_ref().unwrap_or(&everyone))) {
            return Err(Problem::NotServedAtBranch);
        }
        Ok(Wish { service, class, appointment: None })
    }

    fn has(&self, class: &ClassCode) -> bool {
        self.rules.classes.iter().any(|known| known.code == *class)
    }

    async fn act(
        &self,
        asker: &Asker,
        id: &Uuid,
        wording: &impl Serialize,
        errand: Errand,
    ) -> Result<Option<crate::domain::queue::Ticket>, Refused> {
        let act = QueueAct {
            call: call(id, "queue", &(&self.day, wording)),
            place: self.day.clone(),
            errand,
            rules: Arc::clone(self.rules),
            now: self.hub.now(),
        };
        let done = self.hub.store.queue_act(act).await.map_err(|error| asker.refused(error))?;
        done.map_err(|refused| asker.refused(refused))
    }
}

/// The ticket of somebody who is here with an appointment, while their booking can be met;
/// nothing where the branch calls nobody by ticket.
pub(super) fn with_appointment(
    hub: &Hub,
    booking: &Booking,
    class: Option<&str>,
    call: Call,
) -> Result<Option<NewTicket>, Problem> {
    let place = match Place::named(hub, &booking.branch) {
        Ok(place) => place,
        Err(Problem::NoQueueHere) => return Ok(None),
        Err(problem) => return Err(problem),
    };
    let class = class.map(|class| ClassCode(class.to_owned()));
    if class.as_ref().is_some_and(|class| !place.has(class)) {
        return Err(Problem::NoSuchClass);
    }
    let service = booking.wish.services.first().cloned().ok_or(Problem::NoSuchService)?;
    Ok(Some(NewTicket {
        call,
        token: TicketToken::random()?,
        wish: Wish { service, class, appointment: Some(booking.start) },
        rules: Arc::clone(place.rules),
        now: hub.now(),
        place: place.day,
    }))
}

/// How long it takes at a branch now
#[utoipa::path(
    get,
    path = "/branches/{branch}/line",
    tag = "queue",
    operation_id = "line",
    params(
        ("branch" = String, Path, description = "Code of the branch", min_length = 1, max_length = 40),
        LineQuery,
    ),
    responses((status = 200, description = "For somebody who would come now", body = LineTold), ReadFaults)
)]
pub(super) async fn line(
    State(hub): Server,
    asker: Asker,
    code: Code,
    query: Result<Query<LineQuery>, QueryRejection>,
) -> Result<Response, Refused> {
    let refused = |problem| asker.refused(problem);
    let query = read(&asker, query)?;
    let place = Place::of(&hub, &asker, code)?;
    let wish = place.wish(&query.service, query.class.as_deref()).map_err(refused)?;
    let doors = place.doors();
    let giving = doors.as_ref().map(|doors| doors.may_issue(place.rules));
    let outlook = match (&doors, &giving) {
        (Some(doors), Some(Ok(()))) => {
            let kept = hub.store.queue_day(place.day.clone(), LATEST_SERVED).await;
            let kept = kept.map_err(|error| asker.refused(error))?;
            told_before(place.rules, &place.branch.code, doors, kept, wish)
        }
        _ => None,
    };
    Ok(answer(StatusCode::OK, &told::line(asker.words(), giving, outlook)))
}

/// What the panel of a branch shows
///
/// Numbers and desks of the latest calls. It never holds a name, a service or a class.
#[utoipa::path(
    get,
    path = "/branches/{branch}/panel",
    tag = "queue",
    operation_id = "panel",
    params(("branch" = String, Path, description = "Code of the branch", min_length = 1, max_length = 40)),
    responses((status = 200, description = "The latest call first", body = PanelTold), ReadFaults)
)]
pub(super) async fn panel(
    State(hub): Server,
    asker: Asker,
    code: Code,
) -> Result<Response, Refused> {
    let place = Place::of(&hub, &asker, code)?;
    let calls = hub.store.calls(place.day.clone(), LATEST_CALLS).await;
    let calls = calls.map_err(|error| asker.refused(error))?;
    Ok(answer(StatusCode::OK, &told::panel(&hub, place.branch, &calls)))
}

/// Take a ticket
///
/// Whoever waits before the doors open keeps that place.
#[utoipa::path(
    post,
    path = "/branches/{branch}/tickets",
    tag = "queue",
    operation_id = "take",
    params(("branch" = String, Path, description = "Code of the branch", min_length = 1, max_length = 40)),
    request_body = TicketRequest,
    responses(
        (status = 201, description = "The ticket; its token is told in this answer", body = TicketTold),
        QueueFaults
    ),
    security(("key" = []))
)]
pub(super) async fn take(
    State(hub): Server,
    asker: Asker,
    code: Code,
    body: Body,
) -> Result<Response, Refused> {
    asker.station_or_staff()?;
    let refused = |problem| asker.refused(problem);
    let wanted: TicketRequest = asker.read(body)?;
    if !wanted.is_sound() {
        return Err(asker.refused(Problem::Malformed));
    }
    let place = Place::of(&hub, &asker, code)?;
    let wish = place.wish(&wanted.service, wanted.class.as_deref()).map_err(refused)?;
    let doors = place.doors().ok_or_else(|| asker.refused(Problem::QueueClosed))?;
    doors.may_issue(place.rules).map_err(|not_now| asker.refused(not_now))?;
    let new = NewTicket {
        call: call(&wanted.call_id, "ticket", &(&place.day, &wanted)),
        token: TicketToken::random().map_err(|error| asker.refused(error))?,
        place: place.day.clone(),
        wish,
        rules: Arc::clone(place.rules),
        now: hub.now(),
    };
    let issued = hub.store.issue(new).await.map_err(|error| asker.refused(error))?;
    let issued = issued.map_err(|refused| asker.refused(refused))?;
    let told = ticket(&hub, &asker, &issued).await?;
    let location = format!("{BASE}/tickets/{}", issued.token.as_str());
    Ok(([(header::LOCATION, location)], answer(StatusCode::CREATED, &told)).into_response())
}

/// A ticket, for whoever has its token
#[utoipa::path(
    get,
    path = "/tickets/{token}",
    tag = "queue",
    operation_id = "ticket",
    params(("token" = String, Path, description = "Its 20 signs", pattern = "^[0-9a-z]{20}$")),
    responses((status = 200, description = "The ticket", body = TicketTold), ReadFaults)
)]
pub(super) async fn show(
    State(hub): Server,
    asker: Asker,
    token: Code,
) -> Result<Response, Refused> {
    let issued = opened(&hub, &asker, &token_of(token)).await?;
    Ok(answer(StatusCode::OK, &ticket(&hub, &asker, &issued).await?))
}

fn token_of(token: Code) -> String {
    token.map_or_else(|_| String::new(), |Path(token)| token)
}

/// The ticket that a token opens.
pub(in crate::hub) async fn opened(
    hub: &Hub,
    asker: &Asker,
    token: &str,
) -> Result<Issued, Refused> {
    let unknown = || asker.refused(crate::domain::queue::Refusal::Unknown);
    let token = token.parse().map_err(|_| unknown())?;
    let issued = hub.store.ticket(token).await.map_err(|error| asker.refused(error))?;
    issued.ok_or_else(unknown)
}

/// What somebody does with their own ticket.
macro_rules! own {
    ($($(#[$doc:meta])* $name:ident $path:literal $id:literal $step:expr;)+) => {$(
        $(#[$doc])*
        #[utoipa::path(
            post,
            path = $path,
            tag = "queue",
            operation_id = $id,
            params(("token" = String, Path, description = "Its 20 signs", pattern = "^[0-9a-z]{20}$")),
            request_body = PlainRequest,
            responses((status = 200, description = "The ticket", body = TicketTold), QueueFaults)
        )]
        pub(super) async fn $name(
            State(hub): Server,
            asker: Asker,
            token: Code,
            body: Body,
        ) -> Result<Response, Refused> {
            own(&hub, &asker, token, body, $step).await
        }
    )+};
}

own! {
    /// Go out for a while
    leave "/tickets/{token}/leave" "leave" Step::Leave;
    /// Come back
    come_back "/tickets/{token}/return" "return" Step::Return;
    /// Wait no more
    give_up "/tickets/{token}/give-up" "give_up" Step::Void(Voided::GivenUp);
}

async fn own(
    hub: &Hub,
    asker: &Asker,
    token: Code,
    body: Body,
    step: Step,
) -> Result<Response, Refused> {
    let wanted: PlainRequest = asker.read(body)?;
    let issued = opened(hub, asker, &token_of(token)).await?;
    let issued = stepped(hub, asker, &issued, &wanted.call_id, step).await?;
    Ok(answer(StatusCode::OK, &ticket(hub, asker, &issued).await?))
}

/// Does something with an opened ticket, on its own day.
pub(in crate::hub) async fn stepped(
    hub: &Hub,
    asker: &Asker,
    issued: &Issued,
    call_id: &Uuid,
    step: Step,
) -> Result<Issued, Refused> {
    let place = Place::named(hub, &issued.place.branch).map_err(|it| asker.refused(it))?;
    if place.day != issued.place {
        return Err(asker.refused(crate::domain::queue::Refusal::Over));
    }
    let number = issued.ticket.number;
    let wording = (number, format!("{step:?}"));
    let changed = place.act(asker, call_id, &wording, Errand::Step(number, step)).await?;
    let mut issued = issued.clone();
    issued.ticket = changed.unwrap_or(issued.ticket);
    Ok(issued)
}
