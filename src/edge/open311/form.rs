//! What every server is told: the service, where, who, and the answers to the questions.

use std::borrow::Cow;

use crate::domain::city::{Branch, Channel, City, Coordinates, Datatype};
use crate::domain::request::{Answer, Draft, Place, Request};
use crate::wire::filing::TEXTS;

/// The fields of a POST, on their way to its body.
#[derive(Default)]
pub(super) struct Form<'a>(Vec<(Cow<'a, str>, Cow<'a, str>)>);

impl<'a> Form<'a> {
    /// An empty value is no different from an absent one. What is longer than any server takes is
    /// cut: a request is never refused for being long.
    pub(super) fn put(
        &mut self,
        name: impl Into<Cow<'a, str>>,
        value: impl Into<Cow<'a, str>>,
    ) -> &mut Self {
        let (name, value) = (name.into(), value.into());
        let value = match TEXTS.iter().find(|(text, _)| *text == name) {
            Some((_, longest)) => cut(value, *longest),
            None => value,
        };
        if !value.is_empty() {
            self.0.push((name, value));
        }
        self
    }

    pub(super) fn pairs(&self) -> &[(Cow<'a, str>, Cow<'a, str>)] {
        &self.0
    }

    /// Telephone or e-mail, whichever the answer shall reach.
    pub(super) fn put_reply(&mut self, draft: &'a Draft) -> &mut Self {
        if let Some(Some(reply)) = &draft.reply {
            if reply.channel.is_telephone() {
                self.put("phone", &reply.to);
            } else if reply.channel == Channel::Email {
                self.put("email", &reply.to);
            }
        }
        self
    }

    /// The answers, by the ids of the questions and of their values.
    pub(super) fn put_answers(&mut self, request: &'a Request, city: &City) -> &mut Self {
        for (question, answer) in &request.draft.answers {
            let several = city
                .questions
                .get(question)
                .is_some_and(|question| question.datatype == Datatype::MultiValueList);
            let name = format!("attribute[{question}]{}", if several { "[]" } else { "" });
            match answer {
                Answer::Text(text) => {
                    self.put(name, text);
                }
                Answer::Chosen(values) => {
                    for value in values {
                        self.put(name.clone(), value);
                    }
                }
            }
        }
        self
    }

    pub(super) fn put_coordinates(&mut self, coordinates: Coordinates) -> &mut Self {
        self.put("lat", coordinates.lat.to_string()).put("long", coordinates.long.to_string())
    }
}

/// The first `longest` characters.
pub(super) fn cut(text: Cow<'_, str>, longest: usize) -> Cow<'_, str> {
    match text.char_indices().nth(longest) {
        Some((end, _)) => Cow::Owned(text[..end].to_owned()),
        None => text,
    }
}

/// First name and the rest, as servers want them.
pub(super) fn names(name: &str) -> (&str, &str) {
    let name = name.trim();
    let (first, last) = name.split_once(char::is_whitespace).unwrap_or((name, ""));
    (first, last.trim_start())
}

/// Where it is, or where it was filed.
pub(super) enum Location<'a> {
    /// The person said where.
    Said(&'a Place),
    /// Nobody said where: the branch stands in.
    Branch(&'a Branch),
    /// Neither is known.
    Unknown,
}

impl<'a> Location<'a> {
    pub(super) fn of(request: &'a Request, city: &'a City) -> Self {
        let said = request.draft.place.as_ref();
        match said.filter(|place| !place.words.is_empty() || place.coordinates.is_some()) {
            Some(place) => Self::Said(place),
            None => city.branch(&request.branch).map_or(Self::Unknown, Self::Branch),
        }
    }

    /// In one line.
    pub(super) fn address(&self) -> String {
        match self {
            Self::Said(place) => address(place),
            Self::Branch(branch) => format!("{}, {}", branch.name, branch.address),
            Self::Unknown => String::new(),
        }
    }

    pub(super) fn coordinates(&self) -> Option<Coordinates> {
        match self {
            Self::Said(place) => place.coordinates,
            Self::Branch(branch) => Some(branch.coordinates),
            Self::Unknown => None,
        }
    }
}

/// Street or words, number, the other parts with their names, neighbourhood.
fn address(place: &Place) -> String {
    let number = place.parts.get(NUMBER).cloned();
    let others = place.parts.iter().filter(|(part, _)| *part != NUMBER);
    let lines = [Some(place.words.clone()), number]
        .into_iter()
        .flatten()
        .chain(others.map(|(part, value)| format!("{part} {value}")))
        .chain([place.neighbourhood.clone()]);
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join(", ")
}

/// The part of an address that needs no name.
const NUMBER: &str = "number";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::request::PlaceKind;

    #[test]
    fn an_address_names_the_parts_that_would_be_bare_digits() {
        let parts = [("number", "10"), ("block", "B2"), ("flat", "14")];
        let place = Place {
            kind: PlaceKind::Street,
            words: "Strada Lungă".to_owned(),
            neighbourhood: "Centru".to_owned(),
            parts: parts.map(|(part, value)| (part.to_owned(), value.to_owned())).into(),
            coordinates: None,
        };
        assert_eq!(address(&place), "Strada Lungă, 10, block B2, flat 14, Centru");
    }

    #[test]
    fn a_name_is_its_first_word_and_the_rest() {
        assert_eq!(names(" Ștefan  cel Mare "), ("Ștefan", "cel Mare"));
        assert_eq!(names("Pelé"), ("Pelé", ""));
    }

    #[test]
    fn what_is_empty_is_left_out_and_what_is_too_long_is_cut_between_characters() {
        let mut form = Form::default();
        form.put("email", "").put("phone", "ș".repeat(41)).put("other", "ș".repeat(41));
        let lengths: Vec<_> = form.pairs().iter().map(|(_, text)| text.chars().count()).collect();
        assert_eq!(lengths, [40, 41]);
    }
}
