//! What happens meanwhile: somebody is quicker, the line goes, the station ends.

use serde_json::json;

use super::super::steps::{label, said, text};
use super::{at_hub, first, ready, said_who, wanted};
use crate::support::{Hub, Play, Station, VALEA_LINA, VILA_SERENA};

#[test]
fn a_time_that_somebody_else_takes_meanwhile_is_told_and_another_one_is_found() {
    let hub = Hub::start(VALEA_LINA);
    let (one, other) = (Station::enrolled(&hub), Station::enrolled(&hub));
    // One hall, one couple at a time.
    let (mut one, mut other) = (Play::start(&one), Play::start(&other));
    for play in [&mut one, &mut other] {
        wanted(play, "service:CIV-02");
    }
    let same = first(one.told(), "soonest");
    assert_eq!(one.do_(&same)["screen"], "booking.name");
    let late = other.do_(&same);
    assert_eq!(late["screen"], "booking.trouble", "{late}");
    assert!(text(&late["title"]).contains("mai rapid"), "{late}");
    assert_eq!(other.do_("other-time")["screen"], "booking.day");
    assert_eq!(other.do_("soonest")["screen"], "booking.name");
    other.typed("name", "Ion");
    other.do_("next");
    other.do_("skip");
    assert_eq!(other.do_("book")["screen"], "booking.done");
    one.typed("name", "Ana");
    one.do_("next");
    one.do_("skip");
    let done = one.do_("book");
    assert_eq!(done["screen"], "booking.done");
    assert_ne!(done["booking"]["start"], other.told()["booking"]["start"]);
}

#[test]
fn another_time_lets_the_first_one_go() {
    let (hub, _station, mut play) = ready(VALEA_LINA);
    wanted(&mut play, "service:CIV-02");
    let held = play.do_("soonest")["booking"].clone();
    play.do_("back");
    play.do_("branch:PRIMARIA");
    play.do_("soonest");
    let other = play.told()["booking"].clone();
    assert_ne!(held["number"], other["number"]);
    let (number, code) = (text(&held["number"]), text(&held["access_code"]));
    // Nobody waits for it; the hub has it within a moment.
    for _ in 0..200 {
        if at_hub(&hub, number, code)["state"] == "cancelled" {
            return;
        }
        play.poll();
    }
    panic!("{}", at_hub(&hub, number, code));
}

#[test]
fn without_a_line_a_call_back_is_filed_with_its_number_and_goes_when_it_is_back() {
    let mut hub = Hub::start(VILA_SERENA);
    let station = Station::enrolled(&hub);
    hub.kill();
    let mut play = Play::start(&station);
    let down = wanted(&mut play, "service:DOC-07");
    assert_eq!(down["screen"], "booking.trouble", "{down}");
    assert!(said(&down).contains("Não posso dar um horário."), "{down}");
    play.do_("call-back");
    play.typed("name", "Maria das Dores");
    play.do_("next");
    assert!(!play.offers("skip"), "somebody must be called");
    play.typed("phone", "(21) 98765-4321");
    let review = play.do_("next");
    assert_eq!(review["screen"], "filing.review", "{review}");
    let done = play.do_("file");
    assert_eq!(done["screen"], "filing.done");
    let number = text(&done["protocol"]).to_owned();
    assert_eq!(station.receipts().len(), 1);
    hub.restart();
    play.wait(60);
    assert_eq!(play.outbox("delivered"), 1);
    let request = hub.ask(&["show", &number]);
    for words in ["OUV-09", "98765", "Maria"] {
        assert!(request.contains(words), "{words}: {request}");
    }
}

#[test]
fn a_line_that_goes_in_the_middle_loses_nothing_that_was_said() {
    let (mut hub, _station, mut play) = ready(VILA_SERENA);
    wanted(&mut play, "service:DOC-07");
    play.do_("branch:CENTRO");
    play.do_("soonest");
    play.typed("name", "Maria das Dores");
    play.do_("next");
    play.typed("phone", "(21) 98765-4321");
    play.do_("next");
    let number = text(&play.told()["booking"]["number"]).to_owned();
    hub.kill();
    let lost = play.do_("book");
    assert_eq!(lost["screen"], "booking.trouble", "{lost}");
    hub.restart();
    let done = play.do_("try-again");
    assert_eq!(done["screen"], "booking.done", "{done}");
    assert_eq!(done["booking"]["number"], json!(number));

    play.do_("leave-fast");
    wanted(&mut play, "service:DOC-07");
    play.do_("branch:ESTACAO");
    play.do_("soonest");
    play.typed("name", "Maria das Dores");
    play.do_("next");
    play.typed("phone", "(21) 98765-4321");
    play.do_("next");
    hub.kill();
    play.do_("book");
    let review = play.do_("call-back");
    assert_eq!(review["screen"], "filing.review", "name and telephone are known: {review}");
    let description = label(&review, "change:description");
    assert!(description.contains("Atendimento Estação"), "{description}");
    assert_eq!(play.do_("file")["screen"], "filing.done");
}

#[test]
fn a_station_that_is_killed_while_it_books_books_once() {
    let (hub, station, mut play) = ready(VILA_SERENA);
    wanted(&mut play, "service:DOC-07");
    play.do_("branch:CENTRO");
    play.do_("soonest");
    said_who(&mut play);
    let held = play.told()["booking"].clone();
    play.kill();
    let mut play = Play::start(&station);
    assert_eq!(play.screen(), "booking.review", "it goes on where it was");
    let done = play.do_("book");
    assert_eq!(
        (&done["screen"], &done["booking"]["number"]),
        (&json!("booking.done"), &held["number"])
    );
    let (number, code) = (text(&held["number"]), text(&held["access_code"]));
    assert_eq!(at_hub(&hub, number, code)["state"], "confirmed");
}
