//! A day at a branch: an appointment becomes a ticket, desks call, the panel shows and says it.

use std::io::Write as _;
use std::sync::Arc;

use acolhe::content::city;
use acolhe::edge::clock::Clock;
use acolhe::hub::Hub;
use acolhe::hub::server::serve;
use jiff::SignedDuration;
use serde_json::{Value, json};
use tokio::net::TcpListener;
use tokio::runtime::Runtime;

use super::steps::{heard, said, text};
use crate::support::{Lines, Play, Process, Station, VILA_SERENA, repository};

/// A Tuesday, by the clocks of the city.
const NINE: &str = "2026-11-24T09:00:00-03:00";
const TEN: &str = "2026-11-24T10:00:00-03:00";

/// A hub whose clock is moved, with a station and a key of staff.
struct Branch {
    runtime: Runtime,
    hub: Arc<Hub>,
    origin: String,
    staff: String,
    station: Station,
}

impl Branch {
    fn open() -> Self {
        let runtime = Runtime::new().expect("a runtime");
        let folder = tempfile::tempdir().expect("a temporary folder").keep();
        let city = city::load(&repository(VILA_SERENA)).expect("a city");
        let (hub, origin, number, key, staff) = runtime.block_on(async {
            let listener = TcpListener::bind(("127.0.0.1", 0)).await.expect("a port");
            let origin = format!("http://{}", listener.local_addr().expect("an address"));
            let clock = Clock::Moved(NINE.parse().expect("a moment"));
            let hub = Hub::open(city, &folder).expect("a hub").with_clock(clock);
            let hub = Arc::new(hub.with_public_url(Some(format!("{origin}/open311/v2"))));
            let (number, key) = hub.add_station("kiosk").await.expect("a station");
            let staff = hub.add_key("desks", true).await.expect("a key");
            tokio::spawn(serve(listener, Arc::clone(&hub), std::future::pending()));
            let [key, staff] = [key, staff].map(|key| key.reveal().to_owned());
            (hub, origin, number.get(), key, staff)
        });
        let url = format!("{origin}/open311/v2");
        let station = Station::with_server(VILA_SERENA, number, &url, &key);
        Self { runtime, hub, origin, staff, station }
    }

    /// A visit that begins at a moment.
    fn kiosk(&self, moment: &str) -> Play {
        self.station.set_clock(moment);
        Play::start(&self.station)
    }

    fn ask(&self, call: reqwest::RequestBuilder) -> Value {
        self.runtime.block_on(async {
            let told = call.send().await.expect("the hub answers");
            told.json().await.expect("JSON")
        })
    }

    /// What a desk asks through the API.
    fn desk(&self, desk: u16, verb: &str, number: Option<&str>) -> Value {
        let mut body = json!({ "call_id": uuid::Uuid::new_v4() });
        if let Some(number) = number {
            body["number"] = number.into();
        }
        let url = format!("{}/api/v1/branches/CENTRO/desks/{desk}/{verb}", self.origin);
        let call = reqwest::Client::new().post(url).bearer_auth(&self.staff);
        self.ask(call.header("content-type", "application/json").body(body.to_string()))
    }
}

/// The panel of the waiting room, line by line.
struct Panel {
    input: std::process::ChildStdin,
    lines: Lines,
    _process: Process,
}

impl Panel {
    fn start(branch: &Branch, moment: &str) -> Self {
        let mut command = branch.station.command();
        command.args(["panel", "--play", "--branch", "CENTRO", "--clock", moment]);
        let (process, input, lines) = Process::start(&mut command);
        let mut panel = Self { input, lines, _process: process };
        assert_eq!(panel.told()["screen"], "panel");
        panel
    }

    fn told(&mut self) -> Value {
        serde_json::from_str(&self.lines.next().expect("a line")).expect("JSON")
    }

    fn poll(&mut self) -> Value {
        writeln!(self.input, "{}", json!({ "poll": true })).expect("it listens");
        self.told()
    }
}

/// Takes a ticket for the first matter, as somebody of a class.
#[track_caller]
fn takes(play: &mut Play, class: &str) -> Value {
    play.do_("ticket");
    assert_eq!(play.screen(), "ticket.service", "{}", play.told());
    let told = play.told().clone();
    let actions = told["actions"].as_array().expect("a list").iter();
    let service = actions.map(|it| text(&it["id"])).find(|id| id.starts_with("service:"));
    play.do_(service.expect("a service"));
    assert_eq!(play.screen(), "ticket.class");
    play.do_(class)
}

