//! Displays made by hand, and displays that say anything at all.

use std::fs;

use proptest::prelude::*;

use super::edid::BLOCK;
use super::*;

/// What a display says, written as a block.
#[derive(Clone, Copy)]
struct Said {
    mode: (u16, u16),
    millimetres: (u16, u16),
    centimetres: (u8, u8),
    interlaced: bool,
}

impl Said {
    fn new(mode: (u16, u16), millimetres: (u16, u16)) -> Self {
        Self { mode, millimetres, centimetres: (0, 0), interlaced: false }
    }

    fn with_centimetres(self, across: u8, down: u8) -> Self {
        Self { centimetres: (across, down), ..self }
    }

    fn block(self) -> [u8; BLOCK] {
        let mut block = [0; BLOCK];
        block[1..7].fill(0xff);
        block[18..20].copy_from_slice(&[1, 4]);
        block[20] = 0x80;
        (block[21], block[22]) = self.centimetres;
        block[23..25].copy_from_slice(&[120, 0x06]);
        // 148.5 MHz, 280 columns and 45 rows of blanking.
        block[54..56].copy_from_slice(&14_850_u16.to_le_bytes());
        let twelve_bits = |one: u16, other: u16| {
            let ([upper, one], [other_upper, other]) = (one.to_be_bytes(), other.to_be_bytes());
            [one, other, upper << 4 | other_upper]
        };
        let rows = if self.interlaced { self.mode.1 / 2 } else { self.mode.1 };
        block[56..59].copy_from_slice(&twelve_bits(self.mode.0, 280));
        block[59..62].copy_from_slice(&twelve_bits(rows, 45));
        block[62..66].copy_from_slice(&[88, 44, 0x45, 0]);
        block[66..69].copy_from_slice(&twelve_bits(self.millimetres.0, self.millimetres.1));
        block[71] = if self.interlaced { 0x9e } else { 0x1e };
        sealed(block)
    }
}

/// The block with the checksum that belongs to it.
fn sealed(mut block: [u8; BLOCK]) -> [u8; BLOCK] {
    block[127] = 0;
    block[127] = block.iter().fold(0_u8, |sum, byte| sum.wrapping_sub(*byte));
    block
}

/// A folder of connectors.
struct Connectors(tempfile::TempDir);

impl Connectors {
    fn none() -> Self {
        let dir = tempfile::tempdir().expect("temporary folder");
        fs::write(dir.path().join("version"), "drm 1.1.0 20060810\n").expect("writable");
        Self(dir)
    }

    fn with(self, name: &str, status: &str, edid: &[u8]) -> Self {
        let folder = self.0.path().join(name);
        fs::create_dir(&folder).expect("writable");
        fs::write(folder.join("status"), status).expect("writable");
        fs::write(folder.join("edid"), edid).expect("writable");
        self
    }

    fn of(said: Said) -> Self {
        Self::none().with("card0-HDMI-A-1", "connected\n", &said.block())
    }

    fn glass(&self, pixels: (u32, u32)) -> Glass {
        glass_among(self.0.path(), None, pixels)
    }

    #[track_caller]
    fn tells(&self, pixels: (u32, u32), millimetres: (f32, f32)) {
        check(self.glass(pixels), How::Told, millimetres);
    }

    #[track_caller]
    fn leaves_guessing(&self, pixels: (u32, u32)) {
        assert_eq!(self.glass(pixels), guessed(pixels));
    }
}

#[track_caller]
fn check(glass: Glass, known: How, millimetres: (f32, f32)) {
    assert_eq!(glass.known, known);
    let far = (glass.width_mm - millimetres.0).abs().max((glass.height_mm - millimetres.1).abs());
    assert!(far < 0.5, "{glass:?} is not {millimetres:?}");
}

#[test]
fn a_display_is_read_to_the_millimetre() {
    Connectors::of(Said::new((1920, 1080), (476, 268))).tells((1920, 1080), (476.0, 268.0));
    Connectors::of(Said::new((3840, 2160), (1210, 680))).tells((3840, 2160), (1210.0, 680.0));
}

