//! The key that seals what waits for delivery: 32 random bytes, written as 64 hexadecimal digits.

use std::fmt::Write as _;
use std::fs::File;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

use super::{ConfigError, Setup};

/// The store's key: of `[store] key_file`, else of `$CREDENTIALS_DIRECTORY/store.key` (systemd),
/// else of `store.key` in the data folder, which is made when it is missing.
///
/// # Errors
///
/// The key cannot be read or made, is not a key, or can be read by others.
pub fn store_key(setup: &Setup) -> Result<[u8; 32], ConfigError> {
    let credentials = std::env::var_os("CREDENTIALS_DIRECTORY").map(PathBuf::from);
    store_key_with(setup, credentials.as_deref())
}

/// The same where there is one; none is made.
///
/// # Errors
///
/// The key cannot be read, is not a key, or can be read by others.
pub fn kept_store_key(setup: &Setup) -> Result<Option<[u8; 32]>, ConfigError> {
    let credentials = std::env::var_os("CREDENTIALS_DIRECTORY").map(PathBuf::from);
    kept_store_key_with(setup, credentials.as_deref())
}

/// Like [`store_key`], with a credentials folder that a test can make.
pub(super) fn store_key_with(
    setup: &Setup,
    credentials: Option<&Path>,
) -> Result<[u8; 32], ConfigError> {
    if let Some(key) = kept_store_key_with(setup, credentials)? {
        return Ok(key);
    }
    let path = beside_the_data(setup);
    make(&path).map_err(|source| ConfigError::MakeKey { path: path.clone(), source })?;
    refuse_exposed(&path)?;
    read(&path)
}

/// The text of a file that only its owner may read.
///
/// # Errors
///
/// It cannot be read, or can be read by others.
pub fn read_secret(path: &Path) -> Result<Zeroizing<String>, ConfigError> {
    refuse_exposed(path)?;
    super::read(path).map(Zeroizing::new)
}

/// Makes a file that only its owner may read, whole or not at all; tells whether it was made: what
/// is there already stays as it is.
///
/// # Errors
///
/// It cannot be written.
pub fn make_secret(path: &Path, text: &str) -> io::Result<bool> {
    let folder = path.parent().filter(|it| !it.as_os_str().is_empty()).unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder)?;
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    file.write_all(text.as_bytes())?;
    file.as_file().sync_all()?;
    match file.persist_noclobber(path) {
        Ok(_) => File::open(folder)?.sync_all().map(|()| true),
        Err(error) if error.error.kind() == io::ErrorKind::AlreadyExists => Ok(false),
        Err(error) => Err(error.error),
    }
}

fn kept_store_key_with(
    setup: &Setup,
    credentials: Option<&Path>,
) -> Result<Option<[u8; 32]>, ConfigError> {
    if let Some(path) = &setup.config.store.key_file {
        refuse_exposed(path)?;
        return read(path).map(Some);
    }
    // systemd keeps the folder from others, and lets the service in by an access control list,
    // which shows as permission for the group: the mode says nothing here.
    if let Some(path) = credentials.map(|dir| dir.join("store.key")).filter(|path| path.exists()) {
        return read(&path).map(Some);
    }
    let path = beside_the_data(setup);
    if !path.exists() {
        return Ok(None);
    }
    refuse_exposed(&path)?;
    read(&path).map(Some)
}

fn beside_the_data(setup: &Setup) -> PathBuf {
    setup.data.join("store.key")
}

fn read(path: &Path) -> Result<[u8; 32], ConfigError> {
    let text = super::read(path)?;
    parse(text.trim()).ok_or_else(|| ConfigError::NotAKey { path: path.to_owned() })
}

fn parse(text: &str) -> Option<[u8; 32]> {
    if text.len() != 64 || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    let mut key = [0; 32];
    for (index, byte) in key.iter_mut().enumerate() {
        *byte = u8::from_str_radix(text.get(2 * index..2 * index + 2)?, 16).ok()?;
    }
    Some(key)
}

/// Makes a key; one that somebody else has made meanwhile is kept.
fn make(path: &Path) -> io::Result<()> {
    let mut key = Zeroizing::new([0; 32]);
    getrandom::fill(key.as_mut()).map_err(io::Error::other)?;
    let mut text = Zeroizing::new(String::with_capacity(2 * key.len() + 1));
    for byte in *key {
        // Writing into a text cannot fail.
        let _ = write!(text, "{byte:02x}");
    }
    text.push('\n');
    make_secret(path, &text).map(|_| ())
}

#[cfg(unix)]
fn refuse_exposed(path: &Path) -> Result<(), ConfigError> {
    use std::os::unix::fs::PermissionsExt as _;

    let metadata = std::fs::metadata(path)
        .map_err(|source| ConfigError::Read { path: path.to_owned(), source })?;
    let others_may = metadata.permissions().mode() & 0o077;
    if others_may == 0 { Ok(()) } else { Err(ConfigError::ExposedKey { path: path.to_owned() }) }
}

#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "only Unix has modes to refuse")]
fn refuse_exposed(_: &Path) -> Result<(), ConfigError> {
    Ok(())
}
