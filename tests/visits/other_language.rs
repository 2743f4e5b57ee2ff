//! Somebody who speaks none of the city's languages is met by somebody who is told which.

use std::fs;

use serde_json::json;

use crate::support::{Play, Station, TINY};

#[test]
fn who_speaks_another_language_calls_somebody_in_it_and_loses_nothing() {
    let station = Station::with_server(TINY, 14, "http://127.0.0.1:9/open311/v2", "no real key");
    let mut play = Play::start(&station);
    play.do_("request");
    let screen = play.screen().to_owned();
    play.do_("settings:language");
    let told = play.do_("other-language");
    let label = |id: &str| {
        let actions = told["actions"].as_array().expect("actions").clone();
        actions.into_iter().find(|action| action["id"] == id).map(|action| action["label"].clone())
    };
    assert_eq!(label("speak:es"), Some(json!("Hablo español (espanhol)")));

    let told = play.do_("speak:es");
    assert_eq!(told["title"], "Alguien viene a hablar con usted.");
    assert_eq!(told["say"][0], told["title"]);
    assert!(told["say"].to_string().contains("Alguém vem falar com você"), "{told}");
    let log: String = fs::read_dir(station.kept("log"))
        .expect("a log")
        .map(|entry| fs::read_to_string(entry.expect("an entry").path()).expect("readable"))
        .collect();
    assert!(log.contains("attendant-called") && log.contains("language=es"), "{log}");

    play.do_("back");
    assert_eq!(play.screen(), screen, "the visit goes on where it was");
    assert!(play.say(json!({"do": "speak:xx"}))["error"].is_string());
}
