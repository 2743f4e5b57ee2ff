//! Why an installation cannot start, in one line with the remedy.

use std::io;
use std::path::PathBuf;

use crate::content::Fault;

/// Why an installation cannot start.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// The configuration file is wrong.
    #[error(transparent)]
    File(#[from] Fault),
    /// A file cannot be read.
    #[error("Cannot read {}: {source}. Correct its name or make it readable", path.display())]
    Read {
        /// The file.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// The hub's address in the environment is not one.
    #[error("ACOLHE_HUB_URL is wrong: {0}")]
    HubUrl(String),
    /// No folder holds the assets.
    #[error("No cities/ and locales/ in {0}. Name the folder that holds both with --assets")]
    Assets(String),
    /// No folder for data.
    #[error("Neither XDG_DATA_HOME nor HOME names a folder. Name one for the data with --data")]
    Data,
    /// Others may read a key.
    #[error("Others may read {path}. Run: chmod 600 {path}", path = path.display())]
    ExposedKey {
        /// The key's file.
        path: PathBuf,
    },
    /// A key is not a key.
    #[error(
        "{} does not hold 64 hexadecimal digits. Bring the key back from its backup: \
         what was sealed with it opens with no other",
        path.display()
    )]
    NotAKey {
        /// The key's file.
        path: PathBuf,
    },
    /// A key cannot be made.
    #[error("Cannot make the key {}: {source}. Make its folder writable", path.display())]
    MakeKey {
        /// The key's file.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
}
