//! The line in the making, in the printer's own letters.

use crate::edge::printer::profile::Profile;
use crate::simulator::code_page::{self, Family, Page};

/// Columns from one tab to the next.
const TAB: usize = 8;

pub(super) struct Letters {
    family: Family,
    columns: usize,
    page: Page,
    across: usize,
    down: usize,
    line: String,
    used: usize,
    /// The beginning of a character in UTF-8.
    begun: Vec<u8>,
}

impl std::fmt::Debug for Letters {
    /// Tells how far only: the rest is what somebody said.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Letters({} of {} columns)", self.used, self.columns)
    }
}

impl Letters {
    pub(super) fn new(profile: &Profile) -> Self {
        let family = Family::of(profile);
        Self {
            family,
            columns: usize::from(profile.columns).max(1),
            page: code_page::first(family),
            across: 1,
            down: 1,
            line: String::new(),
            used: 0,
            begun: Vec::new(),
        }
    }

    pub(super) fn reset(&mut self) {
        self.page = code_page::first(self.family);
        self.resize(1, 1);
    }

    /// `ESC t`; whether the page is known.
    pub(super) fn turn_to(&mut self, index: u8) -> bool {
        self.begun.clear();
        self.page = code_page::page(self.family, index);
        self.page != Page::Unknown
    }

    pub(super) fn resize(&mut self, across: u8, down: u8) {
        self.across = usize::from(across);
        self.down = usize::from(down);
    }

    pub(super) fn down(&self) -> usize {
        self.down
    }

    pub(super) fn is_at_the_start(&self) -> bool {
        self.line.is_empty() && self.begun.is_empty()
    }

    /// Takes a byte; a line that is full comes back.
    pub(super) fn take(&mut self, byte: u8) -> Option<String> {
        if self.page != Page::Utf8 {
            return self.write(self.page.character(byte));
        }
        self.begun.push(byte);
        let character = match std::str::from_utf8(&self.begun) {
            Ok(whole) => whole.chars().next().unwrap_or_default(),
            Err(error) if error.error_len().is_none() => return None,
            Err(_) => char::REPLACEMENT_CHARACTER,
        };
        self.begun.clear();
        self.write(character)
    }

    pub(super) fn tab(&mut self) {
        let next = (self.used / TAB + 1) * TAB;
        while self.used < next.min(self.columns) {
            self.line.push(' ');
            self.used += 1;
        }
    }

    pub(super) fn end_line(&mut self) -> String {
        self.begun.clear();
        self.used = 0;
        std::mem::take(&mut self.line)
    }

    pub(super) fn forget_line(&mut self) {
        self.end_line();
    }

    fn write(&mut self, character: char) -> Option<String> {
        let full = self.used + self.across > self.columns && self.used > 0;
        let line = full.then(|| self.end_line());
        self.line.push(character);
        self.used += self.across;
        line
    }
}
