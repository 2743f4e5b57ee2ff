//! Answers as they stand in the manuals.

use proptest::prelude::*;

use super::super::dialect::{self, Status};
use super::super::fake;
use super::super::reply::{Replies, Reply};
use crate::edge::printer::profile::{Acknowledgement, Clear, StatusDialect};

fn replies(status: StatusDialect, bytes: &[u8]) -> Vec<Reply> {
    let profile = fake::profile(status, Acknowledgement::ProcessId, Clear::DleDc4);
    let mut replies = Replies::new(&profile);
    replies.push(bytes);
    std::iter::from_fn(|| replies.next()).collect()
}

fn known(status: StatusDialect, bytes: &[u8]) -> Vec<Reply> {
    let known = |reply: &Reply| !matches!(reply, Reply::Byte(_));
    replies(status, bytes).into_iter().filter(known).collect()
}

/// What the answers to all questions of a dialect say together.
fn status(dialect: StatusDialect, answers: &[&[u8]]) -> Status {
    let questions = dialect::questions(dialect);
    assert_eq!(questions.len(), answers.len());
    questions.iter().zip(answers).fold(Status::default(), |told, (question, answer)| {
        let mut found =
            replies(dialect, answer).into_iter().filter_map(|reply| question.read(reply));
        dialect::together(told, found.next().unwrap())
    })
}

const FINE: Status = Status {
    offline: false,
    near_end: false,
    no_paper: false,
    cover_open: false,
    fault: false,
    slip_in_mouth: false,
};

#[test]
fn epson_answers_four_questions() {
    let epson =
        |one, two, three, four| status(StatusDialect::Epson, &[&[one], &[two], &[three], &[four]]);
    assert_eq!(epson(0x12, 0x12, 0x12, 0x12), FINE);
    assert_eq!(epson(0x16, 0x12, 0x12, 0x12), FINE, "a drawer says nothing");
    let offline = Status { offline: true, ..FINE };
    assert_eq!(epson(0x1a, 0x12, 0x12, 0x12), offline);
    assert_eq!(epson(0x1a, 0x16, 0x12, 0x12), Status { cover_open: true, ..offline });
    assert_eq!(epson(0x1a, 0x32, 0x12, 0x7e), Status { no_paper: true, near_end: true, ..offline });
    assert_eq!(epson(0x1a, 0x52, 0x1a, 0x12), Status { fault: true, ..offline });
    assert_eq!(epson(0x12, 0x12, 0x12, 0x1e), Status { near_end: true, ..FINE });
    assert_eq!(epson(0x1a, 0x12, 0x52, 0x12), offline, "a hot head cools down");
}

#[test]
fn bematech_answers_five_bytes() {
    let bematech = |answer: [u8; 5]| status(StatusDialect::Bematech, &[&answer]);
    assert_eq!(bematech([0x80, 0x81, 0x90, 0x91, 0x10]), FINE);
    assert_eq!(bematech([0x90, 0x91, 0x94, 0xd1, 0x10]), FINE, "waiting, drawer, no cutter");
    assert_eq!(
        bematech([0x88, 0x01, 0x90, 0x91, 0x10]),
        Status { offline: true, cover_open: true, ..FINE }
    );
    assert_eq!(bematech([0x80, 0xa5, 0x90, 0x91, 0x10]), Status { no_paper: true, ..FINE });
    assert_eq!(bematech([0x80, 0x83, 0x90, 0x91, 0x10]), Status { near_end: true, ..FINE });
    assert_eq!(bematech([0x80, 0xc1, 0x98, 0x91, 0x10]), Status { fault: true, ..FINE });
    assert_eq!(bematech([0x80, 0x81, 0x90, 0x95, 0x10]), Status { fault: true, ..FINE });
}

#[test]
fn elgin_and_daruma_answer_bare_bytes() {
    let elgin = |answer| status(StatusDialect::Elgin, &[&[answer]]);
    assert_eq!(elgin(0x09), FINE);
    assert_eq!(elgin(0x2d), FINE, "drawer, command done");
    assert_eq!(elgin(0x0a), Status { offline: true, no_paper: true, ..FINE });
    assert_eq!(elgin(0x01), Status { cover_open: true, ..FINE });
    assert_eq!(elgin(0x19), Status { near_end: true, ..FINE });

    let daruma = |one, two| status(StatusDialect::Daruma, &[&[one], &[two]]);
    assert_eq!(daruma(0x10, 0x10), FINE);
    assert_eq!(daruma(0x11, 0x90), FINE, "printing, drawer");
    assert_eq!(daruma(0x90, 0x10), Status { cover_open: true, ..FINE });
    assert_eq!(daruma(0x30, 0x02), Status { no_paper: true, ..FINE });
    assert_eq!(daruma(0x10, 0x11), Status { near_end: true, ..FINE });
    assert_eq!(daruma(0x00, 0x18), Status { offline: true, ..FINE });
    assert_eq!(daruma(0x18, 0x50), Status { fault: true, ..FINE });
}

