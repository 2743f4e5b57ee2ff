//! Drafts for later, as stations meet them.

use super::{Reply, Served};

const LOCATOR: &str = "00112233445566778899aabbccddeeff";

async fn call(hub: &Served, path: &str, more: &[(&str, &str)]) -> Reply {
    let form = [
        ("api_key", hub.station_key.as_str()),
        ("branch", "CENTRO"),
        ("locator", LOCATOR),
        ("seconds", "3600"),
    ];
    // The first value of a name counts.
    hub.post(path, &[more, &form].concat()).await
}

#[tokio::test]
async fn a_draft_is_kept_opened_and_spent_and_survives_a_restart() {
    let hub = Served::new().await;
    call(&hub, "drafts/open.json", &[]).await.refused(404);
    let kept = call(&hub, "drafts.json", &[("sealed", "00ff10")]).await;
    assert_eq!(kept.only()["state"], "kept");
    let hub = hub.restarted().await;
    for _ in 0..2 {
        let opened = call(&hub, "drafts/open.json", &[]).await;
        assert_eq!(opened.only()["sealed"], "00ff10", "until a station says that it has it");
    }
    call(&hub, "drafts/open.json", &[("branch", "NOPE")]).await.refused(400);
    assert_eq!(call(&hub, "drafts/spend.json", &[]).await.only()["state"], "spent");
    call(&hub, "drafts/open.json", &[]).await.refused(410);
}

#[tokio::test]
async fn only_stations_may_call_and_only_with_what_can_be_kept() {
    let hub = Served::new().await;
    for key in [&hub.client_key, &hub.staff_key] {
        for path in ["drafts.json", "drafts/open.json", "drafts/spend.json"] {
            call(&hub, path, &[("api_key", key), ("sealed", "00")]).await.refused(403);
        }
    }
    let long = "00".repeat(24 * 1024 + 1);
    for wrong in [
        [("sealed", "0")],
        [("sealed", "zz")],
        [("sealed", long.as_str())],
        [("locator", "12")],
        [("seconds", "-1")],
        [("seconds", "soon")],
    ] {
        let more = [&wrong[..], &[("sealed", "00")]].concat();
        assert_eq!(call(&hub, "drafts.json", &more).await.refused(400).len(), 1);
    }
    call(&hub, "drafts/open.json", &[]).await.refused(404);
}

#[tokio::test]
async fn a_station_that_guesses_is_told_to_wait() {
    let hub = Served::new().await;
    for _ in 0..crate::hub::drafts::ATTEMPTS {
        call(&hub, "drafts/open.json", &[]).await.refused(404);
    }
    call(&hub, "drafts/open.json", &[]).await.refused(429);
}
