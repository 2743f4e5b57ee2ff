//! Every screen about an appointment, in every language of both cities.

use jiff::Timestamp;

use super::screens::{COMPLAINTS, NOW, ready};
use super::*;
use crate::domain::appointment::{
    Answer, Appointment, Ask, Booked, Day, Purpose, Standing, Step, Trouble, bookable,
};
use crate::domain::booking::plan::branches_for;
use crate::domain::booking::state::BookingRefusal;
use crate::domain::city::{Language, Service};
use crate::domain::devices::PrinterState;
use crate::domain::privacy::Aloud;
use crate::domain::sample::booking::{fitting, key};
use crate::domain::visit::{Print, PrintState, Tray};

const STEPS: [Step; 15] = [
    Step::Service,
    Step::Branch,
    Step::Day,
    Step::Half,
    Step::Time,
    Step::Wait,
    Step::Name,
    Step::Phone,
    Step::Review,
    Step::Done,
    Step::Number,
    Step::Code,
    Step::Mine,
    Step::Cancel,
    Step::Cancelled,
];

fn start() -> Timestamp {
    "2026-11-24T10:00:00-03:00".parse().unwrap()
}

/// An appointment about which everything is known.
fn known(city: &City, service: &Service) -> Appointment {
    let branch = branches_for(city, &service.code).next().unwrap().code.clone();
    let (code, date) = (service.code.clone(), jiff::civil::date(2026, 11, 24));
    let days = match fitting(&Ask::Days { service: code.clone(), branch: branch.clone() }) {
        Answer::Days(days) => days,
        _ => Vec::new(),
    };
    let booked = Booked {
        key: key(),
        standing: Standing::Confirmed,
        services: vec![code.clone()],
        branch: branch.clone(),
        start: start(),
    };
    Appointment {
        here: city.branches[0].code.clone(),
        service: Some(code),
        soonest: vec![(branch.clone(), start())],
        branch: Some(branch),
        days: Some(days),
        day: Some(date),
        half: Some(crate::domain::appointment::Half::Morning),
        times: Some(vec![start()]),
        start: Some(start()),
        name: "Ana S".to_owned(),
        phone: "21999998888".to_owned(),
        booked: Some(Box::new(booked)),
        ..Appointment::default()
    }
}

fn visit(language: Language, step: Step, appointment: Appointment) -> Visit {
    let mut visit = Visit::new(language, NOW);
    visit.screen = Screen::Booking(step);
    visit.appointment = Some(Box::new(appointment));
    visit
}

/// Shows it on every page, to others and into headphones.
#[track_caller]
fn look(reader: &Reader, city: &City, visit: &Visit, devices: Devices) {
    for page in 0..offer(visit, city, &devices).pages() {
        for (headphones, aloud) in
            [(false, Aloud::Asked), (false, Aloud::Yes), (true, Aloud::NotAsked)]
        {
            let visit = Visit { page, aloud, ..visit.clone() };
            let devices = Devices { headphones, ..devices };
            let view = reader.view(&visit, city, devices);
            reader.is_whole(&visit, city, &devices, &view);
            let quiet = !headphones
                && (aloud != Aloud::Yes && visit.screen == Screen::Booking(Step::Review)
                    || service(&visit, city).private
                    || visit.screen == Screen::Booking(Step::Service));
            Reader::is_well_said(city, &view, quiet);
            if !headphones {
                names_no_private_service(&visit, city, &view);
            }
            let private = service(&visit, city).private;
            if !headphones && (private || aloud != Aloud::Yes) {
                let told = heard(&view).collect::<Vec<_>>().join(" ");
                for own in ["Ana S", "9 9 9 9 8", "4 8 2 0 9 1."] {
                    assert!(!told.contains(own), "{own} on {}: {told}", view.screen);
                }
            }
        }
    }
}

fn service<'a>(visit: &Visit, city: &'a City) -> &'a Service {
    let code = visit.appointment.as_ref().and_then(|it| it.service.clone()).unwrap();
    city.service(&code).unwrap()
}

fn everywhere(check: impl Fn(&Reader, &City, &Service, Language)) {
    let reader = Reader::new();
    for city in &cities() {
        let private = bookable(city).find(|service| service.private).unwrap();
        let open = bookable(city).find(|service| !service.private).unwrap();
        for language in city.languages.clone() {
            for service in [private, open] {
                check(&reader, city, service, language);
            }
        }
    }
}

