//! A look at the server that changes nothing there: for the technician who connects a station.

use std::io;
use std::time::Duration;

use jiff::Timestamp;
use tokio::net::{TcpStream, lookup_host};
use tokio::time::timeout;

use super::answer::{Answer, Ask, Failure};
use super::dialect::Spoken;
use super::{CONNECT, Open311, document};
use crate::domain::protocol_number::{ProtocolNumber, StationNumber};
use crate::edge::clock::Deadline;

/// More than any look lasts.
const LONG: Duration = Duration::from_hours(1);

/// What a server that can be used told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Probe {
    /// How long the list of services took, connection and all.
    pub took: Duration,
    /// What the server's clock showed.
    pub date: Option<Timestamp>,
    /// Whether it understands our extensions.
    pub is_ours: bool,
    /// What it says of the key.
    pub key: KeyVerdict,
    /// The codes of its services.
    pub services: Vec<String>,
}

/// What a server says of the key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyVerdict {
    /// It knows it.
    Known,
    /// It does not.
    Refused,
    /// There is none to ask about.
    Missing,
    /// It tells only when something is filed.
    Untold,
}

/// Why a server cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ProbeError {
    /// Its name leads nowhere.
    #[error("the name {0} leads nowhere")]
    Name(String),
    /// Nobody listens there.
    #[error("nobody listens at {0}")]
    Refused(String),
    /// There is no answer in time.
    #[error("no answer within {} seconds", .0.as_secs())]
    Silent(Duration),
    /// There is no way to it.
    #[error("there is no way to it: {0}")]
    NoWay(#[source] io::Error),
    /// It is reached, and not believed.
    #[error("the connection cannot be made secret: its certificate is not believed")]
    Insecure,
    /// It hung up.
    #[error("it hung up in the middle of its answer")]
    Cut,
    /// Somebody else speaks there.
    #[error("what answers (HTTP {0}) is no GeoReport server")]
    NotOpen311(u16),
    /// It does not serve this jurisdiction.
    #[error("it refuses the jurisdiction (HTTP {0})")]
    Jurisdiction(u16),
    /// It lets nobody read without a key it knows.
    #[error("it refuses the key already for reading (HTTP {0})")]
    Key(u16),
    /// It has trouble of its own.
    #[error("the server itself is in trouble (HTTP {0})")]
    Trouble(u16),
}

impl Open311 {
    /// Looks at the server step by step: name, connection, services, key. Nothing is filed.
    ///
    /// # Errors
    /// The first step that fails.
    pub async fn probe(&self, station: StationNumber) -> Result<Probe, ProbeError> {
        self.connect_only().await?;
        let watch = Deadline::after(LONG);
        let services = self.http.call(&["services"], Ask::Read(&[])).await;
        let took = LONG.saturating_sub(watch.left());
        let services = services.map_err(|failure| self.told(failure))?;
        let codes = codes(&services)?;
        let is_ours = matches!(self.spoken().await, Ok(Spoken::Acolhe));
        let key = if self.key().is_empty() {
            KeyVerdict::Missing
        } else if is_ours {
            self.key_verdict(station).await?
        } else {
            KeyVerdict::Untold
        };
        Ok(Probe { took, date: services.date, is_ours, key, services: codes })
    }

    /// Our hub looks at the key before it looks for the request: one that nobody ever filed.
    async fn key_verdict(&self, station: StationNumber) -> Result<KeyVerdict, ProbeError> {
        let Some(nobodys) = ProtocolNumber::new(1000, station, 1) else {
            return Ok(KeyVerdict::Untold);
        };
        let key = [("api_key", self.key())];
        let answer = self.http.call(&["requests", &nobodys.to_string()], Ask::Read(&key)).await;
        match answer.map_err(|failure| self.told(failure))?.status {
            401 | 403 => Ok(KeyVerdict::Refused),
            200..300 | 404 => Ok(KeyVerdict::Known),
            status => Err(ProbeError::Trouble(status)),
        }
    }

