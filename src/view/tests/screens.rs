//! Every screen there is, with everything said that can be said.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::date;
use uuid::Uuid;

use super::*;
use crate::domain::city::{AnonymousRule, Channel, Datatype, Language, Service, ServiceKind};
use crate::domain::devices::{HubState, MicrophoneState, PrinterState};
use crate::domain::document::DocumentKind;
use crate::domain::flow;
use crate::domain::note::{Note, NoteTrouble, Spoken};
use crate::domain::privacy::Aloud;
use crate::domain::protocol_number::{ProtocolNumber, StationNumber};
use crate::domain::request::{
    AccessCode, Answer, Document, Draft, ForWhom, Origin, Place, PlaceKind, Reply, Request,
    RequestId,
};
use crate::domain::settings::Section;
use crate::domain::term::Due;
use crate::domain::visit::{
    AfterUrgent, Complaint, Details, FollowUp, LookUp, Offer, Overlay, Print, PrintState, Stage,
    Status, Tray,
};

pub(super) const NOW: Timestamp = Timestamp::constant(1_795_435_200, 0); // 2026-11-23T12:00:00Z

pub(super) const COMPLAINTS: [Complaint; 14] = [
    Complaint::Empty,
    Complaint::NumberLength,
    Complaint::NumberDigit,
    Complaint::CodeLength,
    Complaint::BookingLength,
    Complaint::Telephone,
    Complaint::Email,
    Complaint::NotANumber,
    Complaint::WordUnknown,
    Complaint::WordUnclear,
    Complaint::GroupLength,
    Complaint::NoGroup,
    Complaint::GroupFull,
    Complaint::NoLeader,
];

/// Why nothing may be recorded.
const TROUBLES: [NoteTrouble; 4] =
    [NoteTrouble::NoMicrophone, NoteTrouble::Busy, NoteTrouble::Silence, NoteTrouble::Lost];

fn draft(city: &City, service: &Service) -> Draft {
    let answer = |id: &String| match city.questions[id].datatype {
        Datatype::SingleValueList | Datatype::MultiValueList => {
            Answer::Chosen(city.questions[id].values.clone())
        }
        _ => Answer::Text("Ontem à noite.".to_owned()),
    };
    Draft {
        id: Some(RequestId(Uuid::from_u128(1))),
        service: Some(service.code.clone()),
        own_words: "Está escuro.".to_owned(),
        description: "Está escuro!".to_owned(),
        note: None,
        for_whom: Some(ForWhom::Me),
        answers: service.questions.iter().map(|id| (id.clone(), answer(id))).collect(),
        place: Some(Place {
            kind: PlaceKind::Street,
            words: "Rua das Flores".to_owned(),
            neighbourhood: "Centro".to_owned(),
            parts: BTreeMap::from([("number".to_owned(), "12".to_owned())]),
            coordinates: None,
        }),
        anonymous: Some(false),
        name: "Ana S.".to_owned(),
        document: Some(Document::Given {
            kind: DocumentKind::Cpf,
            digits: "52998224725".to_owned(),
            adds_up: true,
        }),
        reply: Some(Some(Reply {
            channel: Channel::Phone,
            to: "21999998888".to_owned(),
            shared: Some(true),
            may_leave_message: Some(false),
            safe: None,
        })),
    }
}

fn number() -> ProtocolNumber {
    ProtocolNumber::new(2026, StationNumber::new(14).unwrap(), 371).unwrap()
}

fn due() -> Due {
    Due { date: date(2026, 12, 22), time: None }
}

fn request(city: &City, service: &Service, draft: Draft) -> Request {
    Request {
        id: RequestId(Uuid::from_u128(1)),
        number: number(),
        access_code: AccessCode("482091".to_owned()),
        service: service.code.clone(),
        language: city.own_language(),
        origin: Origin::Kiosk,
        branch: city.branches[0].code.clone(),
        filed_at: NOW,
        dated: true,
        answer_by: (city.anonymous == AnonymousRule::Answered).then(due),
        done_by: Some(Due { time: Some(jiff::civil::time(9, 5, 0, 0)), ..due() }),
        draft,
    }
}

