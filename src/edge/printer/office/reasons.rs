//! What a queue says of itself, as the state of a printer.

use super::ipp::Answer;
use crate::domain::devices::PrinterState;

/// The attributes that are asked for.
pub(super) const ATTRIBUTES: [&str; 7] = [
    "printer-state",
    "printer-state-reasons",
    "printer-is-accepting-jobs",
    "printer-state-change-time",
    "printer-up-time",
    "queued-job-count",
    "device-uri",
];

/// Values of `printer-state`.
const IDLE: i32 = 3;
const STOPPED: i32 = 5;

/// After how many seconds without a job it is no longer believed that paper is out or a cover
/// open. CUPS hears of its printer during jobs only: somebody may have mended it since, and without
/// another job nobody would ever know.
const STALE: i32 = 300;

/// The state of a queue, beside what its printer says when that was asked itself.
pub(super) fn state(queue: &Answer, printer: Option<&Answer>) -> PrinterState {
    match printer.map(told) {
        None => told(queue),
        Some(state) if is_open(queue) => state,
        // Only CUPS knows that its queue is closed; what is the matter, the printer may know.
        Some(state) if state.can_print() => PrinterState::Fault,
        Some(state) => state,
    }
}

/// Whether a queue takes jobs and hands them on.
fn is_open(answer: &Answer) -> bool {
    answer.number("printer-state") != Some(STOPPED)
        && answer.is("printer-is-accepting-jobs").unwrap_or(true)
}

fn told(answer: &Answer) -> PrinterState {
    let reasons = || answer.all("printer-state-reasons").filter_map(meaning);
    // Off is off: whether it has paper is not known then.
    let told = [
        PrinterState::Silent,
        PrinterState::CoverOpen,
        PrinterState::NoPaper,
        PrinterState::Fault,
        PrinterState::NearEnd,
    ]
    .into_iter()
    .find(|state| reasons().any(|reason| reason == *state));
    match told {
        None | Some(PrinterState::NearEnd) if !is_open(answer) => PrinterState::Fault,
        Some(state) if !state.can_print() && is_open(answer) && is_stale(answer) => {
            PrinterState::NearEnd
        }
        Some(state) => state,
        None => PrinterState::Ready,
    }
}

/// Whether what an idle queue tells is of long ago.
fn is_stale(answer: &Answer) -> bool {
    let idle = answer.number("printer-state") == Some(IDLE);
    let since = answer.number("printer-state-change-time");
    let now = answer.number("printer-up-time");
    idle && since.zip(now).is_some_and(|(since, now)| now.saturating_sub(since) > STALE)
}

