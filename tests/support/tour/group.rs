//! A seat of a group: the number on the wall, waiting, a hand that goes up, and how it was.

use std::sync::{Arc, Mutex, PoisonError};

use acolhe::domain::event::{Event, Intent};
use acolhe::domain::lesson::{LessonId, Rung};
use acolhe::domain::meeting::{NotTaken, Wish};
use acolhe::wire::meeting::SeatAnswer;
use jiff::SignedDuration;
use tokio::runtime::Runtime;
use wiremock::matchers::any;
use wiremock::{Mock, MockServer, Request, ResponseTemplate};

use super::Tour;

/// A machine that leads as the tour wants it to.
struct Leading {
    address: String,
    answer: Arc<Mutex<SeatAnswer>>,
    _runtime: Runtime,
    _server: MockServer,
}

impl Leading {
    fn start() -> Self {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()
            .expect("a runtime");
        let server = runtime.block_on(MockServer::start());
        let answer = Arc::new(Mutex::new(SeatAnswer::Refused(NotTaken::NoMeeting)));
        let told = Arc::clone(&answer);
        let mock = Mock::given(any()).respond_with(move |_: &Request| {
            let told = told.lock().unwrap_or_else(PoisonError::into_inner);
            ResponseTemplate::new(200).set_body_json(&*told)
        });
        runtime.block_on(mock.mount(&server));
        Self { address: server.uri(), answer, _runtime: runtime, _server: server }
    }

    fn says(&self, answer: SeatAnswer) {
        *self.answer.lock().unwrap_or_else(PoisonError::into_inner) = answer;
    }

    fn wants(&self, wish: &Wish) {
        self.says(SeatAnswer::Seat { number: 7, wish: wish.clone() });
    }
}

impl Tour {
    /// A station of its own: only some know a machine that leads.
    pub(super) fn group(&mut self) {
        let leading = Leading::start();
        let mut seat = Self::start_at(&self.name, self.guest, self.panel, Some(&leading.address));
        seat.by_keys = self.by_keys;
        if self.by_keys {
            let _ = seat.app.handle(&Event::Intent(Intent::Jack(true)));
        }
        seat.learn_together(&leading);
        self.stops.append(&mut seat.stops);
    }

    fn learn_together(&mut self, leading: &Leading) {
        self.choose("lessons");
        self.page("learn-track-group");
        self.choose("join-group");
        self.page("learn-join");
        self.type_in("group-code", "4821");
        self.choose("next");
        self.page("learn-join-unknown");

        let mut wish = Wish {
            language: self.guest.language,
            turn: 0,
            lesson: None,
            rung: Rung::Hinted,
            paused: false,
            error_free: false,
            pairs: true,
            together: None,
            faces: false,
        };
        leading.wants(&wish);
        self.choose("next");
        self.page("learn-seat");

        (wish.turn, wish.lesson) = (1, Some(LessonId("tela-tocar".to_owned())));
        wish.together = Some((1, 2));
        self.is_told(leading, &wish);
        self.page("learn-seat-step");
        self.choose("help");
        self.page("learn-seat-help");
        self.choose("call-attendant");
        self.page("learn-called");
        self.choose("back");

        wish.paused = true;
        self.is_told(leading, &wish);
        self.page("learn-paused");
        wish.paused = false;
        wish.together = Some((2, 6));
        self.is_told(leading, &wish);
        self.choose("next");
        self.page("learn-seat-end");

        wish.faces = true;
        self.is_told(leading, &wish);
        self.page("learn-faces");
        self.choose("face:5");
        self.page("learn-seat-thanks");
    }

    fn is_told(&mut self, leading: &Leading, wish: &Wish) {
        leading.wants(wish);
        self.app.wait(SignedDuration::from_secs(1));
        self.settle();
    }
}