/// A visit about a service in which everything was said.
pub(super) fn visit(city: &City, service: &Service, language: Language, screen: Screen) -> Visit {
    let draft = draft(city, service);
    let filed = request(city, service, draft.clone());
    let mut visit = Visit::new(language, NOW);
    visit.screen = screen;
    visit.filed = Some(Box::new(filed));
    visit.draft = draft;
    visit.found =
        city.services.iter().filter(|it| it.private).take(3).map(|it| it.code.clone()).collect();
    visit.follow_up = Some(follow_up(LookUp::Looking));
    visit.later = super::later::given(&service.group);
    visit
}

fn follow_up(answer: LookUp) -> FollowUp {
    FollowUp { number: number(), code: None, attempt: 1, answer }
}

fn found(stage: Stage, service: Option<&Service>, details: bool) -> LookUp {
    LookUp::Found(Box::new(Status {
        number: number(),
        stage,
        answer_by: Some(Due { date: date(2026, 11, 1), time: None }),
        done_by: Some(due()),
        service: service.map(|service| service.code.clone()),
        details: details.then(|| Details {
            place: "Rua das Flores, 12.".to_owned(),
            words: "Está escuro!".to_owned(),
            answer: "Feito.".to_owned(),
            ..Details::default()
        }),
    }))
}

/// Screens that are the same whatever service it is about.
pub(super) fn general(city: &City) -> Vec<Screen> {
    let mut screens = vec![
        Screen::Welcome,
        Screen::Emergency,
        Screen::AtTheCounter(Offer::Booking),
        Screen::AtTheCounter(Offer::Ticket),
        Screen::AtTheCounter(Offer::Lessons),
        Screen::Group,
        Screen::Service("NOPE".to_owned()),
        Screen::OwnWords,
        Screen::Found,
        Screen::ForWhom,
        Screen::Consent,
        Screen::PlaceKind,
        Screen::Street,
        Screen::PlaceWords,
        Screen::AddressParts,
        Screen::Description,
        Screen::Who,
        Screen::Name,
        Screen::Document,
        Screen::DocumentDoubt,
        Screen::Channel,
        Screen::ReplyTo,
        Screen::SafeToCall,
        Screen::SafeWhen,
        Screen::SharedTelephone,
        Screen::LeaveMessage,
        Screen::Review,
        Screen::Done,
        Screen::Opinion,
        Screen::OpinionReason,
        Screen::Farewell,
        Screen::FollowNumber,
        Screen::FollowCode,
        Screen::FollowStatus,
        Screen::Saved,
        Screen::SavedWord(0),
        Screen::SavedWord(3),
        Screen::SavedAnswer,
        Screen::LeftDrafts,
    ];
    screens.extend([Screen::Recording, Screen::Recorded]);
    screens.extend(TROUBLES.map(Screen::NotRecorded));
    screens.extend(city.groups.iter().map(|group| Screen::Service(group.code.clone())));
    screens
}

/// Screens that say something of their service.
pub(super) fn about(service: &Service) -> Vec<Screen> {
    let mut screens = vec![Screen::Review, Screen::Done, Screen::Description];
    screens.extend((0..service.questions.len()).map(Screen::Question));
    if service.kind != ServiceKind::Request {
        screens.push(Screen::Elsewhere);
    }
    if !service.call_first.is_empty() {
        let contacts = service.call_first.clone();
        screens.push(Screen::Urgent { contacts, then: AfterUrgent::Service });
    }
    screens
}

