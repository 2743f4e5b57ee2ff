//! Typical receipts on paper: how long, how large, and what a reader of codes makes of them.

use std::io::{ErrorKind, Write};
use std::ops::Range;
use std::path::Path;
use std::process::Command;

use acolhe::content::city;
use acolhe::domain::appointment::{Booked, Key, Standing, bookable};
use acolhe::domain::booking::plan::branches_for;
use acolhe::domain::city::Language;
use acolhe::domain::lesson::{LessonId, Rung};
use acolhe::domain::passport::{self, Passport};
use acolhe::domain::receipt::{Block, Slip};
use acolhe::domain::request::AccessCode;
use acolhe::locale::Locales;
use acolhe::paper::{self, Crest, Fonts, LONGEST, PaperWidth, Raster};
use acolhe::view;
use jiff::civil::date;

const RECEIPTS: [(&str, &str); 3] = [
    ("pt-BR", include_str!("data/slips/pt-BR.json")),
    ("ro", include_str!("data/slips/ro.json")),
    ("en", include_str!("data/slips/en.json")),
];
const WIDTHS: [PaperWidth; 2] = [PaperWidth::Mm58, PaperWidth::Mm80];

/// The height of Andika's bold digits in type of 24 points: 0.71 of 68 dots.
const DIGITS_OF_24_POINTS: usize = 48;

fn receipts() -> impl Iterator<Item = (&'static str, Slip)> {
    RECEIPTS.iter().map(|(language, json)| (*language, serde_json::from_str(json).expect("a slip")))
}

fn slip(blocks: &[Block]) -> Slip {
    Slip { blocks: blocks.to_vec() }
}

fn draw(slip: &Slip, width: PaperWidth) -> Raster {
    let crest = Crest::read(Path::new("cities/vila-serena/crest.svg")).expect("a crest");
    let mut fonts = Fonts::installed().expect("a typeface");
    paper::render(slip, width, Some(&crest), &mut fonts).expect("a drawing")
}

/// From which row to which there is ink without a blank row between.
fn lines(raster: &Raster) -> Vec<Range<usize>> {
    let inked = |y: &usize| (0..raster.width()).any(|x| raster.is_black(x, *y));
    let rows: Vec<usize> = (0..raster.height()).filter(inked).collect();
    rows.chunk_by(|one, next| one + 1 == *next)
        .map(|line| line[0]..line[line.len() - 1] + 1)
        .collect()
}

#[test]
fn a_typical_receipt_is_at_most_twenty_centimetres_long() {
    for (language, first) in receipts() {
        let mut second = first.clone();
        second.blocks.insert(1, Block::Banner("2ª via".to_owned()));
        for width in WIDTHS {
            for (copy, slip) in [("first", &first), ("second", &second)] {
                let raster = draw(slip, width);
                assert_eq!(raster.width(), width.dots());
                let height = raster.height();
                assert!(height <= LONGEST, "{language} {width:?} {copy}: {height} dots");
            }
        }
    }
}

#[test]
fn nothing_touches_the_edges() {
    for (language, slip) in receipts() {
        for width in WIDTHS {
            let raster = draw(&slip, width);
            let (right, bottom) = (raster.width() - 1, raster.height() - 1);
            assert!(!lines(&raster).is_empty(), "{language} {width:?} is blank");
            let sides = (0..=bottom).flat_map(|y| [(0, y), (right, y)]);
            let ends = (0..=right).flat_map(|x| [(x, 0), (x, bottom)]);
            let black = sides.chain(ends).find(|(x, y)| raster.is_black(*x, *y));
            assert_eq!(black, None, "{language} {width:?}");
        }
    }
}

#[test]
fn the_number_is_set_in_24_points_on_one_line_or_two() {
    let number = slip(&[Block::Number("2026.0014.00371-13".to_owned())]);
    for (width, parts) in [(PaperWidth::Mm80, 1), (PaperWidth::Mm58, 2)] {
        let lines = lines(&draw(&number, width));
        let digits: Vec<usize> = lines.iter().map(Range::len).filter(|rows| *rows > 4).collect();
        assert_eq!(digits.len(), parts, "{width:?}");
        assert!(digits.iter().all(|rows| *rows >= DIGITS_OF_24_POINTS), "{width:?}: {digits:?}");
    }
}

#[test]
fn an_access_code_and_a_promised_date_are_larger_than_what_is_beside_them() {
    let field = |value: &str| Block::Field { label: "m".to_owned(), value: value.to_owned() };
    let tall = |blocks: &[Block]| lines(&draw(&slip(blocks), PaperWidth::Mm80))[1].len();
    // The second line of ink is the value where it has a line of its own.
    assert!(tall(&[field("482 091")]) >= DIGITS_OF_24_POINTS);
    let date = "22 de dezembro de 2026";
    let promised = lines(&draw(&slip(&[Block::Rule, field(date), Block::Rule]), PaperWidth::Mm80));
    let beside = lines(&draw(&slip(&[field(date)]), PaperWidth::Mm80));
    assert!(promised[2].len() > beside[0].len(), "{promised:?} {beside:?}");
}

