//! An appointment: what, where, when, who, and then it is booked, moved or cancelled.
//!
//! A time is held before anybody types a name, and `book` alone books it. What the hub says comes
//! as an event; an answer to an older question is dropped.

mod call_back;
mod kept;
mod mine;
mod ticket;
mod told;

use jiff::Timestamp;
use jiff::civil::Date;
use uuid::Uuid;

use super::Turn;
use crate::domain::action::Action;
use crate::domain::appointment::{Appointment, Ask, Half, Part, Purpose, Step, Trouble, second};
use crate::domain::booking::state::BookingRefusal;
use crate::domain::city::ServiceCode;
use crate::domain::effect::Effect;
use crate::domain::offer::{self, FieldKind};
use crate::domain::visit::{Complaint, Offer, Print, PrintState, Screen, Tray};

impl Turn<'_> {
    /// From the welcome: a new appointment. Who the person is, is not asked twice; what nobody
    /// knows the end of comes first.
    pub(super) fn begin_booking(&mut self) {
        if self.city().booking.is_none() {
            self.go(Screen::AtTheCounter(Offer::Booking));
            return;
        }
        let before = self.visit.appointment.as_deref();
        if let Some(open) = before.filter(|before| before.is_unsure()).map(|before| before.open) {
            let step = if open { Step::Wait } else { Step::Trouble(Trouble::Unsure) };
            self.go(Screen::Booking(step));
            return;
        }
        self.renew();
        self.go(Screen::Booking(Step::Service));
    }

    /// From a service that is not filed here: an appointment for it.
    pub(super) fn book_this(&mut self) {
        let Some(service) = self.visit.draft.service.clone() else { return };
        if self.visit.appointment.as_deref().is_some_and(Appointment::is_unsure) {
            return self.begin_booking();
        }
        self.renew();
        self.choose_booked_service(service);
    }

    /// An appointment of which nothing is said yet but who comes.
    fn renew(&mut self) {
        self.let_go();
        let before = self.visit.appointment.take().unwrap_or_default();
        let draft = &self.visit.draft;
        let reply = draft.reply.as_ref().and_then(Option::as_ref);
        let reply = reply.filter(|reply| reply.channel.is_telephone());
        let known =
            |said: String, before: &str| if said.is_empty() { before.to_owned() } else { said };
        self.visit.appointment = Some(Box::new(Appointment {
            here: self.ctx.branch.to_owned(),
            name: known(before.name, &draft.name),
            phone: known(before.phone, reply.map_or("", |reply| reply.to.as_str())),
            asked: before.asked,
            ..Appointment::default()
        }));
    }

    fn appointment(&mut self) -> &mut Appointment {
        self.visit.appointment.get_or_insert_default()
    }

    pub(super) fn book(&mut self, step: Step, action: &Action) {
        match (step, action) {
            (_, Action::HaveBooking) | (Step::Trouble(_), Action::TypeAgain) => {
                self.go(Screen::Booking(Step::Number));
            }
            (_, Action::Booking) => self.begin_booking(),
            (_, Action::Ticket) => self.begin_ticket(),
            (Step::Matter, Action::Service(code)) => self.choose_matter(code.clone()),
            (_, Action::Class(code)) => self.take_ticket(Some(code.clone())),
            (Step::Mine, Action::CheckIn) => self.check_in(),
            (_, Action::Service(code)) => self.choose_booked_service(code.clone()),
            (_, Action::Branch(code)) => self.choose_branch(code.clone()),
            (_, Action::Soonest) => self.choose_soonest(step),
            (_, Action::Day(date)) => self.choose_day(*date),
            (_, Action::Half(half)) => {
                self.appointment().half = Some(*half);
                self.go(Screen::Booking(Step::Time));
            }
            (_, Action::Time(at)) => self.choose_time(*at),
            (_, Action::OtherDay | Action::OtherTime) => self.look_at_days(),
            (_, Action::OtherBranch) => self.look_at_branches(),
            (_, Action::ChangeBooking(part)) => self.change_part(*part),
            (_, Action::CallBack) => self.call_back(),
            (Step::Name, Action::Next) => self.booking_name(),
            (Step::Phone, Action::Next | Action::Skip) => self.booking_phone(action),
            (Step::Review, Action::Book) => self.confirm_or_move(),
            (Step::Number, Action::Next) => self.booking_number(),
            (Step::Code, Action::Next) => self.booking_code(),
            (Step::Mine, Action::ChangeTime) => self.move_booking(),
            (Step::Mine | Step::Trouble(_), Action::CancelBooking) => {
                self.go(Screen::Booking(Step::Cancel));
            }
            (Step::Cancel, Action::No) => self.back(),
            (Step::Cancel, Action::CancelBooking) => self.cancel_booking(),
            (Step::Trouble(trouble), Action::TryAgain) => self.ask_again(trouble),
            (_, Action::Reprint) => self.print_booking(Tray::Here),
            (_, Action::PrintAtCounter) => self.print_booking(Tray::Counter),
            (_, Action::Finish) => self.go(Screen::Opinion),
            _ => {}
        }
    }

    /// Asks the hub; what it says to anything older is not waited for any more.
    fn ask_hub(&mut self, ask: Ask, then: Step) {
        let appointment = self.appointment();
        appointment.asked += 1;
        appointment.open = true;
        appointment.lost = false;
        appointment.last = Some(Box::new(ask.clone()));
        let attempt = appointment.asked;
        self.effects.push(Effect::Booking { attempt, ask });
        self.go(Screen::Booking(then));
    }

    fn ask_again(&mut self, trouble: Trouble) {
        if trouble == Trouble::Refused(BookingRefusal::HoldExpired) {
            self.hold();
        } else if let Some(last) = self.appointment().last.clone() {
            let then = match *last {
                Ask::Soonest { .. } => Step::Branch,
                Ask::Days { .. } => Step::Day,
                Ask::Times { .. } => Step::Time,
                _ => Step::Wait,
            };
            self.ask_hub(*last, then);
        }
    }

    /// A time that is held and not wanted is somebody else's at once; one that may be booked is
    /// kept.
    pub(super) fn let_go(&mut self) {
        if !self.visit.appointment.as_deref().is_some_and(Appointment::is_unsure) {
            self.drop_held();
        }
    }

    fn drop_held(&mut self) {
        let held = self.visit.appointment.as_deref_mut().and_then(|it| it.held.take());
        if let Some(held) = held {
            self.effects.push(Effect::LetGo { call: second(self.ctx.fresh_id), key: held.key });
        }
    }

    fn choose_booked_service(&mut self, service: ServiceCode) {
        let appointment = self.appointment();
        if appointment.service.as_ref() != Some(&service) {
            appointment.branch = None;
            appointment.start = None;
        }
        appointment.service = Some(service);
        self.look_at_branches();
    }

    fn look_at_branches(&mut self) {
        let appointment = self.appointment();
        appointment.soonest.clear();
        let Some(service) = appointment.service.clone() else { return };
        self.ask_hub(Ask::Soonest { service }, Step::Branch);
    }

    fn choose_branch(&mut self, code: String) {
        self.appointment().branch = Some(code);
        self.look_at_days();
    }

    fn look_at_days(&mut self) {
        let appointment = self.appointment();
        appointment.days = None;
        let (Some(service), Some(branch)) =
            (appointment.service.clone(), appointment.branch.clone())
        else {
            return self.look_at_branches();
        };
        self.ask_hub(Ask::Days { service, branch }, Step::Day);
    }

    /// The first free time: of any branch, or of the one chosen.
    fn choose_soonest(&mut self, step: Step) {
        let appointment = self.appointment();
        let soonest = match step {
            Step::Branch => appointment.soonest.first().cloned(),
            _ => appointment.branch.clone().zip(appointment.first()),
        };
        if let Some((branch, start)) = soonest {
            appointment.branch = Some(branch);
            self.choose_time(start);
        }
    }

    /// A day on which nothing is free says why, and asks nobody.
    fn choose_day(&mut self, date: Date) {
        let appointment = self.appointment();
        appointment.day = Some(date);
        appointment.half = None;
        appointment.times = None;
        let Some((morning, afternoon)) =
            appointment.chosen_day().map(|day| (day.morning > 0, day.afternoon > 0))
        else {
            return;
        };
        if !morning && !afternoon {
            appointment.times = Some(Vec::new());
            return self.go(Screen::Booking(Step::Time));
        }
        let both = morning && afternoon;
        if !both {
            appointment.half = Some(if morning { Half::Morning } else { Half::Afternoon });
        }
        let (Some(service), Some(branch)) =
            (appointment.service.clone(), appointment.branch.clone())
        else {
            return;
        };
        let then = if both { Step::Half } else { Step::Time };
        self.ask_hub(Ask::Times { service, branch, date }, then);
    }

    /// It is held before anybody types; what is moved keeps its old time until the new one is its
    /// own, and holds nothing.
    fn choose_time(&mut self, start: Timestamp) {
        let appointment = self.appointment();
        appointment.start = Some(start);
        if appointment.purpose == Purpose::CallBack {
            // Somebody has thought better of it.
            let moves = appointment.booked.is_some();
            appointment.purpose = if moves { Purpose::Move } else { Purpose::New };
        }
        if appointment.purpose == Purpose::Move {
            return self.go(Screen::Booking(Step::Review));
        }
        let (service, branch) = (appointment.service.as_ref(), appointment.branch.as_ref());
        let is_held = appointment.held.as_ref().is_some_and(|held| {
            held.start == start && Some(&held.branch) == branch && held.services.first() == service
        });
        if is_held { self.go_to_open_question() } else { self.hold() }
    }

    fn hold(&mut self) {
        // One whose booking nobody heard of as well: the person has chosen another.
        self.drop_held();
        let call = self.ctx.fresh_id;
        let appointment = self.appointment();
        let (Some(service), Some(branch), Some(start)) =
            (appointment.service.clone(), appointment.branch.clone(), appointment.start)
        else {
            return self.look_at_days();
        };
        self.ask_hub(Ask::Hold { call, service, branch, start }, Step::Wait);
    }

    /// Who comes, where that was not said yet; else the review.
    fn go_to_open_question(&mut self) {
        let appointment = self.appointment();
        let step = if appointment.name.is_empty() {
            Step::Name
        } else if appointment.phone_passed {
            Step::Review
        } else {
            Step::Phone
        };
        self.go(Screen::Booking(step));
    }

    fn booking_name(&mut self) {
        let name = self.visit.typed("name").trim().to_owned();
        if name.is_empty() {
            self.visit.complaint = Some(Complaint::Empty);
            return;
        }
        self.appointment().name = name;
        if self.appointment().purpose == Purpose::CallBack {
            self.call_back();
        } else {
            self.go_to_open_question();
        }
    }

    fn booking_phone(&mut self, action: &Action) {
        if *action == Action::Skip {
            self.appointment().phone.clear();
        } else {
            let phone = self.visit.typed("phone").trim().to_owned();
            if let Some(complaint) = super::reply::reply_complaint(&phone, FieldKind::Telephone) {
                self.visit.complaint = Some(complaint);
                return;
            }
            self.appointment().phone = phone;
        }
        self.appointment().phone_passed = true;
        if self.appointment().purpose == Purpose::CallBack {
            self.call_back();
        } else {
            self.go_to_open_question();
        }
    }

    fn change_part(&mut self, part: Part) {
        match part {
            Part::What => self.go(Screen::Booking(Step::Service)),
            Part::Branch => self.look_at_branches(),
            Part::Time => self.look_at_days(),
            Part::Name => self.go(Screen::Booking(Step::Name)),
            Part::Phone => self.go(Screen::Booking(Step::Phone)),
        }
    }

    /// The only thing that books. Chosen again with the same words it is the same call.
    fn confirm_or_move(&mut self) {
        let fresh = self.ctx.fresh_id;
        let Some(ask) = self.wanted(fresh) else { return self.hold() };
        let last = self.visit.appointment.as_deref().and_then(|it| it.last.as_deref());
        let again = last.and_then(Ask::call).and_then(|call| self.wanted(call));
        let ask = again.filter(|again| last == Some(again)).unwrap_or(ask);
        self.ask_hub(ask, Step::Wait);
    }

    fn wanted(&self, call: Uuid) -> Option<Ask> {
        let appointment = self.visit.appointment.as_deref()?;
        if appointment.purpose == Purpose::Move {
            let key = appointment.booked.as_ref()?.key.clone();
            let (branch, start) = (appointment.branch.clone()?, appointment.start?);
            return Some(Ask::Move { call, key, branch, start });
        }
        let held = appointment.held.as_ref()?;
        let name = appointment.name.chars().filter(|it| !it.is_control()).take(120).collect();
        let phone = dialled(&appointment.phone);
        Some(Ask::Confirm { call, key: held.key.clone(), name, phone })
    }

    pub(super) fn print_booking(&mut self, tray: Tray) {
        let copy = offer::copies_out(&self.visit) + 1;
        let job = self.ctx.fresh_id;
        self.visit.prints.push(Print { job, state: PrintState::Started, tray });
        self.effects.push(Effect::PrintBooking { job, copy, tray });
    }
}

/// A telephone as it travels: its digits, after a plus where one was typed.
fn dialled(typed: &str) -> Option<String> {
    let digits: String = typed.chars().filter(char::is_ascii_digit).collect();
    let plus = if typed.trim_start().starts_with('+') { "+" } else { "" };
    (6..=15).contains(&digits.len()).then(|| format!("{plus}{digits}"))
}
