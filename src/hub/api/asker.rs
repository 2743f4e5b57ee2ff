//! Who calls, in which language, and from where.

use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use serde::de::DeserializeOwned;

use super::Peer;
use super::problem::{Problem, Refused};
use crate::domain::city::{City, Language};
use crate::domain::request::AccessCode;
use crate::hub::Hub;
use crate::hub::booking::{Holder, Opener, ShortDigest};
use crate::hub::key::{KeyDigest, KeyKind};
use crate::locale::Words;

/// The header that carries a booking's six digits: addresses are written down by proxies.
const CODE: &str = "access-code";

/// Whoever calls.
pub(in crate::hub) struct Asker {
    hub: Arc<Hub>,
    language: Language,
    key: Option<(KeyDigest, KeyKind)>,
    code: Option<AccessCode>,
    address: String,
}

impl FromRequestParts<Arc<Hub>> for Asker {
    type Rejection = Refused;

    async fn from_request_parts(parts: &mut Parts, hub: &Arc<Hub>) -> Result<Self, Refused> {
        let hub = Arc::clone(hub);
        let language = language(&parts.headers, &hub.city);
        let refused = |problem: Problem| Refused::new(problem, hub.words.of(language));
        let key = match parts.headers.get(header::AUTHORIZATION) {
            None => None,
            Some(value) => {
                let value = value.to_str().ok().and_then(|value| value.split_once(' '));
                let (_, key) = value
                    .filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer"))
                    .ok_or_else(|| refused(Problem::NoKey))?;
                let digest = KeyDigest::of(key.trim());
                let kind = hub.store.key_of(digest).await.map_err(|error| refused(error.into()))?;
                Some((digest, kind.ok_or_else(|| refused(Problem::NoKey))?))
            }
        };
        let code = match parts.headers.get(CODE) {
            None => None,
            Some(value) => {
                let digits = value
                    .to_str()
                    .ok()
                    .filter(|it| it.len() == 6 && it.bytes().all(|byte| byte.is_ascii_digit()));
                let digits = digits.ok_or_else(|| refused(Problem::Malformed))?;
                Some(AccessCode(digits.to_owned()))
            }
        };
        let address = address(parts, hub.public_url.is_some());
        Ok(Self { hub, language, key, code, address })
    }
}

impl Asker {
    /// Somebody without a key who reads pages in a language.
    pub(in crate::hub) fn reading(hub: Arc<Hub>, parts: &Parts, language: Language) -> Self {
        let address = address(parts, hub.public_url.is_some());
        Self { hub, language, key: None, code: None, address }
    }

    /// The same with what opens a booking.
    pub(in crate::hub) fn with_code(self, code: AccessCode) -> Self {
        Self { code: Some(code), ..self }
    }

    /// The language that was asked for, or the city's own.
    pub(in crate::hub) fn language(&self) -> Language {
        self.language
    }

    /// The words of that language.
    pub(in crate::hub) fn words(&self) -> Words<'_> {
        self.hub.words.of(self.language)
    }

    /// A problem in that language.
    pub(super) fn refused(&self, problem: impl Into<Problem>) -> Refused {
        Refused::new(problem, self.words())
    }

    /// Whether a key was shown: then somebody is known who answers for the call.
    pub(super) fn has_key(&self) -> bool {
        self.key.is_some()
    }

    /// What opens a booking: the code that was shown, or the key of staff.
    pub(super) fn opener(&self) -> Result<Opener, Refused> {
        match (&self.code, self.key) {
            (Some(code), _) => Ok(Opener::Code(code.clone())),
            (None, Some((_, KeyKind::Staff))) => Ok(Opener::Staff),
            (None, Some(_)) => Err(self.refused(Problem::WrongKey)),
            (None, None) => Err(self.refused(Problem::NoKey)),
        }
    }

    /// Only staff go on.
    pub(super) fn staff(&self) -> Result<(), Refused> {
        match self.key {
            Some((_, KeyKind::Staff)) => Ok(()),
            Some(_) => Err(self.refused(Problem::WrongKey)),
            None => Err(self.refused(Problem::NoKey)),
        }
    }

    /// Only those go on who are at a branch: a station, or staff.
    pub(super) fn station_or_staff(&self) -> Result<(), Refused> {
        match self.key {
            Some((_, KeyKind::Staff | KeyKind::Station(_))) => Ok(()),
            Some(_) => Err(self.refused(Problem::WrongKey)),
            None => Err(self.refused(Problem::NoKey)),
        }
    }

    /// Who holds times here: a key, else a network address.
    pub(super) fn holder(&self) -> Holder {
        let limits = self.hub.city.booking.as_ref().map(|rules| rules.limits);
        let limit = |of: fn(crate::domain::booking::Limits) -> u32| limits.map_or(0, of);
        match self.key {
            Some((KeyDigest(key), _)) => Holder {
                digest: ShortDigest::of(&[b"key", &key]),
                at_once: limit(|limits| limits.station_holds),
                hour: None,
            },
            None => Holder {
                digest: ShortDigest::of(&[b"address", self.address.as_bytes()]),
                at_once: limit(|limits| limits.address_holds),
                hour: Some(limit(|limits| limits.address_hour)),
            },
        }
    }

    /// A body as the document describes it.
    pub(super) fn read<T: DeserializeOwned>(&self, body: Body) -> Result<T, Refused> {
        let body = body.0.map_err(|problem| self.refused(problem))?;
        serde_json::from_slice(&body).map_err(|_| self.refused(Problem::Malformed))
    }
}

