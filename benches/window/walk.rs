//! A whole visit by touch: what is chosen and typed on each screen, and how long each answer takes.

use std::time::Duration;

use acolhe::app::Shown;
use acolhe::domain::keyboard::Cap;
use anyhow::{Context as _, bail};
use slint::LogicalPosition;

use crate::figures::{Samples, timed};
use crate::panel::{Easels, Kiosk, PATIENCE};

/// What is chosen where it is offered and was not chosen in this visit, the first first; a name
/// that ends in `:` stands for every action that begins so.
const USUAL: [&str; 16] = [
    "settings:colours",
    "settings:voice",
    "request",
    "own-words",
    "file",
    "resume",
    "service:",
    "for:me",
    "answer-to:me",
    "answer:",
    "street:",
    "place:street",
    "who:name",
    "contact:phone",
    "yes",
    "face:5",
];

/// What is typed into a field that is empty.
const TYPED: [(&str, &str); 6] = [
    ("words", "poste apagado"),
    ("address", "rua"),
    ("number", "120"),
    ("description", "muito escuro"),
    ("name", "Ana"),
    ("reply-to", "21987654321"),
];

/// More touches than any visit has.
const ENOUGH: usize = 120;

/// How long frames took, with the screens that they were of.
#[derive(Default)]
pub(crate) struct Took(Vec<(Duration, String)>);

impl Took {
    fn push(&mut self, took: Duration, name: &str) {
        self.0.push((took, name.to_owned()));
    }

    /// Without their names.
    pub(crate) fn samples(&self) -> Samples {
        self.0.iter().map(|(took, _)| *took).collect()
    }

    /// The one that took longest.
    pub(crate) fn worst(&self) -> (Duration, &str) {
        let worst = self.0.iter().max_by_key(|(took, _)| *took);
        worst.map_or((Duration::ZERO, "none"), |(took, name)| (*took, name))
    }

    /// How many.
    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }
}

/// What was seen in visits.
#[derive(Default)]
pub(crate) struct Seen {
    /// From a finger on a choice or key to the frame that shows it.
    pub(crate) feedback: Took,
    /// From the finger's leaving a key to the frame with its letter.
    pub(crate) letter: Took,
    /// From the finger's leaving a choice to the first frame of the next screen.
    pub(crate) screen: Took,
    /// The part of it until the station has answered: decided, committed, told.
    pub(crate) answer: Took,
    /// Each further frame, while a screen comes to rest.
    pub(crate) moving: Took,
}

/// A person at a kiosk.
struct Walk<'a> {
    kiosk: Kiosk,
    letters: u8,
    chosen: Vec<String>,
    touched: Vec<Touch>,
    seen: &'a mut Seen,
}

/// A place that was touched.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Touch {
    /// Where, in pixels.
    pub(crate) place: LogicalPosition,
    /// Another screen came.
    pub(crate) turned: bool,
}

/// A visit with letters of one size, from the welcome to the welcome.
pub(crate) fn visit(
    easels: &Easels,
    speaks: bool,
    letters: u8,
    seen: &mut Seen,
) -> anyhow::Result<Vec<Touch>> {
    let kiosk = Kiosk::open(easels, speaks)?;
    let mut walk = Walk { kiosk, letters, chosen: Vec::new(), touched: Vec::new(), seen };
    walk.choose("settings:letters")?;
    if walk.shown().view.settings.letters != letters {
        walk.choose(&format!("letters:{letters}"))?;
    }
    walk.choose("back")?;
    for _ in 0..ENOUGH {
        if let Some((_, text)) = walk.empty_field() {
            walk.type_in(text)?;
        }
        let id = walk.usual()?;
        walk.choose(&id)?;
        if walk.chosen.iter().any(|id| id == "finish") && walk.screen() == "welcome" {
            return Ok(walk.touched);
        }
    }
    bail!("the visit has no end: {:?}", walk.chosen)
}

