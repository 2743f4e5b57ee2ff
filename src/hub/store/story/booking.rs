//! The part of the story that is about bookings.

use jiff::{Timestamp, ToSpan};
use uuid::Uuid;

use super::queue;
use crate::domain::booking::Limits;
use crate::domain::booking::hours::{moment, slice};
use crate::domain::booking::number::BookingNumber;
use crate::domain::booking::plan::Wish;
use crate::domain::booking::state::{BookingRefusal, State, Timing};
use crate::domain::booking::taken::{Piece, Way};
use crate::domain::city::{Language, ServiceCode};
use crate::domain::queue::Order;
use crate::domain::request::AccessCode;
use crate::hub::access::{ATTEMPTS, AccessHash};
use crate::hub::booking::{
    Act, Booking, Call, Deed, Granted, Holder, NewHold, Opener, Person, Place, ShortDigest, minted,
};
use crate::hub::queue::{Arrived, NewTicket};
use crate::hub::store::HubStore;

const LANES: u16 = 2;
const LENGTH: u32 = 3;

/// A branch of its own for each scene, so that none sees another one's bookings.
struct Scene<'s> {
    store: &'s dyn HubStore,
    branch: &'static str,
    now: Timestamp,
    /// Many by default: other scenes look at them.
    limits: Limits,
}

/// What a client keeps of a hold.
#[derive(Clone)]
struct Client {
    id: Uuid,
    granted: Granted,
}

impl Client {
    fn number(&self) -> BookingNumber {
        self.granted.booking.number
    }

    fn code(&self) -> AccessCode {
        minted(self.granted.salt, &self.id)
    }
}

fn call(id: &Uuid, asked: &str) -> Call {
    Call { id: ShortDigest::of(&[id.as_bytes()]), asked: ShortDigest::of(&[asked.as_bytes()]) }
}

impl Scene<'_> {
    /// A start so many visits after the first one, tomorrow.
    fn start(&self, visit: i64) -> Timestamp {
        let first = slice(self.now + 24.hours()).unwrap();
        moment(first + visit * i64::from(LENGTH))
    }

    fn place(&self, visit: i64) -> Place {
        let from = slice(self.start(visit)).unwrap();
        let pool = "A".to_owned();
        let piece = Piece { pool, people: 1, from, slices: LENGTH, open: LANES };
        let end = from + i64::from(LENGTH);
        Place {
            branch: self.branch.to_owned(),
            start: self.start(visit),
            day: 20_270_101,
            ways: vec![Way { pieces: vec![piece], end, side_by_side: false }],
        }
    }

    fn new_hold(&self, id: &Uuid, visit: i64, holder: &str) -> NewHold {
        let number = BookingNumber::from_random(Uuid::new_v4().as_fields().0);
        NewHold {
            call: call(id, "hold"),
            numbers: vec![number],
            access: AccessHash::minted(id).unwrap(),
            holder: Holder {
                digest: ShortDigest::of(&[holder.as_bytes(), self.branch.as_bytes()]),
                at_once: 2,
                hour: Some(4),
            },
            place: self.place(visit),
            wish: Wish {
                services: vec![ServiceCode("TRA-07".to_owned())],
                people: 1,
                interpreter: false,
            },
            language: Language::Ro,
            until: self.now + 10.minutes(),
            now: self.now,
        }
    }

    async fn try_hold(&self, visit: i64, holder: &str) -> Result<Client, BookingRefusal> {
        let id = Uuid::new_v4();
        let granted = self.store.hold(self.new_hold(&id, visit, holder)).await.unwrap();
        granted.map(|granted| Client { id, granted })
    }

    async fn held(&self, visit: i64) -> Client {
        self.try_hold(visit, &Uuid::new_v4().to_string()).await.unwrap()
    }

    fn act(&self, client: &Client, id: &Uuid, deed: Deed, later: i64) -> Act {
        Act {
            call: call(id, &format!("{deed:?}")),
            number: client.number(),
            opener: Opener::Code(client.code()),
            deed,
            timing: Timing { change: 120, early: 60, late: 15 },
            limits: self.limits,
            reminder_hours: vec![48, 3],
            now: self.now + later.minutes(),
        }
    }

    async fn does(
        &self,
        client: &Client,
        deed: Deed,
        later: i64,
    ) -> Result<Booking, BookingRefusal> {
        let act = self.act(client, &Uuid::new_v4(), deed, later);
        self.store.act(act).await.unwrap()
    }

    async fn confirmed(&self, visit: i64, phone: &str) -> Client {
        let client = self.held(visit).await;
        let booking = self.does(&client, confirm(phone), 0).await.unwrap();
        assert_eq!(booking.state, State::Confirmed);
        client
    }

    /// How many lanes are free at a visit.
    async fn free(&self, visit: i64, later: i64) -> u16 {
        let from = slice(self.start(visit)).unwrap();
        let slices = from..from + i64::from(LENGTH);
        let now = self.now + later.minutes();
        let mut taken = self.store.taken(self.branch.to_owned(), slices, now).await.unwrap();
        (0..LANES).map(|lane| u16::from(taken.take("A", lane, from))).sum()
    }
}

