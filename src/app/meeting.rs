//! A seat of a group: who leads is told each second how it is, and says what is wanted.

use jiff::Timestamp;
use uuid::Uuid;

use crate::config::LessonsConfig;
use crate::domain::devices::LeaderState;
use crate::domain::event::Event;
use crate::domain::meeting::seat::{Seat, Told};
use crate::domain::visit::Screen;
use crate::edge::meeting::MeetingClient;

use super::{App, Report};

/// The machine that leads groups in this room.
pub(super) struct Leader {
    client: MeetingClient,
    /// An answer is under way.
    asked: bool,
}

impl Leader {
    /// The one that the configuration names; none where it names none.
    pub(super) fn configured(config: &LessonsConfig) -> Result<Option<Self>, reqwest::Error> {
        let client = config.leader.as_deref().map(MeetingClient::new).transpose()?.flatten();
        Ok(client.map(|client| Self { client, asked: false }))
    }

    /// Whether an answer is under way.
    pub(super) fn is_asked(&self) -> bool {
        self.asked
    }
}

impl App {
    fn seat(&self) -> Option<&Seat> {
        self.visit.learning.as_deref()?.seat.as_deref()
    }

    /// Whether the seat is quiet: in a room full of them only who leads is heard.
    pub(super) fn is_quiet_seat(&self) -> bool {
        !self.devices.headphones
            && self.seat().is_some_and(|seat| seat.wish.is_some())
            && matches!(self.visit.screen, Screen::Learning(_))
    }

    /// Asks, where somebody sits here or wants to, and no answer is under way.
    pub(super) fn ask_leader(&mut self, now: Timestamp) {
        let Some(leader) = self.leader.as_mut().filter(|leader| !leader.asked) else { return };
        let Some(learning) = self.visit.learning.as_deref() else { return };
        let quiet = now.duration_since(self.visit.last_touch).as_secs();
        let quiet = u32::try_from(quiet).unwrap_or_default();
        let Some(standing) = learning.standing(&self.city.taught, quiet) else { return };
        let Some(seat) = learning.seat.as_deref() else { return };
        leader.asked = true;
        let (leader, reports, token) = (leader.client.clone(), self.reports.clone(), seat.token);
        let code = seat.code.clone();
        let work = async move { leader.tell(code, token, standing).await };
        self.courier.spawn(work, move |told| {
            // The app has ended: nobody asks any more.
            let _ = reports.send(Report::Meeting { token, told });
        });
    }

    /// What came back; for a seat that was given up meanwhile it is nothing.
    pub(super) fn meeting_told(&mut self, token: Uuid, told: Told) {
        if let Some(leader) = &mut self.leader {
            leader.asked = false;
        }
        if self.seat().is_none_or(|seat| seat.token != token) {
            return;
        }
        if !matches!(told, Told::NoLine) {
            self.devices.leader = LeaderState::Heard(self.believed_now().0);
        }
        self.let_happen(&Event::Meeting(told));
    }

    pub(super) fn stand_up(&self, token: Uuid) {
        if let Some(leader) = &self.leader {
            let client = leader.client.clone();
            self.courier.spawn(async move { client.leave(token).await }, |()| {});
        }
    }
}
