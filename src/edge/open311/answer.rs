//! One call over HTTP: the answer, or how far it came without one.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use jiff::Timestamp;
use jiff::fmt::rfc2822;
use reqwest::Response;
use reqwest::header::{ACCEPT, DATE};
use reqwest::{Client, Url};
use serde_json::Value;

use super::Open311Error;
use super::document;
use super::form::Form;
use crate::domain::delivery::NO_LINE;
use crate::edge::http;
use crate::wire::format::Format;

/// The longest that 0.7 MB may take: a line of 64 kbit/s is slow, not down.
const UPLOAD: Duration = Duration::from_mins(2);

/// How a call without an answer ended, as a short code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Failure {
    /// It never left.
    NotSent(&'static str),
    /// It may have arrived.
    Lost(&'static str),
}

impl Failure {
    pub(super) fn code(self) -> &'static str {
        match self {
            Self::NotSent(code) | Self::Lost(code) => code,
        }
    }
}

impl From<reqwest::Error> for Failure {
    fn from(error: reqwest::Error) -> Self {
        if error.is_builder() {
            Self::NotSent("address")
        } else if error.is_connect() {
            Self::NotSent(NO_LINE)
        } else if error.is_timeout() {
            Self::Lost("timeout")
        } else {
            Self::Lost("cut")
        }
    }
}

/// What is asked of a server.
#[derive(Clone, Copy)]
pub(super) enum Ask<'a> {
    /// GET with these parameters.
    Read(&'a [(&'a str, &'a str)]),
    /// POST of this form.
    Post(&'a Form<'a>),
    /// PUT of spoken words, with the station's key.
    Bring {
        /// The key.
        key: &'a str,
        /// The sound.
        sound: &'a [u8],
    },
}

/// An answer. It may repeat what a person said, so that it is never shown.
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) body: String,
    /// What the server's clock showed, where it says so.
    pub(super) date: Option<Timestamp>,
}

impl Answer {
    /// The answer as a tree, where it is one.
    pub(super) fn document(&self) -> Option<Value> {
        document::parse(&self.body)
    }

    pub(super) fn is_success(&self) -> bool {
        (200..300).contains(&self.status)
    }

    pub(super) fn is_redirect(&self) -> bool {
        (300..400).contains(&self.status)
    }

    /// Whether a GeoReport server speaks: not a proxy, not another program at its address.
    pub(super) fn is_of_a_server(&self) -> bool {
        let is_there = self.status != 404 || self.document().is_some();
        self.status < 500 && !self.is_redirect() && !self.is_web_page() && is_there
    }

    /// A page for people: a proxy speaks, or another program, where a server should.
    pub(super) fn is_web_page(&self) -> bool {
        document::is_web_page(&self.body)
    }

    /// The status as a short code.
    pub(super) fn code(&self) -> String {
        format!("http-{}", self.status)
    }

    /// Whether this server does not speak the format that it was asked in.
    fn lacks_format(&self, ask: Ask<'_>) -> bool {
        let may_lack = match ask {
            // Nothing that may have been taken is posted again.
            Ask::Post(_) => matches!(self.status, 404 | 406 | 415),
            Ask::Bring { .. } => false,
            Ask::Read(_) => matches!(self.status, 200 | 400 | 404 | 406 | 415),
        };
        may_lack && self.document().is_none()
    }
}

/// The way to one server.
#[derive(Debug)]
pub(super) struct Http {
    client: Client,
    base: Url,
    jurisdiction: Option<String>,
    only_xml: AtomicBool,
}

impl Http {
    pub(super) fn new(
        url: &str,
        jurisdiction: Option<String>,
        connect: Duration,
        whole: Duration,
    ) -> Result<Self, Open311Error> {
        let base = Url::parse(url).ok().filter(|url| matches!(url.scheme(), "http" | "https"));
        let base = base.ok_or_else(|| Open311Error::Address(url.to_owned()))?;
        let client = http::client(&base, connect, whole).map_err(Open311Error::Client)?;
        Ok(Self { client, base, jurisdiction, only_xml: AtomicBool::new(false) })
    }

    /// Calls in JSON, and in XML where the server has no JSON.
    pub(super) async fn call(&self, path: &[&str], ask: Ask<'_>) -> Result<Answer, Failure> {
        let mut in_json = None;
        if !self.only_xml.load(Ordering::Relaxed) {
            let answer = self.call_in(Format::Json, path, ask).await?;
            if !answer.lacks_format(ask) {
                return Ok(answer);
            }
            in_json = Some(answer);
        }
        let in_xml = self.call_in(Format::Xml, path, ask).await?;
        if in_xml.document().is_some() && in_xml.body.trim_start().starts_with('<') {
            self.only_xml.store(true, Ordering::Relaxed);
        }
        Ok(in_json.filter(|_| in_xml.lacks_format(ask)).unwrap_or(in_xml))
    }

    async fn call_in(
        &self,
        format: Format,
        path: &[&str],
        ask: Ask<'_>,
    ) -> Result<Answer, Failure> {
        let url = self.address(path, format);
        let call = match ask {
            Ask::Read(query) => self.client.get(url).query(query),
            Ask::Post(form) => self.client.post(url).form(form.pairs()),
            Ask::Bring { key, sound } => {
                self.client.put(url).bearer_auth(key).timeout(UPLOAD).body(sound.to_vec())
            }
        };
        // Some servers want it in the address of a POST too, others in its form.
        let call = match &self.jurisdiction {
            Some(jurisdiction) => call.query(&[("jurisdiction_id", jurisdiction)]),
            None => call,
        };
        let mut response = call.header(ACCEPT, format.media_type()).send().await?;
        let body = http::body(&mut response).await?.ok_or(Failure::Lost("too-long"))?;
        let body = String::from_utf8_lossy(&body).into_owned();
        Ok(Answer { status: response.status().as_u16(), body, date: date(&response) })
    }

    /// The server's name and port, and whether it is spoken to in secret.
    pub(super) fn place(&self) -> (&str, u16, bool) {
        let secret = self.base.scheme() == "https";
        let port = self.base.port_or_known_default().unwrap_or(if secret { 443 } else { 80 });
        (self.base.host_str().unwrap_or_default(), port, secret)
    }

    /// An id may hold any character: each part of the path is escaped.
    fn address(&self, path: &[&str], format: Format) -> Url {
        let mut url = self.base.clone();
        if let (Ok(mut segments), Some((last, before))) =
            (url.path_segments_mut(), path.split_last())
        {
            let last = format!("{last}.{}", format.extension());
            segments.pop_if_empty().extend(before).push(&last);
        }
        url
    }
}

/// The moment of the answer, to the second.
fn date(response: &Response) -> Option<Timestamp> {
    let text = response.headers().get(DATE)?.to_str().ok()?;
    Some(rfc2822::parse(text).ok()?.timestamp())
}
