//! What is shown and said of words that are spoken.

use serde::Serialize;

use crate::domain::note::{LONGEST, Note, NoteTrouble};
use crate::domain::visit::Screen;
use crate::locale::Words;

use super::{Scene, Told};

/// How far a recording is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NoteView {
    /// `starting`, `recording`, `recorded` or `playing`.
    pub state: &'static str,
    /// Seconds recorded so far.
    pub seconds: u16,
    /// How loud it is, from 0 to 100.
    #[serde(skip)]
    pub level: u8,
    /// Seconds of the longest note.
    #[serde(skip)]
    pub longest: u16,
    /// What the seconds are called.
    #[serde(skip)]
    pub unit: String,
    /// The seconds in words.
    #[serde(skip)]
    pub label: String,
}

/// How far the recording of a draft is; `None` where nothing is spoken.
pub(super) fn note(scene: &Scene<'_>) -> Option<NoteView> {
    let visit = scene.visit;
    let (state, seconds) = match (&visit.recording, visit.draft.note) {
        (Some(recording), _) => match recording.since {
            Some(since) => {
                let since = since.to_zoned(scene.city.timezone.clone()).datetime();
                let seconds = scene.now.duration_since(since).as_secs();
                let seconds = seconds.clamp(0, LONGEST.as_secs());
                ("recording", u16::try_from(seconds).unwrap_or_default())
            }
            None => ("starting", 0),
        },
        (None, Some(note)) if scene.devices.playing => ("playing", note.seconds),
        (None, Some(note)) => ("recorded", note.seconds),
        (None, None) => return None,
    };
    Some(NoteView {
        state,
        seconds,
        level: scene.devices.level,
        longest: u16::try_from(LONGEST.as_secs()).unwrap_or_default(),
        unit: length(scene.words, "note-unit", seconds),
        label: length(scene.words, "note-seconds", seconds),
    })
}

/// A message that tells how long a note is.
fn length(words: Words<'_>, id: &str, seconds: u16) -> String {
    words.with(id, &[("seconds", i64::from(seconds).into())])
}

/// "Sua fala, 45 segundos".
pub(super) fn value(words: Words<'_>, note: Note) -> String {
    length(words, "note-value", note.seconds)
}

/// "Pedido falado, 45 segundos".
pub(super) fn on_paper(words: Words<'_>, note: Note) -> String {
    length(words, "receipt-spoken", note.seconds)
}

fn recorded(scene: &Scene<'_>) -> Told {
    let told = Told::plain(scene, "filing.recorded");
    let Some(note) = scene.visit.draft.note else { return told };
    let cut = note.cut.then(|| scene.words.text("note-cut"));
    let after = told.say.clone();
    Told { say: Vec::new(), ..told }
        .show("mic", &length(scene.words, "note-length", note.seconds))
        .show_all("mic-off", cut)
        .show_all("info", after)
}

fn not_recorded(scene: &Scene<'_>, trouble: NoteTrouble) -> Told {
    let id = match trouble {
        NoteTrouble::NoMicrophone => "note-no-microphone",
        NoteTrouble::Busy => "note-busy",
        NoteTrouble::Silence => "note-silence",
        NoteTrouble::Lost => "note-lost",
    };
    let told = Told::plain(scene, "filing.not-recorded").all_shown("info");
    Told { title: scene.words.text(id), ..told }
}

/// The screens of a note.
pub(super) fn tell(scene: &Scene<'_>) -> Told {
    match scene.visit.screen {
        Screen::NotRecorded(trouble) => not_recorded(scene, trouble),
        Screen::Recorded => recorded(scene),
        _ => Told::plain(scene, "filing.recording"),
    }
}
