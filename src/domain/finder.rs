//! From own words to a service, and from danger to the number to call.
//!
//! A text is cut into words (`word`) by the habits of a language (`tongue`); words are compared
//! forgivingly (`lexicon`). On these stand the two searches: which service (`topics`) and which
//! danger (`danger`). Everything is learnt once from the city; a search changes nothing.
//! `docs/finder.md` tells how it works and how well.

mod danger;
mod lexicon;
mod tongue;
mod topics;
mod word;

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use super::city::{City, Language, ServiceCode};
use danger::Dangers;
use topics::Topics;
pub use word::plain;

/// The words of a text without what bends them.
#[must_use]
pub fn stems(text: &str, language: Language) -> Vec<String> {
    word::words(text, language.into()).into_iter().map(|word| word.stem).collect()
}

/// What was found for a person's words.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// Ids of emergency contacts, the most urgent first.
    pub emergencies: Vec<String>,
    /// Services and how well they fit, best first.
    pub services: Vec<(ServiceCode, f32)>,
}

/// How many services are worth showing.
const MOST: usize = 8;
/// By how much more of a text another language must know than the screen's, from 0 to 1.
const HOME: f32 = 0.25;
/// Below this score a text is taken for nobody's.
const CONFIDENT: f32 = 1.6;

/// What fits less than this share of the best is not offered beside it: a wedding next to a hole
/// in the road costs the trust in all the rest.
const WORTH: f32 = 0.4;

/// Finds services and dangers in own words.
#[derive(Clone, Debug)]
pub struct Finder(Arc<LazyLock<Learnt, Learning>>);

type Learning = Box<dyn FnOnce() -> Learnt + Send>;

/// What was learnt from a city.
#[derive(Debug)]
struct Learnt {
    codes: Vec<ServiceCode>,
    unsure: ServiceCode,
    topics: BTreeMap<Language, Topics>,
    dangers: Dangers,
}

impl Finder {
    /// Learns a city's words.
    #[must_use]
    pub fn new(city: &City) -> Self {
        let learnt = Learnt::of(city);
        Self::learning(Box::new(move || learnt))
    }

    /// Learns a city's words when it is told to, or first asked.
    #[must_use]
    pub fn later(city: Arc<City>) -> Self {
        Self::learning(Box::new(move || Learnt::of(&city)))
    }

    fn learning(learning: Learning) -> Self {
        Self(Arc::new(LazyLock::new(learning)))
    }

    /// Learns now what is not learnt yet.
    pub fn learn(&self) {
        LazyLock::force(&self.0);
    }

    /// What a text is about.
    ///
    /// The unsure service stands first when nothing fits well. Danger is looked for in every
    /// language that the text may be in.
    #[must_use]
    pub fn find(&self, text: &str, language: Language) -> Found {
        self.0.find(text, language)
    }
}

impl Learnt {
    fn of(city: &City) -> Self {
        Self {
            codes: city.services.iter().map(|service| service.code.clone()).collect(),
            unsure: city.unsure.clone(),
            topics: city
                .languages
                .iter()
                .map(|&language| (language, Topics::new(&city.services, language)))
                .collect(),
            dangers: Dangers::new(city),
        }
    }

    fn find(&self, text: &str, language: Language) -> Found {
        let spoken = self.spoken(text, language);
        let emergencies = self.dangers.find(text, &spoken, |language, word| {
            self.topics.get(&language).is_some_and(|topics| topics.knows(word))
        });
        let services = spoken.first().map(|language| self.services(text, *language));
        Found { emergencies, services: services.unwrap_or_default() }
    }

    fn services(&self, text: &str, language: Language) -> Vec<(ServiceCode, f32)> {
        let mut fits =
            self.topics.get(&language).map(|topics| topics.find(text)).unwrap_or_default();
        fits.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));

        let best = fits.first().map_or(0.0, |(_, score)| *score);
        let mut services: Vec<_> =
            fits.into_iter().map(|(i, score)| (self.codes[i].clone(), score)).collect();
        if best >= CONFIDENT {
            services.retain(|(_, score)| *score >= WORTH * best);
        } else {
            services.retain(|(code, _)| *code != self.unsure);
            services.insert(0, (self.unsure.clone(), best));
        }
        services.truncate(MOST);
        services
    }

    /// The languages that a text may be in, the likeliest first: the screen's, unless another one
    /// knows clearly more of the words.
    fn spoken(&self, text: &str, screen: Language) -> Vec<Language> {
        let mut spoken: Vec<(Language, f32)> = self
            .topics
            .iter()
            .map(|(language, topics)| {
                let home = if *language == screen { HOME } else { 0.0 };
                (*language, topics.familiar(text) + home)
            })
            .collect();
        spoken.sort_by(|a, b| b.1.total_cmp(&a.1));
        let best = spoken.first().map_or(0.0, |(_, familiar)| *familiar);
        spoken
            .into_iter()
            .filter(|(language, familiar)| *language == screen || *familiar >= best - HOME)
            .map(|(language, _)| language)
            .collect()
    }
}
