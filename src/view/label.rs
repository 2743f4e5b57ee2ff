//! The words on each action and field, and what is said when they are touched.

use crate::domain::action::{Action, Line};
use crate::domain::city::ServiceCode;
use crate::domain::offer::{self, FieldKind, Offer, question_at};
use crate::domain::privacy::{Kept, is_about_private, kept};
use crate::domain::settings::Section;
use crate::domain::visit::{Complaint, LookUp, Overlay, Screen};

use super::{
    ActionView, FieldView, Look, Place, Scene, aloud, appointment, ended, filing, follow_up,
    is_enabled, later, learning, look, moment, review, signs,
};

/// One action of an offer, which tells how many choices there are in all, for "2 de 8".
pub(super) fn action(scene: &Scene<'_>, offer: &Offer, action: &Action) -> ActionView {
    let label = label(scene, offer, action);
    let mut choices = offer.lead.iter().chain(&offer.choices).chain(&offer.always);
    let count = choices.clone().count();
    let place = choices.position(|choice| choice == action).filter(|_| is_choice(action));
    let said = said(scene, action, &label);
    let spoken = match place {
        Some(place) => super::focus::placed(scene.words, &said, place, count),
        None => said,
    };
    let placed = place.is_some();
    let look = look(scene, offer, action, &label);
    let enabled = is_enabled(scene, action);
    ActionView { id: action.to_string(), label, enabled, spoken, placed, look }
}

fn look(scene: &Scene<'_>, offer: &Offer, action: &Action, label: &str) -> Look {
    let (caption, value) = match action {
        Action::Change(line) => (
            review::line_label(scene.words, scene.city, line),
            review::line_value(scene.words, scene.city, &scene.visit.draft, line),
        ),
        // Its picture tells that it is marked.
        Action::Answer(value) if matches!(scene.visit.screen, Screen::Question(_)) => {
            (String::new(), answer_name(scene, value))
        }
        Action::ChangeBooking(part) => appointment::part(scene, *part),
        Action::Branch(code) => (appointment::caption(scene, code), label.to_owned()),
        Action::Settings(Section::Language) => {
            (String::new(), look::short_name(scene.visit.language).to_owned())
        }
        _ => (String::new(), label.to_owned()),
    };
    let place = match action {
        Action::Skip if offer.skips_in_bar() => Place::Forward,
        _ => look::place(action, scene.visit),
    };
    Look {
        place,
        icon: look::icon(scene, action),
        caption,
        value,
        hint: hint(scene, action)
            .filter(|_| !is_compact(scene) && !scene.visit.settings.pictures)
            .unwrap_or_default(),
        chosen: look::chosen(action, scene.visit) || learning::is_found(scene, action),
        danger: *action == Action::Emergency,
        // Beside a field, which is the larger.
        quiet: matches!(action, Action::Skip | Action::Record) || learning::is_faded(scene, action),
        part: learning::part(scene, action),
        sample: sample(scene, action, label),
        wide: matches!(action, Action::Hear | Action::HearWords)
            || !scene.visit.settings.pictures
                && (*action == Action::OwnWords
                    || scene.visit.screen == Screen::Welcome
                        && matches!(action, Action::Request | Action::Resume)),
        sentence: None,
    }
}

/// Whether there is room for the needful only.
fn is_compact(scene: &Scene<'_>) -> bool {
    scene.devices.panel.is_some_and(|panel| panel.is_compact(scene.visit.settings.letters))
}

/// How large the letters are, of what the person chose: sizes to try, and a whole text where a
/// small panel has room for a label.
fn sample(scene: &Scene<'_>, action: &Action, label: &str) -> f32 {
    let Some(panel) = scene.devices.panel else { return 0.0 };
    let letters = scene.visit.settings.letters;
    let em = match action {
        Action::Letters(size) => panel.label(*size),
        Action::Hear if is_compact(scene) => panel.em_of_text(letters, label.chars().count()),
        Action::Hear if panel.is_wide() => 0.95 * panel.em(letters.min(3)),
        _ => return 0.0,
    };
    em / panel.label(letters)
}

