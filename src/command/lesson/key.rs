//! `acolhe lesson key`: what an author signs packs with.

use std::io::{self, Write as _};
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context as _, ensure};

use crate::config::make_secret;
use crate::content::packs::SecretKey;

/// Make a key to sign packs of lessons with, and print its public half for cities
#[derive(Debug, clap::Args)]
pub(super) struct KeyArgs {
    /// The file for the secret key; one that exists is never overwritten
    file: PathBuf,
}

/// Makes the key.
///
/// # Errors
///
/// The file exists or cannot be written, or the system has no randomness.
pub(super) fn run(args: &KeyArgs) -> anyhow::Result<ExitCode> {
    let file = args.file.display();
    let key = SecretKey::make().context("The system gives no random bytes")?;
    let made = make_secret(&args.file, &key.text())
        .with_context(|| format!("Cannot write {file}. Make its folder writable"))?;
    ensure!(made, "{file} exists already, and a key is never overwritten. Name another file");
    let told = format!("Keep {file} secret, with a copy in a safe place. Cities trust this:");
    writeln!(io::stderr(), "{told}")?;
    writeln!(io::stdout(), "{}", key.public_text())?;
    Ok(ExitCode::SUCCESS)
}
