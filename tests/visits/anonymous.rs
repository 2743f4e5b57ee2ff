//! A request without a name: answered in Brazil, kept without an answer in Romania, said before.

use super::steps::{choose_service, go_to_review, only, said};
use crate::support::{Hub, Play, Station, VALEA_LINA, VILA_SERENA};

#[test]
fn a_brazilian_city_answers_who_does_not_say_a_name() {
    let hub = Hub::start(VILA_SERENA);
    let station = Station::enrolled(&hub);
    let mut play = Play::start(&station);
    choose_service(&mut play, "LUZ", "ILU-01");
    go_to_review(&mut play);
    assert!(play.offers("change:reply"));
    assert!(said(play.told()).contains("Resposta: até 23 de dezembro de 2026."));
    play.do_("file");
    let receipts = station.receipts();
    assert!(only(&receipts).contains("23 de dezembro de 2026"));
    let number = play.protocol().expect("a number");
    assert_eq!(hub.told_of(number, "anonymous"), "yes");
    assert_ne!(hub.told_of(number, "answer_by"), "-");
}

#[test]
fn a_romanian_city_says_before_filing_that_it_does_not_answer() {
    let hub = Hub::start(VALEA_LINA);
    let station = Station::enrolled(&hub);
    let mut play = Play::start(&station);
    choose_service(&mut play, "LUM", "ILU-01");
    play.do_("for:me");
    while play.screen() != "filing.who" {
        play.do_("skip");
    }
    let who = play.told().clone();
    let said_before = "Fără nume, legea ne cere să păstrăm cererea fără răspuns.";
    assert!(said(&who).contains("dar nu vă putem răspunde"), "{}", said(&who));
    let review = play.do_("who:anonymous");
    assert_eq!(review["screen"], "filing.review");
    assert!(!play.offers("change:reply"));
    assert!(said(&review).contains(said_before), "{}", said(&review));
    let done = play.do_("file");
    assert!(said(&done).contains(said_before));

    let receipts = station.receipts();
    let receipt = only(&receipts).split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(receipt.contains(said_before), "{receipt}");
    assert!(!receipt.contains("Termen pentru răspuns"), "{receipt}");
    assert!(receipt.contains("Număr de înregistrare:"), "{receipt}");
    let number = play.protocol().expect("a number");
    assert_eq!(hub.told_of(number, "anonymous"), "yes");
}
