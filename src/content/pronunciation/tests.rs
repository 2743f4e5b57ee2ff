use std::fs;
use std::path::PathBuf;

use tempfile::TempDir;

use super::*;

/// The folder that holds `cities/` and `locales/`.
fn assets() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// What ships, with a city that has nothing of its own.
fn shipped() -> Pronunciations {
    load(&assets().join("locales"), Path::new("no/such/city")).unwrap()
}

#[track_caller]
fn said(language: Language, cases: &[(&str, &str)]) {
    let shipped = shipped();
    for (written, spoken) in cases {
        assert_eq!(shipped.say(language, written), *spoken);
    }
}

#[test]
fn portuguese_is_said_well() {
    said(
        Language::PtBr,
        &[
            (
                "Moro na Av. Brasil, nº 1.250, bl. 2, ap. 31.",
                "Moro na Avenida Brasil, número 1250, bloco 2, apartamento 31.",
            ),
            ("R. das Flores, s/n", "Rua das Flores, sem número"),
            ("R. XV de Novembro, 120A", "Rua quinze de Novembro, 120 A"),
            ("Pça. Dom Pedro II", "praça Dom Pedro segundo"),
            ("2ª via do IPTU", "segunda via do I P T U"),
            ("O CPF ajuda o SUS.", "O C P F ajuda o sus."),
            ("Sua cópia: R$ 12,50", "Sua cópia: 12 reais e 50 centavos"),
            ("Custa R$ 1,00 ou R$ 2 milhões.", "Custa 1 real ou 2 milhões de reais."),
            ("22/12/2026, 14:30", "22 de dezembro de 2026, 14 horas e 30"),
            ("1 de dezembro de 2026, 9h05", "primeiro de dezembro de 2026, 9 horas e 5"),
            ("das 7:30 às 22:00", "das 7 horas e 30 às vinte e duas horas"),
            ("Em 2 horas ou 12 horas", "Em duas horas ou 12 horas"),
            ("Ligue (21) 3333-0101", "Ligue 2 1, 3 3 3 3, 0 1 0 1"),
            (
                "O número é: 2 0 2 6, 0 0 1 4, 0 0 0 1 2, 5 5.",
                "O número é: 2 0 2 6, 0 0 1 4, 0 0 0 1 2, 5 5.",
            ),
            ("Buraco na rua. 1 de 8.", "Buraco na rua. 1 de 8."),
            ("A 3 km daqui, no km 12", "A 3 quilômetros daqui, no quilômetro 12"),
            ("Toque no que você quer.", "Toque no que você quer."),
        ],
    );
}

#[test]
fn romanian_is_said_well() {
    said(
        Language::Ro,
        &[
            (
                "Str. Mihai Eminescu nr. 12, bl. A3, sc. 2, ap. 31",
                "strada Mihai Eminescu numărul 12, blocul A3, scara 2, apartamentul 31",
            ),
            ("Bd. Unirii, f.n.", "Bulevardul Unirii, fără număr."),
            ("B-dul Unirii și P-ța Sf. Maria", "Bulevardul Unirii și Piața Sfânta Maria"),
            ("Str. 1 Decembrie 1918", "strada întâi Decembrie 1918"),
            ("Care este CNP-ul?", "Care este C N P-ul?"),
            ("12,50 lei", "12 lei și 50 de bani"),
            ("1 leu, 21 lei, 1,02 lei", "un leu, 21 de lei, un leu și 2 bani"),
            ("22.12.2026, ora 14:30", "22 decembrie 2026, ora 14 și 30 de minute"),
            ("1 decembrie 2026, ora 2:02", "întâi decembrie 2026, ora două și două minute"),
            ("9:00-17:00", "ora 9 până la ora 17"),
            ("În 2 zile lucrătoare", "În două zile lucrătoare"),
            ("A 2-a cerere, al 2-lea bloc", "A doua cerere, al doilea bloc"),
            ("Sunați la 0800 000 330.", "Sunați la 0 8 0 0, 0 0 0, 3 3 0."),
            ("(0238) 000 101", "0 2 3 8, 0 0 0, 1 0 1"),
            ("Atingeți ecranul.", "Atinge-ți ecranul."),
        ],
    );
}

