//! What every page has: the city, languages, the way back, and help.

use axum::http::{HeaderName, StatusCode, header};
use axum::response::{IntoResponse, Response};
use maud::{DOCTYPE, Markup, html};

use super::assets::{FAVICON, STYLE};
use super::parts::{phone, picture};
use super::reader::{Reader, at};

/// Nothing but what this server sends; nowhere but to it.
const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; \
    form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

/// Where one stands on the way to an appointment.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Stage {
    What,
    Where,
    When,
    Who,
}

const STAGES: [(Stage, &str); 4] = [
    (Stage::What, "stage-what"),
    (Stage::Where, "stage-where"),
    (Stage::When, "web-stage-when"),
    (Stage::Who, "stage-contact"),
];

/// A page in the making.
pub(super) struct Page {
    title: String,
    body: Markup,
    stage: Option<Stage>,
    back: Option<Markup>,
    status: StatusCode,
    faulty: bool,
    personal: bool,
}

impl Page {
    /// A page with a title and what stands below it.
    pub(super) fn new(title: &str, body: Markup) -> Self {
        Self {
            title: title.to_owned(),
            body,
            stage: None,
            back: None,
            status: StatusCode::OK,
            faulty: false,
            personal: false,
        }
    }

    /// It is a step towards an appointment.
    pub(super) fn stage(self, stage: Stage) -> Self {
        Self { stage: Some(stage), ..self }
    }

    /// It has a way back.
    pub(super) fn back(self, back: Markup) -> Self {
        Self { back: Some(back), ..self }
    }

    /// It tells of trouble.
    pub(super) fn status(self, status: StatusCode) -> Self {
        Self { status, ..self }
    }

    /// What was typed must be looked at again.
    pub(super) fn faulty(self, status: StatusCode) -> Self {
        Self { faulty: true, status, ..self }
    }

    /// It holds what is somebody's own: nobody keeps it.
    pub(super) fn personal(self) -> Self {
        Self { personal: true, ..self }
    }

    /// As an answer.
    pub(super) fn show(self, reader: &Reader) -> Response {
        let kept =
            if self.personal || self.status != StatusCode::OK { "no-store" } else { "no-cache" };
        let headers: [(HeaderName, &str); 6] = [
            (header::CONTENT_TYPE, "text/html; charset=utf-8"),
            (header::CACHE_CONTROL, kept),
            (header::CONTENT_SECURITY_POLICY, POLICY),
            (header::REFERRER_POLICY, "no-referrer"),
            (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
            (header::CONTENT_LANGUAGE, reader.language.tag()),
        ];
        (self.status, headers, self.written(reader).into_string()).into_response()
    }

    fn written(&self, reader: &Reader) -> Markup {
        let words = reader.words();
        let look_again = self.faulty.then(|| format!("{} ", words.text("web-look-again")));
        html! {
            (DOCTYPE)
            html lang=(reader.language.tag()) {
                head {
                    meta charset="utf-8";
                    title { (look_again.unwrap_or_default()) (self.title) " – " (reader.brand()) }
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    meta name="color-scheme" content="light dark";
                    meta name="format-detection" content="telephone=no";
                    @if self.personal { meta name="robots" content="noindex"; }
                    link rel="stylesheet" href=(*STYLE);
                    link rel="icon" type="image/svg+xml" href=(FAVICON);
                }
                body {
                    a.skip href="#main" { (words.text("web-skip")) }
                    (head(reader))
                    main #main tabindex="-1" {
                        @if let Some(stage) = self.stage { (stages(reader, stage)) }
                        h1 { (self.title) }
                        (self.body)
                    }
                    (foot(reader, self.back.as_ref()))
                }
            }
        }
    }
}

fn head(reader: &Reader) -> Markup {
    let languages = &reader.hub.city.languages;
    html! {
        header.top-wrap { div.top {
            a.city href=(reader.at("/")) { (picture("landmark")) span { (reader.brand()) } }
            @if languages.len() > 1 {
                nav aria-label=(reader.words().text("web-languages")) {
                    ul {
                        @for language in languages {
                            @let habits = language.habits();
                            @let current = *language == reader.language;
                            li {
                                a href=(at(*language, &reader.here)) lang=(language.tag())
                                    hreflang=(language.tag()) aria-current=[current.then_some("true")]
                                { (habits.name) }
                            }
                        }
                    }
                }
            }
        } }
    }
}

fn stages(reader: &Reader, now: Stage) -> Markup {
    let words = reader.words();
    html! {
        ol.stages aria-label=(words.text("web-stages")) {
            @for (stage, id) in STAGES {
                li.past[stage < now] aria-current=[(stage == now).then_some("step")] {
                    @if stage < now { (picture("check")) span.unseen { (words.text("web-stage-past")) " " } }
                    (words.text(id))
                }
            }
        }
    }
}

fn foot(reader: &Reader, back: Option<&Markup>) -> Markup {
    let words = reader.words();
    html! {
        footer {
            @if let Some(back) = back {
                nav.way aria-label=(words.text("web-way")) {
                    (back)
                    a.quiet href=(reader.at("/")) { (picture("house")) (words.text("action-home")) }
                }
            }
            p.help {
                (picture("hand-helping"))
                span { (words.text("web-help")) " " (phone(&reader.hub.city.phone)) }
            }
        }
    }
}