fn confirm(phone: &str) -> Deed {
    Deed::Confirm(Person { name: "Ana".to_owned(), phone: Some(phone.to_owned()), email: None })
}

/// Lives through everything that a store promises of bookings.
pub(super) async fn story(store: &dyn HubStore, now: Timestamp) {
    let limits = Limits {
        person: 100,
        person_day: 100,
        address_holds: 100,
        address_hour: 100,
        station_holds: 100,
    };
    let scene = |branch| Scene { store, branch, now, limits };
    no_lane_is_given_twice_and_a_hold_ends(scene("LANES")).await;
    a_repeat_gets_the_first_answer(scene("REPEAT")).await;
    a_change_takes_the_new_time_before_it_leaves_the_old(scene("CHANGE")).await;
    nobody_hoards(Scene {
        limits: Limits { person: 2, person_day: 1, ..limits },
        ..scene("HOARD")
    })
    .await;
    codes_are_counted(scene("CODES")).await;
    an_appointment_becomes_a_ticket(scene("TICKET")).await;
    who_comes_is_expected_reminded_and_forgotten(scene("AGENDA")).await;
}

async fn no_lane_is_given_twice_and_a_hold_ends(scene: Scene<'_>) {
    let (first, second) = (scene.held(0).await, scene.held(0).await);
    assert_eq!(scene.free(0, 0).await, 0);
    let third = scene.try_hold(0, "third").await;
    assert_eq!(third.err(), Some(BookingRefusal::SlotTaken));
    assert_eq!(scene.free(1, 0).await, LANES, "the next time is another one");
    scene.does(&first, confirm("111111111"), 9).await.unwrap();

    assert_eq!(scene.free(0, 10).await, 1, "held for ten minutes");
    let late = scene.does(&second, confirm("222222222"), 10).await;
    assert_eq!(late, Err(BookingRefusal::HoldExpired));
    let booking = scene.store.booking(second.number(), Opener::Staff, scene.now + 10.minutes());
    assert_eq!(booking.await.unwrap().unwrap().state, State::Expired);
    let again = Scene { now: scene.now + 10.minutes(), ..scene };
    let from = again.place(0).ways[0].pieces[0].from;
    let moved = NewHold { place: scene.place(0), ..again.new_hold(&Uuid::new_v4(), 0, "again") };
    assert_eq!(moved.place.start, moment(from) - 10.minutes());
    assert!(again.store.hold(moved).await.unwrap().is_ok());
    assert_eq!(scene.free(0, 11).await, 0);

    assert_eq!(scene.does(&first, Deed::Cancel, 12).await.unwrap().state, State::Cancelled);
    assert_eq!(scene.free(0, 12).await, 1);
    assert_eq!(scene.does(&first, Deed::Cancel, 13).await, Err(BookingRefusal::WasCancelled));
}

async fn a_repeat_gets_the_first_answer(scene: Scene<'_>) {
    let client = scene.held(0).await;
    let repeat = scene.new_hold(&client.id, 0, "elsewhere");
    assert_eq!(scene.store.hold(repeat).await.unwrap(), Ok(client.granted.clone()));
    assert_eq!(scene.free(0, 0).await, 1, "and takes nothing");
    let mut other = scene.new_hold(&client.id, 0, "elsewhere");
    other.call.asked = ShortDigest::of(&[b"something else"]);
    assert_eq!(scene.store.hold(other).await.unwrap(), Err(BookingRefusal::CallIdUsed));

    let id = Uuid::new_v4();
    let confirm = || scene.act(&client, &id, confirm("333333333"), 1);
    let first = scene.store.act(confirm()).await.unwrap();
    assert!(first.is_ok());
    assert_eq!(scene.store.act(confirm()).await.unwrap(), first);
    scene.does(&client, Deed::Cancel, 2).await.unwrap();
    assert_eq!(scene.store.act(confirm()).await.unwrap(), first, "whatever came after it");
    assert_eq!(scene.free(0, 2).await, LANES);
}

