//! What can happen to a ticket, and what cannot.

use super::*;

/// A ticket in each state, at second 100.
fn in_each_state(rules: &QueueRules) -> [(&'static str, Ticket); 10] {
    let waiting = came(rules, &[(0, ALL)]).remove(0);
    let step = |ticket: &Ticket, step| ticket.after(step, rules, at(100)).unwrap();
    let desk = Desk::for_all(1);
    let tickets = [waiting.clone()];
    let called = next(rules, &tickets, &desk, Turn::default(), at(0)).unwrap().unwrap();
    let serving = step(&called, Step::Start { desk: 1 });
    let out = step(&waiting, Step::Leave);
    [
        ("waiting", waiting.clone()),
        ("returned", step(&out, Step::Return)),
        ("called", called.clone()),
        ("serving", serving.clone()),
        ("parked", step(&serving, Step::Park { desk: 1 })),
        ("out", out),
        ("missed", step(&called, Step::Miss { desk: 1 })),
        ("served", step(&serving, Step::Finish { desk: 1 })),
        ("void", step(&waiting, Step::Void(Voided::GivenUp))),
        ("closed", step(&waiting, Step::Close)),
    ]
}

fn steps() -> [Step; 11] {
    let call = Call {
        desk: 1,
        first: at(200),
        last: at(200),
        times: 1,
        reason: Reason::CameFirst,
        turn: Turn::default(),
    };
    [
        Step::Call(call),
        Step::Again { desk: 1 },
        Step::Start { desk: 1 },
        Step::Finish { desk: 1 },
        Step::PutBack { desk: 1 },
        Step::Miss { desk: 1 },
        Step::Park { desk: 1 },
        Step::Leave,
        Step::Return,
        Step::Void(Voided::Mistake),
        Step::Close,
    ]
}

fn letter(refusal: Refusal) -> char {
    match refusal {
        Refusal::Elsewhere { .. } => 'e',
        Refusal::CalledAlready => 'c',
        Refusal::InService { .. } => 's',
        Refusal::NotCalled => 'n',
        Refusal::NotStarted => 't',
        Refusal::Away => 'a',
        Refusal::NotAway => 'h',
        Refusal::Over => 'o',
        other => panic!("{other}"),
    }
}

#[test]
fn each_step_applies_or_is_refused_with_its_reason() {
    let rules = rules(Order::Strict);
    // call again start finish put-back miss park leave return void close
    let expected = [
        ("waiting", "+nnnnnn+h++"),
        ("returned", "+nnnnnn+h++"),
        ("called", "c++t+++eh++"),
        ("serving", "sss+ss+shs+"),
        ("parked", "aaaaaaaa+++"),
        ("out", "aaaaaaaa+++"),
        ("missed", "aaaaaaaa+++"),
        ("served", "ooooooooooo"),
        ("void", "ooooooooooo"),
        ("closed", "ooooooooooo"),
    ];
    for ((state, ticket), expected) in in_each_state(&rules).into_iter().zip(expected) {
        let outcome = steps().map(|step| match ticket.after(step, &rules, at(200)) {
            Ok(_) => '+',
            Err(refusal) => letter(refusal),
        });
        assert_eq!((state, String::from_iter(outcome).as_str()), expected);
    }
}

#[test]
fn another_desk_can_do_nothing_with_a_call() {
    let rules = rules(Order::Strict);
    for (state, ticket) in in_each_state(&rules) {
        let steps = [
            Step::Again { desk: 2 },
            Step::Start { desk: 2 },
            Step::Finish { desk: 2 },
            Step::PutBack { desk: 2 },
            Step::Miss { desk: 2 },
            Step::Park { desk: 2 },
        ];
        for step in steps {
            assert!(ticket.after(step.clone(), &rules, at(200)).is_err(), "{state} {step:?}");
        }
    }
}

#[test]
fn somebody_is_called_so_often_and_missed_after_a_while() {
    let rules = rules(Order::Strict);
    let tickets = came(&rules, &[(0, ALL)]);
    let desk = Desk::for_all(1);
    let called = next(&rules, &tickets, &desk, Turn::default(), at(0)).unwrap().unwrap();
    let again = called.after(Step::Again { desk: 1 }, &rules, at(30)).unwrap();
    let again = again.after(Step::Again { desk: 1 }, &rules, at(60)).unwrap();
    let enough = Err(Refusal::CalledEnough { times: 3 });
    assert_eq!(again.after(Step::Again { desk: 1 }, &rules, at(90)), enough);
    let soon = Err(Refusal::TooSoon { seconds: 15 });
    assert_eq!(again.after(Step::Miss { desk: 1 }, &rules, at(90)), soon);
    let missed = again.after(Step::Miss { desk: 1 }, &rules, at(105)).unwrap();
    let back = missed.after(Step::Return, &rules, at(300)).unwrap();
    assert_eq!((back.since, back.returns), (at(0), 1));

    let called = next(&rules, &[back], &desk, Turn::default(), at(300)).unwrap().unwrap();
    let missed = called.after(Step::Miss { desk: 1 }, &rules, at(400)).unwrap();
    assert_eq!(missed.after(Step::Return, &rules, at(500)), Err(Refusal::ReturnedEnough));
    let strict = QueueRules {
        patience: Patience { after_missed: AfterMissed::ComesAnew, returns: 9, ..rules.patience },
        ..rules
    };
    assert_eq!(missed.after(Step::Return, &strict, at(500)).unwrap().since, at(500));
}

#[test]
fn who_goes_out_keeps_the_place_and_loses_only_what_is_over_the_time() {
    let rules = rules(Order::Strict);
    let tickets = came(&rules, &[(0, ALL)]);
    let out = tickets[0].after(Step::Leave, &rules, at(600)).unwrap();
    let since =
        |minutes: i64| out.after(Step::Return, &rules, at(600 + minutes * 60)).unwrap().since;
    assert_eq!([since(1), since(30)], [at(0); 2]);
    assert_eq!(since(37), at(7 * 60));
    assert_eq!(next(&rules, &[out], &Desk::for_all(1), Turn::default(), at(700)), Ok(None));
}

#[test]
fn a_ticket_survives_being_written_and_read() {
    for (_, ticket) in in_each_state(&rules(Order::Strict)) {
        let text = serde_json::to_string(&ticket).unwrap();
        assert_eq!(serde_json::from_str::<Ticket>(&text).unwrap(), ticket);
    }
}