/// What a keyword of `printer-state-reasons` means for whoever wants a slip; `None` when nothing.
fn meaning(reason: &str) -> Option<PrinterState> {
    let (what, severity) = ["-report", "-warning", "-error"]
        .iter()
        .find_map(|severity| Some((reason.strip_suffix(severity)?, *severity)))
        // Without a severity it is an error, unless it is only how CUPS is getting on.
        .unwrap_or((reason, if reason.starts_with("cups-") { "-report" } else { "-error" }));
    match what {
        // Whatever the severity: drivers tell the same things as reports and as errors.
        "media-empty" | "media-needed" | "input-tray-missing" => Some(PrinterState::NoPaper),
        "cover-open" | "door-open" | "interlock-open" => Some(PrinterState::CoverOpen),
        "offline" | "connecting-to-device" | "timed-out" | "shutdown" => Some(PrinterState::Silent),
        "media-low" | "marker-supply-low" | "toner-low" => Some(PrinterState::NearEnd),
        // A refilled cartridge is told as empty for the rest of its days, as a warning.
        "marker-supply-empty" | "toner-empty" if severity != "-error" => {
            Some(PrinterState::NearEnd)
        }
        "none" => None,
        _ => (severity == "-error").then_some(PrinterState::Fault),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(state: u8, accepts: u8, reasons: &[&str], age: u32) -> Answer {
        let mut bytes = vec![1, 1, 0, 0, 0, 0, 0, 1, 4];
        let mut put = |tag: u8, name: &str, value: &[u8]| {
            bytes.push(tag);
            for part in [name.as_bytes(), value] {
                bytes.extend(u16::try_from(part.len()).unwrap().to_be_bytes());
                bytes.extend(part);
            }
        };
        put(0x23, "printer-state", &[0, 0, 0, state]);
        put(0x22, "printer-is-accepting-jobs", &[accepts]);
        put(0x21, "printer-state-change-time", &1_000_u32.to_be_bytes());
        put(0x21, "printer-up-time", &(1_000 + age).to_be_bytes());
        for reason in reasons {
            put(0x44, "printer-state-reasons", reason.as_bytes());
        }
        bytes.push(3);
        Answer::read(&bytes).unwrap()
    }

    #[test]
    fn every_reason_becomes_a_state() {
        for (reasons, expected) in [
            (["none", "none"], PrinterState::Ready),
            (["media-low-report", "none"], PrinterState::NearEnd),
            (["marker-supply-low-warning", "none"], PrinterState::NearEnd),
            (["toner-empty-warning", "none"], PrinterState::NearEnd),
            (["marker-supply-empty-error", "none"], PrinterState::Fault),
            (["media-empty", "marker-supply-low"], PrinterState::NoPaper),
            (["media-empty-warning", "cover-open-error"], PrinterState::CoverOpen),
            (["door-open-report", "none"], PrinterState::CoverOpen),
            (["media-jam-error", "media-low"], PrinterState::Fault),
            (["media-jam-warning", "media-low"], PrinterState::NearEnd),
            (["offline-report", "media-empty"], PrinterState::Silent),
            (["cups-insecure-filter-warning", "none"], PrinterState::Ready),
            (["cups-missing-filter-error", "none"], PrinterState::Fault),
            (["cups-waiting-for-job-completed", "none"], PrinterState::Ready),
            (["a-word-of-tomorrow-report", "none"], PrinterState::Ready),
        ] {
            assert_eq!(told(&answer(3, 1, &reasons, 0)), expected, "{reasons:?}");
        }
    }

    #[test]
    fn a_queue_that_is_stopped_or_closed_prints_nothing() {
        assert_eq!(told(&answer(5, 1, &["none"], 0)), PrinterState::Fault);
        assert_eq!(told(&answer(5, 1, &["paused"], 900)), PrinterState::Fault);
        assert_eq!(told(&answer(3, 0, &["none"], 0)), PrinterState::Fault);
        assert_eq!(told(&answer(5, 1, &["media-empty-error"], 900)), PrinterState::NoPaper);
        assert_eq!(told(&answer(5, 1, &["media-low"], 0)), PrinterState::Fault);
    }

    #[test]
    fn a_printer_that_is_asked_itself_knows_better_than_the_queue() {
        let (empty, full) = (["media-empty-error"], ["none"]);
        let both = |queue: &[&str], printer: &[&str]| {
            state(&answer(3, 1, queue, 0), Some(&answer(3, 1, printer, 0)))
        };
        assert_eq!(both(&empty, &full), PrinterState::Ready);
        assert_eq!(both(&full, &empty), PrinterState::NoPaper);
        let closed = answer(3, 0, &full, 0);
        assert_eq!(state(&closed, Some(&answer(3, 1, &full, 0))), PrinterState::Fault);
    }

    #[test]
    fn an_idle_queue_is_not_believed_for_ever_that_its_printer_has_no_paper() {
        let after = |seconds| told(&answer(3, 1, &["media-empty-warning"], seconds));
        assert_eq!([after(10), after(301)], [PrinterState::NoPaper, PrinterState::NearEnd]);
        assert_eq!(told(&answer(4, 1, &["media-empty-warning"], 301)), PrinterState::NoPaper);
    }
}
