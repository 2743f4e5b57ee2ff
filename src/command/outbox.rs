//! `acolhe outbox`: what waits, for staff and technicians, beside a running station.

use std::fs::File;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, bail};

use crate::app::{LOCK, endpoint};
use crate::config::{Secret, Setup, store_key};
use crate::content::city;
use crate::domain::delivery::{DeliveryState, Outcome, Progress};
use crate::domain::protocol_number::ProtocolNumber;
use crate::domain::request::RequestId;
use crate::edge::open311::Open311;
use crate::store::{OutboxRow, Retry, Seal, Store, recovery};
use crate::wire::note::decode;

/// What waits for delivery at this station.
#[derive(Debug, clap::Args)]
pub struct OutboxArgs {
    #[command(subcommand)]
    task: Task,
}

#[derive(Debug, clap::Subcommand)]
enum Task {
    /// List every request: number, state, dates
    List,
    /// Show one request, what a person said masked
    Show {
        /// Its protocol number
        number: ProtocolNumber,
    },
    /// Try one again that staff decide about
    Retry {
        /// Its protocol number
        number: ProtocolNumber,
        /// You looked: the city does not have it, so it is posted without a search
        #[arg(long)]
        not_there: bool,
    },
    /// Copy the sound of a spoken request into a WAV file, where the city's server takes none
    Note {
        /// Its protocol number
        number: ProtocolNumber,
        /// Where to; it must not exist yet
        #[arg(long, value_name = "FILE.wav")]
        to: PathBuf,
    },
    /// You have written a spoken request down at the city: its sound is forgotten here
    WrittenDown {
        /// Its protocol number
        number: ProtocolNumber,
    },
    /// Copy what is not delivered, encrypted to the city's recovery key
    Export {
        /// Where to
        file: PathBuf,
    },
    /// Bring the requests of a copy to the city
    Recover {
        /// The copy
        file: PathBuf,
        /// The city's secret recovery key (age)
        #[arg(long, value_name = "FILE")]
        identity: PathBuf,
        /// A staff key of the hub, which may file for every station
        #[arg(long, value_name = "FILE")]
        staff_key: PathBuf,
    },
}

