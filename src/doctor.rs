//! Looks at a station part by part, and says what is wrong and what to do about it.
//!
//! It never files and never changes the data folder: it reads beside the station that may be
//! running there. A device that belongs to the running station is left alone. Much may be broken:
//! what cannot be looked at is told as not tried, with why.
//!
//! Each part is one file with its own closed list of findings; `docs/doctor.md` is the manual of
//! them all. `report` tells everything as text, `page` as a sheet of paper to be signed.

mod clock;
mod disk;
mod finding;
mod hearing;
mod hub;
mod inputs;
mod judgement;
mod keeping;
mod lessons;
mod machine;
mod page;
mod printer;
mod report;
mod screen;
mod setup;
mod voice;

use std::path::{Path, PathBuf};

use jiff::Timestamp;

use crate::app::LOCK;
use crate::config::{Config, ConfigError, Places, Setup, kept_store_key};
use crate::content::{Faults, city};
use crate::domain::city::City;
use crate::edge::clock::Clock;
use crate::folder::FolderLock;
use crate::store::{FILE, Inspection, StoreError};

pub use finding::{Finding, Judgement, Kind, State};
pub use machine::Machine;
pub use report::Report;

/// A part of a station.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Part {
    /// Configuration, city and words.
    Setup,
    /// The display, how large it is, and the typeface.
    Screen,
    /// The glass under fingers.
    Touch,
    /// The printer.
    Printer,
    /// The voice.
    Voice,
    /// The headphone socket.
    Headphones,
    /// The microphone.
    Microphone,
    /// Keypad and scanner.
    Keys,
    /// The clock.
    Clock,
    /// Disk, data folder, store and store key.
    Disk,
    /// The city's server.
    Hub,
}

impl Part {
    /// All of them, in the order of the report.
    pub const ALL: [Self; 11] = [
        Self::Setup,
        Self::Screen,
        Self::Touch,
        Self::Printer,
        Self::Voice,
        Self::Headphones,
        Self::Microphone,
        Self::Keys,
        Self::Clock,
        Self::Disk,
        Self::Hub,
    ];

    /// Its heading.
    #[must_use]
    pub fn heading(self) -> &'static str {
        match self {
            Self::Setup => "Configuration and city",
            Self::Screen => "Screen",
            Self::Touch => "Touch",
            Self::Printer => "Printer",
            Self::Voice => "Voice",
            Self::Headphones => "Headphones",
            Self::Microphone => "Microphone",
            Self::Keys => "Keypad and scanner",
            Self::Clock => "Clock",
            Self::Disk => "Disk and store",
            Self::Hub => "Hub",
        }
    }

    /// Every kind of finding that there is.
    #[must_use]
    pub fn kinds(self) -> Vec<&'static Kind> {
        let lists: &[&'static [Kind]] = match self {
            Self::Setup => &[setup::KINDS, lessons::KINDS],
            Self::Screen => &[screen::KINDS],
            Self::Touch | Self::Keys => &[inputs::KINDS, judgement::KINDS],
            Self::Headphones | Self::Microphone => &[hearing::KINDS],
            Self::Printer => &[printer::KINDS],
            Self::Voice => &[voice::KINDS],
            Self::Clock => &[clock::KINDS],
            Self::Disk => &[disk::KINDS, keeping::KINDS],
            Self::Hub => &[hub::KINDS],
        };
        lists.iter().copied().flatten().collect()
    }
}

/// What is to be looked at, and how.
#[derive(Clone, Debug)]
pub struct Orders {
    /// The parts.
    pub parts: Vec<Part>,
    /// Print a test slip.
    pub print: bool,
    /// Say the sentences aloud.
    pub say: bool,
    /// The machine.
    pub machine: Machine,
}

/// Whoever stands before the station while it is looked at.
pub trait Attendant {
    /// A part is looked at now; that may take a while.
    fn trying(&mut self, part: Part);

    /// What only a person can judge; `None` where there is nobody to ask, or no clear answer.
    fn ask(&mut self, question: &str) -> Option<bool>;
}

/// Why a store cannot be looked at.
enum NoStore {
    /// There is none.
    NoneYet,
    /// Nobody knows where.
    Unknown,
    /// It is there and cannot be used.
    Unusable(StoreError),
}

