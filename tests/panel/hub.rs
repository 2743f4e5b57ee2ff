//! A hub that answers whatever a test wants, and a panel before it.

use std::sync::{Arc, Mutex};

use acolhe::app::waiting_room::{Panel, PanelPlan, Sentence};
use acolhe::config::{Config, Places};
use acolhe::edge::clock::Clock;
use jiff::Timestamp;
use serde_json::{Value, json};
use tokio::net::TcpSocket;
use tokio::runtime::Runtime;
use wiremock::matchers::{method, path};
use wiremock::{Mock, MockServer, Request, Respond, ResponseTemplate};

use crate::support::{VILA_SERENA, repository};

/// When the panels of these tests start.
pub(crate) const START: &str = "2026-11-24T10:05:00-03:00";

/// A hub whose next answer a test chooses.
pub(crate) struct FakeHub {
    runtime: Runtime,
    /// Its port, which nobody else can take, until it listens there.
    port: Option<TcpSocket>,
    server: Option<MockServer>,
    address: String,
    answer: Arc<Mutex<ResponseTemplate>>,
}

struct Answering(Arc<Mutex<ResponseTemplate>>);

impl Respond for Answering {
    fn respond(&self, _: &Request) -> ResponseTemplate {
        self.0.lock().unwrap().clone()
    }
}

/// One row of an answer.
pub(crate) fn row(id: u64, number: &str, desk: u16, times: u8, state: &str, at: &str) -> Value {
    json!({"id": id, "number": number, "desk": desk, "times": times, "state": state, "at": at})
}

/// A row of somebody who is being called now.
pub(crate) fn called(id: u64, number: &str, desk: u16) -> Value {
    row(id, number, desk, 1, "called", START)
}

/// An answer as the contract has it.
pub(crate) fn answer(rows: &[Value]) -> Value {
    json!({"branch": "CENTRO", "name": "Atendimento Centro", "day": "2026-11-24", "calls": rows})
}

impl FakeHub {
    /// A hub that is there, and has called nobody.
    pub(crate) fn start() -> Self {
        let mut hub = Self::absent();
        hub.comes();
        hub
    }

    /// An address at which nobody listens yet.
    pub(crate) fn absent() -> Self {
        let port = TcpSocket::new_v4().unwrap();
        port.bind(([127, 0, 0, 1], 0).into()).unwrap();
        let address = port.local_addr().unwrap().to_string();
        let answer = ResponseTemplate::new(200).set_body_json(self::answer(&[]));
        Self {
            runtime: Runtime::new().unwrap(),
            port: Some(port),
            server: None,
            address,
            answer: Arc::new(Mutex::new(answer)),
        }
    }

    /// From now on it listens.
    pub(crate) fn comes(&mut self) {
        let port = self.port.take().expect("it comes once");
        let answering = Answering(Arc::clone(&self.answer));
        let server = self.runtime.block_on(async {
            let listener = port.listen(16).unwrap().into_std().unwrap();
            let server = MockServer::builder().listener(listener).start().await;
            let asked = Mock::given(method("GET")).and(path("/api/v1/branches/CENTRO/panel"));
            asked.respond_with(answering).mount(&server).await;
            server
        });
        self.server = Some(server);
    }

    /// What it answers from now on.
    pub(crate) fn answers(&self, answer: ResponseTemplate) {
        *self.answer.lock().unwrap() = answer;
    }

    /// It tells these calls, the latest first.
    pub(crate) fn calls(&self, rows: &[Value]) {
        self.answers(ResponseTemplate::new(200).set_body_json(answer(rows)));
    }

    pub(crate) fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// A panel of its branch in the centre, whose clock only the test moves.
    pub(crate) fn panel(&self) -> Panel {
        let folder = tempfile::tempdir().unwrap();
        let config = folder.path().join("panel.toml");
        std::fs::write(&config, format!("[city]\ndir = '{}'\n", repository(VILA_SERENA).display()))
            .unwrap();
        let places = Places {
            config: Some(config),
            data: Some(folder.path().join("data")),
            assets: Some(repository("")),
        };
        let plan = PanelPlan {
            hub: self.url(),
            branch: Some("CENTRO".to_owned()),
            calm: false,
            mute: true,
            clock: Clock::Moved(START.parse::<Timestamp>().unwrap()),
        };
        Panel::start(&Config::load(&places).unwrap(), &plan).unwrap()
    }
}

/// What was said in Portuguese.
pub(crate) fn in_portuguese(said: &[Sentence]) -> Vec<&str> {
    let own = said.iter().filter(|sentence| sentence.language.tag() == "pt-BR");
    own.map(|sentence| sentence.text.as_str()).collect()
}
