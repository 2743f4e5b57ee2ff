//! Appointments: the hub is asked beside the loop, and tells by an event.

use std::sync::Arc;

use uuid::Uuid;

use crate::domain::appointment::{Answer, Ask, Key, Standing};
use crate::domain::city::Language;
use crate::domain::effect::Effect;
use crate::domain::event::Event;
use crate::domain::visit::Tray;
use crate::edge::printer::PrintJob;
use crate::view;

use super::courier::Courier;
use super::{App, Report};

impl Courier {
    fn ask_booking(
        &self,
        language: Language,
        ask: Ask,
        then: impl FnOnce(Answer) + Send + 'static,
    ) {
        let (client, city) = (Arc::clone(&self.booking), Arc::clone(&self.city));
        self.spawn(async move { client.ask(&city, language, &ask).await }, then);
    }
}

impl App {
    /// What was committed about an appointment is now done; everything else is about drafts.
    pub(super) fn dispatch_booking(&mut self, effect: Effect) {
        match effect {
            Effect::Booking { attempt, ask } => {
                self.looking += 1;
                let (reports, visit) = (self.reports.clone(), self.visits_ended);
                self.courier.ask_booking(self.visit.language, ask, move |answer| {
                    // The app has ended: the visit goes on knowing that it does not know.
                    let _ = reports.send(Report::Booking { visit, attempt, answer });
                });
            }
            Effect::LetGo { call, key } => self.let_go(call, key),
            Effect::PrintBooking { job, copy, tray } => self.print_booking(job, copy, tray),
            for_later => self.dispatch_draft(for_later),
        }
    }

    /// Nobody waits for it: a time that is not let go of expires.
    fn let_go(&self, call: Uuid, key: Key) {
        let ask = Ask::Cancel { call, key };
        self.courier.ask_booking(self.visit.language, ask, |_| {});
    }

    fn print_booking(&mut self, job: Uuid, copy: u32, tray: Tray) {
        let words = self.locales.of(self.visit.language);
        let appointment = self.visit.appointment.as_deref();
        let Some(appointment) = appointment else { return };
        let slip = match (&appointment.ticket, &appointment.booked) {
            (Some(taken), _) => {
                let here = self.city.branch(&appointment.here);
                view::appointment::ticket_slip(words, &self.city, here, taken, copy)
            }
            (None, Some(booked)) => view::appointment::slip(words, &self.city, booked, copy),
            (None, None) => return,
        };
        self.printers.print(tray, PrintJob { id: job, slip });
    }

    pub(super) fn booking_told(&mut self, visit: u64, attempt: u32, answer: Answer) {
        self.looking = self.looking.saturating_sub(1);
        if visit == self.visits_ended {
            self.let_happen(&Event::Booking { attempt, answer });
        } else if let Answer::Booking(booked) = answer
            && booked.standing == Standing::Held
        {
            // It came to be held after the farewell, and is nobody's.
            self.let_go(Uuid::new_v4(), booked.key);
        }
    }
}
