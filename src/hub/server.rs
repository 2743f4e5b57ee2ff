//! HTTP: addresses, formats, limits, and a graceful end.

mod reply;
mod routes;

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::http::header;
use axum::middleware::{self, Next};
use axum::response::Response;
use axum::routing::get;
use tokio::net::TcpListener;
use tokio::sync::oneshot;

use super::Hub;
use super::api;
use super::refusal::Refusal;
use super::web;

/// Where GeoReport lives.
pub const BASE: &str = "/open311/v2";

/// The largest body.
const BODY: usize = 64 * 1024;

/// The longest that a call may take; what was begun in the store is done all the same.
const PATIENCE: Duration = Duration::from_secs(30);

/// How often drafts and bookings are looked for whose time has passed.
const TIDY: Duration = Duration::from_mins(15);

/// How long calls may go on after the end was asked for.
const FAREWELL: Duration = Duration::from_secs(4);

/// Serves until `shutdown` is done, and a few seconds more for the calls that are under way.
///
/// # Errors
/// When the listener fails.
pub async fn serve(
    listener: TcpListener,
    hub: Arc<Hub>,
    shutdown: impl Future<Output = ()> + Send + 'static,
) -> io::Result<()> {
    let (ending, ended) = oneshot::channel();
    let tidied = Arc::clone(&hub);
    let server =
        axum::serve(listener, router(hub).into_make_service_with_connect_info::<SocketAddr>())
            .with_graceful_shutdown(async {
                shutdown.await;
                // Nobody listens any more when the server has ended by itself.
                let _ = ending.send(());
            });
    let too_late = async {
        match ended.await {
            Ok(()) => tokio::time::sleep(FAREWELL).await,
            Err(_) => std::future::pending().await,
        }
    };
    tokio::select! {
        result = server.into_future() => result,
        () = too_late => Ok(()),
        () = keep_tidy(&tidied) => Ok(()),
    }
}

/// Forgets what nobody came back for, though nobody calls; never ends.
async fn keep_tidy(hub: &Hub) {
    let mut now_and_then = tokio::time::interval(TIDY);
    loop {
        now_and_then.tick().await;
        if let Err(error) = hub.forget_drafts().await {
            tracing::error!(error = &error as &dyn std::error::Error, "drafts are not forgotten");
        }
        if let Err(error) = hub.forget_bookings().await {
            tracing::error!(error = &error as &dyn std::error::Error, "bookings are not forgotten");
        }
        if let Err(error) = hub.end_queue_days().await {
            tracing::error!(error = &error as &dyn std::error::Error, "a queue's day is not ended");
        }
    }
}

fn router(hub: Arc<Hub>) -> Router {
    Router::new()
        .route("/health", get(async || "ok"))
        .nest(BASE, routes::georeport())
        .nest(api::BASE, api::router())
        .merge(web::router(&hub))
        .fallback(no_such_address)
        .method_not_allowed_fallback(reply::wrong_method)
        .layer(middleware::from_fn(within_patience))
        .layer(DefaultBodyLimit::max(BODY))
        .with_state(hub)
}

/// People who read pages are told on a page, programs in their format.
async fn no_such_address(State(hub): State<Arc<Hub>>, request: Request) -> Response {
    let (parts, _) = request.into_parts();
    let accepted = parts.headers.get(header::ACCEPT).and_then(|value| value.to_str().ok());
    if accepted.is_some_and(|accepted| accepted.contains("text/html")) {
        return web::no_such_page(&parts, &hub);
    }
    reply::no_such_address(parts.uri).await
}

async fn within_patience(request: Request, next: Next) -> Response {
    let format = reply::format_of(request.uri());
    match tokio::time::timeout(PATIENCE, next.run(request)).await {
        Ok(response) => response,
        Err(_) => reply::refuse(format, Refusal::later()),
    }
}
