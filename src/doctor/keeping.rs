//! What the station keeps: store, numbers, enrolment, what waits, and the last slips.

use std::fmt::Display;

use jiff::{SignedDuration, Timestamp};

use crate::store::{Counts, Enrolment, FILE, Inspection, Origin, Sequence, StoreError};

use super::clock::length;
use super::finding::{Finding, Kind, count, kinds};
use super::{NoStore, Patient};

kinds! {
    NONE_YET = Well, "store-new", "There is no store yet: the station makes one at its first start", "";
    UNTRIED = NotTried, "store-untried", "The store was not looked at",
        "Put right what is told of the data folder, then run this again";
    UNREADABLE = Fault, "store-unreadable", "The store cannot be read",
        "Run this as the station's user; if you did, look into `dmesg` for faults of the disk";
    WHOLE = Well, "store-whole", "The store is whole", "";
    DAMAGED = Fault, "store-damaged", "The store's file is damaged",
        "Stop the station, keep a copy of FILE, bring back the last backup, and enrol the station anew";
    NEWER = Fault, "store-newer", "The store was written by a newer Acolhe: the station does not start",
        "Install that version again, or give another --data";
    COPIED = Fault, "store-copied", "The data was restored or copied from another machine: the station does not start",
        "Run `acolhe hub station add --name NAME` at the hub; write the new number and key into the configuration";
    HERE = Well, "store-enrolled", "The data is this station's own, kept on this machine", "";
    NEW = LookAtIt, "store-other-number", "The data was kept under another number: from the next start on it is a new station",
        "Make sure that [station] number is the one the hub gave to this machine";
    OTHER_KEY = Fault, "store-other-key", "What is sealed in the store does not open with the key that is there",
        "Bring back the key from its backup";
    NUMBERS = Well, "numbers-well", "Store and second file agree on the last number", "";
    NO_FILE = Fault, "numbers-file-missing", "The second file of the numbers is missing: nothing would keep a restored backup from giving numbers twice",
        "Start the station and file one request; then find out what removed FOLDER";
    FILE_BEHIND = Fault, "numbers-file-behind", "The second file of the numbers is behind the store: somebody brought back an old one",
        "Take FOLDER out of the backup; the next request puts the file right";
    STORE_BEHIND = LookAtIt, "numbers-store-behind", "The store is behind the second file of the numbers: it came from a backup, or its last commit failed",
        "Start the station: it goes on with the larger number; look whether requests are missing";
    FILE_WRONG = Fault, "numbers-file-wrong", "The second file of the numbers makes no sense: the station does not start",
        "Write into FILE the station, the year and the last number with blanks between, as the hub knows it";
    SENT = Well, "outbox-well", "Nothing waits for long and nothing waits for staff", "";
    WAITS = LookAtIt, "outbox-waits", "A request has waited for the city for more than a day",
        "Put the line to the hub right; then look with `acolhe outbox list` whether it goes";
    UNCERTAIN = LookAtIt, "outbox-uncertain", "Staff must decide: nobody knows whether the city has a request",
        "Run `acolhe outbox list`, look at the city's own system, then `acolhe outbox retry NUMBER`";
    REFUSED = LookAtIt, "outbox-refused", "Staff must decide: the city's server refused a request",
        "Run `acolhe outbox list` and `acolhe outbox show NUMBER`; put right why, then `acolhe outbox retry NUMBER`";
}

/// How long something may wait before somebody should know.
const LONG: SignedDuration = SignedDuration::from_hours(24);

const TRIED: &str = "Opened the store beside its owner";

pub(super) fn examine(patient: &Patient) -> Vec<Finding> {
    let file = patient.data.as_ref().map(|data| data.join(FILE)).unwrap_or_default();
    match &patient.kept {
        Ok(kept) => {
            let looked = look(patient, kept);
            looked.unwrap_or_else(|error| vec![trouble(&error).naming("FILE", file.display())])
        }
        Err(NoStore::NoneYet) => vec![Finding::new(&NONE_YET, TRIED, "None yet")],
        Err(NoStore::Unknown) => {
            vec![Finding::new(&UNTRIED, TRIED, "There is no data folder to look into")]
        }
        Err(NoStore::Unusable(error)) => vec![trouble(error).naming("FILE", file.display())],
    }
}

fn trouble(error: &StoreError) -> Finding {
    let kind = match error {
        StoreError::Newer(_) => &NEWER,
        error if error.is_damage() => &DAMAGED,
        _ => &UNREADABLE,
    };
    let why = match std::error::Error::source(error) {
        Some(source) => source.to_string(),
        None => error.to_string(),
    };
    Finding::new(kind, TRIED, why)
}

