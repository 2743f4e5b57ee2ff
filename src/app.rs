//! The loop and nothing clever: event in, state committed, effects given to the edges.
//!
//! One thread owns the app, its store and its visit. Edges report back through the inbox; nothing
//! here ever waits for one of them, but for [`App::settle`], which a face without a window uses.

mod booking;
mod commit;
mod courier;
mod drafts;
mod health;
mod lessons;
pub mod log;
mod look_up;
mod meeting;
mod microphone;
mod packs;
mod printers;
mod report;
mod run;
mod signs;
mod speech;
mod start;
mod time;
pub mod waiting_room;

use std::collections::HashSet;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender};
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};

use crate::content::packs::Taught;
use crate::domain::city::City;
use crate::domain::delivery::Progress;
use crate::domain::devices::{Devices, StorageState};
use crate::domain::effect::Effect;
use crate::domain::event::{Event, Intent};
use crate::domain::finder::Finder;
use crate::domain::pronunciation::Pronunciations;
use crate::domain::protocol_number::{ProtocolNumber, StationNumber};
use crate::domain::request::Origin;
use crate::domain::update::{IdleRule, NotApplicable};
use crate::domain::visit::Visit;
use crate::edge::clock::{Clock, Deadline};
#[cfg(all(feature = "scanner", target_os = "linux"))]
use crate::edge::jack::JackThread;
use crate::edge::printer::PrintJob;
#[cfg(all(feature = "scanner", target_os = "linux"))]
use crate::edge::scanner::ScannerThread;
use crate::edge::voice::VoiceThread;
use crate::folder::FolderLock;
use crate::locale::Locales;
use crate::store::{Counts, Store};
use crate::view::{self, View};

use courier::Courier;
use log::{Event as LogEvent, log};
use meeting::Leader;
use microphone::Microphone;
use packs::PackThread;
use printers::Printers;

pub use report::Report;
pub use run::{Asked, Inbox, Shown};
pub use speech::Speech;
pub use start::{LOCK, StartError, endpoint};
pub(crate) use time::{FORWARD, OLDEST};

use speech::Said;

/// Why an intent was not taken.
#[derive(Debug, thiserror::Error)]
pub enum NotTaken {
    /// It does not apply here; nothing changed.
    #[error(transparent)]
    NotApplicable(#[from] NotApplicable),
    /// It could not be kept; nothing changed.
    #[error("What was said could not be kept: the disk is full or cannot be written")]
    NotKept,
}

/// A running station.
pub struct App {
    city: Arc<City>,
    finder: Finder,
    locales: Locales,
    station: StationNumber,
    branch: String,
    origin: Origin,
    idle: IdleRule,
    reserve: u64,
    folder: PathBuf,
    _lock: FolderLock,
    clock: Clock,
    store: Store,
    visit: Visit,
    devices: Devices,
    last_moment: Option<Timestamp>,
    printers: Printers,
    voice: VoiceThread,
    microphone: Microphone,
    said: Said,
    pronunciations: Pronunciations,
    #[cfg(all(feature = "scanner", target_os = "linux"))]
    _scanner: Option<ScannerThread>,
    #[cfg(all(feature = "scanner", target_os = "linux"))]
    _jack: Option<JackThread>,
    turn: u64,
    forward: bool,
    answered: u64,
    courier: Courier,
    inbox: Receiver<Report>,
    reports: Sender<Report>,
    delivering: HashSet<ProtocolNumber>,
    looking: u32,
    on_errand: bool,
    errand_after: Option<Timestamp>,
    visits_ended: u64,
    asked_hub: Option<Timestamp>,
    asking_hub: bool,
    leader: Option<Leader>,
    printed: Vec<PathBuf>,
    last_call: Option<Timestamp>,
    /// What is taught from when nobody learns.
    coming: Option<Box<Taught>>,
    _packs: Option<PackThread>,
}

impl std::fmt::Debug for App {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("App").field("station", &self.station).finish_non_exhaustive()
    }
}

