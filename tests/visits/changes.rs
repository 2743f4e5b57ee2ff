//! Nothing that was said is lost by a change of language, by Back, by Home or by a restart.

use serde_json::json;

use super::steps::{choose_service, field, go_to_review, label, text};
use crate::support::{Hub, Play, Station, VILA_SERENA};

#[test]
fn another_language_in_the_middle_keeps_every_answer() {
    let hub = Hub::start(VILA_SERENA);
    let mut play = Play::start(&Station::enrolled(&hub));
    choose_service(&mut play, "LUZ", "ILU-01");
    play.do_("for:me");
    play.do_("answer:several");
    play.typed("answer", "poste 44");
    let romanian = play.say(json!({"locale": "ro"}));
    assert_eq!(
        (&romanian["locale"], &romanian["screen"]),
        (&json!("ro"), &json!("filing.question"))
    );
    assert_eq!(field(&romanian, "answer")["value"], "poste 44");
    play.do_("next");
    go_to_review(&mut play);
    let review = play.say(json!({"locale": "en"}));
    assert!(label(&review, "change:question.lamp-post-number").contains("poste 44"));
    let lamps = label(&review, "change:question.lamps-out");
    assert_ne!(label(&play.say(json!({"locale": "pt-BR"})), "change:question.lamps-out"), lamps);
    play.say(json!({"locale": "ro"}));
    play.do_("file");
    let number = play.protocol().expect("a number").to_owned();
    assert_eq!(hub.told_of(&number, "locale"), "ro");
    assert_eq!(hub.told_of(&number, "attribute[lamps-out]"), "several");
}

#[test]
fn a_changed_line_leads_straight_back_and_another_service_asks_only_what_is_new() {
    let hub = Hub::start(VILA_SERENA);
    let mut play = Play::start(&Station::enrolled(&hub));
    choose_service(&mut play, "LUZ", "ILU-01");
    play.do_("for:me");
    play.do_("answer:several");
    go_to_review(&mut play);
    play.do_("change:question.lamps-out");
    assert_eq!(play.do_("answer:one")["screen"], "filing.review");
    play.do_("change:for-whom");
    assert_eq!(play.do_("back")["screen"], "filing.review");
    play.do_("change:service");
    play.do_("group:RUA");
    let first_new = play.do_("service:VIA-01");
    assert_eq!(first_new["screen"], "filing.question");
    play.do_("skip");
    play.do_("skip");
    assert_eq!(play.do_("skip")["screen"], "filing.review");
    play.do_("file");
    let number = play.protocol().expect("a number").to_owned();
    assert_eq!(hub.told_of(&number, "service"), "VIA-01");
    assert!(!hub.ask(&["show", &number]).contains("attribute[lamps-out]"));
}

#[test]
fn back_and_home_keep_what_was_typed() {
    let hub = Hub::start(VILA_SERENA);
    let mut play = Play::start(&Station::enrolled(&hub));
    choose_service(&mut play, "LUZ", "ILU-01");
    play.do_("for:me");
    play.do_("skip");
    play.do_("skip");
    play.do_("place:street");
    play.typed("address", "Rua que não está na lista");
    play.do_("back");
    let street = play.do_("place:street");
    assert_eq!(field(&street, "address")["value"], "Rua que não está na lista");
    play.typed("address", "Outra rua");
    play.do_("help");
    assert_eq!(play.do_("home")["screen"], "welcome");
    assert_eq!(play.do_("resume")["screen"], "filing.place");
    let street = play.do_("place:street");
    assert_eq!(field(&street, "address")["value"], "Outra rua");
}

#[test]
fn several_marks_are_kept_on_the_way_back() {
    let hub = Hub::start(VILA_SERENA);
    let mut play = Play::start(&Station::enrolled(&hub));
    choose_service(&mut play, "LUZ", "ILU-07");
    play.do_("for:me");
    while !play.offers("answer:wheelchair") {
        play.do_("skip");
    }
    play.do_("answer:wheelchair");
    play.do_("answer:children");
    play.do_("back");
    play.do_("skip");
    let again = play.told();
    assert!(label(again, "answer:wheelchair").starts_with('✓'), "{again}");
    assert!(label(again, "answer:children").starts_with('✓'));
    assert!(!label(again, "answer:pram").starts_with('✓'));
}

#[test]
fn a_station_that_is_cut_off_goes_on_where_it_was() {
    let hub = Hub::start(VILA_SERENA);
    let station = Station::enrolled(&hub);
    let mut play = Play::start(&station);
    choose_service(&mut play, "LUZ", "ILU-01");
    play.do_("for:me");
    play.do_("answer:several");
    let before = play.typed("answer", "poste 44");
    play.kill();
    let mut play = Play::start(&station);
    for same in ["screen", "title", "fields", "actions", "locale", "focus"] {
        assert_eq!(play.told()[same], before[same], "{same}");
    }
    play.do_("next");
    go_to_review(&mut play);
    let done = play.do_("file");
    play.kill();
    let play = Play::start(&station);
    assert_eq!(play.screen(), "filing.done");
    assert_eq!(play.protocol(), Some(text(&done["protocol"])));
    assert_eq!(play.told()["access_code"], done["access_code"]);
    assert_eq!(station.receipts().len(), 1);
}
