//! How printers are asked how they are, and what their answers mean: bytes in, bytes out.

use super::reply::Reply;
use crate::domain::devices::PrinterState;
use crate::edge::printer::profile::StatusDialect;

/// What a printer says of itself.
#[expect(clippy::struct_excessive_bools, reason = "these are switches in a machine")]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Status {
    /// It takes nothing at the moment.
    pub(super) offline: bool,
    /// The roll is nearly used up.
    pub(super) near_end: bool,
    /// There is no paper.
    pub(super) no_paper: bool,
    /// The cover is open.
    pub(super) cover_open: bool,
    /// Its cutter, its head or something else inside has failed.
    pub(super) fault: bool,
    /// A slip waits in its mouth.
    pub(super) slip_in_mouth: bool,
}

impl Status {
    /// What keeps it from printing.
    pub(super) fn trouble(self) -> Option<PrinterState> {
        match self.state() {
            PrinterState::Ready | PrinterState::NearEnd => None,
            trouble => Some(trouble),
        }
    }

    /// In one word, the one that says what to do first: with the cover open no sensor is right.
    pub(super) fn state(self) -> PrinterState {
        match self {
            Self { cover_open: true, .. } => PrinterState::CoverOpen,
            Self { no_paper: true, .. } => PrinterState::NoPaper,
            Self { fault: true, .. } | Self { offline: true, .. } => PrinterState::Fault,
            Self { near_end: true, .. } => PrinterState::NearEnd,
            _ => PrinterState::Ready,
        }
    }

    /// Both answers together: whatever one of them complains of.
    fn and(self, other: Self) -> Self {
        Self {
            offline: self.offline || other.offline,
            near_end: self.near_end || other.near_end,
            no_paper: self.no_paper || other.no_paper,
            cover_open: self.cover_open || other.cover_open,
            fault: self.fault || other.fault,
            slip_in_mouth: self.slip_in_mouth || other.slip_in_mouth,
        }
    }
}

/// A question, and how its answer is read: `None` when it is not one.
#[derive(Clone, Copy, Debug)]
pub(super) struct Question {
    /// The bytes to send.
    pub(super) bytes: &'static [u8],
    /// Whether the answer has no shape of its own and counts only when nothing else comes.
    pub(super) shapeless: bool,
    read: fn(Reply) -> Option<Status>,
}

impl Question {
    /// What an answer says; `None` when it answers something else.
    pub(super) fn read(&self, reply: Reply) -> Option<Status> {
        (self.read)(reply)
    }
}

/// The questions that together tell a printer's status.
pub(super) fn questions(dialect: StatusDialect) -> &'static [Question] {
    match dialect {
        StatusDialect::Epson => &EPSON,
        StatusDialect::Bematech => &BEMATECH,
        StatusDialect::Elgin => &ELGIN,
        StatusDialect::Daruma => &DARUMA,
        StatusDialect::Custom => &CUSTOM,
        StatusDialect::None => &[],
    }
}

/// What several answers say together.
pub(super) fn together(one: Status, other: Status) -> Status {
    one.and(other)
}

fn bit(byte: u8, number: u8) -> bool {
    byte & (1 << number) != 0
}

static EPSON: [Question; 4] = [
    Question {
        bytes: &[0x10, 0x04, 1],
        shapeless: false,
        read: |reply| {
            real_time(reply, |byte| Status { offline: bit(byte, 3), ..Status::default() })
        },
    },
    Question {
        bytes: &[0x10, 0x04, 2],
        shapeless: false,
        read: |reply| {
            real_time(reply, |byte| Status {
                cover_open: bit(byte, 2),
                no_paper: bit(byte, 5),
                fault: bit(byte, 6),
                ..Status::default()
            })
        },
    },
    Question {
        bytes: &[0x10, 0x04, 3],
        shapeless: false,
        read: |reply| {
            // Bit 6, a head too hot, mends itself: as long as it lasts the printer is offline.
            real_time(reply, |byte| Status {
                fault: bit(byte, 2) || bit(byte, 3) || bit(byte, 5),
                ..Status::default()
            })
        },
    },
    Question {
        bytes: &[0x10, 0x04, 4],
        shapeless: false,
        read: |reply| {
            real_time(reply, |byte| Status {
                near_end: bit(byte, 2) || bit(byte, 3),
                no_paper: bit(byte, 5) || bit(byte, 6),
                ..Status::default()
            })
        },
    },
];

fn real_time(reply: Reply, read: impl FnOnce(u8) -> Status) -> Option<Status> {
    match reply {
        Reply::RealTime(byte) => Some(read(byte)),
        _ => None,
    }
}

static BEMATECH: [Question; 1] =
    [Question { bytes: &[0x1d, 0xf8, 0x31], shapeless: false, read: bematech }];

fn bematech(reply: Reply) -> Option<Status> {
    let Reply::Bematech([printer, paper, errors, head, _version]) = reply else { return None };
    Some(Status {
        offline: bit(printer, 3),
        near_end: bit(paper, 1),
        no_paper: bit(paper, 2) || bit(paper, 5),
        cover_open: !bit(paper, 7),
        fault: bit(paper, 6) || bit(errors, 3) || bit(errors, 5) || bit(errors, 6) || bit(head, 2),
        slip_in_mouth: false,
    })
}

static ELGIN: [Question; 1] = [Question { bytes: &[0x05], shapeless: true, read: elgin }];

fn elgin(reply: Reply) -> Option<Status> {
    match reply {
        Reply::Byte(byte) if byte & 0xc0 == 0 => Some(Status {
            offline: !bit(byte, 0),
            no_paper: bit(byte, 1),
            cover_open: !bit(byte, 3),
            near_end: bit(byte, 4),
            ..Status::default()
        }),
        _ => None,
    }
}

static DARUMA: [Question; 2] = [
    Question {
        bytes: &[0x05],
        shapeless: true,
        read: |reply| {
            byte(reply, |byte| Status {
                fault: bit(byte, 3),
                offline: !bit(byte, 4),
                no_paper: bit(byte, 5),
                cover_open: bit(byte, 7),
                ..Status::default()
            })
        },
    },
    Question {
        bytes: &[0x1d, 0x05],
        shapeless: true,
        read: |reply| {
            byte(reply, |byte| Status {
                near_end: bit(byte, 0),
                no_paper: bit(byte, 1) || !bit(byte, 4),
                offline: bit(byte, 3),
                fault: bit(byte, 6),
                ..Status::default()
            })
        },
    },
];

fn byte(reply: Reply, read: impl FnOnce(u8) -> Status) -> Option<Status> {
    match reply {
        // Everything wrong at once is a line without a printer.
        Reply::Byte(byte) if byte != 0xff => Some(read(byte)),
        _ => None,
    }
}

static CUSTOM: [Question; 1] =
    [Question { bytes: &[0x10, 0x04, 0x14], shapeless: false, read: custom }];

fn custom(reply: Reply) -> Option<Status> {
    let Reply::Custom([paper, user, recoverable, unrecoverable]) = reply else { return None };
    Some(Status {
        offline: false,
        near_end: bit(paper, 2) || bit(paper, 6),
        no_paper: bit(paper, 0),
        slip_in_mouth: bit(paper, 5),
        cover_open: bit(user, 0) || bit(user, 1),
        fault: bit(recoverable, 0)
            || bit(recoverable, 3)
            || bit(recoverable, 6)
            || unrecoverable != 0,
    })
}
