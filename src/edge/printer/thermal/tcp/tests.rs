use std::io::{Read, Write};
use std::net::TcpListener;

use super::*;

const SOON: Duration = Duration::from_secs(5);

fn pair() -> (Tcp, TcpStream) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let mut tcp = Tcp::new(&listener.local_addr().unwrap().to_string());
    tcp.open(Deadline::after(SOON)).unwrap();
    let (other, _) = listener.accept().unwrap();
    (tcp, other)
}

#[test]
fn addresses_are_taken_apart() {
    let split = |address| split(address);
    assert_eq!(split("10.0.0.9"), ("10.0.0.9".to_owned(), 9100));
    assert_eq!(split("impressora.local:9101"), ("impressora.local".to_owned(), 9101));
    assert_eq!(split("[fe80::1]:9100"), ("fe80::1".to_owned(), 9100));
    assert_eq!(split("fe80::1"), ("fe80::1".to_owned(), 9100));
}

#[test]
fn bytes_go_there_and_back() {
    let (mut tcp, mut other) = pair();
    tcp.write_all(b"there", Deadline::after(SOON)).unwrap();
    let mut got = [0; 5];
    other.read_exact(&mut got).unwrap();
    assert_eq!(&got, b"there");
    other.write_all(b"back").unwrap();
    let mut back = [0; 16];
    assert_eq!(tcp.read(&mut back, Deadline::after(SOON)).unwrap(), 4);
}

#[test]
fn a_host_name_is_looked_up() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    let mut tcp = Tcp::new(&format!("localhost:{port}"));
    tcp.open(Deadline::after(SOON)).unwrap();
    assert!(tcp.is_open());
}

#[test]
fn whoever_does_not_read_is_noticed_in_time_and_little_counts_as_taken() {
    let (mut tcp, _other) = pair();
    let many = vec![0; 16 << 20];
    let unwritten = tcp.write_all(&many, Deadline::after(Duration::from_millis(50))).unwrap_err();
    assert_eq!(unwritten.source.kind(), io::ErrorKind::TimedOut);
    assert!(unwritten.taken > 0 && unwritten.taken < many.len(), "{}", unwritten.taken);
}

#[test]
fn nothing_to_read_is_no_error_and_a_hang_up_is_one() {
    let (mut tcp, other) = pair();
    let mut into = [0; 16];
    assert_eq!(tcp.read(&mut into, Deadline::after(Duration::from_millis(10))).unwrap(), 0);
    drop(other);
    assert!(tcp.read(&mut into, Deadline::after(SOON)).is_err());
}

#[test]
fn closing_drops_what_was_not_delivered() {
    let (mut tcp, mut other) = pair();
    tcp.write_all(b"begun", Deadline::after(SOON)).unwrap();
    tcp.close();
    assert!(!tcp.is_open());
    let mut rest = Vec::new();
    let end = other.read_to_end(&mut rest);
    assert!(end.is_err_and(|error| error.kind() == io::ErrorKind::ConnectionReset));
}

#[test]
fn nobody_there_is_an_error_in_time() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let mut tcp = Tcp::new(&listener.local_addr().unwrap().to_string());
    drop(listener);
    assert!(tcp.open(Deadline::after(SOON)).is_err());
    assert!(!tcp.is_open());
}
