//! The screen: who draws, how large the glass is, and the typeface.

use std::path::PathBuf;

use crate::edge::display::{Glass, How, glass_among};
use crate::paper::{Fonts, PaperError};

use super::Patient;
use super::finding::{Finding, kinds};
use super::machine::Machine;

kinds! {
    WELL = Well, "screen-well", "A display is there and can be drawn on", "";
    NO_DISPLAY = Fault, "screen-missing", "There is no display to draw on",
        "Run this in the kiosk's own session, or with its DISPLAY or WAYLAND_DISPLAY; plug in the screen";
    NO_SERVER = Fault, "screen-no-server", "A screen is plugged in and nobody draws on it",
        "Start the compositor (`systemctl status cage@tty1`), or run this in its session";
    HANGS = Fault, "screen-refused", "The display server refuses or does not answer",
        "Run this as the station's user, in the kiosk's session; else start the session anew";
    BY_KIOSK = NotTried, "screen-in-use", "The running kiosk draws on a screen that this cannot see from here",
        "Look at the kiosk; or run this in its session, with its DISPLAY or WAYLAND_DISPLAY";
    SIZE = Well, "screen-size", "It is known how large the glass is", "";
    GUESSED = LookAtIt, "screen-size-guessed", "Nobody said how large the glass is: sizes of keys and letters are guessed",
        "Lay a ruler on the picture; write width_mm and height_mm under [screen]";
    SQUARE = Fault, "screen-size-wrong", "The size written down has another shape than the picture",
        "Measure the picture again and correct width_mm and height_mm under [screen]";
    SMALL = Fault, "screen-too-small", "The glass is smaller than the smallest that is supported: 130 mm by 210 mm, 800 by 1280 pixels",
        "Connect a screen of 10.1 inches or more; if it is one, measure it and correct [screen]";
    UNKNOWN_SIZE = NotTried, "screen-size-untried", "Without a display nobody knows how large the glass is",
        "Put right what is told of the display first";
    FACE = Well, "screen-typeface", "Window and paper are set in Andika", "";
    OTHER_FACE = LookAtIt, "screen-typeface-missing", "Andika is not installed: window and paper are set in another typeface",
        "Run: apt install fonts-sil-andika";
    NO_FACE = Fault, "screen-no-typeface", "No typeface is installed: window and paper stay without letters",
        "Run: apt install fonts-sil-andika";
    PIN = LookAtIt, "screen-no-pin", "Staff have no PIN: nobody can leave the kiosk by its hidden corner",
        "Write pin_hash under [screen]; docs/window.md tells how it is made";
}

/// The smallest glass whose screens are whole: 10.1 inches, a little of it hidden by a frame.
const SMALLEST_MM: (f32, f32) = (130.0, 210.0);
const SMALLEST_PIXELS: (u32, u32) = (800, 1280);

pub(super) fn examine(patient: &Patient) -> Vec<Finding> {
    let display = Display::of(patient);
    let mut findings = vec![display.finding];
    findings.extend(match display.pixels {
        Some(pixels) => size(patient, pixels),
        None => vec![Finding::new(&UNKNOWN_SIZE, SIZE_TRIED, "There is no picture to measure")],
    });
    let fonts = Fonts::installed();
    findings.push(typeface(fonts.as_ref().map(Fonts::family)));
    if patient.setup.as_ref().is_some_and(|setup| setup.config.screen.pin_hash.is_none()) {
        findings.push(Finding::new(&PIN, "Looked for [screen] pin_hash", "Nothing is written"));
    }
    findings
}

/// What is known of the display.
struct Display {
    finding: Finding,
    pixels: Option<(u32, u32)>,
}

impl Display {
    fn of(patient: &Patient) -> Self {
        let plugged = plugged(&patient.machine);
        let first = plugged.first().map(|(_, pixels)| *pixels);
        let told: Vec<String> = plugged
            .iter()
            .map(|(name, (width, height))| format!("{name} {width} × {height}"))
            .collect();
        let told = if told.is_empty() { "nothing".to_owned() } else { told.join(", ") };
        let named = ["WAYLAND_DISPLAY", "DISPLAY"].into_iter().find_map(|name| {
            let value = std::env::var(name).ok().filter(|value| !value.is_empty())?;
            Some(format!("{name}={value}"))
        });
        let Some(named) = named else {
            let tried = "Looked for DISPLAY, WAYLAND_DISPLAY and plugged screens";
            let found = format!("Neither is set; plugged in: {told}");
            let kind = match first {
                _ if patient.runs => &BY_KIOSK,
                Some(_) => &NO_SERVER,
                None => &NO_DISPLAY,
            };
            return Self { finding: Finding::new(kind, tried, found), pixels: first };
        };
        let tried = format!("Asked {named} for its displays");
        match drawn() {
            Ok(sizes) => {
                let shown: Vec<String> =
                    sizes.iter().map(|(width, height)| format!("{width} × {height}")).collect();
                let Some(pixels) = sizes.first().copied().or(first) else {
                    let finding = Finding::new(&NO_DISPLAY, tried, "It has none");
                    return Self { finding, pixels: None };
                };
                let shown = if shown.is_empty() { told } else { shown.join(", ") };
                let finding = Finding::new(&WELL, tried, format!("{shown} pixels"));
                Self { finding, pixels: Some(pixels) }
            }
            Err(why) => Self { finding: Finding::new(&HANGS, tried, why), pixels: first },
        }
    }
}

