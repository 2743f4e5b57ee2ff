//! Which service a text is about, in one language.

use std::collections::{BTreeMap, HashMap};

use super::lexicon::{Lexicon, Term};
use super::tongue::Tongue;
use super::word::{Reader, Word, words};
use crate::domain::city::{Language, Service};

/// What a phrase weighs by where it stands.
const NAME: f32 = 1.0;
const KEYWORD: f32 = 1.0;
const LINE: f32 = 0.35;
/// How surely a typed word is meant: it sounds the same, shares a beginning, has slips.
const ALIKE: f32 = 0.95;
const KIN: f32 = 0.7;
const ONE_SLIP: f32 = 0.75;
const TWO_SLIPS: f32 = 0.55;
/// Words this long may have one slip, and two.
const LONG: usize = 5;
const VERY_LONG: usize = 9;
/// So many phrases make a word half as typical of a service as it can be.
const TYPICAL: f32 = 1.0;
/// What a phrase is worth whose words are heard in another order or far apart.
const SCATTERED: f32 = 0.9;
/// A phrase's words are close when the next one is at most the third after.
const CLOSE: usize = 3;
/// What a service's second best phrase adds.
const SECOND: f32 = 0.3;

/// A phrase that a service is known by.
#[derive(Debug)]
struct Phrase {
    service: usize,
    terms: Vec<Term>,
    weight: f32,
}

/// What the services of a city are called in one language.
#[derive(Debug)]
pub(super) struct Topics {
    tongue: Tongue,
    lexicon: Lexicon,
    phrases: Vec<Phrase>,
    /// By term: the phrases that hold it.
    held_by: Vec<Vec<usize>>,
    /// By term: services and how typical the term is of them, from 0 to 1.
    typical: Vec<Vec<(usize, f32)>>,
    /// By term: how telling it is.
    telling: Vec<f32>,
}

/// What was heard of a term: how surely, and where.
#[derive(Debug, Default)]
struct Heard {
    quality: f32,
    places: Vec<usize>,
}

impl Topics {
    /// Learns what services are called in a language.
    pub(super) fn new(services: &[Service], language: Language) -> Self {
        let tongue = Tongue::from(language);
        let mut reader = Reader::new(tongue);
        let mut lexicon = Lexicon::default();
        let mut phrases = Vec::new();
        for (service, words) in
            services.iter().enumerate().filter_map(|(i, s)| Some((i, s.words.get(&language)?)))
        {
            let keywords = words.keywords.iter().map(|keyword| (keyword, KEYWORD));
            for (text, weight) in
                [(&words.name, NAME), (&words.line, LINE)].into_iter().chain(keywords)
            {
                let terms =
                    telling(reader.words(text), tongue).iter().map(|w| lexicon.learn(w)).collect();
                phrases.push(Phrase { service, terms, weight });
            }
        }
        Self::of(phrases, lexicon, tongue, services.len())
    }

    #[allow(clippy::cast_precision_loss, reason = "counts are small")]
    fn of(phrases: Vec<Phrase>, lexicon: Lexicon, tongue: Tongue, services: usize) -> Self {
        let mut held_by = vec![Vec::new(); lexicon.len()];
        let mut uses = vec![BTreeMap::<usize, f32>::new(); lexicon.len()];
        for (i, phrase) in phrases.iter().enumerate() {
            for &term in &phrase.terms {
                held_by[term].push(i);
                *uses[term].entry(phrase.service).or_default() += phrase.weight;
            }
        }
        let scale = (services as f32).ln_1p();
        let telling = uses
            .iter()
            .map(|uses| {
                let spread: f32 = uses.values().map(|used| used.min(1.0)).sum();
                (services as f32 / spread.max(1.0)).ln_1p() / scale
            })
            .collect();
        let typical = uses
            .into_iter()
            .map(|uses| uses.into_iter().map(|(s, used)| (s, used / (used + TYPICAL))).collect())
            .collect();
        Self { tongue, lexicon, phrases, held_by, typical, telling }
    }

    /// Whether a word is written as people here write one.
    pub(super) fn knows(&self, word: &Word) -> bool {
        self.tongue.is_little(&word.plain) || self.lexicon.holds(word)
    }

    /// How much of a text is known here, from 0 to 1.
    #[allow(clippy::cast_precision_loss, reason = "counts are small")]
    pub(super) fn familiar(&self, text: &str) -> f32 {
        let words = words(text, self.tongue);
        let known = words
            .iter()
            .filter(|word| self.tongue.is_little(&word.plain) || self.lexicon.same(word).is_some());
        known.count() as f32 / words.len().max(1) as f32
    }

