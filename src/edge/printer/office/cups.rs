//! Asking CUPS, over its socket or over a network, never longer than a limit.

use std::time::Duration;

use reqwest::{Client, ClientBuilder, Url, redirect};
use tokio::runtime::{Builder, Runtime};

use super::ipp::{Answer, Operation, Request};
use super::reasons;

/// Where CUPS listens on Debian.
const SOCKET: &str = "/run/cups/cups.sock";
/// The port of IPP.
const PORT: u16 = 631;
/// How long a question may take.
const QUESTION: Duration = Duration::from_secs(5);
/// How long handing over a document may take.
const HANDING: Duration = Duration::from_secs(20);
/// How long a printer may take that is asked itself.
const DEVICE: Duration = Duration::from_secs(2);
/// The most that is read of an answer.
const LONGEST: usize = 256 * 1024;

/// Whose jobs they are, and what they are called: never a person's name or anything they said.
const USER: &str = "acolhe";
const TITLE: &str = "Acolhe";

/// Why CUPS did not do something.
#[derive(Debug, thiserror::Error)]
pub(super) enum CupsError {
    /// There is no such address.
    #[error("The address of CUPS is wrong: give a host, host:port or the path of its socket")]
    Address,
    /// It cannot be asked at all.
    #[error("Nothing can be asked: close other programs")]
    Runtime(#[source] std::io::Error),
    /// No answer came.
    #[error("CUPS does not answer: is it running?")]
    Line(#[from] reqwest::Error),
    /// It says no; the status of HTTP or IPP.
    #[error("CUPS refuses (status {0:#06x}): look at its error_log")]
    Refused(u16),
    /// What it says makes no sense.
    #[error("CUPS answers in another language: is another program at its address?")]
    Noise,
    /// No queue is configured, and CUPS has no default.
    #[error("CUPS has no default printer: name one, or set one with lpadmin -d")]
    NoDefault,
}

impl CupsError {
    /// Whether CUPS surely did nothing.
    pub(super) fn is_refusal(&self) -> bool {
        matches!(self, Self::Refused(_))
    }
}

/// How a job is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum JobState {
    /// It waits for others, or is being printed.
    UnderWay,
    /// It waits for somebody to do something about the queue.
    Stuck,
    /// The queue gave it up, or somebody cancelled it.
    Ended,
    /// The printer got all of it.
    Delivered,
}

/// A job as CUPS tells of it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Job {
    pub(super) state: JobState,
    /// Whether any of it may have gone to the printer.
    pub(super) begun: bool,
}

/// A queue, the configured one or the default one.
pub(super) struct Cups {
    server: Option<String>,
    queue: Option<String>,
    line: Option<(Runtime, Client, Url)>,
}

impl Cups {
    pub(super) fn new(queue: Option<String>, server: Option<String>) -> Self {
        Self { server, queue, line: None }
    }

    /// What the queue says, and beside it what its printer says if it can be asked itself.
    pub(super) fn printer(&mut self) -> Result<(Answer, Option<Answer>), CupsError> {
        let queue = self.queue()?;
        let request = |uri: &str| {
            Request::new(Operation::PrinterAttributes)
                .uri("printer-uri", uri)
                .name("requesting-user-name", USER)
                .keywords("requested-attributes", &reasons::ATTRIBUTES)
                .finish(&[])
        };
        let path = format!("/printers/{queue}");
        let answer = self.ask(&path, request(&uri(&queue)), QUESTION)?;
        let device = answer.all("device-uri").next().and_then(device);
        // Silence of a printer is CUPS's business: it may sleep until there is a job.
        let own = device.and_then(|(uri, url)| {
            let (runtime, _, _) = self.line().ok()?;
            let client = client().build().ok()?;
            runtime.block_on(post(&client, url, request(&uri), DEVICE)).ok()
        });
        Ok((answer, own))
    }

    /// Opens a job and tells its number; nothing is printed yet.
    pub(super) fn create_job(&mut self) -> Result<i32, CupsError> {
        let queue = self.queue()?;
        let request = Request::new(Operation::CreateJob)
            .uri("printer-uri", &uri(&queue))
            .name("requesting-user-name", USER)
            .name("job-name", TITLE)
            .of_job()
            .integer("copies", 1)
            .keywords("media", &["iso_a4_210x297mm"])
            .keywords("sides", &["one-sided"])
            // A cover page would come out with our name on it, and use a sheet.
            .keywords("job-sheets", &["none"]);
        let answer = self.ask(&format!("/printers/{queue}"), request.finish(&[]), QUESTION)?;
        answer.number("job-id").ok_or(CupsError::Noise)
    }

