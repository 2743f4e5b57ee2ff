//! Everything that goes wrong, in one shape: a code that never changes and a sentence for a person.

use std::collections::BTreeMap;

use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use utoipa::openapi::{ContentBuilder, Ref, RefOr, ResponseBuilder};

use crate::domain::booking::state::BookingRefusal;
use crate::domain::queue::{NotNow, Refusal};
use crate::hub::queue::Unchanged;
use crate::hub::store::StoreError;
use crate::locale::Words;

/// Why a call is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::hub) enum Problem {
    /// It is not what the document says.
    Malformed,
    /// A key or a code is missing, or nobody knows the key.
    NoKey,
    /// The key may not do this.
    WrongKey,
    /// There is nothing at the address.
    NoSuchAddress,
    /// There is no such branch.
    NoSuchBranch,
    /// There is no such service.
    NoSuchService,
    /// There is no such reminder.
    NoSuchReminder,
    /// The address takes other methods.
    WrongMethod,
    /// The body is too long.
    TooLong,
    /// The body is no JSON.
    NotJson,
    /// The same call may succeed later.
    Later,
    /// The branch calls nobody by ticket.
    NoQueueHere,
    /// There is no such desk.
    NoSuchDesk,
    /// There is no such class.
    NoSuchClass,
    /// No desk of the branch serves that.
    NotServedAtBranch,
    /// Tickets are given later on this day.
    QueueTooEarly,
    /// The branch is closed for today.
    QueueClosed,
    /// The rules of the queue refuse it.
    Queue(Refusal),
    /// The rules of booking refuse it.
    Refused(BookingRefusal),
}

impl Problem {
    const OWN: [Self; 17] = [
        Self::Malformed,
        Self::NoKey,
        Self::WrongKey,
        Self::NoSuchAddress,
        Self::NoSuchBranch,
        Self::NoSuchService,
        Self::NoSuchReminder,
        Self::WrongMethod,
        Self::TooLong,
        Self::NotJson,
        Self::Later,
        Self::NoQueueHere,
        Self::NoSuchDesk,
        Self::NoSuchClass,
        Self::NotServedAtBranch,
        Self::QueueTooEarly,
        Self::QueueClosed,
    ];

    /// All of them.
    pub(super) fn all() -> impl Iterator<Item = Self> {
        let queue = Refusal::ALL.into_iter().map(Self::Queue);
        let booking = BookingRefusal::ALL.iter().copied().map(Self::Refused);
        Self::OWN.into_iter().chain(queue).chain(booking)
    }

    /// Its code.
    pub(super) fn code(self) -> &'static str {
        match self {
            Self::Malformed => "malformed",
            Self::NoKey => "no_key",
            Self::WrongKey => "wrong_key",
            Self::NoSuchAddress => "no_such_address",
            Self::NoSuchBranch => "no_such_branch",
            Self::NoSuchService => "no_such_service",
            Self::NoSuchReminder => "no_such_reminder",
            Self::WrongMethod => "wrong_method",
            Self::TooLong => "too_long",
            Self::NotJson => "not_json",
            Self::Later => "later",
            Self::NoQueueHere => "no_queue_here",
            Self::NoSuchDesk => "no_such_desk",
            Self::NoSuchClass => "no_such_class",
            Self::NotServedAtBranch => "not_served_at_branch",
            Self::QueueTooEarly => "queue_too_early",
            Self::QueueClosed => "queue_closed",
            Self::Queue(refusal) => refusal.code(),
            Self::Refused(refusal) => refusal.code(),
        }
    }

    /// Its HTTP status.
    pub(in crate::hub) fn status(self) -> StatusCode {
        match self {
            Self::Malformed => StatusCode::BAD_REQUEST,
            Self::NoKey => StatusCode::UNAUTHORIZED,
            Self::WrongKey => StatusCode::FORBIDDEN,
            Self::NoSuchAddress
            | Self::NoSuchBranch
            | Self::NoSuchService
            | Self::NoSuchReminder
            | Self::NoQueueHere
            | Self::NoSuchDesk
            | Self::NoSuchClass
            | Self::Queue(Refusal::Unknown)
            | Self::Refused(BookingRefusal::NoSuchBooking) => StatusCode::NOT_FOUND,
            Self::WrongMethod => StatusCode::METHOD_NOT_ALLOWED,
            Self::TooLong => StatusCode::PAYLOAD_TOO_LARGE,
            Self::NotJson => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::Later => StatusCode::SERVICE_UNAVAILABLE,
            Self::Refused(BookingRefusal::TooManyCodes | BookingRefusal::TooManyHolds) => {
                StatusCode::TOO_MANY_REQUESTS
            }
            Self::NotServedAtBranch
            | Self::QueueTooEarly
            | Self::QueueClosed
            | Self::Queue(_)
            | Self::Refused(_) => StatusCode::CONFLICT,
        }
    }

    /// The id of its sentence in `queue.ftl` or `booking.ftl`.
    pub(in crate::hub) fn message(self) -> String {
        let subject = match self {
            Self::NoQueueHere
            | Self::NoSuchDesk
            | Self::NoSuchClass
            | Self::NotServedAtBranch
            | Self::QueueTooEarly
            | Self::QueueClosed
            | Self::Queue(_) => "queue",
            _ => "booking",
        };
        format!("{subject}-no-{}", self.code().replace('_', "-"))
    }
}

