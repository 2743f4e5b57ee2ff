//! What a hub tells whoever keeps it running when its data fail it: enough to mend them, and not a
//! word of anybody.

use std::process::Command;

use super::client::{get, key, post};
use crate::postgres::Server;
use crate::support::{Hub, TINY};

/// A table is not what it was; somebody asks, and somebody files.
async fn journal_of(hub: &Hub, spoil: impl FnOnce()) -> String {
    let key = key(hub, &[]);
    let words = ["Dona Benedita", "Rua das Acácias 12"];
    let form = [
        ("api_key", &*key),
        ("service_code", "ILU-01"),
        ("first_name", words[0]),
        ("address_string", words[1]),
    ];
    let (status, filed) = post(&hub.url(), "requests.json", &form).await.unwrap();
    assert_eq!(status, 200, "{filed}");
    assert_eq!(hub.journal(), "", "all is well");
    spoil();
    let number = filed[0]["service_request_id"].as_str().unwrap();
    let asked = format!("requests/{number}.json");
    assert_eq!(get(&hub.url(), &asked, &[]).await.0, 503);
    assert_eq!(post(&hub.url(), "requests.json", &form).await.unwrap().0, 503);
    let journal = hub.journal();
    let errors = journal.lines().filter(|line| line.contains("ERROR")).count();
    assert_eq!(errors, 2, "{journal}");
    for private in [words[0], words[1], number, &key] {
        assert!(!journal.contains(private), "{journal}");
    }
    journal
}

#[tokio::test(flavor = "multi_thread")]
async fn a_database_that_fails_is_named_by_its_code() {
    let server = Server::shared();
    let database = server.database();
    let hub = Hub::over(TINY, &database.url);
    let spoil = || {
        server.sql(&database.name, "ALTER TABLE requests RENAME COLUMN said TO unsaid");
    };
    let journal = journal_of(&hub, spoil).await;
    assert!(journal.contains("PostgreSQL answers 42703"), "{journal}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_fails_is_told_by_what_is_missing() {
    let hub = Hub::start(TINY);
    let file = hub.data().join("hub.sqlite3");
    let spoil = || {
        let sql = "ALTER TABLE requests RENAME COLUMN said TO unsaid";
        let done = Command::new("sqlite3").arg(&file).arg(sql).status().unwrap();
        assert!(done.success());
    };
    let journal = journal_of(&hub, spoil).await;
    assert!(journal.contains("table requests has no column named said"), "{journal}");
}
