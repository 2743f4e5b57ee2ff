//! A walk that sees every screen: a real station, its real city, and what its window would show.

use std::path::{Path, PathBuf};
use std::time::Duration;

use acolhe::app::{App, Asked, Shown, Speech};
use acolhe::config::{Config, MicrophoneDriver, Setup};
use acolhe::content::city;
use acolhe::domain::city::{
    City, Datatype, IdentityNeed, Language, PlaceNeed, Service, ServiceKind,
};
use acolhe::domain::devices::{MicrophoneState, VoiceState};
use acolhe::domain::event::{Event, Intent};
use acolhe::domain::panel::Panel;
use acolhe::domain::settings::Palette;
use acolhe::edge::clock::{Clock, Deadline};
use acolhe::edge::voice::VoiceReport;
use acolhe::wire::note::{RATE, pcm};
use jiff::SignedDuration;
use tempfile::TempDir;

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
}

/// A station on tour.
pub(crate) struct Tour {
    app: App,
    city: City,
    guest: Guest,
    paper: PathBuf,
    stops: Vec<Stop>,
    _folder: TempDir,
}

/// A Monday morning.
const START: &str = "2026-11-23T09:00:00-03:00";
/// Nothing on this machine takes long.
const SETTLE: Duration = Duration::from_secs(5);

/// Every screen of a city, as a guest sees it on a panel.
pub(crate) fn tour(city: &str, guest: Guest, panel: Panel) -> Vec<Stop> {
    let mut tour = Tour::start(city, guest, panel);
    tour.welcome();
    tour.filing();
    tour.ways_to_say_where();
    tour.who_and_reply();
    tour.number();
    tour.follow_up();
    tour.other_services();
    tour.around();
    tour.stops
}

