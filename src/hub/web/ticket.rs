//! A ticket of the queue, followed from a telephone.
//!
//! Its address holds the token of the ticket: the slip's QR code leads here, and what it opens is
//! a number without a name. There is no script: whoever wants to know more looks again.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use maud::{Markup, html};

use super::frame::Page;
use super::parts::{back, hidden, lines, note, picture, plate};
use super::reader::{Given, Reader};
use super::trip::{call_id, new_form};
use super::trouble;
use crate::domain::queue::{Refusal, State, Step, Voided};
use crate::hub::api::problem::Problem;
use crate::hub::api::queue::{opened, outlook, stepped};
use crate::hub::queue::Issued;
use crate::view;

/// What somebody can do with their own ticket.
#[derive(Clone, Copy)]
enum Way {
    Leave,
    Return,
    GiveUp,
}

impl Way {
    const ALL: [Self; 3] = [Self::Leave, Self::Return, Self::GiveUp];

    fn page(self) -> &'static str {
        match self {
            Self::Leave => "leave",
            Self::Return => "return",
            Self::GiveUp => "give-up",
        }
    }

    fn step(self) -> Step {
        match self {
            Self::Leave => Step::Leave,
            Self::Return => Step::Return,
            Self::GiveUp => Step::Void(Voided::GivenUp),
        }
    }

    /// Its words.
    fn id(self) -> &'static str {
        match self {
            Self::Leave => "web-ticket-leave",
            Self::Return => "web-ticket-return",
            Self::GiveUp => "web-ticket-give-up",
        }
    }

    /// Whether it is offered now. Who was missed tells the counter that they are here.
    fn fits(self, state: &State) -> bool {
        match self {
            Self::Leave => matches!(state, State::Waiting | State::Returned),
            Self::Return => matches!(state, State::Out { .. }),
            Self::GiveUp => Self::Leave.fits(state) || Self::Return.fits(state),
        }
    }
}

/// How it stands.
pub(super) async fn show(reader: Reader, Path(token): Path<String>) -> Response {
    match open(&reader, &token).await {
        Ok(issued) => told(&reader, &issued, None).await,
        Err(page) => page,
    }
}

/// Shall the ticket be given up? Nothing else is asked: the address of what is posted shows the
/// ticket.
pub(super) async fn ask(reader: Reader, Path((token, way)): Path<(String, String)>) -> Response {
    let words = reader.words();
    if !Way::ALL.iter().any(|it| it.page() == way) {
        return trouble::sorry(&reader, "web-nothing-here", StatusCode::NOT_FOUND);
    }
    let issued = match open(&reader, &token).await {
        Ok(issued) => issued,
        Err(page) => return page,
    };
    if way != Way::GiveUp.page() || !Way::GiveUp.fits(&issued.ticket.state) {
        return told(&reader, &issued, None).await;
    }
    let here = address(&reader, &issued, "");
    let body = html! {
        (number(&reader, &issued))
        p { (words.text("web-ticket-give-up-about")) }
        div.ways {
            form method="post" action=(address(&reader, &issued, "/give-up")) {
                (hidden("call", &new_form()))
                button.strong type="submit" { (words.text("web-ticket-give-up-yes")) }
            }
            a.quiet href=(here) { (words.text("web-ticket-give-up-no")) }
        }
    };
    Page::new(&words.text("web-ticket-give-up-ask"), body).personal().show(&reader)
}

/// Goes out, comes back or gives up; the address says which.
pub(super) async fn act(
    reader: Reader,
    Path((token, way)): Path<(String, String)>,
    Given(given): Given,
) -> Response {
    let Some(way) = Way::ALL.into_iter().find(|it| it.page() == way) else {
        return trouble::sorry(&reader, "web-nothing-here", StatusCode::NOT_FOUND);
    };
    let issued = match open(&reader, &token).await {
        Ok(issued) => issued,
        Err(page) => return page,
    };
    let id = call_id(given.get("call"), &[&token, way.page()]);
    match stepped(&reader.hub, &reader.asker, &issued, &id, way.step()).await {
        Ok(issued) => told(&reader, &issued, None).await,
        // It went on while the page stood open: it is told how it stands now.
        Err(refused) => {
            let issued = opened(&reader.hub, &reader.asker, &token).await.unwrap_or(issued);
            let why = refused.problem().message();
            told(&reader, &issued, Some((&why, refused.problem().status()))).await
        }
    }
}

