//! Key strokes in, lines of text out.

use std::fmt;
use std::time::Duration;

use zeroize::{Zeroize, Zeroizing};

use super::keys::{self, Modifiers};
use super::{Motion, Stroke};

/// How long nothing is typed once a scan is over. A scanner types a key every few milliseconds.
pub const SILENCE: Duration = Duration::from_millis(100);

/// The most characters of a scan.
pub const LONGEST: usize = 512;

/// What was typed up to Enter, Tab or silence.
#[derive(Clone, PartialEq, Eq)]
pub enum Scan {
    /// All of it.
    Whole(Zeroizing<String>),
    /// Too long, or a part of it was lost; nothing of it is kept.
    Spoilt,
}

impl fmt::Debug for Scan {
    /// Without what was scanned.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Whole(_) => "Whole(…)",
            Self::Spoilt => "Spoilt",
        })
    }
}

/// What is being typed.
pub struct Decoder {
    text: String,
    spoilt: bool,
    modifiers: Modifiers,
    last: Option<Duration>,
}

impl fmt::Debug for Decoder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Decoder")
    }
}

impl Default for Decoder {
    fn default() -> Self {
        Self { text: empty(), spoilt: false, modifiers: Modifiers::default(), last: None }
    }
}

impl Drop for Decoder {
    fn drop(&mut self) {
        self.text.zeroize();
    }
}

/// Never grows, so no copy of what was scanned is left behind.
fn empty() -> String {
    String::with_capacity(LONGEST)
}

impl Decoder {
    /// Takes a stroke in. Gives the scan that it ends, or that ended before it in silence.
    pub fn stroke(&mut self, stroke: Stroke) -> Option<Scan> {
        let pause = self.last.map_or(Duration::ZERO, |last| stroke.at.saturating_sub(last));
        let before = if pause >= SILENCE { self.silence() } else { None };
        self.last = Some(stroke.at);

        if self.modifiers.take(stroke.key, stroke.motion != Motion::Up) {
            return before;
        }
        // A key that the machine repeats was lost on its way up: a scanner holds none.
        if stroke.motion != Motion::Down {
            return before;
        }
        if keys::ends(stroke.key) {
            return before.or_else(|| self.end());
        }
        if !self.modifiers.command()
            && let Some(character) = keys::typed(stroke.key, self.modifiers.shift())
        {
            self.push(character);
        }
        before
    }

    /// Nothing was typed for as long as [`SILENCE`]. Gives the scan that ends.
    pub fn silence(&mut self) -> Option<Scan> {
        // The way up of a shift key may have been lost; no scanner holds one that long.
        self.modifiers = Modifiers::default();
        self.end()
    }

    /// Strokes were lost: what is being scanned is not whole.
    pub fn lost(&mut self) {
        self.text.zeroize();
        self.spoilt = true;
        self.modifiers = Modifiers::default();
    }

    fn push(&mut self, character: char) {
        if self.spoilt {
            return;
        }
        if self.text.len() < LONGEST {
            self.text.push(character);
        } else {
            self.text.zeroize();
            self.spoilt = true;
        }
    }

