//! What each screen offers by itself, before Back, Help and Settings are added.

use super::{FieldKind, Offer, aloud, appointment, is_private, later, learning, note};
use crate::domain::action::Action;
use crate::domain::appointment::bookable;
use crate::domain::city::{City, Country, Datatype, PlaceNeed, Question};
use crate::domain::flow;
use crate::domain::panel::CHOICES_ON_A_PAGE;
use crate::domain::request::PlaceKind;
use crate::domain::visit::{LookUp, Screen, Stage, Visit};

pub(super) fn of_screen(visit: &Visit, city: &City) -> Offer {
    use FieldKind::{Digits, LongText, Text};
    let draft = &visit.draft;
    let next = [Action::Next];
    let next_or_skip = [Action::Next, Action::Skip];
    match &visit.screen {
        Screen::Welcome => welcome(visit, city),
        Screen::Emergency => Offer::choices([Action::CallAttendant, Action::Request, Action::Home]),
        Screen::AtTheCounter(_) => Offer::choices([Action::CallAttendant, Action::Home]),
        Screen::Group => Offer {
            choices: city.groups.iter().map(|group| Action::Group(group.code.clone())).collect(),
            lead: vec![Action::OwnWords],
            ..Offer::default()
        },
        Screen::Service(group) => Offer {
            choices: city.services_in(group).map(|s| Action::Service(s.code.clone())).collect(),
            lead: vec![Action::OwnWords],
            ..Offer::default()
        },
        Screen::OwnWords => Offer::field("words", LongText, &next),
        Screen::Recording | Screen::Recorded | Screen::NotRecorded(_) => note::of_screen(visit),
        Screen::Found => Offer {
            choices: visit.found.iter().cloned().map(Action::Service).collect(),
            always: vec![Action::NoneOfThese],
            ..Offer::default()
        },
        Screen::Urgent { .. } => Offer::choices([Action::CallAttendant, Action::Next]),
        Screen::Elsewhere => elsewhere(visit, city),
        Screen::ForWhom => {
            let street = flow::service_of(draft, city).is_some_and(|s| s.place == PlaceNeed::Asked);
            Offer::choices(
                [Action::ForMe, Action::ForSomebodyElse]
                    .into_iter()
                    .chain(street.then_some(Action::ForWholeStreet)),
            )
        }
        Screen::Consent => Offer::choices([Action::AnswerToMe, Action::AnswerToThem]),
        Screen::Question(index) => question(*index, visit, city),
        Screen::PlaceKind => Offer {
            choices: place_kinds(city).map(Action::Place).collect(),
            bar: vec![Action::Skip],
            ..Offer::default()
        },
        Screen::Street => Offer {
            fields: vec![("address", Text)],
            choices: streets_like(visit.typed("address"), city).map(Action::Street).collect(),
            bar: next.to_vec(),
            ..Offer::default()
        },
        Screen::PlaceWords => Offer::field("place", LongText, &next_or_skip),
        Screen::AddressParts => Offer {
            fields: address_parts(city.country).iter().map(|part| (*part, Text)).collect(),
            bar: next_or_skip.to_vec(),
            ..Offer::default()
        },
        Screen::Description => Offer::field("description", LongText, &next_or_skip),
        Screen::Who => Offer::choices([Action::SayName, Action::Anonymous]),
        Screen::Name => Offer::field("name", Text, &next_or_skip),
        Screen::Document => Offer {
            fields: vec![("document", Digits)],
            choices: vec![Action::HaveNone, Action::RatherNot],
            bar: next.to_vec(),
            ..Offer::default()
        },
        Screen::DocumentDoubt => Offer::choices([Action::TypeAgain, Action::KeepAsTyped]),
        Screen::Channel => Offer::choices(
            city.channels.iter().copied().map(Action::Contact).chain([Action::ContactNone]),
        ),
        Screen::ReplyTo => Offer::field("reply-to", reply_kind(visit), &next_or_skip),
        Screen::SafeToCall | Screen::SafeWhen => aloud::whether_safe(&visit.screen),
        Screen::SharedTelephone | Screen::LeaveMessage => Offer::choices([Action::Yes, Action::No]),
        Screen::Review => review(visit, city),
        Screen::Done => Offer {
            choices: vec![
                Action::HearNumber,
                Action::Reprint,
                Action::Request,
                Action::CallAttendant,
            ],
            bar: vec![Action::Finish],
            ..Offer::default()
        },
        Screen::Opinion => opinion((1..=5).map(Action::Face)),
        Screen::OpinionReason => opinion(reasons().map(|reason| Action::Reason(reason.to_owned()))),
        Screen::Farewell => Offer::bar([Action::Finish]),
        Screen::FollowNumber => Offer::field("number", Digits, &next),
        Screen::FollowCode => Offer::field("code", Digits, &next_or_skip),
        Screen::FollowStatus => follow_status(visit, city),
        Screen::Booking(step) => appointment::of_screen(*step, visit, city),
        Screen::Learning(at) => learning::of_screen(at, visit, city),
        Screen::Saved | Screen::SavedWord(_) | Screen::SavedAnswer | Screen::LeftDrafts => {
            later::of_screen(visit, city)
        }
    }
}

