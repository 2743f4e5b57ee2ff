//! Cities with clips in sign language: nobody signs in them, but colours follow each other.

#![allow(dead_code, reason = "each program uses what it needs")]

use std::fs::{self, File};
use std::path::Path;
use std::time::Duration;

use image::codecs::gif::GifEncoder;
use image::{Delay, Frame, Rgba, RgbaImage};

/// How long each colour stands.
pub(crate) const STANDS: Duration = Duration::from_millis(400);

/// Writes a clip of colours.
pub(crate) fn clip(path: &Path, (width, height): (u32, u32), colours: &[[u8; 3]]) {
    fs::create_dir_all(path.parent().expect("a folder")).expect("writable");
    let mut encoder = GifEncoder::new_with_speed(File::create(path).expect("writable"), 30);
    for [red, green, blue] in colours {
        let picture = RgbaImage::from_pixel(width, height, Rgba([*red, *green, *blue, 255]));
        let delay = Delay::from_saturating_duration(STANDS);
        encoder.encode_frame(Frame::from_parts(picture, 0, 0, delay)).expect("a frame");
    }
}

/// A copy of a city that has a sign language; clips are added to it.
pub(crate) fn city(from: &Path, name: &str) -> tempfile::TempDir {
    let dir = tempfile::tempdir().expect("temporary folder");
    copy(from, dir.path());
    let file = dir.path().join("city.toml");
    let text = fs::read_to_string(&file).expect("readable");
    fs::write(&file, format!("{text}\n[signs]\nname = {name:?}\n")).expect("writable");
    dir
}

/// Copies a folder with everything in it.
pub(crate) fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder") {
        let entry = entry.expect("an entry");
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("a copy");
        }
    }
}
