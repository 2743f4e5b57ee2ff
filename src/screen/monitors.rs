//! The displays that a window could stand on, asked without opening one.

use std::sync::mpsc::channel;
use std::thread;
use std::time::Duration;

use slint::winit_030::winit;
use winit::application::ApplicationHandler;
use winit::event::WindowEvent;
use winit::event_loop::{ActiveEventLoop, EventLoop, EventLoopBuilder};
use winit::window::WindowId;

/// Why nobody knows which displays there are.
#[derive(Debug, thiserror::Error)]
pub enum NoMonitors {
    /// Nobody draws.
    #[error("{0}")]
    Refused(String),
    /// Whoever draws does not answer.
    #[error("no answer within {} seconds", .0.as_secs())]
    Silent(Duration),
}

/// Width and height of each display in pixels, the first one first.
///
/// # Errors
///
/// There is no display server, or it does not answer in time.
pub fn monitors(patience: Duration) -> Result<Vec<(u32, u32)>, NoMonitors> {
    let (tell, told) = channel();
    let asking = move || {
        // Nobody may listen any more.
        let _ = tell.send(ask());
    };
    thread::Builder::new()
        .name("monitors".to_owned())
        .spawn(asking)
        .map_err(|error| NoMonitors::Refused(error.to_string()))?;
    told.recv_timeout(patience).map_err(|_| NoMonitors::Silent(patience))?
}

fn ask() -> Result<Vec<(u32, u32)>, NoMonitors> {
    let refused = |error: winit::error::EventLoopError| NoMonitors::Refused(error.to_string());
    let mut list = List(Vec::new());
    event_loop().map_err(refused)?.run_app(&mut list).map_err(refused)?;
    Ok(list.0)
}

/// On a thread of its own: a display server that hangs keeps nobody waiting.
fn event_loop() -> Result<EventLoop<()>, winit::error::EventLoopError> {
    let mut builder: EventLoopBuilder<()> = EventLoop::builder();
    #[cfg(target_os = "linux")]
    {
        use winit::platform::wayland::EventLoopBuilderExtWayland as _;
        builder.with_any_thread(true);
    }
    builder.build()
}

struct List(Vec<(u32, u32)>);

impl ApplicationHandler for List {
    fn resumed(&mut self, events: &ActiveEventLoop) {
        let sizes = events.available_monitors().map(|monitor| monitor.size());
        self.0 = sizes.map(|size| (size.width, size.height)).collect();
        events.exit();
    }

    fn window_event(&mut self, _: &ActiveEventLoop, _: WindowId, _: WindowEvent) {}
}