/// Runs one task.
///
/// # Errors
///
/// The store, a file or a key cannot be used.
pub fn run(args: &OutboxArgs, setup: &Setup) -> anyhow::Result<ExitCode> {
    let mut out = io::stdout().lock();
    match &args.task {
        Task::List => {
            let store = store(setup)?;
            let spoken: Vec<ProtocolNumber> =
                store.notes()?.into_iter().map(|(number, _)| number).collect();
            for row in store.outbox()? {
                let note = if spoken.contains(&row.number) { "  spoken" } else { "" };
                writeln!(out, "{}{note}", line(&row))?;
            }
        }
        Task::Show { number } => return show(setup, *number, &mut out),
        Task::Retry { number, not_there } => {
            let store = store(setup)?;
            let known = store.find(*number)?;
            let Some((row, Some(_))) = known else { bail!("{number} does not wait here") };
            if row.state == DeliveryState::Delivered {
                bail!("{number} is delivered");
            }
            let retry = if *not_there { Retry::NotThere } else { Retry::SearchFirst };
            store.ask(*number, retry)?;
            writeln!(out, "{number} will be tried again by the running station")?;
        }
        Task::Note { number, to } => {
            let store = store(setup)?;
            let id = spoken(&store, *number)?;
            let sound = store.note(id)?.with_context(|| format!("{number} has no sound here"))?;
            super::save_sound(&decode(&sound)?, to)?;
            writeln!(out, "{}: delete it when you have listened", to.display())?;
        }
        Task::WrittenDown { number } => {
            let store = store(setup)?;
            spoken(&store, *number)?;
            let known = store.find(*number)?;
            if known.is_some_and(|(row, _)| row.state != DeliveryState::Delivered) {
                bail!(
                    "{number} is not at the city yet: wait until it is, then write it down there"
                );
            }
            store.written_down(*number)?;
            writeln!(out, "{number}: the running station forgets the sound")?;
        }
        Task::Export { file } => {
            let city = city::load(&setup.city_dir())?;
            let recipient = city
                .recovery_recipient
                .context("The city has no recovery key: set [recovery] recipient in city.toml")?;
            let copy = File::create_new(file)
                .with_context(|| format!("Cannot make {}: it may exist already", file.display()))?;
            let count = store(setup)?.export(&recipient, &copy)?;
            copy.sync_all()?;
            writeln!(out, "{count} requests copied to {}", file.display())?;
        }
        Task::Recover { file, identity, staff_key } => {
            return recover(setup, file, identity, staff_key, &mut out);
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// The store of a station, beside it while it runs.
pub(super) fn store(setup: &Setup) -> anyhow::Result<Store> {
    let lock = setup.data.join(LOCK);
    if !lock.exists() {
        bail!("No station ever ran in {}: give its --data or --config", setup.data.display());
    }
    let seal = Seal::new(&store_key(setup)?);
    Ok(Store::beside(&setup.data, seal, setup.station())?)
}

/// Whose sound a spoken request's is.
fn spoken(store: &Store, number: ProtocolNumber) -> anyhow::Result<RequestId> {
    let notes = store.notes()?;
    let note = notes.into_iter().find(|(spoken, _)| *spoken == number);
    note.map(|(_, id)| id).with_context(|| {
        format!("{number} has no sound here: `acolhe outbox list` says which have")
    })
}

fn state(state: DeliveryState) -> &'static str {
    match state {
        DeliveryState::Waiting => "waiting",
        DeliveryState::Delivered => "delivered",
        DeliveryState::Uncertain => "uncertain",
        DeliveryState::Refused => "refused",
    }
}

fn line(row: &OutboxRow) -> String {
    let failure = row.progress.last_failure.as_deref().unwrap_or("-");
    let attempts = row.progress.attempts;
    let state = state(row.state);
    format!("{}  {state:<9}  {}  attempts {attempts}  {failure}", row.number, row.filed_at)
}

/// Everything but what a person said: of that only how much there is.
fn show(setup: &Setup, number: ProtocolNumber, out: &mut impl Write) -> anyhow::Result<ExitCode> {
    let Some((row, request)) = store(setup)?.find(number)? else {
        writeln!(out, "{number} is not known here")?;
        return Ok(ExitCode::FAILURE);
    };
    writeln!(out, "{}", line(&row))?;
    if let Some(next) = row.next_try {
        writeln!(out, "next attempt   {next}")?;
    }
    if let Some(id) = &row.progress.remote_id {
        writeln!(out, "id at the city {id}")?;
    }
    let Some(request) = request else { return Ok(ExitCode::SUCCESS) };
    let city = city::load(&setup.city_dir())?;
    let private = city.service(&request.service).is_none_or(|service| service.private);
    let service = if private { "(private)".to_owned() } else { request.service.to_string() };
    writeln!(out, "service        {service}")?;
    let masked = |text: &str| format!("({} characters)", text.chars().count());
    writeln!(out, "description    {}", masked(&request.draft.description))?;
    writeln!(out, "name           {}", masked(&request.draft.name))?;
    let place = request.draft.place.as_ref().map_or("", |place| place.words.as_str());
    writeln!(out, "place          {}", masked(place))?;
    let reply = request.draft.reply.as_ref().and_then(Option::as_ref);
    writeln!(out, "reply to       {}", masked(reply.map_or("", |reply| reply.to.as_str())))?;
    Ok(ExitCode::SUCCESS)
}

fn recover(
    setup: &Setup,
    file: &PathBuf,
    identity: &PathBuf,
    staff_key: &PathBuf,
    out: &mut impl Write,
) -> anyhow::Result<ExitCode> {
    let read = |path: &PathBuf| {
        std::fs::read_to_string(path).with_context(|| format!("Cannot read {}", path.display()))
    };
    let copy = File::open(file).with_context(|| format!("Cannot read {}", file.display()))?;
    let recovery::Kept { requests, notes } = recovery::open(&read(identity)?, copy)?;
    let city = city::load(&setup.city_dir())?;
    let mut hub = endpoint(&setup.config.hub);
    hub.key = Some(Secret::new(read(staff_key)?.trim().to_owned()));
    let client = Open311::new(hub)?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let mut left = 0;
    for (request, progress) in requests {
        let progress = Progress { attempts: 0, ..progress };
        let sound = notes.iter().find(|(id, _)| *id == request.id).map(|(_, sound)| sound);
        let end = runtime.block_on(async {
            if let Some(sound) = sound
                && let Err(failure) = client.bring_note(&request, sound).await
            {
                return Outcome::NotSent(failure);
            }
            client.deliver(&request, &city, &progress).await
        });
        let told = match end {
            Outcome::Accepted { .. } | Outcome::Token(_) => "delivered".to_owned(),
            Outcome::NotSent(reason)
            | Outcome::Unresolved(reason)
            | Outcome::StillUnresolved(reason)
            | Outcome::Refused(reason) => {
                left += 1;
                format!("not delivered: {reason}; keep the copy and run this again")
            }
        };
        writeln!(out, "{}  {told}", request.number)?;
    }
    Ok(if left == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
