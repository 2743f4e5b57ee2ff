//! The part of the story that is about queues.

use std::sync::Arc;

use jiff::{Timestamp, ToSpan};
use uuid::Uuid;

use crate::domain::queue::sample::{rules, wish};
use crate::domain::queue::{
    Desk, Order, Reason, Refusal, Side, State, Step, Ticket, TicketNumber, Voided,
};
use crate::hub::booking::{Call, ShortDigest};
use crate::hub::queue::{
    BranchDay, DayKept, Errand, Issued, LATEST_CALLS, LATEST_SERVED, NewTicket, QueueAct,
    TicketToken, Unchanged,
};
use crate::hub::store::HubStore;

const TODAY: i32 = 20_270_104;

/// A branch of its own for each scene.
pub(super) struct Scene<'s> {
    pub(super) store: &'s dyn HubStore,
    pub(super) branch: &'static str,
    pub(super) now: Timestamp,
    pub(super) order: Order,
}

fn call(id: &Uuid, asked: &str) -> Call {
    Call { id: ShortDigest::of(&[id.as_bytes()]), asked: ShortDigest::of(&[asked.as_bytes()]) }
}

impl Scene<'_> {
    fn place(&self) -> BranchDay {
        BranchDay { branch: self.branch.to_owned(), day: TODAY }
    }

    /// A ticket for somebody of a class.
    pub(super) fn wanted(&self, id: &Uuid, class: usize, minute: i64) -> NewTicket {
        NewTicket {
            call: call(id, "ticket"),
            token: TicketToken::random().unwrap(),
            place: self.place(),
            wish: wish(0, class),
            rules: Arc::new(rules(self.order)),
            now: self.now + minute.minutes(),
        }
    }

    async fn comes(&self, class: usize, minute: i64) -> Issued {
        let wanted = self.wanted(&Uuid::new_v4(), class, minute);
        self.store.issue(wanted).await.unwrap().unwrap()
    }

    fn act(&self, id: &Uuid, errand: Errand, minute: i64) -> QueueAct {
        QueueAct {
            call: call(id, &format!("{errand:?}")),
            place: self.place(),
            errand,
            rules: Arc::new(rules(self.order)),
            now: self.now + minute.minutes(),
        }
    }

    async fn does(&self, errand: Errand, minute: i64) -> Result<Option<Ticket>, Unchanged> {
        self.store.queue_act(self.act(&Uuid::new_v4(), errand, minute)).await.unwrap()
    }

    async fn steps(&self, of: TicketNumber, step: Step, minute: i64) -> Result<State, Unchanged> {
        self.does(Errand::Step(of, step), minute).await.map(|ticket| ticket.unwrap().state)
    }

    /// Whoever is called next at a desk.
    async fn next(&self, desk: u16, minute: i64) -> Option<Ticket> {
        self.does(Errand::Next(Desk::for_all(desk)), minute).await.unwrap()
    }

    async fn kept(&self) -> DayKept {
        self.store.queue_day(self.place(), LATEST_SERVED).await.unwrap()
    }
}

/// Lives through everything that a store promises of queues.
pub(super) async fn story(store: &dyn HubStore, now: Timestamp) {
    let scene = |branch, order| Scene { store, branch, now, order };
    // It forgets every branch.
    days_end_and_are_forgotten(scene("ENDS", Order::Ageing)).await;
    numbers_follow_arrival_and_a_repeat_gets_the_first(scene("SERIES", Order::Strict)).await;
    desks_call_and_each_call_is_kept(scene("DESKS", Order::Strict)).await;
    rounds_go_on_where_they_were(scene("ROUNDS", Order::Alternating)).await;
}

