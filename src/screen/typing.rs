//! Letters on their way: kept here until the station has them, so that no touch waits for another.

use crate::domain::city::Language;
use crate::domain::panel::Panel;
use crate::view::{FieldView, View};

use super::keyboard::{self, Keyboard, Keys, Purpose};

/// What is typed at this moment, as it is drawn.
#[derive(Clone, PartialEq)]
pub(super) struct Typed {
    pub(super) fields: Vec<FieldView>,
    pub(super) field: Option<String>,
    pub(super) keys: Keys,
}

/// The field in use and its text.
#[derive(Default)]
pub(super) struct Typing {
    keyboard: Keyboard,
    field: Option<String>,
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
        let focused = view.fields.iter().find(|field| view.focus.as_ref() == Some(&field.id));
        let field = focused.or_else(|| view.fields.first());
        let id = field.map(|field| field.id.clone());
        let another = turned || id != self.field;
        if another && let Some(id) = &id {
            self.keyboard.begin(id);
        }
        if view.screen == "welcome" {
            // The next person starts with their own keyboard.
            self.keyboard = Keyboard::default();
        }
        if another || up_to_date {
            self.field = id;
            self.text = field.map(|field| field.value.clone()).unwrap_or_default();
        }
    }

    /// A touched key: the field and its new text, where it changed.
    pub(super) fn touch(&mut self, id: &str) -> Option<(String, String)> {
        let field = self.field.clone()?;
        self.text = self.keyboard.touch(id, &self.text)?;
        Some((field, self.text.clone()))
    }

    /// What is drawn.
    pub(super) fn typed(&self, view: &View, panel: Panel) -> Typed {
        let mut fields = view.fields.clone();
        for field in &mut fields {
            if self.field.as_ref() == Some(&field.id) {
                field.value.clone_from(&self.text);
            }
        }
        let keys = fields
            .iter()
            .find(|field| self.field.as_ref() == Some(&field.id))
            .map(|field| {
                let purpose = match field.kind {
                    "digits" | "telephone" => Purpose::Digits,
                    "email" => Purpose::Email,
                    _ if keyboard::is_house(&field.id) => Purpose::House,
                    _ => Purpose::Words,
                };
                let language = Language::from_tag(view.locale).unwrap_or(Language::En);
                self.keyboard.keys(purpose, language, &view.keys, panel)
            })
            .unwrap_or_default();
        Typed { fields, field: self.field.clone(), keys }
    }
}