    /// Whether anybody is there at all, by the shortest way.
    async fn connect_only(&self) -> Result<(), ProbeError> {
        let (host, port, _) = self.http.place();
        let bare = host.trim_start_matches('[').trim_end_matches(']');
        let found = timeout(CONNECT, lookup_host((bare, port))).await;
        let addresses = match found {
            Ok(Ok(addresses)) => addresses.collect::<Vec<_>>(),
            Ok(Err(_)) | Err(_) => Vec::new(),
        };
        if addresses.is_empty() {
            return Err(ProbeError::Name(host.to_owned()));
        }
        match timeout(CONNECT, TcpStream::connect(addresses.as_slice())).await {
            Ok(Ok(_)) => Ok(()),
            Ok(Err(error)) if error.kind() == io::ErrorKind::ConnectionRefused => {
                Err(ProbeError::Refused(format!("{host}:{port}")))
            }
            Ok(Err(error)) if error.kind() == io::ErrorKind::TimedOut => {
                Err(ProbeError::Silent(CONNECT))
            }
            Ok(Err(error)) => Err(ProbeError::NoWay(error)),
            Err(_) => Err(ProbeError::Silent(CONNECT)),
        }
    }

    /// What a call without an answer means once a connection could be made.
    fn told(&self, failure: Failure) -> ProbeError {
        let (_, _, secret) = self.http.place();
        match failure.code() {
            "connect" if secret => ProbeError::Insecure,
            "timeout" | "connect" => ProbeError::Silent(super::WHOLE),
            _ => ProbeError::Cut,
        }
    }
}

/// The codes of a list of services, or why there is none.
fn codes(answer: &Answer) -> Result<Vec<String>, ProbeError> {
    let document = answer.document();
    let said = document
        .as_ref()
        .and_then(document::error_status)
        .filter(|_| document.as_ref().is_some_and(|it| document::all_under(it, CODE).is_empty()));
    let status = if answer.is_success() { said.unwrap_or(answer.status) } else { answer.status };
    match (status, document) {
        (200..300, Some(document)) => {
            let codes = document::all_under(&document, CODE);
            let is_empty_list = document.as_array().is_some_and(Vec::is_empty);
            if codes.is_empty() && !is_empty_list {
                return Err(ProbeError::NotOpen311(status));
            }
            Ok(codes)
        }
        (429 | 500.., _) => Err(ProbeError::Trouble(status)),
        (400.., _) if answer.body.to_lowercase().contains("jurisdiction") => {
            Err(ProbeError::Jurisdiction(status))
        }
        (401 | 403, Some(_)) => Err(ProbeError::Key(status)),
        _ => Err(ProbeError::NotOpen311(status)),
    }
}

const CODE: &str = "service_code";

#[cfg(test)]
mod tests {
    use super::*;

    fn told(status: u16, body: &str) -> String {
        let answer = Answer { status, body: body.to_owned(), date: None };
        match codes(&answer) {
            Ok(codes) => codes.join(" "),
            Err(error) => error.to_string(),
        }
    }

    #[test]
    fn services_are_found_however_they_are_wrapped() {
        assert_eq!(told(200, r#"[{"service_code":"A"},{"service_code":7}]"#), "A 7");
        let xml = "<services><service><service_code>A</service_code></service></services>";
        assert_eq!(told(200, xml), "A");
        assert_eq!(told(200, "[]"), "");
    }

    #[test]
    fn whatever_else_answers_is_told_apart() {
        assert!(told(200, "<html>Welcome</html>").contains("no GeoReport server"));
        assert!(told(200, "{}").contains("no GeoReport server"));
        assert!(told(404, "not here").contains("no GeoReport server"));
        assert!(told(302, "").contains("no GeoReport server"));
        assert!(told(503, "").contains("in trouble (HTTP 503)"));
        let refused = r#"[{"code":404,"description":"jurisdiction_id provided was not found"}]"#;
        assert!(told(404, refused).contains("refuses the jurisdiction"));
        assert!(told(200, refused).contains("refuses the jurisdiction"));
        assert!(told(403, r#"[{"code":403,"description":"no"}]"#).contains("refuses the key"));
    }
}
