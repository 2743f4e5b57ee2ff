//! `acolhe play`: a face without a window, JSON lines in and out. `docs/play.md` is its manual.

mod input;

use std::fs::File;
use std::io::Write;
use std::os::fd::AsFd;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

use anyhow::Context;
use jiff::Timestamp;
use serde::Serialize;

use crate::app::App;
use crate::config::Setup;
use crate::domain::devices::HubState;
use crate::domain::request::Origin;
use crate::edge::clock::Clock;
use crate::store::Counts;
use crate::view::View;

pub(super) use input::lines;

use input::Input;

/// The longest that due work is waited for, in real time.
const SETTLE: Duration = Duration::from_secs(5);

/// Play a station without a window: JSON lines in, JSON lines out.
#[derive(Debug, clap::Args)]
pub struct PlayArgs {
    /// Who sits at the keys
    #[arg(long = "as", value_name = "FACE", default_value = "kiosk")]
    face: Face,
    /// Start with this moment (RFC 3339); only `wait` moves it
    #[arg(long, value_name = "RFC3339")]
    clock: Option<Timestamp>,
}

#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum Face {
    Kiosk,
    Counter,
}

/// One line out.
#[derive(Serialize)]
struct Told<'a> {
    v: u8,
    #[serde(flatten)]
    view: View,
    echo: &'a [String],
    printed: &'a [PathBuf],
    printer: &'static str,
    hub: &'static str,
    outbox: Counts,
    clock: String,
}

/// An input that does not apply.
#[derive(Serialize)]
pub(super) struct Refused {
    pub(super) v: u8,
    pub(super) error: String,
}

/// Plays until the input ends.
///
/// # Errors
///
/// The station cannot start, or its output is closed.
pub fn run(args: &PlayArgs, mut setup: Setup) -> anyhow::Result<ExitCode> {
    if matches!(args.face, Face::Counter) {
        setup.config.station.channel = Origin::Counter;
    }
    #[expect(clippy::disallowed_methods, reason = "play starts with the machine's moment")]
    let moment = args.clock.unwrap_or_else(Timestamp::now);
    let mut app = App::start(&setup, Clock::Moved(moment))?;
    // The descriptor itself: standard output would keep a copy of what it wrote.
    let mut out: File = std::io::stdout().as_fd().try_clone_to_owned()?.into();
    tell(&mut app, &mut out)?;
    for line in lines()? {
        let line = line.context("Reading the input")?;
        if line.trim().is_empty() {
            continue;
        }
        // What has happened since, the end of a sentence for one, happened before this.
        app.settle(Duration::ZERO);
        let taken = serde_json::from_str::<Input>(&line)
            .map_err(|error| format!("This is not an input: {error}; see docs/play.md"))
            .and_then(|input| input.give(&mut app, setup.config.screen.pin_hash.as_ref()));
        drop(line);
        match taken {
            Ok(()) => tell(&mut app, &mut out)?,
            Err(error) => write_line(&mut out, &Refused { v: 1, error })?,
        }
    }
    app.stop();
    Ok(ExitCode::SUCCESS)
}

fn tell(app: &mut App, out: &mut impl Write) -> anyhow::Result<()> {
    app.settle(SETTLE);
    let devices = *app.devices();
    let told = Told {
        v: 1,
        view: app.view(),
        echo: app.echo(),
        printed: app.printed(),
        printer: devices.printer.name(),
        hub: match devices.hub {
            HubState::Up => "up",
            HubState::Down | HubState::Unknown => "down",
        },
        outbox: app.counts(),
        clock: app.now().strftime("%Y-%m-%dT%H:%M:%S%:z").to_string(),
    };
    write_line(out, &told)
}

pub(super) fn write_line(out: &mut impl Write, value: &impl Serialize) -> anyhow::Result<()> {
    let mut line = serde_json::to_vec(value)?;
    line.push(b'\n');
    out.write_all(&line).and_then(|()| out.flush()).context("Writing the output")
}
