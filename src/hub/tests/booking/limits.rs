//! What is refused: hoarding, guessing, and what makes no sense.

use reqwest::Method;
use serde_json::{Value, json};
use uuid::Uuid;

use super::{Booked, Call, plain, refused, reply, wish};

#[tokio::test]
async fn an_address_holds_three_times_and_a_station_four() {
    let hub = Booked::new().await;
    // Times that leave each other's attendants alone, also where few of them are there at noon.
    let starts: Vec<String> = hub.starts("TRA-07").await.into_iter().skip(1).step_by(6).collect();
    for start in &starts[..3] {
        assert_eq!(hub.hold(start, None).await.0, 201);
    }
    refused(hub.hold(&starts[3], None).await, 429, "too_many_holds");
    let station = Some(hub.hub.station_key.as_str());
    for start in &starts[3..7] {
        assert_eq!(hub.hold(start, station).await.0, 201);
    }
    refused(hub.hold(&starts[7], station).await, 429, "too_many_holds");
}

#[tokio::test]
async fn an_address_asks_ten_times_an_hour() {
    let hub = Booked::new().await;
    for _ in 0..10 {
        let mut body = wish("2020-01-01T10:00:00-03:00");
        body["people"] = json!(2);
        refused(hub.post("/bookings", Call::body(body)).await, 409, "too_soon");
    }
    let start = hub.start().await;
    refused(hub.hold(&start, None).await, 429, "too_many_holds");
}

#[tokio::test]
async fn a_person_has_one_time_a_day_and_a_way_to_be_told() {
    let hub = Booked::new().await;
    let starts = hub.starts("TRA-07").await;
    let last = &starts[starts.len() - 1];
    let before = &starts[starts.len() - 2];
    assert_eq!(last[..10], before[..10]);
    hub.confirmed(last, "21998765432").await;
    let (_, held) = hub.hold(before, None).await;
    let path = format!("/bookings/{}/confirm", held["number"].as_str().unwrap());
    let code = held["access_code"].as_str().unwrap();
    let say = async |more: Value, key: Option<&str>| {
        let mut body = json!({ "call_id": Uuid::new_v4(), "name": "Ana" });
        body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        hub.post(&path, Call { key, ..Call::body(body).code(code) }).await
    };
    let again = json!({ "phone": "+55 (21) 99876-5432" });
    refused(say(again, None).await, 409, "day_limit_reached");
    refused(say(json!({}), None).await, 409, "no_contact");
    let (status, told) = say(json!({}), Some(&hub.hub.station_key)).await;
    assert_eq!(status, 200, "at a kiosk a name is enough: {told}");
}

#[tokio::test]
async fn a_booking_is_opened_by_its_code_or_not_at_all() {
    let hub = Booked::new().await;
    let start = hub.start().await;
    let (path, code) = hub.confirmed(&start, "21998765432").await;
    let look = async |path: &str, call| hub.call(Method::GET, path, call).await;
    refused(look(&path, Call::default()).await, 401, "no_key");
    let station = Call::default().key(&hub.hub.station_key);
    refused(look(&path, station).await, 403, "wrong_key");
    let unknown = Call::default().code("000000");
    for nobodys in ["/bookings/000000098", "/bookings/482", "/bookings/%FF"] {
        refused(look(nobodys, unknown.clone()).await, 404, "no_such_booking");
    }
    refused(look(&path, Call::default().code("12345")).await, 400, "malformed");
    let wrong = if code == "000000" { "000001" } else { "000000" };
    for _ in 0..10 {
        refused(look(&path, Call::default().code(wrong)).await, 404, "no_such_booking");
    }
    refused(look(&path, Call::default().code(&code)).await, 429, "too_many_codes");
    let staff = look(&path, Call::default().key(&hub.hub.staff_key)).await;
    assert_eq!(staff.0, 200, "staff need no code");
}

