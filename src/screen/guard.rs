//! Trembling hands: what is touched twice, or before it was seen, does nothing.

use std::time::Duration;

use crate::edge::clock::Deadline;

/// How long touches are ignored.
#[derive(Clone, Copy, Debug)]
pub struct Pauses {
    /// After a new screen: what was touched there was meant for the one before.
    pub screen: Duration,
    /// After a new screen, for what commits.
    pub commit: Duration,
    /// After a touch, for the same thing (EN 301 549 §5.8).
    pub same: Duration,
}

impl Pauses {
    /// For people.
    pub const USUAL: Self = Self {
        screen: Duration::from_millis(400),
        commit: Duration::from_secs(1),
        same: Duration::from_millis(500),
    };

    /// For whoever touches exactly what is there.
    pub const NONE: Self =
        Self { screen: Duration::ZERO, commit: Duration::ZERO, same: Duration::ZERO };
}

/// Lets touches through, or not.
#[derive(Debug)]
pub(super) struct Guard {
    pauses: Pauses,
    screen: Deadline,
    commit: Deadline,
    same: Option<(String, Deadline)>,
}

impl Guard {
    pub(super) fn new(pauses: Pauses) -> Self {
        let now = Deadline::after(Duration::ZERO);
        Self { pauses, screen: now, commit: now, same: None }
    }

    /// Another screen stands there.
    pub(super) fn turned(&mut self) {
        self.screen = Deadline::after(self.pauses.screen);
        self.commit = Deadline::after(self.pauses.commit);
        self.same = None;
    }

    /// Whether a touch counts; `commits` is for the one that files.
    pub(super) fn lets(&mut self, id: &str, commits: bool) -> bool {
        let early = if commits { self.commit } else { self.screen };
        if !early.left().is_zero() {
            return false;
        }
        let again =
            self.same.as_ref().is_some_and(|(last, until)| last == id && !until.left().is_zero());
        if !again {
            self.same = Some((id.to_owned(), Deadline::after(self.pauses.same)));
        }
        !again
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LONG: Duration = Duration::from_hours(1);

    #[test]
    fn a_touch_right_after_a_new_screen_was_meant_for_the_one_before() {
        let mut guard = Guard::new(Pauses { screen: LONG, ..Pauses::NONE });
        assert!(guard.lets("request", false));
        guard.turned();
        assert!(!guard.lets("group:LUZ", false));
    }

    #[test]
    fn what_files_waits_longer_than_the_rest() {
        let mut guard = Guard::new(Pauses { commit: LONG, ..Pauses::NONE });
        guard.turned();
        assert!(guard.lets("back", false));
        assert!(!guard.lets("file", true));
    }

    #[test]
    fn the_same_thing_counts_once_and_another_counts_at_once() {
        let mut guard = Guard::new(Pauses { same: LONG, ..Pauses::NONE });
        assert!(guard.lets("a", false));
        assert!(!guard.lets("a", false));
        assert!(guard.lets("b", false));
        assert!(guard.lets("a", false));
    }
}
