//! What of the arrival speech stands in the voice card: as much as has room, the present sentence
//! lit.

use crate::app::Speech;
use crate::domain::panel::{Arrangement, Panel};
use crate::view::View;

use super::measure::{card_em, pad};
use super::ruler::{Ruler, words};

/// The height of the card's words above a keyboard on a small panel, in millimetres.
const STRIP: f32 = 15.0;

/// The room that asking to read on takes there, in millimetres.
const READ_ON: f32 = 30.0;

/// A line, of the type's size.
const LINE: f32 = 1.25;

/// A word, and whether its sentence is being said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    pub(super) text: String,
    pub(super) lit: bool,
}

/// What stands in the card.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Caption {
    pub(super) lines: Vec<Vec<Word>>,
    /// The question stands here, large, for want of room elsewhere.
    pub(super) titled: bool,
    /// The sentence to go on with, where more is to be read than stands here.
    pub(super) next: Option<usize>,
    /// Of the usual size: a sentence that is too long for its place is smaller.
    pub(super) scale: f32,
}

/// The card of a view.
pub(super) fn caption(view: &View, speech: Speech, panel: Panel, ruler: &Ruler) -> Caption {
    let compact = panel.is_compact(view.settings.letters);
    let em = card_em(panel, view.settings.letters, view.arrangement);
    let whole = view.say.join(" ");
    let all_fit = |(width, most): (f32, usize)| {
        !compact && ruler.count(&whole, width, compact).is_some_and(|lines| lines <= most)
    };
    // What asks to read on takes room of its own; without it all may fit.
    let alone = room(view, panel, compact, em, false);
    let (width, most) = if all_fit(alone) { alone } else { room(view, panel, compact, em, true) };
    let complaint = view.fields.iter().find_map(|field| field.error.clone());
    if let (Some(complaint), true) = (complaint, panel.is_small() || is_strip(view, panel)) {
        let strip = panel.is_small() && is_strip(view, panel) && !is_digits(view);
        return if strip {
            // Nothing is left to read on, and the buttons beside it leave height for two lines.
            told(&complaint, width + READ_ON / em, STRIP / (em * LINE), ruler)
        } else {
            told(&complaint, width, lines_of(most), ruler)
        };
    }
    let at = speech.at.unwrap_or(0).min(view.say.len().saturating_sub(1));
    let fits = |texts: &[String]| {
        ruler.count(&texts.join(" "), width, compact).is_some_and(|lines| lines <= most)
    };
    let pages = pages(&view.say, fits, compact);
    let page = pages.iter().rposition(|first| *first <= at).unwrap_or(0);
    let first = pages.get(page).copied().unwrap_or(0);
    let end = pages.get(page + 1).copied().unwrap_or(view.say.len());
    let shown = view.say.get(first..end).unwrap_or_default();
    let text = shown.join(" ");
    let scale = scale(&text, width, lines_of(most), compact, ruler);
    let words: Vec<(bool, String)> = (first..end)
        .zip(shown)
        .flat_map(|(sentence, text)| {
            let lit = speech.speaking && speech.at == Some(sentence);
            words(text).into_iter().map(move |word| (lit, word))
        })
        .collect();
    let lines = lines(words, width / scale, compact, ruler);
    let next = (pages.len() > 1).then_some(if end < view.say.len() { end } else { 0 });
    Caption { lines, titled: compact, next, scale }
}

/// What is wrong with what was typed, where the field has no room to say so.
fn told(complaint: &str, width: f32, most: f32, ruler: &Ruler) -> Caption {
    let scale = scale(complaint, width, most, true, ruler);
    let words = words(complaint).into_iter().map(|word| (false, word)).collect();
    Caption { lines: lines(words, width / scale, true, ruler), titled: true, next: None, scale }
}

/// How much smaller a text must be to have room.
fn scale(text: &str, width: f32, most: f32, bold: bool, ruler: &Ruler) -> f32 {
    let fits = |scale: f32| {
        let lines = ruler.count(text, width / scale, bold);
        lines.is_some_and(|lines| lines <= most_at(most, scale))
    };
    [1.0, 0.9, 0.8, 0.7, 0.65, 0.6].into_iter().find(|scale| fits(*scale)).unwrap_or(0.5)
}

