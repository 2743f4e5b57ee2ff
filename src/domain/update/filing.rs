//! What it is about, for whom, the service's questions, the review and the filing itself.

use crate::domain::action::{Action, Line};
use crate::domain::city::{Datatype, Question, ServiceCode, ServiceKind};
use crate::domain::effect::Effect;
use crate::domain::flow;
use crate::domain::later::Later;
use crate::domain::offer::question_at;
use crate::domain::protocol_number::ProtocolNumber;
use crate::domain::request::{AccessCode, Answer, Draft, ForWhom, Request, RequestId};
use crate::domain::visit::{AfterUrgent, Complaint, Screen, Tray};

use super::Turn;

impl Turn<'_> {
    /// A new draft; who the person is and how to answer them is not asked twice.
    pub(super) fn new_request(&mut self) {
        let before = std::mem::take(&mut self.visit.draft);
        self.visit.draft = Draft {
            anonymous: before.anonymous,
            name: before.name,
            document: before.document,
            reply: before.reply,
            ..Draft::default()
        };
        self.visit.later = Later::default();
        self.visit.passed.clear();
        self.visit.warned.clear();
        self.visit.found.clear();
        self.visit.document_doubted = false;
        self.visit.changing = false;
        self.go(Screen::Group);
    }

    pub(super) fn filing(&mut self, action: &Action) {
        if self.spoken(action) {
            return;
        }
        match (self.visit.screen.clone(), action) {
            (_, Action::Group(code)) => self.go(Screen::Service(code.clone())),
            (_, Action::Service(code)) => self.choose_service(code.clone()),
            (_, Action::OwnWords) => self.go(Screen::OwnWords),
            (_, Action::NoneOfThese) => self.choose_service(self.city().unsure.clone()),
            (Screen::OwnWords, Action::Next) => self.search(),
            (Screen::Urgent { then, .. }, Action::Next) => self.after_urgent(then),
            (Screen::Elsewhere, Action::Booking) => self.book_this(),
            (Screen::Elsewhere, Action::Next) => self.complete(&Line::Service),
            (Screen::ForWhom, _) => self.for_whom(action),
            (Screen::Consent, Action::AnswerToMe) => self.is_for(ForWhom::SomebodyElse),
            (Screen::Consent, Action::AnswerToThem) => self.is_for(ForWhom::SomebodyElseAnswered),
            (Screen::Question(index), _) => self.question(index, action),
            (Screen::Description, _) => self.description(action),
            (Screen::Review, Action::Change(line)) => {
                self.visit.changing = true;
                self.go(flow::entry(line, &self.visit.draft, self.city()));
            }
            (Screen::Review, Action::File) => self.file(),
            _ => {}
        }
    }

    /// The draft's id is minted with its first answer and never again.
    pub(super) fn mint(&mut self) {
        let fresh = RequestId(self.ctx.fresh_id);
        self.visit.draft.id.get_or_insert(fresh);
    }

    /// A line is done: the next one, or the review.
    pub(super) fn complete(&mut self, line: &Line) {
        self.visit.passed.insert(line.clone());
        let next = flow::after(line, &self.visit, self.city());
        if next == Screen::Review {
            self.visit.changing = false;
        }
        self.go(next);
    }

    fn search(&mut self) {
        let words = self.visit.typed("words").trim().to_owned();
        if words.is_empty() {
            self.visit.complaint = Some(Complaint::Empty);
            return;
        }
        self.mint();
        let found = self.ctx.finder.find(&words, self.visit.language);
        self.visit.draft.own_words = words;
        self.visit.found = found.services.into_iter().take(3).map(|(code, _)| code).collect();
        self.warn_or(found.emergencies, AfterUrgent::Found);
    }

    /// First whom to call, once for each draft and contact; then what comes next.
    fn warn_or(&mut self, contacts: Vec<String>, then: AfterUrgent) {
        let news = contacts.iter().any(|contact| !self.visit.warned.contains(contact));
        if news {
            self.visit.warned.extend(contacts.iter().cloned());
            self.go(Screen::Urgent { contacts, then });
        } else {
            self.after_urgent(then);
        }
    }

    fn after_urgent(&mut self, then: AfterUrgent) {
        match then {
            AfterUrgent::Found => self.go(Screen::Found),
            AfterUrgent::Description => self.complete(&Line::Description),
            AfterUrgent::Service => match self.service() {
                Some(service) if service.kind != ServiceKind::Request => self.go(Screen::Elsewhere),
                _ => self.complete(&Line::Service),
            },
        }
    }

    fn choose_service(&mut self, code: ServiceCode) {
        self.mint();
        self.visit.draft.service = Some(code);
        if self.must_ask_whether_safe() {
            self.visit.passed.remove(&Line::Reply);
        }
        if self.visit.draft.description.is_empty() {
            self.visit.draft.description.clone_from(&self.visit.draft.own_words);
        }
        let first = self.service().map(|service| service.call_first.clone()).unwrap_or_default();
        self.warn_or(first, AfterUrgent::Service);
    }

    fn for_whom(&mut self, action: &Action) {
        match action {
            Action::ForMe => self.is_for(ForWhom::Me),
            Action::ForWholeStreet => self.is_for(ForWhom::WholeStreet),
            Action::ForSomebodyElse => self.go(Screen::Consent),
            _ => {}
        }
    }

    fn is_for(&mut self, whom: ForWhom) {
        self.visit.draft.for_whom = Some(whom);
        self.complete(&Line::ForWhom);
    }

    fn question(&mut self, index: usize, action: &Action) {
        let Some(question) = question_at(index, &self.visit, self.city()) else {
            self.go(Screen::Review);
            return;
        };
        let line = Line::Question(question.id.clone());
        match (action, question.datatype) {
            (Action::Answer(value), Datatype::MultiValueList) => {
                if let Some(marked) = self.visit.marked.iter().position(|mark| mark == value) {
                    self.visit.marked.remove(marked);
                } else {
                    self.visit.marked.push(value.clone());
                }
                self.visit.focus = Some(action.to_string());
                return;
            }
            (Action::Answer(value), _) => {
                self.answer(&question.id, Answer::Chosen(vec![value.clone()]));
            }
            (Action::Next, Datatype::MultiValueList) => {
                if self.visit.marked.is_empty() {
                    self.visit.complaint = Some(Complaint::Empty);
                    return;
                }
                self.keep_marked(question);
            }
            (Action::Next, datatype) => {
                let text = self.visit.typed("answer").trim().to_owned();
                if text.is_empty() {
                    self.visit.complaint = Some(Complaint::Empty);
                    return;
                }
                if datatype == Datatype::Number && text.replace(',', ".").parse::<f64>().is_err() {
                    self.visit.complaint = Some(Complaint::NotANumber);
                    return;
                }
                self.answer(&question.id, Answer::Text(text));
            }
            (Action::Skip, _) => {
                self.visit.draft.answers.remove(&question.id);
            }
            _ => return,
        }
        self.complete(&line);
    }

    /// The values marked, in the order of the list; none is no answer.
    pub(super) fn keep_marked(&mut self, question: &Question) {
        let marked = &self.visit.marked;
        let chosen: Vec<_> =
            question.values.iter().filter(|value| marked.contains(value)).cloned().collect();
        if chosen.is_empty() {
            self.visit.draft.answers.remove(&question.id);
        } else {
            self.answer(&question.id, Answer::Chosen(chosen));
        }
    }

    pub(super) fn answer(&mut self, question: &str, answer: Answer) {
        self.visit.draft.answers.insert(question.to_owned(), answer);
    }

    fn description(&mut self, action: &Action) {
        match action {
            Action::Skip => {
                self.visit.draft.description.clear();
                self.complete(&Line::Description);
            }
            Action::Next => {
                let words = self.visit.typed("description").trim().to_owned();
                if words.is_empty() {
                    self.visit.complaint = Some(Complaint::Empty);
                    return;
                }
                let found = self.ctx.finder.find(&words, self.visit.language);
                self.visit.draft.description = words;
                self.warn_or(found.emergencies, AfterUrgent::Description);
            }
            _ => {}
        }
    }

    /// The only thing that files. Without a number to give nothing happens: the view says why.
    fn file(&mut self) {
        if self.must_ask_whether_safe() {
            self.visit.changing = true;
            self.go(Screen::SafeToCall);
            return;
        }
        let ctx = self.ctx;
        let number = ProtocolNumber::new(ctx.year, ctx.station, ctx.next_sequence);
        let (Some(number), true, Some(service)) = (number, self.can_keep(), self.service()) else {
            return;
        };
        let start = ctx.now.to_zoned(ctx.city.timezone.clone()).datetime();
        let answered = !(self.visit.draft.anonymous == Some(true)
            && ctx.city.anonymous == crate::domain::city::AnonymousRule::FiledWithoutAnswer);
        let answer_within = service.answer_within.unwrap_or(ctx.city.law);
        let request = Request {
            id: self.visit.draft.id.unwrap_or(RequestId(ctx.fresh_id)),
            number,
            access_code: AccessCode::from_random(ctx.random),
            service: service.code.clone(),
            language: self.visit.language,
            origin: ctx.origin,
            branch: ctx.branch.to_owned(),
            filed_at: ctx.now,
            dated: !ctx.devices.clock_doubtful,
            answer_by: answered.then(|| ctx.city.due(start, answer_within)),
            done_by: service.done_within.map(|term| ctx.city.due(start, term)),
            draft: self.filed_draft(),
        };
        self.visit.filed = Some(Box::new(request.clone()));
        self.effects.push(Effect::File(Box::new(request)));
        self.visit.prints.clear();
        if ctx.devices.printer.can_print() {
            self.print(Tray::Here);
        }
        // The draft is the request's now: a second `file` finds no draft to file.
        self.visit.draft.id = None;
        self.visit.draft.service = None;
        self.visit.draft.own_words.clear();
        self.visit.draft.note = None;
        self.visit.trail.clear();
        self.arrive(Screen::Done);
    }

    /// Only what belongs to the service is filed; answers to another service's questions stay here.
    fn filed_draft(&self) -> Draft {
        let mut draft = self.visit.draft.clone();
        if let Some(service) = self.service() {
            draft.answers.retain(|question, _| service.questions.contains(question));
        }
        let lines = flow::lines(&draft, self.city());
        if !lines.contains(&Line::Place) {
            draft.place = None;
        }
        if !lines.contains(&Line::Document) {
            draft.document = None;
        }
        if !lines.contains(&Line::Reply) {
            draft.reply = None;
        }
        if draft.anonymous == Some(true) {
            draft.name.clear();
        }
        draft
    }

    pub(super) fn marked_before(&self) -> Vec<String> {
        let Screen::Question(index) = self.visit.screen else { return Vec::new() };
        match question_at(index, &self.visit, self.city())
            .and_then(|question| self.visit.draft.answers.get(&question.id))
        {
            Some(Answer::Chosen(values)) => values.clone(),
            _ => Vec::new(),
        }
    }
}
