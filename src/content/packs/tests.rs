//! What is taken, and everything that is not.

use std::path::Path;

use proptest::prelude::*;

use super::*;
use crate::content::languages;
use crate::domain::lesson::bot::{Bot, play};
use crate::domain::lesson::{LessonId, Rung};
use crate::locale::Locales;

const DAY: &str = "2026-11-23";
const LAST: &str = "2026-12-24";

fn assets() -> &'static Path {
    let assets = Path::new(env!("CARGO_MANIFEST_DIR"));
    languages::learn(&assets.join("locales")).unwrap();
    assets
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// An author, a station that trusts it, and its data folder.
struct World {
    key: SecretKey,
    authors: Vec<Author>,
    languages: Vec<Language>,
    data: tempfile::TempDir,
}

impl World {
    fn new() -> Self {
        let key = SecretKey::make().unwrap();
        let authors = vec![Author { name: "An NGO".to_owned(), key: key.public() }];
        let languages = vec![Language::PtBr, Language::Ro];
        Self { key, authors, languages, data: tempfile::tempdir().unwrap() }
    }

    fn judge(&self) -> Judge<'_> {
        let lessons = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/lessons"));
        Judge { authors: &self.authors, languages: &self.languages, lessons }
    }

    fn order<'a>(&'a self, id: &str, lessons: &'a [String]) -> Order<'a> {
        Order {
            lessons,
            id: id.to_owned(),
            by: "us".to_owned(),
            made: "2026-11-01T00:00:00Z".parse().unwrap(),
            expires: day(LAST),
            key: &self.key,
        }
    }

    fn pack(&self, id: &str, lesson: &str) -> Vec<u8> {
        make(assets(), &self.order(id, &[lesson.to_owned()])).unwrap()
    }

    /// Signed, with files of a good pack changed first.
    fn changed(&self, change: impl FnOnce(&mut Vec<Named>)) -> Vec<u8> {
        let mut files =
            archive::unpack(&self.pack("golpe", "golpe-parente"), LIMITS, belongs).unwrap();
        change(&mut files);
        seal::sign(&files, &self.key).unwrap()
    }

    fn opened(&self, bytes: &[u8]) -> Result<Pack, Refusal> {
        Pack::open(bytes, &self.judge())
    }

    /// Why a pack is refused: a machine word, and what staff are told.
    #[track_caller]
    fn refused(&self, bytes: &[u8]) -> (&'static str, String) {
        let refusal = self.opened(bytes).unwrap_err();
        (refusal.id(), refusal.to_string())
    }

    fn shelf(&self) -> Shelf {
        Shelf::of(self.data.path())
    }

    fn accept(&self, bytes: &[u8]) -> Result<Accepted, Refusal> {
        self.shelf().accept(bytes, own(), &self.judge(), day(DAY))
    }
}

/// What a station teaches without packs.
fn own() -> Taught {
    let library = lessons::load(&assets().join("lessons")).unwrap();
    Taught::own(library, Locales::load(&assets().join("locales")).unwrap())
}

fn id(text: &str) -> LessonId {
    LessonId(text.to_owned())
}

/// Replaces words in a file of a pack.
#[track_caller]
fn replace(files: &mut [Named], name: &str, old: &str, new: &str) {
    let file = files.iter_mut().find(|(known, _)| known == name).unwrap();
    let text = String::from_utf8(file.1.clone()).unwrap();
    assert!(text.contains(old), "{old:?} does not stand in {name}");
    file.1 = text.replace(old, new).into_bytes();
}

#[test]
fn the_same_lessons_make_the_same_pack_and_it_is_as_its_author_said() {
    let world = World::new();
    let bytes = world.pack("golpe", "golpe-parente");
    assert_eq!(bytes, world.pack("golpe", "golpe-parente"));
    let pack = world.opened(&bytes).unwrap();
    assert_eq!((pack.author.as_str(), pack.manifest.by.as_str()), ("An NGO", "us"));
    let [lesson] = pack.library.lessons.as_slice() else { panic!("one lesson") };
    assert_eq!((lesson.id.0.as_str(), lesson.until), ("golpe-parente", Some(day(LAST))));
    assert!(pack.library.phone.keys().all(|phone| phone.0.starts_with("golpe_/")));
    assert!(pack.in_time(day(LAST)).is_ok());
    assert!(matches!(pack.in_time(day("2026-12-25")), Err(Refusal::Expired(_))));
}

