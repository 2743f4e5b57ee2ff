//! What is seen is said.

use super::{heard, said, spoken, start, text, whole_request};
use serde_json::json;

/// C.5.1.3.1 Audio output of visual information.
///
/// *Given* that something seen is needed to use what is closed to other screen readers.
/// *Check* that sound gives the same: title, every label, and every value in headphones.
#[test]
fn c_5_1_3_1_everything_that_is_seen_is_said() {
    let (_hub, _station, mut play) = start();
    play.say(json!({"jack": "in"}));
    for told in whole_request(&mut play) {
        let heard = heard(&told);
        assert!(heard.contains(text(&told["title"]).trim_end_matches('.')), "{heard}");
        for list in ["actions", "fields"] {
            for shown in told[list].as_array().unwrap() {
                let label = text(&shown["label"]).trim_end_matches('.');
                assert!(heard.contains(label), "{label:?} on {}", told["screen"]);
            }
        }
    }
}

/// C.5.1.3.3 Auditory output correlation.
///
/// *Given* that sound is there for those who do not see, and that a screen shows the same.
/// *Check* that who sees too can follow: speech is in the order of the screen and begins with its
/// title; what has the focus is what is said. (Which sentence is lit: src/screen/caption.rs.)
#[test]
fn c_5_1_3_3_what_is_said_is_what_is_shown_now() {
    let (_hub, _station, mut play) = start();
    for told in whole_request(&mut play) {
        assert_eq!(told["say"][0], told["title"], "{told}");
    }
    play.do_("leave-fast");
    for _ in 0..6 {
        let told = play.say(json!({"key": "down"}));
        let focus = text(&told["focus"]);
        assert!(spoken(&told, focus).contains(" de "), "its place is said too");
    }
}

/// C.5.1.3.6 Speech output for non-text content.
///
/// *Given* that pictures, which are no decoration, stand on the screen, and speech replaces it.
/// *Check* that each has words: faces, arrows and marks are actions with something to say.
#[test]
fn c_5_1_3_6_every_picture_has_words() {
    let (_hub, _station, mut play) = start();
    let faces = play.do_("opinion");
    for face in 1..=5 {
        let spoken = spoken(&faces, &format!("face:{face}"));
        assert!(spoken.chars().any(char::is_alphabetic), "{spoken}");
    }
    play.do_("leave-fast");
    for told in whole_request(&mut play) {
        for action in told["actions"].as_array().unwrap() {
            assert!(!text(&action["spoken"]).trim().is_empty(), "{action}");
        }
    }
}

/// C.5.1.3.7 Speech output for video information.
///
/// *Given* that recorded video is needed to use the station.
/// *Check* its speech. The given does not hold: no screen has a field or an action for video, so
/// that nothing can be needed that only a video tells.
#[test]
fn c_5_1_3_7_no_video_is_needed() {
    let (_hub, _station, mut play) = start();
    for told in whole_request(&mut play) {
        for field in told["fields"].as_array().unwrap() {
            let kind = text(&field["kind"]);
            let words = ["text", "long-text", "digits", "telephone", "email"];
            assert!(words.contains(&kind), "{kind}");
        }
        let ids = told["actions"].as_array().unwrap().iter().map(|action| text(&action["id"]));
        assert!(!ids.into_iter().any(|id| id.contains("video") || id.contains("clip")));
    }
}

/// C.5.1.3.14 Spoken languages.
///
/// *Given* that speech replaces the screen.
/// *Check* that it is in the language of the screen, in each language of the city: the same words
/// are shown and said. (Which voice speaks them: C.5.1.3.2 in `sound`.)
#[test]
fn c_5_1_3_14_speech_is_in_the_language_of_the_screen() {
    let (_hub, _station, mut play) = start();
    for (locale, question) in [
        ("pt-BR", "O que você precisa hoje?"),
        ("ro", "Cu ce vă putem ajuta astăzi?"),
        ("en", "What do you need today?"),
    ] {
        let told = play.say(json!({"locale": locale}));
        assert_eq!(told["locale"], locale);
        assert_eq!((text(&told["title"]), &told["title"]), (question, &told["say"][0]));
        assert!(said(&told).starts_with(question));
    }
}

/// C.5.1.3.16 Receipts, tickets and transactional outputs.
///
/// *Given* that a receipt is printed, and sound replaces the screen.
/// *Check* that all on it that is needed to finish or verify what was done is said.
#[test]
fn c_5_1_3_16_the_receipt_can_be_heard() {
    let (_hub, station, mut play) = start();
    play.say(json!({"jack": "in"}));
    let seen = whole_request(&mut play);
    let done = seen.last().unwrap();
    let spoken = spoken(done, "hear-receipt");
    let spaced = |digits: &str| {
        let digits = digits.chars().filter(char::is_ascii_digit).map(String::from);
        digits.collect::<Vec<_>>().join(" ")
    };
    for digits in ["protocol", "access_code"] {
        assert!(spoken.replace(',', "").contains(&spaced(text(&done[digits]))), "{spoken}");
    }
    let receipts = station.receipts();
    let receipt = receipts.first().unwrap().split_whitespace().collect::<Vec<_>>().join(" ");
    for part in [
        "Prefeitura de Vila Serena",
        "Lâmpada apagada no poste",
        "23 de novembro de 2026",
        "23 de dezembro de 2026",
        "ligue 156",
    ] {
        assert!(receipt.contains(part), "{part} is not in {receipt}");
        assert!(spoken.contains(part), "{part} is not in {spoken}");
    }
}
