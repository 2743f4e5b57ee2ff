//! One request on its way, on a clock of its own.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::Duration;

use acolhe::config::{Dialect, Secret};
use acolhe::content;
use acolhe::domain::city::{Channel, City, Coordinates, Language, ServiceCode};
use acolhe::domain::delivery::{self, DeliveryState, Outcome, Progress};
use acolhe::domain::document::DocumentKind;
use acolhe::domain::protocol_number::{ProtocolNumber, StationNumber};
use acolhe::domain::request::{
    AccessCode, Answer, Document, Draft, ForWhom, Origin, Place, PlaceKind, Reply, Request,
    RequestId,
};
use acolhe::edge::open311::{Endpoint, Open311};
use jiff::{SignedDuration, Timestamp};

use super::server::Hostile;

/// The foreign server's code for the service.
pub(crate) const REMOTE_CODE: &str = "311";

/// The number of the request.
pub(crate) const NUMBER: &str = "2026.0014.00371-13";

/// A demo city whose lamps are mended by somebody else's server.
pub(crate) fn city() -> City {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("cities/vila-serena");
    let mut city = content::city::load(&folder).unwrap();
    let lamps = city.services.iter_mut().find(|service| service.code.0 == "ILU-01").unwrap();
    lamps.remote_code = Some(REMOTE_CODE.to_owned());
    city
}

/// A request in which everything is said.
pub(crate) fn request(city: &City) -> Request {
    let filed_at: Timestamp = "2026-11-22T09:00:00-03:00".parse().unwrap();
    let start = filed_at.to_zoned(city.timezone.clone()).datetime();
    let service = city.service(&ServiceCode("ILU-01".to_owned())).unwrap();
    Request {
        id: RequestId(uuid::Uuid::from_u128(7)),
        number: ProtocolNumber::new(2026, StationNumber::new(14).unwrap(), 371).unwrap(),
        access_code: AccessCode("482091".to_owned()),
        service: service.code.clone(),
        language: Language::Ro,
        origin: Origin::Kiosk,
        branch: city.branches[0].code.clone(),
        filed_at,
        dated: true,
        answer_by: service.answer_within.map(|term| city.due(start, term)),
        done_by: service.done_within.map(|term| city.due(start, term)),
        draft: Draft {
            description: "Toată strada e în întuneric".to_owned(),
            for_whom: Some(ForWhom::WholeStreet),
            answers: BTreeMap::from([(
                "lamps-out".to_owned(),
                Answer::Chosen(vec!["several".to_owned()]),
            )]),
            place: Some(Place {
                kind: PlaceKind::Street,
                words: "Rua das Flores".to_owned(),
                neighbourhood: "Centro".to_owned(),
                parts: BTreeMap::from([("number".to_owned(), "12".to_owned())]),
                coordinates: Some(Coordinates { lat: -22.5, long: -43.5 }),
            }),
            anonymous: Some(false),
            name: "Ștefan Țepeș".to_owned(),
            document: Some(Document::Given {
                kind: DocumentKind::Cpf,
                digits: "52998224725".to_owned(),
                adds_up: true,
            }),
            reply: Some(Some(Reply {
                channel: Channel::Whatsapp,
                to: "+55 21 99999-0000".to_owned(),
                shared: Some(true),
                may_leave_message: Some(false),
                safe: None,
            })),
            ..Draft::default()
        },
    }
}

/// A client of a server.
pub(crate) fn client(url: String) -> Open311 {
    client_with_key(url, key())
}

/// A client whose key the server gave.
pub(crate) fn client_with_key(url: String, key: Secret) -> Open311 {
    Open311::new(endpoint(url, key)).unwrap()
}

/// A client that gives up soon.
pub(crate) fn impatient_client(url: String) -> Open311 {
    let second = Duration::from_secs(1);
    Open311::with_patience(endpoint(url, key()), second, second).unwrap()
}

fn key() -> Secret {
    Secret::new("k-123".to_owned())
}

fn endpoint(url: String, key: Secret) -> Endpoint {
    Endpoint { url, key: Some(key), dialect: Dialect::Auto, jurisdiction: None }
}

/// One request on its way to one server.
pub(crate) struct Courier {
    pub(crate) client: Open311,
    pub(crate) city: City,
    pub(crate) request: Request,
    pub(crate) progress: Progress,
    pub(crate) state: DeliveryState,
    pub(crate) now: Timestamp,
}

impl Courier {
    pub(crate) fn to(server: &Hostile) -> Self {
        Self::with(client(server.url()))
    }

    pub(crate) fn with(client: Open311) -> Self {
        let city = city();
        let request = request(&city);
        let now = request.filed_at;
        let (progress, state) = (Progress::default(), DeliveryState::Waiting);
        Self { client, city, request, progress, state, now }
    }

    /// One attempt; the clock moves on to the next.
    pub(crate) async fn attempt(&mut self) -> Outcome {
        let outcome = self.client.deliver(&self.request, &self.city, &self.progress).await;
        let (state, progress, next) = delivery::after(&self.progress, &outcome, self.now, 0.5);
        (self.state, self.progress) = (state, progress);
        // Whatever is neither delivered nor given up has a name and a next try.
        assert_eq!(next.is_some(), state == DeliveryState::Waiting);
        assert_eq!(self.progress.last_failure.is_some(), state != DeliveryState::Delivered);
        self.now = next.unwrap_or(self.now);
        outcome
    }

    /// Attempts until nothing more happens by itself.
    pub(crate) async fn settle(&mut self) -> DeliveryState {
        let last = self.progress.attempts + 200;
        while self.state == DeliveryState::Waiting {
            assert!(self.progress.attempts < last, "{}", self.failure());
            self.attempt().await;
        }
        self.state
    }

    /// Attempts for so long, whatever becomes of it.
    pub(crate) async fn go_on_for(&mut self, time: SignedDuration) {
        let end = self.now + time;
        while self.state == DeliveryState::Waiting && self.now < end {
            self.attempt().await;
        }
    }

    /// Why the last attempt failed.
    pub(crate) fn failure(&self) -> &str {
        self.progress.last_failure.as_deref().unwrap_or_default()
    }
}
