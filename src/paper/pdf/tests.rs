use super::sheet::{MARGIN, Mark};
use super::*;

const RECEIPTS: [&str; 3] = [
    include_str!("../../../tests/data/slips/pt-BR.json"),
    include_str!("../../../tests/data/slips/ro.json"),
    include_str!("../../../tests/data/slips/en.json"),
];

/// A fraction of a dot.
pub(super) const HAIR: f32 = 0.5;

fn receipts() -> impl Iterator<Item = Slip> {
    RECEIPTS.into_iter().map(|json| serde_json::from_str(json).unwrap())
}

fn set(blocks: &[Block]) -> Vec<Sheet> {
    let slip = Slip { blocks: blocks.to_vec() };
    let crest = Crest::read(std::path::Path::new("cities/vila-serena/crest.svg")).unwrap();
    sheets(&slip, Some(&crest), &mut Fonts::installed().unwrap()).unwrap()
}

/// What stands in each line of type, and its size.
pub(super) fn lines(sheets: &[Sheet]) -> Vec<(String, f32)> {
    let marks = sheets.iter().flat_map(|sheet| &sheet.marks);
    marks
        .filter_map(|mark| match mark {
            Mark::Words { size, line, .. } => {
                Some((line.glyphs.iter().map(|glyph| glyph.letters.as_str()).collect(), *size))
            }
            _ => None,
        })
        .collect()
}

fn size_of(sheets: &[Sheet], text: &str) -> f32 {
    let lines = lines(sheets);
    lines.iter().find(|(line, _)| line.contains(text)).unwrap_or_else(|| panic!("no {text}")).1
}

/// Left, top, right and bottom of what a mark covers.
pub(super) fn bounds(mark: &Mark) -> [f32; 4] {
    match mark {
        Mark::Words { x, y, size, line } => [*x, y - size, x + size * line.width, y + 0.3 * size],
        Mark::Bar { x, y, width, height }
        | Mark::Crest { x, y, width, height }
        | Mark::Picture { x, y, width, height, .. } => [*x, *y, x + width, y + height],
        Mark::Shape { corners, .. } => {
            let all = |of: fn(&(f32, f32)) -> f32, fold: fn(f32, f32) -> f32| {
                corners.iter().map(of).reduce(fold).unwrap()
            };
            let (x, y) = (|it: &(f32, f32)| it.0, |it: &(f32, f32)| it.1);
            [all(x, f32::min), all(y, f32::min), all(x, f32::max), all(y, f32::max)]
        }
    }
}

fn long(words: usize) -> Block {
    Block::Line(vec!["Țigănești"; words].join(" "))
}

#[test]
fn a_receipt_is_one_sheet_with_nothing_outside_its_margins() {
    let mut all: Vec<Vec<Sheet>> = receipts().map(|slip| set(&slip.blocks)).collect();
    assert!(all.iter().all(|sheets| sheets.len() == 1));
    all.push(set(&[long(400), Block::Number("2026.0014.00371-13".to_owned())]));
    all.push(set(&[Block::Line("x".repeat(900)), Block::Heading("y".repeat(300))]));
    all.iter().flatten().for_each(within_margins);
}

#[test]
fn what_is_true_of_thermal_paper_only_is_left_out() {
    for slip in receipts() {
        let fades = slip.blocks.iter().find_map(|block| match block {
            Block::Fades(text) => text.get(..10),
            _ => None,
        });
        let begins = fades.expect("a line that is true of thermal paper");
        let set = lines(&set(&slip.blocks));
        assert!(set.iter().all(|(line, _)| !line.starts_with(begins)), "{begins}");
    }
}

#[test]
fn nothing_overlaps() {
    for slip in receipts() {
        legible(&set(&slip.blocks)[0]);
    }
}

/// That no words of a sheet are under anything but what they are drawn upon.
pub(super) fn legible(sheet: &Sheet) {
    let words = |mark: &&Mark| matches!(mark, Mark::Words { .. });
    for (index, one) in sheet.marks.iter().enumerate().filter(|(_, mark)| words(mark)) {
        for other in sheet.marks[index + 1..].iter().map(bounds) {
            let [left, top, right, bottom] = bounds(one);
            let apart = other[0] >= right - HAIR
                || other[2] <= left + HAIR
                || other[1] >= bottom - HAIR
                || other[3] <= top + HAIR;
            assert!(apart, "{:?} and {other:?}", bounds(one));
        }
    }
}

/// That everything on a sheet stands between its margins.
pub(super) fn within_margins(sheet: &Sheet) {
    let Format { width, height, margin } = sheet.format;
    for [left, top, right, bottom] in sheet.marks.iter().map(bounds) {
        assert!(left >= margin - HAIR && right <= width - margin + HAIR, "{left} to {right}");
        assert!(top >= margin - HAIR && bottom <= height - margin + HAIR, "{top} to {bottom}");
    }
}

