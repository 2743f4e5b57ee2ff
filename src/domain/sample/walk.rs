//! A visit in which anything happens, in any order: for properties that must always hold.

use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;
use proptest::sample::Index;
use uuid::Uuid;

use super::booking;
use crate::domain::action::{Action, Line};
use crate::domain::appointment::Step;
use crate::domain::city::{City, Language, ServiceCode};
use crate::domain::devices::{Devices, MicrophoneState, PrinterState, StorageState};
use crate::domain::effect::Effect;
use crate::domain::event::{Event, Intent, Key};
use crate::domain::finder::Finder;
use crate::domain::note::{Heard, Note, NoteTrouble};
use crate::domain::offer::{FieldKind, offer};
use crate::domain::protocol_number::{ProtocolNumber, StationNumber};
use crate::domain::request::Origin;
use crate::domain::term::Due;
use crate::domain::update::{Context, IdleRule, NotApplicable, update};
use crate::domain::visit::{Details, LookUp, PrintState, Screen, Stage, Status, Visit};

const START: Timestamp = Timestamp::constant(1_795_348_800, 0); // 2026-11-22T12:00:00Z

/// Something that happens, told so that it makes sense on any screen.
#[derive(Clone, Debug)]
pub enum Move {
    /// What most people would do here.
    GoOn(Index),
    /// One of the actions on the screen, on whatever page.
    Offered(Index),
    /// Any action at all.
    Any(Action),
    /// Typing in one of the fields of the screen.
    Type(Index, String),
    /// Typing in a field that may not be there.
    TypeElsewhere(String),
    /// A key.
    Press(Key),
    /// Another language.
    Speak(Language),
    /// Something before the scanner.
    Scan(String),
    /// Seconds pass.
    Wait(u32),
    /// The last slip ends.
    PrintEnds(PrintState),
    /// The look-up under way is answered.
    LookedUp(LookUp),
    /// The hub tells something about an appointment.
    HubTells(Index),
    /// The microphone tells something.
    Heard(Heard),
    /// What the edges tell.
    Devices(Devices),
}

/// A person, a station and its clock.
#[derive(Debug)]
pub struct Walker<'a> {
    /// Where the walk goes.
    pub city: &'a City,
    finder: &'a Finder,
    /// The visit now.
    pub visit: Visit,
    /// What the edges have told.
    pub devices: Devices,
    /// Now.
    pub now: Timestamp,
    filed: u32,
    fresh: u128,
}

impl<'a> Walker<'a> {
    /// At the welcome screen, with a printer that prints.
    #[must_use]
    pub fn new(city: &'a City, finder: &'a Finder) -> Self {
        let devices = Devices { printer: PrinterState::Ready, ..Devices::default() };
        let visit = Visit::new(city.own_language(), START);
        Self { city, finder, visit, devices, now: START, filed: 0, fresh: 0 }
    }

    /// The event of a move; `None` where the move only changes the world around the visit.
    pub fn event(&mut self, happens: &Move) -> Option<Event> {
        let offer = offer(&self.visit, self.city, &self.devices);
        let intent = match happens {
            Move::GoOn(index) => self.usual(*index),
            Move::Offered(index) => {
                let all = [&offer.lead[..], &offer.choices, &offer.always, &offer.bar].concat();
                Intent::Do(index.get(&all).clone())
            }
            Move::Any(action) => Intent::Do(action.clone()),
            Move::Type(index, text) => {
                if offer.fields.is_empty() {
                    return None;
                }
                let (field, kind) = index.get(&offer.fields);
                let text = text.chars().take(kind.longest()).collect();
                Intent::Type { field: (*field).to_owned(), text }
            }
            Move::TypeElsewhere(field) => {
                Intent::Type { field: field.clone(), text: "words".to_owned() }
            }
            Move::Press(key) => Intent::Press(*key),
            Move::Speak(language) => Intent::Speak(*language),
            Move::Scan(text) => Intent::Scan(text.clone()),
            Move::Wait(seconds) => {
                self.now += SignedDuration::from_secs(i64::from(*seconds));
                return Some(Event::Tick);
            }
            Move::PrintEnds(state) => {
                let job = self.visit.prints.last()?.job;
                return Some(Event::PrintEnded { job, state: *state });
            }
            Move::LookedUp(answer) => {
                let attempt = self.visit.follow_up.as_ref()?.attempt;
                return Some(Event::LookedUp { attempt, answer: answer.clone() });
            }
            Move::HubTells(index) => {
                let appointment = self.visit.appointment.as_deref()?;
                let answer = booking::answer(appointment.last.as_deref()?, index.index(999));
                return Some(Event::Booking { attempt: appointment.asked, answer });
            }
            Move::Heard(heard) => return Some(Event::Heard(*heard)),
            Move::Devices(devices) => {
                self.devices = *devices;
                return None;
            }
        };
        Some(Event::Intent(intent))
    }

