//! The kiosk beside a browser that shows one page: start, memory, and answers to a real pointer.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use acolhe::view::Place;
use anyhow::Context as _;
use slint::LogicalPosition;

use crate::display::{Display, Program, installed, rest, until};
use crate::figures::{Samples, Table, folder, median, quick, readable};
use crate::panel::{Easels, Kiosk, SIZE};
use crate::walk::{Seen, Touch, visit};

/// Longer than any program takes to start.
const PATIENCE: Duration = Duration::from_mins(1);
/// Until a program has done what it does after its first frame.
const SETTLE: Duration = Duration::from_secs(4);
/// A person's pace: longer than touches are ignored after a new screen.
const PACE: Duration = Duration::from_millis(1100);
/// A frame of a display, and its double.
const FEEDBACK: Duration = Duration::from_millis(16);
const SCREEN: Duration = Duration::from_millis(33);
const RUNS: usize = 5;

/// One way to show a screen.
struct Rival {
    name: &'static str,
    command: fn(&Path, &Stage) -> Command,
    first: Samples,
    again: Samples,
    memory: Vec<f64>,
}

/// What both stand on.
struct Stage {
    display: Display,
    browser: Option<PathBuf>,
    page: PathBuf,
    /// The row of pixels in which help stands, and its colour.
    help: (i16, [u8; 3]),
}

/// Rows about start, memory and a real window.
pub(crate) fn compare(table: &mut Table, easels: &Easels) -> anyhow::Result<()> {
    if installed("Xvfb").is_none() {
        table.note("start, memory and a real window", "not measured: there is no Xvfb here");
        return Ok(());
    }
    let folder = tempfile::tempdir_in(folder())?;
    let (page, help) = page(easels)?;
    let path = folder.path().join("page.html");
    fs::write(&path, page)?;
    let (width, height) = (u16::try_from(SIZE.0)?, u16::try_from(SIZE.1)?);
    let browser = installed("chromium").or_else(|| installed("google-chrome"));
    let stage = Stage { display: Display::start((width, height))?, browser, page: path, help };
    let mut rivals = vec![Rival::new("the kiosk", kiosk)];
    if stage.browser.is_some() {
        rivals.push(Rival::new("Chromium", chromium));
    }
    for run in 0..if quick() { 1 } else { RUNS } {
        for rival in &mut rivals {
            rival.run(&folder.path().join(format!("{}-{run}", rival.name)), &stage)?;
        }
    }
    told(table, &rivals);
    touched(table, easels, &stage, &folder.path().join("touched"))
}

fn told(table: &mut Table, rivals: &[Rival]) {
    let Some(own) = rivals.first() else { return };
    let Some(other) = rivals.get(1) else {
        table.note("start to first frame", &readable(own.again.median()));
        table.note("memory after the start", &format!("{:.0} MiB", median(own.memory.clone())));
        table.note("beside a browser", "not measured: there is no Chromium here");
        return;
    };
    let mut starts = |what: &str, own: &Samples, other: &Samples| {
        let part = own.median().as_secs_f64() / other.median().as_secs_f64();
        let (own, other) = (readable(own.median()), readable(other.median()));
        let text = format!("{own}, Chromium {other}: 1/{:.1}", 1.0 / part);
        table.row(what, "1/4 of Chromium's", &text, part <= 0.25);
    };
    starts("start to first frame", &own.again, &other.again);
    starts("start to first frame with a new folder", &own.first, &other.first);
    let (own, other) = (median(own.memory.clone()), median(other.memory.clone()));
    let text = format!("{own:.0} MiB, Chromium {other:.0} MiB: 1/{:.1}", other / own);
    table.row("memory after the start (PSS)", "1/8 of Chromium's", &text, own <= other / 8.0);
}

impl Rival {
    fn new(name: &'static str, command: fn(&Path, &Stage) -> Command) -> Self {
        let (first, again) = Default::default();
        Self { name, command, first, again, memory: Vec::new() }
    }

    /// Starts it with a new folder, then with the same again.
    fn run(&mut self, folder: &Path, stage: &Stage) -> anyhow::Result<()> {
        fs::create_dir_all(folder)?;
        for times in [&mut self.first, &mut self.again] {
            until(PATIENCE, || Ok(!stage.stands()?))?;
            let program = Program::start(&mut (self.command)(folder, stage))?;
            let took = until(PATIENCE, || stage.stands());
            times.push(took.with_context(|| format!("{} shows nothing", self.name))?);
            rest(SETTLE);
            self.memory.push(program.memory()?);
        }
        Ok(())
    }
}

impl Stage {
    /// Whether help stands where it belongs.
    fn stands(&self) -> anyhow::Result<bool> {
        let (y, colour) = self.help;
        let row = self.display.row(y)?;
        let same = row.chunks_exact(4).filter(|pixel| pixel.starts_with(&colour)).count();
        Ok(same > 100)
    }
}

/// The station of the demo city, without hub and voice.
fn kiosk(folder: &Path, stage: &Stage) -> Command {
    let configuration = folder.join("kiosk.toml");
    let text = format!(
        "[hub]\nurl = \"http://127.0.0.1:9/open311/v2\"\n[printer]\ndriver = \"folder\"\n\
         path = \"{}\"\n[voice]\ndriver = \"silent\"\n[screen]\ndiagonal_inches = 21.5\n",
        folder.join("paper").display(),
    );
    // Where it cannot be written, the kiosk does not start, and that is told.
    let _ = fs::write(&configuration, text);
    let mut command = Command::new(env!("CARGO_BIN_EXE_acolhe"));
    command.args(["kiosk", "--window", &format!("{}x{}", SIZE.0, SIZE.1), "--config"]);
    command.arg(configuration).arg("--data").arg(folder.join("data"));
    command.arg("--assets").arg(env!("CARGO_MANIFEST_DIR"));
    command.env("DISPLAY", stage.display.name()).env_remove("WAYLAND_DISPLAY");
    command
}

