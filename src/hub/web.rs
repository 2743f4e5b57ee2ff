//! The city's pages for people at home: no script, no cookie, one question a page.
//!
//! They call what the API calls. What one has chosen stands in the address, what is one's own in
//! hidden fields that are posted: addresses are written down by proxies. `docs/web.md` tells more.

pub(crate) mod assets;
mod book;
mod done;
mod frame;
mod mine;
pub(crate) mod parts;
mod reader;
mod request;
mod take;
mod ticket;
mod trip;
mod trouble;
mod when;

use std::sync::Arc;

use axum::Router;
use axum::extract::{Extension, Path};
use axum::http::header;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use maud::html;

use super::Hub;
use frame::Page;
use parts::{choice, link};
use reader::Reader;

pub(super) use trouble::no_such_page;

/// Every page, in each of the city's languages, and what they look like.
pub(super) fn router(hub: &Hub) -> Router<Arc<Hub>> {
    let router = assets::router().route("/", get(welcome)).route("/p/{number}", get(receipt));
    let router = router.route("/b/{number}", get(slip)).route("/t/{token}", get(line));
    hub.city.languages.iter().fold(router, |router, language| {
        router.nest(&format!("/{}", language.tag()), pages().layer(Extension(*language)))
    })
}

fn pages() -> Router<Arc<Hub>> {
    Router::new()
        .route("/", get(home))
        .route("/book", get(book::what))
        .route("/book/more", get(book::more))
        .route("/book/where", get(book::places).post(book::places))
        .route("/book/when", get(when::days).post(when::days))
        .route("/book/day", get(when::day).post(when::day))
        .route("/book/take", post(take::take))
        .route("/book/confirm", post(take::confirm))
        .route("/booking", get(mine::ask).post(mine::show))
        .route("/booking/change", post(mine::change))
        .route("/booking/cancel", post(mine::cancel))
        .route("/booking/give-back", post(mine::give_back))
        .route("/booking/calendar", post(mine::calendar))
        .route("/request", get(request::ask).post(request::show))
        .route("/t/{token}", get(ticket::show))
        .route("/t/{token}/{way}", get(ticket::ask).post(ticket::act))
        .method_not_allowed_fallback(trouble::wrong_way)
}

/// Leads to the pages of the language that the browser asks for.
async fn welcome(reader: Reader) -> Response {
    led(&reader.at("/"))
}

/// The address on a receipt: it asks for the code, which never stands in an address.
async fn receipt(reader: Reader, Path(number): Path<String>) -> Response {
    let digits: String = number.chars().filter(|it| it.is_ascii_digit() || *it == '.').collect();
    led(&format!("{}?number={digits}", reader.at("/request")))
}

/// The address on the slip of a booking; its code stands behind a `#` and is never sent.
async fn slip(reader: Reader, Path(number): Path<String>) -> Response {
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    led(&format!("{}?number={digits}", reader.at("/booking")))
}

/// The address on a ticket.
async fn line(reader: Reader, Path(token): Path<String>) -> Response {
    let signs: String = token.chars().filter(char::is_ascii_alphanumeric).collect();
    led(&reader.at(&format!("/t/{signs}")))
}

fn led(address: &str) -> Response {
    ([(header::VARY, "Accept-Language")], Redirect::to(address)).into_response()
}

async fn home(reader: Reader) -> Response {
    let words = reader.words();
    let books = reader.hub.city.booking.is_some();
    let body = html! {
        ul.choices {
            @if books {
                li { (link(&reader.at("/book"), &choice("calendar-check", &words.text("web-to-book"), None))) }
                li {
                    (link(
                        &reader.at("/booking"),
                        &choice("calendar-cog", &words.text("web-to-mine"), Some(&words.text("web-to-mine-hint"))),
                    ))
                }
            }
            li { (link(&reader.at("/request"), &choice("search-check", &words.text("web-to-request"), None))) }
        }
    };
    Page::new(&words.text("web-home"), body).show(&reader)
}
