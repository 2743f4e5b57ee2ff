//! What happens while somebody learns.
//!
//! A step ends by its own deed, by the little hand, or, where nothing is to be done, by going on.
//! Nothing happens by itself: even that nobody moved for a while comes in as [`Act::Quiet`].

mod open;

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Act, Deed, Gesture, Item, Lesson, LessonId, Library, PartId, Persona, PhoneId, PhoneScreen,
    Play, Rung, Score, Step, Task, Verdict, is_somebodys,
};
use crate::domain::quiet::quiet_debug;

/// Misses after which the little hand is offered, whatever hints are left.
const ENOUGH_MISSES: u8 = 3;

/// What is said now.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
pub enum Said {
    /// What is to be done.
    Ask,
    /// It is done.
    Ok,
    /// The little hand has done it.
    Shown,
    /// A hint, from 1.
    Hint(u8),
    /// What was done is not it; the attribute that explains it, where the step has one.
    Wrong(Option<String>),
    /// Only what is lit can be touched now.
    NotHere,
    /// That is somebody's own: it was wiped.
    RealData,
    /// A fraud was told, or a genuine thing.
    Judged {
        /// Whether it is a fraud.
        is_scam: bool,
        /// Whether that was told.
        good: bool,
    },
}

/// Somebody at a lesson.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
pub struct Sitting {
    /// Which lesson.
    pub lesson: LessonId,
    /// How much help there is.
    pub rung: Rung,
    /// No mistake is made on purpose.
    #[serde(default)]
    error_free: bool,
    /// Which step, from 0; as many as there are when it is over.
    pub step: usize,
    /// What the practice phone shows.
    pub phone: Option<PhoneId>,
    /// What was written, by field.
    pub typed: BTreeMap<PartId, String>,
    /// Signs that were found.
    pub found: BTreeSet<PartId>,
    /// Which item is judged, from 0.
    pub item: usize,
    /// What is said now.
    pub said: Said,
    /// The step is done, and waits to be left.
    pub done: bool,
    /// Hints that were given at this step.
    hints: u8,
    /// Misses at this step.
    misses: u8,
    /// What is remembered.
    pub score: Score,
}

quiet_debug!(Sitting);

impl Sitting {
    /// At the first step that this much help has.
    #[must_use]
    pub fn begin(lesson: &Lesson, rung: Rung) -> Self {
        let mut sitting = Self {
            lesson: lesson.id.clone(),
            rung,
            error_free: false,
            step: 0,
            phone: None,
            typed: BTreeMap::new(),
            found: BTreeSet::new(),
            item: 0,
            said: Said::Ask,
            done: false,
            hints: 0,
            misses: 0,
            score: Score::default(),
        };
        sitting.come_to(lesson, 0);
        sitting
    }

    /// Without the mistakes that are made on purpose: for who is upset by them.
    #[must_use]
    pub fn without_errors(mut self, lesson: &Lesson) -> Self {
        self.error_free = true;
        self.come_to(lesson, 0);
        self
    }

    /// Misses at this step.
    #[must_use]
    pub fn misses(&self) -> u8 {
        self.misses
    }

