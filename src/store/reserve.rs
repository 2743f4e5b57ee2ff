//! The file outside backups that says up to where numbers may have been given.
//!
//! It has two slots that are written in turn, in place: a write that the plug cuts short spoils
//! one of them, and the other still covers every number that was given. Until a new process has
//! numbers to reserve, the file may be one line, as earlier versions wrote it.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Seek, SeekFrom, Write};
use std::path::Path;

use sha2::{Digest, Sha256};

use super::sequence::write_durably;
use super::{Store, StoreError};
use crate::domain::protocol_number::ProtocolNumber;

/// How many numbers one write reserves: as many as a crash may skip, and one.
pub(super) const AHEAD: u32 = 16;

/// Bytes of a slot: a disk may spoil a whole block around what it writes.
const SLOT: usize = 4096;

/// Up to where numbers of one year are reserved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    pub(super) station: u16,
    pub(super) year: u16,
    pub(super) last: u32,
}

impl Mark {
    /// Its slot: the words, check digits, spaces.
    fn slot(self) -> String {
        let words = format!("{} {} {}", self.station, self.year, self.last);
        let line = format!("{words} {}\n", check_digits(&words));
        format!("{line:<SLOT$}")
    }

    fn read(line: &str) -> Option<Self> {
        let mut words = line.split_whitespace();
        let (station, year, last) = (words.next()?, words.next()?, words.next()?);
        let mark = Self {
            station: station.parse().ok()?,
            year: year.parse().ok()?,
            last: last.parse().ok()?,
        };
        match words.next() {
            // As earlier versions wrote it, by renaming.
            None => Some(mark),
            Some(digits) => {
                (digits == check_digits(&format!("{station} {year} {last}"))).then_some(mark)
            }
        }
    }
}

fn check_digits(words: &str) -> String {
    let digest = Sha256::digest(words);
    let digits = digest.first_chunk().copied().unwrap_or_default();
    format!("{:08x}", u32::from_be_bytes(digits))
}

/// What the file says; empty where there is none.
///
/// # Errors
///
/// There is a file, and nothing in it can be read.
pub(super) fn read(path: &Path) -> Result<Vec<Mark>, StoreError> {
    let Ok(bytes) = fs::read(path) else { return Ok(Vec::new()) };
    let marks: Vec<Mark> =
        bytes.chunks(SLOT).filter_map(|slot| Mark::read(std::str::from_utf8(slot).ok()?)).collect();
    if marks.is_empty() { Err(StoreError::Unexpected("the sequence file")) } else { Ok(marks) }
}

/// What this process has reserved.
#[derive(Debug, Default)]
pub(super) struct Reserve {
    held: Option<Mark>,
    file: Option<File>,
    second: bool,
}

impl Reserve {
    /// Whether the file covers a number.
    fn covers(&self, number: Mark) -> bool {
        self.held.is_some_and(|held| {
            (held.station, held.year) == (number.station, number.year) && number.last <= held.last
        })
    }

    /// Makes the file cover a number and some after it.
    fn cover(&mut self, path: &Path, number: Mark) -> Result<(), StoreError> {
        let ahead = number.last.saturating_add(AHEAD - 1).min(ProtocolNumber::LAST_SEQUENCE);
        self.write(path, Mark { last: number.last.max(ahead), ..number })
    }

    fn write(&mut self, path: &Path, mark: Mark) -> Result<(), StoreError> {
        let slot = mark.slot();
        // Whatever fails leaves nothing to go on with: the next write begins a new file.
        self.held = None;
        let failed = |source| StoreError::File { path: path.to_owned(), source };
        if let Some(file) = self.file.take() {
            self.second = !self.second;
            in_place(&file, if self.second { SLOT } else { 0 }, &slot).map_err(failed)?;
            self.file = Some(file);
        } else {
            write_durably(path, &slot.repeat(2))?;
            self.file = Some(OpenOptions::new().write(true).open(path).map_err(failed)?);
        }
        self.held = Some(mark);
        Ok(())
    }
}

fn in_place(mut file: &File, at: usize, slot: &str) -> io::Result<()> {
    file.seek(SeekFrom::Start(at as u64))?;
    file.write_all(slot.as_bytes())?;
    // Its length does not change: the data is all there is to flush.
    file.sync_data()
}

impl Store {
    /// Before the commit that uses it: the file first, so that it is never behind the store.
    pub(super) fn reserve_sequence(&mut self, year: u16, sequence: u32) -> Result<(), StoreError> {
        let number = Mark { station: self.station.get(), year, last: sequence };
        if self.reserve.covers(number) {
            return Ok(());
        }
        let path = self.sequence_file()?;
        self.reserve.cover(&path, number)
    }

    /// The end on purpose: what was reserved and not given is given back, so that no number is
    /// skipped.
    ///
    /// # Errors
    ///
    /// The file cannot be written: a few numbers will be skipped.
    pub fn give_back(&mut self) -> Result<(), StoreError> {
        let Some(held) = self.reserve.held else { return Ok(()) };
        let last = self.next_sequence(held.year)?.saturating_sub(1);
        let path = self.sequence_file()?;
        // Both slots: the older one may say more.
        self.reserve.file = None;
        self.reserve.write(&path, Mark { last, ..held })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(last: u32) -> Mark {
        Mark { station: 14, year: 2026, last }
    }

    #[test]
    fn a_slot_that_was_cut_short_leaves_the_other_which_covers_what_was_given() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("sequence");
        let mut reserve = Reserve::default();
        for number in 1..=100 {
            if !reserve.covers(mark(number)) {
                reserve.cover(&path, mark(number)).unwrap();
            }
            let marks = read(&path).unwrap();
            assert!(marks.iter().any(|mark| mark.last >= number && mark.last < number + AHEAD));
        }
        let whole = fs::read(&path).unwrap();
        assert_eq!(whole.len(), 2 * SLOT);
        let older = read(&path).unwrap().iter().map(|mark| mark.last).min().unwrap();
        let newer = if reserve.second { SLOT } else { 0 };
        for cut in 0..20 {
            let mut torn = whole.clone();
            torn[newer + cut] ^= b'9';
            fs::write(&path, torn).unwrap();
            assert_eq!(read(&path).unwrap(), [mark(older)], "{cut}");
        }
    }

    #[test]
    fn a_file_of_an_earlier_version_is_read_and_one_that_says_nothing_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("sequence");
        assert_eq!(read(&path).unwrap(), []);
        fs::write(&path, "14 2026 371\n").unwrap();
        assert_eq!(read(&path).unwrap(), [mark(371)]);
        fs::write(&path, "14 2026 ").unwrap();
        assert!(read(&path).is_err());
    }

    #[test]
    fn nothing_is_reserved_beyond_the_last_number_of_a_year() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("sequence");
        Reserve::default().cover(&path, mark(ProtocolNumber::LAST_SEQUENCE - 3)).unwrap();
        assert_eq!(read(&path).unwrap()[0].last, ProtocolNumber::LAST_SEQUENCE);
    }
}
