//! From what is kept to what is told.

use jiff::Timestamp;
use jiff::civil::Date;

use super::answered::{
    BookingTold, BranchTold, PersonTold, ReminderTold, ServiceTold, StateTold, TimeTold,
};
use crate::domain::booking::search::Time;
use crate::domain::booking::state::State;
use crate::domain::city::{Branch, Language, ServiceWords};
use crate::domain::request::AccessCode;
use crate::hub::Hub;
use crate::hub::booking::{Booking, Person, Reminder};
use crate::locale::Words;
use crate::view;
use crate::wire::moment;

/// A branch in somebody's language.
pub(super) fn branch(branch: &Branch, language: Language) -> BranchTold {
    BranchTold {
        code: branch.code.clone(),
        name: branch.name.clone(),
        address: branch.address.clone(),
        landmark: branch.landmark.get(&language).cloned().unwrap_or_default(),
        bus_stops: branch.bus_stops.clone(),
        lat: branch.coordinates.lat,
        long: branch.coordinates.long,
    }
}

/// A branch by its code; one that the city has no more is told by it.
pub(super) fn branch_of(hub: &Hub, code: &str, language: Language) -> BranchTold {
    match hub.city.branch(code) {
        Some(known) => branch(known, language),
        None => BranchTold {
            code: code.to_owned(),
            name: code.to_owned(),
            address: String::new(),
            landmark: String::new(),
            bus_stops: Vec::new(),
            lat: 0.0,
            long: 0.0,
        },
    }
}

/// A booking in somebody's language.
pub(super) fn booking(
    hub: &Hub,
    booking: &Booking,
    language: Language,
    code: Option<&AccessCode>,
) -> BookingTold {
    let at = |it: Timestamp| moment::write(it, &hub.city.timezone);
    let (state, until) = match booking.state {
        State::Held { until } => (StateTold::Held, Some(at(until))),
        State::Expired => (StateTold::Expired, None),
        State::Confirmed => (StateTold::Confirmed, None),
        State::CheckedIn => (StateTold::CheckedIn, None),
        State::Cancelled => (StateTold::Cancelled, None),
        State::Missed => (StateTold::Missed, None),
    };
    let services = booking.wish.services.iter().map(|code| {
        let ServiceWords { name, bring, .. } = words_of(hub, code, language);
        ServiceTold { code: code.0.clone(), name, bring }
    });
    BookingTold {
        number: booking.number.digits(),
        access_code: code.map(|code| code.0.clone()),
        state,
        held_until: until,
        branch: branch_of(hub, &booking.branch, language),
        services: services.collect(),
        people: booking.wish.people,
        interpreter: booking.wish.interpreter,
        start: at(booking.start),
        end: at(booking.end),
        words: when(hub, booking.start, hub.words.of(language)),
        side_by_side: booking.side_by_side,
        changes: booking.changes,
    }
}

/// A service's words; none for one that the city has no more.
pub(in crate::hub) fn words_of(
    hub: &Hub,
    code: &crate::domain::city::ServiceCode,
    language: Language,
) -> ServiceWords {
    let service = hub.city.service(code);
    service.and_then(|service| service.words.get(&language)).cloned().unwrap_or_default()
}

/// A free time by the clocks of the city.
pub(super) fn free(hub: &Hub, time: Time) -> TimeTold {
    TimeTold {
        start: moment::write(time.start, &hub.city.timezone),
        end: moment::write(time.end, &hub.city.timezone),
        side_by_side: time.side_by_side,
    }
}

/// "terça-feira, 24 de novembro de 2026, 10h00".
pub(in crate::hub) fn when(hub: &Hub, start: Timestamp, words: Words<'_>) -> String {
    view::moment::when(words, hub.city.timezone.to_datetime(start))
}

/// "terça-feira, 24 de novembro de 2026".
pub(in crate::hub) fn day(words: Words<'_>, day: Date) -> String {
    let (weekday, date) = (view::moment::weekday(words, day), view::moment::date(words, day));
    words.with("web-day", &[("weekday", weekday.into()), ("date", date.into())])
}

/// A person, for staff.
pub(super) fn person(person: Person) -> PersonTold {
    PersonTold { name: person.name, phone: person.phone, email: person.email }
}

/// A reminder, with its text; nothing for a booking without a person.
pub(super) fn reminder(hub: &Hub, reminder: Reminder) -> Option<ReminderTold> {
    let booking = reminder.of.booking;
    let words = hub.words.of(booking.language);
    let branch = branch_of(hub, &booking.branch, booking.language);
    let text = words.with(
        "booking-reminder",
        &[
            ("branch", branch.name.into()),
            ("address", branch.address.into()),
            ("when", when(hub, booking.start, words).into()),
            ("number", booking.number.to_string().into()),
            ("phone", hub.city.phone.as_str().into()),
        ],
    );
    Some(ReminderTold {
        number: booking.number.digits(),
        due: moment::write(reminder.due, &hub.city.timezone),
        person: person(reminder.of.person?),
        language: booking.language.tag().to_owned(),
        text,
    })
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::domain::booking::number::BookingNumber;
    use crate::domain::booking::plan::Wish;
    use crate::domain::city::ServiceCode;
    use crate::domain::sample;
    use crate::hub::booking::Expected;
    use crate::locale::Locales;

    #[tokio::test]
    async fn a_reminder_says_when_and_where_in_the_persons_language_and_never_what_for() {
        let folder = tempfile::tempdir().unwrap();
        let locales = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales");
        let hub = Hub::open(sample::city(), folder.path()).unwrap();
        let hub = hub.with_words(Locales::load(&locales).unwrap());
        let start: Timestamp = "2026-11-24T10:30:00-03:00".parse().unwrap();
        let reminder_of = |person: Option<Person>| {
            let booking = Booking {
                number: BookingNumber::from_random(4_820_913),
                state: State::Confirmed,
                branch: "CENTRO".to_owned(),
                wish: Wish {
                    services: vec![ServiceCode("ANI-03".to_owned())],
                    people: 1,
                    interpreter: false,
                },
                start,
                end: start,
                side_by_side: false,
                language: Language::Ro,
                changes: 0,
            };
            Reminder { of: Expected { booking, person }, due: start }
        };
        let ana = Person { name: "Ana".to_owned(), phone: None, email: None };
        let told = reminder(&hub, reminder_of(Some(ana))).unwrap();
        let number = BookingNumber::from_random(4_820_913).to_string();
        for said in ["marți, 24 noiembrie 2026, 10:30", "Centro", "Praça da Matriz, 10", &number]
        {
            assert!(told.text.contains(said), "{said} in {}", told.text);
        }
        assert!(!told.text.contains("ANI-03"), "{}", told.text);
        assert_eq!(
            (told.due.as_str(), told.language.as_str()),
            ("2026-11-24T10:30:00-03:00", "ro")
        );
        assert!(reminder(&hub, reminder_of(None)).is_none(), "nobody to be reminded");
    }
}
