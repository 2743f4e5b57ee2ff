//! `acolhe printer simulate`: a printer for whoever has none, with faults by hand.

use std::io::{BufRead, Write};
use std::path::Path;
use std::sync::mpsc::{Sender, channel};

use crate::edge::printer::profile::Profile;

use super::{End, Event, Fault, Happening, Place, Simulator, SimulatorError, Step, Told};

/// What wakes the console.
enum Woken {
    Line(String),
    Told(Told),
    Ended,
}

/// Simulates until a line says `quit` or the process is told to end. The end of the input ends
/// nothing, so that it can run without one.
///
/// One line out for everything that happens; the first says where the printer is.
///
/// # Errors
/// [`SimulatorError`]; later mistakes are answered on their own line.
pub fn run(
    profile: &Profile,
    place: &Place,
    paper: &Path,
    faults: Option<&Path>,
    input: impl BufRead + Send + 'static,
    mut out: impl Write,
) -> Result<(), SimulatorError> {
    let steps = faults.map(Step::script).transpose()?.unwrap_or_default();
    let (sender, woken) = channel();
    let (watcher, told) = channel();
    let simulator = Simulator::start(profile, place, Some(paper), Some(watcher))?;
    match simulator.place() {
        Place::Tcp(address) => writeln!(out, "{} listens at {address}", profile.name)?,
        Place::Pty(link) => writeln!(out, "{} is at {}", profile.name, link.display())?,
    }
    for step in steps {
        simulator.plan(step);
    }
    read_lines(input, sender.clone());
    pass_on(told, sender.clone());
    end_on_signals(sender)?;
    for woken in woken {
        match woken {
            Woken::Ended => break,
            Woken::Told(told) => writeln!(out, "{}", words(&told))?,
            Woken::Line(line) => match line.trim() {
                "" => {}
                "quit" => break,
                line => match Step::parse(line) {
                    Ok(step) => simulator.plan(step),
                    Err(error) => writeln!(out, "{error}")?,
                },
            },
        }
        out.flush()?;
    }
    Ok(())
}

fn read_lines(input: impl BufRead + Send + 'static, sender: Sender<Woken>) {
    std::thread::spawn(move || {
        for line in input.lines().map_while(Result::ok) {
            if sender.send(Woken::Line(line)).is_err() {
                break;
            }
        }
    });
}

fn pass_on(told: std::sync::mpsc::Receiver<Told>, sender: Sender<Woken>) {
    std::thread::spawn(move || {
        for told in told {
            if sender.send(Woken::Told(told)).is_err() {
                break;
            }
        }
    });
}

fn end_on_signals(sender: Sender<Woken>) -> std::io::Result<()> {
    use signal_hook::consts::{SIGINT, SIGTERM};
    let mut signals = signal_hook::iterator::Signals::new([SIGINT, SIGTERM])?;
    std::thread::spawn(move || {
        for _ in signals.forever() {
            if sender.send(Woken::Ended).is_err() {
                break;
            }
        }
    });
    Ok(())
}

/// One line; never what stands on a slip.
fn words(told: &Told) -> String {
    let fault = |fault: Fault| fault.name();
    match told {
        Told::Connected => "connected".to_owned(),
        Told::Disconnected => "disconnected".to_owned(),
        Told::Kept(picture) => format!("slip {}", picture.display()),
        Told::NotKept(error) => format!("slip not kept: {error}"),
        Told::Printer(event) => match event {
            Event::Happened(Happening::TornOff) => "tear".to_owned(),
            Event::Happened(Happening::Comes(what)) => fault(*what).to_owned(),
            Event::Happened(Happening::Cleared(what)) => format!("clear {}", fault(*what)),
            Event::Happened(Happening::AllCleared) => "clear".to_owned(),
            Event::Happened(Happening::Taken) => "take".to_owned(),
            Event::Noted(note) => note.clone(),
            Event::CameOff(End::CutThrough) => "cut through".to_owned(),
            Event::CameOff(End::CutLeavingAPoint) => "cut, one point left".to_owned(),
            Event::CameOff(End::TornOff) => "torn off".to_owned(),
            Event::CameOff(End::Torn) => "torn off, not finished".to_owned(),
            Event::DrawnBack => "slip drawn back".to_owned(),
            Event::ThrownAway(bytes) => format!("{bytes} bytes thrown away"),
        },
    }
}
