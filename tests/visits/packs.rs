//! Lessons that came from an author whom the city trusts, by hand or on a stick.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use acolhe::edge::clock::Clock;
use jiff::ToSpan;
use serde_json::json;
use tempfile::TempDir;

use super::steps::{is_refused, label};
use crate::signs::copy;
use crate::support::{Hub, Play, Station, VILA_SERENA, acolhe, printed, repository};

/// A lesson that only the pack has.
const NEW: &str = "golpe-do-gas";

/// An author's own folder, with a new lesson, and a city that trusts the author.
struct Author {
    folder: TempDir,
    public: String,
}

impl Author {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("temporary folder");
        for name in ["lessons", "locales"] {
            copy(&repository(name), &folder.path().join("assets").join(name));
        }
        let key = folder.path().join("author.key");
        let public = printed(acolhe().args(["lesson", "key"]).arg(&key)).trim().to_owned();
        let author = Self { folder, public };
        fs::create_dir(author.path("assets/cities")).expect("writable");
        let (model, lesson) = ("golpe-parente", author.path("assets/lessons"));
        copy(&lesson.join(model), &lesson.join(NEW));
        author.change(
            "assets/lessons/curriculum.toml",
            "\"golpe-parente\"",
            "\"golpe-parente\", \"golpe-do-gas\"",
        );
        for (tag, title) in [("pt-BR", "O golpe do gás"), ("ro", "Gazul"), ("en", "The gas man")] {
            let words = author.path("assets/locales").join(tag).join("lessons");
            let text = fs::read_to_string(words.join("golpe-parente.ftl")).expect("readable");
            let (_, rest) = text.split_once('\n').expect("lines");
            let named = format!("lesson-golpe-parente = {title}\n{rest}");
            let named = named.replace(model, NEW);
            fs::write(words.join("golpe-do-gas.ftl"), named).expect("writable");
        }
        let city = author.path("city");
        copy(&repository(VILA_SERENA), &city);
        let trusted = format!("[[author]]\nname = \"An NGO\"\nkey = \"{}\"\n", author.public);
        fs::write(city.join("authors.toml"), trusted).expect("writable");
        author
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Replaces words that must stand in a file.
    #[track_caller]
    fn change(&self, file: &str, old: &str, new: &str) {
        let text = fs::read_to_string(self.path(file)).expect("readable");
        assert!(text.contains(old), "{old:?} does not stand in {file}");
        fs::write(self.path(file), text.replacen(old, new, 1)).expect("writable");
    }

    /// `acolhe lesson pack`, to be run.
    fn packing(&self, out: &Path, expires: &str) -> Command {
        let mut command = acolhe();
        command.arg("--assets").arg(self.path("assets")).args(["lesson", "pack", NEW]);
        command.arg("--key").arg(self.path("author.key"));
        command.args(["--by", "Somebody", "--expires", expires]).arg(out);
        command
    }

    fn pack(&self, expires: &str) -> PathBuf {
        let out = self.path("golpe-do-mes.acolhe-lessons");
        let told = printed(&mut self.packing(&out, expires));
        assert!(told.contains(&self.public), "{told}");
        out
    }

    /// A station of the city that trusts this author.
    fn station(&self, hub: &Hub) -> Station {
        let (number, key) = hub.enrol("A station");
        let city = self.path("city").display().to_string();
        Station::with_server(&city, number, &hub.url(), &key)
    }
}

/// What a command tells that refuses: its exit code, and what stands on standard error.
#[track_caller]
fn refused(command: &mut Command) -> (Option<i32>, String) {
    let output = command.output().expect("the binary runs");
    (output.status.code(), String::from_utf8(output.stderr).expect("the output is UTF-8"))
}

fn add(station: &Station, pack: &Path) -> Command {
    let mut command = station.command();
    command.args(["lesson", "add"]).arg(pack);
    command
}

/// Everything that a station logged.
fn logged(station: &Station) -> String {
    let files = fs::read_dir(station.kept("log")).expect("a log").flatten();
    files.map(|file| fs::read_to_string(file.path()).expect("readable")).collect()
}

fn tracks(play: &mut Play) {
    play.do_("lessons");
    play.do_("track:seguranca");
}

/// Learns the pack's lesson from its first step to its end.
fn learn(play: &mut Play) {
    tracks(play);
    assert_eq!(label(play.told(), &format!("lesson:{NEW}")), "O golpe do gás");
    play.do_(&format!("lesson:{NEW}"));
    play.do_("rung:guided");
    let mut phones = 0;
    for _ in 0..80 {
        if play.screen() == "learn.end" {
            assert!(phones > 3, "the practice phone shows its words");
            play.do_("leave-fast");
            return;
        }
        assert!(!play.told().to_string().contains("golpe-do-mes_"), "{}", play.told());
        phones += u32::from(play.told()["phone"].is_string());
        let way = ["show-me", "hint", "next"].into_iter().find(|way| play.offers(way));
        play.do_(way.expect("a way on"));
    }
    panic!("the lesson does not end: {}", play.told());
}

