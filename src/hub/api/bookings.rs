//! One booking: held, confirmed, changed, cancelled, met.

pub(super) mod met;

use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use uuid::Uuid;

use super::answered::BookingTold;
use super::asked::{ChangeRequest, ConfirmRequest, HoldRequest, PlainRequest};
use super::asker::{Asker, Body};
use super::document::Opened;
use super::problem::{BookingFaults, OpenFaults, Problem, Refused, answer};
use super::times::{branch, wished};
use super::{BASE, Server, told};
use crate::domain::booking::hours::later;
use crate::domain::booking::number::BookingNumber;
use crate::domain::booking::plan::Plan;
use crate::domain::booking::state::BookingRefusal;
use crate::domain::request::AccessCode;
use crate::hub::Hub;
use crate::hub::access::AccessHash;
use crate::hub::booking::{
    Act, Booking, Call, Deed, NewHold, Opener, Place, ShortDigest, calendar as ics, minted,
};

/// How many random numbers are tried for a booking: with a million of ten million in use, one in
/// a hundred million finds none free.
const NUMBERS: usize = 8;

/// The last part of an address but one, or what stood there instead.
pub(in crate::hub) type Number = Result<Path<String>, PathRejection>;

/// Hold a time
///
/// It is kept for some minutes, until it is confirmed or its time is over.
#[utoipa::path(
    post,
    path = "/bookings",
    tag = "bookings",
    operation_id = "hold",
    request_body = HoldRequest,
    responses(
        (
            status = 201,
            description = "It is held; the access code is told in this answer only",
            body = BookingTold,
            headers(("Location" = String, description = "The booking's address")),
        ),
        BookingFaults
    ),
    security((), ("key" = []))
)]
pub(super) async fn hold(
    State(hub): Server,
    asker: Asker,
    body: Body,
) -> Result<Response, Refused> {
    let (booking, code) = held(&hub, &asker, &asker.read(body)?).await?;
    let told = told::booking(&hub, &booking, asker.language(), Some(&code));
    let location = format!("{BASE}/bookings/{}", told.number);
    Ok(([(header::LOCATION, location)], answer(StatusCode::CREATED, &told)).into_response())
}

/// A time that is held now, and what opens it.
pub(in crate::hub) async fn held(
    hub: &Hub,
    asker: &Asker,
    wanted: &HoldRequest,
) -> Result<(Booking, AccessCode), Refused> {
    if !wanted.is_sound() {
        return Err(asker.refused(Problem::Malformed));
    }
    let refused = |problem| asker.refused(problem);
    let branch = branch(&hub.city, &wanted.branch).map_err(refused)?;
    let codes: Vec<&str> = wanted.services.iter().map(String::as_str).collect();
    let wish = wished(&hub.city, &codes, wanted.people, wanted.interpreter).map_err(refused)?;
    let now = hub.now();
    let plan = Plan::of(&hub.city, branch, &wish);
    let ways = plan.and_then(|plan| plan.ways_at(wanted.start, now));
    let minutes = hub.city.booking.as_ref().map_or(0, |rules| rules.hold_minutes);
    let new = NewHold {
        call: call(&wanted.call_id, "hold", wanted),
        numbers: numbers().map_err(|error| asker.refused(error))?,
        access: AccessHash::minted(&wanted.call_id).map_err(|error| asker.refused(error))?,
        holder: asker.holder(),
        place: Place::new(
            &branch.code,
            wanted.start,
            ways.clone().unwrap_or_default(),
            &hub.city.timezone,
        ),
        wish,
        language: asker.language(),
        until: later(now, minutes),
        now,
    };
    let held = hub.store.hold(new).await.map_err(|error| asker.refused(error))?;
    let granted = held.map_err(|refusal| asker.refused(true_reason(refusal, ways.err())))?;
    Ok((granted.booking, minted(granted.salt, &wanted.call_id)))
}

/// A repeat is answered even when its time could no longer be asked for: only the store knows
/// which call is one. It says that nothing is free where no way was left; the rules know why.
fn true_reason(refusal: BookingRefusal, rules: Option<BookingRefusal>) -> BookingRefusal {
    match (refusal, rules) {
        (BookingRefusal::SlotTaken, Some(reason)) => reason,
        (refusal, _) => refusal,
    }
}

fn numbers() -> Result<Vec<BookingNumber>, getrandom::Error> {
    let number = || {
        // All but evenly: seven digits are a small part of 64 bits.
        getrandom::u64()
            .map(|random| random % 10_000_000)
            .map(|random| BookingNumber::from_random(u32::try_from(random).unwrap_or_default()))
    };
    std::iter::repeat_with(number).take(NUMBERS).collect()
}

