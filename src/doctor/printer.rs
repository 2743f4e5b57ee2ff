//! The printer: how it is, and where it does not answer, why.

use std::io::{ErrorKind, Read as _, Write as _};
use std::net::{SocketAddr, TcpStream, ToSocketAddrs as _};
use std::time::Duration;

use uuid::Uuid;

use crate::config::{PrinterDriver, Setup};
use crate::domain::devices::PrinterState;
use crate::domain::receipt::{Block, Slip};
use crate::domain::visit::PrintState;
use crate::edge::printer::profile::{Profile, ProfileError, StatusDialect};
use crate::edge::printer::{
    NoAnswer, PaperFolder, PrintJob, Printer, PrinterPlaces, PrinterSetupError, configured,
};
use crate::paper::Crest;

use super::finding::{Finding, Kind, kinds};
use super::{Orders, Patient, told_by_station};

kinds! {
    UNTRIED = NotTried, "printer-untried", "The printer was not tried: the configuration cannot be read",
        "Correct the configuration, then run this again";
    IN_USE = NotTried, "printer-in-use", "The running kiosk has the printer for itself",
        "Look behind the kiosk's staff door; to test it from here, stop the kiosk and run this again";
    NONE = LookAtIt, "printer-none", "There is no printer, on purpose: people copy their number from the screen",
        "If there is one, write driver and profile under [printer]; docs/printers.md tells which";
    FOLDER = LookAtIt, "printer-folder", "Slips go into a folder: nobody gets paper",
        "Write driver and profile of the real printer under [printer]; docs/printers.md tells which";
    NOT_CONFIGURED = Fault, "printer-not-configured", "[printer] leaves out what its driver needs: the station does not start",
        "Write KEY under [printer]; docs/printers.md tells how";
    PROFILE = Fault, "printer-profile-unknown", "The printer's profile cannot be used: the station does not start",
        "Write one of the profiles of docs/printers.md under [printer] profile";
    READY = Well, "printer-ready", "The printer says that all is well", "";
    TELLS_NOTHING = LookAtIt, "printer-tells-nothing", "The line takes bytes; this model cannot say how it is",
        "Print a test slip (--print) and look at the paper";
    NEAR_END = LookAtIt, "printer-near-end", "The roll is nearly used up",
        "Put in a new roll today";
    NO_PAPER = Fault, "printer-no-paper", "There is no paper, or it does not lie over the sensor",
        "Put in a roll, close the cover, take away what comes out";
    COVER = Fault, "printer-cover-open", "The cover or the head is open",
        "Close the cover until it clicks";
    FAULT = Fault, "printer-fault", "The cutter is jammed, the head is too hot, or the printer stands still although it answers",
        "Switch it off, take paper out of the cutter, switch it on; if it stays, see docs/printers.md";
    NAME = Fault, "printer-name-unknown", "The printer's name leads nowhere",
        "Write the printer's address in figures under [printer] host: its own test page shows it";
    REFUSED = Fault, "printer-refused", "A machine is there and nobody listens: it is no printer, or another port",
        "Print the printer's own test page and compare its address and port with [printer] host";
    UNREACHED = Fault, "printer-unreachable", "Nothing answers at the printer's address",
        "Is it on? Is the network cable in at both ends? Compare its address with [printer] host";
    SILENT = Fault, "printer-silent", "The printer takes a connection and answers nothing",
        "Switch it off and on; if `ping` answers and it stays, its profile is another family's: docs/printers.md";
    GARBAGE = Fault, "printer-garbage", "What the printer answers makes no sense",
        "Try another profile's status (docs/printers.md); on a serial line compare the speed on both sides";
    NO_DEVICE = Fault, "printer-device-missing", "The printer's device is not there",
        "Is it on and plugged in? Write the name that `ls /dev/usb /dev/serial/by-id` shows under [printer] path";
    NOT_PERMITTED = Fault, "printer-device-not-permitted", "The printer's device may not be opened",
        "Add the station's user to the group GROUP: usermod -aG GROUP USER";
    BROKEN = Fault, "printer-line-broken", "The line to the printer breaks",
        "Change the cable; switch the printer off and on";
    OFFICE = Fault, "printer-queue", "CUPS or its queue does not work",
        "Look with `lpstat -t`; docs/office-printer.md tells how the queue is made";
    NO_SLIP = NotTried, "printer-no-slip", "No test slip was asked for",
        "Run this again with --print";
    PRINTED = Well, "printer-printed", "A test slip was printed: the printer proved it", "";
    SENT = LookAtIt, "printer-sent", "A test slip was sent; this model cannot prove that it came out",
        "Look whether the slip came out whole";
    NOT_PRINTED = Fault, "printer-not-printed", "A test slip was not printed: not a dot was sent",
        "Put right what the printer says, then run this again with --print";
    UNCERTAIN = Fault, "printer-uncertain", "A test slip was begun and nobody knows its end",
        "Take away what hangs out of the printer; do the tests at the end of docs/printers.md";
    SLIPS = Well, "printer-slips", "The last slips of the station came out, as far as can be known", "";
    LOST_SLIPS = LookAtIt, "printer-slips-lost", "Of the last slips of the station some did not come out, or nobody knows",
        "Print a test slip (--print); if the line is slow or the roll was empty, put that right";
}

