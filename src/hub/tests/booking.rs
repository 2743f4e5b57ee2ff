//! Booking as a client meets it. Every answer is compared with the document that the hub serves.

mod calls;
mod document;
mod limits;
mod queue;

use jiff::Timestamp;
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{Served, reply};
use document::Document;

/// A hub and its document.
struct Booked {
    hub: Served,
    document: Document,
}

/// A call in the making.
#[derive(Clone, Default)]
struct Call<'a> {
    key: Option<&'a str>,
    code: Option<&'a str>,
    language: Option<&'a str>,
    body: Option<Value>,
}

impl<'a> Call<'a> {
    fn body(body: Value) -> Self {
        Self { body: Some(body), ..Self::default() }
    }

    fn key(self, key: &'a str) -> Self {
        Self { key: Some(key), ..self }
    }

    fn code(self, code: &'a str) -> Self {
        Self { code: Some(code), ..self }
    }
}

impl Booked {
    async fn new() -> Self {
        Self::of(Served::new().await).await
    }

    async fn of(hub: Served) -> Self {
        let url = format!("{}/api/v1/openapi.json", hub.origin);
        let told = reply(reqwest::Client::new().get(url)).await;
        assert_eq!((told.status, told.content_type.as_str()), (StatusCode::OK, "application/json"));
        Self { document: Document::new(told.json()), hub }
    }

    /// Calls, and finds the answer as the document describes it.
    async fn call(&self, method: Method, path: &str, call: Call<'_>) -> (u16, Value) {
        let url = format!("{}/api/v1{path}", self.hub.origin);
        let mut request = reqwest::Client::new().request(method.clone(), url);
        if let Some(key) = call.key {
            request = request.bearer_auth(key);
        }
        for (name, value) in [("Access-Code", call.code), ("Accept-Language", call.language)] {
            if let Some(value) = value {
                request = request.header(name, value);
            }
        }
        if let Some(body) = call.body {
            request = request.json(&body);
        }
        let reply = reply(request).await;
        let told = if reply.content_type == "application/json" {
            reply.json()
        } else {
            Value::String(reply.text.clone())
        };
        let status = reply.status.as_u16();
        self.document.describes(&method, path, status, &reply.content_type, &told);
        (status, told)
    }

    async fn get(&self, path: &str) -> Value {
        let (status, told) = self.call(Method::GET, path, Call::default()).await;
        assert_eq!(status, 200, "{told}");
        told
    }

    async fn post(&self, path: &str, call: Call<'_>) -> (u16, Value) {
        self.call(Method::POST, path, call).await
    }

    /// Free times for a service, the soonest first.
    async fn starts(&self, services: &str) -> Vec<String> {
        let path = format!("/times?branch=CENTRO&services={services}&days=31");
        let told = self.get(&path).await;
        let days = told["days"].as_array().unwrap();
        let times = days.iter().flat_map(|day| day["times"].as_array().unwrap());
        times.map(|time| time["start"].as_str().unwrap().to_owned()).collect()
    }

    /// A time at which there is time left to change it.
    async fn start(&self) -> String {
        let starts = self.starts("TRA-07").await;
        starts[starts.len() - 1].clone()
    }

    async fn hold(&self, start: &str, key: Option<&str>) -> (u16, Value) {
        let call = Call::body(wish(start));
        self.post("/bookings", Call { key, ..call }).await
    }

    /// A booking that is confirmed: its path and its code.
    async fn confirmed(&self, start: &str, phone: &str) -> (String, String) {
        let (status, held) = self.hold(start, Some(&self.hub.station_key)).await;
        assert_eq!(status, 201, "{held}");
        let path = format!("/bookings/{}", held["number"].as_str().unwrap());
        let code = held["access_code"].as_str().unwrap().to_owned();
        let body = json!({ "call_id": Uuid::new_v4(), "name": "Ana Lima", "phone": phone });
        let call = Call::body(body).code(&code);
        let (status, told) = self.post(&format!("{path}/confirm"), call).await;
        assert_eq!(status, 200, "{told}");
        (path, code)
    }
}

fn wish(start: &str) -> Value {
    json!({
        "call_id": Uuid::new_v4(), "branch": "CENTRO", "services": ["TRA-07"], "start": start,
    })
}

fn plain() -> Call<'static> {
    Call::body(json!({ "call_id": Uuid::new_v4() }))
}

#[track_caller]
fn refused((status, told): (u16, Value), expected: u16, code: &str) -> String {
    assert_eq!((status, told["code"].as_str()), (expected, Some(code)), "{told}");
    let message = told["message"].as_str().unwrap();
    assert!(message.contains(' '), "a sentence: {message}");
    message.to_owned()
}

fn moment(told: &Value) -> Timestamp {
    told.as_str().unwrap().parse().unwrap()
}
