//! The hub's own API, under [`BASE`]: JSON, described by a document that is made from this code.
//!
//! `docs/booking.md` tells what it promises.

mod answered;
pub(super) mod asked;
pub(super) mod asker;
pub(super) mod bookings;
mod document;
mod lessons;
pub(super) mod problem;
pub(super) mod queue;
mod staff;
pub(super) mod times;
pub(super) mod told;

use std::net::SocketAddr;
use std::sync::Arc;

use axum::Router;
use axum::extract::ConnectInfo;
use axum::http::header;
use axum::response::IntoResponse;
use axum::routing::get;
use utoipa::OpenApi;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::Hub;
use document::Document;
use problem::{Problem, Refused};

/// Where the API lives.
pub(super) const BASE: &str = "/api/v1";

type Server = axum::extract::State<Arc<Hub>>;

/// Whoever is at the other end of the line, as axum knows them.
pub(super) type Peer = ConnectInfo<SocketAddr>;

/// Everything below [`BASE`], and its document.
pub(super) fn router() -> Router<Arc<Hub>> {
    let (router, document) = OpenApiRouter::with_openapi(Document::openapi())
        .routes(routes!(times::services))
        .routes(routes!(times::times))
        .routes(routes!(times::soonest))
        .routes(routes!(bookings::hold))
        .routes(routes!(bookings::show))
        .routes(routes!(bookings::calendar))
        .routes(routes!(bookings::confirm))
        .routes(routes!(bookings::change))
        .routes(routes!(bookings::cancel))
        .routes(routes!(bookings::met::check_in))
        .routes(routes!(staff::missed))
        .routes(routes!(staff::agenda))
        .routes(routes!(staff::reminders))
        .routes(routes!(staff::sent))
        .routes(routes!(queue::line))
        .routes(routes!(queue::panel))
        .routes(routes!(queue::take))
        .routes(routes!(queue::show))
        .routes(routes!(queue::leave))
        .routes(routes!(queue::come_back))
        .routes(routes!(queue::give_up))
        .routes(routes!(queue::desks::tickets))
        .routes(routes!(queue::desks::next))
        .routes(routes!(queue::desks::call))
        .routes(routes!(queue::desks::again))
        .routes(routes!(queue::desks::start))
        .routes(routes!(queue::desks::finish))
        .routes(routes!(queue::desks::put_back))
        .routes(routes!(queue::desks::miss))
        .routes(routes!(queue::desks::park))
        .routes(routes!(queue::desks::send_out))
        .routes(routes!(queue::desks::take_back))
        .routes(routes!(queue::desks::let_go))
        .routes(routes!(queue::desks::void))
        .split_for_parts();
    let document = document::written(document);
    let told = move || {
        let document = document.clone();
        async move { ([(header::CONTENT_TYPE, "application/json")], document).into_response() }
    };
    router
        .route("/openapi.json", get(told))
        .route("/lessons", get(lessons::list))
        .route("/lessons/{name}", get(lessons::pack))
        .fallback(async || Refused::from(Problem::NoSuchAddress))
        .method_not_allowed_fallback(async || Refused::from(Problem::WrongMethod))
}
