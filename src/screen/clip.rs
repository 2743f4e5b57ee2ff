//! Plays a clip in sign language: read in a thread of its own, a few frames ahead, shown at its
//! own pace, once. The thread ends with the clip, or as soon as nobody looks any more.

use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::mpsc::{Receiver, SyncSender, TryRecvError, sync_channel};
use std::thread;
use std::time::Duration;

use image::imageops::{FilterType, resize};
use slint::{ComponentHandle as _, Image, SharedPixelBuffer, Timer, Weak};

use crate::app::Asked;
use crate::clip::{self, ClipError, Frame};
use crate::view::View;

use super::ui::{KioskWindow, Views};

/// Frames that wait to be shown.
const AHEAD: usize = 2;
/// How soon a frame that was not ready is looked for again.
const SOON: Duration = Duration::from_millis(10);

/// What a reader tells: a frame, or why there is none.
type Read = Result<Frame, ClipError>;

/// Plays one clip at a time.
pub(super) struct Player {
    window: Weak<KioskWindow>,
    ask: Rc<dyn Fn(Asked)>,
    playing: RefCell<Option<Rc<Playing>>>,
}

/// A clip that is seen.
struct Playing {
    file: PathBuf,
    again: u16,
    frames: Receiver<Read>,
    window: Weak<KioskWindow>,
    ask: Rc<dyn Fn(Asked)>,
}

impl Player {
    pub(super) fn new(window: &KioskWindow, ask: Rc<dyn Fn(Asked)>) -> Self {
        Self { window: window.as_weak(), ask, playing: RefCell::new(None) }
    }

    /// Begins what the view asks for, and ends what it does not.
    pub(super) fn show(&self, view: &View) {
        let same = match (&*self.playing.borrow(), &view.clip) {
            (Some(now), Some(file)) => now.file == *file && now.again == view.clip_again,
            (None, None) => true,
            _ => false,
        };
        let Some(window) = self.window.upgrade().filter(|_| !same) else { return };
        window.global::<Views>().set_clip(Image::default());
        let glass = window.window().size();
        // On a lying panel it stands in the right column.
        let width = if glass.width > glass.height { glass.width * 5 / 8 } else { glass.width };
        let playing = view.clip.as_ref().map(|file| {
            let playing = Rc::new(Playing {
                file: file.clone(),
                again: view.clip_again,
                frames: read_apart(file.clone(), (width, glass.height)),
                window: self.window.clone(),
                ask: Rc::clone(&self.ask),
            });
            playing.in_time(Duration::ZERO);
            playing
        });
        *self.playing.borrow_mut() = playing;
    }
}

impl Playing {
    /// Goes on after a while, if it is still seen then.
    fn in_time(self: &Rc<Self>, wait: Duration) {
        let playing = Rc::downgrade(self);
        Timer::single_shot(wait, move || {
            if let Some(playing) = playing.upgrade() {
                playing.go_on();
            }
        });
    }

    fn go_on(self: &Rc<Self>) {
        match self.frames.try_recv() {
            Ok(Ok(frame)) => {
                if let Some(window) = self.window.upgrade() {
                    let (width, height) = frame.picture.dimensions();
                    let pixels = SharedPixelBuffer::clone_from_slice(&frame.picture, width, height);
                    window.global::<Views>().set_clip(Image::from_rgba8(pixels));
                }
                self.in_time(frame.delay);
            }
            Ok(Err(_)) => (self.ask)(Asked::NoClip(self.file.clone())),
            Err(TryRecvError::Empty) => self.in_time(SOON),
            // Its last frame stays.
            Err(TryRecvError::Disconnected) => {}
        }
    }
}

/// Reads a clip where nobody waits for it.
fn read_apart(file: PathBuf, most: (u32, u32)) -> Receiver<Read> {
    let (tell, frames) = sync_channel(AHEAD);
    let read = tell.clone();
    let begun = thread::Builder::new().name("clip".to_owned()).spawn(move || {
        read_all(&file, most, &read);
    });
    if let Err(error) = begun {
        let _ = tell.try_send(Err(ClipError::Unreadable(error)));
    }
    frames
}

/// Reads until the end, the first fault, or until nobody listens.
fn read_all(file: &Path, most: (u32, u32), tell: &SyncSender<Read>) {
    let frames = match clip::open(file) {
        Ok(frames) => frames,
        Err(error) => {
            let _ = tell.send(Err(error));
            return;
        }
    };
    for read in frames {
        let failed = read.is_err();
        if tell.send(read.map(|frame| fit(frame, most))).is_err() || failed {
            return;
        }
    }
}

/// Makes a frame no larger than the room for it.
fn fit(frame: Frame, (wide, high): (u32, u32)) -> Frame {
    let (width, height) = frame.picture.dimensions();
    if width <= wide && height <= high || wide == 0 || high == 0 {
        return frame;
    }
    // The side that is too long by more decides.
    let (width, height) = (u64::from(width), u64::from(height));
    let (wide, high) = (u64::from(wide), u64::from(high));
    let (fitted_width, fitted_height) = if width * high > height * wide {
        (wide, height * wide / width)
    } else {
        (width * high / height, high)
    };
    let side = |length: u64| u32::try_from(length).unwrap_or(1).max(1);
    let picture =
        resize(&frame.picture, side(fitted_width), side(fitted_height), FilterType::Triangle);
    Frame { picture, ..frame }
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::RgbaImage;

    #[test]
    fn a_frame_is_made_no_larger_than_the_room_for_it() {
        let fitted = |width, height| {
            let picture = RgbaImage::new(width, height);
            let frame = Frame { picture, delay: Duration::from_millis(40) };
            fit(frame, (100, 50)).picture.dimensions()
        };
        assert_eq!(fitted(80, 40), (80, 40));
        assert_eq!(fitted(400, 100), (100, 25));
        assert_eq!(fitted(100, 200), (25, 50));
    }

    #[test]
    fn a_reader_ends_when_nobody_looks_any_more() {
        let dir = tempfile::tempdir().expect("temporary folder");
        let (tell, frames) = sync_channel(AHEAD);
        drop(frames);
        // It would wait for ever if anybody had to take what it tells.
        read_all(&dir.path().join("none.gif"), (10, 10), &tell);
        assert!(tell.send(Err(ClipError::Still)).is_err());
    }
}
