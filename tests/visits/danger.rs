//! Somebody who is afraid: help without noise, no call that brings danger, a way out that leaves
//! nothing behind.

use std::fs;

use super::steps::{action, choose_service, go_to_review, heard, said, text};
use crate::support::{Hub, Play, Printer, Station, VALEA_LINA, VILA_SERENA};

fn start(city: &'static str) -> (Hub, Station, Play) {
    let hub = Hub::start(city);
    let station = Station::enrolled(&hub);
    let play = Play::start(&station);
    (hub, station, play)
}

/// To the question whether it is safe to call.
fn to_safe(play: &mut Play) {
    choose_service(play, "BEN", "SOC-07");
    play.do_("next");
    play.do_("for:me");
    while play.screen() != "filing.channel" {
        play.do_(if play.offers("skip") { "skip" } else { "who:anonymous" });
    }
    play.do_("contact:phone");
    play.typed("reply-to", "21 98765-4321");
    let asked = play.do_("next");
    assert_eq!(asked["screen"], "filing.safe-to-call");
    assert_eq!(asked["title"], "É seguro ligar para este número?");
}

fn file(play: &mut Play) -> String {
    let review = play.told()["screen"].clone();
    assert_eq!(review, "filing.review", "{}", play.told());
    play.do_("file");
    play.protocol().expect("a number").to_owned()
}

#[test]
fn a_safe_telephone_is_told_to_be_safe() {
    let (hub, _station, mut play) = start(VILA_SERENA);
    to_safe(&mut play);
    assert_eq!(play.do_("safe:yes")["screen"], "filing.shared-telephone");
    play.do_("no");
    let number = file(&mut play);
    assert_eq!(hub.told_of(&number, "safe_to_call"), "yes");
    assert_eq!(hub.told_of(&number, "phone"), "21 98765-4321");
}

#[test]
fn where_a_call_is_dangerous_nobody_can_call() {
    let (hub, _station, mut play) = start(VILA_SERENA);
    to_safe(&mut play);
    let review = play.do_("safe:no");
    let line = text(&action(&review, "change:reply")["label"]).to_owned();
    assert!(line.contains("Ninguém liga nem escreve."), "{line}");
    let number = file(&mut play);
    assert_eq!(hub.told_of(&number, "safe_to_call"), "no");
    assert_eq!(hub.told_of(&number, "reply_by"), "branch");
    assert!(!hub.ask(&["show", &number]).contains("98765"));
}

#[test]
fn certain_hours_travel_with_the_request() {
    let (hub, _station, mut play) = start(VILA_SERENA);
    to_safe(&mut play);
    assert_eq!(play.do_("safe:only-at")["screen"], "filing.safe-when");
    assert!(said(&play.do_("next")).contains("Ainda não tem nada escrito."));
    play.typed("safe-when", "de manhã");
    play.do_("next");
    play.do_("no");
    let line = text(&action(play.told(), "change:reply")["label"]).to_owned();
    assert!(line.contains("Só neste horário: de manhã."), "{line}");
    let number = file(&mut play);
    assert_eq!(hub.told_of(&number, "safe_to_call"), "only-at");
    assert_eq!(hub.told_of(&number, "safe_when"), "de manhã");
}

#[test]
fn a_romanian_city_asks_too_and_an_ordinary_matter_does_not() {
    let (_hub, _station, mut play) = start(VALEA_LINA);
    choose_service(&mut play, "AJU", "SOC-07");
    play.do_("next");
    play.do_("for:me");
    while play.screen() != "filing.who" {
        play.do_("skip");
    }
    play.do_("who:name");
    play.typed("name", "Ana");
    play.do_("next");
    play.do_("contact:phone");
    play.typed("reply-to", "0722 123 456");
    assert_eq!(play.do_("next")["screen"], "filing.safe-to-call");
    play.do_("leave-fast");
    choose_service(&mut play, "LUM", "ILU-01");
    play.do_("for:me");
    while play.screen() != "filing.who" {
        play.do_("skip");
    }
    play.do_("who:name");
    play.typed("name", "Ana");
    play.do_("next");
    play.do_("contact:phone");
    play.typed("reply-to", "0722 123 456");
    assert_eq!(play.do_("next")["screen"], "filing.shared-telephone");
}