async fn a_change_takes_the_new_time_before_it_leaves_the_old(scene: Scene<'_>) {
    let client = scene.confirmed(0, "444444444").await;
    for _ in 0..LANES {
        scene.held(1).await;
    }
    let taken = scene.does(&client, Deed::Change(scene.place(1)), 1).await;
    assert_eq!(taken, Err(BookingRefusal::SlotTaken));
    assert_eq!((scene.free(0, 1).await, scene.free(1, 1).await), (1, 0), "the old time stays");

    let moved = scene.does(&client, Deed::Change(scene.place(2)), 1).await.unwrap();
    assert_eq!((moved.start, moved.changes), (scene.start(2), 1));
    assert_eq!((scene.free(0, 1).await, scene.free(2, 1).await), (LANES, 1));
    // A slice later: its own cells are no hindrance.
    let mut near = scene.place(2);
    near.start = moment(slice(near.start).unwrap() + 1);
    near.ways[0].pieces[0].from += 1;
    near.ways[0].end += 1;
    scene.confirmed(2, "555555555").await;
    assert_eq!(scene.does(&client, Deed::Change(near), 1).await.map(|it| it.changes), Ok(2));

    let late = scene.does(&client, Deed::Change(scene.place(5)), 23 * 60).await;
    assert_eq!(late, Err(BookingRefusal::TooLateToChange));
}

async fn nobody_hoards(scene: Scene<'_>) {
    for visit in 0..2 {
        scene.try_hold(visit, "greedy").await.unwrap();
    }
    let third = scene.try_hold(2, "greedy").await;
    assert_eq!(third.err(), Some(BookingRefusal::TooManyHolds), "two at once");
    let later = Scene { now: scene.now + 20.minutes(), ..scene };
    later.try_hold(3, "greedy").await.unwrap();
    let fifth = later.try_hold(4, "greedy").await;
    assert_eq!(fifth.err(), Some(BookingRefusal::TooManyHolds), "four tries an hour");

    let phone = "(21) 66666-6666";
    scene.confirmed(5, phone).await;
    let same_day = scene.held(6).await;
    let refused = scene.does(&same_day, confirm("+55 21 666666666"), 0).await;
    assert_eq!(refused, Err(BookingRefusal::DayLimitReached));
    assert!(scene.does(&same_day, confirm("777777777"), 0).await.is_ok(), "somebody else");
    let other_day = |day: i32, visit| {
        let mut hold = scene.new_hold(&Uuid::new_v4(), visit, &day.to_string());
        hold.place.day = day;
        hold
    };
    for (day, allowed) in [(20_270_102, true), (20_270_103, false)] {
        let id = Uuid::new_v4();
        let hold = NewHold {
            call: call(&id, "hold"),
            access: AccessHash::minted(&id).unwrap(),
            ..other_day(day, i64::from(day % 100) + 20)
        };
        let granted = scene.store.hold(hold).await.unwrap().unwrap();
        let done = scene.does(&Client { id, granted }, confirm(phone), 0).await;
        assert_eq!(done.err(), (!allowed).then_some(BookingRefusal::LimitReached), "{day}");
    }
}

async fn codes_are_counted(scene: Scene<'_>) {
    let client = scene.held(0).await;
    let look = async |code, later: i64| {
        let now = scene.now + later.minutes();
        scene.store.booking(client.number(), Opener::Code(code), now).await.unwrap()
    };
    assert_eq!(look(client.code(), 0).await, Ok(client.granted.booking.clone()));
    let wrong = |try_: u32| {
        let code = AccessCode::from_random(try_);
        if code == client.code() { AccessCode::from_random(ATTEMPTS) } else { code }
    };
    for try_ in 0..ATTEMPTS {
        assert_eq!(look(wrong(try_), 0).await, Err(BookingRefusal::NoSuchBooking));
    }
    assert_eq!(look(client.code(), 59).await, Err(BookingRefusal::TooManyCodes));
    let cancel = scene.does(&client, Deed::Cancel, 1).await;
    assert_eq!(cancel, Err(BookingRefusal::TooManyCodes));
    assert!(look(client.code(), 60).await.is_ok());
    let nobodys = BookingNumber::from_random(Uuid::new_v4().as_fields().0);
    let nobody = scene.store.booking(nobodys, Opener::Staff, scene.now).await.unwrap();
    assert_eq!(nobody, Err(BookingRefusal::NoSuchBooking));
}

