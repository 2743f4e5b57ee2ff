//! What is one person's own is heard by that person.

use super::{heard, start, text, whole_request};
use serde_json::json;

/// C.5.1.3.8 Masked entry.
///
/// *Given* that characters are entered that others are not to learn, and sound replaces the screen.
/// *Check* that they are not said as they are typed, unless they go to a headset or the person
/// asked for it.
#[test]
fn c_5_1_3_8_hidden_digits_are_not_said_as_they_are_typed() {
    let (_hub, _station, mut play) = start();
    let filed = whole_request(&mut play);
    let number = text(&filed.last().unwrap()["protocol"]).to_owned();
    play.do_("leave-fast");
    play.do_("follow-up");
    play.typed("number", &number);
    play.do_("next");
    let field = |told: &serde_json::Value| text(&told["fields"][0]["spoken"]).to_owned();
    assert!(!field(&play.typed("code", "739164")).contains('7'));
    play.say(json!({"jack": "in"}));
    assert!(field(&play.poll()).contains("7 3 9 1 6 4"));
    play.say(json!({"jack": "out"}));
    assert!(!field(&play.poll()).contains('7'));
    assert!(field(&play.do_("aloud:yes")).contains("7 3 9 1 6 4"));
}

/// C.5.1.3.9 Private access to personal data.
///
/// *Given* that sound gives what is personal, and a policy wants it private.
/// *Check* that it is given through a headset, or otherwise only after the person agreed; and that
/// on the open loudspeaker nothing of it is said before that.
#[test]
fn c_5_1_3_9_personal_data_goes_to_headphones() {
    let (_hub, _station, mut play) = start();
    let quiet = whole_request(&mut play);
    assert!(quiet.iter().all(|told| !heard(told).contains("Joaquina")));
    let asks = quiet.iter().filter(|told| heard(told).contains("Quer usar fones?")).count();
    assert_eq!(asks, 1);
    play.do_("leave-fast");
    play.say(json!({"jack": "in"}));
    let heard_all = whole_request(&mut play);
    assert!(heard_all.iter().any(|told| heard(told).contains("Joaquina")));
}
