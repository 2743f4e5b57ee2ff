mod chance;

use super::*;
use crate::simulator::fault::When;
use crate::simulator::sample;

const ACK: &[u8] = b"\x1d(H\x06\x0000no12";
const ACKNOWLEDGED: &[u8] = b"\x37\x22no12\x00";
const CUT: &[u8] = b"\x1dVB\x00";

/// Two rows of a width of 576 dots.
fn raster(rows: u8) -> Vec<u8> {
    let mut bytes = vec![0x1d, b'v', b'0', 0, 72, 0, rows, 0];
    bytes.extend((0..usize::from(rows) * 72).map(|n| u8::try_from(n % 251).unwrap()));
    bytes
}

fn job() -> Vec<u8> {
    [b"\x1b@", &raster(4)[..], &raster(3), CUT, ACK].concat()
}

fn dots() -> Vec<u8> {
    [&raster(4)[8..], &raster(3)[8..]].concat()
}

struct Bench(Printer);

impl Bench {
    fn new(profile: &Profile) -> Self {
        Self(Printer::new(profile))
    }

    /// What it answers to that.
    fn send(&mut self, bytes: &[u8]) -> Vec<u8> {
        self.0.receive(bytes, Duration::ZERO);
        self.0.take_answers()
    }

    fn fault(&mut self, fault: Fault, when: When) {
        self.0.plan(Step { what: Happening::Comes(fault), when });
    }

    fn clear(&mut self) -> Vec<u8> {
        self.0.plan(Step { what: Happening::AllCleared, when: When::Now });
        self.0.take_answers()
    }

    fn slip(&mut self) -> Slip {
        let mut slips = self.0.take_slips();
        assert_eq!(slips.len(), 1);
        slips.pop().unwrap()
    }

    fn no_slip(&mut self) {
        assert!(self.0.take_slips().is_empty());
    }
}

#[test]
fn the_paper_has_the_dots_that_were_sent_and_the_cut_is_acknowledged() {
    let mut bench = Bench::new(&sample::epson());
    assert_eq!(bench.send(&job()), ACKNOWLEDGED);
    let slip = bench.slip();
    assert_eq!((slip.picture().width(), slip.picture().height()), (576, 7));
    assert_eq!(slip.picture().bits(), dots());
    assert_eq!(slip.end(), End::CutLeavingAPoint);
    assert_eq!((slip.text(), slip.notes()), (String::new(), &[][..]));
    assert_eq!(slip.report(), "[7 rows of dots]\n[cut, one point left]\n");
    assert_eq!(bench.0.counts().waiting, 0);
}

#[test]
fn white_between_dots_is_on_the_picture_and_white_below_is_not() {
    let mut bench = Bench::new(&sample::epson());
    bench.send(&[&raster(1)[..], b"\x1bJ\x05", &raster(1), b"\n\n\x1bd\x04", CUT].concat());
    let slip = bench.slip();
    assert_eq!(slip.picture().height(), 7);
    assert!(slip.picture().bits()[72..72 * 6].iter().all(|byte| *byte == 0));
    bench.send(&[b"\n", CUT].concat());
    assert_eq!(bench.slip().picture().height(), 33, "white paper is a slip as well");
}

#[test]
fn every_mode_of_raster_and_what_is_too_wide() {
    let mut bench = Bench::new(&sample::epson());
    bench.send(b"\x1dv03\x01\x00\x01\x00\xa0\x1b\x61\x02\x1dv02\x01\x00\x01\x00\xff\x1dV0");
    let picture = bench.slip().picture().clone();
    assert_eq!(picture.height(), 4);
    assert_eq!(picture.bits()[..3], [0xcc, 0, 0], "twice as wide");
    assert_eq!(picture.bits()[72..75], [0xcc, 0, 0], "and twice as tall");
    assert_eq!(picture.bits()[72 * 3 - 1], 0xff, "at the right edge");
    let wide = [&b"\x1dv0\x00\x49\x00\x01\x00"[..], &[0xff; 73], CUT].concat();
    bench.send(&wide);
    let slip = bench.slip();
    assert_eq!(slip.picture().bits(), [0xff; 72]);
    assert_eq!(slip.notes(), ["wider than the paper: 584 of 576 dots"]);
}

