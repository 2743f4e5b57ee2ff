//! Somebody is here: the booking is met, and becomes a ticket.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;

use super::super::asker::{Asker, Body};
use super::super::document::Opened;
use super::super::problem::{BookingFaults, Problem, Refused, answer};
use super::super::queue::{self, CheckInRequest, CheckedInTold};
use super::super::{Server, told};
use super::{Ask, Number};
use crate::domain::booking::state::Verb;
use crate::hub::booking::Deed;
use crate::hub::queue::{Arrived, Met};

/// Say that somebody is here
///
/// It is said at the branch: by a station with the code, or by staff. Where the city calls by
/// ticket, the person gets one with it.
#[utoipa::path(
    post,
    path = "/bookings/{number}/check-in",
    tag = "bookings",
    operation_id = "check_in",
    params(Opened),
    request_body = CheckInRequest,
    responses((status = 200, description = "Somebody is here", body = CheckedInTold), BookingFaults),
    security(("key" = []))
)]
pub(in super::super) async fn check_in(
    State(hub): Server,
    asker: Asker,
    number: Number,
    body: Body,
) -> Result<Response, Refused> {
    asker.station_or_staff()?;
    let wanted: CheckInRequest = asker.read(body)?;
    if !wanted.is_sound() {
        return Err(asker.refused(Problem::Malformed));
    }
    let ask = Ask::new(&asker, number, &wanted.call_id, Verb::CheckIn.name(), &wanted)?;
    let booking = hub.store.booking(ask.number, ask.opener.clone(), hub.now()).await;
    let booking = booking.map_err(|error| asker.refused(error))?;
    let booking = booking.map_err(|refusal| asker.refused(refusal))?;
    let new = queue::with_appointment(&hub, &booking, wanted.class.as_deref(), ask.call);
    let ticket = new.map_err(|problem| asker.refused(problem))?;
    let act = ask.of(&hub, &asker, Deed::CheckIn)?;
    let met = hub.store.meet(Arrived { act, ticket }).await;
    let met = met.map_err(|error| asker.refused(error))?;
    let Met { booking, ticket } = met.map_err(|refusal| asker.refused(refusal))?;
    let ticket = match &ticket {
        None => None,
        Some(issued) => Some(queue::ticket(&hub, &asker, issued).await?),
    };
    let booking = told::booking(&hub, &booking, asker.language(), None);
    Ok(answer(StatusCode::OK, &CheckedInTold { booking, ticket }))
}
