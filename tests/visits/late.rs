//! An answer that is late is said to be late, and complained about in two steps.

use super::steps::{label, said};
use crate::support::{Hub, Play, Station, VILA_SERENA};

#[test]
fn a_late_answer_becomes_a_complaint_in_two_steps() {
    let hub = Hub::start(VILA_SERENA);
    let mut play = Play::start(&Station::enrolled(&hub));
    let number = play.file_a_request();
    play.do_("leave-fast");
    play.wait(40 * 24 * 60 * 60);
    play.do_("follow-up");
    play.typed("number", &number);
    play.do_("next");
    let status = play.do_("skip");
    assert!(said(&status).contains("atrasada"), "{}", said(&status));
    let review = play.do_("complain");
    assert_eq!(review["screen"], "filing.review");
    assert!(label(&review, "change:description").contains(&number));
    assert_eq!(play.do_("file")["screen"], "filing.done");
    let complaint = play.protocol().expect("a number").to_owned();
    assert_ne!(complaint, number);
    assert_eq!(hub.told_of(&complaint, "service"), "OUV-06");
    assert!(hub.told_of(&complaint, "description").contains(&number));
}
