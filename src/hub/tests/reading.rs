use super::Served;

/// Files one request for a moment.
async fn filed_at(hub: &Served, service: &str, moment: &str) -> String {
    hub.file(&[("service_code", service), ("requested_datetime", moment)]).await.number()
}

async fn found(hub: &Served, query: &[(&str, &str)]) -> Vec<String> {
    let list = hub.get("requests.json", query).await.json();
    let rows = list.as_array().unwrap().iter();
    rows.map(|row| row["service_request_id"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn lists_are_chosen_by_time_service_and_status_and_numbers_override_all() {
    let hub = Served::new().await;
    let january = filed_at(&hub, "VIA-01", "2026-01-10T00:00:00Z").await;
    let february = filed_at(&hub, "ILU-01", "2026-02-10T00:00:00Z").await;
    let new = hub.file(&[("service_code", "VIA-01")]).await.number();

    assert_eq!(found(&hub, &[]).await, [&new[..]]);
    let start = ("start_date", "2026-01-01T00:00:00Z");
    assert_eq!(found(&hub, &[start]).await, [&february[..], &january]);
    assert_eq!(found(&hub, &[start, ("end_date", "2026-01-31T00:00:00Z")]).await, [&january[..]]);
    assert_eq!(found(&hub, &[("end_date", "2026-03-01T00:00:00Z")]).await.len(), 2);
    assert_eq!(found(&hub, &[start, ("service_code", "ILU-01,OUV-07")]).await, [&february[..]]);
    assert_eq!(found(&hub, &[start, ("status", "closed")]).await, [""; 0]);
    assert_eq!(
        found(&hub, &[start, ("status", "open,closed"), ("service_code", "")]).await.len(),
        2
    );
    let numbers = format!("{january}, {new},nonsense");
    let query = [("service_request_id", numbers.as_str()), ("status", "closed")];
    assert_eq!(found(&hub, &query).await, [&new[..], &january]);
}

#[tokio::test]
async fn pages_follow_one_another() {
    let hub = Served::new().await;
    for day in 1..=3 {
        filed_at(&hub, "VIA-01", &format!("2026-01-0{day}T00:00:00Z")).await;
    }
    let start = ("start_date", "2026-01-01T00:00:00Z");
    let size = ("page_size", "2");
    let all = found(&hub, &[start]).await;
    let pages = [
        found(&hub, &[start, size]).await,
        found(&hub, &[start, size, ("page", "2")]).await,
        found(&hub, &[start, size, ("page", "3")]).await,
    ];
    assert_eq!(pages.concat(), all);
    assert_eq!(all.len(), 3);
}

#[tokio::test]
async fn a_list_spans_90_days_at_most() {
    let hub = Served::new().await;
    let start = ("start_date", "2026-01-01T00:00:00Z");
    assert!(found(&hub, &[start, ("end_date", "2026-04-01T00:00:00Z")]).await.is_empty());
    hub.get("requests.json", &[start, ("end_date", "2026-04-01T00:00:01Z")]).await.refused(400);
    hub.get("requests.json", &[start, ("end_date", "2025-12-31T00:00:00Z")]).await.refused(400);
    hub.get("requests.json", &[("start_date", "2026-01-01")]).await.refused(400);
    hub.get("requests.json", &[("status", "pending")]).await.refused(400);
    hub.get("requests.json", &[("page", "0")]).await.refused(400);
    let xml = hub.get("requests.xml", &[start]).await;
    assert!(xml.text.ends_with("<service_requests></service_requests>"), "{}", xml.text);
}

#[tokio::test]
async fn a_number_is_read_with_any_separators_and_a_wrong_digit_is_told() {
    let hub = Served::new().await;
    let number = hub.file(&[("service_code", "VIA-01")]).await.number();
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    let read = hub.get(&format!("requests/{digits}.json"), &[]).await.only();
    assert_eq!(read["service_request_id"], number);
    let wrong = hub.get("requests/2026.0014.00371-14.json", &[]).await.refused(404);
    assert!(wrong[0].contains("digit"));
    hub.get("requests/2026.0014.00371-13.json", &[]).await.refused(404);
}
