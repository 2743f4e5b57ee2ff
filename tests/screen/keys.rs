//! Keys and corners of the window, as a keypad and a finger reach them.

use std::cell::RefCell;
use std::rc::Rc;

use acolhe::app::Asked;
use acolhe::domain::city::Language;
use acolhe::domain::event::{Intent, Key};
use acolhe::domain::settings::Palette;
use acolhe::screen::{Finger, Pauses};
use i_slint_backend_testing::ElementHandle;
use i_slint_core::input::TouchPhase;
use i_slint_core::lengths::LogicalPoint;
use i_slint_core::platform::InternalEvent;
use slint::platform::{Key as Named, PointerEventButton, WindowEvent};
use slint::{ComponentHandle as _, LogicalPosition, Rgba8Pixel, SharedPixelBuffer, SharedString};

use crate::easel::{Canvas, Easel, Glass};
use crate::thing::things;
use crate::tour::{Guest, Tour, tour};

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
    let stop = Tour::start("vila-serena", guest, GLASS.panel()).app.shown();
    canvas.show(&stop);
    (canvas, told)
}

fn send(canvas: &Canvas, event: WindowEvent) {
    canvas.desk.window().window().dispatch_event(event);
}

fn press(canvas: &Canvas, key: Named) {
    send(canvas, WindowEvent::KeyPressed { text: SharedString::from(key) });
}

fn letter(canvas: &Canvas, letter: &str) {
    send(canvas, WindowEvent::KeyPressed { text: letter.into() });
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

fn finger(canvas: &Canvas, id: i32, (x, y): (f32, f32), phase: TouchPhase) {
    let position = LogicalPoint::new(x, y);
    let touch = InternalEvent::Touch { id, position, phase };
    send(canvas, WindowEvent::internal(touch));
}

/// The first choice, and a place beside it.
fn under_a_palm(canvas: &Canvas) -> [(f32, f32); 2] {
    let things = things(canvas, GLASS);
    let choice = things.iter().find(|thing| thing.is("Choice")).unwrap();
    let (x, y) = choice.rect.middle();
    [(x, y), (x + 60.0, y + 20.0)]
}

/// Whether two fingers at once choose something, with or without the guard being told of them.
fn a_palm_chooses(guarded: bool) -> bool {
    let palm = std::time::Duration::from_hours(1);
    let (canvas, told) = welcome(Pauses { palm, ..Pauses::NONE });
    let _ = canvas.desk.window().window().take_snapshot().unwrap();
    let [first, second] = under_a_palm(&canvas);
    let both = |id: i32, at: (f32, f32), does: Finger, phase: TouchPhase| {
        if guarded {
            canvas.desk.finger(u64::try_from(id).unwrap(), does, at);
        }
        finger(&canvas, id, at, phase);
    };
    both(0, first, Finger::Down, TouchPhase::Started);
    both(1, second, Finger::Down, TouchPhase::Started);
    both(0, first, Finger::Up, TouchPhase::Ended);
    both(1, second, Finger::Up, TouchPhase::Ended);
    !told.borrow().is_empty()
}

#[test]
fn a_palm_chooses_nothing() {
    assert!(!a_palm_chooses(true));
}

#[test]
fn left_to_itself_the_window_takes_a_second_finger_for_the_end_of_the_first_ones_touch() {
    assert!(a_palm_chooses(false), "the guard is needed no more");
}

#[test]
fn every_key_of_an_ordinary_keyboard_asks_what_the_manual_says() {
    let (canvas, told) = welcome(Pauses::NONE);
    let keys = [
        (Named::UpArrow, Key::Up),
        (Named::LeftArrow, Key::Left),
        (Named::RightArrow, Key::Right),
        (Named::Tab, Key::Down),
        (Named::F1, Key::Help),
        (Named::F2, Key::Softer),
        (Named::F3, Key::Louder),
        (Named::F4, Key::Slower),
        (Named::F5, Key::Faster),
        (Named::F6, Key::Step),
        (Named::F7, Key::Choose),
    ];
    for (named, key) in keys {
        press(&canvas, named);
        assert_eq!(told.borrow().last(), Some(&Intent::Press(key)));
    }
    letter(&canvas, "+");
    assert_eq!(told.borrow().last(), Some(&Intent::Press(Key::Louder)));
    let before = told.borrow().len();
    letter(&canvas, "x");
    press(&canvas, Named::Escape);
    assert_eq!(told.borrow().len(), before);
}

fn picture(canvas: &Canvas) -> SharedPixelBuffer<Rgba8Pixel> {
    canvas.desk.window().window().take_snapshot().expect("pixels")
}

/// Whether a place just outside of a key looks the same in two pictures.
fn is_same_beside(
    canvas: &Canvas,
    key: &str,
    one: &SharedPixelBuffer<Rgba8Pixel>,
    other: &SharedPixelBuffer<Rgba8Pixel>,
) -> bool {
    let element = ElementHandle::find_by_accessible_label(canvas.desk.window(), key)
        .next()
        .expect("a key of that name");
    let (place, size) = (element.absolute_position(), element.size());
    // The ring is 0.9 mm wide and begins 1.2 mm outside.
    let x = (place.x - 0.8 * GLASS.density()).round();
    let y = (place.y + size.height / 2.0).round();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a pixel")]
    let at = y as usize * one.width() as usize + x as usize;
    one.as_slice()[at] == other.as_slice()[at]
}

#[test]
fn the_key_in_focus_has_the_ring_and_a_row_has_it_around_all_of_its_keys() {
    let canvas = Easel::new().window(GLASS);
    let guest = Guest { language: Language::PtBr, letters: 2, palette: Palette::Normal };
    let stops = tour("vila-serena", guest, GLASS.panel());
    let mut shown = stops.into_iter().find(|stop| stop.name == "own-words").expect("words").shown;
    shown.view.board.as_mut().expect("keys").walked = true;
    let mut show = |focus: &str| {
        shown.view.focus = Some(focus.to_owned());
        canvas.show(&shown);
        picture(&canvas)
    };
    let (on_done, on_c, on_row) = (show("key:done"), show("key:c"), show("row:0"));
    assert!(!is_same_beside(&canvas, "c", &on_done, &on_c));
    assert!(is_same_beside(&canvas, "f", &on_done, &on_c));
    assert!(!is_same_beside(&canvas, "Pronto", &on_done, &on_c));
    assert!(!is_same_beside(&canvas, "a", &on_done, &on_row));
    assert!(is_same_beside(&canvas, "c", &on_done, &on_row));
}
