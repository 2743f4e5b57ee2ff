//! From posted parameters to a request in order: who may file what, and until when it is promised.

use std::collections::BTreeMap;

use jiff::Timestamp;

use super::access::AccessHash;
use super::caller::Caller;
use super::catalogue::known;
use super::key::KeyKind;
use super::parameters::Parameters;
use super::refusal::Refusal;
use super::request::{NewRequest, Numbering, Said};
use crate::domain::city::{AnonymousRule, City, Coordinates, Service};
use crate::domain::protocol_number::ProtocolNumber;
use crate::domain::request::{AccessCode, RequestId};
use crate::wire::filing::{CHOICES, TEXTS};
use crate::wire::moment;

/// The most answers, and the longest, that are kept with one request.
const ANSWERS: usize = 50;
const LONGEST_ANSWER: usize = 1000;

/// Checks everything and computes what was not posted.
///
/// # Errors
/// 403 for the key or a number that is not the key's, 404 for the service, 400 for the rest, with
/// every reason at once.
pub(super) fn read(
    city: &City,
    caller: Caller,
    parameters: &Parameters,
    now: Timestamp,
) -> Result<NewRequest, Refusal> {
    let (key, kind) = caller.key()?;
    let code = parameters
        .get("service_code")
        .ok_or_else(|| Refusal::invalid("A service_code is needed."))?;
    let service = known(city, code)?;

    let mut faults = Faults::default();
    let number =
        faults.parsed(parameters, "service_request_id", |text| text.parse::<ProtocolNumber>().ok());
    // Staff bring requests of a broken station from its recovery copy.
    let may_file = |number: ProtocolNumber| {
        kind == KeyKind::Staff || kind == KeyKind::Station(number.station())
    };
    if number.is_some_and(|number| !may_file(number)) {
        return Err(Refusal::forbidden("This number does not belong to the station of this key."));
    }
    let id = faults.parsed(parameters, "client_request_id", |text| text.parse().ok());
    let posted_at = faults.parsed(parameters, "requested_datetime", moment::read);
    let posted = Promises {
        expected_at: faults.parsed(parameters, "expected_datetime", moment::read),
        answer_by: faults.parsed(parameters, "answer_by", moment::read),
    };
    let code = faults.parsed(parameters, "access_code", access_code);
    let said = said(parameters, &mut faults);
    faults.none()?;

    let believed = said.field("dated") != Some("no");
    let requested_at = posted_at.filter(|_| believed).unwrap_or(now);
    let mut promises =
        if believed && posted.any() { posted } else { Promises::of(city, service, requested_at) };
    if said.field("anonymous") == Some("yes") && city.anonymous == AnonymousRule::FiledWithoutAnswer
    {
        promises.answer_by = None;
    }
    Ok(NewRequest {
        id: id.map(RequestId),
        numbering: number.map_or_else(|| own_number(city, now), Numbering::Posted),
        key,
        service: service.code.clone(),
        private: service.private,
        requested_at,
        received_at: now,
        expected_at: promises.expected_at,
        answer_by: promises.answer_by,
        access: code.as_ref().map(AccessHash::new).transpose()?,
        said,
    })
}

/// A number of the hub's own station, in the city's year.
fn own_number(city: &City, now: Timestamp) -> Numbering {
    let year = now.to_zoned(city.timezone.clone()).year();
    Numbering::Own { year: year.unsigned_abs() }
}

fn access_code(text: &str) -> Option<AccessCode> {
    let digits: String = text.chars().filter(|character| !character.is_whitespace()).collect();
    let six = digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_digit());
    six.then_some(AccessCode(digits))
}

/// The two promises. Posted ones bind: a paper somewhere says the same.
struct Promises {
    expected_at: Option<Timestamp>,
    answer_by: Option<Timestamp>,
}

impl Promises {
    fn any(&self) -> bool {
        self.expected_at.is_some() || self.answer_by.is_some()
    }

    fn of(city: &City, service: &Service, start: Timestamp) -> Self {
        let start = start.to_zoned(city.timezone.clone()).datetime();
        let end = |term| {
            let last = city.due(start, term).last_moment();
            last.to_zoned(city.timezone.clone()).ok().map(|zoned| zoned.timestamp())
        };
        Self {
            expected_at: service.done_within.and_then(end),
            answer_by: end(service.answer_within.unwrap_or(city.law)),
        }
    }
}

/// Everything that is kept as it was posted.
fn said(parameters: &Parameters, faults: &mut Faults) -> Said {
    let mut fields = BTreeMap::new();
    for (name, longest) in TEXTS {
        if let Some(text) = parameters.get(name) {
            faults.unless(text.chars().count() <= *longest, || {
                format!("{name} may have {longest} characters at most.")
            });
            fields.insert((*name).to_owned(), text.to_owned());
        }
    }
    for (name, choices) in CHOICES {
        if let Some(word) = parameters.get(name) {
            faults.unless(choices.contains(&word), || {
                format!("{name} must be one of: {}.", choices.join(", "))
            });
            fields.insert((*name).to_owned(), word.to_owned());
        }
    }
    Said {
        fields,
        coordinates: coordinates(parameters, faults),
        answers: answers(parameters, faults),
    }
}

fn coordinates(parameters: &Parameters, faults: &mut Faults) -> Option<Coordinates> {
    let degrees = |largest: f64| {
        move |text: &str| text.parse().ok().filter(|degrees: &f64| degrees.abs() <= largest)
    };
    let lat = faults.parsed(parameters, "lat", degrees(90.0));
    let long = faults.parsed(parameters, "long", degrees(180.0));
    faults.unless(parameters.get("lat").is_some() == parameters.get("long").is_some(), || {
        "lat and long are needed together.".to_owned()
    });
    lat.zip(long).map(|(lat, long)| Coordinates { lat, long })
}

/// Answers to questions that the catalogue no longer has are kept: somebody gave them.
fn answers(parameters: &Parameters, faults: &mut Faults) -> BTreeMap<String, Vec<String>> {
    let mut answers = BTreeMap::<String, Vec<String>>::new();
    for (code, answer) in parameters.attributes() {
        answers.entry(code.to_owned()).or_default().push(answer.to_owned());
    }
    let all = || answers.iter().flat_map(|(code, values)| values.iter().chain([code]));
    faults.unless(parameters.attributes().count() <= ANSWERS, || {
        format!("There may be {ANSWERS} attributes at most.")
    });
    faults.unless(all().all(|text| text.chars().count() <= LONGEST_ANSWER), || {
        format!("An attribute may have {LONGEST_ANSWER} characters at most.")
    });
    answers
}

/// Collects every fault, so that a caller hears of all of them at once.
#[derive(Default)]
struct Faults(Vec<String>);

impl Faults {
    fn unless(&mut self, right: bool, fault: impl FnOnce() -> String) {
        if !right {
            self.0.push(fault());
        }
    }

    /// A parameter that may be absent but not wrong.
    fn parsed<T>(
        &mut self,
        parameters: &Parameters,
        name: &str,
        parse: impl FnOnce(&str) -> Option<T>,
    ) -> Option<T> {
        let parsed = parameters.get(name).map(parse)?;
        self.unless(parsed.is_some(), || format!("{name} cannot be understood."));
        parsed
    }

    fn none(self) -> Result<(), Refusal> {
        if self.0.is_empty() { Ok(()) } else { Err(Refusal::all_of(self.0)) }
    }
}
