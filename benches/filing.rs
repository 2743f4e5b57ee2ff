//! What a filing costs beside a bare loop, in a store of a thousand and of a million requests:
//! `cargo bench --bench filing`.
//!
//! The bare loop, the small store and the large one take turns, so that whatever else the disk
//! does meets all of them; ratios are of one turn, and the middle one of all turns is told.

#[path = "support/figures.rs"]
mod figures;
#[path = "support/heap.rs"]
mod heap;
#[path = "support/station.rs"]
mod station;

use std::collections::HashSet;
use std::time::Duration;

use acolhe::app::App;
use acolhe::domain::delivery::{DeliveryState, Progress};
use acolhe::domain::protocol_number::ProtocolNumber;
use acolhe::domain::visit::PrintState;
use acolhe::edge::clock::Clock;
use acolhe::store::{Commit, Durable, Store};
use anyhow::Context;
use rusqlite::Connection;
use uuid::Uuid;

use figures::{Samples, Table, median, quick, readable, timed};
use station::{Author, NOWHERE, Station, file, to_review};

/// The least of the bare loop's rate that is aimed at, and the most that a million may slow it.
const OF_BARE: f64 = 0.8;
const OF_SMALL: f64 = 1.2;

fn main() -> anyhow::Result<()> {
    let (rows, turns, filings) = if quick() { (20_000, 3, 60) } else { (1_000_000, 9, 100) };
    let mut table = Table::default();
    let heaps = [Heap::new(1_000)?, Heap::new(rows)?];
    let author = Author::new(14)?;
    let bare = Bare::new(&author)?;
    commits(&mut table, &heaps, &author, &bare, turns, filings)?;
    asks(&mut table, &heaps)?;
    stations(&mut table, &heaps, turns, filings / 4)?;
    table.print()?;
    Ok(())
}

/// What is committed when a request is filed: number, request, receipt.
fn commits(
    table: &mut Table,
    heaps: &[Heap; 2],
    author: &Author,
    bare: &Bare,
    turns: usize,
    filings: usize,
) -> anyhow::Result<()> {
    let mut stores = [heaps[0].station.store()?, heaps[1].station.store()?];
    let (mut of_bare, mut of_small) = (Vec::new(), Vec::new());
    let mut all: [Samples; 3] = Default::default();
    for _ in 0..turns {
        let mut took = [Duration::ZERO; 3];
        for _ in 0..filings {
            let [small, large] = &mut stores;
            let each = [bare.insert()?, commit(author, small)?, commit(author, large)?];
            for (place, each) in each.into_iter().enumerate() {
                took[place] += each;
                all[place].push(each);
            }
        }
        of_bare.push(took[0].as_secs_f64() / took[1].as_secs_f64());
        of_small.push(took[2].as_secs_f64() / took[1].as_secs_f64());
    }
    let rows = heaps[1].rows;
    table.note("a bare insert", &told(&all[0]));
    table.note("a filing's commit, 1000 requests", &told(&all[1]));
    table.note(&format!("a filing's commit, {rows} requests"), &told(&all[2]));
    let of_bare = median(of_bare);
    table.row(
        "a filing's commit: rate beside the bare loop",
        "80 %",
        &format!("{:.0} %", of_bare * 100.0),
        of_bare >= OF_BARE,
    );
    tell_growth(table, "a filing's commit", rows, median(of_small));
    Ok(())
}

fn tell_growth(table: &mut Table, what: &str, rows: u32, growth: f64) {
    table.row(
        &format!("{what}: time with {rows} requests beside 1000"),
        "1.2 times",
        &format!("{growth:.2} times"),
        growth <= OF_SMALL,
    );
}

fn told(samples: &Samples) -> String {
    let half = samples.median();
    format!("{}, {:.0} a second", readable(half), 1.0 / half.as_secs_f64())
}

