//! How a lesson went: counts only, without whose they are.

use super::{Lesson, Task, Verdict};

/// What is remembered of a sitting, or, in larger numbers, of many.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    serde::Serialize,
    serde::Deserialize,
)]
pub struct Score<N = u16> {
    /// Deeds that were not the right ones.
    pub misses: N,
    /// Hints that were given.
    pub hints: N,
    /// Steps that the little hand did.
    pub rescued: N,
    /// Frauds that were shown.
    pub scams: N,
    /// Frauds that were told, or that one would have asked somebody about.
    pub caught: N,
    /// Genuine things that were shown.
    pub genuine: N,
    /// Genuine things that were taken for a fraud.
    pub feared: N,
}

/// What each thing is worth that is to be done or told.
const WORTH: u16 = 4;

/// What is taken off where the little hand did it: done once more one knows it.
const RESCUED: u16 = 3;

impl Score {
    /// What is taken off for what did not go by itself: a little for a miss or a hint, more for the
    /// little hand, everything for a thing that was told wrong.
    #[must_use]
    pub fn cost(&self) -> u16 {
        let told_wrong = self.scams.saturating_sub(self.caught).saturating_add(self.feared);
        let little = self.misses.saturating_add(self.hints);
        little
            .saturating_add(self.rescued.saturating_mul(RESCUED))
            .saturating_add(told_wrong.saturating_mul(WORTH))
    }

    /// How it went, from 0 to 1 in hundredths.
    #[must_use]
    pub fn scaled(&self, lesson: &Lesson) -> f64 {
        let worth = u32::from(Self::worth(lesson)).max(1);
        let kept = worth.saturating_sub(u32::from(self.cost()));
        f64::from((200 * kept + worth) / (2 * worth)) / 100.0
    }

    /// What a lesson is worth.
    #[must_use]
    pub fn worth(lesson: &Lesson) -> u16 {
        let things = lesson.steps.iter().map(|step| match &step.task {
            Task::Sort(items) => items.len(),
            task => usize::from(!task.is_told()),
        });
        u16::try_from(things.sum::<usize>()).unwrap_or(u16::MAX).saturating_mul(WORTH)
    }

    /// Counts a verdict; whether it was a good one. Who asks somebody is safe, and right.
    pub(super) fn judge(&mut self, is_scam: bool, verdict: Verdict) -> bool {
        if is_scam {
            self.scams += 1;
            let good = verdict != Verdict::Genuine;
            self.caught += u16::from(good);
            good
        } else {
            self.genuine += 1;
            let good = verdict != Verdict::Scam;
            self.feared += u16::from(!good);
            good
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::sample::lessons::library;

    #[test]
    fn what_does_not_go_by_itself_costs_a_little_and_never_more_than_everything() {
        let library = library();
        let lesson = &library.lessons[0];
        // Three deeds, an answer, signs, a way, and two things to tell; at four each.
        assert_eq!(Score::worth(lesson), 32);
        assert!((Score::default().scaled(lesson) - 1.0).abs() < f64::EPSILON);
        let slow = Score { misses: 2, hints: 3, rescued: 1, ..Score::default() };
        assert_eq!(slow.cost(), 8);
        assert!((slow.scaled(lesson) - 0.75).abs() < f64::EPSILON);
        let careless = Score { scams: 2, caught: 1, genuine: 1, feared: 1, ..Score::default() };
        assert_eq!(careless.cost(), 8);
        let lost = Score { misses: u16::MAX, hints: 1, ..Score::default() };
        assert!(lost.scaled(lesson).abs() < f64::EPSILON);
    }
}