#[test]
fn a_lesson_that_only_a_pack_has_is_learned_to_its_end() {
    let (hub, author) = (Hub::start(VILA_SERENA), Author::new());
    let station = author.station(&hub);
    let mut play = Play::start(&station);
    tracks(&mut play);
    is_refused(&mut play, json!({"do": format!("lesson:{NEW}")}));
    play.end();
    let pack = author.pack("2099-12-31");
    let told = printed(&mut add(&station, &pack));
    assert_eq!(told, "golpe-do-mes: taken, until 2099-12-31: golpe-do-gas\n");
    assert!(printed(&mut add(&station, &pack)).contains("there already"));
    let mut play = Play::start(&station);
    play.do_("leave-fast");
    learn(&mut play);
    // The pack goes while somebody is in its lesson, and the plug is pulled.
    tracks(&mut play);
    play.do_(&format!("lesson:{NEW}"));
    play.do_("rung:guided");
    play.kill();
    let list = printed(station.command().args(["lesson", "packs"]));
    assert!(list.starts_with("golpe-do-mes (An NGO, made "), "{list}");
    assert!(list.ends_with("until 2099-12-31): golpe-do-gas\n"), "{list}");
    printed(station.command().args(["lesson", "remove", "golpe-do-mes"]));
    let mut play = Play::start(&station);
    play.do_("leave-fast");
    tracks(&mut play);
    is_refused(&mut play, json!({"do": format!("lesson:{NEW}")}));
    let again = refused(station.command().args(["lesson", "remove", "golpe-do-mes"]));
    assert_eq!(again.0, Some(1));
    assert_eq!(printed(station.command().args(["lesson", "packs"])), "No packs\n");
}

#[test]
fn a_stick_is_enough_and_the_lessons_leave_on_their_last_day() {
    let (hub, author) = (Hub::start(VILA_SERENA), Author::new());
    let station = author.station(&hub);
    let stick = author.path("media/user/STICK");
    fs::create_dir_all(&stick).expect("writable");
    let now = Clock::Machine.now().to_zoned(jiff::tz::TimeZone::UTC);
    let expires = now.checked_add(10.days()).expect("a day").date().to_string();
    fs::rename(author.pack(&expires), stick.join("any name.acolhe-lessons")).expect("writable");
    fs::write(stick.join("holidays.acolhe-lessons"), b"no pack").expect("writable");
    let mounts = author.path("media").display().to_string();
    station.configure(&format!("{}[lessons]\nstick = {mounts:?}\n", station.configuration()));
    station.set_clock(&now.timestamp().to_string());
    let mut play = Play::start(&station);
    learn(&mut play);
    let log = logged(&station);
    assert!(log.contains("id=\"pack-taken\"") && log.contains("reason=unsigned"), "{log}");
    assert!(!log.contains("any name") && !log.contains("holidays"), "{log}");
    fs::remove_dir_all(&stick).expect("writable");
    play.wait(12 * 24 * 60 * 60);
    tracks(&mut play);
    is_refused(&mut play, json!({"do": format!("lesson:{NEW}")}));
    play.do_("leave-fast");
    play.end();
    assert!(station.kept("packs/golpe-do-mes.acolhe-lessons").exists());
    let mut play = Play::start(&station);
    tracks(&mut play);
    is_refused(&mut play, json!({"do": format!("lesson:{NEW}")}));
    let log = logged(&station);
    assert!(log.contains("reason=expired"), "{log}");
}

