//! Tables that are made and changed once.

use super::super::{Address, MIGRATIONS, PostgresStore, Unusable};
use super::opened;
use super::server::Server;

async fn opened_with(url: &str, steps: &[&str]) -> Result<PostgresStore, Unusable> {
    PostgresStore::open_with(&Address::parse(url).unwrap(), steps).await
}

fn version(server: &Server, database: &str) -> String {
    server.sql(database, "SELECT version FROM acolhe_schema").trim().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn hubs_that_start_at_once_make_the_tables_once() {
    let server = Server::shared();
    let database = server.database();
    let hubs: Vec<_> = (0..12)
        .map(|_| {
            let url = database.url.clone();
            tokio::spawn(async move { opened(&url).await.map(drop) })
        })
        .collect();
    for hub in hubs {
        hub.await.unwrap().unwrap();
    }
    assert_eq!(version(&server, &database.name), MIGRATIONS.len().to_string());
    assert_eq!(server.sql(&database.name, "SELECT count(*) FROM stations").trim(), "1");
}

#[tokio::test]
async fn an_older_database_is_brought_up_to_date_and_a_newer_one_left_alone() {
    let server = Server::shared();
    let database = server.database();
    for done in [1, 1, MIGRATIONS.len()] {
        opened_with(&database.url, &MIGRATIONS[..done]).await.unwrap();
        assert_eq!(version(&server, &database.name), done.to_string());
    }
    let error = opened_with(&database.url, &MIGRATIONS[..1]).await.unwrap_err();
    assert!(matches!(error, Unusable::Newer { .. }), "{error}");
    assert_eq!(version(&server, &database.name), MIGRATIONS.len().to_string());
}

#[tokio::test]
async fn a_step_that_fails_leaves_the_tables_as_they_were() {
    let server = Server::shared();
    let database = server.database();
    opened_with(&database.url, &MIGRATIONS[..1]).await.unwrap();
    let broken = [MIGRATIONS[0], "DROP TABLE alarms; SELECT nothing FROM nowhere"];
    let error = opened_with(&database.url, &broken).await.unwrap_err();
    assert!(matches!(error, Unusable::Other { .. }), "{error}");
    assert_eq!(version(&server, &database.name), "1");
    assert_eq!(server.sql(&database.name, "SELECT count(*) FROM alarms").trim(), "0");
    opened(&database.url).await.unwrap();
}