    /// Hands over the document of a job.
    pub(super) fn send(&mut self, job: i32, document: &[u8]) -> Result<(), CupsError> {
        let (path, request) = self.of_job(Operation::SendDocument, job)?;
        let request = request.mime("document-format", "application/pdf").yes("last-document");
        self.ask(&path, request.finish(document), HANDING).map(drop)
    }

    /// How a job is.
    pub(super) fn job(&mut self, job: i32) -> Result<Job, CupsError> {
        let (path, request) = self.of_job(Operation::JobAttributes, job)?;
        let request =
            request.keywords("requested-attributes", &["job-state", "time-at-processing"]);
        let answer = self.ask(&path, request.finish(&[]), QUESTION)?;
        let state = match answer.number("job-state") {
            Some(3 | 5) => JobState::UnderWay,
            Some(4 | 6) => JobState::Stuck,
            Some(7 | 8) => JobState::Ended,
            Some(9) => JobState::Delivered,
            _ => return Err(CupsError::Noise),
        };
        // A second of the clock, or no value at all.
        Ok(Job { state, begun: answer.number("time-at-processing").is_some_and(|at| at > 0) })
    }

    /// Stops a job.
    pub(super) fn cancel(&mut self, job: i32) -> Result<(), CupsError> {
        let (path, request) = self.of_job(Operation::CancelJob, job)?;
        self.ask(&path, request.finish(&[]), QUESTION).map(drop)
    }

    /// Stops a job if it is still under way, and forgets that it ever was, with its document.
    pub(super) fn purge(&mut self, job: i32) -> Result<(), CupsError> {
        let (path, request) = self.of_job(Operation::CancelJob, job)?;
        self.ask(&path, request.yes("purge-job").finish(&[]), QUESTION).map(drop)
    }

    /// Stops and forgets all that this program ever gave to the queue.
    pub(super) fn purge_all(&mut self) -> Result<(), CupsError> {
        let queue = self.queue()?;
        // Debian's CUPS lets nobody cancel all of theirs at once without a password.
        let request = Request::new(Operation::Jobs)
            .uri("printer-uri", &uri(&queue))
            .name("requesting-user-name", USER)
            .keywords("which-jobs", &["all"])
            .yes("my-jobs")
            .keywords("requested-attributes", &["job-id"]);
        let answer = self.ask(&format!("/printers/{queue}"), request.finish(&[]), QUESTION)?;
        answer.numbers("job-id").try_for_each(|job| {
            // Refused for what has ended; what has not must, or purging leaves traces of it.
            self.cancel(job)
                .or_else(|error| if error.is_refusal() { Ok(()) } else { Err(error) })?;
            self.purge(job)
        })
    }

    /// Lets time pass.
    pub(super) fn wait(&mut self, time: Duration) -> Result<(), CupsError> {
        let (runtime, _, _) = self.line()?;
        runtime.block_on(async { tokio::time::sleep(time).await });
        Ok(())
    }

    fn of_job(&mut self, operation: Operation, job: i32) -> Result<(String, Request), CupsError> {
        let queue = self.queue()?;
        let request = Request::new(operation)
            .uri("printer-uri", &uri(&queue))
            .integer("job-id", job)
            .name("requesting-user-name", USER);
        Ok((format!("/printers/{queue}"), request))
    }

    /// The name of the queue, as it stands in addresses.
    fn queue(&mut self) -> Result<String, CupsError> {
        let name = if let Some(name) = &self.queue {
            name.clone()
        } else {
            let request = Request::new(Operation::CupsDefault)
                .keywords("requested-attributes", &["printer-name"]);
            let answer = self.ask("/", request.finish(&[]), QUESTION);
            let Ok(answer) = answer else {
                return Err(match answer {
                    Err(CupsError::Refused(_)) => CupsError::NoDefault,
                    Err(other) => other,
                    Ok(_) => CupsError::Noise,
                });
            };
            answer.all("printer-name").next().ok_or(CupsError::NoDefault)?.to_owned()
        };
        let mut url = Url::parse("http://localhost").map_err(|_| CupsError::Address)?;
        url.path_segments_mut().map_err(|()| CupsError::Address)?.push(&name);
        Ok(url.path().trim_start_matches('/').to_owned())
    }

