//! How a request stands at the city's server.

use serde_json::Value;

use super::Open311;
use super::answer::Ask;
use super::dialect;
use super::document;
use crate::domain::city::{City, ServiceCode};
use crate::domain::note::Spoken;
use crate::domain::protocol_number::ProtocolNumber;
use crate::domain::request::AccessCode;
use crate::domain::visit::{Details, LookUp, Stage, Status};
use crate::wire::moment;

impl Open311 {
    /// Asks for one request, by its id at the server where that differs from the number.
    ///
    /// Only our own hub can tell whether a code is right: at any other server the code opens
    /// nothing, and a request whose id is not known cannot be found.
    pub async fn look_up(
        &self,
        city: &City,
        number: ProtocolNumber,
        remote_id: Option<&str>,
        code: Option<&AccessCode>,
    ) -> LookUp {
        let Ok(spoken) = self.spoken().await else { return LookUp::Unreachable };
        let own_id = number.to_string();
        let code = code.filter(|_| spoken == dialect::Spoken::Acolhe);
        let mut query = Vec::new();
        let id = match (spoken, remote_id) {
            (dialect::Spoken::Acolhe, _) => {
                query.push(("api_key", self.key()));
                query.extend(code.map(|code| ("access_code", code.0.as_str())));
                remote_id.unwrap_or(&own_id)
            }
            (dialect::Spoken::Plain, Some(id)) => id,
            (dialect::Spoken::Plain, None) => return LookUp::NotFound,
        };
        let Ok(answer) = self.http.call(&["requests", id], Ask::Read(&query)).await else {
            return LookUp::Unreachable;
        };
        match answer.status {
            200..300 => read(answer.document().as_ref(), city, number, code.is_some()),
            403 if code.is_some() => LookUp::CodeWrong,
            429 if code.is_some() => LookUp::TooManyCodes,
            404 | 410 if !answer.is_web_page() => LookUp::NotFound,
            _ => LookUp::Unreachable,
        }
    }
}

fn read(document: Option<&Value>, city: &City, number: ProtocolNumber, opened: bool) -> LookUp {
    let Some(document) = document else { return LookUp::Unreachable };
    let Some(record) = document::first_with(document, "status") else {
        let nothing = document::list(document).is_some_and(|list| list.is_empty());
        return if nothing { LookUp::NotFound } else { LookUp::Unreachable };
    };
    let said = |field| document::text(record, field).unwrap_or_default();
    let due =
        |field| document::text(record, field).and_then(|text| moment::due(&text, &city.timezone));
    let closed = said("status").eq_ignore_ascii_case("closed");
    LookUp::Found(Box::new(Status {
        number,
        stage: if closed { Stage::Closed } else { Stage::Open },
        answer_by: due("answer_by"),
        done_by: due("expected_datetime"),
        service: service(&said("service_code"), city, opened),
        details: opened.then(|| Details {
            place: said("address"),
            words: said("description"),
            answer: said("status_notes"),
            spoken: match said("note").as_str() {
                "waiting" => Spoken::Waiting,
                "written" => Spoken::Written,
                _ => Spoken::No,
            },
        }),
    }))
}

/// Our service of a code, ours or the server's own; a private one only once it was opened.
fn service(code: &str, city: &City, opened: bool) -> Option<ServiceCode> {
    let known = city
        .services
        .iter()
        .find(|service| service.code.0 == code || service.remote_code.as_deref() == Some(code))?;
    (opened || !known.private).then(|| known.code.clone())
}
