//! Filing at a server that knows nothing of us: standard fields only, and never twice without a
//! search.

use std::borrow::Cow;

use super::Open311;
use super::answer::{Ask, Failure};
use super::document;
use super::form::{Form, Location, cut};
use super::remedy::Manner;
use super::search::Search;
use super::verdict::{Cause, Verdict};
use crate::domain::city::{City, Service};
use crate::domain::delivery::{Outcome, Progress};
use crate::domain::request::{Answer, Request, Safe};
use crate::wire::filing::LONGEST_DESCRIPTION;

/// After so many lost answers nothing is posted any more, only searched for: a server that takes
/// requests without ever saying so must not be flooded with one of them.
const MOST_LOST_ANSWERS: u32 = 5;

impl Open311 {
    pub(super) async fn deliver_plainly(
        &self,
        request: &Request,
        city: &City,
        progress: &Progress,
    ) -> Outcome {
        if let Some(token) = &progress.token {
            return self.exchange(token).await;
        }
        if let Some(since) = progress.unresolved_since {
            match self.search(request, city, since).await {
                Search::Found(remote_id) => return Outcome::Accepted { remote_id },
                Search::NotThere if progress.lost_answers < MOST_LOST_ANSWERS => {}
                Search::NotThere => return Outcome::StillUnresolved("not-listed".to_owned()),
                Search::Unclear(code) => return Outcome::StillUnresolved(code),
                Search::LineDown(code) => return Outcome::NotSent(code.to_owned()),
            }
        }
        self.post_plainly(request, city).await
    }

    async fn post_plainly(&self, request: &Request, city: &City) -> Outcome {
        let mut manner = Manner::FAITHFUL;
        loop {
            let form = form(request, city, self.key(), manner);
            let refusal = match Verdict::of(self.http.call(&["requests"], Ask::Post(&form)).await) {
                Verdict::Id(id) => return Outcome::Accepted { remote_id: Some(id) },
                Verdict::Token(token) => return Outcome::Token(token),
                Verdict::WithoutId => return Outcome::Unresolved("no-id".to_owned()),
                Verdict::NotTaken(code) => return Outcome::NotSent(code),
                Verdict::Lost(code) => return Outcome::Unresolved(code),
                Verdict::Refused(refusal) => refusal,
            };
            match (refusal.cause(), manner.remedied(refusal.cause(), &request.draft.name)) {
                (_, Some(remedied)) => manner = remedied,
                (Cause::Duplicate, None) => return self.duplicate(request, city).await,
                (_, None) => return Outcome::Refused(refusal.code()),
            }
        }
    }

    /// It may be ours that is there already.
    async fn duplicate(&self, request: &Request, city: &City) -> Outcome {
        match self.search(request, city, request.filed_at).await {
            Search::Found(remote_id) => Outcome::Accepted { remote_id },
            _ => Outcome::Unresolved("duplicate".to_owned()),
        }
    }

    /// The id for a token; the same token again while there is none.
    async fn exchange(&self, token: &str) -> Outcome {
        match self.http.call(&["tokens", token], Ask::Read(&[])).await {
            Ok(answer) if answer.status == 429 || answer.status >= 500 => {
                Outcome::StillUnresolved(answer.code())
            }
            Ok(answer) => {
                let document = answer.document().filter(|_| answer.is_success());
                match document.as_ref().and_then(document::request_id) {
                    Some(id) => Outcome::Accepted { remote_id: Some(id) },
                    None => Outcome::Token(token.to_owned()),
                }
            }
            Err(Failure::NotSent(code)) => Outcome::NotSent(code.to_owned()),
            Err(Failure::Lost(code)) => Outcome::StillUnresolved(code.to_owned()),
        }
    }
}

/// The service's code at this server.
pub(super) fn service_code<'a>(request: &'a Request, city: &'a City) -> &'a str {
    let remote = city.service(&request.service).and_then(|service| service.remote_code.as_deref());
    remote.unwrap_or(&request.service.0)
}

/// What an attempt without an answer is searched by.
pub(super) fn marker(request: &Request) -> String {
    format!("[protocolo {}]", request.number)
}

fn form<'a>(request: &'a Request, city: &'a City, key: &'a str, manner: Manner) -> Form<'a> {
    let location = Location::of(request, city);
    let branch = city.branch(&request.branch).filter(|_| manner.coordinates_of_branch);
    let borrowed = branch.filter(|_| location.coordinates().is_none());

    let mut form = Form::default();
    form.put("api_key", key)
        .put("service_code", service_code(request, city))
        .put("address_string", location.address());
    let coordinates = location.coordinates().or(borrowed.map(|branch| branch.coordinates));
    if let Some(coordinates) = coordinates {
        form.put_coordinates(coordinates);
    }
    manner.put_names(&mut form, &request.draft.name);
    if may_be_called(request) {
        form.put_reply(&request.draft);
    }
    form.put_answers(request, city);
    let mut lines = description(request, city);
    // Whoever reads it shall not look for the place there.
    lines.extend(borrowed.map(|branch| format!("lat, long: {}", branch.name)));
    form.put("description", marked(&lines.join("\n"), &marker(request)));
    form
}

/// A number that is safe at certain hours only cannot be told so here: it stays away.
fn may_be_called(request: &Request) -> bool {
    let reply = request.draft.reply.as_ref().and_then(Option::as_ref);
    reply.is_none_or(|reply| matches!(reply.safe, None | Some(Safe::Yes)))
}

/// What was answered, said and told of the place, in the city's own words.
fn description(request: &Request, city: &City) -> Vec<String> {
    let draft = &request.draft;
    let service = city.service(&request.service);
    let name = service.filter(|it| it.remote_code.is_some() && !it.private);
    let name = name.and_then(|service| service.words.get(&city.own_language()));
    let mut lines: Vec<String> = name.map(|words| words.name.clone()).into_iter().collect();
    lines.extend(service.into_iter().flat_map(|service| answers(request, service, city)));
    lines.push(draft.description.clone());
    let spoken = &city.own_language().habits().spoken_request;
    lines.extend(draft.note.map(|_| spoken.clone()));
    if let location @ Location::Said(_) = Location::of(request, city) {
        lines.push(location.address());
    }
    lines.retain(|line| !line.is_empty());
    lines
}

/// Each answer with its question's label.
fn answers(request: &Request, service: &Service, city: &City) -> Vec<String> {
    let answered = service.questions.iter().filter_map(|id| {
        let words = city.questions.get(id)?.words.get(&city.own_language());
        let said = match request.draft.answers.get(id)? {
            Answer::Text(text) => text.clone(),
            Answer::Chosen(values) => {
                let named = |value: &String| words?.values.get(value).cloned();
                let values = values.iter().map(|value| named(value).unwrap_or(value.clone()));
                values.collect::<Vec<_>>().join(", ")
            }
        };
        Some(format!("{}: {said}", words.map_or(id, |words| &words.short)))
    });
    answered.collect()
}

/// A text that ends in its marker and is no longer than GeoReport allows.
fn marked(text: &str, marker: &str) -> String {
    let room = LONGEST_DESCRIPTION - marker.chars().count() - 1;
    format!("{} {marker}", cut(Cow::Borrowed(text), room)).trim_start().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_description_still_ends_in_its_marker() {
        let text = marked(&"ș".repeat(5000), "[protocolo 1]");
        assert_eq!(text.chars().count(), LONGEST_DESCRIPTION);
        assert!(text.ends_with("ș [protocolo 1]"));
        assert_eq!(marked("", "[protocolo 1]"), "[protocolo 1]");
    }
}
