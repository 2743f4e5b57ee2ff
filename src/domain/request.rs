//! One citizen's case for one service: what was said, and what was filed.

use std::collections::BTreeMap;
use std::fmt;

use jiff::Timestamp;
use uuid::Uuid;
use zeroize::{Zeroize, ZeroizeOnDrop};

use super::city::{Channel, Coordinates, Language, ServiceCode};
use super::document::DocumentKind;
use super::note::Note;
use super::protocol_number::ProtocolNumber;
use super::quiet::quiet_debug;
use super::term::Due;

/// Minted with the draft's first answer and never again: the idempotency key of every attempt.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
#[serde(transparent)]
pub struct RequestId(pub Uuid);

impl fmt::Display for RequestId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Six random digits: with the number they open place, words and answer.
#[derive(Clone, PartialEq, Eq, Zeroize, ZeroizeOnDrop, serde::Serialize, serde::Deserialize)]
#[serde(transparent)]
pub struct AccessCode(pub String);

impl AccessCode {
    /// The code of a random number; only the last six digits count.
    #[must_use]
    pub fn from_random(random: u32) -> Self {
        Self(format!("{:06}", random % 1_000_000))
    }

    /// As it is shown: `482 091`.
    #[must_use]
    pub fn grouped(&self) -> String {
        match (self.0.get(..3), self.0.get(3..)) {
            (Some(first), Some(last)) => format!("{first} {last}"),
            _ => self.0.clone(),
        }
    }
}

impl fmt::Debug for AccessCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("AccessCode(…)")
    }
}

/// For whom a request is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ForWhom {
    /// For the person who stands here.
    Me,
    /// For somebody else; the answer goes to the person who stands here.
    SomebodyElse,
    /// For somebody else, who gets the answer.
    SomebodyElseAnswered,
    /// For everybody on the street.
    WholeStreet,
}

/// The answer to one question.
#[derive(Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Answer {
    /// Words or a number.
    Text(String),
    /// Values of the question's list, in the list's order.
    Chosen(Vec<String>),
}

/// How a person says where.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum PlaceKind {
    /// A street and number.
    Street,
    /// The corner of two streets.
    Corner,
    /// Something everybody knows.
    Landmark,
    /// A bus stop.
    BusStop,
    /// The number on a lamp post.
    LampPost,
    /// An alley or a stairway without a name.
    Alley,
    /// A kilometre of a road, or a farm.
    Kilometre,
    /// A village of the commune (Romania).
    Village,
    /// Near this branch.
    NearHere,
    /// The person cannot say; staff will call or ask.
    CannotSay,
}

impl PlaceKind {
    /// Every way there is.
    pub const ALL: [Self; 10] = [
        Self::Street,
        Self::Corner,
        Self::Landmark,
        Self::BusStop,
        Self::LampPost,
        Self::Alley,
        Self::Kilometre,
        Self::Village,
        Self::NearHere,
        Self::CannotSay,
    ];

    /// Its name in action ids and on the wire.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Street => "street",
            Self::Corner => "corner",
            Self::Landmark => "landmark",
            Self::BusStop => "bus-stop",
            Self::LampPost => "lamp-post",
            Self::Alley => "alley",
            Self::Kilometre => "kilometre",
            Self::Village => "village",
            Self::NearHere => "near-here",
            Self::CannotSay => "cannot-say",
        }
    }

    /// The way of a name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// Where it is, as far as the person could say.
#[derive(Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Place {
    /// How it was said.
    pub kind: PlaceKind,
    /// The street of the city's list, or the words of the person.
    pub words: String,
    /// Neighbourhood of a street of the list.
    pub neighbourhood: String,
    /// House number and the parts that follow it (`number`, `block`, `stair`, `floor`, `flat`).
    pub parts: BTreeMap<String, String>,
    /// Where a street of the list or the branch is.
    pub coordinates: Option<Coordinates>,
}

/// What a person answered when asked for a document.
#[derive(Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Document {
    /// Its digits; `adds_up` is false when they do not and the person kept them.
    Given {
        /// CPF or CNP.
        kind: DocumentKind,
        /// Digits only.
        digits: String,
        /// Whether the check digits agree.
        adds_up: bool,
    },
    /// "Não tenho".
    HasNone,
    /// "Não quero dizer".
    RatherNot,
}

/// How the answer reaches the person.
#[derive(Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Reply {
    /// The channel.
    pub channel: Channel,
    /// Telephone, e-mail or postal address; empty for the branch.
    pub to: String,
    /// The telephone is shared with others.
    pub shared: Option<bool>,
    /// A message may be left on a shared telephone.
    pub may_leave_message: Option<bool>,
    /// Where it is about violence: whether this brings danger.
    #[serde(default)]
    pub safe: Option<Safe>,
}

/// Whether a call, a message or a letter brings danger.
#[derive(Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Safe {
    /// It does not.
    Yes,
    /// It does: nobody calls or writes.
    No,
    /// Only at these hours, in the person's words.
    OnlyAt(String),
}

/// Everything a person says before filing. Every field may stay empty.
#[derive(Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Draft {
    /// Minted with the first answer.
    pub id: Option<RequestId>,
    /// The service chosen.
    pub service: Option<ServiceCode>,
    /// What the person typed to find the service.
    pub own_words: String,
    /// What the person wants to add.
    pub description: String,
    /// What the person said aloud.
    #[serde(default)]
    pub note: Option<Note>,
    /// For whom.
    pub for_whom: Option<ForWhom>,
    /// Answers by question id.
    pub answers: BTreeMap<String, Answer>,
    /// Where.
    pub place: Option<Place>,
    /// The person does not say who they are.
    pub anonymous: Option<bool>,
    /// Name, as typed.
    pub name: String,
    /// Document, where it was asked.
    pub document: Option<Document>,
    /// How to answer; `None` inside means that no answer is wanted.
    pub reply: Option<Option<Reply>>,
}

/// Who sat at the keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Origin {
    /// The citizen, at a kiosk.
    Kiosk,
    /// An attendant, with the citizen present.
    Counter,
    /// An attendant, with the citizen on the telephone.
    Telephone,
}

/// A filed case: it has a number, and nothing about it changes any more.
#[derive(Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Request {
    /// Idempotency key.
    pub id: RequestId,
    /// The citizen's reference.
    pub number: ProtocolNumber,
    /// Opens place, words and answer.
    pub access_code: AccessCode,
    /// The service; also in the draft, but here it cannot be missing.
    pub service: ServiceCode,
    /// The language in which the person was served.
    pub language: Language,
    /// Who sat at the keys.
    pub origin: Origin,
    /// Code of the branch.
    pub branch: String,
    /// When it was filed.
    pub filed_at: Timestamp,
    /// False when the clock was not to be believed: terms are told, not dates.
    pub dated: bool,
    /// The promised answer.
    pub answer_by: Option<Due>,
    /// The promised work.
    pub done_by: Option<Due>,
    /// What was said.
    pub draft: Draft,
}

quiet_debug!(Answer, Place, Document, Safe, Reply, Draft, Request);
