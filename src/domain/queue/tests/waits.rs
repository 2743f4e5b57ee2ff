//! What people are told holds as often as the city promises.

use jiff::SignedDuration;

use super::super::day::{Arrival, Branch, Visit, Waits, play};
use super::super::sample::SERVICES;
use super::*;

/// Numbers that look drawn, the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: i64) -> i64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        i64::try_from(self.0 >> 33).unwrap() % limit
    }
}

/// A day with a crowd in the morning, of which one in three comes first; services take twice as
/// long as the city believes.
fn arrivals(dice: &mut Dice, busy: i64) -> Vec<Arrival> {
    let mut arrivals = Vec::new();
    let mut second = -20 * 60;
    while second < 9 * 3600 {
        let crowd = if (0..3 * 3600).contains(&second) { 2 } else { 3 };
        second += dice.below(busy * crowd) + 1;
        let class = [OLD, LAW, LAW, DONOR][usize::try_from(dice.below(4)).unwrap()];
        let class = if dice.below(3) == 0 { class } else { ALL };
        let service = usize::try_from(dice.below(3)).unwrap();
        let seconds = 120 + dice.below(500) + dice.below(4) * dice.below(600);
        let takes = SignedDuration::from_secs(seconds);
        arrivals.push(Arrival { at: at(second), wish: wish(service, class), takes });
    }
    arrivals
}

fn desks() -> Vec<Desk> {
    let mut desks: Vec<Desk> = (1..=6).map(Desk::for_all).collect();
    desks[5].services = Some([ServiceCode(SERVICES[0].to_owned())].into());
    desks
}

fn day(order: Order, arrivals: &[Arrival], tell: usize) -> Vec<Visit> {
    let (rules, desks) = (rules(order), desks());
    let branch = Branch { rules: &rules, desks: &desks, opens: at(0), closes: at(9 * 3600) };
    play(&branch, arrivals, tell).unwrap()
}

#[test]
fn on_random_days_the_wait_is_within_the_range_at_least_as_often_as_promised() {
    for order in Order::ALL {
        let (mut kept, mut told, mut wide) = (0, 0, 0);
        for seed in 0..6 {
            let arrivals = arrivals(&mut Dice(seed), 105 + i64::try_from(seed).unwrap() * 10);
            for visit in day(order, &arrivals, 4) {
                kept += usize::from(visit.kept() == Some(true));
                told += usize::from(visit.kept().is_some());
                wide += visit
                    .kept()
                    .map_or(0, |_| visit.told.map_or(0, |it| usize::from(it.to - it.from)));
            }
        }
        assert!(told > 200, "{told}");
        assert!(kept * 100 >= told * 80, "{order:?}: {kept} of {told}");
        // A range that holds everything says nothing.
        assert!(wide / told <= 30, "{order:?}: {} minutes wide", wide / told);
    }
}

#[test]
fn nobody_is_let_down_at_closing_without_having_been_told() {
    for order in Order::ALL {
        let (mut warned, mut let_down) = (0, 0);
        for seed in 0..4 {
            for visit in day(order, &arrivals(&mut Dice(seed), 55), 8) {
                let not_called = visit.called().is_none();
                let Some(told) = visit.told.filter(|_| not_called) else { continue };
                let_down += 1;
                warned += usize::from(told.closing != Closing::InTime);
            }
        }
        assert!(let_down > 40, "{order:?}: {let_down}");
        assert!(warned * 100 >= let_down * 80, "{order:?}: {warned} of {let_down}");
    }
}

#[test]
fn a_day_keeps_everybody_and_no_desk_has_two_at_a_time() {
    for order in Order::ALL {
        let arrivals = arrivals(&mut Dice(7), 90);
        let visits = day(order, &arrivals, 0);
        assert_eq!(visits.len(), arrivals.len());
        let mut spans = Vec::new();
        for visit in &visits {
            if let State::Served { call, started, ended } = &visit.ticket.state {
                assert!(*started >= visit.ticket.arrived && call.first >= at(0));
                spans.push((call.desk, *started, *ended));
            } else {
                assert!(matches!(visit.ticket.state, State::Closed { .. }));
            }
        }
        spans.sort_unstable();
        for pair in spans.windows(2).filter(|pair| pair[0].0 == pair[1].0) {
            assert!(pair[0].2 <= pair[1].1, "a desk has two");
        }
        let all = Waits::of(&visits, None);
        let by_class =
            rules(order).classes.iter().map(|it| Waits::of(&visits, Some(&it.code)).came).sum();
        assert_eq!((all.came, all.came - all.not_called), (by_class, spans.len()));
        assert!(all.median <= all.p95 && all.p95 <= all.longest);
    }
}

fn line<'a>(
    rules: &'a QueueRules,
    tickets: &'a [Ticket],
    desks: &'a [Desk],
    measured: &'a Measured,
) -> Line<'a> {
    let turn = Turn::default();
    Line { rules, tickets, desks, turn, measured, now: at(0), opens: at(0), closes: at(3600) }
}

#[test]
fn people_ahead_are_those_who_are_called_before_at_desks_that_serve_one() {
    let rules = rules(Order::Strict);
    let mut tickets = came(&rules, &[(-9, ALL), (-8, ALL), (-7, LAW), (-6, ALL)]);
    tickets[0].service = ServiceCode(SERVICES[1].to_owned());
    let only = |number, service: &str| Desk {
        services: Some([ServiceCode(service.to_owned())].into()),
        ..Desk::for_all(number)
    };
    let measured = Measured::default();
    let desks = [only(1, SERVICES[0]), only(2, SERVICES[1])];
    let ahead =
        |sequence| outlook(&line(&rules, &tickets, &desks, &measured), sequence).map(|it| it.ahead);
    assert_eq!([ahead(0), ahead(1), ahead(2), ahead(3)], [Some(0), Some(1), Some(0), Some(2)]);
    assert_eq!(ahead(9), None, "no such ticket");
    assert_eq!(outlook(&line(&rules, &tickets, &desks[..1], &measured), 0), None, "no desk for it");
}

#[test]
fn a_line_that_is_too_long_for_the_day_is_told_so() {
    let rules = rules(Order::Strict);
    let tickets = came(&rules, &[(-1, ALL); 40]);
    let (desks, measured) = ([Desk::for_all(1)], Measured::default());
    let told = |sequence| outlook(&line(&rules, &tickets, &desks, &measured), sequence).unwrap();
    assert_eq!((told(0).closing, told(0).from, told(0).to), (Closing::InTime, 0, 5));
    assert_eq!(told(39).closing, Closing::ProbablyNot);
    assert!(told(39).from > 120, "{:?}", told(39));
    assert_eq!(told(20), told(20), "the same queue is told the same");
}
