//! The usual answer on each screen, for visits in which the answers do not matter.

use serde_json::{Value, json};

/// What is chosen where it is offered, the first first; a name that ends in `:` stands for every
/// action that begins so.
const USUAL: [&str; 15] = [
    "stay",
    "file",
    "resume",
    "request",
    "group:",
    "service:",
    "for:me",
    "answer-to:me",
    "place:cannot-say",
    "who:anonymous",
    "contact:none",
    "finish",
    "skip",
    "next",
    "more",
];

/// What to say on the screen that was told; only a description is typed.
pub(crate) fn usual(told: &Value) -> Value {
    if told["screen"] == "filing.description" && told["fields"][0]["value"] == "" {
        return json!({"type": "description", "text": "Um pedido como os outros"});
    }
    if told["screen"] == "filing.description" {
        return json!({"do": "next"});
    }
    let offered: Vec<&str> = told["actions"]
        .as_array()
        .into_iter()
        .flatten()
        .filter(|action| action["enabled"] == true)
        .filter_map(|action| action["id"].as_str())
        .collect();
    let chosen = usual_of(&offered);
    json!({"do": chosen.unwrap_or_else(|| panic!("Nothing usual is offered: {told}"))})
}

/// The usual one of the actions that are offered.
pub(crate) fn usual_of<'a>(offered: &[&'a str]) -> Option<&'a str> {
    USUAL.iter().find_map(|usual| {
        let is_it = |id: &&str| id == usual || usual.ends_with(':') && id.starts_with(usual);
        offered.iter().copied().find(is_it)
    })
}
