//! Who reads a page, in which language, and what they typed.

use std::sync::Arc;

use axum::extract::{Form, FromRequest, FromRequestParts, Request};
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method, header};
use axum::response::Response;

use super::trouble;
use crate::domain::city::Language;
use crate::domain::request::AccessCode;
use crate::hub::Hub;
use crate::hub::api::asker::{Asker, language};
use crate::hub::parameters::Parameters;
use crate::locale::Words;

/// Whoever reads.
pub(super) struct Reader {
    pub(super) hub: Arc<Hub>,
    pub(super) language: Language,
    /// The same person for the API.
    pub(super) asker: Asker,
    /// The page below its language, to be read in another one; home where it was posted to.
    pub(super) here: String,
}

impl Reader {
    fn of(parts: &Parts, hub: &Arc<Hub>) -> Self {
        let negotiated = || language(&parts.headers, &hub.city);
        let language = parts.extensions.get::<Language>().copied().unwrap_or_else(negotiated);
        let page = parts.uri.path_and_query().filter(|_| parts.method == Method::GET);
        let asker = Asker::reading(Arc::clone(hub), parts, language);
        let here = page.map_or("/", |page| page.as_str()).to_owned();
        Self { hub: Arc::clone(hub), language, asker, here }
    }

    /// Somebody at an address that leads nowhere.
    pub(super) fn lost(parts: &Parts, hub: &Arc<Hub>) -> Self {
        let first = parts.uri.path().split('/').nth(1).and_then(Language::from_tag);
        let mut reader = Self::of(parts, hub);
        reader.language =
            first.filter(|it| hub.city.languages.contains(it)).unwrap_or(reader.language);
        "/".clone_into(&mut reader.here);
        reader
    }

    /// With what opens a booking.
    pub(super) fn with_code(mut self, code: &str) -> Self {
        self.asker = self.asker.with_code(AccessCode(code.to_owned()));
        self
    }

    pub(super) fn words(&self) -> Words<'_> {
        self.hub.words.of(self.language)
    }

    /// The address of a page in the reader's language.
    pub(super) fn at(&self, page: &str) -> String {
        at(self.language, page)
    }

    /// The administration's name.
    pub(super) fn brand(&self) -> &str {
        let words = self.hub.city.words.get(&self.language);
        words.map_or(&self.hub.city.name, |words| &words.administration)
    }
}

/// The address of a page in a language.
pub(super) fn at(language: Language, page: &str) -> String {
    format!("/{}{}", language.tag(), if page == "/" { "" } else { page })
}

impl FromRequestParts<Arc<Hub>> for Reader {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, hub: &Arc<Hub>) -> Result<Self, Response> {
        let reader = Self::of(parts, hub);
        if parts.method == Method::POST && !is_from_here(&parts.headers, hub) {
            return Err(trouble::from_elsewhere(&reader));
        }
        Ok(reader)
    }
}

/// Whether a form was posted from a page of this server, as far as a browser tells.
///
/// Browsers that send `Sec-Fetch-Site` are believed. The others tell `Origin`; it is `null` from
/// pages that send no referrer, such as these.
fn is_from_here(headers: &HeaderMap, hub: &Hub) -> bool {
    let told = |name| headers.get(name).and_then(|value| value.to_str().ok());
    if let Some(site) = told("sec-fetch-site") {
        return matches!(site, "same-origin" | "none");
    }
    let host = |url: &str| {
        let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
        rest.split('/').next().unwrap_or_default().to_ascii_lowercase()
    };
    match told(header::ORIGIN.as_str()) {
        None | Some("null") => true,
        Some(origin) => {
            let own = told(header::HOST.as_str()).into_iter().chain(hub.public_url.as_deref());
            own.map(host).any(|own| own == host(origin))
        }
    }
}

/// What stands in the address, or in the form that was posted.
pub(super) struct Given(pub(super) Parameters);

impl FromRequest<Arc<Hub>> for Given {
    type Rejection = Response;

    async fn from_request(request: Request, hub: &Arc<Hub>) -> Result<Self, Response> {
        let (parts, body) = request.into_parts();
        let reader = Reader::of(&parts, hub);
        let request = Request::from_parts(parts, body);
        let form: Result<Form<Vec<(String, String)>>, _> = Form::from_request(request, hub).await;
        match form {
            Ok(Form(pairs)) => Ok(Self(Parameters::new(pairs))),
            Err(_) => Err(trouble::not_understood(&reader)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hub::tests::opened;

    #[test]
    fn a_form_of_another_site_is_told_from_one_of_ours() {
        let folder = tempfile::tempdir().unwrap();
        let url = "https://156.example/open311/v2".to_owned();
        let hub = opened(folder.path()).with_public_url(Some(url));
        for (site, origin, fine) in [
            (Some("same-origin"), None, true),
            (Some("none"), None, true),
            (Some("cross-site"), None, false),
            (Some("same-site"), Some("https://156.example"), false),
            (None, None, true),
            (None, Some("null"), true),
            (None, Some("http://10.0.0.1:8080"), true),
            (None, Some("https://156.example"), true),
            (None, Some("https://156.example.evil"), false),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(header::HOST, "10.0.0.1:8080".parse().unwrap());
            let told = [("sec-fetch-site", site), ("origin", origin)];
            for (name, value) in told.into_iter().filter_map(|(name, it)| Some((name, it?))) {
                headers.insert(name, value.parse().unwrap());
            }
            assert_eq!(is_from_here(&headers, &hub), fine, "{site:?} {origin:?}");
        }
    }
}
