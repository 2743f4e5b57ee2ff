//! The order of questions: which lines a request has, and which screen comes next.

use super::action::Line;
use super::city::{AnonymousRule, City, IdentityNeed, PlaceNeed, Service};
use super::request::Draft;
use super::visit::{Screen, Visit};

/// The service of a draft.
#[must_use]
pub fn service_of<'a>(draft: &Draft, city: &'a City) -> Option<&'a Service> {
    draft.service.as_ref().and_then(|code| city.service(code))
}

/// The lines of a request, in the order in which they are asked and reviewed.
#[must_use]
pub fn lines(draft: &Draft, city: &City) -> Vec<Line> {
    let Some(service) = service_of(draft, city) else {
        return vec![Line::Service];
    };
    let mut lines = vec![Line::Service, Line::ForWhom];
    lines.extend(service.questions.iter().cloned().map(Line::Question));
    if service.place != PlaceNeed::None {
        lines.push(Line::Place);
    }
    lines.extend([Line::Description, Line::Who]);
    let anonymous = draft.anonymous == Some(true);
    if service.identity == IdentityNeed::Document && !anonymous {
        lines.push(Line::Document);
    }
    if !(anonymous && city.anonymous == AnonymousRule::FiledWithoutAnswer) {
        lines.push(Line::Reply);
    }
    lines
}

/// The first screen of a line.
#[must_use]
pub fn entry(line: &Line, draft: &Draft, city: &City) -> Screen {
    match line {
        Line::Service => Screen::Group,
        Line::ForWhom => Screen::ForWhom,
        Line::Question(id) => {
            let place = service_of(draft, city)
                .and_then(|service| service.questions.iter().position(|question| question == id));
            place.map_or(Screen::Review, Screen::Question)
        }
        Line::Place => Screen::PlaceKind,
        Line::Description if draft.note.is_some() => Screen::Recorded,
        Line::Description => Screen::Description,
        Line::Who => Screen::Who,
        Line::Document => Screen::Document,
        Line::Reply => Screen::Channel,
    }
}

/// The next question that was not passed, or the review.
#[must_use]
pub fn open_question(visit: &Visit, city: &City) -> Screen {
    lines(&visit.draft, city)
        .iter()
        .find(|line| !visit.passed.contains(*line))
        .map_or(Screen::Review, |line| entry(line, &visit.draft, city))
}

/// The line that a screen belongs to; `None` outside a filing.
#[must_use]
pub fn line_of(screen: &Screen, draft: &Draft, city: &City) -> Option<Line> {
    match screen {
        Screen::Group
        | Screen::Service(_)
        | Screen::OwnWords
        | Screen::Found
        | Screen::Urgent { .. }
        | Screen::Elsewhere => Some(Line::Service),
        Screen::ForWhom | Screen::Consent => Some(Line::ForWhom),
        Screen::Question(index) => service_of(draft, city)
            .and_then(|service| service.questions.get(*index))
            .cloned()
            .map(Line::Question),
        Screen::PlaceKind | Screen::Street | Screen::PlaceWords | Screen::AddressParts => {
            Some(Line::Place)
        }
        Screen::Description => Some(Line::Description),
        Screen::Recording | Screen::Recorded | Screen::NotRecorded(_) => {
            Some(if draft.service.is_some() { Line::Description } else { Line::Service })
        }
        Screen::Who | Screen::Name => Some(Line::Who),
        Screen::Document | Screen::DocumentDoubt => Some(Line::Document),
        Screen::Channel
        | Screen::ReplyTo
        | Screen::SafeToCall
        | Screen::SafeWhen
        | Screen::SharedTelephone
        | Screen::LeaveMessage => Some(Line::Reply),
        Screen::Welcome
        | Screen::Emergency
        | Screen::AtTheCounter(_)
        | Screen::Review
        | Screen::Done
        | Screen::Opinion
        | Screen::OpinionReason
        | Screen::Farewell
        | Screen::FollowNumber
        | Screen::FollowCode
        | Screen::FollowStatus
        | Screen::Booking(_)
        | Screen::Learning(_)
        | Screen::Saved
        | Screen::SavedWord(_)
        | Screen::SavedAnswer
        | Screen::LeftDrafts => None,
    }
}

/// The screen after a line is complete: the next line, or the review.
///
/// While a single line is being changed, lines that were passed before are not asked again.
#[must_use]
pub fn after(line: &Line, visit: &Visit, city: &City) -> Screen {
    lines(&visit.draft, city)
        .iter()
        .skip_while(|candidate| *candidate != line)
        .skip(1)
        // Whoever has said it aloud is not asked to write it.
        .filter(|candidate| !(**candidate == Line::Description && visit.draft.note.is_some()))
        .find(|candidate| !(visit.changing && visit.passed.contains(*candidate)))
        .map_or(Screen::Review, |next| entry(next, &visit.draft, city))
}
