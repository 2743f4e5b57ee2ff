//! From what somebody wants to the lanes that it needs.

use std::ops::Range;

use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};

use super::hours::{later, moment, slice, spans};
use super::state::BookingRefusal;
use super::taken::{Piece, Way};
use super::{BookingRules, Desks, SLICE};
use crate::domain::city::{Branch, City, ServiceCode};

/// What somebody wants.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Wish {
    /// What for, one after the other.
    pub services: Vec<ServiceCode>,
    /// How many people come for it, from 1.
    pub people: u16,
    /// Whether somebody must interpret.
    pub interpreter: bool,
}

/// What a wish needs at a branch, whenever it is.
#[derive(Clone, Debug)]
pub struct Plan<'a> {
    city: &'a City,
    rules: &'a BookingRules,
    branch: &'a Branch,
    parts: Vec<Part<'a>>,
    /// Slices for one person.
    slices: u32,
    people: u16,
    interpreter: bool,
}

/// What one person needs for a part of the visit.
#[derive(Clone, Debug)]
struct Part<'a> {
    pool: Pool<'a>,
    from: u32,
    slices: u32,
}

#[derive(Clone, Copy, Debug)]
enum Pool<'a> {
    Desks(&'a Desks),
    /// What there is of a thing that a service needs.
    Things(&'a ServiceCode, u16),
}

impl<'a> Plan<'a> {
    /// What a wish needs at a branch.
    ///
    /// # Errors
    /// [`BookingRefusal`]: what is not booked there, twice or too much of it.
    pub fn of(city: &'a City, branch: &'a Branch, wish: &Wish) -> Result<Self, BookingRefusal> {
        let rules = city.booking.as_ref().ok_or(BookingRefusal::NotBookedHere)?;
        if wish.services.len() > rules.most_services as usize {
            return Err(BookingRefusal::TooManyServices);
        }
        if wish.people > rules.most_people {
            return Err(BookingRefusal::TooManyPeople);
        }
        let mut plan = Self {
            city,
            rules,
            branch,
            parts: Vec::new(),
            slices: 0,
            people: wish.people.max(1),
            interpreter: wish.interpreter,
        };
        for (index, service) in wish.services.iter().enumerate() {
            if wish.services[..index].contains(service) {
                return Err(BookingRefusal::ServiceTwice);
            }
            plan.add(service)?;
        }
        if plan.parts.is_empty() { Err(BookingRefusal::NotBookedHere) } else { Ok(plan) }
    }

    fn add(&mut self, service: &ServiceCode) -> Result<(), BookingRefusal> {
        let (code, bookable) =
            self.rules.services.get_key_value(service).ok_or(BookingRefusal::NotBookedHere)?;
        let slices = bookable.minutes * 60 / u32::try_from(SLICE).unwrap_or(u32::MAX);
        let desks = desks_for(self.rules, &self.branch.code, service)
            .ok_or(BookingRefusal::NotBookedHere)?;
        let from = self.slices;
        self.parts.push(Part { pool: Pool::Desks(desks), from, slices });
        if let Some(count) = bookable.at_once {
            self.parts.push(Part { pool: Pool::Things(code, count), from, slices });
        }
        self.slices += slices;
        Ok(())
    }

    /// The branch.
    #[must_use]
    pub fn branch(&self) -> &'a Branch {
        self.branch
    }

    /// How long one person takes, in minutes.
    #[must_use]
    pub fn minutes(&self) -> u32 {
        self.slices * u32::try_from(SLICE / 60).unwrap_or(1)
    }

    /// From when to when a start may be, as seen now.
    #[must_use]
    pub fn window(&self, now: Timestamp) -> Range<Timestamp> {
        let mut minutes = self.rules.lead_minutes;
        if self.interpreter {
            minutes = minutes.max(self.rules.interpreter_hours.saturating_mul(60));
        }
        let today = now.to_zoned(self.city.timezone.clone()).date();
        let end = today.saturating_add(i64::from(self.rules.horizon_days).saturating_add(1).days());
        let end = end.to_zoned(self.city.timezone.clone()).map(|zoned| zoned.timestamp());
        later(now, minutes)..end.unwrap_or(Timestamp::MAX)
    }

    /// The ways to begin at a moment, the best first.
    ///
    /// # Errors
    /// [`BookingRefusal`]: too soon, too far, closed, or no moment at which visits begin.
    pub fn ways_at(&self, start: Timestamp, now: Timestamp) -> Result<Vec<Way>, BookingRefusal> {
        let window = self.window(now);
        if start >= window.end {
            return Err(BookingRefusal::OutsideHorizon);
        }
        if start < window.start {
            let early = self.interpreter && start >= later(now, self.rules.lead_minutes);
            let refusal = BookingRefusal::TooSoon;
            return Err(if early { BookingRefusal::InterpreterTooSoon } else { refusal });
        }
        let date = start.to_zoned(self.city.timezone.clone()).date();
        let spans = spans(self.city, self.branch, date);
        let begins = slice(start).filter(|slice| self.is_step(*slice));
        let begins = begins.ok_or(BookingRefusal::NotOffered)?;
        let span = spans.into_iter().find(|span| span.contains(&begins));
        let ways = span.map(|span| self.ways(begins, &span)).unwrap_or_default();
        if ways.is_empty() { Err(BookingRefusal::BranchClosed) } else { Ok(ways) }
    }

    /// Whether visits begin at a slice, by the clock on the wall.
    fn is_step(&self, slice: i64) -> bool {
        let offset = self.city.timezone.to_offset(moment(slice)).seconds();
        let wall = slice * SLICE + i64::from(offset);
        wall.rem_euclid(i64::from(self.rules.step_minutes) * 60) == 0
    }

    /// The slices of a span at which visits may begin.
    pub(super) fn steps<'s>(
        &'s self,
        span: &Range<i64>,
    ) -> impl Iterator<Item = i64> + use<'s, 'a> {
        let last = span.end - i64::from(self.slices);
        let step = usize::try_from(i64::from(self.rules.step_minutes) * 60 / SLICE).unwrap_or(1);
        // A day on which the clocks jump by less than a step begins anew with each first one.
        let fine = self.city.timezone.to_offset(moment(span.start))
            != self.city.timezone.to_offset(moment(span.end));
        let first = (span.start..=last).find(|slice| self.is_step(*slice)).unwrap_or(last + 1);
        let stride = if fine { 1 } else { step.max(1) };
        (first..=last).step_by(stride).filter(move |slice| !fine || self.is_step(*slice))
    }

    /// The ways to begin at a slice of a span, side by side first.
    pub(super) fn ways(&self, begins: i64, span: &Range<i64>) -> Vec<Way> {
        let fits = |end: i64| span.start <= begins && end <= span.end;
        let mut ways = Vec::new();
        let end = begins + i64::from(self.slices);
        if fits(end) {
            let mut pieces = Vec::new();
            self.put(&mut pieces, begins, self.people);
            ways.push(Way { pieces, end, side_by_side: self.people > 1 });
        }
        let end = begins + i64::from(self.slices) * i64::from(self.people);
        if self.people > 1 && fits(end) {
            let mut pieces = Vec::new();
            for person in 0..i64::from(self.people) {
                self.put(&mut pieces, begins + person * i64::from(self.slices), 1);
            }
            ways.push(Way { pieces, end, side_by_side: false });
        }
        for piece in ways.iter_mut().flat_map(|way| &mut way.pieces) {
            piece.open = self.open(piece);
        }
        ways
    }

    /// Adds the pieces of so many people from a slice on; at one row of desks one stays seated.
    fn put(&self, pieces: &mut Vec<Piece>, begins: i64, people: u16) {
        for part in &self.parts {
            let from = begins + i64::from(part.from);
            let (pool, open) = match part.pool {
                Pool::Desks(desks) => (desks.code.clone(), desks.desks),
                Pool::Things(service, count) => (format!("@{service}"), count),
            };
            let goes_on = |piece: &&mut Piece| {
                piece.pool == pool && piece.from + i64::from(piece.slices) == from
            };
            match pieces.iter_mut().find(goes_on) {
                Some(piece) => piece.slices += part.slices,
                None => pieces.push(Piece { pool, people, from, slices: part.slices, open }),
            }
        }
    }

    /// How many lanes of a piece's pool work during all of it.
    fn open(&self, piece: &Piece) -> u16 {
        let desks = self.parts.iter().find_map(|part| match part.pool {
            Pool::Desks(desks) if desks.code == piece.pool => Some(desks),
            _ => None,
        });
        let Some(desks) = desks else { return piece.open };
        if desks.fewer.is_empty() {
            return desks.attendants.min(desks.desks);
        }
        let slices = piece.from..piece.from + i64::from(piece.slices);
        let local = |slice| self.city.timezone.to_datetime(moment(slice)).time();
        slices.map(|slice| desks.open_at(local(slice))).min().unwrap_or_default()
    }

    /// The last day on which a start may be, as seen now, and the first.
    #[must_use]
    pub fn days(&self, now: Timestamp) -> (Date, Date) {
        let window = self.window(now);
        let day = |moment: Timestamp| moment.to_zoned(self.city.timezone.clone()).date();
        let last = window.end.checked_sub(1.second()).unwrap_or(window.end);
        (day(window.start), day(last))
    }

    pub(super) fn city(&self) -> &'a City {
        self.city
    }
}

/// The row of desks of a branch that does a service.
fn desks_for<'a>(
    rules: &'a BookingRules,
    branch: &str,
    service: &ServiceCode,
) -> Option<&'a Desks> {
    rules.desks.iter().find(|desks| desks.branch == branch && desks.services.contains(service))
}

/// The branches at which a service is met, in the order of the city's file.
pub fn branches_for<'a, 'b>(
    city: &'a City,
    service: &'b ServiceCode,
) -> impl Iterator<Item = &'a Branch> + use<'a, 'b> {
    city.branches.iter().filter(move |branch| {
        city.booking.as_ref().is_some_and(|rules| desks_for(rules, &branch.code, service).is_some())
    })
}
