//! Speech Dispatcher, the speech server of Linux: it knows languages and stops at once.

use std::sync::atomic::{AtomicU64, Ordering};

use speech_dispatcher::{
    CapitalLetters, Connection, DataMode, Error, Mode, Notification, Punctuation,
};
use zeroize::Zeroizing;

use super::pace::{dispatcher_rate, dispatcher_volume};
use super::{Connect, Engine, Heard, Listener, VoiceError};
use crate::domain::city::Language;

/// A voice of Speech Dispatcher. Which module speaks a language is the server's own configuration:
/// `DefaultModule`, and `LanguageDefaultModule` where a language has a better one.
#[must_use]
pub fn speech_dispatcher() -> Connect {
    Box::new(|listener| Ok(Box::new(Server::open(&listener)?)))
}

/// A connection to the server.
struct Server {
    connection: Connection,
    /// Speaks every language that the server has no module of its own for.
    module: Option<String>,
}

impl Server {
    fn open(listener: &Listener) -> Result<Self, VoiceError> {
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
        connection
            .set_notification_on(Notification::All)
            .and_then(|()| connection.set_data_mode(DataMode::Text))
            .and_then(|()| connection.set_punctuation(Punctuation::None))
            .and_then(|()| connection.set_capital_letters(CapitalLetters::None))
            .and_then(|()| connection.set_spelling(false))
            .map_err(refused("take its settings"))?;
        let mut server = Self { connection, module: None };
        server.module = server.ask("GET OUTPUT_MODULE\r\n").map(|(_, module)| module);
        server
            .ask("SET SELF PRIORITY important\r\n")
            .ok_or(VoiceError::Refused { task: "take its settings" })?;
        Ok(server)
    }

    /// Asks something in the server's own language; gives the code of the answer, and what was
    /// asked for where the answer holds something.
    fn ask(&self, command: &str) -> Option<(String, String)> {
        let answer = self.connection.send_data(command, true)?;
        let line = answer.lines().next()?;
        let (code, value) = (line.get(..3)?, line.get(4..)?);
        code.starts_with('2').then(|| (code.to_owned(), value.to_owned()))
    }
}

impl Engine for Server {
    fn tune(&mut self, language: Language) -> Result<(), VoiceError> {
        // A language may switch the module, and the next one does not switch it back.
        if let Some(module) = &self.module {
            let module = module.as_str();
            self.connection.set_output_module(module).map_err(refused("take its module"))?;
        }
        self.connection.set_language(language.tag()).map_err(refused("take a language"))
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
        self.ask(&data(words))
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

/// A sentence as the server reads it: one line and a full stop on the next, a full stop of its own
/// doubled where it begins the line.
fn data(words: &str) -> Zeroizing<String> {
    let dot = if words.starts_with('.') { "." } else { "" };
    Zeroizing::new(format!("{dot}{}\r\n.\r\n", words.replace(char::is_control, " ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_is_one_line_and_cannot_end_itself() {
        assert_eq!(*data("Olá, tudo bem?"), "Olá, tudo bem?\r\n.\r\n");
        assert_eq!(*data("a\r\n.\r\nSTOP ALL\0"), "a  .  STOP ALL \r\n.\r\n");
        assert_eq!(*data("...e mais"), "....e mais\r\n.\r\n");
    }
}
