//! The page to be signed, what a person is asked, and the manual.

use std::io::Write as _;
use std::process::{Command, Stdio};

use acolhe::doctor::Part;

use super::super::support::{Printer, printed, repository};
use super::patient::Patient;

#[test]
fn the_manual_tells_every_finding() {
    let manual = std::fs::read_to_string(repository("docs/doctor.md")).expect("a manual");
    let mut ids = Vec::new();
    for kind in Part::ALL.iter().flat_map(|part| part.kinds()) {
        let state = kind.state.words();
        let row = format!("| `{}` | {state} | {} | {} |", kind.id, kind.meaning, kind.remedy);
        let row = row.replace("|  |", "| nothing |");
        assert!(manual.contains(&row), "docs/doctor.md lacks the row\n{row}");
        if !ids.contains(&kind.id) {
            ids.push(kind.id);
        }
    }
    let rows =
        manual.lines().filter(|line| line.starts_with("| `") && line.matches('|').count() == 5);
    assert_eq!(rows.count(), ids.len(), "docs/doctor.md tells something that is never found");
}

#[test]
fn the_report_is_a_page_with_lines_to_sign() {
    let patient = Patient::new();
    patient.station.printer_is(Printer::NoPaper);
    let file = patient.station.data().with_file_name("report.pdf");
    let mut command = patient.command();
    command.args(["--only", "setup,touch,printer,keys,clock,disk,hub", "--report"]).arg(&file);
    let told = super::patient::told(&mut command);
    told.holds("FAULT", "printer-no-paper", &[]).ends(1);
    assert!(told.text.contains("1 fault, "), "{}", told.text);
    let page = printed(Command::new("pdftotext").arg("-layout").arg(&file).arg("-"));
    let page = page.split_whitespace().collect::<Vec<_>>().join(" ");
    for words in [
        "Station:",
        "Branch:",
        "Do: Put in a roll, close the cover",
        "Only a person can tell",
        "Technician",
        "Signature",
        "1 fault, ",
    ] {
        assert!(page.contains(words), "{words} is not in {page}");
    }
    let information = printed(Command::new("pdfinfo").arg(&file));
    assert!(information.contains("Pages:           1\n"), "{information}");
    // Nothing that opens or names anything.
    let configuration = patient.station.configuration();
    let key = configuration.split("key = \"").nth(1).and_then(|rest| rest.split('"').next());
    assert!(!told.text.contains(key.expect("a key")));
    assert!(patient.hub.numbers().iter().all(|number| !told.text.contains(number)));
}

#[test]
fn what_only_a_person_can_tell_is_asked_and_a_no_is_a_fault() {
    let patient = Patient::new_born();
    let told = patient.told(&["--only", "touch"]);
    assert!(told.text.contains("[not asked]  Touches count"), "{}", told.text);
    told.ends(0);
    let mut command = patient.command();
    command.args(["--only", "touch,printer", "--attended"]);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("it runs");
    child.stdin.take().expect("piped").write_all(b"n\ny\n").expect("it listens");
    let output = child.wait_with_output().expect("it ends");
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    assert!(text.contains("[yes]        A slip came out whole"), "{text}");
    assert!(text.contains("[NO]         Touches count"), "{text}");
    assert!(text.contains("(judged-touch)"), "{text}");
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(patient.station.receipts().len(), 1);
}

#[test]
fn wrong_words_do_not_start() {
    let patient = Patient::new_born();
    let output = patient.command().args(["--only", "kitchen"]).output().expect("it runs");
    assert_eq!(output.status.code(), Some(2));
}
