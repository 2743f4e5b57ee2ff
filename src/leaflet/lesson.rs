//! A lesson as a leaflet: what one will be able to do, and its steps with the very screens.

use std::sync::Arc;

use super::Maker;
use crate::domain::devices::Devices;
use crate::domain::learning::{At, Learning};
use crate::domain::lesson::{Deed, Lesson, PhoneId, Rung, Sitting, Step, Task};
use crate::domain::visit::{Screen, Visit};
use crate::paper::{Figure, Leaflet, Picture, Piece, Step as Shown};
use crate::view::{self, sentences};

impl Maker<'_> {
    /// A lesson as a leaflet.
    #[must_use]
    pub fn lesson(&self, lesson: &Lesson) -> Leaflet {
        let words = self.words();
        let (title, goal) = self.told(lesson);
        let mut pieces = vec![
            Piece::Heading(words.text("leaflet-learn")),
            Piece::Text(goal),
            Piece::Heading(words.text("leaflet-steps")),
        ];
        let steps = self.steps(lesson);
        let is_seen = |step: &Shown| matches!(step.figure, Some(Figure::Screen(_)));
        if steps.iter().any(|(_, step)| is_seen(step)) {
            pieces.push(Piece::Text(words.text("leaflet-hand")));
        }
        pieces.extend(steps.into_iter().map(|(task, step)| match task {
            // What is taken home must not be overlooked.
            Task::Slip => {
                let lines = std::iter::once(step.ask).chain(step.more).collect();
                Piece::Framed(words.text("leaflet-remember"), lines)
            }
            _ => Piece::Step(step),
        }));
        pieces.extend(self.help());
        self.leaflet(title, pieces)
    }

    /// What a lesson is called, and what one will be able to do.
    pub(super) fn told(&self, lesson: &Lesson) -> (String, String) {
        let message = format!("lesson-{}", lesson.id);
        let goal = self.words().attribute(&message, "goal", &[]).unwrap_or_default();
        (self.words().text(&message), goal)
    }

    /// Steps as they stand on paper, numbered but for what is taken home.
    pub(super) fn steps<'b>(&self, lesson: &'b Lesson) -> Vec<(&'b Task, Shown)> {
        let mut shown = Vec::new();
        let mut count = 0;
        for (place, step) in lesson.steps.iter().enumerate() {
            let mut number = String::new();
            if step.task != Task::Slip {
                count += 1;
                number = count.to_string();
            }
            let drawn = self.step(lesson, place, step, number);
            shown.extend(drawn.into_iter().map(|drawn| (&step.task, drawn)));
        }
        shown
    }

    /// A step; one in which several screens are judged has a picture for each.
    fn step(&self, lesson: &Lesson, place: usize, step: &Step, number: String) -> Vec<Shown> {
        let words = self.words();
        let message = format!("lesson-{}-{}", lesson.id, step.id);
        let attribute = |name: &str| words.attribute(&message, name, &[]).unwrap_or_default();
        let mut more = sentences(&attribute("say"));
        if let Task::Choose { answers, right } = &step.task {
            let wrong = answers.iter().filter(|answer| *answer != right);
            let said = |answer: &str| [("answer", attribute(&format!("answer-{answer}")).into())];
            more.push(words.with("leaflet-right", &said(right)));
            more.extend(wrong.map(|answer| words.with("leaflet-wrong", &said(answer))));
        }
        let phone = step.task.phone();
        let figure = match phone {
            Some(phone) => self.screen(lesson, place, step, phone).map(Figure::Screen),
            None => Some(Figure::Sign(step.icon.as_ref().unwrap_or(&lesson.icon).clone())),
        };
        let asked = Shown { number, ask: words.text(&message), more, figure };
        let Task::Sort(items) = &step.task else { return vec![asked] };
        let judged = items.iter().enumerate().map(|(index, item)| {
            let verdict = if item.is_scam { "verdict-scam" } else { "verdict-genuine" };
            Shown {
                number: String::new(),
                ask: words.text(verdict),
                more: sentences(&attribute(&format!("why{}", index + 1))),
                figure: self.screen(lesson, place, step, &item.phone).map(Figure::Screen),
            }
        });
        let asked = Shown { figure: None, ..asked };
        // Without its screen nobody knows what was judged.
        let seen = judged.filter(|shown| shown.figure.is_some());
        std::iter::once(asked).chain(seen).collect()
    }

    /// The practice phone at a step, as the little hand shows it.
    fn screen(
        &self,
        lesson: &Lesson,
        place: usize,
        step: &Step,
        phone: &PhoneId,
    ) -> Option<Arc<Picture>> {
        let mut sitting = Sitting::begin(lesson, Rung::Guided);
        (sitting.step, sitting.phone) = (place, Some(phone.clone()));
        match &step.task {
            Task::Spot { signs, .. } => sitting.found = signs.iter().cloned().collect(),
            Task::Show(play) | Task::Do(play) | Task::Undo(play) => {
                if let Deed::Write(field, accepted) = &play.right {
                    let text = accepted.first().cloned().unwrap_or_default();
                    sitting.typed.insert(field.clone(), text);
                }
            }
            _ => {}
        }
        let now = self.now.to_zoned(self.city.timezone.clone());
        let mut learning = Learning::on(now.date());
        (learning.lesson, learning.sitting) = (Some(lesson.id.clone()), Some(sitting));
        let mut visit = Visit::new(self.language, self.now);
        visit.screen = Screen::Learning(At::Step);
        visit.learning = Some(Box::new(learning));
        let devices = Devices::default();
        let view = view::of(&visit, self.city, &devices, now.datetime(), self.locales);
        (self.draw)(&view)
    }
}
