//! A recorded scanner, in the lines that `evemu-record` writes.

use std::collections::VecDeque;
use std::fmt;
use std::time::Duration;

use super::{Heard, Source, heard};

/// What a device once told, told again without waiting. It is gone after its last line, as a
/// device is that somebody unplugs.
pub struct Recording {
    events: VecDeque<(Duration, Option<Heard>)>,
    now: Duration,
}

impl fmt::Debug for Recording {
    /// Without what was scanned.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Recording({} events)", self.events.len())
    }
}

/// A line of a recording cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("Line {0} is no event: write E: SECONDS.MICROSECONDS TYPE CODE VALUE")]
pub struct NotARecording(pub usize);

impl Recording {
    /// Reads a recording. Only lines that begin with `E:` are events; others describe the device.
    ///
    /// # Errors
    ///
    /// The first line that begins with `E:` and is no event.
    pub fn read(text: &str) -> Result<Self, NotARecording> {
        let events = events(text)?.into_iter();
        let events: VecDeque<_> =
            events.map(|(at, kind, code, value)| (at, heard(kind, code, value, at))).collect();
        let now = events.front().map_or(Duration::ZERO, |(at, _)| *at);
        Ok(Self { events, now })
    }
}

/// When, of which kind, of what, and how far: an event of the kernel.
type Event = (Duration, u16, u16, i32);

/// The events of a recording.
pub(in crate::edge) fn events(text: &str) -> Result<Vec<Event>, NotARecording> {
    let lines = text.lines().enumerate();
    let told = lines.filter_map(|(number, line)| Some((number, line.strip_prefix("E:")?)));
    told.map(|(number, told)| {
        let told = told.split('#').next().unwrap_or_default();
        event(told).ok_or(NotARecording(number + 1))
    })
    .collect()
}

fn event(line: &str) -> Option<Event> {
    let mut words = line.split_whitespace();
    let (seconds, micros) = words.next()?.split_once('.')?;
    let micros = (micros.len() == 6).then(|| micros.parse().ok())??;
    let at =
        Duration::from_secs(seconds.parse().ok()?).checked_add(Duration::from_micros(micros))?;
    let kind = u16::from_str_radix(words.next()?, 16).ok()?;
    let code = u16::from_str_radix(words.next()?, 16).ok()?;
    let value = words.next()?.parse().ok()?;
    words.next().is_none().then_some((at, kind, code, value))
}

impl Source for Recording {
    fn is_ours_alone(&self) -> bool {
        true
    }

    fn next(&mut self, patience: Duration) -> Heard {
        let until = self.now.saturating_add(patience);
        while let Some((at, _)) = self.events.front() {
            if *at > until {
                self.now = until;
                return Heard::Silence;
            }
            self.now = self.now.max(*at);
            if let Some((_, Some(heard))) = self.events.pop_front() {
                return heard;
            }
        }
        Heard::Gone
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_are_no_events_are_passed_over_or_told() {
        assert!(
            Recording::read("# EVEMU 1.3\nN: Scanner\n\nE: 0.000001 0001 001e 1\t# A\n").is_ok()
        );
        for wrong in [
            "E:",
            "E: 1",
            "E: 1.5 0001 001e 1",
            "E: 1.000000 0001 001e",
            "E: 1.000000 0001 001e 1 1",
            "E: 1.000000 0001 zz 1",
            "E: -1.000000 0001 001e 1",
            "E: 18446744073709551615.999999 0001 001e 99999999999",
        ] {
            let text = format!("N: Scanner\n{wrong}");
            assert_eq!(Recording::read(&text).unwrap_err(), NotARecording(2), "{wrong}");
        }
    }

    #[test]
    fn its_pauses_are_silence_and_its_end_is_the_end() {
        let text = "E: 5.000000 0001 001e 1\nE: 5.250000 0000 0000 0\nE: 5.260000 0001 001e 0";
        let mut recording = Recording::read(text).unwrap();
        let patience = Duration::from_millis(100);
        let told: Vec<_> = (0..6).map(|_| recording.next(patience)).collect();
        assert!(matches!(told[0], Heard::Stroke(_)));
        assert_eq!(told[1..3], [Heard::Silence, Heard::Silence]);
        assert!(matches!(told[3], Heard::Stroke(_)));
        assert_eq!(told[4..], [Heard::Gone, Heard::Gone]);
    }
}
