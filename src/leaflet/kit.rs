//! A kit for who holds meetings: a poster, lists, cards, certificates. Nobody's name is asked for,
//! but where somebody writes their own.

use super::Maker;
use crate::domain::lesson::{Lesson, Task};
use crate::paper::{Figure, Leaflet, Piece, Step};
use crate::view::sentences;

/// Meetings on a sheet of marks.
const MEETINGS: usize = 11;

impl Maker<'_> {
    /// A poster with what is filled in by hand.
    #[must_use]
    pub fn poster(&self) -> Leaflet {
        let words = self.words();
        let blank = ["leaflet-day", "leaflet-hour", "leaflet-where", "leaflet-who"];
        let begin = [
            self.brand(),
            Piece::Blank(4.0),
            Piece::Centred(words.text("leaflet-poster"), 2.2),
            Piece::Sign("smartphone".to_owned(), 60.0),
            Piece::Centred(words.text("leaflet-poster-what"), 1.3),
            Piece::Centred(words.text("leaflet-poster-calm"), 1.1),
        ];
        let lines = blank.map(|id| Piece::Write(vec![words.text(id)]));
        Leaflet {
            title: words.text("leaflet-poster"),
            pieces: begin.into_iter().chain(lines).collect(),
        }
    }

    /// The lessons, to tick what was done together.
    #[must_use]
    pub fn list(&self, lessons: &[&Lesson]) -> Leaflet {
        let words = self.words();
        let mut pieces = vec![Piece::Text(words.text("leaflet-list-how"))];
        let mut track = "";
        for lesson in lessons {
            if lesson.track != track {
                track = &lesson.track;
                pieces.push(Piece::Heading(words.text(&format!("lesson-track-{track}"))));
            }
            pieces.push(Piece::Tick(self.told(lesson).0));
        }
        self.leaflet(words.text("leaflet-list"), pieces)
    }

    /// How many came: a mark for each, and no names.
    #[must_use]
    pub fn attendance(&self) -> Leaflet {
        let words = self.words();
        let columns = [("leaflet-day", 1.0), ("leaflet-lesson", 1.8), ("leaflet-marks", 2.2)];
        let columns = columns.map(|(id, share)| (words.text(id), share)).to_vec();
        let pieces =
            vec![Piece::Text(words.text("leaflet-attendance-how")), Piece::Rows(columns, MEETINGS)];
        self.leaflet(words.text("leaflet-attendance"), pieces)
    }

    /// What can be talked about at each lesson, a card each; none for a lesson without.
    #[must_use]
    pub fn talks(&self, lessons: &[&Lesson]) -> Vec<Leaflet> {
        lessons.iter().filter_map(|lesson| self.talk(lesson)).collect()
    }

    fn talk(&self, lesson: &Lesson) -> Option<Leaflet> {
        let words = self.words();
        let mut pieces = Vec::new();
        for step in &lesson.steps {
            let message = format!("lesson-{}-{}", lesson.id, step.id);
            let attribute = |name: &str| words.attribute(&message, name, &[]);
            let note = attribute("note");
            if step.task != Task::Talk && note.is_none() {
                continue;
            }
            let more = sentences(&attribute("say").unwrap_or_default());
            let icon = step.icon.as_ref().unwrap_or(&lesson.icon).clone();
            let figure = Some(Figure::Sign(icon));
            let ask = words.text(&message);
            pieces.push(Piece::Step(Step { number: String::new(), ask, more, figure }));
            let note = note.map(|note| Piece::Framed(words.text("leaflet-lead"), sentences(&note)));
            pieces.extend(note);
        }
        let (title, _) = self.told(lesson);
        (!pieces.is_empty()).then(|| self.leaflet(title, pieces))
    }

    /// The screens of a lesson, a card for each step: for a meeting without devices.
    #[must_use]
    pub fn cards(&self, lesson: &Lesson) -> Leaflet {
        let steps = self.steps(lesson).into_iter();
        Leaflet {
            title: self.told(lesson).0,
            pieces: steps.map(|(_, step)| Piece::Card(step)).collect(),
        }
    }

    /// That somebody came; who it was is written by hand.
    #[must_use]
    pub fn certificate(&self) -> Leaflet {
        let pieces = vec![
            Piece::Blank(20.0),
            Piece::Centred(self.words().text("leaflet-certificate"), 2.4),
            Piece::Sign("award".to_owned(), 40.0),
            Piece::Centred(self.words().text("leaflet-certificate-what"), 1.3),
            Piece::Blank(6.0),
        ];
        self.signed("leaflet-certificate", pieces)
    }

    /// What somebody does without help, in plain words, a certificate for each track.
    #[must_use]
    pub fn alone(&self, lessons: &[&Lesson]) -> Vec<Leaflet> {
        let words = self.words();
        let tracks = lessons.chunk_by(|one, next| one.track == next.track);
        tracks
            .map(|lessons| {
                let track = lessons.first().map_or("", |lesson| lesson.track.as_str());
                let begin = [
                    Piece::Centred(words.text("leaflet-alone"), 1.9),
                    Piece::Heading(words.text(&format!("lesson-track-{track}"))),
                    Piece::Text(words.text("leaflet-alone-how")),
                ];
                let can = lessons.iter().map(|lesson| {
                    let (title, goal) = self.told(lesson);
                    Piece::Tick(format!("{title}: {goal}"))
                });
                self.signed(
                    "leaflet-alone",
                    begin.into_iter().chain(can).chain([Piece::Blank(3.0)]).collect(),
                )
            })
            .collect()
    }

    /// With lines for a name, a day and a signature.
    fn signed(&self, title: &str, pieces: Vec<Piece>) -> Leaflet {
        let words = self.words();
        let lines = [&["leaflet-name"][..], &["leaflet-day", "leaflet-signature"]];
        let lines = lines.map(|ids| Piece::Write(ids.iter().map(|id| words.text(id)).collect()));
        Leaflet {
            title: words.text(title),
            pieces: std::iter::once(self.brand()).chain(pieces).chain(lines).collect(),
        }
    }
}
