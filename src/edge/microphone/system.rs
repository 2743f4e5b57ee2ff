//! The machine's default microphone and loudspeaker, through cpal: `PulseAudio` or `PipeWire`
//! where one runs, else bare ALSA.
//!
//! A sound server may hang: whatever asks one runs on a thread of its own, and is waited for only
//! so long.

use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Duration;

use cpal::traits::{DeviceTrait, HostTrait, StreamTrait};
use cpal::{
    ErrorKind, FromSample, Sample, SampleFormat, SizedSample, Stream, StreamConfig,
    SupportedStreamConfig, SupportedStreamConfigRange,
};
use zeroize::Zeroizing;

use super::file::mean_of_channels;
use super::{Device, Playing, Rate, Sound, Source};
use crate::domain::note::NoteTrouble;
use crate::edge::clock::Deadline;
use crate::wire::note::RATE;

/// The longest that a sound server may think.
const PATIENCE: Duration = Duration::from_secs(5);

/// A microphone that gives nothing for so long is gone: a quiet room gives samples all the same.
const GONE: Duration = Duration::from_secs(3);

/// From what is handed over to what is heard.
const LAG: Duration = Duration::from_secs(1);

/// The machine's own sound.
#[derive(Debug)]
pub struct SystemDevice;

impl Device for SystemDevice {
    fn is_there(&mut self) -> bool {
        within(|| input().is_some_and(|device| best_input(&device).is_some())).unwrap_or(false)
    }

    fn listen(&mut self) -> Result<Box<dyn Source>, NoteTrouble> {
        let opened = within(|| {
            let device = input().ok_or(NoteTrouble::NoMicrophone)?;
            let config = best_input(&device).ok_or(NoteTrouble::NoMicrophone)?;
            listen(&device, &config).map_err(|error| trouble(error.kind()))
        });
        match opened.unwrap_or(Err(NoteTrouble::Busy)) {
            Ok(microphone) => Ok(Box::new(microphone)),
            Err(trouble) => {
                tracing::warn!(?trouble, "The microphone does not listen");
                Err(trouble)
            }
        }
    }

    fn play(&mut self, samples: Zeroizing<Vec<i16>>) -> Option<Box<dyn Playing>> {
        let playing = within(move || play(&samples));
        let playing: Box<dyn Playing> = Box::new(playing??);
        Some(playing)
    }
}

/// Does something that may hang; `None` where it does.
fn within<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Option<T> {
    let (tell, told) = channel();
    let thread = thread::Builder::new().name("sound".to_owned()).spawn(move || {
        // Whoever asked may have lost patience: what was opened is closed again.
        let _ = tell.send(work());
    });
    thread.ok()?;
    told.recv_timeout(PATIENCE).ok()
}

fn trouble(kind: ErrorKind) -> NoteTrouble {
    match kind {
        ErrorKind::DeviceBusy | ErrorKind::ResourceExhausted => NoteTrouble::Busy,
        _ => NoteTrouble::NoMicrophone,
    }
}

fn input() -> Option<cpal::Device> {
    cpal::default_host().default_input_device()
}

fn best_input(device: &cpal::Device) -> Option<SupportedStreamConfig> {
    best(device.supported_input_configs().ok()?)
}

/// What is nearest to a note: its rate, 16 bits, one channel; in this order.
fn best(
    configs: impl Iterator<Item = SupportedStreamConfigRange>,
) -> Option<SupportedStreamConfig> {
    let known = configs.filter(|config| format_rank(config.sample_format()).is_some());
    let nearest = known.min_by_key(|config| {
        let near = RATE.clamp(config.min_sample_rate(), config.max_sample_rate());
        (near.abs_diff(RATE), format_rank(config.sample_format()), config.channels())
    })?;
    let near = RATE.clamp(nearest.min_sample_rate(), nearest.max_sample_rate());
    nearest.try_with_sample_rate(near)
}

fn format_rank(format: SampleFormat) -> Option<u8> {
    match format {
        SampleFormat::I16 => Some(0),
        SampleFormat::F32 => Some(1),
        SampleFormat::I32 => Some(2),
        SampleFormat::U8 => Some(3),
        _ => None,
    }
}

/// A microphone that listens.
struct Microphone {
    // Dropping it ends the stream.
    _stream: Stream,
    heard: Receiver<Option<Zeroizing<Vec<i16>>>>,
    rate: Rate,
    quiet: Deadline,
}

