//! What becomes of a slip when something goes wrong before, within and after it.

use super::super::fake::{self, Fault, Line, When};
use super::super::job::Dots;
use super::super::text;
use super::*;
use crate::edge::printer::profile::{Acknowledgement, Clear, Presenter, StatusDialect, Unclaimed};

const ANNA: u8 = 0xaa;
const BELA: u8 = 0xbb;

/// Every way in which printers ask, prove and forget.
fn models() -> Vec<Profile> {
    use Acknowledgement as A;
    use StatusDialect as S;
    vec![
        fake::profile(S::Epson, A::ProcessId, Clear::DleDc4),
        fake::profile(S::Epson, A::QueuedStatus, Clear::DleEnq),
        fake::profile(S::Epson, A::None, Clear::DleEnq),
        fake::profile(S::Bematech, A::QueuedStatus, Clear::Stx),
        fake::profile(S::Bematech, A::None, Clear::Stx),
        fake::profile(S::Elgin, A::None, Clear::DleEnq),
        fake::profile(S::Elgin, A::QueuedStatus, Clear::DleEnq),
        fake::profile(S::Daruma, A::None, Clear::DleEnq),
        fake::profile(S::Custom, A::QueuedStatus, Clear::DleEnq),
    ]
}

/// What the best end is that a model can tell.
fn best(profile: &Profile) -> PrintState {
    match profile.acknowledgement {
        Acknowledgement::None => PrintState::Sent,
        _ => PrintState::Printed,
    }
}

fn press(profile: &Profile) -> (Press, Line) {
    let line = Line::to(profile);
    (Press::new(profile.clone(), Box::new(line.clone()), 0), line)
}

/// A slip of 300 rows that are all made of one byte.
fn slip(profile: &Profile, ink: u8) -> Sheet {
    let bits = vec![ink; 300 * 72];
    let mut pieces = Dots { width: 576, bits: &bits }.slices(profile.dots.into()).unwrap();
    pieces.extend(text::end(profile));
    Sheet { pieces, rows: 300 }
}

fn pictures(line: &Line) -> usize {
    line.printer().heard.iter().filter(|piece| piece.starts_with(&[0x1d, 0x76])).count()
}

/// Whether a person's ink is on the paper of another.
fn mixed(line: &Line) -> bool {
    let printer = line.printer();
    printer.paper.iter().any(|slip| slip.contains(&ANNA) && slip.contains(&BELA))
}

fn slips_of(line: &Line, ink: u8) -> usize {
    line.printer().paper.iter().filter(|slip| slip.contains(&ink)).count()
}

#[test]
fn a_slip_comes_out_once_and_is_known_to() {
    for profile in models() {
        let (mut press, line) = press(&profile);
        assert_eq!(press.state(), PrinterState::Ready, "{profile:?}");
        assert_eq!(press.print(&slip(&profile, ANNA)), best(&profile), "{profile:?}");
        assert_eq!(press.print(&slip(&profile, BELA)), best(&profile), "{profile:?}");
        let printer = line.printer();
        let whole = |ink| vec![ink; 300 * 72];
        assert_eq!(printer.paper[..2], [whole(ANNA), whole(BELA)], "{profile:?}");
        assert_eq!(printer.opened, 1);
    }
}

#[test]
fn without_a_voice_a_slip_is_sent_and_no_more() {
    let profile = fake::profile(StatusDialect::None, Acknowledgement::None, Clear::EscAt);
    let (mut press, line) = press(&profile);
    assert_eq!(press.state(), PrinterState::Ready);
    assert_eq!(press.print(&slip(&profile, ANNA)), PrintState::Sent);
    line.strike(Fault::Vanish);
    assert_eq!(press.print(&slip(&profile, BELA)), PrintState::NotPrinted);
    assert_eq!(press.state(), PrinterState::Silent);
}

