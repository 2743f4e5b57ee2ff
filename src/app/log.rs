//! What is logged: a closed list of events, never what people typed.

use std::io::Write;
use std::path::PathBuf;

use tracing_appender::rolling::{RollingFileAppender, Rotation};
use tracing_subscriber::filter::Targets;
use tracing_subscriber::layer::{Layer, SubscriberExt as _};
use tracing_subscriber::{Registry, fmt, registry};

use crate::config::Setup;

/// The log could not be opened.
#[derive(Debug, thiserror::Error)]
#[error("Cannot write the log in {folder}: check its owner and rights, or give another --data")]
pub struct LogError {
    folder: PathBuf,
    #[source]
    source: std::io::Error,
}

/// Logs into `<data>/log/`, a file a day, for as many days as the configuration says.
///
/// Each line is written at once, without a thread between: the last words before an end count.
///
/// # Errors
///
/// The folder cannot be made or written.
pub fn start_logging(setup: &Setup) -> Result<(), LogError> {
    let folder = setup.data.join("log");
    std::fs::create_dir_all(&folder)
        .map_err(|source| LogError { folder: folder.clone(), source })?;
    let appender = RollingFileAppender::builder()
        .rotation(Rotation::DAILY)
        .filename_prefix("acolhe")
        .filename_suffix("log")
        .max_log_files(usize::from(setup.config.log.days.get()))
        .build(&folder)
        .map_err(|source| LogError { folder, source: std::io::Error::other(source) })?;
    listen(fmt::layer().with_ansi(false).with_writer(appender));
    Ok(())
}

/// Logs to standard error, for the journal of whoever supervises the process: a hub may own no
/// folder.
pub fn log_to_standard_error() {
    listen(fmt::layer().with_ansi(false).with_writer(std::io::stderr));
}

/// Only our own events: libraries may log what passes through them.
fn listen(layer: impl Layer<Registry> + Send + Sync) {
    let ours = Targets::new().with_target("acolhe", tracing::Level::INFO);
    // A second start within one process, as tests do, keeps the first one's log.
    let _ = tracing::subscriber::set_global_default(registry().with(layer.with_filter(ours)));
}

/// A panic is told by its place, never by its words, which may hold what a person typed; then the
/// process ends, whatever thread it was, and whoever supervises it starts it again.
pub fn log_panics() {
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(|place| format!("{}:{}", place.file(), place.line()));
        let place = place.unwrap_or_default();
        log(Event::Panicked, &[("at", &place)]);
        // Standard error may be closed: the log has it.
        let _ = writeln!(std::io::stderr(), "acolhe: failed at {place} and ends");
        std::process::exit(101);
    }));
}

/// Something worth a line in the log.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// The station runs.
    Started,
    /// The station ends on purpose.
    Stopped,
    /// A visit was found and goes on.
    VisitResumed,
    /// A visit ended and was wiped.
    VisitEnded,
    /// Somebody left without a word: the draft is kept for staff.
    DraftLeft,
    /// Staff opened such a draft again.
    DraftReopened,
    /// A code opened its draft.
    DraftResumed,
    /// A code opened nothing.
    CodeWrong,
    /// A request was filed and has its number.
    RequestFiled,
    /// The city has a request.
    RequestDelivered,
    /// An attempt failed; it will be made again.
    DeliveryFailed,
    /// Staff decide: the city may have it.
    DeliveryUncertain,
    /// Staff decide: the city refused it.
    DeliveryRefused,
    /// An opinion was kept.
    OpinionKept,
    /// Somebody called an attendant.
    AttendantCalled,
    /// The printer's state changed.
    PrinterChanged,
    /// The voice's state changed.
    VoiceChanged,
    /// The city's server came or went.
    HubChanged,
    /// Free room on the disk changed.
    DiskChanged,
    /// A moment could not be kept.
    CommitFailed,
    /// The store could not be read or written.
    StoreTrouble,
    /// A clip in sign language could not be shown.
    ClipUnreadable,
    /// The lessons could not be read.
    LessonsUnread,
    /// What a lesson says about the world was looked at too long ago.
    LessonStale,
    /// A pack of lessons came.
    PackTaken,
    /// A pack of lessons is not taught.
    PackRefused,
    /// The clock is not to be believed.
    ClockDoubted,
    /// The program failed and ends; where, never with what.
    Panicked,
}

