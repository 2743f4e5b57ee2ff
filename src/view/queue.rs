//! Why a number was called, and how long somebody waits, in words for everybody in the room.
//!
//! Nothing here says what somebody said of themself: neither a class nor what it is worth.

use jiff::civil::Time;

use crate::domain::queue::{Closing, Outlook, QueueRules, Reason, Source, State, Ticket};
use crate::locale::Words;

use super::moment;

/// Why a number was called before others, in one sentence.
///
/// `booked` is the booked time in the city's own time.
#[must_use]
pub fn why(words: Words<'_>, reason: &Reason, rules: &QueueRules, booked: Option<Time>) -> String {
    match reason {
        Reason::CameFirst => words.text("why-came-first"),
        Reason::Class { class, .. } => {
            let source = rules.class(class).map(|class| &class.source);
            match source {
                Some(Source::Law(_)) => words.text("why-law"),
                Some(Source::Usage(_) | Source::Everyone) | None => words.text("why-usage"),
            }
        }
        Reason::Appointment { .. } => match booked {
            Some(time) => {
                words.with("why-booked-at", &[("time", moment::time(words, time).into())])
            }
            None => words.text("why-booked"),
        },
        Reason::Turn { .. } => words.with(
            "why-turn",
            &[
                ("first", i64::from(rules.shares.first).into()),
                ("other", i64::from(rules.shares.other).into()),
            ],
        ),
        Reason::Waited { head_start: 0, .. } => words.text("why-waited"),
        Reason::Waited { .. } => words.text("why-waited-ahead"),
        Reason::Chosen => words.text("why-chosen"),
    }
}

/// What somebody is told who waits: how many are before them, how long it takes, and whether the
/// day is long enough. Sentence by sentence.
#[must_use]
pub fn wait(words: Words<'_>, told: Outlook) -> Vec<String> {
    let mut say = vec![words.with("queue-ahead", &[("count", i64::from(told.ahead).into())])];
    if told.closing == Closing::ProbablyNot {
        say.push(words.text("queue-probably-not"));
        return say;
    }
    let [from, to] = [told.from, told.to].map(i64::from);
    say.push(match from {
        0 => words.with("queue-wait-short", &[("to", to.into())]),
        ..120 => words.with("queue-wait", &[("from", from.into()), ("to", to.into())]),
        _ => words.with("queue-wait-long", &[("hours", (from / 60).into())]),
    });
    if told.closing == Closing::Unsure {
        say.push(words.text("queue-unsure"));
    }
    say
}

/// What somebody is told about their own ticket, sentence by sentence. `outlook` is there for one
/// that waits, where anybody knows.
#[must_use]
pub fn standing(words: Words<'_>, ticket: &Ticket, outlook: Option<Outlook>) -> Vec<String> {
    let at = |id: &str, desk: u16| vec![words.with(id, &[("desk", i64::from(desk).into())])];
    match &ticket.state {
        State::Waiting | State::Returned => match outlook {
            Some(outlook) => wait(words, outlook),
            None => vec![words.text("queue-nobody-knows")],
        },
        State::Called(call) => at("queue-called", call.desk),
        State::Serving { call, .. } => at("queue-serving", call.desk),
        State::Parked { desk, .. } => at("queue-parked", *desk),
        State::Out { .. } => vec![words.text("queue-out")],
        State::Missed { .. } => vec![words.text("queue-missed")],
        State::Served { .. } => vec![words.text("queue-served")],
        State::Void { .. } => vec![words.text("queue-void")],
        State::Closed { .. } => vec![words.text("queue-closed")],
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::domain::city::Language;
    use crate::domain::queue::sample::{at, rules};
    use crate::domain::queue::{ClassCode, Order, Side};
    use crate::locale::Locales;

    fn locales() -> Locales {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales");
        Locales::load(&folder).expect("locales")
    }

    fn reasons() -> [Reason; 7] {
        let class = ClassCode("OLD".to_owned());
        [
            Reason::CameFirst,
            Reason::Class { class: class.clone(), rank: 1 },
            Reason::Appointment { at: at(0) },
            Reason::Turn { side: Side::First, call: 1, of: 2, class: class.clone() },
            Reason::Waited { minutes: 31, head_start: 0, class: class.clone() },
            Reason::Waited { minutes: 31, head_start: 60, class },
            Reason::Chosen,
        ]
    }

    #[test]
    fn each_reason_is_one_sentence_in_every_language_and_names_no_class() {
        let (locales, rules) = (locales(), rules(Order::Strict));
        for language in Language::ALL {
            let words = locales.of(language);
            for reason in reasons() {
                let said = why(words, &reason, &rules, None);
                assert!(
                    said.ends_with('.') && said.matches(['.', '!', '?']).count() == 1,
                    "{said}"
                );
                let betrays = ["OLD", "60", "31", "Law", "why-"];
                assert!(!betrays.iter().any(|it| said.contains(it)), "{said}");
            }
        }
        let words = locales.of(Language::En);
        let said = why(words, &reasons()[3], &rules, None);
        assert_eq!(said, "We call 2 with priority, then 1 without.");
    }

    #[test]
    fn waiting_is_told_as_a_range_and_bad_news_plainly() {
        let locales = locales();
        let told = |from, to, closing| Outlook { ahead: 3, from, to, closing };
        let say = |told| wait(locales.of(Language::En), told).join(" ");
        assert_eq!(
            say(told(10, 25, Closing::InTime)),
            "There are 3 people before you. You will probably wait 10 to 25 minutes."
        );
        assert_eq!(
            say(told(0, 5, Closing::Unsure)),
            "There are 3 people before you. You will probably wait 5 minutes at most. \
             We may not get to you today."
        );
        let late = say(told(150, 220, Closing::ProbablyNot));
        assert!(late.contains("probably not"), "{late}");
        assert!(!late.contains("150"), "{late}");
        for language in Language::ALL {
            for minutes in [0, 15, 20, 100, 130] {
                let said = wait(locales.of(language), told(minutes, minutes + 5, Closing::Unsure));
                assert!(said.iter().all(|it| !it.contains("queue-")), "{said:?}");
            }
        }
    }
}
