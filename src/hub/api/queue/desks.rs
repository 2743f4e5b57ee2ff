//! What desks do with tickets.

use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;

use super::super::Server;
use super::super::asked::PlainRequest;
use super::super::asker::{Asker, Body};
use super::super::problem::{Problem, QueueFaults, Refused, StaffFaults, answer};
use super::answered::{DeskTold, StaffTicketTold};
use super::asked::NumberRequest;
use super::{Code, Place, told};
use crate::domain::queue::{Desk, Step, TicketNumber, Voided};
use crate::hub::queue::Errand;

/// A branch and a desk in an address, or what stood there instead.
type DeskPath = Result<Path<(String, String)>, PathRejection>;

/// Everybody who has a ticket of a branch today
#[utoipa::path(
    get,
    path = "/branches/{branch}/tickets",
    tag = "desks",
    operation_id = "tickets",
    params(("branch" = String, Path, description = "Code of the branch", min_length = 1, max_length = 40)),
    responses(
        (status = 200, description = "In the order of arrival; what is over too", body = [StaffTicketTold]),
        StaffFaults
    ),
    security(("key" = []))
)]
pub(in super::super) async fn tickets(
    State(hub): Server,
    asker: Asker,
    code: Code,
) -> Result<Response, Refused> {
    asker.staff()?;
    let place = Place::of(&hub, &asker, code)?;
    let kept = hub.store.queue_day(place.day.clone(), 0).await;
    let kept = kept.map_err(|error| asker.refused(error))?;
    let told = kept.tickets.iter().map(|ticket| told::for_staff(&hub, &asker, place.rules, ticket));
    Ok(answer(StatusCode::OK, &told.collect::<Vec<_>>()))
}

/// Call whoever is next
#[utoipa::path(
    post,
    path = "/branches/{branch}/desks/{desk}/next",
    tag = "desks",
    operation_id = "next",
    params(
        ("branch" = String, Path, description = "Code of the branch", min_length = 1, max_length = 40),
        ("desk" = u16, Path, description = "Number of the desk", minimum = 1, maximum = 999),
    ),
    request_body = PlainRequest,
    responses((status = 200, description = "Who is called; null where nobody waits", body = DeskTold), QueueFaults),
    security(("key" = []))
)]
pub(in super::super) async fn next(
    State(hub): Server,
    asker: Asker,
    path: DeskPath,
    body: Body,
) -> Result<Response, Refused> {
    asker.staff()?;
    let wanted: PlainRequest = asker.read(body)?;
    let (place, desk) = at_desk(&hub, &asker, path)?;
    let wording = (desk.number, "next");
    let called = place.act(&asker, &wanted.call_id, &wording, Errand::Next(desk.clone())).await?;
    let ticket = called.map(|ticket| told::for_staff(&hub, &asker, place.rules, &ticket));
    Ok(answer(StatusCode::OK, &DeskTold { ticket }))
}

/// What a desk does with one ticket.
macro_rules! with_ticket {
    ($($(#[$doc:meta])* $name:ident $path:literal $id:literal $errand:expr;)+) => {$(
        $(#[$doc])*
        #[utoipa::path(
            post,
            path = $path,
            tag = "desks",
            operation_id = $id,
            params(
                ("branch" = String, Path, description = "Code of the branch", min_length = 1, max_length = 40),
                ("desk" = u16, Path, description = "Number of the desk", minimum = 1, maximum = 999),
            ),
            request_body = NumberRequest,
            responses((status = 200, description = "The ticket", body = DeskTold), QueueFaults),
            security(("key" = []))
        )]
        pub(in super::super) async fn $name(
            State(hub): Server,
            asker: Asker,
            path: DeskPath,
            body: Body,
        ) -> Result<Response, Refused> {
            asker.staff()?;
            let wanted: NumberRequest = asker.read(body)?;
            let (place, desk) = at_desk(&hub, &asker, path)?;
            let wording = (desk.number, $id, wanted.number);
            let errand: fn(Desk, TicketNumber) -> Errand = $errand;
            let done = place.act(&asker, &wanted.call_id, &wording, errand(desk, wanted.number)).await?;
            let ticket = done.map(|ticket| told::for_staff(&hub, &asker, place.rules, &ticket));
            Ok(answer(StatusCode::OK, &DeskTold { ticket }))
        }
    )+};
}