/// A browser as kiosks are usually made of it.
fn chromium(folder: &Path, stage: &Stage) -> Command {
    let mut command = Command::new(stage.browser.as_deref().unwrap_or(Path::new("chromium")));
    command.args([
        "--kiosk",
        "--no-sandbox",
        "--disable-gpu",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-quic",
        "--window-position=0,0",
    ]);
    command.arg(format!("--window-size={},{}", SIZE.0, SIZE.1));
    command.arg(format!("--user-data-dir={}", folder.join("profile").display()));
    command.arg(format!("file://{}", stage.page.display()));
    command.env("DISPLAY", stage.display.name()).env_remove("WAYLAND_DISPLAY");
    command
}

/// The welcome screen as a page, and where help stands on both.
fn page(easels: &Easels) -> anyhow::Result<(String, (i16, [u8; 3]))> {
    let kiosk = Kiosk::open(easels, false)?;
    let view = &kiosk.shown().view;
    let help = view.actions.iter().find(|action| action.look.place == Place::Help);
    let help = help.context("help stands on every screen")?;
    let (_, y) = pixels(kiosk.place(&help.label)?)?;
    let mut page = format!(
        "<!doctype html><meta charset=utf-8><title>{0}</title><style>\
         body {{ margin: 0; background: #fffaf1; color: #1a1a18; font: 27px Andika, sans-serif }}\
         header, main {{ padding: 32px }} h1 {{ font-size: 42px }}\
         main div {{ margin: 12px 0; padding: 24px; background: #fff; border: 2px solid #857f75;\
         border-radius: 12px }} b {{ display: block; font-size: 30px }}\
         footer {{ position: fixed; left: 400px; width: 280px; top: {1}px; height: 60px;\
         background: #ffc93c; border-radius: 12px }}</style>\
         <header>{2}<h1>{0}</h1></header><main>",
        view.title,
        y - 30,
        view.brand,
    );
    for action in view.actions.iter().filter(|action| action.look.place == Place::Choice) {
        write!(page, "<div><b>{}</b>{}</div>", action.look.value, action.look.hint)?;
    }
    write!(page, "</main><footer>{}</footer>", help.look.value)?;
    // Blue, green, red, as the display has it. Below the words, so that only the colour stands there.
    Ok((page, (y - 25, [0x3c, 0xc9, 0xff])))
}

fn pixels(place: LogicalPosition) -> anyhow::Result<(i16, i16)> {
    #[expect(clippy::cast_possible_truncation, reason = "a place on a display")]
    let pixel = |length: f32| length.round() as i64;
    Ok((pixel(place.x).try_into()?, pixel(place.y).try_into()?))
}

/// The same visit as in memory, by a real pointer on a real window.
fn touched(table: &mut Table, easels: &Easels, stage: &Stage, folder: &Path) -> anyhow::Result<()> {
    let touches = visit(easels, false, 2, &mut Seen::default())?;
    fs::create_dir_all(folder)?;
    let program = Program::start(&mut kiosk(folder, stage))?;
    until(PATIENCE, || stage.stands())?;
    let (mut feedback, mut screen) = (Samples::default(), Samples::default());
    for touch in touches {
        rest(PACE);
        touched_once(&stage.display, touch, &mut feedback, &mut screen)?;
    }
    let text = |samples: &Samples| {
        let (half, most) = (readable(samples.median()), readable(samples.percentile(99)));
        format!("median {half}, 99 of 100 in {most}")
    };
    let met = feedback.percentile(99) <= FEEDBACK;
    table.row("a press to its pixels, on X", "16 ms", &text(&feedback), met);
    let met = screen.percentile(99) <= SCREEN;
    table.row("a choice to the next screen's pixels, on X", "33 ms", &text(&screen), met);
    rest(SETTLE);
    table.note("memory after a whole visit (PSS)", &format!("{:.0} MiB", program.memory()?));
    Ok(())
}

fn touched_once(
    display: &Display,
    touch: Touch,
    feedback: &mut Samples,
    screen: &mut Samples,
) -> anyhow::Result<()> {
    let (x, y) = pixels(touch.place)?;
    // Apart from what was touched, whose look changes by itself.
    let others = || -> anyhow::Result<Vec<u8>> {
        let column = display.column(x)?;
        let beside = 4 * usize::try_from((y - 200).max(0))?;
        let below = 4 * usize::try_from((y + 200).max(0))?;
        let above = column.get(..beside).unwrap_or_default();
        Ok([above, column.get(below..).unwrap_or_default()].concat())
    };
    display.point((x, y))?;
    rest(Duration::from_millis(50));
    let (row, column) = (display.row(y)?, others()?);
    display.button(true)?;
    feedback.push(until(PATIENCE, || Ok(display.row(y)? != row))?);
    rest(Duration::from_millis(50));
    display.button(false)?;
    if touch.turned {
        screen.push(until(PATIENCE, || Ok(others()? != column))?);
    }
    Ok(())
}
