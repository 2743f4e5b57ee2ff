//! Tickets as kiosks, desks, panels and telephones meet them.

use reqwest::Method;
use serde_json::{Value, json};
use uuid::Uuid;

use super::{Booked, Call, plain, refused};
use crate::edge::clock::Clock;
use crate::hub::tests::Served;

impl Booked {
    /// A Tuesday at ten, by the clocks of the city.
    async fn on_tuesday() -> Self {
        let ten = "2026-11-24T10:00:00-03:00".parse().unwrap();
        Self::of(Served::at(Clock::Moved(ten)).await).await
    }

    fn wait(&self, minutes: i64) {
        self.hub.hub.wait(jiff::SignedDuration::from_mins(minutes));
    }

    /// A ticket that is taken at a kiosk.
    async fn takes(&self, class: Option<&str>) -> Value {
        let body = json!({ "call_id": Uuid::new_v4(), "service": "TRA-07", "class": class });
        let call = Call::body(body).key(&self.hub.station_key);
        let (status, told) = self.post("/branches/CENTRO/tickets", call).await;
        assert_eq!(status, 201, "{told}");
        told
    }

    /// What a desk asks, with a number or without.
    async fn desk(&self, desk: u16, verb: &str, number: Option<&Value>) -> (u16, Value) {
        let mut body = json!({ "call_id": Uuid::new_v4() });
        if let Some(number) = number {
            body["number"] = number.clone();
        }
        let call = Call::body(body).key(&self.hub.staff_key);
        self.post(&format!("/branches/CENTRO/desks/{desk}/{verb}"), call).await
    }

    async fn panel(&self) -> Vec<(String, u64, u64, String)> {
        let told = self.get("/branches/CENTRO/panel").await;
        let calls = told["calls"].as_array().unwrap().iter();
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        let number = |value: &Value| value.as_u64().unwrap();
        calls
            .map(|it| {
                (text(&it["number"]), number(&it["desk"]), number(&it["times"]), text(&it["state"]))
            })
            .collect()
    }
}

fn shown(number: &str, desk: u64, times: u64, state: &str) -> (String, u64, u64, String) {
    (number.to_owned(), desk, times, state.to_owned())
}

#[tokio::test]
async fn a_ticket_is_taken_followed_called_and_served() {
    let hub = Booked::on_tuesday().await;
    let line = hub.get("/branches/CENTRO/line?service=TRA-07").await;
    assert_eq!((&line["giving"], &line["ahead"]), (&json!(true), &json!(0)), "{line}");
    let everybody = hub.takes(None).await;
    let old = hub.takes(Some("OLD")).await;
    assert_eq!((&everybody["number"], &old["number"]), (&json!("A01"), &json!("A02")));
    assert_eq!((&everybody["ahead"], &everybody["state"]), (&json!(0), &json!("waiting")));
    let path = format!("/tickets/{}", everybody["token"].as_str().unwrap());

    let (status, called) = hub.desk(1, "next", None).await;
    assert_eq!((status, &called["ticket"]["number"]), (200, &json!("A02")), "{called}");
    assert_eq!(called["ticket"]["class"], "OLD");
    assert!(called["ticket"]["why"].as_str().unwrap().contains("lei"), "{called}");
    let (_, called) = hub.desk(2, "next", None).await;
    assert_eq!(called["ticket"]["number"], "A01");
    assert_eq!(hub.desk(3, "next", None).await.1, json!({ "ticket": null }));
    let told = hub.get(&path).await;
    assert_eq!((&told["state"], &told["desk"]), (&json!("called"), &json!(2)));
    assert_eq!(told["words"], json!(["É a sua vez. Vá ao guichê 2."]));

    hub.desk(1, "again", Some(&old["number"])).await;
    hub.desk(1, "start", Some(&old["number"])).await;
    assert_eq!(
        hub.panel().await,
        [
            shown("A02", 1, 2, "serving"),
            shown("A01", 2, 1, "called"),
            shown("A02", 1, 1, "serving")
        ]
    );
    hub.wait(7);
    assert_eq!(hub.desk(1, "finish", Some(&old["number"])).await.1["ticket"]["state"], "served");
    let staff = Call::default().key(&hub.hub.staff_key);
    let (_, all) = hub.call(Method::GET, "/branches/CENTRO/tickets", staff).await;
    let ends: Vec<_> = all.as_array().unwrap().iter().map(|it| it["state"].clone()).collect();
    assert_eq!(ends, ["called", "served"]);
}

