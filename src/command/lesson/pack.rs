//! `acolhe lesson pack`: an author signs lessons for stations elsewhere.

use std::ffi::OsStr;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context as _, ensure};
use jiff::Unit;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::export::save;
use crate::config::{Setup, read_secret};
use crate::content::packs::{self, MakeError, Order, SecretKey};
use crate::content::{Faults, check, lessons};
use crate::domain::lesson::pack::{ENDING, is_name};
use crate::edge::clock::Clock;

/// Sign lessons for other stations, with the practice phone, personas and words that they use
///
/// The lessons are checked first, as by `acolhe check`.
#[derive(Debug, clap::Args)]
pub(super) struct PackArgs {
    /// Lessons by their ids, without any all of them; then the pack, NAME.acolhe-lessons: a later
    /// one of the same name takes its place at stations
    #[arg(value_name = "LESSON… OUT", required = true)]
    names: Vec<String>,
    /// The file that `acolhe lesson key` made
    #[arg(long, value_name = "FILE")]
    key: PathBuf,
    /// Who makes the pack, for staff to read
    #[arg(long, value_name = "NAME")]
    by: String,
    /// The last day on which it is taught, as 2027-05-01
    #[arg(long, value_name = "DATE")]
    expires: Date,
}

/// Packs, or tells what is wrong with the lessons on standard error and writes nothing. The exit
/// code is 1 when there are faults.
///
/// # Errors
///
/// There is no such lesson, the key cannot be read, or the file cannot be written.
pub(super) fn run(args: &PackArgs, setup: &Setup) -> anyhow::Result<ExitCode> {
    let (out, ids) = args.names.split_last().context("Name the pack")?;
    let out = Path::new(out);
    let id = name(out)?;
    ensure!(!out.exists(), "{} exists already. Name another file", out.display());
    ensure!(!args.by.trim().is_empty(), "--by is empty. Say who makes the pack");
    let made = Clock::Machine.now().round(Unit::Second)?;
    let today = made.to_zoned(TimeZone::system()).date();
    ensure!(args.expires >= today, "--expires {} is over. Name a day to come", args.expires);
    let text = read_secret(&args.key)?;
    let key = SecretKey::parse(&text).with_context(|| {
        format!("{} is no key. Make one with `acolhe lesson key`", args.key.display())
    })?;
    let locales = setup.assets.join("locales");
    let wrong =
        [lessons::check(&setup.assets.join("lessons"), &locales), check(&[], Some(&locales))];
    let wrong: Faults = wrong.iter().flat_map(Faults::list).cloned().collect();
    if !wrong.list().is_empty() {
        return tell(&wrong);
    }
    let by = args.by.trim().to_owned();
    let order = Order { lessons: ids, id, by, made, expires: args.expires, key: &key };
    let bytes = match packs::make(&setup.assets, &order) {
        Ok(bytes) => bytes,
        Err(MakeError::Faults(faults)) => return tell(&faults),
        Err(error) => return Err(error.into()),
    };
    save(out, &bytes)?;
    let told = format!("{}: {} bytes, signed by", out.display(), bytes.len());
    writeln!(io::stdout(), "{told} {}", key.public_text())?;
    Ok(ExitCode::SUCCESS)
}

fn tell(faults: &Faults) -> anyhow::Result<ExitCode> {
    writeln!(io::stderr(), "{faults}\n{} faults; nothing was written", faults.list().len())?;
    Ok(ExitCode::FAILURE)
}

/// The pack's name, which its file's is.
fn name(out: &Path) -> anyhow::Result<String> {
    let name = out.file_stem().and_then(OsStr::to_str).filter(|name| is_name(name));
    let name = name.filter(|_| out.extension() == Some(OsStr::new(ENDING)));
    let name = name.with_context(|| {
        format!(
            "{} is no pack's name. Write small letters, digits and -, and .{ENDING}",
            out.display()
        )
    })?;
    Ok(name.to_owned())
}
