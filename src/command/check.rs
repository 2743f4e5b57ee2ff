//! `acolhe check`: tells an author everything that is wrong, with file, line and remedy.

mod paper;
mod report;

use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context as _, ensure};

use crate::config::{Config, ConfigError, Places, find_assets};
use crate::content::{self, Fault, Faults};
use crate::domain::signs::SCREENS;
use crate::edge::keypad::{KEYPADS, Profile, ProfileError};

/// Tell every mistake in configuration, cities, lessons and locales, with file, line and remedy
#[derive(Debug, clap::Args)]
pub struct CheckArgs {
    /// Folders of cities; without any, all cities, locales and lessons of the assets
    #[arg(value_name = "CITY")]
    paths: Vec<PathBuf>,
    /// Write the accessibility conformance report into this folder, and check nothing
    #[arg(long, value_name = "FOLDER", conflicts_with = "paths")]
    accessibility_report: Option<PathBuf>,
}

/// Prints all faults, one a line, and a summary. The exit code is 1 when there are any.
///
/// # Errors
///
/// There is no such folder.
pub fn run(args: &CheckArgs, places: &Places) -> anyhow::Result<ExitCode> {
    if let Some(folder) = &args.accessibility_report {
        report::write(folder)?;
        return Ok(ExitCode::SUCCESS);
    }
    let faults = find(args, places)?;
    let mut out = io::stdout().lock();
    for fault in faults.list() {
        writeln!(out, "{fault}")?;
    }
    for hint in clips_to_come(&cities(args, places)?.0) {
        writeln!(out, "{hint}")?;
    }
    if faults.list().is_empty() {
        writeln!(out, "No faults")?;
        return Ok(ExitCode::SUCCESS);
    }
    let counted = |count: usize, one: &str| match count {
        1 => format!("1 {one}"),
        _ => format!("{count} {one}s"),
    };
    let (told, files) = (counted(faults.list().len(), "fault"), counted(faults.files(), "file"));
    writeln!(out, "{told} in {files}")?;
    Ok(ExitCode::FAILURE)
}

fn find(args: &CheckArgs, places: &Places) -> anyhow::Result<Faults> {
    let (cities, config) = cities(args, places)?;
    if !args.paths.is_empty() {
        return Ok(content::check(&cities, None));
    }
    let assets = find_assets(places.assets.as_deref())?;
    let locales = assets.join("locales");
    let faults = content::check(&cities, Some(&locales));
    let printed = paper::faults(&cities, &locales);
    let keypads = keypads(&assets.join(KEYPADS));
    let lessons = assets.join("lessons");
    let taught = lessons.is_dir().then(|| content::lessons::check(&lessons, &locales));
    let taught = taught.iter().flat_map(Faults::list).cloned();
    let all = faults.list().iter().cloned().chain(printed).chain(config).chain(keypads);
    Ok(all.chain(taught).collect())
}

/// The cities that are checked, and what is wrong with the configuration.
fn cities(args: &CheckArgs, places: &Places) -> anyhow::Result<(Vec<PathBuf>, Option<Fault>)> {
    if !args.paths.is_empty() {
        for path in &args.paths {
            ensure!(path.is_dir(), "No folder {}. Name the folder of a city", path.display());
        }
        return Ok((args.paths.clone(), None));
    }
    let assets = find_assets(places.assets.as_deref())?;
    let mut cities = folders(&assets.join("cities"))?;
    let config = match configured(places)? {
        Ok(city) => {
            cities.extend(city.filter(|city| !cities.contains(city)));
            None
        }
        Err(fault) => Some(fault),
    };
    Ok((cities, config))
}

/// Which screens still wait for a clip, in cities that have sign language: no fault, but to do.
fn clips_to_come(cities: &[PathBuf]) -> impl Iterator<Item = String> {
    cities.iter().filter_map(|dir| {
        let signs = content::city::load(dir).ok()?.signs?;
        let missing: Vec<&str> = signs.missing().collect();
        let (count, all) = (missing.len(), SCREENS.len());
        let screens = missing.join(", ");
        let told = format!(
            "{}: {count} of {all} screens have no clip in {} yet: {screens}",
            dir.display(),
            signs.name
        );
        (count > 0).then_some(told)
    })
}

