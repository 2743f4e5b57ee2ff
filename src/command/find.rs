//! `acolhe find`: a sentence to its service, and to whom one calls first.

use std::io::{self, Write};
use std::process::ExitCode;

use serde::Serialize;

use super::language_of;
use crate::domain::city::{City, Language};
use crate::domain::finder::{Finder, Found};

/// Show which services a sentence is about, and who is called first
#[derive(Debug, clap::Args)]
pub struct FindArgs {
    /// The sentence, as a citizen would type it
    text: String,
    /// The language of the screen; without it, the city's own
    #[arg(long, value_name = "L")]
    locale: Option<String>,
    /// As JSON
    #[arg(long)]
    json: bool,
}

/// How many services are shown.
const SHOWN: usize = 3;

/// What was found, as it is printed.
#[derive(Debug, Serialize)]
struct Answer<'a> {
    emergency: Vec<&'a str>,
    services: Vec<Likely<'a>>,
}

#[derive(Debug, Serialize)]
struct Likely<'a> {
    code: &'a str,
    name: &'a str,
    score: f32,
}

/// Prints whom to call and the likeliest services.
///
/// # Errors
///
/// The city does not speak the language.
pub fn run(args: &FindArgs, city: &City) -> anyhow::Result<ExitCode> {
    let language = language_of(args.locale.as_deref(), city)?;
    let found = Finder::new(city).find(&args.text, language);
    let answer = answer(&found, city, language);
    let mut out = io::stdout().lock();
    if args.json {
        writeln!(out, "{}", serde_json::to_string(&answer)?)?;
    } else {
        print(&answer, city, language, &mut out)?;
    }
    Ok(ExitCode::SUCCESS)
}

fn answer<'a>(found: &'a Found, city: &'a City, language: Language) -> Answer<'a> {
    let services = found.services.iter().take(SHOWN).map(|(code, score)| Likely {
        code: &code.0,
        name: city
            .service(code)
            .and_then(|service| service.words.get(&language))
            .map_or("", |words| words.name.as_str()),
        score: *score,
    });
    Answer {
        emergency: found.emergencies.iter().map(String::as_str).collect(),
        services: services.collect(),
    }
}

fn print(
    answer: &Answer<'_>,
    city: &City,
    language: Language,
    out: &mut impl Write,
) -> io::Result<()> {
    for contact in answer.emergency.iter().filter_map(|id| city.emergency(id)) {
        let name = contact.name.get(&language).map_or("", String::as_str);
        writeln!(out, "call {}  {name}", contact.phone)?;
    }
    for Likely { code, name, score } in &answer.services {
        writeln!(out, "{code}  {score:>5.2}  {name}")?;
    }
    Ok(())
}
