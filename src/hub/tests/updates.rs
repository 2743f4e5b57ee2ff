use serde_json::json;

use super::Served;

struct Update<'a> {
    id: &'a str,
    status: &'a str,
    at: &'a str,
    words: &'a str,
}

async fn post(hub: &Served, number: &str, update: &Update<'_>) -> super::Reply {
    let form = [
        ("api_key", hub.staff_key.as_str()),
        ("service_request_id", number),
        ("update_id", update.id),
        ("status", update.status),
        ("updated_datetime", update.at),
        ("description", update.words),
    ];
    hub.post("servicerequestupdates.json", &form).await
}

const SEEN: Update<'_> =
    Update { id: "1", status: "INVESTIGATING", at: "2026-11-21T12:00:00Z", words: "On our way" };
const DONE: Update<'_> =
    Update { id: "2", status: "FIXED", at: "2026-11-22T12:00:00Z", words: "Repaired" };
const SILENT: Update<'_> =
    Update { id: "3", status: "closed", at: "2026-11-23T12:00:00Z", words: "" };

#[tokio::test]
async fn the_newest_update_decides_in_whatever_order_and_how_often_they_arrive() {
    let hub = Served::new().await;
    let form = [("service_code", "VIA-01"), ("access_code", "482091")];
    let number = hub.file(&form).await.number();
    for update in [&DONE, &SEEN, &SILENT, &DONE] {
        let stored = post(&hub, &number, update).await;
        assert_eq!(stored.json(), json!([{ "update_id": update.id }]));
    }
    let path = format!("requests/{number}.json");
    let public = hub.get(&path, &[]).await.only();
    assert_eq!(public["status"], "closed");
    assert_eq!(public["updated_datetime"], "2026-11-23T09:00:00-03:00");
    assert_eq!(public.get("status_notes"), None);
    let opened = hub.get(&path, &[("access_code", "482091")]).await.only();
    assert_eq!(opened["status_notes"], "Repaired");
    assert_eq!(hub.get("requests.json", &[("status", "closed")]).await.only(), public);
}

#[tokio::test]
async fn updates_are_listed_in_order_and_their_words_are_for_staff() {
    let hub = Served::new().await;
    let number = hub.file(&[("service_code", "VIA-01")]).await.number();
    let private = hub.file(&[("service_code", "ANI-03")]).await.number();
    post(&hub, &number, &DONE).await;
    post(&hub, &number, &SEEN).await;
    post(&hub, &private, &SILENT).await;

    let window = [("start_date", "2026-11-01T00:00:00Z"), ("end_date", "2026-12-01T00:00:00Z")];
    let list = async |key: &str| {
        let query = [&window[..], &[("api_key", key)]].concat();
        hub.get("servicerequestupdates.json", &query).await.json()
    };
    let staff = list(&hub.staff_key).await;
    assert_eq!(
        staff[0],
        json!({
            "update_id": "1", "service_request_id": number, "status": "investigating",
            "updated_datetime": "2026-11-21T09:00:00-03:00", "description": "On our way",
        })
    );
    assert_eq!(staff.as_array().unwrap().len(), 3);
    let public = list("").await;
    assert_eq!(public.as_array().unwrap().len(), 2);
    assert_eq!(public[0]["description"], "");

    let xml = hub.get("servicerequestupdates.xml", &window).await.text;
    assert!(xml.contains("<service_request_updates><request_update>"), "{xml}");
}

#[tokio::test]
async fn only_staff_post_updates_and_only_ones_that_make_sense() {
    let hub = Served::new().await;
    let number = hub.file(&[("service_code", "VIA-01")]).await.number();
    let other = hub.file(&[("service_code", "VIA-01")]).await.number();
    for key in ["", &hub.station_key, &hub.client_key] {
        hub.post("servicerequestupdates.json", &[("api_key", key)]).await.refused(403);
    }
    post(&hub, &hub.own(5), &SEEN).await.refused(404);
    post(&hub, &number, &Update { status: "mended", ..SEEN }).await.refused(400);
    post(&hub, &number, &Update { at: "today", ..SEEN }).await.refused(400);
    post(&hub, &number, &Update { id: "", ..SEEN }).await.refused(400);
    post(&hub, &number, &SEEN).await;
    post(&hub, &other, &SEEN).await.refused(400);
}
