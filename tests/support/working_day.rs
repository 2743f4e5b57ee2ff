//! A hub within the test, on a day and at an hour on which the branches are open.

use std::sync::Arc;

use acolhe::content::city;
use acolhe::edge::clock::Clock;
use acolhe::hub::Hub;
use acolhe::hub::server::serve;
use acolhe::locale::Locales;
use tempfile::TempDir;
use tokio::net::TcpListener;
use tokio::runtime::Runtime;

use crate::support::{VILA_SERENA, repository};

/// A Tuesday with open doors, by the clocks of the city.
const NINE: &str = "2026-11-24T09:00:00-03:00";

/// A hub on a working day.
pub(crate) struct WorkingDay {
    /// Scheme, address and port.
    pub(crate) origin: String,
    hub: Arc<Hub>,
    runtime: Runtime,
    _folder: TempDir,
}

impl WorkingDay {
    pub(crate) fn start() -> Self {
        let runtime = Runtime::new().expect("a runtime");
        let folder = tempfile::tempdir().expect("a temporary folder");
        let city = city::load(&repository(VILA_SERENA)).expect("a city");
        let (origin, hub) = runtime.block_on(async {
            let listener = TcpListener::bind(("127.0.0.1", 0)).await.expect("a port");
            let origin = format!("http://{}", listener.local_addr().expect("an address"));
            let clock = Clock::Moved(NINE.parse().expect("a moment"));
            let words = Locales::load(&repository("locales")).expect("whole languages");
            let hub = Hub::open(city, folder.path()).expect("a hub");
            let hub = Arc::new(hub.with_words(words).with_clock(clock));
            tokio::spawn(serve(listener, Arc::clone(&hub), std::future::pending()));
            (origin, hub)
        });
        Self { origin, hub, runtime, _folder: folder }
    }

    /// The key of somebody who asks, of the staff or not.
    pub(crate) fn key(&self, staff: bool) -> String {
        let key = self.runtime.block_on(self.hub.add_key("tester", staff)).expect("a key");
        key.reveal().to_owned()
    }
}