#[test]
fn english_is_said_well() {
    said(
        Language::En,
        &[
            ("22/12/2026, 14:30", "22 December 2026, 14 30"),
            ("1/12/2026, 9:05", "the first of December 2026, 9 oh 5".replace('5', "five").as_str()),
            ("at 9:00", "at 9 o'clock"),
            ("1,250 people", "1250 people"),
            ("R$ 12.50 or 1.50 lei", "12 ray-ice and 50 centavos or 1 leu and 50 bani"),
            ("Str. Unirii nr. 5", "Strada Unirii number 5"),
            ("The code has 6 digits.", "The code has 6 digits."),
        ],
    );
}

#[test]
fn the_citys_own_words_come_first() {
    let city = TempDir::new().unwrap();
    fs::create_dir(city.path().join("pronunciation")).unwrap();
    let words = "[words]\n\"CPF\" = \"cepeéfe\"\n\"190\" = \"um nove zero\"\n";
    fs::write(city.path().join("pronunciation/pt-BR.toml"), words).unwrap();
    let said = load(&assets().join("locales"), city.path()).unwrap();
    assert_eq!(said.say(Language::PtBr, "CPF? Ligue 190."), "cepeéfe? Ligue um nove zero.");
    assert_eq!(said.say(Language::Ro, "CPF"), "C P F");
}

#[test]
fn every_city_that_ships_is_said() {
    for city in fs::read_dir(assets().join("cities")).unwrap() {
        load(&assets().join("locales"), &city.unwrap().path()).unwrap();
    }
}

/// What is told of a city's Romanian words.
fn told(text: &str) -> Vec<String> {
    let city = TempDir::new().unwrap();
    fs::create_dir(city.path().join("pronunciation")).unwrap();
    let path = city.path().join("pronunciation/ro.toml");
    fs::write(&path, text).unwrap();
    let faults = Collector::default();
    check_city(city.path(), &faults);
    let faults = faults.into_faults();
    let list = faults.list().iter();
    list.map(|fault| {
        assert_eq!(fault.file, path);
        format!("{}: {}. {}", fault.line, fault.what, fault.remedy)
    })
    .collect()
}

#[test]
fn each_mistake_is_told_with_its_line() {
    let text = "[words]\n\"A\" = \"\"\n\"B\" = \"…\"\n\"C\" = \"C\"\n\" D\" = \"de\"\n\
                \"E\" = \"Unu. Doi\"\n\"F\" = 5\n\"G\" = \"ţ\"\n[word]\n";
    assert_eq!(
        told(text),
        [
            "2: words.A is empty. Write a text",
            "3: \"…\" cannot be said. Write it with letters",
            "3: \"…\" ends a sentence with \"…\". Take the sign out",
            "4: \"C\" is said as it is written. Take this line out",
            "5: \" D\" begins or ends with a space. Take the space out",
            "6: \"Unu. Doi\" ends a sentence with \".\". Take the sign out",
            "7: words.F is a integer. Put it in quotes",
            "8: ţ has a cedilla. Write ș and ț with a comma below",
            "9: unknown key word. Did you mean words? Use one of before-number, after-number, \
         before-name, words",
        ]
    );
    assert_eq!(told("[words\n").len(), 1);
}

#[test]
fn what_a_language_lacks_is_told() {
    let locales = TempDir::new().unwrap();
    for language in Language::ALL {
        fs::create_dir(locales.path().join(language.tag())).unwrap();
    }
    let path = locales.path().join("en/pronunciation.toml");
    let text = "[numbers]\n\"thousands\" = \";\"\n\"decimal\" = \".\"\n[time]\n\"signs\" = \":\"\n\
                \"both\" = \"{hours}\"\n\"until\" = \"to\"\n[time.hours]\n[time.minutes]\n\
                \"many\" = \"{n}\"\n\"121\" = \"much\"\n";
    fs::write(&path, text).unwrap();
    let faults = load(locales.path(), Path::new("no/such/city")).unwrap_err();
    let told: Vec<_> = faults
        .list()
        .iter()
        .filter(|fault| fault.file == path)
        .map(|fault| format!("{}: {}", fault.line, fault.what))
        .collect();
    assert_eq!(
        told,
        [
            "2: thousands is \";\"",
            "6: \"{hours}\" has no {minutes}",
            "8: time.hours.many is missing",
            "11: unknown key time.minutes.121",
        ]
    );
    // The two others are missing.
    assert_eq!(faults.files(), 3);
}