fn lines(words: Vec<(bool, String)>, width: f32, bold: bool, ruler: &Ruler) -> Vec<Vec<Word>> {
    let word = |(lit, text)| Word { text, lit };
    let lines = ruler.lines(words, width, bold).into_iter();
    lines.map(|line| line.into_iter().map(word).collect()).collect()
}

/// Smaller lines are lower: more of them have room.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a handful of lines")]
fn most_at(most: f32, scale: f32) -> usize {
    (most / scale) as usize
}

fn lines_of(most: usize) -> f32 {
    f32::from(u8::try_from(most).unwrap_or(u8::MAX))
}

/// The width of a line in the card, of its type's size, and how many lines there are.
fn room(view: &View, panel: Panel, compact: bool, em: f32, more: bool) -> (f32, usize) {
    let strip = is_strip(view, panel);
    let reads = compact && view.arrangement == Arrangement::Notes;
    let width = f32::from(panel.width);
    let edges = if panel.is_small() { 14.0 } else { 14.0 + 2.0 * pad(panel) };
    let buttons = match (panel.is_small(), more) {
        (true, _) => 78.0,
        (false, true) => 122.0,
        (false, false) => 82.0,
    };
    let (line, most) = match (panel.is_wide(), compact) {
        _ if strip && panel.is_small() => {
            (width - edges - buttons, if is_digits(view) { 3 } else { 1 })
        }
        _ if strip => (width - edges - buttons, 2),
        (true, true) if !panel.is_small() => (width * if reads { 0.5 } else { 0.36 } - edges, 7),
        (true, true) if reads => (width * 0.5 - edges, if em > 8.0 { 4 } else { 5 }),
        (true, true) => (width * 0.38 - edges, if em > 8.0 { 4 } else { 5 }),
        (true, false) => (width * 0.36 - edges, 9),
        (false, true) if reads => (width - edges, if em > 8.0 { 5 } else { 8 }),
        (false, true) => (width - edges, 3),
        (false, false) => (width - edges - buttons, 3),
    };
    (line / em, most)
}

/// Whether letters are typed on a wide panel: the keys want its whole width, and its height.
fn is_strip(view: &View, panel: Panel) -> bool {
    let field = view.arrangement == Arrangement::Field;
    panel.is_wide() && field && (panel.is_small() || !is_digits(view))
}

/// Whether the field of a view takes digits only.
pub(super) fn is_digits(view: &View) -> bool {
    let digits = |kind: &str| matches!(kind, "digits" | "telephone");
    view.fields.first().is_some_and(|field| digits(field.kind))
}

/// The first sentences of each page; whole sentences, as many as have room.
fn pages(say: &[String], fits: impl Fn(&[String]) -> bool, title_alone: bool) -> Vec<usize> {
    let mut pages = vec![0];
    for sentence in 1..say.len() {
        let first = pages.last().copied().unwrap_or(0);
        let after_title = title_alone && sentence == 1;
        let full = say.get(first..=sentence).is_none_or(|page| !fits(page));
        if full || after_title {
            pages.push(sentence);
        }
    }
    pages
}

#[cfg(test)]
mod tests {
    use super::*;

    fn say(sentences: &[&str]) -> Vec<String> {
        sentences.iter().map(|sentence| (*sentence).to_owned()).collect()
    }

    #[test]
    fn a_page_holds_whole_sentences() {
        let say = say(&["One two.", "Three.", "Four five six seven."]);
        let room = |room: usize| move |page: &[String]| page.join(" ").len() <= room;
        assert_eq!(pages(&say, room(100), false), [0]);
        assert_eq!(pages(&say, room(17), false), [0, 2]);
        assert_eq!(pages(&say, room(1), false), [0, 1, 2], "one at least");
    }

    #[test]
    fn a_question_without_another_place_stands_alone() {
        assert_eq!(pages(&say(&["What?", "Touch it.", "Or not."]), |_| true, true), [0, 1]);
    }
}
