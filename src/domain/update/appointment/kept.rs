//! What was said before: kept when somebody goes elsewhere, and there when they come back.

use crate::domain::appointment::{Purpose, Step};
use crate::domain::update::Turn;

impl Turn<'_> {
    /// Whether a step still asks something when somebody comes back to it.
    pub(in crate::domain::update) fn booking_still_asks(&self, step: Step) -> bool {
        let Some(appointment) = self.visit.appointment.as_deref() else { return false };
        match step {
            Step::Service | Step::Number | Step::Matter => true,
            Step::Code => appointment.typed.is_some(),
            Step::Branch => appointment.service.is_some(),
            Step::Class => appointment.service.is_some() || appointment.booked.is_some(),
            Step::Day => appointment.days.is_some(),
            Step::Half | Step::Time => appointment.times.is_some(),
            Step::Name | Step::Phone => {
                appointment.held.is_some() || appointment.purpose == Purpose::CallBack
            }
            Step::Review => appointment.held.is_some() || appointment.purpose == Purpose::Move,
            Step::Mine => appointment.booked.is_some(),
            Step::Wait
            | Step::Done
            | Step::Cancel
            | Step::Cancelled
            | Step::Ticket
            | Step::Trouble(_) => false,
        }
    }

    /// What is typed and not yet accepted is kept when somebody goes elsewhere.
    pub(in crate::domain::update) fn keep_booking_typed(&mut self, step: Step) {
        let typed = |field| self.visit.typed(field).trim().to_owned();
        match step {
            Step::Name => self.appointment().name = typed("name"),
            Step::Phone => self.appointment().phone = typed("phone"),
            _ => {}
        }
    }

    /// What a field held before.
    pub(in crate::domain::update) fn booking_before(&self, step: Step) -> String {
        let Some(appointment) = self.visit.appointment.as_deref() else { return String::new() };
        match step {
            Step::Name => appointment.name.clone(),
            Step::Phone => appointment.phone.clone(),
            Step::Number => appointment.typed.map(|it| it.to_string()).unwrap_or_default(),
            _ => String::new(),
        }
    }
}
