//! Answers that are right and look different from server to server.

use acolhe::domain::delivery::{DeliveryState, Outcome};

use super::courier::{Courier, NUMBER, REMOTE_CODE};
use super::server::{Hostile, Route, Step};

async fn delivered_by(media: &'static str, body: &str) {
    let server = Hostile::plain().await;
    server.then(Route::File, [Step::taken(200, media, body)]);
    let mut courier = Courier::to(&server);
    let outcome = courier.attempt().await;
    assert_eq!(outcome, Outcome::Accepted { remote_id: Some("1000".to_owned()) }, "{body}");
    assert_eq!(courier.state, DeliveryState::Delivered);
    assert_eq!(server.taken().len(), 1);
}

#[tokio::test]
async fn an_array_of_one_is_read() {
    delivered_by("application/json", r#"[{"service_request_id":"{id}"}]"#).await;
}

#[tokio::test]
async fn a_bare_object_is_read() {
    delivered_by("application/json", r#"{"service_request_id":"{id}"}"#).await;
}

#[tokio::test]
async fn a_wrapped_object_is_read() {
    let body = r#"{"service_requests":[{"service_request_id":"{id}"}]}"#;
    delivered_by("application/json", body).await;
}

#[tokio::test]
async fn a_numeric_id_is_read() {
    delivered_by("application/json", r#"[{"service_request_id":{id}}]"#).await;
}

#[tokio::test]
async fn xml_is_read_whatever_it_calls_itself() {
    let body = "<?xml version=\"1.0\"?><service_requests><request><service_request_id>{id}\
                </service_request_id></request></service_requests>";
    for media in ["text/xml; charset=utf-8", "application/json", "text/html"] {
        delivered_by(media, body).await;
    }
}

#[tokio::test]
async fn json_between_warnings_is_read() {
    let body = r#"<br /><b>Warning</b>: x[0] in <b>a.php</b>[{"service_request_id":"{id}"}]"#;
    delivered_by("text/html", body).await;
}

#[tokio::test]
async fn a_whole_request_is_read() {
    let body = r#"[{"service_request_id":{id},"status":"open","service_code":"311",
                    "attributes":[{"code":"lamps-out","description":"x"}]}]"#;
    delivered_by("application/json", body).await;
}

#[tokio::test]
async fn an_id_beside_a_token_wins() {
    delivered_by("application/json", r#"[{"token":"t","service_request_id":"{id}"}]"#).await;
}

#[tokio::test]
async fn a_missing_or_empty_id_is_found_by_its_marker() {
    for body in [r#"[{"service_request_id":""}]"#, "[{}]", "", "OK", "<html>Obrigado</html>"] {
        let server = Hostile::plain().await;
        server.then(Route::File, [Step::taken(200, "text/html", body)]);
        let mut courier = Courier::to(&server);
        assert_eq!(courier.attempt().await, Outcome::Unresolved("no-id".to_owned()), "{body}");
        assert_eq!(courier.settle().await, DeliveryState::Delivered);
        assert_eq!(courier.progress.remote_id.as_deref(), Some("1000"));
        assert_eq!(server.taken().len(), 1);
    }
}

#[tokio::test]
async fn an_answer_without_end_is_not_read_to_its_end() {
    let server = Hostile::plain().await;
    let body = format!("[{}", "{},".repeat(500_000));
    server.then(Route::File, [Step::taken(200, "application/json", &body)]);
    let mut courier = Courier::to(&server);
    assert_eq!(courier.attempt().await, Outcome::Unresolved("too-long".to_owned()));
    assert_eq!(courier.settle().await, DeliveryState::Delivered);
    assert_eq!(server.taken().len(), 1);
}

#[tokio::test]
async fn a_server_without_json_is_spoken_to_in_xml_from_then_on() {
    for status in [404, 406, 415] {
        let server = Hostile::plain().await;
        let xml = "<requests><request><service_request_id>{id}</service_request_id></request>\
                   </requests>";
        server.then(
            Route::File,
            [
                Step::answer(status, "text/html", "<html>no</html>"),
                Step::taken(200, "text/xml", xml),
                Step::taken(200, "text/xml", xml),
            ],
        );
        let mut courier = Courier::to(&server);
        assert_eq!(courier.settle().await, DeliveryState::Delivered);
        courier.attempt().await;
        assert_eq!(server.calls(Route::File).len(), 3);
        assert_eq!(server.taken().len(), 2);
    }
}

#[tokio::test]
async fn a_foreign_server_gets_standard_fields_and_words_of_the_city_only() {
    let server = Hostile::plain().await;
    let mut courier = Courier::to(&server);
    courier.settle().await;
    let taken = &server.taken()[0];
    let names: Vec<&str> = taken.form.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(
        names,
        [
            "api_key",
            "service_code",
            "address_string",
            "lat",
            "long",
            "first_name",
            "last_name",
            "phone",
            "attribute[lamps-out]",
            "description"
        ]
    );
    let get = |name| taken.get(name).unwrap();
    assert_eq!(get("service_code"), REMOTE_CODE);
    assert_eq!((get("lat"), get("long")), ("-22.5", "-43.5"));
    assert_eq!(get("address_string"), "Rua das Flores, 12, Centro");
    assert_eq!((get("first_name"), get("last_name")), ("Ștefan", "Țepeș"));
    assert_eq!(get("attribute[lamps-out]"), "several");
    let own = courier.city.own_language();
    let question = &courier.city.questions["lamps-out"].words[&own];
    let service = &courier.city.service(&courier.request.service).unwrap().words[&own];
    let expected = format!(
        "{}\n{}: {}\nToată strada e în întuneric\nRua das Flores, 12, Centro [protocolo {NUMBER}]",
        service.name, question.short, question.values["several"]
    );
    assert_eq!(get("description"), expected);
}

#[tokio::test]
async fn without_a_place_the_branch_stands_in_by_name() {
    let server = Hostile::plain().await;
    let mut courier = Courier::to(&server);
    courier.request.draft.place = None;
    courier.settle().await;
    let (taken, branch) = (&server.taken()[0], &courier.city.branches[0]);
    let address = format!("{}, {}", branch.name, branch.address);
    assert_eq!(taken.get("address_string"), Some(address.as_str()));
    assert_eq!(taken.get("lat"), Some(branch.coordinates.lat.to_string().as_str()));
    assert!(!taken.get("description").unwrap().contains(&branch.address));
}
