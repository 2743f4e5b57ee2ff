//! A voice with somebody who listens to it.

use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use acolhe::edge::clock::Deadline;
use acolhe::edge::voice::{Driver, Utterance, VoiceReport, VoiceThread};

use super::lab::{Lab, PATIENCE};
use super::recording::{Recording, Sound};

pub(super) struct Speaker {
    pub(super) voice: VoiceThread,
    reports: Receiver<VoiceReport>,
    recording: Recording,
}

impl Speaker {
    pub(super) fn start(lab: &Lab, driver: impl Into<Driver>) -> Self {
        let recording = Recording::start(lab);
        let (tell, reports) = channel();
        let voice = VoiceThread::start(driver, move |report| {
            // The test may have ended.
            let _ = tell.send(report);
        });
        Self { voice, reports, recording }
    }

    /// The next report.
    pub(super) fn next(&self) -> VoiceReport {
        self.reports.recv_timeout(PATIENCE).expect("the voice reports")
    }

    pub(super) fn await_report(&self, wanted: VoiceReport) {
        let deadline = Deadline::after(PATIENCE);
        while self.next() != wanted {
            assert!(!deadline.left().is_zero(), "{wanted:?} is never told");
        }
    }

    pub(super) fn await_end(&self, utterance: u64) {
        self.await_report(VoiceReport::Ended { utterance });
    }

    /// Says something; tells what was heard of it, and sees that each sentence was told.
    pub(super) fn listen_to(&mut self, utterance: Utterance) -> Sound {
        let id = utterance.id;
        let sentences = utterance.sentences.len();
        // What an earlier order left in the pipes is no part of it.
        self.recording.listen(Duration::from_millis(200));
        let from = self.recording.now();
        self.voice.say(utterance);
        for sentence in 0..sentences {
            self.await_report(VoiceReport::Began { utterance: id, sentence });
        }
        self.await_end(id);
        self.recording.listen(Duration::from_millis(200));
        self.recording.sound(from)
    }

    pub(super) fn wait_for_sound(&mut self) {
        let now = self.recording.now();
        self.recording.listen_for_sound(now);
        self.recording.listen(Duration::from_millis(200));
    }

    /// Listens for so long; tells how long something was still heard.
    pub(super) fn silence_after(&mut self, time: Duration) -> Duration {
        let since = self.recording.now();
        self.recording.listen(time);
        self.recording.last_sound(since)
    }
}