    fn ask(&mut self, path: &str, body: Vec<u8>, limit: Duration) -> Result<Answer, CupsError> {
        let (runtime, client, base) = self.line()?;
        let url = base.join(path).map_err(|_| CupsError::Address)?;
        runtime.block_on(post(client, url, body, limit))
    }

    fn line(&mut self) -> Result<&(Runtime, Client, Url), CupsError> {
        if self.line.is_none() {
            let (client, base) = connection(self.server.as_deref())?;
            let runtime =
                Builder::new_current_thread().enable_all().build().map_err(CupsError::Runtime)?;
            self.line = Some((runtime, client, base));
        }
        self.line.as_ref().ok_or(CupsError::Address)
    }
}

/// Every request on a line of its own: a queue is asked seldom, and CUPS hangs up in between.
fn client() -> ClientBuilder {
    Client::builder().no_proxy().redirect(redirect::Policy::none()).pool_max_idle_per_host(0)
}

/// A client and the address that paths are added to.
fn connection(server: Option<&str>) -> Result<(Client, Url), CupsError> {
    let server = server.unwrap_or(SOCKET);
    let parse = |url: &str| Url::parse(url).map_err(|_| CupsError::Address);
    if server.starts_with('/') {
        return Ok((client().unix_socket(server).build()?, parse("http://localhost/")?));
    }
    let url = if server.contains("://") { server.to_owned() } else { format!("http://{server}/") };
    let mut url = parse(&url)?;
    if !server.trim_start_matches("https://").trim_start_matches("http://").contains(':') {
        url.set_port(Some(PORT)).map_err(|()| CupsError::Address)?;
    }
    Ok((client().build()?, url))
}

async fn post(
    client: &Client,
    url: Url,
    body: Vec<u8>,
    limit: Duration,
) -> Result<Answer, CupsError> {
    let request = client.post(url).header("Content-Type", "application/ipp").timeout(limit);
    let mut answer = request.body(body).send().await?;
    if !answer.status().is_success() {
        return Err(CupsError::Refused(answer.status().as_u16()));
    }
    let mut bytes = Vec::new();
    while let Some(chunk) = answer.chunk().await? {
        bytes.extend_from_slice(&chunk);
        if bytes.len() > LONGEST {
            return Err(CupsError::Noise);
        }
    }
    let answer = Answer::read(&bytes).ok_or(CupsError::Noise)?;
    if answer.status > 0xff { Err(CupsError::Refused(answer.status)) } else { Ok(answer) }
}

fn uri(queue: &str) -> String {
    format!("ipp://localhost/printers/{queue}")
}

/// Where a printer can be asked itself: one that speaks IPP without encryption at an address of
/// its own. Names that only CUPS can find are left to CUPS.
fn device(uri: &str) -> Option<(String, Url)> {
    let rest = uri.strip_prefix("ipp://")?;
    let (host, _) = rest.split_once('/')?;
    if host.contains("._") || host.contains('%') {
        return None;
    }
    let mut url = Url::parse(&format!("http://{rest}")).ok()?;
    if url.port().is_none() && !host.ends_with(":80") {
        url.set_port(Some(PORT)).ok()?;
    }
    Some((uri.to_owned(), url))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_server_is_a_socket_a_host_or_a_host_with_a_port() {
        for (server, expected) in [
            (None, "http://localhost/"),
            (Some("/tmp/cups.sock"), "http://localhost/"),
            (Some("print.example"), "http://print.example:631/"),
            (Some("127.0.0.1:8631"), "http://127.0.0.1:8631/"),
            (Some("https://print.example"), "https://print.example:631/"),
        ] {
            assert_eq!(connection(server).unwrap().1.as_str(), expected, "{server:?}");
        }
        assert!(matches!(connection(Some("a b")), Err(CupsError::Address)));
    }

    #[test]
    fn only_a_printer_with_an_address_of_its_own_is_asked_itself() {
        let url = |uri| device(uri).map(|(_, url)| url.to_string());
        let expected = "http://10.0.0.7:631/ipp/print";
        assert_eq!(url("ipp://10.0.0.7/ipp/print").as_deref(), Some(expected));
        let expected = "http://localhost:60000/ipp/print";
        assert_eq!(url("ipp://localhost:60000/ipp/print").as_deref(), Some(expected));
        for other in ["usb://HP/LaserJet", "ipps://10.0.0.7/", "ipp://HP%20M15._ipp._tcp.local/"] {
            assert_eq!(url(other), None, "{other}");
        }
    }
}
