//! What others may hear: nothing that was planted is heard on the open loudspeaker.

use super::screens::{COMPLAINTS, about, general, ready, visit};
use super::*;
use crate::domain::city::Service;
use crate::domain::privacy::{Aloud, Kept, kept};
use crate::domain::settings::Section;
use crate::domain::visit::{AfterUrgent, Overlay};
use crate::view::echo::{Hand, echo};

/// What [`visit`] plants: a name, a document, a telephone and an access code, as they are written
/// and as they are read digit by digit.
const PLANTED: [&str; 10] = [
    "Ana",
    "52998224725",
    "529 982",
    "5 2 9 9",
    "21999998888",
    "2 1 9 9",
    "482091",
    "482 091",
    "4 8 2 0 9 1",
    "4, 8, 2",
];

/// A value in each field that is about the person.
const TYPED: [(&str, &str); 4] = [
    ("name", "Ana S."),
    ("document", "52998224725"),
    ("reply-to", "21999998888"),
    ("code", "482091"),
];

fn with_fields(mut visit: Visit) -> Visit {
    visit.typed = TYPED.map(|(field, text)| (field.to_owned(), text.to_owned())).to_vec();
    visit
}

/// Everything that a view lets hear: arrival, focus, and each letter as it is typed.
fn all_heard(reader: &Reader, visit: &Visit, view: &View) -> Vec<String> {
    let mut all: Vec<String> = heard(view).map(str::to_owned).collect();
    for field in &view.fields {
        let words = reader.locales.of(visit.language);
        for end in 0..field.value.len() {
            let before = field.value.get(..end).unwrap_or_default();
            for hand in [Hand::Seeing, Hand::Hearing] {
                all.extend(echo(words, view, &field.id, before, hand));
            }
        }
    }
    all
}

fn open_and_private(city: &City) -> [&Service; 2] {
    [false, true].map(|private| {
        let wanted = |it: &&Service| it.private == private && !it.questions.is_empty();
        city.services.iter().find(wanted).unwrap()
    })
}

fn each_place(check: impl Fn(&Reader, &City, &Service, &Visit)) {
    let reader = Reader::new();
    let overlays = [Overlay::Help, Overlay::StillThere, Overlay::Called].into_iter();
    let overlays = overlays.chain(Section::ALL.map(Overlay::Settings)).map(Some);
    let overlays: Vec<_> = overlays.chain([None]).collect();
    for city in &cities() {
        for service in open_and_private(city) {
            for language in city.languages.clone() {
                for screen in general(city).into_iter().chain(about(service)) {
                    for overlay in &overlays {
                        let visit = visit(city, service, language, screen.clone());
                        let visit = Visit { overlay: *overlay, ..with_fields(visit) };
                        check(&reader, city, service, &visit);
                    }
                }
            }
        }
    }
}

#[test]
fn the_open_loudspeaker_says_nothing_that_is_the_persons_own() {
    each_place(|reader, city, _, visit| {
        for aloud in [Aloud::NotAsked, Aloud::Asking, Aloud::Asked, Aloud::Yes] {
            let visit = Visit { aloud, ..visit.clone() };
            let asked_for = aloud == Aloud::Yes && kept(&visit, city) == Kept::Person;
            if asked_for {
                continue;
            }
            let view = reader.view(&visit, city, ready());
            for text in all_heard(reader, &visit, &view) {
                let found = PLANTED.iter().find(|planted| text.contains(**planted));
                assert_eq!(found, None, "on {}: {text}", view.screen);
            }
        }
    });
}

#[test]
fn headphones_and_whoever_asks_hear_what_is_theirs() {
    let reader = Reader::new();
    for city in &cities() {
        let [open, private] = open_and_private(city);
        for (service, headphones, aloud) in [
            (open, true, Aloud::NotAsked),
            (private, true, Aloud::NotAsked),
            (open, false, Aloud::Yes),
        ] {
            let devices = Devices { headphones, ..ready() };
            for (screen, planted) in [
                (Screen::Review, &["Ana", "21999998888"][..]),
                (Screen::Name, &["Ana"]),
                (Screen::Document, &["5 2 9 9 8"]),
                (Screen::ReplyTo, &["2 1 9 9 9"]),
                (Screen::FollowCode, &["4 8 2 0 9 1"]),
                (Screen::Done, &["4 8 2 0 9 1"]),
            ] {
                let visit = with_fields(visit(city, service, city.own_language(), screen));
                let visit = Visit { aloud, ..visit };
                let said =
                    all_heard(&reader, &visit, &reader.view(&visit, city, devices)).join(" ");
                for planted in planted {
                    assert!(said.contains(planted), "{planted} on {:?}: {said}", visit.screen);
                }
            }
        }
    }
}

#[test]
fn what_is_kept_quiet_is_said_to_stand_on_the_screen() {
    let reader = Reader::new();
    let [city, _] = cities();
    let [open, _] = open_and_private(&city);
    let review = visit(&city, open, city.own_language(), Screen::Review);
    let said = reader.view(&review, &city, ready()).say.join(" ");
    assert!(
        said.contains("Seu nome está na tela.") && said.contains("O seu contato está na tela.")
    );
    let done = visit(&city, open, city.own_language(), Screen::Done);
    let view = reader.view(&done, &city, ready());
    assert!(heard(&view).any(|text| text.contains("O código está na tela.")));
}

