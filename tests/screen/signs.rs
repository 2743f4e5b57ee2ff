//! A clip in sign language on the glass: its frames, one after the other, and all around it.

use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::time::Duration;

use acolhe::app::Asked;
use acolhe::domain::city::Language;
use acolhe::domain::settings::Palette;
use acolhe::edge::clock::Deadline;
use acolhe::screen::{Pauses, ui::Views};
use i_slint_backend_testing::mock_elapsed_time;
use slint::{ComponentHandle as _, Rgba8Pixel};
use tempfile::TempDir;

use crate::easel::{Canvas, Easel, Glass};
use crate::look::Looker;
use crate::moving::{STANDS, city, clip};
use crate::tour::{Guest, Stop, signs_by_keys};

const RED: [u8; 3] = [200, 30, 30];
const BLUE: [u8; 3] = [30, 30, 200];
/// A reader of a small clip needs no longer.
const PATIENCE: Duration = Duration::from_secs(20);

/// A city whose clips turn from red to blue.
fn colourful(name: &str, signs: &str) -> TempDir {
    let cities = Path::new(env!("CARGO_MANIFEST_DIR")).join("cities");
    let city = city(&cities.join(name), signs);
    for screen in ["filing.group", "filing.own-words"] {
        let file = city.path().join("signs").join(format!("{screen}.gif"));
        clip(&file, (64, 48), &[RED, BLUE]);
    }
    city
}

fn guest(language: Language, letters: u8) -> Guest {
    Guest { language, letters, palette: Palette::Normal }
}

/// The colour in the middle of the clip, as it is on the glass; `None` while there is none.
fn colour(canvas: &Canvas) -> Option<[u8; 3]> {
    let window = canvas.desk.window();
    let clip = window.global::<Views>().get_clip().to_rgba8()?;
    let [red, green, blue] = [RED, BLUE].into_iter().find(|colour| {
        let pixel = clip.as_slice().first();
        pixel.is_some_and(|pixel| is_like(*pixel, *colour))
    })?;
    let glass = window.window().take_snapshot().unwrap();
    let shown = glass.as_slice().iter().filter(|pixel| is_like(**pixel, [red, green, blue]));
    // A tenth of the glass at least: it is large.
    assert!(shown.count() > glass.as_slice().len() / 10, "the clip is small, or not on the glass");
    Some([red, green, blue])
}

/// A palette of 256 colours is not exact.
fn is_like(pixel: Rgba8Pixel, [red, green, blue]: [u8; 3]) -> bool {
    pixel.r.abs_diff(red) < 12 && pixel.g.abs_diff(green) < 12 && pixel.b.abs_diff(blue) < 12
}

/// Lets the window's clock go on until something is so.
#[track_caller]
fn until(so: impl Fn() -> bool) {
    let patience = Deadline::after(PATIENCE);
    while !so() {
        assert!(!patience.left().is_zero(), "it never comes");
        std::thread::yield_now();
        mock_elapsed_time(Duration::from_millis(10));
    }
}

fn stop(stops: &[Stop], name: &str) -> Stop {
    stops.iter().find(|stop| stop.name == name).expect("a stop").clone()
}

#[test]
fn a_clip_is_seen_frame_by_frame_and_rests_on_its_last() {
    let city = colourful("vila-serena", "Libras");
    let easel = Easel::new();
    let glass = Glass::SMALL_WIDE;
    let stops = signs_by_keys(city.path(), guest(Language::PtBr, 2), glass.panel());
    let canvas = easel.window(glass);
    canvas.show(&stop(&stops, "group-signs").shown);
    mock_elapsed_time(4 * STANDS);
    assert_eq!(colour(&canvas), None, "nothing plays by itself");
    canvas.show(&stop(&stops, "signs").shown);
    until(|| colour(&canvas) == Some(RED));
    mock_elapsed_time(STANDS / 2);
    assert_eq!(colour(&canvas), Some(RED), "it stands its time");
    until(|| colour(&canvas) == Some(BLUE));
    mock_elapsed_time(4 * STANDS);
    assert_eq!(colour(&canvas), Some(BLUE), "it plays once");
    let mut again = stop(&stops, "signs");
    again.shown.view.clip_again += 1;
    canvas.show(&again.shown);
    until(|| colour(&canvas) == Some(RED));
    canvas.show(&stop(&stops, "group-signs").shown);
    mock_elapsed_time(4 * STANDS);
    assert_eq!(colour(&canvas), None, "nothing is left of it");
}

#[test]
fn a_clip_that_is_broken_is_told_to_the_station() {
    let city = colourful("vila-serena", "Libras");
    let easel = Easel::new();
    let glass = Glass::SMALL_TALL;
    let stops = signs_by_keys(city.path(), guest(Language::PtBr, 2), glass.panel());
    let file = city.path().join("signs/filing.group.gif");
    std::fs::write(&file, "GIF89a, and nothing more").unwrap();
    let told: Rc<RefCell<Vec<PathBuf>>> = Rc::default();
    let tells = Rc::clone(&told);
    let canvas = easel.window_that_tells(glass, Pauses::NONE, move |asked| {
        if let Asked::NoClip(file) = asked {
            tells.borrow_mut().push(file);
        }
    });
    canvas.show(&stop(&stops, "signs").shown);
    until(|| !told.borrow().is_empty());
    assert_eq!(*told.borrow(), [file]);
    let broken = stop(&stops, "signs-broken").shown.view;
    assert!(broken.clip.is_none());
    assert!(!broken.actions.iter().any(|action| action.id == "signs"), "it cannot be seen again");
    assert!(broken.say.len() > 1 && !broken.notes.is_empty(), "words stand in its place");
}

#[test]
fn a_clip_and_the_way_to_it_are_good_on_every_glass() {
    let easel = Easel::new();
    let mut looker = Looker::default();
    let cities = [
        (Language::PtBr, colourful("vila-serena", "Libras")),
        (Language::En, colourful("vila-serena", "Libras")),
        (Language::Ro, colourful("valea-lina", "LSR")),
    ];
    let worst =
        [(Glass::TALL, 2), (Glass::WIDE, 4), (Glass::SMALL_TALL, 4), (Glass::SMALL_WIDE, 4)];
    for (glass, letters) in worst {
        for (language, city) in &cities {
            let stops = signs_by_keys(city.path(), guest(*language, letters), glass.panel());
            for stop in &stops {
                let canvas = easel.window(glass);
                canvas.show(&stop.shown);
                looker.look(&canvas, glass, stop);
            }
        }
    }
    looker.tell();
}
