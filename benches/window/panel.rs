//! The kiosk's window without a display: drawn by the processor into a frame that is kept, as the
//! real window does it.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::mpsc::{Receiver, channel};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use acolhe::app::{App, Asked, Inbox, Shown};
use acolhe::config::{Config, GivenSize, Setup};
use acolhe::domain::devices::VoiceState;
use acolhe::edge::clock::Clock;
use acolhe::edge::keypad::Keypad;
use acolhe::edge::voice::VoiceReport;
use acolhe::screen::ui::KioskWindow;
use acolhe::screen::{Desk, Options, Pauses};
use anyhow::Context as _;
use i_slint_backend_testing::{AccessibleRole, ElementHandle};
use slint::platform::software_renderer::{
    MinimalSoftwareWindow, PremultipliedRgbaColor, RepaintBufferType, TargetPixel,
};
use slint::platform::{Platform, PointerEventButton, WindowAdapter, WindowEvent};
use slint::{ComponentHandle as _, LogicalPosition, PhysicalSize, PlatformError};
use tempfile::TempDir;

use crate::figures;

/// Pixels across and down.
pub(crate) const SIZE: (u32, u32) = (1080, 1920);
const INCHES: f32 = 21.5;
/// Longer than anything that a station does.
pub(crate) const PATIENCE: Duration = Duration::from_secs(20);
/// What a station does after its start takes less.
const AWAKE: Duration = Duration::from_millis(500);
/// Of a display.
const FRAME: Duration = Duration::from_millis(16);

/// A pixel as displays take it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Pixel(u32);

impl TargetPixel for Pixel {
    fn blend(&mut self, color: PremultipliedRgbaColor) {
        let [blue, green, red, alpha] = self.0.to_le_bytes();
        let mut mixed = PremultipliedRgbaColor { red, green, blue, alpha };
        mixed.blend(color);
        *self = Self(u32::from_le_bytes([mixed.blue, mixed.green, mixed.red, mixed.alpha]));
    }

    fn from_rgb(red: u8, green: u8, blue: u8) -> Self {
        Self(u32::from_le_bytes([blue, green, red, u8::MAX]))
    }

    fn background() -> Self {
        Self(0)
    }
}

/// Windows without a display.
struct Easel {
    windows: Rc<RefCell<Vec<Rc<MinimalSoftwareWindow>>>>,
    start: Instant,
}

impl Platform for Easel {
    fn create_window_adapter(&self) -> Result<Rc<dyn WindowAdapter>, PlatformError> {
        let window = MinimalSoftwareWindow::new(RepaintBufferType::ReusedBuffer);
        self.windows.borrow_mut().push(Rc::clone(&window));
        Ok(window)
    }

    fn duration_since_start(&self) -> Duration {
        self.start.elapsed()
    }
}

/// Where a window looks for its display: this thread's memory. Asked for once.
pub(crate) struct Easels(Rc<RefCell<Vec<Rc<MinimalSoftwareWindow>>>>);

impl Easels {
    #[expect(clippy::disallowed_methods, reason = "movement needs the time")]
    pub(crate) fn set_up() -> anyhow::Result<Self> {
        let windows = Rc::default();
        let easel = Easel { windows: Rc::clone(&windows), start: Instant::now() };
        slint::platform::set_platform(Box::new(easel)).context("one platform a thread")?;
        Ok(Self(windows))
    }
}

/// A running station and its window.
pub(crate) struct Kiosk {
    desk: Rc<Desk>,
    glass: Rc<MinimalSoftwareWindow>,
    frame: Vec<Pixel>,
    inbox: Inbox,
    told: Receiver<Shown>,
    station: Option<JoinHandle<()>>,
    shown: Shown,
    _folder: TempDir,
}

