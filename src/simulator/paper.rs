//! The roll: what is on the paper that has not come off yet.

mod letters;

use crate::edge::printer::profile::Profile;

use super::command::{Align, Command};
use super::picture::{Picture, widened};
use super::slip::{End, Slip};
use letters::Letters;

/// The longest slip in rows (25 m at 203 dpi) and in lines: whoever prints more prints nonsense.
const LONGEST: usize = 200_000;

/// Dots of a letter's height, and of an `ESC *` line.
const TALL: usize = 24;

/// Epson's number for Model 2.
const MODEL_2: u8 = 50;

pub(super) struct Paper {
    width: usize,
    usual_spacing: usize,
    picture: Picture,
    /// White rows that count once more dots follow.
    white: usize,
    /// Rows that `report` does not tell of yet.
    untold: usize,
    lines: Vec<String>,
    report: Vec<String>,
    codes: Vec<String>,
    notes: Vec<String>,
    letters: Letters,
    /// Columns of dots within the line, three bytes each.
    columns: Vec<[u8; 3]>,
    align: Align,
    spacing: Option<u8>,
    qr_model: u8,
    qr: Vec<u8>,
    stored: Vec<u8>,
}

impl std::fmt::Debug for Paper {
    /// Tells the size only: the rest is what somebody said.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Paper({:?}, {} lines)", self.picture, self.lines.len())
    }
}

impl Paper {
    pub(super) fn new(profile: &Profile) -> Self {
        let width = usize::from(profile.dots / 8 * 8).max(8);
        Self {
            width,
            usual_spacing: usize::from(profile.dpi / 6),
            picture: Picture::new(width),
            white: 0,
            untold: 0,
            lines: Vec::new(),
            report: Vec::new(),
            codes: Vec::new(),
            notes: Vec::new(),
            letters: Letters::new(profile),
            columns: Vec::new(),
            align: Align::Left,
            spacing: None,
            qr_model: MODEL_2,
            qr: Vec::new(),
            stored: Vec::new(),
        }
    }

    /// Whether anything is on it that somebody could read.
    pub(super) fn is_begun(&self) -> bool {
        self.picture.height() > 0
            || !self.codes.is_empty()
            || self.lines.iter().any(|line| !line.trim().is_empty())
    }

    /// Does one thing. What only the printer can do is left alone. Returns a note if something is
    /// not as it was meant.
    pub(super) fn obey(&mut self, command: &Command) -> Option<String> {
        match command {
            Command::Letter(byte) => {
                if let Some(line) = self.letters.take(*byte) {
                    self.print_line(line);
                }
            }
            Command::Line => self.end_line(),
            Command::Tab => self.letters.tab(),
            Command::Reset => self.reset(),
            Command::Page(index) => {
                if !self.letters.turn_to(*index) {
                    return Some(self.note(format!("unknown code page {index}")));
                }
            }
            Command::Align(align) => self.align = *align,
            Command::Size { across, down } => self.letters.resize(*across, *down),
            Command::Spacing(rows) => self.spacing = *rows,
            Command::FeedLines(lines) => {
                self.end_begun_line();
                self.feed(usize::from(*lines) * self.line_height());
                self.tell(format!("[fed {lines} lines]"));
            }
            Command::FeedRows(rows) => {
                self.end_begun_line();
                self.feed(usize::from(*rows));
                self.tell(format!("[fed {rows} rows]"));
            }
            Command::Row { bits, across, down } => return self.row(bits, *across, *down),
            Command::Columns { bits, tall, across } => self.add_columns(bits, *tall, *across),
            Command::StorePicture(picture) => self.stored.clone_from(picture),
            Command::PrintPicture => return self.print_picture(),
            Command::QrModel(model) => self.qr_model = *model,
            Command::QrStore(payload) => self.qr.clone_from(payload),
            Command::QrPrint => return self.print_qr(),
            Command::Qr(payload) => {
                self.qr.clone_from(payload);
                return self.print_qr();
            }
            Command::Barcode(payload) => {
                self.end_begun_line();
                let code = String::from_utf8_lossy(payload).into_owned();
                self.tell(format!("[bar code: {code}]"));
                self.codes.push(code);
            }
            Command::NotDrawn(what) => return Some(self.note(format!("not drawn: {what}"))),
            Command::Unknown(head) => {
                let head: Vec<String> = head.iter().map(|byte| format!("{byte:02X}")).collect();
                return Some(self.note(format!("unknown command {}", head.join(" "))));
            }
            Command::Cut { .. }
            | Command::Acknowledge(_)
            | Command::Sensors(_)
            | Command::Identity(_)
            | Command::Automatic(_)
            | Command::Mouth(_)
            | Command::Nothing => {}
        }
        None
    }

    /// The slip comes off.
    pub(super) fn end(&mut self, end: End) -> Slip {
        if end == End::Torn {
            self.forget_line();
        } else {
            self.end_begun_line();
        }
        self.tell_rows();
        if self.picture.height() == 0 {
            self.picture.feed(self.white.clamp(1, LONGEST));
        }
        self.white = 0;
        Slip {
            picture: std::mem::replace(&mut self.picture, Picture::new(self.width)),
            lines: std::mem::take(&mut self.lines),
            report: std::mem::take(&mut self.report),
            codes: std::mem::take(&mut self.codes),
            notes: std::mem::take(&mut self.notes),
            end,
        }
    }