#[test]
fn a_display_on_its_side_is_laid_the_way_the_picture_stands() {
    Connectors::of(Said::new((1920, 1080), (476, 268))).tells((1080, 1920), (268.0, 476.0));
    Connectors::of(Said::new((800, 1280), (135, 216))).tells((1280, 800), (216.0, 135.0));
    let mistaken = Said::new((800, 1280), (216, 135));
    Connectors::of(mistaken).tells((800, 1280), (135.0, 216.0));
}

#[test]
fn centimetres_do_where_there_are_no_millimetres() {
    let said = Said::new((1920, 1080), (0, 0)).with_centimetres(48, 27);
    Connectors::of(said).tells((1920, 1080), (480.0, 270.0));
    let shape = Said::new((1920, 1080), (160, 90)).with_centimetres(48, 27);
    Connectors::of(shape).tells((1920, 1080), (480.0, 270.0));
    let mistaken = Said::new((1920, 1080), (476, 476)).with_centimetres(48, 27);
    Connectors::of(mistaken).tells((1920, 1080), (480.0, 270.0));
    let small = Said::new((1024, 600), (0, 0)).with_centimetres(15, 9);
    Connectors::of(small).tells((1024, 600), (150.0, 90.0));
}

#[test]
fn a_size_that_is_none_is_not_believed() {
    let hd = |millimetres, (across, down)| {
        let said = Said::new((1920, 1080), millimetres).with_centimetres(across, down);
        Connectors::of(said).leaves_guessing((1920, 1080));
    };
    hd((0, 0), (0, 0));
    hd((16, 9), (16, 9));
    hd((160, 90), (16, 9));
    hd((1600, 900), (160, 90));
    hd((105, 59), (0, 0));
    // Structure 1.4 tells a shape with one zero: landscape 16 to 9, then portrait.
    hd((0, 0), (79, 0));
    hd((0, 0), (0, 79));
    hd((476, 0), (0, 0));
    hd((4095, 2303), (0, 0));
}

#[test]
fn a_display_of_other_pixels_is_another_display() {
    Connectors::of(Said::new((1920, 1080), (476, 268))).leaves_guessing((1280, 800));
    Connectors::of(Said::new((1920, 1080), (476, 268)))
        .with("card0-DP-1", "connected\n", &Said::new((1280, 800), (216, 135)).block())
        .tells((1280, 800), (216.0, 135.0));
}

#[test]
fn of_two_displays_alike_the_smaller_counts() {
    let (small, large) = (Said::new((1920, 1080), (344, 194)), Said::new((1920, 1080), (598, 336)));
    for (one, other) in [(small, large), (large, small)] {
        Connectors::of(one)
            .with("card0-DP-1", "connected\n", &other.block())
            .tells((1920, 1080), (344.0, 194.0));
    }
}

#[test]
fn only_what_is_plugged_in_and_whole_is_heard() {
    let pixels = (1920, 1080);
    let block = Said::new((1920, 1080), (476, 268)).block();
    let alone = |status: &str, edid: &[u8]| Connectors::none().with("card0-DP-1", status, edid);
    alone("disconnected\n", &block).leaves_guessing(pixels);
    alone("unknown\n", &block).leaves_guessing(pixels);
    alone("connected\n", &[]).leaves_guessing(pixels);
    alone("connected\n", &block[..127]).leaves_guessing(pixels);
    alone("connected\n", &[&block[..], &[7; 128]].concat()).tells(pixels, (476.0, 268.0));

    let changed = |at: usize, byte: u8| {
        let mut block = block;
        block[at] = byte;
        block
    };
    // 470 mm would be believed: only the checksum tells.
    alone("connected\n", &changed(66, 0xd6)).leaves_guessing(pixels);
    alone("connected\n", &sealed(changed(0, 1))).leaves_guessing(pixels);
    alone("connected\n", &sealed(changed(18, 2))).leaves_guessing(pixels);
    let mut text = block;
    text[54..56].fill(0);
    alone("connected\n", &sealed(text)).leaves_guessing(pixels);
}

#[test]
fn an_interlaced_mode_tells_half_its_rows() {
    let said = Said { interlaced: true, ..Said::new((1920, 1080), (476, 268)) };
    Connectors::of(said).tells((1920, 1080), (476.0, 268.0));
}

