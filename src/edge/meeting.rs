//! The machine that leads a group in this room, as a seat asks it.

use std::time::Duration;

use reqwest::header::CONTENT_TYPE;
use reqwest::{Client, Url};
use uuid::Uuid;

use super::http;
use crate::domain::meeting::Standing;
use crate::domain::meeting::seat::Told;
use crate::wire::meeting::{LEAVE, LeaveCall, SEAT, SeatAnswer, SeatCall};

/// A room is small: whoever does not answer at once is away.
const CONNECT: Duration = Duration::from_secs(1);
const WHOLE: Duration = Duration::from_secs(2);

/// Asks the machine of one address.
#[derive(Clone, Debug)]
pub struct MeetingClient {
    client: Client,
    base: Url,
}

impl MeetingClient {
    /// For the machine at an address that the configuration has checked; none for another.
    ///
    /// # Errors
    /// The machine has no root certificates, and the address needs them.
    pub fn new(address: &str) -> Result<Option<Self>, reqwest::Error> {
        let Ok(base) = Url::parse(address) else { return Ok(None) };
        let client = http::client(&base, CONNECT, WHOLE)?;
        Ok(Some(Self { client, base }))
    }

    /// Tells how a seat is; what is wanted of it. Takes no longer than two seconds.
    pub async fn tell(&self, code: String, token: Uuid, standing: Standing) -> Told {
        let call = SeatCall { code, token, standing };
        match self.ask(SEAT, &call).await {
            Some(SeatAnswer::Seat { number, wish }) => Told::Wish(number, wish),
            Some(SeatAnswer::Refused(why)) => Told::Refused(why),
            None => Told::NoLine,
        }
    }

    /// Gives a seat up. Nobody waits for the answer: an empty seat is seen all the same.
    pub async fn leave(&self, token: Uuid) {
        let _ = self.post(LEAVE, &LeaveCall { token }).await;
    }

    async fn ask(&self, path: &str, call: &SeatCall) -> Option<SeatAnswer> {
        let body = self.post(path, call).await?;
        serde_json::from_slice(&body).ok()
    }

    async fn post(&self, path: &str, call: &impl serde::Serialize) -> Option<Vec<u8>> {
        let mut address = self.base.clone();
        address.path_segments_mut().ok()?.pop_if_empty().extend(path.split('/').skip(1));
        let body = serde_json::to_vec(call).ok()?;
        let call = self.client.post(address).header(CONTENT_TYPE, "application/json").body(body);
        let mut response = call.send().await.ok()?;
        if !response.status().is_success() {
            return None;
        }
        http::body(&mut response).await.ok()?
    }
}
