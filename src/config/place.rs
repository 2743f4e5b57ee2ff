//! Where assets and data are.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use super::ConfigError;

/// The folder that holds `cities/` and `locales/`: the one that was named, or else the first
/// that does beside the binary, in `/usr/share/acolhe`, or here (a checkout).
///
/// # Errors
///
/// None of them holds both.
pub fn find_assets(named: Option<&Path>) -> Result<PathBuf, ConfigError> {
    let candidates = match named {
        Some(named) => vec![named.to_owned()],
        None => usual_places(),
    };
    let listed = candidates.iter().map(|dir| dir.display().to_string()).collect::<Vec<_>>();
    candidates
        .into_iter()
        .find(|dir| dir.join("cities").is_dir() && dir.join("locales").is_dir())
        .ok_or_else(|| ConfigError::Assets(listed.join(", ")))
}

fn usual_places() -> Vec<PathBuf> {
    let binary = std::env::current_exe().ok();
    let beside = binary.as_deref().and_then(Path::parent).map(Path::to_owned);
    let here = std::env::current_dir().ok();
    [beside, Some(PathBuf::from("/usr/share/acolhe")), here].into_iter().flatten().collect()
}

/// The folder for data: the one that was named, or else the user's (XDG Base Directory).
pub(super) fn find_data(
    named: Option<&Path>,
    environment: &dyn Fn(&str) -> Option<OsString>,
) -> Result<PathBuf, ConfigError> {
    if let Some(named) = named {
        return Ok(named.to_owned());
    }
    // The specification: a relative XDG_DATA_HOME is to be ignored.
    let absolute = |name| environment(name).map(PathBuf::from).filter(|path| path.is_absolute());
    absolute("XDG_DATA_HOME")
        .or_else(|| absolute("HOME").map(|home| home.join(".local/share")))
        .map(|data| data.join("acolhe"))
        .ok_or(ConfigError::Data)
}
