//! What is heard: a real speech server, and a recorder at the loudspeaker.

use std::time::Duration;

use acolhe::edge::clock::Deadline;
use serde_json::json;

use super::lab::{Lab, PATIENCE, in_a_lab};
use super::recording::Recording;
use super::{said, spoken};
use crate::support::{Play, Station, VILA_SERENA};

/// Silence after a command, on a machine whose processors all have other work.
const AT_WORST: Duration = Duration::from_millis(300);
/// Longer than any pause within a sentence.
const QUIET: Duration = Duration::from_secs(1);

/// A station that speaks, and somebody who listens from before its first word.
fn speaking(lab: &Lab) -> (Station, Recording, Play) {
    let station = Station::with_server(VILA_SERENA, 7, "http://127.0.0.1:9", "key");
    let voice = "[voice]\ndriver = \"speech-dispatcher\"\n";
    station.configure(&(station.configuration() + voice));
    let mut recording = Recording::start(lab);
    let play = Play::start(&station);
    recording.listen_for_sound(0);
    (station, recording, play)
}

/// Waits until so many texts have reached the server.
#[track_caller]
fn await_texts(lab: &Lab, recording: &mut Recording, count: usize) -> Vec<String> {
    let deadline = Deadline::after(PATIENCE);
    while lab.texts().len() < count {
        assert!(!deadline.left().is_zero(), "not {count}: {:?}", lab.texts());
        recording.listen(Duration::from_millis(100));
    }
    lab.texts()
}

fn wait_for_silence(recording: &mut Recording) {
    let deadline = Deadline::after(PATIENCE);
    loop {
        let since = recording.now();
        recording.listen(QUIET);
        if recording.last_sound(since).is_zero() {
            return;
        }
        assert!(!deadline.left().is_zero(), "it never falls silent");
    }
}

/// C.5.1.3.2 Auditory output delivery including speech.
///
/// *Given* that sound is given for those who do not see.
/// *Check* that it comes from the station itself, as speech, by a loudspeaker or a headset.
/// It speaks by itself as it starts, and in the screen's language.
#[test]
fn c_5_1_3_2_the_station_speaks_by_itself() {
    in_a_lab("sound::c_5_1_3_2_the_station_speaks_by_itself", |lab| {
        let (_station, mut recording, play) = speaking(lab);
        let texts = await_texts(lab, &mut recording, 1);
        assert_eq!(texts[0], "O que você precisa hoje?");
        recording.listen(QUIET);
        assert!(recording.sound(0).loudness() > 500.0);
        assert_eq!(lab.languages(), ["pt-BR"]);
        assert_eq!(play.end(), Some(0));
    });
}

/// C.5.1.3.4 Speech output user control.
///
/// *Given* that speech is given.
/// *Check* that the person can interrupt it, and have it said again.
#[test]
fn c_5_1_3_4_speech_is_interrupted_and_repeated_on_demand() {
    in_a_lab("sound::c_5_1_3_4_speech_is_interrupted_and_repeated_on_demand", |lab| {
        let (_station, mut recording, mut play) = speaking(lab);
        play.do_("pause");
        let since = recording.now();
        recording.listen(QUIET);
        let rest = recording.last_sound(since);
        assert!(rest < AT_WORST, "still heard {rest:?}");
        let before = lab.texts().len();
        play.do_("hear:0");
        let from = recording.now();
        recording.listen_for_sound(from);
        assert_eq!(lab.texts()[before], "O que você precisa hoje?");
    });
}

/// C.5.1.3.5 Speech output automatic interruption.
///
/// *Given* that speech is given.
/// *Check* that it ends when the person does something, and when new speech begins.
#[test]
fn c_5_1_3_5_an_action_interrupts_speech() {
    in_a_lab("sound::c_5_1_3_5_an_action_interrupts_speech", |lab| {
        let (_station, mut recording, mut play) = speaking(lab);
        let last = said(play.told());
        let touched = spoken(play.told(), "request");
        let group = play.do_("request");
        let deadline = Deadline::after(PATIENCE);
        while !lab.texts().join(" ").ends_with(&said(&group)) && !deadline.left().is_zero() {
            recording.listen(Duration::from_millis(100));
        }
        let texts = lab.texts();
        assert!(texts.contains(&touched), "{texts:?}");
        assert!(!texts.join(" ").contains(&last), "the rest of the welcome was said: {texts:?}");
        assert!(texts.join(" ").ends_with(&said(&group)), "{texts:?}");
    });
}

