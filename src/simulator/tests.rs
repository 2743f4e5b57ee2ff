use std::fs;
use std::io::{ErrorKind, Read, Write};
use std::net::TcpStream;
use std::os::unix::fs::PermissionsExt;
use std::time::Duration;

use super::*;

const LIMIT: Duration = Duration::from_secs(20);

fn connect(simulator: &Simulator) -> TcpStream {
    let stream = TcpStream::connect(simulator.address().unwrap()).unwrap();
    stream.set_read_timeout(Some(LIMIT)).unwrap();
    stream
}

fn ask(stream: &mut (impl Read + Write), request: &[u8]) -> u8 {
    stream.write_all(request).unwrap();
    let mut answer = [0];
    stream.read_exact(&mut answer).unwrap();
    answer[0]
}

#[test]
fn it_prints_over_tcp_and_its_slips_are_files_for_their_owner() {
    let folder = tempfile::tempdir().unwrap();
    let paper = folder.path().join("paper");
    let place = Place::Tcp(SocketAddr::from(([127, 0, 0, 1], 0)));
    let simulator = Simulator::start(&sample::epson(), &place, Some(&paper), None).unwrap();
    let mut stream = connect(&simulator);
    stream.write_all(b"one\n\x1dV0\x1dv0\x00\x01\x00\x02\x00\xf0\x0f\x1dV0").unwrap();
    assert_eq!(ask(&mut stream, b"\x10\x04\x01"), 0x12);
    let slips = simulator.wait_for_slips(2, LIMIT);
    assert_eq!(slips[0].text(), "one");
    stream.write_all(b"half\n").unwrap();
    assert!(simulator.wait_for(LIMIT, |seen| seen.counts.data == 25));
    drop(simulator);
    let read = |name: &str| fs::read_to_string(paper.join(name)).unwrap();
    assert_eq!(read("0001.txt"), "one\n[cut through]\n");
    assert_eq!(read("0002.txt"), "[2 rows of dots]\n[cut through]\n");
    assert_eq!(read("0003-torn.txt"), "half\n[torn off, not finished]\n");
    let picture = fs::File::open(paper.join("0002.png")).unwrap();
    let mut reader = png::Decoder::new(std::io::BufReader::new(picture)).read_info().unwrap();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    reader.next_frame(&mut pixels).unwrap();
    let dots: Vec<u8> = pixels.iter().map(|byte| !byte).collect();
    assert_eq!(dots, slips[1].picture().bits());
    for entry in fs::read_dir(&paper).unwrap() {
        let mode = entry.unwrap().metadata().unwrap().permissions().mode();
        assert_eq!(mode & 0o077, 0, "only the owner reads it");
    }
    assert_eq!(fs::read_dir(&paper).unwrap().count(), 6, "nothing unfinished is left");
}

#[test]
fn it_prints_at_a_terminal_where_clients_come_and_go() {
    let folder = tempfile::tempdir().unwrap();
    let link = folder.path().join("printer");
    let simulator = Simulator::on_pty(&sample::epson(), &link).unwrap();
    let open = || fs::File::options().read(true).write(true).open(&link).unwrap();
    let mut client = open();
    client.write_all(b"o\rn\x03e\n").unwrap();
    assert_eq!(ask(&mut client, b"\x10\x04\x01"), 0x12);
    drop(client);
    let mut client = open();
    client.write_all(b"\x1dV0").unwrap();
    assert_eq!(simulator.wait_for_slips(1, LIMIT)[0].text(), "one", "nothing translates bytes");
    simulator.fault(Fault::Drop, When::Now);
    assert!(simulator.wait_for(LIMIT, |seen| seen.connections == 2));
    assert!(matches!(client.read(&mut [0]), Ok(0) | Err(_)), "the old line is dead");
    assert_eq!(ask(&mut open(), b"\x10\x04\x01"), 0x12, "the link leads to the new one");
    drop(simulator);
    assert!(!link.exists());
}

