//! Scanners, played from recordings: receipts get through, and nothing else.

#![allow(clippy::panic, clippy::unwrap_used, reason = "these are tests in every line")]

mod scanner {
    use std::path::{Path, PathBuf};
    use std::sync::mpsc::{Receiver, channel};
    use std::time::Duration;

    use acolhe::domain::event::Intent;
    use acolhe::domain::request::AccessCode;
    use acolhe::edge::clock::Deadline;
    use acolhe::edge::scanner::{
        Decoder, Grammar, Heard, LONGEST, Motion, Port, Reader, Recording, Reference, SILENCE,
        Scan, Scanned, ScannerError, ScannerReport, ScannerState, ScannerThread, Source, Stroke,
    };
    use proptest::prelude::*;

    const WEB: &str = "https://156.vilaserena.example";
    const FIRST: &str = "2026.0014.00371-13";
    const SECOND: &str = "2026.0014.00372-10";

    fn recording(name: &str) -> Recording {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scanner").join(name);
        let path = path.with_extension("events");
        Recording::read(&std::fs::read_to_string(path).unwrap()).unwrap()
    }

    /// What is told of a recording, up to its end.
    fn played(mut recording: Recording) -> Vec<ScannerReport> {
        let mut reader = Reader::new(Grammar::new(WEB));
        let mut reports = Vec::new();
        loop {
            let heard = recording.next(SILENCE);
            reports.extend(reader.hear(heard));
            if heard == Heard::Gone {
                return reports;
            }
        }
    }

    fn told(name: &str) -> Vec<ScannerReport> {
        played(recording(name))
    }

    fn scanned(number: &str, code: Option<&str>) -> ScannerReport {
        let code = code.map(|code| AccessCode(code.to_owned()));
        ScannerReport::Scanned(Scanned::Receipt {
            number: Reference::Request(number.parse().unwrap()),
            code,
        })
    }

    /// The key of a character, and whether it needs shift.
    fn key(character: char) -> (u16, bool) {
        const ROWS: [(u16, &str, &str); 5] = [
            (2, "1234567890-=", "!@#$%^&*()_+"),
            (16, "qwertyuiop[]", "QWERTYUIOP{}"),
            (30, "asdfghjkl;'`", "ASDFGHJKL:\"~"),
            (43, "\\zxcvbnm,./", "|ZXCVBNM<>?"),
            (57, " ", ""),
        ];
        ROWS.iter()
            .find_map(|(first, plain, shifted)| {
                let place = |row: &str| {
                    row.find(character).map(|place| first + u16::try_from(place).unwrap())
                };
                place(plain).map(|key| (key, false)).or(place(shifted).map(|key| (key, true)))
            })
            .unwrap()
    }

    /// The strokes of a text, two milliseconds apart, ended by Enter.
    fn strokes(text: &str) -> Vec<Stroke> {
        const SHIFT: u16 = 42;
        const ENTER: u16 = 28;
        let mut moves = Vec::new();
        for character in text.chars() {
            let (key, shift) = key(character);
            moves.extend(shift.then_some((SHIFT, Motion::Down)));
            moves.extend([(key, Motion::Down), (key, Motion::Up)]);
            moves.extend(shift.then_some((SHIFT, Motion::Up)));
        }
        moves.push((ENTER, Motion::Down));
        let numbered = (0u64..).zip(moves);
        numbered
            .map(|(place, (key, motion))| Stroke {
                key,
                motion,
                at: Duration::from_millis(place * 2),
            })
            .collect()
    }

    fn reports_of(text: &str) -> Vec<ScannerReport> {
        let mut reader = Reader::new(Grammar::new(WEB));
        strokes(text).into_iter().filter_map(|stroke| reader.hear(Heard::Stroke(stroke))).collect()
    }

    #[test]
    fn a_receipt_is_read_with_its_code() {
        assert_eq!(told("receipt"), [scanned(FIRST, Some("482091"))]);
    }

    #[test]
    fn capitals_tab_and_the_keypad_are_as_good() {
        for name in ["capitals", "keypad"] {
            assert_eq!(told(name), [scanned(FIRST, None)], "{name}");
        }
    }

    #[test]
    fn two_receipts_one_after_the_other_are_two() {
        for name in ["two-at-once", "two-without-enter"] {
            assert_eq!(told(name), [scanned(FIRST, None), scanned(SECOND, None)], "{name}");
        }
    }

