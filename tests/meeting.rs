//! A meeting of twenty seats: twenty real stations with their real loops, the real machine that
//! leads, and somebody who leads by its pages.

#![cfg(feature = "hub")]

#[path = "meeting/leader.rs"]
mod leader;
#[path = "meeting/seat.rs"]
mod seat;
#[path = "support/support.rs"]
mod support;

use std::time::Duration;

use leader::Leader;
use seat::Seat;
use serde_json::json;
use support::asked;

/// A lamp tells what happened at a seat within this time.
const LAMP: Duration = Duration::from_secs(2);

/// Seats of the meeting.
const SEATS: usize = 20;

#[test]
fn twenty_seats_learn_together_and_one_leads() {
    let leader = Leader::start();
    leader.open(SEATS, &["tela-tocar", "golpe-parente"]);
    let code = leader.code();
    let mut seats: Vec<Seat> = seat::start(SEATS, &leader.address);

    // Digits that are not the wall's.
    let wrong = if code == "0000" { "0001" } else { "0000" };
    assert!(seats[0].join(wrong).contains("Olhe de novo na parede"));
    for seat in &mut seats {
        seat.join(&code);
        seat.until("learn.seat");
    }
    leader.until(LAMP, |lamps| lamps == ["working"; SEATS]);
    let mut late = seat::start(1, &leader.address).remove(0);
    assert!(late.join(&code).contains("Todos os lugares estão ocupados"));
    late.stop();

    // A lesson begins at every seat, and nobody has to touch anything.
    leader.order("help:hinted");
    leader.order("lesson:0");
    for seat in &mut seats {
        seat.until("learn.step");
    }
    leader.told("20 aqui", LAMP);

    // A hand, and somebody who misses.
    seats[2].raise_hand();
    leader.lamp(3, "hand", LAMP);
    leader.order("helped:3");
    leader.lamp(3, "working", LAMP);
    for does in ["next", "next", "next", "hold:verde", "hold:verde"] {
        seats[4].choose(does);
    }
    leader.lamp(5, "stuck", LAMP);

    // Everybody waits, and goes on where they were.
    leader.order("pause:on");
    for seat in &mut seats {
        seat.until("learn.paused");
    }
    leader.order("pause:off");
    for seat in &mut seats {
        seat.until("learn.step");
    }
    leader.told("19 aqui", LAMP); // One is further on.

    // Everybody to the third step.
    leader.order("together:2");
    leader.told("20 aqui", 2 * LAMP);

    // A tablet falls and comes back to its own seat, at its own step.
    let fallen = seats.remove(6).fall();
    leader.lamp(7, "away", Duration::from_secs(10));
    let mut back = Seat::again(fallen, &leader.address);
    leader.lamp(7, "working", Duration::from_secs(10));
    back.until("learn.step");
    seats.insert(6, back);

    // One seat is given up; somebody else takes it.
    seats[9].choose("help");
    seats[9].choose("home");
    leader.lamp(10, "free", LAMP);
    seats[9].join(&code);
    leader.lamp(10, "working", LAMP);
    seats[9].until("learn.step");

    // To the end, with the little hand.
    for seat in &mut seats {
        seat.learn();
    }
    leader.until(LAMP, |lamps| lamps == ["done"; SEATS]);

    // By hand: who did it on their own telephone, and who is there though their seat is not.
    leader.order("own-phone-on:2");
    seats.remove(19).stop();
    leader.lamp(20, "away", Duration::from_secs(10));
    leader.order("present-off:20");
    leader.order("present-on:20");

    leader.order("faces");
    for (place, seat) in seats.iter_mut().enumerate() {
        seat.until("learn.faces");
        seat.choose(if place < 15 { "face:5" } else { "face:3" });
        seat.until("learn.seat");
    }

    let table = leader.get("report.csv");
    let rows: Vec<&str> = table.lines().collect();
    assert_eq!(rows.len(), 1 + SEATS, "{table}");
    assert_eq!(rows.iter().filter(|row| row.ends_with(",yes")).count(), SEATS - 1, "{table}");
    assert!(rows[20].ends_with(",20,no"), "a touch of who leads tells that somebody is there");
    for paper in ["report.pdf", "present.pdf", "alone.pdf"] {
        assert!(leader.get(paper).starts_with("%PDF-"), "{paper}");
    }

    // The machine that leads falls: nothing of what is told is lost.
    let leader = leader.again();
    assert_eq!(leader.code(), code);
    assert_eq!(leader.get("report.csv"), table);

    // It is over: every seat is free for whoever comes next.
    leader.order("end:on");
    for seat in &mut seats {
        seat.until("learn.end");
        seat.choose("home");
        seat.until("welcome");
    }
}

#[test]
fn somebody_leads_in_a_browser_by_touch_and_by_keys() {
    let leader = Leader::start();
    for language in ["pt-BR", "ro"] {
        let story = json!({"lead": leader.page("start"), "language": language});
        let Some(faults) = asked("tests/meeting/by_browser.py", &story) else { return };
        assert_eq!(faults, json!([]), "{language}");
    }
}

#[test]
fn nobody_in_the_room_but_who_leads_sees_the_pages() {
    let leader = Leader::start();
    leader.open(3, &["tela-tocar"]);
    let root = &leader.address;
    let status = |address: &str| leader.status(address);
    assert_eq!(status(&format!("{root}/0000000000000000/lead")), 404, "without the key");
    assert_eq!(status(&format!("{root}/lead")), 404);
    assert_eq!(status(&leader.page("order")), 405, "an order is posted");
    assert_eq!(leader.try_order("lesson:9"), 409, "no such lesson");
    assert_eq!(leader.try_order("helped:200"), 409, "no such seat");
    assert_eq!(leader.try_order("dance"), 400);
    assert_eq!(leader.post(&format!("{root}/seat"), "{}"), 400);
    assert_eq!(leader.post(&format!("{root}/seat"), &"x".repeat(20_000)), 413);
}