async fn numbers_follow_arrival_and_a_repeat_gets_the_first(scene: Scene<'_>) {
    let id = Uuid::new_v4();
    let wanted = scene.wanted(&id, 3, 0);
    let first = scene.store.issue(wanted.clone()).await.unwrap().unwrap();
    assert_eq!((first.ticket.number.to_string(), first.ticket.sequence), ("A01".to_owned(), 0));
    let again = scene.store.issue(scene.wanted(&id, 3, 5)).await.unwrap();
    assert_eq!(again.as_ref(), Ok(&first), "with its token");
    let mut other = wanted;
    other.call.asked = ShortDigest::of(&[b"something else"]);
    assert_eq!(scene.store.issue(other).await.unwrap(), Err(Unchanged::CallIdUsed));

    let second = scene.comes(0, 1).await;
    assert_eq!(second.ticket.number.to_string(), "A02");
    let elsewhere = Scene { branch: "ELSEWHERE", ..scene };
    assert_eq!(elsewhere.comes(0, 1).await.ticket.number.to_string(), "A01");
    assert_eq!(scene.store.ticket(second.token.clone()).await.unwrap(), Some(second.clone()));
    let nobodys = TicketToken::random().unwrap();
    assert_eq!(scene.store.ticket(nobodys).await.unwrap(), None);
    assert_eq!(scene.kept().await.tickets, [first.ticket, second.ticket]);
}

async fn desks_call_and_each_call_is_kept(scene: Scene<'_>) {
    assert_eq!(scene.next(1, 0).await, None);
    let everybody = scene.comes(3, 0).await.ticket.number;
    let old = scene.comes(0, 1).await.ticket.number;
    let id = Uuid::new_v4();
    let act = || scene.act(&id, Errand::Next(Desk::for_all(1)), 2);
    let called = scene.store.queue_act(act()).await.unwrap();
    assert_eq!(called.as_ref().unwrap().as_ref().unwrap().number, old, "by law");
    assert_eq!(scene.store.queue_act(act()).await.unwrap(), called, "a repeat calls nobody else");
    let busy = scene.does(Errand::Next(Desk::for_all(1)), 2).await;
    assert_eq!(busy, Err(Refusal::DeskBusy { number: old }.into()));
    assert_eq!(scene.next(2, 2).await.unwrap().number, everybody, "each desk somebody else");
    assert_eq!(scene.next(3, 2).await, None);

    let elsewhere = scene.steps(old, Step::Start { desk: 2 }, 3).await;
    assert_eq!(elsewhere, Err(Refusal::Elsewhere { desk: 1 }.into()));
    scene.steps(old, Step::Again { desk: 1 }, 3).await.unwrap();
    scene.steps(old, Step::Start { desk: 1 }, 4).await.unwrap();
    scene.steps(old, Step::Finish { desk: 1 }, 9).await.unwrap();
    let over = scene.steps(old, Step::Leave, 9).await;
    assert_eq!(over, Err(Refusal::Over.into()), "it is found even when it is over");
    scene.steps(everybody, Step::PutBack { desk: 2 }, 9).await.unwrap();
    let chosen = scene.does(Errand::Call(Desk::for_all(3), everybody), 10).await.unwrap().unwrap();
    assert_eq!(chosen.call().unwrap().reason, Reason::Chosen);

    let calls = scene.store.calls(scene.place(), LATEST_CALLS).await.unwrap();
    let told = calls.iter().map(|it| (it.id, it.ticket.number, it.call.desk, it.call.times));
    assert_eq!(
        told.collect::<Vec<_>>(),
        [(4, everybody, 3, 1), (3, old, 1, 2), (2, everybody, 2, 1), (1, old, 1, 1)]
    );
    assert!(matches!(calls[3].call.reason, Reason::Class { rank: 1, .. }), "{calls:?}");
    assert_eq!(calls[3].ticket.state, calls[1].ticket.state, "as the ticket is now");
    let at = |minute: i64| scene.now + minute.minutes();
    assert_eq!(scene.kept().await.desks, [(1, at(3)), (2, at(2)), (3, at(10))]);
    assert_eq!(scene.store.calls(scene.place(), 1).await.unwrap(), calls[..1]);
}

