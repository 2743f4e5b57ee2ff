use serde_json::Value;

use super::{Served, id};

/// Files for a service with everything that nobody else should see.
async fn filed(hub: &Served, service: &str) -> String {
    hub.file(&[
        ("service_code", service),
        ("client_request_id", &id()),
        ("description", "the words"),
        ("address_string", "the place"),
        ("lat", "-22.9"),
        ("long", "-43.2"),
        ("coordinates_of", "place"),
        ("first_name", "the name"),
        ("phone", "21999990000"),
        ("access_code", "482091"),
        ("attribute[lamps-out]", "several"),
    ])
    .await
    .number()
}

async fn read(hub: &Served, number: &str, query: &[(&str, &str)]) -> Value {
    hub.get(&format!("requests/{number}.json"), query).await.only()
}

#[tokio::test]
async fn anybody_sees_the_place_only_where_the_service_says_so_and_never_words_or_names() {
    let hub = Served::new().await;
    let (shown, hidden) = (filed(&hub, "VIA-01").await, filed(&hub, "ILU-01").await);
    let read_shown = read(&hub, &shown, &[]).await;
    assert_eq!(read_shown["address"], "the place");
    assert_eq!(read_shown["lat"], -22.9);
    for key in ["", &hub.station_key, &hub.client_key] {
        let text = read(&hub, &hidden, &[("api_key", key)]).await.to_string();
        for word in ["the place", "22.9", "the words", "the name", "2199", "several"] {
            assert!(!text.contains(word), "{text}");
        }
    }
    assert!(!read_shown.to_string().contains("the words"));
}

#[tokio::test]
async fn a_branchs_address_is_not_taken_for_the_place() {
    let hub = Served::new().await;
    let form = [
        ("service_code", "VIA-01"),
        ("address_string", "the branch"),
        ("lat", "-22.9"),
        ("long", "-43.2"),
        ("coordinates_of", "branch"),
    ];
    let number = hub.file(&form).await.number();
    let public = read(&hub, &number, &[]).await;
    assert_eq!((public.get("address"), public.get("lat")), (None, None));
    let staff = read(&hub, &number, &[("api_key", &hub.staff_key)]).await;
    assert_eq!((&staff["address"], &staff["lat"]), (&"the branch".into(), &(-22.9).into()));
}

#[tokio::test]
async fn a_private_request_is_nowhere_without_a_key_and_nameless_for_a_station() {
    let hub = Served::new().await;
    let number = filed(&hub, "ANI-03").await;
    let path = format!("requests/{number}.json");
    let list = [("service_request_id", number.as_str())];
    for key in ["", &hub.client_key] {
        hub.get(&path, &[("api_key", key)]).await.refused(404);
        for query in [&[][..], &list, &[("service_code", "ANI-03")]] {
            let query = [query, &[("api_key", key)]].concat();
            assert_eq!(hub.get("requests.json", &query).await.text, "[]");
        }
    }
    let station = ("api_key", hub.station_key.as_str());
    let seen = read(&hub, &number, &[station]).await;
    let text = seen.to_string();
    assert_eq!(seen["status"], "open");
    for word in ["ANI-03", "the place", "the words"] {
        assert!(!text.contains(word), "{text}");
    }
    assert_eq!(hub.get("requests.json", &[station]).await.only(), seen);
    let by_service = [station, ("service_code", "ANI-03")];
    assert_eq!(hub.get("requests.json", &by_service).await.text, "[]");
}

#[tokio::test]
async fn the_access_code_opens_place_words_and_answer_of_private_requests_too() {
    let hub = Served::new().await;
    for service in ["ILU-01", "ANI-03"] {
        let number = filed(&hub, service).await;
        let opened = read(&hub, &number, &[("access_code", "482 091")]).await;
        assert_eq!(opened["description"], "the words");
        assert_eq!(opened["address"], "the place");
        assert_eq!(opened.get("first_name"), None);
        assert_eq!(opened.get("service_code").is_some(), service == "ILU-01");
    }
}

#[tokio::test]
async fn staff_see_everything() {
    let hub = Served::new().await;
    let number = filed(&hub, "ANI-03").await;
    let staff = [("api_key", hub.staff_key.as_str())];
    let seen = read(&hub, &number, &staff).await;
    assert_eq!(seen["service_code"], "ANI-03");
    assert_eq!(seen["description"], "the words");
    assert_eq!(seen["first_name"], "the name");
    assert_eq!(seen["phone"], "21999990000");
    assert_eq!(seen["filed_by"], "kiosk");
    assert_eq!(seen["attributes"][0]["values"][0], "several");
    assert!(!seen.to_string().contains("482091"));

    let xml = hub.get(&format!("requests/{number}.xml"), &staff).await.text;
    let answer = "<attributes><attribute><code>lamps-out</code><values><value>several</value>";
    assert!(xml.contains("<service_requests><request>") && xml.contains(answer), "{xml}");
}

#[tokio::test]
async fn ten_wrong_codes_lock_a_number_whether_or_not_it_exists() {
    let hub = Served::new().await;
    let filed = [filed(&hub, "VIA-01").await, filed(&hub, "ANI-03").await];
    for (number, status) in [(&filed[0], 403), (&filed[1], 404), (&hub.own(99_999), 404)] {
        let path = format!("requests/{number}.json");
        for attempt in 0..10 {
            let wrong = format!("{attempt:06}");
            hub.get(&path, &[("access_code", &wrong)]).await.refused(status);
        }
        hub.get(&path, &[("access_code", "482091")]).await.refused(429);
    }
    assert_eq!(read(&hub, &filed[0], &[]).await["status"], "open", "without a code it is told");
}