/// What nobody has to say.
fn opinion(choices: impl Iterator<Item = Action>) -> Offer {
    Offer { bar: vec![Action::Skip], ..Offer::choices(choices) }
}

fn welcome(visit: &Visit, city: &City) -> Offer {
    let begun = visit.has_draft();
    // Whoever does not read finds it before anything else is asked.
    let pictures = !begun && !visit.settings.pictures;
    let rest = [Action::Booking, Action::Ticket, Action::Lessons, Action::Opinion];
    let choices = begun
        .then_some(Action::Request)
        .into_iter()
        .chain([Action::FollowUp])
        .chain(later::continue_saved(visit, city))
        .chain(rest)
        .chain(pictures.then_some(Action::Pictures(true)))
        .chain([Action::Emergency])
        .collect();
    // What most people come for stands over the others: with it in their row they would be nine.
    let lead = vec![if begun { Action::Resume } else { Action::Request }];
    Offer { lead, choices, ..Offer::default() }
}

fn review(visit: &Visit, city: &City) -> Offer {
    let lines = flow::lines(&visit.draft, city);
    // Where the lines alone fill a page, it is offered behind Help only: no line makes way for it.
    let save = later::save(visit, city).filter(|_| lines.len() < CHOICES_ON_A_PAGE);
    let choices = lines.into_iter().map(Action::Change).chain(save).collect();
    Offer { choices, bar: vec![Action::File], ..Offer::default() }
}

fn elsewhere(visit: &Visit, city: &City) -> Offer {
    let private = flow::service_of(&visit.draft, city).is_some_and(|service| service.private);
    let hear = private.then_some(Action::Hear);
    let service = flow::service_of(&visit.draft, city);
    let met = service.is_some_and(|service| bookable(city).any(|it| it.code == service.code));
    let book = met.then_some(Action::Booking);
    Offer::choices(hear.into_iter().chain(book).chain([
        Action::CallAttendant,
        Action::Home,
        Action::Next,
    ]))
}

fn follow_status(visit: &Visit, city: &City) -> Offer {
    let Some(follow_up) = &visit.follow_up else { return Offer::choices([Action::Home]) };
    let mut choices = Vec::new();
    match &follow_up.answer {
        LookUp::Found(status) => {
            if status.details.is_some() && is_private(status, city) {
                choices.push(Action::Hear);
            }
            if status.details.is_none() {
                choices.push(Action::GiveCode);
            }
            if status.stage != Stage::Closed {
                choices.push(Action::Complain);
            }
        }
        LookUp::CodeWrong => choices.push(Action::GiveCode),
        LookUp::Unreachable | LookUp::NotFound => choices.push(Action::TryAgain),
        LookUp::Looking | LookUp::TooManyCodes => {}
    }
    choices.extend([Action::CallAttendant, Action::Home]);
    Offer { choices, bar: vec![Action::Finish], ..Offer::default() }
}

