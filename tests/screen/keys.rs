//! Keys and corners of the window, as a keypad and a finger reach them.

use std::cell::RefCell;
use std::rc::Rc;

use acolhe::app::Asked;
use acolhe::domain::city::Language;
use acolhe::domain::event::{Intent, Key};
use acolhe::domain::settings::Palette;
use acolhe::screen::Pauses;
use slint::platform::{Key as Named, PointerEventButton, WindowEvent};
use slint::{ComponentHandle as _, LogicalPosition, SharedString};

use crate::easel::{Canvas, Easel, Glass};
use crate::tour::{Guest, tour};

const GLASS: Glass = Glass::WIDE;

/// The welcome screen, and every intent that comes from it.
fn welcome(pauses: Pauses) -> (Canvas, Rc<RefCell<Vec<Intent>>>) {
    let told = Rc::new(RefCell::new(Vec::new()));
    let ear = Rc::clone(&told);
    let canvas = Easel::new().window_that_tells(GLASS, pauses, move |asked| {
        if let Asked::Intent { intent, .. } = asked {
            ear.borrow_mut().push(intent);
        }
    });
    let guest = Guest { language: Language::PtBr, letters: 2, palette: Palette::Normal };
    let stop = tour("vila-serena", guest, GLASS.panel()).swap_remove(0);
    canvas.show(&stop.shown);
    (canvas, told)
}

fn send(canvas: &Canvas, event: WindowEvent) {
    canvas.desk.window().window().dispatch_event(event);
}

fn press(canvas: &Canvas, key: Named) {
    send(canvas, WindowEvent::KeyPressed { text: SharedString::from(key) });
}

fn touch(canvas: &Canvas, x: f32, y: f32) {
    let position = LogicalPosition::new(x, y);
    let button = PointerEventButton::Left;
    send(canvas, WindowEvent::PointerPressed { position, button });
    send(canvas, WindowEvent::PointerReleased { position, button });
}

#[test]
fn a_key_that_is_held_counts_once() {
    let (canvas, told) = welcome(Pauses::NONE);
    press(&canvas, Named::Return);
    for _ in 0..20 {
        send(&canvas, WindowEvent::KeyPressRepeated { text: Named::Return.into() });
    }
    send(&canvas, WindowEvent::KeyReleased { text: Named::Return.into() });
    assert_eq!(*told.borrow(), [Intent::Press(Key::Select)]);
    press(&canvas, Named::DownArrow);
    assert_eq!(told.borrow().last(), Some(&Intent::Press(Key::Down)));
}

#[test]
fn select_right_after_a_new_screen_was_meant_for_the_one_before() {
    let (canvas, told) =
        welcome(Pauses { screen: std::time::Duration::from_hours(1), ..Pauses::NONE });
    press(&canvas, Named::Return);
    press(&canvas, Named::DownArrow);
    assert_eq!(*told.borrow(), [Intent::Press(Key::Down)]);
}

#[test]
fn nothing_behind_the_door_for_staff_can_be_reached() {
    let (canvas, told) = welcome(Pauses::NONE);
    press(&canvas, Named::DownArrow);
    assert_eq!(told.borrow().len(), 1);
    for _ in 0..5 {
        touch(&canvas, 4.0, 4.0);
    }
    let before = told.borrow().len();
    for key in [Named::Return, Named::DownArrow, Named::Tab, Named::F1] {
        press(&canvas, key);
    }
    touch(&canvas, 600.0, 500.0);
    assert_eq!(told.borrow().len(), before);
}
