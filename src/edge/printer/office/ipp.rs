//! The Internet Printing Protocol's messages (RFC 8010): what is asked of CUPS, as bytes.

/// A group of attributes.
const OPERATION: u8 = 0x01;
const JOB: u8 = 0x02;
const END: u8 = 0x03;
/// The first tag that is a value's and not a group's.
const FIRST_VALUE: u8 = 0x10;

/// Kinds of values.
const INTEGER: u8 = 0x21;
const BOOLEAN: u8 = 0x22;
const ENUM: u8 = 0x23;
const NAME: u8 = 0x42;
const KEYWORD: u8 = 0x44;
const URI: u8 = 0x45;
const CHARSET: u8 = 0x47;
const LANGUAGE: u8 = 0x48;
const MIME: u8 = 0x49;
/// Kinds of values that are letters.
const LETTERS: std::ops::RangeInclusive<u8> = 0x41..=0x49;

/// What can be asked.
#[derive(Clone, Copy, Debug)]
#[repr(u16)]
pub(super) enum Operation {
    CreateJob = 0x05,
    SendDocument = 0x06,
    CancelJob = 0x08,
    JobAttributes = 0x09,
    Jobs = 0x0a,
    PrinterAttributes = 0x0b,
    CupsDefault = 0x4001,
}

/// A request being written; attributes of the operation come first, those of the job last.
pub(super) struct Request(Vec<u8>);

impl Request {
    pub(super) fn new(operation: Operation) -> Self {
        let mut bytes = vec![1, 1];
        bytes.extend((operation as u16).to_be_bytes());
        bytes.extend(1_u32.to_be_bytes());
        bytes.push(OPERATION);
        Self(bytes).with(CHARSET, "attributes-charset", b"utf-8").with(
            LANGUAGE,
            "attributes-natural-language",
            b"en",
        )
    }

    pub(super) fn of_job(mut self) -> Self {
        self.0.push(JOB);
        self
    }

    pub(super) fn uri(self, name: &str, value: &str) -> Self {
        self.with(URI, name, value.as_bytes())
    }

    pub(super) fn name(self, name: &str, value: &str) -> Self {
        self.with(NAME, name, value.as_bytes())
    }

    pub(super) fn mime(self, name: &str, value: &str) -> Self {
        self.with(MIME, name, value.as_bytes())
    }

    pub(super) fn integer(self, name: &str, value: i32) -> Self {
        self.with(INTEGER, name, &value.to_be_bytes())
    }

    pub(super) fn yes(self, name: &str) -> Self {
        self.with(BOOLEAN, name, &[1])
    }

    pub(super) fn keywords(self, name: &str, values: &[&str]) -> Self {
        let mut names = std::iter::once(name).chain(std::iter::repeat(""));
        values.iter().fold(self, |request, value| {
            request.with(KEYWORD, names.next().unwrap_or_default(), value.as_bytes())
        })
    }

    /// The bytes, with a document behind them.
    pub(super) fn finish(mut self, document: &[u8]) -> Vec<u8> {
        self.0.push(END);
        self.0.extend(document);
        self.0
    }

    fn with(mut self, kind: u8, name: &str, value: &[u8]) -> Self {
        self.0.push(kind);
        for part in [name.as_bytes(), value] {
            let length = u16::try_from(part.len()).unwrap_or(u16::MAX);
            self.0.extend(length.to_be_bytes());
            self.0.extend(&part[..length.into()]);
        }
        self
    }
}

/// An attribute's value, as far as it is of use here.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Value {
    Number(i32),
    Yes(bool),
    Letters(String),
    Other,
}

/// What was answered.
pub(super) struct Answer {
    /// Whether it was done; above 0x00ff it was not.
    pub(super) status: u16,
    attributes: Vec<(String, Value)>,
}

