//! The hub's own API, as a station asks it about appointments (`docs/booking.md`).
//!
//! A call that changes something carries an id of its own, so that it is made once more where no
//! answer came. What a hub says is checked before it is believed; no text of it is handed on.

mod answered;

use jiff::ToSpan as _;
use jiff::civil::Date;
use reqwest::header::{ACCEPT_LANGUAGE, CONTENT_TYPE};
use reqwest::{Client, Method, RequestBuilder, Url};
use serde_json::{Value, json};

use answered::{Days, Refused, Soonest};

use super::http;
use super::open311::{CONNECT, Endpoint, Open311Error, WHOLE};
use crate::config::{Dialect, Secret};
use crate::domain::appointment::ticket::NoTicket;
use crate::domain::appointment::{Answer, Ask, Booked, Day, Key};
use crate::domain::booking::state::BookingRefusal;
use crate::domain::city::{City, Language};

/// The most days of one question.
const DAYS: u32 = 31;

/// How often a call is made that gets no answer.
const TRIES: usize = 2;

/// The hub's API, as one station sees it.
#[derive(Debug)]
pub struct BookingClient {
    client: Client,
    /// `None` where the city's server is somebody else's.
    base: Option<Url>,
    key: Option<Secret>,
}

/// An answer, or how far the call came without one.
enum Came {
    Status(u16, Vec<u8>),
    NoLine,
    Lost,
}

impl BookingClient {
    /// Connects to nothing yet.
    ///
    /// # Errors
    /// When the address is none, or the machine has no root certificates.
    pub fn new(endpoint: &Endpoint) -> Result<Self, Open311Error> {
        let url = Url::parse(&endpoint.url);
        let url = url.map_err(|_| Open311Error::Address(endpoint.url.clone()))?;
        let client = http::client(&url, CONNECT, WHOLE).map_err(Open311Error::Client)?;
        let base = (endpoint.dialect != Dialect::Open311).then(|| http::beside(&url)).flatten();
        Ok(Self { client, base, key: endpoint.key.clone() })
    }

    /// Asks one question.
    pub async fn ask(&self, city: &City, language: Language, ask: &Ask) -> Answer {
        if self.base.is_none() {
            return Answer::NotThere;
        }
        let answer = match ask {
            Ask::Soonest { service } => self.soonest(language, &service.0).await,
            Ask::Days { service, branch } => self.days(city, language, &service.0, branch).await,
            Ask::Times { service, branch, date } => {
                let query = [("services", service.0.as_str()), ("branch", branch.as_str())];
                self.times(language, &query, Some(*date), 1).await.map(|days| {
                    let day = days.into_iter().find(|day| day.date == *date);
                    Answer::Times(day.map(|day| day.starts(city)).unwrap_or_default())
                })
            }
            Ask::Show { key } => {
                let number = key.number.digits();
                let path = ["bookings", number.as_str()];
                let call = self.call(Method::GET, &path, language, Some(key), None);
                self.booking(call, Some(key)).await
            }
            changing => self.change(language, changing).await,
        };
        answer.unwrap_or_else(|without| without)
    }

    async fn soonest(&self, language: Language, service: &str) -> Result<Answer, Answer> {
        let call = self.call(Method::GET, &["times", "soonest"], language, None, None);
        let call = call.map(|call| call.query(&[("services", service)]));
        let told: Vec<Soonest> = read(&self.answer(call).await?)?;
        let mut soonest: Vec<_> = told.into_iter().filter_map(Soonest::branch_and_time).collect();
        soonest.sort_by_key(|(_, start)| *start);
        Ok(Answer::Soonest(soonest))
    }

