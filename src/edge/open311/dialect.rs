//! Whether the server understands what `docs/wire.md` adds: asked once, when it matters.

use serde_json::Value;

use super::Open311;
use super::answer::Ask;
use super::document::{self, Record};
use crate::config::Dialect;
use crate::wire::georeport::EXTENSIONS;

/// How to speak to the server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Spoken {
    /// With everything that our own hub understands.
    Acolhe,
    /// With the standard's fields only.
    Plain,
}

impl Open311 {
    /// As configured, or else as the discovery document says.
    ///
    /// Only a document that can be read is remembered: a proxy that knows no discovery document
    /// while the hub restarts must not turn the hub into a server without extensions.
    ///
    /// # Errors
    /// The code of the failure, when nobody can tell now.
    pub(super) async fn spoken(&self) -> Result<Spoken, String> {
        match self.dialect {
            Dialect::Acolhe => return Ok(Spoken::Acolhe),
            Dialect::Open311 => return Ok(Spoken::Plain),
            Dialect::Auto => {}
        }
        if let Some(known) = self.discovered.get() {
            return Ok(*known);
        }
        let answer = self.http.call(&["discovery"], Ask::Read(&[])).await;
        let answer = answer.map_err(|failure| failure.code().to_owned())?;
        if answer.is_redirect() {
            return Err("redirect".to_owned());
        }
        if answer.status == 429 || answer.status >= 500 {
            return Err(answer.code());
        }
        let document = answer.document().filter(|_| answer.is_success());
        let Some(discovery) =
            document.filter(|it| document::first_with(it, SPECIFICATION).is_some())
        else {
            return Ok(Spoken::Plain);
        };
        let spoken = if names_extensions(&discovery) { Spoken::Acolhe } else { Spoken::Plain };
        Ok(*self.discovered.get_or_init(|| spoken))
    }
}

const SPECIFICATION: &str = "specification";

fn names_extensions(value: &Value) -> bool {
    let named =
        |record: &Record| document::text(record, SPECIFICATION).is_some_and(|it| it == EXTENSIONS);
    match value {
        Value::Array(items) => items.iter().any(names_extensions),
        Value::Object(record) => named(record) || record.values().any(names_extensions),
        _ => false,
    }
}
