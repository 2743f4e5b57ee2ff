//! Who is called next, and why.

use jiff::Timestamp;

use super::rules::{ClassCode, QueueRules};

/// The order in which people are called.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum Order {
    /// By rank, and by arrival within a rank.
    Strict,
    /// Where both wait: so many of those who come first, then so many of everybody else.
    Alternating,
    /// By arrival, with a head start for those who come first.
    Ageing,
}

impl Order {
    /// Every order there is.
    pub const ALL: [Self; 3] = [Self::Strict, Self::Alternating, Self::Ageing];

    /// Its name in files and commands.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Strict => "strict",
            Self::Alternating => "alternating",
            Self::Ageing => "ageing",
        }
    }
}

/// Which side is called under alternation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Side {
    /// Those who come before everybody.
    First,
    /// Everybody else.
    Other,
}

/// How far a round of alternation is: calls that were made while both sides waited.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Turn {
    /// Of those who come first.
    pub first: u8,
    /// Of everybody else.
    pub other: u8,
}

/// Why a ticket was called and no other.
///
/// `view::queue::why` says it to people; the class is for the record, and is told to nobody else.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(tag = "reason", rename_all = "kebab-case")]
pub enum Reason {
    /// It came first, and nobody waited who comes before it by rule.
    CameFirst,
    /// Its class comes before those who waited.
    Class {
        /// Its class.
        class: ClassCode,
        /// The rank of that class.
        rank: u8,
    },
    /// Its booked time has come.
    Appointment {
        /// The booked time.
        at: Timestamp,
    },
    /// Both sides waited and it was its side's turn.
    Turn {
        /// Its side.
        side: Side,
        /// Which call of that side in this round, from 1.
        call: u8,
        /// How many calls the side has in a round.
        of: u8,
        /// Its class.
        class: ClassCode,
    },
    /// It waited longest, its head start counted in.
    Waited {
        /// How long, in minutes.
        minutes: u32,
        /// Its head start, in minutes.
        head_start: u16,
        /// Its class.
        class: ClassCode,
    },
    /// An attendant called it by its number.
    Chosen,
}

/// What counts of a ticket when somebody is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Candidate {
    /// Its place in the order of arrival.
    pub(super) sequence: u32,
    /// The index of its class.
    pub(super) class: usize,
    /// Second from which its place counts.
    pub(super) since: i64,
    /// Second of its booked time.
    pub(super) appointment: Option<i64>,
}

/// Where a candidate stands at a moment.
#[derive(Clone, Copy, Debug)]
struct Standing {
    /// Twice the rank; one more where an appointment stands after a rank.
    place: u16,
    since: i64,
    sequence: u32,
    /// Head start in seconds.
    head_start: i64,
    booked: bool,
}

impl Standing {
    /// The least of all is called.
    fn key(&self, order: Order) -> (u16, i64, u32) {
        match order {
            Order::Strict | Order::Alternating => (self.place, self.since, self.sequence),
            Order::Ageing => (0, self.since - self.head_start, self.sequence),
        }
    }
}

/// Who of some candidates is called, why, and how far the round is then; `None` of nobody.
pub(super) fn choose(
    rules: &QueueRules,
    turn: Turn,
    candidates: &[Candidate],
    now: i64,
) -> Option<(usize, Reason, Turn)> {
    let everyone = rules.classes.last().map_or(u16::MAX, |class| place_of(class.rank));
    // The best of those who come first, and of everybody else.
    let mut best: [Option<(usize, Standing)>; 2] = [None, None];
    for (index, candidate) in candidates.iter().enumerate() {
        let standing = standing(rules, candidate, now);
        let side = &mut best[usize::from(standing.place >= everyone)];
        if side.is_none_or(|(_, best)| standing.key(rules.order) < best.key(rules.order)) {
            *side = Some((index, standing));
        }
    }
    let (side, (index, standing)) = match best {
        [Some(first), Some(other)] if rules.order == Order::Alternating => {
            if turn.first < rules.shares.first {
                (Some(Side::First), first)
            } else {
                (Some(Side::Other), other)
            }
        }
        [first, other] => {
            let both = first.into_iter().chain(other);
            (None, both.min_by_key(|(_, standing)| standing.key(rules.order))?)
        }
    };
    let candidate = candidates[index];
    let Some(side) = side else {
        let reason = match rules.order {
            Order::Ageing => by_age(rules, candidate, standing, now),
            Order::Strict | Order::Alternating => by_rank(rules, candidate, standing, everyone),
        };
        return Some((index, reason, turn));
    };
    let (call, of) = match side {
        Side::First => (turn.first.saturating_add(1), rules.shares.first),
        Side::Other => (turn.other.saturating_add(1), rules.shares.other),
    };
    let next = match side {
        Side::First => Turn { first: call, ..turn },
        Side::Other if call < of => Turn { other: call, ..turn },
        Side::Other => Turn::default(),
    };
    Some((index, Reason::Turn { side, call, of, class: code(rules, candidate) }, next))
}

fn place_of(rank: u8) -> u16 {
    u16::from(rank) * 2
}

fn standing(rules: &QueueRules, candidate: &Candidate, now: i64) -> Standing {
    let class = rules.classes.get(candidate.class);
    let own = Standing {
        place: class.map_or(u16::MAX, |class| place_of(class.rank)),
        since: candidate.since,
        sequence: candidate.sequence,
        head_start: class.map_or(0, |class| i64::from(class.head_start) * 60),
        booked: false,
    };
    let rule = rules.appointments;
    let (early, late) = (i64::from(rule.early) * 60, i64::from(rule.late) * 60);
    let Some(at) =
        candidate.appointment.filter(|at| now >= at - early && candidate.since <= at + late)
    else {
        return own;
    };
    let booked = Standing {
        place: place_of(rule.after_rank) + 1,
        // Whoever comes late counts from when they came.
        since: at.max(own.since),
        head_start: i64::from(rule.head_start) * 60,
        booked: true,
        ..own
    };
    // Whoever stands better by their class than by their appointment keeps that.
    if own.key(rules.order) < booked.key(rules.order) { own } else { booked }
}

fn code(rules: &QueueRules, candidate: Candidate) -> ClassCode {
    let class = rules.classes.get(candidate.class);
    class.map_or_else(|| rules.everyone(), |class| class.code.clone())
}

fn booked(candidate: Candidate) -> Option<Reason> {
    let at = Timestamp::from_second(candidate.appointment?).ok()?;
    Some(Reason::Appointment { at })
}

fn by_rank(rules: &QueueRules, candidate: Candidate, standing: Standing, everyone: u16) -> Reason {
    if standing.booked
        && let Some(reason) = booked(candidate)
    {
        return reason;
    }
    match rules.classes.get(candidate.class) {
        Some(class) if standing.place < everyone => {
            Reason::Class { class: class.code.clone(), rank: class.rank }
        }
        _ => Reason::CameFirst,
    }
}

fn by_age(rules: &QueueRules, candidate: Candidate, standing: Standing, now: i64) -> Reason {
    if standing.booked
        && let Some(reason) = booked(candidate)
    {
        return reason;
    }
    Reason::Waited {
        minutes: u32::try_from((now - standing.since) / 60).unwrap_or_default(),
        head_start: u16::try_from(standing.head_start / 60).unwrap_or_default(),
        class: code(rules, candidate),
    }
}
