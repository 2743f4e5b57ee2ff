//! Clips in sign language: offered where there are any, played when asked for.

use std::path::Path;

use serde_json::Value;

use super::steps::{said, text};
use crate::signs::{city, clip};
use crate::support::{Play, Station, VILA_SERENA, repository};

/// A station whose city has two clips.
fn play() -> (tempfile::TempDir, Play) {
    let city = city(&repository(VILA_SERENA), "Libras");
    for name in ["filing.group", "filing.for-whom"] {
        let file = city.path().join("signs").join(format!("{name}.gif"));
        clip(&file, (8, 6), &[[0; 3], [255; 3]]);
    }
    let dir = city.path().to_str().expect("a path");
    let play = Play::start(&Station::with_server(dir, 1, "http://127.0.0.1:9/open311/v2", "key"));
    (city, play)
}

fn label<'a>(told: &'a Value, id: &str) -> &'a str {
    let actions = told["actions"].as_array().expect("actions");
    let action = actions.iter().find(|action| action["id"] == id);
    text(&action.unwrap_or_else(|| panic!("{id} is not offered"))["label"])
}

#[test]
fn a_clip_plays_when_it_is_asked_for_and_can_be_seen_again() {
    let (city, mut play) = play();
    play.do_("request");
    assert!(!play.offers("signs"), "nobody asked for signs");
    play.do_("settings:language");
    assert_eq!(label(play.told(), "signs:on"), "Mostrar Libras");
    assert_eq!(play.do_("signs:on")["settings"]["signs"], true);
    let group = play.do_("back");
    assert_eq!(label(&group, "signs"), "Libras");
    assert!(group["clip"].is_null(), "nothing plays by itself");
    assert!(!play.offers("settings:voice"), "its place is taken");
    let shown = play.do_("signs");
    assert_eq!(shown["screen"], "signs");
    let file = city.path().join("signs/filing.group.gif");
    assert_eq!(Path::new(text(&shown["clip"])), file);
    assert!(said(&shown).contains("Libras"), "who listens knows what happens: {}", said(&shown));
    assert_eq!(label(&shown, "signs"), "Ver de novo");
    assert_eq!(play.do_("signs")["screen"], "signs");
    let group = play.do_("back");
    assert_eq!((&group["screen"], &group["clip"]), (&"filing.group".into(), &Value::Null));
    assert!(play.offers("signs"));
}

#[test]
fn where_there_is_no_clip_nothing_is_offered_and_the_next_person_sees_none() {
    let (_city, mut play) = play();
    play.do_("settings:language");
    play.do_("signs:on");
    play.do_("back");
    assert!(!play.offers("signs") && play.offers("settings:voice"), "the welcome has no clip");
    assert!(play.say(serde_json::json!({"do": "signs"}))["error"].is_string());
    play.do_("request");
    assert!(play.offers("signs"));
    let fresh = play.do_("leave-fast");
    assert!(fresh["settings"]["signs"].is_null());
    play.do_("request");
    assert!(!play.offers("signs"));
}

#[test]
fn signs_can_be_switched_off_and_a_city_without_clips_does_not_offer_them() {
    let (_city, mut signing) = play();
    signing.do_("settings:language");
    signing.do_("signs:on");
    assert!(signing.do_("signs:off")["settings"]["signs"].is_null());
    let dir = city(&repository(VILA_SERENA), "Libras");
    let dir = dir.path().to_str().expect("a path");
    let station = Station::with_server(dir, 1, "http://127.0.0.1:9/open311/v2", "key");
    let mut play = Play::start(&station);
    play.do_("settings:language");
    assert!(!play.offers("signs:on"));
}
