//! Words that are spoken instead of written: from the first touch to what staff write down.

use std::path::Path;

use serde_json::{Value, json};

use super::later::{reopenable, with_pin};
use super::steps::{label, said, text};
use crate::support::{Hub, Play, Station, VALEA_LINA, VILA_SERENA};

/// Seconds of the file that speaks.
const SECONDS: u32 = 7;

/// A file that speaks for so many seconds; silence where `height` is 0.
fn speech(path: &Path, seconds: u32, height: i16) {
    let spec = hound::WavSpec {
        channels: 2,
        sample_rate: 44_100,
        bits_per_sample: 16,
        sample_format: hound::SampleFormat::Int,
    };
    let mut file = hound::WavWriter::create(path, spec).expect("writable");
    for at in 0..seconds * spec.sample_rate {
        let sample = if at % 200 < 100 { height } else { -height };
        for _ in 0..spec.channels {
            file.write_sample(sample).expect("writable");
        }
    }
    file.finalize().expect("writable");
}

/// A station into whose microphone a file speaks.
fn that_hears(hub: &Hub, seconds: u32, height: i16) -> Station {
    let station = Station::enrolled(hub);
    let path = station.paper().with_file_name("speech.wav");
    speech(&path, seconds, height);
    let text = station.configuration();
    station.configure(&format!("{text}[microphone]\ndriver = \"file\"\npath = \"speech.wav\"\n"));
    station
}

/// From the welcome screen to what was recorded.
fn speak(play: &mut Play) -> Value {
    play.do_("request");
    play.do_("own-words");
    let recording = play.do_("record");
    assert_eq!(recording["screen"], "filing.recording");
    assert_eq!(recording["note"]["state"], "recording");
    let recorded = play.do_("stop-recording");
    assert_eq!(recorded["screen"], "filing.recorded", "{recorded}");
    assert_eq!(recorded["note"], json!({"state": "recorded", "seconds": SECONDS}));
    recorded
}

/// Somebody who cannot tell what it is about, from what was recorded to the number.
fn file(play: &mut Play) -> (String, String) {
    assert_eq!(play.do_("next")["screen"], "filing.group");
    play.do_("none-of-these");
    for _ in 0..20 {
        if play.screen() == "filing.review" {
            let done = play.do_("file");
            let part = |name: &str| text(&done[name]).to_owned();
            return (part("protocol"), part("access_code"));
        }
        assert_ne!(play.screen(), "filing.description", "it was said already");
        let plain = ["for:me", "who:anonymous", "contact:none", "place:cannot-say", "skip"];
        let offered = plain.iter().find(|action| play.offers(action));
        play.do_(offered.unwrap_or_else(|| panic!("nothing to do on {}", play.told())));
    }
    panic!("no review: {}", play.told());
}

/// How a request stands, as whoever has its paper sees it.
fn follow_up(play: &mut Play, locale: &str, (number, code): (&str, &str)) -> Value {
    play.do_("leave-fast");
    play.say(json!({"locale": locale}));
    play.do_("follow-up");
    play.typed("number", number);
    play.do_("next");
    play.typed("code", code);
    play.do_("next")
}

fn writes_down(hub: &Hub, station: &Station, number: &str, words: &str) {
    let path = station.paper().with_file_name("words.txt");
    std::fs::write(&path, words).expect("writable");
    let path = path.display().to_string();
    hub.ask(&["note", "write", number, "--text", &path]);
}

#[test]
fn a_spoken_request_is_filed_heard_and_written_down_in_three_languages() {
    for (city, locale, paper, waits, written) in [
        (VILA_SERENA, "pt-BR", "Pedido falado, 7 segundos", "ainda vai ouvir", "e escreveu:"),
        (VILA_SERENA, "en", "Spoken request, 7 seconds", "will still listen", "and wrote:"),
        (VALEA_LINA, "ro", "cu voce tare, 7 secunde", "o să asculte", "și a scris:"),
    ] {
        let hub = Hub::start(city);
        let station = that_hears(&hub, SECONDS, 9_000);
        let mut play = Play::start(&station);
        play.say(json!({"locale": locale}));
        let recorded = speak(&mut play);
        assert!(said(&recorded).contains(&SECONDS.to_string()), "{}", said(&recorded));
        assert_eq!(play.do_("hear-recording")["screen"], "filing.recorded");
        let (number, code) = file(&mut play);
        assert_eq!(play.outbox("delivered"), 1);
        let receipt = station.receipts().pop().expect("a receipt");
        assert!(receipt.contains(paper), "{receipt}");

        let waiting = follow_up(&mut play, locale, (&number, &code));
        assert!(said(&waiting).contains(waits), "{}", said(&waiting));
        let list = hub.ask(&["note", "list"]);
        assert!(list.contains(&number) && list.contains("\t7\there"), "{list}");
        let wav = station.paper().with_file_name("heard.wav");
        hub.ask(&["note", "export", &number, "--to", &wav.display().to_string()]);
        let heard = hound::WavReader::open(&wav).expect("a WAV file");
        assert_eq!((heard.spec().sample_rate, heard.duration() / 16_000), (16_000, SECONDS));

        writes_down(&hub, &station, &number, "Tem um buraco na rua.\n");
        assert!(!hub.ask(&["note", "list"]).contains(&number));
        assert_eq!(hub.told_of(&number, "description"), "Tem um buraco na rua.");
        let told = follow_up(&mut play, locale, (&number, &code));
        let told = said(&told);
        assert!(told.contains(written) && told.contains("Tem um buraco na rua."), "{told}");
        assert!(hub.alarms().is_empty());
    }
}

