//! Streets from elsewhere: spreadsheets and extracts of OpenStreetMap, into our `streets.csv`.

mod osm;
mod spreadsheet;

use std::io::Write;
use std::path::Path;

use super::city::lists::STREET_COLUMNS;
use super::fault::{Collector, Faults};
use crate::domain::city::Street;

/// Reads streets from a `.osm` or `.osm.pbf` extract of OpenStreetMap, or else from a CSV file
/// with commas, semicolons or tabs.
///
/// # Errors
///
/// Every row that cannot be read, or why the file cannot.
pub fn import_streets(path: &Path) -> Result<Vec<Street>, Faults> {
    let faults = Collector::default();
    let streets = match path.extension().and_then(|extension| extension.to_str()) {
        Some("osm" | "xml") => osm::streets(path, osm::xml::for_each, &faults),
        Some("pbf") => osm::streets(path, osm::pbf::for_each, &faults),
        _ => spreadsheet::streets(path, &faults),
    };
    let faults = faults.into_faults();
    if faults.list().is_empty() { Ok(streets) } else { Err(faults) }
}

/// Writes streets as our `streets.csv`.
///
/// # Errors
///
/// `out` cannot be written.
pub fn write_streets(streets: &[Street], out: impl Write) -> csv::Result<()> {
    let mut writer = csv::Writer::from_writer(out);
    writer.write_record(STREET_COLUMNS)?;
    for street in streets {
        writer.write_record([
            street.name.as_str(),
            &street.neighbourhood,
            &street.postcode,
            &street.coordinates.lat.to_string(),
            &street.coordinates.long.to_string(),
        ])?;
    }
    Ok(writer.flush()?)
}
