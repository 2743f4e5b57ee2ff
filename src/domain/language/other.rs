//! Languages that the station does not speak, but for which somebody can be called.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::Language;

/// A language that somebody else must speak.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OtherLanguage {
    /// Its BCP 47 tag.
    #[serde(skip)]
    pub tag: String,
    /// "I speak …", as its speakers say it.
    pub says: String,
    /// That somebody comes, in that language.
    pub coming: String,
    /// Its name in ours.
    pub name: BTreeMap<Language, String>,
}
