//! One story, for every database that the hub may use.

mod booking;
pub(super) mod queue;

use jiff::{Timestamp, ToSpan};

use super::{HubStore, Page, RequestQuery, UpdateQuery, Which, Window, WithoutPrivate};
use crate::domain::city::ServiceCode;
use crate::domain::later::Locator;
use crate::domain::protocol_number::{ProtocolNumber, StationNumber};
use crate::domain::request::{AccessCode, RequestId};
use crate::hub::access::{AccessHash, CodeVerdict};
use crate::hub::drafts::{ATTEMPTS, Found, KeptDraft};
use crate::hub::key::{ApiKey, KeyKind};
use crate::hub::note::{NewNote, NoteState, Written};
use crate::hub::request::{AlarmKind, Filed, NewRequest, Numbering, Posted, Said, Update};
use crate::hub::state::{State, Status};

const PAGE: Page = Page { offset: 0, limit: 10 };

/// Lives through everything that a store promises.
pub(super) async fn story(store: &dyn HubStore) {
    let now = "2026-12-31T23:00:00Z".parse().unwrap();
    let key = ApiKey::random().unwrap().digest();

    let station = store.add_station("kiosk".to_owned(), key, now).await.unwrap();
    assert_eq!(station.get(), 2, "number 1 is the hub's own");
    let staff = ApiKey::random().unwrap().digest();
    store.add_key("desk".to_owned(), true, staff, now).await.unwrap();
    assert_eq!(store.key_of(key).await.unwrap(), Some(KeyKind::Station(station)));
    assert_eq!(store.key_of(staff).await.unwrap(), Some(KeyKind::Staff));
    assert_eq!(store.key_of(ApiKey::random().unwrap().digest()).await.unwrap(), None);

    let own = |year| NewRequest {
        id: None,
        numbering: Numbering::Own { year },
        key,
        service: ServiceCode("VIA-01".to_owned()),
        private: false,
        requested_at: now,
        received_at: now,
        expected_at: None,
        answer_by: Some(now),
        access: None,
        said: Said::default(),
    };
    own_numbers_follow_the_year_and_it_never_goes_back(store, &own).await;
    posted_numbers_are_final(store, own(2026), station).await;
    codes_are_counted_for_an_hour(store, own(2027), now).await;
    updates_change_their_request(store, own(2027), now).await;
    private_requests_can_be_left_out(store, own(2027)).await;
    what_was_spoken_is_written_down_once(store, own(2027), now).await;
    drafts_are_for_their_branch_until_they_are_opened_or_old(store, station, now).await;
    queue::story(store, now).await;
    booking::story(store, now).await;
}

async fn drafts_are_for_their_branch_until_they_are_opened_or_old(
    store: &dyn HubStore,
    station: StationNumber,
    now: Timestamp,
) {
    let here = || "CENTRO".to_owned();
    let draft = |byte: u8| KeptDraft {
        locator: Locator([byte; 16]),
        branch: here(),
        sealed: vec![byte],
        until: now + 1.hour(),
    };
    let open = async |byte, branch, now| {
        let locators = vec![Locator([255; 16]), Locator([byte; 16])];
        store.open_draft(station, branch, locators, now).await.unwrap()
    };
    for byte in [1, 2, 1] {
        store.keep_draft(draft(byte), now).await.unwrap();
    }
    assert_eq!(open(1, here(), now).await, Found::Sealed(vec![1]));
    assert_eq!(open(1, "OUTRA".to_owned(), now).await, Found::NotThere);
    store.spend_draft(draft(1), now).await.unwrap();
    store.keep_draft(draft(1), now).await.unwrap();
    assert_eq!(open(1, here(), now).await, Found::Spent);
    for _ in 1..ATTEMPTS {
        assert_eq!(open(9, here(), now).await, Found::NotThere);
    }
    assert_eq!(open(2, here(), now).await, Found::TooMany);
    let old = now + 1.hour();
    store.forget_drafts(old).await.unwrap();
    assert_eq!(open(2, here(), old).await, Found::NotThere);
    assert_eq!(open(1, here(), old).await, Found::NotThere);
}

async fn filed(store: &dyn HubStore, request: NewRequest) -> ProtocolNumber {
    match store.file_request(request).await.unwrap() {
        Filed::As(number) => number,
        Filed::NumberTaken => panic!("the number is taken"),
    }
}

async fn own_numbers_follow_the_year_and_it_never_goes_back(
    store: &dyn HubStore,
    own: &impl Fn(u16) -> NewRequest,
) {
    let mut numbers = Vec::new();
    for year in [2026, 2026, 2027, 2026] {
        let number = filed(store, own(year)).await;
        assert_eq!(number.station().get(), 1);
        numbers.push((number.year(), number.sequence()));
    }
    assert_eq!(numbers, [(2026, 1), (2026, 2), (2027, 1), (2027, 2)]);
}

