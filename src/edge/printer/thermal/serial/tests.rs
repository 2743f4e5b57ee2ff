use super::super::terminal;
use super::*;

#[test]
fn a_serial_line_carries_every_byte_and_tells_when_it_cannot() {
    let (printer, path) = terminal::pair();
    let serial = Serial::new(path, 115_200, Flow::Hardware);
    assert_eq!(serial.bytes_per_second(), Some(11_520));
    terminal::check(serial, printer);
}

#[test]
fn waits_are_rounded_up() {
    assert_eq!(in_milliseconds(Duration::from_micros(1)), Duration::from_millis(1));
    assert_eq!(in_milliseconds(Duration::ZERO), Duration::ZERO);
}