#[test]
fn before_the_first_byte_a_fault_costs_nothing() {
    for profile in models() {
        for (fault, state) in [
            (Fault::NoPaper, PrinterState::NoPaper),
            (Fault::Cover, PrinterState::CoverOpen),
            (Fault::Silent, PrinterState::Silent),
            (Fault::Vanish, PrinterState::Silent),
            (Fault::Flood(0xff), PrinterState::Silent),
            (Fault::Flood(0x00), PrinterState::Silent),
        ] {
            for known in [false, true] {
                let (mut press, line) = press(&profile);
                if known {
                    assert_eq!(press.state(), PrinterState::Ready);
                }
                line.strike(fault);
                assert_eq!(press.state(), state, "{fault:?} {profile:?}");
                let end = press.print(&slip(&profile, ANNA));
                assert_eq!(end, PrintState::NotPrinted, "{fault:?} {profile:?}");
                assert_eq!(pictures(&line), 0, "{fault:?} {profile:?}");
                line.repair();
                assert_eq!(press.state(), PrinterState::Ready, "{fault:?} {profile:?}");
                assert_eq!(press.print(&slip(&profile, BELA)), best(&profile));
                assert_eq!(slips_of(&line, ANNA), 0);
            }
        }
    }
}

#[test]
fn a_line_that_broke_while_nobody_used_it_is_opened_again_without_a_word() {
    for profile in models() {
        for fault in [Fault::Drop, Fault::PowerCycle] {
            let (mut press, line) = press(&profile);
            press.state();
            line.strike(fault);
            assert_eq!(press.print(&slip(&profile, ANNA)), best(&profile), "{fault:?} {profile:?}");
            line.strike(fault);
            assert_eq!(press.state(), PrinterState::Ready);
        }
    }
}

/// A fault within or after a slip, its repair, and the next person's slip.
fn spoil(profile: &Profile, when: When, fault: Fault) {
    let what = format!("{fault:?} at {when:?}, {profile:?}");
    let (mut press, line) = press(profile);
    press.state();
    line.plan(when, fault);
    assert_eq!(press.print(&slip(profile, ANNA)), PrintState::Uncertain, "{what}");
    let (sent, told) = (pictures(&line), press.state());
    match fault {
        Fault::NoPaper => assert_eq!(told, PrinterState::NoPaper, "{what}"),
        Fault::Cover => assert_eq!(told, PrinterState::CoverOpen, "{what}"),
        Fault::Cutter => assert!(matches!(told, PrinterState::Fault), "{what}: {told:?}"),
        Fault::Drop | Fault::PowerCycle => assert_eq!(told, PrinterState::Ready, "{what}"),
        _ => assert_eq!(told, PrinterState::Silent, "{what}"),
    }
    if told != PrinterState::Ready {
        assert_eq!(press.print(&slip(profile, BELA)), PrintState::NotPrinted, "{what}");
        assert_eq!(pictures(&line), sent, "nothing is sent before it is clear: {what}");
    }
    line.repair();
    assert_eq!(press.print(&slip(profile, BELA)), best(profile), "{what}");
    assert!(!mixed(&line), "the next person gets only what is theirs: {what}");
    assert!(slips_of(&line, ANNA) <= 1, "nothing is printed twice: {what}");
    assert_eq!(slips_of(&line, BELA), 1, "{what}");
}

fn is_told_by(fault: Fault, profile: &Profile) -> bool {
    // The answer to ENQ has no bit for the cutter.
    !(fault == Fault::Cutter && profile.status == StatusDialect::Elgin)
}

#[test]
fn within_a_slip_every_fault_leaves_it_uncertain_and_nothing_behind() {
    use Fault::{Cover, Cutter, Drop, NoPaper, PowerCycle, Silent, Stall, Vanish};
    for profile in models() {
        for fault in [NoPaper, Cover, Cutter, Drop, Vanish, Silent, Stall, PowerCycle] {
            for at in [1, 9_300] {
                if is_told_by(fault, &profile) {
                    spoil(&profile, When::Bytes(at), fault);
                }
            }
        }
    }
}

