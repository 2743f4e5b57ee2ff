//! What a person says aloud: recorded while the station is silent, kept before anything else.

use zeroize::Zeroizing;

use crate::domain::devices::VoiceState;
use crate::domain::event::Event;
use crate::domain::note::{Heard, Note};
use crate::domain::request::RequestId;
use crate::edge::microphone::{MicrophoneReport, MicrophoneThread};

use super::App;
use super::log::{Event as LogEvent, log};

/// The microphone, and what it was asked.
#[derive(Debug)]
pub(super) struct Microphone {
    thread: MicrophoneThread,
    /// Which recording is the present one.
    take: u64,
    /// It is to listen as soon as the station is silent.
    wanted: bool,
    /// It was asked to listen, and has not told an end.
    listens: bool,
    /// It owes an answer that comes at once.
    owes: bool,
    /// What was recorded and is not kept yet.
    recorded: Option<(Note, Zeroizing<Vec<u8>>)>,
}

impl Microphone {
    pub(super) fn new(thread: MicrophoneThread) -> Self {
        let (take, wanted, listens, owes, recorded) = (0, false, false, false, None);
        Self { thread, take, wanted, listens, owes, recorded }
    }

    /// What was recorded and is not kept yet, as it is kept.
    pub(super) fn recorded(&self) -> Option<&[u8]> {
        self.recorded.as_ref().map(|(_, sound)| sound.as_slice())
    }

    /// Whether it owes an answer that comes at once.
    pub(super) fn is_busy(&self) -> bool {
        self.owes
    }

    /// Whether it may hear what the station says.
    pub(super) fn listens(&self) -> bool {
        self.listens
    }
}

impl App {
    /// It is to listen, once nothing is said aloud any more.
    pub(super) fn record(&mut self) {
        self.microphone.take += 1;
        self.microphone.wanted = true;
    }

    /// Listens, unless the loudspeaker would be recorded.
    pub(super) fn listen_when_quiet(&mut self) {
        let heard = self.devices.voice == VoiceState::Ready && !self.devices.headphones;
        if self.microphone.wanted && !(heard && self.said.is_open()) {
            self.microphone.wanted = false;
            self.microphone.listens = true;
            self.microphone.owes = true;
            self.microphone.thread.begin(self.microphone.take);
        }
    }

    /// The person has ended, or the note is as long as it may be.
    pub(super) fn end_recording(&mut self) {
        if std::mem::take(&mut self.microphone.wanted) {
            // It never began.
            self.microphone.listens = true;
            self.microphone.thread.begin(self.microphone.take);
        }
        self.microphone.owes = true;
        self.microphone.thread.end();
    }

    /// The visit is over: nothing is recorded or played any more.
    pub(super) fn forget_recording(&mut self) {
        self.microphone.take += 1;
        self.microphone.wanted = false;
        self.microphone.listens = false;
        self.microphone.owes = false;
        self.microphone.recorded = None;
        self.microphone.thread.hush();
        self.devices.level = 0;
    }

    /// Plays what was recorded: the person asked for it, whoever else hears it.
    pub(super) fn hear_note(&mut self, id: RequestId) {
        match self.store.note(id) {
            Ok(Some(sound)) => {
                self.hush();
                self.devices.playing = true;
                self.microphone.thread.play(sound);
            }
            Ok(None) => {}
            Err(error) => log(LogEvent::StoreTrouble, &[("reason", &error.to_string())]),
        }
    }

    /// Whoever touches something has heard enough.
    pub(super) fn play_no_longer(&mut self) {
        if self.devices.playing {
            self.microphone.thread.hush();
        }
    }

    pub(super) fn microphone_told(&mut self, report: MicrophoneReport) {
        match report {
            MicrophoneReport::State(state) => self.devices.microphone = state,
            MicrophoneReport::Level(level) => self.devices.level = level,
            MicrophoneReport::Played => {
                self.devices.playing = false;
                self.devices.last_spoke = Some(self.believed_now().0);
            }
            MicrophoneReport::Began { take } if take == self.microphone.take => {
                // One that was asked to end already tells that, too.
                let ending = self.visit.recording.is_some_and(|recording| recording.ending);
                self.microphone.owes = ending;
                self.let_happen(&Event::Heard(Heard::Began));
            }
            MicrophoneReport::Ended { take, end } if take == self.microphone.take => {
                self.microphone.owes = false;
                self.microphone.listens = false;
                self.devices.level = 0;
                match end {
                    Ok(recorded) => {
                        self.microphone.recorded = Some((recorded.note, recorded.sound));
                        self.keep_recorded();
                    }
                    Err(trouble) => self.let_happen(&Event::Heard(Heard::Failed(trouble))),
                }
            }
            // Of a visit that is over.
            MicrophoneReport::Began { .. } | MicrophoneReport::Ended { .. } => {}
        }
    }

    /// Keeps what was recorded; where the disk takes nothing, it is tried again.
    pub(super) fn keep_recorded(&mut self) {
        if let Some((note, _)) = &self.microphone.recorded
            && self.handle(&Event::Heard(Heard::Recorded(*note))).is_ok()
        {
            self.microphone.recorded = None;
        }
    }
}