impl Answer {
    /// Reads an answer; `None` when it is none.
    pub(super) fn read(bytes: &[u8]) -> Option<Self> {
        let mut rest = bytes;
        let head = take(&mut rest, 8)?;
        let status = u16::from_be_bytes([head[2], head[3]]);
        let mut attributes: Vec<(String, Value)> = Vec::new();
        loop {
            let tag = take(&mut rest, 1)?[0];
            if tag == END {
                return Some(Self { status, attributes });
            }
            if tag < FIRST_VALUE {
                continue;
            }
            let name = String::from_utf8_lossy(field(&mut rest)?).into_owned();
            let value = value(tag, field(&mut rest)?);
            // Without a name it is one more value of the attribute before.
            let name = match attributes.last() {
                Some((before, _)) if name.is_empty() => before.clone(),
                _ => name,
            };
            attributes.push((name, value));
        }
    }

    pub(super) fn number(&self, name: &str) -> Option<i32> {
        self.numbers(name).next()
    }

    pub(super) fn numbers(&self, name: &str) -> impl Iterator<Item = i32> {
        self.values(name).filter_map(|value| match value {
            Value::Number(number) => Some(*number),
            _ => None,
        })
    }

    pub(super) fn is(&self, name: &str) -> Option<bool> {
        self.values(name).find_map(|value| match value {
            Value::Yes(is) => Some(*is),
            _ => None,
        })
    }

    pub(super) fn all(&self, name: &str) -> impl Iterator<Item = &str> {
        self.values(name).filter_map(|value| match value {
            Value::Letters(letters) => Some(letters.as_str()),
            _ => None,
        })
    }

    fn values(&self, name: &str) -> impl Iterator<Item = &Value> {
        self.attributes.iter().filter(move |(known, _)| known == name).map(|(_, value)| value)
    }
}

fn value(tag: u8, bytes: &[u8]) -> Value {
    match (tag, bytes) {
        (INTEGER | ENUM, &[a, b, c, d]) => Value::Number(i32::from_be_bytes([a, b, c, d])),
        (BOOLEAN, &[yes]) => Value::Yes(yes != 0),
        (tag, letters) if LETTERS.contains(&tag) => {
            Value::Letters(String::from_utf8_lossy(letters).into_owned())
        }
        _ => Value::Other,
    }
}

fn field<'a>(rest: &mut &'a [u8]) -> Option<&'a [u8]> {
    let length = take(rest, 2)?;
    take(rest, u16::from_be_bytes([length[0], length[1]]).into())
}

fn take<'a>(rest: &mut &'a [u8], count: usize) -> Option<&'a [u8]> {
    rest.split_off(..count)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_is_as_the_standard_says() {
        let bytes = Request::new(Operation::CupsDefault)
            .keywords("requested-attributes", &["printer-name", "printer-state"])
            .finish(b"%PDF");
        let expected = [
            b"\x01\x01\x40\x01\0\0\0\x01\x01".as_slice(),
            b"\x47\0\x12attributes-charset\0\x05utf-8",
            b"\x48\0\x1battributes-natural-language\0\x02en",
            b"\x44\0\x14requested-attributes\0\x0cprinter-name",
            b"\x44\0\0\0\x0dprinter-state",
            b"\x03%PDF",
        ]
        .concat();
        assert_eq!(bytes, expected);
    }

    #[test]
    fn an_answer_is_read_value_by_value() {
        let bytes = [
            b"\x02\0\0\0\0\0\0\x01\x01\x47\0\x12attributes-charset\0\x05utf-8\x04".as_slice(),
            b"\x23\0\x0dprinter-state\0\x04\0\0\0\x05",
            b"\x44\0\x15printer-state-reasons\0\x06paused\x44\0\0\0\x0bmedia-empty",
            b"\x22\0\x19printer-is-accepting-jobs\0\x01\0",
            b"\x13\0\x12time-at-processing\0\0\x03",
        ]
        .concat();
        let answer = Answer::read(&bytes).unwrap();
        assert_eq!((answer.status, answer.number("printer-state")), (0, Some(5)));
        let reasons: Vec<_> = answer.all("printer-state-reasons").collect();
        assert_eq!(reasons, ["paused", "media-empty"]);
        assert_eq!(answer.is("printer-is-accepting-jobs"), Some(false));
        assert_eq!(answer.number("time-at-processing"), None);
        for end in 0..bytes.len() {
            assert!(Answer::read(&bytes[..end]).is_none(), "{end} bytes are no answer");
        }
    }
}
