//! A voice whose server or module dies or hangs speaks again, and never says what nobody wants.

use std::time::Duration;

use acolhe::domain::city::Language;
use acolhe::domain::devices::VoiceState;
use acolhe::edge::clock::Deadline;
use acolhe::edge::voice::{ServerSetup, VoiceReport, speech_dispatcher_with};

use super::lab::{self, Lab, in_a_lab, in_a_lab_with};
use super::speaker::Speaker;
use super::{AT_WORST, FASTEST, LONG, PORTUGUESE, ROMANIAN, assert_lasts_as_long_as, utterance};

/// Until then it speaks again.
const AGAIN: Duration = Duration::from_secs(10);

const BROKEN: VoiceReport = VoiceReport::State(VoiceState::Broken);
const READY: VoiceReport = VoiceReport::State(VoiceState::Ready);

/// A voice that can start the lab's server anew.
fn supervised(lab: &Lab) -> Speaker {
    let setup = ServerSetup { restart: lab.restart(), ..ServerSetup::default() };
    Speaker::start(lab, speech_dispatcher_with(setup))
}

/// A voice that cannot.
fn alone(lab: &Lab) -> Speaker {
    let setup = ServerSetup { restart: vec!["false".to_owned()], ..ServerSetup::default() };
    Speaker::start(lab, speech_dispatcher_with(setup))
}

/// Something happens in the middle of a sentence, and the sentence is heard again in time.
fn speaks_again_after(lab: &Lab, happens: impl FnOnce()) {
    let mut speaker = supervised(lab);
    let began = VoiceReport::Began { utterance: 1, sentence: 0 };
    speaker.voice.say(utterance(1, Language::PtBr, &LONG));
    speaker.await_report(began);
    speaker.wait_for_sound();
    let deadline = Deadline::after(AGAIN);
    happens();
    speaker.await_report(began);
    speaker.wait_for_sound();
    assert!(!deadline.left().is_zero(), "it speaks again, but late");
    speaker.voice.hush();
    let rest = speaker.silence_after(Duration::from_millis(400));
    assert!(rest < AT_WORST, "still heard {rest:?} after the hush");
    // Nobody was told of it: to people it was a sentence that began anew.
    let heard = speaker.listen_to(utterance(2, Language::Ro, &ROMANIAN));
    assert_lasts_as_long_as(heard.duration(), &ROMANIAN, FASTEST);
}

#[test]
fn a_module_killed_in_a_sentence_is_missed_and_the_sentence_said_again() {
    in_a_lab(
        "supervision::a_module_killed_in_a_sentence_is_missed_and_the_sentence_said_again",
        |lab| speaks_again_after(lab, || lab.send_the_modules("KILL")),
    );
}

#[test]
fn a_server_killed_in_a_sentence_is_started_and_the_sentence_said_again() {
    in_a_lab(
        "supervision::a_server_killed_in_a_sentence_is_started_and_the_sentence_said_again",
        |lab| speaks_again_after(lab, || lab.send_the_server("KILL")),
    );
}

#[test]
fn a_server_that_hangs_in_a_sentence_is_killed_and_the_sentence_said_again() {
    in_a_lab(
        "supervision::a_server_that_hangs_in_a_sentence_is_killed_and_the_sentence_said_again",
        |lab| {
            speaks_again_after(lab, || {
                lab.send_the_modules("STOP");
                lab.send_the_server("STOP");
            });
        },
    );
}

#[test]
fn a_module_killed_between_sentences_is_missed_before_the_next() {
    in_a_lab("supervision::a_module_killed_between_sentences_is_missed_before_the_next", |lab| {
        let mut speaker = supervised(lab);
        speaker.listen_to(utterance(1, Language::PtBr, &PORTUGUESE[..1]));
        lab.send_the_modules("KILL");
        let deadline = Deadline::after(AGAIN);
        let heard = speaker.listen_to(utterance(2, Language::Ro, &ROMANIAN));
        assert!(!deadline.left().is_zero(), "it speaks again, but late");
        assert_lasts_as_long_as(heard.duration(), &ROMANIAN, FASTEST);
    });
}

