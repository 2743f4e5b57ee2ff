//! A PostgreSQL server of one's own, in a folder that is gone afterwards.
//!
//! It uses nothing else of `support`, so that tests within the library take it in as well. It
//! listens on a socket in its folder, where no other server can be in its way, and ends with
//! whoever holds it: at a panic, and when the test program is killed, too.

#![allow(dead_code, reason = "each test binary uses what it needs")]
#![allow(clippy::panic, reason = "a test ends where its world is not as it must be")]

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, PoisonError, Weak};

use tempfile::TempDir;

/// Of every role; its signs are none that an address may hold as they are.
const PASSWORD: &str = "pass:word/ça?%";

/// Starts, tells it, waits for a word of how to stop, stops; begins again at the next word. Without
/// anybody to say a word the server and its folder go.
const KEEPER: &str = r#"
gone() { rm -rf "$2"; exit 0; }
while "$1/pg_ctl" -D "$2/data" -l "$2/log" -w start >"$2/start" 2>&1; do
    echo started
    read -r how || { "$1/pg_ctl" -D "$2/data" -m immediate -w stop >"$2/stop" 2>&1; gone "$@"; }
    "$1/pg_ctl" -D "$2/data" -m "$how" -w stop >"$2/stop" 2>&1
    echo stopped
    read -r again || gone "$@"
done
cat "$2/start" "$2/log"
"#;

/// A server.
pub(crate) struct Server {
    keeper: Child,
    words: Option<ChildStdin>,
    told: Mutex<BufReader<ChildStdout>>,
    programs: PathBuf,
    folder: TempDir,
    databases: AtomicU32,
}

/// A database that nobody else uses, and a role that owns it.
pub(crate) struct Database {
    pub(crate) name: String,
    pub(crate) role: String,
    pub(crate) url: String,
}

impl Server {
    /// The server of all tests that run now: the first one starts it, the last one ends it.
    pub(crate) fn shared() -> Arc<Self> {
        static SHARED: Mutex<Weak<Server>> = Mutex::new(Weak::new());
        let mut shared = SHARED.lock().unwrap_or_else(PoisonError::into_inner);
        shared.upgrade().unwrap_or_else(|| {
            let server = Arc::new(Self::start(""));
            *shared = Arc::downgrade(&server);
            server
        })
    }

    /// A server with these lines in its configuration.
    pub(crate) fn start(settings: &str) -> Self {
        Self::prepared(|_| settings.to_owned())
    }

    /// A server whose configuration names files that `prepare` puts into its folder.
    pub(crate) fn prepared(prepare: impl FnOnce(&Path) -> String) -> Self {
        let programs = programs();
        let folder = tempfile::Builder::new().prefix("pg").tempdir().expect("a temporary folder");
        let path = folder.path();
        fs::write(path.join("password"), PASSWORD).expect("writable");
        let settings = prepare(path);
        let owner = owner();
        if let Some((user, group)) = owner {
            give(path, user, group);
        }
        let mut init = command(&programs.join("initdb"), path, owner);
        init.args(["--no-sync", "--no-locale", "--encoding=UTF8", "--username=postgres"]);
        init.args(["--auth=scram-sha-256", "--pwfile=password", "--pgdata=data"]);
        run(&mut init);
        let mut file = fs::File::options().append(true).open(path.join("data/postgresql.conf"));
        let file = file.as_mut().expect("initdb made it");
        let socket = path.display();
        write!(
            file,
            "listen_addresses = ''\nunix_socket_directories = '{socket}'\nfsync = off\n{settings}\n"
        )
        .expect("writable");

        let mut keeper = command(Path::new("/bin/sh"), path, owner);
        keeper.args(["-c", KEEPER, "keeper"]).arg(&programs).arg(path);
        let mut keeper = keeper.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("sh");
        let words = keeper.stdin.take();
        let told = Mutex::new(BufReader::new(keeper.stdout.take().expect("a pipe")));
        let databases = AtomicU32::new(0);
        let server = Self { keeper, words, told, programs, folder, databases };
        server.must_say("started");
        server
    }

    /// Ends it as `pg_ctl -m` does: `fast`, or `immediate` like a power cut.
    pub(crate) fn stop(&mut self, how: &str) {
        self.say(how);
        self.must_say("stopped");
    }

