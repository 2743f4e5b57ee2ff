//! `acolhe leaflet`: what people take home, hang up or lay on a table.

mod kit;

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::{Context as _, bail, ensure};
use clap::ValueEnum;

use crate::command::language_of;
use crate::command::lesson::{chosen, save};
use crate::config::Setup;
use crate::content::{city, lessons};
use crate::domain::city::{City, Language, Service};
use crate::edge::clock::Clock;
use crate::leaflet::Maker;
use crate::locale::Locales;
use crate::paper::{Crest, Fonts, Kind, Leaflet, PaperWidth, Picture, leaflets, strip, strip_text};
use crate::view::View;

/// Print lessons, services and a guide to take home, and a kit for who holds meetings
#[derive(Debug, clap::Args)]
pub struct LeafletArgs {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    /// Lessons: every step with the very screen
    #[command(override_usage = "acolhe leaflet lesson [OPTIONS] <ID>... <OUT>\n       \
        acolhe leaflet lesson [OPTIONS] --all <OUT>")]
    Lesson {
        /// All that are taught in the city's country today
        #[arg(long)]
        all: bool,
        #[command(flatten)]
        how: How,
    },
    /// Services of the city: what each is for, how to ask, when the answer comes
    #[command(override_usage = "acolhe leaflet service [OPTIONS] <CODE>... <OUT>\n       \
        acolhe leaflet service [OPTIONS] --all <OUT>")]
    Service {
        /// All but private ones, which stand on no paper
        #[arg(long)]
        all: bool,
        #[command(flatten)]
        how: How,
    },
    /// What the city does, and places with internet, computers, courses and help
    #[command(override_usage = "acolhe leaflet guide [OPTIONS] <OUT>")]
    Guide {
        #[command(flatten)]
        how: How,
    },
    /// A poster, lists, cards and certificates for who holds meetings, as a folder of PDFs
    Kit {
        /// The folder, which is made
        #[arg(value_name = "OUT-DIR")]
        out: PathBuf,
        /// Its language; without it, the city's own
        #[arg(long, value_name = "TAG")]
        language: Option<String>,
    },
}

#[derive(Debug, clap::Args)]
struct How {
    /// The paper: a PDF for an office printer, or a folder of 80 mm slips
    #[arg(long, value_enum, default_value_t = Paper::A4)]
    paper: Paper,
    /// The language; without it, the city's own
    #[arg(long, value_name = "TAG")]
    language: Option<String>,
    /// What is printed by its ids or codes, then the file, or the folder of slips; it is made
    #[arg(value_name = "OUT", required = true)]
    names_and_out: Vec<String>,
}

impl How {
    /// What is printed, where it is chosen by name, and the file or folder.
    fn parted(&self) -> (&[String], &Path) {
        // There is always one: else the arguments were refused.
        let (out, names) = self
            .names_and_out
            .split_last()
            .map_or(("", &[][..]), |(out, names)| (out.as_str(), names));
        (names, Path::new(out))
    }

