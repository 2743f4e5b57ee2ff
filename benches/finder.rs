//! How long the finder takes in a city of 2,000 services: `cargo bench --bench finder`.

use std::hint::black_box;
use std::io::{Write, stdout};
use std::path::Path;
use std::time::{Duration, Instant};

use acolhe::content::city;
use acolhe::domain::city::{City, Language, Service, ServiceCode};
use acolhe::domain::finder::Finder;

const SERVICES: usize = 2000;
const SENTENCES: &[&str] = &[
    "a luz do poste da frente de casa queimou",
    "burraco na rua da escola furou o pneu do carro",
    "lampda do pste piscndo na prca",
    "esta frase comprida nao fala de nada que a prefeitura saiba resolver hoje",
    "caiu um fio em cima do carro com gente dentro",
];

fn main() -> anyhow::Result<()> {
    let mut city = city::load(Path::new("cities/vila-serena"))?;
    let times = (0..9).map(|_| timed(|| drop(black_box(Finder::new(&city)))));
    writeln!(stdout(), "start-up, {} services: {:?}", city.services.len(), median(times))?;

    grow(&mut city);
    let finder = Finder::new(&city);
    let mut times = Vec::new();
    for text in SENTENCES.iter().cycle().take(200) {
        times.push(timed(|| drop(black_box(finder.find(text, Language::PtBr)))));
    }
    writeln!(stdout(), "a query, {SERVICES} services: {:?}", median(times.into_iter()))?;
    Ok(())
}

#[expect(clippy::disallowed_methods, reason = "how long it takes is what is asked")]
fn timed(work: impl FnOnce()) -> Duration {
    let start = Instant::now();
    work();
    start.elapsed()
}

fn median(times: impl Iterator<Item = Duration>) -> Duration {
    let mut times: Vec<_> = times.collect();
    times.sort_unstable();
    times[times.len() / 2]
}

/// Fills a city with services that are like its own, but call every third word otherwise.
fn grow(city: &mut City) {
    let own = city.services.clone();
    city.services = (0..SERVICES).map(|i| variant(&own[i % own.len()], i / own.len())).collect();
}

fn variant(service: &Service, number: usize) -> Service {
    let mut service = service.clone();
    if number > 0 {
        service.code = ServiceCode(format!("{}-{number}", service.code));
        for words in service.words.values_mut() {
            for text in words.keywords.iter_mut().chain([&mut words.name, &mut words.line]) {
                *text = renamed(text, number);
            }
        }
    }
    service
}

fn renamed(text: &str, number: usize) -> String {
    let letter = char::from(b'a' + u8::try_from(number % 26).unwrap_or_default());
    text.split(' ')
        .map(
            |word| {
                if word.len() % 3 == 0 { format!("{letter}{word}{letter}") } else { word.into() }
            },
        )
        .collect::<Vec<String>>()
        .join(" ")
}
