//! Nobody is hurried, and nothing is left behind for the next person.

use super::steps::{choose_service, said};
use crate::support::{Hub, Play, Station, VILA_SERENA};

#[test]
fn after_five_minutes_it_asks_and_a_minute_later_it_wipes() {
    let hub = Hub::start(VILA_SERENA);
    let mut play = Play::start(&Station::enrolled(&hub));
    choose_service(&mut play, "LUZ", "ILU-01");
    assert_eq!(play.wait(299)["screen"], "filing.for-whom");
    assert_eq!(play.wait(2)["screen"], "idle");
    assert_eq!(play.do_("stay")["screen"], "filing.for-whom");
    assert_eq!(play.wait(301)["screen"], "idle");
    assert_eq!(play.wait(30)["screen"], "idle");
    let welcome = play.wait(30);
    assert_eq!(welcome["screen"], "welcome");
    assert!(!play.offers("resume"));
    assert_eq!(play.wait(100_000)["screen"], "welcome", "nobody is asked when nobody is there");
}

#[test]
fn a_number_is_wiped_from_the_screen_of_a_person_who_went_away() {
    let hub = Hub::start(VILA_SERENA);
    let station = Station::enrolled(&hub);
    let mut play = Play::start(&station);
    play.file_a_request();
    let wiped = play.wait(361);
    assert_eq!(wiped["screen"], "welcome");
    assert!(wiped["protocol"].is_null() && wiped["access_code"].is_null());
    assert!(!said(&wiped).contains("0001"));
    play.kill();
    let play = Play::start(&station);
    assert_eq!(play.screen(), "welcome");
    assert_eq!(hub.numbers().len(), 1);
}