#[cfg(feature = "screen")]
fn drawn() -> Result<Vec<(u32, u32)>, String> {
    const PATIENCE: std::time::Duration = std::time::Duration::from_secs(5);
    crate::screen::monitors(PATIENCE).map_err(|error| error.to_string())
}

/// Built without a window there is nobody to ask: the kernel tells what is plugged in.
#[cfg(not(feature = "screen"))]
#[expect(clippy::unnecessary_wraps, reason = "only a window can be refused")]
fn drawn() -> Result<Vec<(u32, u32)>, String> {
    Ok(Vec::new())
}

/// The connectors of the kernel that have a screen, each with its preferred mode.
fn plugged(machine: &Machine) -> Vec<(String, (u32, u32))> {
    let connectors = machine.list("sys/class/drm").into_iter();
    let told = |connector: PathBuf| {
        let status = machine.read(connector.join("status"))?;
        let modes = machine.read(connector.join("modes"))?;
        let (width, height) = modes.lines().next()?.split_once('x')?;
        let height: String = height.chars().take_while(char::is_ascii_digit).collect();
        let name = connector.file_name()?.to_string_lossy().into_owned();
        (status == "connected").then_some((name, (width.parse().ok()?, height.parse().ok()?)))
    };
    connectors.filter_map(told).collect()
}

const SIZE_TRIED: &str = "Reckoned how large the glass is";

fn size(patient: &Patient, pixels: (u32, u32)) -> Vec<Finding> {
    let given = patient.setup.as_ref().and_then(|setup| setup.config.screen.given_size());
    sized(&glass_among(&patient.machine.path("sys/class/drm"), given, pixels))
}

fn sized(glass: &Glass) -> Vec<Finding> {
    let (how, kind) = match glass.known {
        How::Configured => ("as written under [screen]", &SIZE),
        How::Told => ("as the display says", &SIZE),
        How::Guessed => ("guessed from its pixels", &GUESSED),
    };
    let (width, height) = glass.pixels;
    let found = format!(
        "{:.0} × {:.0} mm {how}, {width} × {height} pixels, {:.1} to a millimetre",
        glass.width_mm,
        glass.height_mm,
        glass.pixels_per_mm()
    );
    let mut findings = vec![Finding::new(kind, SIZE_TRIED, &found)];
    if !glass.has_square_pixels() {
        findings.push(Finding::new(&SQUARE, "Compared the glass with its pixels", &found));
    }
    let (short, long) = (glass.width_mm.min(glass.height_mm), glass.width_mm.max(glass.height_mm));
    let is_small = short < SMALLEST_MM.0
        || long < SMALLEST_MM.1
        || width.min(height) < SMALLEST_PIXELS.0
        || width.max(height) < SMALLEST_PIXELS.1;
    if is_small {
        findings.push(Finding::new(&SMALL, "Compared the glass with the smallest", found));
    }
    findings
}

fn typeface(family: Result<(&str, &'static str), &PaperError>) -> Finding {
    let tried = "Looked for the typeface of window and paper";
    match family {
        Ok((family, hoped)) if family == hoped => Finding::new(&FACE, tried, family),
        Ok((family, _)) => Finding::new(&OTHER_FACE, tried, format!("{family} instead")),
        Err(_) => Finding::new(&NO_FACE, tried, "There is none"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(width_mm: f32, height_mm: f32, pixels: (u32, u32), known: How) -> Vec<&'static str> {
        let glass = Glass { width_mm, height_mm, pixels, known };
        sized(&glass).iter().map(|finding| finding.kind.id).collect()
    }

    #[test]
    fn glass_that_is_too_small_or_of_another_shape_is_told() {
        assert_eq!(ids(268.0, 476.0, (1080, 1920), How::Configured), ["screen-size"]);
        assert_eq!(ids(217.0, 136.0, (1280, 800), How::Told), ["screen-size"]);
        assert_eq!(ids(268.0, 476.0, (1080, 1920), How::Guessed), ["screen-size-guessed"]);
        let square = ["screen-size", "screen-size-wrong"];
        assert_eq!(ids(268.0, 300.0, (1080, 1920), How::Configured), square);
        let small = ["screen-size", "screen-too-small"];
        assert_eq!(ids(154.0, 86.0, (1280, 720), How::Told), small);
        assert_eq!(ids(222.0, 130.0, (1024, 600), How::Told), small);
    }

    #[test]
    fn a_missing_typeface_is_told() {
        assert_eq!(typeface(Ok(("Andika", "Andika"))).kind.id, "screen-typeface");
        let other = typeface(Ok(("DejaVu Sans", "Andika")));
        assert_eq!(other.kind.id, "screen-typeface-missing");
        assert_eq!(typeface(Err(&PaperError::NoTypeface)).kind.id, "screen-no-typeface");
    }
}