#[test]
fn all_our_lessons_fit_into_a_pack() {
    let world = World::new();
    let bytes = make(assets(), &world.order("all", &[])).unwrap();
    assert_eq!(world.opened(&bytes).unwrap().library.lessons.len(), own().library.lessons.len());
    let unknown = make(assets(), &world.order("all", &["nobody".to_owned()]));
    assert!(unknown.unwrap_err().to_string().starts_with("No lesson nobody: there are tela-tocar"));
}

#[test]
fn whoever_altered_one_byte_anywhere_is_refused() {
    let world = World::new();
    let bytes = world.pack("golpe", "golpe-parente");
    let runner = ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2000) };
    proptest!(runner, |(at in 0..bytes.len(), flip in 1_u8..=255)| {
        let mut altered = bytes.clone();
        altered[at] ^= flip;
        let id = world.refused(&altered).0;
        prop_assert!(["altered", "unsigned", "unknown-signer"].contains(&id), "{id}");
    });
    // The ends, where archives have their own rules.
    for at in (0..64).chain(bytes.len() - 300..bytes.len()) {
        let mut altered = bytes.clone();
        altered[at] ^= 0x20;
        world.refused(&altered);
    }
    for cut in [0, 1, 100, bytes.len() - 1] {
        assert_eq!(world.refused(&bytes[..cut]).0, "unsigned");
    }
    assert_eq!(world.refused(&[&bytes[..], b"\n"].concat()).0, "unsigned");
    assert_eq!(world.refused(&[b"\n", &bytes[..]].concat()).0, "altered");
}

#[test]
fn nobody_signed_it_or_nobody_whom_the_city_trusts() {
    let world = World::new();
    let bare = archive::pack(&[(MANIFEST.to_owned(), Vec::new())], "").unwrap();
    assert_eq!(world.refused(&bare).0, "unsigned");
    let foreign = World::new();
    let (id, told) = world.refused(&foreign.pack("golpe", "golpe-parente"));
    assert_eq!(id, "unknown-signer");
    assert!(told.starts_with(&foreign.key.public_text()), "{told}");
    // The mark of one whom the city trusts, over what another signed.
    let mut posing = foreign.pack("golpe", "golpe-parente");
    let key = data_encoding::HEXLOWER.encode(&world.key.public());
    let at = posing.len() - 128 - 64;
    posing[at..at + 64].copy_from_slice(key.as_bytes());
    assert_eq!(world.refused(&posing).0, "altered");
}

#[test]
fn what_does_not_belong_into_a_pack_is_refused_though_it_is_signed() {
    let world = World::new();
    let names = [
        "../evil.toml",
        "lessons/../../evil/lesson.toml",
        "/etc/passwd",
        "lessons\\evil.toml",
        "lessons/phone/a/../b.toml",
        "lessons/Golpe/lesson.toml",
        "lessons/golpe/program.sh",
        "lessons/digcomp-basic.csv",
        "locales/pt-BR/filing.ftl",
        "locales/../lessons/words.ftl",
        "cities/vila-serena/city.toml",
    ];
    for name in names {
        let (id, told) = world.refused(&world.changed(|files| {
            files.push((name.to_owned(), b"x".to_vec()));
        }));
        assert_eq!(id, "archive", "{name}: {told}");
        assert!(told.contains("does not belong there"), "{told}");
    }
}

#[test]
fn too_large_is_refused() {
    let world = World::new();
    let large = vec![0; usize::try_from(MOST_BYTES).unwrap() + 1];
    assert_eq!(world.refused(&large).0, "too-large");
    let bomb = world.changed(|files| {
        files.push(("lessons/bomb/lesson.toml".to_owned(), vec![b' '; 100_000_000]));
    });
    assert!(bomb.len() < 200_000);
    assert_eq!(world.refused(&bomb).0, "archive");
    let many = world.changed(|files| {
        files.extend((0..1001).map(|it| (format!("lessons/personas/p{it}.toml"), Vec::new())));
    });
    assert_eq!(world.refused(&many).0, "archive");
}

#[test]
fn a_manifest_that_nobody_understands_is_refused() {
    let world = World::new();
    let with = |old: &str, new: &str| {
        world.refused(&world.changed(|files| replace(files, MANIFEST, old, new)))
    };
    assert!(with("format = 1", "format = 2").1.contains("format that this Acolhe does not know"));
    assert!(with("id = \"golpe\"", "id = \"../golpe\"").1.contains("small letters, digits and -"));
    assert!(with(LAST, "soon").0 == "manifest");
    assert!(with("by = ", "from = ").0 == "manifest");
    let (id, _) = world.refused(&world.changed(|files| {
        files.retain(|(name, _)| name != MANIFEST);
    }));
    assert_eq!(id, "manifest");
}

