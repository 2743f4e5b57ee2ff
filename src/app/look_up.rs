//! A request looked up: what this station knows, and what the city knows.

use crate::domain::delivery::DeliveryState;
use crate::domain::note::Spoken;
use crate::domain::protocol_number::ProtocolNumber;
use crate::domain::request::{AccessCode, Request};
use crate::domain::term::Due;
use crate::domain::visit::{Details, LookUp, Stage, Status};
use crate::store::OutboxRow;
use crate::view::review;

use super::{App, Report};

/// The most look-ups of one visit in what waits here; the hub counts for itself.
const MOST_ATTEMPTS: u32 = 10;

impl App {
    /// What still waits here is answered here; everything else is asked of the city, and where it
    /// does not answer the dates known here are better than nothing.
    pub(super) fn look_up(
        &mut self,
        attempt: u32,
        number: ProtocolNumber,
        code: Option<AccessCode>,
    ) {
        self.looking += 1;
        let (reports, visit) = (self.reports.clone(), self.visits_ended);
        let here = self.store.find(number).ok().flatten();
        if let Some((row, Some(request))) = &here
            && row.state != DeliveryState::Delivered
        {
            let answer = if attempt > MOST_ATTEMPTS {
                LookUp::TooManyCodes
            } else {
                self.waiting_here(row, request, code.as_ref())
            };
            let _ = reports.send(Report::LookedUp { visit, attempt, answer });
            return;
        }
        let known = here.as_ref().map(|(row, _)| known_here(row));
        let remote_id = here.and_then(|(row, _)| row.progress.remote_id);
        self.courier.look_up(number, remote_id, code, move |answer| {
            let answer = match (answer, known) {
                (LookUp::Unreachable, Some(known)) => LookUp::Found(Box::new(known)),
                (answer, _) => answer,
            };
            let _ = reports.send(Report::LookedUp { visit, attempt, answer });
        });
    }

    fn waiting_here(
        &self,
        row: &OutboxRow,
        request: &Request,
        code: Option<&AccessCode>,
    ) -> LookUp {
        if code.is_some_and(|code| *code != request.access_code) {
            return LookUp::CodeWrong;
        }
        let words = self.locales.of(self.visit.language);
        let private = self.city.service(&request.service).is_none_or(|service| service.private);
        let details = code.map(|_| Details {
            place: request
                .draft
                .place
                .as_ref()
                .map(|place| review::place(words, place))
                .unwrap_or_default(),
            words: request.draft.description.clone(),
            answer: String::new(),
            spoken: if request.draft.note.is_some() { Spoken::Waiting } else { Spoken::No },
        });
        LookUp::Found(Box::new(Status {
            number: row.number,
            stage: Stage::WaitingHere,
            answer_by: request.answer_by,
            done_by: request.done_by,
            service: (code.is_some() || !private).then(|| request.service.clone()),
            details,
        }))
    }
}

/// Number, state and dates stay here after delivery.
fn known_here(row: &OutboxRow) -> Status {
    let due = |moment: Option<jiff::civil::DateTime>| {
        moment.map(|moment| Due { date: moment.date(), time: None })
    };
    Status {
        number: row.number,
        stage: Stage::Open,
        answer_by: due(row.answer_by),
        done_by: due(row.done_by),
        service: None,
        details: None,
    }
}
