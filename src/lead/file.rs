//! The one file of a meeting: after a fall of the machine it goes on, and its report is whole.

use std::fs;
use std::io::{self, Write as _};
use std::path::Path;

use crate::domain::meeting::Meeting;

/// What is kept; a file that cannot be read is no meeting.
pub(super) fn read(file: &Path) -> Option<Meeting> {
    let bytes = match fs::read(file) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return None,
        Err(error) => {
            tracing::warn!(%error, "the meeting before cannot be read");
            return None;
        }
    };
    match serde_json::from_slice(&bytes) {
        Ok(meeting) => Some(meeting),
        Err(error) => {
            tracing::warn!(%error, "the meeting before cannot be read");
            None
        }
    }
}

/// Keeps it whole or not at all. A meeting goes on in memory where the disk is full.
pub(super) fn write(file: &Path, meeting: &Meeting) {
    if let Err(error) = try_write(file, meeting) {
        tracing::error!(%error, "the meeting is not kept: look at the disk");
    }
}

fn try_write(file: &Path, meeting: &Meeting) -> io::Result<()> {
    let folder = file.parent().unwrap_or(Path::new("."));
    let mut next = tempfile::NamedTempFile::new_in(folder)?;
    next.write_all(&serde_json::to_vec(meeting)?)?;
    next.as_file().sync_all()?;
    next.persist(file)?;
    Ok(())
}
