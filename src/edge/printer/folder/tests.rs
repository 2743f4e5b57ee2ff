use std::fs;

use tempfile::TempDir;
use uuid::Uuid;

use super::*;
use crate::domain::receipt::{Block, Slip};

fn printer(folder: &Path) -> PaperFolder {
    PaperFolder::new(folder, PaperWidth::Mm58, None)
}

fn job() -> PrintJob {
    let blocks = vec![Block::Number("2026.0014.00371-13".to_owned())];
    PrintJob { id: Uuid::nil(), slip: Slip { blocks } }
}

fn tell(folder: &Path, json: &str) {
    fs::write(folder.join("state.json"), json).unwrap();
}

/// The names in a folder but `state.json`.
fn slips(folder: &Path) -> Vec<String> {
    let names = fs::read_dir(folder).unwrap().map(|e| e.unwrap().file_name());
    let mut names: Vec<String> = names.map(|name| name.into_string().unwrap()).collect();
    names.retain(|name| name != "state.json");
    names.sort();
    names
}

fn empty() -> TempDir {
    tempfile::tempdir().unwrap()
}

#[test]
fn a_slip_becomes_a_picture_and_its_text() {
    let folder = empty();
    let end = printer(folder.path()).print(&job());
    let file = folder.path().join("0001.png");
    assert_eq!(end, PrintEnd { state: PrintState::Printed, file: Some(file.clone()) });
    assert!(fs::read(file).unwrap().starts_with(b"\x89PNG"));
    let text = fs::read_to_string(folder.path().join("0001.txt")).unwrap();
    assert!(text.contains("2026.0014.00371-13"));
    assert_eq!(slips(folder.path()), ["0001.png", "0001.txt"]);
}

#[test]
fn another_slip_gets_another_number() {
    let folder = empty();
    let mut printer = printer(folder.path());
    printer.print(&job());
    assert_eq!(printer.print(&job()).file, Some(folder.path().join("0002.png")));
}

#[test]
fn a_roll_that_is_nearly_used_up_still_prints() {
    let folder = empty();
    tell(folder.path(), r#"{"state":"near-end"}"#);
    let mut printer = printer(folder.path());
    assert_eq!(printer.state(), PrinterState::NearEnd);
    assert_eq!(printer.print(&job()).state, PrintState::Printed);
}

#[test]
fn a_fault_leaves_nothing_in_the_folder() {
    for (json, state, end) in [
        (r#"{"state":"no-paper"}"#, PrinterState::NoPaper, PrintState::NotPrinted),
        (r#"{"state":"cover-open"}"#, PrinterState::CoverOpen, PrintState::NotPrinted),
        (r#"{"state":"silent"}"#, PrinterState::Silent, PrintState::Uncertain),
        ("nonsense", PrinterState::Silent, PrintState::Uncertain),
    ] {
        let folder = empty();
        let mut printer = printer(folder.path());
        tell(folder.path(), json);
        assert_eq!(printer.state(), state, "{json}");
        assert_eq!(printer.print(&job()), PrintEnd::without_file(end), "{json}");
        assert_eq!(slips(folder.path()), [""; 0], "{json}");
    }
}

#[test]
fn paper_that_runs_out_in_the_middle_leaves_nothing_in_the_folder() {
    let folder = empty();
    let mut printer = printer(folder.path());
    assert!(printer.is_in_order());
    tell(folder.path(), r#"{"state":"no-paper"}"#);
    // From here on as if the first look had still found paper.
    let end = printer.draw(&job()).unwrap();
    assert_eq!(end, PrintEnd::without_file(PrintState::NotPrinted));
    assert_eq!(slips(folder.path()), [""; 0]);
}

#[test]
fn a_missing_folder_is_made_for_its_owner_alone() {
    let above = empty();
    let folder = above.path().join("paper");
    assert_eq!(printer(&folder).state(), PrinterState::Ready);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(fs::metadata(&folder).unwrap().permissions().mode() & 0o777, 0o700);
    }
}

#[test]
fn a_folder_that_cannot_be_is_silent_and_prints_nothing() {
    let above = empty();
    let file = above.path().join("file");
    fs::write(&file, "").unwrap();
    let mut printer = printer(&file.join("paper"));
    assert_eq!(printer.state(), PrinterState::Silent);
    assert_eq!(printer.print(&job()), PrintEnd::without_file(PrintState::NotPrinted));
}
