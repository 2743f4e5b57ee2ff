use std::sync::Mutex;

use super::*;
use crate::domain::city::Language;
use crate::edge::voice::{Engine, Heard, Listener, VoiceError};

/// What an engine was asked for.
#[derive(Debug, PartialEq, Eq)]
enum Asked {
    Say(String),
    Hush,
    Dropped,
}

/// An engine that a test plays: it begins what it is asked for, and the test tells the rest.
struct Fake {
    listener: Listener,
    asked: Sender<Asked>,
    said: u64,
}

impl Engine for Fake {
    fn tune(&mut self, _language: Language) -> Result<(), VoiceError> {
        Ok(())
    }

    fn say(&mut self, words: &str, _rate: u8, _volume: u8) -> Result<u64, VoiceError> {
        self.said += 1;
        // A real one may tell this before it has given the id.
        self.listener.hear(self.said, Heard::Began);
        self.asked.send(Asked::Say(words.to_owned())).unwrap();
        Ok(self.said)
    }

    fn hush(&mut self) -> Result<(), VoiceError> {
        // The test may have ended.
        let _ = self.asked.send(Asked::Hush);
        Ok(())
    }
}

impl Drop for Fake {
    fn drop(&mut self) {
        let _ = self.asked.send(Asked::Dropped);
    }
}

struct World {
    voice: VoiceThread,
    asked: Receiver<Asked>,
    told: Receiver<VoiceReport>,
    listener: Receiver<Listener>,
}

fn start() -> World {
    let (ask, asked) = channel();
    let (tell, told) = channel();
    let (give, listener) = channel();
    let connect: Connect = Box::new(move |listener| {
        give.send(listener.clone()).unwrap();
        Ok(Box::new(Fake { listener, asked: ask.clone(), said: 0 }))
    });
    let voice = VoiceThread::start(connect, move |report| tell.send(report).unwrap());
    World { voice, asked, told, listener }
}

fn utterance(id: u64, sentences: &[&str]) -> Utterance {
    let sentences = sentences.iter().map(|&words| words.to_owned()).collect();
    Utterance { id, sentences, from: 0, language: Language::PtBr, rate: 3, volume: 5 }
}

fn say(words: &str) -> Asked {
    Asked::Say(words.to_owned())
}

const READY: VoiceReport = VoiceReport::State(VoiceState::Ready);
const BROKEN: VoiceReport = VoiceReport::State(VoiceState::Broken);

#[test]
fn sentences_are_said_one_after_the_other() {
    let world = start();
    let listener = world.listener.recv().unwrap();
    world.voice.say(utterance(7, &["Um.", "Dois."]));
    assert_eq!(world.asked.recv().unwrap(), say("Um."));
    assert_eq!(world.asked.try_recv().ok(), None);
    listener.hear(1, Heard::Ended);
    assert_eq!(world.asked.recv().unwrap(), say("Dois."));
    listener.hear(2, Heard::Ended);
    let began = |sentence| VoiceReport::Began { utterance: 7, sentence };
    let told: Vec<_> = world.told.iter().take(4).collect();
    assert_eq!(told, [READY, began(0), began(1), VoiceReport::Ended { utterance: 7 }]);
}

#[test]
fn dropping_a_voice_hushes_and_drops_its_engine() {
    let world = start();
    world.voice.say(utterance(1, &["Um."]));
    assert_eq!(world.asked.recv().unwrap(), say("Um."));
    drop(world.voice);
    assert_eq!(world.asked.try_iter().collect::<Vec<_>>(), [Asked::Hush, Asked::Dropped]);
}

#[test]
fn an_engine_that_cannot_be_had_is_tried_again_at_the_next_utterance() {
    let (tell, told) = channel();
    let connect: Connect =
        Box::new(|_| Err(VoiceError::NoAnswer("there is no server in this test".into())));
    let voice = VoiceThread::start(connect, move |report| tell.send(report).unwrap());
    assert_eq!(told.recv(), Ok(BROKEN));
    voice.say(utterance(1, &["Um."]));
    assert_eq!(told.recv(), Ok(BROKEN));
    drop(voice);
    assert_eq!(told.iter().count(), 0);
}

#[test]
fn nobody_waits_for_an_engine_that_hangs() {
    let (tell, told) = channel();
    let (end, hang) = channel::<()>();
    let hang = Mutex::new(hang);
    let connect: Connect = Box::new(move |_| {
        // It hangs until the test has ended.
        let _ = hang.lock().unwrap().recv();
        Err(VoiceError::TellsNothing)
    });
    let voice = VoiceThread::start(connect, move |report| tell.send(report).unwrap());
    let limit = Deadline::after(Duration::from_secs(2));
    for id in 0..1000 {
        voice.say(utterance(id, &["Um."]));
        voice.pause();
        voice.resume();
        voice.hush();
    }
    drop(voice);
    assert!(!limit.left().is_zero());
    assert_eq!(told.iter().count(), 0);
    drop(end);
}

#[test]
fn a_silent_voice_says_nothing_and_tells_so() {
    let (tell, told) = channel();
    let voice = VoiceThread::silent(move |report| tell.send(report).unwrap());
    voice.say(utterance(1, &["Um."]));
    voice.hush();
    drop(voice);
    assert_eq!(told.iter().collect::<Vec<_>>(), [VoiceReport::State(VoiceState::Silent)]);
}
