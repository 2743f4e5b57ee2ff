//! Receipts after the journey through a socket and a printer: the same dots, the same code, and
//! letters of the right code page.

use std::io::{ErrorKind, Write as _};
use std::process::Command;
use std::time::Duration;

use acolhe::domain::receipt::{Block, Slip};
use acolhe::domain::visit::PrintState;
use acolhe::edge::printer::profile::{Cut, Profile};
use acolhe::edge::printer::{Address, PrintJob, Printer as _, ThermalPrinter};
use acolhe::paper::{self, Crest, Fonts, PaperWidth};
use acolhe::simulator::{Happening, Simulator, Step, When};
use uuid::Uuid;

use super::super::support::repository;

const RECEIPTS: [(&str, &str); 2] = [
    ("pt-BR", include_str!("../data/slips/pt-BR.json")),
    ("ro", include_str!("../data/slips/ro.json")),
];

fn crest() -> Crest {
    Crest::read(&repository("cities/vila-serena/crest.svg")).expect("a crest")
}

/// What a program that is not ours reads in a picture; `None` where it is not installed.
fn read_codes(picture: &std::path::Path) -> Option<String> {
    match Command::new("zbarimg").args(["--quiet", "--raw"]).arg(picture).output() {
        Ok(done) => Some(String::from_utf8(done.stdout).expect("text")),
        Err(error) if error.kind() == ErrorKind::NotFound => {
            let skipped = "skipped: zbarimg is not installed (Debian's zbar-tools)";
            writeln!(std::io::stderr(), "{skipped}").expect("writable");
            None
        }
        Err(error) => panic!("zbarimg cannot be run: {error}"),
    }
}

#[test]
fn a_receipt_comes_out_dot_by_dot_as_it_was_drawn_and_its_code_is_read() {
    let folder = tempfile::tempdir().expect("temporary folder");
    for (language, json) in RECEIPTS {
        let slip: Slip = serde_json::from_str(json).expect("a slip");
        for (model, width) in
            [("epson-tm-t20x", PaperWidth::Mm80), ("generic-58-status", PaperWidth::Mm58)]
        {
            let profile = Profile::find(&repository("hardware/printers"), model).expect("there");
            let laid = folder.path().join(format!("{language}-{model}"));
            let place = acolhe::simulator::Place::Tcp(([127, 0, 0, 1], 0).into());
            let simulator =
                Simulator::start(&profile, &place, Some(&laid), None).expect("a simulator");
            let address = Address::Tcp(simulator.address().expect("TCP").to_string());
            let has_no_cutter = profile.cut == Cut::None;
            let mut printer = ThermalPrinter::new(profile, address, Some(crest()));
            let job = PrintJob { id: Uuid::new_v4(), slip: slip.clone() };
            assert_eq!(printer.print(&job).state, PrintState::Printed, "{language} {model}");

            let mut fonts = Fonts::installed().expect("a typeface");
            let drawn = paper::render(&slip, width, Some(&crest()), &mut fonts).expect("drawn");
            if has_no_cutter {
                simulator.plan(Step { what: Happening::TornOff, when: When::Now });
            }
            let slips = simulator.wait_for_slips(1, Duration::from_secs(2));
            let came = slips[0].picture();
            assert_eq!(came.width(), drawn.width(), "{language} {model}");
            let inked = drawn.bits().iter().rposition(|byte| *byte != 0).expect("ink") + 1;
            assert!(came.bits().len() >= inked, "{language} {model}: rows are missing");
            assert!(
                came.bits()[..inked] == drawn.bits()[..inked],
                "{language} {model}: other dots"
            );
            assert!(came.bits()[inked..].iter().all(|byte| *byte == 0));

            let code = slip.blocks.iter().find_map(|block| match block {
                Block::Qr(text) => Some(text.clone()),
                _ => None,
            });
            if let Some(read) = read_codes(&laid.join("0001.png")) {
                assert_eq!(read.trim(), code.expect("a code"), "{language} {model}");
            }
        }
    }
}
