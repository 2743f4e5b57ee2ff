//! Which danger a text tells of, in whatever language of the city.

use super::lexicon::{Lexicon, Term};
use super::tongue::Tongue;
use super::word::words;
use crate::domain::city::{City, EmergencyContact, Language};

/// At most so many other words stand between one word of a phrase and the next.
const BETWEEN: usize = 2;
/// In words this long one slip of the finger is forgiven.
const LONG: usize = 5;

/// The phrases that mean danger.
#[derive(Debug)]
pub(super) struct Dangers {
    contacts: Vec<String>,
    alphabets: Vec<Alarms>,
}

/// The phrases of one language.
#[derive(Debug)]
struct Alarms {
    tongue: Tongue,
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
            alphabets: city
                .languages
                .iter()
                .map(|&language| Alarms::new(&city.emergencies, language))
                .collect(),
        }
    }

    /// Ids of the contacts to call, the most urgent first: in the order of the city's file.
    pub(super) fn find(&self, text: &str) -> Vec<String> {
        let mut raised = vec![false; self.contacts.len()];
        let mut taken_back = raised.clone();
        for alarms in &self.alphabets {
            for phrase in alarms.heard(text) {
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
        let tongue = Tongue::from(language);
        let mut lexicon = Lexicon::default();
        let mut phrases = Vec::new();
        for (contact, emergency) in contacts.iter().enumerate() {
            for (texts, takes_back) in [(&emergency.phrases, false), (&emergency.unless, true)] {
                for text in texts.get(&language).into_iter().flatten() {
                    let terms = words(text, tongue).iter().map(|w| lexicon.learn(w)).collect();
                    phrases.push(Phrase { contact, terms, takes_back });
                }
            }
        }
        Self { tongue, lexicon, phrases }
    }

    /// The phrases that stand in a text.
    fn heard(&self, text: &str) -> impl Iterator<Item = &Phrase> {
        let mut places = vec![Vec::new(); self.lexicon.len()];
        for (place, word) in words(text, self.tongue).iter().enumerate() {
            let mut terms: Vec<Term> = self.lexicon.alike(word).to_vec();
            terms.extend(self.lexicon.same(word));
            if word.plain.chars().count() >= LONG {
                terms.extend(self.lexicon.slips(word, 1).into_iter().map(|(term, _)| term));
            }
            for term in terms {
                if places[term].last() != Some(&place) {
                    places[term].push(place);
                }
            }
        }
        self.phrases.iter().filter(move |phrase| stands(&phrase.terms, &places, None))
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
