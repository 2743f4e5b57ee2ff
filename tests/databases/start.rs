//! A hub whose database cannot be used does not start: exit code 2, one line, what to do.

use std::process::Command;

use tempfile::TempDir;

use crate::postgres::Server;
use crate::support::{TINY, acolhe, printed, repository};

/// A configuration of a hub, with more lines below `[hub]`.
struct Installation(TempDir);

impl Installation {
    fn new(hub: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let city = repository(TINY).display().to_string();
        let text = format!("[city]\ndir = {city:?}\n[hub]\n{hub}\n");
        std::fs::write(folder.path().join("hub.toml"), text).unwrap();
        Self(folder)
    }

    fn hub(&self) -> Command {
        let mut command = acolhe();
        command.arg("--config").arg(self.0.path().join("hub.toml"));
        command.arg("--data").arg(self.0.path().join("data")).arg("hub");
        command
    }
}

/// What a command that does not start says.
fn refused(command: &mut Command) -> String {
    let output = command.output().unwrap();
    let told = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{command:?}: {told}");
    assert!(output.stdout.is_empty());
    assert_eq!(told.lines().count(), 1, "{told}");
    told
}

/// Says what is wrong, and never the password.
fn refused_with(url: &str, remedy: &str, secret: &str) {
    let installation = Installation::new("");
    // Serving, and everything that is done beside it.
    for words in [&["--listen", "127.0.0.1:0"][..], &["requests"], &["alarms"]] {
        let told = refused(installation.hub().args(words).env("ACOLHE_DATABASE", url));
        assert!(told.contains(remedy), "{told}");
        assert!(!told.contains(secret), "{told}");
    }
    assert!(!installation.0.path().join("data").exists(), "nothing is put beside the database");
}

#[test]
fn each_fault_has_its_line_and_its_remedy() {
    let server = Server::shared();
    let (ours, theirs) = (server.database(), server.database());
    let unknown = "Write it like postgresql://ROLE:PASSWORD@HOST";
    refused_with("db.example:5432/s3cret", unknown, "s3cret");
    refused_with("postgresql://hub:s3cret@db.example:x/acolhe", unknown, "s3cret");
    let nobody = "postgresql://hub:s3cret@127.0.0.1:1/acolhe";
    refused_with(nobody, "127.0.0.1:1/acolhe (Connection refused", "s3cret");
    refused_with(nobody, "start it, or correct its address", "s3cret");
    let wrong = ours.url.replacen(":pass", ":s3cret", 1);
    refused_with(&wrong, "refuses the role or its password: correct them", "s3cret");
    refused_with(&format!("{}x", ours.url), "make it with CREATE DATABASE", "%3A");
    refused_with(&server.url(&ours.role, &theirs.name), "make it the owner with", "%3A");

    let installation = Installation::new("");
    printed(installation.hub().arg("requests").env("ACOLHE_DATABASE", &ours.url));
    server.sql(&ours.name, "UPDATE acolhe_schema SET version = 999");
    refused_with(&ours.url, "was written by a newer Acolhe: install that version", "%3A");
}

#[test]
fn a_flag_beats_the_environment_and_the_environment_the_file() {
    let server = Server::shared();
    let (file, environment, flag) = (server.database(), server.database(), server.database());
    let installation = Installation::new("database_file = \"database\"");
    // What others wrote often ends in a line of its own.
    std::fs::write(installation.0.path().join("database"), format!("{}\n", file.url)).unwrap();
    let added = |database: &str| server.sql(database, "SELECT count(*) FROM keys").trim() == "1";
    let add = ["key", "add", "--name", "app"];
    printed(installation.hub().args(add));
    assert!(added(&file.name));
    printed(installation.hub().args(add).env("ACOLHE_DATABASE", &environment.url));
    assert!(added(&environment.name));
    let mut command = installation.hub();
    command.args(add).args(["--database", &flag.url]).env("ACOLHE_DATABASE", &environment.url);
    printed(&mut command);
    assert!(added(&flag.name) && added(&environment.name) && added(&file.name));
    assert!(!installation.0.path().join("data").exists(), "nothing is put beside the database");

    let nothing_to_move = refused(installation.hub().arg("move"));
    assert!(nothing_to_move.contains("There is no hub.sqlite3 in"), "{nothing_to_move}");
    let nowhere = refused(Installation::new("").hub().arg("move"));
    assert!(nowhere.contains("Name the database"), "{nowhere}");

    let twice = Installation::new("database = \"s3cret\"\ndatabase_file = \"database\"");
    let told = refused(twice.hub().arg("requests"));
    assert!(told.contains("Keep one") && !told.contains("s3cret"), "{told}");
    let help = printed(installation.hub().arg("--help").env("ACOLHE_DATABASE", "s3cret"));
    assert!(help.contains("--database") && !help.contains("s3cret"));
}
