//! A city that is right loads whole; one that is wrong tells every mistake, with its line.

#[path = "content/authors.rs"]
mod authors;
#[path = "content/booking.rs"]
mod booking;
#[path = "content/signs.rs"]
mod clips;
#[path = "support/signs.rs"]
mod signs;

use std::path::{Path, PathBuf};

use acolhe::content;
use acolhe::domain::city::{City, HolidayDate, Language, PlaceKind, ServiceCode};
use acolhe::domain::term::Term;

#[path = "content/queue.rs"]
mod queue;

/// A copy of the tiny city that a test may break.
struct Tiny {
    dir: tempfile::TempDir,
}

impl Tiny {
    fn new() -> Self {
        let tiny = Self { dir: tempfile::tempdir().expect("temporary folder") };
        copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/tiny-city"), tiny.dir.path());
        tiny
    }

    fn path(&self, file: &str) -> PathBuf {
        self.dir.path().join(file)
    }

    /// Replaces words that must stand in a file.
    fn with(self, file: &str, old: &str, new: &str) -> Self {
        let text = std::fs::read_to_string(self.path(file)).expect("a file of the tiny city");
        assert!(text.contains(old), "{old} does not stand in {file}");
        std::fs::write(self.path(file), text.replacen(old, new, 1)).expect("writable");
        self
    }

    fn without(self, file: &str) -> Self {
        std::fs::remove_file(self.path(file)).expect("a file of the tiny city");
        self
    }

    fn load(&self) -> Result<City, Vec<String>> {
        content::city::load(self.dir.path()).map_err(|faults| {
            let dir = format!("{}/", self.dir.path().display());
            faults.list().iter().map(|fault| fault.to_string().replace(&dir, "")).collect()
        })
    }

    /// The city tells exactly these faults; each starts with what is given.
    #[track_caller]
    fn tells(&self, expected: &[&str]) {
        let told = self.load().expect_err("faults");
        assert_eq!(told.len(), expected.len(), "told {told:#?}");
        for (told, expected) in told.iter().zip(expected) {
            assert!(told.starts_with(expected), "told    {told}\nwanted  {expected}");
        }
    }
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a folder");
    for entry in std::fs::read_dir(from).expect("a folder") {
        let entry = entry.expect("an entry");
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).expect("a copy");
        }
    }
}

#[test]
fn a_city_without_faults_loads_whole() {
    let city = Tiny::new().load().expect("no faults");
    assert_eq!(city.languages, [Language::PtBr, Language::Ro]);
    assert_eq!(city.groups.len(), 2);
    assert_eq!(city.groups[0].name[&Language::Ro], "Lumină pe stradă");
    let lamp = city.service(&ServiceCode("ILU-01".into())).expect("the service");
    assert_eq!(lamp.done_within, Some(Term::WorkingDays(5)));
    assert_eq!(lamp.call_first, ["fire"]);
    assert_eq!(lamp.words[&Language::PtBr].keywords.len(), 2);
    assert!(lamp.public_place && !lamp.private);
    assert_eq!(city.questions["lamps-out"].words[&Language::Ro].values["one"], "Unul");
    assert_eq!(city.streets[1].name, "Rua A, Quadra B");
    assert_eq!(city.holidays[1], HolidayDate::Yearly(12, 25));
    assert_eq!(city.branches[0].hours.len(), 2);
    assert_eq!(city.emergencies[0].id, "fire");
    assert_eq!(city.emergencies[0].phrases[&Language::PtBr], ["pegando fogo"]);
    assert!(city.emergencies[1].phrases.is_empty());
    assert_eq!(city.recovery_recipient, None);
}

#[test]
fn every_mistake_is_told_at_once_by_file_and_line() {
    Tiny::new()
        .with("services.csv", "LUZ,OUV", "LUX,OUV")
        .with("services.csv", "OUV-07,OUV,,request", "OUV-07,OUV,,wish")
        .with("words/ro/city.toml", "LUZ = \"Lumină pe stradă\"\n", "")
        .with("city.toml", "late = \"OUV-07\"", "late = \"OUV-09\"")
        .without("holidays.csv")
        .tells(&[
            "city.toml:21: unknown service \"OUV-09\". Did you mean OUV-0",
            "holidays.csv:1: the file is missing. Write it as docs/city-format.md describes",
            "services.csv:2: unknown group \"LUX\". Did you mean LUZ? Use one of LUZ, OUV",
            "services.csv:3: kind is \"wish\". Use one of request, booking, counter, referral",
            "words/ro/city.toml:5: groups.LUZ is missing. Add LUZ = \"…\"",
        ]);
}

