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

use super::city::{City, Language, ServiceCode};
use danger::Dangers;
use topics::{Match, Topics};
pub use word::plain;

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
/// How much a match counts in a language that is not the screen's.
const OTHER_LANGUAGE: f32 = 0.7;
/// Below this a text is taken for nobody's.
const CONFIDENT: f32 = 0.4;

/// Finds services and dangers in own words.
#[derive(Debug)]
pub struct Finder {
    codes: Vec<ServiceCode>,
    unsure: ServiceCode,
    topics: Vec<(Language, Topics)>,
    dangers: Dangers,
}

impl Finder {
    /// Learns a city's words.
    #[must_use]
    pub fn new(city: &City) -> Self {
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

    /// What a text is about.
    ///
    /// The unsure service stands first when nothing fits well.
    #[must_use]
    pub fn find(&self, text: &str, language: Language) -> Found {
        Found { emergencies: self.dangers.find(text), services: self.services(text, language) }
    }

    fn services(&self, text: &str, language: Language) -> Vec<(ServiceCode, f32)> {
        let mut best = vec![Match::default(); self.codes.len()];
        for (own, topics) in &self.topics {
            let weight = if *own == language { 1.0 } else { OTHER_LANGUAGE };
            topics.find(text, |service, found| {
                let found = found.scaled(weight);
                if found.score > best[service].score {
                    best[service] = found;
                }
            });
        }
        let mut order: Vec<usize> = (0..best.len()).filter(|&i| best[i].score > 0.0).collect();
        order.sort_by(|&a, &b| best[b].score.total_cmp(&best[a].score));
        let sure = order.first().is_some_and(|&i| best[i].confidence >= CONFIDENT);

        let mut services: Vec<_> =
            order.into_iter().map(|i| (self.codes[i].clone(), best[i].score)).collect();
        if !sure {
            let first = services.first().map_or(0.0, |(_, score)| *score);
            services.retain(|(code, _)| *code != self.unsure);
            services.insert(0, (self.unsure.clone(), first));
        }
        services.truncate(MOST);
        services
    }
}
