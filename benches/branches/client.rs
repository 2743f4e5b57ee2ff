//! A branch's kiosk, desks and panel, as the hub meets them.

use std::collections::BTreeMap;
use std::time::Duration;

use anyhow::{Context, ensure};
use reqwest::{Method, RequestBuilder};
use serde_json::Value;
use uuid::Uuid;

use crate::figures::Samples;

/// Who calls, and how long each kind of call took.
pub(crate) struct Client {
    http: reqwest::Client,
    origin: String,
    station: String,
    staff: String,
    pub(crate) took: BTreeMap<&'static str, Vec<Duration>>,
}

impl Client {
    pub(crate) fn new(origin: &str, station: String, staff: String) -> Self {
        let http = reqwest::Client::new();
        Self { http, origin: origin.to_owned(), station, staff, took: BTreeMap::new() }
    }

    fn request(&self, method: Method, path: &str) -> RequestBuilder {
        self.http.request(method, format!("{}{path}", self.origin))
    }

    /// What anybody may ask.
    pub(crate) async fn get(&mut self, what: &'static str, path: &str) -> anyhow::Result<Value> {
        let request = self.request(Method::GET, path);
        self.answer(what, path, request).await
    }

    /// What the kiosk asks, with the code of a booking or without.
    pub(crate) async fn kiosk(
        &mut self,
        what: &'static str,
        path: &str,
        code: &str,
        body: Value,
    ) -> anyhow::Result<Value> {
        let mut request = self.request(Method::POST, path).bearer_auth(&self.station);
        if !code.is_empty() {
            request = request.header("Access-Code", code);
        }
        self.answer(what, path, request.json(&called(body))).await
    }

    /// What a desk asks.
    pub(crate) async fn desk(
        &mut self,
        what: &'static str,
        path: &str,
        body: Value,
    ) -> anyhow::Result<Value> {
        let request = self.request(Method::POST, path).bearer_auth(&self.staff);
        self.answer(what, path, request.json(&called(body))).await
    }

    async fn answer(
        &mut self,
        what: &'static str,
        path: &str,
        request: RequestBuilder,
    ) -> anyhow::Result<Value> {
        #[expect(clippy::disallowed_methods, reason = "how long it takes is what is asked")]
        let start = std::time::Instant::now();
        let response = request.send().await?;
        let status = response.status();
        let told: Value = response.json().await.with_context(|| format!("{path}: {status}"))?;
        self.took.entry(what).or_default().push(start.elapsed());
        ensure!(status.is_success(), "{path}: {status} {told}");
        Ok(told)
    }
}

fn called(mut body: Value) -> Value {
    body["call_id"] = Uuid::new_v4().to_string().into();
    body
}

/// Half of all calls of a kind, and 99 of a hundred, took no longer.
pub(crate) fn figures(clients: &[Client]) -> BTreeMap<&'static str, (usize, Duration, Duration)> {
    let mut all: BTreeMap<&'static str, Vec<Duration>> = BTreeMap::new();
    for (what, took) in clients.iter().flat_map(|client| &client.took) {
        all.entry(what).or_default().extend(took);
    }
    let figure = |(what, took): (_, Vec<Duration>)| {
        let (count, samples) = (took.len(), took.into_iter().collect::<Samples>());
        (what, (count, samples.median(), samples.percentile(99)))
    };
    all.into_iter().map(figure).collect()
}
