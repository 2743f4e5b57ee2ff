//! `acolhe lesson`: lessons, away from the kiosk.

#[cfg(feature = "screen")]
mod preview;
mod sums;

use std::process::ExitCode;

use crate::config::Setup;

/// Try lessons, and learn how they go
#[derive(Debug, clap::Args)]
pub struct LessonArgs {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    #[cfg(feature = "screen")]
    Preview(preview::PreviewArgs),
    Sums(sums::SumsArgs),
}

/// Does one thing with lessons.
///
/// # Errors
///
/// The city or its lessons cannot be read, or what was asked for cannot be done.
pub fn run(args: &LessonArgs, setup: Setup) -> anyhow::Result<ExitCode> {
    match &args.command {
        #[cfg(feature = "screen")]
        Command::Preview(args) => preview::run(args, setup),
        Command::Sums(args) => sums::run(args, &setup),
    }
}
