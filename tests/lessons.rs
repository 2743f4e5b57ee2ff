//! Lessons that are right load whole and can be learned to their end; one that is wrong tells every
//! mistake, with its file, its line and what to do.

#![allow(clippy::unwrap_used, reason = "these are tests in every line")]

use std::path::{Path, PathBuf};

use acolhe::content::lessons;
use acolhe::domain::lesson::bot::{Bot, play};
use acolhe::domain::lesson::{LessonId, Rung, Task};

fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A copy of the shipped lessons and their words that a test may break.
struct Shelf(tempfile::TempDir);

impl Shelf {
    fn new() -> Self {
        let shelf = Self(tempfile::tempdir().unwrap());
        copy(&repository().join("lessons"), &shelf.path("lessons"));
        copy(&repository().join("locales"), &shelf.path("locales"));
        shelf
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// Replaces words that must stand in a file.
    fn with(self, file: &str, old: &str, new: &str) -> Self {
        let text = std::fs::read_to_string(self.path(file)).unwrap();
        assert!(text.contains(old), "{old:?} does not stand in {file}");
        std::fs::write(self.path(file), text.replacen(old, new, 1)).unwrap();
        self
    }

    /// What is wrong: file and line, what, and what to do.
    fn told(&self) -> Vec<String> {
        let faults = lessons::check(&self.path("lessons"), &self.path("locales"));
        let root = format!("{}/", self.0.path().display());
        faults.list().iter().map(|fault| fault.to_string().replace(&root, "")).collect()
    }
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// A mistake in a lesson about touching is told first of all, at a line, with a remedy.
#[track_caller]
fn tells(old: &str, new: &str, told: &str) {
    tells_in("lessons/tela-tocar/lesson.toml", old, new, told);
}

#[track_caller]
fn tells_in(file: &str, old: &str, new: &str, told: &str) {
    let faults = Shelf::new().with(file, old, new).told();
    assert!(faults.iter().any(|fault| fault.contains(told)), "{told:?} is not in {faults:#?}");
    for fault in &faults {
        let rest = fault.split_once(':').map(|(_, rest)| rest).unwrap();
        assert!(rest.starts_with(|sign: char| sign.is_ascii_digit()), "{fault}");
        assert!(fault.contains(". "), "what to do is missing: {fault}");
    }
}

#[test]
fn a_picture_that_there_is_not_is_told_wherever_it_is_named() {
    let told = |line: u8| format!("{line}: there is no picture \"finger\". Look for one");
    tells("icon = \"pointer\"", "icon = \"finger\"", &told(2));
    tells("kind = \"card\"\nicon = \"pointer\"", "kind = \"card\"\nicon = \"finger\"", &told(13));
    let phone = "lessons/phone/treino/botoes.toml";
    tells_in(phone, "icon = \"leaf\"", "icon = \"finger\"", "there is no picture \"finger\"");
}

#[test]
fn what_is_shipped_is_whole() {
    let faults = lessons::check(&repository().join("lessons"), &repository().join("locales"));
    assert_eq!(faults.to_string(), "");
    let library = lessons::load(&repository().join("lessons")).unwrap();
    let touch = library.lesson(&LessonId("tela-tocar".to_owned())).unwrap();
    assert_eq!((touch.minutes, touch.steps.len(), touch.track.as_str()), (5, 7, "maos"));
    assert!(matches!(touch.steps[3].task, Task::Undo(_)));
}

#[test]
fn every_pretended_learner_ends_every_lesson_at_every_level() {
    let library = lessons::load(&repository().join("lessons")).unwrap();
    for lesson in &library.lessons {
        for rung in Rung::ALL {
            for bot in Bot::ALL {
                let end = play(&library, lesson, rung, bot).unwrap();
                if bot == Bot::Perfect && rung > Rung::Watch {
                    assert_eq!((end.score.misses, end.score.rescued), (0, 0), "{}", lesson.id);
                }
            }
        }
    }
}

#[test]
fn what_a_lesson_lacks_is_told() {
    tells("format = 1", "format = 2", "lesson.toml:1: format is 2. Write a whole number from 1");
    tells("icon = \"pointer\"\nminutes", "minutes", "icon is missing. Add icon");
    tells("minutes = 5", "minutes = 25", "lesson.toml:3: minutes is 25. Write a whole number");
    tells("minutes = 5", "minuts = 5", "unknown key minuts. Did you mean minutes?");
    tells("needs = []", "country = \"PT\"", "country is \"PT\". Use one of BR, RO");
    tells("needs = []", "needs = [\"golpe-parente\"]", "which does not come before it. Put it");
    tells("needs = []", "persona = \"maria\"", "unknown persona \"maria\". Use lourdes");
    tells("LO5.1.04", "LO5.9.99", "LO5.9.99 is no outcome of the Basic level");
    tells("[\"0.1\"]", "[\"3.1\"]", "3.1 is not of area 0. Use one of 0.1, 0.2");
    tells("\"digcomp-3.0\"", "\"digcomp-2.2\"", "unknown key outcomes.digcomp-2.2");
    tells("kind = \"undo\"", "kind = \"do\"", "no mistake is made and mended. Add a step");
    tells("kind = \"slip\"", "kind = \"card\"", "nothing is taken home. Add a step of kind");
}

#[test]
fn what_a_step_lacks_is_told() {
    tells("id = \"s02\"", "id = \"s01\"", "the step s01 stands twice. Rename one");
    tells("kind = \"show\"", "kind = \"demo\"", "step.kind is \"demo\". Use one of card");
    tells("touch = \"verde\"", "touch = \"verda\"", "unknown part \"verda\" on treino/botoes. Did");
    tells("treino/botoes", "treino/botao", "unknown screen of the phone \"treino/botao\". Did");
    tells("touch = \"verde\"", "touch = \"titulo\"", "titulo is the title. A title cannot be");
    tells("touch = \"verde\"\n\n", "\n", "the step has no deed. Add one of touch");
    tells("hints = 2", "hints = 9", "step.hints is 9. Write a whole number from 1 to 3");
    tells("hold = \"verde\"", "touch = \"verde\"", "the right deed is told to be wrong. Take it");
    tells("hold = \"verde\"\n", "", "nothing is done wrong here. Add touch");
    tells("touch = \"fechar\"", "touch = \"fechar\"\nhold = \"mover\"", "more than one deed. Make");
    tells("touch = \"fechar\"", "drag = \"mover\"", "nobody knows where to. Add to");
    tells("touch = \"fechar\"", "write = \"mover\"\naccept = [\"a\"]", "mover is no field. Name");
    tells("[\"leve\", \"forte\"]", "[\"leve\"]", "there are 1 answers. Give two or 3");
    tells("right = \"leve\"", "right = \"bem\"", "bem is none of the answers. Name one");
    tells("reach = \"treino/aberto\"", "reach = \"treino/menu\"", "does not get past s06. Let");
}

#[test]
fn what_is_wrong_in_a_lesson_about_fraud_is_told() {
    let file = "lessons/golpe-parente/lesson.toml";
    tells_in(file, "truth = \"genuine\"", "truth = \"scam\"", "1 of 4 are genuine. Let about");
    tells_in(file, "truth = \"scam\"", "truth = \"lie\"", "item.truth is \"lie\". Use one of scam");
    tells_in(file, "\"pressa\"]", "\"susto\"]", "unknown part \"susto\" on mensagens/novo-numero");
    tells_in(file, "\"pressa\"]", "\"titulo\"]", "titulo is the title. A title cannot be touched");
    let facts = "\n[facts]\nas_of = \"2026-11-01\"\nexpires = \"2026-10-01\"\nsource = \"bcb\"\n";
    let with = |facts: &str| format!("needs = [\"tela-tocar\"]\n{facts}");
    tells_in(file, "needs = [\"tela-tocar\"]\n", &with(facts), "the facts expire before");
    tells_in(
        file,
        "needs = [\"tela-tocar\"]\n",
        &with(facts),
        "the source is \"bcb\". Write an https",
    );
    let facts = "\n[facts]\nas_of = \"ontem\"\nexpires = \"2026-10-01\"\nsource = \"https://a\"\n";
    tells_in(file, "needs = [\"tela-tocar\"]\n", &with(facts), "as_of is \"ontem\". Write a day");
}

#[test]
fn what_is_wrong_around_lessons_is_told() {
    let curriculum = "lessons/curriculum.toml";
    tells_in(curriculum, "\"teclado-nome\"", "\"tela-tocar\"", "tela-tocar stands twice. Take");
    tells_in(curriculum, ", \"teclado-nome\"", "", "no track has the lesson teclado-nome. Put");
    let alike =
        "a passport cannot tell treino-22558 from tela-tocar. Give one of them another name";
    tells_in(curriculum, "\"teclado-nome\"", "\"treino-22558\"", alike);
    tells_in(curriculum, "\"teclado-nome\"", "\"teclado\"", "lesson.toml:1: the file is missing");
    let phone = "lessons/phone/treino/botoes.toml";
    tells_in(
        phone,
        "treino/aberto",
        "treino/abert",
        "unknown screen of the phone \"treino/abert\"",
    );
    tells_in(phone, "id = \"azul\"", "id = \"verde\"", "the part verde stands twice. Rename one");
    tells_in(phone, "id = \"azul\"", "id = \"Azul!\"", "the id is \"Azul!\". Write small letters");
    tells_in(
        phone,
        "kind = \"title\"",
        "kind = \"head\"",
        "part.kind is \"head\". Use one of title",
    );
    let more = ["a", "b", "c", "d"].map(|id| format!("[[part]]\nid = \"{id}\"\nkind = \"row\"\n"));
    let more = format!("{}[[part]]", more.concat());
    tells_in(phone, "[[part]]", &more, "there are 7 parts. Keep at most 6");
    let persona = "lessons/personas/lourdes.toml";
    tells_in(persona, "111.222.333-00", "529.982.247-25", "may be somebody's: it adds up. Change");
    tells_in(persona, "treino.example", "correio.com.br", "may be somebody's. Write an address");
    let words = "locales/ro/lessons/tela-tocar.ftl";
    tells_in(
        words,
        "    .goal = Atingem și luăm degetul.\n",
        "",
        "lesson-tela-tocar.goal is missing",
    );
    tells_in(
        words,
        "    .held",
        "    .hold",
        "nothing says the message lesson-tela-tocar-s03.hold",
    );
}

#[cfg(any(feature = "hub", feature = "screen"))]
#[test]
fn every_picture_that_is_named_is_there() {
    let library = lessons::load(&repository().join("lessons")).unwrap();
    let steps = library.lessons.iter().flat_map(|lesson| &lesson.steps);
    let parts = library.phone.values().flat_map(|screen| &screen.parts);
    let named = library.lessons.iter().map(|lesson| &lesson.icon);
    let named = named.chain(steps.filter_map(|step| step.icon.as_ref()));
    let named = named.chain(parts.filter_map(|part| part.icon.as_ref()));
    let missing: Vec<_> = named.filter(|name| acolhe::icons::strokes(name).is_none()).collect();
    assert!(missing.is_empty(), "{missing:?}");
}
