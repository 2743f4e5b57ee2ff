//! What a printer is told to do, one command a value.

/// One command that waits for its turn.
#[derive(Clone, PartialEq, Eq)]
pub(super) enum Command {
    /// A byte of text.
    Letter(u8),
    /// `LF`.
    Line,
    /// `HT`.
    Tab,
    /// `ESC @`.
    Reset,
    /// `ESC t n`.
    Page(u8),
    /// `ESC a n`, `ESC j n` at a Daruma.
    Align(Align),
    /// How many columns and lines a letter takes.
    Size {
        /// Columns.
        across: u8,
        /// Lines.
        down: u8,
    },
    /// Rows from line to line; none for the usual.
    Spacing(Option<u8>),
    /// White lines.
    FeedLines(u8),
    /// White rows.
    FeedRows(u8),
    /// A row of `GS v 0`, or of a picture that was stored before.
    Row {
        /// Eight dots a byte.
        bits: Vec<u8>,
        /// Every dot so many times across.
        across: u8,
        /// Every dot so many times down.
        down: u8,
    },
    /// `ESC *`: columns of dots within the line.
    Columns {
        /// Eight dots a byte from top to bottom.
        bits: Vec<u8>,
        /// Bytes a column: 1 or 3.
        tall: u8,
        /// Every dot so many times across.
        across: u8,
    },
    /// `GS ( L` or `GS 8 L` function 112: a picture to be kept.
    StorePicture(Vec<u8>),
    /// Function 50: the kept picture is printed.
    PrintPicture,
    /// `GS ( k` function 165: the model of the QR code, 50 for Model 2.
    QrModel(u8),
    /// Function 180: what the QR code says.
    QrStore(Vec<u8>),
    /// Function 181: the kept QR code is printed.
    QrPrint,
    /// A QR code in one command, as Brazilian printers have it.
    Qr(Vec<u8>),
    /// A bar code.
    Barcode(Vec<u8>),
    /// Parts the slip from the roll.
    Cut {
        /// Nothing is left uncut.
        through: bool,
    },
    /// `GS ( H` function 48.
    Acknowledge([u8; 4]),
    /// `GS r n`.
    Sensors(u8),
    /// `GS I n`.
    Identity(u8),
    /// `GS a n`.
    Automatic(u8),
    /// `GS e n`: 2 draws the slip back, 3 holds it out, 5 pushes it out.
    Mouth(u8),
    /// It is known and leaves nothing on paper.
    Nothing,
    /// It is known, and what it would print is not drawn.
    NotDrawn(&'static str),
    /// It is not known; how it begins.
    Unknown(Vec<u8>),
}

impl Command {
    /// Whether somebody could see on the paper that it was there.
    pub(super) fn leaves_a_trace(&self) -> bool {
        matches!(
            self,
            Self::Letter(_)
                | Self::Row { .. }
                | Self::Columns { .. }
                | Self::PrintPicture
                | Self::QrPrint
                | Self::Qr(_)
                | Self::Barcode(_)
        )
    }
}

impl std::fmt::Debug for Command {
    /// Tells the kind only: the rest is what somebody said.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Command({:?})", std::mem::discriminant(self))
    }
}

/// Where on the paper's width.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Align {
    #[default]
    Left,
    Centre,
    Right,
}

impl Align {
    /// As a command says it: 0 to 2, or the digit.
    pub(super) fn of(n: u8) -> Option<Self> {
        match n {
            0 | b'0' => Some(Self::Left),
            1 | b'1' => Some(Self::Centre),
            2 | b'2' => Some(Self::Right),
            _ => None,
        }
    }

    /// Where something of that width begins.
    pub(super) fn offset(self, width: usize, within: usize) -> usize {
        let rest = within.saturating_sub(width);
        match self {
            Self::Left => 0,
            Self::Centre => rest / 2,
            Self::Right => rest,
        }
    }
}
