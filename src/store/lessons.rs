//! How lessons went, a month at a time: sums, and never of fewer than five sittings.

use jiff::civil::Date;
use rusqlite::{Connection, params};

use super::{Store, StoreError};
use crate::domain::lesson::{LessonId, Rung, Score};

/// So many sittings stand behind a sum that is told: with fewer somebody might be known in it. Who
/// sat down twice counts twice, for nobody is known again.
pub const FEWEST: u32 = 5;

/// How a lesson went in a month, with as much help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LessonSum {
    /// The month: `2026-11`.
    pub month: String,
    /// The lesson.
    pub lesson: String,
    /// The level of help.
    pub rung: String,
    /// How often it was begun.
    pub begun: u32,
    /// How often it was done to its end, and what was done there, where that may be told.
    pub ended: Option<(u32, Score<u32>)>,
}

/// Counts a lesson that was begun, or, with its score, ended.
pub(super) fn count(
    db: &Connection,
    day: Date,
    lesson: &LessonId,
    rung: Rung,
    score: Option<&Score>,
) -> Result<(), rusqlite::Error> {
    let month = day.strftime("%Y-%m").to_string();
    let Some(score) = score else {
        let mut query = db.prepare_cached(
            "INSERT INTO lesson_sum (month, lesson, rung, begun) VALUES (?1, ?2, ?3, 1)
             ON CONFLICT DO UPDATE SET begun = begun + 1",
        )?;
        query.execute(params![month, lesson.0, rung.name()])?;
        return Ok(());
    };
    let mut query = db.prepare_cached(
        "INSERT INTO lesson_sum (month, lesson, rung, ended,
                                 misses, hints, rescued, scams, caught, genuine, feared)
         VALUES (?1, ?2, ?3, 1, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
         ON CONFLICT DO UPDATE SET ended = ended + 1,
             misses = misses + excluded.misses, hints = hints + excluded.hints,
             rescued = rescued + excluded.rescued, scams = scams + excluded.scams,
             caught = caught + excluded.caught, genuine = genuine + excluded.genuine,
             feared = feared + excluded.feared",
    )?;
    let Score { misses, hints, rescued, scams, caught, genuine, feared } = score;
    query.execute(params![
        month,
        lesson.0,
        rung.name(),
        misses,
        hints,
        rescued,
        scams,
        caught,
        genuine,
        feared
    ])?;
    Ok(())
}

impl Store {
    /// Sums of a month or of all that may leave the branch, the newest last, and how many may not.
    ///
    /// Behind each of them are at least [`FEWEST`] sittings; what fewer ended is left out of it.
    ///
    /// # Errors
    ///
    /// The rows cannot be read.
    pub fn lesson_sums(&self, month: Option<&str>) -> Result<(Vec<LessonSum>, usize), StoreError> {
        let mut query = self.db.prepare_cached(
            "SELECT month, lesson, rung, begun, ended,
                    misses, hints, rescued, scams, caught, genuine, feared
             FROM lesson_sum WHERE ?1 IS NULL OR month = ?1 ORDER BY month, lesson, rung",
        )?;
        let rows = query.query_map([month], |row| {
            let ended: u32 = row.get(4)?;
            let enough = ended >= FEWEST;
            let score = Score {
                misses: row.get(5)?,
                hints: row.get(6)?,
                rescued: row.get(7)?,
                scams: row.get(8)?,
                caught: row.get(9)?,
                genuine: row.get(10)?,
                feared: row.get(11)?,
            };
            Ok(LessonSum {
                month: row.get(0)?,
                lesson: row.get(1)?,
                rung: row.get(2)?,
                begun: row.get(3)?,
                ended: enough.then_some((ended, score)),
            })
        })?;
        let rows: Vec<LessonSum> = rows.collect::<Result<_, _>>()?;
        let all = rows.len();
        let told: Vec<LessonSum> = rows.into_iter().filter(|sum| sum.begun >= FEWEST).collect();
        let untold = all - told.len();
        Ok((told, untold))
    }
}
