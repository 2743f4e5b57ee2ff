//! Paper as device-free blocks: what a slip says, not how a printer says it.

use super::quiet::quiet_debug;

/// One piece of a slip, from top to bottom.
#[derive(Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Block {
    /// The city's crest and, beside it, the administration's name.
    Crest(String),
    /// A heading, bold and centred.
    Heading(String),
    /// What kind of copy this is ("2ª via"), in a frame.
    Banner(String),
    /// The protocol number: at least 24 point, never broken.
    Number(String),
    /// A label and its value, the value bold.
    Field {
        /// What it is.
        label: String,
        /// Its value.
        value: String,
    },
    /// A line of body text, at least 12 point, wrapped.
    Line(String),
    /// A line that is true of paper that fades, and left out on any other.
    Fades(String),
    /// What only a scanner reads: left out on paper that has nothing but letters.
    Passport {
        /// What it is for.
        purpose: String,
        /// Pictures by which one knows it again, names of the icon set.
        pictures: Vec<String>,
        /// What they are.
        words: String,
        /// The text of its QR code.
        code: String,
    },
    /// A QR code (Model 2) of this text.
    Qr(String),
    /// An empty line to write on by hand, after a label.
    WritingLine(String),
    /// A thin rule across the paper.
    Rule,
}

/// Something to print.
#[derive(Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Slip {
    /// The blocks, from top to bottom.
    pub blocks: Vec<Block>,
}

quiet_debug!(Block, Slip);
