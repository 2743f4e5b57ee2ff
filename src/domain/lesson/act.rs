//! What somebody does, and whether it is what was asked for.

use super::{Deed, Gesture, PartId, Verdict};
use crate::domain::finder::plain;
use crate::domain::quiet::quiet_debug;

/// What somebody does.
#[derive(Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Act {
    /// Go on; at [`Rung::Watch`](super::Rung::Watch), see it done.
    Next,
    /// Do something with the hand.
    Hand(Gesture),
    /// Write into a field, and be done with it.
    Write(PartId, String),
    /// Choose an answer.
    Answer(String),
    /// Call what is shown genuine or false.
    Call(Verdict),
    /// Ask for a hint.
    Hint,
    /// Let the little hand do it.
    Show,
    /// Nobody moved for a while.
    Quiet,
}

quiet_debug!(Act);

impl Act {
    /// What it touches first.
    #[must_use]
    pub fn part(&self) -> Option<&PartId> {
        match self {
            Self::Hand(gesture) => Some(gesture.part()),
            Self::Write(part, _) => Some(part),
            Self::Next
            | Self::Answer(_)
            | Self::Call(_)
            | Self::Hint
            | Self::Show
            | Self::Quiet => None,
        }
    }

    /// Whether it is a deed. Texts are compared without capitals, accents and blanks at the ends:
    /// who learns to write shall not fail for a missing accent.
    #[must_use]
    pub fn is(&self, deed: &Deed) -> bool {
        match (deed, self) {
            (Deed::Hand(wanted), Self::Hand(gesture)) => wanted == gesture,
            (Deed::Write(field, accepted), Self::Write(part, text)) => {
                field == part && accepted.iter().any(|accepted| words(accepted) == words(text))
            }
            _ => false,
        }
    }
}

/// A text as it is compared with what a lesson accepts.
#[must_use]
pub fn words(text: &str) -> String {
    plain(text).split_whitespace().collect::<Vec<_>>().join(" ")
}
