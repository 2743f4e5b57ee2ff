//! What a hand does on the practice phone.

use std::fmt;
use std::str::FromStr;

use super::PartId;

/// What a hand does on a screen; by its id, `touch:send`, a key or a button does it too.
#[derive(
    Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
pub enum Gesture {
    /// Touch and let go.
    Touch(PartId),
    /// Touch and stay.
    Hold(PartId),
    /// Take along to somewhere else.
    Drag(PartId, PartId),
    /// Push the screen until something is seen.
    Scroll(PartId),
    /// Make something larger with two fingers.
    Enlarge(PartId),
}

/// No gesture has this id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("There is no such gesture")]
pub struct UnknownGesture;

/// Stands between the two ends of a way.
const ON_THE_WAY_TO: char = '>';

impl Gesture {
    /// What is touched first.
    #[must_use]
    pub fn part(&self) -> &PartId {
        match self {
            Self::Touch(part)
            | Self::Hold(part)
            | Self::Drag(part, _)
            | Self::Scroll(part)
            | Self::Enlarge(part) => part,
        }
    }

    /// Its name in ids.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Touch(_) => "touch",
            Self::Hold(_) => "hold",
            Self::Drag(..) => "drag",
            Self::Scroll(_) => "scroll",
            Self::Enlarge(_) => "enlarge",
        }
    }
}

impl fmt::Display for Gesture {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.name(), self.part())?;
        match self {
            Self::Drag(_, place) => write!(f, "{ON_THE_WAY_TO}{place}"),
            _ => Ok(()),
        }
    }
}

impl FromStr for Gesture {
    type Err = UnknownGesture;

    fn from_str(id: &str) -> Result<Self, Self::Err> {
        let (name, part) = id.split_once(':').ok_or(UnknownGesture)?;
        let one = || PartId(part.to_owned());
        Ok(match name {
            "touch" => Self::Touch(one()),
            "hold" => Self::Hold(one()),
            "scroll" => Self::Scroll(one()),
            "enlarge" => Self::Enlarge(one()),
            "drag" => {
                let (from, to) = part.split_once(ON_THE_WAY_TO).ok_or(UnknownGesture)?;
                Self::Drag(PartId(from.to_owned()), PartId(to.to_owned()))
            }
            _ => return Err(UnknownGesture),
        })
    }
}
