use super::super::terminal;
use super::*;

#[test]
fn a_device_carries_every_byte_and_tells_when_it_cannot() {
    let (printer, path) = terminal::pair();
    terminal::check(Device::new(path), printer);
}

#[test]
fn a_device_that_is_not_there_is_an_error() {
    let mut device = Device::new("/nowhere/lp0".into());
    assert!(device.open(Deadline::after(std::time::Duration::ZERO)).is_err());
}
