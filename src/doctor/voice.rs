//! The voice: whether somebody answers, who speaks which language, and whether sentences end.

use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Duration;

use crate::config::{Setup, VoiceConfig};
use crate::domain::city::Language;
use crate::domain::devices::VoiceState;
use crate::domain::settings::Settings;
use crate::edge::clock::Deadline;
use crate::edge::voice::{
    Driver, Engine, Listener, Speaker, Utterance, VoiceError, VoiceReport, VoiceThread, configured,
};
use crate::locale::Locales;

use super::finding::{Finding, kinds};
use super::{Orders, Patient, told_by_station};

kinds! {
    UNTRIED = NotTried, "voice-untried", "The voice was not tried: the configuration cannot be read",
        "Correct the configuration, then run this again";
    SILENT = LookAtIt, "voice-silent", "The station has no voice: nobody is read to",
        "Write driver = \"speech-dispatcher\" under [voice], and connect a loudspeaker";
    ANSWERS = Well, "voice-answers", "The speech server answers", "";
    NO_SERVER = Fault, "voice-no-server", "No speech server answers",
        "Run `apt install speech-dispatcher`, then `systemctl --user start speech-dispatcher` as the station's user";
    HANGS = Fault, "voice-hangs", "The speech server takes a connection and does not answer",
        "Run `systemctl --user restart speech-dispatcher` as the station's user";
    SPEAKER = Well, "voice-speaker", "A module with a voice for the language speaks it", "";
    UNKNOWN_SPEAKER = LookAtIt, "voice-speaker-unknown", "A module speaks the language of which nobody knows whether it can",
        "Listen to it (--say); if it is wrong, write another module under [voice.modules]";
    NO_MODULE = Fault, "voice-module-missing", "The module that the configuration wants is not there: another one speaks",
        "Install the module, or correct [voice.modules]; `spd-say -O` lists those that are there";
    NO_LANGUAGE = Fault, "voice-language-missing", "No module has a voice for a language of the city",
        "Run: apt install speech-dispatcher-espeak-ng; then `systemctl --user restart speech-dispatcher`";
    SPOKEN = Well, "voice-spoken", "Sentences begin and end", "";
    NEVER_BEGINS = Fault, "voice-never-begins", "The server takes a sentence and never begins it",
        "Run `systemctl --user restart speech-dispatcher`; if it stays, run `spd-say test` and look into its log";
    NEVER_ENDS = Fault, "voice-never-ends", "A sentence begins and never ends",
        "Look whether another program holds the sound card (`pactl list sinks`); restart speech-dispatcher";
    IN_USE = NotTried, "voice-in-use", "The running kiosk speaks: nothing was said beside it",
        "Listen at the kiosk; to test it from here, stop the kiosk and run this again with --say";
    BROKEN = Fault, "voice-broken", "The running kiosk says that its voice is broken",
        "Run `systemctl --user restart speech-dispatcher` as the station's user";
    NO_CARD = LookAtIt, "voice-no-sound-card", "The kernel has no sound card",
        "Plug in the loudspeaker's card, or switch on the board's own in its firmware";
}

/// Longer than a server needs that answers at all.
const CONNECT: Duration = Duration::from_secs(8);
/// The same for a platform's own voice, which lists thousands of voices.
const LISTING: Duration = Duration::from_secs(30);
/// How long the voice may take for a word, with all that it tries again.
const SAY: Duration = Duration::from_secs(45);
/// More than anything lasts here.
const LONG: Duration = Duration::from_hours(1);

pub(super) fn examine(patient: &Patient, orders: &Orders) -> Vec<Finding> {
    let Some(setup) = &patient.setup else {
        return vec![Finding::new(&UNTRIED, TRIED, "Which one it is, is not known")];
    };
    let config = &setup.config.voice;
    let Some(driver) = configured(config) else {
        return vec![Finding::new(&SILENT, TRIED, "driver = \"silent\"")];
    };
    let languages = match &patient.city {
        Ok(city) => city.languages.clone(),
        Err(_) => Language::known(),
    };
    let mut findings = match speakers(driver, languages.clone(), patience(config)) {
        Ok(speakers) => told(&speakers),
        Err(finding) => vec![finding],
    };
    let cards = patient.machine.read("proc/asound/cards").unwrap_or_default();
    if cards.is_empty() || cards.contains("no soundcards") {
        findings.push(Finding::new(&NO_CARD, "Looked for sound cards", "There is none"));
    }
    let answers = findings[0].kind.id == ANSWERS.id;
    if patient.runs {
        findings.push(in_use(setup));
    } else if answers {
        findings.extend(spoken(config, setup, &languages, orders.say));
    }
    findings
}

