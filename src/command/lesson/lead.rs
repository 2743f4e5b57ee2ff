//! `acolhe lesson lead`: a group learns together, and this machine leads it.

use std::io::{self, Write as _};
use std::net::{IpAddr, SocketAddr, UdpSocket};
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::{Context as _, ensure};
use tokio::net::TcpListener;

use crate::app::log::log_to_standard_error;
use crate::command::hub::asked_to_end;
use crate::config::Setup;
use crate::content::packs::{Judge, Shelf, Taught};
use crate::content::{city, lessons, pronunciation};
use crate::domain::settings::Settings;
use crate::edge::clock::Clock;
use crate::edge::voice::{self, Utterance, VoiceThread};
use crate::folder::FolderLock;
use crate::lead::{Lead, Speaker, serve};
use crate::locale::Locales;

/// The file of a meeting in the data folder.
const FILE: &str = "meeting.json";

/// Louder than for one person: it is for a room.
const VOLUME: u8 = 8;

/// Lead a group: seats on the tablets and kiosks of the room, one page for you, one for the wall
#[derive(Debug, clap::Args)]
pub(super) struct LeadArgs {
    /// Where seats and pages are served
    #[arg(long, value_name = "ADDR:PORT", default_value = "0.0.0.0:8320", env = "ACOLHE_LEAD")]
    listen: String,
}

/// Serves until it is ended.
///
/// # Errors
///
/// The city or its lessons cannot be read, another one leads from this data folder, or nobody can
/// listen there.
pub(super) fn run(args: &LeadArgs, setup: &Setup) -> anyhow::Result<ExitCode> {
    let mut city = city::load(&setup.city_dir())?;
    let folder = setup.assets.join("lessons");
    let locales = Locales::load(&setup.assets.join("locales"))?;
    let mut taught = Taught::own(lessons::load(&folder)?, locales);
    let today = Clock::Machine.now().to_zoned(city.timezone.clone()).date();
    // A pack that is not taught is told by doctor.
    let _ = Shelf::of(&setup.data).teach(&mut taught, &Judge::of(&city, &folder), today);
    city.taught = taught.library;
    ensure!(!city.taught.lessons.is_empty(), "There are no lessons. Run acolhe check");
    FolderLock::make(&setup.data)?;
    let _lock = FolderLock::take(&setup.data, "lead.lock")?;
    let speaker = speaker(setup)?;
    let mut lead = Lead::new(city, taught.locales, Clock::Machine, setup.data.join(FILE))
        .with_crest(setup.city_dir().join("crest.svg"));
    if let Some(speaker) = speaker {
        lead = lead.with_speaker(speaker);
    }
    log_to_standard_error();
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .context("Cannot start threads: check the limits of this account")?;
    runtime.block_on(listen(&args.listen, lead))?;
    Ok(ExitCode::SUCCESS)
}

async fn listen(address: &str, lead: Lead) -> anyhow::Result<()> {
    let listener = TcpListener::bind(address).await.with_context(|| {
        format!("Cannot listen on {address}: stop what uses it, or give another --listen")
    })?;
    let end = asked_to_end()?;
    let here = listener.local_addr()?;
    let port = here.port();
    let mut out = io::stdout();
    writeln!(out, "Your page:     http://127.0.0.1:{port}/{}/lead", lead.key())?;
    let heard_at = if here.ip().is_unspecified() { own_address() } else { Some(here.ip()) };
    if let Some(own) = heard_at {
        let seats = SocketAddr::new(own, port);
        writeln!(out, "For each seat: [lessons] leader = \"http://{seats}\"")?;
    }
    serve(listener, Arc::new(lead), end).await.context("Nobody listens any more")
}

/// The address by which this machine is known in its network. Nothing is sent.
fn own_address() -> Option<IpAddr> {
    let socket = UdpSocket::bind("0.0.0.0:0").ok()?;
    // An address for documentation (RFC 5737): only the way there is looked up.
    socket.connect("192.0.2.1:9").ok()?;
    Some(socket.local_addr().ok()?.ip())
}

/// The configured voice; none where none is.
fn speaker(setup: &Setup) -> anyhow::Result<Option<Speaker>> {
    let Some(driver) = voice::configured(&setup.config.voice) else { return Ok(None) };
    let words = setup.assets.join("locales");
    let pronunciations = pronunciation::load(&words, &setup.city_dir())?;
    // Where it fails it is silent; the page on the wall shows the words.
    let voice = VoiceThread::start(driver, |_| {});
    let Settings { rate, .. } = Settings::default();
    Ok(Some(Box::new(move |language, sentences| {
        let sentences =
            sentences.iter().map(|sentence| pronunciations.say(language, sentence)).collect();
        voice.say(Utterance { id: 0, sentences, from: 0, language, rate, volume: VOLUME });
    })))
}
