//! Servers that refuse: what can be said differently, what staff must decide, what is nobody's
//! fault but the configuration's.

use acolhe::domain::delivery::{DeliveryState, Outcome};
use acolhe::domain::request::Place;
use jiff::SignedDuration;

use super::courier::{Courier, client};
use super::server::{Hostile, Parameters, Route, Step};

const JSON: &str = "application/json";

fn text<'a>(form: &'a Parameters, name: &str) -> &'a str {
    form.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value)
}

#[tokio::test]
async fn request_that_is_refused_for_good_is_for_staff() {
    for status in [400, 404, 405, 410, 413, 415, 422] {
        let server = Hostile::plain().await;
        let body = r#"[{"code":400,"description":"no such service"}]"#;
        server.always(Route::File, Step::answer(status, JSON, body));
        let mut courier = Courier::to(&server);
        assert_eq!(courier.settle().await, DeliveryState::Refused);
        assert_eq!(courier.failure(), format!("http-{status}"));
        assert_eq!(courier.progress.attempts, 1);
    }
}

#[tokio::test]
async fn error_behind_a_200_is_an_error() {
    for body in [
        r#"[{"code":400,"description":"service_code is wrong"}]"#,
        r#"{"error":"service_code is wrong"}"#,
        "<errors><error><code>400</code><description>wrong</description></error></errors>",
    ] {
        let server = Hostile::plain().await;
        server.always(Route::File, Step::answer(200, JSON, body));
        let mut courier = Courier::to(&server);
        assert_eq!(courier.attempt().await, Outcome::Refused("http-400".to_owned()), "{body}");
    }
}

/// Waits without an end, and is delivered once the cause is gone.
async fn waits_out(step: Step, failure: &str) {
    let server = Hostile::plain().await;
    server.always(Route::File, step);
    let mut courier = Courier::to(&server);
    courier.go_on_for(SignedDuration::from_hours(48)).await;
    assert_eq!((courier.state, courier.failure()), (DeliveryState::Waiting, failure));
    server.honest(Route::File);
    assert_eq!(courier.settle().await, DeliveryState::Delivered);
    assert_eq!(server.taken().len(), 1);
}

#[tokio::test]
async fn wrong_key_throws_nothing_away() {
    waits_out(Step::answer(403, JSON, r#"[{"code":403,"description":"no"}]"#), "key-refused").await;
    waits_out(Step::answer(401, "text/html", "<html></html>"), "key-refused").await;
    let ureport = r#"[{"code":400,"description":"clients/unknownApiKey"}]"#;
    waits_out(Step::answer(400, JSON, ureport), "key-refused").await;
}

#[tokio::test]
async fn missing_jurisdiction_throws_nothing_away() {
    let body = r#"[{"code":400,"description":"jurisdiction_id was not provided"}]"#;
    waits_out(Step::answer(400, JSON, body), "jurisdiction-refused").await;
}

#[tokio::test]
async fn too_many_requests_are_sent_later() {
    waits_out(Step::answer(429, "text/html", "<html>Slow down</html>"), "http-429").await;
}

#[tokio::test]
async fn redirect_is_not_followed() {
    waits_out(Step::answer(307, "text/html", ""), "redirect").await;
}

#[tokio::test]
async fn web_page_where_a_server_should_be_refuses_nothing() {
    waits_out(Step::answer(404, "text/html", "<!DOCTYPE html><p>404</p>"), "not-open311").await;
}

#[tokio::test]
async fn dead_line_of_a_week_costs_nothing() {
    let server = Hostile::plain().await;
    // Bound and never listened at: nobody answers there, and nobody else can.
    let port = tokio::net::TcpSocket::new_v4().unwrap();
    port.bind(([127, 0, 0, 1], 0).into()).unwrap();
    let closed = port.local_addr().unwrap();
    let mut courier = Courier::with(client(format!("http://{closed}/open311/v2")));
    courier.go_on_for(SignedDuration::from_hours(7 * 24)).await;
    assert_eq!((courier.state, courier.failure()), (DeliveryState::Waiting, "connect"));

    courier.client = client(server.url());
    assert_eq!(courier.settle().await, DeliveryState::Delivered);
    assert_eq!(server.taken().len(), 1);
}

#[tokio::test]
async fn names_are_told_without_marks_where_the_server_has_no_letters_for_them() {
    let server = Hostile::plain().await;
    server.judge(|form| {
        let named = ["first_name", "last_name"].map(|name| text(form, name)).concat();
        let refusal = r#"[{"code":400,"description":"dto.firstName: must match \"[a-z]\""}]"#;
        (!named.is_ascii()).then_some((400, refusal))
    });
    let mut courier = Courier::to(&server);
    assert_eq!(courier.settle().await, DeliveryState::Delivered);
    let taken = &server.taken()[0];
    assert_eq!((taken.get("first_name"), taken.get("last_name")), (Some("Stefan"), Some("Tepes")));
    assert!(taken.get("description").unwrap().contains("Toată"));
}

#[tokio::test]
async fn names_are_left_out_where_no_spelling_pleases() {
    let server = Hostile::plain().await;
    server.judge(|form| {
        let refusal =
            "<errors><error><description>last_name is wrong</description></error></errors>";
        (!text(form, "last_name").is_empty()).then_some((400, refusal))
    });
    let mut courier = Courier::to(&server);
    assert_eq!(courier.settle().await, DeliveryState::Delivered);
    assert_eq!(server.calls(Route::File).len(), 3);
    assert_eq!(server.taken()[0].get("first_name"), None);
}

#[tokio::test]
async fn coordinates_of_the_branch_are_lent_to_a_server_that_insists() {
    let server = Hostile::plain().await;
    server.judge(|form| {
        let refusal = r#"[{"code":400,"description":"lat and long are required"}]"#;
        text(form, "lat").is_empty().then_some((400, refusal))
    });
    let mut courier = Courier::to(&server);
    let place = courier.request.draft.place.take().unwrap();
    courier.request.draft.place = Some(Place { coordinates: None, ..place });
    assert_eq!(courier.settle().await, DeliveryState::Delivered);
    let (taken, branch) = (&server.taken()[0], &courier.city.branches[0]);
    assert_eq!(taken.get("long"), Some(branch.coordinates.long.to_string().as_str()));
    assert_eq!(taken.get("address_string"), Some("Rua das Flores, 12, Centro"));
    let words = taken.get("description").unwrap();
    assert!(words.contains(&format!("lat, long: {}", branch.name)), "{words}");
}
