//! Devices and disk: asked, never waited for.

use jiff::{SignedDuration, Timestamp};

use crate::domain::devices::{HubState, StorageState};
use crate::domain::protocol_number::ProtocolNumber;
use crate::store::Commit;

use super::log::{Event as LogEvent, log};
use super::speech::Touched;
use super::{App, Report};

/// How often the city's server is asked whether it is there.
const HUB_EVERY: SignedDuration = SignedDuration::from_secs(30);

impl App {
    pub(super) fn ask_hub(&mut self, now: Timestamp) {
        let due = self.asked_hub.is_none_or(|asked| now.duration_since(asked) >= HUB_EVERY);
        if due && !self.asking_hub {
            self.asked_hub = Some(now);
            self.asking_hub = true;
            let reports = self.reports.clone();
            self.courier.ask(move |up| {
                // The app has ended: nobody asks any more.
                let _ = reports.send(Report::Hub(up));
            });
        }
    }

    pub(super) fn hub_is(&mut self, up: bool) {
        let state = if up { HubState::Up } else { HubState::Down };
        if state != self.devices.hub {
            self.devices.hub = state;
            log(LogEvent::HubChanged, &[("state", if up { "up" } else { "down" })]);
            if up {
                self.call_back();
            }
            self.speak(&Touched::Nothing);
        }
    }

    /// A disk that is nearly full, or a year without numbers left, begins nothing new.
    pub(super) fn check_disk(&mut self) {
        if self.devices.storage == StorageState::Broken {
            return;
        }
        let free = rustix::fs::statvfs(&self.folder)
            .map(|disk| disk.f_bavail.saturating_mul(disk.f_frsize));
        let (now, _) = self.believed_now();
        let numbers_are_left = self
            .store
            .next_sequence(self.year(now))
            .is_ok_and(|next| next <= ProtocolNumber::LAST_SEQUENCE);
        let low = free.is_ok_and(|free| free < self.reserve) || !numbers_are_left;
        let state = if low { StorageState::Low } else { StorageState::Ready };
        if state != self.devices.storage {
            self.devices.storage = state;
            log(LogEvent::DiskChanged, &[("state", if low { "low" } else { "ready" })]);
        }
    }

    /// After a failed commit: a commit that succeeds means that the disk is well again.
    pub(super) fn mend_storage(&mut self) {
        if self.devices.storage != StorageState::Broken {
            return;
        }
        let untouched = self.visit.is_untouched(self.city.own_language());
        let visit = (!untouched).then_some(&self.visit);
        let (now, _) = self.believed_now();
        if self.store.commit(&Commit { visit, now, durable: Vec::new() }).is_ok() {
            self.devices.storage = StorageState::Ready;
            log(LogEvent::DiskChanged, &[("state", "ready")]);
        }
    }
}
