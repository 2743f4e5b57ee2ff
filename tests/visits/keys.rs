//! Five keys, or two switches, do all that a finger does.

use serde_json::{Value, json};

use super::steps::{action, press, text};
use crate::support::{Hub, Play, Station, VILA_SERENA};

/// Moves the focus to something of the screen, wherever it stands, and chooses it.
fn choose(play: &mut Play, id: &str, on: &Value, choose: &Value) {
    for _ in 0..80 {
        let wanted = if play.offers(id) { id } else { "more" };
        if play.told()["focus"] != wanted {
            play.say(on.clone());
            continue;
        }
        let told = play.say(choose.clone());
        assert!(told["error"].is_null(), "{id}: {told}");
        if wanted == id {
            return;
        }
    }
    panic!("the focus never comes to {id}: {}", play.told());
}

fn a_whole_visit(on: &Value, by: &Value) {
    let hub = Hub::start(VILA_SERENA);
    let mut play = Play::start(&Station::enrolled(&hub));
    let way = [
        "request",
        "group:LUZ",
        "service:ILU-01",
        "for:me",
        "answer:one",
        "skip",
        "place:cannot-say",
        "skip",
        "who:anonymous",
        "contact:branch",
        "file",
    ];
    for step in way {
        choose(&mut play, step, on, by);
    }
    assert_eq!(play.screen(), "filing.done");
    let number = play.protocol().expect("a number").to_owned();
    for step in ["hear-number", "finish", "face:5", "skip", "finish"] {
        choose(&mut play, step, on, by);
    }
    assert_eq!(play.screen(), "welcome");
    assert_eq!(hub.numbers(), [number]);
}

#[test]
fn a_request_is_filed_with_down_and_select() {
    a_whole_visit(&json!({"key": "down"}), &json!({"key": "select"}));
}

#[test]
fn a_request_is_filed_with_two_switches() {
    a_whole_visit(&json!({"switch": "step"}), &json!({"switch": "choose"}));
}

#[test]
fn the_focus_goes_round_both_ways_and_commits_nothing() {
    let hub = Hub::start(VILA_SERENA);
    let mut play = Play::start(&Station::enrolled(&hub));
    let actions = play.told()["actions"].as_array().expect("a list").len();
    let first = press(&mut play, "down")["focus"].clone();
    assert_eq!(first, play.told()["actions"][0]["id"]);
    let last = press(&mut play, "up")["focus"].clone();
    assert_eq!(last, play.told()["actions"][actions - 1]["id"]);
    for _ in 0..=actions {
        assert_eq!(press(&mut play, "right")["screen"], "welcome");
    }
    for _ in 0..actions {
        assert_eq!(press(&mut play, "left")["screen"], "welcome");
    }
    let focused = text(&play.told()["focus"]).to_owned();
    assert!(!text(&action(play.told(), &focused)["spoken"]).is_empty());
}

#[test]
fn keys_change_voice_and_call_help() {
    let hub = Hub::start(VILA_SERENA);
    let mut play = Play::start(&Station::enrolled(&hub));
    assert_eq!(press(&mut play, "louder")["settings"]["volume"], 6);
    assert_eq!(press(&mut play, "softer")["settings"]["volume"], 5);
    assert_eq!(press(&mut play, "faster")["settings"]["rate"], 4);
    assert_eq!(press(&mut play, "slower")["settings"]["rate"], 3);
    assert_eq!(press(&mut play, "help")["screen"], "help");
    assert_eq!(play.do_("back")["screen"], "welcome");
}
