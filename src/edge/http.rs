//! What every call over HTTP has in common.

use std::time::Duration;

use reqwest::redirect::Policy;
use reqwest::{Client, Response, Url};

/// The largest answer that is read, in bytes.
const LARGEST: usize = 1024 * 1024;

/// Where the Open311 server of a hub lives, beside its own API.
const OPEN311: [&str; 2] = ["open311", "v2"];

/// A client for one server, which follows nobody elsewhere.
///
/// # Errors
/// The machine has no root certificates, and the server needs them.
pub(super) fn client(
    base: &Url,
    connect: Duration,
    whole: Duration,
) -> Result<Client, reqwest::Error> {
    let mut builder = Client::builder()
        .connect_timeout(connect)
        .timeout(whole)
        .redirect(Policy::none())
        .no_proxy()
        // A kept connection that the server has closed would look like a lost answer.
        .pool_max_idle_per_host(0)
        .user_agent(concat!("acolhe/", env!("CARGO_PKG_VERSION")));
    if base.scheme() == "http" {
        // A machine without root certificates can serve a city in its own network.
        builder = builder.tls_certs_only([]);
    }
    builder.build()
}

/// The body of an answer; `None` where it is longer than anything sensible.
///
/// # Errors
/// The line went away.
pub(super) async fn body(response: &mut Response) -> Result<Option<Vec<u8>>, reqwest::Error> {
    let mut body = Vec::new();
    while let Some(chunk) = response.chunk().await? {
        if body.len() + chunk.len() > LARGEST {
            return Ok(None);
        }
        body.extend_from_slice(&chunk);
    }
    Ok(Some(body))
}

/// The API beside an Open311 server, where that stands where a hub's does.
pub(super) fn beside(url: &Url) -> Option<Url> {
    let mut segments: Vec<&str> = url.path_segments()?.filter(|part| !part.is_empty()).collect();
    for part in OPEN311.into_iter().rev() {
        if segments.pop()? != part {
            return None;
        }
    }
    let mut base = url.clone();
    base.path_segments_mut().ok()?.clear().extend(segments).extend(["api", "v1"]);
    Some(base)
}
