//! How long each command is. A command that is not in this list is unknown, and its length as well.

use crate::edge::printer::profile::{Clear, StatusDialect};

use super::Tongue;
use crate::simulator::realtime::Request;

/// What a head, as far as it has come, begins.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// The head is not whole.
    More,
    /// Nothing follows.
    Whole,
    /// `GS v 0`.
    Rows { mode: u8, stride: usize, rows: usize },
    /// So many bytes follow that the command needs.
    Kept(usize),
    /// So many bytes follow that leave nothing on paper.
    Skipped(u64),
    /// Bytes up to a NUL follow.
    UntilNul,
    /// It is answered at once.
    Request(Request),
    /// The ear has heard it.
    AnsweredAlready,
    /// Nobody knows it.
    Unknown,
}

/// The largest picture that is kept: as wide as a head can be, a metre long.
const LARGEST_PICTURE: usize = 1 << 20;

/// The shape of a head; `head` has at least one byte.
pub(super) fn shape(head: &[u8], tongue: &Tongue) -> Shape {
    match head {
        [0x05] if tongue.is(StatusDialect::Elgin) => Shape::Request(Request::Elgin),
        [0x05] if tongue.is(StatusDialect::Daruma) => Shape::Request(Request::Daruma),
        [0x02] if tongue.profile.clear == Clear::Stx => Shape::Request(Request::ThrowAway),
        [0 | b'\t' | b'\n' | b'\r' | 0x20..=0xff] => Shape::Whole,
        // Wide, narrow and usual letters.
        [0x0e | 0x0f | 0x12 | 0x14] if !tongue.is_epson_like() => Shape::Whole,
        [0x07] if tongue.is(StatusDialect::Daruma) => Shape::Whole,
        [0x10, rest @ ..] => dle(rest, tongue),
        [0x1b, rest @ ..] => esc(rest, tongue),
        [0x1c, rest @ ..] => fs(rest),
        [0x1d, rest @ ..] => gs(rest, tongue),
        _ => Shape::Unknown,
    }
}

/// So many parameters follow the name of a command.
fn after(parameters: &[u8], wanted: usize) -> Shape {
    if parameters.len() < wanted { Shape::More } else { Shape::Whole }
}

fn word(low: u8, high: u8) -> usize {
    usize::from(low) | usize::from(high) << 8
}

fn dle(rest: &[u8], tongue: &Tongue) -> Shape {
    let dialect = tongue.profile.status;
    // A printer without any status may still know how it is cleared.
    let knows = matches!(dialect, StatusDialect::Epson | StatusDialect::Custom)
        || matches!(tongue.profile.clear, Clear::DleDc4 | Clear::DleEnq);
    let heard = |wanted| match after(rest, wanted) {
        Shape::Whole => Shape::AnsweredAlready,
        other => other,
    };
    match rest {
        _ if !knows => Shape::Unknown,
        [] | [4 | 5 | 0x14] | [4, 7 | 8 | 18] => Shape::More,
        [4, 1..=4 | 20] | [4, 7 | 8 | 18, _] | [5, 0..=3] => Shape::AnsweredAlready,
        [0x14, 1 | 2, ..] => heard(4),
        [0x14, 3, ..] => heard(7),
        [0x14, 7, ..] => heard(3),
        [0x14, 8, ..] => heard(9),
        _ => Shape::Unknown,
    }
}

#[expect(clippy::match_same_arms, reason = "one arm a command, as manuals list them")]
fn esc(rest: &[u8], tongue: &Tongue) -> Shape {
    let bema = tongue.is_bema_like();
    let daruma = tongue.is(StatusDialect::Daruma);
    match rest {
        [] => Shape::More,
        // Where the families differ.
        [b'E' | b'F', ..] if bema || daruma => Shape::Whole,
        [b'W', p @ ..] if bema || daruma => after(p, 1),
        [b'4' | b'5' | b'H' | 0x0e | 0x0f | b'P' | b'w', ..] if bema => Shape::Whole,
        [b'v', p @ ..] if bema => after(p, 1),
        [0x80, p @ ..] if bema => after(p, 1),
        [b'4' | b'j' | b'w', p @ ..] if daruma => after(p, 1),
        [0x0f | b'p', ..] if daruma => Shape::Whole,
        [0x81, low, high, ..] if daruma => Shape::Kept(word(*low, *high)),
        [0x81, ..] if daruma => Shape::More,
        [0xc6, p @ ..] if daruma => after(p, 40),
        [b'b', p @ ..] if daruma => {
            if p.len() < 4 {
                Shape::More
            } else {
                Shape::UntilNul
            }
        }
        // Where they are alike.
        [b'@' | b'2' | b'i' | b'm' | b'L' | b'S' | 0x0c, ..] => Shape::Whole,
        [b'p', p @ ..] => after(p, 3),
        [b'c' | b'$' | b'\\' | b'B', p @ ..] => after(p, 2),
        [b'W', p @ ..] => after(p, 8),
        [
            b' ' | b'!' | b'%' | b'-' | b'3' | b'=' | b'?' | b'E' | b'G' | b'J' | b'K' | b'M'
            | b'R' | b'T' | b'U' | b'V' | b'a' | b'd' | b'e' | b'r' | b't' | b'{',
            p @ ..,
        ] => after(p, 1),
        [b'D', ..] => Shape::UntilNul,
        [b'*', mode @ (0 | 1 | 32 | 33), low, high, ..] => {
            Shape::Kept(word(*low, *high) * if *mode < 32 { 1 } else { 3 })
        }
        [b'*', 0 | 1 | 32 | 33, ..] | [b'*'] => Shape::More,
        [b'(', p @ ..] => counted(p),
        _ => Shape::Unknown,
    }
}

