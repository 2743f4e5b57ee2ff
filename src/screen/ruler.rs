//! How wide words are, before the window draws them.
//!
//! Letters are measured once, each by itself: nothing that a person said is kept here.

use std::collections::HashMap;

use crate::paper::Fonts;

/// A text whose numbers are not torn apart at the end of a line: digits that follow each other
/// stay together.
pub(super) fn unbroken(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let digit = |place: usize| letters.get(place).is_some_and(char::is_ascii_digit);
    let between = |place: usize| place > 0 && digit(place - 1) && digit(place + 1);
    let mut glued = String::with_capacity(text.len());
    for (place, letter) in letters.iter().enumerate() {
        match letter {
            ' ' if between(place) => glued.push_str(GLUE),
            letter => glued.push(*letter),
        }
    }
    glued
}

/// As wide as a space. The one space that is made not to break, U+00A0, does break in a window when
/// a line is full right there.
const GLUE: &str = "\u{202f}\u{202f}";

/// The words of a text, no number torn apart.
pub(super) fn words(text: &str) -> Vec<String> {
    unbroken(text).split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Mean width of a letter, of the type's size, where no typeface could be measured.
const USUAL: f32 = 0.58;

/// Advances of letters, of the type's size.
#[derive(Debug, Default)]
pub(super) struct Ruler {
    plain: HashMap<char, f32>,
    bold: HashMap<char, f32>,
}

impl Ruler {
    /// Measures the letters of every language in the installed typeface.
    pub(super) fn installed() -> Self {
        let Ok(mut fonts) = Fonts::installed() else { return Self::default() };
        // Latin with its supplements: Portuguese and Romanian, and the quotation marks.
        let letters = (' '..='ɏ').chain("–—‘’“”„…●✓\u{202f}".chars());
        let mut ruler = Self::default();
        for letter in letters.filter(|letter| !letter.is_control()) {
            ruler.plain.insert(letter, fonts.advance(letter, false));
            ruler.bold.insert(letter, fonts.advance(letter, true));
        }
        ruler
    }

    /// The width of a text on one line, of the type's size.
    pub(super) fn width(&self, text: &str, bold: bool) -> f32 {
        let advances = if bold { &self.bold } else { &self.plain };
        text.chars().map(|letter| advances.get(&letter).copied().unwrap_or(USUAL)).sum()
    }

    /// Words in lines at most `room` wide, of the type's size; a word is never broken.
    pub(super) fn lines<T>(
        &self,
        words: Vec<(T, String)>,
        room: f32,
        bold: bool,
    ) -> Vec<Vec<(T, String)>> {
        let space = self.width(" ", bold);
        let mut lines: Vec<Vec<(T, String)>> = Vec::new();
        let mut used = 0.0;
        for (mark, word) in words {
            let width = self.width(&word, bold);
            match lines.last_mut() {
                Some(line) if used + space + width <= room => {
                    used += space + width;
                    line.push((mark, word));
                }
                _ => {
                    used = width;
                    lines.push(vec![(mark, word)]);
                }
            }
        }
        lines
    }

    /// How many lines a text takes; `None` where one of its words is wider than the room.
    pub(super) fn count(&self, text: &str, room: f32, bold: bool) -> Option<usize> {
        let words: Vec<((), String)> = words(text).into_iter().map(|word| ((), word)).collect();
        let fits = words.iter().all(|((), word)| self.width(word, bold) <= room);
        fits.then(|| self.lines(words, room, bold).len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wide_letters_are_wider_than_narrow_ones_and_bold_than_plain() {
        let ruler = Ruler::installed();
        assert!(ruler.width("mmm", false) > ruler.width("iii", false));
        assert!(ruler.width("Continuar", true) > ruler.width("Continuar", false));
    }

    #[test]
    fn no_number_is_torn_apart() {
        assert_eq!(words("Ligue 0800 000 agora."), ["Ligue", "0800\u{202f}\u{202f}000", "agora."]);
        let digits = format!("2{GLUE}0{GLUE}2,");
        assert_eq!(words("2 0 2, 0 0"), [digits, format!("0{GLUE}0")]);
    }

    #[test]
    fn words_stand_in_lines_and_are_not_broken() {
        let ruler = Ruler::default();
        let room = 6.5 * USUAL;
        assert_eq!(ruler.count("Sim ou não", room, true), Some(2));
        assert_eq!(ruler.count("Atendimento", room, true), None);
    }
}
