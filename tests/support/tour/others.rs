//! After the number: how it stands, what is done elsewhere, and what is wrong.

use acolhe::domain::city::{IdentityNeed, PlaceNeed, Service, ServiceKind};
use acolhe::domain::devices::VoiceState;
use jiff::SignedDuration;

use super::{SETTLE, Tour};

impl Tour {
    pub(super) fn follow_up(&mut self) {
        let view = self.app.view();
        let (number, code) = (view.protocol.expect("a number"), view.access_code.expect("a code"));
        self.choose("finish");
        self.stop("opinion");
        self.choose("face:4");
        self.stop("opinion-reason");
        self.choose("skip");
        self.stop("farewell");
        self.anew();
        self.choose("follow-up");
        self.stop("follow-number");
        self.type_in("number", "2026");
        self.choose("next");
        self.stop("follow-number-wrong");
        self.type_in("number", &number);
        self.choose("next");
        self.stop("follow-code");
        self.type_in("code", "12");
        self.choose("next");
        self.stop("follow-code-wrong");
        self.type_in("code", &code);
        self.choose("next");
        self.stop("follow-status");
        self.anew();
        self.choose("follow-up");
        let last = number.replace(".0000", ".0001");
        self.type_in("number", &last);
        if self.try_do("next") && self.try_do("skip") {
            self.stop("follow-unreachable");
        }
    }

    pub(super) fn other_services(&mut self) {
        for (kind, name) in [
            (ServiceKind::Booking, "elsewhere-booking"),
            (ServiceKind::Counter, "elsewhere-counter"),
            (ServiceKind::Referral, "elsewhere-referral"),
        ] {
            let Some(service) =
                self.city.services.iter().find(|it| it.kind == kind && it.call_first.is_empty())
            else {
                continue;
            };
            self.open_service(&service.clone());
            self.stop(name);
        }
        let urgent = self.find(|it| it.call_first.len() > 1 || !it.call_first.is_empty());
        self.open_service(&urgent);
        self.stop("urgent");
        let document = self
            .find(|it| it.identity == IdentityNeed::Document && it.kind == ServiceKind::Request);
        self.open_service(&document);
        self.until("filing.document");
        self.stop("document");
        self.type_in("document", "12345678900");
        self.choose("next");
        self.stop("document-doubt");
        let most = self
            .city
            .services
            .iter()
            .filter(|it| it.kind == ServiceKind::Request && it.place == PlaceNeed::Asked)
            .max_by_key(|it| {
                it.questions.len() + usize::from(it.identity == IdentityNeed::Document)
            })
            .expect("a service")
            .clone();
        self.open_service(&most);
        self.until("filing.review");
        self.stop("review-longest");
    }

    /// Words typed, words that open nothing, and what staff see.
    fn later(&mut self, service: &Service) {
        self.anew();
        self.choose("continue-saved");
        self.type_in("word", "ca");
        self.stop("saved-word");
        let words = self.app.view().actions.into_iter().find(|it| it.id.starts_with("word:"));
        let word = words.expect("a word").label;
        self.type_in("word", &[word.as_str(); 4].join(" "));
        self.choose("next");
        self.stop("saved-answer");
        self.open_service(service);
        self.app.wait(SignedDuration::from_mins(7));
        self.app.show_left().expect("nobody's draft is open");
        self.stop("left");
        self.anew();
    }

    pub(super) fn around(&mut self) {
        self.anew();
        self.choose("emergency");
        self.stop("emergency");
        self.choose("home");
        let service = self.find(|it| it.kind == ServiceKind::Request && it.call_first.is_empty());
        self.open_service(&service);
        self.choose("help");
        self.choose("home");
        self.stop("welcome-resume");
        self.app.wait(SignedDuration::from_secs(5 * 60 + 10));
        self.stop("idle");
        self.choose("save-for-later");
        self.stop("saved");
        self.later(&service);
        std::fs::write(self.paper.join("state.json"), r#"{"state":"no-paper"}"#).expect("written");
        self.app.refresh(SETTLE);
        self.hear(VoiceState::Broken);
        self.stop("welcome-trouble");
    }
}
