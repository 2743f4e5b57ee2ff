//! What both pages have.

use axum::http::header;
use axum::response::{IntoResponse, Response};
use maud::{DOCTYPE, Markup, html};

use crate::hub::web::assets::{FAVICON, STYLE};
use crate::locale::Words;

/// Nothing but what this machine sends, and a lesson that is played within the page.
const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; \
    script-src 'self'; connect-src 'self'; frame-src 'self'; form-action 'self'; \
    frame-ancestors 'none'; base-uri 'none'";

/// A page whose part `now` is fetched anew each second from this address.
pub(super) fn live(
    words: Words<'_>,
    kind: &str,
    now: &str,
    title: &str,
    body: &Markup,
) -> Response {
    shown(words, kind, title, Some(now), body)
}

/// A page that stays as it is.
pub(super) fn still(words: Words<'_>, kind: &str, title: &str, body: &Markup) -> Response {
    shown(words, kind, title, None, body)
}

fn shown(words: Words<'_>, kind: &str, title: &str, now: Option<&str>, body: &Markup) -> Response {
    let page = html! {
        (DOCTYPE)
        html lang=(words.language().tag()) {
            head {
                meta charset="utf-8";
                title { (title) }
                meta name="viewport" content="width=device-width, initial-scale=1";
                link rel="stylesheet" href=(*STYLE);
                link rel="stylesheet" href="lead.css";
                link rel="icon" type="image/svg+xml" href=(FAVICON);
                @if now.is_some() { noscript { meta http-equiv="refresh" content="2"; } }
            }
            body class=(kind) {
                main #now data-now=[now] tabindex="-1" { (body) }
                @if now.is_some() {
                    p.silent #silent role="alert" hidden { (words.text("lead-silent")) }
                    script src="lead.js" {}
                }
            }
        }
    };
    let headers = [
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::CACHE_CONTROL, "no-store"),
        (header::CONTENT_TYPE, "text/html; charset=utf-8"),
    ];
    (headers, page.into_string()).into_response()
}

/// What stands in a page's part `now`.
pub(super) fn part(body: Markup) -> Response {
    let headers =
        [(header::CACHE_CONTROL, "no-store"), (header::CONTENT_TYPE, "text/html; charset=utf-8")];
    (headers, body.into_string()).into_response()
}
