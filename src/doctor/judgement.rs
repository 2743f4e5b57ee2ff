//! What only a person can judge: paper that comes out, a voice that is heard, a glass under fingers.

use super::finding::{Finding, Judgement, Kind, kinds};
use super::{Attendant, Part, Patient};

kinds! {
    PICTURE = Fault, "judged-picture", "A person says that the picture is not right",
        "Set the screen to its own pixels and turn the picture as it is mounted; measure it and write [screen]";
    TOUCH = Fault, "judged-touch", "A person says that touches do not count where the finger is",
        "Turn the touch device as the picture is turned (udev LIBINPUT_CALIBRATION_MATRIX); clean the glass";
    PAPER = Fault, "judged-paper", "A person says that the slip is not whole",
        "Compare roll, dots and cut with the printer's profile: docs/printers.md, \"What is wrong\"";
    VOICE = Fault, "judged-voice", "A person says that the voice is not heard clearly",
        "Switch the loudspeaker on and turn it up (`alsamixer`); choose its card as the default one";
    HEADPHONES = Fault, "judged-headphones", "A person says that with headphones in the room still hears the voice, or the headphones do not",
        "Choose the socket's card as the default one (`pactl set-default-sink`), and let it switch to what is plugged in";
    MICROPHONE = Fault, "judged-microphone", "A person says that a spoken request cannot be understood",
        "Turn the microphone up (`alsamixer`, F4) and keep it away from the loudspeaker and the fan";
    KEYS = Fault, "judged-keys", "A person says that a key does not do what it should",
        "Set the keypad's keys to the arrows and Enter with its maker's program";
    SCANNER = Fault, "judged-scanner", "A person says that the scanner does not open a receipt",
        "Do the steps of docs/scanner.md: the scanner must type as a US keyboard and end with Enter";
}

/// A question, and what no means.
type Question = (String, &'static Kind);

/// Asks whoever stands there what belongs to a part, as far as there was something to judge.
pub(super) fn ask(
    part: Part,
    patient: &Patient,
    findings: &[Finding],
    attendant: &mut dyn Attendant,
) -> Vec<(Judgement, &'static Kind)> {
    let has = |ids: &[&str]| findings.iter().any(|finding| ids.contains(&finding.kind.id));
    let happened = match part {
        Part::Printer => has(&["printer-printed", "printer-sent"]),
        Part::Voice => has(&["voice-spoken"]),
        _ => true,
    };
    let asked = questions(part, patient, findings).into_iter().map(|(question, no)| {
        let answer = if happened { attendant.ask(&question) } else { None };
        (Judgement { question, answer }, no)
    });
    asked.collect()
}

/// What it means that somebody said no.
pub(super) fn fault((judgement, no): &(Judgement, &'static Kind)) -> Option<Finding> {
    (judgement.answer == Some(false))
        .then(|| Finding::new(no, format!("Asked: {}", judgement.question), "No"))
}

fn questions(part: Part, patient: &Patient, findings: &[Finding]) -> Vec<Question> {
    let has = |id: &str| findings.iter().any(|finding| finding.kind.id == id);
    let mut asked: Vec<Question> = Vec::new();
    let mut ask = |question: &str, no| asked.push((question.to_owned(), no));
    match part {
        Part::Screen => {
            ask("The picture fills the glass, upright, and can be read from a chair?", &PICTURE);
        }
        Part::Touch => {
            ask("Touches count where the finger is, in the middle and in all corners?", &TOUCH);
        }
        Part::Printer if !has("printer-none") => {
            ask("A slip came out whole and cut, every line can be read?", &PAPER);
        }
        Part::Voice if !has("voice-silent") => {
            let languages = patient.city.iter().flat_map(|city| &city.languages);
            let tags: Vec<&str> = languages.map(|language| language.tag()).collect();
            ask(&format!("The voice was heard clearly in {}?", tags.join(", ")), &VOICE);
        }
        Part::Headphones if !has("headphones-none") => {
            ask("With headphones in, the voice is in them and not in the room?", &HEADPHONES);
        }
        Part::Microphone if !has("microphone-none") => {
            ask(
                "A request spoken at the station can be understood when it is heard back?",
                &MICROPHONE,
            );
        }
        Part::Keys => {
            if has("keys-found") {
                ask("Each key of the keypad moves the frame or chooses?", &KEYS);
            }
            if has("scanner-found") {
                ask("A receipt held before the scanner opens its request?", &SCANNER);
            }
        }
        Part::Printer
        | Part::Voice
        | Part::Headphones
        | Part::Microphone
        | Part::Setup
        | Part::Clock
        | Part::Disk
        | Part::Hub => {}
    }
    asked
}
