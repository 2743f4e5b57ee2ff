//! Reads `cities/`, `lessons/` and `locales/` into domain types; tells every mistake at once.
//!
//! A reader never stops at the first mistake: it tells a [`Fault`] with file, line and remedy,
//! puts something harmless in its place and reads on. What was read counts only when nothing was
//! told. Start at [`city::load`].

mod arrivals;
pub mod city;
pub mod code_words;
mod csv_rows;
mod fault;
mod known;
pub mod languages;
pub mod lessons;
mod lint;
mod locales;
pub mod packs;
mod plain;
pub mod pronunciation;
mod readability;
mod source;
mod streets;
mod toml_table;

use std::path::{Path, PathBuf};

pub use arrivals::read_arrivals;
pub use fault::{Fault, Faults};
pub(crate) use source::line_of;
pub use streets::{import_streets, write_streets};

/// Everything that is wrong with some cities and with a folder of locales: what does not load,
/// and words that are hard to read.
#[must_use]
pub fn check(cities: &[PathBuf], locales: Option<&Path>) -> Faults {
    let faults = fault::Collector::default();
    if let Some(dir) = locales {
        languages::read(dir, &faults);
        languages::read_others(dir, &faults);
    }
    for dir in cities {
        if let Some(signs) = city::read(dir, &faults).and_then(|city| city.signs) {
            city::signs::check(&signs, &faults);
        }
        lint::city(dir, &faults);
        pronunciation::check_city(dir, &faults);
    }
    if let Some(dir) = locales {
        locales::check(dir, &faults);
        pronunciation::check_locales(dir, &faults);
        code_words::check(dir, &faults);
    }
    faults.into_faults()
}
