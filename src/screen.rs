//! The window: a view of the station, and hands for it. The only module that names Slint.
//!
//! What the station shows comes in as [`Shown`] and goes to the window's globals in one hop; what
//! a person touches goes out as an intent. Only two things are kept here, because they are too
//! quick for the way round: letters being typed, and touches that do not count.

mod arrange;
mod caption;
mod clip;
mod guard;
mod hands;
mod icons;
mod keypad;
mod measure;
mod monitors;
mod phone;
mod present;
mod qr;
mod ruler;
mod sentences;
mod staff;
mod still;
mod typing;
pub mod ui;
mod waiting_room;
mod window;

use std::cell::RefCell;
use std::rc::Rc;

use slint::ComponentHandle;

use crate::app::{Asked, Shown, Speech};
use crate::config::{GivenSize, PinHash};
use crate::domain::action::Action;
use crate::domain::devices::Countdown;
use crate::domain::event::Intent;
use crate::domain::settings::Settings;
use crate::edge::display::glass;
use crate::edge::keypad::Keypad;

use caption::Caption;
use guard::Guard;
use measure::Scale;
use phone::{HandOnPhone, Phone, Spread};
use present::PageKey;
use ruler::Ruler;
use staff::{Ask, Door, Wanted};
use typing::{Typed, Typing};
use ui::{Intents, KioskWindow, Views};

pub use guard::{Finger, Pauses};
pub use monitors::{NoMonitors, monitors};
pub use still::{NoStills, Stills};
pub use waiting_room::{PanelOptions, Wall, open_panel};
pub use window::{WindowError, open};

/// How a window is to be.
#[derive(Clone, Debug)]
pub struct Options {
    /// The glass's size, where it was measured.
    pub size: Option<GivenSize>,
    /// From the eyes to the glass, in millimetres.
    pub distance_mm: f32,
    /// Over the whole glass, with nothing to be reached behind.
    pub full_screen: bool,
    /// Its size in pixels where it does not cover the glass.
    pub window: Option<(u32, u32)>,
    /// Lets staff out.
    pub pin: Option<PinHash>,
    /// Without movement, for stills and for machines that are too slow for it.
    pub calm: bool,
    /// Touches that do not count.
    pub pauses: Pauses,
    /// What its keys ask.
    pub keypad: Keypad,
}

/// A window and what it keeps.
pub struct Desk {
    window: KioskWindow,
    options: Options,
    ask: Rc<dyn Fn(Asked)>,
    clips: clip::Player,
    state: RefCell<State>,
}

struct State {
    scale: Option<Scale>,
    shown: Option<Shown>,
    page: Option<PageKey>,
    phone: Option<Phone>,
    hand: HandOnPhone,
    spread: Spread,
    caption: Option<(Caption, Speech, Option<String>)>,
    read_on: Option<usize>,
    typing: Typing,
    typed: Option<Typed>,
    countdown: Option<(Countdown, String)>,
    guard: Guard,
    door: Door,
    settings: Settings,
    asked: u64,
    ruler: Ruler,
}

impl std::fmt::Debug for Desk {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Desk").finish_non_exhaustive()
    }
}

impl Desk {
    /// Joins a window to whoever answers what it asks.
    #[must_use]
    pub fn new(window: KioskWindow, options: Options, ask: impl Fn(Asked) + 'static) -> Rc<Self> {
        let ask: Rc<dyn Fn(Asked)> = Rc::new(ask);
        let desk = Rc::new(Self {
            clips: clip::Player::new(&window, Rc::clone(&ask)),
            state: RefCell::new(State {
                scale: None,
                shown: None,
                page: None,
                phone: None,
                hand: HandOnPhone::default(),
                spread: Spread::default(),
                caption: None,
                read_on: None,
                typing: Typing::default(),
                typed: None,
                countdown: None,
                guard: Guard::new(options.pauses),
                door: Door::new(options.pin.clone()),
                settings: Settings::default(),
                asked: 0,
                ruler: Ruler::installed(),
            }),
            window,
            options,
            ask,
        });
        desk.window.set_whole_screen(desk.options.full_screen);
        desk.window.set_framed(!desk.options.full_screen);
        if let Some((width, height)) = desk.options.window {
            desk.window.window().set_size(slint::PhysicalSize::new(width, height));
        }
        desk.connect();
        desk
    }

