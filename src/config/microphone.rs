//! `[microphone]`: what a station listens with.

use std::path::PathBuf;

use serde::Deserialize;

/// `[microphone]`
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct MicrophoneConfig {
    /// What listens.
    pub driver: MicrophoneDriver,
    /// The WAV file of the driver "file".
    pub path: Option<PathBuf>,
}

/// What listens.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub enum MicrophoneDriver {
    /// Nothing.
    #[default]
    None,
    /// The machine's default microphone: `PulseAudio`, `PipeWire` or bare ALSA.
    #[cfg(feature = "microphone")]
    System,
    /// A WAV file plays as if somebody spoke.
    File,
}

impl TryFrom<String> for MicrophoneDriver {
    type Error = String;

    fn try_from(name: String) -> Result<Self, String> {
        match name.as_str() {
            "none" => Ok(Self::None),
            "file" => Ok(Self::File),
            #[cfg(feature = "microphone")]
            "system" => Ok(Self::System),
            #[cfg(not(feature = "microphone"))]
            "system" => Err(format!("this build has no microphone. {DRIVERS}")),
            _ => Err(format!("unknown microphone driver \"{name}\". {DRIVERS}")),
        }
    }
}

#[cfg(feature = "microphone")]
const DRIVERS: &str = "Use \"system\", \"file\" or \"none\"";
#[cfg(not(feature = "microphone"))]
const DRIVERS: &str = "Use \"file\" or \"none\"";
