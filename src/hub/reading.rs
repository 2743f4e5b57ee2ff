//! Who may see what of a request: the table of `docs/wire.md`.

use jiff::Timestamp;

use super::caller::Caller;
use super::note::NoteState;
use super::request::{StoredRequest, Update};
use super::store::WithoutPrivate;
use crate::domain::city::{City, Language};
use crate::wire::georeport::{AttributeAnswer, RequestUpdate, ServiceRequest};
use crate::wire::moment;

/// Somebody who reads, and in which language.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reader<'a> {
    pub(super) city: &'a City,
    pub(super) language: Language,
    pub(super) caller: Caller,
    /// Whether a right access code came along.
    pub(super) opened: bool,
}

/// Parameters that have a field of their own in GeoReport.
const TOLD_ELSEWHERE: [&str; 2] = ["address_string", "description"];

impl Reader<'_> {
    /// What a list must leave out.
    pub(super) fn without_private(&self) -> Option<WithoutPrivate> {
        if self.caller.knows_private() { None } else { Some(private_services(self.city)) }
    }

    /// The request as this reader may see it; `None` where it may not know that there is one.
    pub(super) fn see(&self, request: &StoredRequest) -> Option<ServiceRequest> {
        let service = self.city.service(&request.service);
        let private = request.private || service.is_some_and(|service| service.private);
        if private && !self.opened && !self.caller.knows_private() {
            return None;
        }
        let staff = self.caller.is_staff();
        let named = staff || !private;
        let opened = staff || self.opened;
        let placed = opened || (!private && service.is_some_and(|service| service.public_place));
        // A branch's address stands in for a place that nobody gave.
        let of_branch = request.said.field("coordinates_of") == Some("branch");
        let coordinates = request.said.coordinates.filter(|_| placed && (staff || !of_branch));
        let moment = |at| self.moment(at);
        let said = |name| request.said.field(name).map(str::to_owned);

        let mut seen = ServiceRequest {
            service_request_id: request.number.to_string(),
            status: request.status.name(),
            status_notes: request.answer.clone().filter(|_| opened),
            service_name: None,
            service_code: named.then(|| request.service.0.clone()),
            description: said("description").filter(|_| opened),
            note: request.note.filter(|_| opened).map(NoteState::name),
            agency_responsible: service.filter(|_| named).map(|it| it.responsible.clone()),
            requested_datetime: moment(request.requested_at),
            updated_datetime: moment(request.updated_at),
            expected_datetime: request.expected_at.map(moment),
            answer_by: request.answer_by.map(moment),
            address: said("address_string").filter(|_| placed && (staff || !of_branch)),
            lat: coordinates.map(|it| it.lat),
            long: coordinates.map(|it| it.long),
            ..ServiceRequest::default()
        };
        seen.service_name = service
            .filter(|_| named)
            .and_then(|service| service.words.get(&self.language))
            .map(|words| words.name.clone());
        if staff {
            self.tell_staff(request, &mut seen);
        }
        Some(seen)
    }

    fn tell_staff(&self, request: &StoredRequest, seen: &mut ServiceRequest) {
        let answers = request.said.answers.iter();
        seen.attributes = Some(
            answers
                .map(|(code, values)| AttributeAnswer {
                    code: code.clone(),
                    values: values.clone(),
                })
                .collect(),
        );
        seen.more = request.said.fields.clone();
        seen.more.retain(|name, _| !TOLD_ELSEWHERE.contains(&name.as_str()));
        seen.more.insert("received_datetime".to_owned(), self.moment(request.received_at));
        seen.more.insert("filed_by".to_owned(), request.filed_by.clone());
        if let Some(id) = request.id {
            seen.more.insert("client_request_id".to_owned(), id.to_string());
        }
    }

    /// An update; its words are for staff, and for others only on the request itself.
    pub(super) fn see_update(&self, update: Update) -> RequestUpdate {
        RequestUpdate {
            update_id: update.id,
            service_request_id: update.number.to_string(),
            status: update.state.name(),
            updated_datetime: self.moment(update.updated_at),
            description: if self.caller.is_staff() { update.description } else { String::new() },
        }
    }

    fn moment(&self, at: Timestamp) -> String {
        moment::write(at, &self.city.timezone)
    }
}

/// What is left out for those who may not know of private requests.
pub(super) fn private_services(city: &City) -> WithoutPrivate {
    let private = city.services.iter().filter(|service| service.private);
    WithoutPrivate(private.map(|service| service.code.clone()).collect())
}
