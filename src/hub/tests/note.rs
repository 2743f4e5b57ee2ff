//! Spoken requests: who may bring a sound, who gets it, and when it goes.

use jiff::{SignedDuration, Timestamp};

use super::{Served, id, reply};
use crate::hub::note::{Waiting, Written};
use crate::hub::server::BASE;
use crate::wire::note::{encode, seconds};

/// Three seconds of something.
fn sound() -> Vec<u8> {
    let samples: Vec<i16> =
        (0..48_000).map(|at| if at % 50 < 25 { 5_000 } else { -5_000 }).collect();
    encode(&samples).to_vec()
}

impl Served {
    async fn bring(&self, id: &str, key: &str, sound: Vec<u8>) -> super::Reply {
        let url = format!("{}{BASE}/notes/{id}.json", self.origin);
        reply(reqwest::Client::new().put(url).bearer_auth(key).body(sound)).await
    }

    async fn speaks(&self, sequence: u32, requested: &str) -> String {
        let (id, number) = (id(), self.own(sequence));
        assert_eq!(self.bring(&id, &self.station_key, sound()).await.status, 200);
        let form = [
            ("service_code", "VIA-01"),
            ("client_request_id", id.as_str()),
            ("service_request_id", number.as_str()),
            ("requested_datetime", requested),
            ("note_seconds", "3"),
            ("access_code", "482091"),
        ];
        self.file(&form).await.number()
    }
}

#[tokio::test]
async fn a_sound_is_taken_once_and_from_stations_only() {
    let hub = Served::new().await;
    let id = id();
    for _ in 0..2 {
        let taken = hub.bring(&id, &hub.station_key, sound()).await;
        assert_eq!(taken.only()["client_request_id"], id);
        assert_eq!(taken.only()["seconds"], 3);
    }
    hub.bring(&id, &hub.client_key, sound()).await.refused(403);
    hub.bring(&id, "nobody's", sound()).await.refused(403);
    hub.bring("no-id", &hub.station_key, sound()).await.refused(400);
    hub.bring(&id, &hub.station_key, b"RIFF and nothing else".to_vec()).await.refused(400);
    hub.bring(&id, &hub.station_key, vec![0; 800 * 1024]).await.refused(400);
    assert!(hub.hub.notes().await.unwrap().is_empty(), "no request was filed");
}

#[tokio::test]
async fn what_was_spoken_waits_in_order_until_somebody_writes_it_down() {
    let hub = Served::new().await;
    let new = hub.speaks(2, "2999-01-04T09:00:00-03:00").await;
    let old = hub.speaks(1, "2026-01-05T09:00:00-03:00").await;
    let waiting = hub.hub.notes().await.unwrap();
    let told: Vec<_> = waiting
        .iter()
        .map(|note| (note.number.to_string(), note.seconds, note.sound, hub.hub.is_late(note)))
        .collect();
    assert_eq!(told, [(old.clone(), 3, true, true), (new, 3, true, false)]);
    let monday: Timestamp = "2026-01-05T12:00:00Z".parse().unwrap();
    let end = SignedDuration::from_hours(24 + 15) - SignedDuration::from_secs(1);
    assert_eq!(hub.hub.write_by(&waiting[0]), monday + end, "the end of Tuesday");

    let Waiting { number, .. } = waiting[0];
    let heard = hub.hub.note_sound(number).await.unwrap().unwrap();
    assert_eq!(seconds(&heard), Ok(3));
    assert!(hub.hub.write_down(number, " \n").await.is_err());
    assert_eq!(hub.hub.write_down(number, "Um buraco.").await.unwrap(), Written::Done);
    assert_eq!(hub.hub.write_down(number, "Outro.").await.unwrap(), Written::NothingToWrite);
    let unknown = hub.own(9).parse().unwrap();
    assert_eq!(hub.hub.write_down(unknown, "Outro.").await.unwrap(), Written::NoRequest);
    assert_eq!(hub.hub.notes().await.unwrap().len(), 1);

    let path = format!("requests/{old}.json");
    let closed = hub.get(&path, &[]).await.only();
    assert!(closed["note"].is_null() && closed["description"].is_null(), "{closed}");
    let opened = hub.get(&path, &[("access_code", "482091")]).await.only();
    assert_eq!(
        (&opened["note"], &opened["description"]),
        (&"written".into(), &"Um buraco.".into())
    );
    assert_eq!(opened["status"], "open");
    let updates = hub.get("servicerequestupdates.json", &[]).await.json();
    assert_eq!(updates[0]["service_request_id"], old);
}

#[tokio::test]
async fn a_sound_goes_when_its_time_is_over_and_not_before_it_was_written_down() {
    let hub = Served::new().await;
    let number = hub.speaks(1, "2026-01-05T09:00:00-03:00").await.parse().unwrap();
    let store = &hub.hub.store;
    let (early, late) = (Timestamp::MIN, Timestamp::from_second(33_000_000_000).unwrap());
    store.forget_notes(late, early).await.unwrap();
    assert!(store.note_sound(number).await.unwrap().is_some(), "nobody has listened yet");
    hub.hub.write_down(number, "Um buraco.").await.unwrap();
    hub.hub.forget_notes().await.unwrap();
    assert!(store.note_sound(number).await.unwrap().is_some(), "a month is not over");
    store.forget_notes(late, early).await.unwrap();
    assert!(store.note_sound(number).await.unwrap().is_none());

    let orphan = id();
    hub.bring(&orphan, &hub.station_key, sound()).await;
    store.forget_notes(early, late).await.unwrap();
    let request =
        [("service_code", "VIA-01"), ("client_request_id", orphan.as_str()), ("note_seconds", "3")];
    hub.file(&request).await.number();
    let waiting = hub.hub.notes().await.unwrap();
    assert!(waiting.iter().all(|note| !note.sound), "{waiting:?}");
}
