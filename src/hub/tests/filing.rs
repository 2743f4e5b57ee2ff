use serde_json::json;
use tokio::task::JoinSet;

use super::{Served, id, reply};
use crate::hub::request::AlarmKind;

#[tokio::test]
async fn a_station_files_under_its_own_number_and_what_it_promised_binds() {
    let hub = Served::new().await;
    let number = hub.own(371);
    let filed = hub
        .file(&[
            ("service_code", "ILU-01"),
            ("client_request_id", &id()),
            ("service_request_id", &number),
            ("requested_datetime", "2026-11-20T09:00:00-03:00"),
            ("expected_datetime", "2026-12-01T23:59:59-03:00"),
            ("answer_by", "2026-12-22T02:59:59Z"),
            ("email", ""),
        ])
        .await;
    assert_eq!(filed.json(), json!([{ "service_request_id": number }]));

    let window = [("start_date", "2026-11-20T00:00:00Z")];
    let read = hub.get("requests.json", &window).await.only();
    assert_eq!(
        read,
        json!({
            "service_request_id": number, "status": "open",
            "service_name": "name of ILU-01 pt-BR", "service_code": "ILU-01",
            "agency_responsible": "department of ILU-01",
            "requested_datetime": "2026-11-20T09:00:00-03:00",
            "updated_datetime": "2026-11-20T09:00:00-03:00",
            "expected_datetime": "2026-12-01T23:59:59-03:00",
            "answer_by": "2026-12-21T23:59:59-03:00",
        })
    );
}

#[tokio::test]
async fn a_request_without_dates_gets_the_citys_terms_from_when_it_was_filed() {
    let hub = Served::new().await;
    let filed = [("service_code", "ILU-01"), ("requested_datetime", "2026-11-20T09:00:00-03:00")];
    let number = hub.file(&filed).await.number();
    let read = hub.get(&format!("requests/{number}.json"), &[]).await.only();
    // Five working days from a Friday; the thirtieth day is a Sunday.
    assert_eq!(read["expected_datetime"], "2026-11-27T23:59:59-03:00");
    assert_eq!(read["answer_by"], "2026-12-21T23:59:59-03:00");

    let posted = [filed[0], filed[1], ("answer_by", "2026-12-01T23:59:59-03:00")];
    let number = hub.file(&posted).await.number();
    let read = hub.get(&format!("requests/{number}.json"), &[]).await.only();
    assert_eq!(read["answer_by"], "2026-12-01T23:59:59-03:00");
    assert_eq!(read.get("expected_datetime"), None, "nobody was promised this");
}

#[tokio::test]
async fn an_undated_request_counts_from_its_arrival() {
    let hub = Served::new().await;
    let number = hub
        .file(&[
            ("service_code", "VIA-01"),
            ("dated", "no"),
            ("requested_datetime", "1999-01-01T00:00:00Z"),
            ("expected_datetime", "1999-02-01T00:00:00Z"),
        ])
        .await
        .number();
    let staff = [("api_key", hub.staff_key.as_str())];
    let read = hub.get(&format!("requests/{number}.json"), &staff).await.only();
    assert_eq!(read["requested_datetime"], read["received_datetime"]);
    assert!(read["expected_datetime"].as_str() > read["received_datetime"].as_str());
    assert!(read["answer_by"].as_str() > read["received_datetime"].as_str());
}

#[tokio::test]
async fn twenty_identical_posts_at_once_are_one_request() {
    let hub = Served::new().await;
    let id = id();
    let form = [
        ("api_key", hub.client_key.clone()),
        ("service_code", "VIA-01".to_owned()),
        ("client_request_id", id.clone()),
    ];
    let client = reqwest::Client::new();
    let mut posts = JoinSet::new();
    for _ in 0..20 {
        let url = format!("{}/open311/v2/requests.json", hub.origin);
        posts.spawn(reply(client.post(url).form(&form)));
    }
    let mut numbers: Vec<String> =
        posts.join_all().await.into_iter().map(|reply| reply.number()).collect();
    numbers.dedup();
    assert_eq!(numbers.len(), 1);
    assert_eq!(hub.hub.all_requests().await.unwrap().len(), 1);
}

#[tokio::test]
async fn requests_without_a_number_get_consecutive_ones_of_the_hubs_own_station() {
    let hub = Served::new().await;
    for sequence in ["00001", "00002"] {
        let form = [("api_key", hub.client_key.as_str()), ("service_code", "VIA-01")];
        let number = hub.post("requests.json", &form).await.number();
        assert!(number.contains(&format!(".0001.{sequence}-")), "{number}");
    }
    let xml =
        hub.post("requests.xml", &[("api_key", &hub.client_key), ("service_code", "VIA-01")]).await;
    assert_eq!(xml.content_type, "text/xml; charset=utf-8");
    assert!(xml.text.contains("<service_requests><request><service_request_id>"), "{}", xml.text);
}