impl From<BookingRefusal> for Problem {
    fn from(refusal: BookingRefusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<Refusal> for Problem {
    fn from(refusal: Refusal) -> Self {
        Self::Queue(refusal)
    }
}

impl From<Unchanged> for Problem {
    fn from(unchanged: Unchanged) -> Self {
        match unchanged {
            Unchanged::Refused(refusal) => Self::Queue(refusal),
            Unchanged::CallIdUsed => Self::Refused(BookingRefusal::CallIdUsed),
        }
    }
}

impl From<NotNow> for Problem {
    fn from(not_now: NotNow) -> Self {
        match not_now {
            NotNow::TooEarly(_) => Self::QueueTooEarly,
            NotNow::Closed => Self::QueueClosed,
        }
    }
}

impl From<StoreError> for Problem {
    fn from(error: StoreError) -> Self {
        tracing::error!(error = &error as &dyn std::error::Error, "the store did not answer");
        Self::Later
    }
}

impl From<getrandom::Error> for Problem {
    fn from(error: getrandom::Error) -> Self {
        tracing::error!(%error, "the machine has no randomness to give");
        Self::Later
    }
}

/// A refusal as it travels.
#[derive(Serialize)]
struct Written<'a> {
    code: &'a str,
    message: String,
}

/// A problem in somebody's words; in none where nobody is known yet who reads them.
#[derive(Debug)]
pub(in crate::hub) struct Refused {
    problem: Problem,
    message: String,
}

impl Refused {
    /// In the words of a language.
    pub(super) fn new(problem: impl Into<Problem>, words: Words<'_>) -> Self {
        let problem = problem.into();
        Self { problem, message: words.text(&problem.message()) }
    }
}

impl Refused {
    /// Why.
    pub(in crate::hub) fn problem(&self) -> Problem {
        self.problem
    }
}

impl From<Problem> for Refused {
    /// For calls that lead nowhere: only programs make them.
    fn from(problem: Problem) -> Self {
        Self { problem, message: problem.code().replace('_', " ") }
    }
}

impl IntoResponse for Refused {
    fn into_response(self) -> Response {
        let written = Written { code: self.problem.code(), message: self.message };
        answer(self.problem.status(), &written)
    }
}

/// An answer that nobody in between keeps: it holds what only this reader may see.
pub(super) fn answer(status: StatusCode, body: &impl Serialize) -> Response {
    match serde_json::to_string(body) {
        Ok(body) => {
            let headers =
                [(header::CONTENT_TYPE, "application/json"), (header::CACHE_CONTROL, "no-store")];
            (status, headers, body).into_response()
        }
        Err(error) => {
            tracing::error!(%error, "an answer could not be written");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}

/// What may go wrong with a call, for the document.
macro_rules! faults {
    ($($name:ident: $($status:literal)+;)+) => {
        $(
            /// A list of statuses for the document.
            pub(super) struct $name;

            impl utoipa::IntoResponses for $name {
                fn responses() -> BTreeMap<String, RefOr<utoipa::openapi::Response>> {
                    statuses(&[$($status),+])
                }
            }
        )+
    };
}

faults! {
    ReadFaults: 400 404 409 503;
    QueueFaults: 400 401 403 404 409 413 415 503;
    BookingFaults: 400 401 403 404 409 413 415 429 503;
    OpenFaults: 400 401 403 404 429 503;
    StaffFaults: 400 401 403 404 503;
}

fn statuses(codes: &[u16]) -> BTreeMap<String, RefOr<utoipa::openapi::Response>> {
    let response = |code: &u16| {
        let problems: Vec<&str> = Problem::all()
            .filter(|problem| problem.status().as_u16() == *code)
            .map(Problem::code)
            .collect();
        let content = ContentBuilder::new().schema(Some(Ref::from_schema_name("Problem"))).build();
        let response = ResponseBuilder::new()
            .description(problems.join(", "))
            .content("application/json", content)
            .build();
        (code.to_string(), response.into())
    };
    codes.iter().map(response).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::city::Language;
    use crate::locale::Locales;

    #[test]
    fn every_refusal_has_a_sentence_in_every_language() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("locales");
        let locales = Locales::load(&folder).unwrap();
        for language in Language::ALL {
            for problem in Problem::all() {
                let said = locales.of(language).text(&problem.message());
                assert_ne!(said, problem.message(), "{language:?}");
            }
        }
        let mut codes: Vec<_> = Problem::all().map(Problem::code).collect();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), Problem::all().count());
    }
}
