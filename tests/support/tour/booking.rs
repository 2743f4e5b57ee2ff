//! An appointment, as if a hub answered: booked, moved, cancelled, and what does not go.

use acolhe::domain::appointment::ticket::{NoTicket, Taken, classes, matters};
use acolhe::domain::appointment::{Answer, Booked, Day, Key, Standing, bookable};
use acolhe::domain::booking::plan::branches_for;
use acolhe::domain::booking::state::BookingRefusal;
use acolhe::domain::city::{Branch, Service};
use acolhe::domain::event::{Event, Intent};
use acolhe::domain::queue::{Closing, Outlook};
use acolhe::domain::request::AccessCode;
use jiff::civil::{Date, date};
use jiff::{Timestamp, ToSpan as _};

use super::Tour;

/// More questions than one tour asks.
const QUESTIONS: u32 = 60;

/// A Tuesday on which everything is open.
const DAY: Date = date(2026, 11, 24);

impl Tour {
    pub(super) fn booking(&mut self) {
        self.anew();
        self.choose("booking");
        self.stop("booking-service");
        let service = self.booked_service();
        let branch = self.branches(&service)[0].clone();
        self.ask(&format!("service:{}", service.code), &self.soonest(&service));
        self.stop("booking-branch");
        self.ask(&format!("branch:{}", branch.code), &days(&branch));
        self.stop("booking-day");
        self.try_do(&format!("day:{}", date(2026, 11, 26)));
        self.stop("booking-time-none");
        self.choose("back");
        self.ask(&format!("day:{DAY}"), &Answer::Times(self.times()));
        self.stop("booking-half");
        self.choose("half:morning");
        self.stop("booking-time");
        let held = self.booked(&service, &branch, Standing::Held);
        self.ask(&format!("time:{}", self.at(10)), &held);
        self.stop("booking-name");
        self.type_in("name", "Maria das Dores");
        self.choose("next");
        self.stop("booking-phone");
        self.choose("skip");
        self.stop("booking-review");
        let book = Event::Intent(Intent::Do("book".parse().expect("an action")));
        self.app.handle(&book).expect("it is offered");
        self.page("booking-wait");
        self.hub_tells(&self.booked(&service, &branch, Standing::Confirmed));
        self.stop("booking-done");
        self.mine(&service, &branch);
        self.troubles(&service, &branch);
        self.ticket();
    }

    /// A queue ticket, without an appointment.
    fn ticket(&mut self) {
        let taken = Answer::Ticket(Box::new(Taken {
            number: "A07".parse().expect("a number"),
            follow: Some("https://156.vilaserena.example/t/0123456789abcdefghjk".to_owned()),
            outlook: Some(Outlook { ahead: 4, from: 10, to: 25, closing: Closing::InTime }),
        }));
        for (name, answer) in [
            ("ticket-done", taken),
            ("ticket-closed", Answer::NoTicket(NoTicket::Closed)),
            ("ticket-no-line", Answer::NoLine),
        ] {
            self.anew();
            self.choose("ticket");
            let matter = matters(&self.city, &self.city.branches[0].code)[0].code.clone();
            if name == "ticket-done" {
                self.stop("ticket-service");
            }
            self.choose(&format!("service:{matter}"));
            if name == "ticket-done" {
                self.stop("ticket-class");
            }
            let everybody = classes(&self.city).last().expect("a class").code.clone();
            self.ask(&format!("class:{everybody}"), &answer);
            self.stop(name);
        }
    }

    fn mine(&mut self, service: &Service, branch: &Branch) {
        self.anew();
        self.choose("booking");
        self.choose("have-booking");
        self.stop("booking-number");
        self.type_in("booking-number", "482");
        self.choose("next");
        self.stop("booking-number-wrong");
        self.type_in("booking-number", "482091359");
        self.choose("next");
        self.stop("booking-code");
        self.type_in("code", "482091");
        self.ask("next", &self.booked(service, branch, Standing::Confirmed));
        self.stop("booking-mine");
        self.choose("cancel-booking");
        self.stop("booking-cancel");
        self.ask("cancel-booking", &self.booked(service, branch, Standing::Cancelled));
        self.stop("booking-cancelled");
    }

    fn troubles(&mut self, service: &Service, branch: &Branch) {
        for (name, trouble) in [
            ("booking-no-line", Answer::NoLine),
            ("booking-taken", Answer::Refused(BookingRefusal::SlotTaken)),
            ("booking-expired", Answer::Refused(BookingRefusal::HoldExpired)),
        ] {
            self.anew();
            self.choose("booking");
            self.ask(&format!("service:{}", service.code), &self.soonest(service));
            self.ask(&format!("branch:{}", branch.code), &days(branch));
            self.ask("soonest", &trouble);
            self.stop(name);
        }
    }

    /// Chooses, and is answered before anybody finds that no line is there.
    #[track_caller]
    fn ask(&mut self, id: &str, answer: &Answer) {
        while !self.offers(id) {
            self.choose("more");
        }
        let action = id.parse().expect("an action");
        self.app.handle(&Event::Intent(Intent::Do(action))).expect("it is offered");
        self.hub_tells(answer);
    }

    fn hub_tells(&mut self, answer: &Answer) {
        for attempt in 1..QUESTIONS {
            let told = Event::Booking { attempt, answer: answer.clone() };
            self.app.handle(&told).expect("an answer always applies");
        }
        self.settle();
    }

    /// What can be booked in the most places, and may be named.
    fn booked_service(&self) -> Service {
        let open = bookable(&self.city).filter(|service| !service.private);
        let most = open.max_by_key(|service| branches_for(&self.city, &service.code).count());
        most.expect("a service").clone()
    }

    fn branches(&self, service: &Service) -> Vec<Branch> {
        branches_for(&self.city, &service.code).cloned().collect()
    }

    fn at(&self, hour: i8) -> Timestamp {
        let at = DAY.at(hour, 0, 0, 0).to_zoned(self.city.timezone.clone());
        at.expect("an hour that there is").timestamp()
    }

    fn times(&self) -> Vec<Timestamp> {
        let later = |tens: i64| self.at(8).saturating_add((10 * tens).minutes()).expect("a moment");
        (0..58).map(later).collect()
    }

    fn soonest(&self, service: &Service) -> Answer {
        let branches = self.branches(service).into_iter();
        Answer::Soonest(branches.map(|branch| (branch.code, self.at(10))).collect())
    }

    fn booked(&self, service: &Service, branch: &Branch, standing: Standing) -> Answer {
        let number = "482091359".parse().expect("a number");
        Answer::Booking(Box::new(Booked {
            key: Key { number, code: AccessCode("482091".to_owned()) },
            standing,
            services: vec![service.code.clone()],
            branch: branch.code.clone(),
            start: self.at(10),
        }))
    }
}

/// Three weeks: today everything is taken, and so it is on the first Thursday.
fn days(branch: &Branch) -> Answer {
    let first = DAY.saturating_sub(1.day());
    let day = |ahead: i64| {
        let date = first.saturating_add(ahead.days());
        let open = branch.hours.contains_key(&date.weekday());
        let free = open && ![0, 3].contains(&ahead);
        Day {
            date,
            open,
            morning: if free { 12 } else { 0 },
            afternoon: if free { 20 } else { 0 },
            first: free.then(|| {
                let at = date.at(10, 0, 0, 0).in_tz("America/Sao_Paulo");
                at.expect("an hour that there is").timestamp()
            }),
        }
    };
    Answer::Days((0..21).map(day).collect())
}
