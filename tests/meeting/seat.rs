//! A station at which somebody sits: its real loop on a thread of its own.

use std::sync::mpsc::{Receiver, channel};
use std::thread::{self, JoinHandle};

use acolhe::app::{App, Asked, Inbox, Shown};
use acolhe::config::{Config, Setup};
use acolhe::domain::event::Intent;
use acolhe::edge::clock::Clock;
use tempfile::TempDir;

use crate::support::{PATIENCE, TINY, repository};

/// What leads on at a step, the surest first.
const WAYS: [&str; 3] = ["show-me", "hint", "next"];

/// A station, seen by who sits there.
pub(crate) struct Seat {
    inbox: Inbox,
    views: Receiver<Shown>,
    shown: Shown,
    thread: JoinHandle<()>,
    data: TempDir,
}

/// So many stations that know where the leader's machine is.
pub(crate) fn start(count: usize, leader: &str) -> Vec<Seat> {
    (0..count).map(|_| Seat::again(tempfile::tempdir().expect("a folder"), leader)).collect()
}

impl Seat {
    /// A station over data that are there already.
    pub(crate) fn again(data: TempDir, leader: &str) -> Self {
        let mut config = Config::default();
        config.city.dir = Some(repository(TINY));
        config.lessons.leader = Some(leader.to_owned());
        let assets = repository("");
        let setup = Setup { config, data: data.path().to_owned(), assets, enrolled: false };
        let app = App::start(&setup, Clock::Machine).expect("the station starts");
        let inbox = app.inbox();
        let (send, views) = channel();
        let thread = thread::spawn(move || {
            app.run(|shown| {
                // Nobody looks any more.
                let _ = send.send(shown.clone());
            });
        });
        let shown = views.recv_timeout(PATIENCE).expect("a first screen");
        Self { inbox, views, shown, thread, data }
    }

    /// Ends the station on purpose.
    pub(crate) fn stop(self) {
        self.fall();
    }

    /// The station ends, and leaves its data.
    pub(crate) fn fall(self) -> TempDir {
        self.inbox.ask(Asked::Stop);
        self.thread.join().expect("it ends");
        self.data
    }

    fn look(&mut self) {
        let here = self.shown.view.screen;
        let next = self.views.recv_timeout(PATIENCE);
        self.shown = next.unwrap_or_else(|error| unreachable!("still {here}: {error}"));
    }

    fn look_again(&mut self) {
        while let Ok(shown) = self.views.try_recv() {
            self.shown = shown;
        }
    }

    /// Waits for a screen.
    pub(crate) fn until(&mut self, screen: &str) {
        self.look_again();
        while self.shown.view.screen != screen {
            self.look();
        }
    }

    fn intend(&mut self, intent: Intent) {
        self.look_again();
        let answered = self.shown.answered;
        self.inbox.ask(Asked::Intent { intent, turn: self.shown.turn });
        while self.shown.answered == answered {
            self.look();
        }
    }

    /// Chooses something.
    pub(crate) fn choose(&mut self, id: &str) {
        self.intend(Intent::Do(id.parse().expect("an action")));
    }

    fn offers(&self, id: &str) -> bool {
        self.shown.view.actions.iter().any(|action| action.id == id)
    }

    /// Writes the digits of a group; what is said of them, where they are not taken.
    pub(crate) fn join(&mut self, code: &str) -> String {
        if self.shown.view.screen == "welcome" {
            self.choose("lessons");
            self.choose("join-group");
        }
        let field = "group-code".to_owned();
        self.intend(Intent::Type { field, text: code.to_owned() });
        self.choose("next");
        loop {
            let view = &self.shown.view;
            let error = view.fields.iter().find_map(|field| field.error.clone());
            match error {
                Some(error) => return error,
                None if view.screen != "learn.join" => return String::new(),
                None => self.look(),
            }
        }
    }

    /// Raises a hand, and goes on.
    pub(crate) fn raise_hand(&mut self) {
        self.choose("help");
        self.choose("call-attendant");
        assert!(self.shown.view.title.contains("mão"), "{}", self.shown.view.title);
        self.choose("back");
    }

    /// Goes on to the end of the lesson, with all the help there is.
    pub(crate) fn learn(&mut self) {
        self.look_again();
        while self.shown.view.screen == "learn.step" {
            let way = WAYS.into_iter().find(|way| self.offers(way)).expect("a way on");
            self.choose(way);
        }
        self.until("learn.end");
    }
}
