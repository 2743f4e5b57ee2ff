//! How hard words are to read: sentences and words, and two indexes over many sentences.

/// The sentences of a text, each as its words. A sign without a letter or digit is no word.
pub(crate) fn sentences(text: &str) -> Vec<Vec<&str>> {
    let mut sentences = vec![Vec::new()];
    for word in text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)) {
        if let Some(sentence) = sentences.last_mut() {
            sentence.push(word);
        }
        if word.trim_end_matches(['"', '”', '»', ')']).ends_with(['.', '!', '?', '…']) {
            sentences.push(Vec::new());
        }
    }
    sentences.retain(|sentence| !sentence.is_empty());
    sentences
}

/// Flesch's reading ease for Portuguese (Martins, Ghiraldelo, Nunes and Oliveira 1996):
/// 248.835 − 1.015 · words a sentence − 84.6 · syllables a word. From 75 on very easy, from 50
/// on easy. `None` without words.
pub(crate) fn flesch_portuguese(texts: &[&str]) -> Option<f64> {
    let count = Count::of(texts, syllables);
    (count.words > 0.0).then(|| {
        248.835 - 1.015 * (count.words / count.sentences) - 84.6 * (count.measure / count.words)
    })
}

/// Flesch's reading ease (1948): 206.835 − 1.015 · words a sentence − 84.6 · syllables a word. From
/// 80 on easy. `None` without words.
pub(crate) fn flesch_english(texts: &[&str]) -> Option<f64> {
    let count = Count::of(texts, english_syllables);
    (count.words > 0.0).then(|| {
        206.835 - 1.015 * (count.words / count.sentences) - 84.6 * (count.measure / count.words)
    })
}

/// LIX (Björnsson 1968): words a sentence + 100 · words of more than six letters a word. Up to
/// 30 very easy, from 50 on hard. It needs no syllables, so it serves Romanian, which has no
/// index of its own. `None` without words.
pub(crate) fn lix(texts: &[&str]) -> Option<f64> {
    let is_long = |word: &str| usize::from(word.chars().filter(|c| c.is_alphabetic()).count() > 6);
    let count = Count::of(texts, is_long);
    (count.words > 0.0).then(|| count.words / count.sentences + 100.0 * count.measure / count.words)
}

/// Numbers of sentences and words, and the sum of a measure of each word.
struct Count {
    sentences: f64,
    words: f64,
    measure: f64,
}

impl Count {
    fn of(texts: &[&str], measure: impl Fn(&str) -> usize) -> Self {
        let mut count = Self { sentences: 0.0, words: 0.0, measure: 0.0 };
        for sentence in texts.iter().flat_map(|text| sentences(text)) {
            count.sentences += 1.0;
            for word in sentence {
                count.words += 1.0;
                count.measure += f64::from(u32::try_from(measure(word)).unwrap_or(u32::MAX));
            }
        }
        count
    }
}

/// The syllables of a Portuguese word: its runs of vowels, parted where two strong vowels meet
/// (`po-e-ta`) or an accent parts them (`sa-í-da`).
fn syllables(word: &str) -> usize {
    const STRONG: &str = "aáâàeéêoóô";
    let mut syllables = 0;
    let mut previous = None;
    for letter in word.chars().flat_map(char::to_lowercase) {
        let is_vowel = STRONG.contains(letter) || "ãõiíuúü".contains(letter);
        let starts = match previous {
            Some(before) => {
                "íú".contains(letter) || STRONG.contains(before) && STRONG.contains(letter)
            }
            None => true,
        };
        syllables += usize::from(is_vowel && starts);
        previous = is_vowel.then_some(letter);
    }
    syllables.max(1)
}

/// The syllables of an English word: its runs of vowels, without an `e` or `ed` at the end that
/// is not heard (`home`, `called`).
fn english_syllables(word: &str) -> usize {
    let letters: String = word.chars().filter(char::is_ascii_alphabetic).collect();
    let word = letters.to_ascii_lowercase();
    let is_vowel = |letter: char| "aeiouy".contains(letter);
    let runs = word.split(|letter| !is_vowel(letter)).filter(|run| !run.is_empty()).count();
    let silent_e = word.ends_with('e') && !word.ends_with("le");
    let silent_ed = word.strip_suffix("ed").is_some_and(|stem| !stem.ends_with(['t', 'd']));
    runs.saturating_sub(usize::from(silent_e || silent_ed)).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_end_where_a_word_ends_them() {
        assert_eq!(sentences("Ligue 193. Agora!"), [vec!["Ligue", "193."], vec!["Agora!"]]);
        assert_eq!(sentences("São 1.000 – por dia"), [vec!["São", "1.000", "por", "dia"]]);
        assert!(sentences(" … ").is_empty());
    }

    #[test]
    fn syllables_are_counted_as_one_hears_them() {
        for (word, count) in
            [("lâmpada", 3), ("poeta", 3), ("saída", 3), ("não", 1), ("água", 2), ("193", 1)]
        {
            assert_eq!(syllables(word), count, "{word}");
        }
    }

    #[test]
    fn english_syllables_are_counted_as_one_hears_them() {
        for (word, count) in [("home", 1), ("called", 1), ("wanted", 2), ("little", 2), ("the", 1)]
        {
            assert_eq!(english_syllables(word), count, "{word}");
        }
    }

    #[test]
    fn plain_words_are_easier_than_office_words() {
        let plain = ["A gente troca a luz do poste."];
        let office = ["Procede-se à substituição de luminárias inoperantes do logradouro público."];
        assert!(flesch_portuguese(&plain) > Some(75.0));
        assert!(flesch_portuguese(&office) < Some(50.0));
        assert_eq!(flesch_portuguese(&[]), None);
        assert!(flesch_english(&["We mend the lamp in your street."]) > Some(80.0));
        assert!(
            flesch_english(&["Rectification of inoperative municipal illumination."]) < Some(0.0)
        );
        assert!(lix(&["Schimbăm becul de pe stradă."]) < Some(45.0));
        assert!(lix(&["Înlocuirea corpurilor iluminatului public nefuncționale."]) > Some(45.0));
    }
}
