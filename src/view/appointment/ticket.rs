//! A queue ticket in words, on its plate and on its slip.

use crate::domain::appointment::ticket::{NoTicket, Taken};
use crate::domain::appointment::{Appointment, Step};
use crate::domain::city::{Branch, City};
use crate::domain::queue::{ClassCode, ClassWords};
use crate::domain::receipt::{Block, Slip};
use crate::domain::visit::Screen;
use crate::locale::Words;
use crate::view::{Plate, Scene, Told, ended, moment, queue, sentences};

/// The number and how long it takes.
pub(super) fn done(scene: &Scene<'_>, appointment: &Appointment) -> Told {
    let plain = Told::plain(scene, Step::Ticket.id());
    let Some(taken) = &appointment.ticket else { return plain };
    let after = plain.say.clone();
    let told = Told { say: Vec::new(), ..plain }.and(&spoken(scene.words, taken));
    let wait = wait(scene.words, taken);
    let told = told.show("clock", &wait.join(" "));
    let told = told.show_all("info", after);
    let told = told.show("printer", &scene.words.text(super::paper(scene)));
    if taken.follow.is_none() {
        return told;
    }
    told.and(&ended(&scene.words.text("plate-ticket-qr")))
}

/// The number, sign by sign.
pub(super) fn spoken(words: Words<'_>, taken: &Taken) -> String {
    let number = taken.number;
    let digits = moment::digits(&format!("{:02}", number.number()));
    words.with("ticket-number", &[("number", format!("{} {digits}", number.letter()).into())])
}

fn wait(words: Words<'_>, taken: &Taken) -> Vec<String> {
    match taken.outlook {
        Some(outlook) => queue::wait(words, outlook),
        None => vec![words.text("queue-nobody-knows")],
    }
}

/// Why there is no ticket: the first sentence asks, the others say how it goes on.
pub(super) fn none(scene: &Scene<'_>, why: NoTicket, plain: Told) -> Told {
    let text = scene.words.text(&format!("queue-no-{}", why.code().replace('_', "-")));
    let mut said = sentences(&text).into_iter();
    let title = said.next().unwrap_or_else(|| plain.title.clone());
    Told { title, say: said.collect(), ..plain }
}

/// The words of a class.
pub(super) fn class<'a>(scene: &Scene<'a>, code: &ClassCode) -> Option<&'a ClassWords> {
    let class = scene.city.queue.as_ref()?.class(code)?;
    class.words.get(&scene.words.language())
}

/// The plate of a ticket.
pub(super) fn plate(scene: &Scene<'_>) -> Option<Plate> {
    let shown = scene.visit.screen == Screen::Booking(Step::Ticket);
    let taken = scene.visit.appointment.as_ref()?.ticket.as_ref().filter(|_| shown)?;
    let words = scene.words;
    let minutes = |outlook: crate::domain::queue::Outlook| {
        let [from, to] = [outlook.from, outlook.to].map(i64::from);
        words.with("plate-ticket-minutes", &[("from", from.into()), ("to", to.into())])
    };
    Some(Plate {
        caption: words.text("plate-ticket"),
        number: taken.number.to_string(),
        code_caption: taken.outlook.map(|_| words.text("plate-ticket-wait")).unwrap_or_default(),
        code: taken.outlook.map(minutes).unwrap_or_default(),
        qr_caption: taken
            .follow
            .as_ref()
            .map(|_| words.text("plate-ticket-qr"))
            .unwrap_or_default(),
        qr: taken.follow.clone().unwrap_or_default(),
    })
}

/// The slip of a ticket. It names neither what it is for nor what somebody said of themself.
#[must_use]
pub fn ticket_slip(
    words: Words<'_>,
    city: &City,
    here: Option<&Branch>,
    taken: &Taken,
    copy: u32,
) -> Slip {
    let administration = city.words.get(&words.language()).map(|it| it.administration.clone());
    let mut blocks = vec![Block::Crest(administration.unwrap_or_else(|| city.name.clone()))];
    if copy > 1 {
        blocks.push(Block::Banner(words.with("receipt-copy", &[("copy", i64::from(copy).into())])));
    }
    blocks.push(Block::Heading(words.text("slip-ticket-title")));
    blocks.push(Block::Number(taken.number.to_string()));
    blocks.extend(here.map(|branch| Block::Line(branch.name.clone())));
    blocks.extend(wait(words, taken).into_iter().map(Block::Line));
    blocks.push(Block::Rule);
    blocks.push(Block::Line(words.text("slip-ticket-listen")));
    // A page that follows the ticket, where the hub has one.
    if let Some(follow) = &taken.follow {
        blocks.push(Block::Line(words.text("slip-ticket-follow")));
        blocks.push(Block::Qr(follow.clone()));
    }
    Slip { blocks }
}
