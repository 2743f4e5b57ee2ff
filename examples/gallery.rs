//! Draws every screen into a folder: `gallery [--all] [FOLDER]`.

use std::fmt::Write as _;
use std::fs;
use std::io::BufWriter;
use std::path::{Path, PathBuf};

use acolhe::domain::city::Language;
use acolhe::domain::settings::Palette;

#[path = "../tests/support/easel.rs"]
mod easel;
#[path = "../tests/support/tour.rs"]
mod tour;

use slint::ComponentHandle as _;

use easel::{Canvas, Easel, Glass};
use tour::{Guest, tour};

/// Every kind of glass.
const GLASSES: [Glass; 4] = [Glass::TALL, Glass::WIDE, Glass::SMALL_WIDE, Glass::SMALL_TALL];

/// One way to see the tour.
struct Round {
    name: String,
    city: &'static str,
    guest: Guest,
    glass: Glass,
}

fn round(glass: Glass, language: Language, letters: u8, palette: Palette) -> Round {
    let city = if language == Language::Ro { "valea-lina" } else { "vila-serena" };
    let name = format!("{}-{}-{letters}-{}", glass.name(), language.tag(), palette.name());
    Round { name, city, guest: Guest { language, letters, palette }, glass }
}

/// What is drawn without being asked for: each language, size, palette and glass at least once.
fn usual() -> Vec<Round> {
    use Language::{En, PtBr, Ro};
    use Palette::{HighDark, HighLight, Low, Normal};
    vec![
        round(Glass::TALL, PtBr, 2, Normal),
        round(Glass::TALL, Ro, 4, Normal),
        round(Glass::WIDE, En, 3, HighDark),
        round(Glass::SMALL_TALL, Ro, 1, HighLight),
        round(Glass::SMALL_WIDE, PtBr, 4, Low),
    ]
}

fn all() -> Vec<Round> {
    let mut rounds = Vec::new();
    for glass in GLASSES {
        for language in Language::ALL {
            for letters in 1..=4 {
                for palette in Palette::ALL {
                    rounds.push(round(glass, language, letters, palette));
                }
            }
        }
    }
    rounds
}

fn main() -> anyhow::Result<()> {
    let mut arguments: Vec<String> = std::env::args().skip(1).collect();
    let everything = arguments.iter().any(|argument| argument == "--all");
    let only: Option<String> =
        arguments.iter().position(|it| it == "--only").map(|at| arguments.remove(at + 1));
    arguments.retain(|argument| !argument.starts_with("--"));
    let folder = PathBuf::from(arguments.first().map_or("docs/gallery", String::as_str));
    let mut rounds = if everything { all() } else { usual() };
    if let Some(only) = only {
        rounds = all().into_iter().filter(|round| round.name == only).collect();
    }
    let easel = Easel::new();
    let mut index = String::from(INDEX);
    for round in &rounds {
        let pictures = draw(&easel, round, &folder)?;
        writeln!(index, "\n## {}\n", round.name)?;
        for picture in pictures {
            writeln!(
                index,
                "<img src=\"{0}/{1}.png\" width=\"220\" alt=\"{1}\">",
                round.name, picture
            )?;
        }
    }
    fs::write(folder.join("README.md"), index)?;
    Ok(())
}

const INDEX: &str = "# Every screen\n\nMade by `./dev gallery`; `./dev gallery --all` draws every language, letter size, palette and panel.\nThe name of a row is panel, language, letter size and palette.\n";

fn draw(easel: &Easel, round: &Round, folder: &Path) -> anyhow::Result<Vec<String>> {
    let folder = folder.join(&round.name);
    fs::create_dir_all(&folder)?;
    let mut names = Vec::new();
    for stop in tour(round.city, round.guest, round.glass.panel()) {
        let canvas = easel.window(round.glass);
        canvas.show(&stop.shown);
        save(&canvas, &folder.join(format!("{}.png", stop.name)))?;
        names.push(stop.name);
    }
    Ok(names)
}

/// Draws a window into a PNG.
fn save(canvas: &Canvas, path: &Path) -> anyhow::Result<()> {
    let picture = canvas.desk.window().window().take_snapshot()?;
    let file = BufWriter::new(fs::File::create(path)?);
    let mut encoder = png::Encoder::new(file, picture.width(), picture.height());
    encoder.set_color(png::ColorType::Rgba);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.write_header()?.write_image_data(picture.as_bytes())?;
    Ok(())
}