fn look(patient: &Patient, kept: &Inspection) -> Result<Vec<Finding>, StoreError> {
    if let Some(damage) = kept.damage()? {
        let told = Finding::new(&DAMAGED, "Asked SQLite whether the store is whole", damage);
        let file = patient.data.as_ref().map(|data| data.join(FILE)).unwrap_or_default();
        return Ok(vec![told.naming("FILE", file.display())]);
    }
    let counts = kept.counts()?;
    let Counts { waiting, delivered, uncertain, refused } = counts;
    let all = waiting + delivered + uncertain + refused;
    let found = format!("Whole; {all} requests are known in it");
    let mut findings = vec![Finding::new(&WHOLE, "Asked SQLite whether the store is whole", found)];
    if let Some(setup) = &patient.setup {
        let origin = kept.origin(&Enrolment::here(setup.station()))?;
        findings.push(whose(origin, setup.station()));
        if matches!(patient.key, Ok(Some(_))) && kept.key_opens()? == Some(false) {
            let tried = "Opened one sealed row with the store's key";
            findings.push(Finding::new(&OTHER_KEY, tried, "It does not open"));
        }
        findings.push(match kept.sequence() {
            Ok(sequence) => numbers(sequence),
            Err(_) => Finding::new(&FILE_WRONG, NUMBERS_TRIED, "It holds no three numbers"),
        });
        let folder = setup.data.join("not-in-backups");
        for finding in &mut findings {
            let named = finding.clone().naming("FOLDER", folder.display());
            *finding = named.naming("FILE", folder.join("sequence").display());
        }
    }
    findings.extend(outbox(counts, kept.waiting_since()?, patient.now));
    Ok(findings)
}

fn whose(origin: Origin, station: impl Display) -> Finding {
    let tried = "Compared the data's enrolment with this machine";
    match origin {
        Origin::Here => Finding::new(&HERE, tried, format!("Station {station}, this machine")),
        Origin::Elsewhere => Finding::new(&COPIED, tried, "Its mark is another one's"),
        Origin::New => Finding::new(&NEW, tried, format!("It was not kept as station {station}")),
    }
}

const NUMBERS_TRIED: &str = "Compared the last number in store and second file";

fn numbers(Sequence { kept, filed }: Sequence) -> Finding {
    let told = |number: Option<(u16, u32)>| {
        number.map_or("none".to_owned(), |(year, last)| format!("{last:05} of {year}"))
    };
    let found = format!("Store: {}; file: {}", told(kept), told(filed));
    let kind: &'static Kind = match (kept, filed) {
        (Some(_), None) => &NO_FILE,
        (kept, filed) if filed < kept => &FILE_BEHIND,
        (kept, filed) if filed > kept => &STORE_BEHIND,
        _ => &NUMBERS,
    };
    Finding::new(kind, NUMBERS_TRIED, found)
}

fn outbox(counts: Counts, since: Option<Timestamp>, now: Timestamp) -> Vec<Finding> {
    let tried = "Counted what waits for the city";
    let Counts { waiting, uncertain, refused, .. } = counts;
    let number = |count: u64| usize::try_from(count).unwrap_or(usize::MAX);
    let told = |kind, many: u64, end: &str| {
        let requests = count(number(many), "request", "requests");
        (many > 0).then(|| Finding::new(kind, tried, format!("{requests} {end}")))
    };
    let waited = since.map(|since| now.duration_since(since)).unwrap_or_default();
    let mut findings = Vec::new();
    if waited > LONG {
        findings.extend(told(&WAITS, waiting, &format!("on the way, one for {}", length(waited))));
    }
    findings.extend(told(&UNCERTAIN, uncertain, "uncertain"));
    findings.extend(told(&REFUSED, refused, "refused"));
    if findings.is_empty() {
        let requests = count(number(waiting), "request", "requests");
        findings.push(Finding::new(&SENT, tried, format!("{requests} on the way, none for staff")));
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(kept: Option<u32>, filed: Option<u32>) -> &'static str {
        let of = |number: Option<u32>| number.map(|number| (2026, number));
        numbers(Sequence { kept: of(kept), filed: of(filed) }).kind.id
    }

    #[test]
    fn a_lost_or_old_file_of_numbers_is_told() {
        assert_eq!(id(None, None), "numbers-well");
        assert_eq!(id(Some(7), Some(7)), "numbers-well");
        assert_eq!(id(Some(7), None), "numbers-file-missing");
        assert_eq!(id(Some(7), Some(5)), "numbers-file-behind");
        assert_eq!(id(Some(7), Some(8)), "numbers-store-behind");
        assert_eq!(id(None, Some(8)), "numbers-store-behind");
    }

    #[test]
    fn what_waits_is_told_by_what_it_waits_for() {
        let now: Timestamp = "2026-11-22T12:00:00Z".parse().unwrap();
        let ids = |counts, since: &str| -> Vec<_> {
            let findings = outbox(counts, Some(since.parse().unwrap()), now);
            findings.iter().map(|finding| finding.kind.id).collect()
        };
        let waiting = Counts { waiting: 1, ..Counts::default() };
        assert_eq!(ids(waiting, "2026-11-22T08:00:00Z"), ["outbox-well"]);
        assert_eq!(ids(waiting, "2026-11-20T08:00:00Z"), ["outbox-waits"]);
        let stuck = Counts { uncertain: 2, refused: 1, ..waiting };
        let both = ["outbox-uncertain", "outbox-refused"];
        assert_eq!(ids(stuck, "2026-11-22T08:00:00Z"), both);
    }
}
