//! A printer in memory at the end of a line in memory: no time passes, nothing is random.
//!
//! Like a real one it answers real-time questions whatever else it does, keeps what it has not
//! printed while paper is missing, and prints it afterwards unless it was cleared.

use std::collections::VecDeque;
use std::io;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard};

use super::link::{Link, Unwritten};
use crate::edge::clock::Deadline;
use crate::edge::printer::profile::{Acknowledgement, Clear, Cut, Profile, StatusDialect};

/// What goes wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// Paper runs out.
    NoPaper,
    /// Somebody opens the cover.
    Cover,
    /// The cutter jams.
    Cutter,
    /// The line breaks, and can be opened again at once.
    Drop,
    /// The line breaks and stays away.
    Vanish,
    /// Bytes are taken and nothing is answered.
    Silent,
    /// Nothing is taken any more, questions are still answered.
    Stall,
    /// Everything is taken and nothing printed, questions are answered as if all were well.
    Stuck,
    /// It acknowledges something else.
    OldProof,
    /// Every question is answered with this byte, over and over.
    Flood(u8),
    /// Power goes and comes back: nothing is kept.
    PowerCycle,
}

/// When it goes wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum When {
    /// After so many bytes of pictures.
    Bytes(usize),
    /// When it has got everything but the request to acknowledge.
    AfterCut,
    /// Right after it has acknowledged.
    AfterProof,
}

#[expect(clippy::struct_excessive_bools, reason = "these are switches in a machine")]
pub(super) struct Printer {
    status: StatusDialect,
    acknowledgement: Acknowledgement,
    clear: Clear,
    fault: Option<Fault>,
    planned: Option<(When, Fault)>,
    pub(super) near_end: bool,
    pub(super) mouth: bool,
    /// Nobody closed the line on our side.
    held: bool,
    /// It works.
    open: bool,
    /// Taken, not yet printed.
    queue: VecDeque<u8>,
    answers: VecDeque<u8>,
    picture: usize,
    /// What came out, a slip an entry; the last one still hangs in it.
    pub(super) paper: Vec<Vec<u8>>,
    /// Everything it was sent, piece by piece.
    pub(super) heard: Vec<Vec<u8>>,
    pub(super) opened: usize,
}

/// A line to it; the test holds another end.
#[derive(Clone)]
pub(super) struct Line(Arc<Mutex<Printer>>);

impl Line {
    pub(super) fn to(profile: &Profile) -> Self {
        Self(Arc::new(Mutex::new(Printer {
            status: profile.status,
            acknowledgement: profile.acknowledgement,
            clear: profile.clear,
            fault: None,
            planned: None,
            near_end: false,
            mouth: false,
            held: false,
            open: false,
            queue: VecDeque::new(),
            answers: VecDeque::new(),
            picture: 0,
            paper: vec![Vec::new()],
            heard: Vec::new(),
            opened: 0,
        })))
    }

    pub(super) fn printer(&self) -> MutexGuard<'_, Printer> {
        self.0.lock().unwrap()
    }

    pub(super) fn plan(&self, when: When, fault: Fault) {
        self.printer().planned = Some((when, fault));
    }

    pub(super) fn strike(&self, fault: Fault) {
        self.printer().strike(fault);
    }

    /// Somebody repairs it.
    pub(super) fn repair(&self) {
        let mut printer = self.printer();
        (printer.fault, printer.planned) = (None, None);
        printer.run();
    }
}

impl Printer {
    fn strike(&mut self, fault: Fault) {
        self.planned = None;
        match fault {
            Fault::PowerCycle => {
                self.queue.clear();
                self.open = false;
            }
            Fault::Drop => self.open = false,
            Fault::Vanish => (self.open, self.fault) = (false, Some(fault)),
            lasting => self.fault = Some(lasting),
        }
    }

    fn strike_at(&mut self, now: When) {
        if let Some((when, fault)) = self.planned
            && when == now
        {
            self.strike(fault);
        }
    }

    fn is_fit(&self) -> bool {
        !matches!(
            self.fault,
            Some(Fault::NoPaper | Fault::Cover | Fault::Cutter | Fault::Stall | Fault::Stuck)
        )
    }

