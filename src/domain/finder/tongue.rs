//! The habits of each language: endings, little words, and how letters sound.

mod english;
mod portuguese;
mod romanian;

use std::collections::HashSet;
use std::sync::LazyLock;

use rust_stemmers::{Algorithm, Stemmer};

use crate::domain::city::Language;

/// What is replaced by what, in this order; `^` and `$` are a word's edges.
type Replacements = &'static [(&'static str, &'static str)];

/// The habits of a language.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tongue {
    language: Language,
}

/// Parts of a word this short are joined to their neighbour, as in `s-a` and `don't`.
const SHORT: usize = 2;

/// A shorter stem would belong to too many words (`coma`, `como`, `comer`).
const SAFE: usize = 4;

impl From<Language> for Tongue {
    fn from(language: Language) -> Self {
        Self { language }
    }
}

impl Tongue {
    /// Whether an apostrophe or a hyphen between two parts joins them to one word.
    pub(super) fn joins(self, before: &str, after: &str) -> bool {
        let short = |part: &str| part.chars().count() <= SHORT;
        self.language != Language::PtBr && (short(before) || short(after))
    }

    /// Whether a plain word says nothing about a subject.
    pub(super) fn is_little(self, plain: &str) -> bool {
        static LITTLE: LazyLock<[HashSet<&str>; 3]> = LazyLock::new(|| {
            [portuguese::LITTLE, romanian::LITTLE, english::LITTLE]
                .map(|words| words.split_whitespace().collect())
        });
        let [portuguese, romanian, english] = &*LITTLE;
        let little = match self.language {
            Language::PtBr => portuguese,
            Language::Ro => romanian,
            Language::En => english,
        };
        little.contains(plain) || plain.chars().all(|c| c.is_ascii_digit())
    }

    /// A plain word without its endings.
    pub(super) fn stem(self, plain: &str) -> String {
        let (algorithm, endings) = match self.language {
            Language::PtBr => (Algorithm::Portuguese, portuguese::ENDINGS),
            Language::En => (Algorithm::English, english::ENDINGS),
            Language::Ro => (Algorithm::Romanian, romanian::ENDINGS),
        };
        let word = replaced(plain, endings);
        let stem = Stemmer::create(algorithm).stem(&word);
        if stem.chars().count() < SAFE { bare(&word).to_owned() } else { stem.into_owned() }
    }

    /// How a stem sounds.
    pub(super) fn sound(self, stem: &str) -> String {
        replaced(
            stem,
            match self.language {
                Language::PtBr => portuguese::SOUNDS,
                Language::En => english::SOUNDS,
                Language::Ro => romanian::SOUNDS,
            },
        )
    }
}

/// A word without the `s` of a plural and, where it is long enough, without its last vowel.
fn bare(word: &str) -> &str {
    let singular = word.strip_suffix('s').filter(|rest| rest.len() > SHORT).unwrap_or(word);
    if singular.len() > SAFE {
        singular.strip_suffix(['a', 'e', 'i', 'o']).unwrap_or(singular)
    } else {
        singular
    }
}

fn replaced(word: &str, replacements: Replacements) -> String {
    let mut text = format!("^{word}$");
    for (from, to) in replacements {
        if text.contains(from) {
            text = text.replace(from, to);
        }
    }
    text.retain(|c| c != '^' && c != '$');
    text
}