/// What is wrong with profiles of keypads.
fn keypads(folder: &Path) -> Vec<Fault> {
    let names = Profile::names(folder).into_iter();
    names
        .filter_map(|name| {
            let file = folder.join(format!("{name}.toml"));
            match Profile::read(&file).err()? {
                ProfileError::Wrong { file, line, what, remedy } => {
                    Some(Fault { file, line, what, remedy })
                }
                other => {
                    let remedy = "Make it readable".to_owned();
                    Some(Fault { file, line: 1, what: other.to_string(), remedy })
                }
            }
        })
        .collect()
}

/// The city that the configuration names, or what is wrong with the configuration.
fn configured(places: &Places) -> anyhow::Result<Result<Option<PathBuf>, Fault>> {
    if places.config.is_none() {
        return Ok(Ok(None));
    }
    match Config::load(places) {
        Ok(setup) => Ok(Ok(Some(setup.city_dir()))),
        Err(ConfigError::File(fault)) => Ok(Err(fault)),
        Err(error) => Err(error.into()),
    }
}

fn folders(dir: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let entries = std::fs::read_dir(dir)
        .with_context(|| format!("Cannot list {}. Make it readable", dir.display()))?;
    let folders = entries.filter_map(|entry| Some(entry.ok()?.path()));
    Ok(folders.filter(|path| path.is_dir()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::city::Language;

    /// As many words as a code needs, any two of which differ by two letters.
    fn code_words() -> String {
        let letter = |number: usize| char::from(b"abcdefghijklmnop"[number % 16]);
        let word = |number: usize| {
            let half: String = [number / 256, number / 16, number].map(letter).iter().collect();
            format!("{half}{half}\n")
        };
        (0..1024).map(word).collect()
    }

    /// Assets with one empty city and no messages.
    fn assets() -> tempfile::TempDir {
        let dir = tempfile::tempdir().expect("temporary folder");
        for name in ["cities/tiny", "locales"] {
            std::fs::create_dir_all(dir.path().join(name)).expect("writable");
        }
        for language in Language::ALL {
            let folder = dir.path().join("locales").join(language.tag());
            std::fs::create_dir_all(&folder).expect("writable");
            std::fs::write(folder.join("pronunciation.toml"), "").expect("writable");
            let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales").join(language.tag());
            for file in ["language.toml", "plain.toml"] {
                std::fs::copy(own.join(file), folder.join(file)).expect("writable");
            }
            std::fs::write(folder.join("code-words.txt"), code_words()).expect("writable");
        }
        dir
    }

    #[test]
    fn without_folders_all_cities_and_the_configuration_are_checked() {
        let dir = assets();
        let config = dir.path().join("station.toml");
        std::fs::write(&config, "[idle]\nsecond = 1\n").expect("writable");
        let places = Places {
            config: Some(config),
            data: Some(dir.path().to_owned()),
            assets: Some(dir.path().to_owned()),
        };
        let faults = find(&CheckArgs { paths: Vec::new(), accessibility_report: None }, &places)
            .expect("faults");
        let files: Vec<_> = faults.list().iter().map(|fault| fault.file.file_name()).collect();
        assert_eq!(files, [Some("city.toml".as_ref()), Some("station.toml".as_ref())]);
        assert_eq!(faults.files(), 2);
    }

    #[test]
    fn profiles_of_keypads_are_checked() {
        let dir = assets();
        std::fs::remove_dir(dir.path().join("cities/tiny")).expect("an empty folder");
        let folder = dir.path().join(KEYPADS);
        std::fs::create_dir_all(&folder).expect("writable");
        std::fs::write(folder.join("pad.toml"), "name = \"Pad\"\n[keys]\nup = \"KEY_MUTE\"\n")
            .expect("writable");
        let places = Places { assets: Some(dir.path().to_owned()), ..Places::default() };
        let faults = find(&CheckArgs { paths: Vec::new(), accessibility_report: None }, &places)
            .expect("faults");
        let told: Vec<_> = faults.list().iter().map(|fault| (fault.line, &*fault.what)).collect();
        assert_eq!(told, [(3, "no window hears \"KEY_MUTE\"")]);
    }

    #[test]
    fn a_folder_that_does_not_exist_is_not_checked() {
        let dir = assets();
        let check = |name: &str| {
            find(
                &CheckArgs { paths: vec![dir.path().join(name)], accessibility_report: None },
                &Places::default(),
            )
        };
        assert!(check("cities/none").is_err());
        assert_eq!(check("cities/tiny").expect("faults").list().len(), 1);
    }
}
