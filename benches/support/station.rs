//! A real station in this process, in a folder that is gone afterwards, and somebody who uses it.

#![allow(dead_code, reason = "each bench uses what it needs")]

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use acolhe::app::App;
use acolhe::config::{Config, Places, Setup, store_key};
use acolhe::domain::event::{Event, Intent};
use acolhe::domain::protocol_number::ProtocolNumber;
use acolhe::domain::request::{Request, RequestId};
use acolhe::edge::clock::Clock;
use acolhe::store::{Enrolment, Seal, Store};
use anyhow::{Context, anyhow, bail};
use tempfile::TempDir;
use uuid::Uuid;

/// Nobody listens there.
pub(crate) const NOWHERE: &str = "http://127.0.0.1:9/open311/v2";

/// The longest that anything is waited for.
const PATIENCE: Duration = Duration::from_secs(10);

/// What is chosen where it is offered, the first first; one that ends in `:` stands for every
/// action that begins so.
const USUAL: [&str; 12] = [
    "finish",
    "request",
    "group:",
    "service:",
    "for:me",
    "answer-to:me",
    "place:cannot-say",
    "who:anonymous",
    "contact:none",
    "resume",
    "skip",
    "next",
];

/// A station's folder with its configuration.
pub(crate) struct Station {
    folder: TempDir,
}

impl Station {
    /// A station that is enrolled at a hub, with a printer.
    pub(crate) fn new(number: u16, hub: &str, key: &str, printer: &str) -> anyhow::Result<Self> {
        let folder = tempfile::tempdir_in(super::figures::folder())?;
        let text = format!(
            "[station]\nnumber = {number}\n[hub]\nurl = {hub:?}\nkey = {key:?}\n[printer]\n{printer}\n"
        );
        fs::write(folder.path().join("station.toml"), text)?;
        Ok(Self { folder })
    }

    pub(crate) fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    pub(crate) fn setup(&self) -> anyhow::Result<Setup> {
        let places = Places {
            config: Some(self.folder.path().join("station.toml")),
            data: Some(self.data()),
            assets: Some(Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()),
        };
        Ok(Config::load(&places)?)
    }

    pub(crate) fn start(&self) -> anyhow::Result<App> {
        Ok(App::start(&self.setup()?, Clock::Machine)?)
    }

    /// Its store, without the station.
    pub(crate) fn store(&self) -> anyhow::Result<Store> {
        let setup = self.setup()?;
        fs::create_dir_all(&setup.data)?;
        let seal = Seal::new(&store_key(&setup)?);
        Ok(Store::open(&setup.data, seal, &Enrolment::here(setup.station()))?)
    }
}

/// Answers one question after the other until the request could be filed.
pub(crate) fn to_review(app: &mut App) -> anyhow::Result<()> {
    for _ in 0..60 {
        app.settle(PATIENCE);
        let view = app.view();
        let offered = || view.actions.iter().filter(|action| action.enabled);
        if offered().any(|action| action.id == "file") {
            return Ok(());
        }
        let empty = view.screen == "filing.description"
            && view.fields.first().is_some_and(|field| field.value.is_empty());
        let intent = if empty {
            let text = "A luz do poste da frente de casa queimou faz uma semana".to_owned();
            Intent::Type { field: "description".to_owned(), text }
        } else {
            let chosen = USUAL.iter().find_map(|usual| {
                let fits = |id: &str| id == *usual || usual.ends_with(':') && id.starts_with(usual);
                offered().find(|action| fits(&action.id))
            });
            let chosen = chosen.with_context(|| format!("nothing usual on {}", view.screen))?;
            Intent::Do(chosen.id.parse().map_err(|_| anyhow!("no action"))?)
        };
        app.handle(&Event::Intent(intent))?;
    }
    bail!("a request was never ready to be filed")
}

/// The touch that files.
pub(crate) fn file() -> Event {
    Event::Intent(Intent::Do(acolhe::domain::action::Action::File))
}

/// Writes requests like one that a real visit filed.
pub(crate) struct Author {
    like: Request,
}

impl Author {
    /// For a station of this number.
    pub(crate) fn new(number: u16) -> anyhow::Result<Self> {
        let station = Station::new(number, NOWHERE, "key", "driver = \"none\"")?;
        let mut app = station.start()?;
        to_review(&mut app)?;
        app.handle(&file())?;
        let number = app.view().protocol.context("a number")?;
        app.stop();
        let number: ProtocolNumber = number.parse().map_err(|_| anyhow!("{number}?"))?;
        let (_, like) = station.store()?.find(number)?.context("a row")?;
        Ok(Self { like: like.context("a request")? })
    }

    /// The year of its requests.
    pub(crate) fn year(&self) -> u16 {
        self.like.number.year()
    }

    /// Another request, with this sequence.
    pub(crate) fn request(&self, sequence: u32) -> anyhow::Result<Request> {
        let number = ProtocolNumber::new(self.year(), self.like.number.station(), sequence);
        let id = RequestId(Uuid::new_v4());
        Ok(Request { id, number: number.context("a number")?, ..self.like.clone() })
    }
}
