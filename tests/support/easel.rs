//! The real window without a display: drawn by the software renderer, sized like real glass.

#![allow(dead_code, reason = "each program uses what it needs")]

use std::cell::Cell;
use std::rc::Rc;

use acolhe::app::{Asked, Shown};
use acolhe::config::GivenSize;
use acolhe::domain::panel::Panel;
use acolhe::edge::keypad::Keypad;
use acolhe::screen::ui::KioskWindow;
use acolhe::screen::{Desk, Options, Pauses};
use i_slint_backend_testing::{TestingBackend, TestingBackendOptions};
use slint::platform::{PointerEventButton, WindowEvent};
use slint::{ComponentHandle, LogicalPosition, PhysicalSize};

/// Glass as it is sold.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Glass {
    /// Width in pixels.
    pub(crate) width: u32,
    /// Height in pixels.
    pub(crate) height: u32,
    /// From corner to corner.
    pub(crate) inches: f32,
}

impl Glass {
    /// A kiosk's, upright.
    pub(crate) const TALL: Self = Self { width: 1080, height: 1920, inches: 21.5 };
    /// A kiosk's, lying.
    pub(crate) const WIDE: Self = Self { width: 1920, height: 1080, inches: 21.5 };
    /// A tablet's, lying.
    pub(crate) const SMALL_WIDE: Self = Self { width: 1280, height: 800, inches: 10.1 };
    /// A tablet's, upright.
    pub(crate) const SMALL_TALL: Self = Self { width: 800, height: 1280, inches: 10.1 };

    /// Its name in file names.
    pub(crate) fn name(self) -> String {
        format!("{}x{}", self.width, self.height)
    }

    /// Pixels of a millimetre.
    pub(crate) fn density(self) -> f32 {
        pixels(self.width).hypot(pixels(self.height)) / (self.inches * 25.4)
    }

    /// What the station knows of it.
    pub(crate) fn panel(self) -> Panel {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "millimetres")]
        let millimetres = |count: u32| (pixels(count) / self.density()).round() as u16;
        Panel { width: millimetres(self.width), height: millimetres(self.height), distance: 500 }
    }
}

/// A count of pixels to reckon with.
pub(crate) fn pixels(count: u32) -> f32 {
    f32::from(u16::try_from(count).expect("no glass is so large"))
}

/// Makes windows. One a thread: there the platform can be set once.
pub(crate) struct Easel(());

impl Easel {
    /// Sets the platform.
    pub(crate) fn new() -> Self {
        let backend = TestingBackend::new(TestingBackendOptions {
            mock_time: true,
            threading: false,
            renderer_name: Some("software".into()),
        });
        i_slint_core::platform::set_platform(Box::new(backend)).expect("one platform a thread");
        Self(())
    }

    /// A window on some glass.
    pub(crate) fn window(&self, glass: Glass) -> Canvas {
        let read_on = Rc::new(Cell::new(None));
        let told = Rc::clone(&read_on);
        let mut canvas = self.window_that_tells(glass, Pauses::NONE, move |asked| {
            if let Asked::ReadOn(sentence) = asked {
                told.set(sentence);
            }
        });
        canvas.read_on = read_on;
        canvas
    }

    /// A window whose touches and keys are told.
    #[expect(clippy::unused_self, reason = "without an easel there is no platform to draw on")]
    pub(crate) fn window_that_tells(
        &self,
        glass: Glass,
        pauses: Pauses,
        tell: impl Fn(Asked) + 'static,
    ) -> Canvas {
        let window = KioskWindow::new().expect("a window");
        window.window().set_size(PhysicalSize::new(glass.width, glass.height));
        let options = Options {
            size: Some(GivenSize::Diagonal { inches: glass.inches }),
            distance_mm: 500.0,
            full_screen: false,
            window: Some((glass.width, glass.height)),
            pin: None,
            pauses,
            keypad: Keypad::usual(),
            calm: true,
        };
        let desk = Desk::new(window, options, tell);
        desk.window().show().expect("shown");
        desk.measure();
        Canvas { desk, read_on: Rc::default() }
    }
}

/// A window that is drawn.
pub(crate) struct Canvas {
    /// The window's desk.
    pub(crate) desk: Rc<Desk>,
    /// With which sentence the station was told that one may read on.
    pub(crate) read_on: Rc<Cell<Option<usize>>>,
}

impl Canvas {
    /// Shows a screen.
    pub(crate) fn show(&self, shown: &Shown) {
        self.desk.show(shown);
    }

    /// A finger comes down at one place, goes to another, and leaves.
    pub(crate) fn finger(&self, from: (f32, f32), to: (f32, f32)) {
        let button = PointerEventButton::Left;
        let at = |(x, y)| LogicalPosition::new(x, y);
        let window = self.desk.window().window();
        window.dispatch_event(WindowEvent::PointerPressed { position: at(from), button });
        window.dispatch_event(WindowEvent::PointerMoved { position: at(to) });
        window.dispatch_event(WindowEvent::PointerReleased { position: at(to), button });
    }
}

impl Drop for Canvas {
    /// A window that is shown lives as long as the program.
    fn drop(&mut self) {
        self.desk.window().hide().expect("hidden");
    }
}
