//! Files in a zip archive; the same files make the same bytes.

use std::collections::BTreeSet;
use std::io::{Cursor, Read as _, Write as _};

use zip::result::{ZipError, ZipResult};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

/// A file by its name within the archive.
pub type Named = (String, Vec<u8>);

/// Packs files; the comment is the archive's last bytes.
///
/// # Errors
///
/// A name stands twice, or there is too much for an archive.
pub fn pack(files: &[Named], comment: &str) -> ZipResult<Vec<u8>> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    for (name, bytes) in files {
        archive.start_file(name.as_str(), options)?;
        archive.write_all(bytes).map_err(ZipError::Io)?;
    }
    archive.set_comment(comment)?;
    Ok(archive.finish()?.into_inner())
}

/// The most that is unpacked.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Files.
    pub files: usize,
    /// Bytes of one file.
    pub bytes: u64,
    /// Bytes of all of them.
    pub all: u64,
}

/// Why an archive is not unpacked.
#[derive(Debug, thiserror::Error)]
pub enum UnpackError {
    /// It is no archive, or was damaged.
    #[error("It is no zip archive, or was damaged")]
    Zip(#[from] ZipError),
    /// There is more in it than the limits allow.
    #[error("There is too much in it")]
    TooMuch,
    /// A name that nothing in such an archive has, or that stands twice.
    #[error("It holds {0:?}, which does not belong there")]
    Name(String),
}

/// Unpacks files by names that belong there, in memory; nothing is written.
///
/// # Errors
///
/// [`UnpackError`]; what an archive says of its sizes is not believed.
pub fn unpack(
    archive: &[u8],
    limits: Limits,
    belongs: impl Fn(&str) -> bool,
) -> Result<Vec<Named>, UnpackError> {
    let mut archive = ZipArchive::new(Cursor::new(archive))?;
    if archive.len() > limits.files {
        return Err(UnpackError::TooMuch);
    }
    let (mut files, mut names, mut all) = (Vec::new(), BTreeSet::new(), 0);
    for index in 0..archive.len() {
        let file = archive.by_index(index)?;
        let name = file.name()?.into_owned();
        if !file.is_file() || !belongs(&name) || !names.insert(name.clone()) {
            return Err(UnpackError::Name(name));
        }
        let mut bytes = Vec::new();
        let read = file.take(limits.bytes + 1).read_to_end(&mut bytes).map_err(ZipError::Io)?;
        let read = u64::try_from(read).unwrap_or(u64::MAX);
        all += read;
        if read > limits.bytes || all > limits.all {
            return Err(UnpackError::TooMuch);
        }
        files.push((name, bytes));
    }
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIMITS: Limits = Limits { files: 2, bytes: 1000, all: 1500 };

    fn files(names: &[&str], size: usize) -> Vec<Named> {
        names.iter().map(|name| ((*name).to_owned(), vec![b'a'; size])).collect()
    }

    fn unpacked(files: &[Named]) -> Result<Vec<Named>, String> {
        let archive = pack(files, "the end").unwrap();
        assert!(archive.ends_with(b"the end"));
        unpack(&archive, LIMITS, |name| name != "bad").map_err(|error| error.to_string())
    }

    #[test]
    fn what_is_packed_comes_out_and_the_same_files_make_the_same_bytes() {
        let some = files(&["a", "b/c"], 700);
        assert_eq!(unpacked(&some).unwrap(), some);
        assert_eq!(pack(&some, "").unwrap(), pack(&some, "").unwrap());
    }

    #[test]
    fn too_much_and_what_does_not_belong_there_is_not_unpacked() {
        let too_much = Err("There is too much in it".to_owned());
        assert_eq!(unpacked(&files(&["a", "b", "c"], 1)), too_much);
        assert_eq!(unpacked(&files(&["a"], 1001)), too_much);
        assert_eq!(unpacked(&files(&["a", "b"], 800)), too_much);
        assert_eq!(unpacked(&files(&["a"], 100_000_000)), too_much, "a bomb of a few bytes");
        assert!(unpacked(&files(&["bad"], 1)).unwrap_err().contains("\"bad\""));
        assert!(unpack(b"no archive", LIMITS, |_| true).is_err());
    }
}
