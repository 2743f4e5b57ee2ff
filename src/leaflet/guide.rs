//! The guide to everything that a city does, and to places where one can go online or learn.

use super::Maker;
use crate::domain::city::{Coordinates, Place, Service, ServiceKind};
use crate::paper::{Leaflet, Piece, Pin, Plan, Step};

/// Metres of a degree of latitude (WGS 84, mean).
const METRES: f64 = 111_195.0;
/// Lengths of the bar that tells how far is far, in metres.
const SCALES: [u16; 7] = [100, 200, 500, 1000, 2000, 5000, 10_000];

/// Where services of a kind are done.
const PLACES: [(ServiceKind, &str); 4] = [
    (ServiceKind::Request, "leaflet-where-kiosk"),
    (ServiceKind::Booking, "leaflet-where-booking"),
    (ServiceKind::Counter, "leaflet-where-counter"),
    (ServiceKind::Referral, "leaflet-where-elsewhere"),
];

impl Maker<'_> {
    /// The guide: what can be done where, and the places.
    #[must_use]
    pub fn guide(&self) -> Vec<Leaflet> {
        let places = (!self.city.places.is_empty()).then(|| self.places());
        std::iter::once(self.services()).chain(places).collect()
    }

    /// Services by their groups, each with where it is done.
    fn services(&self) -> Leaflet {
        let words = self.words();
        let mut pieces = vec![Piece::Text(words.text("leaflet-guide-how"))];
        for group in &self.city.groups {
            let here = |service: &&Service| service.group == group.code && !service.private;
            let here: Vec<&Service> = self.city.services.iter().filter(here).collect();
            let listed: Vec<Piece> = PLACES
                .iter()
                .filter_map(|(kind, place)| self.listed(&here, *kind, place))
                .collect();
            let name = group.name.get(&self.language).filter(|_| !listed.is_empty());
            pieces.extend(name.cloned().map(Piece::Heading));
            pieces.extend(listed);
        }
        pieces.extend(self.help());
        let city = [("city", self.city.name.as_str().into())];
        self.leaflet(words.with("leaflet-guide", &city), pieces)
    }

    /// Services of a kind below where they are done; none where there are none.
    fn listed(&self, services: &[&Service], kind: ServiceKind, place: &str) -> Option<Piece> {
        let same = services.iter().filter(|service| service.kind == kind);
        let names = same.filter_map(|service| service.words.get(&self.language));
        let more: Vec<String> = names.map(|words| words.name.clone()).collect();
        let ask = self.words().text(place);
        (!more.is_empty()).then(|| Piece::Step(Step { ask, more, ..Step::default() }))
    }

    /// Places with what they offer, and where they and the branches lie.
    fn places(&self) -> Leaflet {
        let words = self.words();
        let marks: Vec<String> = (1..=self.city.places.len()).map(|it| it.to_string()).collect();
        let letters: Vec<String> = (b'A'..=b'Z').map(|it| char::from(it).to_string()).collect();
        let branches: Vec<_> = self.city.branches.iter().zip(letters).collect();
        let pins = marks
            .iter()
            .zip(&self.city.places)
            .map(|(mark, place)| self.pin(place.coordinates, mark, false))
            .chain(branches.iter().map(|(it, mark)| self.pin(it.coordinates, mark, true)));
        let length = |metres: u16| {
            let (id, count) = if metres < 1000 {
                ("leaflet-metres", metres)
            } else {
                ("leaflet-km", metres / 1000)
            };
            (f32::from(metres), words.with(id, &[("count", i64::from(count).into())]))
        };
        let plan = Plan {
            pins: pins.collect(),
            north: words.text("leaflet-north"),
            scales: SCALES.map(length).to_vec(),
        };
        let mut pieces = vec![Piece::Text(words.text("leaflet-places-how")), Piece::Plan(plan)];
        for (mark, place) in marks.iter().zip(&self.city.places) {
            pieces.push(Piece::Step(self.place(mark, place)));
        }
        pieces.push(Piece::Heading(words.text("leaflet-branches")));
        for (branch, mark) in &branches {
            let landmark = branch.landmark.get(&self.language).cloned();
            let more = std::iter::once(branch.address.clone()).chain(landmark);
            pieces.push(Piece::Step(Step {
                number: mark.clone(),
                ask: branch.name.clone(),
                more: more.chain(self.telephone(&branch.phone)).collect(),
                figure: None,
            }));
        }
        self.leaflet(words.text("leaflet-places"), pieces)
    }

    fn place(&self, mark: &str, place: &Place) -> Step {
        let words = self.words();
        let offers: Vec<String> = place
            .kinds
            .iter()
            .map(|kind| words.text(&format!("leaflet-has-{}", kind.name())))
            .collect();
        let hours = (!place.hours.is_empty()).then(|| place.hours.clone());
        let more = [offers.join(", "), place.address.clone()].into_iter();
        Step {
            number: mark.to_owned(),
            ask: place.name.clone(),
            more: more.chain(hours).chain(self.telephone(&place.phone)).collect(),
            figure: None,
        }
    }

    fn telephone(&self, number: &str) -> Option<String> {
        let phone = [("phone", number.into())];
        (!number.is_empty()).then(|| self.words().with("leaflet-phone", &phone))
    }

    /// A place in metres; near enough on a plan of a city.
    #[expect(clippy::cast_possible_truncation, reason = "metres of a city")]
    fn pin(&self, at: Coordinates, mark: &str, is_framed: bool) -> Pin {
        // One latitude for all: else what is straight north would not stand straight above.
        let origin = self.city.places.first().map_or(at, |place| place.coordinates);
        let shrink = origin.lat.to_radians().cos();
        Pin {
            east: ((at.long - origin.long) * METRES * shrink) as f32,
            north: ((at.lat - origin.lat) * METRES) as f32,
            mark: mark.to_owned(),
            is_framed,
        }
    }
}