/// C.5.1.3.10 Non-interfering audio output.
///
/// *Given* that sound is given for those who do not see, and plays by itself.
/// *Check* that nothing else is heard meanwhile for longer than three seconds: when the speech has
/// ended there is silence.
#[test]
fn c_5_1_3_10_nothing_else_is_heard() {
    in_a_lab("sound::c_5_1_3_10_nothing_else_is_heard", |lab| {
        let (_station, mut recording, play) = speaking(lab);
        let sentences = play.told()["say"].as_array().unwrap().len();
        await_texts(lab, &mut recording, sentences);
        wait_for_silence(&mut recording);
        let since = recording.now();
        recording.listen(Duration::from_secs(4));
        assert!(recording.last_sound(since).is_zero());
    });
}

/// How loud the arrival speech is at a volume.
fn loudness(recording: &mut Recording, play: &mut Play, key: &str, times: usize) -> f64 {
    for _ in 0..times {
        play.say(json!({"key": key}));
    }
    play.do_("hear:0");
    let from = recording.now();
    recording.listen(Duration::from_millis(300));
    recording.listen_for_sound(from);
    let from = recording.now();
    recording.listen(Duration::from_secs(1));
    let loudness = recording.sound(from).loudness();
    play.do_("pause");
    recording.listen(QUIET);
    loudness
}

/// Three steps louder, then six softer, each heard.
fn louder_and_softer(lab: &Lab, jack: &str) {
    let (_station, mut recording, mut play) = speaking(lab);
    play.say(json!({"jack": jack}));
    play.do_("pause");
    recording.listen(QUIET);
    let usual = loudness(&mut recording, &mut play, "louder", 0);
    let louder = loudness(&mut recording, &mut play, "louder", 3);
    let softer = loudness(&mut recording, &mut play, "softer", 6);
    assert!(louder > 1.2 * usual, "{louder} after {usual}");
    assert!(softer < 0.8 * usual, "{softer} after {usual}");
}

/// C.5.1.3.11 Private listening volume.
///
/// *Given* that sound comes by a headset.
/// *Check* that there is a control of its volume that needs no eyes.
#[test]
fn c_5_1_3_11_keys_change_the_volume_of_headphones() {
    in_a_lab("sound::c_5_1_3_11_keys_change_the_volume_of_headphones", |lab| {
        louder_and_softer(lab, "in");
    });
}

/// C.5.1.3.12 Speaker volume.
///
/// *Given* that sound comes from a loudspeaker.
/// *Check* that a control that needs no eyes makes it louder step by step, to 65 dBA and more:
/// the fifth of ten steps is set there with a meter, and those above it are louder.
#[test]
fn c_5_1_3_12_keys_change_the_volume_of_the_loudspeaker() {
    in_a_lab("sound::c_5_1_3_12_keys_change_the_volume_of_the_loudspeaker", |lab| {
        louder_and_softer(lab, "out");
    });
}

/// Beside C.5.1.3.2 and C.5.1.3.9: headphones that come in are spoken to at once, with how to use
/// the keys and where one is; when they go out there is silence at once, and nothing that waited
/// is said to the room.
#[test]
fn headphones_are_greeted_and_silence_follows_them_out() {
    in_a_lab("sound::headphones_are_greeted_and_silence_follows_them_out", |lab| {
        let (_station, mut recording, mut play) = speaking(lab);
        play.do_("pause");
        recording.listen(QUIET);
        let before = lab.texts().len();
        let told = play.say(json!({"jack": "in"}));
        // The greeting has four sentences.
        let texts = await_texts(lab, &mut recording, before + 5);
        let greeting = texts[before..].join(" ");
        let title = told["title"].as_str().unwrap();
        assert!(greeting.contains(title), "{greeting}");
        assert!(greeting.starts_with("Agora só você me ouve."), "{greeting}");
        assert!(greeting.contains("A tecla do meio escolhe."), "{greeting}");

        let mut rests = Vec::new();
        for _ in 0..3 {
            play.say(json!({"jack": "in"}));
            play.do_("hear:0");
            let from = recording.now();
            recording.listen_for_sound(from);
            recording.listen(Duration::from_millis(200));
            let queued = lab.texts().len();
            play.say(json!({"jack": "out"}));
            let since = recording.now();
            recording.listen(2 * QUIET);
            rests.push(recording.last_sound(since));
            assert_eq!(lab.texts().len(), queued, "something was said to the room");
        }
        rests.sort();
        assert!(rests[1] < AT_WORST, "still heard {rests:?}");
    });
}
