//! The city's server: name, connection, key, jurisdiction, services, speed. Nothing is filed.

use std::time::Duration;

use jiff::Timestamp;

use crate::app::endpoint;
use crate::config::Setup;
use crate::domain::city::{City, Service, ServiceKind};
use crate::edge::open311::{KeyVerdict, Open311, Probe, ProbeError};

use super::Patient;
use super::finding::{Finding, Kind, count, first, kinds};

kinds! {
    UNTRIED = NotTried, "hub-untried", "The hub was not tried: the configuration cannot be read",
        "Correct the configuration, then run this again";
    NOT_CONFIGURED = Fault, "hub-not-configured", "No hub is configured: nothing is ever delivered",
        "Write [hub] url and key_file into the configuration";
    WELL = Well, "hub-well", "The hub answers and offers services", "";
    SLOW = LookAtIt, "hub-slow", "The hub answers slowly: people wait when they follow something up",
        "Measure the line (`ping HOST`); if the line is quick, tell whoever runs the hub";
    NAME = Fault, "hub-name-unknown", "The hub's name leads nowhere",
        "Look at the network cable and at [hub] url; try `getent hosts HOST`";
    REFUSED = Fault, "hub-refused", "The machine is there and nobody listens",
        "Ask whoever runs the hub whether it runs; look at the port in [hub] url";
    SILENT = Fault, "hub-silent", "There is no answer in time",
        "Look at cable, router and firewall between here and HOST";
    NO_WAY = Fault, "hub-no-way", "There is no way to the hub's network",
        "Look at the network cable and at the machine's address (`ip address`)";
    INSECURE = Fault, "hub-insecure", "The hub's certificate is not believed",
        "Set the clock first; else install ca-certificates, or have HOST's certificate renewed";
    CUT = Fault, "hub-cut", "The hub hangs up in the middle of its answer",
        "Tell whoever runs the hub, with the time of this report";
    NOT_OPEN311 = Fault, "hub-not-open311", "What answers there is no GeoReport server",
        "Correct [hub] url: what stands before /services.json, often .../open311/v2";
    JURISDICTION = Fault, "hub-jurisdiction", "The server refuses the jurisdiction",
        "Write the one that the server's owner tells under [hub] jurisdiction";
    TROUBLE = Fault, "hub-in-trouble", "The server has trouble of its own",
        "Tell whoever runs the hub, with the time of this report";
    ADDRESS = Fault, "hub-address-wrong", "The hub cannot be called at all",
        "Correct [hub] url, or install ca-certificates";
    KEY = Well, "hub-key", "The hub knows the key", "";
    KEY_REFUSED = Fault, "hub-key-refused", "The hub does not know the key: no request is taken",
        "Run `acolhe hub station add --name NAME` at the hub; write the new number and key into the configuration";
    NO_KEY = Fault, "hub-no-key", "There is no key: no request is taken",
        "Write the key that came with the station's number under [hub] key_file";
    KEY_UNTOLD = NotTried, "hub-key-untried", "This kind of server tells only at the first request whether it knows the key",
        "File one request for testing, and look whether it arrives";
    SERVICES = Well, "hub-services", "The hub offers every service that is filed here", "";
    MISSING = Fault, "hub-services-missing", "The hub does not know services that are filed here: it will refuse them",
        "Have CODES added at the hub, or write remote_code in services.csv";
}

/// Slower than this keeps people waiting.
const SLOW_FROM: Duration = Duration::from_secs(2);

/// What is said of the hub, and what its clock showed.
pub(super) fn examine(patient: &Patient) -> (Vec<Finding>, Option<Timestamp>) {
    let Some(setup) = &patient.setup else {
        return (vec![Finding::new(&UNTRIED, TRIED, "Its address is not known")], None);
    };
    let Some(url) = &setup.config.hub.url else {
        return (vec![Finding::new(&NOT_CONFIGURED, TRIED, "[hub] url is missing")], None);
    };
    let place = place(url);
    let tried = format!("Asked {place} for its services");
    let host = place.split('/').next().unwrap_or_default().to_owned();
    match probe(setup) {
        Ok(probe) => (told(&probe, setup, patient.city.as_ref().ok(), &tried, &host), probe.date),
        Err(Unprobed::Client(why)) => (vec![Finding::new(&ADDRESS, tried, why)], None),
        Err(Unprobed::Server(error)) => (vec![failed(&error, tried, &host)], None),
    }
}