#[test]
fn a_number_that_was_given_before_is_not_called_unasked() {
    let (_hub, _station, mut play) = start(VILA_SERENA);
    to_safe(&mut play);
    play.do_("safe:yes");
    play.do_("no");
    // Another channel, and back out of it: that one was never asked about.
    play.do_("change:reply");
    play.do_("contact:whatsapp");
    play.do_("back");
    play.do_("back");
    assert_eq!(play.screen(), "filing.review");
    let asked = play.do_("file");
    assert_eq!(asked["screen"], "filing.safe-to-call");
    assert_eq!(asked["title"], "É seguro mandar mensagem para este número?");
    assert!(play.protocol().is_none());
    play.do_("safe:no");
    file(&mut play);
}

#[test]
fn a_quiet_call_changes_nothing_that_is_seen_or_heard() {
    let (_hub, station, mut play) = start(VILA_SERENA);
    choose_service(&mut play, "BEN", "SOC-07");
    play.do_("next");
    let before = play.told().clone();
    assert!(play.offers("call-quietly"));
    let mut after = play.do_("call-quietly");
    let told = text(&action(&after, "call-quietly")["spoken"]).to_owned();
    assert!(told.contains("Já avisei."), "whoever goes there again hears it: {told}");
    let place = |told: &serde_json::Value| {
        let actions = told["actions"].as_array().expect("a list").iter();
        actions.clone().position(|action| action["id"] == "call-quietly").expect("it stays")
    };
    let here = place(&after);
    after["actions"][here] = before["actions"][place(&before)].clone();
    assert_eq!(after["echo"], serde_json::json!([]), "nothing is said of it");
    after["echo"] = before["echo"].clone();
    assert_eq!(after, before);
    play.do_("help");
    assert!(play.offers("call-quietly") && play.offers("call-attendant"));
    assert_eq!(play.do_("call-quietly")["screen"], "help");
    let calls = log(&station).matches("attendant-called").count();
    assert_eq!(calls, 2);
}

#[test]
fn after_leaving_fast_nothing_tells_of_it() {
    let (_hub, station, mut play) = start(VILA_SERENA);
    let fresh = heard(play.told());
    to_safe(&mut play);
    play.do_("safe:yes");
    play.do_("no");
    play.do_("call-quietly");
    file(&mut play);
    let left = play.do_("leave-fast");
    assert_eq!(heard(&left), fresh);
    assert!(left["protocol"].is_null() && left["access_code"].is_null());
    let log = log(&station);
    for word in ["SOC-07", "mulher", "violência", "98765", "BEN"] {
        assert!(!log.contains(word), "{word} in the log: {log}");
    }
    for receipt in station.receipts() {
        for word in ["SOC-07", "mulher", "violência", "98765", "Mulher"] {
            assert!(!receipt.contains(word), "{word} on paper: {receipt}");
        }
    }
}

#[test]
fn a_slip_that_did_not_come_out_does_not_come_out_afterwards() {
    let (_hub, station, mut play) = start(VILA_SERENA);
    station.printer_is(Printer::NoPaper);
    choose_service(&mut play, "BEN", "SOC-07");
    play.do_("next");
    go_to_review(&mut play);
    file(&mut play);
    play.do_("leave-fast");
    station.printer_is(Printer::Ready);
    play.wait(60);
    play.wait(3600);
    assert!(station.receipts().is_empty());
    assert_eq!(play.end(), Some(0));
    let mut again = Play::start(&station);
    again.wait(3600);
    assert!(station.receipts().is_empty());
}

fn log(station: &Station) -> String {
    let files = fs::read_dir(station.kept("log")).expect("a log").flatten();
    files.map(|file| fs::read_to_string(file.path()).expect("readable")).collect()
}
