//! `acolhe lesson`: lessons, away from the kiosk.

mod export;
#[cfg(feature = "screen")]
mod preview;
mod sums;

use std::process::ExitCode;

use crate::config::Setup;

pub(super) use export::{chosen, save};

/// Try lessons, learn how they go, and take them elsewhere
#[derive(Debug, clap::Args)]
pub struct LessonArgs {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    Export(export::ExportArgs),
    #[cfg(feature = "screen")]
    Preview(preview::PreviewArgs),
    Sums(sums::SumsArgs),
}

/// Does one thing with lessons.
///
/// # Errors
///
/// The city or its lessons cannot be read, or what was asked for cannot be done.
pub fn run(args: &LessonArgs, setup: &Setup) -> anyhow::Result<ExitCode> {
    match &args.command {
        Command::Export(args) => export::run(args, setup),
        #[cfg(feature = "screen")]
        Command::Preview(args) => preview::run(args, setup),
        Command::Sums(args) => sums::run(args, setup),
    }
}
