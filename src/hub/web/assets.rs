//! What pages look like: one sheet of style and two typefaces, kept by browsers for a year. Their
//! addresses carry a digest, so that a newer Acolhe is seen at once.

use std::sync::LazyLock;

use axum::Router;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use axum::routing::get;

use crate::hub::booking::ShortDigest;

const SHEET: &str = include_str!("assets/style.css");
const LETTERS: &[u8] = include_bytes!("assets/letters.woff2");
const LETTERS_BOLD: &[u8] = include_bytes!("assets/letters-bold.woff2");
const ICON: &str = include_str!("assets/icon.svg");

/// The sheet's address, with its digest.
pub(crate) static STYLE: LazyLock<String> = LazyLock::new(|| {
    let ShortDigest(digest) = ShortDigest::of(&[SHEET.as_bytes(), LETTERS, LETTERS_BOLD]);
    let [a, b, c, d, ..] = digest;
    format!("/web/style.css?{:08x}", u32::from_be_bytes([a, b, c, d]))
});

/// The picture of the browser's tab.
pub(crate) const FAVICON: &str = "/web/icon.svg";

pub(crate) fn router<S: Clone + Send + Sync + 'static>() -> Router<S> {
    Router::new()
        .route("/web/style.css", get(async || kept("text/css; charset=utf-8", SHEET.as_bytes())))
        .route("/web/letters.woff2", get(async || kept("font/woff2", LETTERS)))
        .route("/web/letters-bold.woff2", get(async || kept("font/woff2", LETTERS_BOLD)))
        .route(FAVICON, get(async || kept("image/svg+xml", ICON.as_bytes())))
}

fn kept(kind: &'static str, body: &'static [u8]) -> Response {
    let headers = [
        (header::CONTENT_TYPE, kind),
        (header::CACHE_CONTROL, "public, max-age=31536000, immutable"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    ];
    (headers, body).into_response()
}
