//! One piece of paper that came off the roll.

use super::picture::Picture;

/// How a slip came off the roll.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// Cut, nothing left uncut.
    CutThrough,
    /// Cut, one point left.
    CutLeavingAPoint,
    /// Torn off at the tear bar by somebody who takes it for finished.
    TornOff,
    /// Torn off before it was finished.
    Torn,
}

/// One piece of paper.
#[derive(Clone, PartialEq, Eq)]
pub struct Slip {
    pub(super) picture: Picture,
    pub(super) lines: Vec<String>,
    pub(super) report: Vec<String>,
    pub(super) codes: Vec<String>,
    pub(super) notes: Vec<String>,
    pub(super) end: End,
}

impl std::fmt::Debug for Slip {
    /// Tells sizes only: the rest is what somebody said.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Slip")
            .field("picture", &self.picture)
            .field("lines", &self.lines.len())
            .field("codes", &self.codes.len())
            .field("notes", &self.notes)
            .field("end", &self.end)
            .finish_non_exhaustive()
    }
}

impl Slip {
    /// What was sent as dots, with the white between. White below the last dots is not part of it;
    /// text is not drawn.
    #[must_use]
    pub fn picture(&self) -> &Picture {
        &self.picture
    }

    /// The lines of text as the printer's own letters show them; empty ones at the end are left out.
    #[must_use]
    pub fn text(&self) -> String {
        self.lines.join("\n").trim_end().to_owned()
    }

    /// What its QR and bar codes say, those that were sent as codes and not as dots.
    #[must_use]
    pub fn codes(&self) -> &[String] {
        &self.codes
    }

    /// What the printer did not know, or what would not be on paper as it was meant.
    #[must_use]
    pub fn notes(&self) -> &[String] {
        &self.notes
    }

    /// How it came off the roll.
    #[must_use]
    pub fn end(&self) -> End {
        self.end
    }

    /// What its `.txt` says: lines of text as they are, everything else in square brackets.
    #[must_use]
    pub fn report(&self) -> String {
        let mut report = self.report.join("\n");
        report.push_str(match self.end {
            End::CutThrough => "\n[cut through]\n",
            End::CutLeavingAPoint => "\n[cut, one point left]\n",
            End::TornOff => "\n[torn off]\n",
            End::Torn => "\n[torn off, not finished]\n",
        });
        report.trim_start_matches('\n').to_owned()
    }
}
