//! Printers in every trouble, over TCP, by device and into a folder.

use std::net::TcpListener;
use std::time::Duration;

use acolhe::edge::printer::profile::Profile;
use acolhe::simulator::{Fault, Simulator, When};

use super::super::support::{Play, Printer, repository};
use super::patient::Patient;

const FOLDER: &str = "driver = \"folder\"\npath = \"paper\"\n";

/// A station that never ran, with a simulated printer.
fn patient(model: &str) -> (Patient, Simulator) {
    let profile = Profile::find(&repository("hardware/printers"), model).expect("a profile");
    let simulator = Simulator::on_tcp(&profile).expect("a port");
    let patient = Patient::new_born();
    let host = simulator.address().expect("an address");
    let tcp = format!("driver = \"tcp\"\nhost = \"{host}\"\nprofile = {model:?}\n");
    patient.reconfigure(FOLDER, &tcp);
    (patient, simulator)
}

#[test]
fn every_trouble_of_a_printer_is_told_with_its_remedy() {
    let (patient, simulator) = patient("epson-tm-t20x");
    patient.told(&["--only", "printer"]).holds("well", "printer-ready", &["ready"]).ends(0);
    for (fault, id, remedy) in [
        (Fault::PaperOut, "printer-no-paper", "Put in a roll"),
        (Fault::Cover, "printer-cover-open", "Close the cover"),
        (Fault::Cutter, "printer-fault", "take paper out of the cutter"),
        (Fault::Stall, "printer-fault", "stands still"),
        (Fault::Silent, "printer-silent", "Switch it off and on"),
        (Fault::Garbage, "printer-garbage", "Try another profile"),
    ] {
        simulator.fault(fault, When::Now);
        patient.is_at_fault("printer", id, &[remedy]);
        simulator.clear();
    }
    simulator.fault(Fault::NearEnd, When::Now);
    patient.is_worth_a_look("printer", "printer-near-end", &["new roll today"]);
    assert!(simulator.slips().is_empty(), "nothing was printed");
}

#[test]
fn a_printer_that_is_not_there_is_told_by_how_far_one_came() {
    let (patient, simulator) = patient("epson-tm-t20x");
    let host = simulator.address().expect("an address").to_string();
    drop(simulator);
    patient.is_at_fault("printer", "printer-refused", &["refused", "own test page"]);
    patient.reconfigure(&host, "no-such-printer.invalid");
    patient.is_at_fault("printer", "printer-name-unknown", &["in figures"]);
    patient.reconfigure("epson-tm-t20x", "epson-tm-t2x");
    patient.is_at_fault("printer", "printer-profile-unknown", &["\"epson-tm-t2x\""]);
    patient.reconfigure("host = \"no-such-printer.invalid\"\n", "");
    patient.is_at_fault("printer", "printer-not-configured", &["host is missing", "Write host"]);
}

#[test]
fn a_device_that_is_not_there_is_told() {
    let patient = Patient::new_born();
    let device = "driver = \"device\"\npath = \"no-such-lp0\"\nprofile = \"generic-80\"\n";
    patient.reconfigure(FOLDER, device);
    let words = ["No such file", "ls /dev/usb"];
    patient.is_at_fault("printer", "printer-device-missing", &words);
}

#[test]
fn a_slip_is_printed_where_it_can_be_proved_and_sent_where_not() {
    for (model, state, id, code) in [
        ("epson-tm-t20x", "well", "printer-printed", 0),
        ("elgin-i9", "look at it", "printer-sent", 0),
    ] {
        let (patient, simulator) = patient(model);
        let told = patient.told(&["--only", "printer", "--print"]);
        told.holds(state, id, &[]).ends(code);
        let slips = simulator.wait_for_slips(1, Duration::from_secs(5));
        assert_eq!(slips.len(), 1, "{model}");
        assert!(!patient.station.data().exists(), "nothing was made");
    }
    let (patient, simulator) = patient("epson-tm-t20x");
    simulator.fault(Fault::PaperOut, When::AfterBytes(3_000));
    let told = patient.told(&["--only", "printer", "--print"]);
    told.holds("FAULT", "printer-uncertain", &["No proof came"]).ends(1);
}

#[test]
fn a_paper_folder_is_read_and_not_touched() {
    let patient = Patient::new_born();
    let words = ["ready", "nobody gets paper"];
    patient.is_worth_a_look("printer", "printer-folder", &words);
    assert!(!patient.station.paper().exists());
    patient.station.printer_is(Printer::CoverOpen);
    patient.is_at_fault("printer", "printer-cover-open", &["until it clicks"]);
}

#[test]
fn a_printer_of_a_running_station_is_left_alone() {
    let (patient, simulator) = patient("epson-tm-t20x");
    let mut play = Play::start(&patient.station);
    play.file_a_request();
    assert_eq!(simulator.wait_for_slips(1, Duration::from_secs(10)).len(), 1);
    let told = patient.told(&["--print", "--only", "setup,printer,clock,disk,hub"]);
    let words = ["It said last: ready", "stop the kiosk"];
    told.holds("not tried", "printer-in-use", &words);
    told.holds("well", "store-whole", &["1 request"]).ends(0);
    assert!(told.text.contains("Kiosk: running meanwhile"));
    assert_eq!(simulator.slips().len(), 1, "no second slip");
    // The station did not notice.
    play.file_a_request();
    assert_eq!(play.end(), Some(0));
}

#[test]
fn a_line_that_takes_everything_and_says_nothing_is_silent() {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let patient = Patient::new_born();
    let host = listener.local_addr().expect("an address");
    let tcp = format!("driver = \"tcp\"\nhost = \"{host}\"\nprofile = \"epson-tm-t88\"\n");
    patient.reconfigure(FOLDER, &tcp);
    patient.is_at_fault("printer", "printer-silent", &["another family's"]);
}
