//! Sums of money.

use std::collections::BTreeMap;

use super::super::{Counted, Pronunciation};
use super::{Said, Separators, joined, run};

/// How sums of one currency are said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Money {
    /// How the currency is written, before or after the sum.
    pub signs: Vec<String>,
    /// The whole ones.
    pub whole: Counted,
    /// The hundredths.
    pub cents: Counted,
    /// `{whole}` and `{cents}` together.
    pub both: String,
    /// Words for large sums, with `{n}` before them: "milhões" = "{n} milhões de reais".
    pub scales: BTreeMap<String, String>,
}

impl Pronunciation {
    /// "R$ 12,50", "12,50 lei"; a sign before the sum is taken out of what was said.
    pub(super) fn sum(&self, said: &mut String, rest: &str) -> Option<Said> {
        let run = run(rest);
        let amount = self.amount(run);
        let after = &rest[run.len()..];
        let gap = after.len() - after.trim_start().len();
        let next = after.trim_start();
        for money in &self.money {
            let ends = money.signs.iter().find(|sign| {
                let before = said.trim_end().strip_suffix(sign.as_str());
                before.is_some_and(|before| !before.ends_with(char::is_alphanumeric))
            });
            let begins = money.signs.iter().find(|sign| is_word(next, sign));
            if ends.is_none() && begins.is_none() {
                continue;
            }
            let scale = money.scales.iter().find(|(scale, _)| is_word(next, scale));
            let (length, spoken) = match (scale.filter(|_| ends.is_some()), amount) {
                (Some((scale, form)), _) => (gap + scale.len(), form.replace("{n}", run)),
                (None, Some((whole, cents))) => {
                    let sign = begins.filter(|_| ends.is_none()).map_or(0, |sign| gap + sign.len());
                    (sign, money.say(self, whole, cents))
                }
                (None, None) => return None,
            };
            if let Some(sign) = ends {
                said.truncate(said.trim_end().len() - sign.len());
            }
            return Some((run.len() + length, spoken));
        }
        None
    }

    /// A sum's whole part and its hundredths.
    fn amount(&self, run: &str) -> Option<(u64, u64)> {
        let Separators { thousands, decimal } = self.separators;
        let (whole, cents) = match decimal.and_then(|sign| run.split_once(sign)) {
            Some((whole, cents)) if cents.len() == 2 => (whole, cents.parse().ok()?),
            Some(_) => return None,
            None => (run, 0),
        };
        let joined = thousands.and_then(|sign| joined(whole, sign));
        Some((joined.as_deref().unwrap_or(whole).parse().ok()?, cents))
    }
}

impl Money {
    fn say(&self, how: &Pronunciation, whole: u64, cents: u64) -> String {
        let count = |counted: &Counted, number| counted.say(how.language, number);
        match (whole, cents) {
            (whole, 0) => count(&self.whole, whole),
            (0, cents) => count(&self.cents, cents),
            (whole, cents) => self
                .both
                .replace("{whole}", &count(&self.whole, whole))
                .replace("{cents}", &count(&self.cents, cents)),
        }
    }
}

/// Whether a text begins with a whole word.
fn is_word(text: &str, word: &str) -> bool {
    text.strip_prefix(word).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}
