//! The hub, as a panel sees it: who is called at one branch. Nothing but this is ever asked, and
//! no key is needed for it.

use std::time::Duration;

use reqwest::redirect::Policy;
use reqwest::{Client, Url};

use crate::domain::waiting_room::Told;
use crate::wire::calls::{NotCalls, read};

/// The longest wait for a connection.
const CONNECT: Duration = Duration::from_secs(2);

/// The longest wait for a whole answer, the connection included.
const WHOLE: Duration = Duration::from_secs(4);

/// The largest answer that is read, in bytes: eight calls take one thousand.
const LARGEST: usize = 64 * 1024;

/// Where the hub's Open311 server is, under the address that a station may have of it.
const OPEN311: &str = "/open311/v2";

/// Why there is no way to a hub.
#[derive(Debug, thiserror::Error)]
pub enum CallsError {
    /// The address is none.
    #[error("\"{0}\" is not the address of a hub: write http:// or https:// and its name")]
    Address(String),
    /// The machine lacks what a client needs.
    #[error("No secure connections on this machine: install the package ca-certificates")]
    Client(#[source] reqwest::Error),
}

/// Why the hub did not tell; each is a short code for the log.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Untold {
    /// It is not there, or too slow.
    #[error("no-line")]
    NoLine,
    /// It answered with an error.
    #[error("http-{0}")]
    Status(u16),
    /// Its answer is larger than any true one.
    #[error("too-long")]
    TooLong,
    /// Its answer is none.
    #[error(transparent)]
    Answer(#[from] NotCalls),
}

impl From<reqwest::Error> for Untold {
    fn from(_: reqwest::Error) -> Self {
        Self::NoLine
    }
}

/// The way to the calls of one branch.
#[derive(Clone, Debug)]
pub struct Calls {
    client: Client,
    address: Url,
    branch: String,
}

impl Calls {
    /// Connects to nothing yet. `hub` is its address, with or without that of its Open311 server.
    ///
    /// # Errors
    ///
    /// When the address is none, or the machine has no root certificates.
    pub fn new(hub: &str, branch: &str) -> Result<Self, CallsError> {
        Self::with_patience(hub, branch, CONNECT, WHOLE)
    }

    /// Waits no longer than `connect` for a connection, and than `whole` for an answer.
    ///
    /// # Errors
    ///
    /// As [`Self::new`].
    pub fn with_patience(
        hub: &str,
        branch: &str,
        connect: Duration,
        whole: Duration,
    ) -> Result<Self, CallsError> {
        let trimmed = hub.trim_end_matches('/');
        let base = trimmed.strip_suffix(OPEN311).unwrap_or(trimmed);
        let address = Url::parse(base).ok().filter(|url| matches!(url.scheme(), "http" | "https"));
        let mut address = address.ok_or_else(|| CallsError::Address(hub.to_owned()))?;
        if let Ok(mut segments) = address.path_segments_mut() {
            segments.pop_if_empty().extend(["api", "v1", "branches", branch, "panel"]);
        }
        let mut builder = Client::builder()
            .connect_timeout(connect)
            .timeout(whole)
            .redirect(Policy::none())
            .no_proxy()
            .user_agent(concat!("acolhe/", env!("CARGO_PKG_VERSION")));
        if address.scheme() == "http" {
            // A machine without root certificates can show what a hub in its own network calls.
            builder = builder.tls_certs_only([]);
        }
        let client = builder.build().map_err(CallsError::Client)?;
        Ok(Self { client, address, branch: branch.to_owned() })
    }

    /// Asks once; takes no longer than its patience.
    ///
    /// # Errors
    ///
    /// [`Untold`].
    pub async fn ask(&self) -> Result<Told, Untold> {
        let mut response = self.client.get(self.address.clone()).send().await?;
        if !response.status().is_success() {
            return Err(Untold::Status(response.status().as_u16()));
        }
        let mut body = Vec::new();
        while let Some(chunk) = response.chunk().await? {
            if body.len() + chunk.len() > LARGEST {
                return Err(Untold::TooLong);
            }
            body.extend_from_slice(&chunk);
        }
        Ok(read(&body, &self.branch)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hub_is_found_by_either_of_its_addresses() {
        let address = |hub: &str| Calls::new(hub, "CENTRO").unwrap().address.to_string();
        let whole = "http://127.0.0.1:8311/api/v1/branches/CENTRO/panel";
        assert_eq!(address("http://127.0.0.1:8311"), whole);
        assert_eq!(address("http://127.0.0.1:8311/"), whole);
        assert_eq!(address("http://127.0.0.1:8311/open311/v2/"), whole);
        let below = address("https://156.example/acolhe/open311/v2");
        assert_eq!(below, "https://156.example/acolhe/api/v1/branches/CENTRO/panel");
        assert!(matches!(Calls::new("156.example", "CENTRO"), Err(CallsError::Address(_))));
    }
}
