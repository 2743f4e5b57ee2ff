//! The microphone that a configuration asks for.

#[cfg(feature = "microphone")]
use super::SystemDevice;
use super::{Device, FileDevice};
use crate::config::{MicrophoneConfig, MicrophoneDriver};

/// What a station listens with; `None` where it is not to listen.
#[must_use]
pub fn configured(config: &MicrophoneConfig) -> Option<Box<dyn Device>> {
    match config.driver {
        MicrophoneDriver::None => None,
        #[cfg(feature = "microphone")]
        MicrophoneDriver::System => Some(Box::new(SystemDevice)),
        MicrophoneDriver::File => {
            Some(Box::new(FileDevice::new(config.path.clone().unwrap_or_default())))
        }
    }
}
