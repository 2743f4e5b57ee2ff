//! `authors.toml`: whose packs of lessons the city trusts.

use std::collections::BTreeSet;
use std::path::Path;

use super::super::fault::Collector;
use super::super::packs::parse_public_key;
use super::super::source::Source;
use super::super::toml_table::{self, Table};
use crate::domain::city::Author;

/// Reads them; a city without the file takes no packs.
pub(super) fn read(dir: &Path, faults: &Collector) -> Vec<Author> {
    let path = dir.join("authors.toml");
    let source = if path.exists() { Source::read(path, faults) } else { None };
    let Some(source) = source else { return Vec::new() };
    let mut keys = BTreeSet::new();
    let authors = toml_table::read(&source, |root| {
        let author = |table: &mut Table<'_>| {
            let (name, text) = (table.text("name"), table.text("key"));
            match parse_public_key(&text) {
                Ok(key) if keys.insert(key) => Some(Author { name, key }),
                Ok(_) => {
                    table.tell("key", "this key stands twice", "Take one out");
                    None
                }
                // What is missing is told already.
                Err(_) if text.is_empty() => None,
                Err(wrong) => {
                    table.tell("key", wrong.what, wrong.remedy);
                    None
                }
            }
        };
        root.tables("author", author)
    });
    authors.into_iter().flatten().flatten().collect()
}
