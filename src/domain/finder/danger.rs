//! Which danger a text tells of, in whatever language of the city.

use super::lexicon::{Lexicon, Term};
use super::word::{Reader, Word, words};
use crate::domain::city::{City, EmergencyContact, Language};

/// At most so many other words stand between one word of a phrase and the next.
const BETWEEN: usize = 2;
/// In words this long one slip of the finger is forgiven.
const LONG: usize = 5;

/// The phrases that mean danger.
#[derive(Debug)]
pub(super) struct Dangers {
    contacts: Vec<String>,
    alarms: Vec<Alarms>,
}

/// The phrases of one language.
#[derive(Debug)]
struct Alarms {
    language: Language,
    lexicon: Lexicon,
    phrases: Vec<Phrase>,
}

#[derive(Debug)]
struct Phrase {
    contact: usize,
    terms: Vec<Term>,
    takes_back: bool,
}

impl Dangers {
    /// Learns a city's phrases.
    pub(super) fn new(city: &City) -> Self {
        Self {
            contacts: city.emergencies.iter().map(|contact| contact.id.clone()).collect(),
            alarms: city
                .languages
                .iter()
                .map(|&language| Alarms::new(&city.emergencies, language))
                .collect(),
        }
    }

    /// Ids of the contacts to call, the most urgent first: in the order of the city's file.
    ///
    /// Only phrases of the languages that the text may be in count. `known` tells whether a word
    /// of a language is written as it should be: then it is no slip for another one.
    pub(super) fn find(
        &self,
        text: &str,
        languages: &[Language],
        known: impl Fn(Language, &Word) -> bool,
    ) -> Vec<String> {
        let mut raised = vec![false; self.contacts.len()];
        let mut taken_back = raised.clone();
        for alarms in self.alarms.iter().filter(|alarms| languages.contains(&alarms.language)) {
            for phrase in alarms.heard(text, |word| known(alarms.language, word)) {
                let contacts = if phrase.takes_back { &mut taken_back } else { &mut raised };
                contacts[phrase.contact] = true;
            }
        }
        self.contacts
            .iter()
            .zip(raised.iter().zip(&taken_back))
            .filter(|(_, (raised, taken_back))| **raised && !**taken_back)
            .map(|(contact, _)| contact.clone())
            .collect()
    }
}

impl Alarms {
    fn new(contacts: &[EmergencyContact], language: Language) -> Self {
        let mut reader = Reader::new(language.into());
        let mut lexicon = Lexicon::default();
        let mut phrases = Vec::new();
        for (contact, emergency) in contacts.iter().enumerate() {
            for (texts, takes_back) in [(&emergency.phrases, false), (&emergency.unless, true)] {
                for text in texts.get(&language).into_iter().flatten() {
                    let terms = reader.words(text).iter().map(|w| lexicon.learn(w)).collect();
                    phrases.push(Phrase { contact, terms, takes_back });
                }
            }
        }
        Self { language, lexicon, phrases }
    }

    /// The phrases that stand in a text.
    fn heard(&self, text: &str, known: impl Fn(&Word) -> bool) -> impl Iterator<Item = &Phrase> {
        let mut places = vec![Vec::new(); self.lexicon.len()];
        for (place, word) in words(text, self.language.into()).iter().enumerate() {
            for term in self.terms(word, known(word)) {
                if places[term].last() != Some(&place) {
                    places[term].push(place);
                }
            }
        }
        self.phrases.iter().filter(move |phrase| stands(&phrase.terms, &places, None))
    }

    /// The terms that a typed word may be.
    fn terms(&self, word: &Word, known: bool) -> Vec<Term> {
        let mut terms: Vec<Term> = self.lexicon.same(word).into_iter().collect();
        if !known && word.plain.chars().count() >= LONG {
            terms.extend(self.lexicon.alike(word));
            terms.extend(self.lexicon.slips(word, 1).into_iter().map(|(term, _)| term));
        }
        terms
    }
}

/// Whether terms stand in order, close to each other, after a place.
fn stands(terms: &[Term], places: &[Vec<usize>], after: Option<usize>) -> bool {
    let Some((first, rest)) = terms.split_first() else { return after.is_some() };
    places[*first]
        .iter()
        .filter(|&&place| after.is_none_or(|after| place > after && place - after <= BETWEEN + 1))
        .any(|&place| stands(rest, places, Some(place)))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    fn contact(id: &str, phrases: &[&str], unless: &[&str]) -> EmergencyContact {
        let words = |texts: &[&str]| {
            BTreeMap::from([(Language::PtBr, texts.iter().map(|&text| text.to_owned()).collect())])
        };
        EmergencyContact {
            id: id.to_owned(),
            phone: String::new(),
            name: BTreeMap::new(),
            phrases: words(phrases),
            unless: words(unless),
        }
    }

    fn heard(contacts: &[EmergencyContact], text: &str, known: &str) -> Vec<String> {
        let dangers = Dangers {
            contacts: contacts.iter().map(|contact| contact.id.clone()).collect(),
            alarms: vec![Alarms::new(contacts, Language::PtBr)],
        };
        dangers.find(text, &[Language::PtBr], |_, word| word.plain == known)
    }

    #[test]
    fn two_other_words_may_stand_between_and_three_may_not() {
        let power = [contact("power", &["caiu fio"], &[])];
        assert_eq!(heard(&power, "caiu um grande fio", ""), ["power"]);
        assert!(heard(&power, "caiu um muito grande fio", "").is_empty());
        assert!(heard(&power, "o fio caiu", "").is_empty());
    }

    #[test]
    fn accents_endings_and_one_slip_do_not_matter() {
        let police = [contact("police", &["assaltaram"], &[])];
        for text in ["assaltado", "ASSALTÁRAM", "asaltaram", "assaltraam"] {
            assert_eq!(heard(&police, text, ""), ["police"], "{text}");
        }
    }

    #[test]
    fn a_word_that_is_written_as_it_should_be_is_no_slip() {
        let police = [contact("police", &["assalto"], &[])];
        assert_eq!(heard(&police, "asfalto", ""), ["police"]);
        assert!(heard(&police, "asfalto", "asfalto").is_empty());
    }

    #[test]
    fn a_phrase_takes_the_alarm_back_for_its_own_contact_only() {
        let contacts = [
            contact("fire", &["pegou fogo"], &["forró pegou fogo"]),
            contact("police", &["fogo"], &[]),
        ];
        assert_eq!(heard(&contacts, "a casa pegou fogo", ""), ["fire", "police"]);
        assert_eq!(heard(&contacts, "o forró pegou fogo", ""), ["police"]);
    }

    #[test]
    fn short_words_keep_their_endings() {
        let ambulance = [contact("ambulance", &["coma"], &[])];
        assert_eq!(heard(&ambulance, "entrou em coma", ""), ["ambulance"]);
        assert!(heard(&ambulance, "como faço para comer", "").is_empty());
    }
}
