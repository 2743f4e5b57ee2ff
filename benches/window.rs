//! How quickly the window answers, starts, and how much memory it takes, beside a browser:
//! `cargo bench --bench window`.

#[cfg(target_os = "linux")]
#[path = "window/display.rs"]
mod display;
#[path = "support/figures.rs"]
mod figures;
#[path = "window/panel.rs"]
mod panel;
#[cfg(target_os = "linux")]
#[path = "window/start.rs"]
mod start;
#[path = "window/walk.rs"]
mod walk;

use std::hint::black_box;
use std::time::Duration;

use figures::{Samples, Table, quick, readable};
use panel::{Easels, Kiosk};
use walk::{Seen, Took, visit};

/// A frame of a display.
const FEEDBACK: Duration = Duration::from_millis(16);
/// Two of them.
const SCREEN: Duration = Duration::from_millis(33);
const VISITS: usize = 5;

fn main() -> anyhow::Result<()> {
    let mut table = Table::default();
    let easels = Easels::set_up()?;
    frames(&mut table, &easels)?;
    #[cfg(target_os = "linux")]
    start::compare(&mut table, &easels)?;
    table.print()?;
    Ok(())
}

/// From intent to frame, in memory.
fn frames(table: &mut Table, easels: &Easels) -> anyhow::Result<()> {
    let mut seen = Seen::default();
    for _ in 0..if quick() { 1 } else { VISITS } {
        for letters in [2, 4] {
            visit(easels, true, letters, &mut seen)?;
        }
    }
    let Seen { feedback, letter, screen, answer, moving } = &seen;
    table.row("a press to its frame", "16 ms", &told(feedback), most(feedback) <= FEEDBACK);
    table.row("a typed letter to its frame", "16 ms", &told(letter), most(letter) <= FEEDBACK);
    table.row("a choice to the next screen", "33 ms", &told(screen), most(screen) <= SCREEN);
    table.note("of it, until the station has answered and the window knows", &told(answer));
    table.row("each frame while it moves", "16 ms", &told(moving), most(moving) <= FEEDBACK);

    let kiosk = Kiosk::open(easels, true)?;
    let from = kiosk.frame();
    let mut to = from.to_vec();
    let copies = Samples::of(100, || black_box(&mut to).copy_from_slice(black_box(from)));
    table.note("a copy of the frame", &readable(copies.median()));
    Ok(())
}

fn most(took: &Took) -> Duration {
    took.samples().percentile(99)
}

fn told(took: &Took) -> String {
    let (worst, name) = took.worst();
    let samples = took.samples();
    format!(
        "median {}, 99 of 100 in {}, worst of {} {} ({name})",
        readable(samples.median()),
        readable(samples.percentile(99)),
        took.len(),
        readable(worst),
    )
}
