//! The city's server: Open311 GeoReport v2, stations, answers.
//!
//! `server` speaks HTTP, `filing` and `reading` hold the rules of who may send and see what,
//! `store` keeps it. `docs/wire.md` says what it promises.

pub mod access;
mod api;
pub mod booking;
mod caller;
mod calls;
mod catalogue;
pub mod drafts;
mod filing;
pub mod key;
pub mod note;
mod parameters;
mod query;
pub mod queue;
mod reading;
mod refusal;
pub mod request;
pub mod server;
pub mod state;
pub mod store;
#[cfg(test)]
pub(crate) mod tests;
pub(crate) mod web;

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use jiff::{SignedDuration, Timestamp};

use crate::domain::city::City;
use crate::domain::protocol_number::{ProtocolNumber, StationNumber};
use crate::edge::clock::Clock;
use crate::locale::Locales;
use key::ApiKey;
use request::{Alarm, StoredRequest};
use store::postgres::moving::{Moved, move_all};
use store::postgres::{Address, PostgresStore};
use store::sqlite::SqliteStore;
use store::{HubStore, Page, RequestQuery, StoreError, Which, Window};

/// The name of the hub's file in its data folder.
const FILE: &str = "hub.sqlite3";

/// Its name after everything in it was moved into a database.
const MOVED: &str = "hub.moved.sqlite3";

/// A city and what it keeps.
#[derive(Debug)]
pub struct Hub {
    city: City,
    store: Arc<dyn HubStore>,
    clock: Mutex<Clock>,
    started: Timestamp,
    public_url: Option<String>,
    words: Locales,
    /// Where packs of lessons lie that stations may fetch.
    lessons: Option<PathBuf>,
}

/// Why the hub could not do something.
#[derive(Debug, thiserror::Error)]
pub enum HubError {
    /// The store did not answer.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// No key can be made.
    #[error("The machine has no randomness to give for a key: {0}")]
    NoRandomness(#[from] getrandom::Error),
    /// There is nothing to be moved.
    #[error("There is no hub.sqlite3 in {}: name the hub's folder with --data", .0.display())]
    NoFile(PathBuf),
    /// Everything was moved, and the file is still there.
    #[error(
        "Everything is in the database now, but {} keeps its name ({why}): \
         rename it, so that no hub goes on with it", file.display()
    )]
    NotRenamed {
        /// The file.
        file: PathBuf,
        /// What the system says.
        why: std::io::Error,
    },
    /// A name is empty.
    #[error("A station or a key needs a name: give --name")]
    NoName,
    /// A text is empty or too long.
    #[error("The text must have some words, and 4000 characters at most")]
    NoText,
}

impl Hub {
    /// A hub over any store.
    #[must_use]
    pub fn new(city: City, store: Arc<dyn HubStore>) -> Self {
        let clock = Mutex::new(Clock::Machine);
        let started = whole(Clock::Machine.now());
        let words = Locales::default();
        Self { city, store, clock, started, public_url: None, words, lessons: None }
    }

    /// A hub over the SQLite file of a data folder. Several programs may open it.
    ///
    /// # Errors
    /// [`StoreError::Open`] and [`StoreError::Newer`].
    pub fn open(city: City, data: &Path) -> Result<Self, HubError> {
        Ok(Self::new(city, Arc::new(SqliteStore::open(&data.join(FILE))?)))
    }

    /// A hub over a PostgreSQL database, which other hubs may use at the same time.
    ///
    /// # Errors
    /// [`StoreError::Unusable`].
    pub async fn open_database(city: City, address: &str) -> Result<Self, HubError> {
        let address = Address::parse(address).map_err(StoreError::from)?;
        let store = PostgresStore::open(&address).await.map_err(StoreError::from)?;
        Ok(Self::new(city, Arc::new(store)))
    }

    /// Moves everything from the SQLite file of a data folder, which nobody uses meanwhile, into
    /// a new PostgreSQL database; tells how many rows of which tables. The file gets another
    /// name, so that no hub goes on with it.
    ///
    /// # Errors
    /// [`HubError::NoFile`], [`HubError::NotRenamed`] and [`HubError::Store`].
    pub async fn move_to_database(data: &Path, address: &str) -> Result<Vec<Moved>, HubError> {
        let address = Address::parse(address).map_err(StoreError::from)?;
        let (file, aside) = (data.join(FILE), data.join(MOVED));
        if !file.is_file() {
            return Err(HubError::NoFile(data.to_owned()));
        }
        let moved = move_all(&file, &address).await?;
        std::fs::rename(&file, &aside).map_err(|why| HubError::NotRenamed { file, why })?;
        Ok(moved)
    }

