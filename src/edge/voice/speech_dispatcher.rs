//! Speech Dispatcher, the speech server of Linux: it knows languages and stops at once.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use super::marked::marked;
use super::modules::Modules;
use super::pace::{dispatcher_rate, dispatcher_volume};
use super::restart::restart;
use super::{Driver, Engine, Heard, Listener, Speaker, VoiceError};
use crate::domain::city::Language;
use speech_dispatcher::{
    CapitalLetters, Connection, DataMode, Error, Mode, Notification, Punctuation,
};

/// What of the speech server is this installation's own.
#[derive(Clone, Debug, Default)]
pub struct ServerSetup {
    /// The command that ends the server and starts it, word by word. Without one it is ended by its
    /// pid file and started by systemd, else by itself.
    pub restart: Vec<String>,
    /// The server's module for a language, before all that would be chosen otherwise.
    pub modules: BTreeMap<Language, String>,
}

/// A voice of Speech Dispatcher as it usually is.
#[must_use]
pub fn speech_dispatcher() -> Driver {
    speech_dispatcher_with(ServerSetup::default())
}

/// A voice of Speech Dispatcher.
///
/// A language is spoken by the module of the setup, else by the one that the server's own
/// configuration gives it (`LanguageDefaultModule`), else by the best that is there.
#[must_use]
pub fn speech_dispatcher_with(setup: ServerSetup) -> Driver {
    let configured = Arc::new(setup.modules);
    Driver {
        connect: Box::new(move |listener| {
            Ok(Box::new(Server::open(&listener, Arc::clone(&configured))?))
        }),
        restart: Some(Box::new(move || restart(&setup.restart))),
    }
}

/// A connection to the server.
///
/// It never asks for the list of voices: with espeak-ng there are thirteen thousand.
struct Server {
    connection: Connection,
    modules: Modules,
    tuned: Option<Language>,
}

impl Server {
    fn open(
        listener: &Listener,
        configured: Arc<BTreeMap<Language, String>>,
    ) -> Result<Self, VoiceError> {
        static OPENED: AtomicU64 = AtomicU64::new(0);
        let number = OPENED.fetch_add(1, Ordering::Relaxed);
        let name = format!("voice-{}-{number}", std::process::id());
        let connection = Connection::open("acolhe", name.as_str(), "acolhe", Mode::Threaded)
            .map_err(|error| VoiceError::NoAnswer(Box::new(error)))?;
        let tell = |heard| {
            let listener = listener.clone();
            Box::new(move |id: usize, _client: usize| listener.hear(id as u64, heard))
        };
        connection.on_begin(Some(tell(Heard::Began)));
        connection.on_end(Some(tell(Heard::Ended)));
        connection.on_cancel(Some(tell(Heard::Stopped)));
        let reached = listener.clone();
        connection.on_index_mark(Some(Box::new(move |id: usize, _client, mark: String| {
            if let Ok(word) = mark.parse() {
                reached.hear(id as u64, Heard::Reached(word));
            }
        })));
        connection
            .set_notification_on(Notification::All)
            .and_then(|()| connection.set_data_mode(DataMode::SSML))
            .and_then(|()| connection.set_punctuation(Punctuation::None))
            .and_then(|()| connection.set_capital_letters(CapitalLetters::None))
            .and_then(|()| connection.set_spelling(false))
            .map_err(refused("take its settings"))?;
        let mut server = Self { connection, modules: Modules::default(), tuned: None };
        server
            .ask("SET SELF PRIORITY important\r\n")
            .ok_or(VoiceError::Refused { task: "take its settings" })?;
        let (usual, offered) = (server.module(), server.offered());
        server.modules = Modules { configured, usual, offered };
        Ok(server)
    }

    /// The module that would speak now.
    fn module(&self) -> Option<String> {
        self.ask("GET OUTPUT_MODULE\r\n").map(|(_, module)| module)
    }

    /// The modules that the server has.
    fn offered(&self) -> Vec<String> {
        let answer = self.connection.send_data("LIST OUTPUT_MODULES\r\n", true);
        let lines = answer.as_deref().unwrap_or_default().lines();
        lines.filter_map(|line| line.strip_prefix("250-")).map(str::to_owned).collect()
    }

    /// Asks something in the server's own language; gives the code of the answer, and what was
    /// asked for where the answer holds something.
    fn ask(&self, command: &str) -> Option<(String, String)> {
        let answer = self.connection.send_data(command, true)?;
        let line = answer.lines().next()?;
        let (code, value) = (line.get(..3)?, line.get(4..)?);
        code.starts_with('2').then(|| (code.to_owned(), value.to_owned()))
    }

    fn take_module(&self, module: &str) -> Result<(), VoiceError> {
        self.connection.set_output_module(module).map_err(refused("take its module"))
    }
}

impl Engine for Server {
    fn tune(&mut self, language: Language) -> Result<(), VoiceError> {
        // A language may switch the module, and the next one does not switch it back.
        if let Some(usual) = &self.modules.usual {
            self.take_module(usual)?;
        }
        self.connection.set_language(language.tag()).map_err(refused("take a language"))?;
        let given = self.module();
        if let Some(module) = self.modules.choose(language, given.as_deref()) {
            self.take_module(module)?;
            if self.module().as_deref() != Some(module) {
                return Err(VoiceError::Refused { task: "take its module" });
            }
        }
        self.tuned = Some(language);
        Ok(())
    }

    fn speaker(&self) -> Option<Speaker> {
        let (language, module) = (self.tuned?, self.module()?);
        let wanted = self.modules.configured.get(&language).filter(|wanted| **wanted != module);
        let wanted = wanted.cloned();
        Some(Speaker { suits: self.modules.suits(language, &module), module, wanted })
    }

    fn say(&mut self, words: &str, rate: u8, volume: u8) -> Result<u64, VoiceError> {
        self.connection
            .set_voice_rate(dispatcher_rate(rate))
            .and_then(|()| self.connection.set_volume(dispatcher_volume(volume)))
            .map_err(refused("take rate and loudness"))?;
        // Not the crate's own call: the library's copy of the words would stay in its memory.
        let task = "take a sentence";
        self.ask("SPEAK\r\n")
            .filter(|(code, _)| code == "230")
            .ok_or(VoiceError::Refused { task })?;
        self.ask(&marked(words))
            .and_then(|(code, id)| if code == "225" { id.parse().ok() } else { None })
            .ok_or(VoiceError::Refused { task })
    }

    fn hush(&mut self) -> Result<(), VoiceError> {
        self.connection.cancel().map_err(refused("fall silent"))
    }
}

/// The crate's errors tell nothing but that there was one.
fn refused(task: &'static str) -> impl Fn(Error) -> VoiceError {
    move |_| VoiceError::Refused { task }
}