const TRIED: &str = "Looked for the hub";

enum Unprobed {
    Client(String),
    Server(ProbeError),
}

/// An address as it may be printed: without a name and a password in it.
fn place(url: &str) -> String {
    let bare = url.split_once("://").map_or(url, |(_, rest)| rest);
    let (host, path) = bare.split_once('/').unwrap_or((bare, ""));
    let host = host.rsplit_once('@').map_or(host, |(_, host)| host);
    let path = path.split(['?', '#']).next().unwrap_or_default();
    if path.is_empty() { host.to_owned() } else { format!("{host}/{path}") }
}

fn probe(setup: &Setup) -> Result<Probe, Unprobed> {
    let client = Open311::new(endpoint(&setup.config.hub))
        .map_err(|_| Unprobed::Client("No client can be made for this address".to_owned()))?;
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|error| Unprobed::Client(error.to_string()))?;
    let probe = runtime.block_on(client.probe(setup.station())).map_err(Unprobed::Server);
    // A name that is still looked up is not waited for.
    runtime.shutdown_background();
    probe
}

fn failed(error: &ProbeError, tried: String, host: &str) -> Finding {
    let kind: &'static Kind = match error {
        ProbeError::Name(_) => &NAME,
        ProbeError::Refused(_) => &REFUSED,
        ProbeError::Silent(_) => &SILENT,
        ProbeError::NoWay(_) => &NO_WAY,
        ProbeError::Insecure => &INSECURE,
        ProbeError::Cut => &CUT,
        ProbeError::NotOpen311(_) => &NOT_OPEN311,
        ProbeError::Jurisdiction(_) => &JURISDICTION,
        ProbeError::Key(_) => &KEY_REFUSED,
        ProbeError::Trouble(_) => &TROUBLE,
    };
    let bare = host.rsplit_once(':').map_or(host, |(name, _)| name);
    Finding::new(kind, tried, error.to_string()).naming("HOST", bare)
}

fn told(
    probe: &Probe,
    setup: &Setup,
    city: Option<&City>,
    tried: &str,
    host: &str,
) -> Vec<Finding> {
    let milliseconds = probe.took.as_millis();
    let offered = count(probe.services.len(), "service", "services");
    let whose = if probe.is_ours { "an Acolhe hub" } else { "another GeoReport server" };
    let kind = if probe.took > SLOW_FROM { &SLOW } else { &WELL };
    let found = format!("{whose}, {offered}, {milliseconds} ms");
    let bare = host.rsplit_once(':').map_or(host, |(name, _)| name);
    let mut findings = vec![Finding::new(kind, tried, found).naming("HOST", bare)];
    let (kind, found) = match probe.key {
        KeyVerdict::Known => (&KEY, "It is known"),
        KeyVerdict::Refused => (&KEY_REFUSED, "It is refused"),
        KeyVerdict::Missing => (&NO_KEY, "The configuration holds none"),
        KeyVerdict::Untold => (&KEY_UNTOLD, "It cannot be asked without filing"),
    };
    let key = format!("Showed the key of station {}", setup.station());
    findings.push(Finding::new(kind, key, found));
    findings.extend(city.map(|city| services(city, probe)));
    findings
}

fn services(city: &City, probe: &Probe) -> Finding {
    let tried = "Compared the city's services with the hub's";
    let filed = city.services.iter().filter(|service| service.kind == ServiceKind::Request);
    // Our own hub has the city's files.
    let foreign = |service: &Service| service.remote_code.clone().filter(|_| !probe.is_ours);
    let codes: Vec<String> =
        filed.map(|service| foreign(service).unwrap_or(service.code.0.clone())).collect();
    let missing: Vec<&String> =
        codes.iter().filter(|code| !probe.services.contains(code)).collect();
    if missing.is_empty() {
        return Finding::new(&SERVICES, tried, format!("All {} that are filed here", codes.len()));
    }
    let found = format!("{} of {} are missing: {}", missing.len(), codes.len(), first(&missing, 5));
    Finding::new(&MISSING, tried, found).naming("CODES", first(&missing, 5))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_told_without_who_may_enter() {
        assert_eq!(place("https://me:secret@hub.example:8/open311/v2"), "hub.example:8/open311/v2");
        assert_eq!(place("http://127.0.0.1:1"), "127.0.0.1:1");
        assert_eq!(place("https://h/v2?api_key=secret"), "h/v2");
    }
}
