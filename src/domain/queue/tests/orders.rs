//! What holds on any day, whatever anybody does: played with random steps at random desks.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::super::sample::{CLASSES, SERVICES};
use super::*;

/// What somebody does.
#[derive(Clone, Debug)]
enum Act {
    Come { service: usize, class: usize, booked: Option<i64> },
    Next { desk: usize },
    Choose { desk: usize, ticket: usize },
    Do { desk: usize, ticket: usize, what: usize },
    Wait { seconds: i64 },
}

fn acts() -> impl Strategy<Value = Vec<Act>> {
    let act = prop_oneof![
        6 => (0..3_usize, 0..4_usize, prop::option::weighted(0.3, -1800..5400_i64))
            .prop_map(|(service, class, booked)| Act::Come { service, class, booked }),
        8 => (0..3_usize).prop_map(|desk| Act::Next { desk }),
        1 => (0..3_usize, 0..40_usize).prop_map(|(desk, ticket)| Act::Choose { desk, ticket }),
        8 => (0..3_usize, 0..40_usize, 0..10_usize)
            .prop_map(|(desk, ticket, what)| Act::Do { desk, ticket, what }),
        4 => (1..1200_i64).prop_map(|seconds| Act::Wait { seconds }),
    ];
    prop::collection::vec(act, 1..160)
}

/// Three desks; a bit of `what` says which services and classes each serves.
fn desks(what: u32) -> Vec<Desk> {
    let bit = |at: usize| what >> at & 1 == 1;
    (0..3)
        .map(|desk| {
            let at = desk * 9;
            let services = (0..3).filter(|it| bit(at + it)).map(|it| SERVICES[it].to_owned());
            let classes = (0..4).filter(|it| bit(at + 3 + it)).map(|it| CLASSES[it].to_owned());
            let services: BTreeSet<_> = services.map(ServiceCode).collect();
            let classes: BTreeSet<_> = classes.map(ClassCode).collect();
            Desk {
                number: u16::try_from(desk + 1).unwrap(),
                services: bit(at + 7).then_some(services),
                classes: bit(at + 8).then_some(classes),
            }
        })
        .collect()
}

struct Played {
    rules: QueueRules,
    tickets: Vec<Ticket>,
    turn: Turn,
    now: i64,
    /// Sides that were called while both waited.
    sides: Vec<Side>,
}

impl Played {
    fn new(order: Order) -> Self {
        let rules = rules(order);
        Self { rules, tickets: Vec::new(), turn: Turn::default(), now: 0, sides: Vec::new() }
    }

    fn rank(&self, ticket: &Ticket) -> u8 {
        self.rules.class(&ticket.class).unwrap().rank
    }

    fn head_start(&self, ticket: &Ticket) -> i64 {
        i64::from(self.rules.class(&ticket.class).unwrap().head_start) * 60
    }

    /// Whether its booked time has come, and it was there in time.
    fn is_due(&self, ticket: &Ticket) -> bool {
        ticket.appointment.is_some_and(|booked| {
            at(self.now).duration_since(booked).as_secs() >= -5 * 60
                && ticket.since.duration_since(booked).as_secs() <= 15 * 60
        })
    }

    fn play(&mut self, act: &Act, desks: &[Desk]) {
        let before = self.tickets.clone();
        match *act {
            Act::Wait { seconds } => self.now += seconds,
            Act::Come { service, class, booked } => {
                let sequence = u32::try_from(self.tickets.len()).unwrap();
                let appointment = booked.map(|second| at(self.now + second));
                let wish = Wish { appointment, ..wish(service, class) };
                self.tickets.push(issue(&self.rules, sequence, wish, at(self.now)));
            }
            Act::Next { desk } => {
                let desk = &desks[desk];
                let found = next(&self.rules, &self.tickets, desk, self.turn, at(self.now));
                let mut shuffled = self.tickets.clone();
                shuffled.reverse();
                let twice = next(&self.rules, &shuffled, desk, self.turn, at(self.now));
                assert_eq!(found.is_ok(), twice.is_ok());
                let Ok(found) = found else { return };
                assert_eq!(twice, Ok(found.clone()), "the order of rows decides nothing");
                if let Some(called) = found {
                    self.judge(&called, desk);
                    self.turn = called.call().unwrap().turn;
                    self.put(called);
                }
            }
            Act::Choose { desk, ticket } => {
                let Some(ticket) = self.tickets.get(ticket) else { return };
                let number = ticket.number;
                if let Ok(called) =
                    call(&self.rules, &self.tickets, &desks[desk], number, at(self.now))
                {
                    self.put(called);
                }
            }
            Act::Do { desk, ticket, what } => {
                let desk = desks[desk].number;
                let step = match what {
                    0 => Step::Again { desk },
                    1 => Step::Start { desk },
                    2 => Step::Finish { desk },
                    3 => Step::PutBack { desk },
                    4 => Step::Miss { desk },
                    5 => Step::Park { desk },
                    6 => Step::Leave,
                    7 => Step::Return,
                    8 => Step::Void(Voided::GivenUp),
                    _ => Step::Close,
                };
                let Some(ticket) = self.tickets.get(ticket) else { return };
                if let Ok(changed) = ticket.after(step, &self.rules, at(self.now)) {
                    self.put(changed);
                }
            }
        }
        self.keeps_everybody(&before, matches!(act, Act::Come { .. }));
    }