/// Shows a visit on every page, with and without headphones.
pub(super) fn each_view(reader: &Reader, city: &City, visit: &Visit, devices: Devices) {
    for page in 0..offer(visit, city, &devices).pages() {
        let ears = [(false, Aloud::Asked), (false, Aloud::Yes), (true, Aloud::NotAsked)];
        for (headphones, aloud) in ears {
            let visit = Visit { page, aloud, ..visit.clone() };
            let devices = Devices { headphones, ..devices };
            let view = reader.view(&visit, city, devices);
            let private = flow::service_of(&visit.draft, city).is_some_and(|it| it.private);
            // Shown, and heard only in headphones: the services of a list, the text of `hear`.
            let lists_private = matches!(visit.screen, Screen::Service(_) | Screen::Found)
                || view.actions.iter().any(|action| action.id == "hear");
            reader.is_whole(&visit, city, &devices, &view);
            let person = visit.screen == Screen::Review && aloud != Aloud::Yes;
            let quiet = !headphones && (private || lists_private || person);
            Reader::is_well_said(city, &view, quiet);
            if !headphones {
                names_no_private_service(&visit, city, &view);
            }
        }
    }
}

pub(super) fn ready() -> Devices {
    Devices { printer: PrinterState::Ready, hub: HubState::Up, ..Devices::default() }
}

/// A visit on each general screen, in each language of each city.
pub(super) fn everywhere(check: impl Fn(&Reader, &City, &Visit)) {
    let reader = Reader::new();
    for city in &cities() {
        let service = city.services.iter().find(|service| service.questions.len() == 3).unwrap();
        for language in city.languages.clone() {
            for screen in general(city) {
                check(&reader, city, &visit(city, service, language, screen));
            }
        }
    }
}

#[test]
fn every_screen_and_what_is_laid_over_it_is_whole_and_can_be_heard() {
    everywhere(|reader, city, visit| {
        let overlays = [Overlay::Help, Overlay::StillThere, Overlay::Called].into_iter();
        let settings = Section::ALL.map(Overlay::Settings);
        for overlay in overlays.chain(settings).map(Some).chain([None]) {
            each_view(reader, city, &Visit { overlay, ..visit.clone() }, ready());
        }
    });
}

#[test]
fn every_fault_of_a_device_is_told_in_whole_sentences() {
    use PrinterState::{CoverOpen, Fault, NearEnd, NoPaper, Ready, Silent};
    everywhere(|reader, city, visit| {
        let told = [Screen::Welcome, Screen::Review, Screen::Done, Screen::Saved];
        if !told.contains(&visit.screen) {
            return;
        }
        for printer in [Ready, NearEnd, NoPaper, CoverOpen, Fault, Silent] {
            for state in [
                None,
                Some(PrintState::Started),
                Some(PrintState::Printed),
                Some(PrintState::Sent),
                Some(PrintState::NotPrinted),
                Some(PrintState::Uncertain),
            ] {
                for tray in [Tray::Here, Tray::Counter] {
                    let job = Uuid::from_u128(2);
                    let prints = state.map(|state| Print { job, state, tray });
                    let visit = Visit { prints: prints.into_iter().collect(), ..visit.clone() };
                    let counter_printer = (tray == Tray::Counter).then_some(PrinterState::Ready);
                    let hub = HubState::Down;
                    let devices = Devices { printer, counter_printer, hub, ..ready() };
                    each_view(reader, city, &visit, devices);
                }
            }
        }
        let doubtful = Devices { clock_doubtful: true, ..ready() };
        each_view(reader, city, visit, doubtful);
        each_view(reader, city, visit, Devices { storage: StorageState::Low, ..ready() });
    });
}

#[test]
fn what_is_typed_and_what_is_wrong_with_it_is_said() {
    everywhere(|reader, city, visit| {
        for complaint in COMPLAINTS {
            let mut visit = Visit { complaint: Some(complaint), ..visit.clone() };
            for (field, _) in offer(&visit, city, &ready()).fields {
                visit.typed.push((field.to_owned(), "Rua.".to_owned()));
            }
            each_view(reader, city, &visit, ready());
        }
    });
}