#[tokio::test]
async fn nothing_public_says_what_somebody_comes_for_or_said_of_themself() {
    let hub = Booked::on_tuesday().await;
    let ticket = hub.takes(Some("LAW")).await;
    hub.desk(1, "next", None).await;
    let own = hub.get(&format!("/tickets/{}", ticket["token"].as_str().unwrap())).await;
    let panel = hub.get("/branches/CENTRO/panel").await;
    for told in [&ticket, &own, &panel] {
        let text = told.to_string();
        assert!(!text.contains("TRA-07") && !text.contains("LAW"), "{text}");
    }
}

#[tokio::test]
async fn somebody_goes_out_comes_back_and_gives_up() {
    let hub = Booked::on_tuesday().await;
    let ticket = hub.takes(None).await;
    let at = |verb: &str| format!("/tickets/{}{verb}", ticket["token"].as_str().unwrap());
    let (_, out) = hub.post(&at("/leave"), plain()).await;
    assert_eq!((&out["state"], &out["ahead"]), (&json!("out"), &Value::Null), "{out}");
    assert_eq!(hub.desk(1, "next", None).await.1, json!({ "ticket": null }));
    let body = plain();
    let (_, back) = hub.post(&at("/return"), body.clone()).await;
    assert_eq!(back["state"], "waiting");
    assert_eq!(hub.post(&at("/return"), body).await.1["state"], "waiting", "a repeat");
    refused(hub.post(&at("/return"), plain()).await, 409, "not_away");
    let (_, gone) = hub.post(&at("/give-up"), plain()).await;
    assert_eq!(gone["state"], "void");
    refused(hub.post(&at("/leave"), plain()).await, 409, "ticket_over");
    let nobodys = hub.post("/tickets/00000000000000000000/leave", plain()).await;
    refused(nobodys, 404, "no_such_ticket");
    hub.wait(24 * 60);
    refused(hub.post(&at("/leave"), plain()).await, 409, "ticket_over");
}

#[tokio::test]
async fn an_appointment_becomes_a_ticket_at_the_branch_only() {
    let hub = Booked::on_tuesday().await;
    let start = "2026-11-24T11:30:00-03:00";
    let (path, code) = hub.confirmed(start, "21987654321").await;
    let check_in = format!("{path}/check-in");
    refused(hub.post(&check_in, plain().code(&code)).await, 401, "no_key");
    let client = plain().code(&code).key(&hub.hub.client_key);
    refused(hub.post(&check_in, client).await, 403, "wrong_key");
    let here = || plain().code(&code).key(&hub.hub.station_key);
    refused(hub.post(&check_in, here()).await, 409, "too_early_to_check_in");
    hub.wait(80);
    let body = here();
    let (status, met) = hub.post(&check_in, body.clone()).await;
    assert_eq!((status, &met["booking"]["state"]), (200, &json!("checked_in")), "{met}");
    assert_eq!(met["ticket"]["booked"], start);
    assert_eq!(hub.post(&check_in, body).await.1["ticket"]["token"], met["ticket"]["token"]);

    hub.takes(None).await;
    hub.wait(6);
    let (_, called) = hub.desk(1, "next", None).await;
    assert_eq!(called["ticket"]["number"], met["ticket"]["number"], "its time has come");
    assert!(called["ticket"]["why"].as_str().unwrap().contains("11h30"), "{called}");
}

