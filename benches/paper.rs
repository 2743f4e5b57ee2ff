//! How long a receipt takes to draw on 80 mm paper: `cargo bench --bench paper`.

use std::error::Error;
use std::io::{Write, stdout};
use std::path::Path;
use std::time::Instant;

use acolhe::domain::receipt::Slip;
use acolhe::paper::{Crest, Fonts, PaperWidth, render};

const RECEIPT: &str = include_str!("../tests/data/slips/pt-BR.json");
const TIMES: u32 = 50;

#[expect(clippy::disallowed_methods, reason = "how long it takes is what is asked")]
fn main() -> Result<(), Box<dyn Error>> {
    let slip: Slip = serde_json::from_str(RECEIPT)?;
    let crest = Crest::read(Path::new("cities/vila-serena/crest.svg"))?;
    let start = Instant::now();
    let mut fonts = Fonts::installed()?;
    writeln!(stdout(), "finding the typeface: {:?}", start.elapsed())?;
    let start = Instant::now();
    for _ in 0..TIMES {
        render(&slip, PaperWidth::Mm80, Some(&crest), &mut fonts)?;
    }
    writeln!(stdout(), "a receipt on 80 mm: {:?}", start.elapsed() / TIMES)?;
    Ok(())
}
