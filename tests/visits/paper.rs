//! A printer that fails costs nobody a word, and no slip comes out twice unmarked.

use super::steps::{action, printed, said};
use crate::support::{Hub, Play, Printer, Station, VILA_SERENA};

fn station() -> (Hub, Station) {
    let hub = Hub::start(VILA_SERENA);
    let station = Station::enrolled(&hub);
    (hub, station)
}

#[test]
fn without_paper_the_number_stands_on_the_screen_and_the_first_slip_is_no_copy() {
    let (_hub, station) = station();
    station.printer_is(Printer::NoPaper);
    let mut play = Play::start(&station);
    assert_eq!(play.told()["printer"], "no-paper");
    assert!(said(play.told()).contains("Agora estou sem papel."));
    let number = play.file_a_request();
    let done = play.told().clone();
    assert!(said(&done).contains("Estou sem papel agora."), "{}", said(&done));
    assert_eq!(action(&done, "reprint")["enabled"], false);
    assert!(!play.say(serde_json::json!({"do": "reprint"}))["error"].is_null());
    assert!(printed(&done).is_empty() && station.receipts().is_empty());

    station.printer_is(Printer::Ready);
    let ready = play.poll();
    assert!(said(&ready).contains("Imprimir"), "{}", said(&ready));
    let first = play.do_("reprint");
    assert_eq!(printed(&first).len(), 1);
    assert!(said(&first).contains("O papel saiu"), "{}", said(&first));
    let second = play.do_("reprint");
    assert_eq!(printed(&second).len(), 2);
    let receipts = station.receipts();
    assert_eq!(receipts.len(), 2);
    assert!(receipts.iter().all(|receipt| receipt.contains(&number)));
    assert!(!receipts[0].contains("via"), "{}", receipts[0]);
    assert!(receipts[1].contains("2ª via"), "{}", receipts[1]);
}

#[test]
fn every_fault_is_told_as_it_is_and_the_request_is_filed() {
    let (hub, station) = station();
    let mut play = Play::start(&station);
    let faults = [
        (Printer::CoverOpen, "cover-open", "A tampa da impressora está aberta."),
        (Printer::Silent, "silent", "A impressora não respondeu."),
        (Printer::NoPaper, "no-paper", "Estou sem papel agora."),
    ];
    for (fault, name, sentence) in faults {
        station.printer_is(fault);
        play.file_a_request();
        let done = play.told().clone();
        assert_eq!(done["printer"], name);
        assert!(said(&done).contains(sentence), "{name}: {}", said(&done));
        assert!(printed(&done).is_empty());
        play.do_("leave-fast");
    }
    station.printer_is(Printer::NearEnd);
    play.file_a_request();
    assert_eq!(printed(play.told()).len(), 1);
    assert_eq!(hub.numbers().len(), 4);
    assert_eq!(station.receipts().len(), 1);
}

#[test]
fn where_the_kiosk_cannot_print_the_counter_does() {
    let (_hub, station) = station();
    let counter = station.paper().with_file_name("counter");
    station.configure(&format!(
        "{}[counter_printer]\ndriver = \"folder\"\npath = \"counter\"\n",
        station.configuration()
    ));
    station.printer_is(Printer::CoverOpen);
    let mut play = Play::start(&station);
    let number = play.file_a_request();
    let done = play.do_("print-at-counter");
    assert!(said(&done).contains("O papel saiu no balcão."), "{}", said(&done));
    let receipt = std::fs::read_to_string(counter.join("0001.txt")).expect("a receipt");
    assert!(receipt.contains(&number) && !receipt.contains("via"), "{receipt}");
    assert!(station.receipts().is_empty());

    // Again, and it is the second; then the kiosk is well, and its own printer has the third.
    play.do_("print-at-counter");
    station.printer_is(Printer::Ready);
    assert_eq!(action(&play.poll(), "reprint")["enabled"], true);
    let third = play.do_("reprint");
    assert!(said(&third).contains("O papel saiu aqui embaixo."), "{}", said(&third));
    let receipt = std::fs::read_to_string(counter.join("0002.txt")).expect("a receipt");
    assert!(receipt.contains("2ª via"), "{receipt}");
    assert!(station.receipts()[0].contains("3ª via"), "{:?}", station.receipts());
    assert!(!play.say(serde_json::json!({"do": "print-at-counter"}))["error"].is_null());
}
