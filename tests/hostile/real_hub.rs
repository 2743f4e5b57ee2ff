//! The hub that ships: what the courier says, it understands.

use std::sync::Arc;

use acolhe::config::Secret;
use acolhe::domain::delivery::{DeliveryState, Outcome};
use acolhe::domain::protocol_number::ProtocolNumber;
use acolhe::domain::request::{AccessCode, PlaceKind, RequestId};
use acolhe::domain::visit::{LookUp, Stage};
use acolhe::hub::Hub;
use acolhe::hub::server::{BASE, serve};
use tempfile::TempDir;
use tokio::net::TcpListener;

use super::courier::{Courier, city, client_with_key};

/// A hub that listens until the test ends, and a request of its station on the way to it.
async fn on_the_way() -> (TempDir, Arc<Hub>, Courier) {
    let folder = tempfile::tempdir().unwrap();
    let hub = Arc::new(Hub::open(city(), folder.path()).unwrap());
    let (station, key) = hub.add_station("Centro").await.unwrap();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}{BASE}", listener.local_addr().unwrap());
    tokio::spawn(serve(listener, Arc::clone(&hub), std::future::pending()));
    let key = Secret::new(key.reveal().to_owned());
    let mut courier = Courier::with(client_with_key(url, key));
    courier.request.number = ProtocolNumber::new(2026, station, 371).unwrap();
    (folder, hub, courier)
}

#[tokio::test]
async fn request_is_filed_once_under_its_own_number() {
    let (_folder, hub, mut courier) = on_the_way().await;
    for _ in 0..3 {
        assert_eq!(courier.attempt().await, Outcome::Accepted { remote_id: None });
    }
    let filed = hub.all_requests().await.unwrap();
    assert_eq!(filed.len(), 1);
    assert_eq!(filed[0].number, courier.request.number);
    assert_eq!(filed[0].requested_at, courier.request.filed_at);
}

#[tokio::test]
async fn every_way_to_say_where_is_taken() {
    let (_folder, hub, mut courier) = on_the_way().await;
    for (sequence, kind) in (1..).zip(PlaceKind::ALL) {
        let request = &mut courier.request;
        request.id = RequestId(uuid::Uuid::from_u128(u128::from(sequence)));
        request.number = ProtocolNumber::new(2026, request.number.station(), sequence).unwrap();
        let place = request.draft.place.as_mut().unwrap();
        (place.kind, place.words) = (kind, "x".repeat(600));
        courier.state = DeliveryState::Waiting;
        assert_eq!(courier.settle().await, DeliveryState::Delivered, "{kind:?}");
    }
    assert_eq!(hub.all_requests().await.unwrap().len(), PlaceKind::ALL.len());
}

#[tokio::test]
async fn number_that_belongs_to_another_request_is_refused_and_alarms() {
    let (_folder, hub, mut courier) = on_the_way().await;
    courier.settle().await;
    courier.request.id = RequestId(uuid::Uuid::from_u128(8));
    assert_eq!(courier.attempt().await, Outcome::Refused("http-400".to_owned()));
    assert_eq!(hub.alarms().await.unwrap().len(), 1);
}

#[tokio::test]
async fn code_opens_what_was_filed() {
    let (_folder, _hub, mut courier) = on_the_way().await;
    courier.settle().await;
    let look_up = async |code: Option<&str>| {
        let code = code.map(|code| AccessCode(code.to_owned()));
        let number = courier.request.number;
        courier.client.look_up(&courier.city, number, None, code.as_ref()).await
    };
    let LookUp::Found(status) = look_up(Some("482091")).await else { panic!() };
    assert_eq!(status.stage, Stage::Open);
    assert_eq!(status.answer_by, courier.request.answer_by);
    assert_eq!(status.done_by, courier.request.done_by);
    assert_eq!(status.service.as_ref(), Some(&courier.request.service));
    assert_eq!(status.details.unwrap().words, courier.request.draft.description);

    let LookUp::Found(status) = look_up(None).await else { panic!() };
    assert_eq!(status.details, None);
    assert_eq!(look_up(Some("000000")).await, LookUp::CodeWrong);
    assert!(courier.client.is_up().await);
}