/// The question on a screen.
#[must_use]
pub fn question_at<'a>(index: usize, visit: &Visit, city: &'a City) -> Option<&'a Question> {
    let id = flow::service_of(&visit.draft, city)?.questions.get(index)?;
    city.questions.get(id)
}

/// Whether the question on the screen takes several answers.
#[must_use]
pub fn takes_several(visit: &Visit, city: &City) -> bool {
    matches!(visit.screen, Screen::Question(index) if question_at(index, visit, city)
        .is_some_and(|question| question.datatype == Datatype::MultiValueList))
}

fn question(index: usize, visit: &Visit, city: &City) -> Offer {
    let Some(question) = question_at(index, visit, city) else {
        return Offer::bar([Action::Skip]);
    };
    let values = || question.values.iter().cloned().map(Action::Answer).collect();
    match question.datatype {
        Datatype::SingleValueList => {
            Offer { choices: values(), bar: vec![Action::Skip], ..Offer::default() }
        }
        Datatype::MultiValueList => {
            Offer { choices: values(), bar: vec![Action::Next, Action::Skip], ..Offer::default() }
        }
        Datatype::Line | Datatype::Datetime => {
            Offer::field("answer", FieldKind::Text, &[Action::Next, Action::Skip])
        }
        Datatype::Text => {
            Offer::field("answer", FieldKind::LongText, &[Action::Next, Action::Skip])
        }
        Datatype::Number => {
            Offer::field("answer", FieldKind::Digits, &[Action::Next, Action::Skip])
        }
    }
}

/// The ways to say where that make sense in this country.
fn place_kinds(city: &City) -> impl Iterator<Item = PlaceKind> {
    let village = city.country == Country::Romania;
    PlaceKind::ALL
        .into_iter()
        .filter(move |kind| *kind != PlaceKind::Village || village)
        .filter(move |kind| *kind != PlaceKind::Alley || !village)
}

/// The parts of an address after the street, in the order in which they are said.
#[must_use]
pub fn address_parts(country: Country) -> &'static [&'static str] {
    match country {
        Country::Brazil => &["number"],
        Country::Romania => &["number", "block", "stair", "floor", "flat"],
    }
}

/// Why a person is or is not satisfied.
pub fn reasons() -> impl Iterator<Item = &'static str> {
    ["easy", "kind", "fast", "difficult", "slow", "letters", "voice", "other"].into_iter()
}

/// What the reply field takes.
#[must_use]
pub fn reply_kind(visit: &Visit) -> FieldKind {
    use crate::domain::city::Channel;
    match visit.draft.reply.as_ref().and_then(Option::as_ref).map(|reply| reply.channel) {
        Some(Channel::Email) => FieldKind::Email,
        Some(Channel::Letter) => FieldKind::LongText,
        _ => FieldKind::Telephone,
    }
}

/// Rows of the streets whose name holds every word typed so far, at most six.
fn streets_like<'a>(typed: &str, city: &'a City) -> impl Iterator<Item = usize> + use<'a> {
    let words: Vec<String> =
        crate::domain::finder::plain(typed).split_whitespace().map(str::to_owned).collect();
    let long_enough = words.iter().map(String::len).sum::<usize>() >= 2;
    city.streets
        .iter()
        .enumerate()
        .filter(move |(_, street)| {
            let name = crate::domain::finder::plain(&street.name);
            long_enough
                && words
                    .iter()
                    .all(|word| name.split_whitespace().any(|part| part.starts_with(word.as_str())))
        })
        .map(|(row, _)| row)
        .take(6)
}
