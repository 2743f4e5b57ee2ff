//! Empties the outbox: many at a time, each attempt's end committed before the next begins.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use jiff::Timestamp;
use tokio::runtime::Runtime;
use zeroize::Zeroizing;

use crate::domain::city::City;
use crate::domain::delivery::{self, DeliveryState, Outcome, Progress};
use crate::domain::protocol_number::ProtocolNumber;
use crate::domain::request::{AccessCode, Request};
use crate::domain::visit::LookUp;
use crate::edge::booking::BookingClient;
use crate::edge::open311::{DraftEnd, DraftFound, Open311};
use crate::store::{CodeKey, Delivery, Ended, Errand, StoreError};

use super::log::{Event as LogEvent, log};
use super::{App, Report};

/// How many requests travel at the same time to our hub, and to any other server, which may be a
/// small one.
const AT_ONCE_TO_HUB: usize = 48;
const AT_ONCE: usize = 16;

/// Attempts that have ended and are not settled yet: those that end while others are written are
/// written together.
type Ends = Arc<Mutex<Vec<(Box<Request>, Outcome)>>>;

/// The edge to the city's server, on a runtime of its own.
pub(super) struct Courier {
    runtime: Option<Runtime>,
    client: Arc<Open311>,
    pub(super) booking: Arc<BookingClient>,
    pub(super) city: Arc<City>,
    ends: Ends,
}

impl Courier {
    pub(super) fn new(
        runtime: Runtime,
        client: Open311,
        booking: BookingClient,
        city: Arc<City>,
    ) -> Self {
        let (client, booking) = (Arc::new(client), Arc::new(booking));
        Self { runtime: Some(runtime), client, booking, city, ends: Ends::default() }
    }

    pub(super) fn spawn<T: Send + 'static>(
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

    /// Begins an attempt; `then` is called where its end is the first one to be taken.
    fn deliver(
        &self,
        Delivery { request, progress }: Delivery,
        sound: Option<Zeroizing<Vec<u8>>>,
        then: impl FnOnce() + Send + 'static,
    ) {
        let (client, city) = (Arc::clone(&self.client), Arc::clone(&self.city));
        let ends = Arc::clone(&self.ends);
        let work = async move {
            let brought = match &sound {
                Some(sound) => client.bring_note(&request, sound).await,
                None => Ok(()),
            };
            let outcome = match brought {
                Ok(()) => client.deliver(&request, &city, &progress).await,
                Err(failure) => Outcome::NotSent(failure),
            };
            let mut ends = unpoisoned(&ends);
            ends.push((Box::new(request), outcome));
            ends.len() == 1
        };
        self.spawn(work, |first| {
            if first {
                then();
            }
        });
    }

    /// Attempts that have ended since this was asked last.
    fn ends(&self) -> Vec<(Box<Request>, Outcome)> {
        std::mem::take(&mut *unpoisoned(&self.ends))
    }

    /// Whether what was accepted is at our own hub, spoken words and all.
    fn takes_notes(&self) -> bool {
        self.client.is_hub()
    }

