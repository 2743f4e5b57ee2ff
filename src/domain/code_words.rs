//! Four everyday words that open what a person left for later.
//!
//! A list holds 1,024 words or 2,048: four of them are 40 or 44 random bits.

use std::collections::BTreeMap;

use zeroize::{Zeroize, ZeroizeOnDrop};

use super::city::Language;
use super::finder::plain;
use super::quiet::quiet_debug;

/// How many words a code has.
pub const WORDS: usize = 4;

/// The sizes that a list may have: powers of two, so that each word is as likely as the other.
pub const SIZES: [usize; 2] = [1024, 2048];

/// The most words that are suggested for a beginning.
const SUGGESTED: usize = 6;

/// The words of one code, as they stand in the list.
#[derive(Clone, PartialEq, Eq, Zeroize, ZeroizeOnDrop, serde::Serialize, serde::Deserialize)]
#[serde(transparent)]
pub struct ResumeCode {
    words: Vec<String>,
}

impl ResumeCode {
    /// Its words, in order.
    #[must_use]
    pub fn words(&self) -> &[String] {
        &self.words
    }

    /// All in one line, as the key is made from it.
    #[must_use]
    pub fn line(&self) -> String {
        self.words.join(" ")
    }
}

quiet_debug!(ResumeCode);

/// The words of one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WordList {
    /// As they are shown, each with its plain spelling, in the order of the plain ones.
    words: Vec<(String, String)>,
}

impl WordList {
    /// A list; its order decides nothing.
    pub fn new(words: impl IntoIterator<Item = String>) -> Self {
        let mut words: Vec<_> = words.into_iter().map(|word| (plain(&word), word)).collect();
        words.sort();
        Self { words }
    }

    /// A word that was typed whole, or by a beginning that only one word has.
    fn find(&self, typed: &str) -> Option<&str> {
        // No word begins with another one: a whole word is the only one with that beginning.
        let mut like = self.like(typed);
        like.next().filter(|_| like.next().is_none())
    }

    /// Words that begin so; all of them for nothing.
    fn like(&self, typed: &str) -> impl Iterator<Item = &str> {
        let from = self.words.partition_point(|(plain, _)| plain.as_str() < typed);
        self.words
            .get(from..)
            .unwrap_or_default()
            .iter()
            .take_while(move |(plain, _)| plain.starts_with(typed))
            .map(|(_, word)| word.as_str())
    }
}

/// What is wrong with a word that was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotAWord {
    /// Several words begin so.
    Unclear,
    /// None does.
    Unknown,
}

/// The words of every language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CodeWords {
    lists: BTreeMap<Language, WordList>,
}

impl CodeWords {
    /// Of these lists.
    #[must_use]
    pub fn new(lists: BTreeMap<Language, WordList>) -> Self {
        Self { lists }
    }

    /// Whether there is anything to make a code of in a language.
    #[must_use]
    pub fn speak(&self, language: Language) -> bool {
        self.lists.get(&language).is_some_and(|list| !list.words.is_empty())
    }

    /// The code of random numbers.
    #[must_use]
    pub fn code(&self, language: Language, random: [u16; WORDS]) -> Option<ResumeCode> {
        let list = self.lists.get(&language)?;
        let word = |random: u16| {
            let place = usize::from(random) % list.words.len().max(1);
            list.words.get(place).map(|(_, word)| word.clone())
        };
        let words = random.into_iter().map(word).collect::<Option<_>>()?;
        Some(ResumeCode { words })
    }

    /// Lists with the one that the person reads now first.
    fn lists(&self, first: Language) -> impl Iterator<Item = &WordList> {
        let others = self.lists.iter().filter(move |(language, _)| **language != first);
        self.lists.get(&first).into_iter().chain(others.map(|(_, list)| list))
    }

    /// Words to choose from for what is typed of the last one: of the person's language, or else
    /// of another one, for a code may have been given in it.
    #[must_use]
    pub fn like(&self, first: Language, typed: &str) -> Vec<String> {
        let typed = pieces(typed).pop().unwrap_or_default();
        if typed.chars().count() < 2 {
            return Vec::new();
        }
        let mut lists = self.lists(first).map(|list| {
            list.like(&typed).take(SUGGESTED).map(str::to_owned).collect::<Vec<String>>()
        });
        lists.find(|words| !words.is_empty()).unwrap_or_default()
    }

    /// Adds what is typed to the words so far; more than a code has are left out.
    ///
    /// # Errors
    ///
    /// One of the words is none, or may be several; nothing was added.
    pub fn add(&self, first: Language, so_far: &[String], typed: &str) -> Result<Added, NotAWord> {
        let mut words = so_far.to_vec();
        for piece in pieces(typed) {
            if words.len() < WORDS {
                words.push(piece);
                self.judge(first, &words)?;
            }
        }
        Ok(Added(words))
    }

