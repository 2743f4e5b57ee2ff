//! The description of the API, made from the code that answers.

use axum::body::Bytes;
use utoipa::Modify;
use utoipa::openapi::schema::{ObjectBuilder, Type};
use utoipa::openapi::security::{Http, HttpAuthScheme, SecurityScheme};

use super::problem::Problem;

/// What stands at the top of the document.
#[derive(utoipa::OpenApi)]
#[openapi(
    info(
        title = "Acolhe: booking",
        description = "Appointments at a city's branches: find a time, hold it, confirm, change \
            or cancel it. Every call that changes something carries an id that the client made; a \
            repeat gets the first answer.",
        license(name = "GPL-3.0-or-later", identifier = "GPL-3.0-or-later"),
    ),
    servers((url = "/api/v1")),
    tags(
        (name = "times", description = "What can be booked, and when"),
        (name = "bookings", description = "One booking"),
        (name = "staff", description = "For those who meet people, and for those who remind them"),
    ),
    modifiers(&Common),
)]
pub(super) struct Document;

struct Common;

impl Modify for Common {
    fn modify(&self, document: &mut utoipa::openapi::OpenApi) {
        let components = document.components.get_or_insert_default();
        let mut bearer = Http::new(HttpAuthScheme::Bearer);
        bearer.description = Some("A key of a station, a client or of staff".to_owned());
        components.add_security_scheme("key", SecurityScheme::Http(bearer));
        let code = ObjectBuilder::new()
            .schema_type(Type::String)
            .description(Some("What is wrong; these never change"))
            .enum_values(Some(Problem::all().map(Problem::code)));
        let message = ObjectBuilder::new()
            .schema_type(Type::String)
            .description(Some("The same in a plain sentence of the language that was asked for"));
        let problem = ObjectBuilder::new()
            .property("code", code)
            .property("message", message)
            .required("code")
            .required("message")
            .description(Some("Why a call is refused"));
        components.schemas.insert("Problem".to_owned(), problem.into());
    }
}

/// The document as it is served; empty if it cannot be written.
pub(super) fn written(document: utoipa::openapi::OpenApi) -> Bytes {
    document.to_json().map(Bytes::from).unwrap_or_else(|error| {
        tracing::error!(%error, "the API's document could not be written");
        Bytes::new()
    })
}