    fn at_once(&self) -> usize {
        if self.client.is_hub() { AT_ONCE_TO_HUB } else { AT_ONCE }
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

impl Courier {
    /// Tells the hub something of a draft.
    pub(super) fn run_errand(
        &self,
        branch: &str,
        errand: Errand,
        now: Timestamp,
        then: impl FnOnce(Errand, DraftEnd) + Send + 'static,
    ) {
        let (client, branch) = (Arc::clone(&self.client), branch.to_owned());
        let work = async move {
            let locator = errand.locator;
            let left = errand.until.duration_since(now).as_secs();
            let seconds = u64::try_from(left).unwrap_or_default();
            let end = match &errand.sealed {
                Some(sealed) => client.keep_draft(&branch, locator, sealed, seconds).await,
                None => client.spend_draft(&branch, locator, seconds).await,
            };
            (errand, end)
        };
        self.spawn(work, |(errand, end)| then(errand, end));
    }

    /// Asks the hub for a draft; what the words came to comes back with the answer.
    pub(super) fn open_draft(
        &self,
        branch: &str,
        keys: Vec<CodeKey>,
        then: impl FnOnce(Vec<CodeKey>, DraftFound) + Send + 'static,
    ) {
        let (client, branch) = (Arc::clone(&self.client), branch.to_owned());
        let work = async move {
            let locators: Vec<_> = keys.iter().map(CodeKey::locator).collect();
            let found = client.open_draft(&branch, &locators).await;
            (keys, found)
        };
        self.spawn(work, |(keys, found)| then(keys, found));
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
    /// Whether a request that is filed now is on its way as soon as it is committed.
    pub(super) fn has_room(&self) -> bool {
        self.delivering.len() < self.courier.at_once()
    }

    /// Starts what is due and not under way.
    pub(super) fn deliver_due(&mut self) {
        self.turn_over(&[]);
    }

    /// Attempts have ended: their rows are settled before anything else happens to them.
    pub(super) fn delivered(&mut self) {
        let ends = self.courier.ends();
        let (now, _) = self.believed_now();
        let mut ended = Vec::new();
        for (request, outcome) in &ends {
            match self.store.progress(request.number) {
                Ok(progress) => {
                    let progress = progress.unwrap_or_default();
                    let end = delivery::after(&progress, outcome, now, jitter());
                    ended.push(Ended { number: request.number, end });
                }
                Err(error) => log(LogEvent::StoreTrouble, &[("reason", &error.to_string())]),
            }
        }
        self.forget_brought(&ends);
        self.turn_over(&ended);
        for (request, outcome) in &ends {
            self.delivering.remove(&request.number);
            self.hub_is(!matches!(
                outcome,
                Outcome::NotSent(_) | Outcome::Unresolved(_) | Outcome::StillUnresolved(_)
            ));
        }
    }

    /// The line is back: nobody waits out what was meant for its absence.
    pub(super) fn call_back(&mut self) {
        let (now, _) = self.believed_now();
        if let Err(error) = self.store.call_back(now) {
            log(LogEvent::StoreTrouble, &[("reason", &error.to_string())]);
        }
        self.deliver_due();
    }

    /// Spoken words that the hub has are forgotten here, before their request is: were it the other
    /// way round, an end in between would leave them for ever.
    fn forget_brought(&self, ends: &[(Box<Request>, Outcome)]) {
        for (request, outcome) in ends {
            let arrived = matches!(outcome, Outcome::Accepted { .. });
            let brought = request.draft.note.is_some() && arrived && self.courier.takes_notes();
            if brought && let Err(error) = self.store.note_arrived(request.number) {
                log(LogEvent::StoreTrouble, &[("reason", &error.to_string())]);
            }
        }
    }

    fn turn_over(&mut self, ended: &[Ended]) {
        let (now, _) = self.believed_now();
        let under_way = self.delivering.len().saturating_sub(ended.len());
        let room = self.courier.at_once().saturating_sub(under_way);
        match self.store.turn_over(ended, now, room, &self.delivering) {
            Ok(due) => {
                tell(ended);
                for Delivery { request, progress } in due {
                    self.set_out(request, progress);
                }
            }
            Err(error) => log(LogEvent::StoreTrouble, &[("reason", &error.to_string())]),
        }
    }

    /// An attempt that is committed as under way begins.
    pub(super) fn set_out(&mut self, request: Request, progress: Progress) {
        self.delivering.insert(request.number);
        let reports = self.reports.clone();
        let id = request.draft.note.map(|_| request.id);
        let sound = id.and_then(|id| match self.store.note(id) {
            Ok(sound) => sound,
            Err(error) => {
                log(LogEvent::StoreTrouble, &[("reason", &error.to_string())]);
                None
            }
        });
        self.courier.deliver(Delivery { request, progress }, sound, move || {
            // The app has ended: the row is tried again at the next start.
            let _ = reports.send(Report::AttemptsEnded);
        });
    }

    /// Attempts that were under way when the process ended may have posted: nobody knows.
    pub(super) fn settle_interrupted(&mut self) -> Result<(), StoreError> {
        let (now, _) = self.believed_now();
        let after = |Delivery { request, progress }: &Delivery| Ended {
            number: request.number,
            end: delivery::after_interruption(progress, now, jitter()),
        };
        let ended: Vec<Ended> = self.store.interrupted()?.iter().map(after).collect();
        self.store.turn_over(&ended, now, 0, &self.delivering)?;
        tell(&ended);
        Ok(())
    }
}

fn tell(ended: &[Ended]) {
    for Ended { end: (state, progress, _), .. } in ended {
        let reason = progress.last_failure.as_deref().unwrap_or_default();
        match state {
            DeliveryState::Delivered => log(LogEvent::RequestDelivered, &[]),
            DeliveryState::Waiting => log(LogEvent::DeliveryFailed, &[("reason", reason)]),
            DeliveryState::Uncertain => log(LogEvent::DeliveryUncertain, &[]),
            DeliveryState::Refused => log(LogEvent::DeliveryRefused, &[("reason", reason)]),
        }
    }
}

/// What a thread that panicked left behind is whole: it is changed in one step.
fn unpoisoned<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// From 0 to 1.
pub(super) fn jitter() -> f64 {
    f64::from(getrandom::u32().unwrap_or(u32::MAX / 2)) / f64::from(u32::MAX)
}
