//! Packs of lessons at a station: read at its start, and looked for once a minute, on a thread of
//! their own. A stick is looked at where the configuration names where sticks are mounted, and the
//! hub is asked where it says so.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, SystemTime};

use jiff::civil::Date;
use jiff::tz::TimeZone;
use tokio::runtime;

use crate::config::Setup;
use crate::content::packs::{Judge, Refusal, Shelf, Taught, find, read};
use crate::domain::city::{Author, City, Language};
use crate::edge::clock::Clock;
use crate::edge::open311::Endpoint;
use crate::edge::packs::{Offered, PackClient};
use crate::locale::{LocaleError, Locales};

use super::lessons;
use super::log::{Event as LogEvent, log};
use super::{Report, endpoint};

/// How often somebody looks whether packs came or went.
const LOOK: Duration = Duration::from_mins(1);

/// A file as far as one can tell without reading it.
type Mark = (PathBuf, u64, Option<SystemTime>);

/// Where packs come from, and what they are measured by.
#[derive(Debug)]
pub(super) struct Packs {
    lessons: PathBuf,
    locales: PathBuf,
    stick: Option<PathBuf>,
    hub: Option<Endpoint>,
    shelf: Shelf,
    authors: Vec<Author>,
    languages: Vec<Language>,
    timezone: TimeZone,
    clock: Clock,
    /// On the stick; nothing is read twice.
    looked_at: BTreeSet<Mark>,
    /// What the hub gave; nothing is fetched twice.
    fetched: BTreeSet<Offered>,
    /// On the shelf when it was last taught.
    taught: BTreeSet<Mark>,
}

impl Packs {
    pub(super) fn of(setup: &Setup, city: &City, clock: Clock) -> Self {
        Self {
            lessons: setup.assets.join("lessons"),
            locales: setup.assets.join("locales"),
            stick: setup.config.lessons.stick.clone(),
            hub: setup.config.lessons.hub.then(|| endpoint(&setup.config.hub)),
            shelf: Shelf::of(&setup.data),
            authors: city.authors.clone(),
            languages: city.languages.clone(),
            timezone: city.timezone.clone(),
            clock,
            looked_at: BTreeSet::new(),
            fetched: BTreeSet::new(),
            taught: BTreeSet::new(),
        }
    }

    /// Takes new packs from a stick.
    pub(super) fn look_at_stick(&mut self) {
        let Some(stick) = &self.stick else { return };
        let there = marks(find(stick));
        for (file, ..) in there.difference(&self.looked_at) {
            self.take(read(file), "stick");
        }
        self.looked_at = there;
    }

    /// Takes new packs from the hub; without a line there are none.
    async fn look_at_hub(&mut self, hub: &PackClient) {
        for offered in hub.offered().await {
            if !self.fetched.contains(&offered)
                && let Some(bytes) = hub.fetch(&offered).await
            {
                self.take(Ok(bytes), "hub");
                self.fetched.insert(offered);
            }
        }
    }

    fn take(&self, bytes: Result<Vec<u8>, Refusal>, from: &str) {
        let Ok(own) = self.own() else { return };
        let judge = self.judge();
        match bytes.and_then(|bytes| self.shelf.accept(&bytes, own, &judge, self.day())) {
            Ok(taken) if taken.new => log(LogEvent::PackTaken, &[("from", from)]),
            Ok(_) => {}
            Err(refusal) => {
                log(LogEvent::PackRefused, &[("from", from), ("reason", refusal.id())]);
            }
        }
    }

    /// Everything that is taught here now.
    pub(super) fn teach(&mut self) -> Result<Taught, LocaleError> {
        self.taught = marks(self.shelf.files());
        let mut taught = self.own()?;
        for pack in self.shelf.teach(&mut taught, &self.judge(), self.day()) {
            if let Err(refusal) = pack.taught {
                log(LogEvent::PackRefused, &[("reason", refusal.id())]);
            }
        }
        Ok(taught)
    }

    /// What is taught now, if packs came or went since it was last told.
    fn look(&mut self) -> Option<Taught> {
        self.look_at_stick();
        if marks(self.shelf.files()) == self.taught { None } else { self.teach().ok() }
    }

    fn own(&self) -> Result<Taught, LocaleError> {
        Ok(Taught::own(lessons::taught(&self.lessons), Locales::load(&self.locales)?))
    }

    fn judge(&self) -> Judge<'_> {
        Judge { authors: &self.authors, languages: &self.languages, lessons: &self.lessons }
    }

    /// A wrong clock costs nothing: every lesson knows its last day, and is asked again when it is
    /// offered.
    fn day(&self) -> Date {
        self.clock.now().to_zoned(self.timezone.clone()).date()
    }
}

fn marks(files: Vec<PathBuf>) -> BTreeSet<Mark> {
    let mark = |file: PathBuf| {
        let about = file.metadata().ok()?;
        Some((file, about.len(), about.modified().ok()))
    };
    files.into_iter().filter_map(mark).collect()
}

/// Looks for packs until it is dropped.
#[derive(Debug)]
pub(super) struct PackThread {
    _until_dropped: Sender<()>,
}

impl PackThread {
    /// Begins to look; without a thread, packs come at the next start.
    pub(super) fn start(mut packs: Packs, reports: Sender<Report>) -> Option<Self> {
        let (until_dropped, end) = mpsc::channel();
        let hub = packs.hub.as_ref().and_then(|hub| PackClient::new(hub).ok());
        let work = move || {
            // A line of its own: what it waits for keeps nothing else waiting.
            let line = runtime::Builder::new_current_thread().enable_all().build().ok();
            loop {
                if let (Some(hub), Some(line)) = (&hub, &line) {
                    line.block_on(packs.look_at_hub(hub));
                }
                if let Some(taught) = packs.look() {
                    // The app has ended: nobody listens any more.
                    let _ = reports.send(Report::Lessons(Box::new(taught)));
                }
                if end.recv_timeout(LOOK) != Err(RecvTimeoutError::Timeout) {
                    break;
                }
            }
        };
        thread::Builder::new().name("packs".to_owned()).spawn(work).ok()?;
        Some(Self { _until_dropped: until_dropped })
    }
}
