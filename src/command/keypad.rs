//! `acolhe keypad`: learns which key of a tactile keypad does what.

use std::io::{Write as _, stderr, stdout};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context as _;

use crate::edge::keypad;
use crate::edge::scanner::{Recording, Source};

/// Learn a tactile keypad by its keys
#[derive(Debug, clap::Args)]
pub struct KeypadArgs {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    Learn(LearnArgs),
}

/// Ask for each key in turn and write what was pressed as a profile; docs/keypads.md tells how
#[derive(Debug, clap::Args)]
struct LearnArgs {
    /// The keypad: /dev/input/by-id/…-event-kbd
    #[arg(long, value_name = "DEVICE", required_unless_present = "recording")]
    device: Option<PathBuf>,
    /// Presses that were recorded with evemu-record, in the device's place
    #[arg(long, value_name = "FILE", conflicts_with = "device")]
    recording: Option<PathBuf>,
    /// What a technician calls it
    #[arg(long, value_name = "TEXT")]
    name: String,
}

/// Writes the profile to standard output, and what is asked to the technician beside it.
///
/// # Errors
///
/// The keypad cannot be read, or a key that every pad has was not pressed.
pub fn run(args: &KeypadArgs) -> anyhow::Result<ExitCode> {
    let Command::Learn(args) = &args.command;
    let mut source = source(args)?;
    let profile = keypad::learn(source.as_mut(), &args.name, &mut stderr().lock())?;
    stdout().write_all(profile.as_bytes()).context("Writing the profile")?;
    Ok(ExitCode::SUCCESS)
}

fn source(args: &LearnArgs) -> anyhow::Result<Box<dyn Source>> {
    if let Some(file) = &args.recording {
        let text = std::fs::read_to_string(file)
            .with_context(|| format!("Cannot read {}", file.display()))?;
        return Ok(Box::new(Recording::read(&text)?));
    }
    opened(args.device.as_deref().unwrap_or(Path::new("")))
}

#[cfg(all(feature = "scanner", target_os = "linux"))]
fn opened(device: &Path) -> anyhow::Result<Box<dyn Source>> {
    let opened = crate::edge::scanner::keypad(device);
    opened.with_context(|| {
        format!(
            "Cannot read the keypad {}: plug it in, and be of the group input",
            device.display()
        )
    })
}

#[cfg(not(all(feature = "scanner", target_os = "linux")))]
fn opened(_: &Path) -> anyhow::Result<Box<dyn Source>> {
    anyhow::bail!(
        "This Acolhe was built without the keypad's reader: build it with `--features scanner`"
    )
}
