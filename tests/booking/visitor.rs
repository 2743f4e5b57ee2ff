//! Somebody who wants as many times as there are, and asks again where no answer comes.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use reqwest::{Client, Method, RequestBuilder, StatusCode};
use serde_json::{Value, json};
use tokio::sync::mpsc;
use uuid::Uuid;

use super::dice::Dice;
use super::ground::Ground;

/// What one visitor lived through.
#[derive(Default)]
pub(super) struct Story {
    /// Bookings that were confirmed to them.
    pub(super) confirmed: BTreeSet<String>,
    /// How often they were told that somebody was quicker.
    pub(super) refused: usize,
    /// How often no answer came, or none that counts.
    pub(super) silence: usize,
}

/// A visitor with a telephone of their own for each booking.
pub(super) struct Visitor {
    ground: Arc<Ground>,
    client: Client,
    dice: Dice,
    story: Story,
    phone: u64,
    begun: Option<mpsc::Sender<()>>,
}

impl Visitor {
    /// Somebody who tells before each call that it begins, and waits until that is heard.
    pub(super) fn new(
        ground: &Arc<Ground>,
        dice: Dice,
        index: u64,
        begun: Option<mpsc::Sender<()>>,
    ) -> Self {
        let client = Client::builder().timeout(Duration::from_secs(10)).build().unwrap();
        let phone = (index + 1) * 1_000_000;
        Self { ground: Arc::clone(ground), client, dice, story: Story::default(), phone, begun }
    }

    /// Books until nothing is free, and once more.
    pub(super) async fn books(mut self) -> Story {
        loop {
            let starts = self.starts().await;
            let Some(start) = self.one_of(&starts) else { break };
            self.wants(&start).await;
        }
        let last = format!("{}T08:00:00-03:00", self.ground.day);
        let before = self.story.refused;
        self.wants(&last).await;
        assert_eq!(self.story.refused, before + 1, "nothing is free, and that is said");
        self.story
    }

    fn one_of(&mut self, starts: &[String]) -> Option<String> {
        let count = u64::try_from(starts.len()).unwrap();
        let index = usize::try_from(self.dice.below(count.max(1))).unwrap();
        starts.get(index).cloned()
    }

    async fn starts(&mut self) -> Vec<String> {
        let path = format!("/times?branch=CENTRO&services=TRI-01&from={}&days=1", self.ground.day);
        let (status, told) = self.asks(Method::GET, &path, None, None).await;
        assert_eq!(status, StatusCode::OK, "{told}");
        let times = told["days"][0]["times"].as_array().unwrap();
        times.iter().map(|time| time["start"].as_str().unwrap().to_owned()).collect()
    }

    async fn wants(&mut self, start: &str) {
        let wish = json!({
            "call_id": Uuid::new_v4(), "branch": "CENTRO", "services": ["TRI-01"], "start": start,
        });
        let (status, held) = self.asks(Method::POST, "/bookings", Some(&wish), None).await;
        if status == StatusCode::CONFLICT {
            assert_eq!(held["code"], "slot_taken", "{held}");
            self.story.refused += 1;
            return;
        }
        assert_eq!(status, StatusCode::CREATED, "{held}");
        let number = held["number"].as_str().unwrap().to_owned();
        self.phone += 1;
        let phone = format!("219{:08}", self.phone);
        let who = json!({ "call_id": Uuid::new_v4(), "name": "Ana", "phone": phone });
        let path = format!("/bookings/{number}/confirm");
        let code = held["access_code"].as_str();
        let (status, told) = self.asks(Method::POST, &path, Some(&who), code).await;
        assert_eq!(status, StatusCode::OK, "{told}");
        assert_eq!(told["state"], "confirmed");
        assert!(self.story.confirmed.insert(number), "a number is given once");
    }

    /// Asks either hub until one of them answers.
    async fn asks(
        &mut self,
        method: Method,
        path: &str,
        body: Option<&Value>,
        code: Option<&str>,
    ) -> (StatusCode, Value) {
        if let Some(begun) = &self.begun {
            begun.send(()).await.unwrap();
        }
        loop {
            let hub = usize::from(self.dice.below(2) == 1);
            let url = self.ground.url(hub) + path;
            let mut request = self.client.request(method.clone(), url);
            request = request.bearer_auth(&self.ground.keys[0]);
            if let Some(code) = code {
                request = request.header("Access-Code", code);
            }
            if let Some(body) = body {
                request = request.json(body);
            }
            match answered(request).await {
                Some((status, told)) if status != StatusCode::SERVICE_UNAVAILABLE => {
                    return (status, told);
                }
                _ => {
                    self.story.silence += 1;
                    let pause = self.dice.moment_within(Duration::from_millis(50));
                    tokio::time::sleep(pause).await;
                }
            }
        }
    }
}

async fn answered(request: RequestBuilder) -> Option<(StatusCode, Value)> {
    let response = request.send().await.ok()?;
    let status = response.status();
    Some((status, response.json().await.ok()?))
}
