use super::*;
use crate::edge::printer::profile::Profile;
use crate::simulator::sample;

/// What a printer makes of bytes, one value a command.
fn read(profile: &Profile, bytes: &[u8]) -> Vec<Lexed> {
    let mut lexer = Lexer::new(profile);
    bytes.iter().filter_map(|byte| lexer.push(*byte)).collect()
}

/// The command is exactly so long: the letter behind it is a letter again.
#[track_caller]
fn assert_whole(profile: &Profile, command: &[u8]) {
    let mut lexer = Lexer::new(profile);
    let mut read: Vec<Lexed> = command.iter().filter_map(|byte| lexer.push(*byte)).collect();
    let letter = lexer.push(b'~');
    assert_eq!(letter, Some(Lexed::Command(Command::Letter(b'~'))), "{command:02x?}: {read:?}");
    let unknown = |lexed: &Lexed| matches!(lexed, Lexed::Command(Command::Unknown(_)));
    assert!(!read.iter().any(unknown), "{command:02x?} is not known");
    read.retain(|lexed| *lexed != Lexed::Command(Command::Nothing));
    let letters = |lexed: &Lexed| matches!(lexed, Lexed::Command(Command::Letter(_)));
    assert!(!read.iter().any(letters), "{command:02x?} ends too early");
}

/// A whole command of each kind, for a printer that speaks Epson's commands.
const EPSON: &[&[u8]] = &[
    b"\n",
    b"\r",
    b"\t",
    b"\0",
    b"\x1b@",
    b"\x1bt\x02",
    b"\x1ba\x01",
    b"\x1b!\x30",
    b"\x1bE\x01",
    b"\x1bG\x01",
    b"\x1b-\x02",
    b"\x1bM0",
    b"\x1b{\x00",
    b"\x1bV\x01",
    b"\x1bR\x00",
    b"\x1b \x00",
    b"\x1b2",
    b"\x1b3\x1e",
    b"\x1b$ab",
    b"\x1b\\ab",
    b"\x1bd\x04",
    b"\x1bJ\x20",
    b"\x1bK\x20",
    b"\x1be\x01",
    b"\x1bp\x00\x19\xfa",
    b"\x1b=\x01",
    b"\x1bc3\x01",
    b"\x1bc5\x00",
    b"\x1bi",
    b"\x1bm",
    b"\x1bD\x08\x10\x00",
    b"\x1b*\x00\x02\x00ab",
    b"\x1b*\x21\x02\x00abcdef",
    b"\x1bL",
    b"\x1bS",
    b"\x1bW12345678",
    b"\x1bT\x00",
    b"\x1b(A\x04\x00abcd",
    b"\x1c.",
    b"\x1c&",
    b"\x1cC\x01",
    b"\x1cS\x00\x00",
    b"\x1c-\x01",
    b"\x1c!\x01",
    b"\x1cp\x01\x00",
    b"\x1c(A\x02\x000\x00",
    b"\x1d!\x11",
    b"\x1dB\x01",
    b"\x1dH\x02",
    b"\x1dh\x40",
    b"\x1dw\x03",
    b"\x1df\x00",
    b"\x1dL\x00\x00",
    b"\x1dW\x00\x02",
    b"\x1dP\xcb\xcb",
    b"\x1dV\x00",
    b"\x1dV\x01",
    b"\x1dV0",
    b"\x1dV1",
    b"\x1dVA\x03",
    b"\x1dVB\x00",
    b"\x1da\xff",
    b"\x1dr\x01",
    b"\x1dr1",
    b"\x1dI\x01",
    b"\x1dIB",
    b"\x1db\x01",
    b"\x1d(A\x02\x00\x00\x02",
    b"\x1d(H\x06\x0000abcd",
    b"\x1d(k\x04\x001A2\x00",
    b"\x1d(k\x03\x001C\x05",
    b"\x1d(k\x05\x001P0hi",
    b"\x1d(k\x03\x001Q0",
    b"\x1d(k\x03\x000C\x05",
    b"\x1d(L\x02\x0002",
    b"\x1d8L\x0b\x00\x00\x000p0\x01\x011\x08\x00\x01\x00\xff",
    b"\x1dv0\x00\x01\x00\x02\x00\xaa\x55",
    b"\x1dv01\x01\x00\x01\x00\xaa",
    b"\x1dv0\x00\x00\x00\x09\x00",
    b"\x1dk\x0012345678901\x00",
    b"\x1dk\x04ABC\x00",
    b"\x1dkI\x03{Ba",
    b"\x1dkC\x0d1234567890128",
    b"\x1d*\x01\x0112345678",
    b"\x1d/\x00",
    b"\x1d:",
    b"\x1d^\x01\x01\x00",
    b"\x1d$ab",
    b"\x1d\\ab",
    b"\x10\x04\x01",
    b"\x10\x04\x04",
    b"\x10\x04\x07\x01",
    b"\x10\x05\x01",
    b"\x10\x05\x02",
    b"\x10\x14\x01\x00\x05",
    b"\x10\x14\x02\x01\x08",
    b"\x10\x14\x03ABCDE",
    b"\x10\x14\x07\x01",
    b"\x10\x14\x08\x01\x03\x14\x01\x06\x02\x08",
];

