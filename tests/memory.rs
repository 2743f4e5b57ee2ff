//! One second after farewell nothing of a visit is in the process's memory, its files or its logs.
//!
//! Sealed rows cannot be found by a scan, and paper is left out on purpose.

#![cfg(all(feature = "hub", target_os = "linux"))]
#![allow(clippy::unwrap_used, reason = "a test that cannot read what it scans fails")]

#[path = "support/support.rs"]
mod support;

use std::fs::{self, File};
use std::io::{Read, Seek, SeekFrom};
use std::path::Path;
use std::time::Duration;

use acolhe::edge::clock::Deadline;
use acolhe::wire::note::{RATE, encode, pcm};
use memchr::memmem;
use support::{Hub, PATIENCE, Play, Station, VILA_SERENA};

/// What is typed and found nowhere else.
const PLANTED: [(&str, &str); 6] = [
    ("own words", "qzburaco plantado"),
    ("answer", "qzresposta plantada"),
    ("place", "qzlugar plantado"),
    ("description", "qzhistoria plantada"),
    ("name", "Qzmaria Plantada"),
    ("telephone", "21 91827-3645"),
];

/// Every form in which something that was typed could lie about.
fn forms(text: &str) -> Vec<Vec<u8>> {
    let mut texts = vec![text.to_owned(), text.to_lowercase(), text.to_uppercase()];
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    if digits.len() > 5 {
        texts.push(digits);
    }
    // As it travels in a form, and as it is spoken digit by digit.
    texts.push(text.replace(' ', "+"));
    texts.push(text.replace(' ', "%20"));
    texts.sort();
    texts.dedup();
    texts
        .iter()
        .flat_map(|text| {
            let wide = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
            [text.clone().into_bytes(), wide]
        })
        .collect()
}

/// Every readable range of the process's memory.
fn memory(process: u32) -> Vec<(String, Vec<u8>)> {
    let maps = fs::read_to_string(format!("/proc/{process}/maps")).unwrap();
    let mut memory = File::open(format!("/proc/{process}/mem")).unwrap();
    maps.lines()
        .filter_map(|line| {
            let mut parts = line.split_whitespace();
            let (start, end) = parts.next()?.split_once('-')?;
            let start = u64::from_str_radix(start, 16).ok()?;
            let end = u64::from_str_radix(end, 16).ok()?;
            let rights = parts.next()?;
            rights.starts_with('r').then_some(())?;
            // What is read from a file and cannot be written holds what the file holds: among a
            // program's tables any six digits may stand.
            let is_of_file = parts.nth(2).is_some_and(|inode| inode != "0");
            (rights.contains('w') || !is_of_file).then_some(())?;
            let mut bytes = vec![0; usize::try_from(end - start).ok()?];
            memory.seek(SeekFrom::Start(start)).ok()?;
            // Some ranges belong to the kernel and refuse.
            memory.read_exact(&mut bytes).ok()?;
            Some((format!("memory: {line}"), bytes))
        })
        .collect()
}

/// Every file below a folder but the paper.
fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() && path.file_name().is_none_or(|name| name != "paper") {
            found.extend(files(&path));
        } else if path.is_file() {
            found.push((path.display().to_string(), fs::read(&path).unwrap_or_default()));
        }
    }
    found
}

/// Where anything planted lies, told without repeating it.
fn found(process: u32, data: &Path, planted: &[(&str, String)]) -> Vec<String> {
    let planted: Vec<_> = planted.iter().map(|(name, text)| (*name, forms(text))).collect();
    found_bytes(process, data, &planted)
}

/// Where any form of anything planted lies.
fn found_bytes(process: u32, data: &Path, planted: &[(&str, Vec<Vec<u8>>)]) -> Vec<String> {
    let mut places = Vec::new();
    for (place, bytes) in memory(process).into_iter().chain(files(data)) {
        for (name, forms) in planted {
            if forms.iter().any(|form| memmem::find(&bytes, form).is_some()) {
                places.push(format!("{name} in {place}"));
            }
        }
    }
    places
}

