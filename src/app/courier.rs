//! Empties the outbox: many at a time, each attempt's end committed before the next begins.

use std::sync::Arc;

use jiff::Timestamp;
use tokio::runtime::Runtime;

use crate::domain::city::City;
use crate::domain::delivery::{self, DeliveryState, End, Outcome, Progress};
use crate::domain::protocol_number::ProtocolNumber;
use crate::domain::request::{AccessCode, Request};
use crate::domain::visit::LookUp;
use crate::edge::open311::Open311;
use crate::store::{Delivery, StoreError};

use super::log::{Event as LogEvent, log};
use super::{App, Report};

/// How many requests travel at the same time.
const AT_ONCE: usize = 16;

/// The edge to the city's server, on a runtime of its own.
pub(super) struct Courier {
    runtime: Option<Runtime>,
    client: Arc<Open311>,
    city: Arc<City>,
}

impl Courier {
    pub(super) fn new(runtime: Runtime, client: Open311, city: Arc<City>) -> Self {
        Self { runtime: Some(runtime), client: Arc::new(client), city }
    }

    fn spawn<T: Send + 'static>(
        &self,
        work: impl Future<Output = T> + Send + 'static,
        then: impl FnOnce(T) + Send + 'static,
    ) {
        if let Some(runtime) = &self.runtime {
            runtime.spawn(async move { then(work.await) });
        }
    }

    pub(super) fn ask(&self, then: impl FnOnce(bool) + Send + 'static) {
        let client = Arc::clone(&self.client);
        self.spawn(async move { client.is_up().await }, then);
    }

    fn deliver(
        &self,
        request: Request,
        progress: Progress,
        then: impl FnOnce((Box<Request>, Outcome)) + Send + 'static,
    ) {
        let (client, city) = (Arc::clone(&self.client), Arc::clone(&self.city));
        let work = async move {
            let outcome = client.deliver(&request, &city, &progress).await;
            (Box::new(request), outcome)
        };
        self.spawn(work, then);
    }

    pub(super) fn look_up(
        &self,
        number: ProtocolNumber,
        remote_id: Option<String>,
        code: Option<AccessCode>,
        then: impl FnOnce(LookUp) + Send + 'static,
    ) {
        let (client, city) = (Arc::clone(&self.client), Arc::clone(&self.city));
        let work =
            async move { client.look_up(&city, number, remote_id.as_deref(), code.as_ref()).await };
        self.spawn(work, then);
    }
}

impl Drop for Courier {
    /// Attempts under way are dropped: their rows are tried again at the next start.
    fn drop(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

impl App {
    /// Starts what is due and not under way.
    pub(super) fn deliver_due(&mut self) {
        let (now, _) = self.believed_now();
        let room = AT_ONCE.saturating_sub(self.delivering.len());
        // Rows under way are due as well: they are read and left alone.
        let due = match self.store.due(now, room + self.delivering.len()) {
            Ok(due) => due,
            Err(error) => {
                log(LogEvent::StoreTrouble, &[("reason", &error.to_string())]);
                return;
            }
        };
        for delivery in due {
            if self.delivering.len() < AT_ONCE && !self.delivering.contains(&delivery.request.id) {
                if let Err(error) = self.store.begin(&delivery.request) {
                    log(LogEvent::StoreTrouble, &[("reason", &error.to_string())]);
                    return;
                }
                self.delivering.insert(delivery.request.id);
                let reports = self.reports.clone();
                self.courier.deliver(delivery.request, delivery.progress, move |(request, end)| {
                    // The app has ended: the row is tried again at the next start.
                    let _ = reports.send(Report::Delivery(request, end));
                });
            }
        }
    }

    /// One attempt has ended: its row is settled before anything else happens to it.
    pub(super) fn delivered(&mut self, request: &Request, outcome: &Outcome) {
        self.delivering.remove(&request.id);
        let progress = match self.store.find(request.number) {
            Ok(found) => found.map(|(row, _)| row.progress).unwrap_or_default(),
            Err(error) => {
                log(LogEvent::StoreTrouble, &[("reason", &error.to_string())]);
                return;
            }
        };
        let (now, _) = self.believed_now();
        self.settle_attempt(request, delivery::after(&progress, outcome, now, jitter()), now);
        self.hub_is(!matches!(
            outcome,
            Outcome::NotSent(_) | Outcome::Unresolved(_) | Outcome::StillUnresolved(_)
        ));
    }

    /// Attempts that were under way when the process ended may have posted: nobody knows.
    pub(super) fn settle_interrupted(&self) -> Result<(), StoreError> {
        let (now, _) = self.believed_now();
        for Delivery { request, progress } in self.store.interrupted()? {
            let end = delivery::after_interruption(&progress, now, jitter());
            self.settle_attempt(&request, end, now);
        }
        Ok(())
    }

    fn settle_attempt(&self, request: &Request, (state, progress, next): End, now: Timestamp) {
        if let Err(error) = self.store.settle(request, state, &progress, next, now) {
            log(LogEvent::StoreTrouble, &[("reason", &error.to_string())]);
        }
        match state {
            DeliveryState::Delivered => log(LogEvent::RequestDelivered, &[]),
            DeliveryState::Waiting => {
                let reason = progress.last_failure.unwrap_or_default();
                log(LogEvent::DeliveryFailed, &[("reason", &reason)]);
            }
            DeliveryState::Uncertain => log(LogEvent::DeliveryUncertain, &[]),
            DeliveryState::Refused => {
                let reason = progress.last_failure.unwrap_or_default();
                log(LogEvent::DeliveryRefused, &[("reason", &reason)]);
            }
        }
    }
}

/// From 0 to 1.
fn jitter() -> f64 {
    f64::from(getrandom::u32().unwrap_or(u32::MAX / 2)) / f64::from(u32::MAX)
}
