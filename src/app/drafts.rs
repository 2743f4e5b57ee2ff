//! What people leave for later: kept, found again, told to the hub, forgotten.

use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use crate::domain::code_words::{ResumeCode, WORDS};
use crate::domain::devices::Countdown;
use crate::domain::effect::Effect;
use crate::domain::event::Event;
use crate::domain::later::{LeftDraft, NotOpened, Opened, Tries};
use crate::domain::update::Watch;
use crate::domain::visit::{Overlay, Tray};
use crate::edge::open311::{DraftEnd, DraftFound};
use crate::edge::printer::PrintJob;
use crate::store::{CodeKey, Durable, Errand, StoreError};
use crate::view;

use super::log::{Event as LogEvent, log};
use super::speech::Touched;
use super::{App, NotTaken, Report};

/// After the hub could not be told, it is told again so much later.
const TOLD_AGAIN: SignedDuration = SignedDuration::from_secs(30);

/// Minutes to wait after the hub has said that there were too many wrong codes.
const HUB_WAITS: u32 = 60;

/// What effects promise about drafts. A code comes to its key here, before the commit.
pub(super) fn promises<'a>(
    effects: &'a [Effect],
    city: &str,
) -> Result<Vec<Durable<'a>>, StoreError> {
    let promise = |effect: &'a Effect| {
        Ok(Some(match effect {
            Effect::Keep { code, kept, until } => {
                Durable::Keep { key: CodeKey::of(city, code)?, kept, until: *until }
            }
            Effect::TakeBack { code, until } => {
                Durable::Spend { locator: CodeKey::of(city, code)?.locator(), until: *until }
            }
            Effect::Spend { locator, until } => Durable::Spend { locator: *locator, until: *until },
            Effect::KeepLeft { id, kept, until } => {
                Durable::KeepLeft { id: *id, kept, until: *until }
            }
            Effect::ForgetLeft(id) => Durable::ForgetLeft(*id),
            _ => return Ok(None),
        }))
    };
    effects.iter().map(promise).filter_map(Result::transpose).collect()
}

/// Numbers for the words of a code.
pub(super) fn random_words() -> Option<[u16; WORDS]> {
    let bytes = getrandom::u64().ok()?.to_be_bytes();
    let (pairs, _) = bytes.as_chunks::<2>();
    Some(std::array::from_fn(|word| pairs.get(word).map_or(0, |pair| u16::from_be_bytes(*pair))))
}

impl App {
    /// What was committed about drafts is now done.
    pub(super) fn dispatch_draft(&mut self, effect: Effect) {
        match effect {
            Effect::PrintCode { job, tray } => self.print_code(job, tray),
            Effect::PrintLesson { job, tray } => self.print_lesson(job, tray),
            Effect::TryCode { attempt, codes } => self.try_code(attempt, &codes),
            Effect::OpenLeft(id) => self.open_left(id),
            Effect::Keep { .. } | Effect::TakeBack { .. } | Effect::Spend { .. } => {
                self.run_errands();
            }
            Effect::KeepLeft { .. } => log(LogEvent::DraftLeft, &[]),
            Effect::ForgetLeft(_) => log(LogEvent::DraftReopened, &[]),
            _ => {}
        }
    }

    /// How long the question whether somebody is still there goes on waiting.
    pub(super) fn countdown(&self, now: Timestamp) -> Option<Countdown> {
        let Watch::Asking(left) = self.idle.watch(&self.visit, &self.devices, now) else {
            return None;
        };
        // A begun second counts whole: the last that is shown is 1.
        let left = left.as_secs() + i64::from(left.subsec_nanos() > 0);
        let seconds = |count: i64| u16::try_from(count).unwrap_or(u16::MAX);
        Some(Countdown { left: seconds(left), of: seconds(self.idle.wipe_after.as_secs()) })
    }

    /// Time passed: what is old is forgotten, the hub is told what it does not know, and whoever
    /// was asked hears how long there is.
    pub(super) fn watch_drafts(&mut self, now: Timestamp) {
        or_trouble(self.store.forget_drafts(now));
        self.run_errands();
        if self.visit.overlay == Some(Overlay::StillThere) {
            self.speak(&Touched::Nothing);
        }
    }

    fn print_code(&mut self, job: Uuid, tray: Tray) {
        let words = self.locales.of(self.visit.language);
        if let Some(given) = &self.visit.later.given {
            let slip = view::later::slip(words, &self.city, given);
            self.printers.print(tray, PrintJob { id: job, slip });
        }
    }

