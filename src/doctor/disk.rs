//! The disk and the data folder: room, rights, owners and the store's key.

use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};

use rustix::fs::{Access, StatVfs, StatVfsMountFlags};

use crate::config::{ConfigError, Setup};

use super::Patient;
use super::finding::{Finding, kinds};

kinds! {
    NO_DATA = NotTried, "disk-untried", "Which folder holds the data is not known",
        "Name it with --data, and correct the configuration";
    MISSING = Fault, "disk-folder-missing", "There is no data folder: a disk that is not mounted, or a station that never ran",
        "Mount the disk that FOLDER belongs to; at a first installation start the station once, then run this again";
    NOT_A_FOLDER = Fault, "disk-not-a-folder", "The data folder cannot be entered",
        "Run `ls -ld FOLDER`: it must be a folder of the station's user";
    ROOM = Well, "disk-room", "There is room on the disk", "";
    NEARLY_FULL = LookAtIt, "disk-nearly-full", "The disk is nearly full: there is less than ten times the reserve",
        "Free room on the disk of FOLDER: old logs and packages first";
    FULL = Fault, "disk-full", "Less is free than the reserve: the station begins nothing new",
        "Free room on the disk of FOLDER, or lower [store] reserve_megabytes if it is too high";
    READ_ONLY = Fault, "disk-read-only", "The disk can only be read: nothing can be kept",
        "Look into `dmesg` for faults of the disk; replace it, or mount it to be written";
    RIGHTS = Well, "disk-rights", "The data folder can be written, and only by its owner", "";
    NOT_WRITABLE = Fault, "disk-folder-not-writable", "The data folder may not be written by its owner",
        "Run: chmod u+rwx FOLDER";
    NOT_OURS = Fault, "disk-folder-not-ours", "The data folder belongs to somebody else than who runs this",
        "Run this as the station's user (`sudo -u USER acolhe doctor`); if you did: chown -R USER FOLDER";
    MIXED = Fault, "disk-owners-differ", "Something in the data folder belongs to another user than the folder: the station cannot write it",
        "Run: chown -R OWNER FOLDER";
    OPEN = Fault, "disk-folder-open", "Everybody may write into the data folder",
        "Run: chmod o-w FOLDER";
    KEY = Well, "disk-key", "The store's key is there, and only its owner may read it", "";
    NEW_KEY = Well, "disk-key-new", "There is no store key yet: the station makes one at its first start", "";
    KEY_MISSING = Fault, "disk-key-missing", "There is a store and no key to open it: what waits in it cannot be sent",
        "Bring back FILE from its backup; do not start the station before";
    KEY_OPEN = Fault, "disk-key-exposed", "Others may read the store's key: the station does not start",
        "Run: chmod 600 FILE";
    KEY_WRONG = Fault, "disk-key-wrong", "The store's key cannot be used",
        "Bring back FILE from its backup: 64 hexadecimal digits";
}

const MEGABYTE: u64 = 1024 * 1024;
/// How many reserves should be free.
const AMPLE: u64 = 10;

pub(super) fn examine(patient: &Patient) -> Vec<Finding> {
    let Some(folder) = &patient.data else {
        return vec![Finding::new(&NO_DATA, "Looked for the data folder", "Nothing names it")];
    };
    let tried = format!("Looked at {}", folder.display());
    let metadata = match std::fs::metadata(folder) {
        Ok(metadata) if metadata.is_dir() => metadata,
        Ok(_) => return vec![no_folder(&NOT_A_FOLDER, tried, "It is a file", folder)],
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            return vec![no_folder(&MISSING, tried, "It is not there", folder)];
        }
        Err(error) => return vec![no_folder(&NOT_A_FOLDER, tried, &error.to_string(), folder)],
    };
    let mut findings = Vec::new();
    if let Some(setup) = &patient.setup
        && let Ok(disk) = rustix::fs::statvfs(folder)
    {
        findings.extend(room(&disk, setup, folder));
    }
    let euid = rustix::process::geteuid().as_raw();
    let whose =
        Whose { folder: metadata.uid(), mode: metadata.mode(), us: euid, of: owners(folder) };
    findings.extend(rights(&whose, folder));
    if euid != 0
        && rustix::fs::access(folder, Access::WRITE_OK).is_err()
        && findings.iter().all(is_fine)
    {
        findings.push(
            Finding::new(&NOT_WRITABLE, RIGHTS_TRIED, "It may not")
                .naming("FOLDER", folder.display()),
        );
    }
    if patient.setup.is_some() {
        findings.push(key(patient));
    }
    findings
}

fn is_fine(finding: &Finding) -> bool {
    finding.state() != super::finding::State::Fault
}

fn no_folder(
    kind: &'static super::finding::Kind,
    tried: String,
    found: &str,
    folder: &Path,
) -> Finding {
    Finding::new(kind, tried, found).naming("FOLDER", folder.display())
}

fn room(disk: &StatVfs, setup: &Setup, folder: &Path) -> Vec<Finding> {
    let free = disk.f_bavail.saturating_mul(disk.f_frsize) / MEGABYTE;
    let all = disk.f_blocks.saturating_mul(disk.f_frsize) / MEGABYTE;
    let reserve = u64::from(setup.config.store.reserve_megabytes);
    let kind = if free < reserve {
        &FULL
    } else if free < reserve.saturating_mul(AMPLE) {
        &NEARLY_FULL
    } else {
        &ROOM
    };
    let found = format!("{free} MB of {all} MB are free; the reserve is {reserve} MB");
    let tried = format!("Measured the disk of {}", folder.display());
    let mut findings = vec![Finding::new(kind, &tried, found).naming("FOLDER", folder.display())];
    if disk.f_flag.contains(StatVfsMountFlags::RDONLY) {
        findings.push(Finding::new(&READ_ONLY, tried, "It is mounted to be read only"));
    }
    findings
}

