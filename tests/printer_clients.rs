//! Clients of ESC/POS printers that others wrote ask the simulator and print on it.
//!
//! `ACOLHE_CLIENTS` names a Python that has `tests/printer_clients/requirements.txt`, and
//! `ACOLHE_RECEIPTIO` the `receiptio` of `tests/printer_clients/package.json`. Without them a test
//! says so and passes. `docs/printer-simulator.md` tells the rest.

#![cfg(unix)]

#[path = "support/fed.rs"]
mod fed;

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use acolhe::edge::printer::profile::Profile;
use acolhe::simulator::{End, Fault, Place, Simulator, Slip, When};
use fed::{asked, fed, skip};
use serde_json::{Value, json};

const LIMIT: Duration = Duration::from_secs(20);

const FOLLOW_UP: &str = "https://exemplo.gov.br/p/2026-000123";

fn repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn epson() -> Profile {
    Profile::find(&repository("hardware/printers"), "epson-tm-t20x")
        .expect("the profile is shipped")
}

/// What python-escpos makes of a story; nothing where there is none.
fn escpos(story: &Value) -> Option<Value> {
    asked("tests/printer_clients/with_escpos.py", story)
}

#[test]
fn escpos_sees_what_the_printer_lacks() {
    let simulator = Simulator::on_tcp(&epson()).unwrap();
    let port = simulator.address().unwrap().port();
    for (fault, online, paper) in [
        (None, true, 2),
        (Some(Fault::PaperOut), false, 0),
        (Some(Fault::Cover), false, 2),
        (Some(Fault::NearEnd), true, 1),
        (Some(Fault::Stall), true, 2),
    ] {
        simulator.clear();
        if let Some(fault) = fault {
            simulator.fault(fault, When::Now);
        }
        let Some(told) = escpos(&json!({"do": "ask", "port": port})) else { return };
        assert_eq!(told, json!({"online": online, "paper": paper}), "{fault:?}");
    }
}

#[test]
fn escpos_prints_text_and_qr_codes() {
    let simulator = Simulator::on_tcp(&epson()).unwrap();
    let story = json!({
        "do": "print", "port": simulator.address().unwrap().port(), "page": "CP860",
        "codec": "cp860", "text": "Solicitação de iluminação", "qr": FOLLOW_UP,
    });
    let Some(told) = escpos(&story) else { return };
    assert_eq!(told["online"], true);
    let slips = simulator.wait_for_slips(1, LIMIT);
    assert_eq!(slips[0].text(), "Solicitação de iluminação");
    assert_eq!(slips[0].codes(), [FOLLOW_UP]);
    assert_eq!(slips[0].notes(), &[] as &[String]);
    assert!(slips[0].picture().height() > 60, "the second one is dots");
    assert_eq!(slips[0].end(), End::CutThrough);
}

/// A printer at the only port that receiptio knows, at an address of its own within the machine.
struct AtPort9100 {
    simulator: Simulator,
    address: IpAddr,
    receiptio: String,
}

impl AtPort9100 {
    fn start(number: u8) -> Option<Self> {
        let Ok(receiptio) = std::env::var("ACOLHE_RECEIPTIO") else {
            let wanted =
                "set ACOLHE_RECEIPTIO to the receiptio of tests/printer_clients/package.json";
            skip("receiptio", wanted);
            return None;
        };
        let address = IpAddr::V4(Ipv4Addr::new(127, 0, 91, number));
        let place = Place::Tcp(SocketAddr::new(address, 9100));
        match Simulator::start(&epson(), &place, None, None) {
            Ok(simulator) => Some(Self { simulator, address, receiptio }),
            Err(error) => {
                skip("receiptio", &error.to_string());
                None
            }
        }
    }

    /// What receiptio says on standard error.
    fn told(&self, arguments: &[&str]) -> String {
        let mut command = Command::new(&self.receiptio);
        command.args(["-d", &self.address.to_string(), "-c", "48", "-l", "pt"]).args(arguments);
        let output = fed(&mut command, "");
        String::from_utf8_lossy(&output.stderr).trim().to_owned()
    }

    fn print(&self) -> String {
        let receipt = repository("tests/printer_clients/receipt.txt");
        self.told(&["-t", "20", receipt.to_str().expect("the checkout's path is text")])
    }

    fn slips(&self, number: usize) -> Vec<Slip> {
        self.simulator.wait_for_slips(number, LIMIT)
    }
}

#[test]
fn receiptio_sees_what_the_printer_lacks() {
    let Some(printer) = AtPort9100::start(1) else { return };
    assert_eq!(printer.told(&["-q"]), "online");
    for (fault, told) in
        [(Fault::Cover, "coveropen"), (Fault::PaperOut, "paperempty"), (Fault::Off, "disconnect")]
    {
        printer.simulator.clear();
        printer.simulator.fault(fault, When::Now);
        assert!(printer.simulator.wait_for(LIMIT, |seen| !seen.is_connected));
        assert_eq!(printer.told(&["-q"]), told);
    }
}

#[test]
fn receiptio_prints_and_knows_when_it_did_not() {
    let Some(printer) = AtPort9100::start(2) else { return };
    assert_eq!(printer.print(), "success");
    let slip = printer.slips(1).remove(0);
    assert!(slip.text().contains("PREFEITURA"), "{}", slip.report());
    assert!(slip.text().contains("2026-000123"), "{}", slip.report());
    assert!(slip.picture().height() > 100, "it draws the code itself: {}", slip.report());
    for (fault, when, told) in [
        (Fault::PaperOut, When::AfterBytes(60), "paperempty"),
        (Fault::Cover, When::AfterBytes(60), "coveropen"),
        (Fault::PaperOut, When::AfterTheLastByte, "paperempty"),
        (Fault::Reset, When::AfterBytes(120), "disconnect"),
        (Fault::PaperOut, When::Now, "paperempty"),
    ] {
        printer.simulator.fault(Fault::PowerCycle, When::Now);
        printer.simulator.clear();
        printer.simulator.fault(fault, when);
        assert_eq!(printer.print(), told, "{fault:?} {when:?}");
    }
}
