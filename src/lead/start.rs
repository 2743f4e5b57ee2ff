//! A meeting is opened: what is learned, at how many seats, in which language.

use std::sync::Arc;

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};

use super::{Lead, code, page};
use crate::domain::city::Language;
use crate::domain::lesson::LessonId;
use crate::domain::meeting::{MOST_SEATS, Meeting};
use crate::hub::web::parts::{note, picture};
use crate::locale::Words;
use crate::view::meeting as told;

/// As many seats as a city's course has.
const USUAL_SEATS: u8 = 20;

/// What is asked before a meeting.
pub(super) async fn page(State(lead): State<Arc<Lead>>) -> Response {
    asked(&lead, false)
}

fn asked(lead: &Lead, nothing: bool) -> Response {
    let words = lead.words();
    let body = form(lead, words, nothing);
    page::still(words, "start", &words.text("lead-start"), &body)
}

fn form(lead: &Lead, words: Words<'_>, nothing: bool) -> Markup {
    html! {
        h1 { (words.text("lead-start")) }
        @if nothing { (note("info", &words.text("lead-nothing-chosen"))) }
        form method="post" action="start" {
            div.asked {
                label {
                    (words.text("lead-seats"))
                    input type="number" name="seats" min="1" max=(MOST_SEATS) value=(USUAL_SEATS) required;
                }
                label {
                    (words.text("lead-language"))
                    select name="language" {
                        @for language in &lead.city.languages {
                            option value=(language.tag()) selected[*language == words.language()] {
                                (language.habits().name)
                            }
                        }
                    }
                }
            }
            h2 { (words.text("lead-choose")) }
            @for (track, lessons) in lead.tracks() {
                fieldset {
                    legend { (words.text(&format!("lesson-track-{track}"))) }
                    @for lesson in lessons {
                        label.lesson {
                            input type="checkbox" name="lesson" value=(lesson.id);
                            (picture(&lesson.icon))
                            span {
                                (told::title(words, &lesson.id)) " "
                                small {
                                    (words.with("lead-minutes", &[("minutes", i64::from(lesson.minutes).into())]))
                                }
                            }
                        }
                    }
                }
            }
            button.strong { (picture("door-open")) (words.text("lead-open")) }
        }
    }
}

/// Opens it; without a lesson it is asked again.
pub(super) async fn open(State(lead): State<Arc<Lead>>, body: String) -> Response {
    let given: Vec<(String, String)> = form_pairs(&body);
    let of = |name: &'static str| {
        given.iter().filter(move |(given, _)| given == name).map(|(_, value)| value.as_str())
    };
    let known = |id: &&str| lead.city.taught.lessons.iter().any(|lesson| lesson.id.0 == *id);
    let plan: Vec<LessonId> =
        of("lesson").filter(known).map(|id| LessonId(id.to_owned())).collect();
    if plan.is_empty() {
        return asked(&lead, true);
    }
    let seats = of("seats").next().and_then(|seats| seats.parse().ok()).unwrap_or(USUAL_SEATS);
    let language = of("language").next().and_then(Language::from_tag);
    let language = language.filter(|language| lead.city.languages.contains(language));
    let language = language.unwrap_or(lead.city.own_language());
    lead.open(Meeting::open(plan, seats, language, code(), lead.clock.now()));
    Redirect::to("lead").into_response()
}

/// Names and values of a form that was sent.
pub(super) fn form_pairs(body: &str) -> Vec<(String, String)> {
    let mut address = reqwest::Url::parse("http://localhost/").ok();
    if let Some(address) = &mut address {
        address.set_query(Some(body));
    }
    let pairs = address.iter().flat_map(reqwest::Url::query_pairs);
    pairs.map(|(name, value)| (name.into_owned(), value.into_owned())).collect()
}