impl App {
    /// One event: decide, commit, then act.
    ///
    /// # Errors
    ///
    /// It does not apply, or it could not be kept; nothing changed.
    pub fn handle(&mut self, event: &Event) -> Result<(), NotTaken> {
        if let Event::Intent(Intent::Jack(inside)) = event {
            if self.devices.headphones == *inside {
                return Ok(());
            }
            self.devices.headphones = *inside;
            // At once, and whatever fails afterwards: others must not hear what was for one.
            self.hush();
        }
        if matches!(event, Event::Intent(_)) {
            self.play_no_longer();
        }
        self.check_disk();
        let (now, doubtful) = self.believed_now();
        self.devices.clock_doubtful = doubtful;
        let step = self.decide(event, now)?;
        if step.visit == self.visit && step.effects.is_empty() {
            return Ok(());
        }
        let touched = self.touched(event);
        // Settled before the commit: a request that it marks as under way is on its way after it.
        let at_once = self.has_room();
        if let Err(error) = self.commit(&step, now, at_once) {
            self.devices.storage = StorageState::Broken;
            log(LogEvent::CommitFailed, &[("reason", &error.to_string())]);
            return Err(NotTaken::NotKept);
        }
        let before = std::mem::replace(&mut self.visit, step.visit);
        self.turned(&before);
        let visits_ended = self.visits_ended;
        for effect in step.effects {
            self.dispatch(effect, at_once);
        }
        if matches!(event, Event::Tick) && self.visits_ended > visits_ended {
            self.leave_unsaid();
        } else {
            self.speak(&touched);
        }
        self.listen_when_quiet();
        Ok(())
    }

    /// What was committed is now done; edges report back.
    fn dispatch(&mut self, effect: Effect, at_once: bool) {
        match effect {
            Effect::File(request) => {
                log(LogEvent::RequestFiled, &[]);
                if at_once {
                    self.set_out(*request, Progress::default());
                }
            }
            Effect::Print { job, copy, tray } => {
                let words = self.locales.of(self.visit.language);
                if let Some(request) = &self.visit.filed {
                    let slip = view::slip::receipt(words, &self.city, request, copy);
                    self.printers.print(tray, PrintJob { id: job, slip });
                }
            }
            Effect::KeepOpinion { .. } => log(LogEvent::OpinionKept, &[]),
            Effect::KeepNote(_) | Effect::ForgetNote(_) | Effect::CountLesson { .. } => {}
            Effect::Record(_) => self.record(),
            Effect::EndRecording => self.end_recording(),
            Effect::HearNote(id) => self.hear_note(id),
            Effect::LookUp { attempt, number, code } => self.look_up(attempt, number, code),
            Effect::Pause => self.pause(),
            Effect::SpeakFrom(sentence) => self.speak_from(sentence),
            Effect::CallAttendant => self.called(&[("quietly", "no")]),
            Effect::CallQuietly => self.called(&[("quietly", "yes")]),
            Effect::Headphones(inside) => self.greet(inside),
            Effect::WithdrawPrints(jobs) => self.printers.withdraw(&jobs),
            Effect::AskLeader => self.ask_leader(self.believed_now().0),
            Effect::StandUp(token) => self.stand_up(token),
            Effect::CallSpeaker(tag) => self.called(&[("language", &tag)]),
            Effect::Wipe => {
                self.hush();
                self.forget_recording();
                self.voice.visit_began();
                self.printed.clear();
                self.visits_ended += 1;
                log(LogEvent::VisitEnded, &[]);
            }
            other => self.dispatch_booking(other),
        }
    }

    /// The door for staff tells when; neither it nor the log tells by whom or about what.
    fn called(&mut self, how: &[(&str, &str)]) {
        self.last_call = Some(self.believed_now().0);
        log(LogEvent::AttendantCalled, how);
    }

    /// One report of an edge.
    fn take_report(&mut self, report: Report) {
        match report {
            Report::Scanner(report) => {
                if let Some(intent) = report.intent() {
                    self.let_happen(&Event::Intent(intent));
                }
            }
            Report::Headphones(inside) => {
                self.let_happen(&Event::Intent(Intent::Jack(inside)));
            }
            Report::Printer(tray, report) => self.printer_told(tray, report),
            Report::AttemptsEnded => self.delivered(),
            Report::LookedUp { visit, attempt, answer } => {
                self.looking = self.looking.saturating_sub(1);
                if visit == self.visits_ended {
                    self.let_happen(&Event::LookedUp { attempt, answer });
                }
            }
            Report::Booking { visit, attempt, answer } => {
                self.booking_told(visit, attempt, answer);
            }
            Report::Meeting { token, told } => self.meeting_told(token, told),
            Report::CodeTried { visit, attempt, answer } => self.code_tried(visit, attempt, answer),
            Report::ErrandEnded(errand, end) => self.errand_ended(&errand, end),
            Report::Hub(up) => {
                self.asking_hub = false;
                self.hub_is(up);
            }
            Report::Voice(report) => self.voice_told(report),
            Report::Microphone(report) => self.microphone_told(report),
            Report::Lessons(taught) => self.coming = Some(taught),
            Report::Asked(asked) => self.answer(asked),
        }
    }

