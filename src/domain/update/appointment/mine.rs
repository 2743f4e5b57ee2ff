//! What is booked already: found by its number and code, moved, cancelled.

use crate::domain::appointment::{Appointment, Ask, Key, Purpose, Step};
use crate::domain::booking::number::BookingNumber;
use crate::domain::request::AccessCode;
use crate::domain::update::{NotApplicable, Turn};
use crate::domain::visit::{Complaint, Screen};

impl Turn<'_> {
    /// A wrong digit is caught before anything is asked.
    pub(super) fn booking_number(&mut self) {
        let typed = self.visit.typed("booking-number");
        let digits = typed.chars().filter(char::is_ascii_digit).count();
        match typed.parse::<BookingNumber>() {
            Ok(number) => {
                self.appointment().typed = Some(number);
                self.go(Screen::Booking(Step::Code));
            }
            Err(_) => {
                self.visit.complaint = Some(match digits {
                    0 => Complaint::Empty,
                    9 => Complaint::NumberDigit,
                    _ => Complaint::BookingLength,
                });
            }
        }
    }

    pub(super) fn booking_code(&mut self) {
        let typed = self.visit.typed("code").chars();
        let digits: String = typed.filter(char::is_ascii_digit).collect();
        let number = self.appointment().typed;
        match number {
            Some(number) if digits.len() == 6 => {
                let key = Key { number, code: AccessCode(digits) };
                self.ask_hub(Ask::Show { key }, Step::Wait);
            }
            Some(_) => self.visit.complaint = Some(Complaint::CodeLength),
            None => self.go(Screen::Booking(Step::Number)),
        }
    }

    /// A slip before the scanner: its number and, where it holds one, its code.
    pub(in crate::domain::update) fn scan_booking(
        &mut self,
        number: BookingNumber,
        code: Option<AccessCode>,
    ) -> Result<(), NotApplicable> {
        let unsure = self.visit.appointment.as_deref().is_some_and(Appointment::is_unsure);
        if unsure || self.city().booking.is_none() {
            return Err(NotApplicable::NoScan);
        }
        self.renew();
        self.appointment().typed = Some(number);
        match code {
            Some(code) => self.ask_hub(Ask::Show { key: Key { number, code } }, Step::Wait),
            None => self.go(Screen::Booking(Step::Code)),
        }
        Ok(())
    }

    /// Another time in the same branch first; the way to others stands there.
    pub(super) fn move_booking(&mut self) {
        let appointment = self.appointment();
        let Some(booked) = appointment.booked.as_ref() else { return };
        appointment.purpose = Purpose::Move;
        appointment.service = booked.services.first().cloned();
        appointment.branch = Some(booked.branch.clone());
        self.look_at_days();
    }

    pub(super) fn cancel_booking(&mut self) {
        let call = self.ctx.fresh_id;
        let booked = self.appointment().booked.as_ref().map(|booked| booked.key.clone());
        if let Some(key) = booked {
            self.ask_hub(Ask::Cancel { call, key }, Step::Wait);
        }
    }
}
