//! What the hub holds, for staff at the machine. Lists hold no personal data.

use std::io::{self, Write};
use std::process::ExitCode;

use jiff::Timestamp;
use serde_json::json;

use crate::domain::protocol_number::ProtocolNumber;
use crate::hub::Hub;
use crate::wire::moment;

fn written(hub: &Hub, at: Timestamp) -> String {
    moment::write(at, &hub.city().timezone)
}

fn maybe(hub: &Hub, at: Option<Timestamp>) -> String {
    at.map_or_else(|| "-".to_owned(), |at| written(hub, at))
}

pub(super) async fn requests(hub: &Hub, out: &mut impl Write) -> anyhow::Result<()> {
    writeln!(out, "number\tservice\tstatus\tfiled\tanswer by\texpected\tupdated")?;
    for request in hub.all_requests().await? {
        writeln!(
            out,
            "{}\t{}\t{}\t{}\t{}\t{}\t{}",
            request.number,
            request.service,
            request.status.name(),
            written(hub, request.requested_at),
            maybe(hub, request.answer_by),
            maybe(hub, request.expected_at),
            written(hub, request.updated_at),
        )?;
    }
    Ok(())
}

pub(super) async fn requests_as_json(hub: &Hub, out: &mut impl Write) -> anyhow::Result<()> {
    let all = hub.all_requests().await?;
    let rows = all.iter().map(|request| {
        json!({
            "number": request.number,
            "service": request.service,
            "status": request.status.name(),
            "requested_datetime": written(hub, request.requested_at),
            "received_datetime": written(hub, request.received_at),
            "answer_by": request.answer_by.map(|at| written(hub, at)),
            "expected_datetime": request.expected_at.map(|at| written(hub, at)),
            "updated_datetime": written(hub, request.updated_at),
        })
    });
    writeln!(out, "{:#}", serde_json::Value::Array(rows.collect()))?;
    Ok(())
}

pub(super) async fn request(
    hub: &Hub,
    number: ProtocolNumber,
    out: &mut impl Write,
) -> anyhow::Result<ExitCode> {
    let Some(request) = hub.request(number).await? else {
        writeln!(
            io::stderr(),
            "There is no request with the number {number}: `acolhe hub requests` lists them"
        )?;
        return Ok(ExitCode::FAILURE);
    };
    let mut lines = vec![
        ("number", request.number.to_string()),
        ("service", request.service.to_string()),
        ("status", request.status.name().to_owned()),
        ("requested_datetime", written(hub, request.requested_at)),
        ("received_datetime", written(hub, request.received_at)),
        ("answer_by", maybe(hub, request.answer_by)),
        ("expected_datetime", maybe(hub, request.expected_at)),
        ("updated_datetime", written(hub, request.updated_at)),
        ("status_notes", request.answer.unwrap_or_default()),
        ("filed_by", request.filed_by),
        ("client_request_id", request.id.map(|id| id.to_string()).unwrap_or_default()),
    ];
    if let Some(place) = request.said.coordinates {
        lines.push(("lat", place.lat.to_string()));
        lines.push(("long", place.long.to_string()));
    }
    for (name, value) in &lines {
        writeln!(out, "{name}: {value}")?;
    }
    for (name, value) in &request.said.fields {
        writeln!(out, "{name}: {value}")?;
    }
    for (code, values) in &request.said.answers {
        writeln!(out, "attribute[{code}]: {}", values.join(", "))?;
    }
    Ok(ExitCode::SUCCESS)
}

pub(super) async fn alarms(hub: &Hub, out: &mut impl Write) -> anyhow::Result<()> {
    writeln!(out, "raised\talarm\tnumber\trequest id")?;
    for alarm in hub.alarms().await? {
        let id = alarm.id.map_or_else(|| "-".to_owned(), |id| id.to_string());
        let raised = written(hub, alarm.raised_at);
        writeln!(out, "{raised}\t{}\t{}\t{id}", alarm.kind.name(), alarm.number)?;
    }
    Ok(())
}
