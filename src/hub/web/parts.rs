//! What pages are made of.

use maud::{Markup, html};

use super::reader::Reader;
use crate::icons::strokes;

/// A picture beside words; those who do not see it miss nothing.
pub(crate) fn picture(name: &str) -> Markup {
    html! {
        svg.picture viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false" {
            @for (path, filled) in strokes(name).unwrap_or_default() {
                path.filled[*filled] d=(path) {}
            }
        }
    }
}

/// Picture and words of something that can be chosen.
pub(super) fn choice(icon: &str, label: &str, hint: Option<&str>) -> Markup {
    html! {
        span.badge { (picture(icon)) }
        span.said {
            span.label { (label) }
            @if let Some(hint) = hint { span.hint { (hint) } }
        }
    }
}

/// A choice that leads on.
pub(super) fn link(address: &str, content: &Markup) -> Markup {
    html! { a.choice href=(address) { (content) } }
}

/// The way back.
pub(super) fn back(reader: &Reader, address: &str) -> Markup {
    html! { a.quiet href=(address) { (back_words(reader)) } }
}

/// What stands on it.
pub(super) fn back_words(reader: &Reader) -> Markup {
    html! { (picture("arrow-left")) (reader.words().text("action-back")) }
}

/// A telephone that is called by touching it.
pub(super) fn phone(number: &str) -> Markup {
    let digits: String = number.chars().filter(|it| it.is_ascii_digit() || *it == '+').collect();
    html! { a href=(format!("tel:{digits}")) { (number) } }
}

/// Lines with a picture each.
pub(super) fn lines<'a>(lines: impl IntoIterator<Item = (&'a str, Markup)>) -> Markup {
    html! {
        ul.lines {
            @for (icon, line) in lines { li { (picture(icon)) div { (line) } } }
        }
    }
}

/// One line with a picture.
pub(crate) fn note(icon: &str, text: &str) -> Markup {
    html! { p.note { (picture(icon)) span { (text) } } }
}

/// Numbers that are copied from paper or to it, in the groups in which they are read.
pub(super) fn plate(rows: &[(String, String)]) -> Markup {
    html! {
        dl.plate {
            @for (name, value) in rows { div { dt { (name) } dd { (value) } } }
        }
    }
}

/// A field that travels and is not shown.
pub(super) fn hidden(name: &str, value: &str) -> Markup {
    html! { input type="hidden" name=(name) value=(value); }
}

/// Something that is typed.
pub(super) struct Field<'a> {
    pub(super) name: &'a str,
    pub(super) label: String,
    pub(super) hint: Option<String>,
    pub(super) value: &'a str,
    /// What is wrong with it, in a sentence.
    pub(super) wrong: Option<String>,
    pub(super) kind: &'a str,
    pub(super) autocomplete: &'a str,
    pub(super) inputmode: Option<&'a str>,
    pub(super) needed: bool,
}

impl Field<'_> {
    pub(super) fn show(&self) -> Markup {
        let id = |part: &str| format!("{}-{part}", self.name);
        let hint = self.hint.as_ref().map(|_| id("hint"));
        let wrong = self.wrong.as_ref().map(|_| id("wrong"));
        let parts: Vec<String> = hint.into_iter().chain(wrong).collect();
        let described = (!parts.is_empty()).then(|| parts.join(" "));
        html! {
            div.field.faulty[self.wrong.is_some()] {
                label for=(self.name) { (self.label) }
                @if let Some(hint) = &self.hint { p.hint id=(id("hint")) { (hint) } }
                @if let Some(wrong) = &self.wrong {
                    p.wrong id=(id("wrong")) { (picture("circle-alert")) span { (wrong) } }
                }
                input id=(self.name) name=(self.name) type=(self.kind) value=(self.value)
                    autocomplete=(self.autocomplete) inputmode=[self.inputmode] maxlength="254"
                    spellcheck="false" aria-describedby=[described] required[self.needed]
                    aria-invalid=[self.wrong.is_some().then_some("true")];
            }
        }
    }
}

/// What must be looked at again, each with the way to its field; nothing where all is well.
pub(super) fn summary(reader: &Reader, fields: &[&Field<'_>]) -> Markup {
    let faults = fields.iter().filter_map(|field| Some((field.name, field.wrong.as_ref()?)));
    let faults: Vec<_> = faults.collect();
    html! {
        @if !faults.is_empty() {
            section.summary aria-labelledby="summary" tabindex="-1" autofocus {
                h2 #summary { (picture("circle-alert")) (reader.words().text("web-look-again")) }
                ul {
                    @for (name, wrong) in faults { li { a href=(format!("#{name}")) { (wrong) } } }
                }
            }
        }
    }
}
