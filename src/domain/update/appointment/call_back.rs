//! To be called back: a request like any other, which can be kept here without a line.

use super::{Turn, dialled};
use crate::domain::action::Line;
use crate::domain::appointment::{Appointment, Purpose, Step};
use crate::domain::city::{Channel, City};
use crate::domain::request::{Draft, ForWhom, Reply, RequestId};
use crate::domain::visit::Screen;

impl Turn<'_> {
    /// Name and telephone, where they were not said yet; then only the review stands before
    /// `file`.
    pub(super) fn call_back(&mut self) {
        let appointment = self.appointment();
        appointment.purpose = Purpose::CallBack;
        if appointment.name.is_empty() {
            self.go(Screen::Booking(Step::Name));
        } else if dialled(&appointment.phone).is_none() {
            self.go(Screen::Booking(Step::Phone));
        } else {
            self.ask_to_be_called();
        }
    }

    fn ask_to_be_called(&mut self) {
        let city = self.city();
        let Some(service) = city.booking.as_ref().and_then(|rules| rules.call_back.clone()) else {
            return;
        };
        let Some(appointment) = self.visit.appointment.as_deref() else { return };
        let telephone = Channel::Phone;
        let reply = Reply {
            channel: telephone,
            to: appointment.phone.clone(),
            shared: None,
            may_leave_message: None,
            safe: None,
        };
        let draft = Draft {
            id: Some(RequestId(self.ctx.fresh_id)),
            service: Some(service),
            description: wanted(appointment, city),
            for_whom: Some(ForWhom::Me),
            anonymous: Some(false),
            name: appointment.name.clone(),
            document: self.visit.draft.document.take(),
            reply: Some(Some(reply)),
            ..Draft::default()
        };
        self.visit.draft = draft;
        self.visit.changing = false;
        self.visit.passed =
            [Line::Service, Line::ForWhom, Line::Description, Line::Who, Line::Reply].into();
        self.go(Screen::Review);
    }
}

/// What somebody wanted, for staff, in the city's own names: a private service by its code.
fn wanted(appointment: &Appointment, city: &City) -> String {
    let service = appointment.service.as_ref().and_then(|code| city.service(code));
    let service = service.map(|service| {
        let words = service.words.get(&city.own_language()).filter(|_| !service.private);
        words.map_or_else(|| service.code.0.clone(), |words| words.name.clone())
    });
    let branch = appointment.branch.as_ref().and_then(|code| city.branch(code));
    let booked = appointment.booked.as_ref().or(appointment.held.as_ref());
    let number = booked.map(|booked| booked.key.number).or(appointment.typed);
    let start = appointment.start.map(|at| city.timezone.to_datetime(at));
    let start = start.map(|at| at.strftime("%d/%m/%Y %H:%M").to_string());
    let parts = [service, branch.map(|branch| branch.name.clone()), start];
    let parts = parts.into_iter().chain([number.map(|number| number.to_string())]);
    parts.flatten().collect::<Vec<_>>().join(" · ")
}
