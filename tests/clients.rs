//! Open311 clients that others wrote file at a running hub and read back what they filed.
//!
//! `ACOLHE_CLIENTS` names a Python that has `tests/clients/requirements.txt`. Without it, or where a
//! client cannot be imported, a test says so and passes. `docs/open311-clients.md` tells the rest.

#![cfg(feature = "hub")]

#[path = "support/support.rs"]
mod support;

use serde_json::{Value, json};
use support::{Hub, VILA_SERENA, asked};

const FORMATS: [&str; 2] = ["json", "xml"];

const SERVICE: &str = "ILU-07";
const DESCRIPTION: &str = "Está <muito> escuro & perigoso à noite";
const PLACE: [(&str, &str); 3] =
    [("address_string", "Rua São João, 12"), ("lat", "-22.9001"), ("long", "-43.2001")];

/// A hub and the key that clients have for it.
struct Server {
    hub: Hub,
    key: String,
}

impl Server {
    fn start() -> Self {
        let hub = Hub::start(VILA_SERENA);
        let told = hub.ask(&["key", "add", "--name", "client"]);
        let key = told.trim().strip_prefix("key ").expect("a key").to_owned();
        Self { hub, key }
    }

    /// What a client makes of the story; nothing where there is no such client.
    fn told_to(&self, client: &str, format: &str, form: &Value, number: &str) -> Option<Value> {
        let story = json!({
            "endpoint": self.hub.url(), "key": self.key, "format": format,
            "form": form, "number": number,
        });
        asked(&format!("tests/clients/with_{client}.py"), &story)
    }

    /// What the client filed stands at the hub, and the client reads it back.
    #[track_caller]
    fn assert_filed_and_read_back(&self, told: &Value) {
        let number = told["number"].as_str().expect("a number");
        for (name, value) in PLACE {
            assert_eq!(self.hub.told_of(number, name), value);
        }
        assert_eq!(self.hub.told_of(number, "service"), SERVICE);
        assert_eq!(self.hub.told_of(number, "description"), DESCRIPTION);
        assert_eq!(self.hub.told_of(number, "attribute[street-at-night]"), "no-light");
        assert_read_back(told, number);
        assert_eq!(told["opened"]["description"], DESCRIPTION, "the access code opens the words");
    }
}

/// What every client that can file sends.
fn form() -> Value {
    let mut form = json!({
        "service_code": SERVICE,
        "description": DESCRIPTION,
        "access_code": "482091",
        "attribute[street-at-night]": "no-light",
    });
    for (name, value) in PLACE {
        form[name] = value.into();
    }
    form
}

/// A value as text: XML has nothing else.
fn text(row: &Value, name: &str) -> String {
    match &row[name] {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

#[track_caller]
fn row<'a>(rows: &'a Value, name: &str, value: &str) -> &'a Value {
    let found = rows.as_array().and_then(|rows| rows.iter().find(|row| row[name] == value));
    found.expect("the row is in the list")
}

/// The client read the service, its questions, the request, and the request within the list.
#[track_caller]
fn assert_read_back(told: &Value, number: &str) {
    let service = row(&told["services"], "service_code", SERVICE);
    assert_eq!(text(service, "service_name"), "Pedir poste de luz novo");
    assert_eq!(text(service, "metadata"), "true");
    let question = row(&told["questions"], "code", "who-passes");
    assert_eq!(text(question, "datatype"), "multivaluelist");
    for request in [&told["request"], row(&told["requests"], "service_request_id", number)] {
        let read = ["service_request_id", "status", "service_code", "address", "lat", "long"];
        let [(_, address), (_, lat), (_, long)] = PLACE;
        assert_eq!(
            read.map(|name| text(request, name)),
            [number, "open", SERVICE, address, lat, long]
        );
        assert_eq!(request.get("description"), None, "words are not for everybody");
    }
}

#[test]
fn three_files_and_reads_in_both_formats() {
    let server = Server::start();
    let mut form = form();
    form["attribute[who-passes][]"] = json!(["children", "pram"]);
    for format in FORMATS {
        let Some(told) = server.told_to("three", format, &form, "") else { return };
        server.assert_filed_and_read_back(&told);
        let number = told["number"].as_str().unwrap();
        assert_eq!(server.hub.told_of(number, "attribute[who-passes]"), "children, pram");
        assert_eq!(text(&told["refused"][0], "code"), "403");
        assert_eq!(text(&told["discovery"], "key_service"), "https://156.vilaserena.example");
    }
}

#[test]
fn open311_files_and_reads_in_both_formats() {
    let server = Server::start();
    for format in FORMATS {
        let Some(told) = server.told_to("open311", format, &form(), "") else { return };
        server.assert_filed_and_read_back(&told);
        assert_eq!(told["definition_by_its_own_call"], 404, "it asks at service/, not services/");
    }
}

#[tokio::test]
async fn georeport_reads_in_both_formats_what_another_client_filed() {
    let server = Server::start();
    let (mut filing, form) = (form(), form());
    filing["api_key"] = server.key.as_str().into();
    let url = format!("{}/requests.json", server.hub.url());
    let filed = reqwest::Client::new().post(url).form(&filing).send().await.unwrap();
    let filed: Value = filed.json().await.unwrap();
    let number = filed[0]["service_request_id"].as_str().unwrap();
    for format in FORMATS {
        let Some(told) = server.told_to("georeport", format, &form, number) else { return };
        assert_read_back(&told, number);
    }
}