const TRIED: &str = "Looked for the voice";

fn in_use(setup: &Setup) -> Finding {
    let tried = "Looked what the running kiosk says of its voice";
    let told = told_by_station(&setup.data, "voice-changed");
    let found = format!("It said last: {}", told.as_deref().unwrap_or("nothing yet"));
    let broken = told.as_deref() == Some(VoiceState::Broken.name());
    Finding::new(if broken { &BROKEN } else { &IN_USE }, tried, found)
}

/// Who speaks a language, where that is known.
type Speakers = Vec<(Language, Option<Speaker>)>;

fn patience(config: &VoiceConfig) -> Duration {
    if config.driver.name() == "system" { LISTING } else { CONNECT }
}

/// Asks who speaks what; nothing is said.
fn speakers(
    driver: Driver,
    languages: Vec<Language>,
    patience: Duration,
) -> Result<Speakers, Finding> {
    let tried = "Asked the speech server who speaks each language";
    let (tell, told) = channel();
    let asking = move || {
        // After the limit nobody listens.
        let _ = tell.send(ask(&driver, &languages));
    };
    let started = thread::Builder::new().name("voice-doctor".to_owned()).spawn(asking);
    if let Err(error) = started {
        return Err(Finding::new(&HANGS, tried, error.to_string()));
    }
    match told.recv_timeout(patience) {
        Ok(Ok(speakers)) => Ok(speakers),
        Ok(Err(error @ VoiceError::NoAnswer(_))) => {
            Err(Finding::new(&NO_SERVER, tried, error.to_string()))
        }
        Ok(Err(error)) => Err(Finding::new(&HANGS, tried, error.to_string())),
        Err(_) => {
            let found = format!("No answer within {} seconds", patience.as_secs());
            Err(Finding::new(&HANGS, tried, found))
        }
    }
}

fn ask(driver: &Driver, languages: &[Language]) -> Result<Speakers, VoiceError> {
    let mut engine = (driver.connect)(Listener::deaf())?;
    let mut speakers = Vec::new();
    for language in languages {
        engine.tune(*language)?;
        speakers.push((*language, engine.speaker()));
    }
    Ok(speakers)
}

fn told(speakers: &[(Language, Option<Speaker>)]) -> Vec<Finding> {
    let tags: Vec<&str> = speakers.iter().map(|(language, _)| language.tag()).collect();
    let found = format!("It takes {}", tags.join(", "));
    let answers = Finding::new(&ANSWERS, "Connected to the speech server", found);
    // Languages of one speaker are told together.
    let alike = speakers.chunk_by(|(_, one), (_, next)| one == next);
    let each = alike.filter_map(|languages| {
        let speaker = languages.first()?.1.as_ref()?;
        let tags: Vec<&str> = languages.iter().map(|(language, _)| language.tag()).collect();
        let tried = format!("Asked who speaks {}", tags.join(", "));
        let module = &speaker.module;
        Some(match (&speaker.wanted, speaker.suits) {
            (Some(wanted), _) => {
                let found = format!("\"{wanted}\" is not there; {module} speaks");
                Finding::new(&NO_MODULE, tried, found)
            }
            (None, Some(true)) => Finding::new(&SPEAKER, tried, module),
            (None, Some(false)) => {
                let found = format!("{module}, which has no voice for it");
                Finding::new(&NO_LANGUAGE, tried, found)
            }
            (None, None) => Finding::new(&UNKNOWN_SPEAKER, tried, module),
        })
    });
    std::iter::once(answers).chain(each).collect()
}

/// An engine whose sentences nobody hears.
struct Quiet(Box<dyn Engine>);

impl Engine for Quiet {
    fn time_to_tune(&self) -> Duration {
        self.0.time_to_tune()
    }

    fn tune(&mut self, language: Language) -> Result<(), VoiceError> {
        self.0.tune(language)
    }

    fn say(&mut self, words: &str, rate: u8, _volume: u8) -> Result<u64, VoiceError> {
        self.0.say(words, rate, 0)
    }

    fn hush(&mut self) -> Result<(), VoiceError> {
        self.0.hush()
    }
}

