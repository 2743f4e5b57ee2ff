//! What happens in a week.

use std::collections::VecDeque;
use std::sync::Arc;
use std::time::Duration;

use acolhe::hub::Hub;
use anyhow::{Context, ensure};
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

use crate::DESKS;
use crate::client::{Client, figures};
use crate::figures::{Table, readable};

/// Appointments of a branch a day.
const BOOKED: usize = 32;
/// Minutes between two steps.
const STEP: i64 = 5;
/// Steps of a day, from half past seven on: twelve hours.
const STEPS: u32 = 144;
/// In so many steps, but every fourth, somebody comes who has not booked.
const BUSY: u32 = 64;
/// Somebody is at a desk for so many steps.
const SERVED: [u8; 5] = [1, 2, 3, 1, 2];
/// Before somebody at a kiosk notices.
const AIM: Duration = Duration::from_millis(100);

/// How large it is.
pub(crate) struct Week {
    pub(crate) branches: u16,
    pub(crate) days: u32,
}

/// A booking of the day.
struct Appointment {
    path: String,
    code: String,
    start: Timestamp,
}

/// A branch on a day.
struct Branch {
    client: Client,
    code: String,
    number: usize,
    expected: VecDeque<Appointment>,
    /// Whom each desk has, and for how many steps more.
    desks: Vec<Option<(Value, u8)>>,
    taken: u32,
    served: u32,
}

impl Week {
    /// A Sunday evening.
    pub(crate) fn start() -> anyhow::Result<Timestamp> {
        Ok("2026-11-29T19:30:00-03:00".parse()?)
    }

    pub(crate) async fn run(
        &self,
        table: &mut Table,
        name: &str,
        hub: &Arc<Hub>,
        clients: Vec<Client>,
    ) -> anyhow::Result<()> {
        let mut branches: Vec<Branch> = clients.into_iter().enumerate().map(Branch::new).collect();
        for day in 0..self.days {
            let date = jiff::civil::date(2026, 11, 30) + jiff::Span::new().days(day);
            branches = together(branches, move |branch| branch.book(date)).await?;
            hub.wait(SignedDuration::from_hours(12));
            let mut now = Self::start()? + SignedDuration::from_hours(12 + 24 * i64::from(day));
            for step in 0..STEPS {
                branches = together(branches, move |branch| branch.step(step, now)).await?;
                hub.wait(SignedDuration::from_mins(STEP));
                now += SignedDuration::from_mins(STEP);
            }
            hub.end_queue_days().await?;
        }
        let served: u32 = branches.iter().map(|branch| branch.served).sum();
        let taken: u32 = branches.iter().map(|branch| branch.taken).sum();
        let booked = usize::from(self.branches) * self.days as usize * BOOKED;
        ensure!(served == taken, "{served} of {taken} were served");
        let rate = Self::search(&mut branches[0]).await?;
        let clients: Vec<Client> = branches.into_iter().map(|branch| branch.client).collect();
        for (what, (calls, median, most)) in figures(&clients) {
            table.row(
                &format!(
                    "{name}, {} branches, {taken} tickets, {booked} bookings: {what}",
                    self.branches
                ),
                "99 of 100 in 100 ms",
                &format!(
                    "median {}, 99 of 100 in {}, {calls} calls",
                    readable(median),
                    readable(most)
                ),
                most < AIM,
            );
        }
        table.note(
            &format!("{name}: looking for a free time"),
            &format!("{rate:.0} slots a second"),
        );
        Ok(())
    }

    /// How many slots a second are found for somebody who wants to see a month.
    async fn search(branch: &mut Branch) -> anyhow::Result<f64> {
        const WHAT: &str = "free times of a month";
        let mut slots = 0.0;
        for _ in 0..20 {
            let path = format!("/times?branch={}&services=TRA-07&days=31", branch.code);
            let told = branch.client.get(WHAT, &path).await?;
            let days = told["days"].as_array().context("days")?.iter();
            let found: usize = days.map(|day| day["times"].as_array().map_or(0, Vec::len)).sum();
            slots += f64::from(u32::try_from(found)?);
        }
        let took: Duration = branch.client.took[WHAT].iter().sum();
        Ok(slots / took.as_secs_f64())
    }
}

