//! An appointment at the kiosk: booked, moved, cancelled, taken by somebody else, and what is
//! offered when the line is down.

mod meanwhile;

use serde_json::{Value, json};

use super::steps::{field, heard, label, press, said, text};
use crate::support::{Hub, Play, Station, VILA_SERENA};

fn ids(told: &Value) -> Vec<String> {
    let actions = told["actions"].as_array().expect("a list");
    actions.iter().map(|action| text(&action["id"]).to_owned()).collect()
}

fn first(told: &Value, kind: &str) -> String {
    let ids = ids(told);
    ids.iter()
        .find(|id| id.starts_with(kind))
        .unwrap_or_else(|| panic!("no {kind} in {told}"))
        .clone()
}

/// From the welcome to the branches for a service.
#[track_caller]
fn wanted(play: &mut Play, service: &str) -> Value {
    play.do_("booking");
    while !play.offers(service) {
        play.do_("more");
    }
    play.do_(service)
}

/// A name and no telephone, up to the review.
#[track_caller]
fn said_who(play: &mut Play) -> Value {
    assert_eq!(play.screen(), "booking.name", "{}", play.told());
    play.typed("name", "Maria das Dores");
    assert_eq!(play.do_("next")["screen"], "booking.phone");
    play.do_("skip")
}

/// Books the first free time in the centre.
#[track_caller]
fn booked(play: &mut Play) -> (String, String) {
    wanted(play, "service:DOC-07");
    play.do_("branch:CENTRO");
    play.do_("soonest");
    said_who(play);
    let done = play.do_("book");
    assert_eq!(done["screen"], "booking.done", "{done}");
    let booking = &done["booking"];
    (text(&booking["number"]).to_owned(), text(&booking["access_code"]).to_owned())
}

/// Chooses the first time of the last free day that is on the second page.
#[track_caller]
fn later(play: &mut Play) -> String {
    play.do_("more");
    let days = play.told().clone();
    let free = ids(&days).into_iter().rfind(|id| {
        let label = |id: &String| label(&days, id);
        id.starts_with("day:") && !label(id).contains(": ")
    });
    play.do_(&free.expect("a free day"));
    if play.screen() == "booking.half" {
        play.do_("half:morning");
    }
    let time = first(play.told(), "time:");
    play.do_(&time);
    time
}

fn ready(city: &'static str) -> (Hub, Station, Play) {
    let hub = Hub::start(city);
    let station = Station::enrolled(&hub);
    let play = Play::start(&station);
    (hub, station, play)
}

/// What the hub tells of a booking to whoever has its code.
fn at_hub(hub: &Hub, number: &str, code: &str) -> Value {
    let url = hub.url().replace("/open311/v2", &format!("/api/v1/bookings/{number}"));
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let call = reqwest::Client::new().get(url).header("Access-Code", code);
    runtime
        .expect("a runtime")
        .block_on(async { call.send().await.expect("the hub answers").json().await.expect("JSON") })
}

