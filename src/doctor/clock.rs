//! The clock: against the last committed moment, against the hub, and who keeps it right.

use jiff::{SignedDuration, Timestamp};

use crate::app::{FORWARD, OLDEST};

use super::Patient;
use super::finding::{Finding, kinds};
use super::machine::Machine;

kinds! {
    WELL = Well, "clock-well", "The clock shows a moment that can be true", "";
    TOO_EARLY = Fault, "clock-too-early", "The clock is behind the program's own age: it was lost",
        "Set the clock (`timedatectl set-time`); if it is lost again after switching off, replace the board's battery";
    BEHIND = Fault, "clock-behind", "The clock is behind the last moment that the station kept: time stands still for it",
        "Set the clock (`timedatectl set-time`) and have it kept right: `timedatectl set-ntp true`";
    AHEAD = Fault, "clock-ahead", "The clock is more than a year ahead of what the station kept last: it is not believed",
        "Set the clock (`timedatectl set-time`)";
    ZONE = Well, "clock-zone", "The city's time zone is known", "";
    NO_ZONE = Fault, "clock-zone-unknown", "The city's time zone is none that this machine knows: no term can be reckoned",
        "Correct timezone in city.toml: a name like \"America/Sao_Paulo\"";
    UNKNOWN_ZONE = NotTried, "clock-zone-untried", "The city cannot be read, so its time zone is not known",
        "Correct the city's files first";
    AT_HUB = Well, "clock-agrees", "The clock agrees with the hub's", "";
    FAR = Fault, "clock-far-from-hub", "Clock and hub differ by more than two minutes",
        "Compare both with a telephone, and set the one that is wrong";
    KEPT = Well, "clock-synchronised", "A time service has set the clock", "";
    SERVICE = LookAtIt, "clock-service", "A time service runs; whether it has set the clock only it can tell",
        "Run `chronyc tracking` (or `ntpq -p`): the offset must be below a minute";
    NOT_KEPT = LookAtIt, "clock-not-synchronised", "Nobody keeps the clock right: it will go wrong by minutes in a year",
        "Run `timedatectl set-ntp true`; without a network, set the clock by hand every month";
}

/// How far clocks may be apart.
const APART: SignedDuration = SignedDuration::from_mins(2);
/// A clock that was put right may have gone back by so much.
const BACK: SignedDuration = SignedDuration::from_mins(1);

pub(super) fn examine(patient: &Patient, hub: Option<Timestamp>) -> Vec<Finding> {
    let last = patient.kept.as_ref().ok().and_then(|kept| kept.last_moment().ok().flatten());
    let mut findings = vec![against_the_store(patient.now, last)];
    findings.push(match &patient.city {
        _ if patient.setup.is_none() => zone_untried(),
        Ok(city) => {
            let name = city.timezone.iana_name().unwrap_or("unnamed");
            let local = patient.now.to_zoned(city.timezone.clone());
            let found = format!("{name}: it is {}", local.strftime("%Y-%m-%d %H:%M there"));
            Finding::new(&ZONE, ZONE_TRIED, found)
        }
        Err(faults) => {
            let zone = faults.list().iter().find(|fault| fault.what.contains("time zone"));
            zone.map_or_else(zone_untried, |fault| {
                Finding::new(&NO_ZONE, ZONE_TRIED, format!("city.toml: {}", fault.what))
            })
        }
    });
    findings.extend(hub.map(|hub| against_the_hub(patient.now, hub)));
    findings.push(kept_right(&patient.machine));
    findings
}

const ZONE_TRIED: &str = "Looked up the city's time zone";

fn zone_untried() -> Finding {
    Finding::new(&UNKNOWN_ZONE, ZONE_TRIED, "The city cannot be read")
}

