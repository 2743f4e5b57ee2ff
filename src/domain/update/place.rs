//! Where it is, as the person can say it; and what a field held before.

use std::collections::BTreeMap;

use crate::domain::action::{Action, Line};
use crate::domain::city::Datatype;
use crate::domain::offer::{address_parts, question_at};
use crate::domain::request::{Answer, Document, Place, PlaceKind};
use crate::domain::visit::{Complaint, Screen};

use super::Turn;

impl Turn<'_> {
    pub(super) fn place(&mut self, action: &Action) {
        match (&self.visit.screen, action) {
            (Screen::PlaceKind, Action::Place(kind)) => self.place_kind(*kind),
            (Screen::PlaceKind, Action::Skip) => {
                self.visit.draft.place = None;
                self.complete(&Line::Place);
            }
            (Screen::Street, Action::Street(row)) => self.street(*row),
            (Screen::Street, Action::Next) => self.street_as_typed(),
            (Screen::PlaceWords, Action::Next) => {
                let words = self.visit.typed("place").trim().to_owned();
                if words.is_empty() {
                    self.visit.complaint = Some(Complaint::Empty);
                    return;
                }
                if let Some(place) = &mut self.visit.draft.place {
                    place.words = words;
                }
                self.complete(&Line::Place);
            }
            (Screen::AddressParts, Action::Next) => {
                self.keep_typed();
                self.complete(&Line::Place);
            }
            (Screen::PlaceWords | Screen::AddressParts, Action::Skip) => {
                self.complete(&Line::Place);
            }
            _ => {}
        }
    }

    fn place_kind(&mut self, kind: PlaceKind) {
        let here = self.city().branch(self.ctx.branch);
        let before = self.visit.draft.place.take().filter(|place| place.kind == kind);
        self.visit.draft.place = Some(before.unwrap_or_else(|| Place {
            kind,
            words: match kind {
                PlaceKind::NearHere => here.map(|b| b.address.clone()).unwrap_or_default(),
                _ => String::new(),
            },
            neighbourhood: String::new(),
            parts: BTreeMap::new(),
            coordinates: match kind {
                PlaceKind::NearHere => here.map(|branch| branch.coordinates),
                _ => None,
            },
        }));
        match kind {
            PlaceKind::Street => self.go(Screen::Street),
            PlaceKind::CannotSay => self.complete(&Line::Place),
            _ => self.go(Screen::PlaceWords),
        }
    }

    fn street(&mut self, row: usize) {
        let Some(street) = self.city().streets.get(row) else { return };
        if let Some(place) = &mut self.visit.draft.place {
            place.words.clone_from(&street.name);
            place.neighbourhood.clone_from(&street.neighbourhood);
            place.coordinates = Some(street.coordinates);
        }
        self.go(Screen::AddressParts);
    }

    /// A street that is not in the list is taken as it was typed.
    fn street_as_typed(&mut self) {
        if self.visit.typed("address").trim().is_empty() {
            self.visit.complaint = Some(Complaint::Empty);
            return;
        }
        self.keep_street();
        self.go(Screen::AddressParts);
    }

    fn keep_street(&mut self) {
        let typed = self.visit.typed("address").trim().to_owned();
        if let Some(place) = &mut self.visit.draft.place
            && place.words != typed
        {
            place.words = typed;
            place.neighbourhood.clear();
            place.coordinates = None;
        }
    }

    /// Back and Home never lose what was typed: it is kept as if Continue had been touched.
    pub(super) fn keep_typed(&mut self) {
        match self.visit.screen {
            Screen::AddressParts => {
                let typed: BTreeMap<String, String> = address_parts(self.city().country)
                    .iter()
                    .map(|part| ((*part).to_owned(), self.visit.typed(part).trim().to_owned()))
                    .filter(|(_, text)| !text.is_empty())
                    .collect();
                if let Some(place) = &mut self.visit.draft.place {
                    place.parts = typed;
                }
            }
            Screen::OwnWords => self.visit.draft.own_words = self.visit.typed("words").to_owned(),
            Screen::Description => {
                self.visit.draft.description = self.visit.typed("description").to_owned();
            }
            Screen::Booking(step) => self.keep_booking_typed(step),
            Screen::Name => self.visit.draft.name = self.visit.typed("name").to_owned(),
            Screen::PlaceWords => {
                let typed = self.visit.typed("place").to_owned();
                if let Some(place) = &mut self.visit.draft.place {
                    place.words = typed;
                }
            }
            Screen::ReplyTo => {
                let typed = self.visit.typed("reply-to").to_owned();
                if let Some(Some(reply)) = &mut self.visit.draft.reply {
                    reply.to = typed;
                }
            }
            Screen::Street => self.keep_street(),
            Screen::Document => {
                self.keep_document();
            }
            Screen::Question(index) => {
                let typed = self.visit.typed("answer").trim().to_owned();
                let Some(question) = question_at(index, &self.visit, self.city()) else { return };
                if !typed.is_empty() {
                    self.answer(&question.id, Answer::Text(typed));
                } else if question.datatype == Datatype::MultiValueList {
                    self.keep_marked(question);
                }
            }
            _ => {}
        }
    }

    /// What a field of the screen held before.
    pub(super) fn answered_before(&self, field: &str) -> String {
        let draft = &self.visit.draft;
        let place = draft.place.as_ref();
        match (&self.visit.screen, field) {
            (Screen::OwnWords, _) => draft.own_words.clone(),
            (Screen::Description, _) => draft.description.clone(),
            (Screen::Name, _) => draft.name.clone(),
            (Screen::Street, _) => place.map(|place| place.words.clone()).unwrap_or_default(),
            (Screen::PlaceWords, _) => place.map(|place| place.words.clone()).unwrap_or_default(),
            (Screen::AddressParts, part) => {
                place.and_then(|place| place.parts.get(part)).cloned().unwrap_or_default()
            }
            (Screen::Document, _) => match &draft.document {
                Some(Document::Given { digits, .. }) => digits.clone(),
                _ => String::new(),
            },
            (Screen::ReplyTo, _) => match &draft.reply {
                Some(Some(reply)) => reply.to.clone(),
                _ => String::new(),
            },
            (Screen::Question(index), _) => {
                match question_at(*index, &self.visit, self.city())
                    .and_then(|question| draft.answers.get(&question.id))
                {
                    Some(Answer::Text(text)) => text.clone(),
                    _ => String::new(),
                }
            }
            (Screen::Booking(step), _) => self.booking_before(*step),
            (Screen::SavedWord(index), _) => self.word_before(*index),
            (Screen::FollowNumber, _) => {
                self.visit.follow_up.as_ref().map(|f| f.number.to_string()).unwrap_or_default()
            }
            _ => String::new(),
        }
    }
}