#[test]
fn unknown_keys_and_columns_are_told() {
    Tiny::new()
        .with("city.toml", "phone =", "telephone = \"1\"\nphone =")
        .with("branches.toml", "hours.sat", "hours.sab")
        .with("groups.csv", "code,icon", "code,icons")
        .with("words/ro/services.toml", "[OUV-07]", "[OUV-70]")
        .tells(&[
            "branches.toml:12: unknown key branch.hours.sab. Did you mean sat? Use one of mon, tue",
            "city.toml:5: unknown key telephone. ",
            "groups.csv:1: the column \"icon\" is missing. The first line is code,icon",
            "groups.csv:1: unknown column \"icons\". Did you mean icon?",
            "words/ro/services.toml:1: OUV-07 is missing. Add [OUV-07] with its words",
            "words/ro/services.toml:6: unknown key OUV-70. Did you mean OUV-07?",
        ]);
}

#[test]
fn a_city_says_who_it_is() {
    Tiny::new()
        .with("city.toml", "[\"pt-BR\", \"ro\"]", "[\"pt-BR\", \"ro\", \"fr\", \"ro\"]")
        .with("city.toml", "America/Sao_Paulo", "America/Vila")
        .with("city.toml", "\"cpf\"", "\"cnp\"")
        .with("city.toml", "\"phone\", \"branch\"", "\"fax\", \"branch\"")
        .with("city.toml", "\"30d\"", "\"a month\"")
        .with("city.toml", "\"working-day\"", "\"monday\"")
        .with("city.toml", "= false", "= \"no\"")
        .with("city.toml", "365", "0")
        .with("city.toml", "recipient = \"\"", "recipient = \"age1abc\"")
        .with("city.toml", "https://156", "156")
        .tells(&[
            "city.toml:3: the locale ro stands twice. Take one out",
            "city.toml:3: unknown locale fr. Use one of pt-BR, ro, en",
            "city.toml:4: unknown time zone \"America/Vila\". ",
            "city.toml:6: web is \"156.vilamiuda.example\". ",
            "city.toml:9: identity.document is \"cnp\". Use cpf",
            "city.toml:13: unknown channel fax. Use one of whatsapp, ",
            "city.toml:16: law is \"a month\". Write 30d",
            "city.toml:17: deadlines.ends_on is \"monday\". Use one of working-day, any-day",
            "city.toml:24: receipt.registration_line is a string. Write true or false",
            "city.toml:27: retention.days is 0. Write a whole number from 1 to 36500",
            "city.toml:31: recipient is not an age X25519 recipient. ",
        ]);
}

#[test]
fn a_service_refers_to_what_exists_and_keeps_its_promises() {
    Tiny::new()
        .with("services.csv", "lamps-out,", "lamp-out since a b,")
        .with("services.csv", "5bd,fire", "5bd,fire+pigs")
        .with("services.csv", "30d,30d,,yes", "45d,,,maybe")
        .with("services.csv", "none,none,,,,", "none,none,30d,,,")
        .with("services.csv", "OUV-08", "OUV-8")
        .tells(&[
            "services.csv:2: the service has 4 questions. Keep at most 3",
            "services.csv:2: unknown contact \"pigs\". Use one of fire, ambulance",
            "services.csv:2: unknown question \"a\". Use lamps-out",
            "services.csv:2: unknown question \"b\". Use lamps-out",
            "services.csv:2: unknown question \"lamp-out\". Use lamps-out",
            "services.csv:2: unknown question \"since\". Use lamps-out",
            "services.csv:3: answer_within is longer than the law's limit in city.toml. Write 30d",
            "services.csv:3: done_within is empty. Write 30d",
            "services.csv:3: private is \"maybe\". Use yes, or nothing",
            "services.csv:4: answer_within promises what is not filed here. Leave it empty",
            "services.csv:4: the code is \"OUV-8\". Write three letters and two digits: VIA-01",
            "words/pt-BR/services.toml:1: OUV-8 is missing",
            "words/pt-BR/services.toml:11: unknown key OUV-08",
            "words/ro/services.toml:1: OUV-8 is missing",
            "words/ro/services.toml:11: unknown key OUV-08",
        ]);
}

#[test]
fn working_days_are_compared_with_the_law_in_days_of_the_calendar() {
    Tiny::new().with("services.csv", "30d,5bd", "21bd,5bd").load().expect("three weeks fit");
    Tiny::new()
        .with("services.csv", "30d,5bd", "22bd,5bd")
        .tells(&["services.csv:2: answer_within is longer"]);
}