/// Says something in each language, and waits for its end. A server that fails is not started
/// anew: it would be well before anybody had seen it ill.
fn spoken(
    config: &VoiceConfig,
    setup: &Setup,
    languages: &[Language],
    aloud: bool,
) -> Vec<Finding> {
    let Some(Driver { connect, .. }) = configured(config) else { return Vec::new() };
    let connect: crate::edge::voice::Connect = if aloud {
        connect
    } else {
        Box::new(move |listener| Ok(Box::new(Quiet(connect(listener)?))))
    };
    let (tell, told) = channel();
    let tell: Sender<VoiceReport> = tell;
    let voice = VoiceThread::start(connect, move |report| {
        // Nobody listens after the end.
        let _ = tell.send(report);
    });
    let locales = Locales::load(&setup.assets.join("locales")).ok();
    let Settings { rate, volume, .. } = Settings::default();
    let how = if aloud { "aloud" } else { "without sound" };
    let mut findings = Vec::new();
    for (id, language) in (1..).zip(languages.iter().copied()) {
        let greeting = locales.as_ref().map(|locales| locales.of(language).text("welcome"));
        let words = greeting.filter(|_| aloud).unwrap_or_else(|| "1 2 3".to_owned());
        let tried = format!("Said a sentence in {} {how}", language.tag());
        voice.say(Utterance { id, sentences: vec![words], from: 0, language, rate, volume });
        match heard(&told, id) {
            Ok((began, ended)) => {
                let (began, ended) = (began.as_millis(), ended.as_millis());
                let found = format!("it began after {began} ms, ended after {ended} ms");
                findings.push(Finding::new(&SPOKEN, tried, found));
            }
            Err(began) => {
                let (kind, found) = if began {
                    (&NEVER_ENDS, "It began, and no end was told")
                } else {
                    (&NEVER_BEGINS, "No beginning was told")
                };
                findings.push(Finding::new(kind, tried, found));
                break;
            }
        }
    }
    findings
}

/// When an utterance began and ended; else whether it ever began.
fn heard(told: &Receiver<VoiceReport>, id: u64) -> Result<(Duration, Duration), bool> {
    let (limit, watch) = (Deadline::after(SAY), Deadline::after(LONG));
    let passed = || LONG.saturating_sub(watch.left());
    let mut began = None;
    loop {
        match told.recv_timeout(limit.left()) {
            Ok(VoiceReport::Began { utterance, .. }) if utterance == id => {
                began.get_or_insert_with(passed);
            }
            Ok(VoiceReport::Ended { utterance }) if utterance == id => {
                return Ok((began.unwrap_or_default(), passed()));
            }
            Ok(VoiceReport::State(VoiceState::Broken))
            | Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => {
                return Err(began.is_some());
            }
            Ok(_) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(speaker: Speaker) -> Vec<&'static str> {
        let findings = told(&[(Language::Ro, Some(speaker))]);
        findings.iter().map(|finding| finding.kind.id).collect()
    }

    #[test]
    fn who_speaks_a_language_is_told_and_judged() {
        let known = || Speaker { module: "espeak-ng".into(), suits: Some(true), wanted: None };
        assert_eq!(ids(known()), ["voice-answers", "voice-speaker"]);
        let other = Speaker { module: "rhvoice".into(), suits: Some(false), wanted: None };
        assert_eq!(ids(other), ["voice-answers", "voice-language-missing"]);
        let strange = Speaker { suits: None, ..known() };
        assert_eq!(ids(strange), ["voice-answers", "voice-speaker-unknown"]);
        let missing = Speaker { wanted: Some("brand".into()), ..known() };
        assert_eq!(ids(missing), ["voice-answers", "voice-module-missing"]);
    }

    #[test]
    fn a_sentence_that_never_begins_is_told_from_one_that_never_ends() {
        let (tell, told) = channel();
        tell.send(VoiceReport::State(VoiceState::Ready)).unwrap();
        tell.send(VoiceReport::State(VoiceState::Broken)).unwrap();
        assert_eq!(heard(&told, 1), Err(false));
        tell.send(VoiceReport::Began { utterance: 2, sentence: 0 }).unwrap();
        tell.send(VoiceReport::State(VoiceState::Broken)).unwrap();
        assert_eq!(heard(&told, 2), Err(true));
        tell.send(VoiceReport::Began { utterance: 3, sentence: 0 }).unwrap();
        tell.send(VoiceReport::Ended { utterance: 3 }).unwrap();
        assert!(heard(&told, 3).is_ok());
    }
}
