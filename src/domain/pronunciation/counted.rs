//! A number with the word that is counted: "um real", "2 reais", "21 de lei".

use std::collections::BTreeMap;

use super::super::city::Language;

/// How a number of something is said; `{n}` stands for the number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counted {
    /// Numbers with words of their own.
    pub exact: BTreeMap<u32, String>,
    /// One.
    pub one: Option<String>,
    /// What a language says of few; in Romanian 2 to 19, and 101 to 119.
    pub few: Option<String>,
    /// All others.
    pub many: String,
}

impl Counted {
    /// How so many are said.
    pub(super) fn say(&self, language: Language, number: u64) -> String {
        let exact = u32::try_from(number).ok().and_then(|number| self.exact.get(&number));
        let few = self.few.as_ref().filter(|_| is_few(language, number));
        let one = self.one.as_ref().filter(|_| number == 1);
        let form = exact.or(one).or(few).unwrap_or(&self.many);
        form.replace("{n}", &number.to_string())
    }
}

/// The Unicode plural rule "few" of the language.
fn is_few(language: Language, number: u64) -> bool {
    let habits = language.habits();
    let is_in = |&(least, most): &(u64, u64)| (least..=most).contains(&(number % 100));
    match number {
        0 => habits.few_zero,
        1 => false,
        _ => habits.few.iter().any(is_in),
    }
}
