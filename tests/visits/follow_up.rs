//! How a request stands: by its number, by its paper, with the code and without.

use serde_json::json;

use super::steps::{field, said, text};
use crate::support::{Hub, Play, Station, VILA_SERENA};

/// A station, and a request that was filed there in an earlier visit.
fn filed() -> (Hub, Play, String, String) {
    let hub = Hub::start(VILA_SERENA);
    let mut play = Play::start(&Station::enrolled(&hub));
    let number = play.file_a_request();
    let code = text(&play.told()["access_code"]).to_owned();
    play.do_("leave-fast");
    (hub, play, number, code)
}

fn wrong(code: &str) -> String {
    let first = if code.starts_with('1') { '2' } else { '1' };
    format!("{first}{}", &code[1..])
}

#[test]
fn a_number_is_typed_as_it_comes_and_the_code_opens_the_rest() {
    let (hub, mut play, number, code) = filed();
    play.do_("follow-up");
    play.typed("number", &number.replace(['.', '-'], " / "));
    assert_eq!(play.do_("next")["screen"], "follow-up.code");
    let without = play.do_("skip");
    assert_eq!(without["screen"], "follow-up.status");
    assert!(!said(&without).contains("Um pedido como os outros"));

    assert_eq!(play.do_("give-code")["screen"], "follow-up.code");
    play.typed("code", "123");
    let short = play.do_("next");
    assert!(!field(&short, "code")["error"].is_null());
    play.typed("code", &format!("{} {}", &code[..3], &code[3..]));
    let with = play.do_("next");
    assert!(said(&with).contains("Um pedido como os outros"), "{with}");
    assert!(!play.offers("give-code"));
    drop(hub);
}

#[test]
fn a_wrong_digit_is_caught_before_anything_is_looked_up() {
    let (hub, mut play, number, _) = filed();
    hub.kill();
    play.do_("follow-up");
    let other = if number.ends_with('3') { "4" } else { "3" };
    let mistyped = format!("{}{other}", &number[..number.len() - 1]);
    play.typed("number", &mistyped);
    let caught = play.do_("next");
    assert_eq!(caught["screen"], "follow-up.number");
    assert_eq!(field(&caught, "number")["value"], mistyped);
    let digit = text(&field(&caught, "number")["error"]).to_owned();
    play.typed("number", "2026.0001");
    let caught = play.do_("next");
    assert_ne!(field(&caught, "number")["error"], digit);
}

#[test]
fn the_paper_before_the_scanner_says_it_all() {
    let (_hub, mut play, number, code) = filed();
    let qr = format!("https://156.vilaserena.example/p/{number}#{code}");
    let status = play.say(json!({"scan": qr}));
    assert_eq!(status["screen"], "follow-up.status");
    assert!(said(&status).contains("Um pedido como os outros"), "{status}");
    play.do_("home");
    let status = play.say(json!({"scan": number}));
    assert_eq!(status["screen"], "follow-up.status");
    assert!(!said(&status).contains("Um pedido como os outros"));
    play.do_("home");
    let other = play.say(json!({"scan": "https://example.org/"}));
    assert_eq!(other["screen"], "follow-up.number");
    assert!(!field(&other, "number")["error"].is_null());
    assert!(!play.say(json!({"scan": number}))["screen"].is_null());
    play.do_("finish");
    assert!(!play.say(json!({"scan": number}))["error"].is_null(), "an opinion takes no scan");
}

#[test]
fn a_wrong_code_opens_nothing_and_ten_of_them_close_the_number_for_an_hour() {
    let (_hub, mut play, number, code) = filed();
    play.do_("follow-up");
    play.typed("number", &number);
    play.do_("next");
    let mut titles = Vec::new();
    for _ in 0..11 {
        play.typed("code", &wrong(&code));
        let status = play.do_("next");
        assert!(!said(&status).contains("Um pedido como os outros"));
        titles.push(text(&status["title"]).to_owned());
        if !play.offers("give-code") {
            break;
        }
        play.do_("give-code");
    }
    assert_eq!(titles.len(), 11, "{titles:?}");
    assert!(titles[..10].iter().all(|title| *title == titles[0]), "{titles:?}");
    assert_ne!(titles[10], titles[0]);
}

#[test]
fn a_number_that_nobody_knows_is_told_so() {
    let (_hub, mut play, _, _) = filed();
    play.do_("follow-up");
    play.typed("number", "2026.0014.00371-13");
    play.do_("next");
    let status = play.do_("skip");
    assert_eq!(status["screen"], "follow-up.status");
    assert!(play.offers("try-again"), "{status}");
}