    /// Whether a piece is obeyed before what was sent earlier, and its answer.
    fn at_once(&mut self, piece: &[u8]) -> Option<Vec<u8>> {
        let out = self.fault == Some(Fault::NoPaper);
        let cover = self.fault == Some(Fault::Cover);
        let cutter = self.fault == Some(Fault::Cutter);
        let bit = |set: bool, number: u8| u8::from(set) << number;
        let offline = out || cover || cutter;
        let near = self.near_end;
        let real_time = piece.first() == Some(&0x10);
        if self.is_fit() && !self.queue.is_empty() && !real_time {
            // It waits for the rest of a command.
            return None;
        }
        let answer = match (self.status, piece) {
            (StatusDialect::Epson, [0x10, 4, 1]) => vec![0x12 | bit(offline, 3)],
            (StatusDialect::Epson, [0x10, 4, 2]) => {
                vec![0x12 | bit(cover, 2) | bit(out, 5) | bit(cutter, 6)]
            }
            (StatusDialect::Epson, [0x10, 4, 3]) => vec![0x12 | bit(cutter, 3)],
            (StatusDialect::Epson, [0x10, 4, 4]) => {
                vec![0x12 | if near { 0x0c } else { 0 } | if out { 0x60 } else { 0 }]
            }
            (StatusDialect::Bematech, [0x1d, 0xf8, 0x31]) => vec![
                0x80 | bit(offline, 3),
                0x01 | bit(near, 1) | bit(out, 2) | bit(cutter, 6) | bit(!cover, 7),
                0x90 | bit(cutter, 3),
                0x91,
                0x10,
            ],
            (StatusDialect::Elgin, [5]) => {
                vec![bit(!offline, 0) | bit(out, 1) | bit(!cover, 3) | bit(near, 4)]
            }
            (StatusDialect::Daruma, [5]) => {
                vec![bit(cutter, 3) | bit(!offline, 4) | bit(out, 5) | bit(cover, 7)]
            }
            (StatusDialect::Daruma, [0x1d, 5]) => {
                vec![bit(near, 0) | bit(out, 1) | bit(offline, 3) | bit(!out, 4) | bit(cutter, 6)]
            }
            (StatusDialect::Custom, [0x10, 4, 0x14]) => {
                let paper = bit(out, 0) | bit(near, 2) | bit(self.mouth, 5);
                vec![0x10, 0x0f, paper, bit(cover, 1), 0, bit(cutter, 0)]
            }
            (_, [0x1d, 0x65, 2 | 5]) => {
                self.mouth = false;
                Vec::new()
            }
            (_, [0x10, 5, 2]) => {
                // As the manuals have it: only after a fault.
                if !self.is_fit() {
                    self.queue.clear();
                }
                Vec::new()
            }
            (_, [0x10, 5, 2, ..]) => {
                self.queue.clear();
                vec![0x37, 0x25, 0]
            }
            (_, [2]) if self.clear == Clear::Stx => {
                self.queue.clear();
                Vec::new()
            }
            _ => return None,
        };
        Some(answer)
    }

    fn say(&mut self, answer: &[u8]) {
        match self.fault {
            Some(Fault::Silent) => {}
            Some(Fault::Flood(byte)) => self.answers.extend([byte; 600]),
            _ => self.answers.extend(answer),
        }
    }

    /// Obeys what is queued, as far as it is whole and the printer is fit.
    fn run(&mut self) {
        while self.is_fit() && self.step().is_some() {}
    }

    fn step(&mut self) -> Option<()> {
        let queue = self.queue.make_contiguous();
        let length = match queue {
            [0x1d, 0x76, 0x30, 0, x, xh, y, yh, ..] => {
                8 + usize::from(u16::from_le_bytes([*x, *xh]))
                    * usize::from(u16::from_le_bytes([*y, *yh]))
            }
            [0x1d, 0x56, 66, _, ..] | [0x1d, 0x65, 3, _, ..] => 4,
            [0x1d, 0x28, 0x48, ..] => 11,
            [0x1d, 0x72, _, ..] | [0x1b, 0x74, _, ..] => 3,
            [0x1b, 0x40 | 0x69 | 0x6d | 0x77, ..] => 2,
            [0x1b | 0x1d] | [] => return None,
            [0x1b | 0x1d, ..] if queue.len() < 8 => return None,
            _ => 1,
        };
        if queue.len() < length {
            return None;
        }
        let command: Vec<u8> = self.queue.drain(..length).collect();
        self.obey(&command);
        Some(())
    }

