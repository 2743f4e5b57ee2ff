//! What the hub says, and where it leads.

use super::Turn;
use crate::domain::appointment::{
    Answer, Ask, Booked, Half, Purpose, Standing, Step, Trouble, branches,
};
use crate::domain::booking::state::BookingRefusal;
use crate::domain::visit::{Screen, Tray};

impl Turn<'_> {
    /// The answer to an older question is dropped; one that does not fit its question is none.
    pub(in crate::domain::update) fn booking_told(&mut self, attempt: u32, answer: &Answer) {
        let Some(appointment) = self.visit.appointment.as_deref_mut() else { return };
        if appointment.asked != attempt || !std::mem::take(&mut appointment.open) {
            return;
        }
        let Some(ask) = appointment.last.as_deref().cloned() else { return };
        match (&ask, answer) {
            (Ask::Soonest { .. }, Answer::Soonest(soonest)) => self.soonest_told(soonest),
            (Ask::Days { .. }, Answer::Days(days)) => {
                self.appointment().days = Some(days.clone());
            }
            (Ask::Times { .. }, Answer::Times(times)) => {
                self.appointment().times = Some(times.clone());
                self.times_told();
            }
            (_, Answer::Booking(booked)) if fits(&ask, booked) => self.booking_is(&ask, booked),
            // An earlier call, of which nobody heard, has booked it.
            (Ask::Confirm { key, .. }, Answer::Refused(BookingRefusal::AlreadyConfirmed)) => {
                self.ask_hub(Ask::Show { key: key.clone() }, Step::Wait);
            }
            (_, Answer::Refused(refusal)) => {
                if *refusal == BookingRefusal::HoldExpired {
                    self.appointment().held = None;
                }
                self.trouble(&ask, Trouble::Refused(*refusal));
            }
            (Ask::Take { .. } | Ask::CheckIn { .. }, Answer::Ticket(taken)) => {
                self.ticket_is(taken);
            }
            (_, Answer::NoTicket(why)) => self.trouble(&ask, Trouble::NoTicket(*why)),
            (_, Answer::NoLine) => self.trouble(&ask, Trouble::NoLine),
            (_, Answer::NotThere) => self.trouble(&ask, Trouble::NotThere),
            (_, Answer::Lost) if ask.commits() => {
                self.appointment().lost = true;
                self.trouble(&ask, Trouble::Unsure);
            }
            _ => self.trouble(&ask, Trouble::Later),
        }
    }

    fn soonest_told(&mut self, soonest: &[(String, jiff::Timestamp)]) {
        let city = self.city();
        let appointment = self.appointment();
        let known = branches(appointment, city);
        appointment.soonest = soonest
            .iter()
            .filter(|(code, _)| known.iter().any(|branch| branch.code == *code))
            .cloned()
            .collect();
    }

    /// The half that was chosen may be gone meanwhile: then the other one is asked, or none.
    fn times_told(&mut self) {
        let zone = &self.ctx.city.timezone;
        let appointment = self.appointment();
        let has = |half| appointment.times_of(half, zone).next().is_some();
        if appointment.half.is_some_and(|half| !has(half)) {
            let left = Half::ALL.into_iter().find(|half| has(*half));
            appointment.half = left;
        }
    }

    /// Leads from the place where somebody waits; whoever went elsewhere is not called back, and
    /// what is laid over the screen stays.
    fn lead_on(&mut self, to: Step) {
        if self.visit.screen != Screen::Booking(Step::Wait) {
            return;
        }
        self.lead(to);
    }

    pub(super) fn lead(&mut self, to: Step) {
        let overlay = self.visit.overlay.take();
        self.go(Screen::Booking(to));
        self.visit.overlay = overlay;
    }

    fn trouble(&mut self, ask: &Ask, trouble: Trouble) {
        let waits = match ask {
            // The list is whole without it; without a line nothing is.
            Ask::Soonest { .. } => {
                matches!(trouble, Trouble::NoLine | Trouble::NotThere)
                    && self.visit.screen == Screen::Booking(Step::Branch)
            }
            Ask::Days { .. } => self.visit.screen == Screen::Booking(Step::Day),
            Ask::Times { .. } => {
                matches!(self.visit.screen, Screen::Booking(Step::Half | Step::Time))
            }
            _ => self.visit.screen == Screen::Booking(Step::Wait),
        };
        if waits {
            self.lead(Step::Trouble(trouble));
        }
    }

    fn booking_is(&mut self, ask: &Ask, booked: &Booked) {
        let appointment = self.appointment();
        match ask {
            Ask::Hold { .. } => {
                appointment.held = Some(Box::new(booked.clone()));
                if self.visit.screen == Screen::Booking(Step::Wait) {
                    let overlay = self.visit.overlay.take();
                    self.go_to_open_question();
                    self.visit.overlay = overlay;
                }
            }
            Ask::Confirm { .. } | Ask::Move { .. } => self.is_booked(booked),
            Ask::Show { key } => {
                let own = appointment.held.as_ref().is_some_and(|held| held.key == *key);
                if own && booked.standing == Standing::Confirmed {
                    self.is_booked(booked);
                } else {
                    self.show_booking(booked);
                }
            }
            Ask::Cancel { .. } => {
                appointment.booked = Some(Box::new(booked.clone()));
                self.lead_on(Step::Cancelled);
            }
            Ask::Soonest { .. }
            | Ask::Days { .. }
            | Ask::Times { .. }
            | Ask::CheckIn { .. }
            | Ask::Take { .. } => {}
        }
    }

    /// It is booked: there is no way back to the questions, and the slip comes by itself.
    fn is_booked(&mut self, booked: &Booked) {
        let appointment = self.appointment();
        appointment.held = None;
        appointment.purpose = Purpose::New;
        appointment.booked = Some(Box::new(booked.clone()));
        self.visit.prints.clear();
        if self.ctx.devices.printer.can_print() {
            self.print_booking(Tray::Here);
        }
        if self.visit.screen == Screen::Booking(Step::Wait) {
            self.lead(Step::Done);
            self.visit.trail.clear();
        }
    }

    fn show_booking(&mut self, booked: &Booked) {
        self.appointment().booked = Some(Box::new(booked.clone()));
        let refused = |refusal| Step::Trouble(Trouble::Refused(refusal));
        self.lead_on(match booked.standing {
            Standing::Confirmed => Step::Mine,
            Standing::Held => refused(BookingRefusal::NotConfirmed),
            Standing::Expired => refused(BookingRefusal::HoldExpired),
            Standing::CheckedIn => refused(BookingRefusal::WasCheckedIn),
            Standing::Cancelled => refused(BookingRefusal::WasCancelled),
            Standing::Missed => refused(BookingRefusal::WasMissed),
        });
    }
}

/// Whether a booking is what was asked for: a hub that says otherwise is not believed.
fn fits(ask: &Ask, booked: &Booked) -> bool {
    match ask {
        Ask::Hold { service, branch, start, .. } => {
            booked.standing == Standing::Held
                && booked.services == [service.clone()]
                && booked.branch == *branch
                && booked.start == *start
        }
        Ask::Confirm { key, .. } => booked.standing == Standing::Confirmed && booked.key == *key,
        Ask::Move { key, branch, start, .. } => {
            booked.standing == Standing::Confirmed
                && booked.key == *key
                && booked.branch == *branch
                && booked.start == *start
        }
        Ask::Cancel { key, .. } => booked.standing == Standing::Cancelled && booked.key == *key,
        Ask::Show { key } => booked.key == *key,
        Ask::Soonest { .. }
        | Ask::Days { .. }
        | Ask::Times { .. }
        | Ask::CheckIn { .. }
        | Ask::Take { .. } => false,
    }
}
