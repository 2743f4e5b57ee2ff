//! A service as a leaflet: what it is for, what to have at hand, how to ask, and when it comes.

use super::Maker;
use crate::domain::city::{PlaceNeed, Service, ServiceKind, ServiceWords};
use crate::paper::{Leaflet, Piece};
use crate::view::{moment, sentences};

impl Maker<'_> {
    /// A service as a leaflet; none for a private one, which stands on no paper.
    #[must_use]
    pub fn service(&self, service: &Service) -> Option<Leaflet> {
        let told = service.words.get(&self.language).filter(|_| !service.private)?;
        let words = self.words();
        let mut pieces = vec![Piece::Text(told.line.clone())];
        let calls: Vec<String> = self.calls(service);
        if !calls.is_empty() {
            pieces.push(Piece::Framed(words.text("leaflet-danger"), calls));
        }
        let needed = self.needed(service, told);
        if !needed.is_empty() {
            pieces.push(Piece::Heading(words.text("leaflet-needed")));
            pieces.extend(needed.into_iter().map(Piece::Tick));
        }
        pieces.push(Piece::Heading(words.text("leaflet-how")));
        pieces.extend(self.how(service, told).into_iter().map(Piece::Text));
        let when = self.when(service);
        if !when.is_empty() {
            pieces.push(Piece::Heading(words.text("leaflet-when")));
            pieces.extend(when.into_iter().map(Piece::Text));
        }
        if service.kind == ServiceKind::Request {
            pieces.push(Piece::Heading(words.text("leaflet-after")));
            let after = sentences(&words.text("leaflet-after-number"));
            pieces.extend(self.with_page(after));
        }
        Some(self.leaflet(told.name.clone(), pieces))
    }

    /// Whom to call before anything is filed.
    fn calls(&self, service: &Service) -> Vec<String> {
        let contacts = service.call_first.iter().filter_map(|id| self.city.emergency(id));
        contacts
            .filter_map(|contact| {
                let name = contact.name.get(&self.language)?;
                Some(format!("{name}: {}", contact.phone))
            })
            .collect()
    }

    /// What is asked, and what is to be brought.
    fn needed(&self, service: &Service, told: &ServiceWords) -> Vec<String> {
        let questions = service.questions.iter().filter_map(|id| self.city.questions.get(id));
        let asked = questions.filter_map(|question| question.words.get(&self.language));
        let place = (service.place != PlaceNeed::None).then(|| self.words().text("leaflet-place"));
        let own = told.deadline.iter().cloned();
        let asked = asked.map(|words| words.ask.clone());
        told.bring.iter().cloned().chain(place).chain(asked).chain(own).collect()
    }

    fn how(&self, service: &Service, told: &ServiceWords) -> Vec<String> {
        let words = self.words();
        if service.kind != ServiceKind::Request {
            return told.way.iter().cloned().collect();
        }
        let mut groups = self.city.groups.iter().filter(|group| group.code == service.group);
        let group = groups.find_map(|group| group.name.get(&self.language));
        let kiosk = [
            ("group", group.map_or("", String::as_str).into()),
            ("service", told.name.as_str().into()),
        ];
        let mut how =
            vec![words.with("leaflet-at-kiosk", &kiosk), words.text("leaflet-at-counter")];
        if !self.city.phone.is_empty() {
            let phone = [("phone", self.city.phone.as_str().into())];
            how.push(words.with("leaflet-by-phone", &phone));
        }
        if !self.city.web.is_empty() {
            how.push(words.with("leaflet-on-page", &[("page", self.city.web.as_str().into())]));
        }
        how
    }

    /// What is promised: an answer, and when it is done.
    fn when(&self, service: &Service) -> Vec<String> {
        if service.kind != ServiceKind::Request {
            return Vec::new();
        }
        let words = self.words();
        let told = |id: &str, term| words.with(id, &[("term", moment::term(words, term).into())]);
        let answer = told("leaflet-answer", service.answer_within.unwrap_or(self.city.law));
        let done = service.done_within.map(|term| told("leaflet-done", term));
        std::iter::once(answer).chain(done).collect()
    }
}
