//! What somebody has chosen and typed so far: it travels from page to page.

use std::fmt::Write as _;

use maud::{Markup, html};
use uuid::{Builder, Uuid};

use super::parts::hidden;
use super::reader::Reader;
use crate::domain::booking::plan::Wish;
use crate::domain::city::{Branch, ServiceCode};
use crate::domain::quiet::quiet_debug;
use crate::hub::api::asked::WishQuery;
use crate::hub::api::problem::Problem;
use crate::hub::api::times;
use crate::hub::api::told;
use crate::hub::booking::{Booking, ShortDigest};
use crate::hub::parameters::Parameters;

/// What travels. As long as nothing in it is somebody's own it may stand in an address.
#[derive(Clone, Default)]
pub(super) struct Trip {
    pub(super) services: Vec<String>,
    pub(super) people: u16,
    pub(super) interpreter: bool,
    pub(super) branch: Option<String>,
    /// Number and code of a booking that gets another time.
    pub(super) number: Option<String>,
    pub(super) code: Option<String>,
    pub(super) name: Option<String>,
    pub(super) phone: Option<String>,
    pub(super) email: Option<String>,
}

quiet_debug!(Trip);

impl Trip {
    /// What stands in an address or a form.
    pub(super) fn of(given: &Parameters) -> Self {
        let own = |name| given.get(name).map(str::to_owned);
        Self {
            services: given.list("services").map(str::to_owned).collect(),
            people: given.get("people").and_then(|people| people.parse().ok()).unwrap_or(1),
            interpreter: given.get("interpreter") == Some("true"),
            branch: own("branch"),
            number: own("number"),
            code: own("code"),
            name: own("name"),
            phone: own("phone"),
            email: own("email"),
        }
    }

    /// What a booking is about, and what opens it.
    pub(super) fn of_booking(booking: &Booking, code: &str) -> Self {
        Self {
            services: booking.wish.services.iter().map(|code| code.0.clone()).collect(),
            people: booking.wish.people,
            interpreter: booking.wish.interpreter,
            branch: Some(booking.branch.clone()),
            number: Some(booking.number.digits()),
            code: Some(code.to_owned()),
            ..Self::default()
        }
    }

    /// The same at a branch.
    pub(super) fn to(&self, branch: &str) -> Self {
        Self { branch: Some(branch.to_owned()), ..self.clone() }
    }

    /// The same without the booking that it was about.
    pub(super) fn alone(&self) -> Self {
        Self { number: None, code: None, ..self.clone() }
    }

    /// Whether something in it is somebody's own.
    pub(super) fn is_personal(&self) -> bool {
        let own = [&self.number, &self.code, &self.name, &self.phone, &self.email];
        own.into_iter().any(Option::is_some)
    }

    /// Number and code of a booking, where both are there.
    pub(super) fn opens(&self) -> Option<(&str, &str)> {
        self.number.as_deref().zip(self.code.as_deref())
    }

    /// What is wished for, of services that the city has.
    pub(super) fn wish(&self, reader: &Reader) -> Result<Wish, Problem> {
        let (services, people) = (self.services.join(","), self.people);
        let interpreter = self.interpreter;
        times::wish(&reader.hub.city, &WishQuery { services, people, interpreter })
    }

    /// The branch, where the city has it.
    pub(super) fn place<'a>(&self, reader: &'a Reader) -> Result<&'a Branch, Problem> {
        times::branch(&reader.hub.city, self.branch.as_deref().unwrap_or_default())
    }

    /// Names of the services; private ones only for whoever opened the booking.
    pub(super) fn names(&self, reader: &Reader) -> String {
        let name = |code: &String| {
            let code = ServiceCode(code.clone());
            let private = reader.hub.city.service(&code).is_none_or(|service| service.private);
            if private && self.opens().is_none() {
                reader.words().text("private-service")
            } else {
                told::words_of(&reader.hub, &code, reader.language).name
            }
        };
        self.services.iter().map(name).collect::<Vec<_>>().join(" + ")
    }

    fn pairs(&self) -> Vec<(&'static str, String)> {
        let mut pairs = vec![("services", self.services.join(","))];
        if self.people != 1 {
            pairs.push(("people", self.people.to_string()));
        }
        if self.interpreter {
            pairs.push(("interpreter", "true".to_owned()));
        }
        pairs.extend(self.branch.clone().map(|branch| ("branch", branch)));
        for (name, value) in [
            ("number", &self.number),
            ("code", &self.code),
            ("name", &self.name),
            ("phone", &self.phone),
            ("email", &self.email),
        ] {
            pairs.extend(value.clone().map(|value| (name, value)));
        }
        pairs
    }

    /// As hidden fields, but for those that the form shows.
    pub(super) fn hidden(&self, shown: &[&str]) -> Markup {
        let pairs = self.pairs().into_iter().filter(|(name, _)| !shown.contains(name));
        html! { @for (name, value) in pairs { (hidden(name, &value)) } }
    }

    /// A way to another page that takes everything along: a link as long as nobody's own stands in
    /// it, else a form.
    pub(super) fn go(
        &self,
        reader: &Reader,
        page: &str,
        more: &[(&str, &str)],
        class: &str,
        content: &Markup,
    ) -> Markup {
        if self.is_personal() {
            return html! {
                form method="post" action=(reader.at(page)) {
                    (self.hidden(&[]))
                    @for (name, value) in more { (hidden(name, value)) }
                    button type="submit" class=(class) { (content) }
                }
            };
        }
        let pairs = self.pairs();
        let all = pairs.iter().map(|(name, value)| (*name, value.as_str()));
        let query: Vec<String> = all
            .chain(more.iter().copied())
            .map(|(name, value)| format!("{name}={}", escaped(value)))
            .collect();
        html! { a class=(class) href=(format!("{}?{}", reader.at(page), query.join("&"))) { (content) } }
    }
}

/// As it may stand in a query.
fn escaped(value: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._,".contains(&byte);
    value.bytes().fold(String::new(), |mut text, byte| {
        if plain(byte) {
            text.push(char::from(byte));
        } else {
            // A string takes everything.
            let _ = write!(text, "%{byte:02X}");
        }
        text
    })
}

/// The id of a call that a form makes: the form's own random one and what is asked. Sent twice it
/// is the same call; with something else in it, it is another.
pub(super) fn call_id(form: Option<&str>, asked: &[&str]) -> Uuid {
    let fresh = new_form();
    let form = form.unwrap_or(&fresh);
    let parts: Vec<&[u8]> = [b"page".as_slice(), form.as_bytes()]
        .into_iter()
        .chain(asked.iter().map(|it| it.as_bytes()))
        .collect();
    let ShortDigest(digest) = ShortDigest::of(&parts);
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&digest[..16]);
    Builder::from_random_bytes(bytes).into_uuid()
}

/// What a form that changes something carries.
pub(super) fn new_form() -> String {
    Uuid::new_v4().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_form_is_the_same_call_until_something_else_is_asked() {
        let form = new_form();
        let asked = |what: &str| call_id(Some(&form), &[what]);
        assert_eq!(asked("10h00"), asked("10h00"));
        assert_ne!(asked("10h00"), asked("10h10"));
        assert_ne!(call_id(None, &["10h00"]), call_id(None, &["10h00"]));
    }

    #[test]
    fn what_stands_in_an_address_is_escaped() {
        assert_eq!(escaped("DOC-07,TRA-07"), "DOC-07,TRA-07");
        assert_eq!(escaped("a&b=ç"), "a%26b%3D%C3%A7");
    }
}
