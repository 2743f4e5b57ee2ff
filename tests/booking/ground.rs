//! A city with a hundred times on one day, and two hubs over one database.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Arc, Mutex};

use acolhe::edge::clock::Clock;
use jiff::ToSpan;
use jiff::civil::Date;
use tempfile::TempDir;

use crate::postgres::Server;
use crate::support::{Process, TINY, acolhe, printed, repository};

/// How many desks there are.
pub(super) const DESKS: usize = 5;
/// How many visits follow each other at a desk: 08:00 to 11:20, ten minutes each.
pub(super) const VISITS: usize = 20;
/// Everything that can be booked.
pub(super) const TIMES: usize = DESKS * VISITS;

/// The languages of the tiny city.
const TAGS: [&str; 2] = ["pt-BR", "ro"];

/// Where hubs keep what they share.
pub(super) struct Database {
    /// What is said to each hub besides its data folder.
    arguments: Vec<String>,
    _server: Option<Arc<Server>>,
}

impl Database {
    /// One file in a data folder that both hubs share.
    pub(super) fn sqlite() -> Self {
        Self { arguments: Vec::new(), _server: None }
    }

    /// A database of a PostgreSQL server.
    pub(super) fn postgres() -> Self {
        let server = Server::shared();
        let arguments = vec!["--database".to_owned(), server.database().url];
        Self { arguments, _server: Some(server) }
    }
}

/// Two hubs over one database.
pub(super) struct Ground {
    folder: TempDir,
    database: Database,
    pub(super) day: Date,
    hubs: [Mutex<Process>; 2],
    addresses: [String; 2],
    /// A key of a client, and one of staff.
    pub(super) keys: [String; 2],
}

impl Ground {
    pub(super) fn new(database: Database) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let today = Clock::Machine.now().to_zoned(jiff::tz::TimeZone::UTC).date();
        let day = today + 5.days();
        city(&folder.path().join("city"), today, day);
        let config = folder.path().join("hub.toml");
        std::fs::write(&config, "[city]\ndir = \"city\"\n").unwrap();
        // The first one makes the database before the second one looks at it.
        let hubs = [0, 1].map(|_| listen(folder.path(), &database, "127.0.0.1:0"));
        let [(one, first), (other, second)] = hubs;
        let key = |more: &[&str]| {
            let words = [&["key", "add", "--name", "race"], more].concat();
            let told = printed(command(folder.path(), &database).args(words));
            told.trim().strip_prefix("key ").unwrap().to_owned()
        };
        let keys = [key(&[]), key(&["--staff"])];
        let hubs = [Mutex::new(one), Mutex::new(other)];
        Self { folder, database, day, hubs, addresses: [first, second], keys }
    }

    /// What stands before `/bookings` at one of the hubs.
    pub(super) fn url(&self, hub: usize) -> String {
        format!("http://{}/api/v1", self.addresses[hub % 2])
    }

    /// Kills one of the hubs and starts it again at its address.
    pub(super) fn kill(&self, hub: usize) {
        let mut process = self.hubs[hub].lock().unwrap();
        process.kill();
        (*process, _) = listen(self.folder.path(), &self.database, &self.addresses[hub]);
    }
}

fn command(folder: &Path, database: &Database) -> Command {
    let mut command = acolhe();
    command.arg("--config").arg(folder.join("hub.toml"));
    command.arg("--data").arg(folder.join("data")).arg("hub").args(&database.arguments);
    command
}

fn listen(folder: &Path, database: &Database, address: &str) -> (Process, String) {
    let mut command = command(folder, database);
    let (process, _, lines) = Process::start(command.args(["--listen", address]));
    let line = lines.next().expect("the hub says where it listens");
    let url = line.rsplit_once("http://").expect("an address").1;
    (process, url.split('/').next().unwrap_or_default().to_owned())
}

/// The tiny city with one branch that is open on one day, and one service to go there for.
fn city(to: &Path, today: Date, day: Date) {
    copy(&repository(TINY), to);
    let write = |file: &str, text: String| std::fs::write(to.join(file), text).unwrap();
    let add = |file: &str, text: &str| {
        let all = std::fs::read_to_string(to.join(file)).unwrap() + text;
        write(file, all);
    };
    add("services.csv", "TRI-01,OUV,,counter,none,none,,,,,,Fazenda,receipt,,\n");
    for tag in TAGS {
        let words = "\n[TRI-01]\nname = \"A\"\nline = \"A.\"\nkeywords = []\nway = \"A.\"\n";
        add(&format!("words/{tag}/services.toml"), words);
    }
    let hours: String = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
        .map(|day| format!("hours.{day} = \"08:00-11:20\"\n"))
        .concat();
    let landmark = TAGS.map(|tag| format!("landmark.{tag} = \"…\"\n")).concat();
    write(
        "branches.toml",
        format!(
            "[[branch]]\ncode = \"CENTRO\"\nname = \"Centro\"\naddress = \"Praça\"\nlat = 0\n\
             long = 0\nphone = \"156\"\nbus_stops = []\n{landmark}{hours}"
        ),
    );
    write("holidays.csv", "date,name\n".to_owned());
    let reason = TAGS.map(|tag| format!("reason.{tag} = \"…\"\n")).concat();
    let closed = |from: Date, until: Date| {
        format!("[[closure]]\nfrom = \"{from}\"\nuntil = \"{until}\"\n{reason}")
    };
    let closures =
        closed(today - 2.days(), day - 1.day()) + &closed(day + 1.day(), day + 90.days());
    write(
        "booking.toml",
        format!(
            "[times]\nstep_minutes = 10\nhold_minutes = 60\nlead_minutes = 60\nhorizon_days = 20\n\
             change_minutes = 60\nearly_minutes = 60\nlate_minutes = 15\ninterpreter_hours = 0\n\
             reminders = []\nkeep_days = 30\n[limits]\nservices = 1\npeople = 1\nperson = 1\n\
             person_day = 1\naddress_holds = 1\naddress_hour = 1\nstation_holds = 1000\n\
             [[service]]\ncode = \"TRI-01\"\nminutes = 10\n[[desks]]\nbranch = \"CENTRO\"\n\
             code = \"A\"\nservices = [\"TRI-01\"]\ndesks = {DESKS}\nattendants = {DESKS}\n{closures}"
        ),
    );
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target: PathBuf = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}
