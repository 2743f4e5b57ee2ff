//! `acolhe lesson sums`: how lessons went at a station, as a table that may leave the branch.

use std::io::{self, Write};
use std::process::ExitCode;

use crate::command::outbox::store;
use crate::config::Setup;
use crate::store::{FEWEST, LessonSum};

/// How lessons went here, a month and a lesson a line, as CSV
///
/// What fewer than five sittings stand behind is left out: somebody might be known in it.
#[derive(Debug, clap::Args)]
pub(super) struct SumsArgs {
    /// Only this month, as 2026-11
    #[arg(long, value_name = "YYYY-MM", value_parser = month)]
    month: Option<String>,
}

fn month(text: &str) -> Result<String, String> {
    let day = format!("{text}-01").parse::<jiff::civil::Date>();
    match day {
        Ok(_) if text.len() == 7 => Ok(text.to_owned()),
        _ => Err("write year and month: 2026-11".to_owned()),
    }
}

/// Writes the table.
///
/// # Errors
///
/// The store cannot be read, or nobody reads what is written.
pub(super) fn run(args: &SumsArgs, setup: &Setup) -> anyhow::Result<ExitCode> {
    let (sums, untold) = store(setup)?.lesson_sums(args.month.as_deref())?;
    write(&sums, io::stdout().lock())?;
    if untold > 0 {
        let told = format!("{untold} left out: fewer than {FEWEST} sittings stand behind each");
        writeln!(io::stderr(), "{told}")?;
    }
    Ok(ExitCode::SUCCESS)
}

fn write(sums: &[LessonSum], to: impl Write) -> anyhow::Result<()> {
    let mut table = csv::Writer::from_writer(to);
    let head = [
        "month", "lesson", "rung", "begun", "ended", "misses", "hints", "rescued", "scams",
        "caught", "genuine", "feared",
    ];
    table.write_record(head)?;
    for sum in sums {
        let mut row = vec![sum.month.clone(), sum.lesson.clone(), sum.rung.clone()];
        row.push(sum.begun.to_string());
        match &sum.ended {
            Some((ended, score)) => {
                row.push(ended.to_string());
                let counts = [
                    score.misses,
                    score.hints,
                    score.rescued,
                    score.scams,
                    score.caught,
                    score.genuine,
                    score.feared,
                ];
                row.extend(counts.map(|count| count.to_string()));
            }
            None => row.resize(head.len(), String::new()),
        }
        table.write_record(row)?;
    }
    table.flush()?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::lesson::Score;

    #[test]
    fn a_line_has_a_value_or_nothing_under_every_head() {
        let sum = |ended| LessonSum {
            month: "2026-11".to_owned(),
            lesson: "tela-tocar".to_owned(),
            rung: "guided".to_owned(),
            begun: 9,
            ended,
        };
        let score =
            Score { misses: 4, hints: 2, rescued: 1, scams: 0, caught: 0, ..Score::default() };
        let mut out = Vec::new();
        write(&[sum(Some((6, score))), sum(None)], &mut out).unwrap();
        let lines = String::from_utf8(out).unwrap();
        let lines: Vec<&str> = lines.lines().collect();
        assert_eq!(lines[1], "2026-11,tela-tocar,guided,9,6,4,2,1,0,0,0,0");
        assert_eq!(lines[2], "2026-11,tela-tocar,guided,9,,,,,,,,");
    }

    #[test]
    fn a_month_is_a_year_and_a_month() {
        assert_eq!(month("2026-11"), Ok("2026-11".to_owned()));
        for wrong in ["", "2026", "2026-13", "2026-1", "11-2026", "2026-11-01"] {
            assert!(month(wrong).is_err(), "{wrong}");
        }
    }
}
