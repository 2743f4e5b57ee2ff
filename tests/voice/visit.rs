//! A whole station is heard: what it says in a visit is what its screens say, word for word, as
//! the language's words are said.

use std::time::Duration;

use acolhe::content::pronunciation;
use acolhe::domain::city::Language;
use acolhe::edge::clock::Deadline;
use serde_json::Value;

use super::lab::{Lab, PATIENCE, in_a_lab};
use super::recording::Recording;
use super::{FASTEST, USUAL, assert_lasts_as_long_as};
use crate::support::{Play, Station, VALEA_LINA, VILA_SERENA, repository};

/// Longer than any pause within a sentence.
const QUIET: Duration = Duration::from_secs(1);
/// How often the server is asked what it received.
const OFTEN: Duration = Duration::from_millis(100);

#[test]
fn a_brazilian_visit_is_heard_word_for_word() {
    in_a_lab("visit::a_brazilian_visit_is_heard_word_for_word", |lab| {
        visit(lab, VILA_SERENA, "pt-BR");
    });
}

#[test]
fn a_romanian_visit_is_heard_word_for_word() {
    in_a_lab("visit::a_romanian_visit_is_heard_word_for_word", |lab| {
        visit(lab, VALEA_LINA, "ro");
    });
}

/// The arrival, a choice that leads on, and help, each heard to its end.
fn visit(lab: &Lab, city: &str, language: &str) {
    let station = Station::with_server(city, 7, "http://127.0.0.1:9", "key");
    let voice = "[voice]\ndriver = \"speech-dispatcher\"\n";
    station.configure(&(station.configuration() + voice));
    let said = pronunciation::load(&repository("locales"), &repository(city)).unwrap();
    let tongue = Language::from_tag(language).unwrap();
    let mut listener = Listener::start(lab, Box::new(move |sentence| said.say(tongue, sentence)));
    let mut play = Play::start(&station);
    listener.hears(&arrival(play.told()), USUAL);
    play.do_("rate:7");
    for action in ["request", "help"] {
        let touched = spoken(play.told(), action);
        let shown = arrival(&play.do_(action));
        listener.hears(&[vec![touched], shown].concat(), FASTEST);
    }
    assert_eq!(lab.languages(), [language]);
    assert_eq!(play.end(), Some(0));
}

/// The arrival speech of a screen.
fn arrival(told: &Value) -> Vec<String> {
    let sentences = told["say"].as_array().unwrap().iter();
    sentences.map(|words| words.as_str().unwrap().to_owned()).collect()
}

/// What is said of an action of the screen.
fn spoken(told: &Value, action: &str) -> String {
    let offered = told["actions"].as_array().unwrap();
    let action = offered.iter().find(|offered| offered["id"] == action).unwrap();
    action["spoken"].as_str().unwrap().to_owned()
}

/// Somebody who listens to a station all the time.
struct Listener<'a> {
    lab: &'a Lab,
    recording: Recording,
    /// Up to here everything was heard.
    heard: usize,
    /// What must have been said up to now.
    said: Vec<String>,
    /// How a sentence of the screen is said.
    as_said: Box<dyn Fn(&str) -> String>,
}

impl<'a> Listener<'a> {
    fn start(lab: &'a Lab, as_said: Box<dyn Fn(&str) -> String>) -> Self {
        Self { lab, recording: Recording::start(lab), heard: 0, said: Vec::new(), as_said }
    }

    /// Hears these sentences to their end, and nothing else.
    #[track_caller]
    fn hears(&mut self, sentences: &[String], rate: u8) {
        self.said.extend(sentences.iter().map(|sentence| (self.as_said)(sentence)));
        self.listen_to_the_end();
        assert_eq!(self.lab.texts(), self.said);
        let sound = self.recording.sound(self.heard);
        assert_lasts_as_long_as(sound.duration(), sentences, rate);
        assert!(sound.loudness() > 500.0, "{}", sound.loudness());
        self.heard = self.recording.now();
    }

    /// Listens until the last sentence has reached the server and silence has followed it.
    fn listen_to_the_end(&mut self) {
        let deadline = Deadline::after(PATIENCE);
        while self.lab.texts().len() < self.said.len() && !deadline.left().is_zero() {
            self.recording.listen(OFTEN);
        }
        loop {
            let since = self.recording.now();
            self.recording.listen(QUIET);
            if self.recording.last_sound(since).is_zero() {
                return;
            }
            assert!(!deadline.left().is_zero(), "it never falls silent");
        }
    }
}
