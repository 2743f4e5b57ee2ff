//! Addresses: seats for the network of the room, pages for this machine.

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;

use axum::Router;
use axum::extract::{ConnectInfo, DefaultBodyLimit, Request};
use axum::http::{StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use tokio::net::TcpListener;

use super::{Lead, leader, paper, projector, seats, start};
use crate::hub::web::assets;
use crate::wire::meeting::{LEAVE, SEAT};

/// The largest body: a form of every lesson there is.
const BODY: usize = 16 * 1024;

const SCRIPT: &str = include_str!("page/lead.js");
const SHEET: &str = include_str!("page/lead.css");

/// Serves until `shutdown` is done.
///
/// # Errors
/// When the listener fails.
pub async fn serve(
    listener: TcpListener,
    lead: Arc<Lead>,
    shutdown: impl Future<Output = ()> + Send + 'static,
) -> io::Result<()> {
    let service = router(lead).into_make_service_with_connect_info::<SocketAddr>();
    axum::serve(listener, service).with_graceful_shutdown(shutdown).await
}

fn router(lead: Arc<Lead>) -> Router {
    let pages = Router::new()
        .route("/lead", get(leader::page))
        .route("/now", get(leader::now))
        .route("/order", post(leader::order))
        .route("/start", get(start::page).post(start::open))
        .route("/projector", get(projector::page))
        .route("/projector/now", get(projector::now))
        .route("/lesson/{id}", get(projector::lesson))
        .route("/report.csv", get(paper::csv))
        .route("/report.pdf", get(paper::report))
        .route("/present.pdf", get(paper::present))
        .route("/alone.pdf", get(paper::alone))
        .route("/lead.js", get(async || kept("text/javascript; charset=utf-8", SCRIPT)))
        .route("/lead.css", get(async || kept("text/css; charset=utf-8", SHEET)))
        .layer(middleware::from_fn(only_here));
    Router::new()
        .route(SEAT, post(seats::hear))
        .route(LEAVE, post(seats::leave))
        .merge(assets::router())
        .nest(&format!("/{}", lead.key()), pages)
        .layer(middleware::map_response(guarded))
        .layer(DefaultBodyLimit::max(BODY))
        .with_state(lead)
}

fn kept(kind: &'static str, body: &'static str) -> Response {
    ([(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, "no-cache")], body).into_response()
}

/// Pages are for who sits at this machine.
async fn only_here(
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    request: Request,
    next: Next,
) -> Response {
    if peer.ip().to_canonical().is_loopback() {
        next.run(request).await
    } else {
        StatusCode::NOT_FOUND.into_response()
    }
}

async fn guarded(mut response: Response) -> Response {
    let headers = response.headers_mut();
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, header::HeaderValue::from_static("nosniff"));
    headers.insert(header::REFERRER_POLICY, header::HeaderValue::from_static("no-referrer"));
    response
}
