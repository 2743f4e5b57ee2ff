//! The city as data: what it does, where, when, and by which rules.
//!
//! Everything here is read from `cities/<name>/` by `content` and never changes while a program
//! runs. The format is described in `docs/city-format.md`.

mod place;
mod service;

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use jiff::civil::{Date, Time, Weekday};
use jiff::tz::TimeZone;

use super::booking::BookingRules;
use super::code_words::CodeWords;
use super::lesson::Library;
use super::queue::QueueRules;
use super::signs::Signs;
use super::term::Term;

pub use super::language::{Language, OtherLanguage};
pub use place::{Place, PlaceKind};
pub use service::{
    Datatype, Group, IdentityNeed, PlaceNeed, Question, QuestionWords, Service, ServiceCode,
    ServiceKind, ServiceWords,
};

/// Words in each of the city's languages.
pub type Words = BTreeMap<Language, String>;

/// Degrees, WGS 84.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Coordinates {
    /// Degrees north.
    pub lat: f64,
    /// Degrees east.
    pub long: f64,
}

/// Somebody whose packs of lessons a city trusts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Author {
    /// As staff are told.
    pub name: String,
    /// The public key (Ed25519).
    pub key: [u8; 32],
}

/// A place with doors and hours where citizens are served.
#[derive(Clone, Debug, PartialEq)]
pub struct Branch {
    /// Stable code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Its address.
    pub address: String,
    /// Where it is.
    pub coordinates: Coordinates,
    /// Its telephone.
    pub phone: String,
    /// Bus stops near it.
    pub bus_stops: Vec<String>,
    /// How one says where it is.
    pub landmark: Words,
    /// Opening hours by weekday; a day left out is closed.
    pub hours: HashMap<Weekday, Vec<(Time, Time)>>,
}

/// A street of the city's list.
#[derive(Clone, Debug, PartialEq)]
pub struct Street {
    /// Its name.
    pub name: String,
    /// Its neighbourhood or village.
    pub neighbourhood: String,
    /// Its postcode.
    pub postcode: String,
    /// Where it is.
    pub coordinates: Coordinates,
}

/// A day of rest: of one year, or of every year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HolidayDate {
    /// One date.
    Once(Date),
    /// Month and day of every year.
    Yearly(i8, i8),
}

/// Somebody who is called before anything is filed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EmergencyContact {
    /// Stable id, `fire`.
    pub id: String,
    /// The number to call.
    pub phone: String,
    /// Their name.
    pub name: Words,
    /// Phrases that mean danger.
    pub phrases: BTreeMap<Language, Vec<String>>,
    /// Phrases that take the alarm back.
    pub unless: BTreeMap<Language, Vec<String>>,
}

/// Which documents and address parts exist.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Country {
    /// Brazil.
    Brazil,
    /// Romania.
    Romania,
}

/// What the law does with a request without a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnonymousRule {
    /// It is answered all the same (Brazil, Lei 13.460).
    Answered,
    /// It is filed and not answered (Romania, OG 27/2002 art. 7).
    FiledWithoutAnswer,
}

/// A way for the answer to reach a person.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum Channel {
    /// A message on WhatsApp.
    Whatsapp,
    /// A call.
    Phone,
    /// A text message.
    Sms,
    /// An e-mail.
    Email,
    /// A letter.
    Letter,
    /// The person comes back and asks with the number.
    Branch,
}

impl Channel {
    /// Every channel there is, in the order in which they are offered.
    pub const ALL: [Self; 6] =
        [Self::Whatsapp, Self::Phone, Self::Sms, Self::Email, Self::Letter, Self::Branch];

    /// Its name in files and action ids.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Whatsapp => "whatsapp",
            Self::Phone => "phone",
            Self::Sms => "sms",
            Self::Email => "email",
            Self::Letter => "letter",
            Self::Branch => "branch",
        }
    }

    /// The channel of a name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|channel| channel.name() == name)
    }

    /// Whether it needs a telephone number.
    #[must_use]
    pub fn is_telephone(self) -> bool {
        matches!(self, Self::Whatsapp | Self::Phone | Self::Sms)
    }
}

/// The city's words that are not about one service, in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CityWords {
    /// The administration's name.
    pub administration: String,
    /// What follows from not saying one's name.
    pub anonymous: String,
    /// Who sees what a person says.
    pub privacy: String,
}