#[test]
fn a_short_slip_is_set_in_larger_type_than_a_long_one() {
    let line = Block::Line("Acolhe".to_owned());
    let first = |blocks: &[Block]| lines(&draw(&slip(blocks), PaperWidth::Mm80))[0].len();
    assert!(first(std::slice::from_ref(&line)) > first(&vec![line.clone(); 26]));
}

#[test]
fn nothing_is_left_out_of_a_slip_that_is_longer_than_twenty_centimetres() {
    let line = Block::Line("Acolhe".to_owned());
    let raster = draw(&slip(&vec![line; 100]), PaperWidth::Mm58);
    assert!(raster.height() > LONGEST);
    assert_eq!(lines(&raster).len(), 100);
}

#[test]
fn an_independent_reader_finds_the_text_of_the_qr_code() {
    let folder = tempfile::tempdir().unwrap();
    for (language, slip) in receipts() {
        let text = slip.blocks.iter().find_map(|block| match block {
            Block::Qr(text) => Some(text.as_str()),
            _ => None,
        });
        for width in WIDTHS {
            let Some(found) = scanned(folder.path(), &draw(&slip, width)) else { return };
            assert_eq!(Some(found.trim_end()), text, "{language} {width:?}");
        }
    }
}

#[test]
fn an_independent_reader_finds_a_passport_with_every_lesson_that_it_can_hold() {
    let folder = tempfile::tempdir().unwrap();
    let mut passport = Passport::new(371);
    for place in 0..passport::MOST {
        let lesson = LessonId(format!("lesson-{place}"));
        passport.note(&lesson, Rung::Alone, date(2026, 11, 23));
    }
    let block = Block::Passport {
        purpose: "Traga este papel quando voltar.".to_owned(),
        pictures: passport.pictures().map(str::to_owned).to_vec(),
        words: "sol, peixe, chave".to_owned(),
        code: passport.to_string(),
    };
    for width in WIDTHS {
        let Some(found) = scanned(folder.path(), &draw(&slip(std::slice::from_ref(&block)), width))
        else {
            return;
        };
        assert_eq!(found.trim_end().parse(), Ok(passport.clone()), "{width:?}");
    }
}

/// What an independent reader of codes finds on paper; none where there is no such reader.
fn scanned(folder: &Path, paper: &Raster) -> Option<String> {
    let file = folder.join("slip.png");
    std::fs::write(&file, paper.png().expect("a picture")).expect("a file");
    let output = Command::new("zbarimg").args(["-q", "--raw"]).arg(&file).output();
    if output.as_ref().is_err_and(|error| error.kind() == ErrorKind::NotFound) {
        let skipped = "skipped: zbarimg is not installed (Debian's zbar-tools)";
        writeln!(std::io::stderr(), "{skipped}").expect("it is open");
        return None;
    }
    let found = output.expect("zbarimg runs").stdout;
    Some(String::from_utf8(found).expect("a text"))
}

#[test]
fn the_text_twin_says_the_same() {
    for (language, slip) in receipts() {
        for width in WIDTHS {
            let name = format!("{language}-{}", width.columns());
            insta::assert_snapshot!(name, paper::text(&slip, width.columns()));
        }
    }
}

/// The slip of an appointment in a city and a language of it.
fn booked(city: &str, language: Language) -> Slip {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let city = city::load(&root.join("cities").join(city)).expect("a whole city");
    let locales = Locales::load(&root.join("locales")).expect("whole languages");
    let service = bookable(&city).find(|service| !service.private).expect("a service");
    let branch = branches_for(&city, &service.code).next().expect("a branch");
    let start = date(2026, 11, 24).at(10, 30, 0, 0).to_zoned(city.timezone.clone());
    let booked = Booked {
        key: Key {
            number: "482091359".parse().expect("a number"),
            code: AccessCode("482091".to_owned()),
        },
        standing: Standing::Confirmed,
        services: vec![service.code.clone()],
        branch: branch.code.clone(),
        start: start.expect("an hour that there is").timestamp(),
    };
    view::appointment::slip(locales.of(language), &city, &booked, 1)
}

#[test]
fn the_slip_of_an_appointment_says_when_where_and_what_to_bring_on_twenty_centimetres() {
    for (city, language, day) in [
        ("vila-serena", Language::PtBr, "terça-feira, 24"),
        ("vila-serena", Language::En, "Tuesday, 24"),
        ("valea-lina", Language::Ro, "marți, 24"),
    ] {
        let slip = booked(city, language);
        for width in WIDTHS {
            let text = paper::text(&slip, width.columns());
            let whole = text.split_whitespace().collect::<Vec<_>>().join(" ");
            for told in [day, "10", "482 091 359", "482 091", "/b/482091359#482091"] {
                assert!(whole.contains(told), "{told}: {text}");
            }
            let height = draw(&slip, width).height();
            assert!(height <= LONGEST, "{} {width:?}: {height} dots", language.tag());
        }
    }
}
