//! Clips in sign language: what is there, and what is wrong with it.

use std::path::Path;

use acolhe::content;

use crate::signs::{city, clip};

const TINY: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/tiny-city");

/// What is told of clips and of `city.toml`, without the folder's name.
fn told(dir: &Path) -> Vec<String> {
    let prefix = format!("{}/", dir.display());
    let faults = content::check(&[dir.to_owned()], None);
    let told = faults.list().iter().map(|fault| fault.to_string().replace(&prefix, ""));
    told.filter(|fault| fault.starts_with("signs") || fault.starts_with("city")).collect()
}

#[track_caller]
fn tells(dir: &Path, expected: &[&str]) {
    let told = told(dir);
    assert_eq!(told.len(), expected.len(), "told {told:#?}");
    for (told, expected) in told.iter().zip(expected) {
        assert!(told.starts_with(expected), "told    {told}\nwanted  {expected}");
    }
}

#[test]
fn a_city_has_the_clips_that_lie_in_its_folder() {
    let dir = city(Path::new(TINY), "Libras");
    assert_eq!(content::city::load(dir.path()).expect("no faults").signs.unwrap().clips.len(), 0);
    let file = dir.path().join("signs/filing.group.gif");
    clip(&file, (8, 6), &[[0; 3], [255; 3]]);
    tells(dir.path(), &[]);
    let signs = content::city::load(dir.path()).expect("no faults").signs.unwrap();
    assert_eq!((signs.name.as_str(), &signs.clips["filing.group"]), ("Libras", &file));
    let missing: Vec<_> = signs.missing().collect();
    assert!(missing.contains(&"welcome") && !missing.contains(&"filing.group"));
}

#[test]
fn the_manual_lists_every_screen_that_can_have_a_clip() {
    let manual = include_str!("../../docs/city-format.md");
    for screen in acolhe::domain::signs::SCREENS {
        let own = screen.strip_prefix("filing.").unwrap_or(screen);
        assert!(manual.contains(&format!("`{own}`")), "docs/city-format.md lacks {screen}");
    }
}

#[test]
fn clips_without_a_screen_or_of_another_kind_are_told() {
    let dir = city(Path::new(TINY), "Libras");
    let at = |name: &str| dir.path().join("signs").join(name);
    for name in ["filing.grupo.gif", "welcome.gif"] {
        clip(&at(name), (8, 6), &[[0; 3], [255; 3]]);
    }
    std::fs::copy(at("welcome.gif"), at("welcome.webp")).expect("a copy");
    std::fs::write(at("farewell.mp4"), "").expect("writable");
    tells(
        dir.path(),
        &[
            "signs/farewell.mp4:1: farewell.mp4 is no clip. Save it as .gif, .webp or .png",
            "signs/filing.grupo.gif:1: there is no screen filing.grupo. Name it after a screen",
            "signs/welcome.webp:1: the file cannot be decoded",
            "signs/welcome.webp:1: welcome has two clips. Keep one of them",
        ],
    );
}

#[test]
fn clips_that_cannot_be_played_are_told() {
    let dir = city(Path::new(TINY), "Libras");
    let at = |name: &str| dir.path().join("signs").join(name);
    clip(&at("booking.gif"), (8, 6), &[[0; 3]]);
    std::fs::write(at("emergency.png"), "no picture").expect("writable");
    std::fs::write(at("farewell.gif"), vec![0; 30 * 1024 * 1024 + 1]).expect("writable");
    clip(&at("lessons.gif"), (1281, 1), &[[0; 3], [255; 3]]);
    clip(&at("saved.gif"), (1, 1), &[[9; 3]; 226]);
    let picture = image::RgbaImage::new(8, 6);
    picture.save(at("ticket.png")).expect("writable");
    clip(&at("welcome.gif"), (64, 64), &[[1; 3], [2; 3]]);
    let whole = std::fs::read(at("welcome.gif")).expect("readable");
    std::fs::write(at("welcome.gif"), &whole[..whole.len() / 2]).expect("writable");
    tells(
        dir.path(),
        &[
            "signs/booking.gif:1: the file is no animation. Save it as an animation",
            "signs/emergency.png:1: the file cannot be decoded",
            "signs/farewell.gif:1: the file has more than 30 MiB. Save it with fewer",
            "signs/lessons.gif:1: the clip has 1281 × 1 pixels",
            "signs/saved.gif:1: the clip is longer than 90 seconds. Say it in 90 seconds",
            "signs/ticket.png:1: the file is no animation",
            "signs/welcome.gif:1: the file cannot be decoded",
        ],
    );
}

#[test]
fn clips_without_a_language_and_a_language_without_a_name_are_told() {
    let dir = city(Path::new(TINY), "Libras");
    let file = dir.path().join("city.toml");
    clip(&dir.path().join("signs/welcome.gif"), (8, 6), &[[0; 3], [255; 3]]);
    let text = std::fs::read_to_string(&file).expect("readable");
    std::fs::write(&file, text.replace("[signs]\nname = \"Libras\"\n", "")).expect("writable");
    tells(dir.path(), &["signs:1: there are clips and no [signs]. Write name"]);
    std::fs::write(&file, text.replace("\"Libras\"", "\"Brazilian Signs\"")).expect("writable");
    tells(dir.path(), &["city.toml:34: signs.name has more than 8 letters. Write the short name"]);
}
