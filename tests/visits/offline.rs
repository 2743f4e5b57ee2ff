//! The city's server is away: nothing is lost, and nothing is promised that is not so.

use super::steps::{said, text};
use crate::support::{Hub, Play, Station, VILA_SERENA};

#[test]
fn a_request_filed_with_the_line_cut_goes_by_itself_when_it_is_back() {
    let mut hub = Hub::start(VILA_SERENA);
    let station = Station::enrolled(&hub);
    hub.kill();
    let mut play = Play::start(&station);
    assert_eq!(play.told()["hub"], "down");
    let number = play.file_a_request();
    let done = play.told().clone();
    assert_eq!(done["hub"], "down");
    assert!(said(&done).contains("Estamos sem internet agora."), "{}", said(&done));
    assert!(text(&done["title"]).contains("guardado"));
    assert_eq!((play.outbox("waiting"), play.outbox("delivered")), (1, 0));
    assert!(station.outbox(&["list"]).contains(&number));
    assert_eq!(station.receipts().len(), 1, "the number is on paper all the same");

    play.do_("leave-fast");
    play.do_("follow-up");
    play.typed("number", &number);
    play.do_("next");
    let status = play.do_("skip");
    assert!(text(&status["title"]).contains("guardado aqui"), "{status}");

    hub.restart();
    let delivered = play.wait(60);
    assert_eq!(delivered["hub"], "up");
    assert_eq!((play.outbox("waiting"), play.outbox("delivered")), (0, 1));
    assert_eq!(hub.numbers(), [number]);
    assert!(hub.alarms().is_empty());
}

#[test]
fn what_waited_is_delivered_after_a_restart() {
    let mut hub = Hub::start(VILA_SERENA);
    let station = Station::enrolled(&hub);
    hub.kill();
    let mut play = Play::start(&station);
    let mut numbers = vec![play.file_a_request(), play.file_a_request()];
    assert_eq!(play.outbox("waiting"), 2);
    assert_eq!(play.end(), Some(0), "nothing more is delivered at the end of input");
    hub.restart();
    assert!(hub.numbers().is_empty());
    let mut play = Play::start(&station);
    play.wait(60);
    assert_eq!(play.outbox("delivered"), 2);
    numbers.sort();
    assert_eq!(hub.numbers(), numbers);
}

#[test]
fn a_line_that_comes_back_after_hours_is_used_at_once() {
    let mut hub = Hub::start(VILA_SERENA);
    let station = Station::enrolled(&hub);
    hub.kill();
    let mut play = Play::start(&station);
    let number = play.file_a_request();
    // Each attempt that finds no line waits longer for the next one, in the end a quarter of an hour.
    for _ in 0..12 {
        play.wait(20 * 60);
        assert_eq!(play.outbox("waiting"), 1);
    }
    hub.restart();
    play.wait(30);
    assert_eq!(play.outbox("delivered"), 1);
    assert_eq!(hub.numbers(), [number]);
}
