//! What is said in place of what others may not hear, and what only the ear needs.

use crate::domain::action::Line;
use crate::domain::devices::VoiceState;
use crate::domain::privacy::{Aloud, Kept, kept};
use crate::domain::receipt::Block;
use crate::domain::request::Request;
use crate::locale::Words;

use super::{Scene, document_arg, ended, moment, sentences, slip};

/// "Quer usar fones?", on the first screen that keeps something quiet.
pub(super) fn ask(scene: &Scene<'_>) -> Vec<String> {
    let asks = scene.visit.aloud == Aloud::Asking
        && scene.visit.overlay.is_none()
        && !scene.devices.headphones
        && scene.devices.voice != VoiceState::Broken;
    let id = match kept(scene.visit, scene.city) {
        _ if !asks => return Vec::new(),
        Kept::Nothing => return Vec::new(),
        Kept::Person => "headphones-ask",
        Kept::Matter => "headphones-ask-matter",
    };
    sentences(&scene.words.text(id))
}

/// What is wrong with what was typed: the field, what and why, and an example.
pub(super) fn complaint(scene: &Scene<'_>, fields: &[super::FieldView]) -> Vec<String> {
    let Some(complaint) = scene.visit.complaint.filter(|_| scene.visit.overlay.is_none()) else {
        return Vec::new();
    };
    let error = scene.words.text(super::label::complaint_id(complaint));
    let said = match fields.first() {
        Some(field) => {
            let args = [("label", field.label.as_str().into()), ("value", error.into())];
            scene.words.with("field-spoken", &args)
        }
        None => error,
    };
    sentences(&said)
}

/// A line about the person, where others hear it.
pub(super) fn person_on_the_screen(scene: &Scene<'_>, line: &Line) -> String {
    let id = match line {
        Line::Document => "kept-document",
        Line::Reply => "kept-reply",
        _ => "kept-who",
    };
    scene.words.with(id, &[document_arg(scene.city)])
}

/// Number and access code; the code only to who may hear it.
pub(super) fn number_and_code(scene: &Scene<'_>, request: &Request) -> String {
    let number = digits_of_number(request);
    if scene.may_say_person() {
        let code = moment::digits(&request.access_code.0);
        let args = [("digits", number.into()), ("code", code.into())];
        return scene.words.with("done-number-and-code", &args);
    }
    let number = scene.words.with("done-number", &[("digits", number.into())]);
    format!("{number} {}", scene.words.text("kept-code"))
}

/// The number, digit by digit in its groups.
pub(super) fn digits_of_number(request: &Request) -> String {
    request.number.digit_groups().map(|group| moment::digits(&group)).join(", ")
}

/// Everything that stands on the slip, from the same blocks as the slip.
pub(super) fn receipt(scene: &Scene<'_>, request: &Request) -> String {
    let code = request.access_code.grouped();
    let blocks = slip::receipt(scene.words, scene.city, request, 1).blocks;
    let said = blocks.into_iter().filter_map(|block| match block {
        Block::Crest(text)
        | Block::Banner(text)
        | Block::Heading(text)
        | Block::Line(text)
        | Block::Fades(text) => Some(ended(&text)),
        Block::Number(_) => Some(number_and_code(scene, request)),
        // Said with the number.
        Block::Field { value, .. } if value == code => None,
        Block::Field { label, value } => Some(labelled(scene.words, &label, &value)),
        Block::WritingLine(_) | Block::Rule | Block::Qr(_) | Block::Passport { .. } => None,
    });
    said.collect::<Vec<_>>().join(" ")
}

fn labelled(words: Words<'_>, label: &str, value: &str) -> String {
    words.with("review-line", &[("label", label.into()), ("value", ended(value).into())])
}
