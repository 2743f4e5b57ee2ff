//! What is to be said, and how long that may take.

use std::time::Duration;

use super::super::Utterance;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Phase {
    /// To be said as soon as the line can.
    Waiting,
    /// Given to the line.
    Asked,
    Speaking,
    Paused,
}

/// What is to be said, up to now.
#[derive(Debug)]
pub(super) struct Talk {
    pub(super) utterance: Utterance,
    pub(super) at: usize,
    pub(super) phase: Phase,
}

impl Talk {
    /// Until when the sentence is said, from a word on; until when more of it is heard, where words
    /// are told.
    pub(super) fn time(&self, word: usize, tells_words: bool) -> Duration {
        let words = self.utterance.sentences[self.at].as_str();
        if tells_words {
            time_to_go_on(words, word, self.utterance.rate)
        } else {
            time_to_say(words, self.utterance.rate)
        }
    }
}

/// When a sentence that began is surely said.
pub(super) fn time_to_say(words: &str, rate: u8) -> Duration {
    let one = Duration::from_millis(if rate < 3 { 225 } else { 150 });
    one.saturating_mul(letters(words)) + Duration::from_secs(5)
}

/// When a word is surely over: one or two after it may go untold, and a pause may follow.
pub(super) fn time_to_go_on(words: &str, word: usize, rate: u8) -> Duration {
    let one = Duration::from_millis(if rate < 3 { 150 } else { 100 });
    let letters = words.split_whitespace().skip(word).take(3).map(letters).sum();
    one.saturating_mul(letters) + Duration::from_secs(3)
}

/// How long something is to say, in letters; digits take as long as words.
fn letters(words: &str) -> u32 {
    words.chars().map(|letter| if letter.is_numeric() { 6 } else { 1 }).sum()
}
