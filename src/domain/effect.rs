//! Everything the domain may ask of the world: a closed list.

use jiff::Timestamp;
use uuid::Uuid;

use super::appointment::{Ask, Key};
use super::code_words::ResumeCode;
use super::later::{Kept, Locator};
use super::lesson::{LessonId, Rung, Score};
use super::protocol_number::ProtocolNumber;
use super::request::{AccessCode, Request, RequestId};
use super::visit::Tray;

/// Something asked of the world. The durable ones are committed with the state that asked.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Durable: keep the request and bring it to the city.
    File(Box<Request>),
    /// Durable: print the slip of the visit's filed request, at most once.
    Print {
        /// Id of the print job.
        job: Uuid,
        /// 1 for the first slip that may have come out, 2 for "2ª via", and so on.
        copy: u32,
        /// Where it is to come out.
        tray: Tray,
    },
    /// Durable: keep an opinion, tied to nothing.
    KeepOpinion {
        /// From 1 to 5.
        face: u8,
        /// Id of a reason.
        reason: Option<String>,
    },
    /// Durable: count a lesson that was begun or ended; whose it was is not kept.
    CountLesson {
        /// Which.
        lesson: LessonId,
        /// With how much help.
        rung: Rung,
        /// How it went, at its end.
        ended: Option<Score>,
    },
    /// Durable: keep what the microphone recorded for a draft, in place of what was there.
    KeepNote(RequestId),
    /// Durable: forget what was recorded for a draft.
    ForgetNote(RequestId),
    /// Record what is said, for this draft.
    Record(RequestId),
    /// Record no longer, and tell what there is.
    EndRecording,
    /// Play what was recorded for this draft.
    HearNote(RequestId),
    /// Look a request up, here and at the city.
    LookUp {
        /// Which look-up; its answer comes back with it.
        attempt: u32,
        /// The number.
        number: ProtocolNumber,
        /// The access code.
        code: Option<AccessCode>,
    },
    /// Ask the hub about an appointment.
    Booking {
        /// Which question; its answer comes back with it.
        attempt: u32,
        /// The question.
        ask: Ask,
    },
    /// A held time is not wanted any more. Nobody waits for the answer: it expires all the same.
    LetGo {
        /// The call.
        call: Uuid,
        /// What opens it.
        key: Key,
    },
    /// Durable: print the slip of what is booked, at most once.
    PrintBooking {
        /// Id of the print job.
        job: Uuid,
        /// 1 for the first slip that may have come out, 2 for "2ª via", and so on.
        copy: u32,
        /// Where it is to come out.
        tray: Tray,
    },
    /// Durable: keep a draft under a code.
    Keep {
        /// The code.
        code: ResumeCode,
        /// What was said.
        kept: Box<Kept>,
        /// When it is forgotten.
        until: Timestamp,
    },
    /// Durable: print the slip with the code's words, at most once.
    PrintCode {
        /// Id of the print job.
        job: Uuid,
        /// Where it is to come out.
        tray: Tray,
    },
    /// Durable: print what a lesson gives to take home, at most once.
    PrintLesson {
        /// Id of the print job.
        job: Uuid,
        /// Where it is to come out.
        tray: Tray,
    },
    /// Durable: the person goes on at once; the code opens nothing any more.
    TakeBack {
        /// The code.
        code: ResumeCode,
        /// When its draft would have been forgotten.
        until: Timestamp,
    },
    /// Look for what is kept under a code, here and at the city.
    TryCode {
        /// Which try; its answer comes back with it.
        attempt: u32,
        /// What the words may stand for, the likeliest first.
        codes: Vec<ResumeCode>,
    },
    /// Durable: a code was used, and opens nothing any more.
    Spend {
        /// Where its draft was.
        locator: Locator,
        /// When that would have been forgotten.
        until: Timestamp,
    },
    /// Durable: keep a draft that somebody left without a word, for staff.
    KeepLeft {
        /// Its id.
        id: Uuid,
        /// What was said.
        kept: Box<Kept>,
        /// When it is forgotten.
        until: Timestamp,
    },
    /// Open a draft that somebody left.
    OpenLeft(Uuid),
    /// Durable: it goes on; staff do not see it any more.
    ForgetLeft(Uuid),
    /// Tell who leads the group how this seat is, and ask what is wanted.
    AskLeader,
    /// Nobody sits there any more; nobody waits for the answer.
    StandUp(Uuid),
    /// Stop speaking, or go on.
    Pause,
    /// Say the arrival speech again, from the sentence of this index on.
    SpeakFrom(usize),
    /// Call an attendant.
    CallAttendant,
    /// Call an attendant, and say and show nothing of it.
    CallQuietly,
    /// Headphones came in or went out.
    Headphones(bool),
    /// These slips are not wanted any more, unless they are coming out already.
    WithdrawPrints(Vec<Uuid>),
    /// Call an attendant for somebody who speaks the language of this tag.
    CallSpeaker(String),
    /// The visit is over: forget everything.
    Wipe,
}
