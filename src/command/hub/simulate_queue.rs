//! `acolhe hub simulate-queue`: a day of arrivals under each calling order.

mod picture;
mod table;

use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context as _, bail};
use jiff::Timestamp;
use jiff::ToSpan as _;
use jiff::civil::{Date, Time, date};

use crate::content::read_arrivals;
use crate::domain::city::{Branch, City};
use crate::domain::queue::day::{self, Visit, Waits, play};
use crate::domain::queue::{Closing, Desk, Order, QueueRules};

/// The names of the two files.
const REPORT: &str = "report.md";
const PICTURE: &str = "waits.svg";

#[derive(Debug, clap::Args)]
pub(super) struct SimulateArgs {
    /// Who comes: time,service,class,appointment,minutes
    #[arg(long, value_name = "FILE.csv")]
    day: PathBuf,
    /// Only this order; may be given more than once
    #[arg(long, value_name = "ORDER", value_parser = order)]
    policy: Vec<Order>,
    /// So many desks that serve everything, instead of those of queue.toml
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=99))]
    desks: Option<u16>,
    /// The branch whose hours and desks are taken; without it, the first one
    #[arg(long, value_name = "CODE")]
    branch: Option<String>,
    /// The folder for report.md and waits.svg
    out: PathBuf,
}

fn order(name: &str) -> Result<Order, String> {
    let found = Order::ALL.into_iter().find(|order| order.name() == name);
    found.ok_or_else(|| format!("use one of {}", Order::ALL.map(Order::name).join(", ")))
}

/// A day under one order.
struct Played {
    order: Order,
    visits: Vec<Visit>,
}

impl Played {
    /// Of a hundred who were called, how many within the range that they were told.
    fn kept(&self) -> Option<usize> {
        let kept: Vec<bool> = self.visits.iter().filter_map(Visit::kept).collect();
        (kept.iter().filter(|kept| **kept).count() * 100).checked_div(kept.len())
    }

    /// Of those who were not called, how many had been told that they might not be.
    fn warned(&self) -> (usize, usize) {
        let not_called = self.visits.iter().filter(|visit| visit.called().is_none());
        let doubt = |visit: &&Visit| visit.told.is_none_or(|told| told.closing != Closing::InTime);
        (not_called.clone().filter(doubt).count(), not_called.count())
    }
}

/// Prints the table and writes both files.
///
/// # Errors
///
/// The city has no queue, or the file has mistakes: all are told, with line and remedy.
pub(super) fn run(
    args: &SimulateArgs,
    city: &City,
    out: &mut impl Write,
) -> anyhow::Result<ExitCode> {
    let Some(rules) = &city.queue else {
        bail!("{} has no queue.toml: write one as docs/city-format.md describes", city.name);
    };
    let branch = branch(args, city)?;
    let (date, opens, closes) = hours(branch)?;
    let arrivals = match read_arrivals(&args.day, city, rules, date) {
        Ok(arrivals) => arrivals,
        Err(faults) => {
            writeln!(out, "{faults}")?;
            return Ok(ExitCode::FAILURE);
        }
    };
    let desks: Vec<Desk> = match (args.desks, rules.desks.get(&branch.code)) {
        (Some(count), _) => (1..=count).map(Desk::for_all).collect(),
        (None, Some(desks)) => desks.clone(),
        (None, None) => {
            bail!("queue.toml has no desks for {}: add [[desk]], or give --desks N", branch.code)
        }
    };
    let moment = |time: Time| -> anyhow::Result<Timestamp> {
        Ok(date.to_datetime(time).to_zoned(city.timezone.clone())?.timestamp())
    };
    let orders = if args.policy.is_empty() { &Order::ALL[..] } else { &args.policy };
    let mut played = Vec::new();
    for order in orders {
        let rules = QueueRules { order: *order, ..QueueRules::clone(rules) };
        let day = day::Branch {
            rules: &rules,
            desks: &desks,
            opens: moment(opens)?,
            closes: moment(closes)?,
        };
        played.push(Played { order: *order, visits: play(&day, &arrivals, 1)? });
    }
    let about = format!(
        "{}, {} to {}. People: {}. Desks: {}.",
        branch.name,
        opens.strftime("%H:%M"),
        closes.strftime("%H:%M"),
        arrivals.len(),
        desks.len(),
    );
    let table = table::table(&played, rules);
    fs::create_dir_all(&args.out)
        .with_context(|| format!("Cannot make {}: name another folder", args.out.display()))?;
    let report = format!(
        "# How long people waited\n\n{about}\n\n{table}\n![Waits by class and order]({PICTURE})\n"
    );
    for (name, text) in [(REPORT, report), (PICTURE, picture::picture(&played, rules, &about))] {
        let path = args.out.join(name);
        fs::write(&path, text)
            .with_context(|| format!("Cannot write {}: name another folder", path.display()))?;
    }
    write!(out, "{about}\n\n{table}")?;
    Ok(ExitCode::SUCCESS)
}

fn branch<'a>(args: &SimulateArgs, city: &'a City) -> anyhow::Result<&'a Branch> {
    match &args.branch {
        Some(code) => city.branch(code).with_context(|| {
            let codes: Vec<&str> = city.branches.iter().map(|it| it.code.as_str()).collect();
            format!("No branch {code} in {}: use {}", city.name, codes.join(", "))
        }),
        None => city.branches.first().context("The city has no branch: add one to branches.toml"),
    }
}