    /// Whether some language has all of these words.
    fn judge(&self, first: Language, words: &[String]) -> Result<(), NotAWord> {
        let Some((last, before)) = words.split_last() else { return Ok(()) };
        let mut unclear = false;
        let has = |list: &&WordList| before.iter().all(|word| list.find(word).is_some());
        for list in self.lists(first).filter(has) {
            match list.find(last) {
                // A beginning of several words that the person knows is no foreign word's.
                Some(word) if !unclear || plain(word) == *last => return Ok(()),
                Some(_) => {}
                None => unclear |= list.like(last).next().is_some(),
            }
        }
        Err(if unclear { NotAWord::Unclear } else { NotAWord::Unknown })
    }

    /// The codes that these words may stand for, the likeliest first: one, but for words that two
    /// languages have.
    #[must_use]
    pub fn codes(&self, first: Language, typed: &[String]) -> Vec<ResumeCode> {
        let mut codes: Vec<ResumeCode> = Vec::new();
        for list in self.lists(first) {
            let words: Option<Vec<String>> =
                typed.iter().map(|word| list.find(word).map(str::to_owned)).collect();
            if let Some(words) = words {
                let code = ResumeCode { words };
                if !codes.contains(&code) {
                    codes.push(code);
                }
            }
        }
        codes
    }
}

/// The words so far, as they were typed.
#[derive(Clone, PartialEq, Eq)]
pub struct Added(pub Vec<String>);

quiet_debug!(Added);

/// What was typed before its last word.
#[must_use]
pub fn but_last(typed: &str) -> String {
    let mut words = pieces(typed);
    words.pop();
    words.join(" ")
}

/// What was typed, word by word: without accents, in lower case, whatever stands between.
fn pieces(typed: &str) -> Vec<String> {
    let letters = plain(typed);
    let words = letters.split(|letter: char| !letter.is_alphabetic());
    words.filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn words() -> CodeWords {
        let list = |words: &str| WordList::new(words.split_whitespace().map(str::to_owned));
        CodeWords::new(BTreeMap::from([
            (Language::PtBr, list("balde café limão pão tijolo violão xícara zebra")),
            (Language::Ro, list("băț cafea lămâie pâine scaun țăran violă zebră")),
        ]))
    }

    #[test]
    fn a_beginning_that_only_one_word_has_is_that_word() {
        let words = words();
        let codes = |typed: &str| {
            let Added(words_typed) = words.add(Language::PtBr, &[], typed).unwrap();
            words.codes(Language::PtBr, &words_typed)
        };
        assert_eq!(codes("Tij, CAFÉ; lim-ze")[0].line(), "tijolo café limão zebra");
        assert_eq!(words.add(Language::PtBr, &[], "scaun xic").unwrap_err(), NotAWord::Unknown);
        assert_eq!(codes("scaun țăr pâine bat")[0].line(), "scaun țăran pâine băț");
    }

    #[test]
    fn what_several_words_begin_with_is_asked_again() {
        let list = WordList::new(["casaco", "castelo", "ovo"].map(str::to_owned));
        let words = CodeWords::new(BTreeMap::from([(Language::PtBr, list)]));
        let add = |typed| words.add(Language::PtBr, &[], typed);
        assert_eq!(add("cas").unwrap_err(), NotAWord::Unclear);
        assert_eq!(add("casb").unwrap_err(), NotAWord::Unknown);
        assert!(add("cast").is_ok());
        assert_eq!(words.like(Language::PtBr, "ovo cas"), ["casaco", "castelo"]);
        assert!(words.like(Language::PtBr, "c").is_empty(), "too little to choose by");
    }

    /// The same word as somebody may type it: other case, without or with other accents.
    fn typed_as(word: &str, how: u8) -> String {
        match how % 4 {
            0 => word.to_uppercase(),
            1 => plain(word),
            2 => word.chars().flat_map(|letter| [letter, '\u{301}']).collect(),
            _ => word.to_owned(),
        }
    }

    proptest! {
        #[test]
        fn any_typing_of_a_code_opens_the_same(
            random in any::<[u16; WORDS]>(),
            how in any::<[u8; WORDS]>(),
            between in "[ ,.;\\-\u{a0}\n]{1,3}",
            first in prop::sample::select(vec![Language::PtBr, Language::Ro, Language::En]),
            given in prop::sample::select(vec![Language::PtBr, Language::Ro]),
        ) {
            let words = words();
            let code = words.code(given, random).unwrap();
            let typed: Vec<String> =
                code.words().iter().zip(how).map(|(word, how)| typed_as(word, how)).collect();
            let Added(all) = words.add(first, &[], &typed.join(&between)).unwrap();
            prop_assert!(words.codes(first, &all).contains(&code));
            let mut one_by_one = Vec::new();
            for word in &typed {
                one_by_one = words.add(first, &one_by_one, word).unwrap().0;
            }
            prop_assert_eq!(all, one_by_one);
        }
    }
}