#[test]
fn codes_stand_once() {
    Tiny::new()
        .with("services.csv", "OUV-08", "OUV-07")
        .with("groups.csv", "OUV,", "LUZ,")
        .with("branches.toml", "[[branch]]", "[[branch]]\ncode = \"CENTRO\"\nname = \"A\"\naddress = \"B\"\nlat = 1\nlong = 1\nphone = \"1\"\nlandmark.pt-BR = \"A\"\nlandmark.ro = \"B\"\nhours.mon = \"08:00-09:00\"\n\n[[branch]]")
        .tells(&[
            "branches.toml:13: the branch CENTRO stands twice. Rename one",
            "groups.csv:3: the group LUZ stands twice. Take one out",
            "services.csv:2: unknown group \"OUV\". Use one of LUZ",
            "services.csv:3: unknown group \"OUV\". Use one of LUZ",
            "services.csv:4: the service OUV-07 stands twice. Give one a new code",
            "services.csv:4: unknown group \"OUV\". Use one of LUZ",
            "words/pt-BR/city.toml:7: unknown key groups.OUV",
            "words/pt-BR/services.toml:6: OUV-07.way is missing",
            "words/pt-BR/services.toml:11: unknown key OUV-08",
            "words/ro/city.toml:7: unknown key groups.OUV",
            "words/ro/services.toml:6: OUV-07.way is missing",
            "words/ro/services.toml:11: unknown key OUV-08",
        ]);
}

#[test]
fn what_is_not_filed_here_says_the_way_and_every_text_has_words() {
    Tiny::new()
        .with("words/pt-BR/services.toml", "way = \"Ligue para a companhia.\"\n", "")
        .with("words/pt-BR/services.toml", "\"Outro pedido\"", "\" \"")
        .with("words/ro/services.toml", "keywords = [\"bec stins\"]", "keywords = \"bec\"")
        .with("words/ro/questions.toml", "values.several", "values.severl")
        .without("words/pt-BR/questions.toml")
        .tells(&[
            "words/pt-BR/questions.toml:1: the file is missing",
            "words/pt-BR/services.toml:7: OUV-07.name is empty. Write a text",
            "words/pt-BR/services.toml:11: OUV-08.way is missing. Add way = \"…\"",
            "words/ro/questions.toml:4: lamps-out.values.several is missing. Add several = \"…\"",
            "words/ro/questions.toml:5: unknown key lamps-out.values.severl. Did you mean several?",
            "words/ro/services.toml:4: ILU-01.keywords is a string. Write a list",
        ]);
}

#[test]
fn places_are_on_earth_and_hours_run_forward() {
    Tiny::new()
        .with("branches.toml", "-22.9001", "-122.9")
        .with("branches.toml", "-43", "\"west\"")
        .with("branches.toml", "08:00-17:00", "17:00-08:00")
        .with("branches.toml", "13:00-15:00", "1pm")
        .with("streets.csv", "-22.9,-43.2", "91,-43.2")
        .with("streets.csv", "-43.21", "west")
        .tells(&[
            "branches.toml:5: branch.lat is -122.9. Write a number from -90 to 90",
            "branches.toml:6: branch.long is a string. Write a number from -180 to 180",
            "branches.toml:11: hours.mon is \"17:00-08:00\": it ends before it starts. Write",
            "branches.toml:12: hours.sat is \"08:00-12:00 1pm\": this is not a pair of times. Write",
            "streets.csv:2: lat is \"91\". Write degrees from -90 to 90",
            "streets.csv:3: long is \"west\". Write degrees from -180 to 180",
        ]);
}

#[test]
fn places_of_the_guide_may_be_left_out_and_their_mistakes_are_told() {
    assert!(Tiny::new().load().expect("no faults").places.is_empty());
    let head = "name,kinds,address,hours,phone,lat,long\n";
    let write = |tiny: &Tiny, rows: &str| {
        std::fs::write(tiny.path("places.csv"), format!("{head}{rows}")).expect("writable");
    };
    let tiny = Tiny::new();
    write(&tiny, "Biblioteca,internet help,\"Rua A, 1\",,,-22.9,-43.2\n");
    let places = tiny.load().expect("no faults").places;
    assert_eq!(places[0].kinds, [PlaceKind::Internet, PlaceKind::Help]);
    assert_eq!((places[0].hours.as_str(), places[0].phone.as_str()), ("", ""));

    let wrong = "Biblioteca,internet wifi,Rua A,,,-22.9,-43.2\n\
        Biblioteca,help help,Rua A,,,-122.9,-43.2\n\
        ,,,,,-22.9,-43.2\n";
    write(&tiny, wrong);
    tiny.tells(&[
        "places.csv:2: kinds is \"internet wifi\". Use internet, computers, courses, help, with",
        "places.csv:3: kinds names help twice. Take one out",
        "places.csv:3: lat is \"-122.9\". Write degrees from -90 to 90",
        "places.csv:3: the place Biblioteca stands twice. Take one out",
        "places.csv:4: address is empty. Write a address",
        "places.csv:4: kinds is empty. Write a kinds",
        "places.csv:4: name is empty. Write a name",
    ]);
    let many: Vec<String> = (0..41).map(|n| format!("P{n},help,Rua,,,-22.9,-43.2\n")).collect();
    write(&tiny, &many.concat());
    tiny.tells(&["places.csv:1: there are 41 places. Keep the 40 that most people can reach"]);
}

