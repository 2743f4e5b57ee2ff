//! The loop of a panel: the hub's calls and the voice in, what is shown out.
//!
//! It keeps nothing: whatever a panel must know, its hub tells it again.

use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::Duration;

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Zoned};
use tokio::runtime::Runtime;

use crate::config::Setup;
use crate::content::{city, languages, pronunciation};
use crate::domain::city::Language;
use crate::domain::devices::VoiceState;
use crate::domain::pronunciation::Pronunciations;
use crate::domain::settings::Settings;
use crate::domain::waiting_room::{Announced, Call, Effect, Event, Manner, Told, WaitingRoom};
use crate::edge::calls::{Calls, CallsError, Untold};
use crate::edge::clock::{Clock, Deadline, Stopwatch};
use crate::edge::voice::{self, Utterance, VoiceReport, VoiceThread};
use crate::locale::Locales;
use crate::view::waiting_room::{self as view, Place, RoomView};

use super::courier::jitter;
use super::log::{Event as LogEvent, log};
use super::start::StartError;

/// The longest without looking at the clock on the wall.
const TICK: Duration = Duration::from_secs(1);

/// How long one answer is waited for in real time: longer than it can take.
const SETTLE: Duration = Duration::from_secs(5);

/// Louder than for one person who stands before a kiosk: it is for a room.
const VOLUME: u8 = 8;

/// Why a panel could not start.
#[derive(Debug, thiserror::Error)]
pub enum PanelError {
    /// The city, its words or the network cannot be used.
    #[error(transparent)]
    Start(#[from] StartError),
    /// There is no way to the hub.
    #[error(transparent)]
    Hub(#[from] CallsError),
    /// The branch is not one of the city's.
    #[error("\"{0}\" is no branch of this city: use a code of branches.toml")]
    Branch(String),
}

/// What one panel is to show, and how.
#[derive(Clone, Debug)]
pub struct PanelPlan {
    /// Address of the hub.
    pub hub: String,
    /// The branch's code; without one the city's first.
    pub branch: Option<String>,
    /// Nothing flashes.
    pub calm: bool,
    /// Nothing is spoken, whatever the configuration says.
    pub mute: bool,
    /// Where the time comes from.
    pub clock: Clock,
}

/// What a panel hears of.
#[derive(Debug)]
enum Report {
    Hub(Result<Told, Untold>),
    Voice(VoiceReport),
    Stop,
}

/// Where a window says that the panel is to end; it never waits.
#[derive(Clone, Debug)]
pub struct PanelStop(Sender<Report>);

impl PanelStop {
    /// Ends the panel; after its end nobody listens, and nothing is lost by it.
    pub fn stop(&self) {
        let _ = self.0.send(Report::Stop);
    }
}

/// Something that was said, as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// In which language.
    pub language: Language,
    /// What.
    pub text: String,
    /// The call that was announced by it.
    pub call: Option<Call>,
}

/// A panel at work.
pub struct Panel {
    room: WaitingRoom,
    languages: Vec<Language>,
    timezone: TimeZone,
    branch: String,
    locales: Locales,
    pronunciations: Pronunciations,
    clock: Clock,
    voice: VoiceThread,
    calls: Calls,
    runtime: Option<Runtime>,
    inbox: Receiver<Report>,
    reports: Sender<Report>,
    /// The hub was asked and has not answered.
    asking: bool,
    up: Option<bool>,
    said: Vec<Sentence>,
}

impl std::fmt::Debug for Panel {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Panel").field("branch", &self.branch).finish_non_exhaustive()
    }
}

impl Panel {
    /// Starts a panel; the hub is not waited for.
    ///
    /// # Errors
    ///
    /// [`PanelError`].
    pub fn start(setup: &Setup, plan: &PanelPlan) -> Result<Self, PanelError> {
        let words = setup.assets.join("locales");
        languages::learn(&words).map_err(StartError::from)?;
        let city = city::load(&setup.city_dir()).map_err(StartError::from)?;
        let locales = Locales::load(&words).map_err(StartError::from)?;
        if let Some(language) = locales.lacks(&city.languages) {
            return Err(StartError::Language(language).into());
        }
        let pronunciations =
            pronunciation::load(&words, &setup.city_dir()).map_err(StartError::from)?;
        let branch = match &plan.branch {
            Some(code) => city.branch(code).ok_or_else(|| PanelError::Branch(code.clone()))?,
            None => city.branches.first().ok_or_else(|| PanelError::Branch(String::new()))?,
        };
        let calls = Calls::new(&plan.hub, &branch.code)?;
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()
            .map_err(StartError::Network)?;
        let (reports, inbox) = channel();
        let driver = voice::configured(&setup.config.voice).filter(|_| !plan.mute);
        let state = if driver.is_some() { VoiceState::Ready } else { VoiceState::Silent };
        let tell = reports.clone();
        let report = move |report| {
            // The panel has ended: nobody listens any more.
            let _ = tell.send(Report::Voice(report));
        };
        let voice = match driver {
            Some(driver) => VoiceThread::start(driver, report),
            None => VoiceThread::silent(report),
        };
        let manner = Manner { languages: city.languages.clone(), calm: plan.calm };
        log(LogEvent::Started, &[("panel", &branch.code)]);
        Ok(Self {
            room: WaitingRoom::new(manner, state, plan.clock.now()),
            languages: city.languages.clone(),
            timezone: city.timezone.clone(),
            branch: branch.name.clone(),
            locales,
            pronunciations,
            clock: plan.clock,
            voice,
            calls,
            runtime: Some(runtime),
            inbox,
            reports,
            asking: false,
            up: None,
            said: Vec::new(),
        })
    }