/// The first day of a week on which a branch opens, and its hours; breaks are left out.
fn hours(branch: &Branch) -> anyhow::Result<(Date, Time, Time)> {
    let monday = date(2026, 3, 2);
    (0..7)
        .map(|day| monday.saturating_add(day.days()))
        .find_map(|day| {
            let spans = branch.hours.get(&day.weekday())?;
            Some((day, spans.first()?.0, spans.last()?.1))
        })
        .with_context(|| format!("{} never opens: write its hours in branches.toml", branch.code))
}

/// Seconds as whole minutes.
fn minutes(seconds: i64) -> i64 {
    (seconds + 30) / 60
}

/// How long each class waited, and everybody together, each with what it is called.
fn waits(played: &Played, rules: &QueueRules) -> Vec<(String, Waits)> {
    let classes = rules.classes.iter();
    classes
        .map(|class| (class.code.to_string(), Waits::of(&played.visits, Some(&class.code))))
        .filter(|(_, waits)| waits.came > 0)
        .chain([("everybody".to_owned(), Waits::of(&played.visits, None))])
        .collect()
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::content::city;

    fn root() -> &'static Path {
        Path::new(env!("CARGO_MANIFEST_DIR"))
    }

    fn city() -> City {
        city::load(&root().join("cities/vila-serena")).unwrap()
    }

    fn args(day: PathBuf, out: &Path) -> SimulateArgs {
        SimulateArgs { day, policy: Vec::new(), desks: None, branch: None, out: out.to_owned() }
    }

    #[test]
    fn the_manual_shows_what_the_command_prints_now() {
        let out = tempfile::tempdir().unwrap();
        let mut printed = Vec::new();
        let args = args(root().join("demo/queue-day.csv"), out.path());
        assert_eq!(run(&args, &city(), &mut printed).unwrap(), ExitCode::SUCCESS);
        let printed = String::from_utf8(printed).unwrap();
        let manual = fs::read_to_string(root().join("docs/queue.md")).unwrap();
        let anew = "write it anew: acolhe hub simulate-queue --day demo/queue-day.csv FOLDER";
        assert!(manual.contains(&printed), "docs/queue.md is not up to date; {anew}\n{printed}");
        let read = |path: PathBuf| fs::read_to_string(path).unwrap();
        assert!(
            read(root().join("docs/queue-waits.svg")) == read(out.path().join(PICTURE)),
            "docs/queue-waits.svg is not up to date; {anew}"
        );
        assert!(read(out.path().join(REPORT)).contains(&printed));
    }

    #[test]
    fn a_day_is_played_with_other_desks_and_one_order_only() {
        let out = tempfile::tempdir().unwrap();
        let day = out.path().join("day.csv");
        fs::write(&day, "time,service,class,appointment,minutes\n17:00,TRI-01,,,40\n17:01,TRI-01,,,9\n17:50,TRI-01,LEI,,5\n").unwrap();
        let mut args = args(day, out.path());
        args.policy = vec![Order::Strict];
        args.desks = Some(1);
        let mut printed = Vec::new();
        run(&args, &city(), &mut printed).unwrap();
        let printed = String::from_utf8(printed).unwrap();
        assert!(printed.starts_with("Atendimento Centro, 07:30 to 18:00. People: 3. Desks: 1.\n"));
        assert!(
            printed.contains("| strict | TODOS     |    2 |      0 |  39 |      39 |          0 |"),
            "{printed}"
        );
        assert!(!printed.contains("ageing"), "{printed}");
        args.branch = Some("PORTO".to_owned());
        args.desks = None;
        let told = run(&args, &city(), &mut Vec::new()).unwrap_err().to_string();
        assert!(told.contains("no desks for PORTO"), "{told}");
        args.branch = Some("NOWHERE".to_owned());
        let told = run(&args, &city(), &mut Vec::new()).unwrap_err().to_string();
        assert!(told.starts_with("No branch NOWHERE in Vila Serena: use CENTRO"), "{told}");
    }

    #[test]
    fn bad_rows_are_told_all_at_once_with_line_and_remedy() {
        let out = tempfile::tempdir().unwrap();
        let day = out.path().join("day.csv");
        let rows = "8h,TRI-01,,,5\n08:01,TRI-99,,,5\n08:02,TRI-01,IDOSO,25:00,5\n08:03,TRI-01,,,x\n08:04,TRI-01,5\n";
        fs::write(&day, format!("time,service,class,appointment,minutes\n{rows}")).unwrap();
        let mut told = Vec::new();
        let args = args(day.clone(), &out.path().join("none"));
        assert_eq!(run(&args, &city(), &mut told).unwrap(), ExitCode::FAILURE);
        let told = String::from_utf8(told).unwrap().replace(&day.display().to_string(), "day");
        let starts = [
            "day:2: time is \"8h\". Write 08:05 or 08:05:30",
            "day:3: unknown service \"TRI-99\". Did you mean",
            "day:4: appointment is \"25:00\". Write 08:05",
            "day:4: unknown class \"IDOSO\". Use one of 80MAIS, LEI, DOADOR, TODOS",
            "day:5: minutes is \"x\". Write minutes from 0.1 to 480",
            "day:6: the row has 3 cells, the first line 5.",
        ];
        assert_eq!(told.lines().count(), starts.len(), "{told}");
        for (line, start) in told.lines().zip(starts) {
            assert!(line.starts_with(start), "told   {line}\nwanted {start}");
        }
        assert!(!out.path().join("none").exists());
    }
}
