//! Fault × moment × acknowledgement × line through a whole station: what it keeps, what it says,
//! and what lies in the tray.

use std::sync::Mutex;
use std::time::Duration;

use acolhe::app::App;
use acolhe::config::{Config, FlowControl, PrinterDriver, Setup};
use acolhe::domain::city::Language;
use acolhe::domain::devices::PrinterState;
use acolhe::domain::event::{Event, Intent};
use acolhe::domain::receipt::{Block, Slip};
use acolhe::domain::visit::PrintState;
use acolhe::edge::clock::Clock;
use acolhe::edge::printer::profile::Acknowledgement;
use acolhe::locale::Locales;
use acolhe::paper::{Fonts, PaperWidth, render};
use acolhe::simulator::{Fault, Simulator, When};
use tempfile::TempDir;

use super::super::support::{TINY, repository, usual_of};
use super::bench::{FAULTS, MOMENTS, best, holds, paper, play_all, profile};

/// One of each way to prove a slip: by its own number, by a sensor asked after it, not at all.
pub(super) const MODELS: [&str; 3] = ["epson-tm-t20x", "citizen-ct-s310", "elgin-i9"];

/// A Monday morning.
const START: &str = "2026-11-23T09:00:00-03:00";
/// The longest that a slip takes, with every deadline of the driver.
const SETTLE: Duration = Duration::from_secs(90);

/// A station and its printer.
struct Bench {
    app: App,
    simulator: Simulator,
    folder: TempDir,
}

impl Bench {
    fn new(model: &str, terminal: bool) -> Self {
        let folder = tempfile::tempdir().expect("temporary folder");
        let mut config = Config::default();
        config.city.dir = Some(repository(TINY));
        // Nobody listens there: the line is down.
        config.hub.url = Some("http://127.0.0.1:9/open311/v2".to_owned());
        config.printer.profile = Some(model.to_owned());
        let simulator = if terminal {
            let link = folder.path().join("printer");
            config.printer.driver = PrinterDriver::Serial;
            config.printer.flow = FlowControl::Hardware;
            config.printer.path = Some(link.clone());
            Simulator::on_pty(&profile(model), &link).expect("a terminal")
        } else {
            let simulator = Simulator::on_tcp(&profile(model)).expect("a port");
            config.printer.driver = PrinterDriver::Tcp;
            config.printer.host = simulator.address().map(|address| address.to_string());
            simulator
        };
        let data = folder.path().join("data");
        let setup = Setup { config, data, assets: repository(""), enrolled: false };
        let clock = Clock::Moved(START.parse().expect("a moment"));
        let app = App::start(&setup, clock).expect("the station starts");
        let mut bench = Self { app, simulator, folder };
        bench.app.refresh(SETTLE);
        bench
    }

    fn choose(&mut self, id: &str) {
        let intent = Intent::Do(id.parse().expect("an action"));
        self.app.handle(&Event::Intent(intent)).expect("it is offered");
    }

    /// One usual step on the way to a number.
    fn step(&mut self) {
        let view = self.app.view();
        if view.fields.iter().any(|field| field.id == "description" && field.value.is_empty()) {
            let (field, text) = ("description".to_owned(), "Um pedido".to_owned());
            self.app.handle(&Event::Intent(Intent::Type { field, text })).expect("a field");
            return;
        }
        let offered = view.actions.iter().filter(|action| action.enabled);
        let offered: Vec<&str> = offered.map(|action| action.id.as_str()).collect();
        let id = usual_of(&offered).expect("something usual is offered").to_owned();
        self.choose(&id);
    }

    /// From the welcome to the last screen before the number.
    fn answer_everything(&mut self) {
        while self.app.view().screen != "filing.review" {
            self.step();
        }
    }

    /// Files, and waits for what becomes of the paper; the number.
    fn file(&mut self) -> String {
        self.choose("file");
        self.app.settle(SETTLE);
        self.app.view().protocol.expect("a number, whatever the printer does")
    }

    fn printer(&self) -> PrinterState {
        self.app.devices().printer
    }

    fn says(&self, sentence: &str) -> bool {
        self.app.view().say.join(" ").contains(sentence)
    }