/// Longer than any printer in the same house needs.
const CONNECT: Duration = Duration::from_secs(2);
/// The port of printers that take bytes as they are.
const PORT: u16 = 9100;

pub(super) fn examine(patient: &Patient, orders: &Orders) -> Vec<Finding> {
    let Some(setup) = &patient.setup else {
        return vec![Finding::new(&UNTRIED, TRIED, "Which one it is, is not known")];
    };
    let mut findings = if patient.runs { in_use(setup) } else { alone(setup, orders) };
    findings.extend(slips(patient));
    findings
}

const TRIED: &str = "Looked for the printer";

fn in_use(setup: &Setup) -> Vec<Finding> {
    let own = setup.config.printer.driver == PrinterDriver::Folder;
    let told = match told_by_station(&setup.data, "printer-changed") {
        _ if own => PaperFolder::told(&setup.paper_dir()).name().to_owned(),
        Some(state) => state,
        None => "nothing yet".to_owned(),
    };
    let tried = "Looked what the running kiosk says of the printer";
    let mut findings = Vec::new();
    let said = [
        PrinterState::NoPaper,
        PrinterState::CoverOpen,
        PrinterState::Fault,
        PrinterState::NearEnd,
    ];
    if let Some(state) = said.into_iter().find(|state| state.name() == told) {
        findings.push(Finding::new(kind_of(state), tried, told.clone()));
    }
    findings.push(Finding::new(&IN_USE, tried, format!("It said last: {told}")));
    findings
}

fn kind_of(state: PrinterState) -> &'static Kind {
    match state {
        PrinterState::Ready => &READY,
        PrinterState::NearEnd => &NEAR_END,
        PrinterState::NoPaper => &NO_PAPER,
        PrinterState::CoverOpen => &COVER,
        PrinterState::Fault => &FAULT,
        PrinterState::Silent => &SILENT,
    }
}

