//! What somebody does, and whether it is what was asked for.

use super::{Deed, PartId, Verdict};
use crate::domain::finder::plain;
use crate::domain::quiet::quiet_debug;

/// What somebody does.
#[derive(Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Act {
    /// Go on; at [`Rung::Watch`](super::Rung::Watch), see it done.
    Next,
    /// Touch and let go.
    Touch(PartId),
    /// Touch and stay.
    Hold(PartId),
    /// Take along to somewhere else.
    Drag(PartId, PartId),
    /// Push the screen until something is seen.
    Scroll(PartId),
    /// Make something larger.
    Enlarge(PartId),
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
            Self::Touch(part)
            | Self::Hold(part)
            | Self::Drag(part, _)
            | Self::Scroll(part)
            | Self::Enlarge(part)
            | Self::Write(part, _) => Some(part),
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
            (Deed::Touch(wanted), Self::Touch(part))
            | (Deed::Hold(wanted), Self::Hold(part))
            | (Deed::Scroll(wanted), Self::Scroll(part))
            | (Deed::Enlarge(wanted), Self::Enlarge(part)) => wanted == part,
            (Deed::Drag(from, to), Self::Drag(part, place)) => (from, to) == (part, place),
            (Deed::Write(field, accepted), Self::Write(part, text)) => {
                field == part && accepted.iter().any(|accepted| words(accepted) == words(text))
            }
            _ => false,
        }
    }
}

fn words(text: &str) -> String {
    plain(text).split_whitespace().collect::<Vec<_>>().join(" ")
}
