//! `acolhe panel`: a waiting room sees and hears who is called. `docs/panel.md` is its manual.

mod play;

use std::process::ExitCode;

use jiff::Timestamp;

use crate::app::endpoint;
use crate::app::waiting_room::{Panel, PanelPlan};
use crate::config::Setup;
use crate::edge::clock::Clock;

use super::size;

/// Show and speak in a waiting room who is called
#[derive(Debug, clap::Args)]
pub struct PanelArgs {
    /// Address of the hub; without it, that of the configuration
    #[arg(long, value_name = "URL")]
    hub: Option<String>,
    /// Code of the branch; without it, the station's
    #[arg(long, value_name = "CODE", env = "ACOLHE_BRANCH")]
    branch: Option<String>,
    /// Nothing flashes; who is called is lit all the time
    #[arg(long)]
    calm: bool,
    /// In a window of this size in pixels, `WxH`, instead of the whole screen
    #[arg(long, value_name = "WxH", value_parser = size, conflicts_with = "play")]
    window: Option<(u32, u32)>,
    /// Without a window and a voice: JSON lines in, JSON lines out
    #[arg(long)]
    play: bool,
    /// Start with this moment (RFC 3339); only `wait` moves it
    #[arg(long, value_name = "RFC3339", requires = "play")]
    clock: Option<Timestamp>,
}

/// Runs until the window is closed, or the input ends.
///
/// # Errors
///
/// The panel cannot start, or there is no display.
pub fn run(args: &PanelArgs, setup: &Setup) -> anyhow::Result<ExitCode> {
    let config = &setup.config;
    let clock = match args.clock {
        Some(moment) => Clock::Moved(moment),
        None if args.play => Clock::Moved(Clock::Machine.now()),
        None => Clock::Machine,
    };
    let plan = PanelPlan {
        hub: args.hub.clone().unwrap_or_else(|| endpoint(&config.hub).url),
        branch: args.branch.clone().or_else(|| config.station.branch.clone()),
        calm: args.calm || config.panel.calm,
        mute: args.play,
        clock,
    };
    if args.play {
        return play::run(Panel::start(setup, &plan)?);
    }
    open(args, setup, &plan)
}

#[cfg(feature = "screen")]
fn open(args: &PanelArgs, setup: &Setup, plan: &PanelPlan) -> anyhow::Result<ExitCode> {
    use crate::screen::{PanelOptions, open_panel};
    let options = PanelOptions {
        full_screen: setup.config.screen.full_screen && args.window.is_none(),
        window: args.window,
        palette: setup.config.panel.palette,
    };
    open_panel(Panel::start(setup, plan)?, options)?;
    Ok(ExitCode::SUCCESS)
}

#[cfg(not(feature = "screen"))]
fn open(_: &PanelArgs, _: &Setup, _: &PanelPlan) -> anyhow::Result<ExitCode> {
    anyhow::bail!(
        "This Acolhe was built without a window: build it with `--features screen`, or use --play"
    )
}
