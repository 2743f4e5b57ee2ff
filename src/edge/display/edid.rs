//! What a display says of itself: the base block of its EDID.
//!
//! Fields are those of VESA's *Enhanced Extended Display Identification Data Standard*, release A,
//! revision 2 (E-EDID A2, structure version 1.4), section 3: header in bytes 0 to 7, version in
//! byte 18, the picture's size in whole centimetres in bytes 21 and 22, the preferred timing in
//! the descriptor that begins at byte 54 (its size in millimetres in bytes 66 to 68), checksum in
//! byte 127.

/// Bytes of a block.
pub(super) const BLOCK: usize = 128;

const HEADER: [u8; 8] = [0, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0];
const INTERLACED: u8 = 0x80;

/// A display's own word, not yet believed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Edid {
    /// Width and height of the preferred mode, in pixels.
    pub(super) mode: (u32, u32),
    /// Width and height in millimetres: the exact ones, then the ones in whole centimetres. Zero
    /// where nothing is told.
    pub(super) sizes: [(f32, f32); 2],
}

/// Reads a base block; none when it is broken or names no preferred mode.
pub(super) fn read(bytes: &[u8]) -> Option<Edid> {
    let block = bytes.first_chunk::<BLOCK>()?;
    let sum = block.iter().fold(0_u8, |sum, byte| sum.wrapping_add(*byte));
    // Without a pixel clock the descriptor is a text or a range, not a timing.
    let has_timing = block[54..56] != [0, 0];
    if !block.starts_with(&HEADER) || block[18] != 1 || sum != 0 || !has_timing {
        return None;
    }
    let (columns, rows) = (joined(block[58] >> 4, block[56]), joined(block[61] >> 4, block[59]));
    let fields = if block[71] & INTERLACED == 0 { 1 } else { 2 };
    let exact = (joined(block[68] >> 4, block[66]), joined(block[68] & 0x0f, block[67]));
    Some(Edid {
        mode: (u32::from(columns), u32::from(rows) * fields),
        sizes: [
            (f32::from(exact.0), f32::from(exact.1)),
            (f32::from(block[21]) * 10.0, f32::from(block[22]) * 10.0),
        ],
    })
}

/// Twelve bits, of which the upper four stand elsewhere.
fn joined(upper: u8, lower: u8) -> u16 {
    u16::from_be_bytes([upper, lower])
}
