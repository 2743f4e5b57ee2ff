//! From own words to the farewell, in every language of both cities.

use serde_json::Value;

use super::steps::{field, heard, label, only, printed, said, text};
use crate::support::{Hub, Play, Station, VALEA_LINA, VILA_SERENA};

/// What one person says; the city knows the rest.
struct Person {
    locale: &'static str,
    words: &'static str,
}

/// What is the same for everybody in a city.
struct Place {
    service: &'static str,
    call: &'static str,
    answer: &'static str,
    typed_answer: &'static str,
    begins: &'static str,
    street: &'static str,
    parts: &'static [(&'static str, &'static str)],
    document: &'static str,
    kind: &'static str,
    telephone: &'static str,
}

const CONNECTION: Place = Place {
    service: "AGU-08",
    call: "193",
    answer: "answer:house",
    typed_answer: "4",
    begins: "sete set",
    street: "Rua Sete de Setembro",
    parts: &[("number", "12")],
    document: "529.982.247-24",
    kind: "cpf",
    telephone: "(21) 99999-8888",
};

const PARKING: Place = Place {
    service: "PAR-01",
    call: "112",
    answer: "answer:new",
    typed_answer: "BZ 01 ABC",
    begins: "unirii",
    street: "Bulevardul Unirii",
    parts: &[("number", "3"), ("block", "A2"), ("stair", "B"), ("flat", "14")],
    document: "1800101221145",
    kind: "cnp",
    telephone: "0722 000 111",
};

#[test]
fn a_brazilian_city_serves_whoever_comes_in_three_languages() {
    serves(
        VILA_SERENA,
        &CONNECTION,
        &[
            Person { locale: "pt-BR", words: "ligação de água nova, a casa está pegando fogo" },
            Person { locale: "en", words: "new water connection, the house is on fire" },
            Person { locale: "ro", words: "racordare la apă, arde casa" },
        ],
    );
}

#[test]
fn a_romanian_city_serves_whoever_comes_in_three_languages() {
    serves(
        VALEA_LINA,
        &PARKING,
        &[
            Person { locale: "ro", words: "loc de parcare, arde casa vecinului" },
            Person { locale: "en", words: "parking place, the house is on fire" },
            Person { locale: "pt-BR", words: "vaga de estacionamento, a casa está pegando fogo" },
        ],
    );
}

fn serves(city: &'static str, place: &Place, people: &[Person]) {
    let hub = Hub::start(city);
    let station = Station::enrolled(&hub);
    let mut play = Play::start(&station);
    let own_language = play.told()["locale"].clone();
    for (before, person) in people.iter().enumerate() {
        let number = visit(&mut play, place, person);
        let receipt = station.receipts()[before * 2].clone();
        holds_number_and_code(&receipt, &number);
        at_the_hub(&hub, &number.0, place);
        say_goodbye(&mut play, &own_language);
    }
    assert_eq!(hub.numbers().len(), people.len() * 2);
    assert_eq!(play.end(), Some(0));
}

/// A filed number and its access code.
type Filed = (String, String);

fn visit(play: &mut Play, place: &Place, person: &Person) -> Filed {
    play.say(serde_json::json!({"locale": person.locale}));
    what_it_is_about(play, place, person);
    where_it_is(play, place);
    who_it_is(play, place);
    how_to_answer(play, place);
    review(play, place);
    let filed = done(play);
    another(play, &filed);
    filed
}

fn what_it_is_about(play: &mut Play, place: &Place, person: &Person) {
    play.do_("request");
    play.do_("own-words");
    play.typed("words", person.words);
    let urgent = play.do_("next");
    assert_eq!(urgent["screen"], "filing.urgent");
    assert!(text(&urgent["title"]).contains(place.call), "{}", urgent["title"]);
    let found = play.do_("next");
    assert_eq!(found["screen"], "filing.found");
    let offered = found["actions"].as_array().expect("a list");
    let choices = offered.iter().filter(|it| {
        let id = it["id"].as_str().unwrap_or_default();
        id.starts_with("service:") || id == "none-of-these"
    });
    assert!((2..=8).contains(&choices.count()));
    assert_eq!(play.do_(&format!("service:{}", place.service))["screen"], "filing.for-whom");
    assert_eq!(play.do_("for:me")["screen"], "filing.question");
    assert_eq!(play.do_(place.answer)["screen"], "filing.question");
    play.typed("answer", place.typed_answer);
    assert_eq!(play.do_("next")["screen"], "filing.place");
}

fn where_it_is(play: &mut Play, place: &Place) {
    play.do_("place:street");
    let streets = play.typed("address", place.begins);
    let offered = streets["actions"].as_array().expect("a list").iter();
    let street = offered
        .filter(|action| text(&action["id"]).starts_with("street:"))
        .find(|action| text(&action["label"]).starts_with(place.street))
        .unwrap_or_else(|| panic!("{} is not offered: {streets}", place.street));
    let street = text(&street["id"]).to_owned();
    assert_eq!(play.do_(&street)["screen"], "filing.address");
    for (part, value) in place.parts {
        play.typed(part, value);
    }
    let description = play.do_("next");
    assert_eq!(description["screen"], "filing.description");
    assert!(text(&field(&description, "description")["value"]).contains(','));
    play.typed("description", "É só isso.");
    assert_eq!(play.do_("next")["screen"], "filing.who");
}

