//! What a whole command tells the printer to do.

use crate::edge::printer::profile::{Acknowledgement, StatusDialect};

use super::Tongue;
use crate::simulator::command::{Align, Command};

/// The meaning of a head that `shape` found whole, with what followed it.
pub(super) fn of(head: &[u8], body: &[u8], tongue: &Tongue) -> Command {
    match head {
        [b'\n'] => Command::Line,
        [b'\t'] => Command::Tab,
        // CR without automatic line feed; NUL is what fills time.
        [0..=0x1f] => Command::Nothing,
        [letter] => Command::Letter(*letter),
        [0x1b, rest @ ..] => esc(rest, body, tongue),
        [0x1d, rest @ ..] => gs(rest, body, tongue),
        [0x1c, b'p', ..] => Command::NotDrawn("stored picture"),
        _ => Command::Nothing,
    }
}

fn esc(rest: &[u8], body: &[u8], tongue: &Tongue) -> Command {
    let bema = tongue.is_bema_like();
    let daruma = tongue.is(StatusDialect::Daruma);
    match *rest {
        [b'@'] => Command::Reset,
        [b't', page] => Command::Page(page),
        [b'j', n] if daruma => align(n, rest),
        [b'a', n] => align(n, rest),
        [b'!', n] => Command::Size { across: 1 + (n >> 5 & 1), down: 1 + (n >> 4 & 1) },
        [b'W', n] if bema || daruma => Command::Size { across: 1 + (n & 1), down: 1 },
        // At Bematech and Elgin the letters become tall; Epson feeds so many lines.
        [b'd', n] if bema => Command::Size { across: 1, down: 1 + (n & 1) },
        [b'w', n] if daruma => Command::Size { across: 1, down: 1 + (n & 1) },
        [b'd', lines] => Command::FeedLines(lines),
        [b'J', rows] => Command::FeedRows(rows),
        [b'2'] => Command::Spacing(None),
        [b'3', rows] => Command::Spacing(Some(rows)),
        [b'i' | b'w'] => Command::Cut { through: true },
        [b'm'] => Command::Cut { through: false },
        [b'*', mode, ..] => Command::Columns {
            bits: body.to_vec(),
            tall: if mode < 32 { 1 } else { 3 },
            across: if mode & 1 == 0 { 2 } else { 1 },
        },
        [0x81, ..] => Command::Qr(body.get(2..).unwrap_or_default().to_vec()),
        [b'b', ..] if daruma => Command::Barcode(body.to_vec()),
        [b'L'] => Command::NotDrawn("page mode"),
        _ => Command::Nothing,
    }
}

fn gs(rest: &[u8], body: &[u8], tongue: &Tongue) -> Command {
    let profile = &tongue.profile;
    let answers = matches!(profile.status, StatusDialect::Epson | StatusDialect::Custom);
    match *rest {
        [b'!', n] => Command::Size { across: 1 + (n >> 4 & 7), down: 1 + (n & 7) },
        [b'V', 0 | 48 | 65, ..] => Command::Cut { through: true },
        [b'V', ..] => Command::Cut { through: false },
        [b'k', b'Q', ..] => Command::Qr(body.to_vec()),
        // The level of correction, `A,`, and what it says.
        [b'k', 11] => Command::Qr(body.get(3..).unwrap_or_default().to_vec()),
        [b'k', ..] => Command::Barcode(body.to_vec()),
        [b'e', n, ..] => Command::Mouth(n),
        [b'r', n] if profile.acknowledgement != Acknowledgement::None => Command::Sensors(n),
        [b'I', n] if answers => Command::Identity(n),
        [b'a', n] if answers => Command::Automatic(n),
        [b'r' | b'I' | b'a', _] => unknown(0x1d, rest),
        [b'(', b'k', ..] => qr(body),
        [b'(', b'L', ..] | [b'8', ..] => picture(body),
        [b'(', b'H', ..] => match *body {
            [48, 48, a, b, c, d] if profile.acknowledgement == Acknowledgement::ProcessId => {
                Command::Acknowledge([a, b, c, d])
            }
            _ => unknown(0x1d, b"(H"),
        },
        [b'(', b'A', ..] => Command::NotDrawn("test print"),
        [b'*' | b'/', ..] => Command::NotDrawn("downloaded picture"),
        [b'^', ..] => Command::NotDrawn("macro"),
        _ => Command::Nothing,
    }
}

fn align(n: u8, rest: &[u8]) -> Command {
    Align::of(n).map_or_else(|| unknown(0x1b, rest), Command::Align)
}

fn unknown(first: u8, rest: &[u8]) -> Command {
    Command::Unknown([&[first], rest].concat())
}

/// `GS ( k`: `cn fn …`; 49 is a QR code.
fn qr(body: &[u8]) -> Command {
    match body {
        [49, 65, model, ..] => Command::QrModel(*model),
        [49, 67 | 69, ..] => Command::Nothing,
        [49, 80, _, payload @ ..] => Command::QrStore(payload.to_vec()),
        [49, 81, ..] => Command::QrPrint,
        [kind @ 48..=54, _, ..] if *kind != 49 => Command::NotDrawn("code in two dimensions"),
        _ => unknown(0x1d, b"(k"),
    }
}

/// `GS ( L` and `GS 8 L`: `m fn …`.
fn picture(body: &[u8]) -> Command {
    match body {
        [48, 112, rest @ ..] => Command::StorePicture(rest.to_vec()),
        [48, 2 | 50, ..] => Command::PrintPicture,
        _ => Command::NotDrawn("picture of an unknown kind"),
    }
}
