//! How long a receipt takes to draw on 80 mm paper: `cargo bench --bench paper`.

#[path = "support/figures.rs"]
mod figures;

use std::path::Path;

use acolhe::domain::receipt::Slip;
use acolhe::paper::{Crest, Fonts, PaperWidth, render};

use figures::{Samples, Table, readable, timed};

const RECEIPT: &str = include_str!("../tests/data/slips/pt-BR.json");
const TIMES: usize = 50;

fn main() -> anyhow::Result<()> {
    let mut table = Table::default();
    let slip: Slip = serde_json::from_str(RECEIPT)?;
    let crest = Crest::read(Path::new("cities/vila-serena/crest.svg"))?;
    let (typeface, fonts) = timed(Fonts::installed);
    let mut fonts = fonts?;
    table.note("finding the typeface at the start", &readable(typeface));
    let (first, slips) = timed(|| render(&slip, PaperWidth::Mm80, Some(&crest), &mut fonts));
    slips?;
    let again =
        Samples::of(TIMES, || render(&slip, PaperWidth::Mm80, Some(&crest), &mut fonts).is_ok());
    table.note(
        "drawing a receipt on 80 mm",
        &format!("the first {}, then {}", readable(first), readable(again.median())),
    );
    table.print()?;
    Ok(())
}