/// A visit that types everything planted, up to the review.
fn to_review(play: &mut Play) {
    let text = |name: &str| PLANTED.iter().find(|(known, _)| *known == name).unwrap().1;
    play.do_("request");
    play.do_("own-words");
    play.typed("words", text("own words"));
    play.do_("next");
    play.do_("none-of-these");
    play.do_("for:me");
    while play.screen() == "filing.question" {
        if play.told()["fields"].as_array().is_some_and(|fields| !fields.is_empty()) {
            play.typed("answer", text("answer"));
            play.do_("next");
        } else {
            play.do_("skip");
        }
    }
    play.do_("place:landmark");
    play.typed("place", text("place"));
    play.do_("next");
    play.typed("description", text("description"));
    play.do_("next");
    play.do_("who:name");
    play.typed("name", text("name"));
    play.do_("next");
    play.do_("contact:phone");
    play.typed("reply-to", text("telephone"));
    play.do_("next");
    play.do_("no");
    assert_eq!(play.screen(), "filing.review");
}

/// The same to its end: the number.
fn visit(play: &mut Play) -> (String, String) {
    to_review(play);
    let done = play.do_("file");
    let part = |name: &str| done[name].as_str().unwrap().to_owned();
    (part("protocol"), part("access_code"))
}

fn nothing_is_left(hub_is_up: bool) {
    let hub = Hub::start(VILA_SERENA);
    let station = Station::enrolled(&hub);
    let mut play = Play::start(&station);
    if !hub_is_up {
        hub.kill();
    }
    let (number, code) = visit(&mut play);
    let mut planted: Vec<(&str, String)> =
        PLANTED.iter().map(|(name, text)| (*name, (*text).to_owned())).collect();
    planted.push(("access code", format!("#{code}")));
    let process = play.process().id();
    assert!(
        !found(process, &station.data(), &planted).is_empty(),
        "A scan that finds nothing during the visit proves nothing after it"
    );
    play.do_("finish");
    play.do_("face:5");
    play.do_("skip");
    let second = Deadline::after(Duration::from_secs(1));
    play.do_("finish");
    assert_eq!(play.protocol(), None);
    let mut left = found(process, &station.data(), &planted);
    // Threads of printer and courier may be at their last bytes: they have a second.
    while !left.is_empty() && !second.left().is_zero() {
        left = found(process, &station.data(), &planted);
    }
    assert!(left.is_empty(), "Left after farewell of {number}:\n{}", left.join("\n"));
    assert_eq!(play.outbox("delivered"), u64::from(hub_is_up));
}

#[test]
fn nothing_of_a_delivered_visit_is_left_after_farewell() {
    nothing_is_left(true);
}

#[test]
fn nothing_of_a_visit_that_waits_for_the_line_is_left_after_farewell() {
    nothing_is_left(false);
}

/// Three seconds that sound like nothing else, at the rate of a note.
fn noise() -> Vec<i16> {
    let mut state = 0x2545_f491_u32;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        i16::from_le_bytes([state.to_le_bytes()[1], state.to_le_bytes()[2]]) / 2
    };
    (0..3 * RATE).map(|_| next()).collect()
}

