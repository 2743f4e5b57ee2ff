//! Places of a city where one can go online, use a computer, learn, or find help.

use super::Coordinates;

/// A place that is open to everybody, whoever runs it.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// Its name.
    pub name: String,
    /// What is there, free of charge.
    pub kinds: Vec<PlaceKind>,
    /// Its address.
    pub address: String,
    /// When it is open, in words of the city's own language; may be empty.
    pub hours: String,
    /// Its telephone; may be empty.
    pub phone: String,
    /// Where it is.
    pub coordinates: Coordinates,
}

/// What is free at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlaceKind {
    /// Internet for one's own telephone.
    Internet,
    /// Computers to use.
    Computers,
    /// Courses.
    Courses,
    /// Somebody who helps.
    Help,
}

impl PlaceKind {
    /// All of them, in the order of a guide.
    pub const ALL: [Self; 4] = [Self::Internet, Self::Computers, Self::Courses, Self::Help];

    /// Its name in files and messages.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Internet => "internet",
            Self::Computers => "computers",
            Self::Courses => "courses",
            Self::Help => "help",
        }
    }
}
