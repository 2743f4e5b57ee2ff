//! What a meeting is told in: what is said to all, and what is printed of it.

use crate::domain::city::City;
use crate::domain::lesson::{Lesson, LessonId, Step};
use crate::domain::meeting::{Attendance, Report};
use crate::domain::receipt::{Block, Slip};
use crate::locale::Words;

use super::{moment, sentences};

/// The name of a lesson.
#[must_use]
pub fn title(words: Words<'_>, lesson: &LessonId) -> String {
    words.text(&message(lesson))
}

/// What is asked at a step.
#[must_use]
pub fn asked(words: Words<'_>, lesson: &Lesson, step: &Step) -> String {
    words.text(&of_step(lesson, step))
}

/// What is said aloud of a step.
#[must_use]
pub fn said(words: Words<'_>, lesson: &Lesson, step: &Step) -> Vec<String> {
    let more = words.attribute(&of_step(lesson, step), "say", &[]).unwrap_or_default();
    sentences(&asked(words, lesson, step)).into_iter().chain(sentences(&more)).collect()
}

/// What who leads may want to ask or to tell at a step.
#[must_use]
pub fn note(words: Words<'_>, lesson: &Lesson, step: &Step) -> Option<String> {
    words.attribute(&of_step(lesson, step), "note", &[])
}

fn message(lesson: &LessonId) -> String {
    format!("lesson-{lesson}")
}

fn of_step(lesson: &Lesson, step: &Step) -> String {
    format!("{}-{}", message(&lesson.id), step.id)
}

/// What is told of a meeting, on paper.
#[must_use]
pub fn report(words: Words<'_>, city: &City, report: &Report) -> Slip {
    let field = |label: String, value: String| Block::Field { label, value };
    let mut blocks = head(words, city, "meeting-report");
    blocks.push(field(words.text("meeting-day"), day(words, city, report)));
    blocks.push(field(words.text("meeting-people"), report.people.to_string()));
    blocks.push(field(words.text("meeting-own-phone"), report.on_own_phone.to_string()));
    blocks.push(Block::Rule);
    for lesson in taught(report) {
        let (present, ended) = (i64::from(lesson.present()), i64::from(lesson.ended()));
        let args = [("present", present.into()), ("ended", ended.into())];
        blocks.push(field(title(words, &lesson.lesson), words.with("meeting-present", &args)));
    }
    blocks.push(Block::Rule);
    match report.faces {
        Some(faces) => blocks.extend((1..).zip(faces).map(|(face, count)| {
            field(words.text(&format!("action-face-{face}")), count.to_string())
        })),
        None => blocks.push(Block::Line(words.text("meeting-few-faces"))),
    }
    Slip { blocks }
}

/// That somebody was there; their name is written by hand.
#[must_use]
pub fn certificate_present(words: Words<'_>, city: &City, report: &Report) -> Slip {
    let mut blocks = head(words, city, "certificate-present");
    blocks.push(Block::WritingLine(words.text("certificate-name")));
    blocks.push(Block::Line(words.text("certificate-was-there")));
    let titles = taught(report).map(|lesson| Block::Line(title(words, &lesson.lesson)));
    blocks.extend(titles);
    signed(words, city, report, blocks)
}

/// What somebody did alone before the eyes of who leads; both write their names by hand.
#[must_use]
pub fn certificate_alone(words: Words<'_>, city: &City, report: &Report) -> Slip {
    let mut blocks = head(words, city, "certificate-alone");
    blocks.push(Block::WritingLine(words.text("certificate-name")));
    blocks.push(Block::Line(words.text("certificate-did-alone")));
    let goals = taught(report).filter_map(|lesson| {
        let goal = words.attribute(&message(&lesson.lesson), "goal", &[])?;
        Some(Block::Line(format!("☐ {goal}")))
    });
    blocks.extend(goals);
    signed(words, city, report, blocks)
}

/// Lessons at which anybody was.
fn taught(report: &Report) -> impl Iterator<Item = &Attendance> {
    report.lessons.iter().filter(|lesson| lesson.present() > 0)
}

fn head(words: Words<'_>, city: &City, heading: &str) -> Vec<Block> {
    let administration = city.words.get(&words.language()).map(|own| own.administration.clone());
    let crest = Block::Crest(administration.unwrap_or_else(|| city.name.clone()));
    vec![crest, Block::Heading(words.text(heading))]
}

fn signed(words: Words<'_>, city: &City, report: &Report, mut blocks: Vec<Block>) -> Slip {
    blocks.push(Block::Rule);
    blocks.push(Block::Field { label: words.text("meeting-day"), value: day(words, city, report) });
    blocks.push(Block::WritingLine(words.text("certificate-leader")));
    Slip { blocks }
}

fn day(words: Words<'_>, city: &City, report: &Report) -> String {
    moment::date(words, report.began.to_zoned(city.timezone.clone()).date())
}
