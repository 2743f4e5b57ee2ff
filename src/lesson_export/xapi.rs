//! What a learning record store gets of a sitting (xAPI 1.0.3, IEEE 9274.1.1, by the rules of cmi5).
//!
//! One sitting of each lesson, in which everything goes by itself, for those who set up a store or
//! its reports. Nobody stands behind its actor.

use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};
use uuid::Uuid;

use super::cmi5::MASTERY;
use super::{Course, ExportError, LEVEL};
use crate::domain::lesson::bot::{Bot, play};
use crate::domain::lesson::{Lesson, Score};

const VERBS: &str = "http://adlnet.gov/expapi/verbs/";
const CATEGORIES: &str = "https://w3id.org/xapi/cmi5/context/categories/";
const EXTENSIONS: &str = "https://w3id.org/xapi/cmi5/context/extensions/";

/// The statements, one sitting after the other from `begin` on, with ids that `fresh` makes.
///
/// # Errors
///
/// A lesson that does not end, or a moment beyond the end of time.
pub fn statements(
    course: &Course<'_>,
    begin: Timestamp,
    mut fresh: impl FnMut() -> Uuid,
) -> Result<Vec<Value>, ExportError> {
    let actor = json!({
        "objectType": "Agent",
        "account": { "homePage": format!("{}/quiosque", course.web()), "name": fresh() },
    });
    let registration = fresh();
    let mut told = Vec::new();
    let mut at = begin;
    for lesson in &course.lessons {
        let score = play(&course.city.taught, lesson, LEVEL, Bot::Perfect)?.score;
        let sitting = Sitting { course, lesson, actor: &actor, registration, session: fresh() };
        let spent = SignedDuration::from_mins(i64::from(lesson.minutes));
        let end = at.checked_add(spent).map_err(ExportError::Moment)?;
        let duration = format!("PT{}M", lesson.minutes);
        let counted = sitting.counted(score);
        let scaled = score.scaled(lesson);
        let completed = json!({ "completion": true, "duration": duration, "extensions": counted });
        let passed = json!({
            "success": true, "score": { "scaled": scaled }, "duration": duration,
            "extensions": counted,
        });
        told.push(sitting.says("initialized", None, at, fresh()));
        told.push(sitting.says("completed", Some(completed), end, fresh()));
        told.push(sitting.says("passed", Some(passed), end, fresh()));
        told.push(sitting.says("terminated", Some(json!({ "duration": duration })), end, fresh()));
        at = end;
    }
    Ok(told)
}

/// Somebody at a lesson, as a store sees it.
struct Sitting<'a> {
    course: &'a Course<'a>,
    lesson: &'a Lesson,
    actor: &'a Value,
    registration: Uuid,
    session: Uuid,
}

impl Sitting<'_> {
    /// How much help there was, and how much was taken.
    fn counted(&self, score: Score) -> Value {
        let counted = [
            ("rung", json!(LEVEL.name())),
            ("misses", json!(score.misses)),
            ("hints", json!(score.hints)),
            ("rescued", json!(score.rescued)),
        ];
        counted.into_iter().map(|(name, it)| (self.course.extension(name), it)).collect()
    }

    fn says(&self, verb: &str, result: Option<Value>, at: Timestamp, id: Uuid) -> Value {
        let words = self.course.words();
        let publisher = self.course.lesson_id(self.lesson);
        let name = words.text(&format!("lesson-{}", self.lesson.id));
        let judged = matches!(verb, "completed" | "passed");
        let moves_on = judged.then(|| format!("{CATEGORIES}moveon"));
        let categories = [format!("{CATEGORIES}cmi5")].into_iter().chain(moves_on);
        let mut context = json!({
            "registration": self.registration,
            "contextActivities": {
                "category": categories.map(|id| json!({ "id": id })).collect::<Vec<_>>(),
                "grouping": [{ "id": publisher }],
            },
            "extensions": { format!("{EXTENSIONS}sessionid"): self.session },
        });
        if verb == "passed" {
            context["extensions"][format!("{EXTENSIONS}masteryscore")] = json!(MASTERY);
        }
        let mut statement = json!({
            "id": id,
            "actor": self.actor,
            "verb": { "id": format!("{VERBS}{verb}"), "display": { "en": verb } },
            // A learning management system gives each activity an id of its own.
            "object": {
                "objectType": "Activity",
                "id": format!("{publisher}#example"),
                "definition": { "name": { self.course.language.tag(): name } },
            },
            "context": context,
            "timestamp": at,
        });
        if let Some(result) = result {
            statement["result"] = result;
        }
        statement
    }
}
