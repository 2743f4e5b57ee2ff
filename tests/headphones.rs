//! The headphone socket: what the kernel tells of a plug reaches the station.

#![allow(clippy::unwrap_used, reason = "these are tests in every line")]

use std::sync::mpsc::channel;
use std::time::Duration;

use acolhe::edge::jack::{Felt, JackError, JackThread, Port, Recording, Socket};

const MOVED: &str = include_str!("headphones/moved.events");
/// Longer than the socket is looked for again.
const PATIENCE: Duration = Duration::from_secs(10);

#[test]
fn a_recorded_plug_is_felt_and_nothing_else() {
    let mut socket = Recording::read(MOVED).unwrap();
    let told: Vec<_> = (0..4).map(|_| socket.next(Duration::ZERO)).collect();
    assert_eq!(told, [Felt::Moved(true), Felt::Moved(false), Felt::Moved(true), Felt::Gone]);
}

#[test]
fn a_line_that_is_no_event_is_told() {
    assert_eq!(Recording::read("N: Headphone\nE: 1.5 0005 0002 1").unwrap_err().0, 2);
}

#[test]
fn a_socket_that_is_gone_is_empty_and_found_again() {
    let (tell, told) = channel();
    let mut opened = 0;
    let port: Port = Box::new(move || {
        opened += 1;
        // Unplugged, and back at the third look.
        if opened == 2 {
            let source = std::io::ErrorKind::NotFound.into();
            return Err(JackError::NotOpened { path: "socket".into(), source });
        }
        Ok(Box::new(Recording::read(MOVED).unwrap()))
    });
    let thread = JackThread::start_with(port, move |inside| {
        // The test may have ended.
        let _ = tell.send(inside);
    });
    for inside in [true, false, true, false, true] {
        assert_eq!(told.recv_timeout(PATIENCE), Ok(inside));
    }
    drop(thread);
}

#[cfg(all(feature = "scanner", target_os = "linux"))]
#[test]
fn a_device_that_is_no_socket_is_nothing_to_wait_for() {
    let folder = tempfile::tempdir().unwrap();
    let (tell, told) = channel();
    let thread = JackThread::start(folder.path().join("event0"), move |inside| {
        let _ = tell.send(inside);
    });
    drop(thread);
    assert!(told.recv().is_err());
}
