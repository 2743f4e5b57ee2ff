//! The window of a waiting room without a display, and what may stand in it.

#![allow(dead_code, reason = "each program uses what it needs")]

use std::path::Path;
use std::rc::Rc;
use std::time::Duration;

use acolhe::domain::city::Language;
use acolhe::domain::devices::VoiceState;
use acolhe::domain::settings::Palette;
use acolhe::domain::waiting_room::{Call, CallState, Event, Manner, Told, WaitingRoom};
use acolhe::locale::Locales;
use acolhe::screen::ui::PanelWindow;
use acolhe::screen::{PanelOptions, Wall};
use acolhe::view::waiting_room::{self as view, Place, RoomView};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use slint::ComponentHandle as _;

use crate::easel::{Easel, Glass};

/// Televisions as they are sold for walls, lying and upright.
pub(crate) const GLASSES: [Glass; 4] = [
    Glass { width: 1920, height: 1080, inches: 43.0 },
    Glass { width: 1280, height: 720, inches: 32.0 },
    Glass { width: 1080, height: 1920, inches: 43.0 },
    Glass { width: 720, height: 1280, inches: 32.0 },
];

/// Colours that are read from afar.
pub(crate) const PALETTES: [Palette; 3] = [Palette::Normal, Palette::HighDark, Palette::HighLight];

/// What stands in a window at some moment.
pub(crate) struct Scene {
    /// Its name in file names.
    pub(crate) name: &'static str,
    /// What is shown.
    pub(crate) view: RoomView,
}

fn now() -> Timestamp {
    "2026-11-24T10:05:00-03:00".parse().expect("a moment")
}

fn call(id: u64, number: &str, desk: u16, state: CallState) -> Call {
    Call { id, number: number.parse().expect("a number"), desk, at: now(), times: 1, state }
}

/// A day's last calls; the first of them is this one.
fn calls(number: &str, desk: u16) -> Vec<Call> {
    use CallState::{Called, Over, Serving};
    let rows = [
        (number, desk, Called),
        ("A99", 1, Called),
        ("L98", 12, Serving),
        ("M100", 4, Over),
        ("W96", 24, Serving),
        ("A95", 3, Over),
        ("A94", 2, Over),
    ];
    let rows = rows.into_iter().zip((30..=40).rev());
    rows.map(|((number, desk, state), id)| call(id, number, desk, state)).collect()
}

fn scene(
    name: &'static str,
    languages: &[Language],
    calls: Vec<Call>,
    passed: &[u64],
    branch: &str,
) -> Scene {
    let manner = Manner { languages: languages.to_vec(), calm: false };
    let mut room = WaitingRoom::new(manner, VoiceState::Silent, now());
    let day = jiff::civil::date(2026, 11, 24);
    // What was there before is not announced.
    let before = calls.iter().skip(1).map(|call| Call { at: Timestamp::UNIX_EPOCH, ..*call });
    let before = Told { day, calls: before.collect() };
    room.handle(&Event::Told(before), now());
    room.handle(&Event::Told(Told { day, calls }), now());
    for seconds in passed {
        room.handle(&Event::Passed(Duration::from_secs(*seconds)), now());
    }
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales");
    let locales = Locales::load(&folder).expect("locales");
    let timezone = TimeZone::get("America/Sao_Paulo").expect("a zone");
    let place = Place { languages, timezone: &timezone, branch };
    let view = view::of(&room, &locales, place, &now().to_zoned(timezone.clone()));
    Scene { name, view }
}

/// Everything that a panel may have to show, with the longest numbers and words.
pub(crate) fn scenes() -> Vec<Scene> {
    let three = [Language::PtBr, Language::En, Language::Ro];
    let centre = "Atendimento Centro";
    vec![
        scene("called", &three, calls("A07", 3), &[], centre),
        scene("after", &three, calls("A07", 3), &[7], centre),
        scene("widest", &three, calls("L99", 12), &[], centre),
        scene("second-round", &three, calls("M101", 8), &[], "Atendimento Porto das Canoas"),
        scene("one-language", &three[..1], calls("A101", 12), &[7], centre),
        scene(
            "romanian",
            &[Language::Ro, Language::En],
            calls("A01", 1),
            &[],
            "Ghișeul Unic Valea",
        ),
        scene("nobody", &three, Vec::new(), &[], centre),
        scene("no-line", &three, calls("L99", 12), &[7, 4], centre),
        scene("no-line-second-round", &three, calls("M101", 8), &[7, 4], centre),
        scene("no-line-nobody", &three, Vec::new(), &[11], centre),
    ]
}

/// A window on some glass.
pub(crate) fn hang(_: &Easel, glass: Glass, palette: Palette) -> Rc<Wall> {
    let window = PanelWindow::new().expect("a window");
    let size = Some((glass.width, glass.height));
    let wall = Wall::new(window, PanelOptions { full_screen: false, window: size, palette });
    wall.window().show().expect("shown");
    wall
}
