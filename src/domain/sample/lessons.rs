//! A lesson with every kind of step, on a practice phone of three screens.

use crate::domain::lesson::{
    Deed, Flow, Framework, Gesture, Item, Lesson, LessonId, Library, Outcome, Part, PartId,
    PartKind, Persona, PhoneId, PhoneScreen, Play, Step, Task, Wrong,
};

fn part(id: &str) -> PartId {
    PartId(id.to_owned())
}

fn phone(id: &str) -> PhoneId {
    PhoneId(id.to_owned())
}

fn screen(id: &str, parts: &[(&str, PartKind, Option<&str>)]) -> (PhoneId, PhoneScreen) {
    let parts = parts.iter().map(|(id, kind, leads)| Part {
        id: part(id),
        kind: *kind,
        icon: None,
        leads: leads.map(phone),
    });
    (phone(id), PhoneScreen { id: phone(id), parts: parts.collect() })
}

fn step(id: &str, task: Task) -> Step {
    Step { id: id.to_owned(), icon: None, hints: 2, task }
}

/// One lesson, `all` in the track `first`, with every kind of step.
#[must_use]
pub fn library() -> Library {
    use PartKind::{Button, Field, Link, Row, Text};
    let play = |right: Deed, wrong: Vec<Wrong>| Play { phone: phone("a/home"), right, wrong };
    let touch = |id: &str| Deed::Hand(Gesture::Touch(part(id)));
    let item = |id: &str, is_scam| Item { phone: phone(id), is_scam };
    let held = Wrong { deed: Deed::Hand(Gesture::Hold(part("open"))), say: "held".to_owned() };
    let write = Deed::Write(part("name"), vec!["José".to_owned()]);
    let steps = vec![
        step("s01", Task::Card),
        step("s02", Task::Show(play(touch("open"), vec![]))),
        step("s03", Task::Do(play(touch("open"), vec![held]))),
        step(
            "s04",
            Task::Undo(Play { phone: phone("a/next"), right: touch("back"), wrong: vec![] }),
        ),
        step("s05", Task::Do(play(write, vec![]))),
        step(
            "s06",
            Task::Choose {
                answers: ["yes", "no"].map(str::to_owned).to_vec(),
                right: "no".to_owned(),
            },
        ),
        step("s07", Task::Spot { phone: phone("a/home"), signs: vec![part("link"), part("name")] }),
        step("s08", Task::Sort(vec![item("a/home", true), item("a/next", false)])),
        step("s09", Task::Free { phone: phone("a/home"), reach: phone("a/last") }),
        step("s10", Task::Talk),
        step("s11", Task::Slip),
        step("s12", Task::Real(Flow::Request)),
    ];
    let lesson = Lesson {
        id: LessonId("all".to_owned()),
        track: "first".to_owned(),
        icon: "hand".to_owned(),
        minutes: 5,
        country: None,
        needs: vec![],
        persona: Some("lourdes".to_owned()),
        outcomes: vec![Outcome { framework: Framework::Unesco, id: "0.1".to_owned() }],
        facts: None,
        until: None,
        steps,
    };
    let home = [
        ("open", Button, Some("a/next")),
        ("name", Field, None),
        ("link", Link, None),
        ("words", Text, None),
    ];
    let next = [("back", Button, Some("a/home")), ("on", Row, Some("a/last"))];
    Library {
        lessons: vec![lesson],
        phone: [
            screen("a/home", &home),
            screen("a/next", &next),
            screen("a/last", &[("home", Button, Some("a/home"))]),
        ]
        .into(),
        personas: [("lourdes".to_owned(), Persona::default())].into(),
    }
}