fn fs(rest: &[u8]) -> Shape {
    match rest {
        [] => Shape::More,
        [b'&' | b'.', ..] => Shape::Whole,
        [b'!' | b'-' | b'C' | b'W', p @ ..] => after(p, 1),
        [b'S' | b'p', p @ ..] => after(p, 2),
        [b'(', p @ ..] => counted(p),
        _ => Shape::Unknown,
    }
}

#[expect(clippy::match_same_arms, reason = "one arm a command, as manuals list them")]
fn gs(rest: &[u8], tongue: &Tongue) -> Shape {
    match rest {
        [] => Shape::More,
        [0x05, ..] if tongue.is(StatusDialect::Daruma) => Shape::Request(Request::DarumaPaper),
        [0xf8 | 0xf9, ..] if tongue.is(StatusDialect::Bematech) => bematech(rest),
        [b'o', p @ ..] if tongue.is_bema_like() => after(p, 4),
        [b'e', p @ ..] if tongue.profile.presenter.is_some() => match p {
            [] | [3] => Shape::More,
            [2 | 5 | 6] | [3, _] => Shape::Whole,
            _ => Shape::Unknown,
        },
        [0xe0, p @ ..] if tongue.is(StatusDialect::Custom) => after(p, 1),
        [b'V', p @ ..] => match p {
            [] | [65 | 66] => Shape::More,
            [0 | 1 | 48 | 49] | [65 | 66, _] => Shape::Whole,
            _ => Shape::Unknown,
        },
        [b'k', p @ ..] => barcode(p, tongue),
        [b'v', b'0', mode @ (0..=3 | 48..=51), xl, xh, yl, yh, ..] => {
            Shape::Rows { mode: mode & 3, stride: word(*xl, *xh), rows: word(*yl, *yh) }
        }
        [b'v', b'0', 0..=3 | 48..=51, ..] | [b'v', b'0'] | [b'v'] => Shape::More,
        [b'(', p @ ..] => counted(p),
        [b'8', b'L', a, b, c, d, ..] => {
            let length = u32::from_le_bytes([*a, *b, *c, *d]);
            match usize::try_from(length) {
                Ok(length) if length <= LARGEST_PICTURE => Shape::Kept(length),
                _ => Shape::Skipped(u64::from(length)),
            }
        }
        [b'8', b'L', ..] | [b'8'] => Shape::More,
        [b'*', x, y, ..] => Shape::Skipped(u64::from(*x) * u64::from(*y) * 8),
        [b'*', ..] => Shape::More,
        [b':', ..] => Shape::Whole,
        [b'^', p @ ..] => after(p, 3),
        [b'$' | b'L' | b'P' | b'W' | b'\\', p @ ..] => after(p, 2),
        [
            b'!' | b'/' | b'B' | b'H' | b'I' | b'T' | b'a' | b'b' | b'f' | b'h' | b'r' | b'w',
            p @ ..,
        ] => after(p, 1),
        _ => Shape::Unknown,
    }
}

fn bematech(rest: &[u8]) -> Shape {
    match rest {
        [0xf8 | 0xf9] | [0xf9, 0x20 | 0x35] => Shape::More,
        [0xf8, 0x31] => Shape::Request(Request::Bematech),
        [0xf9, 0x20 | 0x35, _] => Shape::Whole,
        _ => Shape::Unknown,
    }
}

/// `( X pL pH …`: whatever X is, the length is told.
fn counted(rest: &[u8]) -> Shape {
    match rest {
        [_, low, high, ..] => Shape::Kept(word(*low, *high)),
        _ => Shape::More,
    }
}

#[expect(clippy::match_same_arms, reason = "one arm a command, as manuals list them")]
fn barcode(rest: &[u8], tongue: &Tongue) -> Shape {
    match rest {
        [] => Shape::More,
        [b'Q', _, _, _, _, low, high, ..] if tongue.is(StatusDialect::Bematech) => {
            Shape::Kept(word(*low, *high))
        }
        [b'Q', ..] if tongue.is(StatusDialect::Bematech) => Shape::More,
        [11, ..] if tongue.is_bema_like() => Shape::UntilNul,
        [0..=6, ..] => Shape::UntilNul,
        [65..=79, length, ..] => Shape::Kept(usize::from(*length)),
        [65..=79] => Shape::More,
        _ => Shape::Unknown,
    }
}