    fn obey(&mut self, command: &[u8]) {
        match command {
            [0x1d, 0x76, 0x30, _, _, _, _, _, dots @ ..] => {
                self.paper.last_mut().unwrap().extend_from_slice(dots);
            }
            [0x1d, 0x56, ..] | [0x1b, 0x69 | 0x6d | 0x77] => {
                self.paper.push(Vec::new());
                self.strike_at(When::AfterCut);
            }
            [0x1d, 0x65, 3, _] => self.mouth = true,
            [0x1d, 0x28, 0x48, _, _, _, _, id @ ..]
                if self.acknowledgement == Acknowledgement::ProcessId =>
            {
                let id = if self.fault == Some(Fault::OldProof) { b"wwww" } else { id };
                self.say(&[&[0x37, 0x22][..], id, &[0]].concat());
                self.strike_at(When::AfterProof);
            }
            [0x1d, 0x72, 1] if self.acknowledgement == Acknowledgement::QueuedStatus => {
                self.say(&[if self.near_end { 3 } else { 0 }]);
                self.strike_at(When::AfterProof);
            }
            [0 | 0x0a] | [0x1b, 0x40] => {}
            [text] => self.paper.last_mut().unwrap().push(*text),
            _ => {}
        }
    }
}

impl Link for Line {
    fn open(&mut self, _deadline: Deadline) -> io::Result<()> {
        let mut printer = self.printer();
        if printer.fault == Some(Fault::Vanish) {
            return Err(io::ErrorKind::NotFound.into());
        }
        (printer.held, printer.open) = (true, true);
        printer.opened += 1;
        printer.answers.clear();
        Ok(())
    }

    /// A broken line looks open until it is used.
    fn is_open(&self) -> bool {
        self.printer().held
    }

    fn write_all(&mut self, bytes: &[u8], _deadline: Deadline) -> Result<(), Unwritten> {
        let mut printer = self.printer();
        let refuse = |taken, kind: io::ErrorKind| Err(Unwritten { taken, source: kind.into() });
        if !printer.open {
            return refuse(0, io::ErrorKind::BrokenPipe);
        }
        printer.heard.push(bytes.to_vec());
        if let Some(answer) = printer.at_once(bytes) {
            printer.say(&answer);
            return Ok(());
        }
        if printer.fault == Some(Fault::Stall) {
            return refuse(0, io::ErrorKind::TimedOut);
        }
        if bytes.starts_with(&[0x1d, 0x76]) {
            printer.picture += bytes.len();
        }
        if let Some((When::Bytes(at), fault)) = printer.planned
            && printer.picture >= at
        {
            let taken = bytes.len() / 2;
            printer.queue.extend(&bytes[..taken]);
            printer.run();
            printer.strike(fault);
            if !printer.open || fault == Fault::Stall {
                return refuse(taken, io::ErrorKind::ConnectionReset);
            }
            printer.queue.extend(&bytes[taken..]);
        } else {
            printer.queue.extend(bytes);
        }
        printer.run();
        Ok(())
    }

    fn read(&mut self, into: &mut [u8], _deadline: Deadline) -> io::Result<usize> {
        let mut printer = self.printer();
        if !printer.open {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        let count = into.len().min(printer.answers.len());
        for (place, byte) in into.iter_mut().zip(printer.answers.drain(..count)) {
            *place = byte;
        }
        Ok(count)
    }

    fn close(&mut self) {
        let mut printer = self.printer();
        (printer.held, printer.open) = (false, false);
    }
}

/// A model that has never been built.
pub(super) fn profile(
    status: StatusDialect,
    acknowledgement: Acknowledgement,
    clear: Clear,
) -> Profile {
    const T20: &str = include_str!("../../../../hardware/printers/epson-tm-t20x.toml");
    let known = Profile::parse(T20, Path::new("epson-tm-t20x.toml")).unwrap();
    let cut = if status == StatusDialect::Bematech { Cut::EscW } else { Cut::GsV66 };
    Profile { status, acknowledgement, cut, clear, ..known }
}
