//! The receipt of a request, as device-free blocks.

use crate::domain::city::City;
use crate::domain::receipt::{Block, Slip};
use crate::domain::request::{Place, PlaceKind, Request};
use crate::locale::Words;

use super::{moment, review};

/// The most characters of a place on paper: the slip stays under 20 cm.
const LONGEST_PLACE: usize = 90;

/// The receipt of a filed request. `copy` is 1 for the first, 2 for "2ª via", and so on.
#[must_use]
pub fn receipt(words: Words<'_>, city: &City, request: &Request, copy: u32) -> Slip {
    let field = |label: &str, value: String| Block::Field { label: words.text(label), value };
    let administration = city.words.get(&words.language()).map(|w| w.administration.clone());
    let filed = request.filed_at.to_zoned(city.timezone.clone()).datetime();
    let service = city.service(&request.service);

    let mut blocks = vec![Block::Crest(administration.unwrap_or_else(|| city.name.clone()))];
    if copy > 1 {
        blocks.push(Block::Banner(words.with("receipt-copy", &[("copy", i64::from(copy).into())])));
    }
    blocks.push(Block::Heading(words.text("receipt-title")));
    blocks.push(Block::Number(request.number.to_string()));
    blocks.push(field("receipt-access-code", request.access_code.grouped()));
    if request.dated {
        blocks.push(field("receipt-filed", moment::date_time(words, filed)));
    }
    if let Some(service) = service {
        blocks.push(field("receipt-service", review::public_name(words, service)));
        if !service.private
            && let Some(place) = request.draft.place.as_ref().filter(|place| is_told(place))
        {
            blocks.push(field("receipt-place", shortened(&review::place(words, place))));
        }
    }
    if let Some(note) = request.draft.note {
        blocks.push(Block::Line(super::note::on_paper(words, note)));
    }
    blocks.push(Block::Rule);
    let promised = review::promised(words, city, request);
    match promised.answer {
        Some(answer) => blocks.push(field("receipt-answer-by", answer)),
        None => blocks.push(Block::Line(words.text("receipt-no-answer"))),
    }
    if let Some(done) = promised.done {
        blocks.push(field("receipt-done-by", done));
    }
    if !request.dated {
        blocks.push(Block::Line(words.text("receipt-terms-from-arrival")));
    }
    if city.registration_line {
        blocks.push(Block::WritingLine(words.text("receipt-registration")));
    }
    blocks.push(Block::Rule);
    blocks.push(Block::Line(
        words.with("receipt-follow-up", &[("phone", city.phone.as_str().into())]),
    ));
    blocks.push(Block::Qr(follow_up_address(city, request)));
    blocks.push(Block::Fades(words.text("receipt-fades")));
    Slip { blocks }
}

/// The address of a receipt's QR: the follow-up page, the number and, after `#`, the code.
///
/// What follows `#` never travels to a server by itself.
#[must_use]
pub fn follow_up_address(city: &City, request: &Request) -> String {
    let web = city.web.trim_end_matches('/');
    format!("{web}/p/{}#{}", request.number, request.access_code.0)
}

fn is_told(place: &Place) -> bool {
    place.kind != PlaceKind::CannotSay && !place.words.is_empty()
}

fn shortened(text: &str) -> String {
    if text.chars().count() <= LONGEST_PLACE {
        return text.to_owned();
    }
    let cut: String = text.chars().take(LONGEST_PLACE).collect();
    let whole_words = cut.rsplit_once(' ').map_or(cut.as_str(), |(whole, _)| whole);
    format!("{whole_words}…")
}
