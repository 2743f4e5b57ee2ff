//! `state.json`: what a paper folder's printer says of itself, for whoever plays its faults.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use crate::domain::devices::PrinterState;

const NAME: &str = "state.json";

/// The file, read afresh each time.
#[derive(Debug)]
pub(super) struct StateFile {
    path: PathBuf,
    complained: bool,
}

#[derive(serde::Deserialize)]
struct Content {
    state: PrinterState,
}

/// Why the file tells nothing.
#[derive(Debug, thiserror::Error)]
enum StateFileError {
    #[error("It cannot be read")]
    Unreadable(#[from] std::io::Error),
    #[error("It is not understood")]
    NotUnderstood(#[from] serde_json::Error),
}

impl StateFile {
    pub(super) fn of(folder: &Path) -> Self {
        Self { path: folder.join(NAME), complained: false }
    }

    /// The state it tells: ready without a file, silent when it makes no sense, which is logged
    /// until it makes sense again, once.
    pub(super) fn read(&mut self) -> PrinterState {
        match self.content() {
            Ok(state) => {
                self.complained = false;
                state
            }
            Err(error) => {
                if !self.complained {
                    tracing::warn!(
                        file = %self.path.display(),
                        error = &error as &dyn std::error::Error,
                        "The paper folder's state makes no sense: delete the file or write \
                         {{\"state\":\"ready\"}}, no-paper, near-end, cover-open, fault or silent"
                    );
                }
                self.complained = true;
                PrinterState::Silent
            }
        }
    }

    fn content(&self) -> Result<PrinterState, StateFileError> {
        match fs::read(&self.path) {
            Ok(json) => Ok(serde_json::from_slice::<Content>(&json)?.state),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(PrinterState::Ready),
            Err(error) => Err(error.into()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(json: &str) -> PrinterState {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join(NAME), json).unwrap();
        StateFile::of(folder.path()).read()
    }

    #[test]
    fn every_state_has_its_name_in_the_file() {
        use PrinterState::{CoverOpen, Fault, NearEnd, NoPaper, Ready, Silent};
        for state in [Ready, NearEnd, NoPaper, CoverOpen, Fault, Silent] {
            assert_eq!(told(&format!(r#"{{"state":"{}"}}"#, state.name())), state);
        }
    }

    #[test]
    fn what_makes_no_sense_is_silence() {
        for json in ["", "{}", "ready", r#"{"state":"on fire"}"#] {
            assert_eq!(told(json), PrinterState::Silent, "{json}");
        }
    }

    #[test]
    fn without_a_file_the_printer_is_ready() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(StateFile::of(folder.path()).read(), PrinterState::Ready);
    }
}
