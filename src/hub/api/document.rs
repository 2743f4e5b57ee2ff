//! The description of the API, made from the code that answers.

use axum::body::Bytes;
use utoipa::Modify;
use utoipa::openapi::link::{Link, LinkBuilder};
use utoipa::openapi::path::{Operation, Parameter, ParameterBuilder, ParameterIn};
use utoipa::openapi::schema::{ObjectBuilder, Type};
use utoipa::openapi::security::{Http, HttpAuthScheme, SecurityScheme};
use utoipa::openapi::{RefOr, Required};

use super::problem::Problem;

/// What stands at the top of the document.
#[derive(utoipa::OpenApi)]
#[openapi(
    info(
        title = "Acolhe: appointments and tickets",
        description = "Appointments at a city's branches: find a time, hold it, confirm, change \
            or cancel it; and tickets of the queue. Every call that changes something carries an \
            id that the client made; a repeat gets the first answer.",
        license(name = "GPL-3.0-or-later", identifier = "GPL-3.0-or-later"),
    ),
    servers((url = "/api/v1")),
    tags(
        (name = "times", description = "What can be booked, and when"),
        (name = "bookings", description = "One booking"),
        (name = "queue", description = "Tickets, for whoever has one, and what a panel shows"),
        (name = "desks", description = "Tickets, for those who call them"),
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

/// Which booking, and what opens it: parameters of most calls.
pub(super) struct Opened;

impl utoipa::IntoParams for Opened {
    fn into_params(_: impl Fn() -> Option<ParameterIn>) -> Vec<Parameter> {
        let digits = |pattern: &str| {
            ObjectBuilder::new().schema_type(Type::String).pattern(Some(pattern)).build()
        };
        let number = ParameterBuilder::new()
            .name("number")
            .parameter_in(ParameterIn::Path)
            .required(Required::True)
            .description(Some("Its nine digits"))
            .schema(Some(digits("^[0-9]{9}$")));
        let code = ParameterBuilder::new()
            .name("Access-Code")
            .parameter_in(ParameterIn::Header)
            .required(Required::False)
            .description(Some("Its six digits; staff need none"))
            .schema(Some(digits("^[0-9]{6}$")));
        vec![number.build(), code.build()]
    }
}

/// What is done with a booking that is held, by the ids of the operations.
const AFTER_HOLD: [&str; 6] = ["booking", "calendar", "confirm", "change", "check_in", "cancel"];

/// What a desk does with a ticket that it called.
const AFTER_CALL: [&str; 6] = ["again", "start", "finish", "put_back", "miss", "park"];

/// Tells which answer holds what another call needs.
fn link(document: &mut utoipa::openapi::OpenApi) {
    let paths = &mut document.paths.paths;
    let holding = paths.get_mut("/bookings").and_then(|path| path.post.as_mut());
    let found = |operation: Option<&mut Operation>, status: &str, links: Vec<Link>| {
        let response = operation.and_then(|it| it.responses.responses.get_mut(status));
        if let Some(RefOr::T(response)) = response {
            response
                .links
                .extend(links.into_iter().map(|link| (link.operation_id.clone(), link.into())));
        }
    };
    let opens = |id: &str| {
        LinkBuilder::new()
            .operation_id(id)
            .parameter("number", "$response.body#/number")
            .parameter("Access-Code", "$response.body#/access_code")
            .build()
    };
    let missed =
        LinkBuilder::new().operation_id("missed").parameter("number", "$response.body#/number");
    found(holding, "201", AFTER_HOLD.map(opens).into_iter().chain([missed.build()]).collect());
    let first = "$response.body#/services/0/code";
    let soonest = LinkBuilder::new().operation_id("soonest").parameter("services", first);
    let times = LinkBuilder::new()
        .operation_id("times")
        .parameter("services", first)
        .parameter("branch", "$response.body#/services/0/branches/0");
    let services = paths.get_mut("/services").and_then(|path| path.get.as_mut());
    found(services, "200", vec![soonest.build(), times.build()]);
    let body = serde_json::json!({
        "branch": "$response.body#/0/branch/code",
        "start": "$response.body#/0/time/start",
        "services": ["$request.query.services"],
    });
    let hold = LinkBuilder::new().operation_id("hold").request_body(Some(body));
    let soonest = paths.get_mut("/times/soonest").and_then(|path| path.get.as_mut());
    found(soonest, "200", vec![hold.description("For one service").build()]);
    let followed = ["ticket", "leave", "return", "give_up"].map(|id| {
        LinkBuilder::new().operation_id(id).parameter("token", "$response.body#/token").build()
    });
    let number = serde_json::json!({ "number": "$response.body#/number" });
    let called = LinkBuilder::new()
        .operation_id("call")
        .parameter("branch", "$request.path.branch")
        .parameter("desk", "1")
        .request_body(Some(number))
        .build();
    let taking = paths.get_mut("/branches/{branch}/tickets").and_then(|path| path.post.as_mut());
    found(taking, "201", followed.into_iter().chain([called]).collect());
    let number = serde_json::json!({ "number": "$response.body#/ticket/number" });
    let at_desk = AFTER_CALL.map(|id| {
        LinkBuilder::new()
            .operation_id(id)
            .parameter("branch", "$request.path.branch")
            .parameter("desk", "$request.path.desk")
            .request_body(Some(number.clone()))
            .build()
    });
    let calling = "/branches/{branch}/desks/{desk}/call";
    let calling = paths.get_mut(calling).and_then(|path| path.post.as_mut());
    found(calling, "200", at_desk.into_iter().collect());
}

/// The document as it is served; empty if it cannot be written.
pub(super) fn written(mut document: utoipa::openapi::OpenApi) -> Bytes {
    link(&mut document);
    match document.to_json() {
        Ok(text) => text.into(),
        Err(error) => {
            tracing::error!(%error, "the API's document could not be written");
            Bytes::new()
        }
    }
}