/// What was posted, if it was JSON and not too long.
pub(super) struct Body(Result<axum::body::Bytes, Problem>);

impl<S: Send + Sync> axum::extract::FromRequest<S> for Body {
    type Rejection = std::convert::Infallible;

    async fn from_request(
        request: axum::extract::Request,
        state: &S,
    ) -> Result<Self, Self::Rejection> {
        let kind = request.headers().get(header::CONTENT_TYPE).and_then(|it| it.to_str().ok());
        let kind = kind.and_then(|kind| kind.split(';').next()).unwrap_or_default().trim();
        if !kind.eq_ignore_ascii_case("application/json") {
            return Ok(Self(Err(Problem::NotJson)));
        }
        let body = axum::body::Bytes::from_request(request, state).await;
        Ok(Self(body.map_err(|_| Problem::TooLong)))
    }
}

/// The language of `Accept-Language` that the city has and that is wanted most.
pub(in crate::hub) fn language(headers: &HeaderMap, city: &City) -> Language {
    let asked = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    let mut wanted: Vec<(f32, &str)> = asked.unwrap_or_default().split(',').map(weighed).collect();
    wanted.sort_by(|one, other| other.0.total_cmp(&one.0));
    let speaks = |tag: &str| {
        let primary = |tag: &str| tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
        let exact = city.languages.iter().find(|it| it.tag().eq_ignore_ascii_case(tag));
        exact
            .or_else(|| city.languages.iter().find(|it| primary(it.tag()) == primary(tag)))
            .copied()
    };
    let mut spoken = wanted.into_iter().filter(|(weight, _)| *weight > 0.0);
    spoken.find_map(|(_, tag)| speaks(tag)).unwrap_or_else(|| city.own_language())
}

fn weighed(part: &str) -> (f32, &str) {
    let (tag, weight) = part.split_once(';').unwrap_or((part, "q=1"));
    let weight = weight.trim().strip_prefix("q=").and_then(|weight| weight.parse().ok());
    (weight.unwrap_or(1.0), tag.trim())
}

/// The network address of a caller; of IPv6 the half that a household shares. Where a proxy stands
/// before the hub, the last address that it wrote down.
fn address(parts: &Parts, behind_proxy: bool) -> String {
    let told = parts.headers.get_all("x-forwarded-for").iter().next_back();
    let told =
        told.and_then(|value| value.to_str().ok()).and_then(|value| value.rsplit(',').next());
    let told = told.filter(|_| behind_proxy).and_then(|address| address.trim().parse().ok());
    let peer = parts.extensions.get::<Peer>().map(|peer| peer.0.ip());
    match told.or(peer) {
        Some(std::net::IpAddr::V6(address)) => {
            let [a, b, c, d, ..] = address.segments();
            address.to_ipv4_mapped().map_or(format!("{a:x}:{b:x}:{c:x}:{d:x}"), |it| it.to_string())
        }
        Some(address) => address.to_string(),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::sample;

    #[test]
    fn the_language_that_is_wanted_most_is_spoken() {
        for (asked, expected) in [
            ("", Language::PtBr),
            ("ro", Language::Ro),
            ("fr, en;q=0.5, ro;q=0.8", Language::Ro),
            ("pt-PT", Language::PtBr),
            ("EN-gb;q=0.3", Language::En),
            ("ro;q=0, en", Language::En),
            ("*;q=x, ;;,", Language::PtBr),
        ] {
            let headers = HeaderMap::from_iter([(header::ACCEPT_LANGUAGE, asked.parse().unwrap())]);
            assert_eq!(language(&headers, &sample::city()), expected, "{asked}");
        }
    }

    #[test]
    fn a_proxy_is_believed_only_where_there_is_one() {
        let told = |address: &str, proxy| {
            let request = axum::http::Request::builder().header("x-forwarded-for", address);
            let (mut parts, ()) = request.body(()).unwrap().into_parts();
            let peer: std::net::SocketAddr = "10.0.0.1:9".parse().unwrap();
            parts.extensions.insert(axum::extract::ConnectInfo(peer));
            super::address(&parts, proxy)
        };
        assert_eq!(told("6.6.6.6, 1.2.3.4", true), "1.2.3.4");
        assert_eq!(told("6.6.6.6, 1.2.3.4", false), "10.0.0.1");
        assert_eq!(told("2001:db8:1:2:3::4", true), "2001:db8:1:2");
        assert_eq!(told("nonsense", true), "10.0.0.1");
    }
}
