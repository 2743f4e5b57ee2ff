//! Every lesson at every level of help, played to its end with a finger on the real window.
//!
//! Over the four glasses each city's lessons meet each level once, in turning languages. With
//! `ACOLHE_FULL` they do so in every language, and each screen is looked at.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use acolhe::app::Asked;
use acolhe::content::lessons;
use acolhe::domain::action::Action;
use acolhe::domain::city::Language;
use acolhe::domain::event::{Event, Intent};
use acolhe::domain::learning::{self, FIELD};
use acolhe::domain::lesson::{Act, Gesture, Lesson, Library, PartId, Rung, Sitting, bot};
use acolhe::domain::settings::Palette;
use acolhe::screen::Pauses;

use crate::easel::{Canvas, Easel, Glass};
use crate::grid::GLASSES;
use crate::look::Looker;
use crate::thing::{Thing, things};
use crate::tour::{Guest, Stop, Tour};

/// More pages than any screen has.
const ENOUGH: usize = 8;

/// Somebody before the glass.
struct Learner {
    tour: Tour,
    canvas: Canvas,
    glass: Glass,
    language: Language,
    asked: Rc<RefCell<Vec<Intent>>>,
}

impl Learner {
    fn before(easel: &Easel, glass: Glass, city: &str, language: Language) -> Self {
        let guest = Guest { language, letters: 2, palette: Palette::Normal };
        let tour = Tour::start(city, guest, glass.panel());
        let (asked, read_on) = (Rc::<RefCell<Vec<Intent>>>::default(), Rc::new(Cell::new(None)));
        let (ear, further) = (Rc::clone(&asked), Rc::clone(&read_on));
        let mut canvas = easel.window_that_tells(glass, Pauses::NONE, move |asked| match asked {
            Asked::Intent { intent, .. } => ear.borrow_mut().push(intent),
            Asked::ReadOn(sentence) => further.set(sentence),
            _ => {}
        });
        canvas.read_on = read_on;
        Self { tour, canvas, glass, language, asked }
    }

    fn things(&self) -> Vec<Thing> {
        self.canvas.show(&self.tour.app.shown());
        things(&self.canvas, self.glass)
    }

    /// A finger comes down at one place, goes to another, and leaves: the station gets what the
    /// window made of it, and that is what was meant.
    fn finger(&mut self, from: (f32, f32), to: (f32, f32), meant: &str) {
        self.canvas.finger(from, to);
        let asked = self.asked.take();
        let action: Action = meant.parse().unwrap();
        assert_eq!(asked, [Intent::Do(action)], "{meant} on {}", self.glass.name());
        for intent in asked {
            self.tour.app.handle(&Event::Intent(intent)).unwrap();
        }
    }

    /// Touches what does something, on whatever page it stands.
    fn press(&mut self, id: &str) {
        for _ in 0..ENOUGH {
            let things = self.things();
            let view = self.tour.app.view();
            let label = |id: &str| {
                view.actions.iter().find(|action| action.id == id).map(|action| &action.label)
            };
            let called = |id: &str| {
                let named = |it: &&Thing| it.is_button() && Some(&it.label) == label(id);
                things.iter().rfind(|it| named(it) && !it.is("Part")).map(|it| it.rect.middle())
            };
            if let Some(place) = called(id) {
                return self.finger(place, place, id);
            }
            let more = called("more");
            assert!(more.is_some(), "{id} is not on {}", view.screen);
            let more = more.unwrap();
            self.finger(more, more, "more");
        }
        unreachable!("{id} stands on no page");
    }

    /// Where a part of the practice phone stands.
    fn part(&self, part: &PartId) -> (f32, f32) {
        let id = format!("touch:{part}");
        let view = self.tour.app.view();
        let mut parts = view.actions.iter().filter(|action| action.id.starts_with("touch:"));
        let place = parts.position(|action| action.id == id).unwrap();
        let things = self.things();
        things.iter().filter(|it| it.is("Part")).nth(place).unwrap().rect.middle()
    }

    /// Does something as a person does it.
    fn act(&mut self, act: &Act) {
        match act {
            Act::Hand(Gesture::Touch(part)) => {
                let place = self.part(part);
                self.finger(place, place, &format!("touch:{part}"));
            }
            Act::Hand(Gesture::Drag(from, to)) => {
                let (start, end) = (self.part(from), self.part(to));
                self.finger(start, end, &format!("drag:{from}>{to}"));
            }
            Act::Write(field, text) => {
                let place = self.part(field);
                self.finger(place, place, &format!("touch:{field}"));
                let typed = Intent::Type { field: FIELD.to_owned(), text: text.clone() };
                self.tour.app.handle(&Event::Intent(typed)).unwrap();
                self.press("next");
            }
            // Other gestures by the button for who cannot: a hold takes time, and two fingers are
            // one too many.
            _ => self.press(&learning::action(act).unwrap().to_string()),
        }
    }

    fn learn(&mut self, library: &Library, lesson: &Lesson, rung: Rung, eyes: &mut Option<Looker>) {
        let way = [
            Action::Lessons,
            Action::Track(lesson.track.clone()),
            Action::Lesson(lesson.id.clone()),
        ];
        // At the first lesson there is nothing to leave.
        let _ = self.tour.app.handle(&Event::Intent(Intent::Do(Action::LeaveFast)));
        self.tour.app.handle(&Event::Intent(Intent::Speak(self.language))).unwrap();
        for action in way {
            let chosen = Event::Intent(Intent::Do(action));
            while self.tour.app.handle(&chosen).is_err() {
                self.press("more");
            }
        }
        self.press(&format!("rung:{}", rung.name()));
        let mut sitting = Sitting::begin(lesson, rung);
        while !sitting.is_over(library) {
            for act in bot::rightly(library, &sitting) {
                self.look(&format!("{}-{}", lesson.id, sitting.step + 1), eyes);
                self.act(&act);
                sitting = sitting.after(library, &act);
            }
        }
        assert_eq!(self.tour.app.view().screen, "learn.end", "{} {rung:?}", lesson.id);
        self.look(&format!("{}-end", lesson.id), eyes);
    }

    fn look(&self, name: &str, eyes: &mut Option<Looker>) {
        let Some(looker) = eyes else { return };
        let shown = self.tour.app.shown();
        self.canvas.show(&shown);
        let stop = Stop { name: name.to_owned(), shown, keys: Vec::new() };
        looker.look(&self.canvas, self.glass, &stop);
    }
}

#[test]
fn every_lesson_at_every_level_is_learned_with_a_finger_on_the_window() {
    let full = std::env::var_os("ACOLHE_FULL").is_some();
    let easel = Easel::new();
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("lessons");
    let library = lessons::load(&folder).unwrap();
    let day = jiff::civil::date(2026, 11, 23);
    for (place, glass) in GLASSES.into_iter().enumerate() {
        for city in ["vila-serena", "valea-lina"] {
            for (turn, language) in Language::ALL.into_iter().enumerate() {
                if !full && turn != place % Language::ALL.len() {
                    continue;
                }
                let mut eyes = full.then(Looker::default);
                let mut learner = Learner::before(&easel, glass, city, language);
                let country = learner.tour.country();
                for (number, lesson) in library.taught(country, day).enumerate() {
                    let rung = Rung::ALL[(number + place) % Rung::ALL.len()];
                    learner.learn(&library, lesson, rung, &mut eyes);
                }
                if let Some(looker) = eyes {
                    looker.tell();
                }
            }
        }
    }
}
