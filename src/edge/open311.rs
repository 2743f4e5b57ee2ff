//! The city's server: delivers requests to, and looks them up at, any Open311 GeoReport v2 server.
//!
//! To our own hub (`docs/wire.md`) a request is posted again until the hub answers: it knows the
//! request by its id. To any other server it goes with standard fields only, and whatever ended
//! without an answer is searched for by its marker before it is posted again. Servers deviate from
//! the standard in many ways; `document` reads what they say, `verdict` what they mean.
//!
//! What a server says is never logged nor handed on: failures are short codes.

mod answer;
mod dialect;
mod document;
mod drafts;
mod form;
mod hub;
mod look_up;
mod note;
mod plain;
mod probe;
mod remedy;
mod search;
mod verdict;
mod xml;

use std::sync::OnceLock;
use std::time::Duration;

pub use drafts::{DraftEnd, DraftFound};
pub use probe::{KeyVerdict, Probe, ProbeError};

use answer::{Ask, Http};
use dialect::Spoken;

use crate::config::{Dialect, Secret};
use crate::domain::city::City;
use crate::domain::delivery::{Outcome, Progress};
use crate::domain::request::Request;

/// The longest wait for a connection.
pub(super) const CONNECT: Duration = Duration::from_secs(3);

/// The longest wait for a whole answer, the connection included.
pub(super) const WHOLE: Duration = Duration::from_secs(10);

/// Where a city's server is, and how to speak to it.
#[derive(Clone, Debug)]
pub struct Endpoint {
    /// What stands before `/requests.json`.
    pub url: String,
    /// The key that the city gave this station.
    pub key: Option<Secret>,
    /// What the server understands.
    pub dialect: Dialect,
    /// `jurisdiction_id`, for a server of several cities.
    pub jurisdiction: Option<String>,
}

/// Why there can be no courier to an endpoint.
#[derive(Debug, thiserror::Error)]
pub enum Open311Error {
    /// The address is none.
    #[error("\"{0}\" is not the address of a server: write http:// or https:// and its name")]
    Address(String),
    /// The machine lacks what a client needs.
    #[error("No secure connections on this machine: install the package ca-certificates")]
    Client(#[source] reqwest::Error),
}

/// The city's server, as one station sees it. What was learnt about it is kept until the end.
#[derive(Debug)]
pub struct Open311 {
    http: Http,
    key: Option<Secret>,
    dialect: Dialect,
    discovered: OnceLock<Spoken>,
}

impl Open311 {
    /// Connects to nothing yet.
    ///
    /// # Errors
    /// When the address is none, or the machine has no root certificates.
    pub fn new(endpoint: Endpoint) -> Result<Self, Open311Error> {
        Self::with_patience(endpoint, CONNECT, WHOLE)
    }

    /// Waits no longer than `connect` for a connection, and than `whole` for an answer.
    ///
    /// # Errors
    /// As [`Self::new`].
    pub fn with_patience(
        endpoint: Endpoint,
        connect: Duration,
        whole: Duration,
    ) -> Result<Self, Open311Error> {
        Ok(Self {
            http: Http::new(&endpoint.url, endpoint.jurisdiction, connect, whole)?,
            key: endpoint.key,
            dialect: endpoint.dialect,
            discovered: OnceLock::new(),
        })
    }

    /// Brings one request to the city, or finds out whether an earlier attempt did.
    pub async fn deliver(&self, request: &Request, city: &City, progress: &Progress) -> Outcome {
        match self.spoken().await {
            Ok(Spoken::Acolhe) => self.deliver_to_hub(request, city).await,
            Ok(Spoken::Plain) => self.deliver_plainly(request, city, progress).await,
            Err(failure) => Outcome::NotSent(failure),
        }
    }

    /// Whether the city's server answers at all.
    pub async fn is_up(&self) -> bool {
        for document in ["discovery", "services"] {
            match self.http.call(&[document], Ask::Read(&[])).await {
                Ok(answer) if answer.is_of_a_server() => return true,
                Ok(_) => {}
                Err(_) => return false,
            }
        }
        false
    }

    /// Whether it is known to be our own hub.
    #[must_use]
    pub fn is_hub(&self) -> bool {
        self.dialect == Dialect::Acolhe || self.discovered.get() == Some(&Spoken::Acolhe)
    }

    fn key(&self) -> &str {
        self.key.as_ref().map_or("", Secret::expose)
    }
}
