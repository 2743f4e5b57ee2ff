//! Non-visual access to closed functionality: the procedures of EN 301 549 V3.2.1, Annex C,
//! clauses C.5.1.3.1 to C.5.1.3.16, one test or more each.
//!
//! Where words are enough a visit is played; where sound itself matters it is heard, in the
//! speech lab of the voice's own tests. Each test tells in our words what the clause asks first
//! (*given*) and what is then looked at (*check*).

#![allow(clippy::unwrap_used, reason = "these are tests in every line")]

#[path = "support/support.rs"]
mod support;

mod en_301_549 {
    mod errors;
    mod information;
    mod privacy;

    #[cfg(all(feature = "voice", target_os = "linux"))]
    #[path = "../voice/lab.rs"]
    #[allow(dead_code, reason = "the voice's own tests use the rest")]
    mod lab;
    #[cfg(all(feature = "voice", target_os = "linux"))]
    #[path = "../voice/recording.rs"]
    #[allow(dead_code, reason = "the voice's own tests use the rest")]
    mod recording;
    #[cfg(all(feature = "voice", target_os = "linux"))]
    mod sound;

    use serde_json::Value;

    use crate::support::{Hub, Play, Station, VILA_SERENA};

    /// A station in Brazil.
    fn start() -> (Hub, Station, Play) {
        let hub = Hub::start(VILA_SERENA);
        let station = Station::enrolled(&hub);
        let play = Play::start(&station);
        (hub, station, play)
    }

    fn text(value: &Value) -> &str {
        value.as_str().unwrap()
    }

    /// The arrival speech.
    fn said(told: &Value) -> String {
        let sentences = told["say"].as_array().unwrap().iter();
        sentences.map(text).collect::<Vec<_>>().join(" ")
    }

    /// The arrival speech, and what each action and field says when it has the focus.
    fn heard(told: &Value) -> String {
        let spoken = |list: &Value| {
            let items = list.as_array().unwrap().iter();
            items.map(|item| text(&item["spoken"]).to_owned()).collect::<Vec<_>>().join(" ")
        };
        [said(told), spoken(&told["actions"]), spoken(&told["fields"])].join(" ")
    }

    /// An action of the screen, as it is said.
    fn spoken(told: &Value, id: &str) -> String {
        let mut actions = told["actions"].as_array().unwrap().iter();
        text(&actions.find(|action| action["id"] == id).unwrap()["spoken"]).to_owned()
    }

    /// From the welcome to the number of a street light, with a name and a telephone; every screen
    /// on the way.
    fn whole_request(play: &mut Play) -> Vec<Value> {
        let mut seen = vec![play.told().clone()];
        for id in ["request", "group:LUZ", "service:ILU-01", "for:me"] {
            seen.push(play.do_(id));
        }
        while play.screen() != "filing.who" {
            seen.push(play.do_("skip"));
        }
        seen.push(play.do_("who:name"));
        play.typed("name", "Joaquina");
        seen.push(play.do_("next"));
        seen.push(play.do_("contact:phone"));
        play.typed("reply-to", "21 98765-4321");
        for id in ["next", "no", "file"] {
            seen.push(play.do_(id));
        }
        assert_eq!(play.screen(), "filing.done");
        seen
    }
}
