//! What a model of printer is like: data in `hardware/printers/<name>.toml`, none of it in code.
//!
//! A profile says which of the dialects under the name "ESC/POS" a printer speaks. The bytes of
//! each word are told at its variant; the driver and the simulator both keep to them.

use std::path::{Path, PathBuf};

use serde::Deserialize;

// Named by path, so that this file can also be taken into another crate alone.
#[path = "profile/number.rs"]
mod number;

/// A model of printer.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Profile {
    /// What a technician calls it.
    #[serde(deserialize_with = "number::name")]
    pub name: String,
    /// Width of the roll in millimetres: 58 or 80.
    #[serde(deserialize_with = "number::paper")]
    pub paper_mm: u16,
    /// Dots that it can print across; a multiple of 8.
    #[serde(deserialize_with = "number::dots")]
    pub dots: u16,
    /// Dots an inch: 180 or 203.
    #[serde(deserialize_with = "number::dpi")]
    pub dpi: u16,
    /// Characters across in its own typeface A.
    #[serde(deserialize_with = "number::columns")]
    pub columns: u16,
    /// How fast paper comes out, at its slowest usual setting.
    #[serde(deserialize_with = "number::speed")]
    pub mm_per_second: u16,
    /// Its own letters.
    pub text: Letters,
    /// How it is asked how it is.
    pub status: StatusDialect,
    /// How it proves that everything before has been printed.
    pub acknowledgement: Acknowledgement,
    /// How a slip is parted from the roll.
    pub cut: Cut,
    /// How a QR code gets onto the paper.
    pub qr: Qr,
    /// How what it still holds is thrown away after a fault.
    pub clear: Clear,
    /// What it takes to hand a slip over, where it has a mouth that holds it.
    pub presenter: Option<Presenter>,
}

/// `[text]`: its own letters, the way out when no slip can be drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Letters {
    /// Which characters its bytes mean.
    pub code_page: CodePage,
    /// What it calls that page: `ESC t` (`1B 74 index`).
    pub index: u8,
}

/// Which characters a byte above 127 means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CodePage {
    /// Western Europe of 1987; every Portuguese letter, no Romanian but â and î.
    Pc850,
}

/// How it is asked how it is.
///
/// Bits are counted from 0, the lowest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum StatusDialect {
    /// `DLE EOT n` (`10 04 n`), answered at once, whatever else it does, with one byte
    /// `0xx1xx10`. n = 1: bit 3 offline. n = 2: bit 2 cover open, bit 3 paper being fed by hand,
    /// bit 5 stopped for want of paper, bit 6 error. n = 3: bit 2 mechanical error, bit 3 cutter,
    /// bit 5 beyond repair, bit 6 will recover by itself. n = 4: bits 2 and 3 nearly no paper,
    /// bits 5 and 6 no paper.
    Epson,
    /// `GS F8h 1` (`1D F8 31`), answered with five bytes. First `1…00`: bit 3 offline. Second
    /// `….0..1`: bit 1 nearly no paper, bits 2 and 5 no paper, bit 6 error, bit 7 cover *shut*.
    /// Third `1..1..00`: bit 2 it has no cutter, bit 3 cutter error, bits 5 and 6 other errors.
    /// Fourth `1.010.01`: bit 2 head too hot. Fifth `0…`: its version.
    Bematech,
    /// `ENQ` (`05`), answered with one byte: bit 0 *online*, bit 1 no paper, bit 3 cover *shut*,
    /// bit 4 nearly no paper; bits 6 and 7 are 0.
    Elgin,
    /// `ENQ` (`05`), answered with one byte: bit 3 error, bit 4 *online*, bit 5 no paper, bit 7
    /// cover open; and `GS ENQ` (`1D 05`), answered with one byte: bit 0 nearly no paper, bit 1
    /// no paper, bit 3 offline, bit 4 paper *over the sensor*, bit 6 failure.
    Daruma,
    /// `DLE EOT 20` (`10 04 14`), answered with six bytes `10 0F paper user recoverable
    /// unrecoverable`. Paper: bit 0 none, bit 2 nearly none, bit 5 a slip in the mouth. User:
    /// bit 0 head up, bit 1 cover open. Recoverable: bit 0 head too hot, bit 3 voltage, bit 6
    /// paper jam. Unrecoverable: anything.
    Custom,
    /// It never answers, or nobody knows how.
    None,
}

/// How it proves that everything before has been printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Acknowledgement {
    /// `GS ( H` function 48 with four characters of our choice (`1D 28 48 06 00 30 30 d1 d2 d3
    /// d4`), answered when its turn comes with `37 22 d1 d2 d3 d4 00`.
    ProcessId,
    /// `GS r 1` (`1D 72 01`), answered when its turn comes with one byte of the paper sensors:
    /// bits 0 and 1 nearly no paper, bits 2 and 3 no paper, the rest 0.
    QueuedStatus,
    /// It cannot: a slip is sent, never known to be printed.
    None,
}