async fn posted_numbers_are_final(
    store: &dyn HubStore,
    request: NewRequest,
    station: StationNumber,
) {
    let fresh = || Some(RequestId(uuid::Uuid::new_v4()));
    let posted =
        |sequence| Numbering::Posted(ProtocolNumber::new(2026, station, sequence).unwrap());
    let first = NewRequest { id: fresh(), numbering: posted(1), ..request.clone() };
    let number = filed(store, first.clone()).await;
    assert_eq!(Numbering::Posted(number), posted(1));

    let repeat = NewRequest { numbering: posted(2), ..first };
    assert_eq!(filed(store, repeat).await, number, "a repeat is answered like the first");
    let clone = NewRequest { id: fresh(), numbering: posted(1), ..request };
    assert_eq!(store.file_request(clone.clone()).await.unwrap(), Filed::NumberTaken);
    assert_eq!(store.file_request(clone).await.unwrap(), Filed::NumberTaken);

    let mut kinds: Vec<_> =
        store.alarms().await.unwrap().into_iter().map(|alarm| alarm.kind.name()).collect();
    kinds.sort_unstable();
    assert_eq!(kinds, [AlarmKind::NumberTwice.name(), AlarmKind::RequestTwice.name()]);
}

async fn codes_are_counted_for_an_hour(store: &dyn HubStore, request: NewRequest, now: Timestamp) {
    let code = AccessCode::from_random(482_091);
    let access = Some(AccessHash::new(&code).unwrap());
    let number = filed(store, NewRequest { access, ..request }).await;
    let attempt = async |code: &AccessCode, at| {
        store.try_access_code(number, code.clone(), at).await.unwrap()
    };
    assert_eq!(attempt(&code, now).await, CodeVerdict::Right);
    for wrong in 0..10 {
        assert_eq!(attempt(&AccessCode::from_random(wrong), now).await, CodeVerdict::Wrong);
    }
    assert_eq!(attempt(&code, now).await, CodeVerdict::TooMany);
    assert_eq!(attempt(&code, now + 3599.seconds()).await, CodeVerdict::TooMany);
    assert_eq!(attempt(&code, now + 3600.seconds()).await, CodeVerdict::Right);
}

async fn updates_change_their_request(store: &dyn HubStore, request: NewRequest, now: Timestamp) {
    let number = filed(store, request).await;
    let update = |id: &str, state, hours: i64| Update {
        id: id.to_owned(),
        number,
        state: State::from_name(state).unwrap(),
        updated_at: now + hours.hours(),
        description: format!("words of {id}"),
    };
    let (closed, open) = (update("b", "fixed", 2), update("a", "in_progress", 1));
    for posted in [&closed, &open, &closed] {
        assert_eq!(store.post_update(posted.clone()).await.unwrap(), Posted::Stored);
    }
    let stored = store.request(number).await.unwrap().unwrap();
    assert_eq!((stored.status, stored.updated_at), (Status::Closed, closed.updated_at));
    assert_eq!(stored.answer.as_deref(), Some("words of b"));

    let query = UpdateQuery { window: Window::ALWAYS, without: None, page: PAGE };
    assert_eq!(store.updates(query).await.unwrap(), [open, closed.clone()]);

    let nobodys = ProtocolNumber::new(1999, number.station(), 1).unwrap();
    let astray = Update { id: "c".to_owned(), number: nobodys, ..closed.clone() };
    assert_eq!(store.post_update(astray).await.unwrap(), Posted::NoRequest);
    let taken = Update { number: nobodys, ..closed };
    assert_eq!(store.post_update(taken).await.unwrap(), Posted::IdTaken);
}

async fn private_requests_can_be_left_out(store: &dyn HubStore, request: NewRequest) {
    let public = filed(store, request.clone()).await;
    let arrived_private = filed(store, NewRequest { private: true, ..request.clone() }).await;
    let service = ServiceCode("ANI-03".to_owned());
    let became_private = filed(store, NewRequest { service: service.clone(), ..request }).await;
    let query = |without| RequestQuery {
        which: Which::Numbers(vec![public, arrived_private, became_private]),
        without,
        page: PAGE,
    };
    assert_eq!(store.requests(query(None)).await.unwrap().len(), 3);
    let seen = store.requests(query(Some(WithoutPrivate(vec![service])))).await.unwrap();
    assert_eq!(seen.into_iter().map(|it| it.number).collect::<Vec<_>>(), [public]);
}

async fn what_was_spoken_is_written_down_once(
    store: &dyn HubStore,
    request: NewRequest,
    now: Timestamp,
) {
    let id = RequestId(uuid::Uuid::new_v4());
    for sound in [b"first".to_vec(), b"second".to_vec()] {
        let (key, sound) = (request.key, sound.into());
        store.keep_note(NewNote { id, key, received_at: now, sound }).await.unwrap();
    }
    let mut spoken = NewRequest { id: Some(id), ..request };
    spoken.said.fields.insert("note_seconds".to_owned(), "7".to_owned());
    let number = filed(store, spoken).await;
    let waiting = store.waiting_notes().await.unwrap();
    assert_eq!((waiting.len(), waiting[0].number, waiting[0].seconds), (1, number, 7));
    let sound = store.note_sound(number).await.unwrap().unwrap();
    assert_eq!(sound.as_slice(), b"first", "a repeat changes nothing");

    let write = |text: &str| store.write_note(number, text.to_owned(), now);
    assert_eq!(write("words").await.unwrap(), Written::Done);
    assert_eq!(write("others").await.unwrap(), Written::NothingToWrite);
    assert!(store.waiting_notes().await.unwrap().is_empty());
    let stored = store.request(number).await.unwrap().unwrap();
    assert_eq!(
        (stored.said.field("description"), stored.note),
        (Some("words"), Some(NoteState::Written))
    );
    store.forget_notes(now + 1.second(), now).await.unwrap();
    assert_eq!(store.note_sound(number).await.unwrap(), None);
}
