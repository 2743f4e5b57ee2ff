//! What is asked of queues. What is checked here is what the document describes.

use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::super::asked::is_code;
use crate::domain::queue::TicketNumber;

/// A ticket that is wanted.
#[derive(Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in super::super) struct TicketRequest {
    /// A random UUID (version 4) that the client makes; a repeat with the same one gets the first
    /// answer.
    pub(super) call_id: Uuid,
    /// Code of the service.
    #[schema(min_length = 1, max_length = 40)]
    pub(super) service: String,
    /// Code of the class that the person says is theirs; everybody's when left out.
    #[serde(default)]
    #[schema(min_length = 1, max_length = 40)]
    pub(super) class: Option<String>,
}

impl TicketRequest {
    pub(super) fn is_sound(&self) -> bool {
        is_code(&self.service) && self.class.as_deref().is_none_or(is_code)
    }
}

/// Somebody is here.
#[derive(Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in super::super) struct CheckInRequest {
    /// A random UUID (version 4) that the client makes; a repeat with the same one gets the first
    /// answer.
    pub(in super::super) call_id: Uuid,
    /// Code of the class that the person says is theirs; everybody's when left out.
    #[serde(default)]
    #[schema(min_length = 1, max_length = 40)]
    pub(in super::super) class: Option<String>,
}

impl CheckInRequest {
    pub(in super::super) fn is_sound(&self) -> bool {
        self.class.as_deref().is_none_or(is_code)
    }
}

/// A desk asks for one ticket.
#[derive(Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in super::super) struct NumberRequest {
    /// A random UUID (version 4) that the client makes; a repeat with the same one gets the first
    /// answer.
    pub(super) call_id: Uuid,
    /// The ticket's number.
    #[schema(value_type = String, pattern = "^[A-Z](0[1-9]|[1-9][0-9]{1,3})$", example = "A07")]
    pub(super) number: TicketNumber,
}

/// What somebody comes for.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(in super::super) struct LineQuery {
    /// Code of the service.
    #[param(min_length = 1, max_length = 40, example = "TRA-07")]
    pub(super) service: String,
    /// Code of the class that the person says is theirs; everybody's when left out.
    #[serde(default)]
    #[param(min_length = 1, max_length = 40)]
    pub(super) class: Option<String>,
}
