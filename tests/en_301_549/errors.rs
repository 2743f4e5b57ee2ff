//! What goes wrong, and how loud it is told.

use super::{said, start, text};
use serde_json::json;

/// C.5.1.3.15 Non-visual error identification.
///
/// *Given* that an error in what was typed is found by itself, and speech replaces the screen.
/// *Check* that speech names the thing that is wrong and describes what is wrong with it.
#[test]
fn c_5_1_3_15_an_error_is_named_and_described() {
    let (_hub, _station, mut play) = start();
    play.do_("follow-up");
    for wrong in ["", "12", "2026.0014.00001-50"] {
        play.typed("number", wrong);
        let told = play.do_("next");
        let field = &told["fields"][0];
        let said = said(&told);
        assert!(said.contains(text(&field["label"])), "{said}");
        assert!(said.contains(text(&field["error"])), "{said}");
        assert_eq!(told["screen"], "follow-up.number");
    }
}

/// C.5.1.3.13 Volume reset.
///
/// *Given* that speech comes from a loudspeaker.
/// *Check* that after each use the volume is again no louder than 65 dBA: the fifth of ten steps,
/// which the branch sets with a meter.
#[test]
fn c_5_1_3_13_each_visit_begins_at_the_usual_volume() {
    let (_hub, _station, mut play) = start();
    let volume = |told: &serde_json::Value| told["settings"]["volume"].as_u64().unwrap();
    assert_eq!(volume(play.told()), 5);
    play.do_("opinion");
    for ends in [&["leave-fast"][..], &["face:5", "skip", "finish"]] {
        play.do_("volume:10");
        for id in ends {
            play.do_(id);
        }
        assert_eq!((play.screen(), volume(play.told())), ("welcome", 5));
        play.do_("opinion");
    }
    play.do_("volume:10");
    play.wait(6 * 60 + 1);
    assert_eq!((play.screen(), volume(play.told())), ("welcome", 5));
}

/// 508 §405.1, beside C.5.1.3.3.
///
/// *Check* that a screen goes dark only when the person wants it, however long nobody touches it.
#[test]
fn a_screen_is_never_dark_by_itself() {
    let (_hub, _station, mut play) = start();
    play.say(json!({"jack": "in"}));
    play.do_("request");
    for _ in 0..5 {
        assert!(play.wait(60)["settings"]["black"].is_null());
    }
}
