//! A private matter is named nowhere: not on paper, not aloud, not at the hub without a key.

use serde_json::json;

use super::steps::{go_to_review, heard, label, only, said, text};
use crate::support::{Hub, Play, Station, VILA_SERENA};

const GROUP: &str = "group:BEN";
const SERVICE: &str = "service:SOC-07";

#[test]
fn a_private_request_is_filed_without_its_name_being_said_or_printed() {
    let hub = Hub::start(VILA_SERENA);
    let station = Station::enrolled(&hub);
    let mut play = Play::start(&station);
    play.do_("request");
    let mut list = play.do_(GROUP);
    while !play.offers(SERVICE) {
        list = play.do_("more");
    }
    let name = label(&list, SERVICE);
    assert!(!heard(&list).contains(&name));

    let mut seen = vec![list, play.do_(SERVICE)];
    assert_eq!(play.screen(), "filing.urgent");
    assert!(said(play.told()).contains("190"));
    seen.push(play.do_("next"));
    seen.push(play.do_("for:me"));
    let question = play.told().clone();
    assert!(!said(&question).contains(text(&question["title"])), "a question betrays it");
    go_to_review(&mut play);
    seen.push(play.told().clone());
    assert!(label(play.told(), "change:service").contains(&name), "the screen shows it");
    seen.push(play.do_("file"));
    assert!(seen.iter().all(|told| !heard(told).contains(&name)));

    let receipts = station.receipts();
    let receipt = only(&receipts);
    assert!(receipt.contains("Atendimento") && !receipt.contains(&name), "{receipt}");
}

#[test]
fn headphones_may_hear_everything() {
    let hub = Hub::start(VILA_SERENA);
    let mut play = Play::start(&Station::enrolled(&hub));
    play.say(json!({"jack": "in"}));
    play.do_("request");
    play.do_(GROUP);
    while !play.offers(SERVICE) {
        play.do_("more");
    }
    let list = play.told().clone();
    assert!(heard(&list).contains(&label(&list, SERVICE)));
    play.do_(SERVICE);
    play.do_("next");
    let question = play.do_("for:me");
    assert!(said(&question).contains(text(&question["title"])));
    let out = play.say(json!({"jack": "out"}));
    assert!(!said(&out).contains(text(&question["title"])));
}

#[test]
fn a_private_request_is_followed_up_without_being_told_aloud() {
    let hub = Hub::start(VILA_SERENA);
    let mut play = Play::start(&Station::enrolled(&hub));
    play.do_("request");
    play.do_(GROUP);
    play.do_(SERVICE);
    play.do_("next");
    play.do_("for:me");
    while play.screen() != "filing.description" {
        play.do_("skip");
    }
    play.typed("description", "As minhas palavras");
    play.do_("next");
    go_to_review(&mut play);
    let done = play.do_("file");
    let (number, code) = (text(&done["protocol"]), text(&done["access_code"]));
    let qr = format!("https://156.vilaserena.example/p/{number}#{code}");
    play.do_("leave-fast");
    let status = play.say(json!({"scan": qr}));
    assert!(!heard(&status).contains("As minhas palavras"), "{status}");
    play.say(json!({"jack": "in"}));
    assert!(heard(&play.poll()).contains("As minhas palavras"));
}