#[test]
fn text_is_read_with_the_page_of_the_family() {
    let mut bench = Bench::new(&sample::bematech());
    bench.send(b"\x1bt\x02Solicita\x87\xc6o\n\x1bt\x08\xc8\x99ters\n\x1bt\x63\xe3\n\x1bw");
    let slip = bench.slip();
    assert_eq!(slip.text(), "Solicitação\nșters\n\u{fffd}");
    assert_eq!(slip.notes(), ["unknown code page 99"]);
    assert_eq!(
        slip.report(),
        "Solicitação\nșters\n[unknown code page 99]\n\u{fffd}\n[cut through]\n"
    );
}

#[test]
fn lines_break_at_the_edge_and_tabs_stand_every_eight_columns() {
    let mut bench = Bench::new(&sample::epson());
    bench.send(&[&[b'x'; 50][..], b"\na\tb\n\x1d!\x11", &[b'y'; 25], CUT].concat());
    let text = bench.slip().text();
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines[0].len(), 48);
    assert_eq!(lines[1..3], ["xx", "a       b"]);
    assert_eq!(lines[3], "y".repeat(24));
    assert_eq!(lines[4], "y");
}

#[test]
fn codes_are_told_by_what_they_say_and_model_1_is_noted() {
    let mut bench = Bench::new(&sample::epson());
    let store = b"\x1d(k\x08\x001P0hello\x1d(k\x03\x001Q0";
    bench.send(&[b"\x1d(k\x04\x001A2\x00", &store[..], b"\x1dk\x04ABC\x00", CUT].concat());
    let slip = bench.slip();
    assert_eq!(slip.codes(), ["hello", "ABC"]);
    assert_eq!(slip.notes(), &[] as &[String]);
    bench.send(&[b"\x1d(k\x04\x001A1\x00", &store[..], CUT].concat());
    assert!(bench.slip().notes()[0].contains("another model than 2"));
}

#[test]
fn a_picture_that_is_stored_and_columns_of_dots_come_out_as_dots() {
    let mut bench = Bench::new(&sample::epson());
    bench.send(b"\x1d8L\x0c\x00\x00\x000p0\x01\x011\x08\x00\x02\x00\xff\x81\x1d(L\x02\x0002\x1dV0");
    let picture = bench.slip().picture().clone();
    assert_eq!((picture.bits()[0], picture.bits()[72], picture.height()), (0xff, 0x81, 2));
    bench.send(b"\x1b*\x21\x02\x00\x80\x00\x01\xff\xff\xff\n\x1dV0");
    let picture = bench.slip().picture().clone();
    assert_eq!(picture.height(), 24);
    let first: Vec<u8> = picture.bits().iter().step_by(72).copied().collect();
    assert_eq!((first[0], first[1], first[23]), (0xc0, 0x40, 0xc0));
}

#[test]
fn paper_ends_in_the_middle_and_the_rest_comes_out_when_there_is_paper() {
    let mut bench = Bench::new(&sample::epson());
    bench.fault(Fault::PaperOut, When::AfterBytes(10 + 72 * 2));
    assert_eq!(bench.send(&job()), b"");
    assert_eq!(bench.send(b"\x10\x04\x04\x10\x04\x01"), b"\x7e\x1a", "it answers all the same");
    bench.no_slip();
    assert!(bench.0.counts().waiting > 0);
    assert_eq!(bench.clear(), ACKNOWLEDGED);
    let slips = bench.0.take_slips();
    assert_eq!(slips[0].end(), End::Torn, "the old roll's end is pulled out");
    assert_eq!(slips[0].picture().bits(), &dots()[..144]);
    assert_eq!(slips[1].picture().bits(), &dots()[144..]);
}

#[test]
fn what_was_thrown_away_does_not_come_out() {
    let deeds: [(Profile, &[u8], &[u8]); 3] = [
        (sample::epson(), b"\x10\x05\x02", b""),
        (sample::epson(), b"\x10\x14\x08\x01\x03\x14\x01\x06\x02\x08", b"\x37\x25\x00"),
        (sample::elgin(), b"\x02", b""),
    ];
    for (profile, deed, answer) in deeds {
        let mut bench = Bench::new(&profile);
        bench.fault(Fault::Cover, When::AfterBytes(5));
        bench.send(b"secret words\nmore\n");
        assert_eq!(bench.send(deed), answer);
        bench.clear();
        bench.send(b"next\n\x1dV0");
        assert_eq!(bench.slip().text(), "next");
    }
}

