//! Addresses: each in both formats.

use std::sync::Arc;

use axum::Router;
use axum::body::Bytes;
use axum::extract::rejection::{BytesRejection, FormRejection, PathRejection};
use axum::extract::{DefaultBodyLimit, Form, Path, Query, State};
use axum::http::{HeaderMap, Uri, header};
use axum::response::Response;
use axum::routing::{get, post, put};
use zeroize::Zeroizing;

use super::BASE;
use super::reply::{format_of, no_such_address, refuse, reply};
use crate::hub::Hub;
use crate::hub::calls;
use crate::hub::drafts;
use crate::hub::note as notes;
use crate::hub::parameters::Parameters;
use crate::hub::refusal::Refusal;
use crate::wire::format::Format;
use crate::wire::note::LARGEST;

type Pairs = Vec<(String, String)>;
type Posted = Result<Form<Pairs>, FormRejection>;
/// The end of an address: a name and a format.
type File = Result<Path<String>, PathRejection>;
type Server = State<Arc<Hub>>;

/// Everything below [`BASE`].
pub(super) fn georeport() -> Router<Arc<Hub>> {
    let mut router = Router::new()
        .route("/services/{file}", get(definition))
        .route("/requests/{file}", get(request))
        .route("/notes/{file}", put(note).layer(DefaultBodyLimit::max(LARGEST)))
        .route("/tokens/{file}", get(token));
    for format in Format::ALL {
        let at = |name: &str| format!("/{name}.{}", format.extension());
        router = router
            .route(
                &at("discovery"),
                get(async move |State(hub): Server, headers: HeaderMap| {
                    reply(format, Ok(calls::discovery(&hub, &address(&headers))))
                }),
            )
            .route(
                &at("services"),
                get(async move |State(hub): Server, Query(pairs): Query<Pairs>| {
                    reply(format, Ok(calls::services(&hub, &Parameters::new(pairs))))
                }),
            )
            .route(
                &at("requests"),
                get(async move |State(hub): Server, Query(pairs): Query<Pairs>| {
                    reply(format, calls::requests(&hub, &Parameters::new(pairs)).await)
                })
                .post(
                    async move |State(hub): Server, Query(pairs): Query<Pairs>, form: Posted| {
                        let filed = async { calls::file(&hub, &posted(pairs, form)?).await };
                        reply(format, filed.await)
                    },
                ),
            )
            .route(
                &at("servicerequestupdates"),
                get(async move |State(hub): Server, Query(pairs): Query<Pairs>| {
                    reply(format, calls::updates(&hub, &Parameters::new(pairs)).await)
                })
                .post(
                    async move |State(hub): Server, Query(pairs): Query<Pairs>, form: Posted| {
                        let stored =
                            async { calls::post_update(&hub, &posted(pairs, form)?).await };
                        reply(format, stored.await)
                    },
                ),
            );
        for (name, call) in [
            ("drafts", DraftCall::Keep),
            ("drafts/open", DraftCall::Open),
            ("drafts/spend", DraftCall::Spend),
        ] {
            router = router.route(
                &at(name),
                post(async move |State(hub): Server, form: Posted| {
                    reply(format, draft(&hub, call, form).await)
                }),
            );
        }
    }
    router
}

/// What is asked of a draft.
#[derive(Clone, Copy)]
enum DraftCall {
    Keep,
    Open,
    Spend,
}

/// A locator stands in the body only: addresses are written down by proxies.
async fn draft(
    hub: &Hub,
    call: DraftCall,
    form: Posted,
) -> Result<Vec<drafts::DraftAnswer>, Refusal> {
    let parameters = posted(Vec::new(), form)?;
    match call {
        DraftCall::Keep => drafts::keep(hub, &parameters).await,
        DraftCall::Open => drafts::open(hub, &parameters).await,
        DraftCall::Spend => drafts::spend(hub, &parameters).await,
    }
}

async fn definition(
    State(hub): Server,
    file: File,
    Query(pairs): Query<Pairs>,
    uri: Uri,
) -> Response {
    match split(&file) {
        Some((code, format)) => {
            reply(format, calls::definition(&hub, code, &Parameters::new(pairs)))
        }
        None => no_such_address(uri).await,
    }
}

async fn request(State(hub): Server, file: File, Query(pairs): Query<Pairs>, uri: Uri) -> Response {
    match split(&file) {
        Some((number, format)) => {
            reply(format, calls::request(&hub, number, &Parameters::new(pairs)).await)
        }
        None => no_such_address(uri).await,
    }
}

async fn note(
    State(hub): Server,
    file: File,
    headers: HeaderMap,
    uri: Uri,
    body: Result<Bytes, BytesRejection>,
) -> Response {
    let Some((id, format)) = split(&file) else { return no_such_address(uri).await };
    let key = headers.get(header::AUTHORIZATION).and_then(|key| key.to_str().ok());
    let key = key.and_then(|key| key.strip_prefix("Bearer "));
    let taken = async {
        let too_long = |_| Refusal::invalid("A voice note may have 768 KiB at most.");
        let sound = Zeroizing::new(body.map_err(too_long)?.to_vec());
        notes::take(&hub, id, key, sound).await
    };
    reply(format, taken.await)
}

/// An address that is no UTF-8 leads nowhere, like any other that there is not.
fn split(file: &File) -> Option<(&str, Format)> {
    file.as_ref().ok().and_then(|Path(file)| Format::split(file))
}

/// Every request has its number at once, so that there are no tokens.
async fn token(uri: Uri) -> Response {
    let reason = "This city gives no tokens: every request has its number at once.";
    refuse(format_of(&uri), Refusal::not_found(reason))
}

/// What was posted, and what was put into the address all the same.
fn posted(query: Pairs, form: Posted) -> Result<Parameters, Refusal> {
    let Form(body) = form.map_err(|_| {
        Refusal::invalid(
            "Send the parameters as application/x-www-form-urlencoded, at most 64 KiB.",
        )
    })?;
    Ok(Parameters::new(body.into_iter().chain(query)))
}

/// Where this client found the server.
fn address(headers: &HeaderMap) -> String {
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok());
    format!("http://{}{BASE}", host.unwrap_or("localhost"))
}
