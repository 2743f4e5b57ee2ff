//! What the answer to a POST means.

use super::answer::{Answer, Failure};
use super::document;

/// What became of a POST.
pub(super) enum Verdict {
    /// Taken, under this id.
    Id(String),
    /// Taken; the id will be told for this token.
    Token(String),
    /// It seems taken, but nothing says as what.
    WithoutId,
    /// Refused for good.
    Refused(Refusal),
    /// Surely not taken; the same may be taken later. Why, as a code.
    NotTaken(String),
    /// Nobody knows. Why, as a code.
    Lost(String),
}

/// Why a server refuses; its words may repeat what a person said, so that they are never shown.
pub(super) struct Refusal {
    /// The status that counts.
    status: u16,
    /// Whether it said anything as a GeoReport server does.
    pub(super) in_words: bool,
    /// Everything it said, in lower case.
    words: String,
}

/// What a refusal is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cause {
    /// The same request is there already.
    Duplicate,
    /// A name has letters that the server does not know.
    Names,
    /// Coordinates are compulsory.
    Coordinates,
    /// Anything else.
    Other,
}

impl Verdict {
    pub(super) fn of(call: Result<Answer, Failure>) -> Self {
        match call {
            Err(Failure::NotSent(code)) => Self::NotTaken(code.to_owned()),
            Err(Failure::Lost(code)) => Self::Lost(code.to_owned()),
            Ok(answer) if answer.is_success() => Self::of_success(&answer),
            Ok(answer) => Self::of_status(answer.status, &answer),
        }
    }

    /// Some servers answer 200 to what they refuse.
    fn of_success(answer: &Answer) -> Self {
        let Some(document) = answer.document() else { return Self::WithoutId };
        if let Some(id) = document::request_id(&document) {
            return Self::Id(id);
        }
        if let Some(token) =
            document::first_with(&document, "token").and_then(|it| document::text(it, "token"))
        {
            return Self::Token(token);
        }
        match document::error_status(&document) {
            Some(status) => Self::of_status(status, answer),
            None => Self::WithoutId,
        }
    }

    fn of_status(status: u16, answer: &Answer) -> Self {
        let in_words = answer.document().is_some();
        let refusal = Refusal { status, in_words, words: answer.body.to_lowercase() };
        match status {
            300..400 => Self::NotTaken("redirect".to_owned()),
            401 | 403 => Self::NotTaken("key-refused".to_owned()),
            429 => Self::NotTaken("http-429".to_owned()),
            // The server says so in its own words; a page says that there is no such server.
            404 | 405 | 410 if answer.is_web_page() => Self::NotTaken("not-open311".to_owned()),
            400..500 if refusal.is_about_the_key() => Self::NotTaken("key-refused".to_owned()),
            400..500 if refusal.speaks_of("jurisdiction") => {
                Self::NotTaken("jurisdiction-refused".to_owned())
            }
            400..500 if status != 408 => Self::Refused(refusal),
            _ => Self::Lost(format!("http-{status}")),
        }
    }
}

impl Refusal {
    /// As a code.
    pub(super) fn code(&self) -> String {
        format!("http-{}", self.status)
    }

    pub(super) fn cause(&self) -> Cause {
        if self.status == 409 || self.speaks_of("duplic") {
            Cause::Duplicate
        } else if ["first_name", "firstname", "first name", "last_name", "lastname", "last name"]
            .iter()
            .any(|name| self.speaks_of(name))
        {
            Cause::Names
        } else if self.is_about_coordinates() {
            Cause::Coordinates
        } else {
            Cause::Other
        }
    }

    fn speaks_of(&self, word: &str) -> bool {
        self.words.contains(word)
    }

    /// Some servers answer 400 where the standard has 403.
    fn is_about_the_key(&self) -> bool {
        ["api_key", "apikey", "api key", "clients/unknown"].iter().any(|key| self.speaks_of(key))
    }

    fn is_about_coordinates(&self) -> bool {
        let mut words = self.words.split(|c: char| !c.is_alphanumeric());
        ["latitude", "longitude", "coordinate", "location"].iter().any(|it| self.speaks_of(it))
            || words.any(|word| word == "lat")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn verdict(status: u16, body: &str) -> Verdict {
        Verdict::of(Ok(Answer { status, body: body.to_owned(), date: None }))
    }

    fn cause(text: &str) -> Cause {
        Refusal { status: 400, in_words: true, words: text.to_lowercase() }.cause()
    }

    #[test]
    fn real_servers_words_are_understood() {
        assert_eq!(cause("base is a duplicate"), Cause::Duplicate);
        assert_eq!(cause("requestDTO.firstName: must match \"^[a-zA-Z]+$\""), Cause::Names);
        assert_eq!(cause("requestDTO.latitude: must not be blank"), Cause::Coordinates);
        assert_eq!(cause("You must provide lat and long"), Cause::Coordinates);
        assert_eq!(cause("description is too long"), Cause::Other);
    }

    #[test]
    fn a_wrong_key_is_never_a_refusal_of_the_request() {
        for (status, body) in [
            (400, r#"[{"code":400,"description":"clients/unknownApiKey"}]"#),
            (400, "<errors><error><description>api_key is missing</description></error></errors>"),
            (401, ""),
            (403, "<html></html>"),
            (200, r#"[{"code":403,"description":"no"}]"#),
        ] {
            let verdict = verdict(status, body);
            assert!(matches!(verdict, Verdict::NotTaken(code) if code == "key-refused"), "{body}");
        }
    }

    #[test]
    fn an_id_wins_over_a_token_and_over_nothing_at_all() {
        let both = r#"[{"token":"t","service_request_id":7}]"#;
        assert!(matches!(verdict(201, both), Verdict::Id(id) if id == "7"));
        let token = r#"[{"token":"t","service_request_id":""}]"#;
        assert!(matches!(verdict(200, token), Verdict::Token(token) if token == "t"));
        for body in ["", "[{}]", r#"[{"service_request_id":""}]"#, "<html></html>"] {
            assert!(matches!(verdict(200, body), Verdict::WithoutId), "{body}");
        }
    }
}
