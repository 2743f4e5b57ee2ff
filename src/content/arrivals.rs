//! A day of arrivals as a CSV file, for `acolhe hub simulate-queue`.

use std::path::Path;

use jiff::civil::{Date, Time};
use jiff::{SignedDuration, Timestamp};

use super::csv_rows::{Row, rows};
use super::fault::{Collector, Faults};
use super::known::Known;
use super::source::Source;
use crate::domain::city::{City, ServiceCode};
use crate::domain::queue::day::Arrival;
use crate::domain::queue::{ClassCode, QueueRules, Wish};

const COLUMNS: [&str; 5] = ["time", "service", "class", "appointment", "minutes"];

const TIME_REMEDY: &str = "Write 08:05 or 08:05:30";

/// Reads who comes on a day of a city: `time,service,class,appointment,minutes`.
///
/// Without a class somebody is of everybody's, without an appointment they walk in.
///
/// # Errors
///
/// Every mistake in the file; that nobody comes is one.
pub fn read_arrivals(
    file: &Path,
    city: &City,
    rules: &QueueRules,
    date: Date,
) -> Result<Vec<Arrival>, Faults> {
    let faults = Collector::default();
    let names = |codes: Vec<&String>| Some(codes.into_iter().cloned().collect());
    let services =
        Known::new("service", names(city.services.iter().map(|it| &it.code.0).collect()));
    let classes = Known::new("class", names(rules.classes.iter().map(|it| &it.code.0).collect()));
    let mut arrivals = Vec::new();
    if let Some(source) = Source::read(file.to_owned(), &faults) {
        let read = rows(&source, &COLUMNS, |row| {
            let service = row.text("service");
            if !service.is_empty() {
                row.refer(&service, &services);
            }
            let class = row.optional("class").map(str::to_owned);
            if let Some(class) = &class {
                row.refer(class, &classes);
            }
            row.text("time");
            let moment = |time: CsvTime| {
                let zoned = date.to_datetime(time.0).to_zoned(city.timezone.clone());
                zoned.map_or(Timestamp::UNIX_EPOCH, |zoned| zoned.timestamp())
            };
            Some(Arrival {
                at: moment(row.parse("time", TIME_REMEDY)?),
                wish: Wish {
                    service: ServiceCode(service),
                    class: class.map(ClassCode),
                    appointment: row.parse("appointment", TIME_REMEDY).map(moment),
                },
                takes: takes(row)?,
            })
        });
        if read.is_empty() {
            source.tell(0, "nobody comes on this day", "Write one line a person");
        }
        arrivals = read.into_iter().flatten().collect();
    }
    let faults = faults.into_faults();
    if faults.list().is_empty() { Ok(arrivals) } else { Err(faults) }
}

/// How long somebody is served: minutes, with a point for parts of one.
fn takes(row: &Row<'_>) -> Option<SignedDuration> {
    let text = row.text("minutes");
    let minutes = text.parse::<f64>().ok().filter(|minutes| (0.1..=480.0).contains(minutes));
    if minutes.is_none() && !text.is_empty() {
        row.tell(format!("minutes is \"{text}\""), "Write minutes from 0.1 to 480: 7 or 7.5");
    }
    SignedDuration::try_from_secs_f64((minutes? * 60.0).round()).ok()
}

/// A time of the day, with seconds or without.
struct CsvTime(Time);

impl std::str::FromStr for CsvTime {
    type Err = jiff::Error;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Time::strptime("%H:%M", text).or_else(|_| Time::strptime("%H:%M:%S", text)).map(Self)
    }
}
