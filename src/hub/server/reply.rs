//! Documents and refusals as HTTP answers, in the format of the address.

use axum::http::{StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};

use crate::hub::refusal::Refusal;
use crate::wire::format::{Document, Format};

/// The answer to a call.
pub(super) fn reply<D: Document>(format: Format, result: Result<D, Refusal>) -> Response {
    match result {
        Ok(document) => write(format, StatusCode::OK, &document),
        Err(refusal) => refuse(format, refusal),
    }
}

/// A refusal, in the words of GeoReport.
pub(super) fn refuse(format: Format, refusal: Refusal) -> Response {
    write(format, refusal.status, &refusal.document())
}

fn write<D: Document>(format: Format, status: StatusCode, document: &D) -> Response {
    match format.write(document) {
        Ok(body) => {
            let headers = [
                (header::CONTENT_TYPE, format.content_type()),
                // Answers hold what only this reader may see.
                (header::CACHE_CONTROL, "no-store"),
            ];
            (status, headers, body).into_response()
        }
        Err(error) => {
            tracing::error!(%error, "a document could not be written");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}

/// The format that an address asks for; XML, which every GeoReport client reads, when it asks none.
pub(super) fn format_of(uri: &Uri) -> Format {
    Format::split(uri.path()).map_or(Format::Xml, |(_, format)| format)
}

/// For every address that there is not.
pub(super) async fn no_such_address(uri: Uri) -> Response {
    refuse(format_of(&uri), Refusal::not_found("There is nothing at this address."))
}

/// GeoReport has 400 for anything else.
pub(super) async fn wrong_method(uri: Uri) -> Response {
    refuse(format_of(&uri), Refusal::invalid("This address does not take this method."))
}
