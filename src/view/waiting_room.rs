//! What the panel of a waiting room shows and says, in every language of the city.
//!
//! Everything is shown in all languages at once, and said in one after the other, from the same
//! messages.

use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};
use serde::Serialize;

use crate::domain::city::Language;
use crate::domain::queue::TicketNumber;
use crate::domain::waiting_room::{Announced, Call, CallState, WaitingRoom};
use crate::locale::{Locales, Words};

use super::moment;

/// A call as it is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CallView {
    /// The ticket.
    pub number: String,
    /// The desk.
    pub desk: String,
    /// It does not count any more.
    pub over: bool,
    /// The same for those who cannot see it.
    pub spoken: String,
}

/// Everything that a panel shows at one moment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RoomView {
    /// The branch's name.
    pub branch: String,
    /// The hour, as the city writes it.
    pub time: String,
    /// What stands over a ticket, over a desk, and over the last calls: once in each language.
    pub labels: Labels,
    /// Who is called, or was called last.
    pub large: Option<CallView>,
    /// It is being announced: its ground is lit.
    pub lit: bool,
    /// The other calls, the latest first.
    pub others: Vec<CallView>,
    /// What stands in the place of a call, a sentence in each language.
    pub nobody: Vec<String>,
    /// What is shown is not of now.
    pub stale: bool,
    /// Why it is not, a sentence in each language.
    pub notice: Vec<String>,
}

/// Words that stand over what is called, once in each language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Labels {
    /// Over a ticket.
    pub ticket: Vec<String>,
    /// Over a desk.
    pub desk: Vec<String>,
    /// Over the last calls.
    pub recent: Vec<String>,
}

/// Whose panel it is.
#[derive(Clone, Copy, Debug)]
pub struct Place<'a> {
    /// The city's languages; the first is its own.
    pub languages: &'a [Language],
    /// The city's time.
    pub timezone: &'a TimeZone,
    /// The branch's name.
    pub branch: &'a str,
}

/// What is shown.
#[must_use]
pub fn of(room: &WaitingRoom, locales: &Locales, place: Place<'_>, now: &Zoned) -> RoomView {
    let each = |id: &str| {
        let mut texts: Vec<String> = Vec::new();
        for language in place.languages {
            let text = locales.of(*language).text(id);
            // Two languages may have one word for it.
            if !texts.contains(&text) {
                texts.push(text);
            }
        }
        texts
    };
    let own = locales.of(place.languages.first().copied().unwrap_or(Language::En));
    let shown = |call: &Call| CallView {
        number: call.number.to_string(),
        desk: call.desk.to_string(),
        over: call.state == CallState::Over,
        spoken: call_said(own, call),
    };
    let notice = room.without_line_since().map(|since| {
        let said = |language| no_line_said(locales.of(language), since, place.timezone);
        place.languages.iter().map(|language| said(*language)).collect::<Vec<_>>()
    });
    let stale = notice.is_some();
    let (large, notice) = (room.large(), notice.unwrap_or_default());
    // Nothing is promised while nothing can come.
    let (nobody, notice) = match (large, notice.is_empty()) {
        (None, false) => (notice, Vec::new()),
        (None, true) => (each("panel-nobody"), notice),
        (Some(_), _) => (Vec::new(), notice),
    };
    RoomView {
        branch: place.branch.to_owned(),
        time: moment::time(own, now.time()),
        labels: Labels {
            ticket: each("panel-ticket"),
            desk: each("panel-desk"),
            recent: each("panel-recent"),
        },
        large: large.map(shown),
        lit: room.is_lit(),
        others: room.others().into_iter().map(shown).collect(),
        nobody,
        stale,
        notice,
    }
}

/// What is said in one language.
#[must_use]
pub fn said(words: Words<'_>, what: &Announced, timezone: &TimeZone) -> String {
    match what {
        Announced::Call(call) => call_said(words, call),
        Announced::NoLine(since) => no_line_said(words, *since, timezone),
    }
}

