//! How a lesson went: counts only, without whose they are.

use super::Verdict;

/// What is remembered of a sitting, or, in larger numbers, of many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
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
