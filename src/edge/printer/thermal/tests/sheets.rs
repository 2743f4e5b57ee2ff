//! Slips as bytes.

use std::path::Path;

use super::super::job::{self, Dots};
use super::super::{fake, paper_width, text};
use crate::domain::receipt::{Block, Slip};
use crate::edge::printer::profile::{
    Acknowledgement, Clear, Cut, Presenter, Profile, StatusDialect, Unclaimed,
};
use crate::paper::PaperWidth;

fn slip(line: &str) -> Slip {
    Slip {
        blocks: vec![Block::Line(line.to_owned()), Block::Line("2026.0014.00371-13".to_owned())],
    }
}

fn model() -> Profile {
    fake::profile(StatusDialect::Epson, Acknowledgement::ProcessId, Clear::DleDc4)
}

#[test]
fn a_slip_goes_in_slices_that_are_whole_commands() {
    let bits = vec![0xff; 300 * 48];
    let slices = Dots { width: 384, bits: &bits }.slices(384).unwrap();
    let heads: Vec<&[u8]> = slices.iter().map(|slice| &slice[..8]).collect();
    let head = |rows| [0x1d, 0x76, 0x30, 0, 48, 0, rows, 0];
    assert_eq!(heads, [&head(128), &head(128), &head(44)]);
    let dots: Vec<u8> = slices.iter().flat_map(|slice| slice[8..].to_vec()).collect();
    assert_eq!(dots, bits);
    assert!(slices.iter().all(|slice| slice.len() <= job::LONGEST_SLICE));
}

#[test]
fn a_wider_head_gets_white_margins_and_a_narrower_one_nothing() {
    let bits = vec![0xff; 2 * 48];
    let dots = Dots { width: 384, bits: &bits };
    let slices = dots.slices(512).unwrap();
    let row = [&[0; 8][..], &[0xff; 48], &[0; 8]].concat();
    assert_eq!(slices[0][8..], [row.clone(), row].concat());
    assert!(Dots { width: 576, bits: &[0; 72] }.slices(512).is_none(), "no dot is cut off");
}

#[test]
fn every_profile_gets_the_widest_paper_that_fits() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("hardware/printers");
    for name in Profile::names(&folder) {
        let profile = Profile::find(&folder, &name).unwrap();
        let width = paper_width(&profile).dots();
        assert!(width <= profile.dots.into(), "{name}");
        assert!(profile.dots < 576 || width == 576, "{name}");
    }
    let wide = Profile { dots: 512, ..model() };
    assert_eq!(paper_width(&wide), PaperWidth::Mm58);
}

#[test]
fn no_picture_holds_a_command_in_disguise() {
    let bits: Vec<u8> = [0x10, 0x04, 1, 0x10, 0x05, 2, 0x10, 0x14, 8, 1, 3, 0x14].repeat(8);
    let slices = Dots { width: 384, bits: &bits }.slices(384).unwrap();
    let sent = &slices[0][8..];
    assert!(sent.windows(2).all(|pair| pair[0] != 0x10 || !matches!(pair[1], 4 | 5 | 0x14)));
    for (ours, sent) in bits.iter().zip(sent) {
        assert_eq!(ours & sent, *ours, "no dot is lost");
        assert!((ours ^ sent).count_ones() <= 1);
    }
}

#[test]
fn slips_are_cut_as_the_model_can() {
    assert_eq!(job::cut(Cut::GsV66), [0x1d, 0x56, 66, 0]);
    assert_eq!(job::cut(Cut::EscW), b"\n\n\n\n\n\x1bw");
    assert_eq!(job::cut(Cut::EscM), b"\n\n\n\n\n\x1bm");
    assert_eq!(job::cut(Cut::EscI), b"\n\n\n\n\n\x1bi");
    assert_eq!(job::cut(Cut::None), b"\n\n\n\n\n\n");
    for kind in [Cut::GsV66, Cut::EscW, Cut::EscM, Cut::EscI, Cut::None] {
        assert!(!job::cut(kind).windows(3).any(|bytes| bytes == [0x1d, 0x56, 0x41]));
    }
}

#[test]
fn a_presenter_holds_out_after_the_cut() {
    let presenter = Presenter { steps: 100, unclaimed: Unclaimed::Eject, claim_seconds: 60 };
    let profile = Profile { cut: Cut::EscI, presenter: Some(presenter), ..model() };
    assert_eq!(text::end(&profile), [b"\n\n\n\n\n\x1bi".to_vec(), b"\x1de\x03\x64".to_vec()]);
    assert_eq!(job::take_away(presenter), [0x1d, 0x65, 5]);
}

#[test]
fn text_goes_on_the_printers_page_or_not_at_all() {
    let sheet = text::sheet(&slip("Número"), &model()).unwrap();
    assert_eq!(sheet.pieces[0], [0x1b, 0x74, 2]);
    assert_eq!(sheet.pieces[1], b"N\xa3mero\n2026.0014.00371-13\n");
    assert_eq!(sheet.pieces[2], [0x1d, 0x56, 66, 0]);
    assert!(text::sheet(&slip("Număr"), &model()).is_err());
}

#[test]
fn ids_are_different_for_a_long_time() {
    let mut ids: Vec<[u8; 4]> = (0..38_416).map(job::id).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), 38_416);
}