#[test]
fn every_way_to_say_where_and_to_be_answered_has_its_words() {
    everywhere(|reader, city, visit| {
        let mut visit = visit.clone();
        for kind in PlaceKind::ALL {
            if matches!(visit.screen, Screen::PlaceWords | Screen::Review) {
                visit.draft.place.as_mut().unwrap().kind = kind;
                each_view(reader, city, &visit, ready());
            }
        }
        for channel in Channel::ALL {
            if matches!(visit.screen, Screen::ReplyTo | Screen::Review) {
                visit.draft.reply.as_mut().unwrap().as_mut().unwrap().channel = channel;
                each_view(reader, city, &visit, ready());
            }
        }
        if visit.screen == Screen::Review {
            each_view(
                reader,
                city,
                &Visit {
                    draft: Draft { service: visit.draft.service.clone(), ..Draft::default() },
                    ..visit
                },
                ready(),
            );
        }
    });
}

#[test]
fn every_service_is_told_whole_and_a_private_one_is_not_named_aloud() {
    let reader = Reader::new();
    for city in &cities() {
        for language in city.languages.clone() {
            for service in &city.services {
                for screen in about(service) {
                    each_view(&reader, city, &visit(city, service, language, screen), ready());
                }
            }
        }
    }
}

#[test]
fn how_a_request_stands_is_told_whole_and_a_private_one_is_not_betrayed() {
    let reader = Reader::new();
    for city in &cities() {
        let private = city.services.iter().find(|service| service.private);
        let open = city.services.iter().find(|service| !service.private);
        let stages = [Stage::WaitingHere, Stage::Open, Stage::Closed];
        let told = [LookUp::NotFound, LookUp::CodeWrong, LookUp::TooManyCodes, LookUp::Unreachable];
        let mut answers = told.to_vec();
        for (stage, service) in
            stages.into_iter().flat_map(|it| [(it, private), (it, open), (it, None)])
        {
            answers.extend([found(stage, service, false), found(stage, service, true)]);
        }
        for language in city.languages.clone() {
            for answer in &answers {
                let mut visit = visit(city, open.unwrap(), language, Screen::FollowStatus);
                visit.follow_up = Some(follow_up(answer.clone()));
                each_view(&reader, city, &visit, ready());

                visit.follow_up = Some(follow_up(found(Stage::Open, private, true)));
                let view = reader.view(&visit, city, ready());
                assert!(!heard(&view).any(|text| text.contains("Feito.")), "{:?}", view.say);
                let view = reader.view(&visit, city, Devices { headphones: true, ..ready() });
                assert!(heard(&view).any(|text| text.contains("Feito.")), "{:?}", view.say);
            }
        }
    }
}

#[test]
fn what_was_spoken_is_told_wherever_words_are() {
    let devices = Devices { microphone: MicrophoneState::Ready, ..ready() };
    everywhere(|reader, city, visit| {
        for (seconds, cut) in [(1, false), (2, true), (45, false)] {
            let mut visit = visit.clone();
            visit.draft.note = Some(Note { seconds, cut });
            if let Some(request) = &mut visit.filed {
                request.draft.note = visit.draft.note;
            }
            each_view(reader, city, &visit, devices);
        }
        each_view(reader, city, visit, devices);
    });
    let mut found = found(Stage::Open, None, true);
    for spoken in [Spoken::Waiting, Spoken::Written] {
        if let LookUp::Found(status) = &mut found
            && let Some(details) = &mut status.details
        {
            details.spoken = spoken;
        }
        everywhere(|reader, city, visit| {
            if visit.screen == Screen::FollowStatus {
                let follow_up = Some(follow_up(found.clone()));
                each_view(reader, city, &Visit { follow_up, ..visit.clone() }, ready());
            }
        });
    }
}
