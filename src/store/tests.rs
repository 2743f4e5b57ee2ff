//! A store in a folder of its own.

use std::collections::HashSet;

use jiff::{SignedDuration, Timestamp};
use rusqlite::Connection;
use tempfile::TempDir;
use uuid::Uuid;

use super::reserve::AHEAD;
use super::*;
use crate::domain::city::{Language, ServiceCode};
use crate::domain::delivery::{DeliveryState, Progress};
use crate::domain::lesson::{LessonId, Rung, Score};
use crate::domain::note::Note;
use crate::domain::protocol_number::ProtocolNumber;
use crate::domain::request::{AccessCode, Draft, Origin, Request, RequestId};
use crate::domain::visit::PrintState;

const KEY: [u8; 32] = [7; 32];

fn station(number: u16) -> StationNumber {
    StationNumber::new(number).unwrap()
}

fn enrolment(number: u16) -> Enrolment {
    Enrolment { station: station(number), machine: "one machine".to_owned() }
}

fn open(folder: &TempDir) -> Store {
    Store::open(folder.path(), Seal::new(&KEY), &enrolment(14)).unwrap()
}

fn now() -> Timestamp {
    "2026-11-22T12:00:00Z".parse().unwrap()
}

fn request(sequence: u32) -> Request {
    Request {
        id: RequestId(Uuid::new_v4()),
        number: ProtocolNumber::new(2026, station(14), sequence).unwrap(),
        access_code: AccessCode::from_random(482_091),
        service: ServiceCode("VIA-01".to_owned()),
        language: Language::PtBr,
        origin: Origin::Kiosk,
        branch: "CENTRO".to_owned(),
        filed_at: now(),
        dated: true,
        answer_by: None,
        done_by: None,
        draft: Draft { description: "a hole as large as a cow".to_owned(), ..Draft::default() },
    }
}

fn file(store: &mut Store, request: &Request) {
    let durable = vec![Durable::File { request, under_way: false }];
    store.commit(&Commit { visit: None, now: now(), durable }).unwrap();
}

#[test]
fn a_filed_request_is_due_until_it_is_delivered_and_then_its_words_are_gone() {
    let folder = TempDir::new().unwrap();
    let mut store = open(&folder);
    let request = request(1);
    file(&mut store, &request);
    let due = store.due(now(), 10, &HashSet::new()).unwrap();
    assert_eq!(due.len(), 1);
    assert_eq!(due[0].request, request);
    let later = now() + SignedDuration::from_secs(5);
    let failed = Progress { attempts: 1, ..Progress::default() };
    store.settle(request.number, DeliveryState::Waiting, &failed, Some(later), now()).unwrap();
    assert!(store.due(now(), 10, &HashSet::new()).unwrap().is_empty());
    assert_eq!(store.due(later, 10, &HashSet::new()).unwrap()[0].progress, failed);
    store.settle(request.number, DeliveryState::Delivered, &failed, None, later).unwrap();
    assert_eq!(store.counts().unwrap(), Counts { delivered: 1, ..Counts::default() });
    let (row, words) = store.find(request.number).unwrap().unwrap();
    assert_eq!((row.state, words), (DeliveryState::Delivered, None));
}

#[test]
fn an_attempt_that_never_ended_is_told_at_the_next_start() {
    let folder = TempDir::new().unwrap();
    let mut store = open(&folder);
    let request = request(1);
    file(&mut store, &request);
    assert!(store.interrupted().unwrap().is_empty());
    let begun = store.turn_over(&[], now(), 1, &HashSet::new()).unwrap();
    assert_eq!(begun[0].request, request);
    drop(store);
    let store = open(&folder);
    assert_eq!(store.interrupted().unwrap()[0].request, request);
    store
        .settle(request.number, DeliveryState::Waiting, &Progress::default(), None, now())
        .unwrap();
    assert!(store.interrupted().unwrap().is_empty());
}

#[test]
fn a_delivered_row_is_never_undone_by_a_late_answer() {
    let folder = TempDir::new().unwrap();
    let mut store = open(&folder);
    let request = request(1);
    file(&mut store, &request);
    let progress = Progress::default();
    store.settle(request.number, DeliveryState::Delivered, &progress, None, now()).unwrap();
    store.settle(request.number, DeliveryState::Waiting, &progress, Some(now()), now()).unwrap();
    assert_eq!(store.counts().unwrap().delivered, 1);
}

