//! A course for cmi5 (Quartz, 1.0): `cmi5.xml` and a page for each lesson, in a zip.
//!
//! Chosen for each lesson: `moveOn="Completed"`, for who went to the end has practised, and nobody
//! is held back for having asked for help; `masteryScore="0.5"`, half of it without help, which is
//! only reported; `launchMethod="AnyWindow"`, for the page needs nothing of a window.

use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use super::{Course, ExportError, framework, page};
use crate::archive;
use crate::domain::lesson::{Framework, Lesson, Outcome};

/// The namespace of a course structure (cmi5, section 14).
const NAMESPACE: &str = "https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd";

/// What kind of activity a lesson is, by ADL's vocabulary.
const LESSON: &str = "http://adlnet.gov/expapi/activities/lesson";

/// From how much a lesson is passed.
pub const MASTERY: f64 = 0.5;

type Xml = Writer<Vec<u8>>;

/// The course as a zip.
///
/// # Errors
///
/// It could not be written down.
pub fn package(course: &Course<'_>) -> Result<Vec<u8>, ExportError> {
    let mut files = vec![("cmi5.xml".to_owned(), structure(course)?)];
    for lesson in &course.lessons {
        files.push((url(lesson), page::of(course, lesson)?.into_bytes()));
    }
    Ok(archive::pack(&files, "")?)
}

/// Where a lesson's page lies in the archive.
fn url(lesson: &Lesson) -> String {
    format!("lessons/{}.html", lesson.id)
}

/// The course structure.
///
/// # Errors
///
/// It could not be written down.
pub fn structure(course: &Course<'_>) -> Result<Vec<u8>, ExportError> {
    let mut xml = Writer::new_with_indent(Vec::new(), b' ', 2);
    write(course, &mut xml).map_err(ExportError::Xml)?;
    Ok(xml.into_inner())
}

fn write(course: &Course<'_>, xml: &mut Xml) -> io::Result<()> {
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None)))?;
    let root = xml.create_element("courseStructure").with_attribute(("xmlns", NAMESPACE));
    root.write_inner_content(|xml| {
        let id = course.id();
        let head = xml.create_element("course").with_attribute(("id", id.as_str()));
        head.write_inner_content(|xml| {
            let city = course.city.name.as_str();
            named(course, xml, "title", |words| {
                words.with("export-course", &[("city", city.into())])
            })?;
            named(course, xml, "description", |words| words.text("export-course-about"))
        })?;
        objectives(course, xml)?;
        course.tracks().iter().try_for_each(|(track, lessons)| block(course, xml, track, lessons))
    })?;
    Ok(())
}

/// A text in each language in which the course is named.
fn named(
    course: &Course<'_>,
    xml: &mut Xml,
    element: &str,
    text: impl Fn(crate::locale::Words<'_>) -> String,
) -> io::Result<()> {
    let texts = course.named_in.iter().map(|language| {
        let words = course.locales.of(*language);
        (language.tag(), text(words))
    });
    let texts: Vec<(&str, String)> = texts.collect();
    langstrings(xml, element, &texts)
}

fn langstrings(xml: &mut Xml, element: &str, texts: &[(&str, String)]) -> io::Result<()> {
    xml.create_element(element).write_inner_content(|xml| {
        texts.iter().try_for_each(|(tag, text)| {
            let text = BytesText::new(text);
            let element = xml.create_element("langstring").with_attribute(("lang", *tag));
            element.write_text_content(text).map(|_| ())
        })
    })?;
    Ok(())
}

fn objectives(course: &Course<'_>, xml: &mut Xml) -> io::Result<()> {
    xml.create_element("objectives").write_inner_content(|xml| {
        course.outcomes().iter().try_for_each(|outcome| {
            let id = course.outcome_id(outcome);
            let objective = xml.create_element("objective").with_attribute(("id", id.as_str()));
            objective
                .write_inner_content(|xml| {
                    let (_, name) = framework(outcome.framework);
                    let title = format!("{name}: {}", outcome.id);
                    named(course, xml, "title", |_| title.clone())?;
                    about(course, xml, outcome)
                })
                .map(|_| ())
        })
    })?;
    Ok(())
}

/// What an outcome says: as its framework puts it, where that is known.
fn about(course: &Course<'_>, xml: &mut Xml, outcome: &Outcome) -> io::Result<()> {
    let statement = course.statements.get(&outcome.id);
    match (outcome.framework, statement) {
        (Framework::DigComp, Some(text)) => {
            langstrings(xml, "description", &[("en", text.clone())])
        }
        _ => named(course, xml, "description", |words| words.text("export-outcome-device")),
    }
}

fn block(course: &Course<'_>, xml: &mut Xml, track: &str, lessons: &[&Lesson]) -> io::Result<()> {
    let id = course.track_id(track);
    xml.create_element("block").with_attribute(("id", id.as_str())).write_inner_content(|xml| {
        let title = format!("lesson-track-{track}");
        named(course, xml, "title", |words| words.text(&title))?;
        named(course, xml, "description", |words| words.text("export-track-about"))?;
        lessons.iter().try_for_each(|lesson| unit(course, xml, lesson))
    })?;
    Ok(())
}

fn unit(course: &Course<'_>, xml: &mut Xml, lesson: &Lesson) -> io::Result<()> {
    let (id, mastery) = (course.lesson_id(lesson), MASTERY.to_string());
    let unit = xml.create_element("au").with_attributes([
        ("id", id.as_str()),
        ("moveOn", "Completed"),
        ("masteryScore", mastery.as_str()),
        ("launchMethod", "AnyWindow"),
        ("activityType", LESSON),
    ]);
    unit.write_inner_content(|xml| {
        let message = format!("lesson-{}", lesson.id);
        named(course, xml, "title", |words| words.text(&message))?;
        named(course, xml, "description", |words| {
            words.attribute(&message, "goal", &[]).unwrap_or_default()
        })?;
        xml.create_element("objectives").write_inner_content(|xml| {
            lesson.outcomes.iter().try_for_each(|outcome| {
                let id = course.outcome_id(outcome);
                let objective = xml.create_element("objective");
                objective.with_attribute(("idref", id.as_str())).write_empty().map(|_| ())
            })
        })?;
        xml.create_element("url").write_text_content(BytesText::new(&url(lesson))).map(|_| ())
    })?;
    Ok(())
}
