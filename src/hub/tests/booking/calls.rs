//! From the first look to the day itself.

use jiff::ToSpan;
use reqwest::Method;
use serde_json::json;
use uuid::Uuid;

use super::{Booked, Call, moment, plain, refused, wish};

#[tokio::test]
async fn the_document_is_whole_and_describes_what_is_there() {
    let hub = Booked::new().await;
    hub.document.is_whole();
    assert_eq!(hub.document.operations().len(), 34);
}

#[tokio::test]
async fn what_can_be_booked_is_told_in_the_language_that_is_asked_for() {
    let hub = Booked::new().await;
    let told = hub.get("/services").await;
    assert_eq!(told["timezone"], "America/Sao_Paulo");
    assert_eq!(told["services"].as_array().unwrap().len(), 3);
    let call = Call { language: Some("ro, en;q=0.5"), ..Call::default() };
    let (_, told) = hub.call(Method::GET, "/services", call).await;
    let service = told["services"].as_array().unwrap();
    let service = service.iter().find(|service| service["code"] == "TRA-07").unwrap();
    assert_eq!((&service["name"], &service["minutes"]), (&json!("name of TRA-07 ro"), &json!(20)));

    let soonest = hub.get("/times/soonest?services=TRA-07").await;
    let first = &hub.starts("TRA-07").await[0];
    assert_eq!(soonest[0]["time"]["start"], *first);
    assert_eq!(soonest[0]["branch"]["code"], "CENTRO");
}

#[tokio::test]
async fn a_time_is_held_confirmed_changed_and_cancelled() {
    let hub = Booked::new().await;
    let starts = hub.starts("TRA-07").await;
    let (one, other) = (&starts[starts.len() - 1], &starts[starts.len() - 2]);
    let body = wish(one);
    let (status, held) = hub.post("/bookings", Call::body(body.clone())).await;
    assert_eq!((status, &held["state"], &held["start"]), (201, &json!("held"), &json!(one)));
    assert_eq!(hub.post("/bookings", Call::body(body)).await, (201, held.clone()), "a repeat");
    let path = format!("/bookings/{}", held["number"].as_str().unwrap());
    let code = held["access_code"].as_str().unwrap();
    let at = |verb: &str| format!("{path}/{verb}");

    let body = json!({ "call_id": Uuid::new_v4(), "name": "Ana", "email": "ana@example.org" });
    let confirm = Call::body(body).code(code);
    let (status, first) = hub.post(&at("confirm"), confirm.clone()).await;
    assert_eq!((status, &first["state"]), (200, &json!("confirmed")), "{first}");
    assert!(first.get("access_code").is_none() && first["held_until"].is_null());
    assert_eq!(hub.post(&at("confirm"), confirm).await.1, first);

    let body = json!({ "call_id": Uuid::new_v4(), "start": other });
    let (status, moved) = hub.post(&at("change"), Call::body(body).code(code)).await;
    assert_eq!((status, &moved["start"], &moved["changes"]), (200, &json!(other), &json!(1)));
    let closed = moment(&moved["start"]) - 12.hours();
    let body = json!({ "call_id": Uuid::new_v4(), "start": closed });
    refused(hub.post(&at("change"), Call::body(body).code(code)).await, 409, "branch_closed");
    let (_, shown) = hub.call(Method::GET, &path, Call::default().code(code)).await;
    assert_eq!(shown, moved, "what cannot be done changes nothing");

    let look = Call::default().code(code);
    let (_, file) = hub.call(Method::GET, &at("calendar"), look.clone()).await;
    let line = moment(&moved["start"]).strftime("DTSTART:%Y%m%dT%H%M%SZ").to_string();
    assert!(file.as_str().unwrap().contains(&line), "{file}");
    assert!(!file.as_str().unwrap().contains("TRA-07"));

    let from_home = hub.post(&at("check-in"), plain().code(code)).await;
    refused(from_home, 401, "no_key");
    let early = plain().code(code).key(&hub.hub.station_key);
    let early = hub.post(&at("check-in"), early).await;
    refused(early, 409, "too_early_to_check_in");
    let (_, gone) = hub.post(&at("cancel"), plain().code(code)).await;
    assert_eq!(gone["state"], "cancelled");
    assert!(hub.starts("TRA-07").await.contains(other));
    let (_, shown) = hub.call(Method::GET, &path, look).await;
    assert_eq!(shown["state"], "cancelled");
}