#[tokio::test]
async fn tickets_are_given_by_the_hours_of_the_branch_and_it_says_so() {
    let hub = Booked::on_tuesday().await;
    let take = async || {
        let body = json!({ "call_id": Uuid::new_v4(), "service": "TRA-07" });
        hub.post("/branches/CENTRO/tickets", Call::body(body).key(&hub.hub.station_key)).await
    };
    let line = async || hub.get("/branches/CENTRO/line?service=TRA-07").await;
    hub.wait(-150);
    assert_eq!(take().await.0, 201, "before the doors open, in the order of arrival");
    hub.wait(-1);
    refused(take().await, 409, "queue_too_early");
    assert_eq!(line().await["why"], "Hoje damos senha a partir das 7h30.");
    hub.wait(151 + 7 * 60);
    refused(take().await, 409, "queue_closed");
    assert_eq!(line().await["giving"], false);
    hub.wait(2 * 24 * 60 - 7 * 60);
    refused(take().await, 409, "queue_closed");
}

#[tokio::test]
async fn what_cannot_be_is_refused_with_a_reason() {
    let hub = Booked::on_tuesday().await;
    let take = async |branch: &str, service: &str, class: Option<&str>, key: &str| {
        let body = json!({ "call_id": Uuid::new_v4(), "service": service, "class": class });
        hub.post(&format!("/branches/{branch}/tickets"), Call::body(body).key(key)).await
    };
    let (station, staff) = (&hub.hub.station_key, &hub.hub.staff_key);
    refused(take("NOWHERE", "TRA-07", None, station).await, 404, "no_such_branch");
    refused(take("CENTRO", "ZZZ-99", None, station).await, 404, "no_such_service");
    refused(take("CENTRO", "TRA-07", Some("KING"), station).await, 404, "no_such_class");
    refused(take("CENTRO", "TRA-07", None, &hub.hub.client_key).await, 403, "wrong_key");
    refused(hub.desk(9, "next", None).await, 404, "no_such_desk");
    refused(hub.desk(1, "start", Some(&json!("A01"))).await, 404, "no_such_ticket");
    refused(hub.desk(1, "start", Some(&json!("first"))).await, 400, "malformed");
    let number = take("CENTRO", "TRA-07", None, staff).await.1["number"].clone();
    refused(hub.desk(1, "start", Some(&number)).await, 409, "not_called");
    hub.desk(1, "call", Some(&number)).await;
    refused(hub.desk(1, "call", Some(&number)).await, 409, "called_already");
    refused(hub.desk(2, "start", Some(&number)).await, 409, "called_elsewhere");
    refused(hub.desk(1, "miss", Some(&number)).await, 409, "missed_too_soon");
    hub.wait(1);
    assert_eq!(hub.desk(1, "miss", Some(&number)).await.1["ticket"]["state"], "missed");
    for (verb, state) in [("return", "waiting"), ("leave", "out"), ("void", "void")] {
        let path = format!("/branches/CENTRO/tickets/{}/{verb}", number.as_str().unwrap());
        refused(hub.post(&path, plain().key(station)).await, 403, "wrong_key");
        let (_, told) = hub.post(&path, plain().key(staff)).await;
        assert_eq!(told["ticket"]["state"], state);
    }
    assert_eq!(hub.panel().await, [shown("A01", 1, 1, "over")]);
}

#[tokio::test]
async fn a_night_ends_the_day() {
    let hub = Booked::on_tuesday().await;
    let ticket = hub.takes(None).await;
    let path = format!("/tickets/{}", ticket["token"].as_str().unwrap());
    hub.wait(14 * 60 + 1);
    hub.hub.hub.end_queue_days().await.unwrap();
    assert_eq!(hub.get(&path).await["state"], "closed");
    assert_eq!(hub.panel().await, []);
    hub.wait(61 * 24 * 60);
    hub.hub.hub.end_queue_days().await.unwrap();
    refused(hub.call(Method::GET, &path, Call::default()).await, 404, "no_such_ticket");
}