/// What its speakers say, and what we call it.
fn other_language(scene: &Scene<'_>, tag: &str) -> Option<String> {
    let other = scene.city.others.iter().find(|other| other.tag == tag)?;
    let name = other.name.get(&scene.visit.language)?;
    Some(format!("{} ({name})", other.says))
}

/// A smaller line below the label: examples.
fn hint(scene: &Scene<'_>, action: &Action) -> Option<String> {
    let id = match action {
        Action::Request if scene.visit.screen == Screen::Welcome => "action-request",
        Action::OwnWords => "action-own-words",
        Action::AloudYes => "action-aloud-yes",
        Action::Branch(_) | Action::Day(_) | Action::Class(_) => {
            return appointment::hint(scene, action);
        }
        Action::Lesson(_) => return learning::hint(scene, action),
        Action::Change(_) | Action::ChangeBooking(_) => {
            return Some(scene.words.text("action-change"));
        }
        Action::HearWords => "saved-words",
        _ => return None,
    };
    scene.words.attribute(id, "hint", &[])
}

fn is_choice(action: &Action) -> bool {
    !matches!(
        action,
        Action::Next
            | Action::Skip
            | Action::Back
            | Action::Help
            | Action::Settings(_)
            | Action::Pause
            | Action::Finish
            | Action::LeaveFast
            | Action::File
            | Action::More
            | Action::ReadOn
    )
}

fn label(scene: &Scene<'_>, offer: &Offer, action: &Action) -> String {
    let words = scene.words;
    let language = words.language();
    let own = appointment::label(scene, action).or_else(|| learning::label(scene, action));
    if let Some(label) = own {
        return label;
    }
    match action {
        Action::Group(code) => scene
            .city
            .groups
            .iter()
            .find(|group| group.code == *code)
            .and_then(|group| group.name.get(&language))
            .cloned()
            .unwrap_or_default(),
        Action::Service(code) => service_name(scene, code),
        Action::Answer(value) => answer(scene, value),
        Action::Place(kind) => words.text(&format!("place-{}", kind.name())),
        Action::Street(row) => scene.city.streets.get(*row).map_or_else(String::new, |street| {
            format!("{}, {}", street.name, street.neighbourhood)
        }),
        Action::Contact(channel) => words.text(&format!("contact-{}", channel.name())),
        Action::Change(line) => visible_line(scene, line),
        Action::Word(word) => word.clone(),
        Action::Reopen(id) => later::left_label(scene, *id),
        Action::HearWords => {
            let given = scene.visit.later.given.as_ref();
            given.map(|given| later::words_line(words, &given.code)).unwrap_or_default()
        }
        Action::Hear => kept_quiet(scene).join(" "),
        Action::Letters(size) => words.text(&format!("letters-{size}")),
        Action::Palette(palette) => words.text(&format!("palette-{}", palette.name())),
        Action::Calm(calm) => words.text(if *calm { "motion-less" } else { "motion-usual" }),
        Action::Steady(steady) => words.text(if *steady { "hands-steady" } else { "hands-usual" }),
        Action::Signs | Action::Signing(_) => signs::label(scene, action),
        Action::Rate(rate) => {
            let id = if *rate > scene.visit.settings.rate { "rate-faster" } else { "rate-slower" };
            words.text(id)
        }
        Action::Volume(volume) => {
            let louder = *volume > scene.visit.settings.volume;
            words.text(if louder { "volume-louder" } else { "volume-softer" })
        }
        Action::Locale(language) => language.habits().name.clone(),
        Action::Speak(tag) => other_language(scene, tag).unwrap_or_default(),
        Action::More if scene.visit.page + 1 >= offer.pages() => words.text("action-more-last"),
        Action::More if scene.visit.screen == Screen::Review => words.text("action-more-review"),
        Action::Back if matches!(scene.visit.overlay, Some(Overlay::Settings(_))) => {
            words.text("action-back-settings")
        }
        Action::Settings(Section::Language) => words.with(
            "action-settings-language",
            &[("sign", look::short_name(scene.visit.language).into())],
        ),
        Action::HearFrom(_) => words.text("action-repeat"),
        Action::ReadOn => words.text("action-read-more"),
        Action::Next => words.text(match scene.visit.screen {
            Screen::Urgent { .. } => "action-next-urgent",
            Screen::Elsewhere => "action-next-elsewhere",
            _ => "action-next",
        }),
        Action::Record if scene.visit.draft.note.is_some() => words.text("action-record-kept"),
        Action::NoneOfThese if scene.visit.draft.note.is_some() => {
            words.text("action-none-of-these-spoken")
        }
        Action::Reprint if offer::copies_out(scene.visit) == 0 => words.text("action-print"),
        Action::Request if scene.visit.screen == Screen::Done => words.text("action-another"),
        plain => words.text(&format!("action-{}", plain.to_string().replace(':', "-"))),
    }
}