    fn end(&mut self) -> Option<Scan> {
        if std::mem::take(&mut self.spoilt) {
            return Some(Scan::Spoilt);
        }
        if self.text.is_empty() {
            return None;
        }
        Some(Scan::Whole(Zeroizing::new(std::mem::replace(&mut self.text, empty()))))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const A: u16 = 30;
    const ENTER: u16 = 28;
    const SHIFT: u16 = 42;
    const CONTROL: u16 = 29;

    fn stroke(key: u16, motion: Motion, milliseconds: u64) -> Stroke {
        Stroke { key, motion, at: Duration::from_millis(milliseconds) }
    }

    fn down(key: u16, milliseconds: u64) -> Stroke {
        stroke(key, Motion::Down, milliseconds)
    }

    fn whole(text: &str) -> Scan {
        Scan::Whole(Zeroizing::new(text.to_owned()))
    }

    #[test]
    fn a_key_after_silence_gives_what_stood_before_it() {
        let mut decoder = Decoder::default();
        assert_eq!(decoder.stroke(down(A, 1_000)), None);
        assert_eq!(decoder.stroke(down(A, 1_099)), None);
        assert_eq!(decoder.stroke(down(A, 1_199)), Some(whole("aa")));
        assert_eq!(decoder.silence(), Some(whole("a")));
        assert_eq!(decoder.silence(), None);
    }

    #[test]
    fn enter_after_silence_gives_one_scan_and_an_empty_one_is_none() {
        let mut decoder = Decoder::default();
        assert_eq!(decoder.stroke(down(ENTER, 0)), None);
        assert_eq!(decoder.stroke(down(A, 10)), None);
        assert_eq!(decoder.stroke(down(ENTER, 500)), Some(whole("a")));
        assert_eq!(decoder.stroke(down(ENTER, 501)), None);
    }

    #[test]
    fn a_shift_that_never_came_up_is_forgotten_in_silence() {
        let mut decoder = Decoder::default();
        assert_eq!(decoder.stroke(down(SHIFT, 0)), None);
        assert_eq!(decoder.stroke(down(A, 1)), None);
        assert_eq!(decoder.silence(), Some(whole("A")));
        assert_eq!(decoder.stroke(down(A, 900)), None);
        assert_eq!(decoder.silence(), Some(whole("a")));
    }

    #[test]
    fn one_shift_coming_up_leaves_the_other_down() {
        let mut decoder = Decoder::default();
        for moved in [down(SHIFT, 0), down(54, 1), stroke(SHIFT, Motion::Up, 2), down(A, 3)] {
            assert_eq!(decoder.stroke(moved), None);
        }
        assert_eq!(decoder.silence(), Some(whole("A")));
    }

    #[test]
    fn orders_and_repeats_type_nothing() {
        let mut decoder = Decoder::default();
        for moved in [
            down(CONTROL, 0),
            down(A, 1),
            stroke(CONTROL, Motion::Up, 2),
            down(A, 3),
            stroke(A, Motion::Held, 4),
            stroke(A, Motion::Up, 5),
            down(1, 6),
        ] {
            assert_eq!(decoder.stroke(moved), None);
        }
        assert_eq!(decoder.stroke(down(ENTER, 7)), Some(whole("a")));
    }

    #[test]
    fn the_longest_scan_is_whole_and_a_longer_one_is_spoilt_to_its_end() {
        let mut decoder = Decoder::default();
        for longer in [0, 1, 9 * LONGEST] {
            for place in 0..LONGEST + longer {
                assert_eq!(decoder.stroke(down(A, place as u64)), None);
            }
            let expected = if longer == 0 { whole(&"a".repeat(LONGEST)) } else { Scan::Spoilt };
            assert_eq!(decoder.silence(), Some(expected));
        }
        assert_eq!(decoder.stroke(down(A, 9_000)), None);
        assert_eq!(decoder.silence(), Some(whole("a")));
    }

    #[test]
    fn lost_strokes_spoil_one_scan_and_not_the_next() {
        let mut decoder = Decoder::default();
        assert_eq!(decoder.stroke(down(A, 0)), None);
        decoder.lost();
        assert_eq!(decoder.stroke(down(A, 1)), None);
        assert_eq!(decoder.stroke(down(ENTER, 2)), Some(Scan::Spoilt));
        assert_eq!(decoder.stroke(down(A, 3)), None);
        assert_eq!(decoder.stroke(down(ENTER, 4)), Some(whole("a")));
    }

    #[test]
    fn a_clock_that_is_put_back_splits_nothing() {
        let mut decoder = Decoder::default();
        assert_eq!(decoder.stroke(down(A, 3_600_000)), None);
        assert_eq!(decoder.stroke(down(A, 5)), None);
        assert_eq!(decoder.stroke(down(ENTER, 10)), Some(whole("aa")));
    }
}