with_ticket! {
    /// Call one ticket, against the order
    call "/branches/{branch}/desks/{desk}/call" "call" Errand::Call;
    /// Call it once more
    again "/branches/{branch}/desks/{desk}/again" "again"
        |desk, number| Errand::Step(number, Step::Again { desk: desk.number });
    /// The person has come
    start "/branches/{branch}/desks/{desk}/start" "start"
        |desk, number| Errand::Step(number, Step::Start { desk: desk.number });
    /// The person is served
    finish "/branches/{branch}/desks/{desk}/finish" "finish"
        |desk, number| Errand::Step(number, Step::Finish { desk: desk.number });
    /// The call was a mistake: it waits as before
    put_back "/branches/{branch}/desks/{desk}/put-back" "put_back"
        |desk, number| Errand::Step(number, Step::PutBack { desk: desk.number });
    /// Nobody came
    miss "/branches/{branch}/desks/{desk}/miss" "miss"
        |desk, number| Errand::Step(number, Step::Miss { desk: desk.number });
    /// The person fetches something and comes back
    park "/branches/{branch}/desks/{desk}/park" "park"
        |desk, number| Errand::Step(number, Step::Park { desk: desk.number });
}

/// What staff do with a ticket that no desk has.
macro_rules! without_desk {
    ($($(#[$doc:meta])* $name:ident $path:literal $id:literal $step:expr;)+) => {$(
        $(#[$doc])*
        #[utoipa::path(
            post,
            path = $path,
            tag = "desks",
            operation_id = $id,
            params(
                ("branch" = String, Path, description = "Code of the branch", min_length = 1, max_length = 40),
                ("number" = String, Path, description = "Number of the ticket", pattern = "^[A-Z](0[1-9]|[1-9][0-9]{1,3})$"),
            ),
            request_body = PlainRequest,
            responses((status = 200, description = "The ticket", body = DeskTold), QueueFaults),
            security(("key" = []))
        )]
        pub(in super::super) async fn $name(
            State(hub): Server,
            asker: Asker,
            path: DeskPath,
            body: Body,
        ) -> Result<Response, Refused> {
            asker.staff()?;
            let wanted: PlainRequest = asker.read(body)?;
            let Path((code, number)) = path.map_err(|_| asker.refused(Problem::NoSuchBranch))?;
            let place = Place::of(&hub, &asker, Ok(Path(code)))?;
            let unknown = |_| asker.refused(crate::domain::queue::Refusal::Unknown);
            let number: TicketNumber = number.parse().map_err(unknown)?;
            let (wording, errand) = ((number, $id), Errand::Step(number, $step));
            let done = place.act(&asker, &wanted.call_id, &wording, errand).await?;
            let ticket = done.map(|ticket| told::for_staff(&hub, &asker, place.rules, &ticket));
            Ok(answer(StatusCode::OK, &DeskTold { ticket }))
        }
    )+};
}

without_desk! {
    /// Somebody goes out for a while
    send_out "/branches/{branch}/tickets/{number}/leave" "send_out" Step::Leave;
    /// Somebody is back
    take_back "/branches/{branch}/tickets/{number}/return" "take_back" Step::Return;
    /// Somebody waits no more
    let_go "/branches/{branch}/tickets/{number}/give-up" "let_go" Step::Void(Voided::GivenUp);
    /// It was taken by mistake, or twice
    void "/branches/{branch}/tickets/{number}/void" "void" Step::Void(Voided::Mistake);
}

fn at_desk<'h>(
    hub: &'h crate::hub::Hub,
    asker: &Asker,
    path: DeskPath,
) -> Result<(Place<'h>, Desk), Refused> {
    let Path((code, desk)) = path.map_err(|_| asker.refused(Problem::NoSuchBranch))?;
    let place = Place::of(hub, asker, Ok(Path(code)))?;
    let desks = place.rules.desks.get(&place.branch.code).into_iter().flatten();
    let found =
        desk.parse().ok().and_then(|desk: u16| desks.into_iter().find(|it| it.number == desk));
    let desk = found.cloned().ok_or_else(|| asker.refused(Problem::NoSuchDesk))?;
    Ok((place, desk))
}
