//! What each call does: parameters in, a document or a refusal out.

use super::caller::Caller;
use super::parameters::Parameters;
use super::reading::{Reader, private_services};
use super::refusal::Refusal;
use super::request::{Filed, Posted, StoredRequest, Update};
use super::state::State;
use super::store::{RequestQuery, UpdateQuery, Which};
use super::{Hub, access, catalogue, filing, query};
use crate::domain::city::Language;
use crate::domain::protocol_number::ProtocolNumber;
use crate::domain::request::AccessCode;
use crate::wire::filing::LONGEST_DESCRIPTION;
use crate::wire::format::Format;
use crate::wire::georeport::{
    Created, Discovery, EXTENSIONS, Endpoint, GEOREPORT, RequestUpdate, Service, ServiceDefinition,
    ServiceRequest, UpdateCreated,
};
use crate::wire::moment;

/// The longest `update_id`.
const LONGEST_ID: usize = 200;

/// `GET discovery`; `address` is where the client found the server.
pub(super) fn discovery(hub: &Hub, address: &str) -> Discovery {
    let changeset = moment::write(hub.started, &hub.city.timezone);
    let url = hub.public_url.as_deref().unwrap_or(address);
    let endpoint = |specification| Endpoint {
        specification,
        url: url.to_owned(),
        changeset: changeset.clone(),
        kind: "production",
        formats: Format::ALL.map(Format::media_type).to_vec(),
    };
    Discovery {
        contact: format!("{}, {}, {}", hub.city.name, hub.city.phone, hub.city.web),
        key_service: hub.city.web.clone(),
        endpoints: vec![endpoint(GEOREPORT), endpoint(EXTENSIONS)],
        changeset,
    }
}

/// `GET services`
pub(super) fn services(hub: &Hub, parameters: &Parameters) -> Vec<Service> {
    catalogue::services(&hub.city, language(hub, parameters))
}

/// `GET services/{code}`
pub(super) fn definition(
    hub: &Hub,
    code: &str,
    parameters: &Parameters,
) -> Result<ServiceDefinition, Refusal> {
    let service = catalogue::known(&hub.city, code)?;
    Ok(catalogue::definition(&hub.city, service, language(hub, parameters)))
}

/// `POST requests`
pub(super) async fn file(hub: &Hub, parameters: &Parameters) -> Result<Vec<Created>, Refusal> {
    let caller = Caller::of(hub, parameters).await?;
    let request = filing::read(&hub.city, caller, parameters, hub.now())?;
    match hub.store.file_request(request).await? {
        Filed::As(number) => Ok(vec![Created { service_request_id: number.to_string() }]),
        Filed::NumberTaken => {
            Err(Refusal::invalid("This number already belongs to another request."))
        }
    }
}

/// `GET requests`
pub(super) async fn requests(
    hub: &Hub,
    parameters: &Parameters,
) -> Result<Vec<ServiceRequest>, Refusal> {
    let reader = reader(hub, parameters).await?;
    let which = query::which(parameters, hub.now())?;
    // Whoever may not know of which service a private request is may not ask by service either.
    let by_service = matches!(&which, Which::Filed { services, .. } if !services.is_empty());
    let without = match reader.without_private() {
        None if by_service && !reader.caller.is_staff() => Some(private_services(&hub.city)),
        without => without,
    };
    let page = query::page(parameters)?;
    let found = hub.store.requests(RequestQuery { which, without, page }).await?;
    Ok(found.iter().filter_map(|request| reader.see(request)).collect())
}

