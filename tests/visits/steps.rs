//! Steps that many visits share, and what is read from a line.

use serde_json::{Value, json};

use crate::support::Play;

/// The arrival speech in one piece.
pub(super) fn said(told: &Value) -> String {
    texts(&told["say"]).join(" ")
}

/// Everything that can be heard: the arrival speech, and what actions and fields say.
pub(super) fn heard(told: &Value) -> String {
    let spoken = |list: &Value| {
        let items = list.as_array().expect("a list").iter();
        items.map(|item| text(&item["spoken"]).to_owned()).collect::<Vec<_>>().join(" ")
    };
    [said(told), spoken(&told["actions"]), spoken(&told["fields"])].join(" ")
}

/// What is written on an action.
pub(super) fn label(told: &Value, action: &str) -> String {
    text(&found(told, "actions", action)["label"]).to_owned()
}

/// An action of the screen.
pub(super) fn action<'a>(told: &'a Value, action: &str) -> &'a Value {
    found(told, "actions", action)
}

/// A field of the screen.
pub(super) fn field<'a>(told: &'a Value, field: &str) -> &'a Value {
    found(told, "fields", field)
}

#[track_caller]
fn found<'a>(told: &'a Value, list: &str, id: &str) -> &'a Value {
    let items = told[list].as_array().expect("a list");
    items.iter().find(|item| item["id"] == id).unwrap_or_else(|| panic!("no {id} in {told}"))
}

/// A text of a line.
#[track_caller]
pub(super) fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_else(|| panic!("{value} is not a text"))
}

fn texts(list: &Value) -> Vec<&str> {
    list.as_array().expect("a list").iter().map(text).collect()
}

/// Files printed in this visit.
pub(super) fn printed(told: &Value) -> Vec<&str> {
    texts(&told["printed"])
}

/// Something is wrong with an input, and nothing changed.
#[track_caller]
pub(super) fn is_refused(play: &mut Play, input: Value) -> String {
    let before = play.poll();
    let told = play.say(input);
    assert_eq!(told["v"], 1);
    assert_eq!(told.as_object().map(serde_json::Map::len), Some(2), "{told}");
    let error = text(&told["error"]).to_owned();
    assert_eq!(play.poll(), before);
    error
}

/// From the welcome screen to what follows a service of the first two pages of a group.
#[track_caller]
pub(super) fn choose_service(play: &mut Play, group: &str, service: &str) -> Value {
    play.do_("request");
    play.do_(&format!("group:{group}"));
    play.do_(&format!("service:{service}"))
}

/// Leaves out or answers with no whatever is asked, until the review.
#[track_caller]
pub(super) fn go_to_review(play: &mut Play) {
    let plain = ["for:me", "skip", "who:anonymous", "contact:none"];
    for _ in 0..20 {
        if play.screen() == "filing.review" {
            return;
        }
        let offered = plain.into_iter().find(|action| play.offers(action));
        let action = offered.unwrap_or_else(|| panic!("nothing to leave out: {}", play.told()));
        play.do_(action);
    }
    panic!("no review: {}", play.told());
}

/// The words of the only receipt.
#[track_caller]
pub(super) fn only(receipts: &[String]) -> &str {
    assert_eq!(receipts.len(), 1, "{receipts:#?}");
    &receipts[0]
}

/// A key is pressed.
#[track_caller]
pub(super) fn press(play: &mut Play, key: &str) -> Value {
    play.say(json!({"key": key}))
}
