//! Two hubs over one database, and a server that comes and goes.

use std::sync::Arc;

use jiff::Timestamp;

use super::super::PostgresStore;
use super::opened;
use super::server::Server;
use crate::domain::city::ServiceCode;
use crate::domain::protocol_number::ProtocolNumber;
use crate::domain::request::{AccessCode, RequestId};
use crate::hub::access::{ATTEMPTS, CodeVerdict};
use crate::hub::key::{ApiKey, KeyDigest};
use crate::hub::request::{Filed, NewRequest, Numbering, Said};
use crate::hub::store::{
    HubStore, KeyStore, Page, RequestQuery, RequestStore, StoreError, Which, Window,
};

fn now() -> Timestamp {
    "2026-11-23T12:00:00Z".parse().unwrap()
}

fn request(key: KeyDigest, id: Option<RequestId>) -> NewRequest {
    NewRequest {
        id,
        numbering: Numbering::Own { year: 2026 },
        key,
        service: ServiceCode("VIA-01".to_owned()),
        private: false,
        requested_at: now(),
        received_at: now(),
        expected_at: None,
        answer_by: None,
        access: None,
        said: Said::default(),
    }
}

/// Two stores and a key.
async fn two(url: &str) -> ([Arc<PostgresStore>; 2], KeyDigest) {
    let stores = [(); 2].map(|()| opened(url));
    let [one, other] = stores;
    let stores = [Arc::new(one.await.unwrap()), Arc::new(other.await.unwrap())];
    let key = ApiKey::random().unwrap().digest();
    stores[0].add_key("app".to_owned(), false, key, now()).await.unwrap();
    (stores, key)
}

async fn all(store: &dyn HubStore) -> Vec<ProtocolNumber> {
    let which = Which::Filed { window: Window::ALWAYS, services: Vec::new(), status: None };
    let page = Page { offset: 0, limit: u32::MAX };
    let found = store.requests(RequestQuery { which, without: None, page }).await.unwrap();
    let mut numbers: Vec<_> = found.into_iter().map(|it| it.number).collect();
    numbers.sort_by_key(|number| number.sequence());
    numbers
}

#[tokio::test(flavor = "multi_thread")]
async fn repeats_at_two_hubs_are_one_request_and_numbers_have_no_gaps() {
    let server = Server::shared();
    let (stores, key) = two(&server.database().url).await;
    let ids: Vec<_> = (0..12).map(|_| RequestId(uuid::Uuid::new_v4())).collect();
    let tasks: Vec<_> = (0..96)
        .map(|turn| {
            let store = Arc::clone(&stores[turn % 2]);
            let request = request(key, Some(ids[turn / 2 % ids.len()]));
            tokio::spawn(async move { (request.id, store.file_request(request).await.unwrap()) })
        })
        .collect();
    let mut answers = Vec::new();
    for task in tasks {
        answers.push(task.await.unwrap());
    }
    let numbers = all(&*stores[0]).await;
    let sequences: Vec<u32> = numbers.into_iter().map(ProtocolNumber::sequence).collect();
    assert_eq!(sequences, (1..=12).collect::<Vec<u32>>());
    for id in ids {
        let mut given = answers.iter().filter(|(asked, _)| *asked == Some(id));
        let first = given.next().unwrap().1;
        assert!(matches!(first, Filed::As(_)));
        assert!(given.all(|(_, answer)| *answer == first), "a repeat is answered like the first");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn wrong_codes_are_counted_at_both_hubs() {
    let server = Server::shared();
    let (stores, key) = two(&server.database().url).await;
    let Filed::As(number) = stores[0].file_request(request(key, None)).await.unwrap() else {
        panic!("the number is new")
    };
    let tasks: Vec<_> = (0..3 * ATTEMPTS)
        .map(|turn| {
            let store = Arc::clone(&stores[usize::from(turn % 2 == 0)]);
            let code = AccessCode::from_random(turn);
            tokio::spawn(async move { store.try_access_code(number, code, now()).await.unwrap() })
        })
        .collect();
    let mut wrong = 0;
    for task in tasks {
        wrong += u32::from(task.await.unwrap() == CodeVerdict::Wrong);
    }
    assert_eq!(wrong, ATTEMPTS);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_was_restarted_is_found_again() {
    let mut server = Server::start("");
    let database = server.database();
    let (stores, key) = two(&database.url).await;
    for how in ["fast", "immediate"] {
        stores[0].file_request(request(key, None)).await.unwrap();
        server.stop(how);
        if how == "fast" {
            let gone = stores[1].file_request(request(key, None)).await.unwrap_err();
            assert!(matches!(gone, StoreError::Failed(_)), "{gone:?}");
        }
        let store = Arc::clone(&stores[1]);
        let waiting = tokio::spawn(async move { store.file_request(request(key, None)).await });
        server.start_again();
        waiting.await.unwrap().unwrap();
    }
    assert_eq!(all(&*stores[0]).await.len(), 4);
}

#[tokio::test]
async fn an_error_repeats_nothing_of_a_row() {
    let server = Server::shared();
    let (stores, _) = two(&server.database().url).await;
    let mut unknown = request(KeyDigest([7; 32]), None);
    unknown.said.fields.insert("description".to_owned(), "my words".to_owned());
    let StoreError::Failed(why) = stores[0].file_request(unknown).await.unwrap_err() else {
        panic!("the key is unknown")
    };
    assert_eq!(why.to_string(), "PostgreSQL answers 23503 at requests_key_digest_fkey");
    assert!(why.source().is_none());
}

#[tokio::test(flavor = "multi_thread")]
async fn desks_at_two_hubs_never_call_the_same_ticket() {
    let server = Server::shared();
    let (stores, _) = two(&server.database().url).await;
    let stores = [Arc::clone(&stores[0]) as Arc<dyn HubStore>, Arc::clone(&stores[1]) as _];
    super::super::super::story::queue::race(&stores, now()).await;
}
