//! How long a typed sentence takes to its service: `cargo bench --bench finder`.

#[path = "support/figures.rs"]
mod figures;

use std::hint::black_box;
use std::path::Path;
use std::time::Duration;

use acolhe::content::city;
use acolhe::domain::city::{City, Language, Service, ServiceCode};
use acolhe::domain::finder::Finder;

use figures::{Samples, Table, readable, timed};

/// The longest that a search may take.
const AIM: Duration = Duration::from_millis(10);
const SEARCHES: usize = 2000;
const SENTENCES: &[&str] = &[
    "a luz do poste da frente de casa queimou",
    "burraco na rua da escola furou o pneu do carro",
    "lampda do poste piscndo na prca",
    "esta frase comprida nao fala de nada que a prefeitura saiba resolver hoje",
    "caiu um fio em cima do carro com gente dentro",
];

fn main() -> anyhow::Result<()> {
    let mut table = Table::default();
    let city = city::load(Path::new("cities/vila-serena"))?;
    for services in [120, 2000] {
        let mut city = city.clone();
        grow(&mut city, services);
        let (start_up, finder) = timed(|| Finder::new(&city));
        let mut sentences = SENTENCES.iter().cycle();
        let searches = Samples::of(SEARCHES, || {
            black_box(finder.find(sentences.next().unwrap_or(&""), Language::PtBr))
        });
        let (half, most) = (searches.median(), searches.percentile(99));
        table.row(
            &format!("a sentence to its service, {services} services"),
            "10 ms",
            &format!("median {}, 99 of 100 in {}", readable(half), readable(most)),
            most <= AIM,
        );
        table.note(&format!("reading {services} services at the start"), &readable(start_up));
    }
    table.print()?;
    Ok(())
}

/// Gives a city so many services: its own, then some like them that call every third word otherwise.
fn grow(city: &mut City, services: usize) {
    let own = city.services.clone();
    city.services = (0..services).map(|i| variant(&own[i % own.len()], i / own.len())).collect();
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
