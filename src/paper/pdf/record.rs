//! A record of work on A4: facts, what was found line by line, boxes to tick, lines to sign on.
//!
//! It is read at arm's length by somebody who works, so the type is small where there is much to
//! tell: all of it on one sheet is worth more than larger letters on two.

use super::super::PaperError;
use super::super::fonts::{Fonts, Run};
use super::file::File;
use super::letters;
use super::parts::{frame, level, moved, under};
use super::sheet::{self, BASELINE, Format, MARGIN, Mark, Part, ROOM, Sheet};

/// A record of work.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record {
    /// What it is.
    pub title: String,
    /// What it is about, at the foot of each of several sheets.
    pub subject: String,
    /// A name and a value each.
    pub facts: Vec<(String, String)>,
    /// The whole in a line.
    pub verdict: String,
    /// Headings, each with what was found.
    pub sections: Vec<(String, Vec<Entry>)>,
    /// What stands above the boxes.
    pub checks_title: String,
    /// Boxes to tick.
    pub checks: Vec<Check>,
    /// What is written by hand at the end.
    pub signature: Vec<String>,
}

/// One thing that was looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// How it is, in a word or two.
    pub state: String,
    /// Whether somebody must do something before the public comes.
    pub is_urgent: bool,
    /// What was tried and found.
    pub text: String,
    /// What to do; empty where there is nothing to do.
    pub remedy: String,
    /// Its name in the manual; empty where nobody will look it up.
    pub id: String,
}

/// Something to tick, unless it was answered before.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Check {
    /// What is asked.
    pub question: String,
    /// What somebody said.
    pub answer: Option<bool>,
}

/// Sizes of body text that are tried for one sheet, in points; the first again for several.
const BODIES: [f32; 6] = [11.0, 10.5, 10.0, 9.5, 9.0, 8.5];
/// Of the body's size.
const TITLE: f32 = 1.7;
const HEADING: f32 = 1.15;
/// The column of states, of the body's size.
const STATES: f32 = 5.2;
/// The side of a box, of the body's size.
const BOX: f32 = 0.95;
/// Room to sign in, in points.
const SIGNING: f32 = 26.0;
/// The height of a line, of the type's size: tighter than for people who read with difficulty.
const LEADING: f32 = 1.2;
const HAIR: f32 = 0.5;

/// Sets a record on one sheet of A4 where it fits in type that can be read, on several otherwise.
///
/// # Errors
/// [`PaperError::NoTypeface`] when the typeface cannot be embedded.
pub fn record(record: &Record, fonts: &mut Fonts) -> Result<Vec<u8>, PaperError> {
    let mut set = |body: f32| -> Vec<Sheet> {
        let mut composer = Composer { fonts, body };
        let parts = composer.parts(record);
        sheet::fill(parts, Format::A4, composer.fonts, Some(&record.subject), body)
    };
    let one = BODIES.into_iter().map(&mut set).find(|sheets| sheets.len() == 1);
    let sheets = one.unwrap_or_else(|| set(BODIES[0]));
    let file = super::file::write(&sheets, &File::PLAIN, None, fonts);
    fonts.forget();
    file
}

struct Composer<'f> {
    fonts: &'f mut Fonts,
    body: f32,
}

