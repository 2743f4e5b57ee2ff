//! Mistakes in files that people write: where, what, and how to repair them.

use std::cell::RefCell;
use std::fmt;
use std::path::PathBuf;

/// One mistake.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, thiserror::Error)]
#[error("{}:{line}: {what}. {remedy}", file.display())]
pub struct Fault {
    /// The file, as it was named by whoever asked for it.
    pub file: PathBuf,
    /// The line, from 1; the first line where a whole file is meant.
    pub line: usize,
    /// What is wrong.
    pub what: String,
    /// How to repair it.
    pub remedy: String,
}

/// Every mistake that was found, by file and line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Faults(Vec<Fault>);

impl Faults {
    /// The mistakes, by file and line.
    #[must_use]
    pub fn list(&self) -> &[Fault] {
        &self.0
    }

    /// In how many files they are.
    #[must_use]
    pub fn files(&self) -> usize {
        self.0.chunk_by(|one, next| one.file == next.file).count()
    }
}

impl FromIterator<Fault> for Faults {
    fn from_iter<I: IntoIterator<Item = Fault>>(faults: I) -> Self {
        let mut list: Vec<Fault> = faults.into_iter().collect();
        list.sort();
        list.dedup();
        Self(list)
    }
}

impl fmt::Display for Faults {
    /// One mistake a line.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, fault) in self.0.iter().enumerate() {
            if index > 0 {
                writeln!(f)?;
            }
            write!(f, "{fault}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Faults {}

/// Where readers tell their faults.
///
/// Shared by all readers of one load, hence the cell: none of them has to hand it on.
#[derive(Debug, Default)]
pub(crate) struct Collector(RefCell<Vec<Fault>>);

impl Collector {
    /// Notes a fault.
    pub(crate) fn tell(&self, fault: Fault) {
        self.0.borrow_mut().push(fault);
    }

    /// Everything that was told, each fault once.
    pub(crate) fn into_faults(self) -> Faults {
        self.0.into_inner().into_iter().collect()
    }
}