#[test]
fn what_was_spoken_and_left_waits_for_staff_with_its_draft_and_no_code_is_promised() {
    let hub = Hub::start(VILA_SERENA);
    let station = with_pin(that_hears(&hub, SECONDS, 9_000));
    let mut play = Play::start(&station);
    speak(&mut play);
    play.do_("help");
    assert!(!play.offers("save-for-later"));
    play.do_("back");
    assert_eq!(play.wait(361)["screen"], "welcome");
    speak(&mut play);
    play.do_("leave-fast");

    let left = play.say(json!({"staff": "left", "pin": "2468"}));
    let [id]: [String; 1] = reopenable(&left).try_into().expect("one draft");
    let recorded = play.do_(&id);
    assert_eq!(recorded["screen"], "filing.recorded");
    assert_eq!(recorded["note"], json!({"state": "recorded", "seconds": SECONDS}));
    let (number, _) = file(&mut play);
    assert!(hub.ask(&["note", "list"]).contains(&number));
}

#[test]
fn spoken_words_wait_for_the_line_and_survive_the_plug() {
    let mut hub = Hub::start(VILA_SERENA);
    let station = that_hears(&hub, SECONDS, 9_000);
    hub.kill();
    let mut play = Play::start(&station);
    speak(&mut play);
    play.process().kill();

    let mut play = Play::start(&station);
    assert_eq!(play.screen(), "filing.recorded");
    let (number, code) = file(&mut play);
    assert_eq!((play.outbox("waiting"), play.outbox("delivered")), (1, 0));
    assert!(station.outbox(&["list"]).contains("spoken"));
    let waiting = follow_up(&mut play, "pt-BR", (&number, &code));
    assert!(said(&waiting).contains("ainda vai ouvir"), "{}", said(&waiting));
    play.process().kill();

    let mut play = Play::start(&station);
    hub.restart();
    play.wait(60);
    assert_eq!(play.outbox("delivered"), 1);
    assert!(hub.ask(&["note", "list"]).contains(&number));
    assert!(!station.outbox(&["list"]).contains("spoken"), "the hub has it");
}

#[test]
fn nothing_is_left_of_what_was_spoken_and_not_filed() {
    let hub = Hub::start(VILA_SERENA);
    let station = that_hears(&hub, SECONDS, 9_000);
    let mut play = Play::start(&station);
    for ends in ["leave-fast", "throw-away"] {
        speak(&mut play);
        assert_eq!(notes(&station), 1);
        play.do_(ends);
        assert_eq!(notes(&station), 0, "{ends}");
    }
    assert_eq!(play.screen(), "filing.own-words");
    assert!(play.told()["note"].is_null());
    play.do_("record");
    play.do_("leave-fast");
    assert_eq!(notes(&station), 0);
    assert!(hub.ask(&["note", "list"]).lines().count() == 1);
}

/// How many sealed sounds the station keeps.
fn notes(station: &Station) -> usize {
    let output = std::process::Command::new("sqlite3")
        .arg(station.kept("station.sqlite3"))
        .arg("SELECT count(*) FROM note")
        .output()
        .expect("sqlite3 is installed");
    String::from_utf8_lossy(&output.stdout).trim().parse().expect("a count")
}

#[test]
fn a_recording_ends_by_itself_and_by_whatever_leads_away_from_it() {
    let hub = Hub::start(VILA_SERENA);
    let station = that_hears(&hub, SECONDS, 9_000);
    let mut play = Play::start(&station);
    play.do_("request");
    play.do_("own-words");
    play.do_("record");
    let later = play.wait(30);
    assert_eq!(
        (&later["screen"], &later["note"]["seconds"]),
        (&json!("filing.recording"), &json!(30))
    );
    let ended = play.wait(60);
    assert_eq!(ended["screen"], "filing.recorded");
    assert_eq!(ended["note"]["seconds"], SECONDS);

    play.do_("record-again");
    play.do_("help");
    assert_eq!(play.screen(), "help");
    assert_eq!(play.do_("back")["screen"], "filing.recorded");
    play.do_("record-again");
    play.do_("back");
    assert_eq!(play.screen(), "filing.recorded");
    play.do_("back");
    assert_eq!(play.screen(), "filing.own-words");
    assert_eq!(label(play.told(), "record"), "Minha fala gravada");
    assert_eq!(play.do_("record")["screen"], "filing.recorded");
}

