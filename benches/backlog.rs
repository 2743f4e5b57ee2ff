//! How long a station takes to bring what waited for a line to the city:
//! `cargo bench --bench backlog`.

#[path = "support/figures.rs"]
mod figures;
#[path = "support/line.rs"]
mod line;
#[path = "support/station.rs"]
mod station;

use std::collections::HashSet;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use acolhe::content::city;
use acolhe::edge::clock::Clock;
use acolhe::hub::Hub;
use acolhe::hub::server::{BASE, serve};
use acolhe::store::{Commit, Durable};
use anyhow::ensure;
use tokio::net::TcpListener;
use tokio::runtime::Runtime;

use figures::{Table, quick, readable, timed};
use station::{Author, Station};

const DELAY: Duration = Duration::from_millis(50);
const AIM: Duration = Duration::from_mins(1);

fn main() -> anyhow::Result<()> {
    let waiting: u32 = if quick() { 1_000 } else { 10_000 };
    let folder = tempfile::tempdir_in(figures::folder())?;
    let runtime = Runtime::new()?;
    let city = city::load(Path::new("cities/vila-serena"))?;
    let hub = Arc::new(Hub::open(city, folder.path())?);
    let (number, key) = runtime.block_on(hub.add_station("bench"))?;
    let address = runtime.block_on(async {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        let address = listener.local_addr()?;
        tokio::spawn(serve(listener, Arc::clone(&hub), std::future::pending()));
        line::lay(address, DELAY, Arc::new(|_: &[u8]| {})).await
    })?;

    let url = format!("http://{address}{BASE}");
    let station = Station::new(number.get(), &url, key.reveal(), "driver = \"none\"")?;
    wait_for_the_line(&station, number.get(), waiting)?;
    let (took, delivered) = timed(|| -> anyhow::Result<u64> {
        let mut app = station.start()?;
        app.settle(AIM * 3);
        let counts = app.counts();
        app.stop();
        Ok(counts.delivered)
    });
    ensure!(delivered? == u64::from(waiting), "not everything was delivered");

    let there = runtime.block_on(hub.all_requests())?;
    let numbers: HashSet<_> = there.iter().map(|request| request.number).collect();
    ensure!((there.len(), numbers.len()) == (waiting as usize, waiting as usize), "once each");
    ensure!(runtime.block_on(hub.alarms())?.is_empty(), "nothing to look at");

    let mut table = Table::default();
    let rate = f64::from(waiting) / took.as_secs_f64();
    table.row(
        &format!("{waiting} waiting requests to a hub, 50 ms away, each once"),
        "1 minute",
        &format!("{}, {rate:.0} a second", readable(took)),
        took < AIM,
    );
    table.print()?;
    Ok(())
}

/// Files so many requests that wait.
fn wait_for_the_line(station: &Station, number: u16, waiting: u32) -> anyhow::Result<()> {
    let author = Author::new(number)?;
    let requests = (1..=waiting).map(|sequence| author.request(sequence));
    let requests = requests.collect::<anyhow::Result<Vec<_>>>()?;
    let durable = requests.iter().map(|request| Durable::File { request, under_way: false });
    let commit = Commit { visit: None, now: Clock::Machine.now(), durable: durable.collect() };
    let mut store = station.store()?;
    store.commit(&commit)?;
    store.give_back()?;
    Ok(())
}
