//! Whatever arrives, however it was cut into pieces.

use proptest::prelude::*;

use super::*;

/// Pieces of what a client may send, so that chance finds whole commands.
fn piece() -> impl Strategy<Value = Vec<u8>> {
    let known: &[&[u8]] = &[
        b"\x1b@",
        b"\x1bt",
        b"\x1dv0\x00\x02\x00\x03\x00",
        b"\x1d(k\x05\x001P0hi",
        b"\x1d(k\x03\x001Q0",
        b"\x1dVB\x00",
        ACK,
        b"\x10\x04\x01",
        b"\x10\x05\x02",
        b"\x1dk",
        b"\x1b*\x21",
        b"\x1da\xff",
        b"\x1d8L",
        b"\x1d(",
        b"text\n",
        b"\x1bd\xff",
        b"\x1d!\x77",
        b"\x05",
        b"\x1d\xf8\x31",
        b"\x02",
        b"\x10\x14\x08\x01\x03\x14\x01\x06\x02\x08",
        b"\x1bw",
        b"\x1de\x02",
        b"\x1d0\xff\xff",
    ];
    prop_oneof![
        proptest::sample::select(known).prop_map(<[u8]>::to_vec),
        proptest::collection::vec(any::<u8>(), 0..12),
    ]
}

fn printed(profile: &Profile, pieces: &[&[u8]]) -> (Vec<u8>, Vec<Slip>, Counts) {
    let mut printer = Printer::new(profile);
    let mut answers = Vec::new();
    for piece in pieces {
        printer.receive(piece, Duration::ZERO);
        answers.extend(printer.take_answers());
    }
    printer.tear();
    (answers, printer.take_slips(), printer.counts())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn it_does_not_matter_how_bytes_are_cut_into_pieces(
        pieces in proptest::collection::vec(piece(), 0..40), model in 0..6_usize, size in 1..50_usize,
    ) {
        let profile = &sample::all()[model];
        let bytes = pieces.concat();
        let whole = printed(profile, &[&bytes]);
        let split: Vec<&[u8]> = bytes.chunks(size).collect();
        prop_assert_eq!(&whole, &printed(profile, &split));
        prop_assert_eq!(whole.2.received, bytes.len() as u64);
    }

    #[test]
    fn no_bytes_make_it_stand_still_or_deaf(
        pieces in proptest::collection::vec(piece(), 0..40), model in 0..6_usize,
    ) {
        let mut printer = Printer::new(&sample::all()[model]);
        printer.receive(&pieces.concat(), Duration::ZERO);
        printer.take_answers();
        prop_assert_eq!(printer.due(), None, "nothing waits for time");
        if matches!(model, 0 | 4) {
            printer.receive(b"\x10\x04\x01", Duration::ZERO);
            let answers = printer.take_answers();
            prop_assert!(answers.contains(&0x12), "{:02x?}", answers);
        }
        printer.plan(Step { what: Happening::Comes(Fault::PowerCycle), when: When::Now });
        printer.connect();
        printer.take_slips();
        printer.receive(b"text\n\x1bm", Duration::ZERO);
        prop_assert_eq!(printer.take_slips().len(), 1, "switched on again, it prints");
    }
}
