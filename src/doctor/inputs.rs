//! Touch, keypad, scanner and sockets: what the kernel says of its input devices.

use std::path::Path;

use super::Patient;
use super::finding::{Finding, first, kinds};
use super::machine::Machine;
use crate::domain::event::Key;
use crate::edge::keypad::Keypad;

kinds! {
    TOUCH = Well, "touch-found", "The machine has a touch device", "";
    NO_TOUCH = Fault, "touch-missing", "The machine has no touch device: nobody can touch anything",
        "Plug in the screen's USB cable (touch has one of its own); `dmesg` names the device when it comes";
    KEYS = Well, "keys-found", "The machine has keys for up, down, left, right and select, or two switches", "";
    NO_KEYS = LookAtIt, "keys-missing", "There is no keypad: whoever cannot touch cannot use the station",
        "Plug in the keypad; if its keys are not the arrows and Enter, run `acolhe keypad learn` and name its profile";
    WRONG_PROFILE = Fault, "keys-profile-wrong", "The keypad's profile cannot be used: the kiosk does not start",
        "Correct [keypad] profile, or the file of hardware/keypads that it names";
    NO_SCANNER = NotTried, "scanner-none", "No scanner is configured: numbers are typed",
        "With a scanner, write its /dev/input/by-id/…-event-kbd under [scanner] device";
    SCANNER = Well, "scanner-found", "The scanner is there and may be read", "";
    SCANNER_AWAY = Fault, "scanner-missing", "The configured scanner is not there",
        "Plug it in, or write the name that `ls /dev/input/by-id` shows under [scanner] device";
    SCANNER_LOCKED = Fault, "scanner-not-readable", "The configured scanner may not be read",
        "Add the station's user to the group input: usermod -aG input USER";
    NOT_A_SCANNER = Fault, "scanner-wrong-device", "The configured scanner is no keyboard of the kernel",
        "Write the name that ends in -event-kbd under [scanner] device";
}

/// Linux's numbers (`input-event-codes.h`).
const ABS_X: usize = 0x00;
const ABS_MT_POSITION_X: usize = 0x35;
const BTN_TOUCH: usize = 0x14a;
const DIRECT: usize = 1;
const SW_HEADPHONE_INSERT: usize = 2;

/// What whoever does not touch needs: five keys, or two switches.
const FIVE_KEYS: [Key; 5] = [Key::Up, Key::Down, Key::Left, Key::Right, Key::Select];
const TWO_SWITCHES: [Key; 2] = [Key::Step, Key::Choose];

/// An input device.
struct Device {
    name: String,
    keys: Bits,
    axes: Bits,
    properties: Bits,
    switches: Bits,
}

/// Bits as sysfs writes them: words in hexadecimal, the highest first.
struct Bits(Vec<u64>);

impl Bits {
    fn read(text: &str) -> Self {
        let words = text.split_whitespace().rev();
        Self(words.map(|word| u64::from_str_radix(word, 16).unwrap_or_default()).collect())
    }

    fn has(&self, bit: usize) -> bool {
        self.0.get(bit / 64).is_some_and(|word| word & (1 << (bit % 64)) != 0)
    }
}

impl Device {
    fn read(machine: &Machine, folder: &Path) -> Option<Self> {
        let text = |name: &str| machine.read(folder.join(name)).unwrap_or_default();
        let name = machine.read(folder.join("name"))?;
        Some(Self {
            name,
            keys: Bits::read(&text("capabilities/key")),
            axes: Bits::read(&text("capabilities/abs")),
            properties: Bits::read(&text("properties")),
            switches: Bits::read(&text("capabilities/sw")),
        })
    }

    /// A finger on glass; a touch pad is not what it shows.
    fn is_touch(&self) -> bool {
        let fingers = self.axes.has(ABS_MT_POSITION_X) || self.axes.has(ABS_X);
        let is_direct = self.properties.has(DIRECT);
        fingers && self.keys.has(BTN_TOUCH) && is_direct
    }

    fn feels_headphones(&self) -> bool {
        self.switches.has(SW_HEADPHONE_INSERT)
    }

    fn is_a(&self, keypad: &Keypad) -> bool {
        let asks = |key: &Key| keypad.is_asked_by(*key, |code| self.keys.has(usize::from(code)));
        FIVE_KEYS.iter().all(asks) || TWO_SWITCHES.iter().all(asks)
    }
}

fn devices(machine: &Machine) -> Vec<Device> {
    let folders = machine.list("sys/class/input");
    let inputs = folders.iter().filter(|folder| {
        folder.file_name().is_some_and(|name| name.to_string_lossy().starts_with("input"))
    });
    inputs.filter_map(|folder| Device::read(machine, folder)).collect()
}

/// The names of some devices.
fn named(machine: &Machine, which: impl Fn(&Device) -> bool) -> Vec<String> {
    devices(machine).into_iter().filter(|device| which(device)).map(|device| device.name).collect()
}

/// The sockets that tell of a plug.
pub(super) fn sockets(machine: &Machine) -> Vec<String> {
    named(machine, Device::feels_headphones)
}

