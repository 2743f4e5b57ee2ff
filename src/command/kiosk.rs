//! `acolhe kiosk`: a citizen stands before the window.

use std::process::ExitCode;

use crate::app::App;
use crate::config::Setup;
use crate::edge::clock::Clock;
use crate::edge::keypad::Keypad;
use crate::screen::{Options, Pauses, open};

use super::size;

/// Serve citizens in a window: file, follow up, learn
#[derive(Debug, clap::Args)]
pub struct KioskArgs {
    /// In a window of this size in pixels, `WxH`, instead of the whole screen
    #[arg(long, value_name = "WxH", value_parser = size)]
    window: Option<(u32, u32)>,
}

/// Runs until staff end it.
///
/// # Errors
///
/// The station cannot start, or there is no display.
pub fn run(args: &KioskArgs, setup: &Setup) -> anyhow::Result<ExitCode> {
    let options = options(setup, args.window)?;
    let app = App::start(setup, Clock::Machine)?;
    open(app, options)?;
    Ok(ExitCode::SUCCESS)
}

/// How a station's window is, in a size of its own or as large as configured.
pub(super) fn options(setup: &Setup, window: Option<(u32, u32)>) -> anyhow::Result<Options> {
    let screen = &setup.config.screen;
    Ok(Options {
        size: screen.given_size(),
        distance_mm: screen.distance_mm,
        full_screen: screen.full_screen && window.is_none(),
        window,
        pin: screen.pin_hash.clone(),
        calm: false,
        pauses: Pauses::USUAL,
        keypad: Keypad::configured(&setup.config.keypad, &setup.assets)?,
    })
}
