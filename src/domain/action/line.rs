//! The lines of a request, as its review shows them.

use std::fmt;
use std::str::FromStr;

use super::UnknownAction;

/// A part of a request that can be changed from the review.
#[derive(
    Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
pub enum Line {
    /// What it is about.
    Service,
    /// For whom.
    ForWhom,
    /// One of the service's questions, by id.
    Question(String),
    /// Where.
    Place,
    /// What the person adds.
    Description,
    /// Name or none.
    Who,
    /// CPF or CNP.
    Document,
    /// How to answer.
    Reply,
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Service => f.write_str("service"),
            Self::ForWhom => f.write_str("for-whom"),
            Self::Question(id) => write!(f, "question.{id}"),
            Self::Place => f.write_str("place"),
            Self::Description => f.write_str("description"),
            Self::Who => f.write_str("who"),
            Self::Document => f.write_str("document"),
            Self::Reply => f.write_str("reply"),
        }
    }
}

impl FromStr for Line {
    type Err = UnknownAction;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Ok(match text {
            "service" => Self::Service,
            "for-whom" => Self::ForWhom,
            "place" => Self::Place,
            "description" => Self::Description,
            "who" => Self::Who,
            "document" => Self::Document,
            "reply" => Self::Reply,
            _ => Self::Question(text.strip_prefix("question.").ok_or(UnknownAction)?.to_owned()),
        })
    }
}