#[test]
fn lessons_that_would_not_pass_the_check_are_refused_with_every_mistake() {
    let world = World::new();
    let words = "locales/pt-BR/lessons/words.ftl";
    let lesson = "lessons/golpe-parente/lesson.toml";
    let with = |name: &str, old: &str, new: &str| {
        let (id, told) = world.refused(&world.changed(|files| replace(files, name, old, new)));
        assert_eq!(id, "faults");
        told
    };
    let told = with(lesson, "kind = \"slip\"", "kind = \"card\"");
    assert!(told.contains("lessons/golpe-parente/lesson.toml:"), "{told}");
    assert!(told.contains("nothing is taken home"), "{told}");
    let told = with(words, "lesson-golpe-parente =", "welcome =");
    assert!(told.contains("the message lesson-golpe-parente is missing"), "{told}");
    assert!(told.contains("nothing says the message welcome"), "{told}");
    let told = with(words, "lesson-golpe-parente =", "lesson-golpe-parente = { -brand }");
    assert!(told.contains("has something in braces. Write it out"), "{told}");
    let told = with("lessons/curriculum.toml", "golpe-parente", "golpe-vizinha");
    assert!(told.contains("the file is missing"), "{told}");
}

#[test]
fn a_track_has_a_name_as_others_have() {
    let world = World::new();
    let (id, told) = world.refused(&world.changed(|files| {
        replace(files, "lessons/curriculum.toml", "\"seguranca\"", "\"A\"");
        for (_, bytes) in files.iter_mut().filter(|(name, _)| name.starts_with("locales/")) {
            let text = std::str::from_utf8(bytes).unwrap();
            *bytes = text.replace("lesson-track-seguranca", "lesson-track-A").into_bytes();
        }
    }));
    assert_eq!((id, told.contains("It holds \"A\"")), ("archive", true), "{told}");
}

#[test]
fn a_pack_speaks_what_the_city_speaks() {
    let world = World::new();
    let romanian = "locales/ro/lessons/words.ftl";
    let (id, told) = world.refused(&world.changed(|files| {
        files.retain(|(name, _)| name != romanian);
    }));
    assert_eq!((id, told.contains("It has no words in ro")), ("language", true), "{told}");
}

#[test]
fn a_newer_pack_takes_the_place_of_an_older_one_and_never_the_other_way() {
    let world = World::new();
    let lessons = ["golpe-parente".to_owned()];
    let made = |moment: &str| {
        let made = moment.parse().unwrap();
        make(assets(), &Order { made, ..world.order("golpe", &lessons) }).unwrap()
    };
    let (old, new) = (made("2026-11-01T00:00:00Z"), made("2026-11-02T00:00:00Z"));
    assert!(world.accept(&old).unwrap().new);
    assert!(!world.accept(&old).unwrap().new);
    assert!(world.accept(&new).unwrap().new);
    assert_eq!(world.accept(&old).unwrap_err().id(), "older");
    let [file] = world.shelf().files().try_into().unwrap();
    assert_eq!(std::fs::read(&file).unwrap(), new);
    // One that was damaged on the disk is replaced by whatever is right.
    std::fs::write(&file, b"nothing").unwrap();
    assert!(world.accept(&old).unwrap().new);
    let over = day("2026-12-25");
    let late = world.shelf().accept(&new, own(), &world.judge(), over);
    assert_eq!(late.unwrap_err().id(), "expired");
    assert!(!world.shelf().remove("../golpe").unwrap());
    assert!(world.shelf().remove("golpe").unwrap());
    assert!(!world.shelf().remove("golpe").unwrap());
}