    /// Under which address clients reach it, where that is not the one that they ask:
    /// `https://156.example/open311/v2`.
    #[must_use]
    pub fn with_public_url(mut self, url: Option<String>) -> Self {
        self.public_url = url.map(|url| url.trim_end_matches('/').to_owned());
        self
    }

    /// With packs of lessons for stations, as they lie in a folder.
    #[must_use]
    pub fn with_lessons(mut self, folder: Option<PathBuf>) -> Self {
        self.lessons = folder;
        self
    }

    /// By another clock than the machine's: for tests and benches, which live through a week.
    #[must_use]
    pub fn with_clock(mut self, clock: Clock) -> Self {
        self.started = whole(clock.now());
        self.clock = Mutex::new(clock);
        self
    }

    /// Moves a clock that can be moved.
    pub fn wait(&self, by: SignedDuration) {
        self.clock.lock().unwrap_or_else(PoisonError::into_inner).advance(by);
    }

    /// What the clock shows, in whole seconds.
    fn now(&self) -> Timestamp {
        whole(self.clock.lock().unwrap_or_else(PoisonError::into_inner).now())
    }

    /// The address of a page of the hub for people, where it knows its own address.
    fn page(&self, path: &str) -> Option<String> {
        let root = self.public_url.as_deref()?.trim_end_matches(server::BASE);
        Some(format!("{root}/{path}"))
    }

    /// The words of its answers to people.
    #[must_use]
    pub fn with_words(mut self, words: Locales) -> Self {
        self.words = words;
        self
    }

    /// Enrols a station; its key is shown this once.
    ///
    /// # Errors
    /// [`HubError`]; also when 9999 stations were enrolled.
    pub async fn add_station(&self, name: &str) -> Result<(StationNumber, ApiKey), HubError> {
        let key = ApiKey::random()?;
        let number = self.store.add_station(name_of(name)?, key.digest(), self.now()).await?;
        Ok((number, key))
    }

    /// Makes a key for staff or for any other Open311 client; it is shown this once.
    ///
    /// # Errors
    /// [`HubError`].
    pub async fn add_key(&self, name: &str, staff: bool) -> Result<ApiKey, HubError> {
        let key = ApiKey::random()?;
        self.store.add_key(name_of(name)?, staff, key.digest(), self.now()).await?;
        Ok(key)
    }

    /// Every request, the newest first, for staff.
    ///
    /// # Errors
    /// [`HubError::Store`].
    pub async fn all_requests(&self) -> Result<Vec<StoredRequest>, HubError> {
        let which = Which::Filed { window: Window::ALWAYS, services: Vec::new(), status: None };
        let page = Page { offset: 0, limit: u32::MAX };
        Ok(self.store.requests(RequestQuery { which, without: None, page }).await?)
    }

    /// One request, for staff.
    ///
    /// # Errors
    /// [`HubError::Store`].
    pub async fn request(&self, number: ProtocolNumber) -> Result<Option<StoredRequest>, HubError> {
        Ok(self.store.request(number).await?)
    }

    /// Forgets drafts whose time has passed.
    ///
    /// # Errors
    /// [`HubError::Store`].
    pub async fn forget_drafts(&self) -> Result<(), HubError> {
        Ok(self.store.forget_drafts(self.now()).await?)
    }

    /// What staff must look at, the newest first.
    ///
    /// # Errors
    /// [`HubError::Store`].
    pub async fn alarms(&self) -> Result<Vec<Alarm>, HubError> {
        Ok(self.store.alarms().await?)
    }

    /// The city that it serves.
    #[must_use]
    pub fn city(&self) -> &City {
        &self.city
    }
}

fn name_of(name: &str) -> Result<String, HubError> {
    let name = name.trim();
    if name.is_empty() { Err(HubError::NoName) } else { Ok(name.to_owned()) }
}

/// The hub counts in whole seconds.
fn whole(moment: Timestamp) -> Timestamp {
    Timestamp::from_second(moment.as_second()).unwrap_or(moment)
}