pub(super) fn call(id: &Uuid, verb: &str, asked: &impl Serialize) -> Call {
    let asked = serde_json::to_vec(asked).unwrap_or_default();
    Call {
        id: ShortDigest::of(&[b"call", id.as_bytes()]),
        asked: ShortDigest::of(&[verb.as_bytes(), &asked]),
    }
}

/// A booking as it is now
#[utoipa::path(
    get,
    path = "/bookings/{number}",
    tag = "bookings",
    operation_id = "booking",
    params(Opened),
    responses((status = 200, description = "The booking", body = BookingTold), OpenFaults),
    security((), ("key" = []))
)]
pub(super) async fn show(
    State(hub): Server,
    asker: Asker,
    number: Number,
) -> Result<Response, Refused> {
    let booking = opened(&hub, &asker, number).await?;
    Ok(told(&hub, &asker, &booking))
}

/// A booking as a calendar file
#[utoipa::path(
    get,
    path = "/bookings/{number}/calendar",
    tag = "bookings",
    operation_id = "calendar",
    params(Opened),
    responses(
        (status = 200, description = "An iCalendar file (RFC 5545)", body = String, content_type = "text/calendar"),
        OpenFaults
    ),
    security((), ("key" = []))
)]
pub(super) async fn calendar(
    State(hub): Server,
    asker: Asker,
    number: Number,
) -> Result<Response, Refused> {
    let booking = opened(&hub, &asker, number).await?;
    calendar_of(&hub, &asker, &booking)
}

/// The calendar file of a booking.
pub(in crate::hub) fn calendar_of(
    hub: &Hub,
    asker: &Asker,
    booking: &Booking,
) -> Result<Response, Refused> {
    let branch = branch(&hub.city, &booking.branch).map_err(|problem| asker.refused(problem))?;
    let file = ics::file(&hub.city, branch, booking, asker.words(), hub.now());
    let headers = [
        (header::CONTENT_TYPE, "text/calendar; charset=utf-8"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"booking.ics\""),
        (header::CACHE_CONTROL, "no-store"),
    ];
    Ok((headers, file).into_response())
}

/// Say who comes
#[utoipa::path(
    post,
    path = "/bookings/{number}/confirm",
    tag = "bookings",
    operation_id = "confirm",
    params(Opened),
    request_body = ConfirmRequest,
    responses((status = 200, description = "It is confirmed", body = BookingTold), BookingFaults),
    security((), ("key" = []))
)]
pub(super) async fn confirm(
    State(hub): Server,
    asker: Asker,
    number: Number,
    body: Body,
) -> Result<Response, Refused> {
    let booking = confirmed(&hub, &asker, number, asker.read(body)?).await?;
    Ok(told(&hub, &asker, &booking))
}

/// The booking, now that somebody said who comes.
pub(in crate::hub) async fn confirmed(
    hub: &Hub,
    asker: &Asker,
    number: Number,
    wanted: ConfirmRequest,
) -> Result<Booking, Refused> {
    if !wanted.is_sound() {
        return Err(asker.refused(Problem::Malformed));
    }
    if wanted.phone.is_none() && wanted.email.is_none() && !asker.has_key() {
        return Err(asker.refused(BookingRefusal::NoContact));
    }
    let ask = Ask::new(asker, number, &wanted.call_id, "confirm", &wanted)?;
    ask.done(hub, asker, Deed::Confirm(wanted.person()), None).await
}

/// Take another time, or another branch
///
/// The new time is taken before the old one is left; where it is refused, the old one stays.
#[utoipa::path(
    post,
    path = "/bookings/{number}/change",
    tag = "bookings",
    operation_id = "change",
    params(Opened),
    request_body = ChangeRequest,
    responses((status = 200, description = "It is changed", body = BookingTold), BookingFaults),
    security((), ("key" = []))
)]
pub(super) async fn change(
    State(hub): Server,
    asker: Asker,
    number: Number,
    body: Body,
) -> Result<Response, Refused> {
    let booking = changed(&hub, &asker, number, &asker.read(body)?).await?;
    Ok(told(&hub, &asker, &booking))
}

