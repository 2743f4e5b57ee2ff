//! One way in which a queue may go on, until somebody is called.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, VecDeque};

use super::candidate;
use super::policy::{Candidate, Turn, choose};
use super::rules::QueueRules;
use super::wait::Line;
use crate::domain::city::ServiceCode;

/// Nobody waits longer than this many seconds: a queue that never ends is told as this.
const LONGEST: i64 = 12 * 3600;

/// A fixed sequence of numbers that look drawn: `SplitMix64` (Steele, Lea and Flood 2014, "Fast
/// splittable pseudorandom number generators").
#[derive(Clone, Copy, Debug)]
pub(super) struct Draw(u64);

impl Draw {
    pub(super) fn new(future: u64, sequence: u32) -> Self {
        let mut draw = Self(future << 32 | u64::from(sequence));
        draw.number();
        draw
    }

    fn number(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ self.0 >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ mixed >> 31
    }

    /// One of some items; `None` of none.
    fn of<'a, T>(&mut self, items: &'a [T]) -> Option<&'a T> {
        let count = u64::try_from(items.len()).unwrap_or(u64::MAX);
        items.get(usize::try_from(self.number().checked_rem(count)?).ok()?)
    }
}

/// Those who wait, by service and class. Of those without an appointment who want the same and are
/// of the same class, only the first can be next.
#[derive(Clone, Debug)]
struct Waiting {
    /// By service, then by class.
    lines: Vec<VecDeque<Candidate>>,
    /// With their services.
    booked: Vec<(usize, Candidate)>,
}

/// Where somebody stands in [`Waiting`].
#[derive(Clone, Copy, Debug)]
enum At {
    Line(usize),
    Booked(usize),
}

/// A desk: which lines it serves, and whom it has.
#[derive(Clone, Debug)]
struct Place {
    serves: Vec<bool>,
    /// The service there, and since when (in seconds).
    busy: Option<(usize, i64)>,
}

impl Waiting {
    /// Who may be next at a desk, and where they stand.
    fn of(
        &self,
        place: &Place,
        classes: usize,
        here: &mut Vec<At>,
        candidates: &mut Vec<Candidate>,
    ) {
        here.clear();
        candidates.clear();
        for (index, line) in self.lines.iter().enumerate() {
            if place.serves[index]
                && let Some(person) = line.front()
            {
                here.push(At::Line(index));
                candidates.push(*person);
            }
        }
        for (index, (service, person)) in self.booked.iter().enumerate() {
            if place.serves[service * classes + person.class] {
                here.push(At::Booked(index));
                candidates.push(*person);
            }
        }
    }

    /// Takes somebody out: what they came for.
    fn take(&mut self, at: At, classes: usize) -> usize {
        match at {
            At::Line(index) => {
                self.lines[index].pop_front();
                index / classes.max(1)
            }
            At::Booked(index) => self.booked.swap_remove(index).0,
        }
    }
}

/// A queue as it stands, in numbers.
#[derive(Debug)]
pub(super) struct Scene<'a> {
    rules: &'a QueueRules,
    turn: Turn,
    now: i64,
    opens: i64,
    waiting: Waiting,
    places: Vec<Place>,
    /// Service times by service.
    pools: Vec<Vec<i64>>,
    /// Services and classes of those who came lately, and the gaps between them.
    came: Vec<(usize, usize)>,
    gaps: Vec<i64>,
    target: Candidate,
    /// The line that it would stand in without an appointment.
    line: usize,
}