#[test]
fn somebody_books_is_here_is_called_and_the_panel_shows_and_says_it() {
    let branch = Branch::open();
    let mut play = branch.kiosk(NINE);
    play.do_("booking");
    play.do_("service:DOC-07");
    play.do_("branch:CENTRO");
    play.do_("soonest");
    play.typed("name", "Maria das Dores");
    play.do_("next");
    play.do_("skip");
    let done = play.do_("book");
    assert_eq!(done["screen"], "booking.done", "{done}");
    assert_eq!(done["booking"]["start"], TEN);
    assert_eq!(play.end(), Some(0));
    let slip = branch.station.receipts().join("\n");
    let qr = slip.split_whitespace().find(|word| word.contains("/b/")).expect("a QR").to_owned();

    branch.hub.wait(SignedDuration::from_mins(45));
    let mut panel = Panel::start(&branch, "2026-11-24T09:45:00-03:00");
    let mut play = branch.kiosk("2026-11-24T09:45:00-03:00");
    play.do_("booking");
    let mine = play.say(json!({ "scan": qr }));
    assert_eq!(mine["screen"], "booking.mine", "{mine}");
    play.do_("check-in");
    let here = play.do_("class:TODOS");
    assert_eq!(
        (&here["screen"], &here["ticket"]),
        (&json!("ticket.done"), &json!("A01")),
        "{here}"
    );
    assert!(said(&here).contains("A 0 1"), "{}", said(&here));
    let ticket = branch.station.receipts().pop().expect("a slip");
    assert!(ticket.contains("A01") && ticket.contains("/t/"), "{ticket}");

    // Somebody without an appointment came after, and the booked time has nearly come.
    play.do_("finish");
    play.do_("skip");
    play.do_("finish");
    assert_eq!(takes(&mut play, "class:TODOS")["ticket"], "A02");
    assert_eq!(panel.poll()["large"], Value::Null);
    branch.hub.wait(SignedDuration::from_mins(11));
    let called = branch.desk(3, "next", None);
    assert_eq!(called["ticket"]["number"], "A01", "{called}");
    let told = panel.poll();
    assert_eq!(told["shown"], json!([{ "number": "A01", "desk": 3, "times": 1 }]), "{told}");
    assert_eq!(told["said"][0], json!({ "locale": "pt-BR", "text": "Senha A, 0 1, Guichê 3." }));
    for word in ["Maria", "DOC-07", "TODOS"] {
        assert!(!told.to_string().contains(word), "{told}");
    }
    branch.desk(3, "start", Some("A01"));
    assert_eq!(branch.desk(3, "finish", Some("A01"))["ticket"]["state"], "served");
}

#[test]
fn whoever_comes_first_by_law_is_believed_and_neither_screen_nor_slip_says_why() {
    let branch = Branch::open();
    let mut play = branch.kiosk(NINE);
    let first = takes(&mut play, "class:TODOS");
    assert_eq!(first["ticket"], "A01");
    assert!(heard(&first).contains("Não tem ninguém antes de você."), "{first}");
    for goes in ["finish", "skip", "finish"] {
        play.do_(goes);
    }
    let old = takes(&mut play, "class:80MAIS");
    assert_eq!(old["ticket"], "A02");
    assert!(!play.offers("back"));
    let slip = branch.station.receipts().pop().expect("a slip");
    for told in [old.to_string(), slip] {
        assert!(!told.contains("80") && !told.contains("prioridade"), "{told}");
    }
    assert_eq!(branch.desk(1, "next", None)["ticket"]["number"], "A02");
}

#[test]
fn a_closed_branch_and_a_line_that_is_down_are_told_and_give_no_ticket() {
    let branch = Branch::open();
    branch.hub.wait(SignedDuration::from_hours(10));
    let mut play = branch.kiosk("2026-11-24T19:00:00-03:00");
    let closed = takes(&mut play, "class:TODOS");
    assert_eq!(closed["screen"], "booking.trouble");
    assert!(closed["title"].as_str().expect("a title").contains("fechamos"), "{closed}");
    assert!(play.offers("home") && play.offers("call-attendant"));
    assert_eq!(play.end(), Some(0));

    let url = "http://127.0.0.1:9/open311/v2";
    let station = Station::with_server(VILA_SERENA, 7, url, "key");
    let mut play = Play::start(&station);
    let down = takes(&mut play, "class:TODOS");
    assert_eq!(down["screen"], "booking.trouble");
    assert!(said(&down).contains("balcão"), "{down}");
    assert!(play.offers("try-again") && !play.offers("call-back"), "{down}");
    assert!(station.receipts().is_empty());
}
