//! A walk that sees every screen: a real station, its real city, and what its window would show.

#![allow(dead_code, reason = "each program uses what it needs")]

#[path = "tour/booking.rs"]
mod booking;
#[path = "tour/filing.rs"]
mod filing;
#[path = "tour/group.rs"]
mod group;
#[path = "tour/lessons.rs"]
mod lessons;
#[path = "tour/others.rs"]
mod others;
#[path = "tour/signs.rs"]
mod signs;

use std::path::{Path, PathBuf};
use std::time::Duration;

use acolhe::app::{App, Asked, Shown, Speech};
use acolhe::config::{Config, MicrophoneDriver, Setup};
use acolhe::content::city;
use acolhe::domain::city::{City, Country, Language, Service};
use acolhe::domain::devices::{MicrophoneState, VoiceState};
use acolhe::domain::event::{Event, Intent, Key};
use acolhe::domain::panel::Panel;
use acolhe::domain::settings::Palette;
use acolhe::edge::clock::{Clock, Deadline};
use acolhe::edge::voice::VoiceReport;
use acolhe::wire::note::{RATE, pcm};
use tempfile::TempDir;

#[allow(unused_imports, reason = "each program uses what it needs")]
pub(crate) use signs::signs_by_keys;

/// How one person sees the tour.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Guest {
    /// Language of every screen.
    pub(crate) language: Language,
    /// Letter size.
    pub(crate) letters: u8,
    /// Colours.
    pub(crate) palette: Palette,
}

/// A screen of the tour.
#[derive(Clone, Debug)]
pub(crate) struct Stop {
    /// Its name: a file name.
    pub(crate) name: String,
    /// What a window shows there.
    pub(crate) shown: Shown,
    /// Where the focus is after each press of Down, until it is where it began; empty where nobody
    /// asked.
    pub(crate) keys: Vec<Option<String>>,
}

/// A station on tour.
pub(crate) struct Tour {
    /// The station.
    pub(crate) app: App,
    /// Where its printer's state can be changed.
    pub(crate) paper: PathBuf,
    name: String,
    panel: Panel,
    city: City,
    guest: Guest,
    by_keys: bool,
    stops: Vec<Stop>,
    _folder: TempDir,
}

/// A Monday morning.
const START: &str = "2026-11-23T09:00:00-03:00";
/// Nothing on this machine takes long.
const SETTLE: Duration = Duration::from_secs(5);

/// More presses of a key than any screen needs.
const ENOUGH: usize = 150;

/// Every screen of a city, as a guest sees it on a panel.
pub(crate) fn tour(city: &str, guest: Guest, panel: Panel) -> Vec<Stop> {
    Tour::start(city, guest, panel).walk()
}

/// The same, with where five keys lead on each screen.
pub(crate) fn tour_by_keys(city: &str, guest: Guest, panel: Panel) -> Vec<Stop> {
    let mut tour = Tour::start(city, guest, panel);
    tour.by_keys = true;
    // With headphones in, everything that is shown may be said.
    let _ = tour.app.handle(&Event::Intent(Intent::Jack(true)));
    tour.walk()
}

impl Tour {
    fn walk(mut self) -> Vec<Stop> {
        self.welcome();
        self.filing();
        self.ways_to_say_where();
        self.who_and_reply();
        self.number();
        self.follow_up();
        self.other_services();
        self.booking();
        self.lessons();
        self.group();
        self.around();
        self.stops
    }

    /// The station at its welcome screen, as the guest wants to see it.
    pub(crate) fn start(name: &str, guest: Guest, panel: Panel) -> Self {
        Self::start_at(name, guest, panel, None)
    }

    /// The same, where a machine in the room may lead a group.
    fn start_at(name: &str, guest: Guest, panel: Panel, leader: Option<&str>) -> Self {
        let assets = Path::new(env!("CARGO_MANIFEST_DIR")).to_owned();
        let folder = tempfile::tempdir().expect("a temporary folder");
        let dir = assets.join("cities").join(name);
        let mut config = Config::default();
        config.city.dir = Some(dir.clone());
        // Nobody listens there: the line is down.
        config.hub.url = Some("http://127.0.0.1:9/open311/v2".to_owned());
        config.lessons.leader = leader.map(str::to_owned);
        config.printer.path = Some(folder.path().join("paper"));
        config.microphone.driver = MicrophoneDriver::File;
        config.microphone.path = Some(folder.path().join("speech.wav"));
        speech(folder.path(), 4_000);
        let setup = Setup { config, data: folder.path().join("data"), assets, enrolled: false };
        let app = App::start(&setup, Clock::Moved(START.parse().expect("a moment")))
            .expect("the station starts");
        let paper = folder.path().join("paper");
        let city = city::load(&dir).expect("the city is whole");
        let mut tour = Self {
            app,
            paper,
            name: name.to_owned(),
            panel,
            city,
            guest,
            by_keys: false,
            stops: Vec::new(),
            _folder: folder,
        };
        tour.app.answer(Asked::Panel(panel));
        tour.hear(VoiceState::Ready);
        let patience = Deadline::after(SETTLE);
        while tour.app.devices().microphone == MicrophoneState::Away {
            assert!(!patience.left().is_zero(), "the microphone's file is not there");
            tour.settle();
        }
        tour.suit();
        tour
    }

