//! From the welcome to the number, by each way to say what, where and who.

use acolhe::domain::city::{Datatype, IdentityNeed, Language, PlaceNeed, Service, ServiceKind};
use acolhe::domain::devices::VoiceState;
use jiff::SignedDuration;

use super::{Tour, ids, speech};

impl Tour {
    pub(super) fn welcome(&mut self) {
        self.stop("welcome");
        for section in ["letters", "colours", "language", "voice"] {
            self.choose(&format!("settings:{section}"));
            self.stop(&format!("settings-{section}"));
            self.choose("back");
        }
        self.choose("settings:language");
        self.choose("other-language");
        self.stop("other-languages");
        self.choose("speak:ru");
        self.stop("called-in-russian");
        self.choose("back");
        self.anew();
        self.with_pictures();
    }

    /// As those see it who do not read.
    fn with_pictures(&mut self) {
        self.choose("pictures:on");
        self.stop("welcome-pictures");
        self.choose("request");
        self.stop("group-pictures");
        self.anew();
    }

    pub(super) fn filing(&mut self) {
        self.choose("request");
        self.stop("group");
        self.choose("own-words");
        self.stop("own-words");
        self.choose("next");
        self.stop("own-words-empty");
        self.speak();
        let words = match self.guest.language {
            Language::PtBr => "tem um buraco enorme na frente da minha casa",
            Language::Ro => "este o groapă foarte mare în fața casei mele",
            _ => "there is a very big hole in front of my house",
        };
        self.type_in("words", words);
        self.stop("own-words-typed");
        self.choose("next");
        self.stop("found");
        let largest = self
            .city
            .groups
            .iter()
            .max_by_key(|group| self.city.services_in(&group.code).count())
            .expect("a group")
            .code
            .clone();
        self.anew();
        self.choose("request");
        self.choose(&format!("group:{largest}"));
        self.stop("service");
        let service = self.find(|it| {
            it.kind == ServiceKind::Request
                && it.place == PlaceNeed::Asked
                && it.call_first.is_empty()
                && !it.questions.is_empty()
        });
        self.open_service(&service);
        self.stop("for-whom");
        self.choose("for:somebody-else");
        self.stop("consent");
        self.choose("answer-to:me");
        self.stop("question");
        self.questions();
    }

    /// Spoken instead of written, and nothing heard the second time.
    fn speak(&mut self) {
        if !self.offers("record") {
            // Keys leave it no room on a small panel: it stands one screen before.
            self.choose("back");
        }
        // The voice of this tour never ends a sentence: nobody would be recorded.
        self.hear(VoiceState::Silent);
        self.choose("record");
        self.app.wait(SignedDuration::from_secs(12));
        self.hear(VoiceState::Ready);
        self.stop("recording");
        self.choose("stop-recording");
        self.stop("recorded");
        let folder = self.paper.parent().expect("a folder").to_owned();
        speech(&folder, 0);
        self.hear(VoiceState::Silent);
        self.choose("record-again");
        self.choose("stop-recording");
        self.hear(VoiceState::Ready);
        self.stop("not-recorded");
        speech(&folder, 4_000);
        self.choose("back");
        self.choose("next");
        self.stop("group-spoken");
        self.choose("back");
        self.choose("throw-away");
        if self.screen() != "filing.own-words" {
            self.choose("own-words");
        }
    }

    /// A question of each kind that the city asks.
    fn questions(&mut self) {
        for (kind, name) in [
            (Datatype::MultiValueList, "question-several"),
            (Datatype::Line, "question-line"),
            (Datatype::Text, "question-text"),
            (Datatype::Number, "question-number"),
        ] {
            let asks = |service: &Service| {
                let first = service.questions.first().and_then(|id| self.city.questions.get(id));
                service.kind == ServiceKind::Request
                    && service.call_first.is_empty()
                    && first.is_some_and(|question| question.datatype == kind)
            };
            let Some(service) = self.city.services.iter().find(|it| asks(it)).cloned() else {
                continue;
            };
            self.open_service(&service);
            self.until("filing.question");
            self.stop(name);
        }
    }

    pub(super) fn ways_to_say_where(&mut self) {
        let service = self.find(|it| {
            it.kind == ServiceKind::Request
                && it.place == PlaceNeed::Asked
                && it.call_first.is_empty()
                && it.identity == IdentityNeed::None
                && !it.private
        });
        self.open_service(&service);
        self.until("filing.place");
        self.stop("place");
        self.choose("place:landmark");
        self.stop("place-words");
        self.choose("back");
        self.choose("place:street");
        self.stop("street");
        let street = self.city.streets.first().expect("a street").name.clone();
        let word: String =
            street.split_whitespace().last().unwrap_or("rua").chars().take(4).collect();
        self.type_in("address", &word);
        self.stop("street-typed");
        let row = ids(&self.app.view()).into_iter().find(|id| id.starts_with("street:"));
        self.choose(&row.expect("a street of that name"));
        self.type_in("number", "120");
        self.stop("address");
        self.choose("next");
        self.stop("description");
        let text = "A luz está apagada há duas semanas, e a rua fica muito escura à noite.";
        self.type_in("description", text);
        self.stop("description-typed");
        self.choose("next");
    }

    pub(super) fn who_and_reply(&mut self) {
        self.stop("who");
        self.choose("who:name");
        self.stop("name");
        self.type_in("name", "Maria das Dores");
        self.choose("next");
        self.stop("channel");
        for channel in ["email", "letter"] {
            if self.try_do(&format!("contact:{channel}")) {
                self.stop(&format!("reply-{channel}"));
                if channel == "email" {
                    self.type_in("reply-to", "maria");
                    self.choose("next");
                    self.stop("reply-email-wrong");
                }
                self.choose("back");
            }
        }
        self.choose("contact:phone");
        self.type_in("reply-to", "21");
        self.choose("next");
        self.stop("reply-phone");
        self.type_in(
            "reply-to",
            if self.city.languages.first() == Some(&Language::Ro) {
                "0722 123 456"
            } else {
                "21 98765-4321"
            },
        );
        self.choose("next");
        self.stop("shared");
        self.choose("yes");
        self.stop("leave-message");
        self.choose("no");
    }

    pub(super) fn number(&mut self) {
        self.stop("review");
        self.choose("help");
        self.stop("help");
        self.choose("call-attendant");
        self.stop("called");
        self.choose("back");
        if self.screen() == "help" {
            self.choose("back");
        }
        self.choose("file");
        self.stop("done");
        self.choose("help");
        self.stop("help-done");
        self.choose("back");
    }
}
