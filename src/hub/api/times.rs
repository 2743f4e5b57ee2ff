//! What can be booked, and when.

use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use jiff::ToSpan;
use jiff::civil::Date;

use super::Server;
use super::answered::{BookableTold, Catalogue, DayTold, SoonestTold, TimesTold};
use super::asked::{TimesQuery, WishQuery};
use super::asker::Asker;
use super::problem::{Problem, ReadFaults, Refused, answer};
use super::told;
use crate::domain::booking::hours::spans;
use crate::domain::booking::plan::{Plan, Wish, branches_for};
use crate::domain::booking::search::{self, Time};
use crate::domain::booking::state::BookingRefusal;
use crate::domain::booking::taken::Taken;
use crate::domain::city::{Branch, City, ServiceCode};
use crate::hub::Hub;
use crate::locale::Words;

/// What can be booked, and where
#[utoipa::path(
    get,
    path = "/services",
    tag = "times",
    operation_id = "services",
    responses((status = 200, description = "The services and branches", body = Catalogue), ReadFaults)
)]
pub(super) async fn services(State(hub): Server, asker: Asker) -> Result<Response, Refused> {
    let language = asker.language();
    let rules = hub.city.booking.as_ref();
    let rules = rules.ok_or_else(|| asker.refused(BookingRefusal::NotBookedHere))?;
    let service = |(code, bookable): (&ServiceCode, &crate::domain::booking::Bookable)| {
        let words = told::words_of(&hub, code, language);
        BookableTold {
            code: code.0.clone(),
            name: words.name,
            minutes: bookable.minutes,
            bring: words.bring,
            branches: branches_for(&hub.city, code).map(|branch| branch.code.clone()).collect(),
        }
    };
    let booked = |branch: &&Branch| rules.desks.iter().any(|desks| desks.branch == branch.code);
    let catalogue = Catalogue {
        timezone: hub.city.timezone.iana_name().unwrap_or("UTC").to_owned(),
        most_services: rules.most_services,
        most_people: rules.most_people,
        horizon_days: rules.horizon_days,
        services: rules.services.iter().map(service).collect(),
        branches: hub
            .city
            .branches
            .iter()
            .filter(booked)
            .map(|branch| told::branch(branch, language))
            .collect(),
    };
    Ok(answer(StatusCode::OK, &catalogue))
}

/// Free times of a branch, day by day
#[utoipa::path(
    get,
    path = "/times",
    tag = "times",
    operation_id = "times",
    params(TimesQuery),
    responses((status = 200, description = "The free times", body = TimesTold), ReadFaults)
)]
pub(super) async fn times(
    State(hub): Server,
    asker: Asker,
    query: Result<Query<TimesQuery>, QueryRejection>,
) -> Result<Response, Refused> {
    let query = read(&asker, query)?;
    if !query.is_sound() {
        return Err(asker.refused(Problem::Malformed));
    }
    let refused = |problem| asker.refused(problem);
    let wish = wish(&hub.city, &query.wish()).map_err(refused)?;
    let branch = branch(&hub.city, &query.branch).map_err(refused)?;
    let found = days(&hub, branch, &wish, query.from, query.days, asker.words());
    let (minutes, days) = found.await.map_err(refused)?;
    let told = |day: Day| DayTold {
        date: day.date,
        open: day.open,
        why: day.why,
        times: day.times.into_iter().map(|time| told::free(&hub, time)).collect(),
    };
    let days = days.into_iter().map(told).collect();
    Ok(answer(StatusCode::OK, &TimesTold { branch: branch.code.clone(), minutes, days }))
}

/// A day of a branch.
pub(in crate::hub) struct Day {
    /// The day.
    pub(in crate::hub) date: Date,
    /// Whether the branch opens at all.
    pub(in crate::hub) open: bool,
    /// Why it is closed, for a day or a part of it.
    pub(in crate::hub) why: Option<String>,
    /// Times that can be taken.
    pub(in crate::hub) times: Vec<Time>,
}

/// How many minutes one person takes at a branch, and some days of it from a day or today on.
pub(in crate::hub) async fn days(
    hub: &Hub,
    branch: &Branch,
    wish: &Wish,
    from: Option<Date>,
    count: u8,
    words: Words<'_>,
) -> Result<(u32, Vec<Day>), Problem> {
    let plan = Plan::of(&hub.city, branch, wish)?;
    let now = hub.now();
    let from = from.unwrap_or_else(|| hub.city.timezone.to_datetime(now).date());
    let until = from.saturating_add(i64::from(count.max(1) - 1).days());
    let taken = taken(hub, &plan, from, until).await?;
    let day = |date: Date| Day {
        date,
        open: !spans(&hub.city, branch, date).is_empty(),
        why: why_closed(&hub.city, branch, date, words),
        times: search::times(&plan, date, &taken, now),
    };
    let days = from.series(1.day()).take_while(|date| *date <= until).map(day);
    Ok((plan.minutes(), days.collect()))
}