#[test]
fn every_step_is_whole_and_can_be_heard() {
    everywhere(|reader, city, service, language| {
        for step in STEPS {
            for overlay in [None, Some(Overlay::Help), Some(Overlay::StillThere)] {
                let visit = visit(language, step, known(city, service));
                look(reader, city, &Visit { overlay, ..visit }, ready());
            }
        }
    });
}

#[test]
fn what_is_not_told_yet_and_what_is_not_free_is_told_whole() {
    everywhere(|reader, city, service, language| {
        let known = known(city, service);
        let full = Day {
            date: jiff::civil::date(2026, 12, 24),
            open: false,
            morning: 0,
            afternoon: 0,
            first: None,
        };
        for (step, appointment) in [
            (Step::Branch, Appointment { soonest: Vec::new(), ..known.clone() }),
            (Step::Day, Appointment { days: None, open: true, ..known.clone() }),
            (Step::Day, Appointment { days: Some(vec![full.clone()]), ..known.clone() }),
            (Step::Time, Appointment { times: None, open: true, ..known.clone() }),
            (
                Step::Time,
                Appointment {
                    times: Some(Vec::new()),
                    half: None,
                    day: Some(full.date),
                    days: Some(vec![full.clone()]),
                    ..known.clone()
                },
            ),
            (Step::Review, Appointment { purpose: Purpose::Move, ..known.clone() }),
            (Step::Review, Appointment { phone: String::new(), ..known.clone() }),
            (Step::Name, Appointment { purpose: Purpose::CallBack, ..known.clone() }),
            (Step::Phone, Appointment { purpose: Purpose::CallBack, ..known.clone() }),
        ] {
            look(reader, city, &visit(language, step, appointment), ready());
        }
        for ask in [
            Ask::Show { key: key() },
            Ask::Cancel { call: uuid::Uuid::nil(), key: key() },
            Ask::Confirm { call: uuid::Uuid::nil(), key: key(), name: String::new(), phone: None },
        ] {
            let last = Some(Box::new(ask));
            let appointment = Appointment { last, open: true, ..known.clone() };
            let visit = visit(language, Step::Wait, appointment);
            look(reader, city, &visit, ready());
            assert!(reader.view(&visit, city, ready()).busy);
        }
    });
}

#[test]
fn every_trouble_says_what_it_is_and_how_it_goes_on() {
    let mut troubles = vec![Trouble::NoLine, Trouble::Unsure, Trouble::Later, Trouble::NotThere];
    troubles.extend(BookingRefusal::ALL.iter().copied().map(Trouble::Refused));
    everywhere(|reader, city, service, language| {
        for trouble in &troubles {
            let visit = visit(language, Step::Trouble(*trouble), known(city, service));
            look(reader, city, &visit, ready());
        }
    });
}

#[test]
fn what_is_wrong_with_what_was_typed_is_said() {
    everywhere(|reader, city, service, language| {
        for step in [Step::Name, Step::Phone, Step::Number, Step::Code] {
            for complaint in COMPLAINTS {
                let mut visit = visit(language, step, known(city, service));
                visit.complaint = Some(complaint);
                look(reader, city, &visit, ready());
            }
        }
    });
}

#[test]
fn the_paper_of_an_appointment_promises_nothing_of_a_request() {
    use PrinterState::{CoverOpen, Fault, NearEnd, NoPaper, Ready, Silent};
    everywhere(|reader, city, service, language| {
        for printer in [Ready, NearEnd, NoPaper, CoverOpen, Fault, Silent] {
            for state in [None, Some(PrintState::Printed), Some(PrintState::NotPrinted)] {
                let mut visit = visit(language, Step::Done, known(city, service));
                let job = uuid::Uuid::nil();
                visit.prints =
                    state.into_iter().map(|state| Print { job, state, tray: Tray::Here }).collect();
                let devices = Devices { printer, ..ready() };
                look(reader, city, &visit, devices);
                let said = reader.view(&visit, city, devices).say.join(" ");
                for wrong in ["pedido vale", "request counts", "cererea"] {
                    assert!(!said.to_lowercase().contains(wrong), "{said}");
                }
            }
        }
    });
}