impl Tour {
    fn start(name: &str, guest: Guest, panel: Panel) -> Self {
        let assets = Path::new(env!("CARGO_MANIFEST_DIR")).to_owned();
        let folder = tempfile::tempdir().expect("a temporary folder");
        let dir = assets.join("cities").join(name);
        let mut config = Config::default();
        config.city.dir = Some(dir.clone());
        // Nobody listens there: the line is down.
        config.hub.url = Some("http://127.0.0.1:9/open311/v2".to_owned());
        config.printer.path = Some(folder.path().join("paper"));
        config.microphone.driver = MicrophoneDriver::File;
        config.microphone.path = Some(folder.path().join("speech.wav"));
        speech(folder.path(), 4_000);
        let setup = Setup { config, data: folder.path().join("data"), assets, enrolled: false };
        let app = App::start(&setup, Clock::Moved(START.parse().expect("a moment")))
            .expect("the station starts");
        let paper = folder.path().join("paper");
        let city = city::load(&dir).expect("the city is whole");
        let mut tour = Self { app, city, guest, paper, stops: Vec::new(), _folder: folder };
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

    /// Keeps what is shown, as the voice says its first sentence.
    fn stop(&mut self, name: &str) {
        let mut shown = self.app.shown();
        shown.speech = Speech { at: Some(0), speaking: true };
        self.stops.push(Stop { name: name.to_owned(), shown });
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

    fn welcome(&mut self) {
        self.stop("welcome");
        for section in ["letters", "colours", "language", "voice"] {
            self.choose(&format!("settings:{section}"));
            self.stop(&format!("settings-{section}"));
            self.choose("back");
        }
        self.choose("settings:language");
        self.choose("other-language");
        self.stop("other-languages");
        self.choose("speak:ru");
        self.stop("called-in-russian");
        self.choose("back");
    }

    fn filing(&mut self) {
        self.choose("request");
        self.stop("group");
        self.choose("own-words");
        self.stop("own-words");
        self.speak();
        let words = match self.guest.language {
            Language::PtBr => "tem um buraco enorme na frente da minha casa",
            Language::Ro => "este o groapă foarte mare în fața casei mele",
            _ => "there is a very big hole in front of my house",
        };
        self.type_in("words", words);
        self.stop("own-words-typed");
        self.choose("next");
        self.stop("found");
        let largest = self
            .city
            .groups
            .iter()
            .max_by_key(|group| self.city.services_in(&group.code).count())
            .expect("a group")
            .code
            .clone();
        self.anew();
        self.choose("request");
        self.choose(&format!("group:{largest}"));
        self.stop("service");
        let service = self.find(|it| {
            it.kind == ServiceKind::Request
                && it.place == PlaceNeed::Asked
                && it.call_first.is_empty()
                && !it.questions.is_empty()
        });
        self.open_service(&service);
        self.stop("for-whom");
        self.choose("for:somebody-else");
        self.stop("consent");
        self.choose("answer-to:me");
        self.stop("question");
        self.questions();
    }

    /// Spoken instead of written, and nothing heard the second time.
    fn speak(&mut self) {
        // The voice of this tour never ends a sentence: nobody would be recorded.
        self.hear(VoiceState::Silent);
        self.choose("record");
        self.app.wait(SignedDuration::from_secs(12));
        self.hear(VoiceState::Ready);
        self.stop("recording");
        self.choose("stop-recording");
        self.stop("recorded");
        let folder = self.paper.parent().expect("a folder").to_owned();
        speech(&folder, 0);
        self.hear(VoiceState::Silent);
        self.choose("record-again");
        self.choose("stop-recording");
        self.hear(VoiceState::Ready);
        self.stop("not-recorded");
        speech(&folder, 4_000);
        self.choose("back");
        self.choose("next");
        self.stop("group-spoken");
        self.choose("back");
        self.choose("throw-away");
    }

    /// A question of each kind that the city asks.
    fn questions(&mut self) {
        for (kind, name) in [
            (Datatype::MultiValueList, "question-several"),
            (Datatype::Line, "question-line"),
            (Datatype::Text, "question-text"),
            (Datatype::Number, "question-number"),
        ] {
            let asks = |service: &Service| {
                let first = service.questions.first().and_then(|id| self.city.questions.get(id));
                service.kind == ServiceKind::Request
                    && service.call_first.is_empty()
                    && first.is_some_and(|question| question.datatype == kind)
            };
            let Some(service) = self.city.services.iter().find(|it| asks(it)).cloned() else {
                continue;
            };
            self.open_service(&service);
            self.until("filing.question");
            self.stop(name);
        }
    }

    fn ways_to_say_where(&mut self) {
        let service = self.find(|it| {
            it.kind == ServiceKind::Request
                && it.place == PlaceNeed::Asked
                && it.call_first.is_empty()
                && it.identity == IdentityNeed::None
                && !it.private
        });
        self.open_service(&service);
        self.until("filing.place");
        self.stop("place");
        self.choose("place:landmark");
        self.stop("place-words");
        self.choose("back");
        self.choose("place:street");
        self.stop("street");
        let street = self.city.streets.first().expect("a street").name.clone();
        let word: String =
            street.split_whitespace().last().unwrap_or("rua").chars().take(4).collect();
        self.type_in("address", &word);
        self.stop("street-typed");
        let row = ids(&self.app.view()).into_iter().find(|id| id.starts_with("street:"));
        self.choose(&row.expect("a street of that name"));
        self.type_in("number", "120");
        self.stop("address");
        self.choose("next");
        self.stop("description");
        let text = "A luz está apagada há duas semanas, e a rua fica muito escura à noite.";
        self.type_in("description", text);
        self.choose("next");
    }

    fn who_and_reply(&mut self) {
        self.stop("who");
        self.choose("who:name");
        self.stop("name");
        self.type_in("name", "Maria das Dores");
        self.choose("next");
        self.stop("channel");
        for channel in ["email", "letter"] {
            if self.try_do(&format!("contact:{channel}")) {
                self.stop(&format!("reply-{channel}"));
                self.choose("back");
            }
        }
        self.choose("contact:phone");
        self.type_in("reply-to", "21");
        self.choose("next");
        self.stop("reply-phone");
        self.type_in(
            "reply-to",
            if self.city.languages.first() == Some(&Language::Ro) {
                "0722 123 456"
            } else {
                "21 98765-4321"
            },
        );
        self.choose("next");
        self.stop("shared");
        self.choose("yes");
        self.stop("leave-message");
        self.choose("no");
    }

    fn number(&mut self) {
        self.stop("review");
        self.choose("help");
        self.stop("help");
        self.choose("call-attendant");
        self.stop("called");
        self.choose("back");
        if self.screen() == "help" {
            self.choose("back");
        }
        self.choose("file");
        self.stop("done");
    }

    fn follow_up(&mut self) {
        let view = self.app.view();
        let (number, code) = (view.protocol.expect("a number"), view.access_code.expect("a code"));
        self.choose("finish");
        self.stop("opinion");
        self.choose("face:4");
        self.stop("opinion-reason");
        self.choose("skip");
        self.stop("farewell");
        self.anew();
        self.choose("follow-up");
        self.stop("follow-number");
        self.type_in("number", "2026");
        self.choose("next");
        self.stop("follow-number-wrong");
        self.type_in("number", &number);
        self.choose("next");
        self.stop("follow-code");
        self.type_in("code", &code);
        self.choose("next");
        self.stop("follow-status");
        self.anew();
        self.choose("follow-up");
        let last = number.replace(".0000", ".0001");
        self.type_in("number", &last);
        if self.try_do("next") && self.try_do("skip") {
            self.stop("follow-unreachable");
        }
    }

    fn other_services(&mut self) {
        for (kind, name) in [
            (ServiceKind::Booking, "elsewhere-booking"),
            (ServiceKind::Counter, "elsewhere-counter"),
            (ServiceKind::Referral, "elsewhere-referral"),
        ] {
            let Some(service) =
                self.city.services.iter().find(|it| it.kind == kind && it.call_first.is_empty())
            else {
                continue;
            };
            self.open_service(&service.clone());
            self.stop(name);
        }
        let urgent = self.find(|it| it.call_first.len() > 1 || !it.call_first.is_empty());
        self.open_service(&urgent);
        self.stop("urgent");
        let document = self
            .find(|it| it.identity == IdentityNeed::Document && it.kind == ServiceKind::Request);
        self.open_service(&document);
        self.until("filing.document");
        self.stop("document");
        self.type_in("document", "12345678900");
        self.choose("next");
        self.stop("document-doubt");
        let most = self
            .city
            .services
            .iter()
            .filter(|it| it.kind == ServiceKind::Request && it.place == PlaceNeed::Asked)
            .max_by_key(|it| {
                it.questions.len() + usize::from(it.identity == IdentityNeed::Document)
            })
            .expect("a service")
            .clone();
        self.open_service(&most);
        self.until("filing.review");
        self.stop("review-longest");
    }

    /// Words typed, words that open nothing, and what staff see.
    fn later(&mut self, service: &Service) {
        self.anew();
        self.choose("continue-saved");
        self.type_in("word", "ca");
        self.stop("saved-word");
        let words = self.app.view().actions.into_iter().find(|it| it.id.starts_with("word:"));
        let word = words.expect("a word").label;
        self.type_in("word", &[word.as_str(); 4].join(" "));
        self.choose("next");
        self.stop("saved-answer");
        self.open_service(service);
        self.app.wait(SignedDuration::from_mins(7));
        self.app.show_left().expect("nobody's draft is open");
        self.stop("left");
        self.anew();
    }

    fn around(&mut self) {
        self.anew();
        for name in ["emergency", "booking", "ticket", "lessons"] {
            self.choose(name);
            self.stop(name);
            self.choose("home");
        }
        let service = self.find(|it| it.kind == ServiceKind::Request && it.call_first.is_empty());
        self.open_service(&service);
        self.choose("help");
        self.choose("home");
        self.stop("welcome-resume");
        self.app.wait(SignedDuration::from_secs(5 * 60 + 10));
        self.stop("idle");
        self.choose("save-for-later");
        self.stop("saved");
        self.later(&service);
        std::fs::write(self.paper.join("state.json"), r#"{"state":"no-paper"}"#).expect("written");
        self.app.refresh(SETTLE);
        self.hear(VoiceState::Broken);
        self.stop("welcome-trouble");
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