    /// Starts it after [`Self::stop`].
    pub(crate) fn start_again(&mut self) {
        self.say("again");
        self.must_say("started");
    }

    fn say(&mut self, word: &str) {
        writeln!(self.words.as_mut().expect("nobody took it"), "{word}").expect("it listens");
    }

    fn must_say(&self, word: &str) {
        let mut told = self.told.lock().expect("nobody panics with it");
        let mut line = String::new();
        told.read_line(&mut line).expect("readable");
        if line.trim() != word {
            // The keeper ends after it has told why.
            let _ = told.read_to_string(&mut line);
            panic!("PostgreSQL has not {word}: {line}");
        }
    }

    /// Its folder.
    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// A database of one's own.
    pub(crate) fn database(&self) -> Database {
        let name = format!("hub{}", self.databases.fetch_add(1, Ordering::Relaxed));
        let role = format!("role_of_{name}");
        self.sql("postgres", &format!("CREATE ROLE {role} LOGIN PASSWORD '{PASSWORD}'"));
        self.sql("postgres", &format!("CREATE DATABASE {name} OWNER {role}"));
        let url = self.url(&role, &name);
        Database { name, role, url }
    }

    /// The address of a database for a role that was made here.
    pub(crate) fn url(&self, role: &str, database: &str) -> String {
        let password = escaped(PASSWORD);
        let socket = escaped(&self.folder.path().display().to_string());
        format!("postgresql://{role}:{password}@{socket}/{database}")
    }

    /// Does something as the superuser; tells what comes back, without head and frame.
    pub(crate) fn sql(&self, database: &str, sql: &str) -> String {
        let mut psql = command(&self.programs.join("psql"), self.folder.path(), None);
        psql.env("PGPASSWORD", PASSWORD).arg("--host").arg(self.folder.path());
        psql.args(["--username=postgres", "--no-psqlrc", "--quiet", "--tuples-only"]);
        psql.args(["--no-align", "--set=ON_ERROR_STOP=1", "--dbname", database, "--command", sql]);
        run(&mut psql)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Without anybody to say a word the keeper ends the server.
        self.words = None;
        let _ = self.keeper.wait();
    }
}

/// The folder with `initdb` and its companions: on the path, else where Debian keeps them.
fn programs() -> PathBuf {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let debian = fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let mut debian: Vec<PathBuf> = debian.map(|version| version.path().join("bin")).collect();
    debian.sort();
    let mut folders = std::env::split_paths(&path).chain(debian.into_iter().rev());
    let whole =
        |folder: &PathBuf| ["initdb", "pg_ctl", "psql"].iter().all(|it| folder.join(it).is_file());
    folders.find(whole).unwrap_or_else(|| {
        panic!("There is no PostgreSQL server here: install it with `apt-get install postgresql`")
    })
}

/// PostgreSQL does not run as root: then it runs as the user that its package has made.
fn owner() -> Option<(u32, u32)> {
    if !rustix::process::geteuid().is_root() {
        return None;
    }
    let id = |which: &str| {
        let told = run(Command::new("id").args([which, "postgres"]));
        told.trim().parse().expect("a number")
    };
    Some((id("-u"), id("-g")))
}

/// Gives a folder and its files to somebody else.
fn give(folder: &Path, user: u32, group: u32) {
    let files =
        fs::read_dir(folder).expect("readable").map(|entry| entry.expect("readable").path());
    for path in files.chain([folder.to_owned()]) {
        std::os::unix::fs::chown(&path, Some(user), Some(group)).expect("root may");
    }
}

/// A program in a folder, with nothing of this machine's own set-up.
fn command(program: &Path, folder: &Path, owner: Option<(u32, u32)>) -> Command {
    use std::os::unix::process::CommandExt as _;

    let mut command = Command::new(program);
    command.current_dir(folder).env("LC_ALL", "C");
    for (name, _) in std::env::vars_os() {
        if name.to_string_lossy().starts_with("PG") {
            command.env_remove(name);
        }
    }
    if let Some((user, group)) = owner {
        command.uid(user).gid(group);
    }
    command
}

fn run(command: &mut Command) -> String {
    let output = command.output().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    let told = String::from_utf8_lossy(&output.stdout).into_owned();
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{command:?} failed: {told}{complaint}");
    told
}

/// As an address wants it.
fn escaped(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte);
    text.bytes()
        .map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect()
}