#[tokio::test]
async fn an_id_is_used_for_one_call() {
    let hub = Booked::new().await;
    let starts = hub.starts("TRA-07").await.split_off(1);
    let body = wish(&starts[0]);
    assert_eq!(hub.post("/bookings", Call::body(body.clone())).await.0, 201);
    let mut other = body;
    other["start"] = json!(starts[1]);
    refused(hub.post("/bookings", Call::body(other)).await, 409, "call_id_used");
    let mut float = wish(&starts[2]);
    float["people"] = json!(1.0);
    assert_eq!(
        hub.post("/bookings", Call::body(float)).await.0,
        201,
        "JSON has one kind of number"
    );
}

#[tokio::test]
async fn what_makes_no_sense_is_refused_in_one_shape() {
    let hub = Booked::new().await;
    let start = hub.start().await;
    let with = |name: &str, value: Value| {
        let mut body = wish(&start);
        body[name] = value;
        body
    };
    let long = "A".repeat(41);
    for body in [
        json!([]),
        json!({}),
        with("call_id", json!("x")),
        with("start", json!("2026-11-24T10:00:00")),
        with("start", json!(0)),
        with("people", json!(0)),
        with("people", json!(21)),
        with("people", json!(-1)),
        with("people", json!(1.5)),
        with("services", json!([])),
        with("services", json!("TRA-07")),
        with("services", json!(vec!["TRA-07"; 11])),
        with("branch", json!("")),
        with("branch", json!(long)),
        with("more", json!(1)),
    ] {
        refused(hub.post("/bookings", Call::body(body)).await, 400, "malformed");
    }
    for (body, status, code) in [
        (with("branch", json!("NOPE")), 404, "no_such_branch"),
        (with("services", json!(["NOPE"])), 404, "no_such_service"),
        (with("services", json!(["OUV-07"])), 409, "not_booked_here"),
        (with("people", json!(4)), 409, "too_many_people"),
        (with("services", json!(["TRA-07", "TRA-07"])), 409, "service_twice"),
        (with("start", json!("9999-12-30T00:00:00Z")), 409, "outside_horizon"),
    ] {
        refused(hub.post("/bookings", Call::body(body)).await, status, code);
    }
    for query in [
        "",
        "?services=TRA-07",
        "?branch=CENTRO",
        "?branch=CENTRO&services=TRA-07&days=32",
        "?branch=CENTRO&services=TRA-07&days=0",
        "?branch=CENTRO&services=TRA-07&from=tomorrow",
        "?branch=CENTRO&services=TRA-07&people=0",
        "?branch=CENTRO&services=TRA-07&more=1",
    ] {
        let path = format!("/times{query}");
        refused(hub.call(Method::GET, &path, Call::default()).await, 400, "malformed");
    }
    let far = "/times?branch=CENTRO&services=TRA-07&from=9999-12-31";
    assert_eq!(hub.get(far).await["days"].as_array().unwrap().len(), 1);
    let sent = json!({ "number": "482091316", "due": "2026-11-24T10:00:00Z" });
    let sent = Call::body(sent).key(&hub.hub.staff_key);
    refused(hub.post("/reminders/sent", sent).await, 404, "no_such_reminder");
}

#[tokio::test]
async fn what_is_no_call_at_all_is_refused_in_the_same_shape() {
    let hub = Booked::new().await;
    refused(hub.call(Method::GET, "/nothing", Call::default()).await, 404, "no_such_address");
    refused(hub.call(Method::DELETE, "/bookings", Call::default()).await, 405, "wrong_method");
    let url = format!("{}/api/v1/bookings", hub.hub.origin);
    let client = reqwest::Client::new();
    let text = reply(client.post(&url).body("hello")).await;
    assert_eq!((text.status.as_u16(), &text.json()["code"]), (415, &json!("not_json")));
    let long =
        client.post(&url).header("content-type", "application/json").body("x".repeat(70_000));
    assert_eq!(reply(long).await.json()["code"], "too_long");
    let lost = hub.post("/bookings/482091316/cancel", plain()).await;
    refused(lost, 401, "no_key");
}
