//! Everything is named, everything is said, and what is said is all that is shown.

use std::collections::BTreeSet;

use acolhe::domain::panel::Arrangement;

use super::{Fault, Sight};

pub(super) fn faults(sight: &Sight<'_>) -> Vec<(Fault, String)> {
    let mut found = Vec::new();
    for thing in sight.buttons() {
        if thing.label.trim().is_empty() {
            found.push((Fault::Nameless, format!("a button at {:?}", thing.rect)));
        }
        if !thing.does {
            found.push((Fault::Nameless, format!("{:?} does nothing when asked", thing.label)));
        }
    }
    let view = &sight.stop.shown.view;
    let silent = |spoken: &str| spoken.trim().is_empty();
    for action in view.actions.iter().filter(|action| silent(&action.spoken)) {
        found.push((Fault::Silent, action.id.clone()));
    }
    for field in view.fields.iter().filter(|field| silent(&field.spoken)) {
        found.push((Fault::Silent, field.id.clone()));
    }
    if view.say.iter().all(|sentence| silent(sentence)) {
        found.push((Fault::Silent, "the screen itself".to_owned()));
    }
    found.extend(unsaid(sight));
    found
}

/// Words on the glass that neither the arrival speech nor anything touched says.
fn unsaid(sight: &Sight<'_>) -> Vec<(Fault, String)> {
    let view = &sight.stop.shown.view;
    let mut said: BTreeSet<String> = BTreeSet::new();
    let spoken = view.say.iter().chain(view.actions.iter().map(|action| &action.spoken));
    let fields = view.fields.iter().flat_map(|field| [&field.spoken, &field.label]);
    for text in spoken.chain(fields).chain([&view.read_more]) {
        said.extend(plain(text));
    }
    let keys: Vec<_> = sight.things.iter().filter(|thing| thing.is("Key")).collect();
    let mut found = Vec::new();
    for thing in &sight.things {
        let Some(letters) = &thing.letters else { continue };
        // A key is its own name; what is typed is echoed; whose machine it is, is no news; how far
        // one is, Help says.
        let stage = view.stages.iter().any(|stage| stage.label == letters.words);
        // The code is said on purpose, by what stands on this page or on the next.
        let hears = view.actions.iter().any(|action| action.id == "hear-number");
        let on_next_page = view.plate.as_ref().is_some_and(|plate| {
            letters.words == plate.code_caption || !hears && letters.words == plate.code
        });
        let on_a_key = || keys.iter().any(|key| key.rect.has(thing.rect.middle()));
        // While somebody speaks, nothing is said.
        let recording =
            view.screen == "filing.recording" && view.arrangement == Arrangement::Recording;
        let own = thing.typed_in || letters.words == view.brand || on_a_key();
        if own || stage || on_next_page || recording {
            continue;
        }
        let missing: Vec<String> =
            plain(&letters.words).into_iter().filter(|word| !said.contains(word)).collect();
        if !missing.is_empty() {
            found.push((Fault::Unsaid, format!("{:?}: {}", letters.words, missing.join(" "))));
        }
    }
    found
}

/// Words without signs; numbers digit by digit, as they are said.
fn plain(text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    lower
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .flat_map(|word| {
            if word.chars().any(|letter| letter.is_ascii_digit()) {
                word.chars().map(String::from).collect()
            } else {
                vec![word.to_owned()]
            }
        })
        .collect()
}
