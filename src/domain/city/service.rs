//! What a city does, and what it asks.

use std::collections::BTreeMap;

use super::{Language, Words};
use crate::domain::term::Term;

/// Stable code of a service, `VIA-01`.
#[derive(
    Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
#[serde(transparent)]
pub struct ServiceCode(pub String);

impl std::fmt::Display for ServiceCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// What a service is to the person who asks for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ServiceKind {
    /// Filed here.
    Request,
    /// Needs a time.
    Booking,
    /// Needs a person or a paper.
    Counter,
    /// Somebody else's.
    Referral,
}

/// How much a service wants something that is never compulsory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlaceNeed {
    /// The place is asked.
    Asked,
    /// The place helps.
    Helpful,
    /// The place is not asked.
    None,
}

/// Who has to be known; never compulsory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IdentityNeed {
    /// May be anonymous.
    None,
    /// Someone should be reachable.
    Contact,
    /// A CPF or CNP helps.
    Document,
}

/// A service's words in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ServiceWords {
    /// Its name.
    pub name: String,
    /// One plain sentence.
    pub line: String,
    /// What citizens call it.
    pub keywords: Vec<String>,
    /// What to bring.
    pub bring: Vec<String>,
    /// The person's own deadline.
    pub deadline: Option<String>,
    /// Where and how, when it is not filed here.
    pub way: Option<String>,
}

/// A kind of thing the municipality does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Service {
    /// Stable code.
    pub code: ServiceCode,
    /// Group where a citizen finds it.
    pub group: String,
    /// A second group.
    pub also: Option<String>,
    /// Filed here or not.
    pub kind: ServiceKind,
    /// Whether a place is asked.
    pub place: PlaceNeed,
    /// Whether someone must be known.
    pub identity: IdentityNeed,
    /// First promise: an answer. The law's limit when the file says nothing.
    pub answer_within: Option<Term>,
    /// Second promise: it is done.
    pub done_within: Option<Term>,
    /// Ids of emergency contacts that come first.
    pub call_first: Vec<String>,
    /// Never named on a loudspeaker, paper, panel, message or public page.
    pub private: bool,
    /// The public may see where.
    pub public_place: bool,
    /// Who answers.
    pub responsible: String,
    /// A Lucide icon.
    pub icon: String,
    /// Ids of questions, in order.
    pub questions: Vec<String>,
    /// Code at a foreign Open311 server.
    pub remote_code: Option<String>,
    /// Words, for each of the city's languages.
    pub words: BTreeMap<Language, ServiceWords>,
}

/// The kind of an answer, in the words of Open311 GeoReport v2.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Datatype {
    /// One line of text.
    Line,
    /// A number.
    Number,
    /// A day or a moment, in the person's words.
    Datetime,
    /// Several lines.
    Text,
    /// One of a list.
    SingleValueList,
    /// Several of a list.
    MultiValueList,
}

impl Datatype {
    /// Its name in Open311.
    #[must_use]
    pub fn open311(self) -> &'static str {
        match self {
            Self::Line => "string",
            Self::Number => "number",
            Self::Datetime => "datetime",
            Self::Text => "text",
            Self::SingleValueList => "singlevaluelist",
            Self::MultiValueList => "multivaluelist",
        }
    }
}

/// A question's words in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct QuestionWords {
    /// The question.
    pub ask: String,
    /// The label in a review.
    pub short: String,
    /// The words of each value.
    pub values: BTreeMap<String, String>,
}

/// Something a service asks: an Open311 attribute.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// Its id and Open311 attribute code.
    pub id: String,
    /// The kind of its answer.
    pub datatype: Datatype,
    /// The values of a list, in order.
    pub values: Vec<String>,
    /// Words, for each of the city's languages.
    pub words: BTreeMap<Language, QuestionWords>,
}

/// A group of services, in the order of need.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Stable code, `LUZ`.
    pub code: String,
    /// A Lucide icon.
    pub icon: String,
    /// Its name.
    pub name: Words,
}
