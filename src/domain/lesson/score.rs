//! How a lesson went: counts only, without whose they are.

use super::Verdict;

/// What is remembered of a sitting.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Score {
    /// Deeds that were not the right ones.
    pub misses: u16,
    /// Hints that were given.
    pub hints: u16,
    /// Steps that the little hand did.
    pub rescued: u16,
    /// Frauds that were shown.
    pub scams: u16,
    /// Frauds that were told, or that one would have asked somebody about.
    pub caught: u16,
    /// Genuine things that were shown.
    pub genuine: u16,
    /// Genuine things that were taken for a fraud.
    pub feared: u16,
}

impl Score {
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
