//! Who the person is and how to answer: everything may be left out.

use crate::domain::action::{Action, Line};
use crate::domain::city::{Channel, Country};
use crate::domain::document::DocumentKind;
use crate::domain::offer::{FieldKind, reply_kind};
use crate::domain::request::{Document, Reply};
use crate::domain::visit::{Complaint, Screen};

use super::Turn;

impl Turn<'_> {
    pub(super) fn who_and_reply(&mut self, action: &Action) {
        match (&self.visit.screen, action) {
            (Screen::Who, Action::SayName) => {
                self.visit.draft.anonymous = Some(false);
                self.go(Screen::Name);
            }
            (Screen::Who, Action::Anonymous) => {
                self.visit.draft.anonymous = Some(true);
                self.complete(&Line::Who);
            }
            (Screen::Name, Action::Next) => {
                if self.visit.typed("name").trim().is_empty() {
                    self.visit.complaint = Some(Complaint::Empty);
                    return;
                }
                self.visit.draft.name = self.visit.typed("name").trim().to_owned();
                self.complete(&Line::Who);
            }
            (Screen::Name, Action::Skip) => {
                self.visit.draft.name.clear();
                self.visit.draft.anonymous = Some(true);
                self.complete(&Line::Who);
            }
            (Screen::Document | Screen::DocumentDoubt, _) => self.document(action),
            (Screen::Channel, Action::Contact(channel)) => self.channel(*channel),
            (Screen::ReplyTo, Action::Next) => self.reply_to(),
            (Screen::Channel, Action::ContactNone) | (Screen::ReplyTo, Action::Skip) => {
                self.visit.draft.reply = Some(None);
                self.complete(&Line::Reply);
            }
            (Screen::SafeToCall | Screen::SafeWhen, _) => self.safe(action),
            (Screen::SharedTelephone, Action::Yes) => {
                self.change_reply(|reply| reply.shared = Some(true));
                self.go(Screen::LeaveMessage);
            }
            (Screen::SharedTelephone, Action::No) => {
                self.change_reply(|reply| {
                    reply.shared = Some(false);
                    reply.may_leave_message = None;
                });
                self.complete(&Line::Reply);
            }
            (Screen::LeaveMessage, Action::Yes | Action::No) => {
                let may = *action == Action::Yes;
                self.change_reply(|reply| reply.may_leave_message = Some(may));
                self.complete(&Line::Reply);
            }
            _ => {}
        }
    }

    fn change_reply(&mut self, change: impl FnOnce(&mut Reply)) {
        if let Some(Some(reply)) = &mut self.visit.draft.reply {
            change(reply);
        }
    }

    /// Asked about once when the digits do not add up, never refused.
    fn document(&mut self, action: &Action) {
        match action {
            Action::HaveNone => self.has_document(Document::HasNone),
            Action::RatherNot => self.has_document(Document::RatherNot),
            Action::TypeAgain => self.go(Screen::Document),
            Action::KeepAsTyped => self.complete(&Line::Document),
            Action::Next => {
                let Some(adds_up) = self.keep_document() else {
                    self.visit.complaint = Some(Complaint::Empty);
                    return;
                };
                if adds_up || self.visit.document_doubted {
                    self.complete(&Line::Document);
                } else {
                    self.visit.document_doubted = true;
                    self.go(Screen::DocumentDoubt);
                }
            }
            _ => {}
        }
    }

    /// Keeps the digits typed and tells whether they add up; `None` when there are none.
    pub(super) fn keep_document(&mut self) -> Option<bool> {
        let kind = match self.city().country {
            Country::Brazil => DocumentKind::Cpf,
            Country::Romania => DocumentKind::Cnp,
        };
        let typed = self.visit.typed("document");
        let digits: String = typed.chars().filter(char::is_ascii_digit).collect();
        if digits.is_empty() {
            return None;
        }
        let adds_up = kind.adds_up(&digits);
        self.visit.draft.document = Some(Document::Given { kind, digits, adds_up });
        Some(adds_up)
    }

    fn has_document(&mut self, document: Document) {
        self.visit.draft.document = Some(document);
        self.complete(&Line::Document);
    }

    fn channel(&mut self, channel: Channel) {
        let before = self.visit.draft.reply.take().flatten();
        // A number typed for one telephone channel serves the others; an address does not.
        let to = before
            .filter(|reply| {
                reply.channel == channel || (reply.channel.is_telephone() && channel.is_telephone())
            })
            .map(|reply| reply.to)
            .unwrap_or_default();
        self.visit.draft.reply =
            Some(Some(Reply { channel, to, shared: None, may_leave_message: None, safe: None }));
        if channel == Channel::Branch {
            self.complete(&Line::Reply);
        } else {
            self.go(Screen::ReplyTo);
        }
    }

    fn reply_to(&mut self) {
        let typed = self.visit.typed("reply-to").trim().to_owned();
        let kind = reply_kind(&self.visit);
        if let Some(complaint) = reply_complaint(&typed, kind) {
            self.visit.complaint = Some(complaint);
            return;
        }
        self.change_reply(|reply| {
            if reply.to != typed {
                reply.to = typed;
                reply.safe = None;
            }
        });
        self.after_contact();
    }
}

/// ITU-T E.164 allows fifteen digits; no telephone that can be called back has fewer than eight.
pub(super) fn reply_complaint(typed: &str, kind: FieldKind) -> Option<Complaint> {
    if typed.is_empty() {
        return Some(Complaint::Empty);
    }
    match kind {
        FieldKind::Telephone => {
            let digits = typed.chars().filter(char::is_ascii_digit).count();
            (!(8..=15).contains(&digits)).then_some(Complaint::Telephone)
        }
        FieldKind::Email => {
            let parts = typed.split_once('@');
            let whole = parts.is_some_and(|(name, host)| {
                !name.is_empty()
                    && host.contains('.')
                    && !host.starts_with('.')
                    && !host.ends_with('.')
            });
            (!whole || typed.contains(char::is_whitespace)).then_some(Complaint::Email)
        }
        FieldKind::Text | FieldKind::LongText | FieldKind::Digits => None,
    }
}