#[test]
fn without_a_server_it_is_broken_and_heals_at_the_next_visit() {
    in_a_lab("supervision::without_a_server_it_is_broken_and_heals_at_the_next_visit", |lab| {
        let mut speaker = alone(lab);
        speaker.voice.say(utterance(1, Language::PtBr, &LONG));
        speaker.wait_for_sound();
        lab.send_the_server("KILL");
        speaker.voice.say(utterance(2, Language::PtBr, &PORTUGUESE));
        speaker.await_report(BROKEN);
        lab.start_again();
        speaker.voice.visit_began();
        let heard = speaker.listen_to(utterance(3, Language::Ro, &ROMANIAN));
        assert_lasts_as_long_as(heard.duration(), &ROMANIAN, FASTEST);
    });
}

#[test]
fn a_hanging_server_keeps_nobody_waiting() {
    in_a_lab("supervision::a_hanging_server_keeps_nobody_waiting", |lab| {
        let speaker = alone(lab);
        speaker.voice.say(utterance(1, Language::PtBr, &PORTUGUESE[..1]));
        speaker.await_end(1);
        lab.send_the_server("STOP");
        speaker.voice.say(utterance(2, Language::PtBr, &LONG));
        speaker.await_report(BROKEN);
        let time = lab::time_of(|| drop(speaker.voice));
        assert!(time < Duration::from_secs(2), "waited {time:?}");
    });
}

#[test]
fn the_next_visitor_hears_nothing_of_the_one_before() {
    in_a_lab("supervision::the_next_visitor_hears_nothing_of_the_one_before", |lab| {
        let mut speaker = supervised(lab);
        speaker.voice.say(utterance(1, Language::PtBr, &LONG));
        speaker.wait_for_sound();
        speaker.voice.visit_began();
        let rest = speaker.silence_after(Duration::from_millis(400));
        assert!(rest < AT_WORST, "still heard {rest:?} after the visit");
        let heard = speaker.listen_to(utterance(2, Language::Ro, &ROMANIAN));
        assert_lasts_as_long_as(heard.duration(), &ROMANIAN, FASTEST);
        assert_eq!(lab.texts(), [&LONG[..1], &ROMANIAN[..]].concat());
    });
}

#[test]
fn words_that_a_hanging_server_has_are_never_heard_either() {
    in_a_lab("supervision::words_that_a_hanging_server_has_are_never_heard_either", |lab| {
        let mut speaker = supervised(lab);
        assert_eq!(speaker.next(), READY);
        speaker.listen_to(utterance(1, Language::Ro, &ROMANIAN));
        lab.send_the_server("STOP");
        // It lies in the server's socket, and the visit ends.
        speaker.voice.say(utterance(2, Language::PtBr, &LONG));
        assert!(speaker.silence_after(Duration::from_millis(300)).is_zero());
        speaker.voice.visit_began();
        let heard = speaker.listen_to(utterance(3, Language::Ro, &ROMANIAN));
        assert_lasts_as_long_as(heard.duration(), &ROMANIAN, FASTEST);
        assert!(speaker.silence_after(Duration::from_secs(1)).is_zero());
        assert!(!lab.texts().iter().any(|text| LONG.contains(&text.as_str())));
    });
}

#[test]
fn a_language_is_spoken_by_the_best_module_that_is_there() {
    let name = "supervision::a_language_is_spoken_by_the_best_module_that_is_there";
    in_a_lab_with(name, &["rhvoice"], |lab| {
        let mut speaker = supervised(lab);
        speaker.listen_to(utterance(1, Language::PtBr, &PORTUGUESE[..1]));
        assert_eq!(lab.modules().last().map(String::as_str), Some("rhvoice"));
        speaker.listen_to(utterance(2, Language::Ro, &ROMANIAN));
        assert_eq!(lab.modules().last().map(String::as_str), Some("espeak-ng"));
        drop(speaker);
        let modules = [(Language::PtBr, "espeak-ng".to_owned())].into();
        let setup = ServerSetup { restart: lab.restart(), modules };
        let mut speaker = Speaker::start(lab, speech_dispatcher_with(setup));
        speaker.listen_to(utterance(1, Language::PtBr, &PORTUGUESE[..1]));
        assert_eq!(lab.modules().last().map(String::as_str), Some("espeak-ng"));
    });
}