impl Walk<'_> {
    fn shown(&self) -> &Shown {
        self.kiosk.shown()
    }

    fn screen(&self) -> &'static str {
        self.shown().view.screen
    }

    fn name(&self, screen: &str) -> String {
        format!("{screen}, letters {}", self.letters)
    }

    fn empty_field(&self) -> Option<(&'static str, &'static str)> {
        let field = self.shown().view.fields.iter().find(|field| field.value.is_empty())?;
        TYPED.into_iter().find(|(id, _)| *id == field.id)
    }

    /// What is chosen here: each side way once, then what leads on.
    fn usual(&self) -> anyhow::Result<String> {
        let view = &self.shown().view;
        let unanswered = view.fields.iter().all(|field| field.value.is_empty());
        let on = if unanswered { ["skip", "next"] } else { ["next", "skip"] };
        // With large letters not everything has room.
        let there = |label: &str| self.kiosk.place(label).is_ok();
        let offered = view.actions.iter().filter(|it| it.enabled && there(&it.label));
        let offered: Vec<&str> = offered.map(|it| it.id.as_str()).collect();
        let ids = || offered.iter().copied();
        let once = USUAL.iter().find_map(|usual| {
            ids()
                .filter(|id| !self.chosen.iter().any(|chosen| chosen == id))
                .find(|id| id == usual || usual.ends_with(':') && id.starts_with(usual))
        });
        let on =
            || on.into_iter().chain(["no", "finish", "back"]).find(|on| ids().any(|id| id == *on));
        let id = once.or_else(on).with_context(|| format!("{} is a dead end", view.screen))?;
        Ok(id.to_owned())
    }

    /// Touches a choice, and waits until everything rests.
    fn choose(&mut self, id: &str) -> anyhow::Result<()> {
        let action = self.shown().view.actions.iter().find(|action| action.id == id);
        let action = action.with_context(|| format!("{id} is not on {}", self.screen()))?;
        let place = self.kiosk.place(&action.label)?;
        let before = self.name(self.screen());
        let (answered, turn) = (self.shown().answered, self.shown().turn);
        self.chosen.push(id.to_owned());

        let (took, drawn) = timed(|| {
            self.kiosk.press(place);
            self.kiosk.draw()
        });
        if !drawn {
            bail!("{id} on {before} does not answer to a press");
        }
        self.seen.feedback.push(took, &format!("{id} on {before}"));
        self.kiosk.rest();

        let (answer, told) = timed(|| {
            self.kiosk.release(place);
            self.kiosk.draw();
            while self.kiosk.follow(PATIENCE) {
                if self.shown().answered > answered {
                    return true;
                }
            }
            false
        });
        let (drawing, drawn) = timed(|| self.kiosk.draw());
        if !(told && drawn) {
            // Another screen came by itself before the finger went up: it was a late touch.
            self.chosen.pop();
            return Ok(());
        }
        let now = self.name(self.screen());
        self.touched.push(Touch { place, turned: self.shown().turn != turn });
        self.seen.answer.push(answer, &now);
        self.seen.screen.push(answer + drawing, &now);
        for frame in self.kiosk.rest() {
            self.seen.moving.push(frame, &now);
        }
        Ok(())
    }

    /// Touches keys, one after the other.
    fn type_in(&mut self, text: &str) -> anyhow::Result<()> {
        for letter in text.chars() {
            let label = self.shown().view.keys.name(Cap::Letter(letter));
            let place = self.kiosk.place(&label)?;
            let name = format!("a key on {}", self.name(self.screen()));
            let (took, _) = timed(|| {
                self.kiosk.press(place);
                self.kiosk.draw()
            });
            self.seen.feedback.push(took, &name);
            let (took, _) = timed(|| {
                self.kiosk.release(place);
                self.kiosk.draw()
            });
            self.seen.letter.push(took, &name);
            self.touched.push(Touch { place, turned: false });
            self.kiosk.rest();
        }
        Ok(())
    }
}