/// The makers' manuals: `DLE ENQ 2` is obeyed after an error, and ignored otherwise.
#[test]
fn without_a_fault_only_dle_dc4_throws_anything_away() {
    let half = [b"\x1b@", &raster(200)[..80]].concat();
    let mut bench = Bench::new(&sample::epson());
    bench.send(&half);
    bench.send(b"\x10\x05\x02\x1b@next\n");
    bench.send(CUT);
    bench.no_slip();
    assert_eq!(bench.send(b"\x10\x04\x01"), b"\x12", "a request within data is answered");
    assert_eq!(bench.send(b"\x10\x14\x08\x01\x03\x14\x01\x06\x02\x08"), b"\x37\x25\x00");
    bench.send(&[b"\x1b@next\n", CUT].concat());
    assert_eq!(bench.slip().text(), "next");
}

#[test]
fn a_request_within_dots_is_answered_and_the_dots_are_whole() {
    let mut bench = Bench::new(&sample::epson());
    let mut bytes = [raster(1), CUT.to_vec()].concat();
    bytes[20..23].copy_from_slice(b"\x10\x04\x02");
    assert_eq!(bench.send(&bytes), b"\x12");
    assert_eq!(bench.slip().picture().bits(), &bytes[8..80]);
}

#[test]
fn a_fault_after_the_last_byte_comes_after_the_cut_and_before_the_acknowledgement() {
    for fault in [Fault::PaperOut, Fault::Cutter, Fault::Stall, Fault::Silent, Fault::Drop] {
        let mut bench = Bench::new(&sample::epson());
        bench.fault(fault, When::AfterTheLastByte);
        assert_eq!(bench.send(ACK), ACKNOWLEDGED, "nothing is printed yet");
        assert_eq!(bench.send(&job()), b"", "{fault:?}");
        assert_eq!(bench.slip().picture().bits(), dots());
        assert_eq!(bench.0.take_broken().is_some(), fault == Fault::Drop);
    }
    let mut bench = Bench::new(&sample::epson());
    bench.fault(Fault::Garbage, When::AfterTheLastByte);
    assert_eq!(bench.send(&job()), [0xff, 0, 0xa5, 0x81, 0xff, 0, 0xa5]);
    let mut bench = Bench::new(&sample::elgin());
    bench.fault(Fault::PaperOut, When::AfterTheLastByte);
    assert_eq!(bench.send(b"text\n\x1bw\x05"), [0x1a], "without one, after the cut");
    assert_eq!(bench.slip().text(), "text");
    let mut bench = Bench::new(&sample::generic());
    bench.fault(Fault::PaperOut, When::AfterTheLastByte);
    bench.send(b"text\n\n\n");
    assert!(!bench.0.has(Fault::PaperOut));
    bench.send(b"\n\n\n\n");
    assert!(bench.0.has(Fault::PaperOut), "without a cutter, at the tear bar");
}

#[test]
fn what_comes_after_the_line_broke_is_lost() {
    for (fault, how) in [(Fault::Drop, Broken::Closed), (Fault::Reset, Broken::Reset)] {
        let mut bench = Bench::new(&sample::epson());
        bench.fault(fault, When::AfterBytes(3));
        bench.send(b"ab\ncd\n\x1dV0\x10\x04\x01");
        assert_eq!(bench.0.take_broken(), Some(how));
        assert_eq!(bench.send(b"\x10\x04\x01ef\n"), b"");
        assert_eq!(bench.0.counts().received, 3);
        bench.0.connect();
        assert_eq!(bench.send(&[b"gh\n", CUT, b"\x10\x04\x01"].concat()), b"\x12");
        assert_eq!(bench.slip().text(), "ab\ngh", "what it had received is on the paper");
    }
}

#[test]
fn a_power_cut_loses_what_was_held_and_tears_what_was_begun() {
    let mut bench = Bench::new(&sample::epson());
    bench.fault(Fault::PowerCycle, When::AfterBytes(2 + 8 + 72 + 10));
    assert_eq!(bench.send(&job()), b"");
    let slip = bench.slip();
    assert_eq!((slip.end(), slip.picture().height()), (End::Torn, 1));
    assert!(slip.report().ends_with("[torn off, not finished]\n"));
    assert_eq!(bench.0.take_broken(), Some(Broken::Reset));
    bench.0.connect();
    assert_eq!(bench.send(&job()), ACKNOWLEDGED);
    assert_eq!(bench.slip().picture().bits(), dots());
    bench.fault(Fault::Off, When::Now);
    assert!(!bench.0.is_on());
    bench.0.connect();
    assert_eq!(bench.send(b"\x10\x04\x01"), b"");
    bench.clear();
    assert_eq!(bench.send(b"\x10\x04\x01"), b"\x12");
}

