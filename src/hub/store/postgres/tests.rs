//! The store on a real server.

mod concurrency;
mod migrating;
mod moving;
mod opening;
#[path = "../../../../tests/support/postgres.rs"]
pub(super) mod server;

use server::Server;

use super::{Address, PostgresStore, Unusable};
use crate::hub::store::story::story;

async fn opened(url: &str) -> Result<PostgresStore, Unusable> {
    PostgresStore::open(&Address::parse(url)?).await
}

#[tokio::test]
async fn the_database_lives_through_the_story() {
    let server = Server::shared();
    story(&opened(&server.database().url).await.unwrap()).await;
}
