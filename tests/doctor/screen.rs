//! Screens, fingers, keys and the files of the station's own set-up.

use super::patient::Patient;

#[test]
fn a_screen_that_is_missing_or_too_small_is_told() {
    let patient = Patient::new_born();
    patient.is_at_fault("screen", "screen-no-server", &["HDMI-A-1 1920 × 1080", "compositor"]);
    let told = patient.told(&["--only", "screen"]);
    told.holds("well", "screen-size", &["476 × 268 mm as written under [screen]", "4.0"]);
    patient.reconfigure("width_mm = 476\nheight_mm = 268\n", "");
    let told = patient.told(&["--only", "screen"]);
    told.holds("look at it", "screen-size-guessed", &["guessed from its pixels", "ruler"]);
    patient.reconfigure("[screen]\n", "[screen]\nwidth_mm = 476\nheight_mm = 400\n");
    let told = patient.told(&["--only", "screen"]);
    told.holds("FAULT", "screen-size-wrong", &["Measure the picture again"]);
    patient.reconfigure("width_mm = 476\nheight_mm = 400\n", "diagonal_inches = 7\n");
    patient.is_at_fault("screen", "screen-too-small", &["10.1 inches"]);
    patient.remove("sys/class/drm");
    patient.is_at_fault("screen", "screen-missing", &["plugged in: nothing"]);
}

#[cfg(feature = "screen")]
#[test]
fn a_display_server_that_is_not_there_is_told() {
    let patient = Patient::new_born();
    let mut command = patient.command();
    command.env("DISPLAY", ":4711").args(["--only", "screen"]);
    let told = super::patient::told(&mut command);
    told.holds("FAULT", "screen-refused", &["DISPLAY=:4711"]).ends(1);
}

#[test]
fn a_machine_without_touch_or_keys_is_told() {
    let patient = Patient::new_born();
    let told = patient.told(&["--only", "touch,keys"]);
    told.holds("well", "touch-found", &["ILITEK Multi-Touch"]);
    told.holds("look at it", "keys-missing", &["Plug in the keypad"]).ends(0);
    patient.remove("sys/class/input");
    patient.is_at_fault("touch", "touch-missing", &["None among 0", "USB cable"]);
}

#[cfg(all(feature = "scanner", target_os = "linux"))]
#[test]
fn a_scanner_that_is_not_there_is_told() {
    let patient = Patient::new_born();
    let scanner = "[scanner]\ndevice = \"/dev/input/by-id/no-such-event-kbd\"\n";
    patient.station.configure(&format!("{}{scanner}", patient.station.configuration()));
    let words = ["no-such-event-kbd", "ls /dev/input/by-id"];
    patient.is_at_fault("keys", "scanner-missing", &words);
}

#[test]
fn a_broken_configuration_is_a_finding_and_no_end() {
    let patient = Patient::new();
    patient.reconfigure("[printer]\n", "[printer]\ndrivel = 1\n");
    let told = patient.told(&["--only", "setup,touch,printer,voice,clock,disk,hub"]);
    told.holds("FAULT", "setup-wrong", &["station.toml:", "drivel"]);
    told.holds("well", "touch-found", &[]);
    told.holds("not tried", "printer-untried", &["Correct the configuration"]);
    told.holds("not tried", "voice-untried", &[]);
    told.holds("not tried", "hub-untried", &[]).ends(1);
}

#[test]
fn a_branch_that_is_none_and_a_key_without_a_number_are_told() {
    let patient = Patient::new_born();
    let whole = patient.station.configuration();
    patient.reconfigure("[station]\n", "[station]\nbranch = \"NOWHERE\"\n");
    patient.is_at_fault("setup", "setup-branch-unknown", &["\"NOWHERE\"", "[station] branch: "]);
    let number = whole.lines().find(|line| line.starts_with("number = ")).expect("a number");
    patient.station.configure(&whole.replace(&format!("{number}\n"), ""));
    patient.is_at_fault("setup", "setup-no-number", &["came with the key"]);
}
