//! The documents of Open311 GeoReport v2, and mySociety's `servicerequestupdates`.
//!
//! A field that is not known or not to be told is left out, in both formats.

use std::collections::BTreeMap;

use serde::Serialize;

use super::format::Document;

/// `specification` of the standard's endpoint.
pub const GEOREPORT: &str = "http://wiki.open311.org/GeoReport_v2";

/// `specification` of the endpoint that understands what `docs/wire.md` adds.
pub const EXTENSIONS: &str = "urn:acolhe:extensions:1";

/// Who runs the server and where it answers.
#[derive(Clone, Debug, Serialize)]
pub struct Discovery {
    /// When this document last changed.
    pub changeset: String,
    /// Whom to ask.
    pub contact: String,
    /// Where to get a key.
    pub key_service: String,
    /// Where it answers.
    pub endpoints: Vec<Endpoint>,
}

impl Document for Discovery {
    const ROOT: &str = "discovery";
}

/// One place where the server answers.
#[derive(Clone, Debug, Serialize)]
pub struct Endpoint {
    /// What it speaks.
    pub specification: &'static str,
    /// Its address.
    pub url: String,
    /// When it last changed.
    pub changeset: String,
    /// `production` or `test`.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// Media types.
    pub formats: Vec<&'static str>,
}

/// A service that can be asked for.
#[derive(Clone, Debug, Serialize)]
pub struct Service {
    /// Its stable code.
    pub service_code: String,
    /// Its name.
    pub service_name: String,
    /// One plain sentence.
    pub description: String,
    /// Whether it asks questions.
    pub metadata: bool,
    /// `realtime`: a request gets its number at once.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// What citizens call it, with commas between.
    pub keywords: String,
    /// The group where it is found.
    pub group: String,
}

impl Document for Vec<Service> {
    const ROOT: &str = "services";
}

/// What a service asks.
#[derive(Clone, Debug, Serialize)]
pub struct ServiceDefinition {
    /// The service.
    pub service_code: String,
    /// Its questions, in order.
    pub attributes: Vec<Attribute>,
}

impl Document for ServiceDefinition {
    const ROOT: &str = "service_definition";
}

/// One question.
#[derive(Clone, Debug, Serialize)]
pub struct Attribute {
    /// Whether it wants an answer; always, here.
    pub variable: bool,
    /// Its id.
    pub code: String,
    /// The kind of answer.
    pub datatype: &'static str,
    /// Whether it must be answered; never, here.
    pub required: bool,
    /// How to write the answer.
    pub datatype_description: String,
    /// Its place, from 1.
    pub order: usize,
    /// The question.
    pub description: String,
    /// The values of a list.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub values: Vec<Value>,
}

/// One value of a list.
#[derive(Clone, Debug, Serialize)]
pub struct Value {
    /// What is posted.
    pub key: String,
    /// What is shown.
    pub name: String,
}

/// The answer to a filing.
#[derive(Clone, Debug, Serialize)]
pub struct Created {
    /// The protocol number.
    pub service_request_id: String,
}

impl Document for Vec<Created> {
    const ROOT: &str = "service_requests";
}

/// A request, as far as the reader may see it.
#[derive(Clone, Default, Serialize)]
pub struct ServiceRequest {
    /// The protocol number.
    pub service_request_id: String,
    /// `open` or `closed`.
    pub status: &'static str,
    /// The newest answer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status_notes: Option<String>,
    /// The service's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub service_name: Option<String>,
    /// The service's code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub service_code: Option<String>,
    /// What was said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// `waiting` or `written` where it was spoken and staff write it down.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<&'static str>,
    /// Who answers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub agency_responsible: Option<String>,
    /// When it was filed.
    pub requested_datetime: String,
    /// When it last changed; when it was closed, if it is.
    pub updated_datetime: String,
    /// The promised work.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expected_datetime: Option<String>,
    /// The promised answer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answer_by: Option<String>,
    /// Where, in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// Degrees north.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lat: Option<f64>,
    /// Degrees east.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub long: Option<f64>,
    /// The answers to the service's questions.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub attributes: Option<Vec<AttributeAnswer>>,
    /// Everything else that was posted, for staff.
    #[serde(flatten)]
    pub more: BTreeMap<String, String>,
}

impl std::fmt::Debug for ServiceRequest {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "ServiceRequest({})", self.service_request_id)
    }
}

impl Document for Vec<ServiceRequest> {
    const ROOT: &str = "service_requests";
}

/// The answer to one question.
#[derive(Clone, Serialize)]
pub struct AttributeAnswer {
    /// The question's id.
    pub code: String,
    /// What was answered.
    pub values: Vec<String>,
}

impl std::fmt::Debug for AttributeAnswer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "AttributeAnswer({})", self.code)
    }
}

/// A change of a request, or an answer to it.
#[derive(Clone, Serialize)]
pub struct RequestUpdate {
    /// Its id, given by who posted it.
    pub update_id: String,
    /// The request.
    pub service_request_id: String,
    /// One of mySociety's states.
    pub status: &'static str,
    /// When it changed.
    pub updated_datetime: String,
    /// The answer; empty where it is not for the reader.
    pub description: String,
}

impl std::fmt::Debug for RequestUpdate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "RequestUpdate({})", self.update_id)
    }
}

impl Document for Vec<RequestUpdate> {
    const ROOT: &str = "service_request_updates";
}

/// The answer to a posted update.
#[derive(Clone, Debug, Serialize)]
pub struct UpdateCreated {
    /// The id that was posted.
    pub update_id: String,
}

impl Document for Vec<UpdateCreated> {
    const ROOT: &str = "service_request_updates";
}

/// Why something was refused, to be read by a person.
#[derive(Clone, Debug, Serialize)]
pub struct ErrorItem {
    /// As the HTTP status.
    pub code: u16,
    /// A sentence.
    pub description: String,
}

impl Document for Vec<ErrorItem> {
    const ROOT: &str = "errors";
}
