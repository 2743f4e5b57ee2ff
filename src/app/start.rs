//! A station starts: folder owned, key read, store opened, edges under way, visit resumed.

use std::collections::HashSet;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc;
use std::thread;

use jiff::SignedDuration;

use crate::config::{ConfigError, HubConfig, PrinterConfig, Setup, VoiceConfig, store_key};
use crate::content::Faults;
use crate::content::{city, code_words, languages, pronunciation};
use crate::domain::appointment::Appointment;
use crate::domain::city::{City, Language};
use crate::domain::devices::{Devices, LeaderState, PrinterState};
use crate::domain::event::Event;
use crate::domain::finder::Finder;
use crate::domain::note::{Heard, NoteTrouble};
use crate::domain::update::IdleRule;
use crate::domain::visit::{PrintState, Tray, Visit};
use crate::edge::booking::BookingClient;
use crate::edge::clock::Clock;
#[cfg(all(feature = "scanner", target_os = "linux"))]
use crate::edge::jack::JackThread;
use crate::edge::microphone::{self, MicrophoneThread};
use crate::edge::open311::{Endpoint, Open311};
use crate::edge::printer::{self, PrinterPlaces, PrinterSetupError, PrinterThread};
#[cfg(all(feature = "scanner", target_os = "linux"))]
use crate::edge::scanner::ScannerThread;
use crate::edge::voice::{self, VoiceThread};
use crate::folder::{FolderError, FolderLock};
use crate::locale::LocaleError;
use crate::paper::Crest;
use crate::store::{Enrolment, Seal, Store, StoreError};

use super::courier::Courier;
use super::lessons;
use super::log::{Event as LogEvent, log};
use super::meeting::Leader;
use super::microphone::Microphone;
use super::packs::{PackThread, Packs};
use super::printers::Printers;
use super::speech::Said;
use super::{App, Report};

/// The file that a running station holds.
pub const LOCK: &str = "station.lock";

/// Where the demo's hub listens.
const DEMO_HUB: &str = "http://127.0.0.1:8311/open311/v2";

/// The city's server as configured; the demo's hub where nothing is.
#[must_use]
pub fn endpoint(hub: &HubConfig) -> Endpoint {
    Endpoint {
        url: hub.url.clone().unwrap_or_else(|| DEMO_HUB.to_owned()),
        key: hub.key.clone(),
        dialect: hub.dialect,
        jurisdiction: hub.jurisdiction.clone(),
    }
}