    #[test]
    fn half_a_receipt_a_product_and_another_host_are_refused() {
        for name in ["half", "product", "other-host"] {
            assert_eq!(told(name), [ScannerReport::Refused], "{name}");
        }
    }

    #[test]
    fn a_scan_while_somebody_types_is_read_all_the_same() {
        let reports = told("while-typing");
        let receipts = reports.iter().filter(|report| **report != ScannerReport::Refused);
        assert_eq!(receipts.collect::<Vec<_>>(), [&scanned(FIRST, None)]);
    }

    #[test]
    fn escape_and_orders_are_not_text() {
        assert_eq!(told("escape"), [scanned(FIRST, None)]);
    }

    #[test]
    fn lost_strokes_refuse_that_scan_and_not_the_next() {
        assert_eq!(told("lost"), [ScannerReport::Refused, scanned(SECOND, None)]);
    }

    #[test]
    fn four_thousand_characters_are_refused_once_and_the_next_scan_is_read() {
        let own = format!("{WEB}/p/{FIRST}#482091");
        for hostile in ["<script>~|\\".repeat(400), own.repeat(70), FIRST.repeat(240)] {
            assert!(hostile.len() > 3_900);
            let mut reader = Reader::new(Grammar::new(WEB));
            let first = strokes(&hostile);
            let end = first.last().unwrap().at;
            let next = strokes(FIRST)
                .into_iter()
                .map(|stroke| Stroke { at: end + stroke.at + SILENCE / 4, ..stroke });
            let reports: Vec<_> = first
                .into_iter()
                .chain(next)
                .filter_map(|stroke| reader.hear(Heard::Stroke(stroke)))
                .collect();
            assert_eq!(reports, [ScannerReport::Refused, scanned(FIRST, None)]);
        }
    }

    #[test]
    fn a_device_gone_mad_is_told_a_few_times_only_and_drowns_no_receipt() {
        for milliseconds in [20_000, 20_100, 20_200, 20_300, 20_400] {
            let rubbish = (0..milliseconds).flat_map(|millisecond| {
                let at = Duration::from_millis(millisecond);
                [(30, Motion::Down), (30, Motion::Up), (28, Motion::Down), (28, Motion::Up)]
                    .map(|(key, motion)| Stroke { key, motion, at })
            });
            let then = Duration::from_millis(milliseconds);
            let receipt =
                strokes(FIRST).into_iter().map(|stroke| Stroke { at: stroke.at + then, ..stroke });
            let mut reader = Reader::new(Grammar::new(WEB));
            let reports: Vec<_> = rubbish
                .chain(receipt)
                .filter_map(|stroke| reader.hear(Heard::Stroke(stroke)))
                .collect();
            assert!((40..50).contains(&reports.len()), "{}", reports.len());
            assert_eq!(reports.last(), Some(&scanned(FIRST, None)));
        }
    }

    #[test]
    fn a_report_is_an_intent_that_the_station_knows() {
        let intent = |text: &str| Some(Intent::Scan(text.to_owned()));
        let whole = "2026.0014.00371-13#482091";
        assert_eq!(scanned(FIRST, Some("482091")).intent(), intent(whole));
        assert_eq!(scanned(FIRST, None).intent(), intent(FIRST));
        assert_eq!(ScannerReport::Refused.intent(), intent(""));
        assert_eq!(ScannerReport::State(ScannerState::Ready).intent(), None);
    }

    #[test]
    fn nothing_that_was_scanned_is_shown() {
        let mut decoder = Decoder::default();
        let typed = strokes(FIRST);
        let scans: Vec<_> = typed.iter().filter_map(|stroke| decoder.stroke(*stroke)).collect();
        let shown = format!("{typed:?} {decoder:?} {scans:?} {:?}", told("receipt"));
        assert!(!shown.contains(|character: char| character.is_ascii_digit()), "{shown}");
    }

