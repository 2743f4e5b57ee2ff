//! A display in memory, programs on it, and what they take.

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::os::unix::process::CommandExt as _;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context as _, bail};
use x11rb::connection::Connection as _;
use x11rb::protocol::xproto::{self, ConnectionExt as _, ImageFormat};
use x11rb::protocol::xtest::ConnectionExt as _;
use x11rb::rust_connection::RustConnection;

/// Where a program lies, if it is installed.
pub(crate) fn installed(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(program)).find(|path| path.is_file())
}

/// How long it takes until `done`; it is asked every millisecond or so.
#[expect(clippy::disallowed_methods, reason = "how long it takes is what is asked")]
pub(crate) fn until(
    patience: Duration,
    mut done: impl FnMut() -> anyhow::Result<bool>,
) -> anyhow::Result<Duration> {
    let start = Instant::now();
    while !done()? {
        if start.elapsed() > patience {
            bail!("nothing came within {patience:?}");
        }
        rest(Duration::from_millis(1));
    }
    Ok(start.elapsed())
}

/// Lets others work.
pub(crate) fn rest(time: Duration) {
    thread::park_timeout(time);
}

/// A program and everything that it started; they end with it.
pub(crate) struct Program(Child);

impl Program {
    pub(crate) fn start(command: &mut Command) -> anyhow::Result<Self> {
        let quiet = command.stdin(Stdio::null()).stderr(Stdio::null()).process_group(0);
        Ok(Self(quiet.spawn().with_context(|| format!("{command:?} does not start"))?))
    }

    /// Its processes and their children.
    fn processes(&self) -> anyhow::Result<Vec<(u32, PathBuf)>> {
        let mut family = vec![self.0.id()];
        let mut folders = Vec::new();
        let mut all: Vec<_> = fs::read_dir("/proc")?
            .filter_map(|entry| {
                let folder = entry.ok()?.path();
                let process = folder.file_name()?.to_str()?.parse().ok()?;
                let stat = fs::read_to_string(folder.join("stat")).ok()?;
                let mut fields = stat.rsplit_once(") ")?.1.split(' ').skip(1);
                let parent = fields.next()?.parse::<u32>().ok()?;
                let group = fields.next()?.parse::<u32>().ok()?;
                Some((process, parent, group, folder))
            })
            .collect();
        all.sort_unstable_by_key(|(process, ..)| *process);
        for (process, parent, group, folder) in all {
            if family.contains(&process) || family.contains(&parent) || group == self.0.id() {
                family.push(process);
                folders.push((process, folder));
            }
        }
        Ok(folders)
    }

    /// Memory in MiB; what several processes share is shared out.
    pub(crate) fn memory(&self) -> anyhow::Result<f64> {
        let kilobytes: u32 = self
            .processes()?
            .iter()
            .filter_map(|(_, folder)| fs::read_to_string(folder.join("smaps_rollup")).ok())
            .filter_map(|text| {
                let line = text.lines().find_map(|line| line.strip_prefix("Pss:"))?;
                line.split_whitespace().next()?.parse::<u32>().ok()
            })
            .sum();
        Ok(f64::from(kilobytes) / 1024.0)
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        for signal in ["-TERM", "-KILL"] {
            let group = format!("-{}", self.0.id());
            // It may have ended by itself.
            let _ =
                Command::new("kill").args([signal, "--", &group]).stderr(Stdio::null()).status();
            let ended = until(Duration::from_secs(10), || Ok(self.0.try_wait()?.is_some()));
            if ended.is_ok() && self.processes().is_ok_and(|left| left.is_empty()) {
                return;
            }
        }
    }
}

/// An X server without glass, and its mouse.
pub(crate) struct Display {
    name: String,
    client: RustConnection,
    root: xproto::Window,
    size: (u16, u16),
    _server: Program,
}

impl Display {
    pub(crate) fn start((width, height): (u16, u16)) -> anyhow::Result<Self> {
        let screen = format!("{width}x{height}x24");
        let mut command = Command::new("Xvfb");
        command.args(["-screen", "0", &screen, "-displayfd", "1", "-nolisten", "tcp", "-noreset"]);
        let mut server = Program::start(command.stdout(Stdio::piped()))?;
        let mut number = String::new();
        let told = server.0.stdout.take().context("its output is piped")?;
        BufReader::new(told).read_line(&mut number)?;
        let name = format!(":{}", number.trim());
        let (client, screen) = x11rb::connect(Some(&name))?;
        let root = client.setup().roots.get(screen).context("it has a screen")?.root;
        Ok(Self { name, client, root, size: (width, height), _server: server })
    }

    /// Its name for programs.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    fn pixels(&self, (x, y): (i16, i16), (width, height): (u16, u16)) -> anyhow::Result<Vec<u8>> {
        let asked =
            self.client.get_image(ImageFormat::Z_PIXMAP, self.root, x, y, width, height, !0)?;
        Ok(asked.reply()?.data)
    }

    /// The pixels of a row: blue, green, red and nothing each.
    pub(crate) fn row(&self, y: i16) -> anyhow::Result<Vec<u8>> {
        self.pixels((0, y), (self.size.0, 1))
    }

    /// The pixels of a column.
    pub(crate) fn column(&self, x: i16) -> anyhow::Result<Vec<u8>> {
        self.pixels((x, 0), (1, self.size.1))
    }

    /// The mouse moves there.
    pub(crate) fn point(&self, (x, y): (i16, i16)) -> anyhow::Result<()> {
        self.fake(xproto::MOTION_NOTIFY_EVENT, 0, (x, y))
    }

    /// Its button goes down or up.
    pub(crate) fn button(&self, down: bool) -> anyhow::Result<()> {
        let event = if down { xproto::BUTTON_PRESS_EVENT } else { xproto::BUTTON_RELEASE_EVENT };
        self.fake(event, 1, (0, 0))
    }

    fn fake(&self, event: u8, detail: u8, (x, y): (i16, i16)) -> anyhow::Result<()> {
        self.client.xtest_fake_input(event, detail, 0, self.root, x, y, 0)?;
        Ok(self.client.flush()?)
    }
}