impl Kiosk {
    /// A station of the demo city whose line is down, with a folder for a printer. Where it
    /// speaks, more stands on every screen.
    pub(crate) fn open(easels: &Easels, speaks: bool) -> anyhow::Result<Self> {
        let folder = tempfile::tempdir_in(figures::folder())?;
        let mut config = Config::default();
        config.hub.url = Some("http://127.0.0.1:9/open311/v2".to_owned());
        config.printer.path = Some(folder.path().join("paper"));
        let assets = env!("CARGO_MANIFEST_DIR").into();
        let setup = Setup { config, data: folder.path().join("data"), assets, enrolled: false };
        let mut app = App::start(&setup, Clock::Machine)?;
        app.settle(PATIENCE);
        if speaks {
            app.voice_told(VoiceReport::State(VoiceState::Ready));
        }
        let inbox = app.inbox();

        let asks = inbox.clone();
        let options = Options {
            size: Some(GivenSize::Diagonal { inches: INCHES }),
            distance_mm: 500.0,
            full_screen: false,
            window: Some(SIZE),
            pin: None,
            pauses: Pauses::NONE,
            keypad: Keypad::usual(),
            calm: false,
        };
        let desk = Desk::new(KioskWindow::new()?, options, move |asked| asks.ask(asked));
        let glass = easels.0.borrow_mut().pop().context("the window has a glass")?;
        glass.set_size(PhysicalSize::new(SIZE.0, SIZE.1));
        desk.window().show()?;
        desk.measure();

        let (tell, told) = channel();
        let shown = app.shown();
        let station = thread::spawn(move || app.run(|shown| drop(tell.send(shown.clone()))));
        let frame = vec![Pixel::default(); SIZE.0 as usize * SIZE.1 as usize];
        let station = Some(station);
        let mut kiosk = Self { desk, glass, frame, inbox, told, station, shown, _folder: folder };
        // What is done beside the first frame is done when nothing has been told for so long.
        while kiosk.follow(AWAKE) {}
        kiosk.rest();
        Ok(kiosk)
    }

    /// What stands on the glass.
    pub(crate) fn shown(&self) -> &Shown {
        &self.shown
    }

    /// The frame as it was drawn last.
    pub(crate) fn frame(&self) -> &[Pixel] {
        &self.frame
    }

    /// Draws what has changed, if anything has.
    pub(crate) fn draw(&mut self) -> bool {
        slint::platform::update_timers_and_animations();
        let frame = &mut self.frame;
        self.glass.draw_if_needed(|renderer| {
            renderer.render(frame, SIZE.0 as usize);
        })
    }

    /// Waits until the station tells something, and shows the last of it.
    pub(crate) fn follow(&mut self, patience: Duration) -> bool {
        let Ok(mut shown) = self.told.recv_timeout(patience) else { return false };
        while let Ok(later) = self.told.try_recv() {
            shown = later;
        }
        self.desk.show(&shown);
        self.shown = shown;
        true
    }

    /// Lets everything move until nothing does; tells how long each frame took.
    pub(crate) fn rest(&mut self) -> Vec<Duration> {
        let mut frames = Vec::new();
        let mut still = 0;
        while still < 3 {
            let told = self.follow(FRAME);
            let (took, drawn) = figures::timed(|| self.draw());
            if drawn {
                frames.push(took);
            }
            let moves = self.glass.has_active_animations();
            still = if told || drawn || moves { 0 } else { still + 1 };
        }
        frames
    }

    /// The middle of what is touched to choose `label`.
    pub(crate) fn place(&self, label: &str) -> anyhow::Result<LogicalPosition> {
        let found = ElementHandle::find_by_accessible_label(self.desk.window(), label)
            .find(|it| it.accessible_role() == Some(AccessibleRole::Button))
            .with_context(|| format!("{label:?} is not on {}", self.shown.view.screen))?;
        let (corner, size) = (found.absolute_position(), found.size());
        Ok(LogicalPosition::new(corner.x + size.width / 2.0, corner.y + size.height / 2.0))
    }

    /// A finger comes down.
    pub(crate) fn press(&self, position: LogicalPosition) {
        let button = PointerEventButton::Left;
        self.glass.dispatch_event(WindowEvent::PointerPressed { position, button });
    }

    /// A finger goes up again.
    pub(crate) fn release(&self, position: LogicalPosition) {
        let button = PointerEventButton::Left;
        self.glass.dispatch_event(WindowEvent::PointerReleased { position, button });
        self.glass.dispatch_event(WindowEvent::PointerExited);
    }
}

impl Drop for Kiosk {
    fn drop(&mut self) {
        self.inbox.ask(Asked::Stop);
        let _ = self.desk.window().hide();
        // A fault of the station shows in what was measured.
        let _ = self.station.take().map(JoinHandle::join);
    }
}
