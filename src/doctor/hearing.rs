//! Headphones, for what nobody else shall hear; and the microphone, for whoever does not write.

use std::time::Duration;

use super::finding::{Finding, kinds};
use super::{Patient, inputs};
use crate::config::{MicrophoneConfig, MicrophoneDriver};
use crate::domain::note::NoteTrouble;
use crate::edge::microphone::{self, loudness};

kinds! {
    UNTRIED = NotTried, "hearing-untried", "Headphones and microphone were not tried: the configuration cannot be read",
        "Correct the configuration, then run this again";
    NO_SOCKET = LookAtIt, "headphones-none", "No headphone socket is configured: the station never learns of headphones",
        "Write the /dev/input/by-path/…-event of the socket under [headphones] device: docs/headphones.md";
    SOCKET = Well, "headphones-found", "The headphone socket is there and may be read", "";
    SOCKET_AWAY = Fault, "headphones-missing", "The configured headphone socket is not there",
        "Plug in its sound card, or write the name that `evtest` shows under [headphones] device";
    SOCKET_LOCKED = Fault, "headphones-not-readable", "The configured headphone socket may not be read",
        "Add the station's user to the group input: usermod -aG input USER";
    NOT_A_SOCKET = Fault, "headphones-wrong-device", "The configured headphone socket feels no headphones",
        "Write the device that `evtest` calls Headphone under [headphones] device";
    NO_MICROPHONE = LookAtIt, "microphone-none", "No microphone is configured: nobody can speak a request",
        "Connect one, and write driver = \"system\" under [microphone]: docs/voice-notes.md";
    AWAY = Fault, "microphone-missing", "The configured microphone is not there",
        "Plug it in and choose it as the default source (`pactl list short sources`, `pactl set-default-source`)";
    REFUSED = Fault, "microphone-refused", "The microphone cannot be opened",
        "Run this as the station's user, in its session; if you did, plug the microphone in anew";
    BUSY = Fault, "microphone-busy", "Another program has the microphone",
        "Close what records (`pactl list short source-outputs`, `fuser /dev/snd/*`)";
    IN_USE = NotTried, "microphone-in-use", "The running kiosk has the microphone",
        "Speak a request at the kiosk; to test it from here, stop the kiosk and run this again";
    MUTE = Fault, "microphone-mute", "The microphone gives nothing but perfect silence: it is switched off",
        "Switch it on at the microphone itself, and in `alsamixer` (F4); or choose another source";
    HEARS = Well, "microphone-hears", "The microphone gives sound", "";
}

/// How long is listened; nothing of it is kept.
const LISTENED: Duration = Duration::from_secs(1);

/// What a microphone that is on is never below, in decibels of full scale: one that is off gives
/// zeros.
const HISS: f64 = -100.0;

pub(super) fn headphones(patient: &Patient) -> Finding {
    let Some(setup) = &patient.setup else { return untried() };
    match &setup.config.headphones.device {
        #[cfg(all(feature = "scanner", target_os = "linux"))]
        Some(device) => socket(device),
        _ => {
            let sockets = inputs::sockets(&patient.machine);
            let found = if sockets.is_empty() {
                "Nothing is written; no socket of this machine tells of a plug".to_owned()
            } else {
                format!("Nothing is written; the machine has {}", sockets.join(", "))
            };
            Finding::new(&NO_SOCKET, "Looked for [headphones] device", found)
        }
    }
}

fn untried() -> Finding {
    Finding::new(&UNTRIED, "Looked into the configuration", "It cannot be read")
}

/// It is only looked at: a running station may watch it, too.
#[cfg(all(feature = "scanner", target_os = "linux"))]
fn socket(device: &std::path::Path) -> Finding {
    use crate::edge::jack::{JackError, is_inside};
    let tried = format!("Looked at {}", device.display());
    match is_inside(device) {
        Ok(true) => Finding::new(&SOCKET, tried, "Headphones are in"),
        Ok(false) => Finding::new(&SOCKET, tried, "Nothing is in"),
        Err(JackError::NotASocket(_)) => {
            Finding::new(&NOT_A_SOCKET, tried, "The kernel knows no headphones there")
        }
        Err(JackError::NotOpened { source, .. }) => {
            let kind = match source.kind() {
                std::io::ErrorKind::NotFound => &SOCKET_AWAY,
                std::io::ErrorKind::PermissionDenied => &SOCKET_LOCKED,
                _ => &NOT_A_SOCKET,
            };
            Finding::new(kind, tried, source.to_string())
        }
    }
}

pub(super) fn microphone(patient: &Patient) -> Finding {
    match &patient.setup {
        Some(setup) => listen(&setup.config.microphone, patient.runs),
        None => untried(),
    }
}

fn listen(config: &MicrophoneConfig, runs: bool) -> Finding {
    let Some(mut device) = microphone::configured(config) else {
        return Finding::new(&NO_MICROPHONE, "Looked for [microphone] driver", "None is written");
    };
    let tried = match (&config.driver, &config.path) {
        (MicrophoneDriver::File, Some(path)) => format!("Listened to {}", path.display()),
        _ => format!("Listened for {} s; nothing is kept", LISTENED.as_secs()),
    };
    if !device.is_there() {
        return Finding::new(&AWAY, tried, "There is none");
    }
    match device.listen() {
        Ok(mut source) => match loudness(&mut *source, LISTENED) {
            Some(loud) if loud > HISS => {
                Finding::new(&HEARS, tried, format!("{loud:.0} decibels of full scale"))
            }
            Some(_) => Finding::new(&MUTE, tried, "Not a sign of sound"),
            None => Finding::new(&AWAY, tried, "It was gone at once"),
        },
        Err(NoteTrouble::Busy) if runs => Finding::new(&IN_USE, tried, "It is taken"),
        Err(NoteTrouble::Busy) => Finding::new(&BUSY, tried, "It is taken"),
        Err(_) => Finding::new(&REFUSED, tried, "It is there and does not open"),
    }
}