#[test]
fn only_a_screen_that_asks_asks_for_headphones() {
    each_place(|reader, city, _, visit| {
        for aloud in [Aloud::NotAsked, Aloud::Asking, Aloud::Asked, Aloud::Yes] {
            let asking = Visit { aloud, ..visit.clone() };
            let words = reader.locales.of(visit.language);
            let ask = sentences(&words.text("headphones-ask-matter"));
            let said = reader.view(&asking, city, ready()).say;
            let keeps = kept(&asking, city) != Kept::Nothing && asking.overlay.is_none();
            assert_eq!(said.contains(&ask[0]), keeps && aloud == Aloud::Asking, "{said:?}");
            let headphones = Devices { headphones: true, ..ready() };
            assert!(!reader.view(&asking, city, headphones).say.contains(&ask[0]));
        }
    });
}

/// EN 301 549, 5.1.3.15: what is wrong is said with the field it is about.
#[test]
fn every_complaint_is_said_on_arrival_with_its_field() {
    each_place(|reader, city, _, visit| {
        for complaint in COMPLAINTS {
            let visit = Visit { complaint: Some(complaint), ..visit.clone() };
            let view = reader.view(&visit, city, ready());
            if let Some(field) = view.fields.first() {
                let said = view.say.join(" ");
                let error = field.error.as_deref().unwrap();
                assert!(said.contains(error) && said.contains(&field.label), "{error}: {said}");
            }
        }
    });
}

#[test]
fn every_screen_but_the_welcome_can_be_left_fast() {
    each_place(|reader, city, _, visit| {
        let view = reader.view(visit, city, ready());
        let leaves = view.actions.iter().any(|action| action.id == "leave-fast");
        let home = visit.screen == Screen::Welcome && visit.overlay.is_none();
        assert_eq!(leaves, !home, "{}", view.screen);
    });
}

#[test]
fn a_quiet_call_is_offered_in_help_and_where_it_is_private() {
    each_place(|_, city, service, visit| {
        let offer = offer(visit, city, &ready());
        let offered = offer.choices.contains(&Action::CallQuietly);
        // Not where something is read back, typed or spoken: Help is there too.
        let plain = matches!(offer.arrangement, Arrangement::Choices | Arrangement::Notes);
        let private = service.private && kept(visit, city) == Kept::Matter && plain;
        let here = visit.overlay.map_or(private, |overlay| overlay == Overlay::Help);
        assert_eq!(offered, here, "{:?}", visit.screen);
    });
}

#[test]
fn whom_to_call_about_violence_is_not_named_where_others_hear_it() {
    let reader = Reader::new();
    for city in &cities() {
        for code in &city.violence {
            let service = city.service(code).unwrap();
            for screen in about(service) {
                let Screen::Urgent { contacts, .. } = &screen else { continue };
                let visit = visit(city, service, city.own_language(), screen.clone());
                let quiet = reader.view(&visit, city, ready()).say.join(" ");
                let headphones = Devices { headphones: true, ..ready() };
                let loud = reader.view(&visit, city, headphones).say.join(" ");
                let last = city.emergency(contacts.last().unwrap()).unwrap();
                let name = &last.name[&city.own_language()];
                assert!(!quiet.contains(name.as_str()) && loud.contains(name.as_str()), "{quiet}");
            }
        }
    }
}

#[test]
fn a_number_that_only_violence_calls_is_not_said_either() {
    let reader = Reader::new();
    for city in &cities() {
        let contacts = vec!["women".to_owned()];
        let screen = Screen::Urgent { contacts, then: AfterUrgent::Found };
        let [open, _] = open_and_private(city);
        let visit = visit(city, open, city.own_language(), screen);
        let phone = city.emergency("women").unwrap().phone.as_str();
        let view = reader.view(&visit, city, ready());
        assert!(
            view.title.contains(phone) && !view.say.join(" ").contains(phone),
            "{:?}",
            view.say
        );
        let view = reader.view(&visit, city, Devices { headphones: true, ..ready() });
        assert!(view.say[0].contains(phone));
    }
}

#[test]
fn the_receipt_is_read_back_whole() {
    let reader = Reader::new();
    for city in &cities() {
        let [open, _] = open_and_private(city);
        for language in city.languages.clone() {
            let visit = visit(city, open, language, Screen::Done);
            let view = reader.view(&visit, city, Devices { headphones: true, ..ready() });
            let hear = view.actions.iter().find(|action| action.id == "hear-receipt").unwrap();
            let words = reader.locales.of(language);
            let slip = slip::receipt(words, city, visit.filed.as_ref().unwrap(), 1);
            let mut parts = 0;
            for block in slip.blocks {
                use crate::domain::receipt::Block::{Crest, Fades, Field, Heading, Line};
                let (Crest(text)
                | Heading(text)
                | Line(text)
                | Fades(text)
                | Field { value: text, .. }) = block
                else {
                    continue;
                };
                parts += 1;
                let read = text == "482 091" || hear.spoken.contains(&text);
                assert!(read, "{text:?} is not in {:?}", hear.spoken);
            }
            assert!(
                parts > 6 && hear.spoken.contains("4 8 2 0 9 1") && hear.spoken.contains("2 0 2 6")
            );
        }
    }
}
