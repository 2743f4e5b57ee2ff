//! Five keys, or two switches, do all that a finger does.

use serde_json::{Value, json};

use super::steps::{action, choose_service, is_refused, press, text};
use crate::support::{Hub, Play, Station, VILA_SERENA};

/// At the field for own words, with its first key in focus.
fn at_the_keys() -> (Hub, Play) {
    let hub = Hub::start(VILA_SERENA);
    let mut play = Play::start(&Station::enrolled(&hub));
    play.do_("request");
    play.do_("own-words");
    play.do_("focus:words");
    assert_eq!(press(&mut play, "select")["focus"], "key:a");
    (hub, play)
}

#[test]
fn letters_by_keys_are_spelled_and_a_space_reads_the_word_back() {
    let (_hub, mut play) = at_the_keys();
    assert_eq!(play.told()["spoken"], "A de amor. 1 de 9.");
    assert_eq!(press(&mut play, "right")["echo"], json!(["B de bola. 2 de 9."]));
    assert_eq!(press(&mut play, "select")["echo"], json!(["B de bola"]));
    assert_eq!(play.do_("key:ã")["echo"], json!(["ã"]));
    assert_eq!(play.do_("key:space")["echo"], json!(["bã. espaço"]));
    assert_eq!(play.do_("key:erase")["echo"], json!(["apagado"]));
    play.say(json!({"jack": "in"}));
    assert_eq!(play.do_("key:ã")["echo"], json!(["A com til, de manhã"]));
    assert_eq!(play.do_("key:shift")["echo"], json!(["Letras maiúsculas"]));
    assert_eq!(play.do_("key:Z")["echo"], json!(["Z de zebra, letra maiúscula"]));
    let done = play.do_("key:done");
    assert_eq!(done["focus"], "words");
    assert!(text(&done["spoken"]).starts_with("Suas palavras: bããZ."), "{done}");
}

#[test]
fn what_others_may_not_hear_is_written_without_a_word_of_it() {
    let hub = Hub::start(VILA_SERENA);
    let mut play = Play::start(&Station::enrolled(&hub));
    choose_service(&mut play, "LUZ", "ILU-01");
    for step in ["for:me", "skip", "skip", "place:cannot-say", "skip", "who:name"] {
        play.do_(step);
    }
    play.do_("focus:name");
    press(&mut play, "select");
    assert_eq!(press(&mut play, "select")["echo"], json!(["escrito"]));
    assert_eq!(play.do_("key:b")["echo"], json!([]));
    let done = play.do_("key:done");
    assert_eq!(done["fields"][0]["value"], "Ab");
    assert!(!text(&done["spoken"]).contains("Ab"), "{done}");
    let heard = play.say(json!({"jack": "in"}));
    assert!(text(&heard["spoken"]).contains("Ab"), "{heard}");
}

#[test]
fn a_key_that_is_not_there_is_refused() {
    let (_hub, mut play) = at_the_keys();
    is_refused(&mut play, json!({"do": "key:7"}));
    is_refused(&mut play, json!({"do": "key:letters"}));
    play.do_("back");
    is_refused(&mut play, json!({"do": "key:a"}));
}

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