    /// The city's country.
    pub(crate) fn country(&self) -> Country {
        self.city.country
    }

    /// As the guest wants to see it.
    fn suit(&mut self) {
        self.try_do(&format!("locale:{}", self.guest.language.tag()));
        self.try_do(&format!("letters:{}", self.guest.letters));
        self.try_do(&format!("palette:{}", self.guest.palette.name()));
        let language = self.guest.language;
        let _ = self.app.handle(&Event::Intent(Intent::Speak(language)));
    }

    /// As if there were a voice, or none.
    fn hear(&mut self, state: VoiceState) {
        self.settle();
        self.app.voice_told(VoiceReport::State(state));
    }

    fn settle(&mut self) {
        self.app.settle(SETTLE);
    }

    fn try_do(&mut self, id: &str) -> bool {
        let action = id.parse().expect("an action");
        let taken = self.app.handle(&Event::Intent(Intent::Do(action))).is_ok();
        self.settle();
        taken
    }

    #[track_caller]
    fn choose(&mut self, id: &str) {
        let here = self.app.view();
        assert!(self.try_do(id), "{id} is not on {}: {:?}", here.screen, ids(&here));
    }

    fn type_in(&mut self, field: &str, text: &str) {
        let intent = Intent::Type { field: field.to_owned(), text: text.to_owned() };
        self.app.handle(&Event::Intent(intent)).expect("a field of the screen");
    }

    /// Keeps what is shown, as the voice says its first sentence, and every further page.
    fn stop(&mut self, name: &str) {
        self.page(name);
        let mut page = 2;
        while self.offers("more") && page < 20 {
            self.choose("more");
            // After the last page comes the first.
            if !self.is_new(page) {
                break;
            }
            self.page(&format!("{name}-{page}"));
            page += 1;
        }
    }

    /// Keeps one page.
    fn page(&mut self, name: &str) {
        let mut shown = self.app.shown();
        shown.speech = Speech { at: Some(0), speaking: true };
        let keys = if self.by_keys { self.go_round() } else { Vec::new() };
        self.stops.push(Stop { name: name.to_owned(), shown, keys });
    }

    /// Whether the page that is shown is none of the ones just kept.
    fn is_new(&self, page: usize) -> bool {
        let here = ids(&self.app.view());
        !self.stops.iter().rev().take(page - 1).any(|stop| ids(&stop.shown.view) == here)
    }

    /// Presses Down until the focus is where it began.
    fn go_round(&mut self) -> Vec<Option<String>> {
        let mut keys: Vec<Option<String>> = Vec::new();
        for _ in 0..ENOUGH {
            let _ = self.app.handle(&Event::Intent(Intent::Press(Key::Down)));
            let focus = self.app.view().focus;
            let round = keys.first() == Some(&focus);
            keys.push(focus);
            if round {
                break;
            }
        }
        keys
    }

    fn offers(&self, id: &str) -> bool {
        ids(&self.app.view()).iter().any(|offered| offered == id)
    }

    /// Everything wiped: the welcome, for the same guest.
    fn anew(&mut self) {
        self.try_do("leave-fast");
        self.suit();
    }

    fn screen(&self) -> &'static str {
        self.app.view().screen
    }

    fn find(&self, wanted: impl Fn(&Service) -> bool) -> Service {
        self.city.services.iter().find(|service| wanted(service)).expect("a service").clone()
    }

    fn open_service(&mut self, service: &Service) {
        self.anew();
        self.choose("request");
        self.choose(&format!("group:{}", service.group));
        self.choose(&format!("service:{}", service.code));
    }

    /// Skips questions until the screen asked for.
    #[track_caller]
    fn until(&mut self, screen: &str) {
        for _ in 0..20 {
            let here = self.screen();
            if here == screen {
                return;
            }
            if here == "filing.name" {
                self.type_in("name", "Maria das Dores");
            }
            let usual: &[&str] = match here {
                "filing.name" | "filing.urgent" | "filing.elsewhere" => &["next"],
                "filing.for-whom" => &["for:me"],
                "filing.who" => &["who:name"],
                "filing.channel" => &["contact:phone"],
                "filing.document" => &["rather-not"],
                _ => &["skip", "next", "no"],
            };
            assert!(usual.iter().any(|id| self.try_do(id)), "{here} leads nowhere");
        }
        unreachable!("{screen} is never reached");
    }
}

fn ids(view: &acolhe::view::View) -> Vec<String> {
    view.actions.iter().map(|action| action.id.clone()).collect()
}

/// Three seconds that swing as far as `height`, for the microphone.
fn speech(folder: &Path, height: i16) {
    let swing = |at: u32| if at % 60 < 30 { height } else { -height };
    let samples: Vec<i16> = (0..3 * RATE).map(swing).collect();
    std::fs::write(folder.join("speech.wav"), pcm(&samples).as_slice()).expect("writable");
}
