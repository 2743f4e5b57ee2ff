//! What a source tells, made into reports.

use std::time::Duration;

use super::{Decoder, Grammar, Heard, Scan, ScannerReport};

/// Reads receipts out of what a source tells.
#[derive(Debug)]
pub struct Reader {
    decoder: Decoder,
    grammar: Grammar,
    /// One each: a device that types rubbish leaves receipts their turn.
    scanned: Pace,
    refused: Pace,
    now: Duration,
}

impl Reader {
    /// Reads what this grammar accepts.
    #[must_use]
    pub fn new(grammar: Grammar) -> Self {
        Self {
            decoder: Decoder::default(),
            grammar,
            scanned: Pace::default(),
            refused: Pace::default(),
            now: Duration::ZERO,
        }
    }

    /// Takes in what a source tells. Gives what was scanned, if that ended a scan.
    pub fn hear(&mut self, heard: Heard) -> Option<ScannerReport> {
        let scan = match heard {
            Heard::Stroke(stroke) => {
                let scan = self.decoder.stroke(stroke);
                self.now = stroke.at;
                scan
            }
            Heard::Silence => self.decoder.silence(),
            Heard::Lost => {
                self.decoder.lost();
                None
            }
            // Half a scan is nobody's any more: it is not joined to what comes later.
            Heard::Gone => {
                self.decoder = Decoder::default();
                None
            }
        }?;
        let scanned = match scan {
            Scan::Whole(text) => self.grammar.read(&text),
            Scan::Spoilt => None,
        };
        match scanned {
            Some(scanned) => {
                self.scanned.allows(self.now).then_some(ScannerReport::Scanned(scanned))
            }
            None => self.refused.allows(self.now).then_some(ScannerReport::Refused),
        }
    }
}

/// As many scans as hands can make: what types faster is broken or hostile, and would keep the
/// station busy.
#[derive(Debug, Default)]
struct Pace {
    /// When all of the burst may be used again.
    full_again: Duration,
}

impl Pace {
    const EVERY: Duration = Duration::from_millis(500);
    const BURST: u32 = 4;

    fn allows(&mut self, now: Duration) -> bool {
        let mut used = self.full_again.saturating_sub(now);
        if used > Self::EVERY * Self::BURST {
            // It never gets that far ahead: the clock was put back.
            used = Duration::ZERO;
        }
        if used > Self::EVERY * (Self::BURST - 1) {
            return false;
        }
        self.full_again = now.saturating_add(used).saturating_add(Self::EVERY);
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn allowed(pace: &mut Pace, seconds: impl IntoIterator<Item = f64>) -> usize {
        seconds.into_iter().filter(|at| pace.allows(Duration::from_secs_f64(*at))).count()
    }

    #[test]
    fn a_burst_passes_and_then_two_a_second() {
        let mut pace = Pace::default();
        assert_eq!(allowed(&mut pace, [100.0; 1_000]), 4);
        assert_eq!(allowed(&mut pace, (1..=1_000).map(|step| 100.0 + f64::from(step) / 100.0)), 20);
        assert_eq!(allowed(&mut pace, [200.0; 1_000]), 4);
    }

    #[test]
    fn a_clock_that_is_put_back_stops_nothing() {
        let mut pace = Pace::default();
        assert_eq!(allowed(&mut pace, [3_600.0; 9]), 4);
        assert_eq!(allowed(&mut pace, [5.0; 9]), 4);
        assert!(pace.allows(Duration::MAX));
        assert!(pace.allows(Duration::MAX));
    }
}