    /// The step, until it is over.
    #[must_use]
    pub fn of<'a>(&self, library: &'a Library) -> Option<&'a Step> {
        library.lesson(&self.lesson)?.steps.get(self.step)
    }

    /// Whether the last step was left.
    #[must_use]
    pub fn is_over(&self, library: &Library) -> bool {
        self.of(library).is_none()
    }

    /// What the practice phone shows.
    #[must_use]
    pub fn screen<'a>(&self, library: &'a Library) -> Option<&'a PhoneScreen> {
        library.phone.get(self.phone.as_ref()?)
    }

    /// What follows from an act. What does not apply changes nothing.
    #[must_use]
    pub fn after(mut self, library: &Library, act: &Act) -> Self {
        let Some(lesson) = library.lesson(&self.lesson) else { return self };
        let Some(step) = lesson.steps.get(self.step) else { return self };
        match act {
            Act::Next if self.done => self.leave(lesson, step),
            Act::Next if self.is_watched(step) => self.finish(library, step, Said::Shown),
            Act::Next if step.task.is_told() => self.leave(lesson, step),
            Act::Show if self.can_show(library) => {
                self.score.rescued += 1;
                self.finish(library, step, Said::Shown);
            }
            Act::Hint | Act::Quiet if self.has_hint(library) => self.hint(),
            Act::Next | Act::Show | Act::Hint | Act::Quiet => {}
            _ if self.done || self.rung == Rung::Watch => {}
            Act::Answer(answer) => self.answer(library, step, answer),
            Act::Call(verdict) => self.call(library, step, *verdict),
            _ => self.deed(library, lesson, step, act),
        }
        self
    }

    /// Without what changes nothing of what can come next: how it went so far, misses beyond those
    /// that count, and what was written, but for how the lesson writes it.
    #[must_use]
    pub(super) fn bare(mut self, library: &Library) -> Self {
        let play = self.of(library).filter(|_| self.done).and_then(|step| step.task.play());
        self.typed = match play.map(|play| &play.right) {
            Some(Deed::Write(field, accepted)) => {
                accepted.first().map(|text| (field.clone(), text.clone())).into_iter().collect()
            }
            _ => BTreeMap::new(),
        };
        self.misses = self.misses.min(ENOUGH_MISSES);
        self.score = Score::default();
        self
    }

    /// The step before, from 0; none at the first.
    #[must_use]
    pub fn before(&self, library: &Library) -> Option<usize> {
        let lesson = library.lesson(&self.lesson)?;
        lesson.steps.iter().take(self.step).rposition(|step| !self.skips(step))
    }

    /// To a step, as if nothing had been done there yet; to the next one where this much help has
    /// none of that number, and to the last where it has none after it.
    pub fn go_to(&mut self, library: &Library, step: usize) {
        let Some(lesson) = library.lesson(&self.lesson) else { return };
        let last = lesson.steps.iter().rposition(|step| !self.skips(step)).unwrap_or_default();
        self.come_to(lesson, step.min(last));
    }

    /// Whether the little hand does it by itself.
    fn is_watched(&self, step: &Step) -> bool {
        matches!(step.task, Task::Show(_)) || self.rung == Rung::Watch && !step.task.is_told()
    }

    fn skips(&self, step: &Step) -> bool {
        matches!(step.task, Task::Undo(_)) && (self.rung == Rung::Watch || self.error_free)
    }

    fn come_to(&mut self, lesson: &Lesson, step: usize) {
        let rest = lesson.steps.get(step..).unwrap_or_default();
        self.step = step + rest.iter().take_while(|step| self.skips(step)).count();
        let task = lesson.steps.get(self.step).map(|step| &step.task);
        self.phone = task.and_then(Task::phone).cloned();
        self.typed.clear();
        self.found.clear();
        (self.item, self.hints, self.misses, self.done) = (0, 0, 0, false);
        self.said = Said::Ask;
    }

    /// To the next step, or to the next thing to judge.
    fn leave(&mut self, lesson: &Lesson, step: &Step) {
        if let Task::Sort(items) = &step.task
            && let Some(item) = items.get(self.item + 1)
        {
            self.item += 1;
            self.phone = Some(item.phone.clone());
            (self.said, self.done) = (Said::Ask, false);
            return;
        }
        self.come_to(lesson, self.step + 1);
    }

    /// The step is done; the phone shows what came of it.
    fn finish(&mut self, library: &Library, step: &Step, said: Said) {
        self.done = true;
        self.said = said;
        match &step.task {
            Task::Show(play) | Task::Do(play) | Task::Undo(play) => {
                if let (Deed::Write(field, accepted), Said::Shown) = (&play.right, &self.said) {
                    let text = accepted.first().cloned().unwrap_or_default();
                    self.typed.insert(field.clone(), text);
                }
                let part = library.part(&play.phone, play.right.part());
                if let Some(leads) = part.and_then(|part| part.leads.clone()) {
                    self.phone = Some(leads);
                }
            }
            Task::Free { reach, .. } => self.phone = Some(reach.clone()),
            Task::Spot { signs, .. } => self.found = signs.iter().cloned().collect(),
            Task::Sort(items) => {
                if let (Said::Shown, Some(Item { is_scam, .. })) =
                    (&self.said, items.get(self.item))
                {
                    self.said = Said::Judged { is_scam: *is_scam, good: true };
                }
            }
            Task::Card | Task::Talk | Task::Slip | Task::Choose { .. } | Task::Real(_) => {}
        }
    }

    fn hint(&mut self) {
        self.hints += 1;
        self.score.hints += 1;
        self.said = Said::Hint(self.hints);
    }

    /// It was something else: said kindly, and with a hint at the second time.
    fn miss(&mut self, step: &Step, why: Option<String>) {
        self.misses = self.misses.saturating_add(1);
        self.score.misses = self.score.misses.saturating_add(1);
        self.said = Said::Wrong(why);
        // At the first miss who does it alone learns only where.
        if (self.misses > 1 || self.rung == Rung::Alone) && self.hints < step.hints {
            self.hints += 1;
            self.score.hints += 1;
            if self.said == Said::Wrong(None) {
                self.said = Said::Hint(self.hints);
            }
        }
    }

    fn answer(&mut self, library: &Library, step: &Step, answer: &str) {
        let Task::Choose { answers, right } = &step.task else { return };
        if answer == right {
            self.finish(library, step, Said::Ok);
        } else if answers.iter().any(|known| known == answer) {
            self.miss(step, Some(format!("not-{answer}")));
        }
    }

    fn call(&mut self, library: &Library, step: &Step, verdict: Verdict) {
        let Task::Sort(items) = &step.task else { return };
        let Some(Item { is_scam, .. }) = items.get(self.item) else { return };
        let good = self.score.judge(*is_scam, verdict);
        self.finish(library, step, Said::Judged { is_scam: *is_scam, good });
    }

    fn deed(&mut self, library: &Library, lesson: &Lesson, step: &Step, act: &Act) {
        if let Act::Write(field, text) = act
            && is_real(library, lesson, text)
        {
            self.typed.remove(field);
            self.said = Said::RealData;
            return;
        }
        match &step.task {
            Task::Do(play) | Task::Undo(play) => self.try_play(library, step, play, act),
            Task::Free { reach, .. } => self.wander(library, step, reach, act),
            Task::Spot { signs, .. } => self.spot(library, step, signs, act),
            Task::Card
            | Task::Talk
            | Task::Slip
            | Task::Show(_)
            | Task::Choose { .. }
            | Task::Sort(_)
            | Task::Real(_) => {}
        }
    }

    fn try_play(&mut self, library: &Library, step: &Step, play: &Play, act: &Act) {
        if let Act::Write(field, text) = act {
            self.typed.insert(field.clone(), text.clone());
        }
        if act.is(&play.right) || self.pushes(library, play, act) {
            self.finish(library, step, Said::Ok);
        } else if self.rung == Rung::Guided && act.part() != Some(play.right.part()) {
            self.said = Said::NotHere;
        } else if self.is_there(library, act) {
            let known = play.wrong.iter().find(|wrong| act.is(&wrong.deed));
            self.miss(step, known.map(|wrong| wrong.say.clone()));
        }
    }

    /// Whether a list was pushed up: whoever pushes it takes a line of it along to a higher place.
    fn pushes(&self, library: &Library, play: &Play, act: &Act) -> bool {
        let (Deed::Hand(Gesture::Scroll(_)), Act::Hand(Gesture::Drag(from, to))) =
            (&play.right, act)
        else {
            return false;
        };
        let place =
            |part: &PartId| self.screen(library)?.parts.iter().position(|it| it.id == *part);
        place(from).zip(place(to)).is_some_and(|(from, to)| to < from)
    }

    /// Every way is free, and every way has a way back.
    fn wander(&mut self, library: &Library, step: &Step, reach: &PhoneId, act: &Act) {
        if !self.is_there(library, act) {
            return;
        }
        let leads = match (act, &self.phone) {
            (Act::Hand(Gesture::Touch(part)), Some(phone)) => {
                library.part(phone, part).and_then(|part| part.leads.clone())
            }
            _ => None,
        };
        match leads {
            Some(leads) if leads == *reach => self.finish(library, step, Said::Ok),
            Some(leads) => {
                self.phone = Some(leads);
                self.said = Said::Ask;
            }
            None => self.miss(step, None),
        }
    }

    fn spot(&mut self, library: &Library, step: &Step, signs: &[PartId], act: &Act) {
        let Act::Hand(Gesture::Touch(part)) = act else { return };
        if !self.is_there(library, act) {
            return;
        }
        if !signs.contains(part) {
            self.miss(step, None);
            return;
        }
        self.found.insert(part.clone());
        self.said = Said::Ok;
        if signs.iter().all(|sign| self.found.contains(sign)) {
            self.finish(library, step, Said::Ok);
        }
    }

    /// Whether what is touched stands on the screen that is shown.
    fn is_there(&self, library: &Library, act: &Act) -> bool {
        let Some(phone) = &self.phone else { return false };
        act.part().is_some_and(|part| library.part(phone, part).is_some())
    }
}

/// Whether a text holds what is somebody's own, and not the persona's.
fn is_real(library: &Library, lesson: &Lesson, text: &str) -> bool {
    let nobody = Persona::default();
    let persona = lesson.persona.as_ref().and_then(|name| library.personas.get(name));
    is_somebodys(text, persona.unwrap_or(&nobody))
}

#[cfg(test)]
mod tests;