    /// How the panel is ended from elsewhere.
    #[must_use]
    pub fn stopper(&self) -> PanelStop {
        PanelStop(self.reports.clone())
    }

    /// The moment, in the city's own time.
    #[must_use]
    pub fn now(&self) -> Zoned {
        self.clock.now().to_zoned(self.timezone.clone())
    }

    /// Whether the hub answered when it was last asked.
    #[must_use]
    pub fn is_up(&self) -> bool {
        self.up == Some(true)
    }

    /// What is shown now.
    #[must_use]
    pub fn view(&self) -> RoomView {
        let place =
            Place { languages: &self.languages, timezone: &self.timezone, branch: &self.branch };
        view::of(&self.room, &self.locales, place, &self.now())
    }

    /// Runs until it is asked to stop; `show` is called after every change and must not wait.
    pub fn run(mut self, mut show: impl FnMut(&RoomView)) {
        let mut watch = Stopwatch::start();
        let mut last = None;
        loop {
            self.happens(&Event::Passed(watch.lap()));
            // Nobody asks a window what was said.
            self.said.clear();
            let view = self.view();
            if last.as_ref() != Some(&view) {
                show(&view);
                last = Some(view);
            }
            match self.inbox.recv_timeout(self.room.quiet_for().min(TICK)) {
                Ok(Report::Stop) | Err(RecvTimeoutError::Disconnected) => break,
                Ok(report) => self.take(report),
                Err(RecvTimeoutError::Timeout) => {}
            }
        }
        self.end();
    }

    /// Moves a clock that can be moved, and lets everything happen that happens meanwhile; gives
    /// what was said. Each answer of the hub is waited for, which takes no longer than it may.
    pub fn wait(&mut self, time: Duration) -> Vec<Sentence> {
        let mut left = time;
        loop {
            let step = left.min(self.room.quiet_for());
            self.clock.advance(SignedDuration::try_from(step).unwrap_or(SignedDuration::MAX));
            self.happens(&Event::Passed(step));
            self.settle();
            left -= step;
            if left.is_zero() {
                return std::mem::take(&mut self.said);
            }
        }
    }

    /// Asks the hub now, and waits for its answer; gives what was said.
    pub fn poll(&mut self) -> Vec<Sentence> {
        self.ask();
        self.settle();
        std::mem::take(&mut self.said)
    }

    /// Stops asking and speaking.
    pub fn end(mut self) {
        self.voice.hush();
        if let Some(runtime) = self.runtime.take() {
            // An answer that is still under way is nobody's any more.
            runtime.shutdown_background();
        }
        log(LogEvent::Stopped, &[]);
    }

    fn settle(&mut self) {
        let deadline = Deadline::after(SETTLE);
        while self.asking {
            let Ok(report) = self.inbox.recv_timeout(deadline.left()) else { return };
            self.take(report);
        }
    }

    fn take(&mut self, report: Report) {
        match report {
            Report::Hub(answer) => {
                self.asking = false;
                self.line_is(answer.as_ref().err());
                self.happens(&match answer {
                    Ok(told) => Event::Told(told),
                    Err(_) => Event::Unanswered { jitter: jitter() },
                });
            }
            Report::Voice(VoiceReport::Ended { utterance }) => {
                self.happens(&Event::Said(utterance));
            }
            Report::Voice(VoiceReport::State(state)) => {
                log(LogEvent::VoiceChanged, &[("state", state.name())]);
                self.happens(&Event::Voice(state));
            }
            Report::Voice(VoiceReport::Began { .. }) | Report::Stop => {}
        }
    }

    /// Tells the log where the line comes or goes.
    fn line_is(&mut self, failure: Option<&Untold>) {
        let up = failure.is_none();
        if self.up.replace(up) != Some(up) {
            let reason = failure.map(ToString::to_string).unwrap_or_default();
            let state = if up { "up" } else { "down" };
            log(LogEvent::HubChanged, &[("state", state), ("reason", &reason)]);
        }
    }

    fn happens(&mut self, event: &Event) {
        for effect in self.room.handle(event, self.clock.now()) {
            match effect {
                Effect::Ask => self.ask(),
                Effect::Say { utterance, language, what } => self.say(utterance, language, &what),
            }
        }
    }

    fn ask(&mut self) {
        let Some(runtime) = &self.runtime else { return };
        if self.asking {
            return;
        }
        self.asking = true;
        let (calls, reports) = (self.calls.clone(), self.reports.clone());
        runtime.spawn(async move {
            // The panel has ended: nobody listens any more.
            let _ = reports.send(Report::Hub(calls.ask().await));
        });
    }

    fn say(&mut self, utterance: u64, language: Language, what: &Announced) {
        let text = view::said(self.locales.of(language), what, &self.timezone);
        let Settings { rate, .. } = Settings::default();
        self.voice.say(Utterance {
            id: utterance,
            sentences: vec![self.pronunciations.say(language, &text)],
            from: 0,
            language,
            rate,
            volume: VOLUME,
        });
        let call = match what {
            Announced::Call(call) => Some(*call),
            Announced::NoLine(_) => None,
        };
        self.said.push(Sentence { language, text, call });
    }
}