/// How a slip is parted from the roll.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Cut {
    /// `GS V 66 0` (`1D 56 42 00`): feeds to the cutter, leaves one point uncut.
    #[serde(rename = "gs-v-66")]
    GsV66,
    /// `ESC i` (`1B 69`): cuts through.
    EscI,
    /// `ESC m` (`1B 6D`): leaves one point uncut.
    EscM,
    /// `ESC w` (`1B 77`): cuts through.
    EscW,
    /// It has no cutter: the slip is fed to the tear bar.
    None,
}

/// How a QR code gets onto the paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Qr {
    /// As dots of the slip, so that every reader finds the same Model 2 on every printer.
    Raster,
}

/// How what it still holds is thrown away.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Clear {
    /// `DLE ENQ 2` (`10 05 02`), then `DLE DC4` function 8 (`10 14 08 01 03 14 01 06 02 08`),
    /// obeyed at once, even without paper, and answered with `37 25 00` when everything is gone.
    /// The one kind that gives proof.
    DleDc4,
    /// `DLE ENQ 2` (`10 05 02`), obeyed at once, never answered.
    DleEnq,
    /// `STX` (`02`): throws away what came before it, never answered.
    Stx,
    /// `ESC @` alone (`1B 40`): throws away the line in the making and no more.
    EscAt,
}

/// `[presenter]`: a mouth that holds a slip until it is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Presenter {
    /// How far a slip is held out: `GS e 3 steps` (`1D 65 03 steps`).
    pub steps: u8,
    /// What is done with a slip that nobody takes.
    pub unclaimed: Unclaimed,
    /// After how many seconds.
    #[serde(deserialize_with = "number::claim")]
    pub claim_seconds: u16,
}

/// What is done with a slip that nobody takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unclaimed {
    /// It is drawn back into the cabinet: `GS e 2` (`1D 65 02`).
    Retract,
    /// It is pushed out: `GS e 5` (`1D 65 05`).
    Eject,
}

/// Why there is no profile.
#[derive(Debug, thiserror::Error)]
pub enum ProfileError {
    /// The file is wrong.
    #[error("{}:{line}: {what}. {remedy}", file.display())]
    Wrong {
        /// The file.
        file: PathBuf,
        /// The line, from 1.
        line: usize,
        /// What is wrong.
        what: String,
        /// How to repair it.
        remedy: String,
    },
    /// The file cannot be read.
    #[error("Cannot read {}: {source}. Make it readable", file.display())]
    Read {
        /// The file.
        file: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// Nobody wrote it.
    #[error("There is no printer profile \"{name}\". Use one of {}", known.join(", "))]
    Unknown {
        /// What was asked for.
        name: String,
        /// What there is.
        known: Vec<String>,
    },
}

impl Profile {
    /// The profile `<name>.toml` of a folder.
    ///
    /// # Errors
    /// [`ProfileError`]; an unknown name is answered with those that exist.
    pub fn find(folder: &Path, name: &str) -> Result<Self, ProfileError> {
        let known = Self::names(folder);
        if !known.iter().any(|known| known == name) {
            return Err(ProfileError::Unknown { name: name.to_owned(), known });
        }
        Self::read(&folder.join(format!("{name}.toml")))
    }

    /// The names of a folder's profiles, sorted.
    #[must_use]
    pub fn names(folder: &Path) -> Vec<String> {
        let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
        let mut names: Vec<String> = entries
            .filter_map(|entry| Some(entry.file_name().to_str()?.strip_suffix(".toml")?.to_owned()))
            .collect();
        names.sort();
        names
    }

    /// Reads a profile.
    ///
    /// # Errors
    /// [`ProfileError::Read`] and [`ProfileError::Wrong`].
    pub fn read(file: &Path) -> Result<Self, ProfileError> {
        let text = std::fs::read_to_string(file)
            .map_err(|source| ProfileError::Read { file: file.to_owned(), source })?;
        Self::parse(&text, file)
    }

    /// A profile from the text of a file.
    ///
    /// # Errors
    /// [`ProfileError::Wrong`].
    pub fn parse(text: &str, file: &Path) -> Result<Self, ProfileError> {
        toml::from_str(text).map_err(|error: toml::de::Error| {
            let at = error.span().map_or(0, |span| span.start);
            let (what, remedy) = with_remedy(error.message());
            ProfileError::Wrong { file: file.to_owned(), line: line_of(text, at), what, remedy }
        })
    }
}

/// Our own messages hold a remedy after the first full stop, serde's after "expected".
fn with_remedy(message: &str) -> (String, String) {
    if let Some((what, expected)) = message.split_once(", expected ") {
        (what.to_owned(), format!("Use {expected}"))
    } else if let Some((what, remedy)) = message.split_once(". ") {
        (what.to_owned(), remedy.to_owned())
    } else {
        (message.to_owned(), "docs/printers.md tells what may stand there".to_owned())
    }
}

fn line_of(text: &str, at: usize) -> usize {
    text.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1
}

#[cfg(test)]
#[path = "profile/tests.rs"]
mod tests;
