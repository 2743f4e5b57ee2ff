//! The bytes of a slip, and of everything else that is asked of a printer.

use crate::edge::printer::profile::{Clear, Cut, Presenter, Unclaimed};

/// `ESC @`: forget settings and the line in the making.
pub(super) const START: [u8; 2] = [0x1b, 0x40];
/// `GS r 1`: the paper sensors, told when its turn comes.
pub(super) const SENSORS: [u8; 3] = [0x1d, 0x72, 1];
/// Rows of a slice. `GS v 0` takes 255 everywhere; half of that fills up the smallest buffers less
/// and leaves less to make good when a slice breaks off.
pub(super) const SLICE: usize = 128;
/// More than a slice has bytes, on the widest paper.
pub(super) const LONGEST_SLICE: usize = SLICE * 104 + 8;

const LINE: u8 = 0x0a;

/// Black dots on white paper as printers take them: eight a byte, the left one highest.
#[derive(Clone, Copy, Debug)]
pub(super) struct Dots<'a> {
    /// Dots across, a multiple of 8.
    pub(super) width: usize,
    /// The rows from top to bottom.
    pub(super) bits: &'a [u8],
}

impl Dots<'_> {
    /// Dots down.
    pub(super) fn height(&self) -> usize {
        self.bits.len() / (self.width / 8).max(1)
    }

    /// The slip in slices for a head of `across` dots, centred on it; `None` when it is wider,
    /// for no dot is ever cut off.
    pub(super) fn slices(&self, across: usize) -> Option<Vec<Vec<u8>>> {
        let (own, all) = (self.width / 8, across / 8);
        let left = all.checked_sub(own)? / 2;
        let rows: Vec<u8> = self
            .bits
            .chunks_exact(own.max(1))
            .flat_map(|row| {
                let mut line = vec![0; all];
                line[left..left + own].copy_from_slice(row);
                line
            })
            .collect();
        let slices = rows.chunks(SLICE * all).map(|part| slice(part, all));
        Some(slices.collect())
    }
}

/// `GS v 0`: some rows of `across` bytes.
fn slice(rows: &[u8], across: usize) -> Vec<u8> {
    let low_high = |number: usize| u16::try_from(number).unwrap_or(u16::MAX).to_le_bytes();
    let mut bytes = vec![0x1d, 0x76, 0x30, 0];
    bytes.extend(low_high(across));
    bytes.extend(low_high(rows.len() / across));
    let head = bytes.len();
    bytes.extend_from_slice(rows);
    tame(&mut bytes[head..]);
    bytes
}

/// Real-time commands are obeyed wherever they stand, in a picture too. The few dots that read as
/// one of those that exist get a neighbour: one dot more, to be seen by nobody.
fn tame(dots: &mut [u8]) {
    for at in 2..dots.len() {
        let is_command = matches!(
            (dots[at - 1], dots[at]),
            // DLE EOT tells a status, DLE ENQ goes on, DLE DC4 is for drawer, power, buzzer, status,
            // throwing away.
            (0x04, 1..=8 | 18 | 20) | (0x05, 0..=2) | (0x14, 1..=3 | 6..=8)
        );
        if dots[at - 2] == 0x10 && is_command {
            dots[at - 2] = 0x18;
        }
    }
}

/// What parts a slip from the roll; `GS V 66` feeds by itself, others cut where the paper stands.
pub(super) fn cut(cut: Cut) -> Vec<u8> {
    let fed = |command: [u8; 2]| [&[LINE; 5][..], &command].concat();
    match cut {
        Cut::GsV66 => vec![0x1d, 0x56, 66, 0],
        Cut::EscI => fed([0x1b, 0x69]),
        Cut::EscM => fed([0x1b, 0x6d]),
        Cut::EscW => fed([0x1b, 0x77]),
        Cut::None => vec![LINE; 6],
    }
}

/// What holds a slip out to the person.
pub(super) fn present(presenter: Presenter) -> [u8; 4] {
    [0x1d, 0x65, 3, presenter.steps]
}

/// What takes a slip away that nobody took.
pub(super) fn take_away(presenter: Presenter) -> [u8; 3] {
    match presenter.unclaimed {
        Unclaimed::Retract => [0x1d, 0x65, 2],
        Unclaimed::Eject => [0x1d, 0x65, 5],
    }
}

/// `GS ( H` function 48: tell these characters back when everything before is printed.
pub(super) fn process_id(id: [u8; 4]) -> Vec<u8> {
    [&[0x1d, 0x28, 0x48, 6, 0, 48, 48][..], &id].concat()
}

/// What makes a printer forget what it holds; `ESC @` follows in any case.
pub(super) fn clear(clear: Clear) -> &'static [u8] {
    match clear {
        Clear::DleDc4 => &[0x10, 5, 2, 0x10, 0x14, 8, 1, 3, 0x14, 1, 6, 2, 8],
        Clear::DleEnq => &[0x10, 5, 2],
        Clear::Stx => &[2],
        Clear::EscAt => &[],
    }
}

/// Characters of acknowledgement ids. None of them has the fixed bits of another answer, so that
/// a torn acknowledgement is not taken for one.
const CHARACTERS: [u8; 14] = *b"1359QSUWYqsuwy";

/// The acknowledgement id of a number; 38416 of them are different.
pub(super) fn id(number: u32) -> [u8; 4] {
    let mut rest = number as usize;
    [(); 4].map(|()| {
        let character = CHARACTERS[rest % CHARACTERS.len()];
        rest /= CHARACTERS.len();
        character
    })
}