#[test]
fn what_staff_measured_beats_what_the_display_says() {
    let display = Connectors::of(Said::new((1920, 1080), (476, 268)));
    let configured = |size, pixels| glass_among(display.0.path(), Some(size), pixels);
    let sides = GivenSize::Sides { width_mm: 344.0, height_mm: 194.0 };
    check(configured(sides, (1920, 1080)), How::Configured, (344.0, 194.0));
    check(configured(sides, (1080, 1920)), How::Configured, (194.0, 344.0));
    let diagonal = GivenSize::Diagonal { inches: 32.0 };
    check(configured(diagonal, (1080, 1920)), How::Configured, (398.5, 708.4));
}

#[test]
fn without_a_word_the_pixels_tell_the_usual_size() {
    let nowhere = |pixels| glass_among(Path::new("nowhere"), None, pixels);
    check(nowhere((1080, 1920)), How::Guessed, (267.7, 475.9));
    check(nowhere((1920, 1080)), How::Guessed, (475.9, 267.7));
    check(nowhere((1280, 800)), How::Guessed, (217.5, 135.9));
    check(nowhere((800, 1280)), How::Guessed, (135.9, 217.5));
    check(nowhere((1366, 768)), How::Guessed, (345.4, 194.2));
    check(nowhere((1000, 700)), How::Guessed, (254.0, 177.8));
    // The figures of the accessibility guide: a key of 18 mm is 73 pixels here, 106 there.
    assert!((nowhere((1080, 1920)).pixels_per_mm() * 18.0 - 72.6).abs() < 0.1);
    assert!((nowhere((1280, 800)).pixels_per_mm() * 18.0 - 105.9).abs() < 0.1);
}

#[test]
fn a_size_with_another_shape_than_the_picture_is_noticed() {
    let of = |width_mm, height_mm| {
        let size = GivenSize::Sides { width_mm, height_mm };
        glass_among(Path::new("nowhere"), Some(size), (1920, 1080))
    };
    assert!(of(476.0, 268.0).has_square_pixels());
    assert!(!of(476.0, 368.0).has_square_pixels());
    // Too large rather than too small: 1920 columns on 476 mm, more than 1080 rows on 368 mm.
    assert!((of(476.0, 368.0).pixels_per_mm() - 4.03).abs() < 0.01);
}

/// Any bytes at all, or a block that is whole whatever it says.
fn any_edid() -> impl Strategy<Value = Vec<u8>> {
    let whole = proptest::collection::vec(any::<u8>(), BLOCK).prop_map(|bytes| {
        let mut block = [0; BLOCK];
        block.copy_from_slice(&bytes);
        block[..8].copy_from_slice(&[0, 255, 255, 255, 255, 255, 255, 0]);
        block[18] = 1;
        sealed(block).to_vec()
    });
    prop_oneof![proptest::collection::vec(any::<u8>(), 0..300), whole]
}

proptest! {
    #[test]
    fn no_display_can_say_what_breaks_us(bytes in any_edid()) {
        if let Some(edid) = edid::read(&bytes) {
            for sides in edid.sizes {
                let glass = Glass::of_sides(sides, edid.mode, How::Told);
                prop_assert!(!is_believed(&glass) || (1.0..=20.0).contains(&glass.pixels_per_mm()));
            }
        }
    }

    #[test]
    fn what_a_display_says_is_what_is_read(
        mode in (640_u16..4096, 480_u16..4096),
        millimetres in (0_u16..4096, 0_u16..4096),
        across: u8,
        down: u8,
    ) {
        let block = Said::new(mode, millimetres).with_centimetres(across, down).block();
        let edid = edid::read(&block).expect("a whole block");
        prop_assert_eq!(edid.mode, (u32::from(mode.0), u32::from(mode.1)));
        let float = |sides: (u16, u16)| (f32::from(sides.0), f32::from(sides.1));
        let rounded = float((u16::from(across) * 10, u16::from(down) * 10));
        prop_assert_eq!(edid.sizes, [float(millimetres), rounded]);
    }

    #[test]
    fn every_glass_has_a_density(across: u32, down: u32, inches in 4.0_f32..90.0) {
        for size in [None, Some(GivenSize::Diagonal { inches })] {
            let glass = glass_among(Path::new("nowhere"), size, (across, down));
            prop_assert!(glass.pixels_per_mm().is_finite() && glass.pixels_per_mm() > 0.0);
        }
    }
}