impl Event {
    /// Every event, in the order of the manual.
    pub const ALL: [Self; 28] = [
        Self::Started,
        Self::Stopped,
        Self::VisitResumed,
        Self::VisitEnded,
        Self::DraftLeft,
        Self::DraftReopened,
        Self::DraftResumed,
        Self::CodeWrong,
        Self::RequestFiled,
        Self::RequestDelivered,
        Self::DeliveryFailed,
        Self::DeliveryUncertain,
        Self::DeliveryRefused,
        Self::OpinionKept,
        Self::AttendantCalled,
        Self::PrinterChanged,
        Self::VoiceChanged,
        Self::HubChanged,
        Self::DiskChanged,
        Self::CommitFailed,
        Self::StoreTrouble,
        Self::ClipUnreadable,
        Self::LessonsUnread,
        Self::LessonStale,
        Self::PackTaken,
        Self::PackRefused,
        Self::ClockDoubted,
        Self::Panicked,
    ];

    /// Its stable id.
    #[must_use]
    pub fn id(self) -> &'static str {
        self.entry().0
    }

    /// What it means, for staff.
    #[must_use]
    pub fn meaning(self) -> &'static str {
        self.entry().1
    }

    fn entry(self) -> (&'static str, &'static str) {
        match self {
            Self::Started => ("started", "The station runs"),
            Self::Stopped => ("stopped", "The station ended on purpose"),
            Self::VisitResumed => ("visit-resumed", "A visit under way at the last end goes on"),
            Self::VisitEnded => ("visit-ended", "A visit ended and was wiped"),
            Self::DraftLeft => ("draft-left", "Somebody left: the draft is kept for staff"),
            Self::DraftReopened => ("draft-reopened", "Staff opened a draft that was left"),
            Self::DraftResumed => ("draft-resumed", "The words of a code opened a draft"),
            Self::CodeWrong => ("code-wrong", "The words of a code opened nothing"),
            Self::RequestFiled => ("request-filed", "A request has its number"),
            Self::RequestDelivered => ("request-delivered", "The city has a request"),
            Self::DeliveryFailed => ("delivery-failed", "An attempt failed and will be repeated"),
            Self::DeliveryUncertain => {
                ("delivery-uncertain", "Staff decide: the city may have a request")
            }
            Self::DeliveryRefused => {
                ("delivery-refused", "Staff decide: the city refused a request")
            }
            Self::OpinionKept => ("opinion-kept", "An opinion was given"),
            Self::AttendantCalled => ("attendant-called", "Somebody asked for an attendant"),
            Self::PrinterChanged => ("printer-changed", "The printer's state changed"),
            Self::VoiceChanged => ("voice-changed", "The voice's state changed"),
            Self::HubChanged => ("hub-changed", "The city's server came or went"),
            Self::DiskChanged => ("disk-changed", "Free room on the disk changed"),
            Self::CommitFailed => {
                ("commit-failed", "Something could not be kept: look at the disk")
            }
            Self::StoreTrouble => ("store-trouble", "The store could not be read or written"),
            Self::ClipUnreadable => {
                ("clip-unreadable", "A clip in sign language could not be shown: run acolhe check")
            }
            Self::LessonsUnread => ("lessons-unread", "Nothing is taught: run acolhe check"),
            Self::LessonStale => {
                ("lesson-stale", "A lesson is not taught until somebody looks at its facts again")
            }
            Self::PackTaken => ("pack-taken", "A pack of lessons came, and was taken"),
            Self::PackRefused => {
                ("pack-refused", "A pack of lessons is not taught: run acolhe lesson packs")
            }
            Self::ClockDoubted => ("clock-doubted", "The clock is wrong: set it"),
            Self::Panicked => ("panicked", "The program failed and restarts"),
        }
    }
}

/// One line: the event's id and a few machine words about it.
pub fn log(event: Event, details: &[(&str, &str)]) {
    let told: Vec<String> = details.iter().map(|(name, value)| format!("{name}={value}")).collect();
    let told = told.join(" ");
    match event {
        Event::CommitFailed | Event::StoreTrouble | Event::Panicked => {
            tracing::error!(id = event.id(), "{told}");
        }
        Event::DeliveryUncertain
        | Event::DeliveryRefused
        | Event::ClipUnreadable
        | Event::LessonsUnread
        | Event::LessonStale
        | Event::PackRefused
        | Event::ClockDoubted => {
            tracing::warn!(id = event.id(), "{told}");
        }
        _ => tracing::info!(id = event.id(), "{told}"),
    }
}

#[cfg(test)]
mod tests {
    use super::Event;

    #[test]
    fn the_manual_lists_every_event() {
        let manual = include_str!("../../docs/log-events.md");
        for event in Event::ALL {
            let row = format!("| `{}` | {} |", event.id(), event.meaning());
            assert!(manual.contains(&row), "docs/log-events.md lacks the row {row}");
        }
    }
}
