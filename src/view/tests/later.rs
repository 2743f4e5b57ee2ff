//! What is left for later, in words.

use std::collections::BTreeMap;

use uuid::Uuid;

use super::screens::{NOW, each_view, everywhere, ready};
use super::*;
use crate::domain::city::Language;
use crate::domain::code_words::{CodeWords, WordList};
use crate::domain::devices::Countdown;
use crate::domain::later::{Given, Later, LeftDraft, NotOpened, Opening};
use crate::domain::visit::Overlay;

/// A code given, and what staff see of two drafts.
pub(super) fn given(group: &str) -> Later {
    let list = WordList::new(["balde", "café", "limão", "xícara"].map(str::to_owned));
    let words = CodeWords::new(BTreeMap::from([(Language::PtBr, list)]));
    let code = words.code(Language::PtBr, [3, 1, 2, 0]).unwrap();
    let left = |id, group| LeftDraft { id: Uuid::from_u128(id), at: NOW, group };
    Later {
        given: Some(Given { code, until: NOW, slip: Some(Uuid::from_u128(2)) }),
        left: vec![left(1, Some(group.to_owned())), left(2, None)],
        ..Later::default()
    }
}

#[test]
fn the_words_of_a_code_are_said_in_headphones_and_otherwise_only_when_touched() {
    everywhere(|reader, city, visit| {
        if visit.screen != Screen::Saved {
            return;
        }
        for headphones in [false, true] {
            let view = reader.view(visit, city, Devices { headphones, ..ready() });
            assert_eq!(view.say.iter().any(|text| text.contains("café")), headphones);
            let hear = view.actions.iter().find(|action| action.id == "hear-words").unwrap();
            assert!(hear.spoken.contains("xícara, café, limão, balde"), "{}", hear.spoken);
        }
    });
}

#[test]
fn every_end_of_a_code_and_every_second_of_the_question_is_told() {
    everywhere(|reader, city, visit| {
        if visit.screen != Screen::SavedAnswer {
            return;
        }
        for answer in
            [NotOpened::NotThere, NotOpened::NotHere, NotOpened::Wait(1), NotOpened::Wait(3)]
        {
            let mut visit = visit.clone();
            visit.later.opening = Some(Opening { attempt: 1, answer: Some(answer) });
            each_view(reader, city, &visit, ready());
        }
        for left in [60, 31, 30, 11, 10, 1] {
            let mut visit = Visit { overlay: Some(Overlay::StillThere), ..visit.clone() };
            let countdown = Some(Countdown { left, of: 60 });
            each_view(reader, city, &visit, Devices { countdown, ..ready() });
            visit.later.given = None;
            each_view(reader, city, &visit, Devices { countdown, ..ready() });
        }
    });
}