#[tokio::test]
async fn a_number_with_two_request_ids_is_refused_and_raises_one_alarm() {
    let hub = Served::new().await;
    let number = hub.own(1);
    let form = |id| {
        [("service_code", "VIA-01"), ("service_request_id", &number), ("client_request_id", id)]
    };
    let (first, second) = (id(), id());
    assert_eq!(hub.file(&form(first.as_str())).await.number(), number);
    hub.file(&form(second.as_str())).await.refused(400);
    hub.file(&form(second.as_str())).await.refused(400);
    assert_eq!(hub.file(&form(first.as_str())).await.number(), number);

    let alarms = hub.hub.alarms().await.unwrap();
    assert_eq!(alarms.len(), 1);
    assert_eq!(alarms[0].kind, AlarmKind::NumberTwice);
    assert_eq!(alarms[0].id.unwrap().to_string(), second);
}

#[tokio::test]
async fn keys_and_numbers_that_do_not_belong_together_are_refused() {
    let hub = Served::new().await;
    let service = ("service_code", "VIA-01");
    hub.post("requests.json", &[service]).await.refused(403);
    hub.post("requests.json", &[service, ("api_key", "wrong")]).await.refused(403);
    hub.get("requests.json", &[("api_key", "wrong")]).await.refused(403);

    let number = hub.own(1);
    let with_number = [service, ("service_request_id", number.as_str())];
    let form = [&with_number[..], &[("api_key", hub.client_key.as_str())]].concat();
    hub.post("requests.json", &form).await.refused(403);
    let (_, other) = hub.hub.add_station("another").await.unwrap();
    let form = [&with_number[..], &[("api_key", other.reveal())]].concat();
    hub.post("requests.json", &form).await.refused(403);
    assert_eq!(hub.file(&with_number).await.number(), number);
}

#[tokio::test]
async fn staff_bring_the_requests_of_a_station_that_broke() {
    let hub = Served::new().await;
    let number = hub.own(1);
    let key = hub.staff_key.as_str();
    let form =
        [("service_code", "VIA-01"), ("service_request_id", number.as_str()), ("api_key", key)];
    assert_eq!(hub.post("requests.json", &form).await.number(), number);
}

#[tokio::test]
async fn what_is_not_filed_here_may_be_filed_all_the_same() {
    let hub = Served::new().await;
    for service in ["TRA-07", "ILU-08"] {
        let number = hub.file(&[("service_code", service)]).await.number();
        let kept = hub.get(&format!("requests/{number}.json"), &[]).await.only();
        assert_eq!(kept["service_code"], service);
    }
}

#[tokio::test]
async fn everything_that_is_wrong_is_said_at_once() {
    let hub = Served::new().await;
    hub.file(&[]).await.refused(400);
    hub.file(&[("service_code", "NOPE")]).await.refused(404);
    let long = "ã".repeat(4001);
    let faults = hub
        .file(&[
            ("service_code", "VIA-01"),
            ("description", &long),
            ("service_request_id", "2026.0014.00371-14"),
            ("client_request_id", "one"),
            ("requested_datetime", "2026-11-20"),
            ("access_code", "12345"),
            ("channel", "fax"),
            ("lat", "91"),
        ])
        .await
        .refused(400);
    let named = [
        "service_request_id",
        "client_request_id",
        "requested_datetime",
        "access_code",
        "description",
        "channel",
        "lat",
        "lat and long",
    ];
    assert_eq!(faults.len(), named.len(), "{faults:?}");
    for (fault, name) in faults.iter().zip(named) {
        assert!(fault.starts_with(name), "{fault}");
    }
    assert!(hub.hub.all_requests().await.unwrap().is_empty());
}

#[tokio::test]
async fn a_body_that_is_too_large_or_no_form_is_refused_in_words() {
    let hub = Served::new().await;
    let large = "a".repeat(65 * 1024);
    hub.file(&[("service_code", "VIA-01"), ("description", &large)]).await.refused(400);
    let url = format!("{}/open311/v2/requests.json", hub.origin);
    let json = reqwest::Client::new()
        .post(url)
        .header("content-type", "application/json")
        .body(r#"{"service_code": "VIA-01"}"#);
    reply(json).await.refused(400);
}