#[test]
fn attempts_end_and_begin_together_and_none_that_is_under_way_begins_again() {
    let folder = TempDir::new().unwrap();
    let mut store = open(&folder);
    let requests = [request(1), request(2), request(3)];
    for request in &requests {
        file(&mut store, request);
    }
    let mut under_way: HashSet<ProtocolNumber> = HashSet::new();
    let begun = store.turn_over(&[], now(), 2, &under_way).unwrap();
    under_way.extend(begun.iter().map(|delivery| delivery.request.number));
    assert_eq!(under_way, HashSet::from([requests[0].number, requests[1].number]));
    let end = (DeliveryState::Delivered, Progress::default(), None);
    let ended = Ended { number: requests[0].number, end };
    let begun = store.turn_over(&[ended], now(), 5, &under_way).unwrap();
    assert_eq!(begun.len(), 1);
    assert_eq!(begun[0].request, requests[2]);
    assert_eq!(store.counts().unwrap(), Counts { waiting: 2, delivered: 1, ..Counts::default() });
    assert_eq!(store.interrupted().unwrap().len(), 2);
    let later = now() + SignedDuration::from_hours(1);
    assert_eq!(store.forget_delivered_before(later).unwrap(), 1);
    assert_eq!(store.counts().unwrap(), Counts { waiting: 2, ..Counts::default() });
}

#[test]
fn staff_ask_beside_the_owner_and_the_owner_obeys() {
    let folder = TempDir::new().unwrap();
    let mut store = open(&folder);
    let request = request(1);
    file(&mut store, &request);
    store
        .settle(request.number, DeliveryState::Refused, &Progress::default(), None, now())
        .unwrap();
    let beside = Store::beside(folder.path(), Seal::new(&KEY), station(14)).unwrap();
    beside.ask(request.number, Retry::SearchFirst).unwrap();
    assert!(store.obey(now()).unwrap());
    assert!(!store.obey(now()).unwrap());
    assert_eq!(store.due(now(), 10, &HashSet::new()).unwrap().len(), 1);
}

#[test]
fn what_staff_know_is_not_there_is_posted_without_a_search() {
    let folder = TempDir::new().unwrap();
    let mut store = open(&folder);
    let request = request(1);
    file(&mut store, &request);
    let doubted = Progress { attempts: 9, unresolved_since: Some(now()), ..Progress::default() };
    let after = |store: &mut Store, retry| {
        store.settle(request.number, DeliveryState::Uncertain, &doubted, None, now()).unwrap();
        store.ask(request.number, retry).unwrap();
        store.obey(now()).unwrap();
        store.due(now(), 1, &HashSet::new()).unwrap()[0].progress.unresolved_since
    };
    assert_eq!(after(&mut store, Retry::SearchFirst), Some(now()));
    assert_eq!(after(&mut store, Retry::NotThere), None);
}

#[test]
fn the_sequence_never_falls_behind_the_file_outside_backups() {
    let folder = TempDir::new().unwrap();
    let mut store = open(&folder);
    let mut given = 0;
    for _ in 0..3 {
        let next = store.next_sequence(2026).unwrap();
        assert!((given + 1..=given + AHEAD).contains(&next), "{next} after {given}");
        file(&mut store, &request(next));
        given = next;
        // The plug is pulled: nothing of what is told is given again.
        drop(store);
        store = open(&folder);
    }
    assert_eq!(store.next_sequence(2027).unwrap(), 1);
    assert_eq!(store.last_year().unwrap(), Some(2026));
}

#[test]
fn a_store_from_a_backup_goes_on_after_the_last_number_that_was_given() {
    let folder = TempDir::new().unwrap();
    let mut store = open(&folder);
    file(&mut store, &request(1));
    store.db.execute("VACUUM INTO ?1", [folder.path().join("backup").to_string_lossy()]).unwrap();
    for sequence in 2..=40 {
        file(&mut store, &request(sequence));
    }
    store.give_back().unwrap();
    drop(store);
    std::fs::rename(folder.path().join("backup"), folder.path().join(FILE)).unwrap();
    assert_eq!(open(&folder).next_sequence(2026).unwrap(), 41);
}

#[test]
fn an_end_on_purpose_skips_no_number() {
    let folder = TempDir::new().unwrap();
    let mut store = open(&folder);
    for sequence in 1..=60 {
        assert_eq!(store.next_sequence(2026).unwrap(), sequence);
        file(&mut store, &request(sequence));
        if sequence % 7 == 0 {
            store.give_back().unwrap();
        }
        if sequence % 21 == 0 {
            drop(store);
            store = open(&folder);
        }
    }
}

