//! The window opens, and closes when the station ends.

use std::cell::Cell;
use std::rc::Rc;
use std::thread;
use std::time::Duration;

use signal_hook::consts::{SIGINT, SIGTERM};
use signal_hook::iterator::Signals;
use slint::winit_030::winit::event::{ElementState, TouchPhase, WindowEvent};
use slint::winit_030::winit::window::Window;
use slint::winit_030::{EventResult, WinitWindowAccessor};
use slint::{CloseRequestResponse, ComponentHandle};
use tokio::sync::{mpsc, oneshot};
use zeroize::Zeroizing;

use crate::app::{App, Asked};
use crate::config::PinHash;

use super::ui::KioskWindow;
use super::{Desk, Finger, Options};

/// A window manager has obeyed by then, if there is one.
pub(super) const SETTLE: Duration = Duration::from_millis(300);

/// Why there is no window.
#[derive(Debug, thiserror::Error)]
pub enum WindowError {
    /// There is no display, or it cannot be used.
    #[error("There is no display to open a window on: set DISPLAY or WAYLAND_DISPLAY")]
    Display(#[source] slint::PlatformError),
    /// A thread or a signal could not be had.
    #[error("The machine has no room for another thread")]
    Machine(#[source] std::io::Error),
}

/// Opens the window of a station, and runs both until the station ends.
///
/// # Errors
///
/// There is no display, or no room for a thread; the station was stopped in good order.
pub fn open(app: App, options: Options) -> Result<(), WindowError> {
    let inbox = app.inbox();
    let window = match draw_by_processor().and_then(|()| KioskWindow::new()) {
        Ok(window) => window,
        Err(error) => {
            app.stop();
            return Err(WindowError::Display(error));
        }
    };
    let full_screen = options.full_screen;
    let asks = inbox.clone();
    let desk = Desk::new(window, options, move |asked| asks.ask(asked));

    answer_at_once(&desk);
    let closing = inbox.clone();
    desk.window().window().on_close_requested(move || {
        if !full_screen {
            closing.ask(Asked::Stop);
        }
        // The window closes when the station has ended, and a kiosk's never by itself.
        CloseRequestResponse::KeepWindowShown
    });
    stop_on_signals(move || inbox.ask(Asked::Stop)).map_err(WindowError::Machine)?;

    let (show, mut shown) = mpsc::unbounded_channel();
    let station = thread::Builder::new()
        .name("station".to_owned())
        .spawn(move || app.run(|shown| drop(show.send(shown.clone()))))
        .map_err(WindowError::Machine)?;
    let follows = Rc::clone(&desk);
    let following = slint::spawn_local(async move {
        while let Some(mut next) = shown.recv().await {
            // Only the last of several is worth showing.
            while let Ok(later) = shown.try_recv() {
                next = later;
            }
            follows.show(&next);
            draw_now(follows.window().window());
        }
        // Nothing is left to run when the event loop has ended already.
        let _ = slint::quit_event_loop();
    });
    if following.is_err() {
        tracing::error!("The window cannot follow the station");
    }
    let covering = Rc::clone(&desk);
    let shown = desk.window().show();
    if full_screen {
        slint::Timer::single_shot(SETTLE, move || {
            let window = covering.window();
            cover_glass(window.window(), || window.set_whole_screen(false));
        });
    }
    let ran = shown.and_then(|()| slint::run_event_loop_until_quit());
    desk.stop();
    if station.join().is_err() {
        tracing::error!("The station's thread ended in a fault");
    }
    ran.map_err(WindowError::Display)
}

/// Unless `SLINT_BACKEND` says otherwise: on the cheap boxes that kiosks are made of, a graphics
/// card that is only imitated takes seconds to begin.
pub(super) fn draw_by_processor() -> Result<(), slint::PlatformError> {
    if std::env::var_os("SLINT_BACKEND").is_some() {
        return Ok(());
    }
    slint::BackendSelector::new()
        .backend_name("winit".into())
        .renderer_name("software".into())
        .select()
}

/// On X11, Slint waits for the next frame of a clock of its own before it draws: what a person
/// did is drawn as soon as it is known.
pub(super) fn draw_now(window: &slint::Window) {
    window.with_winit_window(Window::request_redraw);
}

/// A finger that comes down or goes up is answered before the next frame is due; the guard hears
/// of it before the window does, which takes a second finger for the end of the first one's touch.
fn answer_at_once(desk: &Rc<Desk>) {
    let guard = Rc::downgrade(desk);
    let mouse = Cell::new((0.0, 0.0));
    desk.window().window().on_winit_window_event(move |window, event| {
        let told = match event {
            WindowEvent::Touch(touch) => {
                let finger = match touch.phase {
                    TouchPhase::Started => Finger::Down,
                    TouchPhase::Moved => Finger::Moved,
                    TouchPhase::Ended | TouchPhase::Cancelled => Finger::Up,
                };
                Some((touch.id, finger, place(touch.location.x, touch.location.y)))
            }
            WindowEvent::CursorMoved { position, .. } => {
                mouse.set(place(position.x, position.y));
                Some((MOUSE, Finger::Moved, mouse.get()))
            }
            WindowEvent::MouseInput { state: ElementState::Pressed, .. } => {
                Some((MOUSE, Finger::Down, mouse.get()))
            }
            WindowEvent::MouseInput { .. } => Some((MOUSE, Finger::Up, mouse.get())),
            _ => None,
        };
        if let (Some((id, finger, at)), Some(desk)) = (told, guard.upgrade()) {
            desk.finger(id, finger, at);
            if finger != Finger::Moved {
                draw_now(window);
            }
        }
        EventResult::Propagate
    });
}

/// The mouse among fingers.
const MOUSE: u64 = u64::MAX;

#[expect(clippy::cast_possible_truncation, reason = "pixels of a display")]
fn place(x: f64, y: f64) -> (f32, f32) {
    (x as f32, y as f32)
}

/// Shows no arrow, and covers the whole glass also where no window manager obeys; `uncover` takes
/// back that it is to cover the whole screen.
pub(super) fn cover_glass(window: &slint::Window, uncover: impl FnOnce()) {
    let sizes = window.with_winit_window(|winit| {
        winit.set_cursor_visible(false);
        let monitor = winit.current_monitor().or_else(|| winit.available_monitors().next());
        monitor.map(|monitor| (winit.inner_size(), monitor.size()))
    });
    let Some(Some((has, glass))) = sizes else { return };
    if has != glass {
        // Without its size asked for, the window would stay as small as it began.
        uncover();
        window.set_position(slint::PhysicalPosition::new(0, 0));
        window.set_size(slint::PhysicalSize::new(glass.width, glass.height));
    }
}

pub(super) fn stop_on_signals(stop: impl FnOnce() + Send + 'static) -> std::io::Result<()> {
    let mut signals = Signals::new([SIGTERM, SIGINT])?;
    thread::Builder::new().name("signals".to_owned()).spawn(move || {
        if signals.forever().next().is_some() {
            stop();
        }
    })?;
    Ok(())
}

/// Checks a PIN where nobody waits for it.
pub(super) fn check_pin(desk: &Rc<Desk>, pin: Zeroizing<String>, hash: PinHash) {
    let (tell, told) = oneshot::channel();
    let checked = thread::Builder::new().name("pin".to_owned()).spawn(move || {
        // The window may have closed meanwhile.
        let _ = tell.send(hash.is_of(&pin));
    });
    let desk = Rc::clone(desk);
    let waiting = slint::spawn_local(async move {
        let right = checked.is_ok() && told.await.unwrap_or(false);
        desk.pin_was(right);
    });
    if waiting.is_err() {
        tracing::error!("The PIN cannot be checked without a window");
    }
}
