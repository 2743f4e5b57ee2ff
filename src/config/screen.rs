//! `[screen]`: how large the glass is, how far the eyes are, and staff's PIN.

use std::fmt;
use std::ops::RangeInclusive;

use argon2::password_hash::phc::PasswordHash;
use argon2::{Argon2, PasswordVerifier};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer};

const SIDE_MM: RangeInclusive<f32> = 50.0..=2000.0;
const DIAGONAL_INCHES: RangeInclusive<f32> = 4.0..=90.0;
/// From a hand-held tablet to the far wall of a waiting room.
const DISTANCE_MM: RangeInclusive<f32> = 200.0..=10_000.0;

/// `[screen]`
#[derive(Clone, Debug, Deserialize)]
#[serde(try_from = "Table")]
pub struct Screen {
    size: Option<GivenSize>,
    /// Millimetres from the glass to the eyes.
    pub distance_mm: f32,
    /// Whether the window covers the whole glass.
    pub full_screen: bool,
    /// What staff's PIN is checked against; staff have no menu without one.
    pub pin_hash: Option<PinHash>,
}

/// The size that the configuration gives the glass, frame left out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum GivenSize {
    /// Measured with a ruler.
    Sides {
        /// From left to right.
        width_mm: f32,
        /// From top to bottom.
        height_mm: f32,
    },
    /// As it stands on the box.
    Diagonal {
        /// From corner to corner.
        inches: f32,
    },
}

impl Screen {
    /// The glass's size, where the configuration gives one.
    #[must_use]
    pub fn given_size(&self) -> Option<GivenSize> {
        self.size
    }
}

impl Default for Screen {
    fn default() -> Self {
        Self { size: None, distance_mm: 500.0, full_screen: true, pin_hash: None }
    }
}

/// The table as it is written.
#[derive(Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Table {
    #[serde(deserialize_with = "width")]
    width_mm: Option<f32>,
    #[serde(deserialize_with = "height")]
    height_mm: Option<f32>,
    #[serde(deserialize_with = "diagonal")]
    diagonal_inches: Option<f32>,
    #[serde(deserialize_with = "distance")]
    distance_mm: f32,
    full_screen: bool,
    pin_hash: Option<PinHash>,
}

impl Default for Table {
    fn default() -> Self {
        let Screen { size: _, distance_mm, full_screen, pin_hash } = Screen::default();
        Self {
            width_mm: None,
            height_mm: None,
            diagonal_inches: None,
            distance_mm,
            full_screen,
            pin_hash,
        }
    }
}

impl TryFrom<Table> for Screen {
    type Error = &'static str;

    fn try_from(table: Table) -> Result<Self, Self::Error> {
        let size = match (table.width_mm, table.height_mm, table.diagonal_inches) {
            (None, None, None) => None,
            (Some(width_mm), Some(height_mm), None) => {
                Some(GivenSize::Sides { width_mm, height_mm })
            }
            (None, None, Some(inches)) => Some(GivenSize::Diagonal { inches }),
            (Some(_), None, None) => {
                return Err("width_mm is there without height_mm. Measure and write both");
            }
            (None, Some(_), None) => {
                return Err("height_mm is there without width_mm. Measure and write both");
            }
            (_, _, Some(_)) => {
                return Err(
                    "the screen's size is there twice. Keep either width_mm and height_mm \
                            or diagonal_inches",
                );
            }
        };
        let Table { distance_mm, full_screen, pin_hash, .. } = table;
        Ok(Self { size, distance_mm, full_screen, pin_hash })
    }
}

fn width<'de, D: Deserializer<'de>>(number: D) -> Result<Option<f32>, D::Error> {
    let refusal = |mm| format!("a screen is not {mm} mm wide");
    bounded(number, SIDE_MM, "mm between the edges of the picture", refusal).map(Some)
}

