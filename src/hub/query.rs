//! What a list is asked for: 90 days and 1000 rows at most (GeoReport v2), in pages.

use jiff::{SignedDuration, Timestamp};

use super::parameters::Parameters;
use super::refusal::Refusal;
use super::state::Status;
use super::store::{Page, Which, Window};
use crate::domain::city::ServiceCode;
use crate::wire::moment;

/// The longest span of a list.
const SPAN: SignedDuration = SignedDuration::from_hours(90 * 24);

/// The most rows of a list.
const ROWS: u32 = 1000;

/// Which requests are asked for. Numbers override everything else; what is none finds nothing.
pub(super) fn which(parameters: &Parameters, now: Timestamp) -> Result<Which, Refusal> {
    if parameters.get("service_request_id").is_some() {
        let numbers = parameters.list("service_request_id");
        return Ok(Which::Numbers(numbers.filter_map(|number| number.parse().ok()).collect()));
    }
    let services = parameters.list("service_code").map(|code| ServiceCode(code.to_owned()));
    Ok(Which::Filed {
        window: window(parameters, now)?,
        services: services.collect(),
        status: status(parameters)?,
    })
}

/// Both statuses are the same as none.
fn status(parameters: &Parameters) -> Result<Option<Status>, Refusal> {
    let mut wanted = None;
    for name in parameters.list("status") {
        let status = Status::from_name(name)
            .ok_or_else(|| Refusal::invalid("status must be open, closed or both."))?;
        if wanted.is_some_and(|other| other != status) {
            return Ok(None);
        }
        wanted = Some(status);
    }
    Ok(wanted)
}

/// The last 90 days, or the 90 days at the side of the one date that is given.
///
/// The default has no end: a station's clock may be a little ahead.
pub(super) fn window(parameters: &Parameters, now: Timestamp) -> Result<Window, Refusal> {
    let (start, end) = (date(parameters, "start_date")?, date(parameters, "end_date")?);
    let before = |end: Timestamp| end.checked_sub(SPAN).unwrap_or(Timestamp::MIN);
    let after = |start: Timestamp| start.checked_add(SPAN).unwrap_or(Timestamp::MAX);
    match (start, end) {
        (None, None) => Ok(Window { from: before(now), until: Timestamp::MAX }),
        (Some(from), None) => Ok(Window { from, until: after(from) }),
        (None, Some(until)) => Ok(Window { from: before(until), until }),
        (Some(from), Some(until)) if from > until => {
            Err(Refusal::invalid("start_date is after end_date."))
        }
        (Some(from), Some(until)) if until > after(from) => {
            Err(Refusal::invalid("start_date and end_date may be 90 days apart at most."))
        }
        (Some(from), Some(until)) => Ok(Window { from, until }),
    }
}

fn date(parameters: &Parameters, name: &str) -> Result<Option<Timestamp>, Refusal> {
    let read = |text| {
        moment::read(text)
            .ok_or_else(|| Refusal::invalid(format!("{name} must look like 2026-01-31T00:00:00Z.")))
    };
    parameters.get(name).map(read).transpose()
}

/// The part of the list in `page` (from 1) and `page_size`.
pub(super) fn page(parameters: &Parameters) -> Result<Page, Refusal> {
    let limit = whole(parameters, "page_size", ROWS)?.min(ROWS);
    let page = whole(parameters, "page", 1)?;
    Ok(Page { offset: (page - 1).saturating_mul(limit), limit })
}

fn whole(parameters: &Parameters, name: &str, otherwise: u32) -> Result<u32, Refusal> {
    let Some(text) = parameters.get(name) else { return Ok(otherwise) };
    text.parse()
        .ok()
        .filter(|number| *number > 0)
        .ok_or_else(|| Refusal::invalid(format!("{name} must be a whole number from 1.")))
}
