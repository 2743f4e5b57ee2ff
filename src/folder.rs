//! One process owns a data folder.

use std::fs::{self, File, TryLockError};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

/// Holds the folder until it is dropped, or until the process ends in whatever way.
#[derive(Debug)]
pub struct FolderLock(
    #[expect(dead_code, reason = "the lock lasts as long as the file is open")] File,
);

/// Why a folder cannot be owned.
#[derive(Debug, thiserror::Error)]
pub enum FolderError {
    /// It cannot be made or written.
    #[error("Cannot write in {path}: check its owner and rights, or give another --data")]
    Unwritable {
        /// The folder.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// Another process runs in it.
    #[error("Another Acolhe runs in {path}: stop it, or give another --data")]
    Owned {
        /// The folder.
        path: PathBuf,
    },
}

impl FolderLock {
    /// Makes the folder if there is none.
    ///
    /// # Errors
    /// [`FolderError::Unwritable`].
    pub fn make(folder: &Path) -> Result<(), FolderError> {
        fs::create_dir_all(folder)
            .map_err(|source| FolderError::Unwritable { path: folder.to_owned(), source })
    }

    /// Makes the folder if there is none, and takes it by the lock file of that name.
    ///
    /// # Errors
    /// [`FolderError`].
    pub fn take(folder: &Path, lock: &str) -> Result<Self, FolderError> {
        Self::lock(folder, lock, File::try_lock)
    }

    /// Makes the folder if there is none, and takes it together with others that share it.
    ///
    /// # Errors
    /// [`FolderError`]; also when somebody has it alone.
    pub fn share(folder: &Path, lock: &str) -> Result<Self, FolderError> {
        Self::lock(folder, lock, File::try_lock_shared)
    }

    fn lock(
        folder: &Path,
        lock: &str,
        take: fn(&File) -> Result<(), TryLockError>,
    ) -> Result<Self, FolderError> {
        Self::make(folder)?;
        let unwritable = |source| FolderError::Unwritable { path: folder.to_owned(), source };
        let file = File::create(folder.join(lock)).map_err(unwritable)?;
        match take(&file) {
            Ok(()) => Ok(Self(file)),
            Err(TryLockError::WouldBlock) => Err(FolderError::Owned { path: folder.to_owned() }),
            Err(TryLockError::Error(source)) => Err(unwritable(source)),
        }
    }

    /// Whether a process holds the folder by the lock file of that name. Nothing is made or kept.
    #[must_use]
    pub fn is_held(folder: &Path, lock: &str) -> bool {
        // Shared and for a moment: whoever holds it alone keeps it.
        File::open(folder.join(lock))
            .is_ok_and(|file| matches!(file.try_lock_shared(), Err(TryLockError::WouldBlock)))
    }
}

/// Puts a file into a folder, which is made if there is none. The file is old or new, never half,
/// also when the plug is pulled; others may read it.
///
/// # Errors
/// It cannot be written; then nothing changed.
pub fn put(folder: &Path, name: &str, bytes: &[u8]) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    file.write_all(bytes)?;
    // Whoever puts it there may be another than the one who reads it.
    #[cfg(unix)]
    file.as_file().set_permissions(std::os::unix::fs::PermissionsExt::from_mode(0o644))?;
    file.as_file().sync_all()?;
    file.persist(folder.join(name))?;
    File::open(folder)?.sync_all()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_has_one_owner_at_a_time() {
        let folder = tempfile::tempdir().unwrap();
        assert!(!FolderLock::is_held(folder.path(), "test.lock"));
        let first = FolderLock::take(folder.path(), "test.lock").unwrap();
        assert!(FolderLock::is_held(folder.path(), "test.lock"));
        assert!(matches!(
            FolderLock::take(folder.path(), "test.lock"),
            Err(FolderError::Owned { .. })
        ));
        drop(first);
        assert!(!FolderLock::is_held(folder.path(), "test.lock"));
        let shared =
            [FolderLock::share, FolderLock::share].map(|share| share(folder.path(), "test.lock"));
        assert!(shared.iter().all(Result::is_ok));
        assert!(FolderLock::take(folder.path(), "test.lock").is_err());
        drop(shared);
        assert!(FolderLock::take(folder.path(), "test.lock").is_ok());
    }
}