fn height<'de, D: Deserializer<'de>>(number: D) -> Result<Option<f32>, D::Error> {
    let refusal = |mm| format!("a screen is not {mm} mm high");
    bounded(number, SIDE_MM, "mm between the edges of the picture", refusal).map(Some)
}

fn diagonal<'de, D: Deserializer<'de>>(number: D) -> Result<Option<f32>, D::Error> {
    let refusal = |inches| format!("no screen has {inches} inches");
    bounded(number, DIAGONAL_INCHES, "inches from corner to corner", refusal).map(Some)
}

fn distance<'de, D: Deserializer<'de>>(number: D) -> Result<f32, D::Error> {
    let refusal = |mm| format!("eyes are not {mm} mm from a screen");
    bounded(number, DISTANCE_MM, "mm from the glass to the eyes", refusal)
}

fn bounded<'de, D: Deserializer<'de>>(
    number: D,
    bounds: RangeInclusive<f32>,
    what: &str,
    refusal: impl Fn(f32) -> String,
) -> Result<f32, D::Error> {
    let remedy = || format!("Write the {what}, {} to {}", bounds.start(), bounds.end());
    let number = f32::deserialize(number)
        .map_err(|_| D::Error::custom(format!("this is not a number. {}", remedy())))?;
    if bounds.contains(&number) {
        Ok(number)
    } else {
        Err(D::Error::custom(format!("{}. {}", refusal(number), remedy())))
    }
}

/// The argon2id hash of staff's PIN, as a PHC string; never shown.
#[derive(Clone, PartialEq, Eq)]
pub struct PinHash(String);

impl PinHash {
    /// Whether a PIN is the one; takes tens of milliseconds, on purpose.
    #[must_use]
    pub fn is_of(&self, pin: &str) -> bool {
        PasswordHash::new(&self.0)
            .is_ok_and(|hash| Argon2::default().verify_password(pin.as_bytes(), &hash).is_ok())
    }
}

impl fmt::Debug for PinHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PinHash(…)")
    }
}

impl<'de> Deserialize<'de> for PinHash {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        // Neither message repeats what is there: it may be the PIN itself.
        let text = String::deserialize(deserializer)
            .map_err(|_| D::Error::custom("pin_hash is not a text. Put the hash in quotes"))?;
        if is_whole(&text) {
            Ok(Self(text))
        } else {
            Err(D::Error::custom(
                "pin_hash is not a whole argon2id hash. Write the line that begins with \
                 $argon2id$, never the PIN itself",
            ))
        }
    }
}

