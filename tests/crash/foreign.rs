//! A server that knows no repeats, loses answers and lists badly: nothing is ever lost, and what
//! cannot be settled is named.

use tokio::runtime::Runtime;

use super::dice::Dice;
use super::moments::killed;
use super::server::{Hostile, Route, Step};
use super::truth;
use super::visitor::Visitor;
use crate::support::{Play, Station, TINY};

fn started() -> (Hostile, Station) {
    let runtime = Runtime::new().expect("threads");
    let server = runtime.block_on(Hostile::plain());
    let station = Station::with_server(TINY, 14, &server.url(), "a-key");
    (server, station)
}

/// How often the server took a number.
fn taken(server: &Hostile, number: &str) -> usize {
    let marker = format!("[protocolo {number}]");
    let ours = |words: Option<&str>| words.is_some_and(|words| words.ends_with(&marker));
    server.taken().iter().filter(|taken| ours(taken.get("description"))).count()
}

/// Whether staff find a number in that state.
fn is_listed(station: &Station, number: &str, state: &str) -> bool {
    let listed = station.outbox(&["list"]);
    let mut rows = listed.lines().filter(|row| row.starts_with(number));
    rows.next().is_some_and(|row| row.contains(state)) && rows.next().is_none()
}

fn mishap(dice: &mut Dice) -> Step {
    let page = "<html>Bad Gateway</html>";
    match dice.below(6) {
        0 => Step::cut(true),
        1 => Step::cut(false),
        2 => Step::taken(502, "text/html", page),
        3 => Step::answer(502, "text/html", page),
        4 => Step::taken(200, "text/html", "Obrigado"),
        _ => Step::taken(200, "application/json", r#"[{"service_request_id":"{id}"}]"#),
    }
}

#[test]
fn killed_before_a_server_that_loses_answers_nothing_is_lost() {
    let mut dice = Dice::new();
    let (server, station) = started();
    let mut visitor = Visitor::default();
    let mut play = killed(&station, &mut visitor, &mut dice, |dice| {
        server.then(Route::File, [mishap(dice), mishap(dice)]);
    });
    play.deliver_all();
    // Mishaps go on: what stays unclear is for staff, who ask again and again.
    for _ in 0..50 {
        if play.outbox("uncertain") == 0 {
            break;
        }
        for number in visitor.seen.keys().filter(|it| !is_listed(&station, it, "delivered")) {
            assert!(is_listed(&station, number, "uncertain"), "{number} is not named");
            println!("{number} is for staff, who have it tried again");
            station.outbox(&["retry", number]);
        }
        play.poll();
        play.deliver_all();
    }
    assert_eq!(play.end(), Some(0));

    for number in visitor.seen.keys() {
        assert!(is_listed(&station, number, "delivered"), "{number} is not delivered");
        assert!(taken(&server, number) > 0, "{number} was lost");
    }
    let posted_twice = server.taken().len() - visitor.seen.len();
    println!("{posted_twice} were taken twice");
    truth::is_on_paper_once(&station, &visitor);
}

#[test]
fn attempt_that_a_crash_cut_off_is_searched_for_before_it_is_posted_again() {
    let (server, station) = started();
    server.then(Route::File, [Step::silence()]);
    let mut play = Play::start(&station);
    let number = play.file_a_request();
    assert_eq!(taken(&server, &number), 1);
    play.kill();

    let mut play = Play::start(&station);
    play.deliver_all();
    assert_eq!(play.outbox("delivered"), 1);
    assert_eq!(taken(&server, &number), 1);
    assert_eq!(server.calls(Route::List).len(), 1);
}

#[test]
fn what_cannot_be_settled_is_named_for_staff_and_survives_a_kill() {
    let (server, station) = started();
    server.always(Route::File, Step::cut(true));
    server.always(Route::List, Step::answer(502, "text/html", ""));
    let mut play = Play::start(&station);
    let numbers = [play.file_a_request(), play.file_a_request()];
    let states = |state| numbers.iter().all(|number| is_listed(&station, number, state));
    assert!(states("waiting"));
    play.kill();
    let mut play = Play::start(&station);
    play.deliver_all();
    assert_eq!(play.outbox("uncertain"), 2);
    play.kill();
    assert!(states("uncertain"));

    server.honest(Route::List);
    for number in &numbers {
        station.outbox(&["retry", number]);
    }
    let mut play = Play::start(&station);
    play.deliver_all();
    assert_eq!(play.outbox("delivered"), 2);
    assert!(numbers.iter().all(|number| taken(&server, number) == 1));
}

#[test]
fn what_a_server_never_took_is_posted_again_when_staff_ask() {
    let (server, station) = started();
    server.always(Route::File, Step::cut(false));
    let mut play = Play::start(&station);
    let number = play.file_a_request();
    play.deliver_all();
    assert!(is_listed(&station, &number, "uncertain"));
    let posts = server.calls(Route::File).len();
    assert!(posts <= 6, "the server was asked {posts} times");

    server.honest(Route::File);
    station.outbox(&["retry", &number]);
    play.poll();
    play.deliver_all();
    assert!(is_listed(&station, &number, "delivered"));
    assert_eq!(taken(&server, &number), 1);
}