#[test]
fn as_soon_as_possible_is_four_answers_and_a_slip() {
    let (hub, station, mut play) = ready(VILA_SERENA);
    let where_ = wanted(&mut play, "service:DOC-07");
    assert_eq!(where_["screen"], "booking.branch");
    let branches: Vec<String> =
        ids(&where_).into_iter().filter(|id| id.starts_with("branch:")).collect();
    assert_eq!(branches[..2], ["branch:CENTRO", "branch:ESTACAO"], "the nearest first");
    let spoken = heard(&where_);
    for words in
        ["É aqui mesmo.", "A uns 800 metros daqui.", "Ao lado da igreja matriz", "linhas 101"]
    {
        assert!(spoken.contains(words), "{words}: {spoken}");
    }
    assert!(label(&where_, "soonest").starts_with("O mais cedo possível: "));
    let name = play.do_("soonest");
    assert_eq!(name["screen"], "booking.name");
    let review = said_who(&mut play);
    assert_eq!(review["screen"], "booking.review");
    let soonest = label(&where_, "soonest");
    let when = label(&review, "change:booking-time");
    let when = when.split_once(": ").expect("a value").1;
    assert!(soonest.contains(when), "{soonest} / {when}");
    assert!(!heard(&review).contains("Maria"), "others hear it");

    let done = play.do_("book");
    assert_eq!(done["screen"], "booking.done", "{done}");
    assert!(said(&done).contains(when), "{}", said(&done));
    let number = text(&done["booking"]["number"]);
    let code = text(&done["booking"]["access_code"]);
    let known = at_hub(&hub, number, code);
    assert_eq!(
        (known["state"].as_str(), &known["start"]),
        (Some("confirmed"), &done["booking"]["start"])
    );
    assert!(!heard(&done).contains(code));
    let slips = station.receipts();
    let slip = slips.join("\n");
    assert_eq!(slips.len(), 1, "{slip}");
    let grouped = format!("{} {} {}", &number[..3], &number[3..6], &number[6..]);
    for words in [grouped.as_str(), "Leve", &format!("/b/{number}#{code}")] {
        assert!(slip.contains(words), "{words}: {slip}");
    }
    assert!(!play.offers("back") && play.offers("finish"));
    play.do_("finish");
    assert_eq!(play.screen(), "opinion.face");
}

#[test]
fn a_calendar_leads_to_a_day_a_half_and_an_hour() {
    let (_hub, _station, mut play) = ready(VILA_SERENA);
    wanted(&mut play, "service:DOC-07");
    let days = play.do_("branch:CENTRO");
    assert_eq!(days["screen"], "booking.day");
    assert!(ids(&days).iter().filter(|id| id.starts_with("day:")).count() >= 5, "{days}");
    play.do_("more");
    play.do_("more");
    // Far from now nothing is taken, and the branch opens all day but on Saturdays.
    let far = ids(play.told());
    let day = far.iter().rfind(|id| {
        let date = id.strip_prefix("day:").and_then(|date| date.parse::<jiff::civil::Date>().ok());
        let label = |id: &str| label(play.told(), id);
        date.is_some_and(|date| date.weekday() != jiff::civil::Weekday::Saturday)
            && !label(id).contains("fechado")
    });
    let day = day.expect("a day").clone();
    let half = play.do_(&day);
    assert_eq!(half["screen"], "booking.half", "{half}");
    let times = play.do_("half:afternoon");
    assert_eq!(times["screen"], "booking.time");
    let time = first(&times, "time:");
    let hour: u32 =
        label(&times, &time).split('h').next().expect("an hour").parse().expect("digits");
    assert!((12..18).contains(&hour), "{times}");
    play.do_("back");
    assert_eq!(play.screen(), "booking.half");
    play.do_("half:afternoon");
    play.do_(&time);
    said_who(&mut play);
    assert!(label(play.told(), "change:booking-time").contains(&label(&times, &time)));
    let done = play.do_("book");
    let start: jiff::Timestamp = text(&done["booking"]["start"]).parse().expect("a moment");
    assert_eq!(format!("time:{start}"), time);
}

#[test]
fn a_day_on_which_nothing_is_free_says_so_and_leads_on() {
    let (_hub, _station, mut play) = ready(VILA_SERENA);
    wanted(&mut play, "service:DOC-07");
    play.do_("branch:CENTRO");
    // Within the days to come there may be none; then there is nothing to see here.
    for _ in 0..10 {
        let told = play.told().clone();
        let full = ids(&told).into_iter().find(|id| {
            id.starts_with("day:")
                && (label(&told, id).contains("fechado")
                    || label(&told, id).contains("sem horário"))
        });
        if let Some(full) = full {
            let none = play.do_(&full);
            assert_eq!(none["screen"], "booking.time");
            assert!(text(&none["title"]).starts_with("Nesse dia"), "{none}");
            assert_eq!(play.do_("other-day")["screen"], "booking.day");
            return;
        }
        if !play.offers("more") {
            return;
        }
        play.do_("more");
    }
}