#[test]
fn after_a_slip_every_fault_leaves_it_uncertain_too() {
    use Fault::{Cover, Cutter, Flood, NoPaper, Silent};
    for profile in models() {
        for fault in [NoPaper, Cover, Cutter, Silent, Flood(0xff), Flood(0x00)] {
            if is_told_by(fault, &profile) {
                spoil(&profile, When::AfterCut, fault);
            }
        }
    }
}

#[test]
fn proof_is_not_enough_when_the_printer_complains_after_it() {
    for profile in
        models().into_iter().filter(|model| model.acknowledgement != Acknowledgement::None)
    {
        for fault in [Fault::NoPaper, Fault::Cover, Fault::Silent, Fault::Drop] {
            spoil(&profile, When::AfterProof, fault);
        }
    }
}

#[test]
fn a_line_that_breaks_after_the_slip_leaves_it_uncertain_where_it_is_noticed() {
    for profile in models() {
        for fault in [Fault::Drop, Fault::Vanish, Fault::PowerCycle] {
            spoil(&profile, When::AfterCut, fault);
        }
    }
}

#[test]
fn what_a_printer_kept_from_before_the_start_never_comes_out() {
    for profile in models() {
        let line = Line::to(&profile);
        line.strike(Fault::NoPaper);
        let mut earlier = line.clone();
        let soon = Deadline::after(Duration::ZERO);
        earlier.open(soon).unwrap();
        for piece in slip(&profile, ANNA).pieces {
            earlier.write_all(&piece, soon).unwrap();
        }
        let mut press = Press::new(profile.clone(), Box::new(line.clone()), 0);
        assert_eq!(press.state(), PrinterState::NoPaper);
        line.repair();
        assert_eq!(press.print(&slip(&profile, BELA)), best(&profile), "{profile:?}");
        assert_eq!((slips_of(&line, ANNA), slips_of(&line, BELA)), (0, 1), "{profile:?}");
    }
}

#[test]
fn another_ones_acknowledgement_proves_nothing() {
    let profile = fake::profile(StatusDialect::Epson, Acknowledgement::ProcessId, Clear::DleDc4);
    let (mut press, line) = press(&profile);
    press.state();
    line.plan(When::AfterCut, Fault::OldProof);
    assert_eq!(press.print(&slip(&profile, ANNA)), PrintState::Uncertain);
}

#[test]
fn each_acknowledgement_has_an_id_of_its_own() {
    let profile = fake::profile(StatusDialect::Epson, Acknowledgement::ProcessId, Clear::DleDc4);
    let (mut press, line) = press(&profile);
    assert_eq!(press.print(&slip(&profile, ANNA)), PrintState::Printed);
    let heard = line.printer().heard.clone();
    let asked: Vec<&[u8]> =
        heard.iter().filter(|piece| piece.starts_with(b"\x1d(H")).map(Vec::as_slice).collect();
    assert_eq!(asked, [b"\x1d(H\x06\x0000\x33111", b"\x1d(H\x06\x0000\x35111"]);
    press.print(&slip(&profile, BELA));
    let again = line.printer().heard.clone();
    assert!(again.iter().any(|piece| piece == b"\x1d(H\x06\x0000\x39111"));
}

#[test]
fn a_slip_in_the_mouth_is_taken_away_before_the_next_one() {
    let mut profile =
        fake::profile(StatusDialect::Custom, Acknowledgement::QueuedStatus, Clear::DleEnq);
    let presenter = Presenter { steps: 100, unclaimed: Unclaimed::Retract, claim_seconds: 60 };
    profile.presenter = Some(presenter);
    let (mut press, line) = press(&profile);
    assert_eq!(press.print(&slip(&profile, ANNA)), PrintState::Printed);
    assert!(line.printer().mouth, "it is held out");
    assert_eq!(press.state(), PrinterState::Ready);
    assert!(line.printer().mouth, "there is time to take it");
    line.printer().heard.clear();
    assert_eq!(press.print(&slip(&profile, BELA)), PrintState::Printed);
    let heard = line.printer().heard.clone();
    let at = |start: &[u8]| heard.iter().position(|piece| piece.starts_with(start)).unwrap();
    assert!(at(b"\x1de\x02") < at(b"\x1dv0"));

    press.profile.presenter = Some(Presenter { claim_seconds: 0, ..presenter });
    press.claim = None;
    assert_eq!(press.state(), PrinterState::Ready);
    assert!(!line.printer().mouth, "nobody took it");
}