#[test]
fn restored_or_cloned_data_is_enrolled_anew_before_it_files() {
    let folder = TempDir::new().unwrap();
    drop(open(&folder));
    let elsewhere = Enrolment { machine: "another machine".to_owned(), ..enrolment(14) };
    let refused = Store::open(folder.path(), Seal::new(&KEY), &elsewhere);
    assert!(matches!(refused, Err(StoreError::Copied)));
    std::fs::remove_dir_all(folder.path().join("not-in-backups")).unwrap();
    let refused = Store::open(folder.path(), Seal::new(&KEY), &enrolment(14));
    assert!(matches!(refused, Err(StoreError::Copied)));
    let anew = Store::open(folder.path(), Seal::new(&KEY), &enrolment(15)).unwrap();
    assert_eq!(anew.next_sequence(2026).unwrap(), 1);
}

#[test]
fn a_slip_that_was_under_way_is_uncertain_after_a_restart() {
    let folder = TempDir::new().unwrap();
    let mut store = open(&folder);
    let print = |job| Durable::Print { job, number: "n".to_owned(), copy: 1 };
    let (under_way, ended) = (Uuid::new_v4(), Uuid::new_v4());
    let durable = vec![print(under_way), print(ended)];
    store.commit(&Commit { visit: None, now: now(), durable }).unwrap();
    store.print_ended(ended, PrintState::Printed).unwrap();
    drop(store);
    let store = open(&folder);
    let state = |job: Uuid| {
        let query = "SELECT state FROM print WHERE job = ?1";
        store.db.query_row(query, [job.to_string()], |row| row.get::<_, String>(0)).unwrap()
    };
    assert_eq!((state(under_way).as_str(), state(ended).as_str()), ("uncertain", "printed"));
}

#[test]
fn an_older_store_is_brought_up_to_date_and_a_copy_is_kept() {
    let folder = TempDir::new().unwrap();
    let mut db = Connection::open(folder.path().join(FILE)).unwrap();
    migrations().to_version(&mut db, 1).unwrap();
    db.execute_batch(
        "INSERT INTO outbox (request_id, number, state, filed_at, progress)
         VALUES ('a', '1', 'delivered', '2026-11-22', '{}'), ('b', '2', 'refused', '2026-11-22', '{}')",
    )
    .unwrap();
    db.execute_batch(
        "INSERT INTO sequence VALUES (14, 2026, 7);
         INSERT INTO meta VALUES ('last-moment', '2026-11-22T12:00:00.5Z')",
    )
    .unwrap();
    db.execute("INSERT INTO print VALUES ('job', 'n', 1, 'printed', '2026-11-22', NULL)", [])
        .unwrap();
    drop(db);
    let before = format!("before-{}.sqlite3", newest());
    let copy = folder.path().join(FILE).with_extension(before);
    std::fs::write(&copy, "half a copy").unwrap();
    let store = open(&folder);
    let state: String =
        store.db.query_row("SELECT state FROM print", [], |row| row.get(0)).unwrap();
    assert_eq!((version(&store.db).unwrap(), state.as_str()), (newest(), "printed"));
    assert_eq!(store.next_sequence(2026).unwrap(), 8);
    let moment = store.last_moment().unwrap().unwrap();
    assert!(
        (now() + SignedDuration::from_millis(500)..now() + SignedDuration::from_secs(1))
            .contains(&moment)
    );
    let counts = Counts { delivered: 1, refused: 1, ..Counts::default() };
    assert_eq!(store.counts().unwrap(), counts);
    assert_eq!(version(&Connection::open(copy).unwrap()).unwrap(), 1);
}

#[test]
fn a_newer_store_is_refused_and_left_alone() {
    let folder = TempDir::new().unwrap();
    drop(open(&folder));
    let db = Connection::open(folder.path().join(FILE)).unwrap();
    db.pragma_update(None, "user_version", 99).unwrap();
    drop(db);
    let refused = Store::open(folder.path(), Seal::new(&KEY), &enrolment(14));
    assert!(matches!(refused, Err(StoreError::Newer(_))));
}

#[test]
fn nothing_that_was_said_stands_open_in_the_files() {
    let folder = TempDir::new().unwrap();
    let mut store = open(&folder);
    file(&mut store, &request(1));
    for entry in std::fs::read_dir(folder.path()).unwrap() {
        let path = entry.unwrap().path();
        if path.is_file() {
            let bytes = std::fs::read(&path).unwrap();
            assert!(!bytes.windows(10).any(|part| part == b"large as a"), "{}", path.display());
        }
    }
}

