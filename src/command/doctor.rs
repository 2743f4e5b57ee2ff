//! `acolhe doctor`: a technician asks whether a station is ready, and what to do where it is not.

use std::io::{self, BufRead as _, Write as _};
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context as _;

use crate::config::Places;
use crate::doctor::{Attendant, Machine, Orders, Part, State, examine};

/// Test screen, touch, printer, voice, headphones, microphone, keys, clock, disk and hub; docs/doctor.md
#[derive(Debug, clap::Args)]
pub struct DoctorArgs {
    /// Only these parts
    #[arg(long, value_enum, value_delimiter = ',', value_name = "PART,…")]
    only: Vec<Part>,
    /// Print a test slip
    #[arg(long)]
    print: bool,
    /// Say a sentence aloud in each language
    #[arg(long)]
    say: bool,
    /// Print, say, and ask what only a person can judge; the answers are y or n
    #[arg(long)]
    attended: bool,
    /// Write the report as a PDF, to be signed
    #[arg(long, value_name = "FILE")]
    report: Option<PathBuf>,
    /// Where /dev, /etc, /proc, /run and /sys are looked for, for tests of this command
    #[arg(long, value_name = "DIR", default_value = "/")]
    root: PathBuf,
}

/// Looks at everything that was asked for. The exit code is 1 when there is a fault.
///
/// # Errors
///
/// The report cannot be written.
pub fn run(args: &DoctorArgs, places: &Places) -> anyhow::Result<ExitCode> {
    let parts = if args.only.is_empty() { Part::ALL.to_vec() } else { args.only.clone() };
    let orders = Orders {
        parts,
        print: args.print || args.attended,
        say: args.say || args.attended,
        machine: Machine::at(args.root.clone()),
    };
    let mut attendant = Technician { is_there: args.attended };
    let report = examine(places, &orders, &mut attendant);
    write!(io::stdout().lock(), "{}", report.text())?;
    if let Some(file) = &args.report {
        let pdf = report.pdf()?;
        std::fs::write(file, pdf).with_context(|| {
            format!("Cannot write {}. Name a file in a folder that is yours", file.display())
        })?;
        writeln!(io::stdout().lock(), "To be signed: {}", file.display())?;
    }
    let faulty = report.count(State::Fault) > 0;
    Ok(if faulty { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// Whoever types; what is asked stands on standard error, so that the report can be kept apart.
struct Technician {
    is_there: bool,
}

impl Attendant for Technician {
    fn trying(&mut self, part: Part) {
        // Standard error may be closed: the report tells all the same.
        let _ = writeln!(io::stderr(), "… {}", part.heading());
    }

    fn ask(&mut self, question: &str) -> Option<bool> {
        if !self.is_there {
            return None;
        }
        // As above; an answer to a question that nobody saw is none.
        write!(io::stderr(), "{question} (y/n, Enter: not tried) ").ok()?;
        let mut answer = String::new();
        io::stdin().lock().read_line(&mut answer).ok()?;
        match answer.trim().to_lowercase().as_str() {
            "y" | "yes" => Some(true),
            "n" | "no" => Some(false),
            _ => None,
        }
    }
}