#[test]
fn holidays_are_dates() {
    Tiny::new()
        .with("holidays.csv", "2026-02-17", "17/02/2026")
        .with("holidays.csv", "12-25", "12-32")
        .tells(&[
            "holidays.csv:2: date is \"17/02/2026\". Write 2026-02-17, or 12-25 for every year",
            "holidays.csv:3: date is \"12-32\". Write 2026-02-17",
        ]);
}

#[test]
fn questions_are_plain_and_fit_one_screen() {
    Tiny::new()
        .with("questions.toml", "\"several\"", "\"several\", \"several\", \"Más\"")
        .with("questions.toml", "[lamps-out]", "[Since]\ndatatype = \"day\"\n\n[lamps-out]")
        .without("words/pt-BR/questions.toml")
        .without("words/ro/questions.toml")
        .tells(&[
            "questions.toml:1: the id Since is not plain. Use lower case",
            "questions.toml:2: Since.datatype is \"day\". Use one of string, number",
            "questions.toml:6: the value \"Más\" is not plain. Use lower case",
            "questions.toml:6: the value \"several\" stands twice. Take one out",
            "words/pt-BR/questions.toml:1: the file is missing",
            "words/ro/questions.toml:1: the file is missing",
        ]);
    Tiny::new()
        .with("questions.toml", "[\"one\"", "[\"a\", \"b\", \"c\", \"d\", \"e\", \"f\", \"one\"")
        .with("words/ro/questions.toml", "values.one", "values.a = \"A\"\nvalues.b = \"B\"\nvalues.c = \"C\"\nvalues.d = \"D\"\nvalues.e = \"E\"\nvalues.f = \"F\"\nvalues.one")
        .with("words/pt-BR/questions.toml", "values.one", "values.a = \"A\"\nvalues.b = \"B\"\nvalues.c = \"C\"\nvalues.d = \"D\"\nvalues.e = \"E\"\nvalues.f = \"F\"\nvalues.one")
        .tells(&["questions.toml:3: the list has 8 values. Keep at most 7"]);
}

#[test]
fn phrases_are_given_in_every_language_or_in_none() {
    Tiny::new().with("emergencies.toml", "phrases.ro", "phrases.en").tells(&[
        "emergencies.toml:5: fire.phrases.ro is missing. Add ro = [\"…\"]",
        "emergencies.toml:6: unknown key fire.phrases.en",
    ]);
}

#[test]
fn a_file_that_cannot_be_read_is_told_once_and_nothing_that_refers_to_it() {
    Tiny::new()
        .with("questions.toml", "values = [", "values = ")
        .tells(&["questions.toml:3: this is not TOML: "]);
    let tiny = Tiny::new();
    let mut bytes = std::fs::read(tiny.path("groups.csv")).expect("a file");
    bytes.extend(b"X,\xe7\n");
    std::fs::write(tiny.path("groups.csv"), bytes).expect("writable");
    tiny.tells(&["groups.csv:4: this is not UTF-8. Save the file as UTF-8"]);
    Tiny::new().without("city.toml").tells(&["city.toml:1: the file is missing"]);
}

#[test]
fn a_key_that_stands_twice_is_told() {
    Tiny::new()
        .with("city.toml", "phone =", "name = \"B\"\nphone =")
        .tells(&["city.toml:5: this is not TOML: duplicate key"]);
}

#[test]
fn rows_have_as_many_cells_as_columns_and_lines_are_counted_through_gaps() {
    Tiny::new()
        .with("streets.csv", "Rua das Flores,Centro,", "\r\n\r\n\nRua das Flores,Centro")
        .with(
            "streets.csv",
            "\"Rua A, Quadra B\",Várzea,,-22.91",
            "\"Rua A,\n Quadra B\",Várzea,,x",
        )
        .tells(&[
            "streets.csv:5: the row has 4 cells, the first line 5. Add or take out commas",
            "streets.csv:6: lat is \"x\"",
        ]);
    Tiny::new()
        .with("holidays.csv", "date,name", "date;name")
        .with("holidays.csv", "2026-02-17,Carnaval\n12-25,Natal\n", "")
        .tells(&[
            "holidays.csv:1: the columns are parted by semicolons. Save the file with commas",
        ]);
}

#[test]
fn a_byte_order_mark_is_forgiven() {
    Tiny::new()
        .with("groups.csv", "code", "\u{feff}code")
        .with("city.toml", "name", "\u{feff}name")
        .load()
        .expect("no faults");
}
