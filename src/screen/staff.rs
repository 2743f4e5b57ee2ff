//! The door for staff: a hidden corner, then a PIN.

use std::time::Duration;

use zeroize::Zeroizing;

use crate::config::PinHash;
use crate::edge::clock::Deadline;
use crate::view::StaffWords;

use super::ui;

/// Touches of the corner that open the door.
const TOUCHES: u8 = 5;
/// They count together for this long.
const TOGETHER: Duration = Duration::from_secs(4);
/// Longest PIN.
const LONGEST: usize = 12;
/// Wait after a wrong PIN; doubled each time, up to about an hour.
const FIRST_WAIT: Duration = Duration::from_secs(2);

/// What the door asks of the window.
#[derive(Debug)]
pub(super) enum Ask {
    /// Nothing.
    Nothing,
    /// Check this PIN, on another thread: it takes a moment on purpose.
    Check(Zeroizing<String>, PinHash),
}

/// The door.
#[derive(Debug)]
pub(super) struct Door {
    pin: Option<PinHash>,
    open: bool,
    wanted: Wanted,
    typed: Zeroizing<String>,
    state: State,
    touches: u8,
    together: Deadline,
    wrong: u32,
    wait: Deadline,
}

/// What staff want behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    /// To end the kiosk.
    Leave,
    /// To see what was left half done.
    Left,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Asking,
    Checking,
    Wrong,
    Waiting,
}

impl Door {
    pub(super) fn new(pin: Option<PinHash>) -> Self {
        let now = Deadline::after(Duration::ZERO);
        Self {
            pin,
            open: false,
            wanted: Wanted::Leave,
            typed: Zeroizing::default(),
            state: State::Asking,
            touches: 0,
            together: now,
            wrong: 0,
            wait: now,
        }
    }

    /// The hidden corner was touched.
    pub(super) fn corner(&mut self) {
        if self.together.left().is_zero() {
            self.touches = 0;
            self.together = Deadline::after(TOGETHER);
        }
        self.touches += 1;
        if self.touches >= TOUCHES {
            self.touches = 0;
            self.open = true;
            self.state = State::Asking;
        }
    }

    /// Whether it stands over everything.
    pub(super) fn is_open(&self) -> bool {
        self.open
    }

    /// A key of the pad.
    pub(super) fn key(&mut self, key: &str) -> Ask {
        match key {
            "cancel" => self.close(),
            "erase" => {
                self.typed.pop();
            }
            "leave" => return self.check(Wanted::Leave),
            "left" => return self.check(Wanted::Left),
            digit if self.typed.len() < LONGEST && self.state != State::Checking => {
                self.typed.push_str(digit);
                self.state = State::Asking;
            }
            _ => {}
        }
        Ask::Nothing
    }

    fn check(&mut self, wanted: Wanted) -> Ask {
        if self.state == State::Checking || self.typed.is_empty() {
            return Ask::Nothing;
        }
        if !self.wait.left().is_zero() {
            self.state = State::Waiting;
            return Ask::Nothing;
        }
        let Some(pin) = self.pin.clone() else { return Ask::Nothing };
        self.state = State::Checking;
        self.wanted = wanted;
        Ask::Check(std::mem::take(&mut self.typed), pin)
    }

    /// The PIN was right: the door has done its work.
    pub(super) fn was_right(&mut self) -> Wanted {
        self.wrong = 0;
        self.close();
        self.wanted
    }

    /// The PIN was wrong: the next try waits.
    pub(super) fn was_wrong(&mut self) {
        self.state = State::Wrong;
        self.wait = Deadline::after(FIRST_WAIT * 2u32.pow(self.wrong.min(10)));
        self.wrong += 1;
    }

    fn close(&mut self) {
        self.open = false;
        self.typed = Zeroizing::default();
        self.state = State::Asking;
    }

    /// What stands on it.
    pub(super) fn view(&self, words: &StaffWords) -> ui::StaffView {
        let message = match self.state {
            _ if self.pin.is_none() => &words.none,
            State::Asking => &words.ask,
            State::Checking => &words.checking,
            State::Wrong => &words.wrong,
            State::Waiting => &words.wait,
        };
        let facts: Vec<slint::SharedString> = words.facts.iter().map(Into::into).collect();
        ui::StaffView {
            open: self.open,
            title: words.title.as_str().into(),
            typed: "●".repeat(self.typed.len()).into(),
            message: message.as_str().into(),
            facts: slint::ModelRc::new(slint::VecModel::from(facts)),
            leave: words.leave.as_str().into(),
            cancel: words.cancel.as_str().into(),
            erase: words.erase.as_str().into(),
            left: words.left.as_str().into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hash() -> PinHash {
        // argon2id of 2468, least cost.
        let line = "pin_hash = \"$argon2id$v=19$m=8,t=1,p=1$c29tZXNhbHQ$MjMuMCFVJtxnn2raRw6zqA\"";
        let screen: crate::config::Screen = toml::from_str(line).unwrap();
        screen.pin_hash.unwrap()
    }

    fn typed(door: &mut Door, digits: &str) -> Ask {
        for digit in digits.chars() {
            door.key(&digit.to_string());
        }
        door.key("leave")
    }

    #[test]
    fn five_touches_of_the_corner_open_it_and_back_closes_it() {
        let mut door = Door::new(Some(hash()));
        let words = StaffWords::default();
        for _ in 1..TOUCHES {
            door.corner();
            assert!(!door.view(&words).open);
        }
        door.corner();
        assert!(door.view(&words).open);
        door.key("cancel");
        assert!(!door.view(&words).open);
    }

    #[test]
    fn what_is_typed_is_never_shown() {
        let mut door = Door::new(Some(hash()));
        door.key("2");
        door.key("4");
        assert_eq!(door.view(&StaffWords::default()).typed, "●●");
    }

    #[test]
    fn a_wrong_pin_makes_the_next_try_wait() {
        let mut door = Door::new(Some(hash()));
        assert!(matches!(typed(&mut door, "1111"), Ask::Check(..)));
        door.was_wrong();
        assert!(matches!(typed(&mut door, "2468"), Ask::Nothing), "not yet");
    }

    #[test]
    fn the_right_pin_gives_what_was_wanted_and_closes_the_door() {
        let mut door = Door::new(Some(hash()));
        for _ in 0..TOUCHES {
            door.corner();
        }
        for digit in ["2", "4", "6", "8"] {
            door.key(digit);
        }
        let Ask::Check(pin, hash) = door.key("left") else { panic!("nothing to check") };
        assert!(hash.is_of(&pin) && !hash.is_of("2469"));
        assert_eq!(door.was_right(), Wanted::Left);
        assert!(!door.is_open());
    }

    #[test]
    fn without_a_pin_nobody_leaves() {
        let mut door = Door::new(None);
        assert!(matches!(typed(&mut door, "2468"), Ask::Nothing));
    }
}
