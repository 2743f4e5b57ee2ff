//! Streets from a spreadsheet whose columns have other names, or other separators.

use std::path::Path;

use csv::StringRecord;

use super::super::city::lists::street;
use super::super::csv_rows::rows_of_table;
use super::super::fault::Collector;
use super::super::source::Source;
use crate::domain::city::Street;

/// Our columns, each with what others call it in Portuguese, Romanian and English.
const NAMES: [(&str, &[&str]); 5] = [
    ("name", &["name", "nome", "logradouro", "strada", "denumire", "street"]),
    ("neighbourhood", &["neighbourhood", "bairro", "cartier", "sat", "neighborhood"]),
    ("postcode", &["postcode", "cep", "cod_postal"]),
    ("lat", &["lat", "latitude", "latitudine"]),
    ("long", &["long", "lon", "lng", "longitude", "longitudine"]),
];

/// Columns without which a street is none; the others may be left out.
const NEEDED: [&str; 3] = ["name", "lat", "long"];

/// Reads the streets in the order of the file; columns that mean nothing to us are passed over.
pub(super) fn streets(path: &Path, faults: &Collector) -> Vec<Street> {
    let Some(source) = Source::read(path.to_owned(), faults) else { return Vec::new() };
    rows_of_table(&source, delimiter(source.text()), |headers| rename(&source, &headers), street)
}

/// The separator that the first line has most of.
fn delimiter(text: &str) -> u8 {
    let first = text.lines().next().unwrap_or_default();
    let count = |delimiter: &u8| first.bytes().filter(|byte| byte == delimiter).count();
    [b'\t', b';', b','].into_iter().max_by_key(count).unwrap_or(b',')
}

fn rename(source: &Source<'_>, headers: &StringRecord) -> StringRecord {
    let renamed: StringRecord = headers
        .iter()
        .map(|header| {
            let header = header.to_lowercase();
            let ours = NAMES.iter().find(|(_, names)| names.contains(&header.as_str()));
            ours.map_or(header.clone(), |(ours, _)| (*ours).to_owned())
        })
        .collect();
    for (ours, names) in NAMES.iter().filter(|(ours, _)| NEEDED.contains(ours)) {
        if !renamed.iter().any(|header| header == *ours) {
            source.tell(
                0,
                format!("no column for {ours}"),
                format!("Name one of the columns {}", names.join(" or ")),
            );
        }
    }
    renamed
}
