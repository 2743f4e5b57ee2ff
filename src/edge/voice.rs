//! Speech: what is said, in which language, and silence at once.

use crate::domain::city::Language;
use crate::domain::settings::Settings;

/// Something that speaks.
pub trait Voice: Send {
    /// Says sentences, after hushing what is being said.
    fn say(&mut self, sentences: &[String], language: Language, settings: Settings);

    /// Stops, and forgets what was still to be said.
    fn hush(&mut self);
}

/// The voice of a station without loudspeaker: says nothing, keeps nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct Silent;

impl Voice for Silent {
    fn say(&mut self, _sentences: &[String], _language: Language, _settings: Settings) {}

    fn hush(&mut self) {}
}
