//! A request read back: each line with its label and value, the same on screen, aloud and on paper.

use crate::domain::action::Line;
use crate::domain::city::{AnonymousRule, City, Service};
use crate::domain::flow;
use crate::domain::request::{Answer, Document, Draft, ForWhom, Place, PlaceKind, Reply, Safe};
use crate::domain::term::Due;
use crate::locale::Words;

use super::moment;

/// The label of a line.
#[must_use]
pub fn line_label(words: Words<'_>, city: &City, line: &Line) -> String {
    match line {
        Line::Question(id) => city
            .questions
            .get(id)
            .and_then(|question| question.words.get(&words.language()))
            .map(|question| question.short.clone())
            .unwrap_or_default(),
        line => words.with(&format!("line-{line}"), &[super::document_arg(city)]),
    }
}

/// The value of a line; what was left out is said to be so.
#[must_use]
pub fn line_value(words: Words<'_>, city: &City, draft: &Draft, line: &Line) -> String {
    let value = match line {
        Line::Service => flow::service_of(draft, city).map(|s| service_name(words, s)),
        Line::ForWhom => draft.for_whom.map(|whom| words.text(for_whom_id(whom))),
        Line::Question(id) => answer(words, city, draft, id),
        Line::Place => draft.place.as_ref().map(|place| self::place(words, place)),
        Line::Description => {
            let spoken = draft.note.map(|note| super::note::value(words, note));
            let texts = [spoken, Some(draft.description.clone()).filter(|text| !text.is_empty())];
            Some(texts.into_iter().flatten().collect::<Vec<_>>().join(". "))
        }
        Line::Who => Some(who(words, draft)),
        Line::Document => draft.document.as_ref().map(|document| match document {
            Document::Given { digits, .. } => digits.clone(),
            Document::HasNone => words.text("document-has-none"),
            Document::RatherNot => words.text("document-rather-not"),
        }),
        Line::Reply => draft.reply.as_ref().map(|reply| self::reply(words, reply.as_ref())),
    };
    value.filter(|text| !text.is_empty()).unwrap_or_else(|| words.text("left-out"))
}

/// A service's name.
#[must_use]
pub fn service_name(words: Words<'_>, service: &Service) -> String {
    service.words.get(&words.language()).map(|words| words.name.clone()).unwrap_or_default()
}

/// A service's name where others may hear or read it: a private one has none.
#[must_use]
pub fn public_name(words: Words<'_>, service: &Service) -> String {
    if service.private { words.text("private-service") } else { service_name(words, service) }
}

fn for_whom_id(whom: ForWhom) -> &'static str {
    match whom {
        ForWhom::Me => "for-me",
        ForWhom::SomebodyElse => "for-somebody-else",
        ForWhom::SomebodyElseAnswered => "for-somebody-else-answered",
        ForWhom::WholeStreet => "for-whole-street",
    }
}

fn answer(words: Words<'_>, city: &City, draft: &Draft, id: &str) -> Option<String> {
    match draft.answers.get(id)? {
        Answer::Text(text) => Some(text.clone()),
        Answer::Chosen(values) => {
            let names = city.questions.get(id)?.words.get(&words.language())?;
            let chosen: Vec<&str> = values
                .iter()
                .filter_map(|value| names.values.get(value))
                .map(String::as_str)
                .collect();
            Some(chosen.join(", "))
        }
    }
}

fn who(words: Words<'_>, draft: &Draft) -> String {
    if draft.name.is_empty() || draft.anonymous == Some(true) {
        words.text("no-name")
    } else {
        draft.name.clone()
    }
}

/// Where, in one sentence.
#[must_use]
pub fn place(words: Words<'_>, place: &Place) -> String {
    if place.kind == PlaceKind::CannotSay {
        return words.text("place-cannot-say-value");
    }
    let parts = place.parts.iter();
    let mut pieces = vec![place.words.clone()];
    // The order in which an address is said, not that of the map.
    let order = ["number", "block", "stair", "floor", "flat"];
    let mut parts: Vec<_> = parts.collect();
    parts.sort_by_key(|(part, _)| order.iter().position(|known| known == part));
    pieces.extend(parts.into_iter().map(|(part, value)| {
        words.with(&format!("address-{part}-value"), &[("value", value.as_str().into())])
    }));
    pieces.push(place.neighbourhood.clone());
    pieces.retain(|piece| !piece.trim().is_empty());
    let told = pieces.join(", ");
    match place.kind {
        PlaceKind::Street => told,
        kind => words.with(&format!("place-{}-value", kind.name()), &[("place", told.into())]),
    }
}

fn reply(words: Words<'_>, reply: Option<&Reply>) -> String {
    let Some(reply) = reply else { return words.text("reply-none-value") };
    let channel = words.text(&format!("contact-{}", reply.channel.name()));
    let mut told = channel;
    if !reply.to.is_empty() {
        told = format!("{told}: {}", reply.to);
    }
    told = match reply.may_leave_message {
        Some(true) => format!("{told}. {}", words.text("message-may-be-left")),
        Some(false) => format!("{told}. {}", words.text("message-may-not-be-left")),
        None => told,
    };
    match &reply.safe {
        Some(Safe::No) => format!("{told}. {}", words.text("safe-no-value")),
        Some(Safe::OnlyAt(when)) => {
            let when = [("when", super::ended(when).into())];
            format!("{}. {}", told.trim_end_matches('.'), words.with("safe-only-at-value", &when))
        }
        Some(Safe::Yes) | None => told,
    }
}

/// The two promises: dates, or terms where the clock is not to be believed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Promises {
    /// "Resposta até", or why there is none.
    pub answer: Option<String>,
    /// "Serviço até".
    pub done: Option<String>,
    /// They are terms, not dates.
    pub are_terms: bool,
}

/// The promises of a service, as they stand now.
#[must_use]
pub fn promises(
    words: Words<'_>,
    city: &City,
    service: &Service,
    answered: bool,
    start: Option<jiff::civil::DateTime>,
) -> Promises {
    let told = |term| match start {
        Some(start) => moment::due(words, city.due(start, term)),
        None => moment::term(words, term),
    };
    Promises {
        answer: answered.then(|| told(service.answer_within.unwrap_or(city.law))),
        done: service.done_within.map(told),
        are_terms: start.is_none(),
    }
}

/// The promises of a filed request: its own dates, or its service's terms.
#[must_use]
pub fn promised(
    words: Words<'_>,
    city: &City,
    request: &crate::domain::request::Request,
) -> Promises {
    if !request.dated
        && let Some(service) = city.service(&request.service)
    {
        return promises(words, city, service, request.answer_by.is_some(), None);
    }
    let told = |due: Option<Due>| due.map(|due| moment::due(words, due));
    Promises { answer: told(request.answer_by), done: told(request.done_by), are_terms: false }
}

/// Whether the law lets the city answer this draft.
#[must_use]
pub fn is_answered(city: &City, draft: &Draft) -> bool {
    !(draft.anonymous == Some(true) && city.anonymous == AnonymousRule::FiledWithoutAnswer)
}
