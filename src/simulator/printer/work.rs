//! The part that moves paper: one command after another, unless something stops it.

use std::time::Duration;

use crate::edge::printer::profile::Acknowledgement;
use crate::simulator::command::Command;
use crate::simulator::fault::Fault;
use crate::simulator::slip::End;

use super::{Event, Printer};

/// From the head to the tear bar, in lines: a slip without a cut ends with more empty ones.
const TO_THE_TEAR_BAR: u8 = 4;

/// Bytes a second of a slow printer.
const SLOW: u64 = 200;

/// `GS ( H` answers begin so, and `GS I` answers so.
const PROCESS: [u8; 2] = [0x37, 0x22];
const IDENTITY: u8 = 0x5f;

impl Printer {
    /// Prints whatever can be printed now.
    pub(super) fn work(&mut self) {
        loop {
            if self.condition.stands_still() {
                return;
            }
            let Some((end, command)) = self.waiting.front() else {
                break;
            };
            let (end, acknowledges) = (*end, self.acknowledges(command));
            let mut happenings = self.plan.before(end);
            if acknowledges {
                happenings.extend(self.plan.last_byte(self.traces));
            }
            if !happenings.is_empty() {
                for what in happenings {
                    self.happen(what);
                }
                continue;
            }
            if self.ready_at(end) > self.now {
                return;
            }
            if let Some((_, command)) = self.waiting.pop_front() {
                self.printed = end;
                self.obey(&command);
            }
        }
        for what in self.plan.printed(self.lexer.data()) {
            self.happen(what);
        }
    }

    /// When a slow printer has come to the next command.
    pub(super) fn next_work(&self) -> Option<Duration> {
        let (end, _) = self.waiting.front()?;
        (!self.condition.stands_still()).then(|| self.ready_at(*end))
    }

    /// When it has printed that byte.
    fn ready_at(&self, byte: u64) -> Duration {
        if !self.condition.has(Fault::Slow) {
            return self.now;
        }
        let (from, printed) = self.slow_from;
        from + Duration::from_millis(byte.saturating_sub(printed) * 1000 / SLOW)
    }

    /// Whether its answer proves that everything before is printed.
    fn acknowledges(&self, command: &Command) -> bool {
        match self.profile.acknowledgement {
            Acknowledgement::ProcessId => {
                matches!(command, Command::Acknowledge(_) | Command::Sensors(_))
            }
            Acknowledgement::QueuedStatus => matches!(command, Command::Sensors(_)),
            Acknowledgement::None => false,
        }
    }

    fn obey(&mut self, command: &Command) {
        self.traces += u64::from(command.leaves_a_trace());
        self.count_empty_lines(command);
        if let Some(note) = self.paper.obey(command) {
            self.events.push(Event::Noted(note));
        }
        match command {
            Command::Cut { through } => self.cut(*through),
            Command::Acknowledge(id) => {
                let answer = [&PROCESS[..], id, &[0]].concat();
                self.answer(&answer);
            }
            Command::Sensors(1 | 49) => self.answer(&[self.condition.sensors()]),
            Command::Sensors(2 | 50) => self.answer(&[0]),
            Command::Sensors(n) => self.do_not_know(&[0x1d, b'r', *n]),
            Command::Identity(n) => self.identify(*n),
            Command::Automatic(n) => {
                self.automatic = *n != 0;
                if self.automatic {
                    self.answer(&self.condition.automatic());
                }
            }
            Command::Mouth(n) => self.move_in_the_mouth(*n),
            _ => {}
        }
    }

    /// Without cutter and acknowledgement, a slip is over when it is fed to the tear bar.
    fn count_empty_lines(&mut self, command: &Command) {
        let before = self.empty_lines;
        self.empty_lines = match command {
            Command::Line => before.saturating_add(1),
            Command::FeedLines(lines) => before.saturating_add(*lines),
            _ => 0,
        };
        let is_over = (before..self.empty_lines).contains(&TO_THE_TEAR_BAR);
        let proves = self.profile.acknowledgement != Acknowledgement::None;
        if is_over && !self.condition.has_cutter && !proves {
            for what in self.plan.last_byte(self.traces) {
                self.happen(what);
            }
        }
    }

    fn do_not_know(&mut self, head: &[u8]) {
        if let Some(note) = self.paper.obey(&Command::Unknown(head.to_vec())) {
            self.events.push(Event::Noted(note));
        }
    }

    fn cut(&mut self, through: bool) {
        if !self.condition.has_cutter {
            let note = self.paper.note("cut, but it has no cutter: torn off by hand".to_owned());
            self.events.push(Event::Noted(note));
        }
        self.come_off(if through { End::CutThrough } else { End::CutLeavingAPoint });
        self.condition.slip_in_mouth = self.profile.presenter.is_some();
        if self.profile.acknowledgement == Acknowledgement::None {
            for what in self.plan.last_byte(self.traces) {
                self.happen(what);
            }
        }
    }

    fn identify(&mut self, n: u8) {
        let text = |text: &str| [&[IDENTITY], text.as_bytes(), &[0]].concat();
        let answer = match n {
            1 | 49 => vec![0x20],
            // It has a cutter.
            2 | 50 => vec![if self.condition.has_cutter { 0x02 } else { 0x00 }],
            3 | 51 | 65 => text("1"),
            66 => text("Acolhe simulator"),
            67 => text(&self.profile.name),
            68 => text("0"),
            _ => return self.do_not_know(&[0x1d, b'I', n]),
        };
        self.answer(&answer);
    }

    /// `GS e`: 2 draws the slip back, 3 holds it out, 5 pushes it out.
    fn move_in_the_mouth(&mut self, n: u8) {
        match n {
            3 => {}
            2 | 5 => {
                if n == 2 && self.condition.slip_in_mouth {
                    self.counts.drawn_back += 1;
                    self.events.push(Event::DrawnBack);
                }
                self.condition.slip_in_mouth = false;
            }
            _ => self.do_not_know(&[0x1d, b'e', n]),
        }
    }
}