/// What is asked of a store at every turn.
fn asks(table: &mut Table, heaps: &[Heap; 2]) -> anyhow::Result<()> {
    for heap in heaps {
        let mut store = heap.station.store()?;
        let now = Clock::Machine.now();
        let any = store.next_sequence(2025)?.saturating_sub(1).max(1);
        let station = heap.station.setup()?.station();
        let number = ProtocolNumber::new(2025, station, any).context("a number")?;
        let none = HashSet::new();
        let ways: [(&str, Samples); 4] = [
            ("counting", Samples::of(200, || store.counts().is_ok())),
            ("what is due", Samples::of(200, || store.due(now, 16, &none).is_ok())),
            ("one number", Samples::of(200, || store.find(number).is_ok_and(|it| it.is_some()))),
            ("what staff ask", Samples::of(200, || store.obey(now).is_ok())),
        ];
        let told: Vec<String> =
            ways.iter().map(|(way, took)| format!("{way} {}", readable(took.median()))).collect();
        table.note(&format!("asking a store of {} requests", heap.rows), &told.join(", "));
    }
    Ok(())
}

/// A whole station: from the touch that files to everything committed and handed on.
fn stations(
    table: &mut Table,
    heaps: &[Heap; 2],
    turns: usize,
    filings: usize,
) -> anyhow::Result<()> {
    let mut apps = Vec::new();
    for heap in heaps {
        let (took, app) = timed(|| heap.station.start());
        table.note(&format!("a station starts, {} requests", heap.rows), &readable(took));
        apps.push(app?);
    }
    let mut growth = Vec::new();
    let mut all: [Samples; 2] = Default::default();
    let mut ticks: [Samples; 2] = Default::default();
    for _ in 0..turns {
        let mut turn: [Samples; 2] = Default::default();
        for _ in 0..filings {
            for (place, app) in apps.iter_mut().enumerate() {
                to_review(app)?;
                let (each, done) = timed(|| app.handle(&file()));
                done?;
                turn[place].push(each);
                all[place].push(each);
                ticks[place].push(timed(|| app.tick()).0);
            }
        }
        growth.push(turn[1].median().as_secs_f64() / turn[0].median().as_secs_f64());
    }
    for ((heap, all), ticks) in heaps.iter().zip(&all).zip(&ticks) {
        let what = format!("the touch that files, {} requests", heap.rows);
        table.note(&what, &format!("{}; a tick {}", told(all), readable(ticks.median())));
    }
    tell_growth(table, "the touch that files", heaps[1].rows, median(growth));
    apps.into_iter().for_each(App::stop);
    Ok(())
}

/// A station whose store is filled.
struct Heap {
    station: Station,
    rows: u32,
}

impl Heap {
    fn new(rows: u32) -> anyhow::Result<Self> {
        let station = Station::new(14, NOWHERE, "key", "driver = \"folder\"")?;
        drop(station.store()?);
        heap::fill(&station.data().join(acolhe::store::FILE), rows)?;
        Ok(Self { station, rows })
    }
}

/// One filing as the station commits it: the request and its receipt.
fn commit(author: &Author, store: &mut Store) -> anyhow::Result<Duration> {
    let request = author.request(store.next_sequence(author.year())?)?;
    let (job, now) = (Uuid::new_v4(), Clock::Machine.now());
    let (took, done) = timed(|| {
        let number = request.number.to_string();
        let print = Durable::Print { job, number, copy: 1 };
        let filed = Durable::File { request: &request, under_way: true };
        store.commit(&Commit { visit: None, now, durable: vec![filed, print] })
    });
    done?;
    store.print_ended(job, PrintState::Printed)?;
    store.settle(request.number, DeliveryState::Delivered, &Progress::default(), None, now)?;
    Ok(took)
}

/// One INSERT a commit, of as many bytes as a request has.
struct Bare {
    db: Connection,
    _folder: tempfile::TempDir,
    payload: Vec<u8>,
}

impl Bare {
    fn new(like: &Author) -> anyhow::Result<Self> {
        let bytes = serde_json::to_vec(&like.request(1)?)?.len();
        let folder = tempfile::tempdir_in(figures::folder())?;
        let db = Connection::open(folder.path().join("bare.sqlite3"))?;
        db.pragma_update(None, "journal_mode", "wal")?;
        db.pragma_update(None, "synchronous", "full")?;
        db.execute_batch("CREATE TABLE bare (id INTEGER PRIMARY KEY, payload BLOB NOT NULL)")?;
        Ok(Self { db, _folder: folder, payload: vec![0x5a; bytes] })
    }

    fn insert(&self) -> anyhow::Result<Duration> {
        let mut query = self.db.prepare_cached("INSERT INTO bare (payload) VALUES (?1)")?;
        let (took, done) = timed(|| query.execute([&self.payload]));
        done?;
        Ok(took)
    }
}