/// Pieces of a sound from all over it, as samples and as it is kept.
fn pieces(samples: &[i16]) -> [(&'static str, Vec<Vec<u8>>); 2] {
    let plain: Vec<u8> = samples.iter().flat_map(|sample| sample.to_le_bytes()).collect();
    let kept = encode(samples).to_vec();
    let of =
        |bytes: &[u8]| (1..8).map(|part| bytes[part * bytes.len() / 8..][..32].to_vec()).collect();
    [("samples", of(&plain)), ("a note", of(&kept))]
}

fn nothing_spoken_is_left(hub_is_up: bool, files_it: bool) {
    let hub = Hub::start(VILA_SERENA);
    let station = Station::enrolled(&hub);
    let samples = noise();
    fs::write(station.paper().with_file_name("speech.wav"), pcm(&samples).as_slice()).unwrap();
    let text = station.configuration();
    let microphone = "[microphone]\ndriver = \"file\"\npath = \"speech.wav\"\n";
    station.configure(&format!("{text}{microphone}"));
    let mut play = Play::start(&station);
    if !hub_is_up {
        hub.kill();
    }
    let planted = pieces(&samples);
    let process = play.process().id();
    play.do_("request");
    play.do_("own-words");
    play.do_("record");
    let patience = Deadline::after(PATIENCE);
    while found_bytes(process, &station.data(), &planted).is_empty() {
        assert!(!patience.left().is_zero(), "A scan that finds nothing proves nothing");
    }
    play.do_("stop-recording");
    play.do_("hear-recording");
    if files_it {
        play.do_("next");
        play.do_("none-of-these");
        while play.screen() != "filing.review" {
            let plain = ["for:me", "who:anonymous", "contact:none", "skip"];
            play.do_(plain.into_iter().find(|action| play.offers(action)).unwrap());
        }
        play.do_("file");
        play.do_("finish");
        play.do_("skip");
        play.do_("finish");
    } else {
        play.do_("leave-fast");
    }
    let second = Deadline::after(Duration::from_secs(1));
    let mut left = found_bytes(process, &station.data(), &planted);
    while !left.is_empty() && !second.left().is_zero() {
        left = found_bytes(process, &station.data(), &planted);
    }
    assert!(left.is_empty(), "Left of what was spoken:\n{}", left.join("\n"));
    assert_eq!(play.outbox("delivered"), u64::from(hub_is_up && files_it));
    assert_eq!(play.outbox("waiting"), u64::from(!hub_is_up && files_it));
}

#[test]
fn nothing_spoken_and_delivered_is_left_after_farewell() {
    nothing_spoken_is_left(true, true);
}

#[test]
fn nothing_spoken_that_waits_for_the_line_is_left_after_farewell() {
    nothing_spoken_is_left(false, true);
}

#[test]
fn nothing_spoken_and_not_filed_is_left_after_leaving() {
    nothing_spoken_is_left(true, false);
}

/// Types everything planted and keeps it for later; tells the words in one line.
fn keep_for_later(play: &mut Play) -> String {
    to_review(play);
    let saved = play.do_("save-for-later");
    let words = saved["resume_words"].as_array().unwrap();
    let words: Vec<&str> = words.iter().map(|word| word.as_str().unwrap()).collect();
    words.join(" ")
}

#[test]
fn nothing_of_a_draft_that_was_kept_for_later_is_left_and_only_its_words_open_it() {
    let hub = Hub::start(VILA_SERENA);
    let station = Station::enrolled(&hub);
    let mut play = Play::start(&station);
    let words = keep_for_later(&mut play);
    let mut planted: Vec<(&str, String)> =
        PLANTED.iter().map(|(name, text)| (*name, (*text).to_owned())).collect();
    planted.push(("words", words.clone()));
    planted.push(("words as shown", words.replace(' ', ", ")));
    let process = play.process().id();
    assert!(
        !found(process, &station.data(), &planted).is_empty(),
        "A scan that finds nothing during the visit proves nothing after it"
    );
    play.do_("finish");
    let second = Deadline::after(Duration::from_secs(1));
    play.do_("finish");
    let mut left = found(process, &station.data(), &planted);
    while !left.is_empty() && !second.left().is_zero() {
        left = found(process, &station.data(), &planted);
    }
    assert!(left.is_empty(), "Left after farewell:\n{}", left.join("\n"));
    assert!(found(hub.process().id(), &hub.data(), &planted).is_empty(), "The hub can read it");

    play.do_("continue-saved");
    play.typed("word", &words);
    assert_eq!(play.do_("next")["screen"], "filing.review");
    assert!(!found(process, &station.data(), &planted).is_empty(), "It is back");
    play.do_("leave-fast");
}

#[test]
fn nothing_of_a_draft_that_somebody_left_can_be_read() {
    let hub = Hub::start(VILA_SERENA);
    let station = Station::enrolled(&hub);
    let mut play = Play::start(&station);
    to_review(&mut play);
    let planted: Vec<(&str, String)> =
        PLANTED.iter().map(|(name, text)| (*name, (*text).to_owned())).collect();
    let second = Deadline::after(Duration::from_secs(1));
    play.wait(361);
    assert_eq!(play.screen(), "welcome");
    let mut left = found(play.process().id(), &station.data(), &planted);
    while !left.is_empty() && !second.left().is_zero() {
        left = found(play.process().id(), &station.data(), &planted);
    }
    assert!(left.is_empty(), "Left when nobody was there:\n{}", left.join("\n"));
}
