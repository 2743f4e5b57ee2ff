//! Statements of one attempt. Each is prepared once a connection.

use deadpool_postgres::StatementCache;
use tokio_postgres::types::ToSql;
use tokio_postgres::{Client, Row};

use super::fault::Fault;

/// What a statement is given.
type Values<'v> = &'v [&'v (dyn ToSql + Sync)];

/// A connection while somebody has it.
pub(super) struct Turn<'a> {
    client: &'a Client,
    statements: &'a StatementCache,
}

impl<'a> Turn<'a> {
    pub(super) fn new(client: &'a Client, statements: &'a StatementCache) -> Self {
        Self { client, statements }
    }

    /// Changes rows; tells how many.
    pub(super) async fn execute(&self, sql: &str, values: Values<'_>) -> Result<u64, Fault> {
        let statement = self.statements.prepare(self.client, sql).await?;
        Ok(self.client.execute(&statement, values).await?)
    }

    /// Every row.
    pub(super) async fn rows(&self, sql: &str, values: Values<'_>) -> Result<Vec<Row>, Fault> {
        let statement = self.statements.prepare(self.client, sql).await?;
        Ok(self.client.query(&statement, values).await?)
    }

    /// The only row, if there is one.
    pub(super) async fn maybe_row(
        &self,
        sql: &str,
        values: Values<'_>,
    ) -> Result<Option<Row>, Fault> {
        let statement = self.statements.prepare(self.client, sql).await?;
        Ok(self.client.query_opt(&statement, values).await?)
    }

    /// The only row.
    pub(super) async fn row(&self, sql: &str, values: Values<'_>) -> Result<Row, Fault> {
        let statement = self.statements.prepare(self.client, sql).await?;
        Ok(self.client.query_one(&statement, values).await?)
    }

    /// Lets those who would all change the same row of a table in one after the other, where
    /// trying again and again would be slow. It must be the first thing in a transaction: what it
    /// sees afterwards is what the one before has left.
    pub(super) async fn alone_with(&self, table: &'static str) -> Result<(), Fault> {
        let lock = format!("LOCK TABLE {table} IN SHARE ROW EXCLUSIVE MODE");
        Ok(self.client.batch_execute(&lock).await?)
    }
}