#[test]
fn a_person_may_speak_where_something_is_added_and_change_it_in_the_review() {
    let hub = Hub::start(VILA_SERENA);
    let station = that_hears(&hub, SECONDS, 9_000);
    let mut play = Play::start(&station);
    play.do_("request");
    while play.screen() != "filing.description" {
        let plain = ["for:me", "place:cannot-say", "skip", "group:", "service:", "next"];
        let actions = play.told()["actions"].as_array().expect("a list").clone();
        let ids = actions.iter().map(|action| text(&action["id"]));
        let first = plain.iter().find_map(|wanted| ids.clone().find(|id| id.starts_with(wanted)));
        play.do_(first.expect("a way on"));
    }
    play.do_("record");
    play.do_("stop-recording");
    assert_eq!(play.do_("next")["screen"], "filing.who");
    super::steps::go_to_review(&mut play);
    assert!(label(play.told(), "change:description").contains("Sua fala, 7 segundos"));
    assert_eq!(play.do_("change:description")["screen"], "filing.recorded");
    assert_eq!(play.do_("throw-away")["screen"], "filing.review");
    assert!(!label(play.told(), "change:description").contains("Sua fala"));
}

#[test]
fn what_cannot_be_recorded_is_said_and_stops_nobody() {
    let hub = Hub::start(VILA_SERENA);
    let quiet = that_hears(&hub, SECONDS, 0);
    let mut play = Play::start(&quiet);
    play.do_("request");
    play.do_("own-words");
    play.do_("record");
    let silent = play.do_("stop-recording");
    assert_eq!(
        (&silent["screen"], &silent["title"]),
        (&json!("filing.not-recorded"), &json!("Não ouvi nada."))
    );
    std::fs::remove_file(quiet.paper().with_file_name("speech.wav")).expect("it is there");
    let away = play.do_("record-again");
    assert_eq!(away["title"], "Estou sem microfone agora.", "{away}");
    assert_eq!(play.do_("back")["screen"], "filing.own-words");
    assert!(!play.offers("record"), "not while it is away");

    let without = Station::enrolled(&hub);
    let mut play = Play::start(&without);
    play.do_("request");
    play.do_("own-words");
    assert!(!play.offers("record"));
    assert!(play.say(json!({"do": "record"}))["error"].is_string());
}

#[test]
fn a_recording_cut_off_with_the_process_is_said_to_be_lost() {
    let hub = Hub::start(VILA_SERENA);
    let station = that_hears(&hub, SECONDS, 9_000);
    let mut play = Play::start(&station);
    play.do_("request");
    play.do_("own-words");
    play.do_("record");
    play.process().kill();
    let mut play = Play::start(&station);
    assert_eq!(play.told()["title"], "A gravação parou antes do fim.");
    play.do_("record-again");
    assert_eq!(play.do_("stop-recording")["screen"], "filing.recorded");
}

#[test]
fn a_citys_own_server_takes_no_sound_and_the_station_keeps_it_for_staff() {
    let hub = Hub::start(VILA_SERENA);
    let station = that_hears(&hub, SECONDS, 9_000);
    let plain = station.configuration().replace("[hub]\n", "[hub]\ndialect = \"open311\"\n");
    station.configure(&plain);
    let mut play = Play::start(&station);
    speak(&mut play);
    let (number, _) = file(&mut play);
    assert_eq!(play.outbox("delivered"), 1);
    let theirs = hub.numbers().pop().expect("a request");
    let told = hub.ask(&["show", &theirs]);
    assert!(told.contains("[pedido falado: a prefeitura vai ouvir e escrever]"), "{told}");

    play.do_("leave-fast");
    assert!(station.outbox(&["list"]).contains("spoken"), "nobody has listened yet");
    let wav = station.paper().with_file_name("heard.wav");
    station.outbox(&["note", &number, "--to", &wav.display().to_string()]);
    assert_eq!(hound::WavReader::open(&wav).expect("a WAV file").duration() / 16_000, SECONDS);
    station.outbox(&["written-down", &number]);
    play.poll();
    assert!(!station.outbox(&["list"]).contains("spoken"));
    assert_eq!(notes(&station), 0);
}
