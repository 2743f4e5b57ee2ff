//! `acolhe lesson export`: lessons for a learning management system.

use std::fs::File;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context as _, ensure};
use clap::ArgGroup;
use jiff::{Timestamp, Unit};
use uuid::Uuid;

use crate::command::language_of;
use crate::config::Setup;
use crate::content::{city, lessons};
use crate::domain::city::City;
use crate::domain::lesson::Lesson;
use crate::edge::clock::Clock;
use crate::lesson_export::{Course, cmi5, qti, xapi};
use crate::locale::Locales;

/// Write lessons as a learning management system takes them
#[derive(Debug, clap::Args)]
#[command(group(ArgGroup::new("out").required(true).multiple(true)))]
pub(super) struct ExportArgs {
    /// Lessons by their ids; without any, all that are taught in the city's country today
    #[arg(value_name = "ID")]
    ids: Vec<String>,
    /// A course to be played, for cmi5
    #[arg(long, value_name = "OUT.zip", group = "out")]
    cmi5: Option<PathBuf>,
    /// What a record store gets of one sitting of each lesson, for xAPI
    #[arg(long, value_name = "OUT.json", group = "out")]
    xapi: Option<PathBuf>,
    /// What can be asked without a practice phone, for item banks (QTI 3)
    #[arg(long, value_name = "OUT.zip", group = "out")]
    qti: Option<PathBuf>,
    /// The only language; without it, lessons in the city's own, named in all of its languages
    #[arg(long, value_name = "TAG")]
    language: Option<String>,
}

/// Exports, or tells what is wrong with the lessons on standard error and writes nothing. The exit
/// code is 1 when there are faults.
///
/// # Errors
///
/// The city cannot be read, there is no such lesson or language, or a file cannot be written.
pub(super) fn run(args: &ExportArgs, setup: &Setup) -> anyhow::Result<ExitCode> {
    let outs = [&args.cmi5, &args.xapi, &args.qti];
    for out in outs.into_iter().flatten() {
        // Nothing is made of which a part could not be kept.
        ensure!(!out.exists(), "{} exists already. Name another file, or move it", out.display());
    }
    let folder = setup.assets.join("lessons");
    let mut city = city::load(&setup.city_dir())?;
    let (taught, statements) = match (lessons::load(&folder), lessons::statements(&folder)) {
        (Ok(taught), Ok(statements)) => (taught, statements),
        (Err(faults), _) | (_, Err(faults)) => {
            let mut err = io::stderr().lock();
            writeln!(err, "{faults}")?;
            writeln!(err, "{} faults; nothing was written", faults.list().len())?;
            return Ok(ExitCode::FAILURE);
        }
    };
    city.taught = taught;
    let locales = Locales::load(&setup.assets.join("locales"))?;
    let now = Clock::Machine.now().round(Unit::Second)?;
    let language = language_of(args.language.as_deref(), &city)?;
    let named_in = match args.language {
        Some(_) => vec![language],
        None => city.languages.clone(),
    };
    let course = Course {
        lessons: chosen(&args.ids, &city, now)?,
        city: &city,
        language,
        named_in,
        statements: &statements,
        locales: &locales,
    };
    if let Some(out) = &args.cmi5 {
        save(out, &cmi5::package(&course)?)?;
    }
    if let Some(out) = &args.xapi {
        let statements = xapi::statements(&course, now, Uuid::new_v4)?;
        save(out, &serde_json::to_vec_pretty(&statements)?)?;
    }
    if let Some(out) = &args.qti {
        save(out, &qti::package(&course)?)?;
    }
    Ok(ExitCode::SUCCESS)
}

/// The lessons of these ids, or all that are taught; in the order of the curriculum.
pub(in crate::command) fn chosen<'a>(
    ids: &[String],
    city: &'a City,
    now: Timestamp,
) -> anyhow::Result<Vec<&'a Lesson>> {
    let day = now.to_zoned(city.timezone.clone()).date();
    let taught: Vec<&Lesson> = city.taught.taught(city.country, day).collect();
    ensure!(!taught.is_empty(), "Nothing is taught in {}. Run acolhe check", city.name);
    for id in ids {
        let known = || taught.iter().map(|it| it.id.0.as_str()).collect::<Vec<_>>().join(", ");
        let there = taught.iter().any(|lesson| lesson.id.0 == *id);
        ensure!(there, "No lesson {id} is taught in {} today. Use {}", city.name, known());
    }
    let wanted = |lesson: &&Lesson| ids.is_empty() || ids.contains(&lesson.id.0);
    Ok(taught.into_iter().filter(wanted).collect())
}

/// Writes a file that is not there yet.
pub(in crate::command) fn save(to: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    let cannot = || format!("Cannot write {}. Make its folder writable", to.display());
    let mut file = File::create_new(to).with_context(cannot)?;
    file.write_all(bytes).with_context(cannot)?;
    file.sync_all().with_context(cannot)
}