    /// The window itself.
    #[must_use]
    pub fn window(&self) -> &KioskWindow {
        &self.window
    }

    /// One line a callback.
    fn connect(self: &Rc<Self>) {
        let intents = self.window.global::<Intents>();
        let desk = || {
            let desk = Rc::downgrade(self);
            move |does: &dyn Fn(&Rc<Self>)| {
                if let Some(desk) = desk.upgrade() {
                    does(&desk);
                }
            }
        };
        let with = desk();
        intents.on_choose(move |id| with(&|desk| desk.choose(&id)));
        let with = desk();
        intents.on_key(move |id| with(&|desk| desk.key(&id)));
        let with = desk();
        intents.on_hear(move |sentence| with(&|desk| desk.hear(sentence)));
        let with = desk();
        intents.on_hand_down(move |x, y| with(&|desk| desk.state.borrow_mut().hand.down((x, y))));
        let with = desk();
        intents.on_hand_up(move |x, y| with(&|desk| desk.hand_up((x, y))));
        let with = desk();
        intents.on_corner(move || with(&|desk| desk.corner()));
        let with = desk();
        intents.on_staff(move |key| with(&|desk| desk.staff(&key)));
        let with = desk();
        intents.on_sized(move || with(&|desk| desk.measure()));
        let desk = Rc::downgrade(self);
        intents.on_press(move |text, again| {
            desk.upgrade().is_some_and(|desk| again || desk.press(&text))
        });
    }

    fn intend(&self, intent: Intent) {
        let turn = {
            let mut state = self.state.borrow_mut();
            state.asked += 1;
            state.shown.as_ref().map_or(0, |shown| shown.turn)
        };
        (self.ask)(Asked::Intent { intent, turn });
    }

    fn choose(&self, id: &str) {
        let Ok(action) = id.parse::<Action>() else { return };
        if self.state.borrow_mut().guard.lets(id, action == Action::File) {
            self.intend(Intent::Do(action));
        }
    }

    fn hear(&self, sentence: i32) {
        let sentence = usize::try_from(sentence).unwrap_or_default();
        if self.state.borrow_mut().guard.lets(&format!("hear:{sentence}"), false) {
            self.intend(Intent::Do(Action::HearFrom(sentence)));
        }
    }

    /// The station is to end.
    fn stop(&self) {
        (self.ask)(Asked::Stop);
    }

    fn corner(&self) {
        self.state.borrow_mut().door.corner();
        self.show_door();
    }

    fn staff(self: &Rc<Self>, key: &str) {
        let asked = self.state.borrow_mut().door.key(key);
        self.show_door();
        if let Ask::Check(pin, hash) = asked {
            window::check_pin(self, pin, hash);
        }
    }

    fn pin_was(&self, right: bool) {
        if right {
            let wanted = self.state.borrow_mut().door.was_right();
            (self.ask)(match wanted {
                Wanted::Leave => Asked::Stop,
                Wanted::Left => Asked::Left,
            });
        } else {
            self.state.borrow_mut().door.was_wrong();
        }
        self.show_door();
    }

    /// The window has a size: millimetres follow from it.
    pub fn measure(&self) {
        let pixels = self.window.window().size();
        if pixels.width < 2 || pixels.height < 2 {
            return;
        }
        let glass = glass(self.options.size, (pixels.width, pixels.height));
        let factor = self.window.window().scale_factor();
        let scale = Scale::of(&glass, factor, self.options.distance_mm);
        let before = self.state.borrow_mut().scale.replace(scale);
        if before == Some(scale) {
            return;
        }
        (self.ask)(Asked::Panel(scale.panel));
        let shown = self.state.borrow().shown.clone();
        if let Some(shown) = shown {
            self.show(&shown);
        }
    }

