//! Disks, folders, keys and stores, each with what can go wrong.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

use super::super::support::Play;
use super::patient::{Patient, bytes};

fn set_mode(path: &Path, mode: u32) {
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("ours");
}

fn change(patient: &Patient, sql: &str) {
    let db = rusqlite::Connection::open(patient.station.kept("station.sqlite3")).expect("a store");
    db.execute_batch(sql).expect("it is done");
}

#[test]
fn a_disk_that_is_too_full_or_a_folder_that_is_not_there_is_told() {
    let patient = Patient::new();
    let more = "[store]\nreserve_megabytes = 4000000000\n";
    patient.station.configure(&format!("{}{more}", patient.station.configuration()));
    let words = ["the reserve is 4000000000 MB", "Free room on the disk of"];
    patient.is_at_fault("disk", "disk-full", &words);
    let new_born = Patient::new_born();
    let words = ["It is not there", "Mount the disk", "start the station once"];
    new_born.is_at_fault("disk", "disk-folder-missing", &words);
    assert!(!new_born.station.data().exists(), "nothing was made");
}

#[test]
fn a_folder_with_wrong_rights_is_told() {
    let patient = Patient::new();
    let data = patient.station.data();
    set_mode(&data, 0o555);
    patient.is_at_fault("disk", "disk-folder-not-writable", &["mode is 555", "chmod u+rwx"]);
    set_mode(&data, 0o777);
    patient.is_at_fault("disk", "disk-folder-open", &["mode is 777", "chmod o-w"]);
    set_mode(&data, 0o755);
    patient.told(&["--only", "disk"]).holds("well", "disk-rights", &["mode 755"]).ends(0);
}

#[test]
fn a_key_that_is_open_wrong_missing_or_anothers_is_told() {
    let patient = Patient::new();
    // Something must wait, or nothing is sealed.
    patient.hub.kill();
    let mut play = Play::start(&patient.station);
    play.file_a_request();
    assert_eq!(play.end(), Some(0));
    let key = patient.station.kept("store.key");
    let named = key.display().to_string();
    set_mode(&key, 0o644);
    let run = format!("Run: chmod 600 {named}");
    patient.is_at_fault("disk", "disk-key-exposed", &["is 644", &run]);
    set_mode(&key, 0o600);
    let own = fs::read_to_string(&key).expect("readable");
    fs::write(&key, "12ab").expect("writable");
    patient.is_at_fault("disk", "disk-key-wrong", &["64 hexadecimal digits", &named]);
    fs::write(&key, "ab".repeat(32)).expect("writable");
    patient.is_at_fault("disk", "store-other-key", &["does not open", "backup"]);
    fs::write(&key, own).expect("writable");
    patient.told(&["--only", "disk"]).holds("well", "disk-key", &["is whole"]).ends(0);
    fs::remove_file(&key).expect("it was there");
    patient.is_at_fault("disk", "disk-key-missing", &["is not there", "Bring back", &named]);
    assert!(!key.exists(), "none was made");
}

#[test]
fn a_store_that_is_damaged_newer_or_brought_from_elsewhere_is_told() {
    let patient = Patient::new();
    let file = patient.station.kept("station.sqlite3");
    let whole = fs::read(&file).expect("readable");
    change(&patient, "PRAGMA user_version = 99");
    patient.is_at_fault("disk", "store-newer", &["newer Acolhe", "Install that version"]);
    fs::write(&file, &whole).expect("writable");
    change(&patient, "UPDATE meta SET value = 'another' WHERE name = 'enrolment'");
    let words = ["restored or copied", "acolhe hub station add"];
    patient.is_at_fault("disk", "store-copied", &words);
    fs::write(&file, &whole).expect("writable");
    change(&patient, "UPDATE meta SET value = '77' WHERE name = 'station'");
    patient.is_worth_a_look("disk", "store-other-number", &["[station] number"]);
    let torn: Vec<u8> =
        whole[..4096].iter().copied().chain(vec![0xa5; whole.len() - 4096]).collect();
    fs::write(&file, torn).expect("writable");
    patient.is_at_fault("disk", "store-damaged", &["keep a copy of", "last backup"]);
    fs::write(&file, "no database").expect("writable");
    patient.is_at_fault("disk", "store-damaged", &["not a database"]);
}

#[test]
fn numbers_that_were_lost_or_brought_back_are_told() {
    let patient = Patient::new();
    let file = patient.station.kept("not-in-backups/sequence");
    let own = fs::read_to_string(&file).expect("readable");
    let told = |text: &str| fs::write(&file, text).expect("writable");
    let number = own.split_whitespace().collect::<Vec<_>>();
    told(&format!("{} {} 0\n", number[0], number[1]));
    patient.is_at_fault("disk", "numbers-file-behind", &["Store: 00001", "out of the backup"]);
    told(&format!("{} {} 9\n", number[0], number[1]));
    patient.is_worth_a_look("disk", "numbers-store-behind", &["file: 00009"]);
    told("nonsense");
    patient.is_at_fault("disk", "numbers-file-wrong", &["the year and the last number"]);
    fs::remove_file(&file).expect("it was there");
    patient.is_at_fault("disk", "numbers-file-missing", &["file: none", "find out what removed"]);
}

#[test]
fn what_waits_long_or_for_staff_is_told() {
    let patient = Patient::new();
    change(&patient, "UPDATE outbox SET state = 'uncertain'");
    let words = ["1 request uncertain", "acolhe outbox list"];
    patient.is_worth_a_look("disk", "outbox-uncertain", &words);
    change(&patient, "UPDATE outbox SET state = 'refused'");
    let words = ["1 request refused", "acolhe outbox show NUMBER"];
    patient.is_worth_a_look("disk", "outbox-refused", &words);
    let old = "UPDATE outbox SET state = 'waiting', filed_at = '2026-01-05T09:00:00Z'";
    change(&patient, old);
    let words = ["1 request on the way, one for", "days"];
    patient.is_worth_a_look("disk", "outbox-waits", &words);
}

#[test]
fn the_data_folder_is_byte_for_byte_what_it_was() {
    let patient = Patient::new();
    let before = bytes(&patient.station.data());
    patient.told(&["--only", "setup,printer,clock,disk,hub"]).ends(0);
    assert_eq!(before, bytes(&patient.station.data()));
    // A station that was torn away leaves a log that only an owner may tidy up.
    let mut play = Play::start(&patient.station);
    play.file_a_request();
    play.kill();
    let before = bytes(&patient.station.data());
    assert!(before.iter().any(|(path, _)| path.ends_with("station.sqlite3-wal")));
    let told = patient.told(&["--only", "disk"]);
    told.holds("well", "store-whole", &["2 requests"]).ends(0);
    assert_eq!(before, bytes(&patient.station.data()));
}