/// What a private screen shows and does not read by itself.
fn kept_quiet(scene: &Scene<'_>) -> Vec<String> {
    if scene.visit.screen == Screen::Elsewhere {
        return filing::elsewhere_details(scene);
    }
    match scene.visit.follow_up.as_ref().map(|follow| &follow.answer) {
        Some(LookUp::Found(status)) => status
            .details
            .as_ref()
            .map(|details| follow_up::details(scene.words, details))
            .unwrap_or_default(),
        _ => Vec::new(),
    }
}

fn service_name(scene: &Scene<'_>, code: &ServiceCode) -> String {
    scene
        .city
        .service(code)
        .map(|service| review::service_name(scene.words, service))
        .unwrap_or_default()
}

/// A value of the question on the screen; a marked one says so.
fn answer(scene: &Scene<'_>, value: &str) -> String {
    let name = answer_name(scene, value);
    if scene.visit.marked.iter().any(|mark| mark == value) {
        scene.words.with("answer-marked", &[("label", name.into())])
    } else {
        name
    }
}

fn answer_name(scene: &Scene<'_>, value: &str) -> String {
    let Screen::Question(index) = scene.visit.screen else { return String::new() };
    question_at(index, scene.visit, scene.city)
        .and_then(|question| question.words.get(&scene.words.language()))
        .and_then(|words| words.values.get(value))
        .cloned()
        .unwrap_or_default()
}

fn line(scene: &Scene<'_>, line: &Line, value: String) -> String {
    let label = review::line_label(scene.words, scene.city, line);
    scene.words.with("review-line", &[("label", label.into()), ("value", value.into())])
}

fn visible_line(scene: &Scene<'_>, which: &Line) -> String {
    line(scene, which, review::line_value(scene.words, scene.city, &scene.visit.draft, which))
}

/// A line of the review as the arrival speech reads it.
///
/// On the open loudspeaker name, document, telephone and a private service's answers are not said.
pub(super) fn spoken_line(scene: &Scene<'_>, which: &Line) -> String {
    let personal = matches!(which, Line::Who | Line::Document | Line::Reply);
    let given = match which {
        Line::Who => !scene.visit.draft.name.is_empty(),
        _ => true,
    };
    let private = is_about_private(scene.visit, scene.city);
    if private && !scene.may_say_private() {
        return line_kept_quiet(scene, which);
    }
    if personal && given && !scene.may_say_person() {
        return aloud::person_on_the_screen(scene, which);
    }
    ended(&visible_line(scene, which))
}

fn line_kept_quiet(scene: &Scene<'_>, which: &Line) -> String {
    if *which == Line::Service {
        let name = scene.words.text("private-service");
        return ended(&line(scene, which, name));
    }
    if matches!(which, Line::Question(_)) {
        return scene.words.text("review-line-quiet-answer");
    }
    let label = review::line_label(scene.words, scene.city, which);
    scene.words.with("review-line-quiet", &[("label", label.into())])
}