    /// Throws away the line in the making.
    pub(super) fn forget_line(&mut self) {
        self.letters.forget_line();
        self.columns.clear();
    }

    /// `ESC @`; what is printed stays.
    pub(super) fn reset(&mut self) {
        self.forget_line();
        self.letters.reset();
        self.align = Align::Left;
        self.spacing = None;
        self.qr_model = MODEL_2;
        self.qr.clear();
        self.stored.clear();
    }

    /// What the `.txt` says in square brackets, and what is logged.
    pub(super) fn note(&mut self, note: String) -> String {
        self.tell(format!("[{note}]"));
        if self.notes.len() < LONGEST {
            self.notes.push(note.clone());
        }
        note
    }

    fn line_height(&self) -> usize {
        let spacing = self.spacing.map_or(self.usual_spacing, usize::from);
        spacing.max(self.letters.down() * TALL)
    }

    fn end_line(&mut self) {
        let line = self.letters.end_line();
        if self.columns.is_empty() {
            self.print_line(line);
            return;
        }
        let offset = self.align.offset(self.columns.len(), self.width);
        let columns = std::mem::take(&mut self.columns);
        for y in 0..TALL {
            let mut row = vec![0; columns.len().div_ceil(8)];
            for (x, column) in columns.iter().enumerate() {
                if column[y / 8] & (0x80 >> (y % 8)) != 0 {
                    row[x / 8] |= 0x80 >> (x % 8);
                }
            }
            self.add(&row, offset, 1);
        }
        self.feed(self.spacing.map_or(self.usual_spacing, usize::from).saturating_sub(TALL));
    }

    fn end_begun_line(&mut self) {
        if !self.letters.is_at_the_start() || !self.columns.is_empty() {
            self.end_line();
        }
    }

    fn print_line(&mut self, line: String) {
        self.feed(self.line_height());
        self.tell(line.clone());
        if self.lines.len() < LONGEST {
            self.lines.push(line);
        }
    }

    fn feed(&mut self, rows: usize) {
        self.white = (self.white + rows).min(LONGEST);
    }

    /// Puts a row on the paper, after the white that was fed before it.
    fn add(&mut self, bits: &[u8], offset: usize, times: usize) {
        if self.picture.height() + self.white + times > LONGEST {
            return;
        }
        self.picture.feed(std::mem::take(&mut self.white));
        self.picture.add(bits, offset, times);
        self.untold += times;
    }

    fn row(&mut self, bits: &[u8], across: u8, down: u8) -> Option<String> {
        self.end_begun_line();
        let wide = widened(bits, across);
        let width = wide.len() * 8;
        self.add(&wide, self.align.offset(width, self.width), usize::from(down));
        let note = format!("wider than the paper: {width} of {} dots", self.width);
        let told = self.notes.contains(&note);
        (width > self.width && !told).then(|| self.note(note))
    }

    fn add_columns(&mut self, bits: &[u8], tall: u8, across: u8) {
        for column in bits.chunks_exact(usize::from(tall)) {
            let column = match column {
                [a, b, c] => [*a, *b, *c],
                [a] => tripled(*a),
                _ => continue,
            };
            for _ in 0..across {
                if self.columns.len() < self.width {
                    self.columns.push(column);
                }
            }
        }
    }

    /// `a bx by c xL xH yL yH` and the rows.
    fn print_picture(&mut self) -> Option<String> {
        let stored = self.stored.clone();
        let [48, across, down, 49, xl, xh, yl, yh, bits @ ..] = &stored[..] else {
            return Some(self.note("not drawn: stored picture of more than one colour".to_owned()));
        };
        let stride = usize::from(u16::from_le_bytes([*xl, *xh])).div_ceil(8).max(1);
        let rows = usize::from(u16::from_le_bytes([*yl, *yh]));
        let (across, down) = ((*across).clamp(1, 2), (*down).clamp(1, 2));
        let mut note = None;
        for row in bits.chunks_exact(stride).take(rows) {
            note = note.or(self.row(row, across, down));
        }
        note
    }

    fn print_qr(&mut self) -> Option<String> {
        self.end_begun_line();
        let code = String::from_utf8_lossy(&self.qr).into_owned();
        if code.is_empty() {
            return Some(self.note("QR code without content".to_owned()));
        }
        self.codes.push(code.clone());
        if self.qr_model == MODEL_2 {
            self.tell(format!("[QR code: {code}]"));
            return None;
        }
        self.tell(format!("[QR code of another model than 2: {code}]"));
        let note = "QR code of another model than 2, which many readers cannot read";
        Some(self.note(note.to_owned()))
    }

    fn tell(&mut self, line: String) {
        self.tell_rows();
        if self.report.len() < LONGEST {
            self.report.push(line);
        }
    }

    fn tell_rows(&mut self) {
        if self.untold > 0 {
            let rows = std::mem::take(&mut self.untold);
            self.report.push(format!("[{rows} rows of dots]"));
        }
    }
}

/// Eight dots, each three times as tall.
fn tripled(byte: u8) -> [u8; 3] {
    let mut tall = [0_u8; 3];
    for dot in 0..TALL {
        if byte & (0x80 >> (dot / 3)) != 0 {
            tall[dot / 8] |= 0x80 >> (dot % 8);
        }
    }
    tall
}