#[test]
fn a_slow_printer_takes_its_time_and_answers_at_once() {
    let mut bench = Bench::new(&sample::epson());
    bench.fault(Fault::Slow, When::Now);
    let start = Duration::from_mins(1);
    bench.0.receive(&job(), start);
    bench.0.receive(b"\x10\x04\x01", start);
    assert_eq!(bench.0.take_answers(), b"\x12");
    bench.no_slip();
    let bytes = job().len() as u64;
    let end = start + Duration::from_millis(bytes * 5);
    let mut turns = 0;
    while let Some(due) = bench.0.due() {
        assert!(due <= end);
        bench.0.tick(due);
        turns += 1;
        assert!(turns < 100, "it stands still");
    }
    assert_eq!(bench.0.take_answers(), ACKNOWLEDGED);
    assert_eq!(bench.slip().picture().bits(), dots());
    assert_eq!(bench.0.now, end, "200 bytes a second");
}

#[test]
fn a_fault_can_come_at_a_moment_and_go_by_itself() {
    let mut bench = Bench::new(&sample::epson());
    for line in ["cover after 2 seconds", "clear cover after 5 seconds"] {
        bench.0.plan(Step::parse(line).unwrap());
    }
    assert_eq!(bench.0.due(), Some(Duration::from_secs(2)));
    bench.0.tick(Duration::from_secs(2));
    assert_eq!(bench.send(b"\x10\x04\x02"), b"\x16");
    bench.0.tick(bench.0.due().unwrap());
    assert_eq!(bench.send(b"\x10\x04\x02"), b"\x12");
    assert_eq!(bench.0.due(), None);
}

#[test]
fn automatic_answers_come_with_every_change_until_the_next_client() {
    let mut bench = Bench::new(&sample::epson());
    assert_eq!(bench.send(b"\x1da\xff"), [0x10, 0, 0, 0]);
    bench.fault(Fault::PaperOut, When::Now);
    assert_eq!(bench.0.take_answers(), [0x18, 0, 0x0f, 0]);
    assert_eq!(bench.clear(), [0x10, 0, 0, 0]);
    bench.0.connect();
    bench.fault(Fault::Cover, When::Now);
    assert_eq!(bench.0.take_answers(), b"");
}

#[test]
fn who_and_how_it_is() {
    let mut bench = Bench::new(&sample::epson());
    assert_eq!(bench.send(b"\x1dr\x01\x1dr1\x1dr2"), [0, 0, 0]);
    assert_eq!(bench.send(b"\x1dI\x02\x1dIB"), b"\x02\x5fAcolhe simulator\0");
    assert_eq!(bench.send(b"\x1dIC"), b"\x5fSample\0");
    let mut bench = Bench::new(&sample::generic());
    assert_eq!(bench.send(&[b"\x10\x04\x01\x1dr\x01", ACK].concat()), b"", "it never answers");
}

#[test]
fn without_a_cutter_somebody_tears_the_slip_off() {
    let mut bench = Bench::new(&sample::generic());
    let tear = Step::parse("tear").unwrap();
    bench.0.plan(tear);
    bench.no_slip();
    bench.send(b"text\n\n\n\n\n\n");
    bench.0.plan(tear);
    let slip = bench.slip();
    assert_eq!((slip.text().as_str(), slip.end()), ("text", End::TornOff));
    assert_eq!((bench.0.counts().slips, bench.0.counts().torn), (1, 0));
    bench.send(b"\x1bm");
    assert_eq!(bench.slip().notes(), ["cut, but it has no cutter: torn off by hand"]);
}

#[test]
fn the_mouth_holds_a_slip_until_somebody_takes_it_or_it_is_drawn_back() {
    let mut bench = Bench::new(&sample::custom());
    let in_mouth = |bench: &mut Bench| bench.send(b"\x10\x04\x14")[2] & 0x20 != 0;
    assert!(!in_mouth(&mut bench));
    bench.send(b"text\n\x1bi\x1de\x03\x50");
    assert!(in_mouth(&mut bench));
    bench.0.plan(Step::parse("take").unwrap());
    assert!(!in_mouth(&mut bench));
    bench.send(b"text\n\x1bi\x1de\x03\x50\x1de\x02");
    assert!(!in_mouth(&mut bench));
    assert_eq!(bench.0.counts().drawn_back, 1);
}
