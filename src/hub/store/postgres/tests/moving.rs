//! What was in a file is in the database, all of it.

use jiff::Timestamp;
use rusqlite::Connection;

use super::super::moving::move_all;
use super::super::{Address, Unusable};
use super::opened;
use super::server::Server;
use crate::domain::later::Locator;
use crate::hub::drafts::{Found, KeptDraft};
use crate::hub::key::ApiKey;
use crate::hub::store::sqlite::SqliteStore;
use crate::hub::store::story::story;
use crate::hub::store::{
    BookingStore, DraftStore, KeyStore, Page, RequestStore, StoreError, UpdateQuery, Window,
};

#[tokio::test]
async fn everything_that_the_story_left_is_moved_once() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("hub.sqlite3");
    let from = SqliteStore::open(&file).unwrap();
    story(&from).await;
    let now = "2026-11-23T12:00:00Z".parse().unwrap();
    let draft = KeptDraft {
        locator: Locator([3; 16]),
        branch: "CENTRO".to_owned(),
        sealed: vec![0, 255],
        until: Timestamp::MAX,
    };
    from.keep_draft(draft.clone(), now).await.unwrap();
    let server = Server::shared();
    let database = server.database();
    let address = Address::parse(&database.url).unwrap();
    let kept = Connection::open(&file).unwrap();
    // What is added to both later is moved as well.
    drop(opened(&database.url).await.unwrap());
    let later = "CREATE TABLE later (id BIGINT GENERATED ALWAYS AS IDENTITY, yes BOOLEAN)";
    server.sql(&database.name, &format!("SET ROLE {}; {later}", database.role));
    let later = "CREATE TABLE later (id INTEGER PRIMARY KEY, yes INTEGER) STRICT;
         INSERT INTO later VALUES (41, 1), (7, NULL), (9, 0)";
    kept.execute_batch(later).unwrap();
    let moved = move_all(&file, &address).await.unwrap();

    for (table, rows) in &moved {
        let count = format!("SELECT count(*) FROM {table}");
        let in_file: i64 = kept.query_row(&count, [], |row| row.get(0)).unwrap();
        assert_eq!(server.sql(&database.name, &count).trim(), in_file.to_string(), "{table}");
        assert_eq!(rows.to_string(), in_file.to_string(), "{table}");
    }
    let filled = moved.iter().filter(|(_, rows)| *rows > 0).count();
    assert!(filled > 8, "the story leaves something in nearly every table: {moved:?}");
    let of_bookings =
        moved.iter().filter(|(table, rows)| table.starts_with("booking") && *rows > 0);
    assert_eq!(of_bookings.count(), 5, "{moved:?}");
    let of_queues = moved.iter().filter(|(table, rows)| table.starts_with("ticket") && *rows > 0);
    assert_eq!(of_queues.count(), 3, "{moved:?}");

    let counted = "INSERT INTO later (yes) VALUES (true);
         SELECT string_agg(concat_ws('=', id, yes), ' ' ORDER BY id) FROM later";
    assert_eq!(server.sql(&database.name, counted).trim(), "7 9=f 41=t 42=t");

    let into = opened(&database.url).await.unwrap();
    let query = || {
        let page = Page { offset: 0, limit: 100 };
        UpdateQuery { window: Window::ALWAYS, without: None, page }
    };
    assert_eq!(into.updates(query()).await.unwrap(), from.updates(query()).await.unwrap());
    assert_eq!(into.alarms().await.unwrap(), from.alarms().await.unwrap());
    for update in into.updates(query()).await.unwrap() {
        let there = into.request(update.number).await.unwrap().unwrap();
        let here = from.request(update.number).await.unwrap().unwrap();
        assert!(there.said == here.said);
        assert_eq!(format!("{there:?}"), format!("{here:?}"));
    }
    let due = "2027-01-02T02:00:00Z".parse().unwrap();
    let reminders = into.reminders(due, 9).await.unwrap();
    assert!(!reminders.is_empty());
    assert!(reminders == from.reminders(due, 9).await.unwrap());
    for day in [20_270_102, 20_270_103] {
        let branch = || "HOARD".to_owned();
        let there = into.agenda(branch(), day, now).await.unwrap();
        assert_eq!(there.len(), 1);
        assert!(there == from.agenda(branch(), day, now).await.unwrap());
    }
    let key = ApiKey::random().unwrap().digest();
    let next = into.add_station("next".to_owned(), key, now).await.unwrap();
    assert_eq!(next.get(), 3);
    let found = into.open_draft(next, draft.branch, vec![draft.locator], now).await.unwrap();
    assert_eq!(found, Found::Sealed(draft.sealed));

    let again = move_all(&file, &address).await.unwrap_err();
    assert!(matches!(again, StoreError::Unusable(Unusable::Used { .. })), "{again}");
}