#[test]
fn type_is_large_and_what_matters_is_larger() {
    for slip in receipts() {
        let sheets = set(&slip.blocks);
        assert!(lines(&sheets).iter().all(|(_, size)| *size >= BODY));
        for block in &slip.blocks {
            match block {
                Block::Number(number) => assert!(size_of(&sheets, number) >= 32.0),
                Block::Field { value, .. } if value.len() == 7 => {
                    assert!(size_of(&sheets, value) >= 36.0, "the code");
                }
                Block::Field { value, .. } if value.starts_with("7 ") => {
                    assert!(size_of(&sheets, value) >= 22.0, "a promise");
                }
                _ => {}
            }
        }
    }
}

#[test]
fn a_short_slip_is_set_in_larger_type_and_a_long_one_goes_on() {
    let size = |sheets: &[Sheet]| size_of(sheets, "Țigănești");
    let (short, long_one) = (set(&[long(3)]), set(&[long(400)]));
    assert!(size(&short) > size(&long_one));
    assert!((size(&long_one) - BODY).abs() < HAIR);
    assert!(long_one.len() > 1);
    let words: usize = lines(&long_one).iter().map(|(l, _)| l.matches("Țigănești").count()).sum();
    assert_eq!(words, 400, "no word is cut, none is left out");
}

#[test]
fn of_several_sheets_each_tells_which_it_is_and_of_what() {
    let number = Block::Number("2026.0014.00371-13".to_owned());
    let sheets = set(&[number, long(200)]);
    let last = |sheet: &Sheet| lines(std::slice::from_ref(sheet)).pop().unwrap().0;
    let count = sheets.len();
    assert!(count > 1);
    for (index, sheet) in sheets.iter().enumerate() {
        assert_eq!(last(sheet), format!("2026.0014.00371-13   {}/{count}", index + 1));
    }
}

#[test]
fn a_word_that_is_too_wide_is_set_smaller_before_it_is_cut() {
    let address = "acompanhamento.de.pedidos.prefeitura.vilaserena.example";
    assert_eq!(lines(&set(&[Block::Line(address.to_owned())])).len(), 1);
    let endless = "x".repeat(300);
    let lines = lines(&set(&[Block::Line(endless.clone())]));
    assert_eq!(lines.iter().map(|(line, _)| line.as_str()).collect::<String>(), endless);
}

#[test]
fn a_telephone_number_stays_on_one_line() {
    let words = "sunați la 0250 555 010 ".repeat(30);
    let lines = lines(&set(&[Block::Line(words)]));
    let whole: usize = lines.iter().map(|(line, _)| line.matches("0250 555 010").count()).sum();
    assert_eq!(whole, 30);
}

#[test]
fn a_long_number_goes_on_two_lines_and_keeps_its_size() {
    let sheets = set(&[Block::Number("2026.00000014.0000000000371-13".to_owned())]);
    let lines = lines(&sheets);
    assert_eq!(lines.len(), 2);
    assert!(lines.iter().all(|(_, size)| *size >= 32.0));
}

#[test]
fn the_code_is_four_centimetres_wide_with_its_quiet_zone_around() {
    let address = "https://156.vilaserena.example/p/2026.0014.00371-13#482091";
    let sheets = set(&[Block::Qr(address.to_owned())]);
    let bounds: Vec<[f32; 4]> = sheets[0].marks.iter().map(bounds).collect();
    let left = bounds.iter().map(|b| b[0]).fold(f32::MAX, f32::min);
    let right = bounds.iter().map(|b| b[2]).fold(0.0, f32::max);
    let top = bounds.iter().map(|b| b[1]).fold(f32::MAX, f32::min);
    let millimetres = (right - left) * 25.4 / 72.0;
    assert!((39.0..=41.0).contains(&millimetres), "{millimetres}");
    // Version 4 has 33 modules.
    assert!((top - MARGIN - 4.0 * (right - left) / 33.0).abs() < HAIR);
    let mut fonts = Fonts::installed().unwrap();
    let slip = Slip { blocks: vec![Block::Qr("a".repeat(9000))] };
    assert!(matches!(pdf(&slip, None, &mut fonts), Err(PaperError::QrTooLarge)));
}

#[test]
fn the_same_slip_is_the_same_file_and_it_tells_nothing_about_its_making() {
    let slip = receipts().next().unwrap();
    let mut fonts = Fonts::installed().unwrap();
    let file = pdf(&slip, None, &mut fonts).unwrap();
    assert_eq!(file, pdf(&slip, None, &mut fonts).unwrap());
    for word in ["CreationDate", "Author", "Producer"] {
        assert!(!file.windows(word.len()).any(|bytes| bytes == word.as_bytes()), "{word}");
    }
}

#[test]
fn an_empty_slip_is_an_empty_sheet() {
    assert_eq!(set(&[]).len(), 1);
    assert!(pdf(&Slip { blocks: vec![] }, None, &mut Fonts::installed().unwrap()).is_ok());
}
