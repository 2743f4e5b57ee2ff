//! What a printer answers: one stream in which several kinds of answer are mixed.
//!
//! An answer counts only where its fixed bits are right; everything else is skipped.

use crate::edge::printer::profile::{Acknowledgement, Clear, Profile, StatusDialect};

/// One answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reply {
    /// To `DLE EOT n`.
    RealTime(u8),
    /// Sent unasked when the state changed; not asked for, kept from being read as something else.
    Automatic([u8; 4]),
    /// To `GS ( H`: everything before these four characters has been printed.
    Process([u8; 4]),
    /// To `DLE DC4` function 8: the buffers are empty.
    Cleared,
    /// To `GS F8h 1`.
    Bematech([u8; 5]),
    /// To `DLE EOT 20`, without its head.
    Custom([u8; 4]),
    /// A byte of no known shape: the answer to `ENQ` or `GS r`, or noise.
    Byte(u8),
}

/// What came and was not read yet.
#[derive(Debug)]
pub(super) struct Replies {
    status: StatusDialect,
    /// Whether answers that begin with `37` are to be expected at all.
    blocks: bool,
    bytes: Vec<u8>,
}

/// What stands at the front of the stream.
enum Front {
    Whole(Reply, usize),
    /// The beginning of an answer whose rest has not come.
    Part,
    Other,
}

impl Replies {
    pub(super) fn new(profile: &Profile) -> Self {
        let blocks =
            profile.acknowledgement == Acknowledgement::ProcessId || profile.clear == Clear::DleDc4;
        Self { status: profile.status, blocks, bytes: Vec::new() }
    }

    /// Takes in what came.
    pub(super) fn push(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
    }

    /// Drops what came.
    pub(super) fn forget(&mut self) {
        self.bytes.clear();
    }

    /// The next answer; `None` until its last byte has come.
    pub(super) fn next(&mut self) -> Option<Reply> {
        let first = *self.bytes.first()?;
        let (reply, length) = match self.front() {
            Front::Whole(reply, length) => (reply, length),
            Front::Part => return None,
            Front::Other => (Reply::Byte(first), 1),
        };
        self.bytes.drain(..length);
        Some(reply)
    }

    fn front(&self) -> Front {
        if self.blocks && self.bytes[0] == 0x37 {
            return self.block();
        }
        match self.status {
            StatusDialect::Epson | StatusDialect::None => self.epson(),
            StatusDialect::Bematech => self.shaped(&BEMATECH).map(Reply::Bematech),
            StatusDialect::Custom => {
                self.shaped(&CUSTOM).map(|[_, _, rest @ ..]: [u8; 6]| Reply::Custom(rest))
            }
            StatusDialect::Elgin | StatusDialect::Daruma => Front::Other,
        }
    }

    fn epson(&self) -> Front {
        if self.bytes[0] & 0x93 == 0x12 {
            return Front::Whole(Reply::RealTime(self.bytes[0]), 1);
        }
        self.shaped(&AUTOMATIC).map(Reply::Automatic)
    }

    /// `37 22 d1 d2 d3 d4 00` or `37 25 00`.
    fn block(&self) -> Front {
        match self.bytes.get(1) {
            None => Front::Part,
            Some(0x22) => {
                self.shaped(&PROCESS).map(|[_, _, id @ .., _]: [u8; 7]| Reply::Process(id))
            }
            Some(0x25) => self.shaped(&CLEARED).map(|_: [u8; 3]| Reply::Cleared),
            Some(_) => Front::Other,
        }
    }

    /// Whether the front has the fixed bits of a shape, as far as it has come.
    fn shaped<const N: usize>(&self, shape: &[(u8, u8); N]) -> Shaped<N> {
        let fits = self.bytes.iter().zip(shape).all(|(byte, (mask, bits))| byte & mask == *bits);
        match self.bytes.first_chunk() {
            _ if !fits => Shaped::Other,
            Some(whole) => Shaped::Whole(*whole),
            None => Shaped::Part,
        }
    }
}

enum Shaped<const N: usize> {
    Whole([u8; N]),
    Part,
    Other,
}

impl<const N: usize> Shaped<N> {
    fn map(self, reply: impl FnOnce([u8; N]) -> Reply) -> Front {
        match self {
            Self::Whole(bytes) => Front::Whole(reply(bytes), N),
            Self::Part => Front::Part,
            Self::Other => Front::Other,
        }
    }
}

/// Which bits of each byte are fixed, and how.
const AUTOMATIC: [(u8, u8); 4] = [(0x93, 0x10), (0x90, 0), (0x90, 0), (0x90, 0)];
const BEMATECH: [(u8, u8); 5] =
    [(0x83, 0x80), (0x09, 0x01), (0x93, 0x90), (0xbb, 0x91), (0x80, 0x00)];
const CUSTOM: [(u8, u8); 6] = [(0xff, 0x10), (0xff, 0x0f), (0x1a, 0), (0, 0), (0, 0), (0, 0)];
/// Printable characters are 32 to 126; bits alone cannot say so, and need not.
const PROCESS: [(u8, u8); 7] =
    [(0xff, 0x37), (0xff, 0x22), (0x80, 0), (0x80, 0), (0x80, 0), (0x80, 0), (0xff, 0)];
const CLEARED: [(u8, u8); 3] = [(0xff, 0x37), (0xff, 0x25), (0xff, 0)];