    /// A field is filled, a choice is made, else what leads on is chosen.
    fn usual(&self, index: Index) -> Intent {
        let offer = offer(&self.visit, self.city, &self.devices);
        let empty = offer.fields.first().filter(|(field, _)| self.visit.typed(field).is_empty());
        if let Some((field, kind)) = empty {
            let text = usual_text(field, *kind, index);
            return Intent::Type { field: (*field).to_owned(), text };
        }
        let begins = [
            Action::Resume,
            Action::Request,
            Action::FollowUp,
            Action::Booking,
            Action::Ticket,
            Action::Lessons,
        ];
        let leads_on =
            [&begins[..], &[Action::File, Action::Book, Action::Next, Action::Stay, Action::Back]]
                .concat();
        let choices = [&offer.choices[..], &offer.always].concat();
        let apart = self.visit.screen == Screen::Welcome || self.visit.overlay.is_some();
        // From a review one goes on more often than back.
        let review = [Screen::Review, Screen::Booking(Step::Review)].contains(&self.visit.screen);
        let changes = review && index.index(3) > 0;
        let chosen = if apart || changes || choices.is_empty() {
            let offered: Vec<_> = leads_on.into_iter().filter(|it| offer.holds(it)).collect();
            offered.get(index.index(offered.len().clamp(1, 6))).or(offer.bar.first()).cloned()
        } else {
            Some(index.get(&choices).clone())
        };
        Intent::Do(chosen.unwrap_or(Action::Help))
    }

    /// Lets an event happen.
    ///
    /// # Errors
    /// It does not apply; nothing changed.
    pub fn give(&mut self, event: &Event) -> Result<Vec<Effect>, NotApplicable> {
        self.fresh += 1;
        let step = update(&self.visit, event, &self.context())?;
        self.filed += u32::from(step.effects.iter().any(|it| matches!(it, Effect::File(_))));
        self.visit = step.visit;
        Ok(step.effects)
    }

    /// Lets a move happen, if it applies.
    pub fn go(&mut self, happens: &Move) -> Vec<Effect> {
        let event = self.event(happens);
        event.map(|event| self.give(&event).unwrap_or_default()).unwrap_or_default()
    }

    /// Chooses an action that is offered.
    ///
    /// # Panics
    /// It is not.
    pub fn choose(&mut self, action: &Action) -> Vec<Effect> {
        self.give(&Event::Intent(Intent::Do(action.clone()))).unwrap()
    }

    /// Types a text that the field takes.
    ///
    /// # Panics
    /// It does not.
    pub fn type_in(&mut self, field: &str, text: &str) {
        let (field, text) = (field.to_owned(), text.to_owned());
        self.give(&Event::Intent(Intent::Type { field, text })).unwrap();
    }

