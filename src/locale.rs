//! Words for people: Fluent messages of `locales/<tag>/` and the folders in it, one bundle a
//! language.
//!
//! What else is said on arrival at a screen is its message's attribute `.say`, what Help says `.help`.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use crate::domain::city::Language;

/// Why the words could not be read.
#[derive(Debug, thiserror::Error)]
pub enum LocaleError {
    /// A folder or file could not be read.
    #[error("Could not read {path}: check that it exists and may be read")]
    Read {
        /// Which.
        path: PathBuf,
        /// Why.
        #[source]
        source: std::io::Error,
    },
    /// A file is not Fluent.
    #[error("{path} holds a mistake: {mistake}; run `acolhe check`")]
    Syntax {
        /// Which.
        path: PathBuf,
        /// What.
        mistake: String,
    },
}

/// The words of every language; of none by default.
#[derive(Default)]
pub struct Locales {
    bundles: BTreeMap<Language, FluentBundle<FluentResource>>,
}

impl std::fmt::Debug for Locales {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_set().entries(self.bundles.keys()).finish()
    }
}

impl Locales {
    /// Reads every known language that has a folder in `folder`.
    ///
    /// # Errors
    ///
    /// The first file that cannot be read or is not Fluent.
    pub fn load(folder: &Path) -> Result<Self, LocaleError> {
        let bundles = Language::known()
            .into_iter()
            .filter(|language| folder.join(language.tag()).is_dir())
            .map(|language| Ok((language, bundle(language, &folder.join(language.tag()))?)))
            .collect::<Result<_, LocaleError>>()?;
        Ok(Self { bundles })
    }

    /// The first of some languages that has no words.
    #[must_use]
    pub fn lacks(&self, languages: &[Language]) -> Option<Language> {
        languages.iter().copied().find(|language| !self.bundles.contains_key(language))
    }

    /// Whether a language has a message.
    #[must_use]
    pub fn says(&self, language: Language, id: &str) -> bool {
        self.bundles.get(&language).is_some_and(|bundle| bundle.has_message(id))
    }

    /// Puts messages (Fluent) into a language, in the place of those that have their names.
    /// What is not Fluent says nothing; a language without words stays without.
    pub fn put(&mut self, language: Language, messages: String) {
        let resource = FluentResource::try_new(messages).unwrap_or_else(|(resource, _)| resource);
        if let Some(bundle) = self.bundles.get_mut(&language) {
            bundle.add_resource_overriding(resource);
        }
    }

    /// The words of one language.
    #[must_use]
    pub fn of(&self, language: Language) -> Words<'_> {
        Words { language, bundle: self.bundles.get(&language) }
    }
}

fn bundle(language: Language, folder: &Path) -> Result<FluentBundle<FluentResource>, LocaleError> {
    let files =
        files(folder).map_err(|source| LocaleError::Read { path: folder.to_owned(), source })?;
    let tag = language.tag().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![tag]);
    // Isolation marks are for mixed directions; paper and voice would stumble over them.
    bundle.set_use_isolating(false);
    for path in files {
        let text = std::fs::read_to_string(&path)
            .map_err(|source| LocaleError::Read { path: path.clone(), source })?;
        let syntax = |mistake: String| LocaleError::Syntax { path: path.clone(), mistake };
        let resource = FluentResource::try_new(text).map_err(|(_, errors)| {
            syntax(errors.first().map(ToString::to_string).unwrap_or_default())
        })?;
        bundle.add_resource(resource).map_err(|errors| {
            syntax(errors.first().map(ToString::to_string).unwrap_or_default())
        })?;
    }
    Ok(bundle)
}

/// The files of a folder and of the folders in it, sorted.
///
/// # Errors
///
/// The folder cannot be listed.
pub fn files(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            files.extend(self::files(&path)?);
        } else if path.extension().is_some_and(|extension| extension == "ftl") {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// The words of one language.
#[derive(Clone, Copy)]
pub struct Words<'a> {
    language: Language,
    bundle: Option<&'a FluentBundle<FluentResource>>,
}

impl std::fmt::Debug for Words<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Words").field(&self.language).finish()
    }
}

/// An argument of a message.
pub type Arg<'a> = (&'static str, FluentValue<'a>);

impl Words<'_> {
    /// The language.
    #[must_use]
    pub fn language(&self) -> Language {
        self.language
    }

    /// A message without arguments.
    #[must_use]
    pub fn text(&self, id: &str) -> String {
        self.format(id, None, &[])
    }

    /// A message with arguments.
    #[must_use]
    pub fn with(&self, id: &str, args: &[Arg<'_>]) -> String {
        self.format(id, None, args)
    }

    /// An attribute of a message; `None` when there is none.
    #[must_use]
    pub fn attribute(&self, id: &str, attribute: &str, args: &[Arg<'_>]) -> Option<String> {
        let message = self.bundle?.get_message(id)?;
        message.get_attribute(attribute)?;
        Some(self.format(id, Some(attribute), args))
    }

    /// A missing message shows its id: a test walks every screen in every language for that.
    fn format(&self, id: &str, attribute: Option<&str>, args: &[Arg<'_>]) -> String {
        let Some((bundle, message)) = self.bundle.and_then(|b| Some((b, b.get_message(id)?)))
        else {
            return id.to_owned();
        };
        let pattern = attribute
            .and_then(|attribute| message.get_attribute(attribute))
            .map(|attribute| attribute.value())
            .or_else(|| message.value());
        let Some(pattern) = pattern else { return id.to_owned() };
        let args: FluentArgs<'_> = args.iter().cloned().collect();
        let mut trouble = Vec::new();
        bundle.format_pattern(pattern, Some(&args), &mut trouble).into_owned()
    }
}