    /// Number and state of each slip that was asked for, in order.
    fn kept(&self) -> Vec<(String, String)> {
        let store = self.folder.path().join("data/station.sqlite3");
        let db = rusqlite::Connection::open(store).expect("a store");
        let mut query = db.prepare("SELECT number, state FROM print ORDER BY rowid").expect("rows");
        let rows = query.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).expect("rows");
        rows.map(|row| row.expect("two texts")).collect()
    }

    /// The broken is mended; until the station knows.
    fn heal(&mut self) {
        self.simulator.clear();
        for _ in 0..16 {
            self.app.refresh(SETTLE);
            if self.printer() == PrinterState::Ready {
                break;
            }
            // A terminal is made anew; a printer that was off comes back.
            self.simulator.wait_for(Duration::from_millis(250), |_| false);
        }
    }
}

/// What the screen says of the paper: one of these and no other.
const SENTENCES: [&str; 9] = [
    "done-paper-coming",
    "done-paper-printed",
    "done-paper-sent",
    "done-paper-uncertain",
    "done-paper-none",
    "done-paper-cover",
    "done-paper-fault",
    "done-paper-failed",
    "done-paper-again",
];

/// The sentence for what is kept of a slip (nothing when none was asked for) and the printer.
fn sentence(state: Option<&str>, printer: PrinterState) -> &'static str {
    match (state, printer) {
        (Some("printed"), _) => "done-paper-printed",
        (Some("sent"), _) => "done-paper-sent",
        (Some("uncertain"), _) => "done-paper-uncertain",
        (_, PrinterState::NoPaper) => "done-paper-none",
        (_, PrinterState::CoverOpen) => "done-paper-cover",
        (_, PrinterState::Fault) => "done-paper-fault",
        (None, PrinterState::Ready | PrinterState::NearEnd) => "done-paper-again",
        _ => "done-paper-failed",
    }
}

fn name(state: PrintState) -> &'static str {
    if state == PrintState::Printed { "printed" } else { "sent" }
}

/// What cases share.
struct Room {
    words: Locales,
    fonts: Mutex<Fonts>,
}

impl Room {
    /// A number's rows, as every slip has them.
    fn rows(&self, number: &str) -> Vec<u8> {
        let slip = Slip { blocks: vec![Block::Number(number.to_owned())] };
        let mut fonts = self.fonts.lock().expect("nobody panics with it");
        render(&slip, PaperWidth::Mm80, None, &mut fonts).expect("drawn").bits().to_vec()
    }
}

#[derive(Debug)]
struct Case {
    model: &'static str,
    fault: Fault,
    when: When,
    terminal: bool,
}

