//! The slip of what is booked, as device-free blocks.

use crate::domain::appointment::Booked;
use crate::domain::city::City;
use crate::domain::receipt::{Block, Slip};
use crate::locale::Words;

use super::{address, landmark, things};
use crate::view::{moment, review};

/// The slip of a booking. `copy` is 1 for the first, 2 for "2ª via", and so on.
///
/// A private service is not named, and what to bring for it neither: papers lie about.
#[must_use]
pub fn slip(words: Words<'_>, city: &City, booked: &Booked, copy: u32) -> Slip {
    let field = |label: &str, value: String| Block::Field { label: words.text(label), value };
    let administration = city.words.get(&words.language()).map(|it| it.administration.clone());
    let mut blocks = vec![Block::Crest(administration.unwrap_or_else(|| city.name.clone()))];
    if copy > 1 {
        blocks.push(Block::Banner(words.with("receipt-copy", &[("copy", i64::from(copy).into())])));
    }
    blocks.push(Block::Heading(words.text("slip-booking-title")));
    let local = city.timezone.to_datetime(booked.start);
    // What stands between two rules is set larger.
    blocks.push(Block::Rule);
    blocks.push(field("slip-booking-when", moment::when(words, local)));
    blocks.push(Block::Rule);
    if let Some(branch) = city.branch(&booked.branch) {
        blocks.push(field("slip-booking-where", branch.name.clone()));
        blocks.push(Block::Line(branch.address.clone()));
        blocks.extend(landmark(words, branch).map(Block::Line));
        blocks.extend(branch.bus_stops.first().cloned().map(Block::Line));
    }
    for service in booked.services.iter().filter_map(|code| city.service(code)) {
        blocks.push(field("slip-booking-about", review::public_name(words, service)));
        if !service.private
            && let Some(things) = things(words, service)
        {
            blocks.push(field("slip-booking-bring", things));
        }
    }
    blocks.push(Block::Number(booked.key.number.to_string()));
    blocks.push(field("slip-booking-code", booked.key.code.grouped()));
    blocks.push(Block::Line(words.text("slip-booking-early")));
    let phone = [("phone", city.phone.as_str().into())];
    blocks.push(Block::Line(words.with("slip-booking-change", &phone)));
    blocks.push(Block::Qr(address(city, booked)));
    blocks.push(Block::Fades(words.text("receipt-fades")));
    Slip { blocks }
}
