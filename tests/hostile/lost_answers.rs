//! A server without idempotency loses answers: nothing is lost, and nothing posted twice without a
//! search that proves its need.

use acolhe::domain::delivery::{DeliveryState, Outcome};
use jiff::SignedDuration;

use super::courier::{Courier, NUMBER, client, impatient_client};
use super::server::{Hostile, Route, Step};

const BAD_GATEWAY: &str = "<html><body><h1>502 Bad Gateway</h1></body></html>";

fn bad_gateway() -> Step {
    Step::answer(502, "text/html", BAD_GATEWAY)
}

fn bad_gateway_after_commit() -> Step {
    Step::taken(502, "text/html", BAD_GATEWAY)
}

/// Lost once, with or without being taken; filed once.
async fn filed_once_after(step: Step, failure: &str) {
    let server = Hostile::plain().await;
    server.then(Route::File, [step]);
    let mut courier = Courier::to(&server);
    assert_eq!(courier.attempt().await, Outcome::Unresolved(failure.to_owned()));
    assert_eq!(courier.settle().await, DeliveryState::Delivered);
    assert_eq!(courier.progress.remote_id.as_deref(), Some("1000"));
    assert_eq!(server.taken().len(), 1);
}

#[tokio::test]
async fn answer_lost_after_commit_is_found_by_its_marker() {
    filed_once_after(Step::cut(true), "cut").await;
}

#[tokio::test]
async fn line_cut_before_commit_is_posted_again() {
    filed_once_after(Step::cut(false), "cut").await;
}

#[tokio::test]
async fn html_502_after_commit_is_found_by_its_marker() {
    filed_once_after(bad_gateway_after_commit(), "http-502").await;
}

#[tokio::test]
async fn html_502_before_commit_is_posted_again() {
    filed_once_after(bad_gateway(), "http-502").await;
}

#[tokio::test]
async fn slow_server_is_asked_what_it_took() {
    let server = Hostile::plain().await;
    server.then(Route::File, [Step::silence()]);
    let mut courier = Courier::with(impatient_client(server.url()));
    assert_eq!(courier.attempt().await, Outcome::Unresolved("timeout".to_owned()));
    // Whatever a busy machine makes of one second, the request is there once.
    courier.client = client(server.url());
    assert_eq!(courier.settle().await, DeliveryState::Delivered);
    assert_eq!(server.taken().len(), 1);
}

