use std::sync::Mutex;

use super::*;
use crate::domain::city::Language;
use crate::edge::voice::{Connect, Engine, Heard, Listener, VoiceError};

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
fn a_server_that_is_gone_is_started_and_reached_as_soon_as_it_is_there() {
    let (tell, told) = channel();
    let (ask, asked) = channel();
    // It takes some tries after its start.
    let tries_left = Arc::new(Mutex::new(None));
    let started = Arc::clone(&tries_left);
    let driver = Driver {
        connect: Box::new(move |listener| {
            let mut left = tries_left.lock().unwrap();
            *left = left.map(|left: u8| left.saturating_sub(1));
            match *left {
                Some(0) => Ok(Box::new(Fake { listener, asked: ask.clone(), said: 0 })),
                _ => Err(VoiceError::NoAnswer("not yet".into())),
            }
        }),
        restart: Some(Box::new(move || {
            *started.lock().unwrap() = Some(4);
            Ok(())
        })),
    };
    let voice = VoiceThread::start(driver, move |report| tell.send(report).unwrap());
    voice.say(utterance(1, &["Um."]));
    assert_eq!(asked.recv().unwrap(), say("Um."));
    assert_eq!(told.recv(), Ok(READY));
    assert_eq!(told.recv(), Ok(VoiceReport::Began { utterance: 1, sentence: 0 }));
}

#[test]
fn an_engine_that_cannot_be_had_is_tried_three_times_and_at_the_next_visit() {
    let (tell, told) = channel();
    let (try_, tries) = channel();
    let connect: Connect = Box::new(move |_| {
        // The test may have ended.
        let _ = try_.send(());
        Err(VoiceError::NoAnswer("there is no server in this test".into()))
    });
    let voice = VoiceThread::start(connect, move |report| tell.send(report).unwrap());
    assert_eq!(told.recv(), Ok(BROKEN));
    assert_eq!(tries.try_iter().count(), 3);
    voice.say(utterance(1, &["Um."]));
    assert_eq!(told.recv(), Ok(BROKEN));
    assert_eq!(tries.try_iter().count(), 0);
    voice.visit_began();
    assert_eq!(told.recv(), Ok(BROKEN));
    assert_eq!(tries.try_iter().count(), 3);
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
