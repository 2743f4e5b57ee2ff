//! Spoken requests, for staff: which there are, how they sound, and what was said.

use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context;

use crate::domain::protocol_number::ProtocolNumber;
use crate::hub::Hub;
use crate::hub::note::Written;
use crate::wire::moment;
use crate::wire::note::decode;

#[derive(Debug, clap::Subcommand)]
pub(super) enum NoteTask {
    /// List the spoken requests that nobody has written down yet, the late ones first
    List,
    /// Write a spoken request down: the text becomes its description
    Write {
        /// Its protocol number
        number: ProtocolNumber,
        /// A file with the text; - reads it from the keyboard
        #[arg(long, value_name = "FILE")]
        text: PathBuf,
    },
    /// Copy the sound of a request into a WAV file, to be listened to
    Export {
        /// Its protocol number
        number: ProtocolNumber,
        /// Where to; it must not exist yet
        #[arg(long, value_name = "FILE.wav")]
        to: PathBuf,
    },
}

pub(super) async fn perform(
    task: NoteTask,
    hub: &Hub,
    out: &mut impl Write,
) -> anyhow::Result<ExitCode> {
    hub.forget_notes().await?;
    match task {
        NoteTask::List => list(hub, out).await?,
        NoteTask::Write { number, text } => return write(hub, number, &text, out).await,
        NoteTask::Export { number, to } => return export(hub, number, &to, out).await,
    }
    Ok(ExitCode::SUCCESS)
}

async fn list(hub: &Hub, out: &mut impl Write) -> anyhow::Result<()> {
    let written = |at| moment::write(at, &hub.city().timezone);
    writeln!(out, "number\tservice\tspoken\twrite by\tlate\tseconds\tsound")?;
    for note in hub.notes().await? {
        writeln!(
            out,
            "{}\t{}\t{}\t{}\t{}\t{}\t{}",
            note.number,
            note.service,
            written(note.requested_at),
            written(hub.write_by(&note)),
            if hub.is_late(&note) { "late" } else { "-" },
            note.seconds,
            if note.sound { "here" } else { "not here" },
        )?;
    }
    Ok(())
}

async fn write(
    hub: &Hub,
    number: ProtocolNumber,
    text: &Path,
    out: &mut impl Write,
) -> anyhow::Result<ExitCode> {
    let said = if text == Path::new("-") {
        let mut said = String::new();
        io::stdin().read_to_string(&mut said).context("Reading the text")?;
        said
    } else {
        std::fs::read_to_string(text).with_context(|| format!("Cannot read {}", text.display()))?
    };
    match hub.write_down(number, &said).await? {
        Written::Done => {
            writeln!(out, "{number} is written down; the person is told when they ask")?;
            Ok(ExitCode::SUCCESS)
        }
        Written::NoRequest => refuse(&format!("There is no request with the number {number}")),
        Written::NothingToWrite => {
            refuse(&format!("{number} was not spoken, or is written down already"))
        }
    }
}

async fn export(
    hub: &Hub,
    number: ProtocolNumber,
    to: &Path,
    out: &mut impl Write,
) -> anyhow::Result<ExitCode> {
    let Some(sound) = hub.note_sound(number).await? else {
        return refuse(&format!("There is no sound of {number} here"));
    };
    crate::command::save_sound(&decode(&sound)?, to)?;
    writeln!(out, "{}: delete it when you have listened", to.display())?;
    Ok(ExitCode::SUCCESS)
}

fn refuse(why: &str) -> anyhow::Result<ExitCode> {
    writeln!(io::stderr(), "{why}: `acolhe hub note list` lists them")?;
    Ok(ExitCode::FAILURE)
}
