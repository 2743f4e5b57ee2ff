//! What does not apply is refused in one line and changes nothing.

use serde_json::json;

use super::steps::{action, choose_service, is_refused, said};
use crate::support::{Hub, Play, Station, VILA_SERENA};

#[test]
fn an_input_that_does_not_apply_changes_nothing() {
    let hub = Hub::start(VILA_SERENA);
    let mut play = Play::start(&Station::enrolled(&hub));
    choose_service(&mut play, "LUZ", "ILU-01");
    for input in [
        json!({"do": "dance"}),
        json!({"do": "file"}),
        json!({"do": "finish"}),
        json!({"do": "answer:one"}),
        json!({"do_label": "Nada disso"}),
        json!({"type": "words", "text": "um campo de outra tela"}),
        json!({"locale": "fr"}),
        json!({"key": "enter"}),
        json!({"wait": -1}),
        json!({"scan": "2026.0014.00371-13"}),
        json!({"do": "next", "extra": 1}),
        json!({}),
        json!("next"),
    ] {
        is_refused(&mut play, input);
    }
    let before = play.poll();
    for line in ["{\"do\":", "next", "[]", "\u{0}", "{\"do\":\"next\"}{\"do\":\"next\"}"] {
        assert!(play.say_line(line)["error"].is_string(), "{line:?}");
    }
    assert_eq!(play.poll(), before);
    play.do_("for:me");
    play.do_("skip");
    is_refused(&mut play, json!({"type": "answer", "text": "a".repeat(201)}));
    play.typed("answer", &"ã".repeat(200));
    assert_eq!(play.do_("next")["screen"], "filing.place");
}

#[test]
fn a_second_file_files_nothing() {
    let hub = Hub::start(VILA_SERENA);
    let mut play = Play::start(&Station::enrolled(&hub));
    let number = play.file_a_request();
    is_refused(&mut play, json!({"do": "file"}));
    assert_eq!(play.protocol(), Some(number.as_str()));
    assert_eq!(hub.numbers(), [number]);
}

#[test]
fn an_action_can_be_chosen_by_its_label() {
    let hub = Hub::start(VILA_SERENA);
    let mut play = Play::start(&Station::enrolled(&hub));
    let told = play.say(json!({"do_label": "Pedir, reclamar ou denunciar"}));
    assert_eq!(told["screen"], "filing.group");
}

#[test]
fn a_disk_that_is_full_begins_nothing_new_and_says_so() {
    let hub = Hub::start(VILA_SERENA);
    let station = Station::enrolled(&hub);
    let full = "\n[store]\nreserve_megabytes = 4294967295\n";
    let configuration = station.configuration();
    station.configure(&(configuration.clone() + full));
    let mut play = Play::start(&station);
    assert_eq!(play.screen(), "out-of-service");
    assert_eq!(action(play.told(), "request")["enabled"], false);
    assert!(said(play.told()).contains("não consegue guardar"), "{}", said(play.told()));
    is_refused(&mut play, json!({"do": "request"}));
    assert_eq!(play.do_("follow-up")["screen"], "follow-up.number");
    assert_eq!(play.end(), Some(0));

    station.configure(&configuration);
    let play = Play::start(&station);
    assert!(action(play.told(), "help")["enabled"] == true);
}
