//! What somebody has learned, carried on paper by themselves.
//!
//! A passport stands in no store and names nobody: all of it is in the square of a slip, and three
//! pictures tell its holder which paper is theirs. Any kiosk reads it, whatever its city. It is
//! not signed, for it opens nothing and proves nothing ([ADR 0014]); what is damaged is refused.
//!
//! [ADR 0014]: ../../../docs/adr/0014-the-passport-is-the-holders.md

use std::fmt;
use std::str::FromStr;

use data_encoding::BASE32_NOPAD;
use jiff::civil::{Date, date};
use jiff::{Span, Unit};
use sha2::{Digest as _, Sha256};

use super::city::Country;
use super::lesson::{Lesson, LessonId, Library, Rung};
use super::quiet::quiet_debug;

/// What the text in the square begins with, and the version of what follows.
const START: &str = "ACOLHE:P1:";

/// The first day that can be written.
const FIRST_DAY: Date = date(2026, 1, 1);

/// The last day that can be written, in days since the first: 20 bits.
const LAST_DAY: u32 = (1 << 20) - 1;

/// Bytes of the pictures, of a lesson, and of what tells damage.
const PICTURES: usize = 2;
const LESSON: usize = 5;
const CHECK: usize = 2;

/// The most lessons that it holds: the square stays as large as a telephone reads.
pub const MOST: usize = 32;

/// Days after which a lesson is done again: twice, farther apart. Older people remember better what
/// they repeat on another day; whether the second pause is longer makes no difference that was
/// found (Simone 2012; Logan and Balota 2008).
pub const AGAIN: [i32; 2] = [7, 21];

/// How often a lesson is done, in all: once, and again after each of [`AGAIN`].
const OFTEN: u8 = 3;

/// How many lessons are proposed at most, to repeat and to begin.
const PROPOSED: usize = 3;

/// Pictures that everybody knows, names of the icon set and of messages `passport-picture-NAME`.
pub const PICTURE_NAMES: [&str; 12] = [
    "apple", "bell", "bird", "bus", "cat", "fish", "flower", "house", "key", "star", "sun",
    "umbrella",
];

/// A lesson as it stands in the square: the first two bytes of its name's SHA-256.
///
/// `acolhe check` tells when two lessons have the same.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize,
)]
pub struct LessonMark(u16);

impl LessonMark {
    /// The mark of a name.
    #[must_use]
    pub fn of(id: &LessonId) -> Self {
        let [first, second, ..] = <[u8; 32]>::from(Sha256::digest(id.0.as_bytes()));
        Self(u16::from_be_bytes([first, second]))
    }
}

/// One lesson that was learned.
#[derive(Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Learnt {
    /// Which.
    pub lesson: LessonMark,
    /// With how little help at best.
    pub rung: Rung,
    /// On how many days, from 1; more than three are not counted.
    pub times: u8,
    /// On which day last.
    pub day: Date,
}

impl Learnt {
    /// The days on which it is to be done again.
    pub fn again(&self) -> impl Iterator<Item = Date> + use<> {
        let (day, times) = (self.day, usize::from(self.times));
        // What was done before is passed already.
        let passed = times.checked_sub(2).and_then(|place| AGAIN.get(place)).copied().unwrap_or(0);
        let left = AGAIN.get(times.saturating_sub(1)..).unwrap_or_default();
        left.iter().filter_map(move |days| day.checked_add(Span::new().days(days - passed)).ok())
    }

    /// Whether it is to be done again by a day.
    #[must_use]
    pub fn is_due(&self, today: Date) -> bool {
        self.again().next().is_some_and(|day| day <= today)
    }
}

/// What somebody has learned.
#[derive(Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Passport {
    /// Three different pictures, as places in [`PICTURE_NAMES`].
    pictures: [u8; 3],
    /// Lessons, the one done last at the end.
    learnt: Vec<Learnt>,
}

quiet_debug!(Learnt, Passport);

/// What was held before the scanner is no passport, or a damaged one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("This is no passport")]
pub struct NoPassport;

impl Passport {
    /// An empty one, with three different pictures that a random number chooses.
    #[must_use]
    pub fn new(random: u32) -> Self {
        let mut left: Vec<u8> = (0..).take(PICTURE_NAMES.len()).collect();
        let mut random = random as usize;
        let pictures = [(); 3].map(|()| {
            let place = random % left.len();
            random /= left.len();
            left.remove(place)
        });
        Self { pictures, learnt: Vec::new() }
    }

    /// The names of its pictures.
    #[must_use]
    pub fn pictures(&self) -> [&'static str; 3] {
        self.pictures.map(|place| PICTURE_NAMES.get(usize::from(place)).copied().unwrap_or(""))
    }

    /// What was learned of a lesson.
    #[must_use]
    pub fn learnt(&self, lesson: &LessonId) -> Option<&Learnt> {
        let lesson = LessonMark::of(lesson);
        self.learnt.iter().find(|learnt| learnt.lesson == lesson)
    }

    /// Notes that a lesson was done. Twice on one day counts once.
    pub fn note(&mut self, lesson: &LessonId, rung: Rung, day: Date) {
        let fresh = Learnt { lesson: LessonMark::of(lesson), rung, times: 1, day };
        let learnt = match self.take(fresh.lesson) {
            Some(known) => Learnt {
                rung: known.rung.max(rung),
                times: if known.day < day { OFTEN.min(known.times + 1) } else { known.times },
                day: known.day.max(day),
                ..known
            },
            None => fresh,
        };
        self.put(learnt);
    }

