//! A panel without a window: one JSON line in, one out, as in `acolhe play`.

use std::fs::File;
use std::io::Write;
use std::os::fd::AsFd as _;
use std::process::ExitCode;
use std::time::Duration;

use anyhow::Context as _;
use serde::{Deserialize, Serialize};

use crate::app::waiting_room::{Panel, Sentence};
use crate::command::play::{Refused, lines, write_line};
use crate::view::waiting_room::RoomView;

/// The longest wait: the hub is asked at each second of it.
const LONGEST_WAIT: f64 = 3600.0;

/// What a line may ask, one thing a line.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Input {
    Poll(Poll),
    Wait(Wait),
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Poll {
    poll: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Wait {
    wait: f64,
}

/// One line out.
#[derive(Serialize)]
struct Told {
    v: u8,
    screen: &'static str,
    #[serde(flatten)]
    view: RoomView,
    shown: Vec<Shown>,
    said: Vec<Said>,
    hub: &'static str,
    clock: String,
}

/// A call that became large.
#[derive(Serialize)]
struct Shown {
    number: String,
    desk: u16,
    times: u8,
}

/// A sentence that was said.
#[derive(Serialize)]
struct Said {
    locale: &'static str,
    text: String,
}

/// Plays until the input ends.
///
/// # Errors
///
/// The output is closed.
pub(super) fn run(mut panel: Panel) -> anyhow::Result<ExitCode> {
    let mut out: File = std::io::stdout().as_fd().try_clone_to_owned()?.into();
    let said = panel.wait(Duration::ZERO);
    tell(&panel, said, &mut out)?;
    for line in lines()? {
        let line = line.context("Reading the input")?;
        if line.trim().is_empty() {
            continue;
        }
        match give(&line, &mut panel) {
            Ok(said) => tell(&panel, said, &mut out)?,
            Err(error) => write_line(&mut out, &Refused { v: 1, error })?,
        }
    }
    panel.end();
    Ok(ExitCode::SUCCESS)
}

fn give(line: &str, panel: &mut Panel) -> Result<Vec<Sentence>, String> {
    match serde_json::from_str(line) {
        Ok(Input::Poll(Poll { poll: true })) => Ok(panel.poll()),
        Ok(Input::Poll(_)) => Err("Only {\"poll\":true} asks for anything".to_owned()),
        Ok(Input::Wait(Wait { wait })) if (0.0..=LONGEST_WAIT).contains(&wait) => {
            Ok(panel.wait(Duration::from_secs_f64(wait)))
        }
        Ok(Input::Wait(_)) => Err("A wait is from 0 to 3600 seconds".to_owned()),
        Err(error) => Err(format!("This is not an input: {error}; see docs/panel.md")),
    }
}

fn tell(panel: &Panel, sentences: Vec<Sentence>, out: &mut impl Write) -> anyhow::Result<()> {
    let mut calls: Vec<_> = sentences.iter().filter_map(|sentence| sentence.call).collect();
    calls.dedup_by_key(|call| (call.id, call.times));
    let shown = calls.into_iter().map(|call| Shown {
        number: call.number.to_string(),
        desk: call.desk,
        times: call.times,
    });
    let shown = shown.collect();
    let said = sentences
        .into_iter()
        .map(|sentence| Said { locale: sentence.language.tag(), text: sentence.text });
    let told = Told {
        v: 1,
        screen: "panel",
        view: panel.view(),
        shown,
        said: said.collect(),
        hub: if panel.is_up() { "up" } else { "down" },
        clock: panel.now().strftime("%Y-%m-%dT%H:%M:%S%:z").to_string(),
    };
    write_line(out, &told)
}
