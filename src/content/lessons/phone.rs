//! `phone/<app>/<screen>.toml`: what stands on the practice phone.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::super::fault::Collector;
use super::super::known::Known;
use super::super::source::Source;
use super::super::toml_table::{self, Table};
use super::files;
use crate::domain::lesson::{Part, PartId, PartKind, PhoneId, PhoneScreen};

/// The most that stands on one screen, its title among them: each part is as large as a finger
/// needs it, and on the smallest glass they stand there together.
const MOST_PARTS: usize = 6;

/// Every screen, and whether it leads to screens that are there.
pub(super) fn read(dir: &Path, faults: &Collector) -> BTreeMap<PhoneId, PhoneScreen> {
    let mut sources = Vec::new();
    let entries = std::fs::read_dir(dir).into_iter().flatten().flatten();
    let mut apps: Vec<_> = entries.map(|entry| entry.path()).filter(|path| path.is_dir()).collect();
    apps.sort();
    for app in apps {
        let name = app.file_name().map(|name| name.to_string_lossy().into_owned());
        for (screen, path) in files(&app) {
            let id = PhoneId(format!("{}/{screen}", name.clone().unwrap_or_default()));
            sources.extend(Source::read(path, faults).map(|source| (id, source)));
        }
    }
    let names = sources.iter().map(|(id, _)| id.0.clone()).collect();
    let known = Known::new("screen of the phone", Some(names));
    let read = sources.iter().filter_map(|(id, source)| {
        let parts = toml_table::read(source, |root| parts(root, &known))?;
        Some((id.clone(), PhoneScreen { id: id.clone(), parts }))
    });
    read.collect()
}

fn parts(root: &mut Table<'_>, known: &Known) -> Vec<Part> {
    let mut seen = BTreeSet::new();
    let parts = root.tables("part", |table| {
        let part = part(table, known);
        if !part.id.0.is_empty() && !seen.insert(part.id.clone()) {
            table.tell("id", format!("the part {} stands twice", part.id), "Rename one");
        }
        part
    });
    if parts.len() > MOST_PARTS {
        let what = format!("there are {} parts", parts.len());
        root.tell("part", what, format!("Keep at most {MOST_PARTS}: each is as large as a finger"));
    }
    parts
}

fn part(table: &mut Table<'_>, known: &Known) -> Part {
    let id = table.text("id");
    if !id.bytes().all(|sign| sign.is_ascii_lowercase() || sign.is_ascii_digit() || sign == b'-') {
        table.tell("id", format!("the id is \"{id}\""), "Write small letters, digits and -");
    }
    let leads = table.optional_text("leads");
    if let Some((what, remedy)) = leads.as_ref().and_then(|leads| known.doubt(leads)) {
        table.tell("leads", what, remedy);
    }
    let icon = table.optional_text("icon");
    super::seen(table, icon.as_deref().unwrap_or_default());
    Part {
        id: PartId(id),
        kind: table.choice("kind", PartKind::ALL).unwrap_or(PartKind::Text),
        icon,
        leads: leads.map(PhoneId),
    }
}
