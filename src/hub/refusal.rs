//! Why a call is refused: an HTTP status and sentences for a person.

use axum::http::StatusCode;

use super::store::StoreError;
use crate::wire::georeport::ErrorItem;

/// A refusal; GeoReport allows several reasons at once.
#[derive(Debug)]
pub(super) struct Refusal {
    pub(super) status: StatusCode,
    reasons: Vec<String>,
}

impl Refusal {
    /// 400: what was sent cannot be taken.
    pub(super) fn invalid(reason: impl Into<String>) -> Self {
        Self::all_of(vec![reason.into()])
    }

    /// 400, for several reasons.
    pub(super) fn all_of(reasons: Vec<String>) -> Self {
        Self { status: StatusCode::BAD_REQUEST, reasons }
    }

    /// 403: a key or a code is missing or wrong.
    pub(super) fn forbidden(reason: &str) -> Self {
        Self { status: StatusCode::FORBIDDEN, reasons: vec![reason.to_owned()] }
    }

    /// 404: there is no such thing.
    pub(super) fn not_found(reason: &str) -> Self {
        Self { status: StatusCode::NOT_FOUND, reasons: vec![reason.to_owned()] }
    }

    /// 410: it was there, and is not any more.
    pub(super) fn gone(reason: &str) -> Self {
        Self { status: StatusCode::GONE, reasons: vec![reason.to_owned()] }
    }

    /// 429: too many attempts.
    pub(super) fn too_many(reason: &str) -> Self {
        Self { status: StatusCode::TOO_MANY_REQUESTS, reasons: vec![reason.to_owned()] }
    }

    /// 503: the same call may succeed later.
    pub(super) fn later() -> Self {
        let reason = "The city's server cannot do this now. Try again in a few minutes.".to_owned();
        Self { status: StatusCode::SERVICE_UNAVAILABLE, reasons: vec![reason] }
    }

    /// As it travels.
    pub(super) fn document(self) -> Vec<ErrorItem> {
        let code = self.status.as_u16();
        self.reasons.into_iter().map(|description| ErrorItem { code, description }).collect()
    }
}

impl From<StoreError> for Refusal {
    fn from(error: StoreError) -> Self {
        tracing::error!(error = &error as &dyn std::error::Error, "the store did not answer");
        Self::later()
    }
}

impl From<getrandom::Error> for Refusal {
    fn from(error: getrandom::Error) -> Self {
        tracing::error!(%error, "the machine has no randomness to give");
        Self::later()
    }
}
