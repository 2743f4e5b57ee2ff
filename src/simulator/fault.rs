//! Faults, and when they come: by hand, from a script, from a test.

use std::path::{Path, PathBuf};
use std::time::Duration;

/// What goes wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fault {
    /// The roll is at its end: it prints nothing, and keeps what it still holds.
    PaperOut,
    /// The roll is nearly at its end.
    NearEnd,
    /// The cover is open: it prints nothing, and keeps what it still holds.
    Cover,
    /// The cutter is jammed: it prints nothing, and keeps what it still holds.
    Cutter,
    /// It stands still and says that all is well.
    Stall,
    /// The line is closed, once.
    Drop,
    /// The line is reset, once: TCP RST.
    Reset,
    /// Its answers make no sense.
    Garbage,
    /// It prints 200 bytes a second.
    Slow,
    /// It prints and never answers.
    Silent,
    /// It is switched off and on again, once: what it held is lost.
    PowerCycle,
    /// It is switched off.
    Off,
}

impl Fault {
    /// All of them.
    pub const ALL: [Self; 12] = [
        Self::PaperOut,
        Self::NearEnd,
        Self::Cover,
        Self::Cutter,
        Self::Stall,
        Self::Drop,
        Self::Reset,
        Self::Garbage,
        Self::Slow,
        Self::Silent,
        Self::PowerCycle,
        Self::Off,
    ];

    /// Its word in scripts and by hand.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::PaperOut => "paper-out",
            Self::NearEnd => "near-end",
            Self::Cover => "cover",
            Self::Cutter => "cutter",
            Self::Stall => "stall",
            Self::Drop => "drop",
            Self::Reset => "reset",
            Self::Garbage => "garbage",
            Self::Slow => "slow",
            Self::Silent => "silent",
            Self::PowerCycle => "power-cycle",
            Self::Off => "off",
        }
    }

    fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|fault| fault.name() == word)
    }

    /// It comes when the paper has come that far, not when the bytes have.
    pub(super) fn is_of_the_paper(self) -> bool {
        matches!(self, Self::PaperOut | Self::NearEnd | Self::Cover | Self::Cutter | Self::Stall)
    }

    /// It is over the moment it has happened.
    pub(super) fn is_momentary(self) -> bool {
        matches!(self, Self::Drop | Self::Reset | Self::PowerCycle)
    }
}

/// What happens to the printer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Happening {
    /// A fault comes.
    Comes(Fault),
    /// Somebody puts it right.
    Cleared(Fault),
    /// Somebody puts everything right; faults that were still to come do not.
    AllCleared,
    /// Somebody takes the slip out of the presenter's mouth.
    Taken,
    /// Somebody tears the slip off at the tear bar.
    TornOff,
}

/// When it happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// At once.
    Now,
    /// After so many more bytes of print data.
    AfterBytes(u64),
    /// When everything is printed and cut, before that is acknowledged.
    AfterTheLastByte,
    /// So much later.
    After(Duration),
}

/// Something that is to happen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// What.
    pub what: Happening,
    /// When.
    pub when: When,
}

/// Why a line or a script is not understood.
#[derive(Debug, thiserror::Error)]
pub enum FaultError {
    /// The first word is none of ours.
    #[error("\"{word}\" is no fault. Write {known}, clear, take or tear", known = names())]
    What {
        /// The word.
        word: String,
    },
    /// What follows is no time.
    #[error("\"{0}\" is no time. Write now, after N bytes, after the last byte or after N seconds")]
    When(String),
    /// A line of a script.
    #[error("{}:{line}: {source}", file.display())]
    Line {
        /// The script.
        file: PathBuf,
        /// The line, from 1.
        line: usize,
        /// What is wrong with it.
        source: Box<FaultError>,
    },
    /// The script cannot be read.
    #[error("Cannot read {}: {source}. Make it readable", file.display())]
    Read {
        /// The script.
        file: PathBuf,
        /// Why.
        source: std::io::Error,
    },
}

fn names() -> String {
    Fault::ALL.map(Fault::name).join(", ")
}

