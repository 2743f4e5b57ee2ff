//! `emergencies.toml`: who is called first, and the words that mean danger.

use std::collections::BTreeMap;

use super::super::source::Source;
use super::super::toml_table::{self, Table};
use super::words::in_each;
use crate::domain::city::{EmergencyContact, Language};

/// Contacts in the order of the file; `None` when it is not TOML.
pub(super) fn read(source: &Source<'_>, languages: &[Language]) -> Option<Vec<EmergencyContact>> {
    toml_table::read(source, |root| {
        let ids = root.keys();
        ids.into_iter().map(|id| root.table(&id, |table| contact(table, &id, languages))).collect()
    })
}

fn contact(table: &mut Table<'_>, id: &str, languages: &[Language]) -> EmergencyContact {
    EmergencyContact {
        id: id.to_owned(),
        // A contact without phrases is only ever named by a service's `call_first`.
        phrases: if table.has("phrases") {
            table.table("phrases", |table| in_each(table, languages, Table::required_texts))
        } else {
            BTreeMap::new()
        },
        unless: table.table("unless", |table| in_each(table, languages, Table::texts)),
        phone: table.text("phone"),
        name: table.table("name", |table| in_each(table, languages, Table::text)),
    }
}