    /// An event that no person waits for: what goes wrong with it is logged where it happens.
    fn let_happen(&mut self, event: &Event) {
        let _ = self.handle(event);
    }

    /// Time passed, or somebody asks: idle watch, deliveries that are due, devices.
    pub fn tick(&mut self) {
        self.mend_storage();
        self.keep_recorded();
        self.let_happen(&Event::Tick);
        self.teach_anew();
        let (now, _) = self.believed_now();
        match self.store.obey(now) {
            Ok(_) => {}
            Err(error) => log(LogEvent::StoreTrouble, &[("reason", &error.to_string())]),
        }
        self.printers.ask();
        self.ask_hub(now);
        self.ask_leader(now);
        self.deliver_due();
        self.watch_drafts(now);
    }

    /// Moves a clock that can be moved, and lets time have its effects.
    pub fn wait(&mut self, by: SignedDuration) {
        self.clock.advance(by);
        self.tick();
    }

    /// Takes reports until nothing is under way or due, or until the limit of real time.
    pub fn settle(&mut self, limit: Duration) {
        self.wait_while(Self::is_busy, limit);
        while let Ok(report) = self.inbox.try_recv() {
            self.take_report(report);
        }
    }

    /// Like [`App::tick`], and waits for what the printer says of itself.
    pub fn refresh(&mut self, limit: Duration) {
        self.tick();
        self.wait_while(|app| app.printers.are_asked(), limit);
    }

    fn wait_while(&mut self, busy: impl Fn(&Self) -> bool, limit: Duration) {
        let deadline = Deadline::after(limit);
        while busy(self) {
            match self.inbox.recv_timeout(deadline.left()) {
                Ok(report) => self.take_report(report),
                Err(_) => return,
            }
            self.deliver_due();
        }
    }

    /// The station ends on purpose: everything is committed already.
    pub fn stop(mut self) {
        self.hush();
        if let Err(error) = self.store.give_back() {
            log(LogEvent::StoreTrouble, &[("reason", &error.to_string())]);
        }
        log(LogEvent::Stopped, &[]);
    }

    fn is_busy(&self) -> bool {
        !self.delivering.is_empty()
            || self.printers.are_busy()
            || self.microphone.is_busy()
            || self.looking > 0
            || self.on_errand
            || self.asking_hub
            || self.leader.as_ref().is_some_and(Leader::is_asked)
    }

    /// What is shown and said now.
    #[must_use]
    pub fn view(&self) -> View {
        let (now, _) = self.believed_now();
        let devices = Devices { countdown: self.countdown(now), ..self.devices };
        view::of(&self.visit, &self.city, &devices, self.local(now), &self.locales)
    }

    /// Where rows of the outbox stand.
    #[must_use]
    pub fn counts(&self) -> Counts {
        self.store.counts().unwrap_or_default()
    }

    /// What the edges have told.
    #[must_use]
    pub fn devices(&self) -> &Devices {
        &self.devices
    }

    /// Files of this visit's prints.
    #[must_use]
    pub fn printed(&self) -> &[PathBuf] {
        &self.printed
    }

    /// The moment that is believed, in the city's own time.
    #[must_use]
    pub fn now(&self) -> jiff::Zoned {
        self.believed_now().0.to_zoned(self.city.timezone.clone())
    }
}

/// Six digits for an access code, each as likely as the other.
fn random_below_a_million() -> u32 {
    loop {
        let Ok(random) = getrandom::u32() else { return 0 };
        // The largest multiple of a million in 32 bits: what lies above would favour low codes.
        if random < 4_294_000_000 {
            return random % 1_000_000;
        }
    }
}
