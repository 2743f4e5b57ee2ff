//! A queue ticket: what for, what somebody says of themself, and the number.

use crate::domain::appointment::ticket::{Taken, classes, gives_tickets};
use crate::domain::appointment::{Appointment, Ask, Purpose, Step};
use crate::domain::city::ServiceCode;
use crate::domain::queue::ClassCode;
use crate::domain::update::Turn;
use crate::domain::visit::{Offer, Screen, Tray};

impl Turn<'_> {
    /// From the welcome: a ticket of this branch.
    pub(in crate::domain::update) fn begin_ticket(&mut self) {
        if !gives_tickets(self.city(), self.ctx.branch) {
            self.go(Screen::AtTheCounter(Offer::Ticket));
            return;
        }
        if self.visit.appointment.as_deref().is_some_and(Appointment::is_unsure) {
            return self.begin_booking();
        }
        self.renew();
        self.appointment().purpose = Purpose::Ticket;
        self.go(Screen::Booking(Step::Matter));
    }

    pub(super) fn choose_matter(&mut self, service: ServiceCode) {
        self.appointment().service = Some(service);
        self.ask_class();
    }

    /// Somebody is here with an appointment.
    pub(super) fn check_in(&mut self) {
        self.appointment().purpose = Purpose::CheckIn;
        self.ask_class();
    }

    fn ask_class(&mut self) {
        if classes(self.city()).len() > 1 {
            self.go(Screen::Booking(Step::Class));
        } else {
            self.take_ticket(None);
        }
    }

    pub(super) fn take_ticket(&mut self, class: Option<ClassCode>) {
        let call = self.ctx.fresh_id;
        let appointment = self.appointment();
        let ask = if appointment.purpose == Purpose::CheckIn {
            let key = appointment.booked.as_ref().map(|booked| booked.key.clone());
            key.map(|key| Ask::CheckIn { call, key, class })
        } else {
            let branch = appointment.here.clone();
            let service = appointment.service.clone();
            service.map(|service| Ask::Take { call, branch, service, class })
        };
        if let Some(ask) = ask {
            self.ask_hub(ask, Step::Wait);
        }
    }

    /// The ticket is there: there is no way back to the questions, and the slip comes by itself.
    pub(super) fn ticket_is(&mut self, taken: &Taken) {
        self.appointment().ticket = Some(Box::new(taken.clone()));
        self.visit.prints.clear();
        if self.ctx.devices.printer.can_print() {
            self.print_booking(Tray::Here);
        }
        if self.visit.screen == Screen::Booking(Step::Wait) {
            self.lead(Step::Ticket);
            self.visit.trail.clear();
        }
    }
}
