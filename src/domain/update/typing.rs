//! Typing without a finger: into the keys, from key to key, and out again.
//!
//! The way out is never far: above the first row and below the last lies the field, each keyboard
//! has a key that leads there, and switches come to that key after the last row.

use crate::domain::event::Key;
use crate::domain::keyboard::{Board, Cap, Keys, Spot};
use crate::domain::offer::offer;

use super::{NotApplicable, Turn};

impl Turn<'_> {
    /// The keys of the screen.
    fn board(&self) -> Option<(Board, Keys)> {
        let offer = offer(&self.visit, self.city(), self.ctx.devices);
        let board = Board::of(&self.visit, &offer)?;
        let keys = board.keys(offer.panel());
        Some((board, keys))
    }

    /// Where the person is among the keys.
    pub(super) fn spot(&self) -> Option<(Spot, Keys)> {
        let spot = Spot::from_id(self.visit.focus.as_deref()?)?;
        let (_, keys) = self.board()?;
        keys.holds(spot).then_some((spot, keys))
    }

    /// Moves the focus; keys follow to another field.
    pub(super) fn focus_on(&mut self, id: String) {
        let offer = offer(&self.visit, self.city(), self.ctx.devices);
        let field = offer.fields.iter().any(|(field, _)| *field == id);
        if field && self.visit.keyboard.field.as_deref() != Some(&id) {
            self.visit.keyboard.begin(Some(&id));
        }
        self.visit.focus = Some(id);
    }

    /// From a field into its keys: to the first key, or, with switches, to the first row.
    pub(super) fn enter_keys(&mut self, field: &str, scanning: bool) {
        self.focus_on(field.to_owned());
        // Keys are laid out for somebody who walks only once somebody does.
        self.stand(Spot::Row(0));
        if !scanning {
            self.stand_on_first();
        }
    }

    fn stand(&mut self, spot: Spot) {
        self.visit.focus = Some(spot.id());
    }

    fn stand_on_first(&mut self) {
        if let Some(cap) = self.board().and_then(|(_, keys)| keys.first()) {
            self.stand(Spot::Key(cap));
        }
    }

    fn leave_keys(&mut self) {
        self.visit.focus = self.board().map(|(board, _)| board.field);
    }

    /// An arrow among the keys.
    pub(super) fn walk(&mut self, spot: Spot, arrow: Key, keys: &Keys) {
        let next = match spot {
            Spot::Key(cap) => keys.beside(cap, arrow),
            Spot::Row(row) => keys.at((row, 0)),
        };
        match next {
            Some(cap) => self.stand(Spot::Key(cap)),
            None => self.leave_keys(),
        }
    }

    /// The stepping switch: from row to row and then out; within a row from key to key and then
    /// to the row again.
    pub(super) fn scan_on(&mut self, spot: Spot, keys: &Keys) {
        let next = match spot {
            Spot::Row(row) if row + 1 < keys.rows.len() => Spot::Row(row + 1),
            Spot::Row(_) => Spot::Key(Cap::Done),
            Spot::Key(Cap::Done) => Spot::Row(0),
            Spot::Key(cap) => {
                let Some((row, place)) = keys.place(cap) else { return };
                let rest = keys.rows.get(row).into_iter().flatten().skip(place + 1);
                let next = rest.map(|key| key.cap).find(|cap| *cap != Cap::Done);
                next.map_or(Spot::Row(row), Spot::Key)
            }
        };
        self.stand(next);
    }

    /// The choosing switch on a row: to its first key.
    pub(super) fn enter_row(&mut self, row: usize, keys: &Keys) {
        let first = keys.rows.get(row).into_iter().flatten().map(|key| key.cap);
        if let Some(cap) = first.into_iter().find(|cap| *cap != Cap::Done) {
            self.stand(Spot::Key(cap));
        }
    }

    /// A key on which the person stands is chosen; with switches one begins at the rows again.
    pub(super) fn choose_cap(&mut self, cap: Cap, scanning: bool) -> Result<(), NotApplicable> {
        let place = self.board().and_then(|(_, keys)| keys.place(cap));
        self.press_cap(cap)?;
        if cap == Cap::Done {
            return Ok(());
        }
        if scanning {
            self.stand(Spot::Row(0));
            return Ok(());
        }
        self.stand(Spot::Key(cap));
        let other_page = matches!(cap, Cap::Signs | Cap::Letters | Cap::Accents);
        let Some((_, keys)) = self.board() else { return Ok(()) };
        if other_page {
            self.stand_on_first();
        } else if !keys.holds(Spot::Key(cap))
            && let Some(near) = keys.small(cap).or_else(|| keys.at(place?))
        {
            // A capital has become a small letter, or a key another one.
            self.stand(Spot::Key(near));
        }
        Ok(())
    }

    /// A key of the keyboard on the screen, by whatever touches it.
    pub(super) fn press_cap(&mut self, cap: Cap) -> Result<(), NotApplicable> {
        let (board, keys) = self.board().ok_or(NotApplicable::NotOffered)?;
        if !keys.holds(Spot::Key(cap)) {
            return Err(NotApplicable::NotOffered);
        }
        if cap == Cap::Done {
            self.leave_keys();
            return Ok(());
        }
        let focus = self.visit.focus.clone();
        let mut keyboard = board.keyboard;
        let text = keyboard.touch(cap, self.visit.typed(&board.field));
        if let Some(text) = text {
            self.type_text(&board.field, &text)?;
            self.visit.focus = focus;
        }
        self.visit.keyboard = keyboard;
        Ok(())
    }
}
