//! What the screens of a filing ask and say.

use crate::domain::city::{Channel, City, EmergencyContact, Service, ServiceKind};
use crate::domain::devices::{HubState, PrinterState};
use crate::domain::flow;
use crate::domain::offer::{self, question_at};
use crate::domain::request::Document;
use crate::domain::visit::{Print, PrintState, Tray, Visit};
use crate::locale::Words;

use super::{Note, Scene, Told, moment, review, sentences};

fn service_of<'a>(scene: &Scene<'a>) -> Option<&'a Service> {
    flow::service_of(&scene.visit.draft, scene.city)
}

pub(super) fn service(scene: &Scene<'_>, group: &str) -> Told {
    let group = scene.city.groups.iter().find(|candidate| candidate.code == group);
    let name = group.and_then(|group| group.name.get(&scene.words.language()));
    let told = Told::plain(scene, "filing.service");
    match name {
        Some(name) => Told {
            title: scene.words.with("filing-service-in", &[("group", name.as_str().into())]),
            ..told
        },
        None => told,
    }
}

pub(super) fn found(scene: &Scene<'_>) -> Told {
    let unsure = scene.visit.found.first() == Some(&scene.city.unsure);
    let told = Told::plain(scene, "filing.found");
    if unsure {
        return Told { title: scene.words.text("filing-found-unsure"), ..told };
    }
    told
}

/// "Bombeiros: 193.", a sentence each.
pub(super) fn contacts<'a>(
    scene: &'a Scene<'_>,
    contacts: impl Iterator<Item = &'a EmergencyContact> + 'a,
) -> impl Iterator<Item = String> + 'a {
    contacts.map(|contact| {
        let name = contact.name.get(&scene.words.language()).map_or("", String::as_str);
        let args = [("name", name.into()), ("phone", contact.phone.as_str().into())];
        scene.words.with("emergency-contact", &args)
    })
}

pub(super) fn urgent(scene: &Scene<'_>, ids: &[String]) -> Told {
    let known: Vec<&EmergencyContact> =
        ids.iter().filter_map(|id| scene.city.emergency(id)).collect();
    let phone = known.first().map_or("", |contact| contact.phone.as_str());
    let title = scene.words.with("filing-urgent", &[("phone", phone.into())]);
    let mut told = Told::plain(scene, "filing.urgent");
    let after = std::mem::take(&mut told.say);
    let quiet =
        !scene.may_say_private() && known.iter().any(|contact| is_discreet(contact, scene.city));
    let said = told.say.len();
    let mut told = Told { title, ..told }.show_calls(contacts(scene, known.iter().copied()));
    if quiet {
        // Whom one calls tells what it is about.
        let telling = known.first().is_some_and(|contact| is_telling(contact, scene.city));
        told.aloud = telling.then(|| scene.words.text("urgent-quiet"));
        told.say.truncate(said);
        told = told.and(&scene.words.text("kept-calls"));
    }
    told.show_all("info", after)
}

/// Whether calling a contact tells that it is about violence: no open service names it.
fn is_discreet(contact: &EmergencyContact, city: &City) -> bool {
    let mut services = services_of(contact, city);
    services.clone().any(|it| city.violence.contains(&it.code)) && services.all(|it| it.private)
}

/// Whether the number alone tells it: nothing else calls there.
fn is_telling(contact: &EmergencyContact, city: &City) -> bool {
    let mut services = services_of(contact, city);
    is_discreet(contact, city) && services.all(|it| city.violence.contains(&it.code))
}

fn services_of<'a>(
    contact: &'a EmergencyContact,
    city: &'a City,
) -> impl Iterator<Item = &'a Service> + Clone {
    city.services.iter().filter(|it| it.call_first.contains(&contact.id))
}

/// What is not filed here: what it is, what to bring, the person's own deadline, the way.
pub(super) fn elsewhere(scene: &Scene<'_>) -> Told {
    let Some(service) = service_of(scene) else { return Told::plain(scene, "filing.elsewhere") };
    let kind = match service.kind {
        ServiceKind::Booking => "filing-elsewhere-booking",
        ServiceKind::Counter => "filing-elsewhere-counter",
        ServiceKind::Referral | ServiceKind::Request => "filing-elsewhere-referral",
    };
    let mut told = Told::plain(scene, "filing.elsewhere");
    let after = std::mem::take(&mut told.say);
    let mut told = Told { title: scene.words.text(kind), ..told };
    if service.private && !scene.may_say_private() {
        told = told.show("headphones", &scene.words.text("private-rest"));
    } else {
        told = told.show_all("info", elsewhere_details(scene));
    }
    told.show_all("file-pen", after)
}

/// What a service is, the way to it, what to bring, and the person's own deadline.
pub(super) fn elsewhere_details(scene: &Scene<'_>) -> Vec<String> {
    let words = service_of(scene).and_then(|service| service.words.get(&scene.words.language()));
    let Some(words) = words else { return Vec::new() };
    let mut details = vec![words.line.clone()];
    details.extend(words.way.clone());
    if !words.bring.is_empty() {
        let papers = words.bring.join("; ");
        let papers = [("papers", super::ended(&papers).into())];
        details.push(scene.words.with("filing-elsewhere-bring", &papers));
    }
    details.extend(words.deadline.clone());
    details
}

