//! `acolhe lesson`: lessons, away from the kiosk.

mod export;
mod key;
#[cfg(feature = "hub")]
mod lead;
mod pack;
mod packs;
#[cfg(feature = "screen")]
mod preview;
mod sums;

use std::process::ExitCode;

use crate::config::Setup;

pub(super) use export::{chosen, save};

/// Try lessons, lead a group, learn how lessons go, pack them for other stations, and export them
#[derive(Debug, clap::Args)]
pub struct LessonArgs {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    Add(packs::AddArgs),
    Export(export::ExportArgs),
    Key(key::KeyArgs),
    #[cfg(feature = "hub")]
    Lead(lead::LeadArgs),
    Pack(pack::PackArgs),
    Packs(packs::PacksArgs),
    #[cfg(feature = "screen")]
    Preview(preview::PreviewArgs),
    Remove(packs::RemoveArgs),
    Sums(sums::SumsArgs),
}

/// Does one thing with lessons.
///
/// # Errors
///
/// The city or its lessons cannot be read, or what was asked for cannot be done.
pub fn run(args: &LessonArgs, setup: &Setup) -> anyhow::Result<ExitCode> {
    match &args.command {
        Command::Add(args) => packs::add(args, setup),
        Command::Export(args) => export::run(args, setup),
        Command::Key(args) => key::run(args),
        #[cfg(feature = "hub")]
        Command::Lead(args) => lead::run(args, setup),
        Command::Pack(args) => pack::run(args, setup),
        Command::Packs(args) => packs::list(args, setup),
        #[cfg(feature = "screen")]
        Command::Preview(args) => preview::run(args, setup),
        Command::Remove(args) => packs::remove(args, setup),
        Command::Sums(args) => sums::run(args, setup),
    }
}