fn against_the_store(now: Timestamp, last: Option<Timestamp>) -> Finding {
    let shown = now.strftime("%Y-%m-%d %H:%M UTC");
    let tried = "Compared the clock with the last moment kept";
    if now < OLDEST {
        return Finding::new(&TOO_EARLY, tried, format!("The clock shows {shown}"));
    }
    let Some(last) = last else {
        return Finding::new(&WELL, tried, format!("{shown}; nothing was kept yet"));
    };
    let since = now.duration_since(last);
    if since < -BACK {
        Finding::new(&BEHIND, tried, format!("{shown}: {} behind", length(since)))
    } else if since > FORWARD {
        Finding::new(&AHEAD, tried, format!("{shown}: {} ahead", length(since)))
    } else {
        Finding::new(&WELL, tried, format!("{shown}, {} after it", length(since)))
    }
}

fn against_the_hub(now: Timestamp, hub: Timestamp) -> Finding {
    let tried = "Compared the clock with the hub's";
    let apart = now.duration_since(hub);
    let side = if apart.is_negative() { "behind" } else { "ahead of" };
    let found = format!("{} {side} the hub", length(apart));
    let kind = if apart.abs() > APART { &FAR } else { &AT_HUB };
    Finding::new(kind, tried, found)
}

fn kept_right(machine: &Machine) -> Finding {
    let tried = "Looked who keeps the clock right";
    let is_there = |paths: &[&str]| paths.iter().any(|path| machine.path(path).exists());
    if is_there(&["run/systemd/timesync/synchronized"]) {
        Finding::new(&KEPT, tried, "systemd-timesyncd has set it")
    } else if is_there(&["run/chrony/chronyd.pid", "run/chronyd.pid", "run/ntpd.pid"]) {
        Finding::new(&SERVICE, tried, "chrony or ntpd runs")
    } else {
        Finding::new(&NOT_KEPT, tried, "No time service has set it since the machine was started")
    }
}

/// How long something is, in its two largest units, without a sign.
pub(super) fn length(time: SignedDuration) -> String {
    let seconds = time.abs().as_secs();
    let parts = [
        ("day", seconds / 86_400),
        ("hour", seconds % 86_400 / 3_600),
        ("minute", seconds % 3_600 / 60),
        ("second", seconds % 60),
    ];
    let told: Vec<String> = parts
        .iter()
        .skip_while(|(_, number)| *number == 0)
        .take(2)
        .filter(|(_, number)| *number > 0)
        .map(|(name, number)| format!("{number} {name}{}", if *number == 1 { "" } else { "s" }))
        .collect();
    if told.is_empty() { "less than a second".to_owned() } else { told.join(" ") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    fn id(finding: &Finding) -> &str {
        finding.kind.id
    }

    #[test]
    fn a_clock_is_measured_against_what_was_kept() {
        let now = at("2026-11-22T12:00:00Z");
        let told = |now, last| against_the_store(now, Some(at(last)));
        let behind = told(now, "2026-11-25T13:00:00Z");
        assert_eq!(id(&behind), "clock-behind");
        assert!(behind.found.ends_with("3 days 1 hour behind"), "{}", behind.found);
        assert_eq!(id(&told(now, "2026-11-22T12:00:30Z")), "clock-well");
        assert_eq!(id(&told(at("2030-01-01T00:00:00Z"), "2026-11-22T12:00:00Z")), "clock-ahead");
        assert_eq!(
            id(&told(at("1970-01-01T00:00:00Z"), "2026-11-22T12:00:00Z")),
            "clock-too-early"
        );
        assert_eq!(id(&against_the_store(now, None)), "clock-well");
    }

    #[test]
    fn a_clock_is_measured_against_the_hub() {
        let now = at("2026-11-22T12:00:00Z");
        assert_eq!(id(&against_the_hub(now, at("2026-11-22T11:59:00Z"))), "clock-agrees");
        let far = against_the_hub(now, at("2026-11-22T13:30:05Z"));
        assert_eq!(
            (id(&far), far.found.as_str()),
            ("clock-far-from-hub", "1 hour 30 minutes behind the hub")
        );
    }

    #[test]
    fn lengths_are_told_in_two_units() {
        let told = |seconds| length(SignedDuration::from_secs(seconds));
        assert_eq!(told(0), "less than a second");
        assert_eq!(told(61), "1 minute 1 second");
        assert_eq!(told(-86_400), "1 day");
        assert_eq!(told(90_061), "1 day 1 hour");
    }
}
