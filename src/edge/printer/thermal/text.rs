//! A slip in the printer's own letters, for when it cannot be drawn.

use super::code_page::{self, Unmappable};
use super::job;
use super::press::Sheet;
use crate::domain::receipt::{Block, Slip};
use crate::edge::printer::profile::Profile;
use crate::paper;

/// Dots of a line in typeface A with its spacing.
const LINE: usize = 34;

/// The slip as lines of [`Profile::columns`] letters, the address of its code among them.
///
/// # Errors
/// The first character that the printer does not have: then nothing is printed.
pub(super) fn sheet(slip: &Slip, profile: &Profile) -> Result<Sheet, Unmappable> {
    let blocks = slip.blocks.iter().filter_map(|block| match block {
        Block::Qr(address) => Some(Block::Line(address.clone())),
        Block::Passport { .. } => None,
        other => Some(other.clone()),
    });
    let text = paper::text(&Slip { blocks: blocks.collect() }, profile.columns.into());
    let mut pieces = vec![vec![0x1b, 0x74, profile.text.index]];
    pieces.push(code_page::encode(profile.text.code_page, &text)?);
    pieces.extend(end(profile));
    Ok(Sheet { pieces, rows: text.lines().count() * LINE })
}

/// What follows every slip: it is parted from the roll and held out.
pub(super) fn end(profile: &Profile) -> Vec<Vec<u8>> {
    let cut = job::cut(profile.cut);
    let present = profile.presenter.map(|presenter| job::present(presenter).to_vec());
    std::iter::once(cut).chain(present).collect()
}
