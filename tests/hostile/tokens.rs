//! A token instead of an id.

use acolhe::domain::delivery::{DeliveryState, Outcome};
use jiff::SignedDuration;

use super::courier::Courier;
use super::server::{Hostile, Route, Step};

const JSON: &str = "application/json";

async fn with_token() -> (Hostile, Courier) {
    let server = Hostile::plain().await;
    server.then(Route::File, [Step::taken(200, JSON, r#"[{"token":"a/b c"}]"#)]);
    let mut courier = Courier::to(&server);
    assert_eq!(courier.attempt().await, Outcome::Token("a/b c".to_owned()));
    (server, courier)
}

#[tokio::test]
async fn token_is_exchanged_for_an_id() {
    let (server, mut courier) = with_token().await;
    server.then(
        Route::Token,
        [
            Step::answer(404, JSON, r#"[{"code":404,"description":"not yet"}]"#),
            Step::answer(200, JSON, r#"[{"token":"a/b c","service_request_id":""}]"#),
            Step::answer(502, "text/html", "<html>Bad Gateway</html>"),
            Step::cut(false),
            Step::answer(200, JSON, r#"[{"token":"a/b c","service_request_id":638344}]"#),
        ],
    );
    assert_eq!(courier.settle().await, DeliveryState::Delivered);
    assert_eq!(courier.progress.remote_id.as_deref(), Some("638344"));
    assert_eq!((server.taken().len(), server.calls(Route::File).len()), (1, 1));
}

#[tokio::test]
async fn token_that_never_resolves_is_for_staff_after_a_day() {
    let (server, mut courier) = with_token().await;
    let filed_at = courier.now;
    assert_eq!(courier.settle().await, DeliveryState::Uncertain);
    assert!(courier.now.duration_since(filed_at) >= SignedDuration::from_hours(24));
    assert_eq!(courier.failure(), "token");
    assert_eq!(server.calls(Route::File).len(), 1);
}
