//! Clips in sign language: moving pictures read frame by frame, never as a whole.

use std::fs::File;
use std::io::{self, BufReader};
use std::path::Path;
use std::time::Duration;

use image::codecs::gif::GifDecoder;
use image::codecs::png::PngDecoder;
use image::codecs::webp::WebPDecoder;
use image::{AnimationDecoder as _, ImageDecoder, ImageError, RgbaImage};

/// How the name of a clip may end: GIF, animated WebP, animated PNG.
pub const FORMATS: [&str; 3] = ["gif", "webp", "png"];
/// The most bytes of a file.
pub const MOST_BYTES: u64 = 30 * 1024 * 1024;
/// The most pixels of a side.
pub const MOST_PIXELS: u32 = 1280;
/// The longest clip.
pub const LONGEST: Duration = Duration::from_secs(90);

/// A frame that names no time, or next to none, stands as long as in a browser.
const USUAL_DELAY: Duration = Duration::from_millis(100);
/// No eye follows quicker ones.
const LEAST_DELAY: Duration = Duration::from_millis(20);

/// Why a file is no clip.
#[derive(Debug, thiserror::Error)]
pub enum ClipError {
    /// It cannot be opened.
    #[error("cannot read the file: {0}")]
    Unreadable(#[source] io::Error),
    /// It is longer than [`MOST_BYTES`].
    #[error("the file has more than {} MiB", MOST_BYTES / 1024 / 1024)]
    Heavy,
    /// It is no picture of the kind that its name says, or is cut off.
    #[error("the file cannot be decoded: {0}")]
    Broken(#[from] ImageError),
    /// Nothing moves in it.
    #[error("the file is no animation")]
    Still,
    /// A side has more than [`MOST_PIXELS`].
    #[error("the clip has {0} × {1} pixels, and a side may have {MOST_PIXELS}")]
    Large(u32, u32),
    /// It plays longer than [`LONGEST`].
    #[error("the clip is longer than {} seconds", LONGEST.as_secs())]
    Long,
}

/// A picture of a clip.
#[derive(Clone, Debug)]
pub struct Frame {
    /// Its pixels.
    pub picture: RgbaImage,
    /// How long it stands.
    pub delay: Duration,
}

/// The frames of a clip, one after the other.
pub struct Frames {
    inner: image::Frames<'static>,
    count: u32,
    played: Duration,
}

impl std::fmt::Debug for Frames {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Frames").field("count", &self.count).finish_non_exhaustive()
    }
}

/// Opens a clip.
///
/// # Errors
///
/// It cannot be read, is none, or is larger than a clip may be.
pub fn open(path: &Path) -> Result<Frames, ClipError> {
    let file = File::open(path).map_err(ClipError::Unreadable)?;
    if file.metadata().map_err(ClipError::Unreadable)?.len() > MOST_BYTES {
        return Err(ClipError::Heavy);
    }
    let file = BufReader::new(file);
    let frames = match path.extension().and_then(|kind| kind.to_str()) {
        Some("gif") => sized(GifDecoder::new(file)?)?.into_frames(),
        Some("webp") => {
            let decoder = sized(WebPDecoder::new(file)?)?;
            if !decoder.has_animation() {
                return Err(ClipError::Still);
            }
            decoder.into_frames()
        }
        _ => {
            let decoder = sized(PngDecoder::new(file)?)?;
            if !decoder.is_apng()? {
                return Err(ClipError::Still);
            }
            decoder.apng()?.into_frames()
        }
    };
    Ok(Frames { inner: frames, count: 0, played: Duration::ZERO })
}

/// Refuses large pictures before any of them is in memory.
fn sized<D: ImageDecoder>(decoder: D) -> Result<D, ClipError> {
    let (width, height) = decoder.dimensions();
    if width.max(height) > MOST_PIXELS {
        return Err(ClipError::Large(width, height));
    }
    Ok(decoder)
}

impl Iterator for Frames {
    type Item = Result<Frame, ClipError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.played > LONGEST {
            return None;
        }
        let frame = match self.inner.next() {
            Some(Ok(frame)) => frame,
            Some(Err(error)) => {
                // Nothing good comes after it.
                self.played = Duration::MAX;
                return Some(Err(error.into()));
            }
            None if self.count < 2 => {
                self.played = Duration::MAX;
                return Some(Err(ClipError::Still));
            }
            None => return None,
        };
        self.count += 1;
        let told = Duration::from(frame.delay());
        let delay = if told < LEAST_DELAY { USUAL_DELAY } else { told };
        self.played = self.played.saturating_add(delay);
        if self.played > LONGEST {
            return Some(Err(ClipError::Long));
        }
        Some(Ok(Frame { picture: frame.into_buffer(), delay }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_whole_clip_is_read_frame_by_frame() {
        let dir = tempfile::tempdir().expect("temporary folder");
        let path = dir.path().join("welcome.gif");
        let mut encoder = image::codecs::gif::GifEncoder::new(File::create(&path).expect("file"));
        for (shade, millis) in [(0, 200), (255, 0)] {
            let picture = RgbaImage::from_pixel(8, 6, image::Rgba([shade, shade, shade, 255]));
            let delay = image::Delay::from_saturating_duration(Duration::from_millis(millis));
            encoder.encode_frame(image::Frame::from_parts(picture, 0, 0, delay)).expect("a frame");
        }
        drop(encoder);
        let frames: Vec<Frame> =
            open(&path).expect("a clip").collect::<Result<_, _>>().expect("frames");
        let told: Vec<_> =
            frames.iter().map(|it| (it.picture.get_pixel(3, 3).0[0], it.delay)).collect();
        assert_eq!(told, [(0, Duration::from_millis(200)), (255, USUAL_DELAY)]);
    }
}
