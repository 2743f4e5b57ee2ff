//! `acolhe hub`: serves the city, enrols stations, and shows staff what was filed.
//!
//! Everything but serving works beside a running hub.

mod list;
mod note;
mod simulate_queue;

use std::error::Error;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::Context;
use tokio::net::TcpListener;
use tokio::signal;

use crate::app::log::log_to_standard_error;
use crate::config::{Secret, Setup};
use crate::domain::city::City;
use crate::domain::protocol_number::ProtocolNumber;
use crate::folder::FolderLock;
use crate::hub::Hub;
use crate::hub::note::FORGET_EVERY;
use crate::hub::server::{BASE, serve};
use crate::locale::Locales;

/// The city's server: Open311 GeoReport v2, stations, answers.
#[derive(Debug, clap::Args)]
pub struct HubArgs {
    /// Where to listen
    #[arg(long, value_name = "ADDR:PORT", default_value = "127.0.0.1:8311", env = "ACOLHE_LISTEN")]
    listen: String,
    /// The address that clients use, where a proxy stands before the hub
    #[arg(long, value_name = "URL", env = "ACOLHE_PUBLIC_URL")]
    public_url: Option<String>,
    /// The address of a PostgreSQL database, where the hub runs on more than one machine; its
    /// password is safer in a file that `[hub] database_file` names
    #[arg(
        long,
        value_name = "URL",
        env = "ACOLHE_DATABASE",
        hide_env_values = true,
        global = true,
        value_parser = secret
    )]
    database: Option<Secret>,
    /// A folder with packs of lessons that stations may fetch; it is read at each call
    #[arg(long, value_name = "DIR", env = "ACOLHE_LESSONS")]
    lessons: Option<PathBuf>,
    #[command(subcommand)]
    task: Option<Command>,
}

#[expect(clippy::unnecessary_wraps, reason = "a parser of clap's")]
fn secret(text: &str) -> Result<Secret, std::convert::Infallible> {
    Ok(Secret::new(text.to_owned()))
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    /// Move everything from the data folder into a new PostgreSQL database, once, while no hub runs
    Move,
    /// Play a day of arrivals under each calling order: how long people wait, with a picture
    SimulateQueue(simulate_queue::SimulateArgs),
    #[command(flatten)]
    Task(Task),
}

#[derive(Debug, clap::Subcommand)]
enum Task {
    /// Kiosks, counters and panels
    #[command(subcommand)]
    Station(StationTask),
    /// Keys of staff and of other Open311 clients
    #[command(subcommand)]
    Key(KeyTask),
    /// List the requests: number, service, state, dates
    Requests {
        /// As JSON
        #[arg(long)]
        json: bool,
    },
    /// Show everything about one request
    Show {
        /// Its protocol number
        number: ProtocolNumber,
    },
    /// Spoken requests, to be listened to and written down
    #[command(subcommand)]
    Note(note::NoteTask),
    /// List what staff must look at
    Alarms,
}

#[derive(Debug, clap::Subcommand)]
enum StationTask {
    /// Enrol a station and print its number and its key, which is shown this once
    Add {
        /// How staff call it
        #[arg(long)]
        name: String,
    },
}

#[derive(Debug, clap::Subcommand)]
enum KeyTask {
    /// Print a new key, which is shown this once
    Add {
        /// Whose it is
        #[arg(long)]
        name: String,
        /// It may read everything and post answers
        #[arg(long)]
        staff: bool,
    },
}

/// Runs `acolhe hub` to its end: 0, or 1 where a number was asked for that does not exist.
///
/// # Errors
/// When it cannot start, or the store does not answer; the message says the repair.
pub fn run(args: HubArgs, city: City, setup: &Setup) -> anyhow::Result<ExitCode> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .context("Cannot start threads: check the limits of this account")?;
    let database = args.database.as_ref().or(setup.config.hub.database.as_ref());
    let end = runtime.block_on(async {
        match args.task {
            None => {
                // Several hubs may serve one folder; nobody else may own it.
                let _lock = match database {
                    None => Some(FolderLock::share(&setup.data, "hub.lock")?),
                    Some(_) => None,
                };
                log_to_standard_error();
                let hub = open(city, database, setup).await?;
                let hub = hub.with_public_url(args.public_url).with_lessons(args.lessons);
                listen(&args.listen, hub).await?;
                Ok(ExitCode::SUCCESS)
            }
            Some(Command::Move) => {
                let _lock = FolderLock::take(&setup.data, "hub.lock")?;
                move_all(database, &setup.data, &mut io::stdout()).await
            }
            Some(Command::SimulateQueue(args)) => {
                simulate_queue::run(&args, &city, &mut io::stdout())
            }
            Some(Command::Task(task)) => {
                let hub = open(city, database, setup).await?;
                perform(task, &hub, &mut io::stdout()).await
            }
        }
    });
    match end {
        // Whoever read the list has seen enough of it.
        Err(error) if is_broken_pipe(&error) => Ok(ExitCode::SUCCESS),
        end => end,
    }
}

fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error.downcast_ref().is_some_and(|error: &io::Error| error.kind() == io::ErrorKind::BrokenPipe)
}

/// Opens the data, makes them if there are none.
async fn open(city: City, database: Option<&Secret>, setup: &Setup) -> anyhow::Result<Hub> {
    let hub = match database {
        None => {
            FolderLock::make(&setup.data)?;
            Hub::open(city, &setup.data)?
        }
        Some(address) => Hub::open_database(city, address.expose()).await?,
    };
    Ok(hub.with_words(Locales::load(&setup.assets.join("locales"))?))
}

