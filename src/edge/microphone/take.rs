//! One recording in the making: bounded, measured, and overwritten when it is dropped.

use std::time::Duration;

use zeroize::Zeroizing;

use crate::domain::note::{LONGEST, Note, NoteTrouble};
use crate::wire::note::{RATE, encode, whole_seconds};

use super::{Recorded, Sound, Source};

/// Samples of one level: a tenth of a second.
const WINDOW: usize = RATE as usize / 10;

/// The least that is worth keeping: a third of a second.
const LEAST: usize = RATE as usize / 3;

/// Below this no tenth of a second was anybody speaking, in decibels of full scale: a microphone
/// that is switched off hisses below it, a whisper is above it.
const SILENCE: f64 = -55.0;

/// Levels run from here to [`LOUD`], in decibels of full scale.
const QUIET: f64 = -60.0;
const LOUD: f64 = -10.0;

/// What was said so far.
pub struct Take {
    samples: Zeroizing<Vec<i16>>,
    measured: usize,
    loudest: f64,
}

impl std::fmt::Debug for Take {
    /// Without what was said.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Take({} samples)", self.samples.len())
    }
}

impl Default for Take {
    fn default() -> Self {
        // All of it at once: what grows leaves copies behind.
        let samples = Zeroizing::new(Vec::with_capacity(longest()));
        Self { samples, measured: 0, loudest: f64::NEG_INFINITY }
    }
}

/// Samples of the longest note.
fn longest() -> usize {
    usize::try_from(LONGEST.as_secs()).unwrap_or_default() * RATE as usize
}

impl Take {
    /// Takes in what was heard, as much as has room; tells how loud each tenth of a second was.
    pub fn hear(&mut self, samples: &[i16]) -> Vec<u8> {
        let room = longest() - self.samples.len();
        self.samples.extend_from_slice(samples.get(..room).unwrap_or(samples));
        let mut levels = Vec::new();
        while let Some(window) = self.samples.get(self.measured..self.measured + WINDOW) {
            let decibels = decibels(window);
            self.loudest = self.loudest.max(decibels);
            self.measured += WINDOW;
            levels.push(level(decibels));
        }
        levels
    }

    /// Whether it is as long as a note may be.
    #[must_use]
    pub fn is_full(&self) -> bool {
        self.samples.len() >= longest()
    }

    /// The note; `cut` where the microphone failed before the person had ended.
    ///
    /// # Errors
    /// Nobody spoke, or nothing was heard before it failed.
    pub fn end(self, cut: bool) -> Result<Recorded, NoteTrouble> {
        if cut && self.samples.len() < LEAST {
            return Err(NoteTrouble::Lost);
        }
        if self.samples.len() < LEAST || self.loudest < SILENCE {
            return Err(NoteTrouble::Silence);
        }
        let note = Note { seconds: whole_seconds(self.samples.len()), cut };
        Ok(Recorded { note, sound: encode(&self.samples) })
    }
}

/// How loud a time is at its loudest, in decibels of full scale: minus infinity for perfect
/// silence, `None` where nothing ever comes. Nothing of it is kept.
pub fn loudness(source: &mut dyn Source, time: Duration) -> Option<f64> {
    let enough = usize::try_from(time.as_secs()).unwrap_or_default() * RATE as usize;
    let mut heard = 0;
    let mut loudest: Option<f64> = None;
    while heard < enough {
        // A microphone gives samples in a quiet room, too.
        let Sound::Samples(samples) = source.next(time) else { break };
        heard += samples.len();
        let loud = decibels(&samples);
        loudest = Some(loudest.map_or(loud, |before| before.max(loud)));
    }
    loudest
}

/// How loud some samples are, in decibels of full scale; minus infinity for perfect silence.
fn decibels(samples: &[i16]) -> f64 {
    let sum: f64 = samples.iter().map(|sample| f64::from(*sample).powi(2)).sum();
    let count = u32::try_from(samples.len()).unwrap_or(u32::MAX).max(1);
    10.0 * (sum / f64::from(count) / f64::from(i16::MAX).powi(2)).log10()
}

/// From 0 to 100.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 to 100")]
fn level(decibels: f64) -> u8 {
    let share = (decibels - QUIET) / (LOUD - QUIET);
    (100.0 * share.clamp(0.0, 1.0)).round() as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Something that swings as far as `height`, for so many seconds.
    fn swing(height: i16, seconds: usize) -> Vec<i16> {
        (0..seconds * RATE as usize).map(|at| if at % 50 < 25 { height } else { -height }).collect()
    }

    #[test]
    fn it_ends_at_ninety_seconds_and_tells_ten_levels_a_second() {
        let mut take = Take::default();
        let levels = take.hear(&swing(3_000, 10));
        assert_eq!(levels.len(), 100);
        assert!(levels.iter().all(|level| (70..90).contains(level)), "{levels:?}");
        assert!(!take.is_full());
        take.hear(&swing(3_000, 100));
        assert!(take.is_full());
        let end = take.end(false).unwrap();
        assert_eq!(end.note, Note { seconds: 90, cut: false });
    }

    #[test]
    fn what_nobody_said_is_no_note() {
        for (height, samples) in [(20, 80_000), (3_000, 3_000), (0, 0)] {
            let mut take = Take::default();
            take.hear(&swing(height, 5)[..samples]);
            assert_eq!(take.end(false).err(), Some(NoteTrouble::Silence));
        }
    }

    #[test]
    fn what_was_said_before_the_microphone_failed_is_kept() {
        let mut take = Take::default();
        take.hear(&swing(3_000, 7));
        assert_eq!(take.end(true).unwrap().note, Note { seconds: 7, cut: true });
        assert_eq!(Take::default().end(true).err(), Some(NoteTrouble::Lost));
    }
}
