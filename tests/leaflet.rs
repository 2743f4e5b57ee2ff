//! `acolhe leaflet` through the real binary: its files can be opened, and nothing is overwritten.

#![allow(clippy::unwrap_used, reason = "a test that cannot read its files fails")]

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

fn acolhe(arguments: &[&str], folder: &Path) -> Output {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    Command::new(env!("CARGO_BIN_EXE_acolhe"))
        .args(["leaflet", "--assets"])
        .arg(root)
        .args(arguments)
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .env("XDG_DATA_HOME", folder.join("data"))
        .current_dir(folder)
        .output()
        .unwrap()
}

fn told(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// What a reader of the file sees, if this machine has one.
fn read(file: &Path) -> Option<String> {
    let mut command = Command::new("pdftotext");
    let output = command.args(["-layout", "-enc", "UTF-8"]).arg(file).arg("-").output().ok()?;
    assert!(output.status.success() && output.stderr.is_empty(), "{}", told(&output));
    Some(String::from_utf8(output.stdout).unwrap())
}

#[test]
fn a_lesson_is_a_file_that_can_be_read_and_holds_its_screens() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("ro.pdf");
    for (language, title) in [("ro", "Atingem ecranul"), ("pt-BR", "Tocar na tela")] {
        let name = format!("{language}.pdf");
        let done = acolhe(&["lesson", "tela-tocar", "--language", language, &name], folder.path());
        assert!(done.status.success(), "{}", told(&done));
        if let Some(text) = read(&folder.path().join(&name)) {
            assert!(text.contains(title), "{text}");
        }
    }
    let bytes = fs::read(file).unwrap();
    let pictures = bytes.windows(14).filter(|bytes| bytes == b"/Subtype/Image").count()
        + bytes.windows(15).filter(|bytes| bytes == b"/Subtype /Image").count();
    // The crest, two signs, and a screen for each of four steps.
    let fewest = if cfg!(feature = "screen") { 6 } else { 3 };
    assert!(pictures >= fewest, "{pictures} pictures");
}

#[test]
fn a_slip_is_a_picture_and_a_text() {
    let folder = tempfile::tempdir().unwrap();
    let done = acolhe(&["lesson", "tela-tocar", "--paper", "slip", "slips"], folder.path());
    assert!(done.status.success(), "{}", told(&done));
    let slips = folder.path().join("slips");
    let text = fs::read_to_string(slips.join("tela-tocar.txt")).unwrap();
    assert!(text.contains("1. Vamos tocar na tela."), "{text}");
    let picture = fs::read(slips.join("tela-tocar.png")).unwrap();
    assert!(picture.starts_with(b"\x89PNG"));
}

#[test]
fn a_kit_is_a_folder_with_a_set_of_cards_for_each_lesson() {
    let folder = tempfile::tempdir().unwrap();
    let done = acolhe(&["kit", "kit", "--language", "en"], folder.path());
    assert!(done.status.success(), "{}", told(&done));
    let kit = folder.path().join("kit");
    for name in
        ["poster", "lessons", "attendance", "talk-cards", "certificate", "certificate-alone"]
    {
        let file = kit.join(format!("{name}.pdf"));
        assert!(fs::read(&file).unwrap().starts_with(b"%PDF"), "{name}");
    }
    assert!(fs::read_dir(kit.join("cards")).unwrap().count() > 10);
    if let Some(text) = read(&kit.join("poster.pdf")) {
        assert!(text.contains("Learn here, for free"), "{text}");
    }
}

#[test]
fn services_and_the_guide_are_files_too() {
    let folder = tempfile::tempdir().unwrap();
    for arguments in [&["service", "ILU-01", "one.pdf"][..], &["guide", "guide.pdf"]] {
        let done = acolhe(arguments, folder.path());
        assert!(done.status.success(), "{}", told(&done));
    }
    if let Some(text) = read(&folder.path().join("one.pdf")) {
        assert!(text.contains("Lâmpada apagada no poste") && text.contains("156"), "{text}");
    }
    if let Some(text) = read(&folder.path().join("guide.pdf")) {
        assert!(text.contains("Biblioteca da Matriz"), "{text}");
    }
}

#[test]
fn what_exists_is_not_overwritten_and_what_is_not_there_is_told() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("mine.pdf"), "mine").unwrap();
    let refused = [
        (&["lesson", "tela-tocar", "mine.pdf"][..], "exists already"),
        (&["guide", "mine.pdf"], "exists already"),
        (&["kit", "mine.pdf"], "exists already"),
        (&["lesson", "no-such", "new.pdf"], "No lesson no-such is taught in Vila Serena"),
        (&["lesson", "transfer-gresit", "new.pdf"], "No lesson transfer-gresit is taught"),
        (&["lesson", "new.pdf"], "Name what to print"),
        (&["lesson", "--all", "tela-tocar", "new.pdf"], "not both"),
        (&["lesson", "tela-tocar", "--language", "xx", "new.pdf"], "No language xx"),
        (&["service", "SOC-05", "new.pdf"], "SOC-05 is private"),
        (&["service", "NO-99", "new.pdf"], "No service NO-99"),
        (&["guide", "ILU-01", "new.pdf"], "name only its file"),
    ];
    for (arguments, why) in refused {
        let done = acolhe(arguments, folder.path());
        assert_eq!(done.status.code(), Some(2), "{arguments:?}");
        assert!(told(&done).contains(why), "{}", told(&done));
    }
    assert!(!folder.path().join("new.pdf").exists());
    assert_eq!(fs::read_to_string(folder.path().join("mine.pdf")).unwrap(), "mine");
}