/// `GET requests/{id}`
pub(super) async fn request(
    hub: &Hub,
    number: &str,
    parameters: &Parameters,
) -> Result<Vec<ServiceRequest>, Refusal> {
    let number: ProtocolNumber = number
        .parse()
        .map_err(|_| Refusal::not_found("This is no protocol number: a digit may be wrong."))?;
    let closed = reader(hub, parameters).await?;
    let code = parameters.get("access_code").filter(|_| !closed.caller.is_staff());
    let opened = match code {
        Some(code) => opens(hub, number, code).await?,
        None => false,
    };
    let found: Option<StoredRequest> = hub.store.request(number).await?;
    let seen = found
        .and_then(|request| Reader { opened, ..closed }.see(&request))
        .ok_or_else(|| Refusal::not_found("There is no request with this number."))?;
    if code.is_some() && !opened {
        return Err(Refusal::forbidden("This access code does not belong to this number."));
    }
    Ok(vec![seen])
}

/// Whether the code opens the number.
async fn opens(hub: &Hub, number: ProtocolNumber, code: &str) -> Result<bool, Refusal> {
    let digits = code.chars().filter(|character| !character.is_whitespace()).collect();
    match hub.store.try_access_code(number, AccessCode(digits), hub.now()).await? {
        access::CodeVerdict::Right => Ok(true),
        access::CodeVerdict::Wrong => Ok(false),
        access::CodeVerdict::TooMany => {
            Err(Refusal::too_many("Too many wrong access codes. Try again in an hour."))
        }
    }
}

/// `GET servicerequestupdates`
pub(super) async fn updates(
    hub: &Hub,
    parameters: &Parameters,
) -> Result<Vec<RequestUpdate>, Refusal> {
    let reader = reader(hub, parameters).await?;
    let query = UpdateQuery {
        window: query::window(parameters, hub.now())?,
        without: reader.without_private(),
        page: query::page(parameters)?,
    };
    let found = hub.store.updates(query).await?;
    Ok(found.into_iter().map(|update| reader.see_update(update)).collect())
}

/// `POST servicerequestupdates`
pub(super) async fn post_update(
    hub: &Hub,
    parameters: &Parameters,
) -> Result<Vec<UpdateCreated>, Refusal> {
    let caller = Caller::of(hub, parameters).await?;
    if !caller.is_staff() {
        return Err(Refusal::forbidden("Only a staff api_key may post answers."));
    }
    let update = update(parameters)?;
    let update_id = update.id.clone();
    match hub.store.post_update(update).await? {
        Posted::Stored => Ok(vec![UpdateCreated { update_id }]),
        Posted::NoRequest => Err(Refusal::not_found("There is no request with this number.")),
        Posted::IdTaken => {
            Err(Refusal::invalid("This update_id already belongs to another request."))
        }
    }
}

fn update(parameters: &Parameters) -> Result<Update, Refusal> {
    let needed =
        |name| parameters.get(name).ok_or_else(|| Refusal::invalid(format!("{name} is needed.")));
    let unclear = |name| Refusal::invalid(format!("{name} cannot be understood."));
    let id = needed("update_id")?;
    let description = parameters.get("description").unwrap_or_default();
    if id.chars().count() > LONGEST_ID || description.chars().count() > LONGEST_DESCRIPTION {
        let reason = "update_id may have 200 characters and description 4000 at most.";
        return Err(Refusal::invalid(reason));
    }
    Ok(Update {
        id: id.to_owned(),
        number: needed("service_request_id")?.parse().map_err(|_| unclear("service_request_id"))?,
        state: State::from_name(needed("status")?).ok_or_else(|| unclear("status"))?,
        updated_at: moment::read(needed("updated_datetime")?)
            .ok_or_else(|| unclear("updated_datetime"))?,
        description: description.to_owned(),
    })
}

async fn reader<'a>(hub: &'a Hub, parameters: &Parameters) -> Result<Reader<'a>, Refusal> {
    let caller = Caller::of(hub, parameters).await?;
    let language = language(hub, parameters);
    Ok(Reader { city: &hub.city, language, caller, opened: false })
}

/// The city's own language, or the one that is asked for and spoken there.
fn language(hub: &Hub, parameters: &Parameters) -> Language {
    parameters
        .get("locale")
        .and_then(Language::from_tag)
        .filter(|language| hub.city.languages.contains(language))
        .unwrap_or_else(|| hub.city.own_language())
}
