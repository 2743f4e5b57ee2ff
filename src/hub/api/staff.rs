//! For those who meet people, and for those who remind them.

use axum::extract::rejection::{PathRejection, QueryRejection};
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;

use super::Server;
use super::answered::{BookingTold, ExpectedTold, ReminderTold};
use super::asked::{DayQuery, LimitQuery, PlainRequest, SentRequest};
use super::asker::{Asker, Body};
use super::bookings::{Number, plain};
use super::problem::{BookingFaults, Problem, Refused, StaffFaults, answer};
use super::times::{branch, read};
use super::told;
use crate::domain::booking::hours::moment;
use crate::hub::booking::{Deed, Place};

/// Say that nobody came
#[utoipa::path(
    post,
    path = "/bookings/{number}/missed",
    tag = "staff",
    operation_id = "missed",
    params(("number" = String, Path, description = "Its nine digits", pattern = "^[0-9]{9}$")),
    request_body = PlainRequest,
    responses((status = 200, description = "Nobody came", body = BookingTold), BookingFaults),
    security(("key" = []))
)]
pub(super) async fn missed(
    State(hub): Server,
    asker: Asker,
    number: Number,
    body: Body,
) -> Result<Response, Refused> {
    asker.staff()?;
    plain(&hub, &asker, number, body, Deed::Miss).await
}

/// Who is expected at a branch on a day
#[utoipa::path(
    get,
    path = "/branches/{branch}/bookings",
    tag = "staff",
    operation_id = "agenda",
    params(
        ("branch" = String, Path, description = "Code of the branch", min_length = 1, max_length = 40),
        DayQuery,
    ),
    responses(
        (status = 200, description = "By time; what is over too", body = [ExpectedTold]),
        StaffFaults
    ),
    security(("key" = []))
)]
pub(super) async fn agenda(
    State(hub): Server,
    asker: Asker,
    code: Result<Path<String>, PathRejection>,
    query: Result<Query<DayQuery>, QueryRejection>,
) -> Result<Response, Refused> {
    asker.staff()?;
    let query = read(&asker, query)?;
    let code = code.map_or_else(|_| String::new(), |Path(code)| code);
    let branch = branch(&hub.city, &code).map_err(|problem| asker.refused(problem))?;
    let start = query.date.to_zoned(hub.city.timezone.clone()).map(|zoned| zoned.timestamp());
    let start = start.unwrap_or_else(|_| moment(i64::MAX));
    let day = Place::new(&branch.code, start, Vec::new(), &hub.city.timezone).day;
    let all = hub.store.agenda(branch.code.clone(), day, hub.now()).await;
    let all = all.map_err(|error| asker.refused(error))?;
    let told = all.into_iter().map(|expected| ExpectedTold {
        booking: told::booking(&hub, &expected.booking, asker.language(), None),
        person: expected.person.map(told::person),
    });
    Ok(answer(StatusCode::OK, &told.collect::<Vec<_>>()))
}

/// Reminders that are due and were not sent
///
/// Send each, then say so with `reminders/sent`: what was sent without saying so is told again.
#[utoipa::path(
    get,
    path = "/reminders",
    tag = "staff",
    operation_id = "reminders",
    params(LimitQuery),
    responses(
        (status = 200, description = "The oldest first", body = [ReminderTold]),
        StaffFaults
    ),
    security(("key" = []))
)]
pub(super) async fn reminders(
    State(hub): Server,
    asker: Asker,
    query: Result<Query<LimitQuery>, QueryRejection>,
) -> Result<Response, Refused> {
    asker.staff()?;
    let limit = read(&asker, query)?.limit;
    if !(1..=1000).contains(&limit) {
        return Err(asker.refused(Problem::Malformed));
    }
    let due = hub.store.reminders(hub.now(), limit).await.map_err(|error| asker.refused(error))?;
    let told: Vec<_> = due.into_iter().filter_map(|it| told::reminder(&hub, it)).collect();
    Ok(answer(StatusCode::OK, &told))
}

/// Say that a reminder was sent
///
/// A repeat changes nothing.
#[utoipa::path(
    post,
    path = "/reminders/sent",
    tag = "staff",
    operation_id = "reminder_sent",
    request_body = SentRequest,
    responses((status = 204, description = "It is not told again"), BookingFaults),
    security(("key" = []))
)]
pub(super) async fn sent(
    State(hub): Server,
    asker: Asker,
    body: Body,
) -> Result<StatusCode, Refused> {
    asker.staff()?;
    let reminder: SentRequest = asker.read(body)?;
    if !reminder.is_sound() {
        return Err(asker.refused(Problem::Malformed));
    }
    let unknown = || asker.refused(Problem::NoSuchReminder);
    let number = reminder.number.parse().map_err(|_| unknown())?;
    let known = hub.store.reminder_sent(number, reminder.due, hub.now()).await;
    if known.map_err(|error| asker.refused(error))? {
        Ok(StatusCode::NO_CONTENT)
    } else {
        Err(unknown())
    }
}