async fn an_appointment_becomes_a_ticket(scene: Scene<'_>) {
    let client = scene.confirmed(0, "999999999").await;
    let queue = queue::Scene {
        store: scene.store,
        branch: scene.branch,
        now: scene.now,
        order: Order::Strict,
    };
    let meets = async |id: Uuid, minutes| {
        let act = scene.act(&client, &id, Deed::CheckIn, minutes);
        let ticket = NewTicket { call: act.call, ..queue.wanted(&id, 3, minutes) };
        scene.store.meet(Arrived { act, ticket: Some(ticket) }).await.unwrap()
    };
    let early = meets(Uuid::new_v4(), 5).await;
    assert_eq!(early.err(), Some(BookingRefusal::TooEarlyToCheckIn));
    let id = Uuid::new_v4();
    let met = meets(id, 23 * 60 + 30).await.unwrap();
    assert_eq!(met.booking.state, State::CheckedIn);
    let ticket = met.ticket.as_ref().unwrap();
    assert_eq!(ticket.ticket.number.to_string(), "A01", "who came too early got none");
    assert_eq!(meets(id, 23 * 60 + 31).await.unwrap(), met);
    let twice = meets(Uuid::new_v4(), 23 * 60 + 31).await;
    assert!(twice.is_err(), "one ticket for one appointment");
    let kept = scene.store.queue_day(ticket.place.clone(), 0).await.unwrap();
    assert_eq!(kept.tickets, std::slice::from_ref(&ticket.ticket));
}

async fn who_comes_is_expected_reminded_and_forgotten(scene: Scene<'_>) {
    let (first, second) = (scene.confirmed(0, "888888888").await, scene.held(1).await);
    let early = scene.does(&second, Deed::CheckIn, 5).await;
    assert_eq!(early, Err(BookingRefusal::NotConfirmed));
    let agenda =
        async || scene.store.agenda(scene.branch.to_owned(), 20_270_101, scene.now).await.unwrap();
    let names = |expected: crate::hub::booking::Expected| expected.person.map(|it| it.name);
    let expected = agenda().await;
    assert_eq!(expected[0].booking.number, first.number());
    let people: Vec<_> = expected.into_iter().map(names).collect();
    assert_eq!(people, [Some("Ana".to_owned()), None]);

    let due = async |hours: i64| {
        let all = scene.store.reminders(scene.now + hours.hours(), 1000).await.unwrap();
        let own = all.into_iter().filter(|it| it.of.booking.number == first.number());
        own.map(|it| it.due).collect::<Vec<_>>()
    };
    let reminder = scene.start(0) - 3.hours();
    assert_eq!(due(20).await, [], "48 hours before has passed, three are not yet");
    assert_eq!(due(21).await, [reminder]);
    assert_eq!(due(24).await, [], "the visit has begun");
    scene.does(&first, Deed::Change(scene.place(12)), 2).await.unwrap();
    assert_eq!(due(21).await, [], "the new time is three hours later");
    assert_eq!(due(24).await, [scene.start(12) - 3.hours()]);
    let sent = |due| scene.store.reminder_sent(first.number(), due, scene.now);
    for _ in 0..2 {
        assert!(sent(scene.start(12) - 3.hours()).await.unwrap());
    }
    assert!(!sent(reminder).await.unwrap());
    assert_eq!(due(24).await, []);

    let missed = scene.does(&first, Deed::Miss, 27 * 60).await;
    assert_eq!(missed, Err(BookingRefusal::NotMissedYet));
    let here = scene.does(&first, Deed::CheckIn, 26 * 60 + 10).await.unwrap();
    assert_eq!(here.state, State::CheckedIn);

    // Everything that ended before the end of the first one, which is later than the second.
    scene.store.forget_bookings(here.end, scene.now).await.unwrap();
    assert_eq!(agenda().await.len(), 1);
    scene.store.forget_bookings(here.end + 1.second(), scene.now).await.unwrap();
    assert_eq!(agenda().await, []);
}
