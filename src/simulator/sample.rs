//! Profiles for tests, as the files of `hardware/printers` have them.

use std::path::Path;

use crate::edge::printer::profile::Profile;

fn profile(status: &str, acknowledgement: &str, cut: &str, clear: &str, more: &str) -> Profile {
    let text = format!(
        "name = \"Sample\"\npaper_mm = 80\ndots = 576\ndpi = 203\ncolumns = 48\n\
         mm_per_second = 150\nstatus = \"{status}\"\nacknowledgement = \"{acknowledgement}\"\n\
         cut = \"{cut}\"\nqr = \"raster\"\nclear = \"{clear}\"\n\
         [text]\ncode_page = \"pc850\"\nindex = 2\n{more}"
    );
    Profile::parse(&text, Path::new("sample.toml")).unwrap()
}

pub(super) fn epson() -> Profile {
    profile("epson", "process-id", "gs-v-66", "dle-dc4", "")
}

pub(super) fn bematech() -> Profile {
    profile("bematech", "none", "esc-w", "esc-at", "")
}

pub(super) fn elgin() -> Profile {
    profile("elgin", "none", "esc-w", "stx", "")
}

pub(super) fn daruma() -> Profile {
    profile("daruma", "none", "esc-m", "esc-at", "")
}

pub(super) fn custom() -> Profile {
    let presenter = "[presenter]\nsteps = 80\nunclaimed = \"retract\"\nclaim_seconds = 30\n";
    profile("custom", "queued-status", "esc-i", "dle-enq", presenter)
}

pub(super) fn generic() -> Profile {
    profile("none", "none", "none", "esc-at", "")
}

pub(super) fn all() -> [Profile; 6] {
    [epson(), bematech(), elgin(), daruma(), custom(), generic()]
}
