//! The connectors of Linux's graphics: a folder each, with `status` and `edid`.

use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::Path;

use super::edid::BLOCK;

/// The base blocks of all displays that are plugged in; a connector that cannot be read has none.
pub(super) fn connected(connectors: &Path) -> Vec<Vec<u8>> {
    let folders = fs::read_dir(connectors).into_iter().flatten().flatten();
    folders
        .map(|folder| folder.path())
        .filter(|folder| {
            start(&folder.join("status"), STATUS)
                .is_ok_and(|text| text.trim_ascii() == b"connected")
        })
        .filter_map(|folder| start(&folder.join("edid"), BLOCK).ok())
        .collect()
}

/// More than any status is long.
const STATUS: usize = 32;

fn start(path: &Path, limit: usize) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::with_capacity(limit);
    File::open(path)?.take(limit as u64).read_to_end(&mut bytes)?;
    Ok(bytes)
}
