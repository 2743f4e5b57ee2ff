//! Known words, and which of them a typed word may be.

use std::collections::{BTreeMap, HashMap};

use super::word::Word;

/// A known word: its place in the order of learning. Words of one stem are one term.
pub(super) type Term = usize;

/// Words this long may share a beginning and still be kin.
const KIN: usize = 5;

/// Known words.
#[derive(Debug, Default)]
pub(super) struct Lexicon {
    stems: BTreeMap<String, Term>,
    sounds: HashMap<String, Vec<Term>>,
    spellings: HashMap<String, Spelling>,
}

/// One way to write a term.
#[derive(Debug)]
struct Spelling {
    letters: u32,
    length: usize,
    term: Term,
}

impl Lexicon {
    /// How many terms are known.
    pub(super) fn len(&self) -> usize {
        self.stems.len()
    }

    /// Learns a word.
    pub(super) fn learn(&mut self, word: &Word) -> Term {
        let next = self.stems.len();
        let term = *self.stems.entry(word.stem.clone()).or_insert(next);
        let alike = self.sounds.entry(word.sound.clone()).or_default();
        if !alike.contains(&term) {
            alike.push(term);
        }
        let text = &word.plain;
        self.spellings.entry(text.clone()).or_insert_with(|| Spelling {
            letters: letters(text),
            length: text.chars().count(),
            term,
        });
        term
    }

    /// Whether a word is written like one that was learnt.
    pub(super) fn holds(&self, word: &Word) -> bool {
        self.spellings.contains_key(&word.plain)
    }

    /// The term of the same stem.
    pub(super) fn same(&self, word: &Word) -> Option<Term> {
        self.stems.get(&word.stem).copied()
    }

    /// Terms that sound the same.
    pub(super) fn alike(&self, word: &Word) -> &[Term] {
        self.sounds.get(&word.sound).map_or(&[], Vec::as_slice)
    }

    /// Terms of which one is the beginning of the other.
    pub(super) fn kin(&self, word: &Word) -> impl Iterator<Item = Term> {
        let stem = word.stem.as_str();
        let long = stem.chars().count() >= KIN;
        let longer = self
            .stems
            .range(stem.to_owned()..)
            .take_while(move |(known, _)| long && known.starts_with(stem))
            .map(|(_, &term)| term);
        let shorter = stem
            .char_indices()
            .skip(KIN)
            .filter_map(|(end, _)| self.stems.get(&stem[..end]))
            .copied();
        longer.chain(shorter)
    }

    /// Terms that one to `most` slips of the finger turn into the word, with their number.
    pub(super) fn slips(&self, word: &Word, most: usize) -> Vec<(Term, usize)> {
        let mask = letters(&word.plain);
        let length = word.plain.chars().count();
        let mut found = Vec::new();
        for (text, spelling) in &self.spellings {
            let near = spelling.length.abs_diff(length) <= most
                && (spelling.letters ^ mask).count_ones() as usize <= 2 * most;
            if near {
                let slips = strsim::osa_distance(text, &word.plain);
                if slips <= most {
                    found.push((spelling.term, slips));
                }
            }
        }
        found
    }
}

/// The set of letters of a plain word: one slip changes at most two.
fn letters(text: &str) -> u32 {
    text.bytes().fold(0, |set, byte| set | 1 << (byte & 31))
}

#[cfg(test)]
mod tests {
    use super::super::word::words;
    use super::*;
    use crate::domain::city::Language;

    fn word(text: &str) -> Word {
        words(text, Language::PtBr.into()).remove(0)
    }

    #[test]
    fn slips_are_counted_and_two_letters_that_change_places_are_one() {
        let mut lexicon = Lexicon::default();
        let pole = lexicon.learn(&word("poste"));
        assert_eq!(lexicon.slips(&word("pste"), 1), [(pole, 1)]);
        assert_eq!(lexicon.slips(&word("potse"), 1), [(pole, 1)]);
        assert!(lexicon.slips(&word("poxxe"), 1).is_empty());
        assert_eq!(lexicon.slips(&word("poxxe"), 2), [(pole, 2)]);
    }

    #[test]
    fn long_words_with_one_beginning_are_kin() {
        let mut lexicon = Lexicon::default();
        let lighting = lexicon.learn(&word("iluminação"));
        let kin = |text| lexicon.kin(&word(text)).collect::<Vec<_>>();
        assert_eq!(kin("iluminar"), [lighting]);
        assert!(kin("ilu").is_empty());
    }
}
