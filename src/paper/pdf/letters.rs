//! Words as glyphs, measured in ems: they are the same at every size.

use cosmic_text::fontdb::{ID, Weight};
use unicode_normalization::UnicodeNormalization;

use super::super::fonts::{Fonts, Run};

/// The size that words are shaped at: any does, since nothing is rounded.
const EM: u16 = 500;

/// A font file in the shaper's memory.
pub(super) type Face = (ID, Weight);

/// A glyph and the letters it stands for.
pub(super) struct Glyph {
    pub(super) face: Face,
    pub(super) id: u16,
    pub(super) advance: f32,
    pub(super) letters: String,
}

/// Words on one line.
pub(super) struct Line {
    pub(super) glyphs: Vec<Glyph>,
    pub(super) width: f32,
}

/// Shapes runs on one line.
pub(super) fn line(fonts: &mut Fonts, runs: &[Run<'_>]) -> Line {
    // Marks of their own would stand beside their letters.
    let composed: Vec<String> = runs.iter().map(|run| composed(run.text)).collect();
    let runs: Vec<Run<'_>> = composed
        .iter()
        .zip(runs)
        .map(|(text, run)| if run.bold { Run::bold(text) } else { Run::plain(text) })
        .collect();
    let buffer = fonts.lay(&runs, EM, None);
    let mut glyphs: Vec<Glyph> = Vec::new();
    let mut before = None;
    for laid in buffer.layout_runs() {
        for glyph in laid.glyphs {
            // Several glyphs of one cluster: the first stands for all its letters.
            let cluster = (glyph.start, glyph.end);
            let letters =
                if before == Some(cluster) { "" } else { &laid.text[glyph.start..glyph.end] };
            before = Some(cluster);
            glyphs.push(Glyph {
                face: (glyph.font_id, glyph.font_weight),
                id: glyph.glyph_id,
                advance: glyph.w / f32::from(EM),
                letters: letters.to_owned(),
            });
        }
    }
    let width = glyphs.iter().map(|glyph| glyph.advance).sum();
    Line { glyphs, width }
}

/// Parts runs at their spaces into lines at most `room` ems wide; a word that is wider is parted
/// between letters.
pub(super) fn wrap(fonts: &mut Fonts, runs: &[Run<'_>], room: f32) -> Vec<Line> {
    let space = width(fonts, Run::plain(" ")).max(width(fonts, Run::bold(" ")));
    let mut lines: Vec<Vec<Run<'_>>> = Vec::new();
    let mut left = 0.0;
    let pieces: Vec<Run<'_>> =
        words(runs).into_iter().flat_map(|word| pieces(fonts, word, room)).collect();
    for word in pieces {
        let needed = width(fonts, word);
        match lines.last_mut() {
            Some(line) if needed + space <= left => {
                line.push(word);
                left -= needed + space;
            }
            _ => {
                lines.push(vec![word]);
                left = room - needed;
            }
        }
    }
    lines.iter().map(|words| line(fonts, &joined(words))).collect()
}

/// How wide the widest word is, in ems.
pub(super) fn widest(fonts: &mut Fonts, runs: &[Run<'_>]) -> f32 {
    words(runs).into_iter().map(|word| width(fonts, word)).fold(0.0, f32::max)
}

pub(super) fn width(fonts: &mut Fonts, run: Run<'_>) -> f32 {
    fonts.known_width(run).unwrap_or_else(|| {
        let width = line(fonts, &[run]).width;
        fonts.note_width(run, width);
        width
    })
}

fn composed(text: &str) -> String {
    text.nfc().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// The words of runs; what is one number, as a telephone's, is one word.
fn words<'a>(runs: &[Run<'a>]) -> Vec<Run<'a>> {
    let mut words = Vec::new();
    for run in runs {
        let mut rest = run.text;
        while let Some(at) = first_break(rest) {
            words.push(Run { text: &rest[..at], bold: run.bold });
            rest = &rest[at + 1..];
        }
        words.push(Run { text: rest, bold: run.bold });
    }
    words.retain(|word| !word.text.is_empty());
    words
}

/// Where a line may end.
fn first_break(text: &str) -> Option<usize> {
    let digit = |c: char| c.is_ascii_digit();
    let within_number =
        |at: usize| text[..at].ends_with(digit) && text[at + 1..].starts_with(digit);
    let mut spaces = text.match_indices([' ', '\n', '\r', '\t']).map(|(at, _)| at);
    spaces.find(|at| !within_number(*at))
}

/// A word, in several pieces when it is wider than a line.
fn pieces<'a>(fonts: &mut Fonts, word: Run<'a>, room: f32) -> Vec<Run<'a>> {
    let mut pieces = Vec::new();
    let mut rest = word;
    while width(fonts, rest) > room {
        let ends = rest.text.char_indices().skip(1).map(|(end, _)| end);
        let head = |end: usize| Run { text: &rest.text[..end], bold: rest.bold };
        let fitting = ends.take_while(|end| width(fonts, head(*end)) <= room).last();
        let Some(end) = fitting else { break };
        pieces.push(head(end));
        rest = Run { text: &rest.text[end..], bold: rest.bold };
    }
    pieces.push(rest);
    pieces
}

/// Words with single spaces between them.
fn joined<'a>(words: &[Run<'a>]) -> Vec<Run<'a>> {
    let mut runs = Vec::new();
    for (index, word) in words.iter().enumerate() {
        if index > 0 {
            runs.push(Run { text: " ", bold: word.bold && words[index - 1].bold });
        }
        runs.push(*word);
    }
    runs
}
