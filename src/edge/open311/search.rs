//! Whether a request is at the server already, by the marker in its description.

use jiff::{SignedDuration, Timestamp};

use super::Open311;
use super::answer::{Ask, Failure};
use super::document;
use super::plain::{marker, service_code};
use crate::domain::city::City;
use crate::domain::request::Request;
use crate::wire::moment;

/// How far the clocks of station and server may be apart.
const DOUBT: SignedDuration = SignedDuration::from_hours(24);

/// The longest window that GeoReport allows.
const LONGEST_WINDOW: SignedDuration = SignedDuration::from_hours(90 * 24);

/// What a search told.
pub(super) enum Search {
    /// It is there, under this id where the server tells one.
    Found(Option<String>),
    /// It is surely not there.
    NotThere,
    /// Nobody can tell. Why, as a code.
    Unclear(String),
    /// The server was not reached. Why, as a code.
    LineDown(&'static str),
}

impl Open311 {
    /// Searches what was posted since a moment.
    pub(super) async fn search(&self, request: &Request, city: &City, since: Timestamp) -> Search {
        let (start, end) = window(since);
        let (start, end) =
            (moment::write(start, &city.timezone), moment::write(end, &city.timezone));
        let mut query = vec![("service_code", service_code(request, city))];
        // With a clock that is not to be believed the server's own default is the better window.
        if request.dated {
            query.extend([("start_date", start.as_str()), ("end_date", end.as_str())]);
        }
        let answer = match self.http.call(&["requests"], Ask::Read(&query)).await {
            Ok(answer) if answer.is_success() => answer,
            Ok(answer) => return Search::Unclear(answer.code()),
            Err(Failure::NotSent(code)) => return Search::LineDown(code),
            Err(Failure::Lost(code)) => return Search::Unclear(code.to_owned()),
        };
        let document = answer.document();
        let Some(list) = document.as_ref().and_then(document::list) else {
            return Search::Unclear("not-open311".to_owned());
        };
        let ours = marker(request);
        let words = |record| document::text(record, "description");
        let mut marked =
            list.iter().filter(|record| words(record).is_some_and(|it| it.contains(&ours)));
        let ids = marked.clone().find_map(|record| document::text(record, "service_request_id"));
        if ids.is_some() || marked.next().is_some() {
            return Search::Found(ids);
        }
        // A server that hides descriptions proves nothing.
        if list.is_empty() || list.iter().any(|record| words(record).is_some()) {
            Search::NotThere
        } else {
            Search::Unclear("no-descriptions".to_owned())
        }
    }
}

/// From a little before, for clocks that differ, to as late as GeoReport allows: that end lies in
/// the future, so that the window holds every attempt and no clock is needed.
fn window(since: Timestamp) -> (Timestamp, Timestamp) {
    let start = since.checked_sub(DOUBT).unwrap_or(Timestamp::MIN);
    (start, start.checked_add(LONGEST_WINDOW).unwrap_or(Timestamp::MAX))
}
