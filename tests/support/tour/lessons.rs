//! Lessons: what about, which, with how much help, every step of each, and its end.

use std::collections::HashSet;

use acolhe::content::lessons;
use acolhe::domain::event::{Event, Intent};
use acolhe::domain::lesson::{Act, Deed, Lesson, LessonId, Library, Rung, Sitting};
use acolhe::domain::passport::Passport;

use super::Tour;

/// What leads on at a step, and what it is for the lesson: the little hand does what is asked.
const WAYS: [(&str, Act); 3] = [("show-me", Act::Show), ("hint", Act::Hint), ("next", Act::Next)];

/// Lessons in which there is everything that can be done: whoever looks at every screen in every way
/// sees these, whoever draws pictures all of them.
const FEW: [&str; 3] = ["tela-arrastar", "teclado-numeros", "golpe-parente"];

impl Tour {
    pub(super) fn lessons(&mut self) {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("lessons");
        let library = lessons::load(&folder).expect("the lessons are whole");
        self.anew();
        self.choose("lessons");
        self.stop("learn-track");
        let mut tracks = HashSet::new();
        let day = jiff::civil::date(2026, 11, 23);
        for lesson in library.taught(self.city.country, day) {
            if self.by_keys && !FEW.contains(&lesson.id.0.as_str()) {
                continue;
            }
            self.anew();
            self.choose("lessons");
            self.choose(&format!("track:{}", lesson.track));
            if tracks.insert(lesson.track.clone()) {
                self.stop(&format!("learn-lesson-{}", lesson.track));
            }
            while !self.try_do(&format!("lesson:{}", lesson.id)) {
                self.choose("more");
            }
            if tracks.len() == 1 {
                self.stop("learn-help");
            }
            self.learn(&library, lesson);
        }
        self.stop("learn-end");
        self.misses();
        self.gives_way();
        self.welcome_back();
    }

    /// Somebody holds the paper of their lessons before the scanner, two weeks later.
    fn welcome_back(&mut self) {
        let mut paper = Passport::new(371);
        for lesson in ["tela-tocar", "tela-arrastar"] {
            paper.note(&LessonId(lesson.to_owned()), Rung::Guided, jiff::civil::date(2026, 11, 9));
        }
        self.anew();
        self.scan(&paper.to_string());
        self.stop("learn-passport");
        self.anew();
        self.choose("lessons");
        self.scan("");
        self.page("learn-passport-unread");
    }

    fn scan(&mut self, text: &str) {
        let scan = Event::Intent(Intent::Scan(text.to_owned()));
        self.app.handle(&scan).expect("a screen that takes a scan");
        self.settle();
    }

    /// Every step of a lesson, with the little hand.
    fn learn(&mut self, library: &Library, lesson: &Lesson) {
        self.choose("rung:guided");
        let mut sitting = Sitting::begin(lesson, Rung::Guided);
        while let Some(step) = sitting.of(library) {
            let name = match sitting.item {
                0 => format!("learn-{}-{}", lesson.id, step.id),
                item => format!("learn-{}-{}-{}", lesson.id, step.id, item + 1),
            };
            self.page(&name);
            if let Some(Deed::Write(field, _)) = sitting.wanted(library) {
                self.choose(&format!("touch:{field}"));
                self.page(&format!("{name}-write"));
                self.choose("back");
            }
            let here = (sitting.step, sitting.item);
            while (sitting.step, sitting.item) == here {
                let way = WAYS.iter().find(|(id, _)| self.try_do(id));
                let (_, act) = way.expect("a way on");
                sitting = sitting.after(library, act);
            }
        }
        assert_eq!(self.screen(), "learn.end", "{}", lesson.id);
    }

    /// What is said of what was not it, of what is somebody's own, and of what is done.
    fn misses(&mut self) {
        self.anew();
        for id in ["lessons", "track:maos", "lesson:tela-tocar", "rung:hinted"] {
            self.choose(id);
        }
        for id in ["next", "next", "next", "hold:verde"] {
            self.choose(id);
        }
        self.page("learn-missed");
        self.choose("touch:verde");
        self.page("learn-done");
        self.anew();
        for id in ["lessons", "track:maos", "lesson:teclado-nome", "rung:hinted"] {
            self.choose(id);
        }
        while !(self.try_do("touch:nome") && self.screen() == "learn.write") {
            self.choose("next");
        }
        self.type_in("practice", "529.982.247-25");
        self.choose("next");
        self.page("learn-real-data");
    }

    /// Somebody lets others go first in the middle of a lesson, and comes back to it.
    fn gives_way(&mut self) {
        self.anew();
        for id in ["lessons", "track:maos", "lesson:tela-tocar", "rung:hinted", "next", "help"] {
            self.choose(id);
        }
        self.page("learn-step-help");
        self.choose("give-way");
        self.page("learn-give-way");
        self.choose("give-way");
        self.choose("lessons");
        self.page("learn-track-waiting");
        self.choose("go-on-learning");
    }
}