/// The first free time of each branch, the soonest first
#[utoipa::path(
    get,
    path = "/times/soonest",
    tag = "times",
    operation_id = "soonest",
    params(WishQuery),
    responses(
        (status = 200, description = "A time a branch; no branch that has none", body = [SoonestTold]),
        ReadFaults
    )
)]
pub(super) async fn soonest(
    State(hub): Server,
    asker: Asker,
    query: Result<Query<WishQuery>, QueryRejection>,
) -> Result<Response, Refused> {
    let refused = |problem| asker.refused(problem);
    let wish = wish(&hub.city, &read(&asker, query)?).map_err(refused)?;
    let found = first_of_each(&hub, &wish).await.map_err(refused)?;
    let told = found.into_iter().map(|(time, branch)| SoonestTold {
        branch: told::branch(branch, asker.language()),
        time: told::free(&hub, time),
        words: told::when(&hub, time.start, asker.words()),
    });
    Ok(answer(StatusCode::OK, &told.collect::<Vec<_>>()))
}

/// The first free time of each branch, the soonest first.
pub(in crate::hub) async fn first_of_each<'a>(
    hub: &'a Hub,
    wish: &Wish,
) -> Result<Vec<(Time, &'a Branch)>, Problem> {
    let now = hub.now();
    let mut found = Vec::new();
    let mut reason = BookingRefusal::NotBookedHere;
    let mut booked = false;
    for branch in &hub.city.branches {
        let plan = match Plan::of(&hub.city, branch, wish) {
            Ok(plan) => plan,
            Err(BookingRefusal::NotBookedHere) => continue,
            Err(refusal) => {
                reason = refusal;
                continue;
            }
        };
        booked = true;
        let (from, until) = plan.days(now);
        let taken = taken(hub, &plan, from, until).await?;
        if let Some(time) = search::soonest(&plan, from, until, &taken, now) {
            found.push((time, branch));
        }
    }
    if !booked {
        return Err(reason.into());
    }
    found.sort_by_key(|(time, _)| time.start);
    Ok(found)
}

/// What stands in a query.
pub(super) fn read<T>(
    asker: &Asker,
    query: Result<Query<T>, QueryRejection>,
) -> Result<T, Refused> {
    query.map(|Query(query)| query).map_err(|_| asker.refused(Problem::Malformed))
}

/// A branch of the city.
pub(in crate::hub) fn branch<'a>(city: &'a City, code: &str) -> Result<&'a Branch, Problem> {
    city.branch(code).ok_or(Problem::NoSuchBranch)
}

pub(in crate::hub) fn wish(city: &City, query: &WishQuery) -> Result<Wish, Problem> {
    if !query.is_sound() {
        return Err(Problem::Malformed);
    }
    let codes: Vec<&str> = query.services.split(',').map(str::trim).collect();
    wished(city, &codes, query.people, query.interpreter)
}

/// A wish for services that the city has.
pub(super) fn wished(
    city: &City,
    codes: &[&str],
    people: u16,
    interpreter: bool,
) -> Result<Wish, Problem> {
    let known = |code: &&str| {
        let code = ServiceCode((*code).to_owned());
        city.service(&code).map(|_| code)
    };
    let services: Option<Vec<ServiceCode>> = codes.iter().map(known).collect();
    Ok(Wish { services: services.ok_or(Problem::NoSuchService)?, people, interpreter })
}

/// What is taken on the days on which something can be booked at all.
async fn taken(hub: &Hub, plan: &Plan<'_>, from: Date, until: Date) -> Result<Taken, Problem> {
    let (first, last) = plan.days(hub.now());
    let (from, until) = (from.max(first), until.min(last));
    if from > until {
        return Ok(Taken::default());
    }
    let slices = search::slices(plan, from, until);
    Ok(hub.store.taken(plan.branch().code.clone(), slices, hub.now()).await?)
}

/// Why a branch is closed on a day or a part of it, where that is not its usual hours.
fn why_closed(city: &City, branch: &Branch, date: Date, words: Words<'_>) -> Option<String> {
    if city.is_holiday(date) && branch.hours.contains_key(&date.weekday()) {
        return Some(words.text("booking-holiday"));
    }
    let closures = &city.booking.as_ref()?.closures;
    let closure = closures.iter().find(|closure| closure.is_about(&branch.code, date))?;
    closure.reason.get(&words.language()).cloned()
}
