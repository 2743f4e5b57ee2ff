//! `acolhe lesson add`, `packs` and `remove`: the packs of a station.

use std::io::{self, Write as _};
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context as _;
use jiff::civil::Date;

use crate::config::Setup;
use crate::content::packs::{Judge, Shelf, Taught, read};
use crate::content::{city, lessons};
use crate::domain::city::City;
use crate::domain::lesson::LessonId;
use crate::edge::clock::Clock;
use crate::locale::Locales;

/// Take a pack of lessons into this station, if an author whom the city trusts signed it
///
/// A running kiosk teaches it within a minute, once nobody is learning.
#[derive(Debug, clap::Args)]
pub(super) struct AddArgs {
    /// The pack
    pack: PathBuf,
}

/// List the packs of this station, until when they are good, and why one is not taught
#[derive(Debug, clap::Args)]
pub(super) struct PacksArgs {}

/// Take a pack of lessons away from this station
#[derive(Debug, clap::Args)]
pub(super) struct RemoveArgs {
    /// The pack's name, as `acolhe lesson packs` lists it
    name: String,
}

/// A station as far as packs are concerned.
struct Desk {
    shelf: Shelf,
    city: City,
    lessons: PathBuf,
    own: Taught,
    day: Date,
}

impl Desk {
    fn of(setup: &Setup) -> anyhow::Result<Self> {
        let lessons = setup.assets.join("lessons");
        let city = city::load(&setup.city_dir())?;
        let own = lessons::load(&lessons)?;
        let locales = Locales::load(&setup.assets.join("locales"))?;
        let day = Clock::Machine.now().to_zoned(city.timezone.clone()).date();
        let shelf = Shelf::of(&setup.data);
        Ok(Self { shelf, city, lessons, own: Taught::own(own, locales), day })
    }
}

/// Takes a pack. The exit code is 1 when it is refused; then nothing changed.
///
/// # Errors
///
/// The city or its lessons cannot be read.
pub(super) fn add(args: &AddArgs, setup: &Setup) -> anyhow::Result<ExitCode> {
    let Desk { shelf, city, lessons, own, day } = Desk::of(setup)?;
    let judge = Judge::of(&city, &lessons);
    let taken = read(&args.pack).and_then(|bytes| shelf.accept(&bytes, own, &judge, day));
    match taken {
        Ok(taken) => {
            let manifest = &taken.manifest;
            let lessons = listed(&taken.lessons);
            let how = if taken.new { "taken" } else { "there already" };
            let told = format!("{}: {how}, until {}: {lessons}", manifest.id, manifest.expires);
            writeln!(io::stdout(), "{told}")?;
            Ok(ExitCode::SUCCESS)
        }
        Err(refusal) => {
            writeln!(io::stderr(), "{} is refused. {refusal}", args.pack.display())?;
            Ok(ExitCode::FAILURE)
        }
    }
}

/// Lists packs. The exit code is 1 when one is not taught.
///
/// # Errors
///
/// The city or its lessons cannot be read.
pub(super) fn list(_: &PacksArgs, setup: &Setup) -> anyhow::Result<ExitCode> {
    let Desk { shelf, city, lessons, mut own, day } = Desk::of(setup)?;
    let standing = shelf.teach(&mut own, &Judge::of(&city, &lessons), day);
    let mut out = io::stdout().lock();
    let mut all_taught = true;
    for pack in &standing {
        let told = pack.told.as_ref().map(|(manifest, author)| {
            format!(" ({author}, made {}, until {})", manifest.made, manifest.expires)
        });
        let told = told.unwrap_or_default();
        match &pack.taught {
            Ok(lessons) => writeln!(out, "{}{told}: {}", pack.name, listed(lessons))?,
            Err(refusal) => {
                all_taught = false;
                writeln!(out, "{}{told}: not taught. {refusal}", pack.name)?;
            }
        }
    }
    if standing.is_empty() {
        writeln!(out, "No packs")?;
    }
    Ok(if all_taught { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Takes a pack away. The exit code is 1 when there is none of that name.
///
/// # Errors
///
/// It is there and cannot be taken away.
pub(super) fn remove(args: &RemoveArgs, setup: &Setup) -> anyhow::Result<ExitCode> {
    let removed = Shelf::of(&setup.data)
        .remove(&args.name)
        .with_context(|| format!("Cannot take {} away. Make its folder writable", args.name))?;
    if removed {
        writeln!(io::stdout(), "{}: taken away", args.name)?;
        return Ok(ExitCode::SUCCESS);
    }
    writeln!(io::stderr(), "No pack {}. `acolhe lesson packs` lists them", args.name)?;
    Ok(ExitCode::FAILURE)
}

fn listed(lessons: &[LessonId]) -> String {
    lessons.iter().map(|lesson| lesson.0.as_str()).collect::<Vec<_>>().join(", ")
}
