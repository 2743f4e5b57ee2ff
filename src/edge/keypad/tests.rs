//! Pads that ship, pads that are wrong, and pads that are learnt.

use super::*;
use crate::edge::scanner::Recording;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("hardware/keypads")
}

const NEEDED_KEYS: &str = "name = \"Pad\"\n[keys]\nup = \"KEY_UP\"\ndown = \"KEY_DOWN\"\n\
     left = \"KEY_LEFT\"\nright = \"KEY_RIGHT\"\nselect = \"KEY_ENTER\"\n";

fn parse(text: &str) -> Result<Profile, ProfileError> {
    Profile::parse(text, Path::new("pad.toml"))
}

fn told(text: &str) -> String {
    parse(text).unwrap_err().to_string()
}

#[test]
fn every_profile_that_ships_is_whole_and_the_usual_one_is_what_stands_in_code() {
    let names = Profile::names(&folder());
    assert!(names.iter().any(|name| name == "keyboard"));
    for name in &names {
        Profile::find(&folder(), name).unwrap();
    }
    let keyboard = Keypad::of(&Profile::find(&folder(), "keyboard").unwrap());
    for (sends, key) in Keypad::usual().keys {
        if matches!(sends, Sends::Named(_)) {
            assert_eq!(keyboard.asks(sends, false), Some(key), "{sends:?}");
        }
    }
}

#[test]
fn what_is_wrong_is_told_with_its_line_and_a_remedy() {
    assert!(parse(NEEDED_KEYS).is_ok());
    let missing = NEEDED_KEYS.replace("up = \"KEY_UP\"\n", "");
    assert!(told(&missing).contains("missing field `up`"), "{}", told(&missing));
    let unheard = format!("{NEEDED_KEYS}help = \"KEY_VOLUMEUP\"\n");
    assert!(told(&unheard).starts_with("pad.toml:8: no window hears \"KEY_VOLUMEUP\". Use"));
    let unknown = format!("{NEEDED_KEYS}hlep = \"KEY_F1\"\n");
    assert!(told(&unknown).starts_with("pad.toml:8: "), "{}", told(&unknown));
    // Both are Enter to a window.
    let twice = format!("{NEEDED_KEYS}choose = \"KEY_KPENTER\"\n");
    assert_eq!(
        told(&twice),
        "pad.toml:8: choose and select are the same key to a window. Give each its own key"
    );
    let none = Profile::find(&folder(), "none").unwrap_err().to_string();
    assert!(none.contains("keyboard"), "{none}");
}

#[test]
fn letters_are_typed_where_something_is_unless_a_pad_sends_them() {
    let (plus, usual) = (Sends::Letter('+'), Keypad::usual());
    assert_eq!(usual.asks(plus, false), Some(Key::Louder));
    assert_eq!(usual.asks(plus, true), None);
    let pad = parse(&format!("{NEEDED_KEYS}step = \"KEY_1\"\nchoose = \"KEY_2\"\n")).unwrap();
    let pad = Keypad::of(&pad);
    assert_eq!(pad.asks(Sends::Letter('1'), true), Some(Key::Step));
    assert_eq!(pad.asks(plus, false), None);
    assert_eq!(pad.asks(Sends::Named(Named::F(1)), true), Some(Key::Help));
    assert_eq!(pad.asks(Sends::Named(Named::Escape), true), None);
}

#[test]
fn a_name_is_found_for_every_key_and_a_number_for_every_name() {
    for (name, sends) in (0..=600).filter_map(codes::by_number) {
        assert_eq!(by_name(&name), Some(sends), "{name}");
    }
    // As `linux/input-event-codes.h` has them.
    for (code, name) in [(1, "KEY_ESC"), (11, "KEY_0"), (25, "KEY_P"), (38, "KEY_L")] {
        assert_eq!(codes::by_number(code).unwrap().0, name);
    }
    for (code, name) in [(50, "KEY_M"), (59, "KEY_F1"), (68, "KEY_F10"), (88, "KEY_F12")] {
        assert_eq!(codes::by_number(code).unwrap().0, name);
    }
}

/// A recording in which keys go down and up, half a second apart; 0 is ten seconds of silence.
fn recorded(keys: &[u16]) -> Recording {
    let mut at = 0.0;
    let mut lines = Vec::new();
    for key in keys {
        if *key == 0 {
            at += 10.5;
            continue;
        }
        for value in [1, 0] {
            at += 0.25;
            lines.push(format!("E: {at:.6} 0001 {key:04x} {value}"));
        }
    }
    lines.push(format!("E: {:.6} 0000 0000 0", at + 200.0));
    Recording::read(&lines.join("\n")).unwrap()
}

fn learnt(keys: &[u16]) -> (Result<String, LearnError>, String) {
    let mut out = Vec::new();
    let profile = learn(&mut recorded(keys), "Learnt \"pad\"", &mut out);
    (profile, String::from_utf8(out).unwrap())
}

#[test]
fn a_pad_is_learnt_from_its_presses() {
    // Up twice, by hands that tremble; a key for loudness, which no window hears; no switches.
    let presses = [103, 103, 108, 105, 106, 28, 59, 115, 61, 60, 63, 62, 0, 0];
    let (profile, told) = learnt(&presses);
    let text = profile.unwrap();
    let profile = parse(&text).unwrap();
    assert_eq!(profile.name, "Learnt \"pad\"");
    let pad = Keypad::of(&profile);
    assert_eq!(pad.asks(Sends::Named(Named::F(3)), false), Some(Key::Louder));
    assert_eq!(pad.asks(Sends::Named(Named::F(4)), false), Some(Key::Slower));
    assert!(told.contains("Press down\n  That key is up already\nPress down\n"), "{told}");
    assert!(told.contains("No window hears that key (115)"), "{told}");
    assert!(!text.contains("step"), "{text}");
}

#[test]
fn a_pad_without_a_needed_key_or_one_that_is_unplugged_is_told() {
    let (profile, _) = learnt(&[103, 108]);
    assert!(matches!(profile, Err(LearnError::NotPressed("left"))));
    let mut gone = Recording::read("E: 0.000000 0001 0067 1\n").unwrap();
    assert!(matches!(learn(&mut gone, "pad", &mut Vec::new()), Err(LearnError::Gone)));
}