async fn rounds_go_on_where_they_were(scene: Scene<'_>) {
    for class in [3, 3, 0, 0, 0] {
        scene.comes(class, 0).await;
    }
    let mut sides = Vec::new();
    for desk in 1..=4 {
        let called = scene.next(desk, 1).await.unwrap();
        // Neither of these is anybody's turn.
        scene.steps(called.number, Step::Again { desk }, 1).await.unwrap();
        match called.call().unwrap().reason {
            Reason::Turn { side, .. } => sides.push(side),
            ref other => panic!("{other:?}"),
        }
    }
    assert_eq!(sides, [Side::First, Side::First, Side::Other, Side::First]);
}

async fn days_end_and_are_forgotten(scene: Scene<'_>) {
    let waits = scene.comes(3, 0).await;
    let served = scene.comes(3, 0).await.ticket.number;
    let gone = scene.comes(3, 0).await.ticket.number;
    scene.steps(gone, Step::Void(Voided::GivenUp), 1).await.unwrap();
    scene.does(Errand::Call(Desk::for_all(1), served), 1).await.unwrap();
    scene.steps(served, Step::Start { desk: 1 }, 1).await.unwrap();
    scene.steps(served, Step::Finish { desk: 1 }, 5).await.unwrap();
    let late = scene.now + 9.hours();
    let end = |today, old| scene.store.end_queue_days(today, old, late);

    end(TODAY, TODAY - 1).await.unwrap();
    assert!(scene.kept().await.tickets[0].waits(), "the day is not over");
    end(TODAY + 1, TODAY).await.unwrap();
    let kept = scene.kept().await.tickets;
    assert_eq!(kept[0].state, State::Closed { at: late });
    assert!(matches!(kept[1].state, State::Served { .. }));
    assert!(matches!(kept[2].state, State::Void { .. }));
    let place = BranchDay { day: TODAY + 1, ..scene.place() };
    let next = scene.store.queue_day(place.clone(), LATEST_SERVED).await.unwrap();
    assert_eq!((next.tickets.len(), &next.served), (0, &vec![kept[1].clone()]));

    end(TODAY + 2, TODAY + 1).await.unwrap();
    assert_eq!(scene.kept().await, DayKept::default());
    assert_eq!(scene.store.ticket(waits.token).await.unwrap(), None);
}

/// Sixty people take tickets and eight desks call and serve them, all at once, at some hubs.
pub(in crate::hub::store) async fn race(stores: &[Arc<dyn HubStore>], now: Timestamp) {
    fn scene(store: &dyn HubStore, now: Timestamp) -> Scene<'_> {
        Scene { store, branch: "RACE", now, order: Order::Ageing }
    }
    let coming = (0..60).map(|person: usize| {
        let store = Arc::clone(&stores[person % stores.len()]);
        async move { scene(&*store, now).comes(person % 4, 0).await.ticket.number }
    });
    let mut numbers: Vec<_> = at_once(coming).await;
    numbers.sort_unstable();
    numbers.dedup();
    assert_eq!(numbers.len(), 60, "no number is given twice");

    let desks = (1..=8).map(|desk: u16| {
        let store = Arc::clone(&stores[usize::from(desk) % stores.len()]);
        async move {
            let (scene, mut called) = (scene(&*store, now), Vec::new());
            while let Some(ticket) = scene.next(desk, 1).await {
                let number = ticket.number;
                scene.steps(number, Step::Start { desk }, 1).await.unwrap();
                scene.steps(number, Step::Finish { desk }, 2).await.unwrap();
                called.push(number);
            }
            called
        }
    });
    let mut called: Vec<_> = at_once(desks).await.concat();
    called.sort_unstable();
    assert_eq!(called, numbers, "everybody was called, and by one desk");
    let calls = stores[0].calls(scene(&*stores[0], now).place(), 100).await.unwrap();
    let ids: Vec<_> = calls.iter().map(|it| it.id).collect();
    assert_eq!(ids, (1..=60).rev().collect::<Vec<_>>());
}

async fn at_once<T: Send + 'static>(
    tasks: impl Iterator<Item = impl Future<Output = T> + Send + 'static>,
) -> Vec<T> {
    let tasks: Vec<_> = tasks.map(tokio::spawn).collect();
    let mut done = Vec::new();
    for task in tasks {
        done.push(task.await.unwrap());
    }
    done
}