    /// Every service that a text may be about, by its index, with how well it fits.
    pub(super) fn find(&self, text: &str) -> Vec<(usize, f32)> {
        let senses: Vec<_> = telling(words(text, self.tongue), self.tongue)
            .iter()
            .map(|word| self.senses(word))
            .collect();
        let mut evidence: HashMap<usize, Evidence> = HashMap::new();
        for senses in &senses {
            for (service, value) in self.typical_for(senses) {
                evidence.entry(service).or_default().words += value;
            }
        }
        for (service, value) in self.phrases_heard(&senses) {
            evidence.entry(service).or_default().add_phrase(value);
        }
        evidence.into_iter().map(|(service, evidence)| (service, evidence.score())).collect()
    }

    /// What one typed word says for each service.
    fn typical_for(&self, senses: &[(Term, f32)]) -> HashMap<usize, f32> {
        let mut values: HashMap<usize, f32> = HashMap::new();
        for &(term, quality) in senses {
            for &(service, typical) in &self.typical[term] {
                let value = values.entry(service).or_default();
                *value = value.max(self.telling[term] * quality * typical);
            }
        }
        values
    }

    /// The terms that a typed word may be, each once, with how surely.
    fn senses(&self, word: &Word) -> Vec<(Term, f32)> {
        let mut senses: HashMap<Term, f32> = HashMap::new();
        let mut hear = |term, quality: f32| {
            let best = senses.entry(term).or_default();
            *best = best.max(quality);
        };
        self.lexicon.same(word).into_iter().for_each(|term| hear(term, 1.0));
        self.lexicon.alike(word).iter().for_each(|&term| hear(term, ALIKE));
        let known = self.lexicon.same(word).is_some() || !self.lexicon.alike(word).is_empty();
        self.lexicon.kin(word).for_each(|term| hear(term, KIN));
        let most = match word.plain.chars().count() {
            _ if known => 0,
            ..LONG => 0,
            LONG..VERY_LONG => 1,
            _ => 2,
        };
        if most > 0 {
            for (term, slips) in self.lexicon.slips(word, most) {
                hear(term, if slips == 1 { ONE_SLIP } else { TWO_SLIPS });
            }
        }
        let mut senses: Vec<_> = senses.into_iter().collect();
        senses.sort_by_key(|(term, _)| *term);
        senses
    }

    /// The phrases of which something was heard: their service and their value.
    fn phrases_heard(&self, senses: &[Vec<(Term, f32)>]) -> Vec<(usize, f32)> {
        let mut heard: HashMap<Term, Heard> = HashMap::new();
        for (place, senses) in senses.iter().enumerate() {
            for &(term, quality) in senses {
                let heard = heard.entry(term).or_default();
                heard.quality = heard.quality.max(quality);
                heard.places.push(place);
            }
        }
        let mut phrases: Vec<usize> =
            heard.keys().flat_map(|&term| self.held_by[term].iter().copied()).collect();
        phrases.sort_unstable();
        phrases.dedup();
        phrases
            .into_iter()
            .map(|i| {
                let phrase = &self.phrases[i];
                let total: f32 = phrase.terms.iter().map(|&term| self.telling[term]).sum();
                let found: f32 = phrase
                    .terms
                    .iter()
                    .filter_map(|&term| Some(heard.get(&term)?.quality * self.telling[term]))
                    .sum();
                let share = found / total.max(f32::EPSILON);
                let close = if in_order(phrase, &heard) { 1.0 } else { SCATTERED };
                (phrase.service, phrase.weight * found * share * share * close)
            })
            .collect()
    }
}

/// What speaks for a service.
#[derive(Clone, Copy, Debug, Default)]
struct Evidence {
    words: f32,
    best_phrase: f32,
    second_phrase: f32,
}

impl Evidence {
    fn add_phrase(&mut self, value: f32) {
        self.second_phrase = self.second_phrase.max(value.min(self.best_phrase));
        self.best_phrase = self.best_phrase.max(value);
    }

    fn score(self) -> f32 {
        self.words + self.best_phrase + SECOND * self.second_phrase
    }
}

/// Whether a phrase's words were heard in order and close to each other.
fn in_order(phrase: &Phrase, heard: &HashMap<Term, Heard>) -> bool {
    let mut last: Option<usize> = None;
    for term in &phrase.terms {
        let Some(heard) = heard.get(term) else { continue };
        let next = heard
            .places
            .iter()
            .copied()
            .find(|&place| last.is_none_or(|last| place > last && place - last <= CLOSE));
        match next {
            Some(place) => last = Some(place),
            None => return false,
        }
    }
    true
}

/// The words that tell something about a subject; all of them where none does.
fn telling(mut words: Vec<Word>, tongue: Tongue) -> Vec<Word> {
    if words.iter().any(|word| !tongue.is_little(&word.plain)) {
        words.retain(|word| !tongue.is_little(&word.plain));
    }
    words
}