/// The document does not add up: asked about once, then kept.
fn who_it_is(play: &mut Play, place: &Place) {
    play.do_("who:name");
    play.typed("name", "Maria Ștefănescu da Silva");
    assert_eq!(play.do_("next")["screen"], "filing.document");
    play.typed("document", place.document);
    assert_eq!(play.do_("next")["screen"], "filing.document-doubt");
    assert_eq!(play.do_("type-again")["screen"], "filing.document");
    assert_eq!(play.do_("next")["screen"], "filing.channel");
}

fn how_to_answer(play: &mut Play, place: &Place) {
    play.do_("contact:phone");
    play.typed("reply-to", "12");
    let doubt = play.do_("next");
    assert_eq!(doubt["screen"], "filing.reply-to");
    let error = text(&field(&doubt, "reply-to")["error"]).to_owned();
    assert!(text(&field(&doubt, "reply-to")["spoken"]).contains(&error));
    play.typed("reply-to", place.telephone);
    assert_eq!(play.do_("next")["screen"], "filing.shared-telephone");
    assert_eq!(play.do_("yes")["screen"], "filing.leave-message");
    assert_eq!(play.do_("no")["screen"], "filing.review");
}

fn review(play: &mut Play, place: &Place) {
    let review = play.told().clone();
    assert_eq!(review["screen"], "filing.review");
    assert!(label(&review, "change:place").contains(place.street));
    assert!(label(&review, "change:who").contains("Maria"));
    assert!(!heard(&review).contains("Maria") && !heard(&review).contains(place.telephone));
    assert!(said(&play.do_("aloud:yes")).contains("Maria"));
    play.do_("aloud:no");
    let more = play.do_("more");
    assert!(label(&more, "change:reply").contains(place.telephone));
    assert_eq!(play.do_("back")["actions"], review["actions"]);
    play.do_("change:description");
    play.typed("description", "Mudei de ideia.");
    let changed = play.do_("next");
    assert_eq!(changed["screen"], "filing.review");
    assert!(label(&changed, "change:description").contains("Mudei de ideia."));
    assert!(said(&changed).contains("Mudei de ideia."));
}

fn done(play: &mut Play) -> Filed {
    let done = play.do_("file");
    assert_eq!(done["screen"], "filing.done");
    assert_eq!(done["hub"], "up");
    let number = text(&done["protocol"]).to_owned();
    let code = text(&done["access_code"]).to_owned();
    let files = printed(&done);
    assert_eq!(files.len(), 1);
    let file = std::path::Path::new(files[0]);
    assert!(file.is_absolute() && file.extension().is_some_and(|kind| kind == "png"), "{file:?}");
    let picture = std::fs::read(file).expect("the picture is there");
    assert_eq!(picture[1..4], *b"PNG");
    let aloud = play.do_("aloud:yes");
    let hear = super::steps::action(&aloud, "hear-number");
    let spaced = |digits: &str| {
        let digits = digits.chars().filter(char::is_ascii_digit);
        digits.map(String::from).collect::<Vec<_>>().join(" ")
    };
    let spoken = text(&hear["spoken"]).replace(',', "");
    assert!(spoken.contains(&spaced(&number)) && spoken.contains(&spaced(&code)), "{spoken}");
    play.do_("hear-number");
    (number, code)
}

/// Who the person is and how to answer is not asked anew.
fn another(play: &mut Play, (number, _): &Filed) {
    assert_eq!(play.do_("request")["screen"], "filing.group");
    let other = play.file_a_request();
    assert_ne!(&other, number);
}

fn holds_number_and_code(receipt: &str, (number, code): &Filed) {
    assert!(receipt.contains(number), "{receipt}");
    let grouped = format!("{} {}", &code[..3], &code[3..]);
    assert!(receipt.contains(&grouped), "{receipt}");
    only(&[receipt.to_owned()]);
}

fn at_the_hub(hub: &Hub, number: &str, place: &Place) {
    let told = |name| hub.told_of(number, name);
    assert_eq!(told("service"), place.service);
    assert_eq!(told("document_kind"), place.kind);
    assert_eq!(told("document_adds_up"), "no");
    assert_eq!(told("phone"), place.telephone);
    assert_eq!(told("leave_message"), "no");
    assert_eq!(told("description"), "Mudei de ideia.");
    assert!(told("address_string").contains(place.street));
    assert_eq!(told("first_name"), "Maria");
}

fn say_goodbye(play: &mut Play, own_language: &Value) {
    assert_eq!(play.do_("finish")["screen"], "opinion.face");
    assert_eq!(play.do_("face:4")["screen"], "opinion.reason");
    let farewell = play.do_("reason:easy");
    assert_eq!(farewell["screen"], "farewell");
    assert!(farewell["protocol"].is_null(), "nothing outlives the farewell");
    let welcome = play.do_("finish");
    assert_eq!(welcome["screen"], "welcome");
    assert_eq!(welcome["locale"], *own_language);
    assert!(welcome["protocol"].is_null() && welcome["access_code"].is_null());
    assert!(printed(&welcome).is_empty());
    assert!(!play.offers("resume"));
}
