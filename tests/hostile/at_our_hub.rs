//! At our own hub: exactly once, whatever happens on the way.

use acolhe::domain::delivery::{DeliveryState, Outcome};
use jiff::SignedDuration;

use super::courier::{Courier, NUMBER, client, impatient_client};
use super::server::{Hostile, Route, Step};

fn bad_gateway(taken: bool) -> Step {
    let answer = if taken { Step::taken } else { Step::answer };
    answer(502, "text/html", "<html>Bad Gateway</html>")
}

#[tokio::test]
async fn hub_is_told_everything_that_the_wire_lists() {
    let server = Hostile::hub().await;
    let mut courier = Courier::to(&server);
    assert_eq!(courier.attempt().await, Outcome::Accepted { remote_id: None });
    let expected = [
        ("api_key", "k-123"),
        ("service_code", "ILU-01"),
        ("client_request_id", "00000000-0000-0000-0000-000000000007"),
        ("service_request_id", NUMBER),
        ("access_code", "482091"),
        ("channel", "kiosk"),
        ("branch", courier.request.branch.as_str()),
        ("locale", "ro"),
        ("requested_datetime", "2026-11-22T09:00:00-03:00"),
        ("expected_datetime", "2026-11-27T23:59:59-03:00"),
        ("answer_by", "2026-12-22T23:59:59-03:00"),
        ("address_string", "Rua das Flores, 12, Centro"),
        ("place_kind", "street"),
        ("lat", "-22.5"),
        ("long", "-43.5"),
        ("coordinates_of", "place"),
        ("first_name", "Ștefan"),
        ("last_name", "Țepeș"),
        ("for_whom", "whole-street"),
        ("document_kind", "cpf"),
        ("document", "52998224725"),
        ("reply_by", "whatsapp"),
        ("phone", "+55 21 99999-0000"),
        ("leave_message", "no"),
        ("description", "Toată strada e în întuneric"),
        ("attribute[lamps-out]", "several"),
    ];
    let told = &server.taken()[0].form;
    let told: Vec<(&str, &str)> = told.iter().map(|(name, value)| (&**name, &**value)).collect();
    assert_eq!(told, expected);
}

#[tokio::test]
async fn without_a_place_the_branch_stands_in_and_is_marked() {
    let server = Hostile::hub().await;
    let mut courier = Courier::to(&server);
    courier.request.draft.place = None;
    courier.settle().await;
    let taken = &server.taken()[0];
    assert_eq!(taken.get("coordinates_of"), Some("branch"));
    assert_eq!(taken.get("place_kind"), Some("none"));
}

/// Every two mishaps, one after the other.
#[tokio::test]
async fn no_two_mishaps_file_a_request_twice_or_never() {
    let mishaps = || {
        [
            Step::cut(true),
            Step::cut(false),
            bad_gateway(true),
            bad_gateway(false),
            Step::taken(200, "text/html", "<html>Sign in to the network</html>"),
            Step::answer(200, "application/json", "[]"),
            Step::answer(403, "text/plain", ""),
            Step::answer(429, "text/plain", ""),
            Step::answer(302, "text/html", ""),
            Step::answer(404, "text/html", "<html>no such site</html>"),
        ]
    };
    for first in mishaps() {
        for second in mishaps() {
            let both = format!("{first:?} {second:?}");
            let server = Hostile::hub().await;
            server.then(Route::File, [first.clone(), second]);
            let mut courier = Courier::to(&server);
            assert_eq!(courier.settle().await, DeliveryState::Delivered, "{both}");
            assert_eq!(server.taken().len(), 1, "{both}");
        }
    }
}

#[tokio::test]
async fn hub_that_loses_answers_for_two_days_still_gets_its_requests_by_itself() {
    let server = Hostile::hub().await;
    server.always(Route::File, bad_gateway(true));
    let mut courier = Courier::to(&server);
    courier.go_on_for(SignedDuration::from_hours(48)).await;
    assert_eq!(courier.state, DeliveryState::Waiting);
    server.honest(Route::File);
    assert_eq!(courier.settle().await, DeliveryState::Delivered);
    assert_eq!(server.taken().len(), 1);
}

#[tokio::test]
async fn slow_hub_is_asked_again() {
    let server = Hostile::hub().await;
    server.then(Route::File, [Step::silence()]);
    let mut courier = Courier::with(impatient_client(server.url()));
    assert_eq!(courier.attempt().await, Outcome::NotSent("timeout".to_owned()));
    courier.client = client(server.url());
    assert_eq!(courier.settle().await, DeliveryState::Delivered);
    assert_eq!(server.taken().len(), 1);
}

#[tokio::test]
async fn one_number_with_two_request_ids_is_for_staff() {
    let server = Hostile::hub().await;
    let body = r#"[{"code":400,"description":"This number already belongs to another request."}]"#;
    server.always(Route::File, Step::answer(400, "application/json", body));
    let mut courier = Courier::to(&server);
    assert_eq!(courier.attempt().await, Outcome::Refused("http-400".to_owned()));
}

#[tokio::test]
async fn nothing_is_posted_before_it_is_known_to_whom() {
    for step in [
        Step::cut(false),
        bad_gateway(false),
        Step::answer(503, "application/json", "[]"),
        Step::answer(429, "text/plain", ""),
        Step::answer(302, "text/html", ""),
    ] {
        let server = Hostile::hub().await;
        server.then(Route::Discovery, [step]);
        let mut courier = Courier::to(&server);
        assert!(matches!(courier.attempt().await, Outcome::NotSent(_)));
        assert!(server.calls(Route::File).is_empty());
        assert_eq!(courier.settle().await, DeliveryState::Delivered);
        assert_eq!(server.taken()[0].get("service_request_id"), Some(NUMBER));
    }
}

#[tokio::test]
async fn restarting_proxy_does_not_make_the_hub_a_foreign_server() {
    let page = || Step::answer(404, "text/html", "<html>404</html>");
    let server = Hostile::hub().await;
    server.then(Route::Discovery, [page(), page()]);
    server.then(Route::File, [page(), page()]);
    let mut courier = Courier::to(&server);
    assert_eq!(courier.attempt().await, Outcome::NotSent("not-open311".to_owned()));
    assert_eq!(courier.settle().await, DeliveryState::Delivered);
    assert_eq!(server.taken()[0].get("service_request_id"), Some(NUMBER));
}

#[tokio::test]
async fn discovery_is_asked_once() {
    let server = Hostile::hub().await;
    let mut courier = Courier::to(&server);
    courier.attempt().await;
    courier.attempt().await;
    assert_eq!(server.calls(Route::Discovery).len(), 1);
    assert_eq!(server.taken().len(), 1);
}

#[tokio::test]
async fn discovery_in_xml_is_enough() {
    let server = Hostile::hub().await;
    let discovery = "<discovery><endpoints><endpoint><specification>urn:acolhe:extensions:1\
                     </specification></endpoint></endpoints></discovery>";
    let no_json = Step::answer(404, "text/html", "<html>404</html>");
    let id = "<requests><request><service_request_id>x</service_request_id></request></requests>";
    server.then(Route::Discovery, [no_json, Step::answer(200, "text/xml", discovery)]);
    server.then(Route::File, [Step::taken(200, "text/xml", id)]);
    let mut courier = Courier::to(&server);
    assert_eq!(courier.attempt().await, Outcome::Accepted { remote_id: Some("x".to_owned()) });
    assert_eq!(server.taken()[0].get("service_request_id"), Some(NUMBER));
}