#[test]
fn a_slip_moves_its_appointment_and_the_old_time_is_free_again() {
    let (hub, station, mut play) = ready(VILA_SERENA);
    // Not the first free time: that may begin too soon to be moved.
    wanted(&mut play, "service:DOC-07");
    play.do_("branch:CENTRO");
    let old = later(&mut play);
    said_who(&mut play);
    let done = play.do_("book");
    let number = text(&done["booking"]["number"]).to_owned();
    let code = text(&done["booking"]["access_code"]).to_owned();
    let before = at_hub(&hub, &number, &code);
    play.do_("leave-fast");
    let slip = format!("https://156.vilaserena.example/b/{number}#{code}");
    let mine = play.say(json!({"scan": slip}));
    assert_eq!(mine["screen"], "booking.mine", "{mine}");
    play.do_("change-time");
    assert_eq!(play.screen(), "booking.day");
    let review = play.do_("soonest");
    assert_eq!(review["screen"], "booking.review");
    assert!(!play.offers("change:booking-name"));
    let done = play.do_("book");
    assert_eq!(done["screen"], "booking.done", "{done}");
    let after = at_hub(&hub, &number, &code);
    assert_eq!((&after["changes"], &after["state"]), (&json!(1), &json!("confirmed")));
    assert_ne!(after["start"], before["start"]);
    assert_eq!(station.receipts().len(), 2, "the new time is on paper too");
    play.do_("leave-fast");
    wanted(&mut play, "service:DOC-07");
    play.do_("branch:CENTRO");
    assert_eq!(later(&mut play), old, "it is free again");
}

#[test]
fn number_and_code_cancel_and_a_wrong_digit_is_caught_before_anything_is_asked() {
    let (hub, _station, mut play) = ready(VILA_SERENA);
    let (number, code) = booked(&mut play);
    play.do_("leave-fast");
    play.do_("booking");
    while !play.offers("have-booking") {
        play.do_("more");
    }
    play.do_("have-booking");
    let last = if number.ends_with('1') { '2' } else { '1' };
    play.typed("booking-number", &format!("{}{last}", &number[..8]));
    let wrong = play.do_("next");
    assert_eq!(wrong["screen"], "booking.number");
    assert!(!field(&wrong, "booking-number")["error"].is_null());
    play.typed("booking-number", &number);
    play.do_("next");
    let other = if code.starts_with('1') { '2' } else { '1' };
    play.typed("code", &format!("{other}{}", &code[1..]));
    let refused = play.do_("next");
    assert_eq!(refused["screen"], "booking.trouble", "{refused}");
    play.do_("type-again");
    assert_eq!(field(play.told(), "booking-number")["value"].as_str().map(str::len), Some(11));
    play.do_("next");
    play.typed("code", &code);
    assert_eq!(play.do_("next")["screen"], "booking.mine");
    assert_eq!(play.do_("cancel-booking")["screen"], "booking.cancel");
    play.do_("no");
    assert_eq!(play.screen(), "booking.mine");
    play.do_("cancel-booking");
    let cancelled = play.do_("cancel-booking");
    assert_eq!(cancelled["screen"], "booking.cancelled", "{cancelled}");
    assert_eq!(at_hub(&hub, &number, &code)["state"], "cancelled");
    play.do_("leave-fast");
    let again = play.say(json!({"scan": format!("{number}#{code}")}));
    assert_eq!(again["screen"], "booking.trouble", "{again}");
    assert!(play.offers("booking"));
}