    /// Takes in what another passport holds: two papers of one person become one.
    pub fn take_in(&mut self, other: &Self) {
        for theirs in &other.learnt {
            let learnt = match self.take(theirs.lesson) {
                Some(ours) => Learnt {
                    rung: ours.rung.max(theirs.rung),
                    times: ours.times.max(theirs.times),
                    day: ours.day.max(theirs.day),
                    ..ours
                },
                None => *theirs,
            };
            self.put(learnt);
        }
    }

    fn take(&mut self, lesson: LessonMark) -> Option<Learnt> {
        let place = self.learnt.iter().position(|learnt| learnt.lesson == lesson)?;
        Some(self.learnt.remove(place))
    }

    /// Puts one at the end; the oldest goes where there are too many.
    fn put(&mut self, learnt: Learnt) {
        self.learnt.push(learnt);
        if self.learnt.len() > MOST {
            self.learnt.remove(0);
        }
    }

    /// Lessons that are to be repeated by a day, those that waited longest first.
    #[must_use]
    pub fn due<'a>(&self, library: &'a Library, country: Country, day: Date) -> Vec<&'a Lesson> {
        let mut due: Vec<(Date, &Lesson)> = library
            .taught(country, day)
            .filter_map(|lesson| {
                let learnt = self.learnt(&lesson.id).filter(|learnt| learnt.is_due(day))?;
                Some((learnt.day, lesson))
            })
            .collect();
        due.sort_by_key(|(day, _)| *day);
        due.into_iter().map(|(_, lesson)| lesson).take(PROPOSED).collect()
    }

    /// Lessons that were not done yet, and for which everything was done that comes before them.
    #[must_use]
    pub fn next<'a>(&self, library: &'a Library, country: Country, day: Date) -> Vec<&'a Lesson> {
        let knows = |id: &LessonId| self.learnt(id).is_some();
        let fresh = library.taught(country, day).filter(|lesson| !knows(&lesson.id));
        fresh.filter(|lesson| lesson.needs.iter().all(knows)).take(PROPOSED).collect()
    }

    fn bytes(&self) -> Vec<u8> {
        let [first, second, third] = self.pictures;
        let mut bytes = vec![first, second << 4 | third];
        for learnt in &self.learnt {
            let since = FIRST_DAY.until((Unit::Day, learnt.day)).map_or(0, |span| span.get_days());
            let since = u32::try_from(since).unwrap_or(0).min(LAST_DAY);
            let rung = (0..).zip(Rung::ALL).find(|(_, rung)| *rung == learnt.rung);
            let packed =
                rung.map_or(0, |(place, _)| place) << 22 | u32::from(learnt.times) << 20 | since;
            bytes.extend(learnt.lesson.0.to_be_bytes());
            bytes.extend_from_slice(&packed.to_be_bytes()[1..]);
        }
        bytes.extend(check(&bytes));
        bytes
    }

    fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (said, checked) = bytes.split_at_checked(bytes.len().checked_sub(CHECK)?)?;
        if checked != check(said) {
            return None;
        }
        let (pictures, lessons) = said.split_at_checked(PICTURES)?;
        let pictures = [pictures[0], pictures[1] >> 4, pictures[1] & 0xf];
        let [first, second, third] = pictures;
        let known = pictures.iter().all(|place| usize::from(*place) < PICTURE_NAMES.len());
        let differ = first != second && second != third && third != first;
        let whole = lessons.len().is_multiple_of(LESSON) && lessons.len() / LESSON <= MOST;
        if !known || !differ || !whole {
            return None;
        }
        let mut learnt: Vec<Learnt> = Vec::new();
        for bytes in lessons.chunks_exact(LESSON) {
            let one = learnt_from(bytes)?;
            if learnt.iter().any(|known| known.lesson == one.lesson) {
                return None;
            }
            learnt.push(one);
        }
        Some(Self { pictures, learnt })
    }
}

fn learnt_from(bytes: &[u8]) -> Option<Learnt> {
    let [first, second, rest @ ..] = bytes else { return None };
    let [high, middle, low] = rest else { return None };
    let packed = u32::from_be_bytes([0, *high, *middle, *low]);
    let times =
        u8::try_from(packed >> 20 & 0b11).ok().filter(|times| (1..=OFTEN).contains(times))?;
    let since = Span::new().days(i32::try_from(packed & LAST_DAY).ok()?);
    Some(Learnt {
        lesson: LessonMark(u16::from_be_bytes([*first, *second])),
        rung: *Rung::ALL.get(usize::try_from(packed >> 22).ok()?)?,
        times,
        day: FIRST_DAY.checked_add(since).ok()?,
    })
}

/// Tells damage: the first bytes of a SHA-256.
fn check(bytes: &[u8]) -> [u8; CHECK] {
    let [first, second, ..] = <[u8; 32]>::from(Sha256::digest(bytes));
    [first, second]
}

impl fmt::Display for Passport {
    /// As it stands in the square: capitals and digits only, so that a code holds more of them
    /// (ISO/IEC 18004, alphanumeric mode).
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{START}{}", BASE32_NOPAD.encode(&self.bytes()))
    }
}

impl FromStr for Passport {
    type Err = NoPassport;

    /// Capitals do not count: some scanners have no others.
    fn from_str(text: &str) -> Result<Self, NoPassport> {
        let text = text.trim().to_ascii_uppercase();
        let coded = text.strip_prefix(START).ok_or(NoPassport)?;
        let bytes = BASE32_NOPAD.decode(coded.as_bytes()).map_err(|_| NoPassport)?;
        Self::from_bytes(&bytes).ok_or(NoPassport)
    }
}

#[cfg(test)]
mod tests;