impl Case {
    /// What has to be kept of the slip: one of these.
    fn right_ends(&self) -> &'static [&'static str] {
        let proves = profile(self.model).acknowledgement != Acknowledgement::None;
        let whole: &[&str] = if proves { &["printed"] } else { &["sent"] };
        match (self.fault, self.when) {
            // A printer that cannot prove has taken all of it, and does not complain.
            (Fault::Stall, _) | (Fault::Slow, When::Now | When::AfterBytes(_)) if proves => {
                &["uncertain"]
            }
            // It was asked first; what ended the line before that did no harm.
            (Fault::Stall | Fault::Slow, _)
            | (Fault::Drop | Fault::Reset | Fault::PowerCycle, When::Now) => whole,
            (_, When::Now) => &["not-printed"],
            // It may say that all is well and break only then.
            (_, When::AfterBytes(_)) if !proves => &["uncertain", "sent"],
            _ => &["uncertain"],
        }
    }

    /// Plays it; gives what was wrong.
    fn play(&self, room: &Room) -> Option<String> {
        let words = room.words.of(Language::PtBr);
        let mut wrong: Vec<String> = Vec::new();
        let mut expect = |is_so: bool, what: String| {
            if !is_so {
                wrong.push(what);
            }
        };
        let says = |bench: &Bench, state: Option<&str>| {
            let right = sentence(state, bench.printer());
            let told = SENTENCES.into_iter().filter(|id| bench.says(&words.text(id)));
            (told.collect::<Vec<_>>(), vec![right])
        };
        let mut bench = Bench::new(self.model, self.terminal);
        expect(bench.printer() == PrinterState::Ready, "it is not ready at first".into());
        bench.answer_everything();
        bench.simulator.fault(self.fault, self.when);
        let one = bench.file();
        let end = bench.kept().pop().map(|(_, state)| state);
        expect(bench.kept().len() <= 1, "a second slip was asked for".into());
        let (told, right) = says(&bench, end.as_deref());
        expect(told == right, format!("it says {told:?} and not {right:?}"));
        let right = self.right_ends();
        expect(end.as_deref().is_some_and(|end| right.contains(&end)), format!("not {right:?}"));

        // Whoever comes while it is broken.
        bench.choose("leave-fast");
        let warns = bench.says(&words.text("welcome-no-paper"));
        expect(warns != bench.printer().can_print(), "the welcome is not true".into());
        bench.answer_everything();
        let other = bench.file();
        let meanwhile = bench.kept().into_iter().find(|(number, _)| *number == other);
        let meanwhile = meanwhile.map(|(_, state)| state);
        let (told, right) = says(&bench, meanwhile.as_deref());
        expect(told == right, format!("then it says {told:?} and not {right:?}"));

        bench.heal();
        expect(bench.printer() == PrinterState::Ready, "it is not ready again".into());
        bench.choose("reprint");
        bench.app.settle(SETTLE);
        let last = bench.kept().pop().expect("a slip");
        let healthy = (other.clone(), name(best(&profile(self.model))).to_owned());
        expect(last == healthy, format!("the next one is {}", last.1));
        let (told, right) = says(&bench, Some(&last.1));
        expect(told == right, format!("at last it says {told:?} and not {right:?}"));

        let slips = [&one, &other].map(|number| (number.as_str(), room.rows(number)));
        self.look(&bench, &slips, end.as_deref(), &mut expect);
        (!wrong.is_empty())
            .then(|| format!("{self:?}: {}: {end:?}, {meanwhile:?}, {}", wrong.join("; "), last.1))
    }

    /// What lies in the tray, against what is kept.
    fn look(
        &self,
        bench: &Bench,
        [(_, one), (next, other)]: &[(&str, Vec<u8>); 2],
        end: Option<&str>,
        expect: &mut impl FnMut(bool, String),
    ) {
        let stride = usize::from(profile(self.model).dots) / 8;
        let _ = bench.simulator.wait_for_slips(4, Duration::from_millis(50));
        let pieces = paper(&bench.simulator);
        let of = |words: &[u8]| pieces.iter().filter(|bits| holds(bits, words, stride)).count();
        let mixed =
            pieces.iter().any(|bits| holds(bits, one, stride) && holds(bits, other, stride));
        expect(!mixed, "two people's words on one slip".into());
        expect(of(one) <= 1, "a second copy".into());
        let came = of(one) == 1;
        match end {
            Some("printed") => expect(came, "it says printed and is not".into()),
            Some("not-printed") | None => expect(!came, "it came out all the same".into()),
            _ => {}
        }
        let slips = bench.kept().into_iter().filter(|(number, _)| number == next);
        let most = slips.filter(|(_, state)| state != "not-printed").count();
        expect((1..=most).contains(&of(other)), format!("{} of the next person", of(other)));
        let open = bench.kept().into_iter().filter(|(_, state)| state == "started").count();
        expect(open == 0, "a slip without an end".into());
    }
}

/// With `ACOLHE_FULL` each of them over a terminal too.
#[test]
fn every_fault_is_kept_told_and_printed_as_it_was() {
    let room = Room {
        words: Locales::load(&repository("locales")).expect("words"),
        fonts: Mutex::new(Fonts::installed().expect("a typeface")),
    };
    let full = std::env::var_os("ACOLHE_FULL").is_some();
    let mut cases = Vec::new();
    for model in MODELS {
        for fault in FAULTS {
            for when in MOMENTS {
                cases.push(Case { model, fault, when, terminal: false });
                if full || model == MODELS[0] {
                    cases.push(Case { model, fault, when, terminal: true });
                }
            }
        }
    }
    play_all(cases, |case| case.play(&room));
}
