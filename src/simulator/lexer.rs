//! Bytes to commands, one byte at a time, so that it does not matter how they were cut into pieces.

mod meaning;
mod shape;

use crate::edge::printer::profile::{Profile, StatusDialect};

use super::command::Command;
use super::realtime::Request;
use shape::{Shape, shape};

/// What a byte completes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Lexed {
    /// Something that waits for its turn.
    Command(Command),
    /// Something that is answered at once.
    Request(Request),
}

/// How a printer reads what it receives.
#[derive(Clone, Debug)]
pub(super) struct Tongue {
    pub(super) profile: Profile,
    /// A Bematech that listens to its own commands, not to Epson's.
    pub(super) bema: bool,
}

impl Tongue {
    pub(super) fn of(profile: &Profile) -> Self {
        let bema = profile.status == StatusDialect::Bematech;
        Self { profile: profile.clone(), bema }
    }

    fn is(&self, dialect: StatusDialect) -> bool {
        self.profile.status == dialect
    }

    /// Bematech's own commands, or those of the families that took them over.
    fn is_bema_like(&self) -> bool {
        self.bema || self.is(StatusDialect::Elgin)
    }

    /// Epson's commands, or the part of them that everybody took over.
    fn is_epson_like(&self) -> bool {
        !self.is_bema_like() && !self.is(StatusDialect::Daruma)
    }
}

/// What follows the head of a command.
enum Body {
    /// Rows of dots that print as they come.
    Rows { mode: u8, stride: usize, left: usize, row: Vec<u8> },
    /// So many bytes that are needed together.
    Kept { left: usize, bytes: Vec<u8> },
    /// So many bytes that nobody needs.
    Skipped { left: u64 },
    /// Bytes up to a NUL.
    UntilNul { bytes: Vec<u8> },
}

/// No bar code and no list of tabs is longer.
const LONGEST_UNTIL_NUL: usize = 8192;

/// The state between two bytes.
pub(super) struct Lexer {
    tongue: Tongue,
    head: Vec<u8>,
    body: Option<Body>,
    data: u64,
}

impl std::fmt::Debug for Lexer {
    /// Tells how much only: the rest is what somebody said.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Lexer({} bytes)", self.data)
    }
}

impl Lexer {
    pub(super) fn new(profile: &Profile) -> Self {
        Self { tongue: Tongue::of(profile), head: Vec::new(), body: None, data: 0 }
    }

    /// Bytes of print data so far: everything but requests, and without a head that is not whole.
    pub(super) fn data(&self) -> u64 {
        self.data
    }

    /// Forgets a command that was begun.
    pub(super) fn begin_anew(&mut self) {
        self.head.clear();
        self.body = None;
    }

    /// As when switched on.
    pub(super) fn switch_on(&mut self) {
        self.begin_anew();
        self.tongue = Tongue::of(&self.tongue.profile);
    }

    /// Takes one byte.
    pub(super) fn push(&mut self, byte: u8) -> Option<Lexed> {
        if let Some(body) = self.body.take() {
            self.data += 1;
            return self.push_body(body, byte);
        }
        self.head.push(byte);
        let body = match shape(&self.head, &self.tongue) {
            Shape::More => return None,
            Shape::Request(request) => {
                self.head.clear();
                return Some(Lexed::Request(request));
            }
            Shape::AnsweredAlready => {
                self.head.clear();
                return None;
            }
            Shape::Whole => None,
            Shape::Rows { mode, stride, rows } => (stride * rows > 0).then(|| Body::Rows {
                mode,
                stride,
                left: rows,
                row: Vec::new(),
            }),
            Shape::Kept(left) => (left > 0).then(|| Body::Kept { left, bytes: Vec::new() }),
            Shape::Skipped(left) => (left > 0).then_some(Body::Skipped { left }),
            Shape::UntilNul => Some(Body::UntilNul { bytes: Vec::new() }),
            Shape::Unknown => {
                self.data += self.head.len() as u64;
                return Some(Lexed::Command(Command::Unknown(std::mem::take(&mut self.head))));
            }
        };
        self.data += self.head.len() as u64;
        self.body = body;
        if self.body.is_some() { None } else { Some(self.complete(&[])) }
    }

    fn push_body(&mut self, body: Body, byte: u8) -> Option<Lexed> {
        match body {
            Body::Rows { mode, stride, left, mut row } => {
                row.push(byte);
                if row.len() < stride {
                    self.body = Some(Body::Rows { mode, stride, left, row });
                    return None;
                }
                if left > 1 {
                    let row = Vec::with_capacity(stride);
                    self.body = Some(Body::Rows { mode, stride, left: left - 1, row });
                } else {
                    self.head.clear();
                }
                let (across, down) = (1 + (mode & 1), 1 + (mode >> 1 & 1));
                Some(Lexed::Command(Command::Row { bits: row, across, down }))
            }
            Body::Kept { left, mut bytes } => {
                bytes.push(byte);
                if left > 1 {
                    self.body = Some(Body::Kept { left: left - 1, bytes });
                    return None;
                }
                Some(self.complete(&bytes))
            }
            Body::Skipped { left } => {
                if left > 1 {
                    self.body = Some(Body::Skipped { left: left - 1 });
                    return None;
                }
                Some(self.complete(&[]))
            }
            Body::UntilNul { mut bytes } => {
                if byte == 0 || bytes.len() >= LONGEST_UNTIL_NUL {
                    return Some(self.complete(&bytes));
                }
                bytes.push(byte);
                self.body = Some(Body::UntilNul { bytes });
                None
            }
        }
    }

    fn complete(&mut self, body: &[u8]) -> Lexed {
        let head = std::mem::take(&mut self.head);
        if let [0x1d, 0xf9, 0x20 | 0x35, set] = head[..] {
            self.tongue.bema = matches!(set, 0 | b'0');
        }
        Lexed::Command(meaning::of(&head, body, &self.tongue))
    }
}

#[cfg(test)]
mod tests;
