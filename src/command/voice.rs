//! `acolhe voice`: staff hear how a sentence sounds, before anybody else does.

use std::io::{self, Write as _};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::mpsc::channel;

use anyhow::{Context as _, bail};

use crate::config::Setup;
use crate::content::{city, pronunciation};
use crate::domain::city::Language;
use crate::domain::devices::VoiceState;
use crate::domain::settings::Settings;
use crate::edge::voice::{Utterance, VoiceReport, VoiceThread, configured};

/// Try the station's voice
#[derive(Debug, clap::Args)]
pub struct VoiceArgs {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    Say(SayArgs),
}

/// Say sentences as the station says them
#[derive(Debug, clap::Args)]
struct SayArgs {
    /// Sentences, each in quotes
    #[arg(required = true, value_name = "SENTENCE")]
    sentences: Vec<String>,
    /// Their language; without it, the city's own
    #[arg(long, value_name = "TAG")]
    language: Option<String>,
    /// The city whose words count; without it, the station's
    #[arg(long, value_name = "DIR")]
    city: Option<PathBuf>,
    /// Write what would be said, and say nothing
    #[arg(long)]
    text: bool,
}

/// Says something, or shows how it would be said.
///
/// # Errors
///
/// The city or its words cannot be read, or nobody speaks.
pub fn run(args: &VoiceArgs, setup: &Setup) -> anyhow::Result<ExitCode> {
    let Command::Say(args) = &args.command;
    let dir = args.city.clone().unwrap_or_else(|| setup.city_dir());
    let language = match &args.language {
        Some(tag) => language(tag)?,
        None => city::load(&dir)?.own_language(),
    };
    let said = pronunciation::load(&setup.assets.join("locales"), &dir)?;
    let sentences: Vec<_> =
        args.sentences.iter().map(|sentence| said.say(language, sentence)).collect();
    if args.text {
        let mut out = io::stdout().lock();
        for sentence in &sentences {
            writeln!(out, "{sentence}")?;
        }
        return Ok(ExitCode::SUCCESS);
    }
    say(setup, language, sentences)
}

fn language(tag: &str) -> anyhow::Result<Language> {
    let known = || Language::known().into_iter().map(Language::tag).collect::<Vec<_>>().join(", ");
    Language::from_tag(tag).with_context(|| format!("No language {tag}: use {}", known()))
}

/// Speaks and waits for the end.
fn say(setup: &Setup, language: Language, sentences: Vec<String>) -> anyhow::Result<ExitCode> {
    let Some(driver) = configured(&setup.config.voice) else {
        bail!("This station has no voice. Set [voice] driver, or use --text");
    };
    let (tell, told) = channel();
    let voice = VoiceThread::start(driver, move |report| {
        // Nobody listens after the end.
        let _ = tell.send(report);
    });
    let Settings { rate, volume, .. } = Settings::default();
    voice.say(Utterance { id: 1, sentences, from: 0, language, rate, volume });
    for report in told {
        match report {
            VoiceReport::Ended { .. } => return Ok(ExitCode::SUCCESS),
            VoiceReport::State(VoiceState::Broken) => {
                bail!("The voice does not speak. Start speech-dispatcher, and look into its log")
            }
            VoiceReport::State(_) | VoiceReport::Began { .. } => {}
        }
    }
    bail!("The voice has no thread. Close other programs")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_that_nobody_speaks_is_refused_with_those_that_are() {
        assert_eq!(language("ro").ok(), Some(Language::Ro));
        let told = language("fr").unwrap_err().to_string();
        assert_eq!(told, "No language fr: use pt-BR, ro, en");
    }
}
