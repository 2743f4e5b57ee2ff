//! What is printed or carried away of a meeting.

use std::sync::Arc;

use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};

use super::Lead;
use crate::domain::city::City;
use crate::domain::meeting::Report;
use crate::domain::receipt::Slip;
use crate::locale::Words;
use crate::paper::{Crest, Fonts, PaperError, pdf};
use crate::view::meeting as words;

/// Seat by seat, for a table.
pub(super) async fn csv(State(lead): State<Arc<Lead>>) -> Response {
    let Some(report) = report_of(&lead) else { return StatusCode::NOT_FOUND.into_response() };
    match table(lead.words(), &lead.city, &report) {
        Ok(table) => sent("text/csv; charset=utf-8", "csv", table),
        Err(error) => failed(&error),
    }
}

/// A row for each seat and lesson at which somebody was.
fn table(own: Words<'_>, city: &City, report: &Report) -> Result<Vec<u8>, csv::Error> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(["day", "lesson", "title", "seat", "to_the_end"])?;
    let day = report.began.to_zoned(city.timezone.clone()).date().to_string();
    for lesson in &report.lessons {
        let title = words::title(own, &lesson.lesson);
        for (number, seat) in (1..).zip(&lesson.seats) {
            let Some(ended) = seat else { continue };
            let (number, ended): (i32, _) = (number, if *ended { "yes" } else { "no" });
            let row = [&day, &lesson.lesson.0, &title, &number.to_string(), ended];
            writer.write_record(row.map(|cell: &str| cell))?;
        }
    }
    writer.into_inner().map_err(|error| csv::Error::from(error.into_error()))
}

/// Sums, on a sheet.
pub(super) async fn report(State(lead): State<Arc<Lead>>) -> Response {
    sheet(&lead, words::report)
}

/// That somebody was there.
pub(super) async fn present(State(lead): State<Arc<Lead>>) -> Response {
    sheet(&lead, words::certificate_present)
}

/// What somebody did alone.
pub(super) async fn alone(State(lead): State<Arc<Lead>>) -> Response {
    sheet(&lead, words::certificate_alone)
}

fn sheet(lead: &Lead, slip: impl Fn(Words<'_>, &City, &Report) -> Slip) -> Response {
    let Some(report) = report_of(lead) else { return StatusCode::NOT_FOUND.into_response() };
    let slip = slip(lead.words(), &lead.city, &report);
    let crest = lead.crest.as_deref().and_then(|file| Crest::read(file).ok());
    let printed = Fonts::installed().and_then(|mut fonts| pdf(&slip, crest.as_ref(), &mut fonts));
    match printed {
        Ok(printed) => sent("application/pdf", "pdf", printed),
        Err::<_, PaperError>(error) => failed(&error),
    }
}

fn report_of(lead: &Lead) -> Option<Report> {
    Some(lead.meeting().as_ref()?.report())
}

fn sent(kind: &str, ending: &str, bytes: Vec<u8>) -> Response {
    let name = format!("inline; filename=\"acolhe.{ending}\"");
    let headers = [
        (header::CONTENT_TYPE, kind.to_owned()),
        (header::CONTENT_DISPOSITION, name),
        (header::CACHE_CONTROL, "no-store".to_owned()),
    ];
    (headers, bytes).into_response()
}

fn failed(error: &(dyn std::error::Error + 'static)) -> Response {
    tracing::error!(error, "a paper of the meeting cannot be made");
    StatusCode::INTERNAL_SERVER_ERROR.into_response()
}
