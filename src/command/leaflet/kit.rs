//! The kit as files: one a sheet or set of cards.

use std::path::Path;

use super::{Press, make_folder};
use crate::command::lesson::chosen;
use crate::leaflet::Maker;
use crate::paper::Kind;

/// Writes the kit into a folder that it makes.
///
/// # Errors
///
/// Nothing is taught, or a file cannot be written.
pub(super) fn write(maker: &Maker<'_>, press: &mut Press, out: &Path) -> anyhow::Result<()> {
    let lessons = chosen(&[], maker.city, maker.now)?;
    make_folder(out)?;
    let sheets = [
        ("poster.pdf", vec![maker.poster()]),
        ("lessons.pdf", vec![maker.list(&lessons)]),
        ("attendance.pdf", vec![maker.attendance()]),
        ("talk-cards.pdf", maker.talks(&lessons)),
        ("certificate.pdf", vec![maker.certificate()]),
        ("certificate-alone.pdf", maker.alone(&lessons)),
    ];
    for (name, made) in sheets {
        let kind = if name == "talk-cards.pdf" { Kind::A5 } else { Kind::A4 };
        press.pdf(&made, kind, &out.join(name))?;
    }
    let cards = out.join("cards");
    make_folder(&cards)?;
    for lesson in lessons {
        let file = cards.join(format!("{}.pdf", lesson.id));
        press.pdf(&[maker.cards(lesson)], Kind::A5, &file)?;
    }
    Ok(())
}