#[test]
fn every_command_of_epson_is_as_long_as_it_is() {
    for command in EPSON {
        assert_whole(&sample::epson(), command);
    }
}

#[test]
fn every_command_of_the_others_is_as_long_as_it_is() {
    let bematech: &[&[u8]] = &[
        b"\x1d\xf8\x31",
        b"\x1d\xf9\x20\x00",
        b"\x1d\xf9\x20\x01",
        b"\x1d\xf9\x35\x00",
        b"\x1bw",
        b"\x1bm",
        b"\x1bE",
        b"\x1bF",
        b"\x1bd\x01",
        b"\x1bW\x01",
        b"\x1bv\xc8",
        b"\x1b4",
        b"\x1b5",
        b"\x1bH",
        b"\x1b\x0f",
        b"\x0f",
        b"\x1dkQ\x01\x08\x00\x01\x02\x00hi",
        b"\x1dv0\x00\x01\x00\x01\x00\xaa",
    ];
    for command in bematech {
        assert_whole(&sample::bematech(), command);
    }
    let elgin: &[&[u8]] =
        &[b"\x05", b"\x1bw", b"\x1bE", b"\x1do\x00\x04\x00\x02", b"\x1dk\x0bMA,hi\x00"];
    for command in elgin {
        assert_whole(&sample::elgin(), command);
    }
    let daruma: &[&[u8]] = &[
        b"\x05",
        b"\x1d\x05",
        b"\x1bm",
        b"\x1bE",
        b"\x1bF",
        b"\x1bj\x01",
        b"\x1bw\x01",
        b"\x1bp",
        b"\x1b\x81\x04\x00\x05Mhi",
        b"\x1bb\x01\x02\x32\x00789\x00",
        b"\x12",
        b"\x14",
        b"\x07",
    ];
    for command in daruma {
        assert_whole(&sample::daruma(), command);
    }
    for command in
        [&b"\x1de\x02"[..], b"\x1de\x03\x0a", b"\x1de\x05", b"\x1d\xe0\x01", b"\x10\x04\x14"]
    {
        assert_whole(&sample::custom(), command);
    }
}

#[test]
fn what_is_not_known_is_told_and_no_further_byte_is_guessed() {
    let unknown = |head: &[u8]| Lexed::Command(Command::Unknown(head.to_vec()));
    let letter = Lexed::Command(Command::Letter(b'a'));
    for head in [&b"\x1b\x7f"[..], b"\x1d\x7f", b"\x1c\x7f", b"\x10\x04\x7f", b"\x03", b"\x1dV\x07"]
    {
        let read = read(&sample::epson(), &[head, b"a"].concat());
        assert_eq!(read, [unknown(head), letter.clone()], "{head:02x?}");
    }
    let profile = sample::epson();
    assert_eq!(read(&profile, b"\x05a")[0], unknown(&[5]), "only Elgin and Daruma know ENQ");
    assert_eq!(read(&profile, b"\x1d\xf8")[0], unknown(&[0x1d, 0xf8]));
    assert_eq!(read(&sample::elgin(), b"\x10a")[0], unknown(&[0x10]));
}

#[test]
fn the_same_bytes_mean_something_else_elsewhere() {
    let command = |profile: &Profile, bytes: &[u8]| match read(profile, bytes).pop() {
        Some(Lexed::Command(command)) => command,
        other => panic!("{other:?}"),
    };
    assert_eq!(command(&sample::epson(), b"\x1bd\x01"), Command::FeedLines(1));
    let tall = Command::Size { across: 1, down: 2 };
    assert_eq!(command(&sample::bematech(), b"\x1bd\x01"), tall);
    assert_eq!(command(&sample::daruma(), b"\x1bw\x01"), tall);
    assert_eq!(command(&sample::elgin(), b"\x1bw"), Command::Cut { through: true });
    let switched = b"\x1d\xf9\x20\x01\x1bd\x01";
    assert_eq!(command(&sample::bematech(), switched), Command::FeedLines(1));
}

#[test]
fn data_is_counted_without_requests() {
    let mut lexer = Lexer::new(&sample::epson());
    let bytes = b"\x1b@ab\x10\x04\x01\x1dv0\x00\x01\x00\x01\x00\x10\x1dVB\x00";
    for byte in bytes {
        lexer.push(*byte);
    }
    assert_eq!(lexer.data(), bytes.len() as u64 - 3);
}
