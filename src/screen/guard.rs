//! Trembling hands: what is touched twice, by a palm, or before it was seen, does nothing.
//!
//! What a window system tells of a touch is where it is and how many there are, not how wide: a
//! palm is known by its several touches.

use std::time::Duration;

use crate::edge::clock::Deadline;

/// Touches of the same thing that came too soon, after which pauses grow by a whole.
const UNSTEADY: u8 = 3;
/// How many times the usual pauses may grow to.
const SLOWEST: u32 = 3;
/// A touch that moves farther than this, in millimetres, was no choice: a key is as wide.
const DRAGGED: f32 = 15.0;

/// How long touches are ignored.
#[derive(Clone, Copy, Debug)]
pub struct Pauses {
    /// After a new screen: what was touched there was meant for the one before.
    pub screen: Duration,
    /// After a new screen, for what commits.
    pub commit: Duration,
    /// After a touch, for the same thing (EN 301 549 §5.8).
    pub same: Duration,
    /// After a palm has left, or a finger that was dragged.
    pub palm: Duration,
}

impl Pauses {
    /// For people.
    pub const USUAL: Self = Self {
        screen: Duration::from_millis(400),
        commit: Duration::from_secs(1),
        same: Duration::from_millis(500),
        palm: Duration::from_millis(300),
    };

    /// For whoever touches exactly what is there.
    pub const NONE: Self = Self {
        screen: Duration::ZERO,
        commit: Duration::ZERO,
        same: Duration::ZERO,
        palm: Duration::ZERO,
    };
}

/// What a finger does on the glass.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Finger {
    /// It comes down.
    Down,
    /// It moves while it is down.
    Moved,
    /// It goes up, or the window system has lost it.
    Up,
}

/// Lets touches through, or not.
#[derive(Debug)]
pub(super) struct Guard {
    pauses: Pauses,
    screen: Deadline,
    commit: Deadline,
    same: Option<(String, Deadline)>,
    /// Touches in this visit that came too soon after the same one.
    doubled: u8,
    /// The person has asked for more time.
    steady: bool,
    /// Fingers on the glass, and where each came down, in millimetres.
    fingers: Vec<(u64, (f32, f32))>,
    /// What is on the glass is a palm.
    palmed: bool,
    /// The finger on the glass goes far.
    dragged: bool,
    palm: Deadline,
    slid: Deadline,
}

impl Guard {
    pub(super) fn new(pauses: Pauses) -> Self {
        let now = Deadline::after(Duration::ZERO);
        Self {
            pauses,
            screen: now,
            commit: now,
            same: None,
            doubled: 0,
            steady: false,
            fingers: Vec::new(),
            palmed: false,
            dragged: false,
            palm: now,
            slid: now,
        }
    }

    /// Another screen stands there.
    pub(super) fn turned(&mut self) {
        self.screen = Deadline::after(self.pauses.screen * self.slow());
        self.commit = Deadline::after(self.pauses.commit * self.slow());
        self.same = None;
    }

    /// Somebody else stands there, as far as anybody can tell.
    pub(super) fn begin(&mut self) {
        self.doubled = 0;
    }

    /// Whether the person has asked for larger targets and more time.
    pub(super) fn set_steady(&mut self, steady: bool) {
        self.steady = steady;
    }

    /// How many times longer than usual the pauses are: as the hands are.
    fn slow(&self) -> u32 {
        let asked = if self.steady { 2 } else { 1 };
        asked.max(1 + u32::from(self.doubled / UNSTEADY)).min(SLOWEST)
    }

    /// A finger on the glass, in millimetres, told before the window makes anything of it.
    pub(super) fn finger(&mut self, id: u64, finger: Finger, (x, y): (f32, f32)) {
        match finger {
            Finger::Down => {
                self.fingers.retain(|(known, _)| *known != id);
                self.fingers.push((id, (x, y)));
                self.palmed |= self.fingers.len() > 1;
            }
            Finger::Moved => {
                let came = self.fingers.iter().find(|(known, _)| *known == id);
                self.dragged |= came
                    .is_some_and(|(_, (from_x, from_y))| (x - from_x).hypot(y - from_y) > DRAGGED);
            }
            Finger::Up => {
                self.fingers.retain(|(known, _)| *known != id);
                if !self.fingers.is_empty() {
                    return;
                }
                if std::mem::take(&mut self.palmed) {
                    self.palm = Deadline::after(self.pauses.palm);
                }
                if std::mem::take(&mut self.dragged) {
                    self.slid = Deadline::after(self.pauses.palm);
                }
            }
        }
    }

    fn is_palm(&self) -> bool {
        self.palmed || !self.palm.left().is_zero()
    }

    /// Whether a gesture counts, which may go as far as it wants.
    pub(super) fn lets_gesture(&self) -> bool {
        !self.is_palm() && self.screen.left().is_zero()
    }

    /// Whether a touch counts; `commits` is for the one that files.
    pub(super) fn lets(&mut self, id: &str, commits: bool) -> bool {
        let early = if commits { self.commit } else { self.screen };
        let slides = self.dragged || !self.slid.left().is_zero();
        if self.is_palm() || slides || !early.left().is_zero() {
            return false;
        }
        let again =
            self.same.as_ref().is_some_and(|(last, until)| last == id && !until.left().is_zero());
        if again {
            self.doubled = self.doubled.saturating_add(1);
        } else {
            self.same = Some((id.to_owned(), Deadline::after(self.pauses.same * self.slow())));
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

    #[test]
    fn several_touches_at_once_are_a_palm_and_count_nothing_until_all_have_gone() {
        let mut guard = Guard::new(Pauses { palm: LONG, ..Pauses::NONE });
        guard.finger(1, Finger::Down, (10.0, 10.0));
        assert!(guard.lets("a", false), "one finger");
        guard.finger(2, Finger::Down, (40.0, 60.0));
        assert!(!guard.lets("b", false));
        guard.finger(1, Finger::Up, (10.0, 10.0));
        assert!(!guard.lets("b", false), "the rest of it still lies there");
        guard.finger(2, Finger::Up, (40.0, 60.0));
        assert!(!guard.lets("b", false), "it has only just gone");
    }

    #[test]
    fn a_finger_that_slips_counts_and_one_that_is_dragged_does_not() {
        let mut guard = Guard::new(Pauses { palm: LONG, ..Pauses::NONE });
        guard.finger(1, Finger::Down, (10.0, 10.0));
        guard.finger(1, Finger::Moved, (13.0, 14.0));
        guard.finger(1, Finger::Up, (13.0, 14.0));
        assert!(guard.lets("a", false));
        guard.finger(1, Finger::Down, (10.0, 10.0));
        guard.finger(1, Finger::Moved, (40.0, 10.0));
        guard.finger(1, Finger::Up, (12.0, 10.0));
        assert!(!guard.lets("b", false));
    }

    #[test]
    fn pauses_grow_with_double_touches_and_go_back_for_the_next_person() {
        let mut guard = Guard::new(Pauses { same: LONG, ..Pauses::NONE });
        assert_eq!(guard.slow(), 1);
        for _ in 0..=UNSTEADY {
            guard.lets("a", false);
        }
        assert_eq!(guard.slow(), 2);
        for _ in 0..100 {
            guard.lets("a", false);
        }
        assert_eq!(guard.slow(), SLOWEST);
        guard.begin();
        assert_eq!(guard.slow(), 1);
        guard.set_steady(true);
        assert_eq!(guard.slow(), 2);
    }
}