fn alone(setup: &Setup, orders: &Orders) -> Vec<Finding> {
    let config = &setup.config.printer;
    let tried = format!("Asked the printer how it is: {}", told_place(setup));
    let mut findings = Vec::new();
    match config.driver {
        PrinterDriver::None => return vec![Finding::new(&NONE, tried, "driver = \"none\"")],
        PrinterDriver::Folder => {
            let folder = setup.paper_dir();
            let state = PaperFolder::told(&folder);
            let found = format!("{}; slips go to {}", state.name(), folder.display());
            findings.push(Finding::new(kind_of(state), &tried, &found));
            if setup.enrolled {
                findings.push(Finding::new(&FOLDER, "Looked which printer it is", found));
            }
        }
        _ => {}
    }
    let places = PrinterPlaces {
        profiles: &setup.assets.join("hardware/printers"),
        paper: setup.paper_dir(),
        crest: Crest::read(&setup.city_dir().join("crest.svg")).ok(),
    };
    // Making a paper folder's printer tidies the folder: only for a slip that was asked for.
    if config.driver == PrinterDriver::Folder && !orders.print {
        findings.push(Finding::new(&NO_SLIP, SLIP_TRIED, "None was asked for"));
        return findings;
    }
    let mut printer = match configured(config, places, false) {
        Ok(printer) => printer,
        Err(error) => {
            findings.push(not_configured(&error, tried));
            return findings;
        }
    };
    let state = printer.state();
    if config.driver != PrinterDriver::Folder {
        findings.push(told(setup, state, printer.no_answer(), tried));
    }
    findings.push(if !orders.print {
        Finding::new(&NO_SLIP, SLIP_TRIED, "None was asked for")
    } else if state.can_print() {
        slip(printer.as_mut(), setup)
    } else {
        Finding::new(&NOT_PRINTED, SLIP_TRIED, format!("The printer is {}", state.name()))
    });
    findings
}

/// The printer's place and profile, as the configuration writes them.
fn told_place(setup: &Setup) -> String {
    let config = &setup.config.printer;
    let path = config.path.as_ref().map(|path| path.display().to_string());
    let usb = config.vendor.zip(config.product).map(|(a, b)| format!("{a:04x}:{b:04x}"));
    let place = match config.driver {
        PrinterDriver::Tcp => config.host.clone(),
        PrinterDriver::Usb => usb,
        PrinterDriver::Cups => config.queue.clone().or_else(|| Some("default queue".to_owned())),
        PrinterDriver::Folder => Some(setup.paper_dir().display().to_string()),
        PrinterDriver::Serial | PrinterDriver::Device => path,
        PrinterDriver::None => None,
    };
    let parts = [Some(config.driver.name().to_owned()), place, config.profile.clone()];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn not_configured(error: &PrinterSetupError, tried: String) -> Finding {
    match error {
        PrinterSetupError::Missing { key, .. } => {
            Finding::new(&NOT_CONFIGURED, tried, format!("{key} is missing")).naming("KEY", key)
        }
        PrinterSetupError::Profile(ProfileError::Unknown { name, known }) => {
            let found = format!("There is no profile \"{name}\" among {} profiles", known.len());
            Finding::new(&PROFILE, tried, found)
        }
        PrinterSetupError::Profile(error) => Finding::new(&PROFILE, tried, error.to_string()),
    }
}

/// What a real printer's state means.
fn told(setup: &Setup, state: PrinterState, no_answer: Option<NoAnswer>, tried: String) -> Finding {
    let config = &setup.config.printer;
    if state != PrinterState::Silent {
        let profiles = setup.assets.join("hardware/printers");
        let profile = config.profile.as_ref().and_then(|name| Profile::find(&profiles, name).ok());
        let mute = profile.is_some_and(|profile| profile.status == StatusDialect::None);
        let kind =
            if mute && state == PrinterState::Ready { &TELLS_NOTHING } else { kind_of(state) };
        return Finding::new(kind, tried, state.name());
    }
    let words = no_answer.as_ref().map_or("no answer".to_owned(), |why| why.words.clone());
    let group = if config.driver == PrinterDriver::Serial { "dialout" } else { "lp" };
    let kind = why(config.driver, config.host.as_deref(), no_answer.map(|why| why.kind));
    Finding::new(kind, tried, words).naming("GROUP", group)
}

/// Why a printer does not answer, after it did not.
fn why(driver: PrinterDriver, host: Option<&str>, kind: Option<ErrorKind>) -> &'static Kind {
    match (driver, kind) {
        (PrinterDriver::Cups, _) => &OFFICE,
        (_, Some(ErrorKind::InvalidData)) => &GARBAGE,
        (PrinterDriver::Tcp, _) => host.map_or(&UNREACHED, why_not_reached),
        (_, Some(ErrorKind::NotFound)) => &NO_DEVICE,
        (_, Some(ErrorKind::PermissionDenied)) => &NOT_PERMITTED,
        (_, Some(ErrorKind::TimedOut) | None) => &SILENT,
        _ => &BROKEN,
    }
}

