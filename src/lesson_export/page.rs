//! A lesson as one page that needs nothing else: letters, colours, what can happen, and what walks it.

use quick_xml::escape::escape;

use super::{Course, ExportError, script};
use crate::domain::lesson::Lesson;

const PAGE: &str = include_str!("page/page.html");
const SHEET: &str = include_str!("page/page.css");
/// What a learning management system is told.
const TELLS: &str = include_str!("page/cmi5.js");
/// What walks a lesson.
const WALKS: &str = include_str!("page/walk.js");

/// The page of a lesson. Behind its address the number of a step, from 0, begins there.
///
/// # Errors
/// [`ExportError::Script`].
pub fn of(course: &Course<'_>, lesson: &Lesson) -> Result<String, ExportError> {
    let script = script::of(course, lesson);
    let script = serde_json::to_string(&script).map_err(ExportError::Script)?;
    // A sentence cannot end the element it stands in.
    let script = script.replace('<', "\\u003c");
    let words = course.words();
    let said = |id: &str| escape(words.text(id).as_str()).into_owned();
    let title = escape(words.text(&format!("lesson-{}", lesson.id)).as_str()).into_owned();
    let parts = [
        ("{language}", course.language.tag().to_owned()),
        ("{title}", title),
        ("{practice}", said("export-practice")),
        ("{listen}", said("action-repeat")),
        ("{no-script}", said("export-no-script")),
        ("{sheet}", SHEET.to_owned()),
        ("{tells}", TELLS.to_owned()),
        ("{walks}", WALKS.to_owned()),
        ("{script}", script),
    ];
    // One pass: what was put in is not looked at again.
    let mut page = String::new();
    let mut rest = PAGE;
    while let Some((at, (name, text))) =
        parts.iter().filter_map(|part| Some((rest.find(part.0)?, part))).min_by_key(|found| found.0)
    {
        page.push_str(rest.get(..at).unwrap_or_default());
        page.push_str(text);
        rest = rest.get(at + name.len()..).unwrap_or_default();
    }
    page.push_str(rest);
    Ok(page)
}