    /// Who finds services here.
    #[must_use]
    pub fn finder(&self) -> &'a Finder {
        self.finder
    }

    /// What the machine provides for the next event.
    ///
    /// # Panics
    /// Never: 14 is a station.
    #[must_use]
    pub fn context(&self) -> Context<'_> {
        Context {
            city: self.city,
            finder: self.finder,
            devices: &self.devices,
            now: self.now,
            fresh_id: Uuid::from_u128(self.fresh),
            random: 482_091,
            random_words: Some([7, 1003, 512, 65_535]),
            year: 2026,
            next_sequence: self.filed + 1,
            station: StationNumber::new(14).unwrap(),
            branch: &self.city.branches[0].code,
            origin: Origin::Kiosk,
            idle: IdleRule::default(),
        }
    }
}

/// Up to `most` moves; what a visit is made of comes more often than what disturbs it.
pub fn moves(city: &City, most: usize) -> impl Strategy<Value = Vec<Move>> + use<> {
    let move_ = prop_oneof![
        60 => any::<Index>().prop_map(Move::GoOn),
        6 => any::<Index>().prop_map(Move::Offered),
        4 => (any::<Index>(), text()).prop_map(|(field, text)| Move::Type(field, text)),
        2 => key().prop_map(Move::Press),
        1 => action(city).prop_map(Move::Any),
        1 => "[a-z-]{0,9}".prop_map(Move::TypeElsewhere),
        1 => proptest::sample::select(Language::ALL.to_vec()).prop_map(Move::Speak),
        1 => scanned().prop_map(Move::Scan),
        1 => prop_oneof![0u32..30, 290u32..370].prop_map(Move::Wait),
        1 => print_state().prop_map(Move::PrintEnds),
        1 => look_up(city).prop_map(Move::LookedUp),
        9 => any::<Index>().prop_map(Move::HubTells),
        1 => devices().prop_map(Move::Devices),
        3 => heard().prop_map(Move::Heard),
    ];
    proptest::collection::vec(move_, 0..most)
}

fn usual_text(field: &str, kind: FieldKind, index: Index) -> String {
    let number = whole_number().to_string();
    let texts: &[&str] = match (field, kind) {
        ("number", FieldKind::Digits) => &[&number, &number, "2026.0014.00001-50"],
        ("booking-number", _) => &["482091359", "482 091 359", "48209135"],
        ("code", _) => &["482091", "48 20 91", "4820"],
        ("document", _) => &["529.982.247-25", "1800101221144", "52998224724"],
        ("answer", FieldKind::Digits) => &["2", "1,5", "two"],
        ("address", _) => &["Rua", "flores", "Strada Nouă"],
        (_, FieldKind::Telephone) => &["(21) 99999-8888", "0722 000 111", "12"],
        (_, FieldKind::Email) => &["ana@example.org", "ana@example.org", "ana"],
        _ => &["ILU-01 pt-BR", "Está escuro.", "danger pt-BR", "fogo na casa!", "12"],
    };
    (*index.get(texts)).to_owned()
}

fn whole_number() -> ProtocolNumber {
    ProtocolNumber::new(2026, StationNumber::new(14).unwrap(), 1).unwrap()
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[a-z ]{1,20}",
        2 => "[0-9]{6,15}",
        2 => proptest::sample::select(vec![
            "", " ", "Rua", "52998224725", "52998224724", "1800101221144", "21999998888",
            "ana@example.org", "2026.0014.00001-49", "danger pt-BR", "ILU-01 pt-BR", "👵🏽🚧",
            "fim.", "ș ț\n\t", "1,5",
        ])
        .prop_map(str::to_owned),
        1 => ".{0,40}",
        1 => Just("ã👵🏽 ".repeat(375)),
    ]
}

fn scanned() -> impl Strategy<Value = String> {
    let whole = whole_number();
    prop_oneof![
        Just(format!("https://156.sample.example/p/{whole}#482091")),
        Just(whole.to_string()),
        ".{0,40}",
    ]
}

