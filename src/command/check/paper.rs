//! Whether what is printed fits the paper, rendered with the longest values of a city.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use jiff::civil::date;

use crate::content::{Fault, city, line_of};
use crate::domain::city::{City, Language, Service};
use crate::domain::protocol_number::{ProtocolNumber, StationNumber};
use crate::domain::receipt::{Block, Slip};
use crate::domain::request::{AccessCode, Draft, Origin, Place, PlaceKind, Request, RequestId};
use crate::domain::term::Due;
use crate::locale::Locales;
use crate::paper::text;
use crate::view::slip;

/// Characters of a line: paper of 80 mm with large letters, and of 58 mm.
const COLUMNS: [usize; 2] = [42, 32];

/// The most lines of a slip, so that it stays under 20 cm.
const MOST_LINES: usize = 46;

/// What of each city's receipts does not fit, in each of its languages.
pub(super) fn faults(cities: &[PathBuf], locales: &Path) -> Vec<Fault> {
    let Ok(words) = Locales::load(locales) else { return Vec::new() };
    let mut faults = Vec::new();
    for dir in cities {
        // A city that does not load has faults of its own.
        let Ok(city) = city::load(dir) else { continue };
        for language in city.languages.iter().copied() {
            let files = files(dir, locales, language);
            for service in &city.services {
                let Some(request) = request(&city, service) else { continue };
                let slip = slip::receipt(words.of(language), &city, &request, 2);
                faults.extend(judge(&slip, &files, service));
            }
        }
    }
    faults
}

/// The files in which the words of a slip may stand, the likeliest first.
fn files(city: &Path, locales: &Path, language: Language) -> Vec<(PathBuf, String)> {
    let own = city.join("words").join(language.tag());
    let words = locales.join(language.tag());
    [
        own.join("services.toml"),
        own.join("city.toml"),
        words.join("receipt.ftl"),
        words.join("filing.ftl"),
        words.join("common.ftl"),
        city.join("streets.csv"),
    ]
    .into_iter()
    .map(|path| (path.clone(), std::fs::read_to_string(path).unwrap_or_default()))
    .collect()
}

fn judge(slip: &Slip, files: &[(PathBuf, String)], service: &Service) -> Vec<Fault> {
    let tell = |needle: &str, what: String, remedy: &str| {
        let found =
            files.iter().find_map(|(file, text)| Some((file, line_of(text, text.find(needle)?))));
        let (file, line) = found.unwrap_or((&files[0].0, 1));
        Fault { file: file.clone(), line, what, remedy: remedy.to_owned() }
    };
    let mut faults = Vec::new();
    for columns in COLUMNS {
        for said in slip.blocks.iter().flat_map(words) {
            for word in said.split_whitespace().filter(|word| word.chars().count() > columns) {
                let what = format!("\"{word}\" is broken on paper of {columns} columns");
                faults.push(tell(word, what, "Use a shorter word"));
            }
        }
        for block in &slip.blocks {
            if let Block::Field { label, .. } = block
                && label.chars().count() >= columns
            {
                let what = format!("\"{label}\" does not fit one line of {columns} columns");
                faults.push(tell(label, what, "Use fewer or shorter words"));
            }
        }
    }
    let narrowest = COLUMNS[COLUMNS.len() - 1];
    let lines = text(slip, narrowest).lines().count();
    if lines > MOST_LINES {
        let what = format!("the receipt has {lines} lines of {narrowest} columns");
        faults.push(tell(
            &format!("[{}]", service.code.0),
            what,
            "Shorten the name, or the promise",
        ));
    }
    faults
}

/// What a block says in words; numbers and QR codes are never broken.
fn words(block: &Block) -> Vec<&str> {
    match block {
        Block::Field { label, value } => vec![label, value],
        Block::Crest(text)
        | Block::Banner(text)
        | Block::Heading(text)
        | Block::Line(text)
        | Block::WritingLine(text)
        | Block::Fades(text) => vec![text],
        Block::Passport { purpose, words, .. } => vec![purpose, words],
        Block::Number(_) | Block::Qr(_) | Block::Rule => Vec::new(),
    }
}

/// A request whose every value is as long as it can be.
fn request(city: &City, service: &Service) -> Option<Request> {
    let longest = city.streets.iter().max_by_key(|street| street.name.chars().count());
    let street = longest.map(|street| street.name.clone()).unwrap_or_default();
    let due = Due { date: date(2026, 9, 28), time: None };
    Some(Request {
        id: RequestId(uuid::Uuid::nil()),
        number: ProtocolNumber::new(2026, StationNumber::new(9999)?, 99999)?,
        access_code: AccessCode("888888".to_owned()),
        service: service.code.clone(),
        language: city.own_language(),
        origin: Origin::Kiosk,
        branch: String::new(),
        filed_at: Timestamp::UNIX_EPOCH,
        dated: true,
        answer_by: Some(due),
        done_by: Some(due),
        draft: Draft {
            service: Some(service.code.clone()),
            place: Some(Place {
                kind: PlaceKind::Landmark,
                words: format!("{street}, 28888"),
                neighbourhood: String::new(),
                parts: BTreeMap::new(),
                coordinates: None,
            }),
            ..Draft::default()
        },
    })
}
