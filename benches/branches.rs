//! A week of a city with fifty branches over a hub, on both databases:
//! `cargo bench --bench branches`.
//!
//! Everybody takes a ticket at a kiosk, is called, served and done; some booked before and check
//! in; panels are looked at. Every call goes over HTTP, and every answer must be a good one. The
//! hub's clock is moved on from step to step, so that a week takes minutes.

#[path = "branches/client.rs"]
mod client;
#[path = "support/figures.rs"]
mod figures;
#[path = "../tests/support/postgres.rs"]
mod postgres;
#[path = "branches/week.rs"]
mod week;

use std::path::Path;
use std::sync::Arc;

use acolhe::content::city;
use acolhe::domain::booking::Desks;
use acolhe::domain::city::City;
use acolhe::domain::queue::Desk;
use acolhe::edge::clock::Clock;
use acolhe::hub::Hub;
use acolhe::hub::server::serve;
use tokio::net::TcpListener;
use tokio::runtime::Runtime;

use client::Client;
use figures::{Table, quick};
use week::Week;

/// Desks of a branch.
const DESKS: u16 = 4;

fn main() -> anyhow::Result<()> {
    let (branches, days) = if quick() { (5, 1) } else { (50, 5) };
    let city = grown(city::load(Path::new("cities/vila-serena"))?, branches);
    let mut table = Table::default();
    let runtime = Runtime::new()?;
    let week = Week { branches, days };

    let folder = tempfile::tempdir_in(figures::folder())?;
    let hub = Hub::open(city.clone(), folder.path())?;
    runtime.block_on(run(&mut table, "SQLite", hub, &week))?;
    let file = folder.path().join("hub.sqlite3");
    size(&mut table, "SQLite", std::fs::metadata(file)?.len());

    let server = postgres::Server::start("fsync = on");
    let database = server.database();
    let hub = runtime.block_on(Hub::open_database(city, &database.url))?;
    runtime.block_on(run(&mut table, "PostgreSQL", hub, &week))?;
    let size_of = format!("SELECT pg_database_size('{}')", database.name);
    size(&mut table, "PostgreSQL", server.sql("postgres", &size_of).trim().parse()?);
    table.print()?;
    Ok(())
}

fn size(table: &mut Table, database: &str, bytes: u64) {
    let measured = format!("{} MiB", bytes.div_ceil(1024 * 1024));
    table.note(&format!("{database}: the hub's data after it"), &measured);
}

/// The city with so many branches like its first one, each with desks for everything.
fn grown(city: City, branches: u16) -> City {
    let first = city.branches[0].clone();
    let code = |number: u16| format!("B{number:02}");
    let (mut booking, mut queue) = (city.booking.clone(), city.queue.clone());
    if let Some(rules) = &mut booking {
        let services: Vec<_> = rules.services.keys().cloned().collect();
        // One kiosk books for everybody of its branch.
        (rules.limits.person, rules.limits.person_day) = (u32::MAX, u32::MAX);
        let desks = |number| Desks {
            branch: code(number),
            code: "A".to_owned(),
            services: services.clone(),
            desks: DESKS,
            attendants: DESKS,
            fewer: Vec::new(),
        };
        rules.desks = (1..=branches).map(desks).collect();
    }
    if let Some(rules) = &mut queue {
        let rules = Arc::make_mut(rules);
        let desks = |number| (code(number), (1..=DESKS).map(Desk::for_all).collect());
        rules.desks = (1..=branches).map(desks).collect();
    }
    let branch = |number| {
        let mut branch = first.clone();
        branch.code = code(number);
        branch
    };
    City { branches: (1..=branches).map(branch).collect(), booking, queue, ..city }
}

async fn run(table: &mut Table, name: &str, hub: Hub, week: &Week) -> anyhow::Result<()> {
    let hub = Arc::new(hub.with_clock(Clock::Moved(Week::start()?)));
    let staff = hub.add_key("desks", true).await?.reveal().to_owned();
    let mut stations = Vec::new();
    for _ in 0..week.branches {
        stations.push(hub.add_station("kiosk").await?.1.reveal().to_owned());
    }
    let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
    let origin = format!("http://{}/api/v1", listener.local_addr()?);
    tokio::spawn(serve(listener, Arc::clone(&hub), std::future::pending()));
    let clients = stations.into_iter().map(|station| Client::new(&origin, station, staff.clone()));
    week.run(table, name, &hub, clients.collect()).await
}
