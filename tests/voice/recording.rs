//! What comes out of the loudspeaker.

use std::io::Read;
use std::process::Child;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use super::lab::{Lab, PATIENCE};

/// Samples a second.
const RATE: u32 = 24_000;

/// Samples that are no silence.
const LOUD: u16 = 40;

/// A recording under way; its length is the clock of a test.
pub(super) struct Recording {
    recorder: Child,
    chunks: Receiver<Vec<i16>>,
    samples: Vec<i16>,
}

/// A part of a recording, from its first sound to its last.
pub(super) struct Sound(Vec<i16>);

impl Recording {
    pub(super) fn start(lab: &Lab) -> Self {
        let mut recorder = lab.record();
        let mut output = recorder.stdout.take().unwrap();
        let (sender, chunks) = channel();
        std::thread::spawn(move || {
            let mut half = None;
            let mut bytes = [0; 4096];
            while let Ok(read @ 1..) = output.read(&mut bytes) {
                let whole: Vec<u8> =
                    half.take().into_iter().chain(bytes[..read].to_vec()).collect();
                let (pairs, rest) = whole.as_chunks();
                half = rest.first().copied();
                if sender
                    .send(pairs.iter().map(|pair| i16::from_le_bytes(*pair)).collect())
                    .is_err()
                {
                    return;
                }
            }
        });
        let mut recording = Self { recorder, chunks, samples: Vec::new() };
        recording.listen(Duration::from_millis(50));
        recording
    }

    /// Listens for so long.
    pub(super) fn listen(&mut self, time: Duration) {
        let end = self.now() + place(time);
        while self.samples.len() < end {
            self.hear_more();
        }
    }

    /// Listens until something is heard that is not older than a place.
    pub(super) fn listen_for_sound(&mut self, from: usize) {
        while self.samples.len() <= from || self.sound(from).0.is_empty() {
            self.hear_more();
        }
    }

    fn hear_more(&mut self) {
        let chunk = self.chunks.recv_timeout(PATIENCE).expect("the recorder runs");
        self.samples.extend(chunk);
    }

    /// The place that is being recorded.
    pub(super) fn now(&mut self) -> usize {
        self.samples.extend(self.chunks.try_iter().flatten());
        self.samples.len()
    }

    /// What was heard from a place on.
    pub(super) fn sound(&self, from: usize) -> Sound {
        let samples = &self.samples[from..];
        let is_loud = |sample: &i16| sample.unsigned_abs() > LOUD;
        let first = samples.iter().position(is_loud).unwrap_or_default();
        let end = samples.iter().rposition(is_loud).map_or(first, |last| last + 1);
        Sound(samples[first..end].to_vec())
    }

    /// How long after a place something was heard for the last time.
    pub(super) fn last_sound(&self, from: usize) -> Duration {
        let samples = &self.samples[from..];
        let last = samples.iter().rposition(|sample| sample.unsigned_abs() > LOUD);
        duration(last.map_or(0, |last| last + 1))
    }
}

impl Drop for Recording {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.recorder.kill();
        let _ = self.recorder.wait();
    }
}

impl Sound {
    pub(super) fn duration(&self) -> Duration {
        duration(self.0.len())
    }

    /// Root mean square, of 32 768.
    pub(super) fn loudness(&self) -> f64 {
        let sum: f64 = self.0.iter().map(|&sample| f64::from(sample).powi(2)).sum();
        let count = u32::try_from(self.0.len()).unwrap().max(1);
        (sum / f64::from(count)).sqrt()
    }

    /// How high the voice is, in hertz: the median of its voiced moments.
    pub(super) fn pitch(&self) -> f64 {
        let mut pitches: Vec<f64> =
            self.0.windows(FRAME).step_by(FRAME / 2).filter_map(pitch).collect();
        assert!(pitches.len() > 5, "there are only {} voiced moments", pitches.len());
        pitches.sort_by(f64::total_cmp);
        pitches[pitches.len() / 2]
    }
}

/// Samples of a moment: three periods of the lowest voice.
const FRAME: usize = 900;
/// Periods of a voice in samples: 300 to 80 hertz.
const PERIODS: std::ops::RangeInclusive<usize> = 80..=300;

/// How high a moment is, by autocorrelation; `None` when it is a hiss or silence.
fn pitch(moment: &[i16]) -> Option<f64> {
    let samples: Vec<f64> = moment.iter().map(|&sample| f64::from(sample)).collect();
    let likeness = |period: usize| {
        let (one, other) = (&samples[..samples.len() - period], &samples[period..]);
        let product: f64 = one.iter().zip(other).map(|(one, other)| one * other).sum();
        let power = |part: &[f64]| part.iter().map(|sample| sample * sample).sum::<f64>();
        let powers = (power(one) * power(other)).sqrt();
        if powers < 1e6 { 0.0 } else { product / powers }
    };
    let likenesses: Vec<f64> = PERIODS.map(likeness).collect();
    let best = likenesses.iter().copied().fold(0.0, f64::max);
    // Two periods are as like as one: the shortest counts.
    let period = PERIODS.zip(&likenesses).find(|(_, likeness)| **likeness > best * 0.95)?.0;
    (best > 0.7).then(|| f64::from(RATE) / f64::from(u32::try_from(period).unwrap()))
}

fn duration(samples: usize) -> Duration {
    Duration::from_secs(1) * u32::try_from(samples).unwrap() / RATE
}

fn place(time: Duration) -> usize {
    usize::try_from(time.as_millis() * u128::from(RATE) / 1000).unwrap()
}
