//! An ordinary printer: what stands on the sheet as other programs read it, and what becomes of it
//! in a real CUPS whose printer is a script.

use std::fs;
use std::io::{ErrorKind, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::Duration;

use acolhe::domain::devices::PrinterState;
use acolhe::domain::receipt::{Block, Slip};
use acolhe::domain::visit::PrintState;
use acolhe::edge::printer::office::OfficePrinter;
use acolhe::edge::printer::{PrintJob, Printer};
use acolhe::paper::{self, Crest, Fonts};
use uuid::Uuid;

#[path = "office/lab.rs"]
mod lab;

use lab::{Lab, wait_until};

const RECEIPTS: [(&str, &str); 3] = [
    ("pt-BR", include_str!("data/slips/pt-BR.json")),
    ("ro", include_str!("data/slips/ro.json")),
    ("en", include_str!("data/slips/en.json")),
];

fn receipts() -> impl Iterator<Item = (&'static str, Slip)> {
    RECEIPTS.iter().map(|(language, json)| (*language, serde_json::from_str(json).expect("a slip")))
}

fn job() -> PrintJob {
    PrintJob { id: Uuid::from_u128(7), slip: receipts().next().expect("a receipt").1 }
}

/// Runs a program; `None` and a word about it where it is not installed.
fn run(program: &str, arguments: &[&str], file: &Path) -> Option<Output> {
    let output = Command::new(program).args(arguments).arg(file).output();
    if output.as_ref().is_err_and(|error| error.kind() == ErrorKind::NotFound) {
        let hint = "Debian's poppler-utils and zbar-tools have what is used here";
        let skipped = format!("skipped: {program} is not installed ({hint})\n");
        std::io::stderr().write_all(skipped.as_bytes()).expect("a place for words");
        return None;
    }
    Some(output.expect("the program runs"))
}

fn words(text: &str) -> Vec<&str> {
    text.split([' ', '\n', '\x0c']).filter(|word| !word.is_empty()).collect()
}

/// Everything a slip says, in the order in which it says it.
fn said(slip: &Slip) -> String {
    let of = |block: &Block| match block {
        Block::Field { label, value } => format!("{label}: {value}"),
        Block::Crest(text)
        | Block::Heading(text)
        | Block::Banner(text)
        | Block::Number(text)
        | Block::Line(text)
        | Block::WritingLine(text) => text.clone(),
        // It stands on thermal paper only.
        Block::Passport { purpose, words, .. } => format!("{words}\n{purpose}"),
        Block::Fades(_) | Block::Qr(_) | Block::Rule => String::new(),
    };
    slip.blocks.iter().map(of).collect::<Vec<_>>().join("\n")
}

fn pdf(slip: &Slip) -> Vec<u8> {
    let crest = Crest::read(Path::new("cities/vila-serena/crest.svg")).expect("a crest");
    let mut fonts = Fonts::installed().expect("a typeface");
    paper::pdf(slip, Some(&crest), &mut fonts).expect("a sheet")
}

#[test]
fn another_program_reads_every_word_in_order_and_whole() {
    let folder = tempfile::tempdir().unwrap();
    let letters = "áâãàçéêíóôõúü ÁÂÃÀÇÉÊÍÓÔÕÚÜ ăâîșț ĂÂÎȘȚ 0123456789 „”“’ºª§€ – — fi ffl a\u{301}";
    let alphabet = Slip { blocks: vec![Block::Line(letters.to_owned())] };
    for (language, slip) in receipts().chain([("letters", alphabet)]) {
        let file = folder.path().join("slip.pdf");
        fs::write(&file, pdf(&slip)).unwrap();
        let Some(output) = run("pdftotext", &["-raw", "-enc", "UTF-8"], &file) else { return };
        assert!(output.status.success(), "{language}: {output:?}");
        let read = fs::read_to_string(file.with_extension("txt")).unwrap();
        let said = said(&slip).replace("a\u{301}", "á");
        assert_eq!(words(&read), words(&said), "{language}");
    }
}

#[test]
fn a_reader_of_codes_finds_the_text_of_the_qr_code_on_the_sheet() {
    let folder = tempfile::tempdir().unwrap();
    for (language, slip) in receipts() {
        let file = folder.path().join("slip.pdf");
        fs::write(&file, pdf(&slip)).unwrap();
        let root = folder.path().join("sheet");
        let arguments = ["-r", "150", "-gray", "-png", "-singlefile", file.to_str().unwrap()];
        let Some(output) = run("pdftoppm", &arguments, &root) else { return };
        assert!(output.status.success(), "{language}: {output:?}");
        let Some(found) = run("zbarimg", &["-q", "--raw"], &root.with_extension("png")) else {
            return;
        };
        let code = slip.blocks.iter().find_map(|block| match block {
            Block::Qr(text) => Some(text.as_str()),
            _ => None,
        });
        assert_eq!(Some(String::from_utf8(found.stdout).unwrap().trim_end()), code, "{language}");
    }
}

#[test]
fn a_slip_reaches_the_printer_and_nothing_of_it_stays() {
    let Some(lab) = Lab::start("print") else { return };
    for queue in [Some("lab"), None] {
        let mut printer = lab.printer(queue);
        assert_eq!(printer.state(), PrinterState::Ready);
        let end = printer.print(&job());
        assert_eq!((end.state, end.file), (PrintState::Sent, None));
        let [sheet] = &lab.printed()[..] else { panic!("one sheet, not {:?}", lab.printed()) };
        assert!(fs::read(sheet).unwrap().starts_with(b"%PDF"));
        assert_eq!(lab.asked(), "acolhe Acolhe 1", "whose, its title, copies");
        assert_eq!(lab.spooled(), Vec::<PathBuf>::new());
        assert!(!lab.log().contains("Acácias"), "nothing of it stands in the log");
        fs::remove_file(sheet).unwrap();
    }
}

#[test]
fn a_slip_for_which_there_is_no_paper_never_comes_out_later() {
    let Some(lab) = Lab::start("no-paper") else { return };
    let mut printer = lab.printer(Some("lab")).with_patience(Duration::from_secs(2));
    assert_eq!(printer.print(&job()).state, PrintState::Uncertain);
    assert_eq!(lab.sheets_kept(), Vec::<PathBuf>::new());
    assert_eq!(printer.state(), PrinterState::NoPaper);
    assert_eq!(printer.print(&job()).state, PrintState::NotPrinted, "not tried without paper");
    lab.set("print");
    assert_eq!(lab.lp("lab", "somebody"), "handed over");
    wait_until("somebody's sheet comes out", || lab.printed().len() == 1);
    assert_eq!(lab.asked(), "somebody report 1");
    assert_eq!(printer.state(), PrinterState::Ready, "a job that went well tells of paper");
    assert_eq!(printer.print(&job()).state, PrintState::Sent);
}

#[test]
fn a_slip_that_a_printer_gives_up_is_uncertain() {
    let Some(lab) = Lab::start("fail") else { return };
    let mut printer = lab.printer(Some("lab"));
    assert_eq!(printer.print(&job()).state, PrintState::Uncertain);
    assert_eq!(lab.spooled(), Vec::<PathBuf>::new());
}

#[test]
fn a_slip_behind_somebody_elses_is_surely_not_printed_and_theirs_is_left_alone() {
    let Some(lab) = Lab::start("hang") else { return };
    assert_eq!(lab.lp("lab", "somebody"), "handed over");
    wait_until("somebody's job is at the printer", || lab.asked() == "somebody report 1");
    let mut printer = lab.printer(Some("lab")).with_patience(Duration::from_secs(1));
    assert_eq!(printer.print(&job()).state, PrintState::NotPrinted);
    assert_eq!(lab.jobs(), ["somebody"]);
}

#[test]
fn slips_that_a_crash_left_in_the_queue_are_removed_at_the_start() {
    let Some(lab) = Lab::start("hang") else { return };
    assert_eq!(lab.lp("lab", "acolhe"), "handed over");
    assert_eq!(lab.lp("lab", "acolhe"), "handed over");
    assert_eq!(lab.lp("lab", "somebody"), "handed over");
    let mut printer = lab.printer(Some("lab"));
    printer.state();
    wait_until("only somebody's job is left", || lab.jobs() == ["somebody"]);
    assert_eq!(lab.sheets_kept().len(), 1, "somebody's");
}

#[test]
fn a_queue_that_is_stopped_closed_or_not_there_prints_nothing() {
    let Some(lab) = Lab::start("print") else { return };
    for (queue, state) in [
        ("stopped", PrinterState::Fault),
        ("closed", PrinterState::Fault),
        ("none", PrinterState::Silent),
        ("a name/with?signs", PrinterState::Silent),
    ] {
        let mut printer = lab.printer(Some(queue));
        assert_eq!(printer.state(), state, "{queue}");
        assert_eq!(printer.print(&job()).state, PrintState::NotPrinted, "{queue}");
    }
    assert_eq!((lab.printed(), lab.spooled()), (vec![], vec![]));
}

#[test]
fn without_cups_a_printer_is_silent() {
    let folder = tempfile::tempdir().unwrap();
    let socket = folder.path().join("cups.sock").display().to_string();
    for server in [socket.as_str(), "127.0.0.1:9", "no such address"] {
        let mut printer = OfficePrinter::new(None, Some(server.to_owned()), None);
        assert_eq!(printer.state(), PrinterState::Silent, "{server}");
        assert_eq!(printer.print(&job()).state, PrintState::NotPrinted, "{server}");
    }
}

/// One attribute of an answer.
fn attribute(kind: u8, name: &str, value: &[u8]) -> Vec<u8> {
    let length = |bytes: &[u8]| u16::try_from(bytes.len()).expect("few bytes").to_be_bytes();
    [&[kind], length(name.as_bytes()).as_slice(), name.as_bytes(), &length(value), value].concat()
}

fn answer(stream: &mut TcpStream, attributes: &[Vec<u8>]) {
    let body = [b"\x01\x01\0\0\0\0\0\x01\x04", attributes.concat().as_slice(), b"\x03"].concat();
    let head = format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n", body.len());
    stream.write_all(&[head.as_bytes(), &body].concat()).expect("a client that listens");
}

/// Answers the first questions as CUPS does, then hangs up in the middle of the document.
fn dies_with_the_document(listener: &TcpListener) {
    for stream in listener.incoming() {
        let mut stream = stream.expect("a client");
        match operation(&mut stream).map(|(_, operation)| operation) {
            Some(0x05) => answer(&mut stream, &[attribute(0x21, "job-id", &[0, 0, 0, 9])]),
            Some(0x06) | None => return,
            Some(_) => answer(&mut stream, &[attribute(0x23, "printer-state", &[0, 0, 0, 3])]),
        }
    }
}

/// CUPS and a printer in one: the queue still tells of the last job, the printer of now.
fn remembers_and_knows(listener: &TcpListener, questions: usize) {
    let device = format!("ipp://{}/ipp/print", listener.local_addr().expect("an address"));
    for stream in listener.incoming().take(questions) {
        let mut stream = stream.expect("a client");
        let (path, _) = operation(&mut stream).expect("a question");
        let is_queue = path.starts_with("/printers/");
        let reason = if is_queue { "media-empty-error" } else { "media-low-report" };
        let mut told = vec![
            attribute(0x23, "printer-state", &[0, 0, 0, 3]),
            attribute(0x44, "printer-state-reasons", reason.as_bytes()),
        ];
        if is_queue {
            told.push(attribute(0x45, "device-uri", device.as_bytes()));
        }
        answer(&mut stream, &told);
    }
}

/// Reads a request as far as its path and operation; of a small one, all.
fn operation(stream: &mut TcpStream) -> Option<(String, u16)> {
    let mut bytes = Vec::new();
    let mut piece = [0; 4096];
    loop {
        let count = stream.read(&mut piece).ok().filter(|count| *count > 0)?;
        bytes.extend_from_slice(&piece[..count]);
        let body = bytes.windows(4).position(|end| end == b"\r\n\r\n").map(|at| at + 4);
        let Some(body) = body.and_then(|at| bytes.get(at..)) else { continue };
        if body.len() > 8 && (body[3] == 6 || body.ends_with(b"\x03")) {
            let path = String::from_utf8_lossy(&bytes).split(' ').nth(1)?.to_owned();
            return Some((path, u16::from_be_bytes([body[2], body[3]])));
        }
    }
}

#[test]
fn when_cups_dies_while_it_takes_a_slip_nobody_knows_its_end() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let server = listener.local_addr().unwrap().to_string();
    let dying = std::thread::spawn(move || dies_with_the_document(&listener));
    let mut printer = OfficePrinter::new(Some("lab".to_owned()), Some(server), None);
    assert_eq!(printer.print(&job()).state, PrintState::Uncertain);
    assert_eq!(printer.state(), PrinterState::Silent);
    dying.join().unwrap();
}

#[test]
fn a_printer_that_can_be_asked_itself_is_believed_more_than_an_old_queue() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let server = listener.local_addr().unwrap().to_string();
    // The jobs of before, the queue, its printer.
    let both = std::thread::spawn(move || remembers_and_knows(&listener, 3));
    let mut printer = OfficePrinter::new(Some("lab".to_owned()), Some(server), None);
    assert_eq!(printer.state(), PrinterState::NearEnd);
    both.join().unwrap();
}