fn call_said(words: Words<'_>, call: &Call) -> String {
    let number = one_by_one(call.number);
    words.with("panel-call", &[("number", number.into()), ("desk", i64::from(call.desk).into())])
}

fn no_line_said(words: Words<'_>, since: Timestamp, timezone: &TimeZone) -> String {
    let since = since.to_zoned(timezone.clone());
    words.with("panel-no-line", &[("time", moment::time(words, since.time()).into())])
}

/// The letter by its name, then each digit. Without the comma a voice takes "A" and "E" for the
/// little words that they are in many languages.
fn one_by_one(number: TicketNumber) -> String {
    let number = number.to_string();
    let (letter, digits) = number.split_at(1);
    format!("{letter}, {}", moment::digits(digits))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use jiff::civil::date;

    use super::*;
    use crate::domain::devices::VoiceState;
    use crate::domain::waiting_room::{Event, Manner, Told};

    const LANGUAGES: [Language; 3] = [Language::PtBr, Language::En, Language::Ro];

    fn locales() -> Locales {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales");
        Locales::load(&folder).expect("locales")
    }

    fn zone() -> TimeZone {
        TimeZone::get("America/Sao_Paulo").expect("a zone")
    }

    fn now() -> Timestamp {
        "2026-11-24T10:05:00-03:00".parse().expect("a moment")
    }

    fn call(number: &str, desk: u16) -> Call {
        let number = number.parse().expect("a number");
        Call { id: 1, number, desk, at: now(), times: 1, state: CallState::Called }
    }

    fn view(room: &WaitingRoom) -> RoomView {
        let zone = zone();
        let place = Place { languages: &LANGUAGES, timezone: &zone, branch: "Centro" };
        of(room, &locales(), place, &now().to_zoned(zone.clone()))
    }

    fn room(calls: Vec<Call>) -> WaitingRoom {
        let manner = Manner { languages: LANGUAGES.to_vec(), calm: false };
        let mut room = WaitingRoom::new(manner, VoiceState::Silent, now());
        room.handle(&Event::Told(Told { day: date(2026, 11, 24), calls }), now());
        room
    }

    #[test]
    fn a_number_is_said_letter_and_digits_one_by_one_in_each_language() {
        let locales = locales();
        let said = |language, number, desk| {
            said(locales.of(language), &Announced::Call(call(number, desk)), &zone())
        };
        assert_eq!(said(Language::PtBr, "A07", 3), "Senha A, 0 7, Guichê 3.");
        assert_eq!(said(Language::Ro, "L99", 12), "Bonul L, 9 9, Ghișeul 12.");
        assert_eq!(said(Language::En, "A101", 3), "Ticket A, 1 0 1, Desk 3.");
    }

    #[test]
    fn a_call_stands_there_in_every_language_at_once() {
        let shown = view(&room(vec![call("A07", 3)]));
        assert_eq!(shown.time, "10h05");
        assert_eq!(shown.labels.ticket, ["Senha", "Ticket", "Bonul"]);
        let large = shown.large.expect("a call");
        assert_eq!((large.number.as_str(), large.desk.as_str()), ("A07", "3"));
        assert_eq!(large.spoken, "Senha A, 0 7, Guichê 3.");
        assert_eq!((shown.nobody, shown.notice), (Vec::new(), Vec::new()));
    }

    #[test]
    fn without_a_line_it_says_since_when_and_promises_nothing() {
        let mut panel = room(Vec::new());
        assert_eq!(view(&panel).nobody[0], "A sua senha aparece aqui.");
        panel.handle(&Event::Passed(std::time::Duration::from_secs(10)), now());
        let shown = view(&panel);
        let portuguese = "Este painel está parado desde 10h05. Por favor, escute o atendente.";
        assert_eq!(shown.nobody[0], portuguese);
        assert_eq!(shown.notice, Vec::<String>::new(), "it stands there once");
        let locales = locales();
        let english = said(locales.of(Language::En), &Announced::NoLine(now()), &zone());
        assert_eq!(shown.nobody[1], english, "what is shown is what is said");
    }
}
