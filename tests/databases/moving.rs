//! A city that grows moves from a file into PostgreSQL.

use crate::postgres::Server;
use crate::support::{Hub, Play, Station, TINY, acolhe};

#[test]
fn a_station_goes_on_where_everything_was_moved() {
    let server = Server::shared();
    let database = server.database();
    let mut hub = Hub::start(TINY);
    let station = Station::enrolled(&hub);
    let mut play = Play::start(&station);
    let first = play.file_a_request();
    play.wait(5);
    let told = hub.ask(&["show", &first]);
    let mut too_early = acolhe();
    too_early.arg("--data").arg(hub.data()).args(["hub", "move", "--database", &database.url]);
    assert_eq!(too_early.output().unwrap().status.code(), Some(2), "the hub has the file");
    hub.kill();
    play.do_("finish");
    let second = play.file_a_request();

    hub.moves_to(&database.url);
    assert!(!hub.data().join("hub.sqlite3").exists(), "no hub goes on with the file");
    play.wait(1200);
    assert_eq!(hub.numbers(), [&*first, &*second]);
    assert_eq!(hub.ask(&["show", &first]), told);
    assert_eq!(hub.enrol("another").0, 3);
}