/// Why a station could not start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The data folder cannot be used.
    #[error(transparent)]
    Folder(#[from] FolderError),
    /// The configuration or the store key cannot be used.
    #[error(transparent)]
    Config(#[from] ConfigError),
    /// The city's files hold mistakes.
    #[error(transparent)]
    City(#[from] Faults),
    /// The words cannot be read.
    #[error(transparent)]
    Locale(#[from] LocaleError),
    /// The city speaks a language that has no words.
    #[error(
        "city.toml names the locale {0:?}, and locales/{0:?}/ is missing: add it, or take it out"
    )]
    Language(Language),
    /// The printer's configuration or profile cannot be used.
    #[error(transparent)]
    Printer(#[from] PrinterSetupError),
    /// The store cannot be used.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The branch of the configuration is not one of the city's.
    #[error("[station] branch = \"{0}\" is not in branches.toml: use one of its codes")]
    Branch(String),
    /// A station without a number has a city's key.
    #[error(
        "[station] number is missing: `acolhe hub station add --name NAME` prints it with the key"
    )]
    NotEnrolled,
    /// The client of the city's server could not be made.
    #[error("The network could not be set up")]
    Network(#[source] std::io::Error),
}

impl App {
    /// Starts a station.
    ///
    /// # Errors
    ///
    /// One of [`StartError`]; nothing was changed but for the data folder itself.
    pub fn start(setup: &Setup, clock: Clock) -> Result<Self, StartError> {
        // Without enrolment it is only the demo, and the demo has no city's key.
        if !setup.enrolled && setup.config.hub.key.is_some() {
            return Err(StartError::NotEnrolled);
        }
        let lock = FolderLock::take(&setup.data, LOCK)?;
        let words = setup.assets.join("locales");
        languages::learn(&words)?;
        let mut city = city::load(&setup.city_dir())?;
        city.others = languages::others(&words)?;
        city.code_words = code_words::load(&words)?;
        let mut packs = Packs::of(setup, &city, clock);
        packs.look_at_stick();
        let taught = packs.teach()?;
        city.taught = taught.library;
        let city = Arc::new(city);
        let locales = taught.locales;
        if let Some(language) = locales.lacks(&city.languages) {
            return Err(StartError::Language(language));
        }
        let pronunciations = pronunciation::load(&words, &setup.city_dir())?;
        let branch = own_branch(setup, &city)?;
        let seal = Seal::new(&store_key(setup)?);
        let station = setup.station();
        let store = Store::open(&setup.data, seal, &Enrolment::here(station))?;
        let last_moment = store.last_moment()?;
        let resumed = store.visit()?;

        let (reports, inbox) = mpsc::channel();
        let printers = start_printers(setup, resumed.as_ref(), &reports)?;
        let courier = start_courier(setup, Arc::clone(&city))?;
        let leader = Leader::configured(&setup.config.lessons).map_err(network)?;
        let idle = &setup.config.idle;
        let mut app = Self {
            finder: learning(&city),
            locales,
            station,
            branch,
            origin: setup.config.station.channel,
            idle: IdleRule {
                ask_after: SignedDuration::from_secs(idle.seconds.get().into()),
                wipe_after: SignedDuration::from_secs(idle.warning_seconds.get().into()),
                ..IdleRule::default()
            },
            reserve: u64::from(setup.config.store.reserve_megabytes) * 1024 * 1024,
            folder: setup.data.clone(),
            _lock: lock,
            clock,
            store,
            visit: Visit::new(city.own_language(), last_moment.unwrap_or(clock.now())),
            devices: at_first(leader.is_some()),
            last_moment,
            printers,
            voice: start_voice(&setup.config.voice, reports.clone()),
            microphone: start_microphone(setup, reports.clone()),
            pronunciations,
            #[cfg(all(feature = "scanner", target_os = "linux"))]
            _scanner: start_scanner(setup, &city.web, reports.clone()),
            #[cfg(all(feature = "scanner", target_os = "linux"))]
            _jack: start_jack(setup, reports.clone()),
            said: Said::default(),
            turn: 0,
            forward: true,
            answered: 0,
            courier,
            inbox,
            _packs: PackThread::start(packs, reports.clone()),
            reports,
            delivering: HashSet::new(),
            looking: 0,
            on_errand: false,
            errand_after: None,
            visits_ended: 0,
            asked_hub: None,
            asking_hub: false,
            leader,
            printed: Vec::new(),
            last_call: None,
            coming: None,
            city,
        };
        if let Some(visit) = resumed {
            app.resume(visit);
        }
        let (now, doubtful) = app.believed_now();
        app.devices.clock_doubtful = doubtful;
        if doubtful {
            log(LogEvent::ClockDoubted, &[]);
        }
        lessons::tell_stale(&app.city.taught, now.to_zoned(app.city.timezone.clone()).date());
        app.check_disk();
        app.settle_interrupted()?;
        app.forget_old(now);
        if app.visit.recording.is_some() {
            // What was being said when the process ended was nowhere but in its memory.
            app.let_happen(&Event::Heard(Heard::Failed(NoteTrouble::Lost)));
        }
        log(LogEvent::Started, &[("station", &station.to_string())]);
        app.tick();
        Ok(app)
    }

    /// A visit goes on where it was last committed; a slip that was under way is uncertain now.
    fn resume(&mut self, mut visit: Visit) {
        use crate::domain::visit::LookUp;
        for print in &mut visit.prints {
            if print.state == PrintState::Started {
                print.state = PrintState::Uncertain;
            }
        }
        if let Some(follow) = &mut visit.follow_up
            && follow.answer == LookUp::Looking
        {
            follow.answer = LookUp::Unreachable;
        }
        Appointment::interrupted(&mut visit);
        log(LogEvent::VisitResumed, &[]);
        self.visit = visit;
    }

    fn forget_old(&self, now: jiff::Timestamp) {
        let days = i64::from(self.city.retention_days);
        let before = now.checked_sub(SignedDuration::from_hours(24 * days));
        if let Ok(before) = before
            && let Err(error) = self.store.forget_delivered_before(before)
        {
            log(LogEvent::StoreTrouble, &[("reason", &error.to_string())]);
        }
    }
}

/// The code of the branch where the station stands.
fn own_branch(setup: &Setup, city: &City) -> Result<String, StartError> {
    match &setup.config.station.branch {
        Some(code) if city.branch(code).is_none() => Err(StartError::Branch(code.clone())),
        Some(code) => Ok(code.clone()),
        None => Ok(city.branches.first().map(|branch| branch.code.clone()).unwrap_or_default()),
    }
}

/// What is known before an edge has told. A printer is believed in: else the welcome would begin with
/// words about paper, and begin anew.
fn at_first(has_leader: bool) -> Devices {
    let leader = if has_leader { LeaderState::Unheard } else { LeaderState::None };
    Devices { printer: PrinterState::Ready, leader, ..Devices::default() }
}

/// Learning a city's words takes longer than opening a window: it goes on beside it. Whoever
/// writes a sentence before that waits for the rest.
fn learning(city: &Arc<City>) -> Finder {
    let finder = Finder::later(Arc::clone(city));
    let learning = finder.clone();
    let thread = thread::Builder::new().name("finder".to_owned());
    // Without a thread it learns when it is first asked.
    let _ = thread.spawn(move || learning.learn());
    finder
}

/// The printers; what hangs out of one where the resumed visit was being printed is cut off.
fn start_printers(
    setup: &Setup,
    resumed: Option<&Visit>,
    reports: &mpsc::Sender<Report>,
) -> Result<Printers, StartError> {
    let start = |tray: Tray, config: &PrinterConfig, paper: PathBuf| {
        let prints = resumed.into_iter().flat_map(|visit| &visit.prints);
        let torn = prints
            .filter(|print| print.tray == tray)
            .any(|print| print.state == PrintState::Started);
        let places = PrinterPlaces {
            profiles: &setup.assets.join("hardware/printers"),
            paper,
            crest: Crest::read(&setup.city_dir().join("crest.svg")).ok(),
        };
        let printer = printer::configured(config, places, torn)?;
        let reports = reports.clone();
        Ok::<_, StartError>(PrinterThread::start(printer, move |report| {
            // The app has ended: nobody listens any more.
            let _ = reports.send(Report::Printer(tray, report));
        }))
    };
    let here = start(Tray::Here, &setup.config.printer, setup.paper_dir())?;
    let counter = match &setup.config.counter_printer {
        Some(config) => Some(start(Tray::Counter, config, setup.counter_paper_dir())?),
        None => None,
    };
    Ok(Printers::new(here, counter))
}

fn start_voice(config: &VoiceConfig, reports: mpsc::Sender<Report>) -> VoiceThread {
    let report = move |report| {
        // The app has ended: nobody listens any more.
        let _ = reports.send(Report::Voice(report));
    };
    match voice::configured(config) {
        Some(driver) => VoiceThread::start(driver, report),
        None => VoiceThread::silent(report),
    }
}

fn start_microphone(setup: &Setup, reports: mpsc::Sender<Report>) -> Microphone {
    let device = microphone::configured(&setup.config.microphone);
    Microphone::new(MicrophoneThread::start(device, move |report| {
        // The app has ended: nobody listens any more.
        let _ = reports.send(Report::Microphone(report));
    }))
}

/// The scanner, where the configuration names one.
#[cfg(all(feature = "scanner", target_os = "linux"))]
fn start_scanner(
    setup: &Setup,
    own_host: &str,
    reports: mpsc::Sender<Report>,
) -> Option<ScannerThread> {
    let device = setup.config.scanner.device.clone()?;
    Some(ScannerThread::start(device, own_host, move |report| {
        // The app has ended: nobody listens any more.
        let _ = reports.send(Report::Scanner(report));
    }))
}

/// The headphone socket, where the configuration names one.
#[cfg(all(feature = "scanner", target_os = "linux"))]
fn start_jack(setup: &Setup, reports: mpsc::Sender<Report>) -> Option<JackThread> {
    let device = setup.config.headphones.device.clone()?;
    Some(JackThread::start(device, move |inside| {
        // The app has ended: nobody listens any more.
        let _ = reports.send(Report::Headphones(inside));
    }))
}

fn network(error: impl std::error::Error + Send + Sync + 'static) -> StartError {
    StartError::Network(std::io::Error::other(error))
}

fn start_courier(setup: &Setup, city: Arc<City>) -> Result<Courier, StartError> {
    let endpoint = endpoint(&setup.config.hub);
    let booking = BookingClient::new(&endpoint).map_err(network)?;
    let client = Open311::new(endpoint).map_err(network)?;
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .map_err(StartError::Network)?;
    Ok(Courier::new(runtime, client, booking, city))
}
