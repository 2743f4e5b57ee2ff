//! A clip in sign language: its words, for whoever listens and where it cannot be shown.

use std::path::{Path, PathBuf};

use crate::domain::action::Action;
use crate::domain::signs;
use crate::domain::visit::{Overlay, Visit};
use crate::locale::Arg;

use super::{Scene, Told, sentences};

/// The clip that plays.
pub(super) fn clip(scene: &Scene<'_>) -> Option<PathBuf> {
    let plays = matches!(scene.visit.overlay, Some(Overlay::Signs(_)))
        && !signs::is_broken(scene.visit, scene.devices);
    let clip = signs::clip(scene.visit, scene.city, scene.devices).filter(|_| plays);
    clip.map(Path::to_owned)
}

/// How often it was seen again.
pub(super) fn again(visit: &Visit) -> u16 {
    match visit.overlay {
        Some(Overlay::Signs(again)) => again,
        _ => 0,
    }
}

/// That a clip plays, or that it cannot.
pub(super) fn tell(scene: &Scene<'_>) -> Told {
    let broken = signs::is_broken(scene.visit, scene.devices);
    let id = if broken { "signs-broken" } else { "signs" };
    let name = [name(scene)];
    let title = scene.words.with(id, &name);
    let say = scene.words.attribute(id, "say", &name).unwrap_or_default();
    let told = Told { screen: "signs", title, aloud: None, say: Vec::new(), notes: Vec::new() };
    let say = sentences(&say);
    if broken { told.show_all("info", say) } else { Told { say, ..told } }
}

/// The label of what shows a clip, and of the choice between clips and none.
pub(super) fn label(scene: &Scene<'_>, action: &Action) -> String {
    let signs = scene.city.signs.as_ref();
    match action {
        Action::Signing(signing) => {
            scene.words.with(if *signing { "signs-on" } else { "signs-off" }, &[name(scene)])
        }
        _ if scene.visit.overlay.is_some() => scene.words.text("action-signs-again"),
        _ => signs.map(|signs| signs.name.clone()).unwrap_or_default(),
    }
}

fn name<'a>(scene: &Scene<'a>) -> Arg<'a> {
    ("name", scene.city.signs.as_ref().map_or("", |signs| signs.name.as_str()).into())
}
