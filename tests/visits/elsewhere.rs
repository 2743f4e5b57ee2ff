//! What is not filed here is said to be so, and filed all the same.

use super::steps::{choose_service, go_to_review};
use crate::support::{Hub, Play, Station, VILA_SERENA};

#[test]
fn counter_booking_and_referral_services_are_filed_for_whoever_insists() {
    let hub = Hub::start(VILA_SERENA);
    let mut play = Play::start(&Station::enrolled(&hub));
    for (group, service) in [("RUA", "TRA-07"), ("SAU", "SAU-01"), ("LUZ", "ILU-08")] {
        let mut told = choose_service(&mut play, group, service);
        if told["screen"] == "filing.urgent" {
            told = play.do_("next");
        }
        assert_eq!(told["screen"], "filing.elsewhere", "{service}");
        play.do_("next");
        go_to_review(&mut play);
        let done = play.do_("file");
        assert_eq!(done["outbox"]["refused"], 0, "{service}");
        let number = play.protocol().expect("a number").to_owned();
        assert_eq!(hub.told_of(&number, "service"), service);
        play.do_("leave-fast");
    }
}