/// The whole city.
#[derive(Clone, Debug)]
pub struct City {
    /// Its name.
    pub name: String,
    /// Which documents and address parts exist.
    pub country: Country,
    /// Its languages; the first is its own.
    pub languages: Vec<Language>,
    /// Its time zone.
    pub timezone: TimeZone,
    /// Telephone to follow a request up.
    pub phone: String,
    /// Page to follow a request up.
    pub web: String,
    /// What the law does with a request without a name.
    pub anonymous: AnonymousRule,
    /// The ways for an answer to reach a person.
    pub channels: Vec<Channel>,
    /// The legal limit for an answer.
    pub law: Term,
    /// Whether a term that ends on a day of rest moves to the next working day.
    pub ends_on_working_day: bool,
    /// The service for what is nobody's.
    pub unsure: ServiceCode,
    /// The service for a late answer.
    pub late: ServiceCode,
    /// Services about violence: before any contact one is asked whether it is safe.
    pub violence: Vec<ServiceCode>,
    /// Whether a receipt has a line for the institution's own number.
    pub registration_line: bool,
    /// How long number, state and dates are kept after delivery.
    pub retention_days: u32,
    /// How long the sound of a spoken request is kept after it was written down, in days.
    pub note_days: u32,
    /// How long a draft is kept that a person left for later, or left without a word.
    pub draft_days: u32,
    /// The city's public recovery key (age, X25519).
    pub recovery_recipient: Option<String>,
    /// Groups in the order of need.
    pub groups: Vec<Group>,
    /// Words of codes, which languages bring along; a city that is only looked at has none.
    pub code_words: CodeWords,
    /// Services in the order of the file.
    pub services: Vec<Service>,
    /// Questions by id.
    pub questions: BTreeMap<String, Question>,
    /// Branches in the order of the file.
    pub branches: Vec<Branch>,
    /// Streets in the order of the file.
    pub streets: Vec<Street>,
    /// Days of rest.
    pub holidays: Vec<HolidayDate>,
    /// What is met by appointment, and how; `None` in a city without appointments.
    pub booking: Option<BookingRules>,
    /// Emergency contacts in the order of the screen.
    pub emergencies: Vec<EmergencyContact>,
    /// Words that are not about one service.
    pub words: BTreeMap<Language, CityWords>,
    /// Its clips in sign language, where it has any.
    pub signs: Option<Signs>,
    /// The rules of its queue; `None` where it calls nobody by ticket.
    pub queue: Option<Arc<QueueRules>>,
    /// Where one can go online, use a computer, learn, or find help.
    pub places: Vec<Place>,
    /// What is taught at its stations.
    pub taught: Library,
    /// Whose packs of lessons it trusts.
    pub authors: Vec<Author>,
    /// Languages that the station does not speak; who speaks one is met by an attendant.
    pub others: Vec<OtherLanguage>,
}

impl City {
    /// The city's own language.
    #[must_use]
    pub fn own_language(&self) -> Language {
        self.languages.first().copied().unwrap_or(Language::En)
    }

    /// The language of the words of a code: one that brings none takes the city's own.
    #[must_use]
    pub fn code_language(&self, language: Language) -> Language {
        if self.code_words.speak(language) { language } else { self.own_language() }
    }

    /// The service of a code.
    #[must_use]
    pub fn service(&self, code: &ServiceCode) -> Option<&Service> {
        self.services.iter().find(|service| service.code == *code)
    }

    /// The services that a citizen finds in a group, in the order of the file.
    pub fn services_in<'a>(&'a self, group: &'a str) -> impl Iterator<Item = &'a Service> {
        self.services
            .iter()
            .filter(move |service| service.group == group || service.also.as_deref() == Some(group))
    }

    /// The emergency contact of an id.
    #[must_use]
    pub fn emergency(&self, id: &str) -> Option<&EmergencyContact> {
        self.emergencies.iter().find(|contact| contact.id == id)
    }

    /// Whether a service is about violence.
    #[must_use]
    pub fn is_about_violence(&self, service: Option<&ServiceCode>) -> bool {
        service.is_some_and(|code| self.violence.contains(code))
    }

    /// The branch of a code.
    #[must_use]
    pub fn branch(&self, code: &str) -> Option<&Branch> {
        self.branches.iter().find(|branch| branch.code == code)
    }
}
