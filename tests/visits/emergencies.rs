//! Whom to call comes first, and never instead of the request.

use super::steps::{choose_service, go_to_review, said, text};
use crate::support::{Hub, Play, Station, VALEA_LINA, VILA_SERENA};

#[test]
fn a_service_that_is_urgent_says_whom_to_call_first() {
    let hub = Hub::start(VILA_SERENA);
    let mut play = Play::start(&Station::enrolled(&hub));
    let urgent = choose_service(&mut play, "PER", "ARV-02");
    assert_eq!(urgent["screen"], "filing.urgent");
    assert!(text(&urgent["title"]).contains("193"));
    assert!(said(&urgent).contains("193."));
    assert_eq!(play.do_("call-attendant")["screen"], "called");
    assert_eq!(play.do_("back")["screen"], "filing.urgent");
    play.do_("next");
    go_to_review(&mut play);
    assert_eq!(play.do_("file")["screen"], "filing.done");
}

#[test]
fn words_added_later_may_be_urgent_too_and_are_told_once() {
    let hub = Hub::start(VALEA_LINA);
    let mut play = Play::start(&Station::enrolled(&hub));
    choose_service(&mut play, "LUM", "ILU-01");
    play.do_("for:me");
    while play.screen() != "filing.description" {
        play.do_("skip");
    }
    play.typed("description", "arde casa");
    let urgent = play.do_("next");
    assert_eq!(urgent["screen"], "filing.urgent");
    assert!(text(&urgent["title"]).contains("112"));
    assert_eq!(play.do_("next")["screen"], "filing.who");
    play.do_("back");
    assert_eq!(play.do_("back")["screen"], "filing.description");
    assert_eq!(play.do_("next")["screen"], "filing.who", "told once");
}

#[test]
fn the_emergency_page_names_everybody_to_call() {
    let hub = Hub::start(VILA_SERENA);
    let mut play = Play::start(&Station::enrolled(&hub));
    let page = play.do_("emergency");
    for number in ["190", "192", "193", "199"] {
        assert!(said(&page).contains(number), "{number}: {page}");
    }
    assert_eq!(play.do_("request")["screen"], "filing.group");
}
