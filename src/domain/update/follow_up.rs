//! How a request stands: by its number, and by the code for more.

use crate::domain::action::{Action, Line};
use crate::domain::appointment::Step;
use crate::domain::booking::number::BookingNumber;
use crate::domain::effect::Effect;
use crate::domain::learning::At;
use crate::domain::passport::Passport;
use crate::domain::protocol_number::{NotAProtocolNumber, ProtocolNumber};
use crate::domain::request::{AccessCode, Draft, ForWhom, RequestId};
use crate::domain::visit::{Complaint, FollowUp, LookUp, Screen};

use super::{NotApplicable, Turn};

impl Turn<'_> {
    pub(super) fn follow(&mut self, action: &Action) {
        match (&self.visit.screen, action) {
            (Screen::FollowNumber, Action::Next) => self.follow_typed(),
            (Screen::FollowCode, Action::Next) => self.follow_code(),
            (Screen::FollowCode, Action::Skip) => self.look_up(None),
            (Screen::FollowStatus, Action::GiveCode) => self.go(Screen::FollowCode),
            (Screen::FollowStatus, Action::TryAgain) => {
                let code = self.visit.follow_up.as_ref().and_then(|follow| follow.code.clone());
                self.look_up(code);
            }
            (Screen::FollowStatus, Action::Complain) => self.complain(),
            (Screen::FollowStatus, Action::Finish) => self.go(Screen::Opinion),
            _ => {}
        }
    }

    /// A wrong digit is caught before any look-up.
    fn follow_typed(&mut self) {
        let typed = self.visit.typed("number").trim();
        if typed.is_empty() {
            self.visit.complaint = Some(Complaint::Empty);
            return;
        }
        match typed.parse::<ProtocolNumber>() {
            Ok(number) => {
                self.follow_number(number);
                self.go(Screen::FollowCode);
            }
            Err(NotAProtocolNumber::CheckDigits) => {
                self.visit.complaint = Some(Complaint::NumberDigit);
            }
            Err(NotAProtocolNumber::Length(_) | NotAProtocolNumber::Characters) => {
                self.visit.complaint = Some(Complaint::NumberLength);
            }
        }
    }

    fn follow_number(&mut self, number: ProtocolNumber) {
        let attempt = self.visit.follow_up.as_ref().map_or(0, |follow| follow.attempt);
        self.visit.follow_up =
            Some(FollowUp { number, code: None, attempt, answer: LookUp::Looking });
    }

    fn follow_code(&mut self) {
        let digits: String =
            self.visit.typed("code").chars().filter(char::is_ascii_digit).collect();
        if digits.len() == 6 {
            self.look_up(Some(AccessCode(digits)));
        } else {
            self.visit.complaint = Some(Complaint::CodeLength);
        }
    }

    fn look_up(&mut self, code: Option<AccessCode>) {
        let Some(follow) = &mut self.visit.follow_up else { return };
        follow.attempt += 1;
        follow.code.clone_from(&code);
        follow.answer = LookUp::Looking;
        let (attempt, number) = (follow.attempt, follow.number);
        self.effects.push(Effect::LookUp { attempt, number, code });
        self.go(Screen::FollowStatus);
    }

    /// The answer to an older question is dropped.
    pub(super) fn looked_up(&mut self, attempt: u32, answer: &LookUp) {
        if let Some(follow) = &mut self.visit.follow_up
            && follow.attempt == attempt
        {
            follow.answer = answer.clone();
            self.visit.focus = None;
        }
    }

    /// A late answer becomes a request in one step: only the review stands before `file`.
    fn complain(&mut self) {
        let Some(follow) = &self.visit.follow_up else { return };
        let number = follow.number.to_string();
        let before = std::mem::take(&mut self.visit.draft);
        self.visit.draft = Draft {
            id: Some(RequestId(self.ctx.fresh_id)),
            service: Some(self.city().late.clone()),
            description: number,
            for_whom: Some(ForWhom::Me),
            anonymous: before.anonymous,
            name: before.name,
            document: before.document,
            reply: before.reply,
            ..Draft::default()
        };
        self.visit.changing = false;
        self.visit.passed = [Line::Service, Line::ForWhom, Line::Description].into();
        self.go(Screen::Review);
    }

    /// A receipt's QR holds the follow-up page, the number and, after `#`, the code.
    pub(super) fn scan(&mut self, text: &str) -> Result<(), NotApplicable> {
        let takes = matches!(
            self.visit.screen,
            Screen::Welcome
                | Screen::FollowNumber
                | Screen::FollowCode
                | Screen::FollowStatus
                | Screen::Booking(Step::Service | Step::Number | Step::Code | Step::Mine)
                | Screen::Learning(At::Passport | At::Tracks | At::Lessons(_) | At::Help | At::End)
        );
        if !takes || self.visit.overlay.is_some() {
            return Err(NotApplicable::NoScan);
        }
        if let Ok(passport) = text.parse::<Passport>() {
            self.show_passport(Some(passport));
            return Ok(());
        }
        let (address, code) = text.trim().rsplit_once('#').unwrap_or((text.trim(), ""));
        let whole = code.len() == 6 && code.bytes().all(|digit| digit.is_ascii_digit());
        let code = whole.then(|| AccessCode(code.to_owned()));
        let number = address.rsplit('/').next().unwrap_or_default();
        if let Ok(booked) = number.parse::<BookingNumber>() {
            return self.scan_booking(booked, code);
        }
        let number = number.parse::<ProtocolNumber>();
        let Ok(number) = number else {
            if let Screen::Booking(_) = self.visit.screen {
                self.go(Screen::Booking(Step::Number));
                self.visit.complaint = Some(Complaint::BookingLength);
                return Ok(());
            }
            if let Screen::Learning(_) = self.visit.screen {
                self.show_passport(None);
                return Ok(());
            }
            self.go(Screen::FollowNumber);
            self.visit.complaint = Some(Complaint::NumberLength);
            return Ok(());
        };
        self.follow_number(number);
        self.look_up(code);
        Ok(())
    }
}
