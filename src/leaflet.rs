//! What a city hands out on paper: lessons, services, a guide, and a kit for who holds meetings.
//!
//! Everything here is pure: city and words in, leaflets out. Pictures of screens come from whoever
//! can draw them ([`Maker::draw`]); without one the words stand alone.
//!
//! Private services stand on no leaflet: who carries one shows it to everybody.

mod guide;
mod kit;
mod lesson;
mod service;

use std::sync::Arc;

use jiff::Timestamp;

use crate::domain::city::{City, Language};
use crate::locale::{Locales, Words};
use crate::paper::{Leaflet, Picture, Piece};
use crate::view::View;

/// Makes leaflets of one city in one language.
pub struct Maker<'a> {
    /// Whose they are, with what it teaches.
    pub city: &'a City,
    /// Their language.
    pub language: Language,
    /// Words.
    pub locales: &'a Locales,
    /// Now: what is out of date is not taught.
    pub now: Timestamp,
    /// Draws the practice phone of a screen; none where nothing can be drawn.
    pub draw: &'a dyn Fn(&View) -> Option<Arc<Picture>>,
}

impl std::fmt::Debug for Maker<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Maker").field("language", &self.language).finish_non_exhaustive()
    }
}

impl<'a> Maker<'a> {
    fn words(&self) -> Words<'a> {
        self.locales.of(self.language)
    }

    /// The administration's name.
    fn brand(&self) -> Piece {
        let words = self.city.words.get(&self.language);
        Piece::Brand(words.map_or(&self.city.name, |words| &words.administration).clone())
    }

    /// A leaflet that begins with whose it is and what it is about.
    fn leaflet(&self, title: String, pieces: Vec<Piece>) -> Leaflet {
        let begin = [self.brand(), Piece::Title(title.clone())];
        Leaflet { title, pieces: begin.into_iter().chain(pieces).collect() }
    }

    /// Whom to ask, and where.
    fn help(&self) -> Vec<Piece> {
        let words = self.words();
        let mut lines = vec![words.text("leaflet-help-kiosk")];
        if !self.city.phone.is_empty() {
            let phone = [("phone", self.city.phone.as_str().into())];
            lines.push(words.with("leaflet-help-call", &phone));
        }
        let heading = Piece::Heading(words.text("leaflet-help"));
        std::iter::once(heading).chain(self.with_page(lines)).collect()
    }

    /// Sentences, and beside them the city's page, where it has one.
    fn with_page(&self, mut lines: Vec<String>) -> Vec<Piece> {
        if self.city.web.is_empty() {
            return lines.into_iter().map(Piece::Text).collect();
        }
        lines.push(self.words().text("leaflet-web"));
        vec![Piece::Code(lines, self.city.web.clone())]
    }
}
