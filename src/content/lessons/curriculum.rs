//! `curriculum.toml`: tracks, and the lessons of each in their order.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::super::fault::Collector;
use super::super::source::Source;
use super::super::toml_table;
use crate::domain::lesson::LessonId;
use crate::domain::passport::LessonMark;

/// Lessons with their tracks, in order.
pub(super) fn read(dir: &Path, faults: &Collector) -> Vec<(String, LessonId)> {
    let Some(source) = Source::read(dir.join("curriculum.toml"), faults) else { return Vec::new() };
    let mut seen = BTreeSet::new();
    let mut marks = BTreeMap::new();
    let order = toml_table::read(&source, |root| {
        let tracks = root.tables("track", |table| {
            let track = table.text("id");
            let lessons = table.required_located_texts("lessons");
            for (id, at) in &lessons {
                if !seen.insert(id.clone()) {
                    table.tell_at(*at, format!("{id} stands twice"), "Take one out");
                    continue;
                }
                let mark = LessonMark::of(&LessonId(id.clone()));
                if let Some(other) = marks.insert(mark, id.clone()) {
                    let what = format!("a passport cannot tell {id} from {other}");
                    table.tell_at(*at, what, "Give one of them another name");
                }
            }
            let lessons = lessons.into_iter();
            lessons.map(|(id, _)| (track.clone(), LessonId(id))).collect::<Vec<_>>()
        });
        tracks.concat()
    });
    let order = order.unwrap_or_default();
    for folder in folders(dir).difference(&seen) {
        let what = format!("no track has the lesson {folder}");
        source.tell(0, what, "Put it into a track, or take its folder away");
    }
    order
}

/// The names of folders that hold a lesson.
fn folders(dir: &Path) -> BTreeSet<String> {
    let entries = std::fs::read_dir(dir).into_iter().flatten().flatten();
    entries
        .filter(|entry| entry.path().join("lesson.toml").exists())
        .filter_map(|entry| entry.file_name().into_string().ok())
        .collect()
}
