//! The idle watch: it asks, it counts for everybody to see, and it can be put off for ever.

use jiff::{SignedDuration, Timestamp};

use crate::domain::devices::{Devices, StorageState};
use crate::domain::effect::Effect;
use crate::domain::later::Kept;
use crate::domain::visit::{Overlay, Screen, Visit};

use super::{IdleRule, Turn};

/// After so long without a word of who leads a group, the watch is this station's again.
const UNLED_AFTER: SignedDuration = SignedDuration::from_secs(60);

/// What the idle watch does now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Watch {
    /// Nothing.
    Calm,
    /// It shows where to touch, for those who do not read.
    Show,
    /// It asks whether the person is still there.
    Ask,
    /// It has asked, and waits so much longer.
    Asking(SignedDuration),
    /// Nobody is there any more.
    Over,
}

impl IdleRule {
    /// What the watch does at a moment of a visit.
    #[must_use]
    pub fn watch(self, visit: &Visit, devices: &Devices, now: Timestamp) -> Watch {
        if visit.overlay == Some(Overlay::StillThere) {
            // What is said meanwhile is the question itself: it does not count as company.
            let since = match visit.asked_at {
                Some(asked) => now.duration_since(asked.max(visit.last_touch)),
                None => now.duration_since(visit.last_touch) - self.ask_after,
            };
            let left = self.wipe_after - since;
            return if left.is_positive() { Watch::Asking(left) } else { Watch::Over };
        }
        // Nobody is idle who is listening, nor who waits for others.
        let led = is_led(visit, devices, now);
        let last = visit.last_touch.max(devices.last_spoke.unwrap_or(Timestamp::MIN));
        let idle = now.duration_since(last);
        if idle >= self.ask_after + self.wipe_after && !led {
            Watch::Over
        } else if idle >= self.ask_after && !led {
            Watch::Ask
        } else if idle >= self.show_after {
            Watch::Show
        } else {
            Watch::Calm
        }
    }
}

/// Whether who leads a group watches over this seat.
fn is_led(visit: &Visit, devices: &Devices, now: Timestamp) -> bool {
    let seated = visit.learning.as_deref().is_some_and(|learning| learning.wish().is_some());
    let led = devices.leader.is_near(now, UNLED_AFTER);
    seated && led && matches!(visit.screen, Screen::Learning(_))
}

impl Turn<'_> {
    pub(super) fn tick(&mut self) {
        self.end_long_recording();
        self.end_long_wait();
        if self.visit.is_untouched(self.city().own_language()) {
            return;
        }
        match self.ctx.idle.watch(&self.visit, self.ctx.devices, self.ctx.now) {
            Watch::Calm | Watch::Asking(_) => {}
            Watch::Show => self.show_where(),
            Watch::Ask => {
                self.visit.overlay = Some(Overlay::StillThere);
                self.visit.asked_at = Some(self.ctx.now);
                self.visit.page = 0;
                self.visit.focus = None;
            }
            Watch::Over => self.leave(),
        }
    }

    /// Nobody is there any more: what was said is kept for staff, and the screen is the next
    /// person's. Where nothing can be kept it is wiped all the same.
    fn leave(&mut self) {
        self.withdraw();
        let is_lost = self.visit.has_draft() && self.visit.later.given.is_none();
        if is_lost && self.ctx.devices.storage != StorageState::Broken {
            self.keep_typed();
            let kept = Box::new(Kept::of(&self.visit, self.city()));
            let (id, until) = (self.ctx.fresh_id, self.kept_until());
            self.effects.push(Effect::KeepLeft { id, kept, until });
        }
        self.wipe();
    }
}