impl Composer<'_> {
    fn parts(&mut self, record: &Record) -> Vec<Part> {
        let body = self.body;
        let mut parts = vec![
            with_gap(
                self.text(&[Run::bold(&record.title)], TITLE * body, (MARGIN, ROOM)),
                0.3 * body,
            ),
            with_gap(self.facts(&record.facts), 0.4 * body),
            with_gap(self.verdict(&record.verdict), 0.3 * body),
        ];
        for (heading, entries) in &record.sections {
            let mut above = Some(self.heading(heading));
            for entry in entries {
                let mut part = self.entry(entry);
                // A heading never stands alone at the foot of a sheet.
                if let Some(heading) = above.take() {
                    part = under(heading, part);
                }
                parts.push(with_gap(part, 0.06 * body));
            }
        }
        parts.push(self.end(record));
        parts
    }

    /// Words in a column, wrapped.
    fn text(&mut self, runs: &[Run<'_>], size: f32, (left, room): (f32, f32)) -> Part {
        let mut part = Part::default();
        for line in letters::wrap(self.fonts, runs, room / size) {
            let y = part.height + BASELINE * size;
            part.marks.push(Mark::Words { x: left, y, size, line });
            part.height += LEADING * size;
        }
        part
    }

    /// Names and values in two columns; what is longer goes across both.
    fn facts(&mut self, facts: &[(String, String)]) -> Part {
        let body = self.body;
        let half = ROOM / 2.0;
        let mut all = Part::default();
        let mut left: Option<Part> = None;
        for (name, value) in facts {
            let name = format!("{name}:");
            let runs = [Run::plain(&name), Run::bold(value)];
            let width = letters::line(self.fonts, &runs).width * body;
            if width > half - 2.0 * body {
                if let Some(left) = left.take() {
                    all = under(all, left);
                }
                let part = self.text(&runs, body, (MARGIN, ROOM));
                all = under(all, part);
            } else if let Some(first) = left.take() {
                let second = self.text(&runs, body, (MARGIN + half, half));
                all = under(all, level(first, second));
            } else {
                left = Some(self.text(&runs, body, (MARGIN, half)));
            }
        }
        if let Some(left) = left {
            all = under(all, left);
        }
        all
    }

    /// The whole in a frame.
    fn verdict(&mut self, verdict: &str) -> Part {
        let inset = 0.45 * self.body;
        let size = HEADING * self.body;
        let words = self.text(&[Run::bold(verdict)], size, (MARGIN + inset, ROOM - 2.0 * inset));
        let mut part = moved(words, 0.7 * inset);
        part.height += 0.7 * inset;
        part.marks.extend(frame((MARGIN, 0.0), (ROOM, part.height), 1.2));
        part
    }

    fn heading(&mut self, heading: &str) -> Part {
        let size = HEADING * self.body;
        let words = self.text(&[Run::bold(heading)], size, (MARGIN, ROOM));
        let mut part = moved(words, 0.15 * self.body);
        part.marks.push(Mark::Bar { x: MARGIN, y: part.height, width: ROOM, height: HAIR });
        part.height += 0.1 * self.body;
        part
    }

    /// The state, and beside it what was found and what to do.
    fn entry(&mut self, entry: &Entry) -> Part {
        let body = self.body;
        let (left, room) = (MARGIN + STATES * body, ROOM - STATES * body);
        let state =
            if entry.is_urgent { Run::bold(&entry.state) } else { Run::plain(&entry.state) };
        let state = self.text(&[state], body, (MARGIN, STATES * body));
        let id = if entry.id.is_empty() { String::new() } else { format!("({})", entry.id) };
        let mut found = self.text(&[Run::plain(&entry.text), Run::plain(&id)], body, (left, room));
        if !entry.remedy.is_empty() {
            let remedy = format!("Do: {}", entry.remedy);
            let remedy = self.text(&[Run::bold(&remedy)], body, (left, room));
            found = under(found, remedy);
        }
        level(state, found)
    }

    /// Boxes and lines to sign on, which stay together.
    fn end(&mut self, record: &Record) -> Part {
        let mut part = Part::default();
        if !record.checks.is_empty() {
            part = self.heading(&record.checks_title);
        }
        for check in &record.checks {
            let check = self.check(check);
            part = under(part, check);
        }
        let signing = self.signing(&record.signature);
        under(part, signing)
    }

    fn check(&mut self, check: &Check) -> Part {
        let body = self.body;
        let side = BOX * body;
        let mut marks = Vec::new();
        let mut left = MARGIN;
        for (word, is_it) in
            [("yes", check.answer == Some(true)), ("no", check.answer == Some(false))]
        {
            marks.extend(frame((left, 0.2 * body), (side, side), 0.8));
            if is_it {
                let cross = letters::line(self.fonts, &[Run::bold("×")]);
                let x = left + (side - cross.width * body * 1.2) / 2.0;
                marks.push(Mark::Words { x, y: 1.05 * body, size: 1.2 * body, line: cross });
            }
            let line = letters::line(self.fonts, &[Run::plain(word)]);
            let width = line.width * body;
            left += side + 0.3 * body;
            marks.push(Mark::Words { x: left, y: BASELINE * body, size: body, line });
            left += width + 0.8 * body;
        }
        let question =
            self.text(&[Run::plain(&check.question)], body, (left, MARGIN + ROOM - left));
        let boxes = Part { marks, height: 1.35 * body, gap: 0.0 };
        let mut part = level(boxes, question);
        part.height += 0.15 * body;
        part
    }

    fn signing(&mut self, names: &[String]) -> Part {
        let body = self.body;
        let shares: Vec<f32> =
            names.iter().map(|name| if name == "Date" { 0.7 } else { 1.15 }).collect();
        let all: f32 = shares.iter().sum();
        let gap = 1.5 * body;
        let count = u16::try_from(names.len()).unwrap_or(1);
        let room = ROOM - gap * (f32::from(count) - 1.0);
        let mut left = MARGIN;
        let mut marks = Vec::new();
        for (name, share) in names.iter().zip(shares) {
            let width = room * share / all;
            marks.push(Mark::Bar { x: left, y: SIGNING, width, height: 0.8 });
            let line = letters::line(self.fonts, &[Run::plain(name)]);
            marks.push(Mark::Words { x: left, y: SIGNING + 1.2 * body, size: body, line });
            left += width + gap;
        }
        Part { marks, height: SIGNING + 1.5 * body, gap: 0.0 }
    }
}

fn with_gap(part: Part, gap: f32) -> Part {
    Part { gap, ..part }
}