#[test]
fn back_help_and_home_are_everywhere_and_nothing_typed_is_lost() {
    let (_hub, _station, mut play) = ready(VILA_SERENA);
    wanted(&mut play, "service:DOC-07");
    play.do_("branch:CENTRO");
    play.do_("soonest");
    play.typed("name", "Maria");
    play.do_("help");
    assert_eq!(play.screen(), "help");
    play.do_("back");
    assert_eq!(field(play.told(), "name")["value"], "Maria");
    play.do_("next");
    assert_eq!(play.do_("back")["screen"], "booking.name");
    assert_eq!(field(play.told(), "name")["value"], "Maria");
    for before in ["booking.day", "booking.branch", "booking.service", "welcome"] {
        assert_eq!(play.do_("back")["screen"], before);
    }
    wanted(&mut play, "service:DOC-07");
    play.do_("soonest");
    assert_eq!(play.screen(), "booking.phone", "the name is known");
    play.do_("help");
    play.do_("home");
    assert_eq!(play.screen(), "welcome");
}

/// Moves the focus to an action, by one key only.
#[track_caller]
fn walk_to(play: &mut Play, action: &str) {
    for _ in 0..80 {
        if play.told()["focus"] == json!(action) {
            press(play, "select");
            play.poll();
            return;
        }
        press(play, "down");
        play.poll();
    }
    panic!("{action} is not reached on {}", play.told());
}

#[test]
fn five_keys_are_enough_to_book() {
    let (_hub, _station, mut play) = ready(VILA_SERENA);
    walk_to(&mut play, "booking");
    while !play.offers("service:DOC-07") {
        walk_to(&mut play, "more");
    }
    walk_to(&mut play, "service:DOC-07");
    walk_to(&mut play, "branch:CENTRO");
    // The hub's clock is the real one: of today the last time may pass meanwhile.
    let days = ids(play.told());
    let day = days.iter().filter(|id| id.starts_with("day:")).nth(1).expect("another day");
    walk_to(&mut play, day);
    if play.screen() == "booking.half" {
        walk_to(&mut play, "half:afternoon");
    }
    let time = first(play.told(), "time:");
    walk_to(&mut play, &time);
    play.typed("name", "Ana");
    walk_to(&mut play, "next");
    walk_to(&mut play, "skip");
    walk_to(&mut play, "book");
    assert_eq!(play.screen(), "booking.done", "{}", play.told());
}

#[test]
fn each_language_books_in_its_own_words() {
    for (language, words, slip) in [
        ("pt-BR", "Seu horário está marcado.", "Seu horário"),
        ("en", "Your appointment is booked.", "Your appointment"),
        ("ro", "Aveți programare.", "Programarea dumneavoastră"),
    ] {
        let (_hub, station, mut play) = ready(VILA_SERENA);
        play.say(json!({"locale": language}));
        booked(&mut play);
        let done = play.told();
        assert!(text(&done["title"]).contains(words), "{done}");
        assert_eq!(done["locale"], language);
        assert!(station.receipts()[0].contains(slip), "{:?}", station.receipts());
    }
}

#[test]
fn a_private_matter_is_named_nowhere() {
    let (_hub, station, mut play) = ready(VILA_SERENA);
    play.do_("booking");
    let mut seen = vec![play.told().clone()];
    while !play.offers("service:SOC-01") {
        seen.push(play.do_("more"));
    }
    let name = label(play.told(), "service:SOC-01");
    seen.push(play.do_("service:SOC-01"));
    seen.push(play.do_("soonest"));
    seen.push(said_who(&mut play));
    assert!(label(play.told(), "change:booking-what").contains(&name), "the screen shows it");
    play.say(json!({"jack": "in"}));
    assert!(heard(&play.poll()).contains(&name), "headphones may hear it");
    seen.push(play.say(json!({"jack": "out"})));
    seen.push(play.do_("book"));
    assert_eq!(play.screen(), "booking.done");
    for told in &seen {
        assert!(!heard(told).contains(&name), "{told}");
    }
    let slips = station.receipts();
    assert!(slips[0].contains("Atendimento") && !slips[0].contains(&name), "{slips:?}");
    assert!(!slips[0].contains("Leve"), "papers would tell: {slips:?}");
}