    /// From the hub's today to the end of what it plans, in as many calls as it takes.
    async fn days(
        &self,
        city: &City,
        language: Language,
        service: &str,
        branch: &str,
    ) -> Result<Answer, Answer> {
        let mut left = city.booking.as_ref().map_or(0, |rules| rules.horizon_days) + 1;
        let mut days: Vec<Day> = Vec::new();
        while left > 0 {
            let count = left.min(DAYS);
            let from = days.last().map(|day| day.date.saturating_add(1.day()));
            let query = [("services", service), ("branch", branch)];
            let told = self.times(language, &query, from, count).await?;
            if told.is_empty() {
                break;
            }
            days.extend(told.iter().map(|day| day.told(city)));
            left -= count;
        }
        Ok(Answer::Days(days))
    }

    async fn times(
        &self,
        language: Language,
        query: &[(&str, &str)],
        from: Option<Date>,
        count: u32,
    ) -> Result<Vec<answered::Day>, Answer> {
        let call = self.call(Method::GET, &["times"], language, None, None).map(|call| {
            let call = call.query(query).query(&[("days", count)]);
            match from {
                Some(from) => call.query(&[("from", from.to_string())]),
                None => call,
            }
        });
        let told: Days = read(&self.answer(call).await?)?;
        // One after the other, or it is nonsense.
        let follow = told.days.is_sorted_by(|one, other| one.date < other.date);
        let many = told.days.len() > DAYS as usize;
        if follow && !many { Ok(told.days) } else { Err(Answer::Later) }
    }

    /// A call that changes something, made again with the same id where no answer came.
    async fn change(&self, language: Language, ask: &Ask) -> Result<Answer, Answer> {
        let mut answer = Err(Answer::Later);
        for _ in 0..TRIES {
            answer = self.change_once(language, ask).await;
            if !matches!(answer, Err(Answer::Lost)) {
                break;
            }
        }
        answer
    }

    async fn change_once(&self, language: Language, ask: &Ask) -> Result<Answer, Answer> {
        let (verb, key, body) = match ask {
            Ask::Hold { call, service, branch, start } => {
                let body = json!({
                    "call_id": call,
                    "branch": branch,
                    "services": [service.0],
                    "start": start,
                });
                (None, None, body)
            }
            Ask::Confirm { call, key, name, phone } => {
                let body = json!({"call_id": call, "name": name, "phone": phone});
                (Some("confirm"), Some(key), body)
            }
            Ask::Move { call, key, branch, start } => {
                let body = json!({"call_id": call, "branch": branch, "start": start});
                (Some("change"), Some(key), body)
            }
            Ask::Cancel { call, key } => (Some("cancel"), Some(key), json!({"call_id": call})),
            Ask::CheckIn { .. } | Ask::Take { .. } => return self.ticket(language, ask).await,
            Ask::Soonest { .. } | Ask::Days { .. } | Ask::Times { .. } | Ask::Show { .. } => {
                return Err(Answer::Later);
            }
        };
        let number = key.map(|key| key.number.digits());
        let path: Vec<&str> =
            ["bookings"].into_iter().chain(number.as_deref()).chain(verb).collect();
        self.booking(self.call(Method::POST, &path, language, key, Some(&body)), key).await
    }

    /// A ticket, with an appointment or without.
    async fn ticket(&self, language: Language, ask: &Ask) -> Result<Answer, Answer> {
        let call = match ask {
            Ask::CheckIn { call, key, class } => {
                let (number, body) =
                    (key.number.digits(), json!({"call_id": call, "class": class}));
                let path = ["bookings", number.as_str(), "check-in"];
                self.call(Method::POST, &path, language, Some(key), Some(&body))
            }
            Ask::Take { call, branch, service, class } => {
                let body = json!({"call_id": call, "service": service, "class": class});
                let path = ["branches", branch.as_str(), "tickets"];
                self.call(Method::POST, &path, language, None, Some(&body))
            }
            _ => None,
        };
        let body = self.answer(call).await?;
        let told: answered::Ticket = match ask {
            Ask::CheckIn { .. } => read::<answered::CheckedIn>(&body)?.ticket,
            _ => read(&body)?,
        };
        Ok(told.taken().map_or(Answer::Later, |taken| Answer::Ticket(Box::new(taken))))
    }