impl<'a> Scene<'a> {
    /// `None` where the ticket does not wait, or no desk serves it.
    pub(super) fn new(line: &Line<'a>, target: u32) -> Option<Self> {
        let rules = line.rules;
        let mut services: Vec<ServiceCode> = Vec::new();
        let mut known = |code: &ServiceCode| {
            services.iter().position(|service| service == code).unwrap_or_else(|| {
                services.push(code.clone());
                services.len() - 1
            })
        };
        let now = line.now.as_second();
        let mut people: Vec<(usize, Candidate)> = line
            .tickets
            .iter()
            .filter(|ticket| ticket.waits())
            .map(|ticket| (known(&ticket.service), candidate(rules, ticket)))
            .collect();
        people.sort_unstable_by_key(|(_, person)| (person.since, person.sequence));
        let busy: Vec<_> = line
            .desks
            .iter()
            .map(|desk| {
                let ticket = line.tickets.iter().find(|it| it.desk() == Some(desk.number))?;
                let since = ticket.call()?.first.as_second();
                Some((known(&ticket.service), since))
            })
            .collect();
        let (came, gaps) = line.measured.recent(now);
        let came = came
            .iter()
            .map(|(service, class)| (known(service), rules.class_index(class)))
            .collect();
        let places: Vec<Place> = line
            .desks
            .iter()
            .zip(busy)
            .map(|(desk, busy)| Place {
                serves: services
                    .iter()
                    .flat_map(|service| rules.classes.iter().map(move |class| (service, class)))
                    .map(|(service, class)| desk.serves(service, &class.code))
                    .collect(),
                busy,
            })
            .collect();
        let classes = rules.classes.len();
        let (service, target) = *people.iter().find(|(_, person)| person.sequence == target)?;
        let place = service * classes + target.class;
        places.iter().find(|desk| desk.serves[place])?;
        let mut waiting =
            Waiting { lines: vec![VecDeque::new(); services.len() * classes], booked: Vec::new() };
        for (service, person) in people {
            if person.appointment.is_some() {
                waiting.booked.push((service, person));
            } else {
                waiting.lines[service * classes + person.class].push_back(person);
            }
        }
        let pools = services
            .iter()
            .map(|service| {
                let mut pool = line.measured.pool(service, rules.usual(service));
                pool.sort_unstable();
                pool
            })
            .collect();
        let (turn, opens) = (line.turn, line.opens.as_second());
        let line = place;
        Some(Self { rules, turn, now, opens, waiting, places, pools, came, gaps, target, line })
    }

    /// Plays on until the ticket is called: after how many seconds, and after how many others at
    /// desks that serve it too. Without draws nobody else comes and everything takes its median.
    pub(super) fn play(&self, mut draw: Option<Draw>) -> (i64, u16) {
        let (mut waiting, mut turn, mut ahead) = (self.waiting.clone(), self.turn, 0_u16);
        let mut free: BinaryHeap<Reverse<(i64, usize)>> = BinaryHeap::new();
        for (index, place) in self.places.iter().enumerate() {
            free.push(Reverse((self.free_at(place, draw.as_mut()), index)));
        }
        let (mut sequence, classes) = (u32::MAX / 2, self.rules.classes.len());
        let (mut here, mut candidates) = (Vec::new(), Vec::new());
        let mut arrival = self.arrival(self.now, draw.as_mut());
        while let Some(Reverse((at, index))) = free.pop() {
            if at - self.now > LONGEST {
                break;
            }
            while let Some((came, service, class)) = arrival.filter(|(came, ..)| *came <= at) {
                sequence += 1;
                let person = Candidate { sequence, class, since: came, appointment: None };
                waiting.lines[service * classes + class].push_back(person);
                arrival = self.arrival(came, draw.as_mut());
            }
            let place = &self.places[index];
            waiting.of(place, classes, &mut here, &mut candidates);
            let Some((chosen, _, next)) = choose(self.rules, turn, &candidates, at) else {
                // An idle desk looks again when somebody comes.
                if let Some((came, ..)) = arrival {
                    free.push(Reverse((came, index)));
                }
                continue;
            };
            turn = next;
            if candidates[chosen].sequence == self.target.sequence {
                return (at - self.now, ahead);
            }
            let service = waiting.take(here[chosen], classes);
            if place.serves[self.line] {
                ahead = ahead.saturating_add(1);
            }
            free.push(Reverse((at + self.time(service, 0, draw.as_mut()), index)));
        }
        (LONGEST, ahead)
    }

    /// When a desk is free: not before the doors open.
    fn free_at(&self, place: &Place, draw: Option<&mut Draw>) -> i64 {
        let Some((service, since)) = place.busy else { return self.now.max(self.opens) };
        let elapsed = (self.now - since).max(0);
        self.now + (self.time(service, elapsed, draw) - elapsed).max(0)
    }

    /// How long a service takes that lasts for some seconds already.
    fn time(&self, service: usize, elapsed: i64, draw: Option<&mut Draw>) -> i64 {
        let pool = self.pools.get(service).map_or(&[][..], Vec::as_slice);
        let longer = &pool[pool.partition_point(|time| *time <= elapsed)..];
        // Longer than anything measured: as much again as a typical one's half.
        let typical = pool.get(pool.len() / 2).copied().unwrap_or(300);
        let beyond = elapsed + typical / 2;
        match draw {
            Some(draw) => draw.of(longer).copied().unwrap_or(beyond),
            None => longer.get(longer.len() / 2).copied().unwrap_or(beyond),
        }
    }

    /// The next who comes after a moment: when, what for, of which class.
    fn arrival(&self, after: i64, draw: Option<&mut Draw>) -> Option<(i64, usize, usize)> {
        let draw = draw?;
        let (service, class) = *draw.of(&self.came)?;
        let gap = *draw.of(&self.gaps)?;
        Some((after + gap, service, class))
    }
}
