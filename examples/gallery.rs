//! Draws every screen into a folder: `gallery [--some|--pairs|--all|--panel|--only ROUND] [--screens START] [FOLDER]`.

use std::fmt::Write as _;
use std::fs;
use std::io::BufWriter;
use std::path::{Path, PathBuf};

use acolhe::domain::city::Language;
use acolhe::domain::settings::Palette;

#[path = "../tests/support/easel.rs"]
mod easel;
#[path = "../tests/support/grid.rs"]
mod grid;
#[path = "../tests/support/rooms.rs"]
mod rooms;
#[path = "../tests/support/tour.rs"]
mod tour;

use slint::ComponentHandle as _;

use easel::{Easel, Glass};
use grid::GLASSES;
use tour::{Guest, tour};

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

/// What stands in the repository: the kiosk as most people see it.
fn usual() -> Vec<Round> {
    vec![round(Glass::TALL, Language::PtBr, 2, Palette::Normal)]
}

/// What is judged after a change: each language, size, palette and glass at least once.
fn some() -> Vec<Round> {
    use Palette::{HighDark, HighLight, Low, Normal};
    vec![
        round(Glass::TALL, Language::PtBr, 2, Normal),
        round(Glass::TALL, Language::Ro, 4, Normal),
        round(Glass::WIDE, Language::En, 3, HighDark),
        round(Glass::SMALL_TALL, Language::Ro, 1, HighLight),
        round(Glass::SMALL_WIDE, Language::PtBr, 4, Low),
    ]
}

/// Any two of glass, language, letters and colours together at least once.
fn pairs() -> Vec<Round> {
    let ways = GLASSES
        .into_iter()
        .flat_map(|glass| grid::guests(glass).into_iter().map(move |guest| (glass, guest)));
    ways.map(|(glass, it)| round(glass, it.language, it.letters, it.palette)).collect()
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
    let screens: Option<String> =
        arguments.iter().position(|it| it == "--screens").map(|at| arguments.remove(at + 1));
    let several = arguments.iter().any(|argument| argument == "--some");
    let paired = arguments.iter().any(|argument| argument == "--pairs");
    let panel = arguments.iter().any(|argument| argument == "--panel");
    let mut rounds = match (everything, paired, several) {
        (true, ..) => all(),
        (_, true, _) => pairs(),
        (_, _, true) => some(),
        _ => usual(),
    };
    arguments.retain(|argument| !argument.starts_with("--"));
    let folder = PathBuf::from(arguments.first().map_or("docs/gallery", String::as_str));
    if let Some(only) = only {
        rounds = all().into_iter().filter(|round| round.name == only).collect();
    }
    let easel = Easel::new();
    if panel {
        return draw_panels(&easel, &folder, &rooms::GLASSES, &rooms::PALETTES).map(drop);
    }
    let mut index = String::from(INDEX);
    for round in &rounds {
        let pictures = draw(&easel, round, &folder, screens.as_deref().unwrap_or_default())?;
        writeln!(index, "\n## {}\n", round.name)?;
        for picture in pictures {
            writeln!(
                index,
                "<img src=\"{0}/{1}.png\" width=\"220\" alt=\"{1}\">",
                round.name, picture
            )?;
        }
    }
    let [lying, _, upright, _] = rooms::GLASSES;
    for (name, pictures) in draw_panels(&easel, &folder, &[lying, upright], &[Palette::Normal])? {
        writeln!(index, "\n## {name}\n")?;
        for picture in pictures {
            writeln!(index, "<img src=\"{name}/{picture}.png\" width=\"300\" alt=\"{picture}\">")?;
        }
    }
    fs::write(folder.join("README.md"), index)?;
    Ok(())
}

const INDEX: &str = "# Every screen\n\nMade by `./dev gallery`; `./dev gallery --some /tmp/gallery` draws each language, letter size, palette and panel once, `--pairs` any two of them together (with `--screens learn`: each step of each lesson), `--all` all of them, `--panel` the window of a waiting room.\nThe name of a row is panel, language, letter size and palette.\n";

/// Draws the screens of a round whose names begin with `start`.
fn draw(easel: &Easel, round: &Round, folder: &Path, start: &str) -> anyhow::Result<Vec<String>> {
    let folder = folder.join(&round.name);
    fs::create_dir_all(&folder)?;
    let mut names = Vec::new();
    let stops = tour(round.city, round.guest, round.glass.panel());
    for stop in stops.into_iter().filter(|stop| stop.name.starts_with(start)) {
        let canvas = easel.window(round.glass);
        canvas.show(&stop.shown);
        save(canvas.desk.window().window(), &folder.join(format!("{}.png", stop.name)))?;
        names.push(stop.name);
    }
    Ok(names)
}

/// The window of a waiting room in everything that it may have to show: its folder's name, and the
/// names of its pictures.
fn draw_panels(
    easel: &Easel,
    folder: &Path,
    glasses: &[Glass],
    palettes: &[Palette],
) -> anyhow::Result<Vec<(String, Vec<&'static str>)>> {
    let mut drawn = Vec::new();
    for (glass, palette) in
        glasses.iter().flat_map(|glass| palettes.iter().map(move |palette| (*glass, *palette)))
    {
        let name = format!("panel-{}-{}", glass.name(), palette.name());
        fs::create_dir_all(folder.join(&name))?;
        let mut pictures = Vec::new();
        for scene in rooms::scenes() {
            let wall = rooms::hang(easel, glass, palette);
            wall.show(&scene.view);
            save(wall.window().window(), &folder.join(&name).join(format!("{}.png", scene.name)))?;
            pictures.push(scene.name);
        }
        drawn.push((name, pictures));
    }
    Ok(drawn)
}

/// Draws a window into a PNG of half its size: enough to judge it, and small enough to keep.
fn save(window: &slint::Window, path: &Path) -> anyhow::Result<()> {
    let picture = window.take_snapshot()?;
    let (width, height) = (picture.width() as usize / 2, picture.height() as usize / 2);
    let pixels = picture.as_slice();
    let across = picture.width() as usize;
    let mut half = Vec::with_capacity(width * height * 3);
    for y in 0..height {
        for x in 0..width {
            let corner = 2 * y * across + 2 * x;
            let four = [corner, corner + 1, corner + across, corner + across + 1];
            let mean = |part: fn(&slint::Rgba8Pixel) -> u8| {
                let sum: u16 = four
                    .iter()
                    .filter_map(|at| pixels.get(*at))
                    .map(|pixel| u16::from(part(pixel)))
                    .sum();
                u8::try_from(sum / 4).unwrap_or(u8::MAX)
            };
            half.extend([mean(|it| it.r), mean(|it| it.g), mean(|it| it.b)]);
        }
    }
    let file = BufWriter::new(fs::File::create(path)?);
    let mut encoder = png::Encoder::new(file, picture.width() / 2, picture.height() / 2);
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::High);
    encoder.write_header()?.write_image_data(&half)?;
    Ok(())
}