#[cfg(feature = "hub")]
#[test]
fn the_hub_brings_packs_while_the_station_runs_and_is_not_trusted_with_them() {
    let (hub, author) = (Hub::start(VILA_SERENA), Author::new());
    let station = author.station(&hub);
    let pack = author.pack("2099-12-31");
    fs::create_dir(hub.lessons()).expect("writable");
    let mut altered = fs::read(&pack).expect("readable");
    altered[500] ^= 1;
    fs::write(hub.lessons().join("altered.acolhe-lessons"), altered).expect("writable");
    fs::copy(&pack, hub.lessons().join("whatever.acolhe-lessons")).expect("writable");
    fs::write(hub.lessons().join("No Name.acolhe-lessons"), b"").expect("writable");
    let play = Play::start(&station);
    assert!(!station.kept("packs").exists(), "nobody asked for it");
    play.end();
    station.configure(&format!("{}[lessons]\nhub = true\n", station.configuration()));
    let mut play = Play::start(&station);
    let patience = acolhe::edge::clock::Deadline::after(crate::support::PATIENCE);
    while !station.kept("packs/golpe-do-mes.acolhe-lessons").exists() {
        assert!(!patience.left().is_zero(), "nothing comes: {}", logged(&station));
        play.poll();
    }
    loop {
        assert!(!patience.left().is_zero(), "it is never taught");
        tracks(&mut play);
        if play.say(json!({"do": format!("lesson:{NEW}")}))["error"].is_null() {
            break;
        }
        play.do_("leave-fast");
        play.wait(1);
    }
    play.do_("leave-fast");
    learn(&mut play);
    let log = logged(&station);
    assert!(log.contains("from=hub reason=altered"), "{log}");
    assert!(!log.contains("reason=unsigned"), "a name that is none is not offered: {log}");
}

#[test]
fn a_pack_that_is_refused_says_why_and_changes_nothing() {
    let (hub, author) = (Hub::start(VILA_SERENA), Author::new());
    let pack = author.pack("2099-12-31");
    let stranger = Station::enrolled(&hub);
    let (code, told) = refused(&mut add(&stranger, &pack));
    assert_eq!(code, Some(1));
    assert!(told.contains("is refused. acolhe-public-1:"), "{told}");
    assert!(told.contains("whom the city does not trust. Ask who made it"), "{told}");
    let station = author.station(&hub);
    let mut bytes = fs::read(&pack).expect("readable");
    bytes[500] ^= 1;
    let altered = author.path("altered.acolhe-lessons");
    fs::write(&altered, bytes).expect("writable");
    let (code, told) = refused(&mut add(&station, &altered));
    assert_eq!((code, told.contains("changed or damaged after it was signed")), (Some(1), true));
    assert!(!station.kept("packs").exists() && !stranger.kept("packs").exists());
    // What became bad where it lies is told, and left out.
    printed(&mut add(&station, &pack));
    fs::copy(&altered, station.kept("packs/golpe-do-mes.acolhe-lessons")).expect("writable");
    let listed = station.command().args(["lesson", "packs"]).output().expect("the binary runs");
    assert_eq!(listed.status.code(), Some(1));
    assert!(
        String::from_utf8_lossy(&listed.stdout).starts_with("golpe-do-mes: not taught. It was")
    );
    let doctor = station.command().args(["doctor", "--only", "setup"]).output().expect("it runs");
    let told = String::from_utf8_lossy(&doctor.stdout);
    assert!(told.contains("(lessons-pack-refused)"), "{told}");
    assert!(told.contains("run `acolhe lesson remove golpe-do-mes`"), "{told}");
    let mut play = Play::start(&station);
    tracks(&mut play);
    is_refused(&mut play, json!({"do": format!("lesson:{NEW}")}));
}

#[test]
fn an_author_is_told_every_mistake_and_nothing_is_written() {
    let author = Author::new();
    let out = author.path("a.acolhe-lessons");
    let key = author.path("author.key");
    let (code, told) = refused(acolhe().args(["lesson", "key"]).arg(&key));
    assert_eq!((code, told.contains("never overwritten")), (Some(2), true), "{told}");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = |path: &Path| fs::metadata(path).expect("there").permissions().mode() & 0o777;
        assert_eq!(mode(&key), 0o600);
        fs::set_permissions(&key, fs::Permissions::from_mode(0o644)).expect("ours");
        assert_eq!(refused(&mut author.packing(&out, "2099-12-31")).0, Some(2));
        fs::set_permissions(&key, fs::Permissions::from_mode(0o600)).expect("ours");
    }
    let (code, told) = refused(&mut author.packing(&out, "2020-01-01"));
    assert_eq!((code, told.contains("is over. Name a day to come")), (Some(2), true), "{told}");
    let (code, told) = refused(&mut author.packing(&author.path("A.zip"), "2099-12-31"));
    assert_eq!((code, told.contains("is no pack's name")), (Some(2), true), "{told}");
    author.change("assets/lessons/golpe-do-gas/lesson.toml", "kind = \"slip\"", "kind = \"card\"");
    let (code, told) = refused(&mut author.packing(&out, "2099-12-31"));
    assert_eq!(code, Some(1));
    assert!(told.contains("golpe-do-gas/lesson.toml:"), "{told}");
    assert!(told.ends_with("nothing was written\n"), "{told}");
    assert!(!out.exists());
}