#[test]
fn a_lesson_takes_the_place_of_ours_with_its_words_and_its_own_phone() {
    let world = World::new();
    let bytes = world.changed(|files| {
        let words = "locales/pt-BR/lessons/words.ftl";
        replace(files, words, "lesson-golpe-parente =", "lesson-golpe-parente = Novo golpe\n");
    });
    world.accept(&bytes).unwrap();
    let before = own();
    let mut taught = own();
    let standing = world.shelf().teach(&mut taught, &world.judge(), day(DAY));
    assert_eq!(standing[0].taught.as_deref().unwrap(), [id("golpe-parente")]);
    let place = |taught: &Taught| {
        taught.library.lessons.iter().position(|lesson| lesson.id == id("golpe-parente"))
    };
    assert_eq!(place(&taught), place(&before));
    assert_eq!(taught.library.lessons.len(), before.library.lessons.len());
    let words = taught.locales.of(Language::PtBr);
    assert!(words.text("lesson-golpe-parente").starts_with("Novo golpe"));
    let ours = before.locales.of(Language::PtBr);
    assert_eq!(words.text("lesson-track-seguranca"), ours.text("lesson-track-seguranca"));
    for screen in before.library.phone.values() {
        assert_eq!(taught.library.phone.get(&screen.id), Some(screen), "ours is as it was");
    }
    for screen in taught.library.phone.values() {
        for part in &screen.parts {
            let message = format!("phone-{}-{}", screen.id.0.replace('/', "-"), part.id);
            assert!(taught.locales.says(Language::Ro, &message), "{message}");
            assert!(part.leads.iter().all(|leads| taught.library.phone.contains_key(leads)));
        }
    }
    let lesson = taught.library.lesson(&id("golpe-parente")).unwrap();
    assert!(play(&taught.library, lesson, Rung::Alone, Bot::Perfect).is_ok());
    assert!(!lesson.is_stale(day(DAY)) && lesson.is_stale(day("2026-12-25")));
    let mut late = own();
    let standing = world.shelf().teach(&mut late, &world.judge(), day("2026-12-25"));
    assert_eq!(standing[0].taught.as_ref().unwrap_err().id(), "expired");
    assert_eq!(late.library, before.library, "ours is taught again");
}

/// The files of a pack with a lesson that has another name, in a track of its own.
fn renamed(files: &mut [Named], name: &str) {
    for (path, bytes) in files {
        *path = path.replace("golpe-parente", name);
        let text = String::from_utf8(std::mem::take(bytes)).unwrap();
        let text = text.replace("golpe-parente", name).replace("\"seguranca\"", "\"novo\"");
        *bytes = text.replace("lesson-track-seguranca", "lesson-track-novo").into_bytes();
    }
}

#[test]
fn a_new_lesson_comes_in_a_track_of_its_own_and_waits_for_nothing_that_is_not_here() {
    let world = World::new();
    let bytes = world.changed(|files| {
        renamed(files, "golpe-novo");
        let lesson = "lessons/golpe-novo/lesson.toml";
        replace(files, lesson, "needs = [", "needs = [\"nowhere\", \"tela-tocar\"]#");
    });
    world.accept(&bytes).unwrap();
    let mut taught = own();
    world.shelf().teach(&mut taught, &world.judge(), day(DAY));
    let lesson = taught.library.lessons.last().unwrap();
    assert_eq!((&lesson.id, lesson.track.as_str()), (&id("golpe-novo"), "novo"));
    assert_eq!(lesson.needs, [id("tela-tocar")]);
    assert!(taught.locales.says(Language::Ro, "lesson-track-novo"));
}

#[test]
fn a_pack_changes_nothing_that_is_not_its_own() {
    let world = World::new();
    world.accept(&world.pack("golpe", "golpe-parente")).unwrap();
    let told = world.accept(&world.pack("other", "golpe-parente")).unwrap_err().to_string();
    assert!(told.starts_with("Its lesson golpe-parente came with golpe already"), "{told}");
    // The first step of a lesson called "tela" would be the name of our lesson "tela-tocar".
    let clash = world.changed(|files| {
        renamed(files, "tela");
        let step = |text: &str| text.replace("s01", "tocar");
        for (_, bytes) in files.iter_mut() {
            *bytes = step(std::str::from_utf8(bytes).unwrap()).into_bytes();
        }
        replace(files, MANIFEST, "id = \"golpe\"", "id = \"clash\"");
    });
    let refusal = world.accept(&clash).unwrap_err();
    assert_eq!(refusal.id(), "conflict");
    assert!(
        refusal.to_string().contains("lesson-tela-tocar says something else here"),
        "{refusal}"
    );
}

#[test]
fn packs_are_found_on_a_stick_and_pipes_and_deep_folders_are_not() {
    let mounts = tempfile::tempdir().unwrap();
    let deep = mounts.path().join("user/STICK/a");
    std::fs::create_dir_all(&deep).unwrap();
    for name in ["a.acolhe-lessons", "user/STICK/b.acolhe-lessons", "user/STICK/c.zip"] {
        std::fs::write(mounts.path().join(name), b"").unwrap();
    }
    std::fs::write(deep.join("d.acolhe-lessons"), b"").unwrap();
    std::fs::create_dir(mounts.path().join("e.acolhe-lessons")).unwrap();
    #[cfg(unix)]
    std::os::unix::fs::symlink("/dev/zero", mounts.path().join("f.acolhe-lessons")).unwrap();
    let names: Vec<_> = find(mounts.path())
        .iter()
        .map(|file| file.file_name().unwrap().to_string_lossy().into_owned())
        .collect();
    assert_eq!(names, ["a.acolhe-lessons", "b.acolhe-lessons"]);
}
