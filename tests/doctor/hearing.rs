//! Headphones, the microphone, and the keypad that the configuration names.

use hound::{SampleFormat, WavSpec, WavWriter};

use super::patient::Patient;

/// A WAV file that swings as far as `height` for two seconds.
fn speech(patient: &Patient, height: i16) -> String {
    let file = patient.station.data().with_file_name("speech.wav");
    let sample_format = SampleFormat::Int;
    let spec = WavSpec { channels: 1, sample_rate: 16_000, bits_per_sample: 16, sample_format };
    let mut wav = WavWriter::create(&file, spec).expect("writable");
    for at in 0..32_000 {
        wav.write_sample(if at % 50 < 25 { height } else { -height }).expect("writable");
    }
    wav.finalize().expect("writable");
    format!("[microphone]\ndriver = \"file\"\npath = {:?}\n", file.display().to_string())
}

#[test]
fn a_station_without_ears_is_told_and_one_that_hears_too() {
    let patient = Patient::new_born();
    let whole = patient.station.configuration();
    let words = ["docs/headphones.md", "no socket of this machine"];
    patient.is_worth_a_look("headphones", "headphones-none", &words);
    patient.is_worth_a_look("microphone", "microphone-none", &["docs/voice-notes.md"]);
    patient.write("sys/class/input/input7/name", "HDA Intel PCH Front Headphone\n");
    patient.write("sys/class/input/input7/capabilities/sw", "4\n");
    patient.is_worth_a_look("headphones", "headphones-none", &["HDA Intel PCH Front Headphone"]);

    let loud = speech(&patient, 3_000);
    patient.station.configure(&format!("{whole}{loud}"));
    let told = patient.told(&["--only", "microphone"]);
    told.holds("well", "microphone-hears", &["-21 decibels", "speech.wav"]).ends(0);
    assert!(told.text.contains("[not asked]  A request spoken"), "{}", told.text);
    speech(&patient, 0);
    patient.is_at_fault("microphone", "microphone-mute", &["alsamixer"]);
    std::fs::write(patient.station.data().with_file_name("speech.wav"), "drivel")
        .expect("writable");
    patient.is_at_fault("microphone", "microphone-refused", &["does not open"]);
    std::fs::remove_file(patient.station.data().with_file_name("speech.wav")).expect("it is there");
    patient.is_at_fault("microphone", "microphone-missing", &["There is none"]);
    patient.station.configure(&format!("{whole}[drivel]\n"));
    let told = patient.told(&["--only", "headphones,microphone"]);
    told.holds("not tried", "hearing-untried", &["Correct the configuration"]).ends(0);
}

#[cfg(all(feature = "scanner", target_os = "linux"))]
#[test]
fn a_socket_that_is_away_or_something_else_is_told() {
    let patient = Patient::new_born();
    let whole = patient.station.configuration();
    let device = |path: &str| {
        patient.station.configure(&format!("{whole}[headphones]\ndevice = \"{path}\"\n"));
    };
    device("/dev/input/by-path/no-such-event");
    patient.is_at_fault("headphones", "headphones-missing", &["no-such-event", "sound card"]);
    device("/dev/null");
    patient.is_at_fault("headphones", "headphones-wrong-device", &["/dev/null", "evtest"]);
}

#[test]
fn a_keypad_that_nobody_wrote_is_told() {
    let patient = Patient::new_born();
    let keypad = "[keypad]\nprofile = \"no-such\"\n";
    patient.station.configure(&format!("{}{keypad}", patient.station.configuration()));
    let words = ["\"no-such\"", "two-switches", "hardware/keypads"];
    patient.is_at_fault("keys", "keys-profile-wrong", &words);
}
