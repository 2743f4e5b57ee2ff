//! Deadlines over holidays, weekends and year ends.

use jiff::ToSpan;
use jiff::civil::{Date, DateTime, date};
use proptest::prelude::*;

use super::*;
use crate::domain::sample;

/// The sample city with a New Year's holiday, a bridge of its own year, and its rule for the end.
fn city(ends_on_working_day: bool) -> City {
    let mut city = sample::city();
    city.ends_on_working_day = ends_on_working_day;
    city.holidays.push(HolidayDate::Yearly(1, 1));
    city.holidays.push(HolidayDate::Once(date(2026, 12, 24)));
    city
}

fn moment() -> impl Strategy<Value = DateTime> {
    // Around a year end more often than not.
    let near_new_year =
        (2024i16..2034, 0i64..30, 0i64..86_400).prop_map(|(year, days, seconds)| {
            date(year, 12, 15).at(0, 0, 0, 0) + days.days() + seconds.seconds()
        });
    let any = (0i64..4000, 0i64..86_400).prop_map(|(days, seconds)| {
        date(2024, 1, 1).at(0, 0, 0, 0) + days.days() + seconds.seconds()
    });
    prop_oneof![near_new_year, any]
}

fn term() -> impl Strategy<Value = Term> {
    prop_oneof![
        (1u16..400).prop_map(Term::Days),
        (1u16..200).prop_map(Term::WorkingDays),
        (1u16..1000).prop_map(Term::Hours),
    ]
}

fn days_between(first: Date, last: Date) -> impl Iterator<Item = Date> {
    first.series(1.day()).skip(1).take_while(move |day| *day <= last)
}

#[test]
fn a_promise_over_christmas_and_new_year_counts_only_working_days() {
    let city = city(true);
    let wednesday = date(2026, 12, 23).at(9, 0, 0, 0);
    // Thursday and Friday rest, then a weekend: Monday to Thursday are four, then the 1st rests.
    assert_eq!(city.due(wednesday, Term::WorkingDays(4)).date, date(2026, 12, 31));
    assert_eq!(city.due(wednesday, Term::WorkingDays(5)).date, date(2027, 1, 4));
    assert_eq!(city.due(wednesday, Term::Days(9)).date, date(2027, 1, 4));
    let end = city.due(wednesday, Term::Hours(24));
    assert_eq!(end.last_moment(), date(2026, 12, 24).at(9, 0, 0, 0));
}

proptest! {
    #[test]
    fn working_days_end_on_a_working_day_and_are_counted_exactly(
        start in moment(), count in 1u16..200
    ) {
        let city = city(true);
        let end = city.due(start, Term::WorkingDays(count));
        prop_assert!(city.is_working_day(end.date));
        let worked = days_between(start.date(), end.date).filter(|day| city.is_working_day(*day));
        prop_assert_eq!(worked.count(), usize::from(count));
        prop_assert_eq!(end.time, None);
    }

    #[test]
    fn days_move_forward_only_and_no_further_than_the_next_working_day(
        start in moment(), count in 1u16..400
    ) {
        let exact = start.date() + i64::from(count).days();
        prop_assert_eq!(city(false).due(start, Term::Days(count)).date, exact);
        let city = city(true);
        let end = city.due(start, Term::Days(count)).date;
        prop_assert!(city.is_working_day(end));
        prop_assert!(end >= exact);
        prop_assert!(exact.series(1.day()).take_while(|day| *day < end).all(|day| !city.is_working_day(day)));
    }

    #[test]
    fn hours_are_exact_whatever_day_it_is(start in moment(), count in 1u16..1000) {
        let end = city(true).due(start, Term::Hours(count));
        prop_assert_eq!(end.last_moment(), start + i64::from(count).hours());
    }

    #[test]
    fn who_files_later_is_never_promised_an_earlier_end(
        one in moment(), other in moment(), term in term(), on_working_day in any::<bool>()
    ) {
        let city = city(on_working_day);
        let (first, second) = (one.min(other), one.max(other));
        let ends = (city.due(first, term).last_moment(), city.due(second, term).last_moment());
        prop_assert!(ends.0 <= ends.1, "{:?}", ends);
        prop_assert!(ends.0 > first);
    }

    #[test]
    fn a_term_is_read_as_it_is_written(term in term()) {
        prop_assert_eq!(term.to_string().parse(), Ok(term));
    }
}
