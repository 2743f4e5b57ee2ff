//! The window of a waiting room: nothing in it is touched, and everything is read from afar.

mod sizes;

use std::cell::RefCell;
use std::rc::Rc;
use std::thread;

use slint::{CloseRequestResponse, ComponentHandle, ModelRc, SharedString, VecModel};
use tokio::sync::mpsc;

use crate::app::waiting_room::Panel;
use crate::domain::settings::Palette;
use crate::view::waiting_room::{CallView, RoomView};

use super::measure::palette;
use super::ruler::Ruler;
use super::ui::{PanelCall, PanelGlass, PanelView, PanelWindow, Theme};
use super::window::{
    SETTLE, WindowError, cover_glass, draw_by_processor, draw_now, stop_on_signals,
};

use sizes::Sizes;

/// How the window of a waiting room is to be.
#[derive(Clone, Copy, Debug)]
pub struct PanelOptions {
    /// Over the whole glass.
    pub full_screen: bool,
    /// Its size in pixels where it does not cover the glass.
    pub window: Option<(u32, u32)>,
    /// Its colours.
    pub palette: Palette,
}

/// The window and what it shows.
pub struct Wall {
    window: PanelWindow,
    ruler: Ruler,
    shown: RefCell<Option<RoomView>>,
}

impl std::fmt::Debug for Wall {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Wall").finish_non_exhaustive()
    }
}

impl Wall {
    /// Makes a window ready to be shown.
    #[must_use]
    pub fn new(window: PanelWindow, options: PanelOptions) -> Rc<Self> {
        window.set_whole_screen(options.full_screen);
        window.set_framed(!options.full_screen);
        if let Some((width, height)) = options.window {
            window.window().set_size(slint::PhysicalSize::new(width, height));
        }
        window.global::<Theme>().set_palette(palette(options.palette));
        let wall = Rc::new(Self { window, ruler: Ruler::installed(), shown: RefCell::default() });
        let sized = Rc::downgrade(&wall);
        wall.window.global::<PanelGlass>().on_sized(move || {
            if let Some(wall) = sized.upgrade() {
                wall.draw();
            }
        });
        wall
    }

    /// The window itself.
    #[must_use]
    pub fn window(&self) -> &PanelWindow {
        &self.window
    }

    /// Shows what the panel tells.
    pub fn show(&self, view: &RoomView) {
        self.shown.replace(Some(view.clone()));
        self.draw();
    }

    fn draw(&self) {
        let shown = self.shown.borrow();
        let Some(view) = shown.as_ref() else { return };
        let pixels = self.window.window().size();
        if pixels.width < 2 || pixels.height < 2 {
            return;
        }
        let size = pixels.to_logical(self.window.window().scale_factor());
        let (sizes, rows) = Sizes::of((size.width, size.height), view, &self.ruler);
        let glass = self.window.global::<PanelGlass>();
        glass.set_view(panel_view(view, sizes.wide, rows));
        glass.set_sizes(sizes.into());
    }
}

fn panel_view(view: &RoomView, wide: bool, rows: usize) -> PanelView {
    let recent =
        if wide { view.labels.recent.clone() } else { vec![sizes::joined(&view.labels.recent)] };
    PanelView {
        branch: view.branch.as_str().into(),
        time: view.time.as_str().into(),
        tickets: sizes::joined(&view.labels.ticket).into(),
        desks: texts(&view.labels.desk),
        recent: texts(&recent),
        called: view.large.is_some(),
        large: view.large.as_ref().map(call).unwrap_or_default(),
        lit: view.lit,
        stale: view.stale,
        others: ModelRc::new(view.others.iter().take(rows).map(call).collect::<VecModel<_>>()),
        nobody: texts(&view.nobody),
        notice: texts(&view.notice),
    }
}

fn call(call: &CallView) -> PanelCall {
    PanelCall {
        number: call.number.as_str().into(),
        desk: call.desk.as_str().into(),
        over: call.over,
        spoken: call.spoken.as_str().into(),
    }
}

fn texts(texts: &[String]) -> ModelRc<SharedString> {
    ModelRc::new(texts.iter().map(SharedString::from).collect::<VecModel<_>>())
}

/// Opens the window of a panel, and runs both until it is closed or the process is asked to end.
///
/// # Errors
///
/// There is no display, or no room for a thread; the panel was stopped in good order.
pub fn open_panel(panel: Panel, options: PanelOptions) -> Result<(), WindowError> {
    let window = match draw_by_processor().and_then(|()| PanelWindow::new()) {
        Ok(window) => window,
        Err(error) => {
            panel.end();
            return Err(WindowError::Display(error));
        }
    };
    let wall = Wall::new(window, options);
    let stop = panel.stopper();
    let closing = stop.clone();
    wall.window.window().on_close_requested(move || {
        closing.stop();
        // The window closes when the panel has ended.
        CloseRequestResponse::KeepWindowShown
    });
    let signalled = stop.clone();
    stop_on_signals(move || signalled.stop()).map_err(WindowError::Machine)?;
    let (show, mut shown) = mpsc::unbounded_channel();
    let running = thread::Builder::new()
        .name("panel".to_owned())
        .spawn(move || panel.run(|view| drop(show.send(view.clone()))))
        .map_err(WindowError::Machine)?;
    let follows = Rc::clone(&wall);
    let following = slint::spawn_local(async move {
        while let Some(mut next) = shown.recv().await {
            // Only the last of several is worth showing.
            while let Ok(later) = shown.try_recv() {
                next = later;
            }
            follows.show(&next);
            draw_now(follows.window.window());
        }
        // Nothing is left to run when the event loop has ended already.
        let _ = slint::quit_event_loop();
    });
    if following.is_err() {
        tracing::error!("The window cannot follow the panel");
    }
    let opened = wall.window.show();
    if options.full_screen {
        let covering = Rc::clone(&wall);
        slint::Timer::single_shot(SETTLE, move || {
            let window = covering.window();
            cover_glass(window.window(), || window.set_whole_screen(false));
        });
    }
    let ran = opened.and_then(|()| slint::run_event_loop_until_quit());
    stop.stop();
    if running.join().is_err() {
        tracing::error!("The panel's thread ended in a fault");
    }
    ran.map_err(WindowError::Display)
}
