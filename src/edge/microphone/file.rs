//! A WAV file that plays as if somebody spoke it: for tests, demonstrations and machines without
//! a microphone.

use std::path::{Path, PathBuf};
use std::time::Duration;

use hound::{SampleFormat, WavReader};
use zeroize::Zeroizing;

use super::{Device, Playing, Rate, Sound, Source};
use crate::domain::note::NoteTrouble;
use crate::edge::clock::Deadline;
use crate::wire::note::RATE;

/// A file in a microphone's place. All of it is heard at once, and nothing is ever played.
#[derive(Debug)]
pub struct FileDevice(PathBuf);

impl FileDevice {
    /// The file of a path, there or not.
    #[must_use]
    pub fn new(path: PathBuf) -> Self {
        Self(path)
    }
}

impl Device for FileDevice {
    fn is_there(&mut self) -> bool {
        self.0.is_file()
    }

    fn listen(&mut self) -> Result<Box<dyn Source>, NoteTrouble> {
        match read(&self.0) {
            Ok(samples) => Ok(Box::new(Spoken(Some(samples)))),
            Err(error) => {
                tracing::warn!(%error, "The microphone's file is no WAV file that can be read");
                Err(NoteTrouble::NoMicrophone)
            }
        }
    }

    fn play(&mut self, _: Zeroizing<Vec<i16>>) -> Option<Box<dyn Playing>> {
        None
    }
}

struct Spoken(Option<Zeroizing<Vec<i16>>>);

impl Source for Spoken {
    fn next(&mut self, patience: Duration) -> Sound {
        if let Some(samples) = self.0.take() {
            return Sound::Samples(samples);
        }
        // As long as a microphone in a quiet room.
        let quiet = Deadline::after(patience);
        while !quiet.left().is_zero() {
            std::thread::park_timeout(quiet.left());
        }
        Sound::Nothing
    }
}

/// The samples of a file of any rate, as one channel.
fn read(path: &Path) -> Result<Zeroizing<Vec<i16>>, hound::Error> {
    let mut reader = WavReader::open(path)?;
    let spec = reader.spec();
    let samples: Vec<i16> = match spec.sample_format {
        SampleFormat::Int => {
            let (down, up) = (
                spec.bits_per_sample.saturating_sub(16),
                16_u16.saturating_sub(spec.bits_per_sample),
            );
            let sixteen = |sample: i32| i16::try_from((sample >> down) << up).unwrap_or_default();
            reader.samples::<i32>().map(|it| it.map(sixteen)).collect::<Result<_, _>>()?
        }
        SampleFormat::Float => {
            #[expect(clippy::cast_possible_truncation, reason = "it saturates, as it should")]
            let sixteen = |sample: f32| (sample * f32::from(i16::MAX)) as i16;
            reader.samples::<f32>().map(|it| it.map(sixteen)).collect::<Result<_, _>>()?
        }
    };
    let mono = mean_of_channels(&samples, usize::from(spec.channels));
    Ok(Rate::new(spec.sample_rate, RATE).convert(&mono))
}

/// Samples of several channels as one.
pub(super) fn mean_of_channels(samples: &[i16], channels: usize) -> Zeroizing<Vec<i16>> {
    let count = i32::try_from(channels).unwrap_or(1).max(1);
    let mean = |frame: &[i16]| frame.iter().map(|sample| i32::from(*sample)).sum::<i32>() / count;
    let frames = samples.chunks(channels.max(1));
    Zeroizing::new(frames.map(|frame| i16::try_from(mean(frame)).unwrap_or_default()).collect())
}