impl Source for Microphone {
    fn next(&mut self, patience: Duration) -> Sound {
        match self.heard.recv_timeout(patience) {
            Ok(Some(samples)) => {
                self.quiet = Deadline::after(GONE);
                Sound::Samples(self.rate.convert(&samples))
            }
            Err(RecvTimeoutError::Timeout) if !self.quiet.left().is_zero() => Sound::Nothing,
            _ => Sound::Gone,
        }
    }
}

fn listen(
    device: &cpal::Device,
    config: &SupportedStreamConfig,
) -> Result<Microphone, cpal::Error> {
    let (tell, heard) = channel();
    let stream = match config.sample_format() {
        SampleFormat::F32 => input_stream::<f32>(device, config.config(), tell)?,
        SampleFormat::I32 => input_stream::<i32>(device, config.config(), tell)?,
        SampleFormat::U8 => input_stream::<u8>(device, config.config(), tell)?,
        _ => input_stream::<i16>(device, config.config(), tell)?,
    };
    stream.play()?;
    let rate = Rate::new(config.sample_rate(), RATE);
    Ok(Microphone { _stream: stream, heard, rate, quiet: Deadline::after(GONE) })
}

fn input_stream<T: SizedSample>(
    device: &cpal::Device,
    config: StreamConfig,
    tell: Sender<Option<Zeroizing<Vec<i16>>>>,
) -> Result<Stream, cpal::Error>
where
    i16: FromSample<T>,
{
    let channels = usize::from(config.channels);
    let gone = tell.clone();
    device.build_input_stream(
        config,
        move |data: &[T], _: &_| {
            let samples = data.iter().map(|sample| i16::from_sample(*sample));
            let samples = Zeroizing::new(samples.collect::<Vec<_>>());
            // The recording has ended: nobody listens any more.
            let _ = tell.send(Some(mean_of_channels(&samples, channels)));
        },
        move |error| {
            if !is_harmless(error.kind()) {
                let _ = gone.send(None);
            }
        },
        Some(PATIENCE),
    )
}

/// What a stream survives.
fn is_harmless(kind: ErrorKind) -> bool {
    matches!(kind, ErrorKind::DeviceChanged | ErrorKind::Xrun | ErrorKind::RealtimeDenied)
}

/// A loudspeaker that plays.
struct Loudspeaker {
    // Dropping it ends the stream.
    _stream: Stream,
    failed: Receiver<()>,
    /// A sound server takes seconds of sound ahead: only time tells when they were heard.
    end: Deadline,
}

impl Playing for Loudspeaker {
    fn is_over(&mut self, patience: Duration) -> bool {
        let waited = self.failed.recv_timeout(patience.min(self.end.left()));
        waited != Err(RecvTimeoutError::Timeout) || self.end.left().is_zero()
    }
}

fn play(samples: &[i16]) -> Option<Loudspeaker> {
    let device = cpal::default_host().default_output_device()?;
    let config = best(device.supported_output_configs().ok()?)?;
    let lasts = Duration::from_secs(1) * u32::try_from(samples.len()).ok()? / RATE;
    let samples = Rate::new(RATE, config.sample_rate()).convert(samples);
    let (tell, failed) = channel();
    let stream = match config.sample_format() {
        SampleFormat::F32 => output_stream::<f32>(&device, config.config(), samples, tell),
        SampleFormat::I32 => output_stream::<i32>(&device, config.config(), samples, tell),
        SampleFormat::U8 => output_stream::<u8>(&device, config.config(), samples, tell),
        _ => output_stream::<i16>(&device, config.config(), samples, tell),
    };
    let stream =
        stream.inspect_err(|error| tracing::warn!(%error, "Nothing can be played")).ok()?;
    stream.play().ok()?;
    Some(Loudspeaker { _stream: stream, failed, end: Deadline::after(lasts + LAG) })
}

fn output_stream<T: SizedSample + FromSample<i16>>(
    device: &cpal::Device,
    config: StreamConfig,
    samples: Zeroizing<Vec<i16>>,
    tell: Sender<()>,
) -> Result<Stream, cpal::Error> {
    let channels = usize::from(config.channels).max(1);
    let mut at = 0_usize;
    device.build_output_stream(
        config,
        move |data: &mut [T], _: &_| {
            for frame in data.chunks_mut(channels) {
                let sample = samples.get(at).copied().unwrap_or_default();
                frame.fill(T::from_sample(sample));
                at = at.saturating_add(1);
            }
        },
        move |error| {
            if !is_harmless(error.kind()) {
                // Nobody listens any more.
                let _ = tell.send(());
            }
        },
        Some(PATIENCE),
    )
}