pub(super) fn touch(machine: &Machine) -> Finding {
    let tried = "Looked for a touch device of the kernel";
    let found = named(machine, Device::is_touch);
    if found.is_empty() {
        let all = devices(machine).len();
        return Finding::new(&NO_TOUCH, tried, format!("None among {all} input devices"));
    }
    Finding::new(&TOUCH, tried, first(&found, 3))
}

pub(super) fn keys(patient: &Patient) -> Vec<Finding> {
    let Some(setup) = &patient.setup else {
        return vec![keypad(&patient.machine, &Keypad::usual(), "an ordinary keyboard")];
    };
    let profile = setup.config.keypad.profile.as_deref().unwrap_or("an ordinary keyboard");
    let keys = match Keypad::configured(&setup.config.keypad, &setup.assets) {
        Ok(pad) => keypad(&patient.machine, &pad, profile),
        Err(error) => {
            Finding::new(&WRONG_PROFILE, format!("Read the keypad {profile}"), error.to_string())
        }
    };
    let scanner = match &setup.config.scanner.device {
        Some(device) => scanner(device),
        None => Finding::new(&NO_SCANNER, "Looked for [scanner] device", "Nothing is written"),
    };
    vec![keys, scanner]
}

fn keypad(machine: &Machine, pad: &Keypad, profile: &str) -> Finding {
    let tried = format!("Looked for the keys of {profile}");
    let found = named(machine, |device| device.is_a(pad));
    if found.is_empty() {
        let all = devices(machine).len();
        return Finding::new(&NO_KEYS, tried, format!("None among {all} input devices"));
    }
    Finding::new(&KEYS, tried, first(&found, 3))
}

/// It is opened and not taken: a running station keeps it.
fn scanner(device: &Path) -> Finding {
    let tried = format!("Opened {}", device.display());
    let refused = |kind, error: &std::io::Error| Finding::new(kind, &tried, error.to_string());
    match std::fs::metadata(device) {
        Err(error) => return refused(&SCANNER_AWAY, &error),
        Ok(metadata) => {
            use std::os::unix::fs::FileTypeExt as _;
            if !metadata.file_type().is_char_device() {
                return Finding::new(&NOT_A_SCANNER, &tried, "It is no device");
            }
        }
    }
    match rustix::fs::access(device, rustix::fs::Access::READ_OK) {
        Ok(()) => Finding::new(&SCANNER, &tried, "It is there and may be read"),
        Err(error) => refused(&SCANNER_LOCKED, &error.into()),
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::config::KeypadConfig;

    #[test]
    fn glass_keypads_and_other_things_are_told_apart() {
        let root = tempfile::tempdir().unwrap();
        let machine = Machine::at(root.path().to_owned());
        assert_eq!(touch(&machine).kind.id, "touch-missing");
        let device = |number: u8, name: &str, key: &str, axes: &str, properties: &str| {
            let folder = root.path().join(format!("sys/class/input/input{number}"));
            fs::create_dir_all(folder.join("capabilities")).unwrap();
            fs::write(folder.join("name"), format!("{name}\n")).unwrap();
            fs::write(folder.join("capabilities/key"), key).unwrap();
            fs::write(folder.join("capabilities/abs"), axes).unwrap();
            fs::write(folder.join("properties"), properties).unwrap();
        };
        // A touch pad: fingers, and not on glass.
        device(0, "SynPS/2", "6420 30000 0 0 0 0", "2608000 11000003", "5");
        device(1, "Power Button", "10000000000000 0", "0", "0");
        assert_eq!(touch(&machine).kind.id, "touch-missing");
        device(2, "ILITEK Multi-Touch", "400 0 0 0 0 0", "2608000 3", "2");
        assert_eq!(touch(&machine).found, "ILITEK Multi-Touch");
        let found = |pad: &Keypad| named(&machine, |device| device.is_a(pad));
        assert_eq!(found(&Keypad::usual()), [""; 0]);
        device(3, "Storm EZ-Key", "168000000000 10000000", "0", "0");
        assert_eq!(found(&Keypad::usual()), ["Storm EZ-Key"]);
        // A box that types 1 and 2 is a keypad where its profile is named.
        device(4, "Sip and puff", "c", "0", "0");
        assert_eq!(found(&Keypad::usual()), ["Storm EZ-Key"]);
        let assets = Path::new(env!("CARGO_MANIFEST_DIR"));
        let config = KeypadConfig { profile: Some("two-switches".to_owned()) };
        let switches = Keypad::configured(&config, assets).unwrap();
        assert!(found(&switches).contains(&"Sip and puff".to_owned()));
        // A socket is a switch, and no key.
        assert_eq!(sockets(&machine), [""; 0]);
        let folder = root.path().join("sys/class/input/input4/capabilities");
        fs::write(folder.join("sw"), "4\n").unwrap();
        assert_eq!(sockets(&machine), ["Sip and puff"]);
    }

    #[test]
    fn a_scanner_that_is_none_is_told() {
        let root = tempfile::tempdir().unwrap();
        assert_eq!(scanner(&root.path().join("none")).kind.id, "scanner-missing");
        assert_eq!(scanner(root.path()).kind.id, "scanner-wrong-device");
    }
}
