//! `acolhe printer`: a simulated printer, for tests and for whoever has none at hand.

use std::io::{BufReader, stdin, stdout};
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context as _;

use crate::config::Setup;
use crate::edge::printer::profile::Profile;
use crate::simulator::{Place, console};

/// Try printers
#[derive(Debug, clap::Args)]
pub struct PrinterArgs {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    Simulate(SimulateArgs),
}

/// Be a thermal printer that shows its paper and its faults; docs/printer-simulator.md tells how
#[derive(Debug, clap::Args)]
struct SimulateArgs {
    /// Where it listens
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:9100", conflicts_with = "pty")]
    listen: SocketAddr,
    /// The name that its terminal is given instead
    #[arg(long, value_name = "LINK")]
    pty: Option<PathBuf>,
    /// The printer that it is: a file of hardware/printers
    #[arg(long, value_name = "NAME", default_value = "epson-tm-t20x")]
    profile: String,
    /// Where its paper is laid: a picture and a text each
    #[arg(long, value_name = "FOLDER")]
    paper: PathBuf,
    /// Faults to come; more can be typed, a line each
    #[arg(long, value_name = "FILE")]
    faults: Option<PathBuf>,
}

/// Simulates a printer until it is told to stop.
///
/// # Errors
///
/// The profile, the place or the faults cannot be used.
pub fn run(args: &PrinterArgs, setup: &Setup) -> anyhow::Result<ExitCode> {
    let Command::Simulate(args) = &args.command;
    let profile = Profile::find(&setup.assets.join("hardware/printers"), &args.profile)?;
    let place = match &args.pty {
        Some(link) => Place::Pty(link.clone()),
        None => Place::Tcp(args.listen),
    };
    let faults = args.faults.as_deref();
    console::run(&profile, &place, &args.paper, faults, BufReader::new(stdin()), stdout())
        .context("The printer cannot be simulated")?;
    Ok(ExitCode::SUCCESS)
}