#[tokio::test]
async fn nothing_is_posted_while_the_search_fails() {
    let json = "application/json";
    for (status, media, body) in [
        (502, "text/html", BAD_GATEWAY),
        (200, "text/html", "<html>Welcome</html>"),
        (200, json, r#"[{"code":500,"description":"no"}]"#),
        (200, json, r#"{"error":"no"}"#),
        (200, json, "{}"),
        (200, json, r#"[{"service_request_id":"5","description":"#),
        (404, json, r#"[{"code":404,"description":"no"}]"#),
        (301, "text/html", ""),
    ] {
        let server = Hostile::plain().await;
        server.then(Route::File, [bad_gateway_after_commit()]);
        server.always(Route::List, Step::answer(status, media, body));
        let mut courier = Courier::to(&server);
        courier.go_on_for(SignedDuration::from_hours(2)).await;
        assert_eq!(courier.state, DeliveryState::Waiting, "{status} {body}");
        assert_eq!(server.calls(Route::File).len(), 1, "{status} {body}");

        server.honest(Route::List);
        assert_eq!(courier.settle().await, DeliveryState::Delivered, "{status} {body}");
        assert_eq!(server.taken().len(), 1);
    }
}

#[tokio::test]
async fn search_that_fails_for_a_day_is_for_staff() {
    let server = Hostile::plain().await;
    server.then(Route::File, [bad_gateway_after_commit()]);
    server.always(Route::List, bad_gateway());
    let mut courier = Courier::to(&server);
    let filed_at = courier.now;
    assert_eq!(courier.settle().await, DeliveryState::Uncertain);
    assert!(courier.now.duration_since(filed_at) >= SignedDuration::from_hours(24));
    assert_eq!(courier.failure(), "http-502");
    assert_eq!(server.calls(Route::File).len(), 1);
}

#[tokio::test]
async fn server_that_hides_descriptions_proves_nothing() {
    let server = Hostile::plain().await;
    server.then(Route::File, [Step::cut(true)]);
    let list = r#"[{"service_request_id":"1000","status":"open"}]"#;
    server.always(Route::List, Step::answer(200, "application/json", list));
    let mut courier = Courier::to(&server);
    assert_eq!(courier.settle().await, DeliveryState::Uncertain);
    assert_eq!(courier.failure(), "no-descriptions");
    assert_eq!(server.calls(Route::File).len(), 1);
}

#[tokio::test]
async fn marker_without_an_id_is_a_delivery_without_an_id() {
    let server = Hostile::plain().await;
    server.then(Route::File, [Step::cut(true)]);
    let list = format!(
        r#"[{{"status":"open"}},{{"service_request_id":5,"description":"x"}},
            {{"service_request_id":"","description":"y [protocolo {NUMBER}]"}}]"#
    );
    server.always(Route::List, Step::answer(200, "application/json", &list));
    let mut courier = Courier::to(&server);
    assert_eq!(courier.settle().await, DeliveryState::Delivered);
    assert_eq!(courier.progress.remote_id, None);
    assert_eq!(server.calls(Route::File).len(), 1);
}

#[tokio::test]
async fn list_in_xml_is_searched_too() {
    let server = Hostile::plain().await;
    server.then(Route::File, [Step::cut(true)]);
    let list = format!(
        "<service_requests><request><service_request_id>1000</service_request_id><description>\
         a &lt; b\n[protocolo {NUMBER}]</description></request></service_requests>"
    );
    let no_json = Step::answer(404, "text/html", "<html>no</html>");
    server.then(Route::List, [no_json, Step::answer(200, "text/xml", &list)]);
    let mut courier = Courier::to(&server);
    assert_eq!(courier.settle().await, DeliveryState::Delivered);
    assert_eq!(courier.progress.remote_id.as_deref(), Some("1000"));
    assert_eq!(server.calls(Route::File).len(), 1);
}

#[tokio::test]
async fn search_asks_for_the_service_and_for_no_more_than_ninety_days() {
    let server = Hostile::plain().await;
    server.then(Route::File, [bad_gateway()]);
    let mut courier = Courier::to(&server);
    courier.settle().await;
    let asked = &server.calls(Route::List)[0];
    assert_eq!(
        asked,
        "json?service_code=311&start_date=2026-11-21T09%3A00%3A00-03%3A00\
         &end_date=2027-02-19T09%3A00%3A00-03%3A00"
    );
}

#[tokio::test]
async fn duplicate_is_a_possible_success() {
    let duplicate = r#"[{"code":400,"description":"base is a duplicate"}]"#;
    let server = Hostile::plain().await;
    server.then(Route::File, [Step::taken(400, "application/json", duplicate)]);
    let mut courier = Courier::to(&server);
    assert_eq!(courier.attempt().await, Outcome::Accepted { remote_id: Some("1000".to_owned()) });

    let server = Hostile::plain().await;
    server.then(Route::File, [Step::answer(400, "application/json", duplicate)]);
    server.then(Route::List, [bad_gateway()]);
    let mut courier = Courier::to(&server);
    assert_eq!(courier.attempt().await, Outcome::Unresolved("duplicate".to_owned()));
    assert_eq!(courier.settle().await, DeliveryState::Delivered);
    assert_eq!(server.taken().len(), 1);
}

#[tokio::test]
async fn server_that_takes_in_silence_is_not_flooded() {
    let server = Hostile::plain().await;
    server.always(Route::File, bad_gateway_after_commit());
    server.always(Route::List, Step::answer(200, "application/json", "[]"));
    let mut courier = Courier::to(&server);
    assert_eq!(courier.settle().await, DeliveryState::Uncertain);
    assert_eq!(courier.failure(), "not-listed");
    assert_eq!(server.taken().len(), 5);
}

/// Every two mishaps, one after the other: at least once, never lost, never in silence.
#[tokio::test]
async fn no_two_mishaps_lose_a_request() {
    let mishaps = || {
        [
            Step::cut(true),
            Step::cut(false),
            bad_gateway(),
            bad_gateway_after_commit(),
            Step::answer(429, "text/plain", ""),
            Step::answer(302, "text/html", ""),
            Step::answer(403, "text/plain", ""),
            Step::taken(200, "text/html", ""),
            Step::answer(200, "text/html", ""),
            Step::answer(400, "text/plain", "duplicate"),
        ]
    };
    for first in mishaps() {
        for second in mishaps() {
            let both = format!("{first:?} {second:?}");
            let server = Hostile::plain().await;
            server.then(Route::File, [first.clone(), second]);
            let mut courier = Courier::to(&server);
            assert_eq!(courier.settle().await, DeliveryState::Delivered, "{both}");
            // The search is honest: so is the count.
            assert_eq!(server.taken().len(), 1, "{both}");
        }
    }
}
