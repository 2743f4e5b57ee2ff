//! Question and answer over a line: every wait has an end, and a flood of noise has one too.

use std::io;
use std::time::Duration;

use super::dialect::{self, Question, Status};
use super::job;
use super::link::{self, Link, Unwritten};
use super::reply::{Replies, Reply};
use crate::edge::clock::Deadline;
use crate::edge::printer::profile::{Profile, StatusDialect};

/// How long a line may take to open.
const OPENING: Duration = Duration::from_secs(3);
/// How long an answer may take that is given at once.
const AT_ONCE: Duration = Duration::from_secs(1);
/// How long nothing more may come after an answer without a shape of its own.
const QUIET: Duration = Duration::from_millis(50);
/// How many bytes are read for one answer: more is noise.
const NOISE: usize = 16 * 1024;

/// A line and what came over it.
pub(super) struct Talk {
    link: Box<dyn Link>,
    replies: Replies,
    status: StatusDialect,
}

impl Talk {
    pub(super) fn new(link: Box<dyn Link>, profile: &Profile) -> Self {
        Self { link, replies: Replies::new(profile), status: profile.status }
    }

    pub(super) fn is_open(&self) -> bool {
        self.link.is_open()
    }

    pub(super) fn open(&mut self) -> io::Result<()> {
        self.replies.forget();
        self.link.open(Deadline::after(OPENING))
    }

    pub(super) fn hang_up(&mut self) {
        self.link.close();
        self.replies.forget();
    }

    /// Seconds that a number of bytes takes on a slow line.
    pub(super) fn travel(&self, bytes: usize) -> Duration {
        let speed = self.link.bytes_per_second();
        speed.map_or(Duration::ZERO, |speed| {
            Duration::from_millis(bytes as u64 * 1000 / u64::from(speed.max(1)))
        })
    }

    /// Hands bytes over, in `limit` and the time they take on the line.
    pub(super) fn send(&mut self, bytes: &[u8], limit: Duration) -> Result<(), Unwritten> {
        let deadline = Deadline::after(limit + self.travel(bytes.len()));
        self.link.write_all(bytes, deadline)
    }

    /// Sends something small that a printer takes at once.
    pub(super) fn tell(&mut self, bytes: &[u8]) -> io::Result<()> {
        Ok(self.send(bytes, AT_ONCE)?)
    }

    /// Throws away what has come so far.
    pub(super) fn drain(&mut self) -> io::Result<()> {
        let mut read = 0;
        while let Some(count) = self.listen(Deadline::after(Duration::ZERO))? {
            read += count;
            if read > NOISE {
                return Err(noise());
            }
        }
        self.replies.forget();
        Ok(())
    }

    /// Asks how the printer is.
    ///
    /// # Errors
    /// The line is broken, or an answer did not come.
    pub(super) fn ask(&mut self) -> io::Result<Status> {
        dialect::questions(self.status).iter().try_fold(Status::default(), |told, question| {
            Ok(dialect::together(told, self.answer(question)?))
        })
    }

    fn answer(&mut self, question: &Question) -> io::Result<Status> {
        self.drain()?;
        self.tell(question.bytes)?;
        let deadline = Deadline::after(AT_ONCE);
        if question.shapeless {
            let byte = self.lone_byte(deadline, |_| true)?;
            return question.read(Reply::Byte(byte)).ok_or_else(noise);
        }
        self.wait(deadline, |reply| question.read(reply))?.ok_or_else(link::timed_out)
    }

    /// Sends what makes a printer forget what it holds, and waits for its proof.
    pub(super) fn clear_with_proof(&mut self, command: &[u8]) -> io::Result<()> {
        self.drain()?;
        self.tell(command)?;
        let cleared = |reply| (reply == Reply::Cleared).then_some(());
        self.wait(Deadline::after(AT_ONCE), cleared)?.ok_or_else(link::timed_out)
    }

    /// Whether everything before has been printed, by `GS ( H`.
    pub(super) fn acknowledged(&mut self, id: [u8; 4], deadline: Deadline) -> io::Result<bool> {
        let ours = |reply| (reply == Reply::Process(id)).then_some(());
        Ok(self.wait(deadline, ours)?.is_some())
    }

    /// Whether everything before has been printed and paper is left, by `GS r 1`.
    pub(super) fn sensors(&mut self, deadline: Deadline) -> io::Result<bool> {
        // Flow control of serial lines, which some converters let through.
        match self.lone_byte(deadline, |byte| !matches!(byte, XON | XOFF)) {
            Ok(byte) => Ok(byte & 0x9c == 0),
            Err(error) if error.kind() == io::ErrorKind::TimedOut => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// Lets time pass in which nothing is expected.
    pub(super) fn idle(&mut self, time: Duration) -> io::Result<()> {
        self.wait(Deadline::after(time), |_| None::<()>).map(drop)
    }

    /// The byte that came and nothing beside it but answers of known shape. Its shape proves
    /// nothing, so a second one makes both worthless.
    fn lone_byte(&mut self, deadline: Deadline, counts: fn(u8) -> bool) -> io::Result<u8> {
        let byte = |reply| match reply {
            Reply::Byte(byte) => Some(byte).filter(|byte| counts(*byte)),
            _ => None,
        };
        let first = self.wait(deadline, byte)?.ok_or_else(link::timed_out)?;
        match self.wait(Deadline::after(QUIET), byte)? {
            None => Ok(first),
            Some(_) => Err(noise()),
        }
    }

    /// The first answer that is to the point; `None` when none came in time.
    fn wait<T>(
        &mut self,
        deadline: Deadline,
        wanted: impl Fn(Reply) -> Option<T>,
    ) -> io::Result<Option<T>> {
        let mut read = 0;
        loop {
            while let Some(reply) = self.replies.next() {
                if let Some(found) = wanted(reply) {
                    return Ok(Some(found));
                }
            }
            match self.listen(deadline)? {
                Some(count) if read <= NOISE => read += count,
                Some(_) => return Err(noise()),
                None => return Ok(None),
            }
        }
    }

    /// How many bytes came; `None` when none came in time.
    fn listen(&mut self, deadline: Deadline) -> io::Result<Option<usize>> {
        let mut bytes = [0; 256];
        let count = self.link.read(&mut bytes, deadline)?;
        self.replies.push(&bytes[..count]);
        Ok((count > 0).then_some(count))
    }

    /// Ends a command whose data broke off: the printer takes zeros for white dots, and without a
    /// command for nothing.
    pub(super) fn fill_up(&mut self) -> io::Result<()> {
        let zeros = [0; job::LONGEST_SLICE];
        Ok(self.send(&zeros, 3 * AT_ONCE)?)
    }
}

const XON: u8 = 0x11;
const XOFF: u8 = 0x13;

fn noise() -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, "the printer's answer is noise")
}
