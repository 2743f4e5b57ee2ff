//! What others may hear: nothing of a person or of a private matter on the open loudspeaker.
//!
//! Names, documents, telephones, addresses and access codes are said there when the person asks
//! for it; a private service is said in headphones only.

use super::appointment;
use super::city::{City, Service};
use super::flow;
use super::offer;
use super::request::{Document, Draft};
use super::visit::{LookUp, Screen, Visit};

/// Whether the person was asked for headphones in this visit, and what they chose.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Aloud {
    /// Nothing was kept quiet yet.
    #[default]
    NotAsked,
    /// This screen asks.
    Asking,
    /// Another screen asked.
    Asked,
    /// The person wants to hear what is theirs, whoever else hears it.
    Yes,
}

/// What a screen keeps quiet on the open loudspeaker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// Nothing.
    Nothing,
    /// Who the person is, how to reach them, or their access code.
    Person,
    /// What it is about: only headphones may hear it.
    Matter,
}

/// What the screen of a visit keeps quiet.
#[must_use]
pub fn kept(visit: &Visit, city: &City) -> Kept {
    let person = match &visit.screen {
        _ if is_about_private(visit, city) => return Kept::Matter,
        Screen::Name
        | Screen::Document
        | Screen::DocumentDoubt
        | Screen::ReplyTo
        | Screen::FollowCode
        | Screen::Done => true,
        Screen::Booking(step) => appointment::is_personal(*step),
        Screen::Review => has_person(&visit.draft),
        _ => false,
    };
    if person { Kept::Person } else { Kept::Nothing }
}

/// Whether a screen is about a private service: one that is being asked for, was filed, or is
/// followed up.
#[must_use]
pub fn is_about_private(visit: &Visit, city: &City) -> bool {
    let private = |service: Option<&Service>| service.is_some_and(|service| service.private);
    match &visit.screen {
        Screen::Done => {
            private(visit.filed.as_ref().and_then(|request| city.service(&request.service)))
        }
        Screen::FollowStatus => match visit.follow_up.as_ref().map(|follow| &follow.answer) {
            Some(LookUp::Found(status)) => {
                status.details.is_some() && offer::is_private(status, city)
            }
            _ => false,
        },
        Screen::Booking(step) => appointment::is_about_private(*step, visit, city),
        screen => {
            let filing = flow::line_of(screen, &visit.draft, city).is_some();
            (filing || *screen == Screen::Review) && private(flow::service_of(&visit.draft, city))
        }
    }
}

fn has_person(draft: &Draft) -> bool {
    let named = !draft.name.is_empty() && draft.anonymous != Some(true);
    let documented = matches!(draft.document, Some(Document::Given { .. }));
    let reply = draft.reply.as_ref().and_then(Option::as_ref);
    named || documented || reply.is_some_and(|reply| !reply.to.is_empty())
}
