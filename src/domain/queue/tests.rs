//! The order of calls, what can happen to a ticket, and what people are told.

mod orders;
mod steps;
mod waits;

use super::sample::{at, rules, wish};
use super::*;

fn came(rules: &QueueRules, people: &[(i64, usize)]) -> Vec<Ticket> {
    let ticket = |(sequence, (second, class)): (usize, &(i64, usize))| {
        issue(rules, u32::try_from(sequence).unwrap(), wish(0, *class), at(*second))
    };
    people.iter().enumerate().map(ticket).collect()
}

/// Calls everybody one after the other at one desk, from a second on, each after a minute.
fn called(rules: &QueueRules, tickets: &[Ticket], from: i64) -> Vec<(String, Reason)> {
    let (mut tickets, mut turn, mut order) = (tickets.to_vec(), Turn::default(), Vec::new());
    let desk = Desk::for_all(1);
    let mut now = from;
    while let Some(ticket) = next(rules, &tickets, &desk, turn, at(now)).unwrap() {
        let call = ticket.call().unwrap().clone();
        turn = call.turn;
        order.push((ticket.number.to_string(), call.reason));
        let index = usize::try_from(ticket.sequence).unwrap();
        let served = ticket.after(Step::Start { desk: 1 }, rules, at(now)).unwrap();
        tickets[index] = served.after(Step::Finish { desk: 1 }, rules, at(now)).unwrap();
        now += 60;
    }
    order
}

fn numbers(order: &[(String, Reason)]) -> Vec<&str> {
    order.iter().map(|(number, _)| number.as_str()).collect()
}

const OLD: usize = 0;
const LAW: usize = 1;
const DONOR: usize = 2;
const ALL: usize = 3;

#[test]
fn strict_calls_by_rank_and_then_by_arrival_and_says_why() {
    let rules = rules(Order::Strict);
    let tickets = came(&rules, &[(0, ALL), (1, DONOR), (2, LAW), (3, OLD), (4, LAW), (5, ALL)]);
    let order = called(&rules, &tickets, 60);
    assert_eq!(numbers(&order), ["A04", "A03", "A05", "A02", "A01", "A06"]);
    let class = |code: &str, rank| Reason::Class { class: ClassCode(code.to_owned()), rank };
    assert_eq!(order[0].1, class("OLD", 1));
    assert_eq!(order[3].1, class("DONOR", 3));
    assert_eq!(order[4].1, Reason::CameFirst);
}

#[test]
fn an_appointment_comes_before_walk_ins_at_its_time_and_never_before_the_law() {
    let rules = rules(Order::Strict);
    let mut tickets = came(&rules, &[(0, ALL), (1, LAW), (2, ALL), (3, ALL)]);
    tickets[2].appointment = Some(at(600));
    tickets[3].appointment = Some(at(-1200));
    assert_eq!(numbers(&called(&rules, &tickets, 60)), ["A02", "A01", "A03", "A04"], "too early");
    let order = called(&rules, &tickets, 300);
    assert_eq!(numbers(&order), ["A02", "A03", "A01", "A04"], "the last one came too late");
    assert_eq!(order[1].1, Reason::Appointment { at: at(600) });
}

#[test]
fn alternation_gives_each_side_its_share_where_both_wait() {
    let rules = rules(Order::Alternating);
    let people = [ALL, ALL, ALL, LAW, OLD, LAW, LAW, LAW];
    let people: Vec<_> = (0..).zip(people).collect();
    let order = called(&rules, &came(&rules, &people), 60);
    assert_eq!(numbers(&order), ["A05", "A04", "A01", "A06", "A07", "A02", "A08", "A03"]);
    let class = ClassCode("ALL".to_owned());
    assert_eq!(order[2].1, Reason::Turn { side: Side::Other, call: 1, of: 1, class });
    assert!(matches!(order[1].1, Reason::Turn { side: Side::First, call: 2, of: 2, .. }));
    assert_eq!(order[7].1, Reason::CameFirst, "nobody else waited");
}

#[test]
fn ageing_counts_a_head_start_and_lets_nobody_wait_for_ever() {
    let rules = rules(Order::Ageing);
    let tickets = came(&rules, &[(0, ALL), (39 * 60, LAW), (41 * 60, LAW), (58 * 60, OLD)]);
    let order = called(&rules, &tickets, 3600);
    assert_eq!(numbers(&order), ["A04", "A02", "A01", "A03"]);
    let class = ClassCode("LAW".to_owned());
    assert_eq!(order[1].1, Reason::Waited { minutes: 22, head_start: 40, class });
}

#[test]
fn a_desk_calls_only_whom_it_serves_and_nobody_while_it_has_somebody() {
    let rules = rules(Order::Strict);
    let tickets = came(&rules, &[(0, LAW), (1, ALL)]);
    let only = |codes: &[&str]| Some(codes.iter().map(|it| ClassCode((*it).to_owned())).collect());
    let desk = Desk { classes: only(&["ALL"]), ..Desk::for_all(7) };
    let called = next(&rules, &tickets, &desk, Turn::default(), at(9)).unwrap().unwrap();
    assert_eq!(called.number, tickets[1].number);
    let after = [tickets[0].clone(), called.clone()];
    let busy = Err(Refusal::DeskBusy { number: called.number });
    assert_eq!(next(&rules, &after, &desk, Turn::default(), at(9)), busy);
    let other = Desk { classes: only(&["ALL"]), ..Desk::for_all(8) };
    assert_eq!(next(&rules, &after, &other, Turn::default(), at(9)), Ok(None));
    let refused = call(&rules, &after, &other, tickets[0].number, at(9));
    assert_eq!(refused, Err(Refusal::NotServedHere));
    let refused = call(&rules, &after, &Desk::for_all(8), called.number, at(9));
    assert_eq!(refused, Err(Refusal::Elsewhere { desk: 7 }));
}

#[test]
fn an_attendant_may_call_by_number_and_it_is_on_record() {
    let rules = rules(Order::Strict);
    let tickets = came(&rules, &[(0, LAW), (1, ALL)]);
    let called = call(&rules, &tickets, &Desk::for_all(2), tickets[1].number, at(9)).unwrap();
    assert_eq!(called.call().unwrap().reason, Reason::Chosen);
    let unknown = "R99".parse().unwrap();
    let refused = call(&rules, &tickets, &Desk::for_all(2), unknown, at(9));
    assert_eq!(refused, Err(Refusal::Unknown));
}

#[test]
fn tickets_are_given_before_the_doors_open_and_until_they_close() {
    let rules = rules(Order::Strict);
    let time = |text: &str| text.parse::<Time>().unwrap();
    let hours = [(time("08:00"), time("12:00")), (time("13:00"), time("17:00"))];
    let may = |text| may_issue(&rules, &hours, time(text));
    assert_eq!(may("07:29"), Err(NotNow::TooEarly(time("07:30"))));
    assert_eq!([may("07:30"), may("12:30"), may("16:59")], [Ok(()); 3]);
    assert_eq!(may("17:00"), Err(NotNow::Closed));
    assert_eq!(may_issue(&rules, &[], time("10:00")), Err(NotNow::Closed));
}

#[test]
fn a_class_that_the_city_took_away_is_everybodys() {
    let rules = rules(Order::Strict);
    let wish = Wish { class: Some(ClassCode("GONE".to_owned())), ..wish(0, 0) };
    assert_eq!(issue(&rules, 0, wish, at(0)).class, rules.everyone());
}
