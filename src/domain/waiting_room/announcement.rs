//! One thing that is announced: how far the voice is with it, and how it is lit.

use std::time::Duration;

use super::Announced;
use crate::domain::city::Language;

/// How long a call stands large at least, so that who hears nothing has read it.
const SHOWN: Duration = Duration::from_secs(6);

/// The longest that one sentence may take: a voice that hangs keeps nobody waiting.
const SENTENCE: Duration = Duration::from_secs(15);

/// The ground is lit so long, and dark so long. Two flashes within 3.2 seconds: far below the
/// three within one second that WCAG 2.2 SC 2.3.1 allows.
const HALF: Duration = Duration::from_millis(800);

/// Lit, dark, lit, dark; then lit until the end.
const HALVES: u32 = 4;

#[derive(Clone, Debug)]
pub(super) struct Announcement {
    pub(super) what: Announced,
    passed: Duration,
    /// How many languages are done.
    done: usize,
    /// What the voice says now, and for how long.
    sounding: Option<(u64, Duration)>,
    /// Everything was said, or nobody can say it.
    said: bool,
}

impl Announcement {
    pub(super) fn of(what: Announced) -> Self {
        Self { what, passed: Duration::ZERO, done: 0, sounding: None, said: false }
    }

    /// The language in which it is to be said now, if the voice waits for one.
    pub(super) fn next_language(&mut self, languages: &[Language]) -> Option<Language> {
        if self.sounding.is_some() || self.said {
            return None;
        }
        let next = languages.get(self.done).copied();
        self.said = next.is_none();
        next
    }

    pub(super) fn begins_to_say(&mut self, utterance: u64) {
        self.sounding = Some((utterance, Duration::ZERO));
    }

    /// An utterance has ended.
    pub(super) fn said(&mut self, utterance: u64) {
        if self.sounding.is_some_and(|(sounding, _)| sounding == utterance) {
            self.sounding = None;
            self.done += 1;
        }
    }

    /// The voice is broken.
    pub(super) fn cannot_be_said(&mut self) {
        self.sounding = None;
        self.said = true;
    }

    pub(super) fn pass(&mut self, time: Duration) {
        self.passed += time;
        if let Some((utterance, sounding)) = &mut self.sounding {
            *sounding += time;
            if *sounding >= SENTENCE {
                let utterance = *utterance;
                self.said(utterance);
            }
        }
    }

    pub(super) fn is_done(&self) -> bool {
        self.said && self.passed >= SHOWN
    }

    pub(super) fn is_lit(&self, calm: bool) -> bool {
        let half = self.passed.as_millis() / HALF.as_millis();
        matches!(self.what, Announced::Call(_))
            && (calm || half >= u128::from(HALVES) || half.is_multiple_of(2))
    }

    /// How long nothing changes by itself.
    pub(super) fn quiet_for(&self) -> Duration {
        let flash = (1..=HALVES).map(|half| HALF * half).find(|end| *end > self.passed);
        let end = flash.unwrap_or(if self.passed < SHOWN { SHOWN } else { Duration::MAX });
        let sentence =
            self.sounding.map_or(SENTENCE, |(_, sounding)| SENTENCE.saturating_sub(sounding));
        end.saturating_sub(self.passed).min(sentence)
    }
}