const RIGHTS_TRIED: &str = "Looked who may write into the data folder";

/// Whom a folder and what is in it belong to.
struct Whose {
    folder: u32,
    mode: u32,
    /// Who looks.
    us: u32,
    of: Vec<(PathBuf, u32)>,
}

/// Whom the files belong to that the station writes.
fn owners(folder: &Path) -> Vec<(PathBuf, u32)> {
    let inside = [folder.to_owned(), folder.join("not-in-backups"), folder.join("log")];
    let entries =
        inside.iter().filter_map(|folder| std::fs::read_dir(folder).ok()).flatten().flatten();
    let mut owners: Vec<(PathBuf, u32)> =
        entries.filter_map(|entry| Some((entry.path(), entry.metadata().ok()?.uid()))).collect();
    owners.sort();
    owners
}

/// Whoever is root may do everything and is asked nothing: then it counts what the owner may.
fn rights(whose: &Whose, folder: &Path) -> Vec<Finding> {
    let told = |kind, found: String| {
        Finding::new(kind, RIGHTS_TRIED, found)
            .naming("FOLDER", folder.display())
            .naming("OWNER", whose.folder)
    };
    let mode = whose.mode & 0o777;
    let mut findings = Vec::new();
    if mode & 0o300 != 0o300 {
        findings.push(told(&NOT_WRITABLE, format!("Its mode is {mode:o}")));
    }
    if mode & 0o002 != 0 {
        findings.push(told(&OPEN, format!("Its mode is {mode:o}")));
    }
    if whose.us != 0 && whose.us != whose.folder {
        let found = format!("It belongs to user {}, this runs as user {}", whose.folder, whose.us);
        findings.push(told(&NOT_OURS, found));
    }
    let strange: Vec<&(PathBuf, u32)> =
        whose.of.iter().filter(|(_, owner)| *owner != whose.folder).collect();
    if let Some((path, owner)) = strange.first() {
        let found = format!(
            "{} belongs to user {owner}, the folder to user {}; {} such",
            path.display(),
            whose.folder,
            strange.len()
        );
        findings.push(told(&MIXED, found));
    }
    if findings.is_empty() {
        let found = format!("User {} may, mode {mode:o}", whose.folder);
        findings.push(told(&RIGHTS, found));
    }
    findings
}

fn key(patient: &Patient) -> Finding {
    let tried = "Looked for the store's key";
    let Some(setup) = &patient.setup else { return Finding::new(&NO_DATA, tried, "Unknown") };
    let configured = setup.config.store.key_file.clone();
    let file = configured.unwrap_or_else(|| setup.data.join("store.key"));
    let told = |kind, found: &str| Finding::new(kind, tried, found).naming("FILE", file.display());
    match &patient.key {
        Ok(Some(_)) => told(&KEY, &format!("{} is whole", file.display())),
        Ok(None) if setup.data.join(crate::store::FILE).exists() => {
            told(&KEY_MISSING, &format!("{} is not there", file.display()))
        }
        Ok(None) => told(&NEW_KEY, "None yet, and no store"),
        Err(ConfigError::ExposedKey { path }) => {
            let mode = std::fs::metadata(path).map_or(0, |metadata| metadata.mode() & 0o777);
            told(&KEY_OPEN, &format!("The mode of {} is {mode:o}", path.display()))
        }
        Err(ConfigError::Read { path, source })
            if source.kind() == std::io::ErrorKind::NotFound =>
        {
            told(&KEY_MISSING, &format!("{} is not there", path.display()))
        }
        Err(ConfigError::NotAKey { path }) => {
            told(&KEY_WRONG, &format!("{} does not hold 64 hexadecimal digits", path.display()))
        }
        Err(error) => told(&KEY_WRONG, &error.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(whose: &Whose) -> Vec<&'static str> {
        rights(whose, Path::new("/data")).iter().map(|finding| finding.kind.id).collect()
    }

    #[test]
    fn whoever_may_not_write_or_may_too_much_is_told() {
        let well = || Whose { folder: 998, mode: 0o40755, us: 998, of: vec![("a".into(), 998)] };
        assert_eq!(ids(&well()), ["disk-rights"]);
        assert_eq!(ids(&Whose { us: 0, ..well() }), ["disk-rights"]);
        assert_eq!(ids(&Whose { us: 1000, ..well() }), ["disk-folder-not-ours"]);
        assert_eq!(ids(&Whose { mode: 0o40555, ..well() }), ["disk-folder-not-writable"]);
        assert_eq!(ids(&Whose { mode: 0o40777, ..well() }), ["disk-folder-open"]);
        let mixed = Whose { of: vec![("a".into(), 998), ("station.sqlite3".into(), 0)], ..well() };
        assert_eq!(ids(&mixed), ["disk-owners-differ"]);
        let told = rights(&mixed, Path::new("/data"));
        assert_eq!(told[0].remedy, "Run: chown -R 998 /data");
    }
}