async fn move_all(
    database: Option<&Secret>,
    data: &Path,
    out: &mut impl Write,
) -> anyhow::Result<ExitCode> {
    let into = database
        .context("Name the database: with [hub] database_file, ACOLHE_DATABASE or --database")?;
    for (table, rows) in Hub::move_to_database(data, into.expose()).await? {
        writeln!(out, "{table}\t{rows}")?;
    }
    Ok(ExitCode::SUCCESS)
}

async fn listen(address: &str, hub: Hub) -> anyhow::Result<()> {
    let listener = TcpListener::bind(address).await.with_context(|| {
        format!("Cannot listen on {address}: stop what uses it, or give another --listen")
    })?;
    let end = asked_to_end()?;
    writeln!(io::stdout(), "acolhe hub: listening on http://{}{BASE}", listener.local_addr()?)?;
    let hub = Arc::new(hub);
    let forgetting = tokio::spawn(forget_again_and_again(Arc::clone(&hub)));
    let served = serve(listener, hub, end).await.context("The hub stopped listening");
    forgetting.abort();
    served
}

/// Sounds that were written down go by themselves.
async fn forget_again_and_again(hub: Arc<Hub>) {
    let mut again = tokio::time::interval(FORGET_EVERY);
    loop {
        again.tick().await;
        if let Err(error) = hub.forget_notes().await {
            tracing::error!(error = &error as &dyn Error, "voice notes are not forgotten");
        }
    }
}

/// Resolves at SIGTERM or Ctrl-C.
#[cfg(unix)]
pub(super) fn asked_to_end() -> io::Result<impl Future<Output = ()>> {
    let mut terminate = signal::unix::signal(signal::unix::SignalKind::terminate())?;
    let mut interrupt = signal::unix::signal(signal::unix::SignalKind::interrupt())?;
    Ok(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
    })
}

/// Resolves at Ctrl-C.
#[cfg(not(unix))]
pub(super) fn asked_to_end() -> io::Result<impl Future<Output = ()>> {
    Ok(async {
        if signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    })
}

async fn perform(task: Task, hub: &Hub, out: &mut impl Write) -> anyhow::Result<ExitCode> {
    match task {
        Task::Station(StationTask::Add { name }) => {
            let (number, key) = hub.add_station(&name).await?;
            writeln!(out, "station {}", number.get())?;
            writeln!(out, "key {}", key.reveal())?;
        }
        Task::Key(KeyTask::Add { name, staff }) => {
            let key = hub.add_key(&name, staff).await?;
            writeln!(out, "key {}", key.reveal())?;
        }
        Task::Requests { json: true } => list::requests_as_json(hub, out).await?,
        Task::Requests { json: false } => list::requests(hub, out).await?,
        Task::Show { number } => return list::request(hub, number, out).await,
        Task::Note(task) => return note::perform(task, hub, out).await,
        Task::Alarms => list::alarms(hub, out).await?,
    }
    Ok(ExitCode::SUCCESS)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hub::tests::Served;

    async fn printed(hub: &Served, words: &[&str]) -> (String, ExitCode) {
        #[derive(clap::Parser)]
        struct Line {
            #[command(flatten)]
            args: HubArgs,
        }
        let line = <Line as clap::Parser>::try_parse_from([&["hub"], words].concat()).unwrap();
        let Some(Command::Task(task)) = line.args.task else { panic!("{words:?} is no task") };
        let mut out = Vec::new();
        let code = perform(task, &hub.hub, &mut out).await.unwrap();
        (String::from_utf8(out).unwrap(), code)
    }

    #[tokio::test]
    async fn lists_hold_nothing_that_a_citizen_said_and_show_holds_all() {
        let hub = Served::new().await;
        let said = [("description", "my words"), ("first_name", "my name"), ("phone", "2199")];
        let form = [&said[..], &[("service_code", "ANI-03"), ("access_code", "482091")]].concat();
        let number = hub.file(&form).await.number();

        for list in [&["requests"][..], &["requests", "--json"]] {
            let (text, _) = printed(&hub, list).await;
            assert!(text.contains(&number), "{text}");
            for (_, word) in said {
                assert!(!text.contains(word), "{text}");
            }
        }
        let (text, code) = printed(&hub, &["show", &number]).await;
        assert!(said.iter().all(|(_, word)| text.contains(word)), "{text}");
        assert!(!text.contains("482091"));
        assert_eq!(code, ExitCode::SUCCESS);
        let (_, code) = printed(&hub, &["show", "2026.0014.00371-13"]).await;
        assert_eq!(code, ExitCode::FAILURE);
    }

    #[tokio::test]
    async fn an_enrolled_station_may_file_with_the_key_that_was_printed() {
        let hub = Served::new().await;
        let (text, _) = printed(&hub, &["station", "add", "--name", "Kiosk 3"]).await;
        let mut lines = text.lines();
        assert_eq!(lines.next(), Some("station 3"));
        let key = lines.next().unwrap().strip_prefix("key ").unwrap();
        let form = [("api_key", key), ("service_code", "VIA-01")];
        hub.post("requests.json", &form).await.number();
        assert!(printed(&hub, &["alarms"]).await.0.starts_with("raised\talarm"));
    }
}