/// What is said when an action is touched or has the focus.
pub(super) fn said(scene: &Scene<'_>, action: &Action, label: &str) -> String {
    let own = appointment::said(scene, action, label);
    if let Some(said) = own.or_else(|| learning::said(scene, action, label)) {
        return said;
    }
    let quiet = !scene.may_say_private();
    let private_service = |code| scene.city.service(code).is_some_and(|service| service.private);
    match action {
        Action::Service(code) if quiet && private_service(code) => {
            scene.words.text("private-choice")
        }
        Action::Answer(_) if quiet && is_about_private(scene.visit, scene.city) => {
            scene.words.text("private-choice")
        }
        Action::Hear if quiet => scene.words.text("private-choice"),
        Action::Change(which) => {
            let told = spoken_line(scene, which);
            scene.words.with("review-line-touched", &[("line", told.into())])
        }
        Action::HearNumber => scene.visit.filed.as_ref().map_or_else(String::new, |request| {
            format!("{} {}", ended(label), aloud::number_and_code(scene, request))
        }),
        Action::HearReceipt => scene.visit.filed.as_ref().map_or_else(String::new, |request| {
            format!("{} {}", ended(label), aloud::receipt(scene, request))
        }),
        Action::CallQuietly if scene.visit.called_quietly => {
            format!("{} {}", ended(label), scene.words.text("called-quietly"))
        }
        Action::Reprint if !is_enabled(scene, action) => {
            format!("{} {}", ended(label), scene.words.text("printer-cannot"))
        }
        _ => match hint(scene, action) {
            Some(hint) => format!("{} {hint}", ended(label)),
            None => label.to_owned(),
        },
    }
}

/// One field.
pub(super) fn field(scene: &Scene<'_>, id: &str, kind: FieldKind) -> FieldView {
    let words = scene.words;
    let label = match &scene.visit.screen {
        Screen::ReplyTo => words.text(&format!(
            "field-reply-to-{}",
            filing::channel_of(scene.visit).map_or("phone", crate::domain::city::Channel::name)
        )),
        Screen::AddressParts => words.text(&format!("address-{id}")),
        Screen::Question(_) => words.text("field-answer"),
        Screen::SavedWord(index) => later::field_label(scene, *index),
        Screen::Learning(_) => learning::field_label(scene),
        _ => words.with(&format!("field-{id}"), &[super::document_arg(scene.city)]),
    };
    let value = scene.visit.typed(id).to_owned();
    let error = scene.visit.complaint.map(|complaint| words.text(complaint_id(complaint)));
    // Digits of papers, telephones and access codes are not said on the open loudspeaker.
    let hidden = kept(scene.visit, scene.city) != Kept::Nothing && !scene.may_say_person();
    let told = if value.is_empty() {
        words.text("field-empty")
    } else if hidden {
        words.text("field-filled")
    } else if matches!(kind, FieldKind::Digits | FieldKind::Telephone) {
        moment::digits(&value)
    } else {
        value.clone()
    };
    let args = [("label", label.as_str().into()), ("value", ended(&told).into())];
    let mut spoken = words.with("field-spoken", &args);
    if let Some(error) = &error {
        spoken = format!("{spoken} {error}");
    }
    FieldView { id: id.to_owned(), kind: kind.name(), label, value, error, spoken, hidden }
}

pub(super) fn complaint_id(complaint: Complaint) -> &'static str {
    match complaint {
        Complaint::Empty => "complaint-empty",
        Complaint::NumberLength => "complaint-number-length",
        Complaint::NumberDigit => "complaint-number-digit",
        Complaint::BookingLength => "complaint-booking-length",
        Complaint::CodeLength => "complaint-code-length",
        Complaint::Telephone => "complaint-telephone",
        Complaint::Email => "complaint-email",
        Complaint::NotANumber => "complaint-not-a-number",
        Complaint::WordUnknown => "complaint-word-unknown",
        Complaint::WordUnclear => "complaint-word-unclear",
        Complaint::GroupLength => "complaint-group-length",
        Complaint::NoGroup => "complaint-no-group",
        Complaint::GroupFull => "complaint-group-full",
        Complaint::NoLeader => "complaint-no-leader",
    }
}
