//! A pair of terminals: what one end is told, the other end hears.

use std::fs::File;
use std::io::Write;
use std::os::unix::ffi::OsStringExt;
use std::path::PathBuf;

use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};

use super::link::Link;
use crate::edge::clock::Deadline;

/// The printer's end, and the path of ours.
pub(super) fn pair() -> (File, PathBuf) {
    let printer = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).unwrap();
    grantpt(&printer).unwrap();
    unlockpt(&printer).unwrap();
    let path = ptsname(&printer, Vec::new()).unwrap().into_bytes();
    (File::from(printer), PathBuf::from(std::ffi::OsString::from_vec(path)))
}

/// Every byte there is goes over a line as it is, and a printer that goes away is noticed.
pub(super) fn check(mut link: impl Link, mut printer: File) {
    use std::io::Read;
    use std::time::Duration;

    let soon = || Deadline::after(Duration::from_secs(5));
    link.open(soon()).unwrap();
    assert!(link.is_open());
    let all: Vec<u8> = (0..=255).collect();
    link.write_all(&all, soon()).unwrap();
    let mut heard = vec![0; 256];
    printer.read_exact(&mut heard).unwrap();
    assert_eq!(heard, all);

    printer.write_all(&all).unwrap();
    let mut back = Vec::new();
    while back.len() < 256 {
        let mut some = [0; 100];
        let count = link.read(&mut some, soon()).unwrap();
        assert!(count > 0);
        back.extend_from_slice(&some[..count]);
    }
    assert_eq!(back, all);
    assert_eq!(link.read(&mut [0; 9], Deadline::after(Duration::from_millis(5))).unwrap(), 0);

    let much = vec![0; 1 << 20];
    let unwritten = link.write_all(&much, Deadline::after(Duration::from_millis(50))).unwrap_err();
    assert_eq!(unwritten.source.kind(), std::io::ErrorKind::TimedOut);
    assert!(unwritten.taken > 0 && unwritten.taken < much.len(), "short writes count");

    drop(printer);
    assert!(link.read(&mut [0; 9], soon()).is_err());
    assert!(link.write_all(b"x", soon()).is_err());
    link.close();
    assert!(!link.is_open());
    assert!(link.open(soon()).is_err(), "it is gone");
    assert!(link.write_all(b"x", soon()).is_err_and(|unwritten| unwritten.taken == 0));
}