#[test]
fn a_drop_is_an_end_and_a_reset_is_a_reset() {
    let simulator = Simulator::on_tcp(&sample::epson()).unwrap();
    let mut stream = connect(&simulator);
    ask(&mut stream, b"\x10\x04\x01");
    simulator.fault(Fault::Drop, When::Now);
    assert_eq!(stream.read(&mut [0]).unwrap(), 0);
    let mut stream = connect(&simulator);
    ask(&mut stream, b"\x10\x04\x01");
    simulator.fault(Fault::Reset, When::AfterBytes(5));
    stream.write_all(b"hello").unwrap();
    assert_eq!(stream.read(&mut [0]).unwrap_err().kind(), ErrorKind::ConnectionReset);
    assert!(simulator.wait_for(LIMIT, |seen| !seen.is_connected && seen.connections == 2));
}

#[test]
fn a_printer_that_is_off_refuses_until_it_is_on_again() {
    let simulator = Simulator::on_tcp(&sample::epson()).unwrap();
    let address = simulator.address().unwrap();
    let mut stream = connect(&simulator);
    ask(&mut stream, b"\x10\x04\x01");
    simulator.fault(Fault::Off, When::Now);
    assert!(stream.read(&mut [0]).is_err());
    assert!(simulator.wait_for(LIMIT, |seen| !seen.is_connected));
    let refused = TcpStream::connect(address).and_then(|mut stream| stream.read(&mut [0]));
    assert!(!matches!(refused, Ok(1..)), "nobody answers");
    simulator.clear();
    assert!(simulator.wait_for(LIMIT, |_| TcpStream::connect(address).is_ok()));
}

#[test]
fn two_clients_come_one_after_the_other() {
    let simulator = Simulator::on_tcp(&sample::epson()).unwrap();
    let mut first = connect(&simulator);
    ask(&mut first, b"\x10\x04\x01");
    let mut second = connect(&simulator);
    second.write_all(b"\x10\x04\x01").unwrap();
    assert_eq!(simulator.seen().connections, 1, "one line at a time");
    drop(first);
    let mut answer = [0];
    second.read_exact(&mut answer).unwrap();
    assert_eq!(answer, [0x12]);
}

#[test]
fn a_slow_printer_prints_though_nothing_arrives() {
    let simulator = Simulator::on_tcp(&sample::epson()).unwrap();
    simulator.fault(Fault::Slow, When::Now);
    let mut stream = connect(&simulator);
    stream.write_all(&[&[b'x'; 20][..], b"\n\x1dV0"].concat()).unwrap();
    assert_eq!(ask(&mut stream, b"\x10\x04\x01"), 0x12);
    assert_eq!(simulator.wait_for_slips(1, LIMIT).len(), 1);
}

#[test]
fn the_console_says_what_happens_and_obeys_lines() {
    let folder = tempfile::tempdir().unwrap();
    let script = folder.path().join("faults");
    fs::write(&script, "near-end now\n").unwrap();
    let place = Place::Pty(folder.path().join("printer"));
    let input = std::io::Cursor::new("cover\nfire\nclear cover\nquit\n");
    let mut out = Vec::new();
    let paper = folder.path().join("paper");
    console::run(&sample::epson(), &place, &paper, Some(&script), input, &mut out).unwrap();
    let out = String::from_utf8(out).unwrap();
    assert!(out.starts_with("Sample is at "), "{out}");
    assert!(out.contains("\"fire\" is no fault. Write paper-out,"), "{out}");
    let wrong = console::run(
        &sample::epson(),
        &Place::Tcp(SocketAddr::from(([192, 0, 2, 1], 9100))),
        &paper,
        None,
        std::io::empty(),
        Vec::new(),
    );
    let error = wrong.unwrap_err().to_string();
    assert!(error.contains("Cannot listen at 192.0.2.1:9100"), "{error}");
}
