//! Whose data this is: a station's number is never given to another data folder.
//!
//! The store and a file outside backups hold the same random mark, and the file also knows the
//! machine. Data that was restored or cloned lacks one of them and is enrolled anew: a new number
//! in the configuration makes it a new station.

use std::fs;
use std::path::Path;

use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::domain::protocol_number::StationNumber;

use super::sequence::{NOT_IN_BACKUPS, not_in_backups, write_durably};
use super::{Store, StoreError};

/// The file that knows the mark and the machine.
const FILE: &str = "enrolment";

/// Which station this data folder is.
#[derive(Clone, Debug)]
pub struct Enrolment {
    /// Its number.
    pub station: StationNumber,
    /// What tells this machine from others, `/etc/machine-id` on Linux; empty where there is none.
    pub machine: String,
}

impl Enrolment {
    /// This machine's enrolment of a station.
    #[must_use]
    pub fn here(station: StationNumber) -> Self {
        let machine = fs::read_to_string("/etc/machine-id").unwrap_or_default();
        Self { station, machine: machine.trim().to_owned() }
    }

    /// The machine's id itself is confidential (machine-id(5)): only a digest is kept.
    fn line(&self, mark: &str) -> String {
        let digest = Sha256::digest(format!("acolhe {mark} {}", self.machine));
        let half = digest.first_chunk().copied().unwrap_or_default();
        format!("{} {mark} {:032x}\n", self.station.get(), u128::from_be_bytes(half))
    }
}

/// Where data comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// This station kept it, on this machine.
    Here,
    /// It was restored, or copied from another machine.
    Elsewhere,
    /// No station kept anything here, or one of another number.
    New,
}

impl Store {
    /// Where the data comes from; nothing is changed.
    pub(super) fn origin(&self, enrolment: &Enrolment) -> Result<Origin, StoreError> {
        let known = self.meta("enrolment")?;
        let number = enrolment.station.get().to_string();
        let same_station = self.meta("station")?.as_deref() == Some(number.as_str());
        let file = self.folder.join(NOT_IN_BACKUPS).join(FILE);
        match known.filter(|_| same_station) {
            Some(mark) if read(&file)? == enrolment.line(&mark) => Ok(Origin::Here),
            Some(_) => Ok(Origin::Elsewhere),
            None => Ok(Origin::New),
        }
    }

    pub(super) fn check_enrolment(&self, enrolment: &Enrolment) -> Result<(), StoreError> {
        let file = not_in_backups(&self.folder)?.join(FILE);
        let number = enrolment.station.get().to_string();
        match self.origin(enrolment)? {
            Origin::Here => Ok(()),
            Origin::Elsewhere => Err(StoreError::Copied),
            Origin::New => {
                // The file first: a store that knows its mark always has the file. The number last:
                // whatever ends this half-way is done again from the beginning.
                let mark = Uuid::new_v4().to_string();
                write_durably(&file, &enrolment.line(&mark))?;
                self.set_meta("enrolment", &mark)?;
                self.set_meta("station", &number)
            }
        }
    }
}

fn read(path: &Path) -> Result<String, StoreError> {
    match fs::read_to_string(path) {
        Ok(text) => Ok(text),
        Err(missing) if missing.kind() == std::io::ErrorKind::NotFound => Ok(String::new()),
        Err(source) => Err(StoreError::File { path: path.to_owned(), source }),
    }
}