#[test]
fn nearly_no_paper_is_told_and_prints() {
    for profile in models() {
        let (mut press, line) = press(&profile);
        line.printer().near_end = true;
        assert_eq!(press.state(), PrinterState::NearEnd, "{profile:?}");
        assert_eq!(press.print(&slip(&profile, ANNA)), best(&profile), "{profile:?}");
    }
}

#[test]
fn after_a_station_that_ended_within_a_slip_the_rest_is_cut_off_first() {
    let profile = &models()[0];
    let (mut press, line) = press(profile);
    line.printer().paper[0].push(ANNA);
    press.cut_first();
    assert_eq!(press.print(&slip(profile, BELA)), PrintState::Printed);
    assert!(!mixed(&line));
}

#[test]
fn a_printer_that_only_says_that_all_is_well_gets_no_slip_where_it_can_be_known() {
    for profile in models() {
        let (mut press, line) = press(&profile);
        line.strike(Fault::Stuck);
        if profile.acknowledgement == Acknowledgement::None {
            assert_eq!(press.state(), PrinterState::Ready, "{profile:?}");
            continue;
        }
        assert_eq!(press.state(), PrinterState::Fault, "{profile:?}");
        assert_eq!(press.print(&slip(&profile, ANNA)), PrintState::NotPrinted, "{profile:?}");
        assert_eq!(pictures(&line), 0, "{profile:?}");
        line.repair();
        assert_eq!(press.print(&slip(&profile, BELA)), PrintState::Printed, "{profile:?}");
    }
}

#[test]
fn within_a_slip_a_printer_that_stops_working_is_noticed_and_forgets_it() {
    for profile in
        models().into_iter().filter(|model| model.acknowledgement != Acknowledgement::None)
    {
        let (mut press, line) = press(&profile);
        press.state();
        line.plan(When::Bytes(1), Fault::Stuck);
        assert_eq!(press.print(&slip(&profile, ANNA)), PrintState::Uncertain, "{profile:?}");
        assert_eq!(press.state(), PrinterState::Fault, "{profile:?}");
        assert_eq!(press.print(&slip(&profile, BELA)), PrintState::NotPrinted, "{profile:?}");
        line.repair();
        assert_eq!(press.print(&slip(&profile, BELA)), PrintState::Printed, "{profile:?}");
        assert!(!mixed(&line) && slips_of(&line, BELA) == 1, "{profile:?}");
    }
}

#[test]
fn half_a_command_from_before_the_start_is_ended_where_it_can_be_known() {
    for profile in models() {
        let line = Line::to(&profile);
        let mut earlier = line.clone();
        let soon = Deadline::after(Duration::ZERO);
        earlier.open(soon).unwrap();
        earlier.write_all(&slip(&profile, ANNA).pieces[0][..500], soon).unwrap();
        let mut press = Press::new(profile.clone(), Box::new(line.clone()), 0);
        press.cut_first();
        assert_eq!(press.print(&slip(&profile, BELA)), best(&profile), "{profile:?}");
        assert!(!mixed(&line), "{profile:?}");

        let mut earlier = line.clone();
        earlier.write_all(&slip(&profile, ANNA).pieces[0][..500], soon).unwrap();
        let mut press = Press::new(profile.clone(), Box::new(line.clone()), 0);
        let real_time = matches!(profile.status, StatusDialect::Epson | StatusDialect::Custom);
        if real_time && profile.acknowledgement != Acknowledgement::None {
            press.state();
            assert_eq!(press.state(), PrinterState::Ready, "{profile:?}");
            assert_eq!(press.print(&slip(&profile, BELA)), PrintState::Printed, "{profile:?}");
            assert_eq!(slips_of(&line, BELA), 2, "{profile:?}");
        }
    }
}
