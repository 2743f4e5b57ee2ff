//! A whole station with a thermal printer: what the person is told and what is kept, fault by fault.

use std::time::Duration;

use acolhe::edge::printer::profile::Profile;
use acolhe::simulator::{Fault, Simulator, When};

use super::super::support::{Hub, Play, Station, VILA_SERENA, repository};

/// A station whose printer is simulated.
fn station(model: &str) -> (Hub, Station, Simulator) {
    let profile = Profile::find(&repository("hardware/printers"), model).expect("a profile");
    let simulator = Simulator::on_tcp(&profile).expect("a port");
    let hub = Hub::start(VILA_SERENA);
    let station = Station::enrolled(&hub);
    let host = simulator.address().expect("an address");
    let tcp = format!("driver = \"tcp\"\nhost = \"{host}\"\nprofile = {model:?}\n");
    station.configure(
        &station.configuration().replace("driver = \"folder\"\npath = \"paper\"\n", &tcp),
    );
    (hub, station, simulator)
}

fn said(play: &Play) -> String {
    let say = play.told()["say"].as_array().expect("sentences");
    say.iter().filter_map(|sentence| sentence.as_str()).collect::<Vec<_>>().join(" ")
}

/// What the store says of each slip, in the order in which they were asked for.
fn kept(station: &Station) -> Vec<String> {
    let db = rusqlite::Connection::open(station.kept("station.sqlite3")).expect("a store");
    let mut query = db.prepare("SELECT state FROM print ORDER BY rowid").expect("a table");
    let rows = query.query_map([], |row| row.get(0)).expect("rows");
    rows.map(|state| state.expect("a state")).collect()
}

/// Polls until the printer has told what became of the slip.
fn until_told(play: &mut Play, station: &Station) -> String {
    for _ in 0..40 {
        play.poll();
        let state = kept(station).pop().expect("a slip");
        if state != "started" {
            return state;
        }
    }
    panic!("nothing was told: {}", play.told());
}

#[test]
fn the_person_is_told_what_became_of_the_paper() {
    // What happens, when; what is kept, what is said, how many slips came out at most.
    let cases = [
        ("epson-tm-t20x", None, "printed", "O papel saiu aqui embaixo.", 1),
        ("elgin-i9", None, "sent", "Mandei o papel para a impressora.", 1),
        (
            "epson-tm-t20x",
            Some((Fault::PaperOut, When::AfterBytes(6_000))),
            "uncertain",
            "Não sei se o papel saiu.",
            1,
        ),
        (
            "epson-tm-t20x",
            Some((Fault::Stall, When::AfterTheLastByte)),
            "uncertain",
            "Não sei se o papel saiu.",
            1,
        ),
    ];
    for (model, fault, state, sentence, most) in cases {
        let (_hub, station, simulator) = station(model);
        let mut play = Play::start(&station);
        if let Some((fault, when)) = fault {
            simulator.fault(fault, when);
        }
        play.file_a_request();
        assert_eq!(until_told(&mut play, &station), state, "{model} {fault:?}");
        assert!(said(&play).contains(sentence), "{model} {fault:?}: {}", said(&play));
        assert!(play.protocol().is_some());
        let slips = simulator.wait_for_slips(most, Duration::from_millis(500)).len();
        assert!(slips <= most, "{model} {fault:?}: {slips} slips");
    }
}

#[test]
fn a_printer_in_trouble_is_told_before_anybody_begins_and_prints_nothing() {
    let cases = [
        (Fault::PaperOut, "no-paper", "Estou sem papel agora."),
        (Fault::Cover, "cover-open", "A tampa da impressora está aberta."),
        (Fault::Cutter, "fault", "A impressora travou."),
        (Fault::Off, "silent", "A impressora não respondeu."),
    ];
    for (fault, state, sentence) in cases {
        let (_hub, station, simulator) = station("epson-tm-t20x");
        simulator.fault(fault, When::Now);
        let mut play = Play::start(&station);
        assert_eq!(play.told()["printer"], state);
        assert!(said(&play).contains("Agora estou sem papel."), "{fault:?}");
        play.file_a_request();
        assert!(said(&play).contains(sentence), "{fault:?}: {}", said(&play));
        assert!(kept(&station).is_empty(), "{fault:?}: nothing was asked of it");
        assert!(simulator.slips().is_empty(), "{fault:?}");
    }
}

#[test]
fn a_slip_of_before_a_crash_never_comes_out_for_the_next_person() {
    let (_hub, station, simulator) = station("epson-tm-t20x");
    let mut play = Play::start(&station);
    simulator.fault(Fault::PaperOut, When::AfterBytes(6_000));
    play.file_a_request();
    play.kill();
    simulator.clear();
    let mut play = Play::start(&station);
    assert_eq!(kept(&station), ["uncertain"]);
    for _ in 0..10 {
        if play.poll()["printer"] == "ready" {
            break;
        }
    }
    play.do_("reprint");
    assert_eq!(until_told(&mut play, &station), "printed");
    let slips = simulator.wait_for_slips(2, Duration::from_secs(2));
    let heights: Vec<usize> = slips.iter().map(|slip| slip.picture().height()).collect();
    let whole = slips.last().expect("a slip").picture().height();
    // What hung out was cut off; the second one is whole, and says that it is the second.
    assert!(heights[..heights.len() - 1].iter().all(|torn| *torn < whole), "{heights:?}");
}
