//! Hubs that are away, silent, somebody else, or refuse.

use std::net::TcpListener;

use wiremock::matchers::{any, path_regex, query_param};
use wiremock::{Mock, MockServer, ResponseTemplate};

use super::patient::Patient;

/// A server that does what it is told; it goes on until it is dropped.
struct Server {
    server: MockServer,
    runtime: tokio::runtime::Runtime,
}

impl Server {
    fn start(patient: &Patient) -> Self {
        let runtime = tokio::runtime::Runtime::new().expect("a runtime");
        let server = runtime.block_on(MockServer::start());
        patient.reconfigure(&patient.hub.url(), &server.uri());
        Self { server, runtime }
    }

    fn does(&self, mock: Mock) {
        self.runtime.block_on(mock.mount(&self.server));
    }

    /// Nothing that changes anything was ever asked of it.
    fn was_only_read(&self) {
        let asked = self.runtime.block_on(self.server.received_requests()).unwrap_or_default();
        assert!(!asked.is_empty());
        assert!(asked.iter().all(|call| call.method.as_str() == "GET"));
    }
}

fn says(status: u16, body: &str) -> Mock {
    Mock::given(any()).respond_with(ResponseTemplate::new(status).set_body_string(body))
}

#[test]
fn a_hub_in_order_is_told_with_its_speed() {
    let patient = Patient::new();
    let before = patient.hub.numbers();
    let told = patient.told(&["--only", "hub"]);
    told.holds("well", "hub-well", &["an Acolhe hub", " ms"]);
    told.holds("well", "hub-key", &["known"]).holds("well", "hub-services", &["All"]).ends(0);
    assert_eq!(patient.hub.numbers(), before, "nothing was filed");
}

#[test]
fn a_hub_that_is_not_there_is_told_by_how_far_one_came() {
    let patient = Patient::new_born();
    let url = patient.hub.url();
    patient.reconfigure(&url, "http://no-such-hub.invalid/open311/v2");
    patient.is_at_fault("hub", "hub-name-unknown", &["getent hosts no-such-hub.invalid"]);
    patient.reconfigure("http://no-such-hub.invalid/open311/v2", &url);
    patient.hub.kill();
    patient.is_at_fault("hub", "hub-refused", &["nobody listens at 127.0.0.1", "whether it runs"]);
    // It takes the connection and nothing else.
    let black_hole = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = black_hole.local_addr().expect("an address");
    patient.reconfigure(&url, &format!("http://{address}"));
    patient.is_at_fault("hub", "hub-silent", &["no answer within", "firewall"]);
}

#[test]
fn no_hub_no_key_and_a_key_that_is_refused_are_told() {
    let patient = Patient::new_born();
    let whole = patient.station.configuration();
    let key = whole.lines().find(|line| line.starts_with("key = ")).expect("a key").to_owned();
    patient.reconfigure(&key, "key = \"1234\"");
    let words = ["It is refused", "acolhe hub station add"];
    patient.is_at_fault("hub", "hub-key-refused", &words);
    let told = patient.told(&["--only", "hub"]).text;
    assert!(!told.contains("1234"), "a key is never shown");
    patient.reconfigure("key = \"1234\"\n", "");
    patient.is_at_fault("hub", "hub-no-key", &["[hub] key_file"]);
    let url = format!("url = {:?}\n", patient.hub.url());
    patient.reconfigure(&url, "");
    patient.is_at_fault("hub", "hub-not-configured", &["[hub] url"]);
}

#[test]
fn somebody_else_at_the_hubs_address_is_told() {
    let patient = Patient::new_born();
    let server = Server::start(&patient);
    server.does(says(200, "<!doctype html><title>Router</title>"));
    patient.is_at_fault("hub", "hub-not-open311", &["HTTP 200", "services.json"]);
    server.was_only_read();
}

#[test]
fn a_server_of_another_kind_is_told_with_what_it_lacks() {
    let patient = Patient::new_born();
    let server = Server::start(&patient);
    let services = r#"[{"service_code":"OTHER-1"}]"#;
    let right = ResponseTemplate::new(200).set_body_string(services);
    server.does(
        Mock::given(query_param("jurisdiction_id", "right"))
            .and(path_regex("services"))
            .respond_with(right)
            .with_priority(1),
    );
    let refusal = r#"[{"code":404,"description":"jurisdiction_id provided was not found."}]"#;
    server.does(says(404, refusal));
    patient.reconfigure("[hub]\n", "[hub]\njurisdiction = \"wrong\"\n");
    patient.is_at_fault("hub", "hub-jurisdiction", &["HTTP 404", "[hub] jurisdiction"]);
    patient.reconfigure("\"wrong\"", "\"right\"");
    let told = patient.told(&["--only", "hub"]);
    told.holds("well", "hub-well", &["another GeoReport server, 1 service"]);
    told.holds("not tried", "hub-key-untried", &["without filing"]);
    told.holds("FAULT", "hub-services-missing", &["are missing", "remote_code"]).ends(1);
    server.was_only_read();
}