#[test]
fn a_recovery_copy_opens_only_with_the_citys_key() {
    let folder = TempDir::new().unwrap();
    let mut store = open(&folder);
    let request = request(1);
    file(&mut store, &request);
    let identity = age::x25519::Identity::generate();
    let mut copy = Vec::new();
    let count = store.export(&identity.to_public().to_string(), &mut copy).unwrap();
    assert_eq!(count, 1);
    let secret = age::secrecy::ExposeSecret::expose_secret(&identity.to_string()).to_owned();
    let requests = recovery::open(&secret, copy.as_slice()).unwrap().requests;
    assert_eq!(requests[0].0, request);
    let other = age::x25519::Identity::generate();
    let other = age::secrecy::ExposeSecret::expose_secret(&other.to_string()).to_owned();
    assert!(recovery::open(&other, copy.as_slice()).is_err());
}

#[test]
fn spoken_words_go_with_their_draft_or_stay_with_their_request() {
    let folder = TempDir::new().unwrap();
    let mut store = open(&folder);
    let commit = |store: &mut Store, durable| {
        store.commit(&Commit { visit: None, now: now(), durable: vec![durable] }).unwrap();
    };
    let sound = b"a sound that is found nowhere else";
    let mut spoken = request(1);
    spoken.draft.note = Some(Note { seconds: 7, cut: false });
    let unfiled = RequestId(Uuid::new_v4());
    for id in [spoken.id, unfiled] {
        commit(&mut store, Durable::Note { id, sound: b"an older one" });
        commit(&mut store, Durable::Note { id, sound });
    }
    file(&mut store, &spoken);
    assert_eq!(store.notes().unwrap(), [(spoken.number, spoken.id)]);
    commit(&mut store, Durable::NoNote(spoken.id));
    commit(&mut store, Durable::Farewell);
    assert_eq!(store.note(unfiled).unwrap(), None);
    assert_eq!(store.note(spoken.id).unwrap().unwrap().as_slice(), sound);

    let identity = age::x25519::Identity::generate();
    let mut copy = Vec::new();
    store.export(&identity.to_public().to_string(), &mut copy).unwrap();
    let secret = age::secrecy::ExposeSecret::expose_secret(&identity.to_string()).to_owned();
    let kept = recovery::open(&secret, copy.as_slice()).unwrap();
    assert_eq!(kept.notes[0].1.as_slice(), sound);

    store.written_down(spoken.number).unwrap();
    store.obey(now()).unwrap();
    assert!(store.notes().unwrap().is_empty());
    for entry in std::fs::read_dir(folder.path()).unwrap() {
        let bytes = std::fs::read(entry.unwrap().path()).unwrap_or_default();
        assert!(!bytes.windows(sound.len()).any(|part| part == sound));
    }
}

#[test]
fn sums_of_lessons_are_told_when_five_stand_behind_them_and_never_before() {
    let folder = TempDir::new().unwrap();
    let mut store = open(&folder);
    let lesson = LessonId("tela-tocar".to_owned());
    let went = Score { misses: 2, hints: 1, ..Score::default() };
    let mut count = |times: usize, day: i8, ended: Option<&Score>| {
        for _ in 0..times {
            let day = jiff::civil::date(2026, 11, 23).with().month(day).build().unwrap();
            let lesson = Durable::Lesson { day, lesson: &lesson, rung: Rung::Guided, ended };
            store.commit(&Commit { visit: None, now: now(), durable: vec![lesson] }).unwrap();
        }
        store.lesson_sums(None).unwrap()
    };
    assert_eq!(count(4, 11, None), (vec![], 1));
    let (told, untold) = count(1, 11, None);
    assert_eq!((told[0].begun, &told[0].ended, untold), (5, &None, 0));
    assert_eq!(count(4, 11, Some(&went)).0[0].ended, None, "four ended it");
    let (told, _) = count(1, 11, Some(&went));
    let all = Score { misses: 10, hints: 5, ..Score::default() };
    assert_eq!(told[0].ended, Some((5, all)));
    assert_eq!(told[0].month, "2026-11");
    let (told, untold) = count(2, 12, None);
    assert_eq!((told.len(), untold), (1, 1));
    assert_eq!(store.lesson_sums(Some("2026-12")).unwrap(), (vec![], 1));
}
