//! The voice that a configuration asks for.

use super::Driver;
#[cfg(feature = "voice")]
use super::system;
#[cfg(all(feature = "voice", target_os = "linux"))]
use super::{ServerSetup, speech_dispatcher_with};
use crate::config::{VoiceConfig, VoiceDriver};

/// What a station speaks through; `None` where it is to be silent.
#[must_use]
pub fn configured(config: &VoiceConfig) -> Option<Driver> {
    match config.driver {
        VoiceDriver::Silent => None,
        #[cfg(all(feature = "voice", target_os = "linux"))]
        VoiceDriver::SpeechDispatcher => Some(speech_dispatcher_with(ServerSetup {
            restart: config.restart.clone(),
            modules: config.modules.clone(),
        })),
        #[cfg(feature = "voice")]
        VoiceDriver::System => Some(system().into()),
    }
}