    /// Shows what the station tells: what stays the same is not touched.
    pub fn show(&self, shown: &Shown) {
        let turned = {
            let mut state = self.state.borrow_mut();
            let before = state.shown.replace(shown.clone());
            let turned = before.is_none_or(|before| before.turn != shown.turn);
            let goes_on = shown.view.actions.iter().any(|action| action.id == "resume");
            if shown.view.screen == "welcome" && !goes_on {
                state.guard.begin();
            }
            state.guard.set_steady(shown.view.settings.steady);
            if turned {
                state.guard.turned();
            }
            let up_to_date = shown.answered >= state.asked;
            state.typing.follow(&shown.view, turned, up_to_date);
            turned
        };
        self.window.global::<Views>().set_meter(present::meter(&shown.view));
        self.show_page(shown, turned);
        self.show_speech(shown);
        self.show_typing();
        self.show_countdown(shown);
        self.clips.show(&shown.view);
        if self.state.borrow().door.is_open() {
            self.show_door();
        }
    }

    fn show_page(&self, shown: &Shown, turned: bool) {
        let mut state = self.state.borrow_mut();
        let Some(scale) = state.scale else { return };
        let key = PageKey::of(shown, scale.panel);
        let mut settings = shown.view.settings;
        settings.calm |= self.options.calm;
        if state.page.as_ref() == Some(&key) && settings == state.settings {
            return;
        }
        state.page = Some(key);
        state.settings = settings;
        state.phone = Phone::of(&shown.view, scale.panel, &state.ruler);
        let page = present::page(shown, scale.panel, &state.ruler, state.phone.as_ref());
        scale.apply(&self.window, settings, &shown.view, &state.ruler);
        drop(state);
        let views = self.window.global::<Views>();
        views.set_page(page);
        // Who hears nothing sees.
        views.set_black(settings.black && shown.view.has_voice);
        views.set_light_label(shown.view.light.as_str().into());
        if turned {
            // The speech card follows at once: it may hold the question.
            self.state.borrow_mut().caption = None;
        }
    }

    fn show_speech(&self, shown: &Shown) {
        let mut state = self.state.borrow_mut();
        let Some(scale) = state.scale else { return };
        let caption = caption::caption(&shown.view, shown.speech, scale.panel, &state.ruler);
        let in_card = |focus: &&String| matches!(focus.as_str(), "pause" | "read-on");
        let focused = shown.view.focus.as_ref().filter(in_card).cloned();
        let now = (caption, shown.speech, focused);
        if state.caption.as_ref() == Some(&now) {
            return;
        }
        let speech = present::speech(&now.0, now.1, &shown.view);
        let read_on = now.0.next;
        let told = std::mem::replace(&mut state.read_on, read_on) == read_on;
        state.caption = Some(now);
        drop(state);
        self.window.global::<Views>().set_speech(speech);
        if !told {
            // Five keys read on as a finger does.
            (self.ask)(Asked::ReadOn(read_on));
        }
    }

    fn show_typing(&self) {
        let mut state = self.state.borrow_mut();
        let (Some(scale), Some(shown)) = (state.scale, state.shown.clone()) else { return };
        let typed = state.typing.typed(&shown.view, scale.panel);
        if state.typed.as_ref() == Some(&typed) {
            return;
        }
        let view = present::typing(&typed, &shown.view);
        state.typed = Some(typed);
        drop(state);
        self.window.global::<Views>().set_typing(view);
    }

    fn show_countdown(&self, shown: &Shown) {
        let view = &shown.view;
        let now = view.countdown.map(|it| (it, view.countdown_label.clone()));
        if self.state.borrow().countdown == now {
            return;
        }
        self.window.global::<Views>().set_countdown(present::countdown(now.as_ref()));
        self.state.borrow_mut().countdown = now;
    }

    fn show_door(&self) {
        let state = self.state.borrow();
        let Some(shown) = &state.shown else { return };
        let view = state.door.view(&shown.staff);
        drop(state);
        self.window.global::<Views>().set_staff(view);
    }
}
