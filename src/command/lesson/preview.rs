//! `acolhe lesson preview`: an author sees a lesson as somebody at the kiosk does.

use std::io::{self, Write};
use std::process::ExitCode;

use anyhow::{Context as _, bail};

use crate::app::App;
use crate::command::{kiosk, language_of, size};
use crate::config::Setup;
use crate::content::{city, lessons};
use crate::domain::action::Action;
use crate::domain::city::Language;
use crate::domain::event::{Event, Intent};
use crate::domain::lesson::{Lesson, LessonId};
use crate::edge::clock::Clock;
use crate::screen::open;

/// As large as a kiosk's glass on a usual screen.
const WINDOW: (u32, u32) = (540, 960);

/// More pages than any track has.
const ENOUGH: usize = 20;

/// See a lesson in a window, as it is at the kiosk
///
/// What is wrong with the lessons is told first. Nothing is kept, and nothing goes to the city.
#[derive(Debug, clap::Args)]
pub(super) struct PreviewArgs {
    /// The lesson: the name of its folder
    lesson: String,
    /// Its language; without it, the city's own
    #[arg(long, value_name = "TAG")]
    language: Option<String>,
    /// The window in pixels, `WxH`
    #[arg(long, value_name = "WxH", value_parser = size)]
    window: Option<(u32, u32)>,
}

/// Opens the lesson, until its window is closed.
///
/// # Errors
///
/// The lesson is not taught in this city today, or there is no display.
pub(super) fn run(args: &PreviewArgs, setup: &Setup) -> anyhow::Result<ExitCode> {
    let dir = setup.assets.join("lessons");
    let faults = lessons::check(&dir, &setup.assets.join("locales"));
    if !faults.list().is_empty() {
        writeln!(io::stderr(), "{faults}")?;
        return Ok(ExitCode::from(1));
    }
    let library = lessons::load(&dir)?;
    let Some(lesson) = library.lesson(&LessonId(args.lesson.clone())) else {
        let known: Vec<&str> = library.lessons.iter().map(|it| it.id.0.as_str()).collect();
        bail!("No lesson {}: there are {}", args.lesson, known.join(", "));
    };
    let city = city::load(&setup.city_dir())?;
    let language = language_of(args.language.as_deref(), &city)?;
    let data = tempfile::tempdir().context("Cannot make a temporary folder")?;
    let mut setup = Setup { data: data.path().to_owned(), enrolled: false, ..setup.clone() };
    setup.config.hub = <_>::default();
    setup.config.printer = <_>::default();
    let options = kiosk::options(&setup, Some(args.window.unwrap_or(WINDOW)))?;
    let mut app = App::start(&setup, Clock::Machine)?;
    begin(&mut app, lesson, language)?;
    open(app, options)?;
    Ok(ExitCode::SUCCESS)
}

/// Goes to the lesson, as somebody would by touch.
fn begin(app: &mut App, lesson: &Lesson, language: Language) -> anyhow::Result<()> {
    let mut taken = |intent| app.handle(&Event::Intent(intent)).is_ok();
    let way = [
        Intent::Speak(language),
        Intent::Do(Action::Lessons),
        Intent::Do(Action::Track(lesson.track.clone())),
    ];
    if way.into_iter().all(&mut taken) {
        for _ in 0..ENOUGH {
            if taken(Intent::Do(Action::Lesson(lesson.id.clone()))) {
                return Ok(());
            }
            taken(Intent::Do(Action::More));
        }
    }
    bail!("{} is not taught in this city today: look at its country and its facts", lesson.id)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::config::Config;
    use crate::domain::learning::At;

    /// What becomes of a lesson that somebody asks for in Romanian.
    fn asked_for(id: &str) -> Result<&'static str, String> {
        let assets = Path::new(env!("CARGO_MANIFEST_DIR")).to_owned();
        let library = lessons::load(&assets.join("lessons")).unwrap();
        let data = tempfile::tempdir().unwrap();
        let (config, data) = (Config::default(), data.path().to_owned());
        let setup = Setup { config, data, assets, enrolled: false };
        let mut app = App::start(&setup, Clock::Machine).unwrap();
        let lesson = library.lesson(&LessonId(id.to_owned())).unwrap();
        begin(&mut app, lesson, Language::Ro).map_err(|error| error.to_string())?;
        Ok(app.view().screen)
    }

    #[test]
    fn a_lesson_begins_with_how_much_help_one_wants() {
        assert_eq!(asked_for("pix-errado"), Ok(At::Help.id()));
        let told = asked_for("transfer-gresit").unwrap_err();
        assert!(told.starts_with("transfer-gresit is not taught in this city today"), "{told}");
    }
}
