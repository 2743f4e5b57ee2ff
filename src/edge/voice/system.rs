//! The voice that a platform brings along, through the crate `tts`.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use tts::{Tts, UtteranceId};

use super::pace::{amplitude, dispatcher_rate, dispatcher_volume, words_a_minute};
use super::{Connect, Engine, Heard, Listener, VoiceError};
use crate::domain::city::Language;

/// How many words a minute platforms speak when nothing is asked of them.
const NORMAL: f32 = 175.0;

/// The platform's own voice; a language has one of its voices, where it has one.
#[must_use]
pub fn system() -> Connect {
    let voices = Arc::new(OnceLock::new());
    Box::new(move |listener| Ok(Box::new(System::open(&listener, Arc::clone(&voices))?)))
}

/// A voice for each language that has one.
type Voices = HashMap<Language, tts::Voice>;

struct System {
    tts: Tts,
    /// The platform may list thousands: it is asked once, on the thread of a line.
    voices: Arc<OnceLock<Voices>>,
}

impl System {
    fn open(listener: &Listener, voices: Arc<OnceLock<Voices>>) -> Result<Self, VoiceError> {
        let tts = Tts::default().map_err(|error| VoiceError::NoAnswer(error.to_string().into()))?;
        if !tts.supported_features().utterance_callbacks {
            return Err(VoiceError::TellsNothing);
        }
        let tell = |heard| {
            let listener = listener.clone();
            Some(Box::new(move |id| listener.hear(number(&id), heard)) as Box<dyn FnMut(_)>)
        };
        tts.on_utterance_begin(tell(Heard::Began))
            .and_then(|()| tts.on_utterance_end(tell(Heard::Ended)))
            .and_then(|()| tts.on_utterance_stop(tell(Heard::Stopped)))
            .map_err(|_| VoiceError::TellsNothing)?;
        Ok(Self { tts, voices })
    }

    /// The voice for a language, if there is one.
    fn voice(&self, language: Language) -> Result<Option<&tts::Voice>, tts::Error> {
        if !self.tts.supported_features().voice {
            return Ok(None);
        }
        if let Some(voices) = self.voices.get() {
            return Ok(voices.get(&language));
        }
        let listed = self.tts.voices()?;
        let of_language = |language| Some((language, best(&listed, language)?.clone()));
        let found = || Language::known().into_iter().filter_map(of_language).collect();
        Ok(self.voices.get_or_init(found).get(&language))
    }

    fn set_rate(&mut self, rate: u8) -> Result<(), tts::Error> {
        if !self.tts.supported_features().rate {
            return Ok(());
        }
        let (least, most) = (self.tts.min_rate(), self.tts.max_rate());
        let wanted = if is_dispatcher(least) {
            small(dispatcher_rate(rate))
        } else {
            self.tts.normal_rate() * f32::from(words_a_minute(rate)) / NORMAL
        };
        self.tts.set_rate(wanted.clamp(least, most)).map(drop)
    }

    fn set_volume(&mut self, volume: u8) -> Result<(), tts::Error> {
        if !self.tts.supported_features().volume {
            return Ok(());
        }
        let (least, most) = (self.tts.min_volume(), self.tts.max_volume());
        let wanted = if is_dispatcher(least) {
            small(dispatcher_volume(volume))
        } else {
            most * f32::from(amplitude(volume)) / 100.0
        };
        self.tts.set_volume(wanted.clamp(least, most)).map(drop)
    }
}

impl Engine for System {
    /// Some platforms list thousands of voices, and once more for each that is set.
    fn time_to_tune(&self) -> Duration {
        Duration::from_secs(20)
    }

    fn tune(&mut self, language: Language) -> Result<(), VoiceError> {
        // A language without a voice is spoken with the voice that is there.
        self.voice(language)
            .map(Option::<&tts::Voice>::cloned)
            .and_then(|voice| voice.map_or(Ok(()), |voice| self.tts.set_voice(&voice)))
            .map_err(|_| VoiceError::Refused { task: "take a voice" })
    }

    fn say(&mut self, words: &str, rate: u8, volume: u8) -> Result<u64, VoiceError> {
        self.set_rate(rate)
            .and_then(|()| self.set_volume(volume))
            .map_err(|_| VoiceError::Refused { task: "take rate and loudness" })?;
        let words = words.replace(char::is_control, " ");
        match self.tts.speak(words, false) {
            Ok(Some(id)) => Ok(number(&id)),
            Ok(None) => Err(VoiceError::TellsNothing),
            Err(_) => Err(VoiceError::Refused { task: "take a sentence" }),
        }
    }

    fn hush(&mut self) -> Result<(), VoiceError> {
        self.tts.stop().map(drop).map_err(|_| VoiceError::Refused { task: "fall silent" })
    }
}

/// The best voice for a language: of the same country, else of the same language; a plain one
/// before its variants, which come later in every list.
fn best(listed: &[tts::Voice], language: Language) -> Option<&tts::Voice> {
    let wanted = language.tag();
    let primary = |tag: &str| tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
    let same = listed.iter().find(|voice| voice.language().as_str().eq_ignore_ascii_case(wanted));
    same.or_else(|| {
        listed.iter().find(|voice| primary(voice.language().as_str()) == primary(wanted))
    })
}

/// Whether a scale is that of Speech Dispatcher, from -100 to 100; others begin at 0 or above.
fn is_dispatcher(least: f32) -> bool {
    least < 0.0
}

/// A whole number between -100 and 100.
fn small(number: i32) -> f32 {
    i16::try_from(number).map_or(0.0, f32::from)
}

/// The id of a sentence as a number: its form differs from platform to platform.
fn number(id: &UtteranceId) -> u64 {
    let mut hasher = DefaultHasher::new();
    format!("{id:?}").hash(&mut hasher);
    hasher.finish()
}
