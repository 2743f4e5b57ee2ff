//! One word that is said otherwise than it is written.

/// Where a word is said otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Wherever it stands.
    Anywhere,
    /// Before a name, as in an address.
    BeforeName,
    /// Before a number.
    BeforeNumber,
    /// After a number.
    AfterNumber,
}

/// One word, or some words, and how they are said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// As it is written. A first letter may be large or small, unless all letters are large.
    pub written: String,
    /// As it is said.
    pub spoken: String,
    /// Where.
    pub place: Place,
}

impl Rule {
    /// How much of `rest` is this word, when it stands there after `before`.
    pub(super) fn matches(&self, before: &str, rest: &str) -> Option<usize> {
        // Nearly every rule ends here, at every letter that is said.
        let length = self.begins(rest)?;
        let is_joined = |text: &str, end: bool| {
            let letter = if end { text.chars().next_back() } else { text.chars().next() };
            letter.is_some_and(char::is_alphanumeric)
        };
        let joins_before = is_joined(&self.written, false)
            && is_joined(before, true)
            && !(self.place == Place::AfterNumber && before.ends_with(is_digit));
        if joins_before {
            return None;
        }
        let after = &rest[length..];
        let joins_after = is_joined(&self.written, true)
            && is_joined(after, false)
            && !(self.place == Place::BeforeNumber && after.starts_with(is_digit));
        let is_rest_of_number = self.written.starts_with(is_digit) && ends_within_number(before);
        if joins_after || is_rest_of_number {
            return None;
        }
        let fits = match self.place {
            Place::Anywhere => true,
            Place::BeforeName => self.is_before_name(before, after),
            Place::BeforeNumber => after.trim_start().starts_with(is_digit),
            Place::AfterNumber => before.trim_end().ends_with(is_digit),
        };
        fits.then_some(length)
    }

    fn begins(&self, rest: &str) -> Option<usize> {
        let (own, first) = (self.written.chars().next()?, rest.chars().next()?);
        if own != first && !own.to_lowercase().eq(first.to_lowercase()) {
            return None;
        }
        let tail = &rest[first.len_utf8()..];
        let own_tail = &self.written[own.len_utf8()..];
        let same = own == first || self.written.contains(char::is_lowercase);
        (same && tail.starts_with(own_tail)).then(|| first.len_utf8() + own_tail.len())
    }

    /// Whether a name follows, with a short word before it or not: "R. das Flores". A single letter
    /// after a name is somebody's initial: "Maria R. Silva".
    fn is_before_name(&self, before: &str, after: &str) -> bool {
        let mut words = after.split_whitespace();
        let first = words.next().unwrap_or_default();
        let is_small = first.chars().count() <= 3 && first.chars().all(char::is_lowercase);
        let name = if is_small { words.next().unwrap_or_default() } else { first };
        let is_name = name.starts_with(|letter: char| letter.is_uppercase() || is_digit(letter));
        let is_letter = self.written.chars().filter(|letter| letter.is_alphanumeric()).count() == 1;
        is_name && !(is_letter && ends_with_name(before))
    }
}

/// Whether a text ends with a name, which no sign parts from what follows. A short word that begins
/// a sentence is no name: "Na R. das Flores".
fn ends_with_name(text: &str) -> bool {
    let text = text.trim_end();
    let word = text.rsplit(|letter: char| !letter.is_alphanumeric()).next().unwrap_or_default();
    let begins = word.len() == text.len() && word.chars().count() <= 2;
    word.starts_with(char::is_uppercase) && !begins
}

/// Whether the figures that follow belong to those before: "1.002 zile".
fn ends_within_number(text: &str) -> bool {
    let before = text.strip_suffix(|letter| ".,:/-".contains(letter));
    before.is_some_and(|before| before.ends_with(is_digit))
}

pub(super) fn is_digit(letter: char) -> bool {
    letter.is_ascii_digit()
}