#[tokio::test]
async fn who_is_quicker_has_it_and_the_other_is_told_so_in_their_language() {
    let hub = Booked::new().await;
    let start = hub.start().await;
    let key = Some(hub.hub.station_key.as_str());
    for _ in 0..2 {
        assert_eq!(hub.hold(&start, key).await.0, 201);
    }
    let mut said = Vec::new();
    for language in ["pt-BR", "ro", "en"] {
        let call = Call { language: Some(language), ..Call::body(wish(&start)) };
        said.push(refused(hub.post("/bookings", call).await, 409, "slot_taken"));
    }
    assert!(said[0].starts_with("Alguém foi mais rápido"), "{said:?}");
    assert!(said[1].starts_with("Cineva a fost mai rapid"), "{said:?}");
    assert!(said[2].starts_with("Somebody was quicker"), "{said:?}");
    assert!(!hub.starts("TRA-07").await.contains(&start));
}

#[tokio::test]
async fn staff_see_who_comes_and_nobody_else_does() {
    let hub = Booked::new().await;
    let start = hub.start().await;
    let (path, code) = hub.confirmed(&start, "(21) 99876-5432").await;
    let day = &start[..10];
    let agenda = format!("/branches/CENTRO/bookings?date={day}");
    let staff = || Call::default().key(&hub.hub.staff_key);
    let (_, told) = hub.call(Method::GET, &agenda, staff()).await;
    assert_eq!(told[0]["person"]["name"], "Ana Lima");
    let none = format!("/branches/CENTRO/bookings?date={}", "2020-01-01");
    assert_eq!(hub.call(Method::GET, &none, staff()).await.1, json!([]));
    for (key, status, problem) in [
        (None, 401, "no_key"),
        (Some("nobody's"), 401, "no_key"),
        (Some(hub.hub.station_key.as_str()), 403, "wrong_key"),
        (Some(hub.hub.client_key.as_str()), 403, "wrong_key"),
    ] {
        let call = Call { key, ..Call::default() };
        for path in [&agenda, "/reminders"] {
            refused(hub.call(Method::GET, path, call.clone()).await, status, problem);
        }
        let missed = Call { key, ..plain() };
        refused(hub.post(&format!("{path}/missed"), missed).await, status, problem);
    }
    let (_, told) = hub.call(Method::GET, "/reminders", staff()).await;
    assert_eq!(told, json!([]), "nothing is due yet");
    let early = hub.post(&format!("{path}/missed"), plain().key(&hub.hub.staff_key)).await;
    refused(early, 409, "not_missed_yet");
    hub.post(&format!("{path}/cancel"), plain().code(&code)).await;
    let (_, told) = hub.call(Method::GET, &agenda, staff()).await;
    assert!(told[0]["person"].is_null(), "forgotten with the booking");
}

#[tokio::test]
async fn a_booking_outlives_the_hub() {
    let mut hub = Booked::new().await;
    let start = hub.start().await;
    let (path, code) = hub.confirmed(&start, "21998765432").await;
    hub.hub = hub.hub.restarted().await;
    let (_, told) = hub.call(Method::GET, &path, Call::default().code(&code)).await;
    assert_eq!((&told["state"], &told["start"]), (&json!("confirmed"), &json!(start)));
    for word in ["Ana Lima", "998765432"] {
        assert!(!format!("{:?}", hub.hub.hub).contains(word));
    }
}
