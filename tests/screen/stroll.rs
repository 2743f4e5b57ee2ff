//! Two thousand steps in the real window: whatever is touched, pressed, typed, scanned or changed,
//! it goes on, and home is near.
//!
//! It tells its seed when it fails; `ACOLHE_SEED` walks the same way again.

use std::cell::RefCell;
use std::rc::Rc;

use acolhe::app::Asked;
use acolhe::domain::action::Action;
use acolhe::domain::city::Language;
use acolhe::domain::event::{Event, Intent};
use acolhe::domain::settings::Palette;
use acolhe::screen::{Pauses, ui::Views};
use jiff::SignedDuration;
use slint::platform::{Key, PointerEventButton, WindowEvent};
use slint::{ComponentHandle as _, LogicalPosition};

use crate::easel::{Canvas, Easel, Glass};
use crate::thing::{Thing, things};
use crate::tour::{Guest, Tour};

const STEPS: u32 = 2000;
const GLASS: Glass = Glass::SMALL_WIDE;
/// Pixels are looked at so seldom; what stands there, always.
const DRAW: u32 = 10;
/// The most touches that home may be away: what is laid over, Help, its further choices.
const HOME: usize = 6;

/// Random numbers without a memory of their own (splitmix64).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((z ^ (z >> 31)) % sides.max(1) as u64).unwrap()
    }

    fn one<'a, T>(&mut self, of: &'a [T]) -> Option<&'a T> {
        of.get(self.roll(of.len()))
    }
}

/// A window, its station, and somebody who does anything.
struct Stroller {
    tour: Tour,
    canvas: Canvas,
    asked: Rc<RefCell<Vec<Asked>>>,
    dice: Dice,
}

impl Stroller {
    fn start(seed: u64) -> Self {
        let asked = Rc::new(RefCell::new(Vec::new()));
        let ear = Rc::clone(&asked);
        let tell = move |it| ear.borrow_mut().push(it);
        let canvas = Easel::new().window_that_tells(GLASS, Pauses::NONE, tell);
        let guest = Guest { language: Language::PtBr, letters: 2, palette: Palette::Normal };
        let tour = Tour::start("vila-serena", guest, GLASS.panel());
        let mut stroller = Self { tour, canvas, asked, dice: Dice(seed) };
        stroller.follow();
        stroller
    }

    /// The station answers what the window asked, and the window shows it, until both rest.
    fn follow(&mut self) {
        for _ in 0..5 {
            for asked in self.asked.take() {
                self.tour.app.answer(asked);
            }
            self.canvas.show(&self.tour.app.shown());
            if self.asked.borrow().is_empty() {
                break;
            }
        }
    }

    fn send(&self, event: WindowEvent) {
        self.canvas.desk.window().window().dispatch_event(event);
    }

    fn buttons(&self) -> Vec<Thing> {
        things(&self.canvas, GLASS).into_iter().filter(Thing::is_button).collect()
    }

    fn touch(&self, thing: &Thing) {
        let (x, y) = thing.rect.middle();
        let (position, button) = (LogicalPosition::new(x, y), PointerEventButton::Left);
        self.send(WindowEvent::PointerPressed { position, button });
        self.send(WindowEvent::PointerReleased { position, button });
    }

