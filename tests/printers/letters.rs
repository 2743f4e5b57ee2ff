//! Slips in the printers' own letters: every profile, read by the printer's own page.

use std::time::Duration;

use acolhe::domain::receipt::{Block, Slip};
use acolhe::edge::printer::profile::{Cut, Profile};
use acolhe::edge::printer::{Address, PrintJob, Printer as _, ThermalPrinter};
use acolhe::paper;
use acolhe::simulator::{Happening, Simulator, Slip as Piece, Step, When};
use uuid::Uuid;

use super::super::support::repository;
use super::bench::{best, profile};

const PORTUGUESE: &str = include_str!("../data/slips/pt-BR.json");
const ROMANIAN: &str = include_str!("../data/slips/ro.json");

fn names() -> Vec<String> {
    let files = std::fs::read_dir(repository("hardware/printers")).expect("profiles");
    let names = files.map(|file| file.expect("readable").path());
    let toml = names.filter(|path| path.extension().is_some_and(|kind| kind == "toml"));
    toml.map(|path| path.file_stem().expect("a name").to_string_lossy().into_owned()).collect()
}

fn slip(json: &str) -> Slip {
    serde_json::from_str(json).expect("a slip")
}

/// What comes out of a printer that was told to use its own letters.
fn comes_out(profile: &Profile, slip: Slip) -> Piece {
    let simulator = Simulator::on_tcp(profile).expect("a port");
    let address = Address::Tcp(simulator.address().expect("an address").to_string());
    if profile.cut == Cut::None {
        simulator.plan(Step { what: Happening::TornOff, when: When::AfterTheLastByte });
    }
    let mut printer = ThermalPrinter::new(profile.clone(), address, None).in_its_own_letters();
    let job = PrintJob { id: Uuid::new_v4(), slip };
    assert_eq!(printer.print(&job).state, best(profile), "{}", profile.name);
    let mut slips = simulator.wait_for_slips(1, Duration::from_secs(2));
    assert_eq!(slips.len(), 1, "{}", profile.name);
    slips.remove(0)
}

#[test]
fn every_model_prints_portuguese_in_its_own_letters() {
    let names = names();
    assert!(names.len() > 20, "{names:?}");
    for name in names {
        let profile = profile(&name);
        let piece = comes_out(&profile, slip(PORTUGUESE));
        let mut words = slip(PORTUGUESE);
        for block in &mut words.blocks {
            // The code's address is there for whoever types it.
            if let Block::Qr(address) = block {
                *block = Block::Line(address.clone());
            }
        }
        let meant = paper::text(&words, profile.columns.into());
        assert!(meant.contains("câmera"), "{name}: {meant}");
        assert_eq!(piece.text(), meant.trim_end(), "{name}");
        assert!(piece.notes().is_empty(), "{name}: {:?}", piece.notes());
    }
}

#[test]
fn romanian_is_drawn_for_no_printer_has_its_letters() {
    for name in ["epson-tm-t20x", "elgin-i9", "generic-58-status"] {
        let piece = comes_out(&profile(name), slip(ROMANIAN));
        assert_eq!(piece.text(), "", "{name}");
        assert!(piece.picture().bits().iter().any(|byte| *byte != 0), "{name}");
    }
}
