//! One line in.

use std::fs::File;
use std::io::{self, Read};
use std::mem;
use std::os::fd::AsFd;
use std::sync::mpsc;
use std::thread;

use jiff::SignedDuration;
use serde::Deserialize;
use signal_hook::consts::{SIGINT, SIGTERM};
use signal_hook::iterator::Signals;

use crate::app::App;
use crate::config::PinHash;
use crate::domain::action::Action;
use crate::domain::city::Language;
use crate::domain::event::{Event, Intent, Key};

/// What a line may ask, one thing a line.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub(super) enum Input {
    Do(Do),
    DoLabel(DoLabel),
    Type(Type),
    Wait(Wait),
    Locale(Locale),
    Key(Press),
    Switch(Switch),
    Scan(Scan),
    Jack(Jack),
    Poll(Poll),
    Staff(Staff),
}

macro_rules! inputs {
    ($($name:ident { $($field:ident : $type:ty),* })*) => {
        $(
            #[derive(Debug, Deserialize)]
            #[serde(deny_unknown_fields)]
            pub(super) struct $name { $($field: $type),* }
        )*
    };
}

inputs! {
    DoLabel { do_label: String }
    Wait { wait: f64 }
    Locale { locale: String }
    Press { key: Key }
    Switch { switch: SwitchPress }
    Scan { scan: String }
    Jack { jack: JackMove }
    Poll { poll: bool }
    Staff { staff: StaffAsk, pin: Pin }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Do {
    #[serde(rename = "do")]
    action: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Type {
    #[serde(rename = "type")]
    field: String,
    text: String,
}

/// What staff want to see.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum StaffAsk {
    Left,
}

/// Staff's PIN as typed.
#[derive(Deserialize, zeroize::ZeroizeOnDrop)]
pub(super) struct Pin(String);

impl std::fmt::Debug for Pin {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Pin(…)")
    }
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum SwitchPress {
    Step,
    Choose,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum JackMove {
    In,
    Out,
}

/// The longest wait: about thirty years.
const LONGEST_WAIT: f64 = 1e9;

impl Input {
    /// Gives it to the station; the error is one line for whoever plays.
    pub(super) fn give(self, app: &mut App, door: Option<&PinHash>) -> Result<(), String> {
        let intent = match self {
            Self::Do(given) => Intent::Do(action(&given.action)?),
            Self::DoLabel(given) => {
                let view = app.view();
                let found = view.actions.iter().find(|action| action.label == given.do_label);
                Intent::Do(action(&found.ok_or("No action on this screen has that label")?.id)?)
            }
            Self::Type(given) => Intent::Type { field: given.field, text: given.text },
            Self::Wait(given) => {
                if !(0.0..=LONGEST_WAIT).contains(&given.wait) {
                    return Err("A wait is from 0 to 1000000000 seconds".to_owned());
                }
                app.wait(SignedDuration::from_secs_f64(given.wait));
                return Ok(());
            }
            Self::Locale(given) => Intent::Speak(
                Language::from_tag(&given.locale)
                    .ok_or("There is no such locale: use one of the city's")?,
            ),
            Self::Key(given) => Intent::Press(given.key),
            Self::Switch(given) => Intent::Press(match given.switch {
                SwitchPress::Step => Key::Step,
                SwitchPress::Choose => Key::Choose,
            }),
            Self::Scan(given) => Intent::Scan(given.scan),
            Self::Jack(given) => Intent::Jack(matches!(given.jack, JackMove::In)),
            Self::Poll(given) if given.poll => {
                app.tick();
                return Ok(());
            }
            Self::Staff(Staff { staff: StaffAsk::Left, pin }) => {
                let door = door.ok_or("This station has no PIN: see [screen] pin_hash")?;
                if !door.is_of(&pin.0) {
                    return Err("This is not the PIN".to_owned());
                }
                return app.show_left().map_err(|error| error.to_string());
            }
            Self::Poll(_) => return Err("Only {\"poll\":true} asks for anything".to_owned()),
        };
        app.refresh(super::SETTLE);
        app.handle(&Event::Intent(intent)).map_err(|error| error.to_string())
    }
}

fn action(id: &str) -> Result<Action, String> {
    id.parse().map_err(|_| "There is no such action".to_owned())
}

/// Lines of standard input until it ends or the process is asked to end.
///
/// Read on a thread of its own, without the buffer in which the standard library would keep them.
pub(in crate::command) fn lines() -> io::Result<impl Iterator<Item = io::Result<String>>> {
    let input: File = io::stdin().as_fd().try_clone_to_owned()?.into();
    let (sender, receiver) = mpsc::sync_channel(16);
    let mut signals = Signals::new([SIGTERM, SIGINT])?;
    let stop = sender.clone();
    thread::spawn(move || {
        if signals.forever().next().is_some() {
            // The player has ended already when nobody receives.
            let _ = stop.send(None);
        }
    });
    thread::spawn(move || {
        let mut input = Lines { input, pending: Vec::new() };
        while let Some(line) = input.next_line().transpose() {
            if sender.send(Some(line)).is_err() {
                return;
            }
        }
        let _ = sender.send(None);
    });
    Ok(receiver.into_iter().map_while(|line| line))
}

struct Lines {
    input: File,
    pending: Vec<u8>,
}

impl Lines {
    /// The next line; `None` at the end of input.
    fn next_line(&mut self) -> io::Result<Option<String>> {
        loop {
            if let Some(end) = self.pending.iter().position(|byte| *byte == b'\n') {
                let rest = self.pending.split_off(end + 1);
                let line = mem::replace(&mut self.pending, rest);
                return text(line).map(Some);
            }
            let mut read = vec![0; 4096];
            let count = self.input.read(&mut read)?;
            if count == 0 {
                let last = mem::take(&mut self.pending);
                return if last.is_empty() { Ok(None) } else { text(last).map(Some) };
            }
            self.pending.extend(read.iter().take(count));
        }
    }
}

fn text(line: Vec<u8>) -> io::Result<String> {
    String::from_utf8(line)
        .map_err(|_| io::Error::new(io::ErrorKind::InvalidData, "The input is not UTF-8"))
}
