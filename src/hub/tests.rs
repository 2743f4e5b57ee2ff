//! The hub as a client meets it: through HTTP, on a real file.

mod booking;
mod catalogue;
mod drafts;
mod filing;
mod life;
mod note;
mod privacy;
mod reading;
mod updates;
mod web;

use std::path::Path;
use std::sync::Arc;

use reqwest::{Method, StatusCode};
use serde_json::Value;
use tempfile::TempDir;
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

use super::Hub;
use super::server::{BASE, serve};
use crate::domain::city::City;
use crate::domain::protocol_number::{ProtocolNumber, StationNumber};
use crate::domain::queue::sample::rules;
use crate::domain::queue::{Desk, Order};
use crate::domain::sample;
use crate::edge::clock::Clock;
use crate::locale::Locales;

/// A hub that listens, with a station and a key of each kind.
pub(crate) struct Served {
    pub(crate) folder: TempDir,
    pub(crate) hub: Arc<Hub>,
    pub(crate) origin: String,
    end: oneshot::Sender<()>,
    task: JoinHandle<std::io::Result<()>>,
    pub(crate) station: StationNumber,
    pub(crate) station_key: String,
    pub(crate) client_key: String,
    pub(crate) staff_key: String,
}

/// What came back.
pub(crate) struct Reply {
    pub(crate) status: StatusCode,
    pub(crate) content_type: String,
    pub(crate) text: String,
}

impl Reply {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap()
    }

    /// The only item of an array.
    pub(crate) fn only(&self) -> Value {
        let json = self.json();
        let items = json.as_array().unwrap();
        assert_eq!(items.len(), 1, "{}", self.text);
        items[0].clone()
    }

    /// The number of a request that was filed.
    pub(crate) fn number(&self) -> String {
        assert_eq!(self.status, 200, "{}", self.text);
        self.only()["service_request_id"].as_str().unwrap().to_owned()
    }

    /// The sentences of a refusal.
    pub(crate) fn refused(&self, status: u16) -> Vec<String> {
        assert_eq!(self.status, status, "{}", self.text);
        let json = self.json();
        let errors = json.as_array().unwrap().iter();
        errors
            .map(|error| {
                assert_eq!(error["code"], status);
                error["description"].as_str().unwrap().to_owned()
            })
            .collect()
    }
}

impl Served {
    pub(crate) async fn new() -> Self {
        Self::at(Clock::Machine).await
    }

    /// By another clock.
    pub(crate) async fn at(clock: Clock) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let hub = Arc::new(opened(folder.path()).with_clock(clock));
        let (station, station_key) = hub.add_station("kiosk").await.unwrap();
        let client_key = hub.add_key("app", false).await.unwrap();
        let staff_key = hub.add_key("desk", true).await.unwrap();
        let (origin, end, task) = listen(&hub).await;
        Self {
            folder,
            hub,
            origin,
            end,
            task,
            station,
            station_key: station_key.reveal().to_owned(),
            client_key: client_key.reveal().to_owned(),
            staff_key: staff_key.reveal().to_owned(),
        }
    }

    /// Ends and starts again on the same file.
    pub(crate) async fn restarted(mut self) -> Self {
        self.end.send(()).unwrap();
        self.task.await.unwrap().unwrap();
        self.hub = Arc::new(opened(self.folder.path()));
        (self.origin, self.end, self.task) = listen(&self.hub).await;
        self
    }

    pub(crate) fn own(&self, sequence: u32) -> String {
        ProtocolNumber::new(2026, self.station, sequence).unwrap().to_string()
    }

    pub(crate) async fn get(&self, path: &str, query: &[(&str, &str)]) -> Reply {
        self.call(Method::GET, path, query, &[]).await
    }

    pub(crate) async fn post(&self, path: &str, form: &[(&str, &str)]) -> Reply {
        self.call(Method::POST, path, &[], form).await
    }

    /// Files with the station's key and whatever else is given.
    pub(crate) async fn file(&self, form: &[(&str, &str)]) -> Reply {
        let key = [("api_key", self.station_key.as_str())];
        self.post("requests.json", &[&key, form].concat()).await
    }

    async fn call(
        &self,
        method: Method,
        path: &str,
        query: &[(&str, &str)],
        form: &[(&str, &str)],
    ) -> Reply {
        let url = format!("{}{BASE}/{path}", self.origin);
        let mut request = reqwest::Client::new().request(method.clone(), url).query(query);
        if method == Method::POST {
            request = request.form(form);
        }
        reply(request).await
    }
}

/// A hub over the sample city, with appointments and three desks.
pub(crate) fn opened(folder: &Path) -> Hub {
    let mut rules = rules(Order::Strict);
    rules.desks.insert("CENTRO".to_owned(), (1..=3).map(Desk::for_all).collect());
    let (booking, queue) = (Some(sample::booking()), Some(Arc::new(rules)));
    let city = City { booking, queue, ..sample::city() };
    let locales = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales");
    Hub::open(city, folder).unwrap().with_words(Locales::load(&locales).unwrap())
}

async fn reply(request: reqwest::RequestBuilder) -> Reply {
    let response = request.send().await.unwrap();
    let content_type = response.headers().get("content-type");
    Reply {
        status: response.status(),
        content_type: content_type.map(|it| it.to_str().unwrap().to_owned()).unwrap_or_default(),
        text: response.text().await.unwrap(),
    }
}

async fn listen(hub: &Arc<Hub>) -> (String, oneshot::Sender<()>, JoinHandle<std::io::Result<()>>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let origin = format!("http://{}", listener.local_addr().unwrap());
    let (end, ended) = oneshot::channel::<()>();
    let task = tokio::spawn(serve(listener, Arc::clone(hub), async {
        let _ = ended.await;
    }));
    (origin, end, task)
}

/// A new request id.
fn id() -> String {
    uuid::Uuid::new_v4().to_string()
}