/// The booking at its new time.
pub(in crate::hub) async fn changed(
    hub: &Hub,
    asker: &Asker,
    number: Number,
    wanted: &ChangeRequest,
) -> Result<Booking, Refused> {
    if !wanted.is_sound() {
        return Err(asker.refused(Problem::Malformed));
    }
    let ask = Ask::new(asker, number, &wanted.call_id, "change", wanted)?;
    let booking = hub.store.booking(ask.number, ask.opener.clone(), hub.now()).await;
    let booking = booking.map_err(|error| asker.refused(error))?;
    let booking = booking.map_err(|refusal| asker.refused(refusal))?;
    let code = wanted.branch.as_deref().unwrap_or(&booking.branch);
    let branch = branch(&hub.city, code).map_err(|problem| asker.refused(problem))?;
    let plan = Plan::of(&hub.city, branch, &booking.wish);
    let ways = plan.and_then(|plan| plan.ways_at(wanted.start, hub.now()));
    let free = ways.clone().unwrap_or_default();
    let place = Place::new(&branch.code, wanted.start, free, &hub.city.timezone);
    ask.done(hub, asker, Deed::Change(place), ways.err()).await
}

/// Say that nobody comes
#[utoipa::path(
    post,
    path = "/bookings/{number}/cancel",
    tag = "bookings",
    operation_id = "cancel",
    params(Opened),
    request_body = PlainRequest,
    responses((status = 200, description = "It is cancelled", body = BookingTold), BookingFaults),
    security((), ("key" = []))
)]
pub(super) async fn cancel(
    State(hub): Server,
    asker: Asker,
    number: Number,
    body: Body,
) -> Result<Response, Refused> {
    plain(&hub, &asker, number, body, Deed::Cancel).await
}

/// A call that needs nothing more than its id.
pub(super) async fn plain(
    hub: &Hub,
    asker: &Asker,
    number: Number,
    body: Body,
    deed: Deed,
) -> Result<Response, Refused> {
    let booking = done(hub, asker, number, &asker.read(body)?, deed).await?;
    Ok(told(hub, asker, &booking))
}

/// The booking after a call that needs nothing more than its id.
pub(in crate::hub) async fn done(
    hub: &Hub,
    asker: &Asker,
    number: Number,
    wanted: &PlainRequest,
    deed: Deed,
) -> Result<Booking, Refused> {
    let ask = Ask::new(asker, number, &wanted.call_id, deed.verb().name(), wanted)?;
    ask.done(hub, asker, deed, None).await
}

fn told(hub: &Hub, asker: &Asker, booking: &Booking) -> Response {
    answer(StatusCode::OK, &told::booking(hub, booking, asker.language(), None))
}

/// Of which booking something is asked, and by whom.
struct Ask {
    number: BookingNumber,
    opener: Opener,
    call: Call,
}

impl Ask {
    fn new(
        asker: &Asker,
        number: Number,
        id: &Uuid,
        verb: &str,
        wanted: &impl Serialize,
    ) -> Result<Self, Refused> {
        let opener = asker.opener()?;
        let number = known(asker, number)?;
        let call = call(id, verb, &(number, wanted));
        Ok(Self { number, opener, call })
    }

    async fn done(
        self,
        hub: &Hub,
        asker: &Asker,
        deed: Deed,
        rules_say: Option<BookingRefusal>,
    ) -> Result<Booking, Refused> {
        let act = self.of(hub, asker, deed)?;
        let done = hub.store.act(act).await.map_err(|error| asker.refused(error))?;
        done.map_err(|refusal| asker.refused(true_reason(refusal, rules_say)))
    }

    /// What the store is asked.
    fn of(self, hub: &Hub, asker: &Asker, deed: Deed) -> Result<Act, Refused> {
        let rules = hub.city.booking.as_ref();
        let rules = rules.ok_or_else(|| asker.refused(BookingRefusal::NotBookedHere))?;
        Ok(Act {
            call: self.call,
            number: self.number,
            opener: self.opener,
            deed,
            timing: rules.timing(),
            limits: rules.limits,
            reminder_hours: rules.reminder_hours.clone(),
            now: hub.now(),
        })
    }
}

/// A number whose digits agree; any other is nobody's.
fn known(asker: &Asker, number: Number) -> Result<BookingNumber, Refused> {
    let number = number.ok().and_then(|Path(number)| number.parse().ok());
    number.ok_or_else(|| asker.refused(BookingRefusal::NoSuchBooking))
}

/// The booking as it is, for whoever opens it.
pub(in crate::hub) async fn opened(
    hub: &Hub,
    asker: &Asker,
    number: Number,
) -> Result<Booking, Refused> {
    let opener = asker.opener()?;
    let number = known(asker, number)?;
    let booking = hub.store.booking(number, opener, hub.now()).await;
    let booking = booking.map_err(|error| asker.refused(error))?;
    booking.map_err(|refusal| asker.refused(refusal))
}
