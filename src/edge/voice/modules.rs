//! Which of Speech Dispatcher's modules speaks a language.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::domain::city::Language;

/// What is known of a server's modules.
#[derive(Debug, Default)]
pub(super) struct Modules {
    /// What the installation wants.
    pub(super) configured: Arc<BTreeMap<Language, String>>,
    /// Speaks what nothing else is known for.
    pub(super) usual: Option<String>,
    /// All that there are.
    pub(super) offered: Vec<String>,
}

impl Modules {
    /// The module to be asked for; `None` to keep the one that came with the language.
    pub(super) fn choose(&self, language: Language, given: Option<&str>) -> Option<&str> {
        let is_offered = |module: &str| self.offered.iter().any(|offered| offered == module);
        if let Some(module) = self.configured.get(&language) {
            if is_offered(module) {
                return Some(module);
            }
            let (language, known) = (language.tag(), self.offered.join(", "));
            tracing::warn!(
                "[voice.modules] {language} = \"{module}\": the server has only {known}"
            );
        }
        // One that came with the language was chosen by whoever set up the server.
        if given != self.usual.as_deref() {
            return None;
        }
        language.habits().voices.iter().map(String::as_str).find(|module| is_offered(module))
    }

    /// Whether a module is known to have a voice for a language; `None` where nobody knows.
    pub(super) fn suits(&self, language: Language, module: &str) -> Option<bool> {
        if self.configured.get(&language).is_some_and(|configured| configured == module) {
            return Some(true);
        }
        let brings = |known: &Language| known.habits().voices.iter().any(|voice| voice == module);
        Language::known().iter().any(brings).then(|| brings(&language))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn modules(offered: &[&str]) -> Modules {
        let offered = offered.iter().map(|&module| module.to_owned()).collect();
        Modules { configured: Arc::default(), usual: Some("espeak-ng".to_owned()), offered }
    }

    #[test]
    fn each_language_has_the_best_module_that_is_there() {
        let both = modules(&["rhvoice", "espeak-ng"]);
        assert_eq!(both.choose(Language::PtBr, Some("espeak-ng")), Some("rhvoice"));
        assert_eq!(both.choose(Language::Ro, Some("espeak-ng")), Some("espeak-ng"));
        let one = modules(&["espeak-ng"]);
        assert_eq!(one.choose(Language::PtBr, Some("espeak-ng")), Some("espeak-ng"));
        assert_eq!(modules(&["other"]).choose(Language::PtBr, Some("espeak-ng")), None);
    }

    #[test]
    fn a_usual_module_without_the_language_is_left_for_a_better_one() {
        let mut both = modules(&["rhvoice", "espeak-ng"]);
        both.usual = Some("rhvoice".to_owned());
        assert_eq!(both.choose(Language::Ro, Some("rhvoice")), Some("espeak-ng"));
    }

    #[test]
    fn a_module_suits_the_languages_it_brings_a_voice_for() {
        let mut both = modules(&["rhvoice", "espeak-ng", "brand"]);
        assert_eq!(both.suits(Language::PtBr, "rhvoice"), Some(true));
        assert_eq!(both.suits(Language::Ro, "rhvoice"), Some(false));
        assert_eq!(both.suits(Language::Ro, "brand"), None);
        both.configured = Arc::new([(Language::Ro, "brand".to_owned())].into());
        assert_eq!(both.suits(Language::Ro, "brand"), Some(true));
    }

    #[test]
    fn whoever_set_up_the_server_knows_better() {
        let both = modules(&["rhvoice", "espeak-ng", "brand"]);
        assert_eq!(both.choose(Language::PtBr, Some("brand")), None);
    }

    #[test]
    fn the_installation_has_the_last_word_where_it_can_be_kept() {
        let mut both = modules(&["rhvoice", "espeak-ng"]);
        let wanted = |module: &str| Arc::new([(Language::PtBr, module.to_owned())].into());
        both.configured = wanted("espeak-ng");
        assert_eq!(both.choose(Language::PtBr, Some("espeak-ng")), Some("espeak-ng"));
        assert_eq!(both.choose(Language::PtBr, Some("rhvoice")), Some("espeak-ng"));
        both.configured = wanted("missing");
        assert_eq!(both.choose(Language::PtBr, Some("espeak-ng")), Some("rhvoice"));
    }
}