async fn told(reader: &Reader, issued: &Issued, refused: Option<(&str, StatusCode)>) -> Response {
    let words = reader.words();
    let state = &issued.ticket.state;
    let outlook = match outlook(&reader.hub, issued).await {
        Ok(outlook) => outlook,
        Err(problem) => return failed(reader, problem),
    };
    let standing = view::queue::standing(words, &issued.ticket, outlook);
    let icon = match state {
        State::Called(_) | State::Serving { .. } => "bell",
        State::Waiting | State::Returned => "clock",
        State::Out { .. } | State::Parked { .. } => "footprints",
        _ => "circle-alert",
    };
    let branch = reader.hub.city.branch(&issued.place.branch);
    let place = branch.map(|branch| ("map-pin", html! { (branch.name) }));
    let standing = standing.into_iter().map(|line| (icon, html! { (line) }));
    let clock = reader.hub.city.timezone.to_datetime(reader.hub.now());
    let clock = view::moment::time(words, clock.time());
    let body = html! {
        @if let Some((why, _)) = refused { (note("circle-alert", &words.text(why))) }
        (number(reader, issued))
        (lines(standing.chain(place)))
        @if !over(state) {
            @if !Way::Return.fits(state) {
                p { (words.with("web-ticket-as-of", &[("time", clock.into())])) }
            }
            div.ways { (ways(reader, issued)) }
        }
    };
    let page = Page::new(&words.text("web-ticket"), body).personal();
    let page = page.back(back(reader, &reader.at("/")));
    match refused {
        Some((_, status)) => page.status(status).show(reader),
        None => page.show(reader),
    }
}

fn ways(reader: &Reader, issued: &Issued) -> Markup {
    let words = reader.words();
    let fitting = |way: Way| way.fits(&issued.ticket.state);
    html! {
        @if !fitting(Way::Return) {
            a.strong href=(address(reader, issued, "")) { (words.text("web-ticket-look")) (picture("rotate-cw")) }
        }
        @for way in [Way::Leave, Way::Return].into_iter().filter(|way| fitting(*way)) {
            form method="post" action=(address(reader, issued, &format!("/{}", way.page()))) {
                (hidden("call", &new_form()))
                @let class = if matches!(way, Way::Return) { "strong" } else { "quiet" };
                button class=(class) type="submit" { (words.text(way.id())) }
            }
        }
        @if fitting(Way::GiveUp) {
            a.quiet href=(address(reader, issued, "/give-up")) { (words.text(Way::GiveUp.id())) }
        }
    }
}

fn number(reader: &Reader, issued: &Issued) -> Markup {
    plate(&[(reader.words().text("plate-ticket"), issued.ticket.number.to_string())])
}

fn address(reader: &Reader, issued: &Issued, way: &str) -> String {
    reader.at(&format!("/t/{}{way}", issued.token.as_str()))
}

/// Nothing comes after it.
fn over(state: &State) -> bool {
    matches!(state, State::Served { .. } | State::Void { .. } | State::Closed { .. })
}

/// The ticket, or the page that says why there is none to be seen.
async fn open(reader: &Reader, token: &str) -> Result<Issued, Response> {
    let found = opened(&reader.hub, &reader.asker, token).await;
    found.map_err(|refused| failed(reader, refused.problem()))
}

fn failed(reader: &Reader, problem: Problem) -> Response {
    let id = match problem {
        Problem::Queue(Refusal::Unknown) => "web-ticket-unknown".to_owned(),
        other => other.message(),
    };
    trouble::sorry(reader, &id, problem.status())
}