#[test]
fn custom_answers_six_bytes() {
    let custom =
        |rest: [u8; 4]| status(StatusDialect::Custom, &[&[&[0x10, 0x0f][..], &rest].concat()]);
    assert_eq!(custom([0, 0, 0, 0]), FINE);
    assert_eq!(custom([0x20, 0x0c, 0x22, 0]), Status { slip_in_mouth: true, ..FINE });
    assert_eq!(custom([0x05, 0, 0, 0]), Status { no_paper: true, near_end: true, ..FINE });
    assert_eq!(custom([0x40, 0, 0, 0]), Status { near_end: true, ..FINE });
    assert_eq!(custom([0, 2, 0, 0]), Status { cover_open: true, ..FINE });
    assert_eq!(custom([0, 1, 0, 0]), Status { cover_open: true, ..FINE });
    for fault in [[0, 0, 0x40, 0], [0, 0, 0x01, 0], [0, 0, 0, 0x01], [0, 0, 0, 0x08]] {
        assert_eq!(custom(fault), Status { fault: true, ..FINE });
    }
}

#[test]
fn a_mixed_stream_is_taken_apart() {
    let stream = [
        0x12, // to DLE EOT
        0x1c, 0x00, 0x0f, 0x00, // unasked
        0x11, // XON
        0x37, 0x22, b'1', b'Q', b'u', b'9', 0x00, // to GS ( H
        0x00, // to GS r
        0x37, 0x25, 0x00, // to DLE DC4
        0x32,
    ];
    assert_eq!(
        replies(StatusDialect::Epson, &stream),
        [
            Reply::RealTime(0x12),
            Reply::Automatic([0x1c, 0, 0x0f, 0]),
            Reply::Byte(0x11),
            Reply::Process(*b"1Qu9"),
            Reply::Byte(0),
            Reply::Cleared,
            Reply::RealTime(0x32),
        ]
    );
}

#[test]
fn an_answer_may_come_in_pieces() {
    let profile = fake::profile(StatusDialect::Epson, Acknowledgement::ProcessId, Clear::DleDc4);
    let mut replies = Replies::new(&profile);
    for byte in *b"\x37\x22QSUW" {
        replies.push(&[byte]);
        assert_eq!(replies.next(), None);
    }
    replies.push(&[0]);
    assert_eq!(replies.next(), Some(Reply::Process(*b"QSUW")));
}

#[test]
fn noise_is_skipped_and_what_follows_is_found() {
    let after_noise = |noise: &[u8]| {
        known(StatusDialect::Epson, &[noise, &[0x37, 0x22, b'1', b'3', b'5', b'9', 0]].concat())
    };
    for noise in [
        &[0x00; 500][..],
        &[0xff; 500],
        &[0x37],
        &[0x37, 0x22],
        &[0x37, 0x25, 0xff],
        &[0x37, 0x22, b'1', b'3', b'5', b'9', 1],
        &[0x10],
        &[0x1c, 0x00],
        b"\xc3\xa7\x80",
    ] {
        assert_eq!(after_noise(noise), [Reply::Process(*b"1359")], "{noise:x?}");
    }
    let bematech = [0x80, 0x81, 0x90, 0x91, 0x10];
    let all = [&[0xff, 0x00, 0x80, 0x80, 0x81][..], &bematech].concat();
    assert_eq!(known(StatusDialect::Bematech, &all), [Reply::Bematech(bematech)]);
}

#[test]
fn floods_of_one_byte_say_nothing() {
    for dialect in [StatusDialect::Epson, StatusDialect::Bematech, StatusDialect::Custom] {
        for byte in [0x00, 0xff] {
            assert_eq!(known(dialect, &[byte; 1000]), []);
        }
    }
}

#[test]
fn characters_of_our_acknowledgements_look_like_no_other_answer() {
    for number in 0..2000 {
        let id = super::super::job::id(number);
        assert_eq!(known(StatusDialect::Epson, &id), [], "{id:?}");
        assert!(id.iter().all(|byte| (32..127).contains(byte)));
    }
}

proptest! {
    #[test]
    fn whatever_comes_an_acknowledgement_after_it_is_found(
        noise in proptest::collection::vec(any::<u8>(), 0..64)
    ) {
        // Noise may end in the beginning of an answer, which then swallows its own length.
        let stream = [&noise[..], &[0; 7], b"\x37\x22QSUW\0"].concat();
        for dialect in [StatusDialect::Epson, StatusDialect::Bematech, StatusDialect::Elgin] {
            let found = replies(dialect, &stream);
            prop_assert_eq!(found.last(), Some(&Reply::Process(*b"QSUW")));
        }
    }
}
