//! Filing at our own hub, with everything that `docs/wire.md` adds.

use super::Open311;
use super::answer::Ask;
use super::form::{Form, Location, names};
use super::verdict::Verdict;
use crate::domain::city::{Channel, City};
use crate::domain::delivery::Outcome;
use crate::domain::document::DocumentKind;
use crate::domain::request::{Document, Draft, ForWhom, Origin, Request, Safe};
use crate::domain::term::Due;
use crate::wire::moment;

impl Open311 {
    /// The hub knows a repeat by its `client_request_id`: an answer that was lost is no different
    /// from a call that never left, and asks for nothing but another try.
    pub(super) async fn deliver_to_hub(&self, request: &Request, city: &City) -> Outcome {
        let form = form(request, city, self.key());
        match Verdict::of(self.http.call(&["requests"], Ask::Post(&form)).await) {
            Verdict::Id(id) => {
                let own = id == request.number.to_string();
                Outcome::Accepted { remote_id: (!own).then_some(id) }
            }
            Verdict::NotTaken(code) | Verdict::Lost(code) => Outcome::NotSent(code),
            Verdict::Refused(refusal) if refusal.in_words => Outcome::Refused(refusal.code()),
            // The hub gives a number, or says why not: somebody else has answered.
            Verdict::Token(_) | Verdict::WithoutId | Verdict::Refused(_) => {
                Outcome::NotSent("not-open311".to_owned())
            }
        }
    }
}

fn form<'a>(request: &'a Request, city: &'a City, key: &'a str) -> Form<'a> {
    let mut form = Form::default();
    form.put("api_key", key)
        .put("service_code", &request.service.0)
        .put("client_request_id", request.id.to_string())
        .put("service_request_id", request.number.to_string())
        .put("access_code", &request.access_code.0)
        .put("channel", channel(request.origin))
        .put("branch", &request.branch)
        .put("locale", request.language.tag());
    put_moments(&mut form, request, city);
    put_location(&mut form, request, city);
    put_person(&mut form, &request.draft);
    if let Some(note) = request.draft.note {
        form.put("note_seconds", note.seconds.to_string());
    }
    form.put("description", &request.draft.description).put_answers(request, city);
    form
}

fn put_moments(form: &mut Form<'_>, request: &Request, city: &City) {
    let written = |at| moment::write(at, &city.timezone);
    let promised = |due: Option<Due>| {
        let last = due?.last_moment().to_zoned(city.timezone.clone()).ok()?;
        Some(written(last.timestamp()))
    };
    form.put("requested_datetime", written(request.filed_at))
        .put("expected_datetime", promised(request.done_by).unwrap_or_default())
        .put("answer_by", promised(request.answer_by).unwrap_or_default())
        .put("dated", if request.dated { "" } else { "no" });
}

fn put_location(form: &mut Form<'_>, request: &Request, city: &City) {
    let location = Location::of(request, city);
    form.put("address_string", location.address());
    form.put("place_kind", request.draft.place.as_ref().map_or("none", |place| place.kind.name()));
    if let Some(coordinates) = location.coordinates() {
        let of_branch = matches!(location, Location::Branch(_));
        form.put_coordinates(coordinates)
            .put("coordinates_of", if of_branch { "branch" } else { "place" });
    }
}

fn put_person<'a>(form: &mut Form<'a>, draft: &'a Draft) {
    let (first, last) = names(&draft.name);
    form.put("first_name", first)
        .put("last_name", last)
        .put("for_whom", draft.for_whom.map_or("", for_whom))
        .put("anonymous", if draft.anonymous == Some(true) { "yes" } else { "" });
    match &draft.document {
        Some(Document::Given { kind, digits, adds_up }) => {
            form.put("document_kind", document_kind(*kind))
                .put("document", digits)
                .put("document_adds_up", if *adds_up { "" } else { "no" });
        }
        Some(Document::HasNone) => _ = form.put("document", "none"),
        Some(Document::RatherNot) => _ = form.put("document", "rather-not"),
        None => {}
    }
    match &draft.reply {
        Some(Some(reply)) => {
            form.put("reply_by", reply.channel.name()).put_reply(draft);
            if reply.channel == Channel::Letter {
                form.put("reply_to", &reply.to);
            }
            form.put("leave_message", reply.may_leave_message.map_or("", yes_or_no));
            match &reply.safe {
                Some(Safe::Yes) => _ = form.put("safe_to_call", "yes"),
                Some(Safe::No) => _ = form.put("safe_to_call", "no"),
                Some(Safe::OnlyAt(when)) => {
                    form.put("safe_to_call", "only-at").put("safe_when", when);
                }
                None => {}
            }
        }
        Some(None) => _ = form.put("reply_by", "none"),
        None => {}
    }
}

fn yes_or_no(yes: bool) -> &'static str {
    if yes { "yes" } else { "no" }
}

fn channel(origin: Origin) -> &'static str {
    match origin {
        Origin::Kiosk => "kiosk",
        Origin::Counter => "counter",
        Origin::Telephone => "telephone",
    }
}

fn for_whom(whom: ForWhom) -> &'static str {
    match whom {
        ForWhom::Me => "me",
        ForWhom::SomebodyElse => "somebody-else",
        ForWhom::SomebodyElseAnswered => "somebody-else-answered",
        ForWhom::WholeStreet => "whole-street",
    }
}

fn document_kind(kind: DocumentKind) -> &'static str {
    match kind {
        DocumentKind::Cpf => "cpf",
        DocumentKind::Cnp => "cnp",
    }
}