    /// Looks here, and asks the hub where it may know more.
    fn try_code(&mut self, attempt: u32, codes: &[ResumeCode]) {
        self.looking += 1;
        let (now, _) = self.believed_now();
        let (reports, visit) = (self.reports.clone(), self.visits_ended);
        let report = move |answer| {
            // The app has ended: nobody waits for it any more.
            let _ = reports.send(Report::CodeTried { visit, attempt, answer });
        };
        let tries = or_trouble(self.store.tries()).unwrap_or_default();
        if let Some(minutes) = tries.wait(now) {
            return report(Err(NotOpened::Wait(minutes)));
        }
        let keys = codes.iter().map(|code| CodeKey::of(&self.city.web, code));
        let keys: Vec<CodeKey> = keys.filter_map(or_trouble).collect();
        let here = keys.iter().find_map(|key| {
            let saved = or_trouble(self.store.saved(key, now))??;
            let opened = opened(key, &saved.sealed)?;
            Some((opened, saved.at_hub))
        });
        match here {
            Some((opened, false)) => report(Ok(opened)),
            here => {
                let here = here.map(|(opened, _)| opened);
                self.courier.open_draft(&self.branch, keys, move |keys, found| {
                    report(judged(here, &keys, &found));
                });
            }
        }
    }

    /// A wrong code is counted before its answer is seen.
    pub(super) fn code_tried(
        &mut self,
        visit: u64,
        attempt: u32,
        answer: Result<Box<Opened>, NotOpened>,
    ) {
        self.looking = self.looking.saturating_sub(1);
        let (now, _) = self.believed_now();
        let before = or_trouble(self.store.tries()).unwrap_or_default();
        let after = match &answer {
            Ok(_) => Tries::default(),
            Err(NotOpened::Wait(_)) => before,
            Err(NotOpened::NotThere | NotOpened::NotHere) => before.after_wrong(now),
        };
        if after != before {
            or_trouble(self.store.set_tries(after));
        }
        log(if answer.is_ok() { LogEvent::DraftResumed } else { LogEvent::CodeWrong }, &[]);
        if visit == self.visits_ended {
            self.let_happen(&Event::CodeTried { attempt, answer });
        }
    }

    /// Staff, known by their PIN, want to see what was left without a word.
    ///
    /// # Errors
    ///
    /// Somebody's draft is open, or it could not be kept.
    pub fn show_left(&mut self) -> Result<(), NotTaken> {
        let (now, _) = self.believed_now();
        let left = or_trouble(self.store.left(now)).unwrap_or_default();
        let left = left.iter().map(|(id, at, kept)| LeftDraft::of(*id, *at, kept, &self.city));
        self.handle(&Event::LeftDrafts(left.collect()))
    }

    fn open_left(&mut self, id: Uuid) {
        let (now, _) = self.believed_now();
        let kept = or_trouble(self.store.left_draft(id, now)).flatten().map(Box::new);
        self.let_happen(&Event::LeftOpened { id, kept });
    }

    /// Tells the hub the next thing that it does not know of a draft, one at a time.
    fn run_errands(&mut self) {
        let (now, _) = self.believed_now();
        if self.on_errand || self.errand_after.is_some_and(|after| now < after) {
            return;
        }
        let Some(errand) = or_trouble(self.store.errand()).flatten() else { return };
        self.on_errand = true;
        let reports = self.reports.clone();
        self.courier.run_errand(&self.branch, errand, now, move |errand, end| {
            // The app has ended: it is told again after the next start.
            let _ = reports.send(Report::ErrandEnded(errand, end));
        });
    }

    pub(super) fn errand_ended(&mut self, errand: &Errand, end: DraftEnd) {
        self.on_errand = false;
        let (now, _) = self.believed_now();
        self.errand_after = None;
        match end {
            DraftEnd::Told | DraftEnd::Never => {
                or_trouble(self.store.errand_done(errand));
                self.run_errands();
            }
            DraftEnd::NotNow => self.errand_after = now.checked_add(TOLD_AGAIN).ok(),
        }
    }
}

/// What the store gives, if it gives anything; what is wrong with it is logged.
fn or_trouble<T>(result: Result<T, StoreError>) -> Option<T> {
    result.inspect_err(|error| log(LogEvent::StoreTrouble, &[("reason", &error.to_string())])).ok()
}

fn opened(key: &CodeKey, sealed: &[u8]) -> Option<Box<Opened>> {
    let kept = key.open(sealed).ok()?;
    Some(Box::new(Opened { kept, locator: key.locator() }))
}

/// What is kept here counts, unless the hub knows that it was opened elsewhere.
fn judged(
    here: Option<Box<Opened>>,
    keys: &[CodeKey],
    found: &DraftFound,
) -> Result<Box<Opened>, NotOpened> {
    match (found, here) {
        (_, Some(here)) if *found != DraftFound::Spent => Ok(here),
        (DraftFound::Sealed(sealed), _) => {
            keys.iter().find_map(|key| opened(key, sealed)).ok_or(NotOpened::NotThere)
        }
        (DraftFound::Spent | DraftFound::NotThere, _) => Err(NotOpened::NotThere),
        (DraftFound::Unreachable, _) => Err(NotOpened::NotHere),
        (DraftFound::TooMany, _) => Err(NotOpened::Wait(HUB_WAITS)),
    }
}