    /// A call with the station's key, or with the code of one booking where it is about one.
    fn call(
        &self,
        method: Method,
        path: &[&str],
        language: Language,
        opens: Option<&Key>,
        body: Option<&Value>,
    ) -> Option<RequestBuilder> {
        let mut url = self.base.clone()?;
        url.path_segments_mut().ok()?.extend(path);
        let mut call = self.client.request(method, url).header(ACCEPT_LANGUAGE, language.tag());
        if let Some(key) = &self.key {
            call = call.bearer_auth(key.expose());
        }
        if let Some(key) = opens {
            call = call.header("Access-Code", key.code.0.as_str());
        }
        if let Some(body) = body {
            call = call.header(CONTENT_TYPE, "application/json").body(body.to_string());
        }
        Some(call)
    }

    async fn booking(
        &self,
        call: Option<RequestBuilder>,
        key: Option<&Key>,
    ) -> Result<Answer, Answer> {
        let told: answered::Booking = read(&self.answer(call).await?)?;
        let booked: Option<Booked> = told.booked(key);
        Ok(booked.map_or(Answer::Later, |booked| Answer::Booking(Box::new(booked))))
    }

    /// The body of a good answer; whatever else came is an answer by itself.
    async fn answer(&self, call: Option<RequestBuilder>) -> Result<Vec<u8>, Answer> {
        let call = call.ok_or(Answer::NotThere)?;
        match send(call).await {
            Came::Status(200..300, body) => Ok(body),
            Came::Status(status, body) => Err(refusal(status, &body)),
            Came::NoLine => Err(Answer::NoLine),
            Came::Lost => Err(Answer::Lost),
        }
    }
}

async fn send(call: RequestBuilder) -> Came {
    let mut response = match call.send().await {
        Ok(response) => response,
        Err(error) if error.is_connect() || error.is_builder() => return Came::NoLine,
        Err(_) => return Came::Lost,
    };
    let status = response.status().as_u16();
    match http::body(&mut response).await {
        Ok(body) => Came::Status(status, body.unwrap_or_default()),
        Err(_) => Came::Lost,
    }
}

fn read<T: serde::de::DeserializeOwned>(body: &[u8]) -> Result<T, Answer> {
    serde_json::from_slice(body).map_err(|_| Answer::Later)
}

/// Only a hub refuses with a code; a page that is not there is somebody else's server.
fn refusal(status: u16, body: &[u8]) -> Answer {
    let told: Option<Refused> = serde_json::from_slice(body).ok();
    let known = told.as_ref().and_then(|told| BookingRefusal::from_code(&told.code));
    match (known, told) {
        (Some(refusal), _) => Answer::Refused(refusal),
        (None, Some(told)) => {
            NoTicket::from_code(&told.code).map_or(Answer::Later, Answer::NoTicket)
        }
        (None, None) if status == 404 => Answer::NotThere,
        _ => Answer::Later,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_api_stands_beside_a_hubs_open311_and_beside_no_others() {
        let beside = |url: &str| http::beside(&Url::parse(url).unwrap()).map(|url| url.to_string());
        for (url, api) in [
            ("http://127.0.0.1:8311/open311/v2", Some("http://127.0.0.1:8311/api/v1")),
            ("https://x.example/city/open311/v2/", Some("https://x.example/city/api/v1")),
            ("https://x.example/georeport/v2", None),
            ("https://x.example/", None),
        ] {
            assert_eq!(beside(url).as_deref(), api, "{url}");
        }
    }

    #[test]
    fn only_a_hub_refuses_with_a_code() {
        let refused = |status, body: &str| refusal(status, body.as_bytes());
        let taken = r#"{"code":"slot_taken","message":"Gone."}"#;
        assert!(refused(409, taken) == Answer::Refused(BookingRefusal::SlotTaken));
        assert!(refused(503, r#"{"code":"later","message":""}"#) == Answer::Later);
        assert!(refused(404, "<html>") == Answer::NotThere);
        assert!(refused(502, "<html>") == Answer::Later);
    }
}
