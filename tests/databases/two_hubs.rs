//! Two hubs over one database: each request is there once, whatever dies meanwhile.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use tokio::sync::mpsc;

use super::client::{key, post};
use crate::postgres::Server;
use crate::support::{Hub, Play, Station, TINY};

/// People who file at the same time, and how many requests each of them files.
const PEOPLE: usize = 8;
const EACH: usize = 20;

/// How long a client waits before it tries again.
const PAUSE: Duration = Duration::from_millis(50);

/// Files a request at one hub, again and again until it has a number.
async fn number_at(url: String, key: String, id: String) -> String {
    let form = [("api_key", &*key), ("service_code", "ILU-01"), ("client_request_id", &*id)];
    loop {
        match post(&url, "requests.json", &form).await {
            Some((status, answer)) if status == 200 => {
                return answer[0]["service_request_id"].as_str().unwrap().to_owned();
            }
            // Whoever is told no for good would be told so for ever.
            Some((status, answer)) => assert_eq!(status, 503, "{answer}"),
            None => {}
        }
        tokio::time::sleep(PAUSE).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_lost_or_double_when_hubs_are_killed_and_the_database_restarts() {
    let mut server = Server::start("");
    let database = server.database();
    let mut hubs = [(); 2].map(|()| Hub::over(TINY, &database.url));
    let key = key(&hubs[0], &[]);
    let (told, mut heard) = mpsc::unbounded_channel();
    for _ in 0..PEOPLE {
        let (urls, key, told) = (hubs.each_ref().map(Hub::url), key.clone(), told.clone());
        tokio::spawn(async move {
            for _ in 0..EACH {
                let id = uuid::Uuid::new_v4().to_string();
                let [one, other] =
                    urls.clone().map(|url| tokio::spawn(number_at(url, key.clone(), id.clone())));
                let (one, other) = (one.await.unwrap(), other.await.unwrap());
                assert_eq!(one, other, "both hubs tell the same number");
                told.send((id, one)).unwrap();
            }
        });
    }
    drop(told);
    let mut numbers = BTreeMap::new();
    while let Some((id, number)) = heard.recv().await {
        numbers.insert(id, number);
        match numbers.len() {
            20 | 50 => {
                let hub = &mut hubs[usize::from(numbers.len() == 50)];
                hub.kill();
                hub.restart();
            }
            80 | 110 => {
                server.stop(if numbers.len() == 80 { "immediate" } else { "fast" });
                server.start_again();
            }
            _ => {}
        }
    }
    assert_eq!(numbers.len(), PEOPLE * EACH);

    let kept = hubs[1].requests();
    let kept: BTreeSet<&str> = kept.iter().map(|it| it["number"].as_str().unwrap()).collect();
    let given: BTreeSet<&str> = numbers.values().map(String::as_str).collect();
    assert_eq!(kept, given, "what was answered is what is kept");
    let sequences: BTreeSet<usize> =
        kept.iter().map(|number| number[10..15].parse().unwrap()).collect();
    assert_eq!(sequences, (1..=PEOPLE * EACH).collect(), "without gaps");
    assert!(hubs[0].alarms().is_empty());
}

#[test]
fn a_station_files_at_whichever_hub_is_there() {
    let server = Server::shared();
    let database = server.database();
    let (mut one, other) = (Hub::over(TINY, &database.url), Hub::over(TINY, &database.url));
    let station = Station::enrolled(&one);
    let mut play = Play::start(&station);
    let first = play.file_a_request();
    play.wait(5);
    assert_eq!(other.numbers(), [&*first]);
    one.kill();
    play.do_("finish");
    let second = play.file_a_request();
    one.restart();
    play.wait(1200);
    assert_eq!(play.outbox("delivered"), 2);
    assert_eq!(other.numbers(), [&*first, &*second]);
}
