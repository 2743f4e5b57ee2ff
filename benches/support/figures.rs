//! What the benches share: samples and their middle, the machine, and one table for all.
//!
//! A bench takes it in with `#[path = "support/figures.rs"] mod figures;` and ends with
//! [`Table::print`]. Every bench prints the same head, so that `./dev bench` keeps the first one
//! and has one table.

#![allow(dead_code, reason = "each bench uses what it needs")]

use std::fmt::Write as _;
use std::fs;
use std::io::{self, Write as _, stdout};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// A folder on the disk that is measured: beside what was built, not in memory.
pub(crate) fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_TARGET_TMPDIR"))
}

/// Whether a smaller form was asked for: `./dev bench --quick`.
pub(crate) fn quick() -> bool {
    std::env::args().any(|argument| argument == "--quick")
}

/// How long `work` takes.
#[expect(clippy::disallowed_methods, reason = "how long it takes is what is asked")]
pub(crate) fn timed<T>(work: impl FnOnce() -> T) -> (Duration, T) {
    let start = Instant::now();
    let done = work();
    (start.elapsed(), done)
}

/// Many times that the same thing took.
#[derive(Debug, Default)]
pub(crate) struct Samples(Vec<Duration>);

impl Samples {
    /// Does `work` so many times.
    pub(crate) fn of<T>(times: usize, mut work: impl FnMut() -> T) -> Self {
        (0..times).map(|_| timed(&mut work).0).collect()
    }

    /// One more.
    pub(crate) fn push(&mut self, took: Duration) {
        self.0.push(took);
    }

    /// So many of a hundred took no longer than this.
    pub(crate) fn percentile(&self, percent: usize) -> Duration {
        let mut sorted = self.0.clone();
        sorted.sort_unstable();
        let place = (sorted.len() * percent).div_ceil(100).saturating_sub(1);
        sorted.get(place).copied().unwrap_or_default()
    }

    /// Half of them took no longer than this.
    pub(crate) fn median(&self) -> Duration {
        self.percentile(50)
    }
}

impl FromIterator<Duration> for Samples {
    fn from_iter<I: IntoIterator<Item = Duration>>(times: I) -> Self {
        Self(times.into_iter().collect())
    }
}

/// The middle one of several figures.
pub(crate) fn median(mut figures: Vec<f64>) -> f64 {
    figures.sort_unstable_by(f64::total_cmp);
    figures.get(figures.len() / 2).copied().unwrap_or(f64::NAN)
}

/// Milliseconds, or seconds where they are many.
pub(crate) fn readable(took: Duration) -> String {
    match took.as_secs_f64() {
        seconds if seconds >= 1.0 => format!("{seconds:.2} s"),
        seconds if seconds >= 0.01 => format!("{:.0} ms", seconds * 1e3),
        seconds if seconds >= 0.0001 => format!("{:.2} ms", seconds * 1e3),
        seconds => format!("{:.1} µs", seconds * 1e6),
    }
}

/// Rows of the one table.
#[derive(Debug, Default)]
pub(crate) struct Table(String);

impl Table {
    /// A figure with an aim, and whether it was met.
    pub(crate) fn row(&mut self, what: &str, aim: &str, measured: &str, met: bool) {
        self.line(what, aim, measured, if met { "yes" } else { "**no**" });
    }

    /// A figure that explains others.
    pub(crate) fn note(&mut self, what: &str, measured: &str) {
        self.line(what, "", measured, "");
    }

    fn line(&mut self, what: &str, aim: &str, measured: &str, met: &str) {
        let _ = writeln!(self.0, "| {what} | {aim} | {measured} | {met} |");
    }

    /// Prints the machine, the head and the rows to standard output.
    pub(crate) fn print(&self) -> io::Result<()> {
        let machine = machine(&folder());
        let head = "| what | aim | measured | met |\n|---|---|---|---|";
        write!(stdout(), "{machine}\n\n{head}\n{}", self.0)
    }
}

/// The machine in one line, as Linux tells it.
fn machine(data: &Path) -> String {
    let model = field("/proc/cpuinfo", "model name").unwrap_or_else(|| "unknown".to_owned());
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let kilobytes = field("/proc/meminfo", "MemTotal")
        .and_then(|text| text.split(' ').next()?.parse::<u64>().ok())
        .unwrap_or_default();
    let kernel = fs::read_to_string("/proc/sys/kernel/osrelease").unwrap_or_default();
    let (device, kind) = file_system(data).unwrap_or_default();
    format!(
        "Machine: {model}, {cores} cores, {} MiB of memory, Linux {}, data on {kind} ({device}).",
        kilobytes / 1024,
        kernel.trim(),
    )
}

fn field(file: &str, name: &str) -> Option<String> {
    let text = fs::read_to_string(file).ok()?;
    let (_, value) =
        text.lines().filter_map(|line| line.split_once(':')).find(|(key, _)| key.trim() == name)?;
    Some(value.trim().to_owned())
}

/// Device and kind of the file system that holds `path`: the longest mount point above it.
fn file_system(path: &Path) -> Option<(String, String)> {
    let mounts = fs::read_to_string("/proc/self/mounts").ok()?;
    mounts
        .lines()
        .filter_map(|line| {
            let mut parts = line.split(' ');
            Some((parts.next()?, Path::new(parts.next()?), parts.next()?))
        })
        .filter(|(_, point, _)| path.starts_with(point))
        .max_by_key(|(_, point, _)| point.as_os_str().len())
        .map(|(device, _, kind)| (device.to_owned(), kind.to_owned()))
}
