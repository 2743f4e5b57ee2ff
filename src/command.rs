//! One command a file: what the binary does, and with what.

pub mod check;
#[cfg(unix)]
pub mod doctor;
pub mod find;
#[cfg(feature = "hub")]
pub mod hub;
pub mod import;
pub mod keypad;
#[cfg(feature = "screen")]
pub mod kiosk;
pub mod leaflet;
pub mod lesson;
pub mod outbox;
pub mod panel;
pub mod play;
pub mod printer;
pub mod voice;

use std::io::Write as _;
use std::path::Path;
use std::process::ExitCode;

use anyhow::Context as _;
use clap::{Parser, Subcommand};

use crate::app::log::start_logging;
use crate::config::{Config, Places, Setup, find_assets};
use crate::content::{city, languages};
use crate::domain::city::{City, Language};
use crate::wire::note::pcm;

/// A place where anybody can be served by their city.
#[derive(Debug, Parser)]
#[command(name = "acolhe", version, about, arg_required_else_help = true)]
pub struct Cli {
    #[command(flatten)]
    places: Places,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    #[cfg(feature = "screen")]
    Kiosk(kiosk::KioskArgs),
    /// Serve citizens in a window
    #[cfg(not(feature = "screen"))]
    Kiosk {
        /// Whatever is given
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        rest: Vec<String>,
    },
    Play(play::PlayArgs),
    #[cfg(feature = "hub")]
    Hub(hub::HubArgs),
    /// The city's server
    #[cfg(not(feature = "hub"))]
    Hub {
        /// Whatever is given
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        rest: Vec<String>,
    },
    Check(check::CheckArgs),
    #[cfg(unix)]
    Doctor(doctor::DoctorArgs),
    Find(find::FindArgs),
    Import(import::ImportArgs),
    Keypad(keypad::KeypadArgs),
    Leaflet(leaflet::LeafletArgs),
    Lesson(lesson::LessonArgs),
    Outbox(outbox::OutboxArgs),
    Panel(panel::PanelArgs),
    Printer(printer::PrinterArgs),
    Voice(voice::VoiceArgs),
}

/// Runs one command.
///
/// # Errors
///
/// The command could not start; one line says what to do.
pub fn run(cli: Cli) -> anyhow::Result<ExitCode> {
    // What is wrong with a language's folder is told by `check`, and by a station that starts.
    if let Ok(assets) = find_assets(cli.places.assets.as_deref()) {
        let _ = languages::learn(&assets.join("locales"));
    }
    match cli.command {
        Command::Check(args) => check::run(&args, &cli.places),
        #[cfg(unix)]
        Command::Doctor(args) => doctor::run(&args, &cli.places),
        Command::Import(args) => import::run(&args),
        Command::Find(args) => {
            let setup = Config::load(&cli.places)?;
            find::run(&args, &city_of(&setup)?)
        }
        #[cfg(feature = "screen")]
        Command::Kiosk(args) => {
            let setup = Config::load(&cli.places)?;
            start_logging(&setup)?;
            kiosk::run(&args, &setup)
        }
        #[cfg(not(feature = "screen"))]
        Command::Kiosk { .. } => {
            anyhow::bail!(
                "This Acolhe was built without a window: build it with `--features screen`"
            )
        }
        Command::Play(args) => {
            let setup = Config::load(&cli.places)?;
            start_logging(&setup)?;
            play::run(&args, setup)
        }
        Command::Keypad(args) => keypad::run(&args),
        Command::Voice(args) => {
            let setup = Config::load(&cli.places)?;
            voice::run(&args, &setup)
        }
        Command::Leaflet(args) => {
            let setup = Config::load(&cli.places)?;
            leaflet::run(&args, &setup)
        }
        Command::Lesson(args) => {
            let setup = Config::load(&cli.places)?;
            lesson::run(&args, &setup)
        }
        Command::Printer(args) => {
            let setup = Config::load(&cli.places)?;
            printer::run(&args, &setup)
        }
        Command::Outbox(args) => {
            let setup = Config::load(&cli.places)?;
            outbox::run(&args, &setup)
        }
        Command::Panel(args) => {
            let setup = Config::load(&cli.places)?;
            start_logging(&setup)?;
            panel::run(&args, &setup)
        }
        #[cfg(feature = "hub")]
        Command::Hub(args) => {
            let setup = Config::load(&cli.places)?;
            let city = city_of(&setup)?;
            hub::run(args, city, &setup)
        }
        #[cfg(not(feature = "hub"))]
        Command::Hub { .. } => {
            anyhow::bail!("This Acolhe was built without the hub: build it with `--features hub`")
        }
    }
}

/// Width and height in pixels, as a flag gives them.
fn size(text: &str) -> Result<(u32, u32), String> {
    let sides = text
        .split_once('x')
        .and_then(|(width, height)| Some((width.parse().ok()?, height.parse().ok()?)));
    match sides {
        Some((width @ 320..=8000, height @ 320..=8000)) => Ok((width, height)),
        _ => Err("write width, x and height in pixels: 1080x1920".to_owned()),
    }
}

fn city_of(setup: &Setup) -> anyhow::Result<City> {
    Ok(city::load(&setup.city_dir())?)
}

/// The language of a tag, which the city has to speak; without a tag, the city's own.
fn language_of(tag: Option<&str>, city: &City) -> anyhow::Result<Language> {
    let Some(tag) = tag else { return Ok(city.own_language()) };
    let known = || city.languages.iter().map(|language| language.tag()).collect::<Vec<_>>();
    Language::from_tag(tag)
        .filter(|language| city.languages.contains(language))
        .with_context(|| format!("No language {tag} in {}: use {}", city.name, known().join(", ")))
}

/// Samples as a file that nobody else may read.
fn save_sound(samples: &[i16], to: &Path) -> anyhow::Result<()> {
    let mut options = std::fs::File::options();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let cannot = || format!("Cannot make {}: it may exist already", to.display());
    let mut file = options.open(to).with_context(cannot)?;
    file.write_all(&pcm(samples)).with_context(cannot)?;
    file.sync_all().with_context(cannot)
}