impl Step {
    /// A line: `paper-out after 3000 bytes`, `cover`, `clear cover`, `clear`, `take`, `tear`.
    ///
    /// # Errors
    /// [`FaultError::What`] or [`FaultError::When`].
    pub fn parse(line: &str) -> Result<Self, FaultError> {
        let words: Vec<&str> = line.split_whitespace().collect();
        let (what, rest) = match words[..] {
            ["clear", fault, ref rest @ ..] if Fault::of(fault).is_some() => {
                (Fault::of(fault).map(Happening::Cleared), rest)
            }
            ["clear", ref rest @ ..] => (Some(Happening::AllCleared), rest),
            ["tear", ref rest @ ..] => (Some(Happening::TornOff), rest),
            ["take", ref rest @ ..] => (Some(Happening::Taken), rest),
            [word, ref rest @ ..] => (Fault::of(word).map(Happening::Comes), rest),
            [] => (None, &[][..]),
        };
        let what = what.ok_or_else(|| FaultError::What {
            word: words.first().copied().unwrap_or_default().to_owned(),
        })?;
        let number = |word: &str| word.parse::<u64>().ok();
        let when = match *rest {
            [] | ["now"] => Some(When::Now),
            ["after", "the", "last", "byte"] => Some(When::AfterTheLastByte),
            ["after", n, "bytes" | "byte"] => number(n).map(When::AfterBytes),
            ["after", n, "seconds" | "second"] => {
                number(n).map(Duration::from_secs).map(When::After)
            }
            _ => None,
        };
        let when = when.ok_or_else(|| FaultError::When(rest.join(" ")))?;
        Ok(Self { what, when })
    }

    /// The steps of a script; empty lines and what follows `#` tell nothing.
    ///
    /// # Errors
    /// [`FaultError::Read`], and [`FaultError::Line`] for the first line that is wrong.
    pub fn script(file: &Path) -> Result<Vec<Self>, FaultError> {
        let text = std::fs::read_to_string(file)
            .map_err(|source| FaultError::Read { file: file.to_owned(), source })?;
        let mut steps = Vec::new();
        for (number, line) in text.lines().enumerate() {
            let line = line.split('#').next().unwrap_or_default().trim();
            if !line.is_empty() {
                let step = Self::parse(line).map_err(|error| FaultError::Line {
                    file: file.to_owned(),
                    line: number + 1,
                    source: Box::new(error),
                })?;
                steps.push(step);
            }
        }
        Ok(steps)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_fault_has_a_word_and_every_trigger_a_form() {
        for fault in Fault::ALL {
            let comes = |when| Step { what: Happening::Comes(fault), when };
            let line = |rest: &str| Step::parse(&format!("{}{rest}", fault.name())).unwrap();
            assert_eq!(line(""), comes(When::Now));
            assert_eq!(line(" now"), comes(When::Now));
            assert_eq!(line(" after 60 bytes"), comes(When::AfterBytes(60)));
            assert_eq!(line("  after the last byte "), comes(When::AfterTheLastByte));
            assert_eq!(line(" after 2 seconds"), comes(When::After(Duration::from_secs(2))));
            let cleared = Step::parse(&format!("clear {}", fault.name())).unwrap();
            assert_eq!(cleared.what, Happening::Cleared(fault));
        }
        assert_eq!(Step::parse("clear").unwrap().what, Happening::AllCleared);
        assert_eq!(Step::parse("tear").unwrap().what, Happening::TornOff);
        assert_eq!(Step::parse("take").unwrap().what, Happening::Taken);
    }

    #[test]
    fn a_wrong_line_of_a_script_is_named_with_what_may_stand_there() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("faults");
        std::fs::write(&file, "# a day\n\npaper-out after 10 bytes # of the first\ncover soon\n")
            .unwrap();
        let told = Step::script(&file).unwrap_err().to_string();
        assert!(told.contains("faults:4: \"soon\" is no time. Write now,"), "{told}");
        std::fs::write(&file, "fire now\n").unwrap();
        let told = Step::script(&file).unwrap_err().to_string();
        assert!(told.contains("faults:1: \"fire\" is no fault. Write paper-out, "), "{told}");
        std::fs::write(&file, "near-end\nclear near-end after 3 seconds\n").unwrap();
        assert_eq!(Step::script(&file).unwrap().len(), 2);
    }
}