/// Does the same in all branches at once.
async fn together<F>(
    branches: Vec<Branch>,
    work: impl Fn(Branch) -> F,
) -> anyhow::Result<Vec<Branch>>
where
    F: Future<Output = anyhow::Result<Branch>> + Send + 'static,
{
    let tasks: Vec<_> = branches.into_iter().map(|branch| tokio::spawn(work(branch))).collect();
    let mut done = Vec::new();
    for task in tasks {
        done.push(task.await??);
    }
    Ok(done)
}

impl Branch {
    fn new((index, client): (usize, Client)) -> Self {
        let (code, desks) = (format!("B{:02}", index + 1), (0..DESKS).map(|_| None).collect());
        let expected = VecDeque::new();
        Self { client, code, number: index, expected, desks, taken: 0, served: 0 }
    }

    /// Tomorrow's appointments, all over the day.
    async fn book(mut self, date: jiff::civil::Date) -> anyhow::Result<Self> {
        let path = format!("/times?branch={}&services=TRA-07&from={date}&days=1", self.code);
        let told = self.client.get("free times of a day", &path).await?;
        let times = told["days"][0]["times"].as_array().context("times")?;
        let starts: Vec<String> = times
            .iter()
            .step_by((times.len() / BOOKED).max(1))
            .take(BOOKED)
            .filter_map(|time| time["start"].as_str().map(str::to_owned))
            .collect();
        ensure!(starts.len() == BOOKED, "{} times on {date}", starts.len());
        for (index, start) in starts.into_iter().enumerate() {
            let body = json!({ "branch": self.code, "services": ["TRA-07"], "start": start });
            let held = self.client.kiosk("holding a time", "/bookings", "", body).await?;
            let text = |key: &str| held[key].as_str().map(str::to_owned).context("held");
            let path = format!("/bookings/{}", text("number")?);
            let code = text("access_code")?;
            let phone = format!("21{:02}{index:02}{:05}", self.number, date.day());
            let body = json!({ "name": "Ana Lima", "phone": phone });
            let confirm = format!("{path}/confirm");
            self.client.kiosk("confirming it", &confirm, &code, body).await?;
            self.expected.push_back(Appointment { path, code, start: start.parse()? });
        }
        Ok(self)
    }

    /// Five minutes.
    async fn step(mut self, step: u32, now: Timestamp) -> anyhow::Result<Self> {
        while self
            .expected
            .front()
            .is_some_and(|first| first.start.duration_since(now) <= SignedDuration::from_mins(15))
        {
            let Some(Appointment { path, code, .. }) = self.expected.pop_front() else { break };
            let check_in = format!("{path}/check-in");
            self.client.kiosk("checking in", &check_in, &code, json!({})).await?;
            self.taken += 1;
        }
        // Most people come in the first half of the day.
        if step < BUSY && !step.is_multiple_of(4) {
            let class = ["TODOS", "80MAIS", "LEI", "TODOS", "TODOS"][step as usize % 5];
            let body = json!({ "service": "TRA-07", "class": class });
            let path = format!("/branches/{}/tickets", self.code);
            let ticket = self.client.kiosk("taking a ticket", &path, "", body).await?;
            let token = ticket["token"].as_str().context("token")?;
            self.client.get("following a ticket", &format!("/tickets/{token}")).await?;
            self.taken += 1;
        }
        for desk in 0..self.desks.len() {
            self.at(desk, step).await?;
        }
        let panel = format!("/branches/{}/panel", self.code);
        self.client.get("looking at the panel", &panel).await?;
        Ok(self)
    }

    /// What a desk does.
    async fn at(&mut self, desk: usize, step: u32) -> anyhow::Result<()> {
        let path = |verb: &str| format!("/branches/{}/desks/{}/{verb}", self.code, desk + 1);
        let (start, finish, next) = (path("start"), path("finish"), path("next"));
        match self.desks[desk].take() {
            Some((number, 0)) => {
                self.client.desk("finishing", &finish, json!({ "number": number })).await?;
                self.served += 1;
            }
            Some((number, steps)) => {
                self.desks[desk] = Some((number, steps - 1));
                return Ok(());
            }
            None => {}
        }
        let called = self.client.desk("calling the next", &next, json!({})).await?;
        let number = called["ticket"]["number"].clone();
        if number.is_null() {
            return Ok(());
        }
        self.client.desk("starting", &start, json!({ "number": number })).await?;
        self.desks[desk] = Some((number, SERVED[(step as usize + desk) % SERVED.len()]));
        Ok(())
    }
}
