//! What one hub was told, the other one knows: a process keeps nothing for itself.

use super::client::{get, key, post};
use crate::postgres::Server;
use crate::support::{Hub, TINY};

#[tokio::test]
async fn a_draft_that_was_kept_at_one_hub_is_opened_at_the_other() {
    let server = Server::shared();
    let database = server.database();
    let (one, other) = (Hub::over(TINY, &database.url), Hub::over(TINY, &database.url));
    let (_, key) = one.enrol("Kiosk");
    let form = [
        ("api_key", key.as_str()),
        ("branch", "CENTRO"),
        ("locator", "00112233445566778899aabbccddeeff"),
        ("seconds", "3600"),
        ("sealed", "00ff10"),
    ];
    let at = async |hub: &Hub, path: &str| post(&hub.url(), path, &form).await.unwrap();
    assert_eq!(at(&one, "drafts.json").await.1[0]["state"], "kept");
    assert_eq!(at(&other, "drafts/open.json").await.1[0]["sealed"], "00ff10");
    assert_eq!(at(&other, "drafts/spend.json").await.1[0]["state"], "spent");
    assert_eq!(at(&one, "drafts/open.json").await.0, 410);
}

#[tokio::test]
async fn wrong_codes_count_wherever_they_are_tried() {
    let server = Server::shared();
    let database = server.database();
    let hubs = [(); 2].map(|()| Hub::over(TINY, &database.url));
    let key = key(&hubs[0], &[]);
    let form = [("api_key", key.as_str()), ("service_code", "ILU-01"), ("access_code", "482091")];
    let (_, filed) = post(&hubs[0].url(), "requests.json", &form).await.unwrap();
    let number = filed[0]["service_request_id"].as_str().unwrap();
    let try_code = async |hub: &Hub, code: &str| {
        get(&hub.url(), &format!("requests/{number}.json"), &[("access_code", code)]).await.0
    };
    assert_eq!(try_code(&hubs[1], "482091").await, 200);
    for wrong in 0..10 {
        let status = try_code(&hubs[wrong % 2], &format!("{wrong:06}")).await;
        assert_eq!(status, 403, "wrong code {wrong}");
    }
    for hub in &hubs {
        assert_eq!(try_code(hub, "482091").await, 429);
    }
}

#[tokio::test]
async fn an_answer_that_was_posted_at_one_hub_is_read_at_the_other() {
    let server = Server::shared();
    let database = server.database();
    let (one, other) = (Hub::over(TINY, &database.url), Hub::over(TINY, &database.url));
    let staff = key(&one, &["--staff"]);
    let form = [("api_key", staff.as_str()), ("service_code", "ILU-01")];
    let (_, filed) = post(&one.url(), "requests.json", &form).await.unwrap();
    let number = filed[0]["service_request_id"].as_str().unwrap();
    let answer = [
        ("api_key", staff.as_str()),
        ("update_id", "1"),
        ("service_request_id", number),
        ("status", "fixed"),
        ("updated_datetime", "2030-01-01T00:00:00Z"),
        ("description", "Mended \0today"),
    ];
    for hub in [&other, &one, &other] {
        let (status, told) = post(&hub.url(), "servicerequestupdates.json", &answer).await.unwrap();
        assert_eq!(status, 200, "{told}");
    }
    let path = format!("requests/{number}.json");
    let (_, seen) = get(&one.url(), &path, &[("api_key", &staff)]).await;
    assert_eq!(seen[0]["status"], "closed");
    assert_eq!(seen[0]["status_notes"], "Mended today");
}