    fn step(&mut self) {
        match self.dice.roll(40) {
            0..=25 => {
                let buttons = self.buttons();
                // What leaves is touched now and then only: else nobody gets far.
                let leaves = ["Sair rápido", "Leave quickly", "Ieșire rapidă"];
                let stays: Vec<Thing> = buttons
                    .into_iter()
                    .filter(|it| self.dice.roll(12) == 0 || !leaves.contains(&it.label.as_str()))
                    .collect();
                if let Some(chosen) = self.dice.one(&stays).cloned() {
                    self.touch(&chosen);
                }
            }
            26..=32 => {
                let keys = [Key::DownArrow, Key::UpArrow, Key::LeftArrow, Key::RightArrow];
                let key = match self.dice.roll(6) {
                    at @ 0..=3 => keys[at],
                    4 => Key::Return,
                    _ => Key::F1,
                };
                self.send(WindowEvent::KeyPressed { text: key.into() });
                self.send(WindowEvent::KeyReleased { text: key.into() });
            }
            33 => {
                for letter in ["c", "a", "s", "1"] {
                    self.send(WindowEvent::KeyPressed { text: letter.into() });
                }
            }
            34 => self.happens(Intent::Scan("2026.0014.00001-49".to_owned())),
            35 => {
                let language = Language::ALL[self.dice.roll(3)];
                self.happens(Intent::Speak(language));
            }
            36 => {
                let letters = u8::try_from(1 + self.dice.roll(4)).unwrap();
                self.happens(Intent::Do(Action::Letters(letters)));
                let palette = Palette::ALL[self.dice.roll(4)];
                self.happens(Intent::Do(Action::Palette(palette)));
            }
            37 => {
                let inside = self.dice.roll(2) == 0;
                self.happens(Intent::Jack(inside));
            }
            38 => {
                let seconds = [3, 20, 310][self.dice.roll(3)];
                self.tour.app.wait(SignedDuration::from_secs(seconds));
            }
            _ => {
                let state = ["ready", "no-paper", "cover-open", "near-end"][self.dice.roll(4)];
                let told = format!(r#"{{"state":"{state}"}}"#);
                std::fs::write(self.tour.paper.join("state.json"), told).unwrap();
                self.tour.app.tick();
            }
        }
    }

    /// What does not apply here changes nothing.
    fn happens(&mut self, intent: Intent) {
        let _ = self.tour.app.handle(&Event::Intent(intent));
    }

    fn screen(&self) -> &'static str {
        self.tour.app.view().screen
    }

    /// Home by a few touches; the way that was gone.
    fn go_home(&mut self) -> Result<(), Vec<String>> {
        let mut way = Vec::new();
        while way.len() < HOME {
            let view = self.tour.app.view();
            if view.screen == "welcome" {
                return Ok(());
            }
            let label_of =
                |id: &str| view.actions.iter().find(|it| it.id == id).map(|it| it.label.clone());
            let wanted: &[&str] = match view.screen {
                "idle" => &["stay"],
                "help" => &["home", "more"],
                screen if screen == "called" || screen.starts_with("settings") => &["back"],
                _ => &["help"],
            };
            let id = wanted.iter().find(|id| label_of(id).is_some()).unwrap_or(&"back");
            way.push(format!("{} {id}", view.screen));
            let label = label_of(id).unwrap_or_default();
            let Some(button) = self.buttons().into_iter().find(|it| it.label == label) else {
                return Err(way);
            };
            self.touch(&button);
            self.follow();
        }
        if self.screen() == "welcome" { Ok(()) } else { Err(way) }
    }
}

fn seed() -> u64 {
    let given = std::env::var("ACOLHE_SEED").ok().and_then(|seed| seed.parse().ok());
    given.unwrap_or_else(|| {
        u64::from_le_bytes(*uuid::Uuid::new_v4().as_bytes().first_chunk().unwrap())
    })
}

#[test]
fn two_thousand_steps_in_the_window_lead_nowhere_that_cannot_be_left() {
    let seed = seed();
    let mut stroller = Stroller::start(seed);
    let mut screens = std::collections::BTreeSet::new();
    for step in 1..=STEPS {
        let before = stroller.screen();
        stroller.step();
        let filing = stroller.asked.borrow().iter().any(|asked| {
            matches!(
                asked,
                Asked::Intent { intent: Intent::Do(Action::File), .. }
                    | Asked::Intent { intent: Intent::Press(_), .. }
            )
        });
        let filed = stroller.tour.app.view().protocol.is_some();
        stroller.follow();
        screens.insert(stroller.screen());
        let view = stroller.tour.app.view();
        let here = format!("seed {seed}, step {step}, from {before} to {}", view.screen);
        assert!(filed || view.protocol.is_none() || filing, "{here}: filed by itself");
        assert!(!stroller.buttons().is_empty(), "{here}: nothing to touch");
        if step % DRAW == 0 {
            let drawn = stroller.canvas.desk.window().window().take_snapshot().unwrap();
            let first = drawn.as_slice()[0];
            let blank = drawn.as_slice().iter().all(|pixel| *pixel == first);
            // Who only listens may wish for a black screen, and has it.
            let wished = stroller.canvas.desk.window().global::<Views>().get_black();
            assert_eq!(blank, wished, "{here}: blank, wished for");
        }
        if step % 100 == 0 {
            stroller.go_home().unwrap_or_else(|way| panic!("{here}: home is far: {way:?}"));
        }
    }
    assert!(screens.len() > 12, "seed {seed}: only {screens:?}");
}
