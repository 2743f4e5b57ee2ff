//! The microphone's thread: whoever started it never waits for the device.

use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, TryRecvError, channel};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use zeroize::Zeroizing;

use super::{Device, MicrophoneReport, Playing, Recorded, Sound, Take};
use crate::domain::devices::MicrophoneState;
use crate::domain::note::NoteTrouble;
use crate::wire::note::decode;

/// How often a microphone that is away is looked for.
const LOOK_AGAIN: Duration = Duration::from_secs(10);

/// How soon an order is seen while it records or plays.
const BLINK: Duration = Duration::from_millis(50);

/// What the thread is asked.
enum Order {
    /// Record, under this number.
    Begin(u64),
    /// End what is recorded, and tell it.
    End,
    /// Forget what is recorded, and play nothing.
    Hush,
    /// Play this note.
    Play(Zeroizing<Vec<u8>>),
}

/// A microphone at work. Dropping it forgets what it was recording.
pub struct MicrophoneThread {
    orders: Option<Sender<Order>>,
    thread: Option<JoinHandle<()>>,
}

impl std::fmt::Debug for MicrophoneThread {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("MicrophoneThread")
    }
}

impl MicrophoneThread {
    /// Starts a device; none is away for ever. `report` must not wait: it is called on the thread.
    #[must_use]
    pub fn start(
        device: Option<Box<dyn Device>>,
        report: impl Fn(MicrophoneReport) + Send + 'static,
    ) -> Self {
        let Some(device) = device else { return Self { orders: None, thread: None } };
        let (orders, asked) = channel();
        let desk = Desk { device, asked, state: None, report: Box::new(report) };
        let started = thread::Builder::new().name("microphone".to_owned()).spawn(|| desk.work());
        if let Err(error) = &started {
            tracing::error!(%error, "The microphone gets no thread: close other programs");
        }
        Self { orders: started.is_ok().then_some(orders), thread: started.ok() }
    }

    /// Records until [`Self::end`], or as long as a note may be.
    pub fn begin(&self, take: u64) {
        self.ask(Order::Begin(take));
    }

    /// Ends what is recorded.
    pub fn end(&self) {
        self.ask(Order::End);
    }

    /// Forgets what is recorded and not told yet; plays nothing any more.
    pub fn hush(&self) {
        self.ask(Order::Hush);
    }

    /// Plays a note.
    pub fn play(&self, sound: Zeroizing<Vec<u8>>) {
        self.ask(Order::Play(sound));
    }

    fn ask(&self, order: Order) {
        if let Some(orders) = &self.orders {
            // Without a thread nobody ever heard of a microphone, and nothing is asked of it.
            let _ = orders.send(order);
        }
    }
}

impl Drop for MicrophoneThread {
    fn drop(&mut self) {
        self.orders = None;
        if self.thread.take().is_some_and(|thread| thread.join().is_err()) {
            tracing::error!("The microphone's thread ended in a fault");
        }
    }
}

/// What the thread works with.
struct Desk {
    device: Box<dyn Device>,
    asked: Receiver<Order>,
    state: Option<MicrophoneState>,
    report: Box<dyn Fn(MicrophoneReport) + Send>,
}

impl Desk {
    fn work(mut self) {
        self.look();
        let mut next = None;
        loop {
            let order = match next.take() {
                Some(order) => Ok(order),
                None => self.asked.recv_timeout(LOOK_AGAIN),
            };
            next = match order {
                Ok(Order::Begin(take)) => self.record(take),
                Ok(Order::Play(sound)) => self.play(&sound),
                Ok(Order::End | Order::Hush) => None,
                Err(RecvTimeoutError::Timeout) => {
                    if self.state == Some(MicrophoneState::Away) {
                        self.look();
                    }
                    None
                }
                Err(RecvTimeoutError::Disconnected) => return,
            };
        }
    }

    fn look(&mut self) {
        let there = self.device.is_there();
        self.tell(if there { MicrophoneState::Ready } else { MicrophoneState::Away });
    }

    /// Once in the log, however often it is looked for.
    fn tell(&mut self, state: MicrophoneState) {
        if self.state != Some(state) {
            match state {
                MicrophoneState::Away => tracing::warn!("The microphone is away"),
                MicrophoneState::Ready => tracing::info!("The microphone is there"),
            }
            self.state = Some(state);
            (self.report)(MicrophoneReport::State(state));
        }
    }

    /// One recording; gives the order that came instead of its end.
    fn record(&mut self, take: u64) -> Option<Order> {
        let (end, next) = match self.device.listen() {
            Ok(mut source) => {
                self.tell(MicrophoneState::Ready);
                (self.report)(MicrophoneReport::Began { take });
                self.hear(source.as_mut())
            }
            Err(trouble) => (Some(Err(trouble)), None),
        };
        match end {
            Some(end) => {
                let away = matches!(&end, Err(NoteTrouble::NoMicrophone));
                (self.report)(MicrophoneReport::Ended { take, end });
                if away {
                    self.tell(MicrophoneState::Away);
                }
            }
            None => (self.report)(MicrophoneReport::Level(0)),
        }
        next
    }

    /// Hears until it is asked to end, full or gone; no end where it is to be forgotten.
    fn hear(
        &self,
        source: &mut dyn super::Source,
    ) -> (Option<Result<Recorded, NoteTrouble>>, Option<Order>) {
        let mut take = Take::default();
        loop {
            let ends = match self.asked.try_recv() {
                Ok(Order::End) => true,
                Ok(Order::Hush) | Err(TryRecvError::Disconnected) => return (None, None),
                Ok(other) => return (None, Some(other)),
                Err(TryRecvError::Empty) => false,
            };
            loop {
                // What was said before the touch has come by now; it belongs to the note.
                match source.next(if ends { Duration::ZERO } else { BLINK }) {
                    Sound::Samples(samples) => {
                        for level in take.hear(&samples) {
                            (self.report)(MicrophoneReport::Level(level));
                        }
                    }
                    Sound::Nothing => break,
                    Sound::Gone => return (Some(take.end(true)), None),
                }
                if !ends || take.is_full() {
                    break;
                }
            }
            if ends || take.is_full() {
                return (Some(take.end(false)), None);
            }
        }
    }

    /// Plays until it ends or another order comes, which is given.
    fn play(&mut self, sound: &[u8]) -> Option<Order> {
        let playing = decode(sound).ok().and_then(|samples| self.device.play(samples));
        let next = playing.and_then(|playing| self.wait_for(playing));
        (self.report)(MicrophoneReport::Played);
        next
    }

    fn wait_for(&self, mut playing: Box<dyn Playing>) -> Option<Order> {
        while !playing.is_over(BLINK) {
            match self.asked.try_recv() {
                Ok(order) => return Some(order),
                Err(TryRecvError::Empty) => {}
                Err(TryRecvError::Disconnected) => return None,
            }
        }
        None
    }
}