    /// What is chosen: some by their names, or all of them.
    fn chosen(&self, all: bool) -> anyhow::Result<&[String]> {
        let (names, _) = self.parted();
        ensure!(all || !names.is_empty(), "Name what to print and then the file, or use --all");
        ensure!(!all || names.is_empty(), "Name some, or use --all: not both");
        Ok(names)
    }
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Paper {
    A4,
    A5,
    Slip,
}

/// Makes leaflets, or tells what is wrong with the lessons on standard error and writes nothing.
/// The exit code is 1 when there are faults.
///
/// # Errors
///
/// The city cannot be read, there is no such lesson, service or language, or a file cannot be
/// written.
pub fn run(args: &LeafletArgs, setup: &Setup) -> anyhow::Result<ExitCode> {
    let (out, language) = match &args.command {
        Command::Lesson { how, .. } | Command::Service { how, .. } | Command::Guide { how } => {
            (how.parted().1, &how.language)
        }
        Command::Kit { out, language } => (out.as_path(), language),
    };
    let names = match &args.command {
        Command::Lesson { all, how } | Command::Service { all, how } => how.chosen(*all)?,
        Command::Guide { how } => {
            ensure!(how.parted().0.is_empty(), "A guide is of everything: name only its file");
            &[]
        }
        Command::Kit { .. } => &[],
    };
    ensure!(!out.exists(), "{} exists already. Name another, or move it", out.display());
    let mut city = city::load(&setup.city_dir())?;
    match lessons::load(&setup.assets.join("lessons")) {
        Ok(taught) => city.taught = taught,
        Err(faults) => {
            let mut err = io::stderr().lock();
            writeln!(err, "{faults}")?;
            writeln!(err, "{} faults; nothing was written", faults.list().len())?;
            return Ok(ExitCode::FAILURE);
        }
    }
    let locales = Locales::load(&setup.assets.join("locales"))?;
    let language = language_of(language.as_deref(), &city)?;
    let screens = Screens::begin()?;
    let draw = |view: &View| screens.draw(view);
    let maker =
        Maker { city: &city, language, locales: &locales, now: Clock::Machine.now(), draw: &draw };
    let mut press = Press {
        crest: Crest::read(&setup.city_dir().join("crest.svg")).ok(),
        fonts: Fonts::installed()?,
        language,
    };
    match &args.command {
        Command::Lesson { how, .. } => {
            let chosen = chosen(names, &city, maker.now)?;
            let made = chosen.into_iter().map(|it| (it.id.0.clone(), maker.lesson(it))).collect();
            press.print(made, how)?;
        }
        Command::Service { how, .. } => {
            let made = services_of(&city, names)?
                .into_iter()
                .filter_map(|service| Some((service.code.0.clone(), maker.service(service)?)));
            press.print(made.collect(), how)?;
        }
        Command::Guide { how } => {
            let made = ["services", "places"].map(str::to_owned).into_iter().zip(maker.guide());
            press.print(made.collect(), how)?;
        }
        Command::Kit { out, .. } => kit::write(&maker, &mut press, out)?,
    }
    Ok(ExitCode::SUCCESS)
}

/// The services of these codes, or all; in the order of the catalogue.
fn services_of<'a>(city: &'a City, codes: &[String]) -> anyhow::Result<Vec<&'a Service>> {
    for code in codes {
        match city.services.iter().find(|service| service.code.0 == *code) {
            None => bail!("No service {code} in {}: its codes stand in services.csv", city.name),
            Some(service) if service.private => {
                bail!("{code} is private, and private services stand on no paper. Leave it out")
            }
            Some(_) => {}
        }
    }
    let wanted = |service: &&Service| codes.is_empty() || codes.contains(&service.code.0);
    Ok(city.services.iter().filter(wanted).collect())
}

/// What leaflets are printed with.
struct Press {
    crest: Option<Crest>,
    fonts: Fonts,
    language: Language,
}

impl Press {
    /// Prints named leaflets as they are wanted.
    fn print(&mut self, made: Vec<(String, Leaflet)>, how: &How) -> anyhow::Result<()> {
        let (_, out) = how.parted();
        let kind = match how.paper {
            Paper::A4 => Kind::A4,
            Paper::A5 => Kind::A5,
            Paper::Slip => return self.slips(&made, out),
        };
        let made: Vec<Leaflet> = made.into_iter().map(|(_, leaflet)| leaflet).collect();
        self.pdf(&made, kind, out)
    }

    fn pdf(&mut self, made: &[Leaflet], kind: Kind, out: &Path) -> anyhow::Result<()> {
        let tag = self.language.tag();
        save(out, &leaflets(made, kind, tag, self.crest.as_ref(), &mut self.fonts)?)
    }

    /// A picture and a text each.
    fn slips(&mut self, made: &[(String, Leaflet)], out: &Path) -> anyhow::Result<()> {
        make_folder(out)?;
        for (name, leaflet) in made {
            let width = PaperWidth::Mm80;
            let dots = strip(leaflet, width, self.crest.as_ref(), &mut self.fonts)?;
            save(&out.join(format!("{name}.png")), &dots.png()?)?;
            save(
                &out.join(format!("{name}.txt")),
                strip_text(leaflet, width.columns()).as_bytes(),
            )?;
        }
        Ok(())
    }
}

fn make_folder(folder: &Path) -> anyhow::Result<()> {
    fs::create_dir(folder)
        .with_context(|| format!("Cannot make {}. Make its folder writable", folder.display()))
}

/// Draws the screens of the practice phone.
#[cfg(feature = "screen")]
struct Screens(crate::screen::Stills);

#[cfg(feature = "screen")]
impl Screens {
    fn begin() -> anyhow::Result<Self> {
        Ok(Self(crate::screen::Stills::begin()?))
    }

    fn draw(&self, view: &View) -> Option<Arc<Picture>> {
        self.0.draw(view).ok().flatten().map(Arc::new)
    }
}

/// Draws nothing: this Acolhe was built without a window, and its leaflets have words only.
#[cfg(not(feature = "screen"))]
struct Screens;

#[cfg(not(feature = "screen"))]
impl Screens {
    fn begin() -> anyhow::Result<Self> {
        writeln!(io::stderr(), "This Acolhe was built without a window: leaflets have no screens")?;
        Ok(Self)
    }

    #[expect(clippy::unused_self, reason = "as where a window draws")]
    fn draw(&self, _: &View) -> Option<Arc<Picture>> {
        None
    }
}
