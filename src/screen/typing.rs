//! Letters on their way: kept here until the station has them, so that no touch waits for another.

use crate::domain::action::Action;
use crate::domain::event::Intent;
use crate::domain::keyboard::{Board, Cap, Keys};
use crate::domain::panel::Panel;
use crate::view::{FieldView, View};

/// What is typed at this moment, as it is drawn.
#[derive(Clone, PartialEq)]
pub(super) struct Typed {
    pub(super) fields: Vec<FieldView>,
    pub(super) field: Option<String>,
    pub(super) keys: Keys,
    pub(super) focus: Option<String>,
}

/// The field in use, its text and its keys.
#[derive(Default)]
pub(super) struct Typing {
    board: Option<Board>,
    text: String,
}

impl Drop for Typing {
    fn drop(&mut self) {
        zeroize::Zeroize::zeroize(&mut self.text);
    }
}

impl Typing {
    /// Follows the station: another screen or field, or what it made of what was typed.
    pub(super) fn follow(&mut self, view: &View, turned: bool, up_to_date: bool) {
        let field = |board: &Option<Board>| board.as_ref().map(|board| board.field.clone());
        let id = field(&view.board);
        if turned || up_to_date || id != field(&self.board) {
            let value = view.fields.iter().find(|field| Some(&field.id) == id.as_ref());
            self.text = value.map(|field| field.value.clone()).unwrap_or_default();
            self.board.clone_from(&view.board);
        }
    }

    /// Whether something can be typed.
    pub(super) fn is_open(&self) -> bool {
        self.board.is_some()
    }

    /// A touched key: what is asked of the station, where it does anything.
    pub(super) fn touch(&mut self, cap: Cap) -> Option<Intent> {
        let board = self.board.as_mut()?;
        let text = board.keyboard.touch(cap, &self.text);
        if let Some(text) = text {
            self.text.clone_from(&text);
            return Some(Intent::Type { field: board.field.clone(), text });
        }
        (cap != Cap::Erase).then_some(Intent::Do(Action::Key(cap)))
    }

    /// What is drawn.
    pub(super) fn typed(&self, view: &View, panel: Panel) -> Typed {
        let mut fields = view.fields.clone();
        let field = self.board.as_ref().map(|board| board.field.clone());
        for shown in &mut fields {
            if field.as_ref() == Some(&shown.id) {
                shown.value.clone_from(&self.text);
            }
        }
        let keys = self.board.as_ref().map(|board| board.keys(panel)).unwrap_or_default();
        Typed { fields, field, keys, focus: view.focus.clone() }
    }
}
