//! Packs of lessons that our own hub offers. It is not trusted with what they teach: whoever gets
//! one verifies its signature.

use reqwest::{Client, Url};

use super::http;
use super::open311::{CONNECT, Endpoint, Open311Error, WHOLE};
use crate::config::Dialect;
use crate::domain::lesson::pack::is_name;

pub use crate::wire::packs::Offered;

/// The hub, as it offers packs.
#[derive(Debug)]
pub struct PackClient {
    client: Client,
    /// `None` where the city's server is somebody else's.
    base: Option<Url>,
}

impl PackClient {
    /// Connects to nothing yet.
    ///
    /// # Errors
    /// When the address is none, or the machine has no root certificates.
    pub fn new(endpoint: &Endpoint) -> Result<Self, Open311Error> {
        let url = Url::parse(&endpoint.url);
        let url = url.map_err(|_| Open311Error::Address(endpoint.url.clone()))?;
        let client = http::client(&url, CONNECT, WHOLE).map_err(Open311Error::Client)?;
        let base = (endpoint.dialect != Dialect::Open311).then(|| http::beside(&url)).flatten();
        Ok(Self { client, base })
    }

    /// What is offered; nothing where nobody answers.
    pub async fn offered(&self) -> Vec<Offered> {
        let told = self.get(&["lessons"]).await.unwrap_or_default();
        let mut offered: Vec<Offered> = serde_json::from_slice(&told).unwrap_or_default();
        offered.retain(|pack| is_name(&pack.name));
        offered
    }

    /// The bytes of a pack, whatever they are; `None` where nobody gives them.
    pub async fn fetch(&self, pack: &Offered) -> Option<Vec<u8>> {
        self.get(&["lessons", &pack.name]).await
    }

    async fn get(&self, path: &[&str]) -> Option<Vec<u8>> {
        let mut url = self.base.clone()?;
        url.path_segments_mut().ok()?.extend(path);
        let mut response = self.client.get(url).send().await.ok()?;
        if !response.status().is_success() {
            return None;
        }
        http::body(&mut response).await.ok()?
    }
}