/// A station as far as it can be read.
struct Patient {
    /// The configuration's file.
    file: Option<PathBuf>,
    /// What keeps it from starting.
    faults: Vec<String>,
    setup: Option<Setup>,
    city: Result<City, Faults>,
    data: Option<PathBuf>,
    key: Result<Option<[u8; 32]>, ConfigError>,
    kept: Result<Inspection, NoStore>,
    /// A station runs in the data folder.
    runs: bool,
    machine: Machine,
    now: Timestamp,
}

impl Patient {
    fn read(places: &Places, machine: Machine) -> Self {
        let survey = Config::survey(places);
        let faults = survey.faults.iter().map(ToString::to_string).collect();
        let setup = survey.config.map(|config| Setup {
            enrolled: config.station.number.is_some(),
            data: survey.data.clone().unwrap_or_default(),
            assets: survey.assets.unwrap_or_default(),
            config,
        });
        let data = survey.data;
        let city = match &setup {
            Some(setup) => city::load(&setup.city_dir()),
            None => Err(Faults::from_iter([])),
        };
        let runs = data.as_ref().is_some_and(|data| FolderLock::is_held(data, LOCK));
        let key = setup.as_ref().map_or(Ok(None), kept_store_key);
        let kept = match (&data, &setup) {
            (Some(data), _) if !data.is_dir() => Err(NoStore::Unknown),
            (Some(data), _) if !data.join(FILE).exists() => Err(NoStore::NoneYet),
            (Some(data), Some(setup)) => {
                let key = key.as_ref().ok().and_then(Option::as_ref);
                Inspection::open(data, key, setup.station(), runs).map_err(NoStore::Unusable)
            }
            _ => Err(NoStore::Unknown),
        };
        let (file, now) = (places.config.clone(), Clock::Machine.now());
        Self { file, faults, setup, city, data, key, kept, runs, machine, now }
    }
}

/// Looks at a station.
pub fn examine(places: &Places, orders: &Orders, attendant: &mut dyn Attendant) -> Report {
    let patient = Patient::read(places, orders.machine.clone());
    let wanted = |part: Part| orders.parts.contains(&part);
    // The hub's clock tells how right ours is.
    let (of_hub, hub_time) = if wanted(Part::Hub) || wanted(Part::Clock) {
        attendant.trying(Part::Hub);
        hub::examine(&patient)
    } else {
        (Vec::new(), None)
    };
    let mut sections = Vec::new();
    let mut judgements = Vec::new();
    for part in Part::ALL.into_iter().filter(|part| wanted(*part)) {
        if part != Part::Hub {
            attendant.trying(part);
        }
        let mut findings = match part {
            Part::Setup => {
                let mut findings = setup::examine(&patient);
                findings.extend(lessons::examine(&patient));
                findings
            }
            Part::Screen => screen::examine(&patient),
            Part::Touch => vec![inputs::touch(&patient.machine)],
            Part::Printer => printer::examine(&patient, orders),
            Part::Voice => voice::examine(&patient, orders),
            Part::Headphones => vec![hearing::headphones(&patient)],
            Part::Microphone => vec![hearing::microphone(&patient)],
            Part::Keys => inputs::keys(&patient),
            Part::Clock => clock::examine(&patient, hub_time),
            Part::Disk => {
                let mut findings = disk::examine(&patient);
                findings.extend(keeping::examine(&patient));
                findings
            }
            Part::Hub => of_hub.clone(),
        };
        let judged = judgement::ask(part, &patient, &findings, attendant);
        findings.extend(judged.iter().filter_map(judgement::fault));
        judgements.extend(judged.into_iter().map(|(judgement, _)| judgement));
        sections.push((part, findings));
    }
    Report::new(&patient, sections, judgements)
}

/// What a running station said last of something, as its log tells: `printer-changed`, for one.
fn told_by_station(data: &Path, event: &str) -> Option<String> {
    let logs = std::fs::read_dir(data.join("log")).ok()?.flatten();
    let latest = logs.map(|entry| entry.path()).max()?;
    let text = std::fs::read_to_string(latest).ok()?;
    let id = format!("id=\"{event}\"");
    let line = text.lines().rev().find(|line| line.contains(&id))?;
    let state = line.split("state=").nth(1)?;
    Some(state.split_whitespace().next()?.to_owned())
}