/// Whether algorithm, version (which may be missing), parameters, salt and hash are there. A paste
/// cut short would otherwise be found out by staff who stand before the glass.
fn is_whole(text: &str) -> bool {
    text.strip_prefix("$argon2id$").is_some_and(|rest| {
        let fields = rest.split('$').collect::<Vec<_>>();
        matches!(fields.len(), 3 | 4)
            && fields.iter().all(|field| !field.is_empty())
            && text.bytes().all(|byte| byte.is_ascii_graphic())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const HASH: &str = "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHQ$c29tZWhhc2hzb21laGFzaA";

    #[derive(Debug, Default, Deserialize)]
    #[serde(default)]
    struct File {
        screen: Screen,
    }

    fn screen(text: &str) -> Screen {
        toml::from_str::<File>(&format!("[screen]\n{text}\n")).expect("a screen").screen
    }

    /// The message, and the line that it is told of.
    #[track_caller]
    fn refuses(text: &str, line: usize, message: &str) {
        let text = format!("[screen]\n{text}\n");
        let error = toml::from_str::<File>(&text).expect_err("refused");
        assert_eq!(error.message(), message);
        let start = error.span().expect("a place").start;
        assert_eq!(text[..start].matches('\n').count() + 1, line, "{text}");
    }

    #[test]
    fn without_the_table_nothing_is_known_of_the_size() {
        let File { screen } = toml::from_str("").expect("a file");
        assert_eq!(screen.given_size(), None);
        assert!((screen.distance_mm - 500.0).abs() < f32::EPSILON);
        assert!(screen.full_screen);
        assert_eq!(screen.pin_hash, None);
    }

    #[test]
    fn the_size_is_given_as_sides_or_as_a_diagonal() {
        let sides = GivenSize::Sides { width_mm: 268.0, height_mm: 476.5 };
        assert_eq!(screen("width_mm = 268\nheight_mm = 476.5").given_size(), Some(sides));
        let diagonal = GivenSize::Diagonal { inches: 21.5 };
        assert_eq!(screen("diagonal_inches = 21.5").given_size(), Some(diagonal));
        let window = screen("distance_mm = 650\nfull_screen = false");
        assert!((window.distance_mm - 650.0).abs() < f32::EPSILON);
        assert!(!window.full_screen);
    }

    #[test]
    fn half_a_size_and_two_sizes_are_refused() {
        refuses("width_mm = 268", 1, "width_mm is there without height_mm. Measure and write both");
        refuses(
            "height_mm = 268",
            1,
            "height_mm is there without width_mm. Measure and write both",
        );
        let twice = "the screen's size is there twice. Keep either width_mm and height_mm or \
                     diagonal_inches";
        refuses("width_mm = 268\nheight_mm = 476\ndiagonal_inches = 21.5", 1, twice);
        refuses("width_mm = 268\ndiagonal_inches = 21.5", 1, twice);
    }

    #[test]
    fn what_no_screen_can_be_is_refused_on_its_line() {
        let picture = "Write the mm between the edges of the picture, 50 to 2000";
        refuses(
            "height_mm = 476\nwidth_mm = 47.6",
            3,
            &format!("a screen is not 47.6 mm wide. {picture}"),
        );
        refuses("height_mm = 2001", 2, &format!("a screen is not 2001 mm high. {picture}"));
        refuses("width_mm = -300", 2, &format!("a screen is not -300 mm wide. {picture}"));
        refuses("width_mm = nan", 2, &format!("a screen is not NaN mm wide. {picture}"));
        refuses("width_mm = \"268 mm\"", 2, &format!("this is not a number. {picture}"));
        refuses(
            "diagonal_inches = 546",
            2,
            "no screen has 546 inches. Write the inches from corner to corner, 4 to 90",
        );
        refuses(
            "distance_mm = 50",
            2,
            "eyes are not 50 mm from a screen. Write the mm from the glass to the eyes, 200 to \
             10000",
        );
        refuses(
            "width = 268",
            2,
            "unknown field `width`, expected one of `width_mm`, `height_mm`, `diagonal_inches`, \
             `distance_mm`, `full_screen`, `pin_hash`",
        );
    }

    #[test]
    fn a_pins_hash_is_kept_and_never_shown() {
        let screen = screen(&format!("pin_hash = \"{HASH}\""));
        assert_eq!(screen.pin_hash.as_ref().expect("a hash").0, HASH);
        assert!(format!("{screen:?}").contains("PinHash(…)"));
        assert!(!format!("{screen:?}").contains("argon2id"));
    }

    #[test]
    fn a_pin_or_half_a_hash_is_refused_without_repeating_it() {
        refuses("pin_hash = 4821", 2, "pin_hash is not a text. Put the hash in quotes");
        let no_hash = "pin_hash is not a whole argon2id hash. Write the line that begins with \
                       $argon2id$, never the PIN itself";
        refuses("pin_hash = \"4821\"", 2, no_hash);
        refuses("pin_hash = \"$argon2i$v=19$m=8,t=1,p=1$c2FsdA$aGFzaA\"", 2, no_hash);
        refuses("pin_hash = \"$argon2id$v=19$m=19456,t=2,p=1$\"", 2, no_hash);
        refuses("pin_hash = \"$argon2id$v=19$m=8,t=1,p=1$c2FsdA$aGFzaA\\n\"", 2, no_hash);
    }
}
