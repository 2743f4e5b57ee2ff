//! For those who do not read: large pictures, each choice read out, a hand that shows the way.

use serde_json::Value;

use super::steps::{said, text};
use crate::support::{Hub, Play, Station, VILA_SERENA};

fn labels<'a>(told: &'a Value, kind: &str) -> Vec<&'a str> {
    let actions = told["actions"].as_array().expect("actions").iter();
    let shown = actions.filter(|action| text(&action["id"]).starts_with(kind));
    shown.map(|action| text(&action["label"])).collect()
}

#[test]
fn every_choice_is_read_out_and_none_twice() {
    let hub = Hub::start(VILA_SERENA);
    let mut play = Play::start(&Station::enrolled(&hub));
    let usual = play.do_("request");
    play.do_("leave-fast");
    play.do_("pictures:on");
    let groups = play.do_("request");
    let shown = labels(&groups, "group:");
    assert!((2..=6).contains(&shown.len()), "{shown:?}");
    for label in &shown {
        assert_eq!(said(&groups).matches(label).count(), 1, "{label}: {}", said(&groups));
        assert_eq!(said(&usual).matches(label).count(), 0, "{label}: {}", said(&usual));
    }
    let further = play.do_("more");
    assert!(labels(&further, "group:").iter().all(|label| said(&further).contains(label)));
}

#[test]
fn a_hand_shows_where_to_touch_when_nothing_happens() {
    let hub = Hub::start(VILA_SERENA);
    let mut play = Play::start(&Station::enrolled(&hub));
    play.do_("request");
    assert!(play.wait(60)["hand"].is_null(), "nobody asked for it");
    play.do_("pictures:on");
    assert!(play.wait(19)["hand"].is_null(), "nobody is hurried");
    let shown = play.wait(1);
    assert_eq!(shown["hand"], "group:LUZ");
    assert!(play.do_("group:LUZ")["hand"].is_null());
    assert_eq!(text(&play.wait(20)["hand"]).split(':').next(), Some("service"));
}

#[test]
fn a_request_is_filed_with_pictures_and_the_next_person_sees_words() {
    let hub = Hub::start(VILA_SERENA);
    let mut play = Play::start(&Station::enrolled(&hub));
    assert!(play.told()["settings"]["pictures"].is_null());
    assert_eq!(play.do_("pictures:on")["settings"]["pictures"], true);
    assert!(!play.offers("pictures:on"), "it is on");
    let number = play.file_a_request();
    assert_eq!(hub.numbers(), [number]);
    let fresh = play.do_("leave-fast");
    assert!(fresh["settings"]["pictures"].is_null());
    assert!(play.offers("pictures:on"));
}