    proptest! {
        #[test]
        fn every_text_comes_out_as_it_went_in(text in "[ -~]{1,512}") {
            let mut decoder = Decoder::default();
            let scans: Vec<_> =
                strokes(&text).into_iter().filter_map(|stroke| decoder.stroke(stroke)).collect();
            prop_assert_eq!(scans, [Scan::Whole(text.into())]);
        }

        #[test]
        fn no_text_that_is_not_a_receipt_gets_through(text in "[ -~]{1,80}") {
            prop_assert_eq!(reports_of(&text), [ScannerReport::Refused]);
        }

        #[test]
        fn no_strokes_whatever_are_too_many_or_a_fault(
            moves in prop::collection::vec((0u16..800, 0u8..6, any::<u32>()), 0..3_000)
        ) {
            let mut decoder = Decoder::default();
            let mut reader = Reader::new(Grammar::new(WEB));
            for (key, kind, at) in moves {
                let motion = [Motion::Down, Motion::Up, Motion::Held][usize::from(kind % 3)];
                let stroke = Stroke { key, motion, at: Duration::from_micros(at.into()) };
                let heard = match kind {
                    0..3 => Heard::Stroke(stroke),
                    3 => Heard::Silence,
                    4 => Heard::Lost,
                    _ => Heard::Gone,
                };
                reader.hear(heard);
                if let Some(Scan::Whole(text)) = decoder.stroke(stroke) {
                    prop_assert!(!text.is_empty() && text.len() <= LONGEST);
                    prop_assert!(text.bytes().all(|byte| (b' '..=b'~').contains(&byte)));
                }
            }
        }
    }

    /// Longer than any step of these tests takes.
    const LONG: Duration = Duration::from_secs(20);

    fn start(port: Port) -> (ScannerThread, Receiver<ScannerReport>) {
        let (tell, told) = channel();
        let scanner = ScannerThread::start_with(port, WEB, move |report| {
            // The test may have seen enough.
            let _ = tell.send(report);
        });
        (scanner, told)
    }

    fn not_there() -> ScannerError {
        let source = std::io::ErrorKind::NotFound.into();
        ScannerError::NotOpened { path: PathBuf::from("/dev/input/by-id/none"), source }
    }

    #[track_caller]
    fn assert_ends_soon(scanner: ScannerThread) {
        let limit = Deadline::after(Duration::from_millis(900));
        drop(scanner);
        assert!(!limit.left().is_zero(), "it is still at work");
    }

    #[test]
    fn a_scanner_unplugged_in_the_middle_of_a_scan_is_read_when_it_is_back() {
        let mut plugs = [Some("unplugged"), None, Some("plugged-in")]
            .map(|name| name.map(recording))
            .into_iter();
        let port: Port = Box::new(move || match plugs.next().flatten() {
            Some(recording) => Ok(Box::new(recording)),
            None => Err(not_there()),
        });
        let (scanner, told) = start(port);
        let reports: Vec<_> = (0..6).map(|_| told.recv_timeout(LONG).unwrap()).collect();
        let expected = [
            ScannerReport::State(ScannerState::Ready),
            ScannerReport::State(ScannerState::Away),
            ScannerReport::State(ScannerState::Ready),
            ScannerReport::Refused,
            scanned(SECOND, None),
            ScannerReport::State(ScannerState::Away),
        ];
        assert_eq!(reports, expected);
        assert_ends_soon(scanner);
        assert!(told.recv().is_err());
    }

    /// A scanner that nobody holds anything before.
    struct Idle;

    impl Source for Idle {
        fn is_ours_alone(&self) -> bool {
            false
        }

        fn next(&mut self, patience: Duration) -> Heard {
            let (_open, never) = channel::<()>();
            assert!(never.recv_timeout(patience).is_err());
            Heard::Silence
        }
    }

    #[test]
    fn dropping_it_ends_it_soon_whatever_it_does() {
        let ports: [(Port, ScannerState); 2] = [
            (Box::new(|| Ok(Box::new(Idle))), ScannerState::Shared),
            (Box::new(|| Err(not_there())), ScannerState::Away),
        ];
        for (port, state) in ports {
            let (scanner, told) = start(port);
            assert_eq!(told.recv_timeout(LONG), Ok(ScannerReport::State(state)));
            assert_ends_soon(scanner);
            assert!(told.recv().is_err(), "it tells the same again");
        }
    }

    #[cfg(all(feature = "scanner", target_os = "linux"))]
    #[test]
    fn what_is_no_scanner_is_away_and_stops_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("file");
        std::fs::write(&file, "2026.0014.00371-13\n").unwrap();
        let none = folder.path().join("none");
        for path in [none, file, folder.path().to_owned(), "/dev/null".into(), "/dev/zero".into()] {
            let (tell, told) = channel();
            let scanner = ScannerThread::start(path.clone(), WEB, move |report| {
                tell.send(report).unwrap();
            });
            let report = told.recv_timeout(LONG);
            assert_eq!(report, Ok(ScannerReport::State(ScannerState::Away)), "{}", path.display());
            assert_ends_soon(scanner);
        }
    }
}
