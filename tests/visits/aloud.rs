//! What others may hear: it is asked for once, and comes back to quiet by itself.

use serde_json::{Value, json};

use super::steps::{action, choose_service, go_to_review, heard, only, press, said, text};
use crate::support::{Hub, Play, Station, VILA_SERENA};

const ASK: &str = "Quer usar fones?";
const PRIVATE: (&str, &str) = ("BEN", "SOC-07");

fn start() -> (Hub, Station, Play) {
    let hub = Hub::start(VILA_SERENA);
    let station = Station::enrolled(&hub);
    let play = Play::start(&station);
    (hub, station, play)
}

/// A street light, with a name and a telephone, up to the review.
fn named_request(play: &mut Play) -> Vec<Value> {
    let mut seen = vec![choose_service(play, "LUZ", "ILU-01"), play.do_("for:me")];
    while play.screen() != "filing.who" {
        seen.push(play.do_("skip"));
    }
    seen.push(play.do_("who:name"));
    play.typed("name", "Joaquina");
    seen.push(play.do_("next"));
    seen.push(play.do_("contact:phone"));
    play.typed("reply-to", "21 98765-4321");
    seen.push(play.do_("next"));
    seen.push(play.do_("no"));
    assert_eq!(play.screen(), "filing.review");
    seen
}

fn is_heard(told: &Value) -> bool {
    heard(told).contains("Joaquina") && heard(told).contains("98765-4321")
}

fn is_quiet(told: &Value) -> bool {
    !heard(told).contains("Joaquina") && !heard(told).contains("98765")
}

#[test]
fn headphones_are_asked_for_once_in_a_visit() {
    let (_hub, _station, mut play) = start();
    for _ in 0..2 {
        let seen = named_request(&mut play);
        let asking: Vec<&str> = seen
            .iter()
            .filter(|told| said(told).contains(ASK))
            .map(|told| text(&told["screen"]))
            .collect();
        assert_eq!(asking, ["filing.name"]);
        assert!(seen.iter().all(is_quiet));
        play.do_("leave-fast");
    }
}

#[test]
fn whoever_wants_to_hear_it_aloud_hears_it_until_the_visit_ends() {
    let (_hub, _station, mut play) = start();
    named_request(&mut play);
    let voice = play.do_("settings:voice");
    let offered = action(&voice, "aloud:yes").clone();
    assert!(text(&offered["spoken"]).contains("Quem está perto também ouve."));
    play.do_("aloud:yes");
    let aloud = play.do_("back");
    assert!(is_heard(&aloud), "{}", heard(&aloud));
    assert!(is_quiet(&play.do_("aloud:no")));
    play.do_("aloud:yes");
    play.do_("leave-fast");
    named_request(&mut play);
    assert!(is_quiet(play.told()));
}

#[test]
fn what_was_let_loose_is_quiet_again_when_headphones_went_out() {
    let (_hub, _station, mut play) = start();
    named_request(&mut play);
    play.do_("aloud:yes");
    assert!(is_heard(&play.say(json!({"jack": "in"}))));
    assert!(is_quiet(&play.say(json!({"jack": "out"}))));
}

#[test]
fn a_private_matter_is_never_let_loose() {
    let (_hub, _station, mut play) = start();
    let first = choose_service(&mut play, PRIVATE.0, PRIVATE.1);
    play.do_("aloud:yes");
    play.do_("next");
    let question = play.do_("for:me");
    assert!(!said(&question).contains(text(&question["title"])));
    go_to_review(&mut play);
    let review = play.told().clone();
    assert!(!heard(&review).contains("Ajuda para mulher"), "{}", heard(&review));
    assert!(!play.offers("aloud:no"), "nothing is promised that does not help");
    let done = play.do_("file");
    let code = text(&done["access_code"]).chars().map(String::from).collect::<Vec<_>>().join(" ");
    assert!(!heard(&done).contains(&code));
    assert!(heard(&play.say(json!({"jack": "in"}))).contains(&code));
    assert!(said(&first).contains(ASK));
}

#[test]
fn loudness_is_as_usual_after_each_visit_and_for_each_pair_of_ears() {
    let (_hub, _station, mut play) = start();
    let volume = |told: &Value| told["settings"]["volume"].as_u64();
    for _ in 0..4 {
        press(&mut play, "louder");
    }
    assert_eq!(volume(play.told()), Some(9));
    assert_eq!(volume(&play.say(json!({"jack": "in"}))), Some(5));
    press(&mut play, "softer");
    assert_eq!(volume(&play.say(json!({"jack": "out"}))), Some(5));
    play.do_("request");
    play.do_("volume:10");
    assert_eq!(volume(&play.do_("leave-fast")), Some(5));
    play.do_("request");
    play.do_("volume:0");
    play.wait(6 * 60);
    assert_eq!(play.screen(), "welcome");
    assert_eq!(volume(play.told()), Some(5));
}

#[test]
fn a_screen_is_dark_only_for_whoever_wants_it() {
    let (_hub, _station, mut play) = start();
    let dark = |told: &Value| told["settings"]["black"] == true;
    assert!(!play.offers("screen:off"));
    play.say(json!({"jack": "in"}));
    assert!(play.offers("screen:off"));
    assert!(dark(&play.do_("screen:off")));
    assert!(play.offers("screen:on"));
    assert!(dark(&play.do_("request")), "it goes on in the dark");
    assert!(!dark(&play.do_("screen:on")));
    play.do_("settings:voice");
    assert!(dark(&play.do_("screen:off")));
    assert!(!dark(&play.say(json!({"jack": "out"}))), "nobody hears, nobody sees");
    play.do_("screen:off");
    assert!(!dark(&play.do_("leave-fast")));
}

#[test]
fn the_receipt_is_heard_as_it_is_printed() {
    let (_hub, station, mut play) = start();
    named_request(&mut play);
    let done = play.do_("file");
    let spoken = text(&action(&done, "hear-receipt")["spoken"]);
    let receipts = station.receipts();
    let receipt = only(&receipts);
    for part in ["Prefeitura de Vila Serena", "23 de novembro de 2026", "23 de dezembro de 2026"] {
        assert!(receipt.contains(part) && spoken.contains(part), "{part}: {spoken}");
    }
    assert!(spoken.contains("O código está na tela."));
    play.do_("hear-receipt");
}

#[test]
fn an_error_is_said_at_once_and_again() {
    let (_hub, _station, mut play) = start();
    play.do_("follow-up");
    for (number, error) in [
        ("", "Ainda não tem nada escrito."),
        ("2026", "O número do pedido tem 15 números."),
        ("2026.0014.00001-50", "Algum número não confere."),
    ] {
        play.typed("number", number);
        for _ in 0..2 {
            let told = play.do_("next");
            let said = said(&told);
            assert!(said.starts_with("Qual é o número do pedido?"), "{said}");
            assert!(said.contains("Número do pedido: ") && said.contains(error), "{said}");
        }
    }
}