fn key() -> impl Strategy<Value = Key> {
    proptest::sample::select(vec![
        Key::Up,
        Key::Down,
        Key::Left,
        Key::Right,
        Key::Select,
        Key::Select,
        Key::Help,
        Key::Louder,
        Key::Softer,
        Key::Faster,
        Key::Slower,
        Key::Step,
        Key::Choose,
    ])
}

fn action(city: &City) -> impl Strategy<Value = Action> + use<> {
    let service = city.services[0].code.clone();
    proptest::sample::select(vec![
        Action::File,
        Action::File,
        Action::Reprint,
        Action::PrintAtCounter,
        Action::Finish,
        Action::Home,
        Action::Resume,
        Action::Request,
        Action::Back,
        Action::Complain,
        Action::Stay,
        Action::SaveForLater,
        Action::ContinueSaved,
        Action::Word("aaap".to_owned()),
        Action::Reopen(Uuid::nil()),
        Action::Service(service),
        Action::Service(ServiceCode("NOPE".to_owned())),
        Action::Group("NOPE".to_owned()),
        Action::Answer(String::new()),
        Action::Street(usize::MAX),
        Action::Face(9),
        Action::Letters(0),
        Action::Volume(u8::MAX),
        Action::Change(Line::Question("nope".to_owned())),
    ])
}

fn print_state() -> impl Strategy<Value = PrintState> {
    proptest::sample::select(vec![
        PrintState::Printed,
        PrintState::Sent,
        PrintState::NotPrinted,
        PrintState::Uncertain,
    ])
}

fn look_up(city: &City) -> impl Strategy<Value = LookUp> + use<> {
    let number = whole_number();
    let due = Due { date: jiff::civil::date(2026, 12, 22), time: None };
    let found = |stage, service: Option<ServiceCode>, details| {
        LookUp::Found(Box::new(Status {
            number,
            stage,
            answer_by: Some(due),
            done_by: Some(due),
            service,
            details,
        }))
    };
    let private = city.services.iter().find(|service| service.private);
    let details = Details {
        place: "Rua das Flores, 12".to_owned(),
        words: "Está escuro.".to_owned(),
        answer: "Feito!".to_owned(),
        ..Details::default()
    };
    proptest::sample::select(vec![
        found(Stage::WaitingHere, Some(city.services[0].code.clone()), None),
        found(Stage::Open, private.map(|it| it.code.clone()), Some(details.clone())),
        found(Stage::Open, None, None),
        found(Stage::Closed, Some(city.services[0].code.clone()), Some(details)),
        LookUp::NotFound,
        LookUp::CodeWrong,
        LookUp::TooManyCodes,
        LookUp::Unreachable,
    ])
}

fn heard() -> impl Strategy<Value = Heard> {
    proptest::sample::select(vec![
        Heard::Began,
        Heard::Began,
        Heard::Recorded(Note { seconds: 45, cut: false }),
        Heard::Recorded(Note { seconds: 1, cut: true }),
        Heard::Failed(NoteTrouble::Silence),
    ])
}

fn devices() -> impl Strategy<Value = Devices> {
    use PrinterState::{CoverOpen, Fault, NearEnd, NoPaper, Ready, Silent};
    let printer =
        proptest::sample::select(vec![Ready, Ready, NearEnd, NoPaper, CoverOpen, Fault, Silent]);
    let storage = proptest::sample::select(vec![
        StorageState::Ready,
        StorageState::Ready,
        StorageState::Low,
        StorageState::Broken,
    ]);
    let counter_printer = proptest::sample::select(vec![None, Some(Ready), Some(NoPaper)]);
    let microphone = proptest::sample::select(vec![MicrophoneState::Away, MicrophoneState::Ready]);
    (printer, counter_printer, storage, any::<bool>(), any::<bool>(), microphone).prop_map(
        |(printer, counter_printer, storage, headphones, clock_doubtful, microphone)| Devices {
            printer,
            counter_printer,
            storage,
            headphones,
            clock_doubtful,
            microphone,
            ..Devices::default()
        },
    )
}