    fn put(&mut self, ticket: Ticket) {
        let index = usize::try_from(ticket.sequence).unwrap();
        self.tickets[index] = ticket;
    }

    /// Nobody vanishes, one ticket changes at a time, no desk has two and what is over stays over.
    fn keeps_everybody(&self, before: &[Ticket], came: bool) {
        assert_eq!(self.tickets.len(), before.len() + usize::from(came));
        let changed = before.iter().zip(&self.tickets).filter(|(before, now)| before != now);
        assert!(changed.clone().count() <= 1);
        for (before, now) in changed {
            assert!(before.is_open(), "what was over has changed");
            let same = |ticket: &Ticket| (ticket.number, ticket.arrived, ticket.class.clone());
            assert_eq!(same(before), same(now));
            assert!(now.since >= before.since && now.since <= at(self.now));
        }
        let held: Vec<u16> = self.tickets.iter().filter_map(Ticket::desk).collect();
        assert_eq!(held.iter().collect::<BTreeSet<_>>().len(), held.len(), "{held:?}");
    }

    /// The call keeps what its order promises.
    fn judge(&mut self, called: &Ticket, desk: &Desk) {
        let waited = &self.tickets[usize::try_from(called.sequence).unwrap()];
        let rivals: Vec<&Ticket> = self
            .tickets
            .iter()
            .filter(|it| it.waits() && desk.serves(&it.service, &it.class))
            .collect();
        assert!(rivals.iter().any(|it| it.number == called.number), "nobody else is called");
        let first = |it: &Ticket| self.rank(it) < 9 || self.is_due(it);
        match self.rules.order {
            Order::Strict => {
                let best = rivals.iter().map(|it| self.rank(it)).min().unwrap();
                let by_appointment = self.is_due(waited) && best > 3;
                assert!(self.rank(waited) <= best || by_appointment, "the law comes first");
                let earlier = |it: &&&Ticket| {
                    it.class == waited.class && it.appointment.is_none() && it.since < waited.since
                };
                if waited.appointment.is_none() {
                    assert_eq!(rivals.iter().find(earlier).map(|it| it.number), None);
                }
            }
            Order::Alternating => {
                if rivals.iter().any(|it| first(it)) && rivals.iter().any(|it| !first(it)) {
                    let side = if first(waited) { Side::First } else { Side::Other };
                    self.sides.push(side);
                } else {
                    assert_eq!(called.call().unwrap().turn, self.turn, "nobody's turn");
                }
            }
            Order::Ageing => {
                let promise = self.rules.longest_head_start().as_secs();
                for rival in rivals {
                    let later = waited.since.duration_since(rival.since).as_secs();
                    assert!(later <= promise, "overtaken by somebody {later} s later");
                    if !self.is_due(waited) {
                        assert!(later <= self.head_start(waited) - self.head_start(rival));
                    }
                }
            }
        }
    }
}

fn played(order: Order, acts: &[Act], what: u32) -> Played {
    let (mut played, desks) = (Played::new(order), desks(what));
    for act in acts {
        played.play(act, &desks);
    }
    played
}

proptest! {
    #[test]
    fn strict_never_breaks_the_legal_order(acts in acts(), what in 0_u32..1 << 27) {
        played(Order::Strict, &acts, what);
    }

    #[test]
    fn ageing_never_lets_anybody_be_overtaken_for_longer_than_it_promises(
        acts in acts(), what in 0_u32..1 << 27
    ) {
        played(Order::Ageing, &acts, what);
    }

    #[test]
    fn alternation_keeps_its_shares(acts in acts(), what in 0_u32..1 << 27) {
        let sides = played(Order::Alternating, &acts, what).sides;
        for (index, side) in sides.into_iter().enumerate() {
            let expected = if index % 3 < 2 { Side::First } else { Side::Other };
            prop_assert_eq!(side, expected, "call {} where both waited", index);
        }
    }
}

/// A ticket that anybody may take at eight, and then one a minute of a class that comes before it.
fn endless(rules: &QueueRules, minutes: i64) -> Vec<Ticket> {
    let people: Vec<_> =
        (0..minutes).map(|it| (it * 60, if it == 0 { ALL } else { OLD })).collect();
    came(rules, &people)
}

#[test]
fn under_an_endless_stream_ageing_and_alternation_serve_everybody_and_strict_does_not() {
    // One desk, two minutes each, while somebody of the first class comes every minute.
    let after = |order| {
        let rules = rules(order);
        let stream = endless(&rules, 300);
        let (mut tickets, mut turn, desk) = (Vec::new(), Turn::default(), Desk::for_all(1));
        for (minute, ticket) in (0_i64..).zip(&stream) {
            tickets.push(ticket.clone());
            // Somebody was at the desk when the first one came.
            if minute == 0 || minute % 2 == 1 {
                continue;
            }
            let called = next(&rules, &tickets, &desk, turn, at(minute * 60)).unwrap().unwrap();
            if called.sequence == 0 {
                return Some(minute);
            }
            turn = called.call().unwrap().turn;
            let index = usize::try_from(called.sequence).unwrap();
            tickets[index] = called.after(Step::Void(Voided::Mistake), &rules, at(0)).unwrap();
        }
        None
    };
    assert_eq!(after(Order::Strict), None);
    assert_eq!(after(Order::Alternating), Some(6));
    // Sixty come within the head start, and each takes two minutes.
    assert!(after(Order::Ageing).is_some_and(|minute| minute <= 122));
}
