use proptest::prelude::*;

use super::*;

fn lesson(place: usize) -> LessonId {
    LessonId(format!("lesson-{place}"))
}

fn day(after: i32) -> Date {
    date(2026, 11, 23).checked_add(Span::new().days(after)).unwrap()
}

fn passport(done: &[(usize, usize, i32)], random: u32) -> Passport {
    let mut passport = Passport::new(random);
    for (place, rung, after) in done {
        passport.note(&lesson(*place), Rung::ALL[*rung], day(*after));
    }
    passport
}

#[test]
fn every_choice_of_three_pictures_is_another() {
    let all: std::collections::BTreeSet<[u8; 3]> =
        (0..1320).map(|random| Passport::new(random).pictures).collect();
    assert_eq!(all.len(), 1320);
    for pictures in all {
        let [first, second, third] = pictures;
        assert!(first != second && second != third && third != first, "{pictures:?}");
    }
}

#[test]
fn a_lesson_is_repeated_after_a_week_and_after_three_and_then_no_more() {
    let mut passport = passport(&[(1, 1, 0)], 7);
    let again = |passport: &Passport| -> Vec<Date> {
        passport.learnt(&lesson(1)).unwrap().again().collect()
    };
    assert_eq!(again(&passport), [day(7), day(21)]);
    assert!(!passport.learnt(&lesson(1)).unwrap().is_due(day(6)));
    assert!(passport.learnt(&lesson(1)).unwrap().is_due(day(7)));

    passport.note(&lesson(1), Rung::Watch, day(7));
    assert_eq!(again(&passport), [day(21)]);
    // The best is kept, whatever was done later.
    assert_eq!(passport.learnt(&lesson(1)).unwrap().rung, Rung::Guided);

    passport.note(&lesson(1), Rung::Alone, day(7));
    assert_eq!(again(&passport), [day(21)], "twice on one day counts once");
    passport.note(&lesson(1), Rung::Alone, day(30));
    assert_eq!(again(&passport), []);
    assert!(!passport.learnt(&lesson(1)).unwrap().is_due(day(3000)));
}

#[test]
fn who_comes_back_is_offered_what_is_due_and_what_comes_next() {
    let library = crate::domain::sample::lessons::library();
    let id = library.lessons[0].id.clone();
    let mut passport = Passport::new(1);
    let next = |passport: &Passport, after| {
        let next = passport.next(&library, Country::Brazil, day(after));
        next.iter().map(|lesson| lesson.id.clone()).collect::<Vec<_>>()
    };
    assert_eq!(next(&passport, 0).as_slice(), std::slice::from_ref(&id));
    passport.note(&id, Rung::Guided, day(0));
    assert_eq!(next(&passport, 0), []);
    assert!(passport.due(&library, Country::Brazil, day(6)).is_empty());
    assert_eq!(passport.due(&library, Country::Brazil, day(7))[0].id, id);
}

#[test]
fn what_is_damaged_or_something_else_is_no_passport() {
    let text = passport(&[(1, 1, 0), (2, 3, 8)], 99).to_string();
    for place in START.len()..text.len() {
        let mut damaged = text.clone().into_bytes();
        damaged[place] = if damaged[place] == b'A' { b'B' } else { b'A' };
        let damaged = String::from_utf8(damaged).unwrap();
        assert_eq!(damaged.parse::<Passport>().err(), Some(NoPassport), "{damaged}");
    }
    for text in ["", START, "2026.0014.00371-13", "ACOLHE:P1:????", "ACOLHE:P2:AAAA", &text[..30]] {
        assert!(text.parse::<Passport>().is_err(), "{text}");
    }
}

#[test]
fn a_full_passport_is_a_code_that_paper_has_room_for() {
    let done: Vec<_> = (0..MOST + 3).map(|place| (place, 3, 0)).collect();
    let passport = passport(&done, 5);
    assert_eq!(passport.learnt.len(), MOST);
    assert!(passport.learnt(&lesson(2)).is_none(), "the oldest go");
    assert!(passport.learnt(&lesson(MOST + 2)).is_some());
    let text = passport.to_string();
    assert!(text.len() < 300, "{}", text.len());
    assert!(
        text.bytes().all(|sign| sign.is_ascii_uppercase() || sign.is_ascii_digit() || sign == b':')
    );
}

proptest! {
    #[test]
    fn what_is_written_is_read(
        done in prop::collection::vec((0usize..40, 0usize..4, 0i32..4000), 0..60),
        random in any::<u32>(),
    ) {
        let passport = passport(&done, random);
        let text = passport.to_string();
        prop_assert_eq!(text.parse::<Passport>(), Ok(passport.clone()));
        prop_assert_eq!(text.to_ascii_lowercase().parse::<Passport>(), Ok(passport));
    }

    #[test]
    fn nothing_that_is_held_before_a_scanner_makes_it_fall(text in ".{0,80}", bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = text.parse::<Passport>();
        let _ = format!("{START}{}", BASE32_NOPAD.encode(&bytes)).parse::<Passport>();
    }

    #[test]
    fn two_papers_together_forget_nothing(
        mine in prop::collection::vec((0usize..8, 0usize..4, 0i32..400), 0..9),
        other in prop::collection::vec((0usize..8, 0usize..4, 0i32..400), 0..9),
    ) {
        let (mine, other) = (passport(&mine, 1), passport(&other, 2));
        let mut both = mine.clone();
        both.take_in(&other);
        prop_assert_eq!(both.pictures, mine.pictures);
        for known in mine.learnt.iter().chain(&other.learnt) {
            let one = both.learnt.iter().find(|one| one.lesson == known.lesson).unwrap();
            prop_assert!(one.rung >= known.rung && one.times >= known.times && one.day >= known.day);
        }
    }
}