/// The number in doubt stands there to be compared; the open loudspeaker does not say it.
pub(super) fn document_doubt(scene: &Scene<'_>) -> Told {
    let told = Told::plain(scene, "filing.document-doubt");
    let Some(Document::Given { digits, .. }) = &scene.visit.draft.document else { return told };
    let text = moment::grouped("document", digits);
    let digits = super::ended(&moment::digits(digits));
    let told = if scene.may_say_private() { told.and(&digits) } else { told };
    Told { notes: vec![Note { icon: "id-card", text, sentence: 0, strong: true }], ..told }
}

pub(super) fn question(scene: &Scene<'_>, index: usize) -> Told {
    let mut told = Told::plain(scene, "filing.question");
    if offer::takes_several(scene.visit, scene.city) {
        told.say = sentences(&scene.words.text("filing-question-several"));
    }
    let question = question_at(index, scene.visit, scene.city);
    let ask = question.and_then(|question| question.words.get(&scene.words.language()));
    let Some(ask) = ask.map(|words| words.ask.clone()) else { return told };
    // A private service's question would betray it on the open loudspeaker: it is read instead.
    let private = service_of(scene).is_some_and(|s| s.private) && !scene.may_say_private();
    let aloud = private.then_some(told.title);
    Told { title: ask, aloud, ..told }
}

pub(super) fn place_words(scene: &Scene<'_>) -> Told {
    let kind = scene.visit.draft.place.as_ref().map_or("landmark", |place| place.kind.name());
    let told = Told::plain(scene, "filing.place-words");
    let title = scene.words.text(&format!("place-{kind}-ask"));
    Told { title, ..told }
}

pub(super) fn reply_to(scene: &Scene<'_>) -> Told {
    let told = Told::plain(scene, "filing.reply-to");
    let channel = channel_of(scene.visit).map_or("phone", Channel::name);
    let title = scene.words.text(&format!("reply-to-{channel}-ask"));
    Told { title, ..told }
}

/// What it is that may bring danger: a call, a message, a letter.
pub(super) fn safe_to_call(scene: &Scene<'_>) -> Told {
    let channel = channel_of(scene.visit).map_or("phone", Channel::name);
    let title = scene.words.text(&format!("safe-{channel}-ask"));
    Told { title, ..Told::plain(scene, "filing.safe-to-call") }
}

/// The channel of the draft's reply.
pub(super) fn channel_of(visit: &Visit) -> Option<Channel> {
    visit.draft.reply.as_ref()?.as_ref().map(|reply| reply.channel)
}

/// Read back in full; what is private is read only into headphones, or when its line is touched.
pub(super) fn review(scene: &Scene<'_>) -> Told {
    let (words, city, draft) = (scene.words, scene.city, &scene.visit.draft);
    let mut told = Told::plain(scene, "filing.review");
    let hints = std::mem::take(&mut told.say);
    for line in flow::lines(draft, city) {
        told.say.push(super::label::spoken_line(scene, &line));
    }
    if let Some(service) = service_of(scene) {
        let answered = review::is_answered(city, draft);
        let start = (!scene.devices.clock_doubtful).then_some(scene.now);
        let promises = review::promises(words, city, service, answered, start);
        told = promised(told, words, promises);
    }
    let privacy = city.words.get(&words.language()).map(|words| words.privacy.as_str());
    told = told.show_all("shield-check", privacy);
    Told { say: told.say.into_iter().chain(hints).collect(), ..told }
}

pub(super) fn done(scene: &Scene<'_>) -> Told {
    let words = scene.words;
    let told = Told::plain(scene, "filing.done");
    let Some(request) = scene.visit.filed.as_deref() else { return told };
    let groups = super::aloud::digits_of_number(request);
    let promises = review::promised(words, scene.city, request);
    let mut told = told.and(&words.with("done-number", &[("digits", groups.into())]));
    told = promised(told, words, promises);
    told = told.show("printer", &words.text(paper_message(scene)));
    if scene.devices.hub == HubState::Down {
        told = told.show("wifi-off", &words.text("done-offline"));
    }
    told.and(&super::ended(&words.text("plate-qr")))
}

fn promised(told: Told, words: Words<'_>, promises: review::Promises) -> Told {
    let (answer_id, done_id, name) = if promises.are_terms {
        ("promise-answer-term", "promise-done-term", "term")
    } else {
        ("promise-answer", "promise-done", "date")
    };
    let done = promises.done.map(|when| words.with(done_id, &[(name, when.into())]));
    let answer = match promises.answer {
        Some(when) => words.with(answer_id, &[(name, when.into())]),
        None => words.text("promise-no-answer"),
    };
    told.show_all("calendar-days", done).show("mail-check", &answer)
}

/// What is true about the paper at this moment.
pub(super) fn paper_message(scene: &Scene<'_>) -> &'static str {
    let last = scene.visit.prints.last();
    if let Some(Print { tray: Tray::Counter, state, .. }) = last {
        return match state {
            PrintState::Printed => "done-paper-counter-printed",
            PrintState::Started | PrintState::Sent => "done-paper-counter-sent",
            PrintState::NotPrinted | PrintState::Uncertain => "done-paper-counter-uncertain",
        };
    }
    match (last.map(|print| print.state), scene.devices.printer) {
        (Some(PrintState::Printed), _) => "done-paper-printed",
        (Some(PrintState::Started), _) => "done-paper-coming",
        (Some(PrintState::Sent), _) => "done-paper-sent",
        (Some(PrintState::Uncertain), _) => "done-paper-uncertain",
        (_, PrinterState::NoPaper) => "done-paper-none",
        (_, PrinterState::CoverOpen) => "done-paper-cover",
        (_, PrinterState::Fault) => "done-paper-fault",
        (None, printer) if printer.can_print() => "done-paper-again",
        _ => "done-paper-failed",
    }
}