fn why_not_reached(host: &str) -> &'static Kind {
    let found: std::io::Result<Vec<SocketAddr>> = match host.to_socket_addrs() {
        Ok(addresses) => Ok(addresses.collect()),
        Err(_) => (host, PORT).to_socket_addrs().map(Iterator::collect),
    };
    let Ok(addresses) = found else { return &NAME };
    let tried = addresses.iter().map(|address| TcpStream::connect_timeout(address, CONNECT));
    let mut last = &UNREACHED;
    for connected in tried {
        match connected {
            Ok(line) => return if answers(line) { &GARBAGE } else { &SILENT },
            Err(error) if error.kind() == ErrorKind::ConnectionRefused => last = &REFUSED,
            Err(_) => {}
        }
    }
    last
}

/// Whether anything at all comes back for a question, after nothing came that made sense.
fn answers(mut line: TcpStream) -> bool {
    let asked = line.set_read_timeout(Some(CONNECT)).and_then(|()| line.write_all(&QUESTIONS));
    asked.is_ok_and(|()| line.read(&mut [0; 64]).is_ok_and(|count| count > 0))
}

/// `DLE EOT 1` and `ENQ`: what printers answer at once, whatever else they do.
const QUESTIONS: [u8; 4] = [0x10, 0x04, 0x01, 0x05];

const SLIP_TRIED: &str = "A test slip";

fn slip(printer: &mut dyn Printer, setup: &Setup) -> Finding {
    let line = |text: &str| Block::Line(text.to_owned());
    let blocks = vec![
        Block::Heading("Test slip".to_owned()),
        Block::Number(format!("Station {}", setup.station())),
        Block::Rule,
        line("Every letter must be whole: ã ç é õ Ã Ç É Õ · ă â î ș ț Ă Â Î Ș Ț · 0123456789"),
        line("Every line must reach its end, and the slip must be cut."),
        line("The code must be read by a telephone:"),
        Block::Qr("acolhe doctor".to_owned()),
        Block::Rule,
    ];
    let end = printer.print(&PrintJob { id: Uuid::new_v4(), slip: Slip { blocks } });
    let (kind, found) = match end.state {
        PrintState::Printed => (&PRINTED, "It proved that the slip is printed and cut"),
        PrintState::Sent => (&SENT, "It took every byte and complained of nothing"),
        PrintState::NotPrinted => (&NOT_PRINTED, "Nothing was sent"),
        PrintState::Started | PrintState::Uncertain => (&UNCERTAIN, "No proof came"),
    };
    Finding::new(kind, SLIP_TRIED, found)
}

/// What the station keeps of its last slips.
fn slips(patient: &Patient) -> Option<Finding> {
    let slips = patient.kept.as_ref().ok()?.slips().ok()?;
    let all: u32 = slips.iter().map(|(_, count)| count).sum();
    if all == 0 {
        return None;
    }
    let told: Vec<String> = slips.iter().map(|(state, count)| format!("{count} {state}")).collect();
    let is_lost = |state: &str| ["uncertain", "not-printed"].contains(&state);
    let lost = slips.iter().any(|(state, _)| is_lost(state));
    let kind = if lost { &LOST_SLIPS } else { &SLIPS };
    let tried = "Read what became of the station's last slips";
    Some(Finding::new(kind, tried, format!("Of the last {all}: {}", told.join(", "))))
}
