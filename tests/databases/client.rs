//! Whoever calls a hub.

use reqwest::StatusCode;
use serde_json::Value;

use crate::support::Hub;

/// What a hub answers; `None` where it is not there.
pub(super) async fn post(
    url: &str,
    path: &str,
    form: &[(&str, &str)],
) -> Option<(StatusCode, Value)> {
    let call = reqwest::Client::new().post(format!("{url}/{path}")).form(form);
    told(call).await
}

/// What a hub answers to a question.
pub(super) async fn get(url: &str, path: &str, query: &[(&str, &str)]) -> (StatusCode, Value) {
    let call = reqwest::Client::new().get(format!("{url}/{path}")).query(query);
    told(call).await.expect("the hub is there")
}

async fn told(call: reqwest::RequestBuilder) -> Option<(StatusCode, Value)> {
    let answer = call.send().await.ok()?;
    Some((answer.status(), answer.json().await.ok()?))
}

/// A key of another client, or of staff.
pub(super) fn key(hub: &Hub, words: &[&str]) -> String {
    let told = hub.ask(&[&["key", "add", "--name", "somebody"], words].concat());
    told.trim().strip_prefix("key ").expect("a key").to_owned()
}
