//! Pretended learners: every lesson must end for each of them, at every level of help.

use super::{
    Act, Deed, Gesture, Lesson, Library, PartId, Play, Rung, Sitting, Step, Task, Verdict,
};

/// More acts than any lesson needs: whoever has not ended by then never will.
const ENOUGH: usize = 2_000;

/// Misses of whoever does everything wrong, at each thing that can be missed.
const STUBBORN: usize = 8;

/// How a pretended learner behaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bot {
    /// Does what is asked at once.
    Perfect,
    /// Does everything wrong for as long as that is possible, then takes what is offered.
    Wrong,
    /// Asks for every hint before anything else.
    HintOnly,
    /// Does nothing until something is offered.
    Idle,
    /// Stays on everything around before it does the right thing.
    Trembling,
    /// Does everything twice.
    Twice,
}

impl Bot {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Perfect, Self::Wrong, Self::HintOnly, Self::Idle, Self::Trembling, Self::Twice];
}

/// Where a pretended learner does not get on.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{bot:?} at {} does not get past {step}", rung.name())]
pub struct Stuck {
    /// Who.
    pub bot: Bot,
    /// With how much help.
    pub rung: Rung,
    /// At which step.
    pub step: String,
}

/// Plays a lesson to its end; what the sitting was then.
///
/// # Errors
/// The step that never ends.
pub fn play(library: &Library, lesson: &Lesson, rung: Rung, bot: Bot) -> Result<Sitting, Stuck> {
    let mut sitting = Sitting::begin(lesson, rung);
    for _ in 0..ENOUGH {
        let Some(step) = sitting.of(library) else { return Ok(sitting) };
        for act in acts(library, &sitting, step, bot) {
            sitting = sitting.after(library, &act);
        }
    }
    let step = sitting.of(library).map(|step| step.id.clone()).unwrap_or_default();
    Err(Stuck { bot, rung, step })
}

/// What somebody does next who does everything right; nothing once it is over.
#[must_use]
pub fn rightly(library: &Library, sitting: &Sitting) -> Vec<Act> {
    let step = sitting.of(library);
    step.map(|step| acts(library, sitting, step, Bot::Perfect)).unwrap_or_default()
}

/// What a pretended learner does next.
fn acts(library: &Library, sitting: &Sitting, step: &Step, bot: Bot) -> Vec<Act> {
    let on = vec![Act::Next];
    if sitting.can_go_on(library) {
        return if bot == Bot::Twice { [on.clone(), on].concat() } else { on };
    }
    let right = right(library, sitting, step);
    match bot {
        Bot::Twice => [right.clone(), right].concat(),
        Bot::HintOnly if sitting.has_hint(library) => vec![Act::Hint],
        Bot::Perfect | Bot::HintOnly => right,
        Bot::Idle if sitting.has_hint(library) => vec![Act::Quiet],
        Bot::Trembling => holds(library, sitting).chain(right).collect(),
        Bot::Wrong => {
            let mut wrong = wrong(library, sitting, step);
            let again = wrong.clone();
            wrong.extend((1..STUBBORN).flat_map(|_| again.clone()));
            wrong.push(Act::Hint);
            wrong.push(Act::Show);
            wrong
        }
        Bot::Idle => vec![Act::Show],
    }
}

/// The act that a deed is.
fn act(deed: &Deed) -> Act {
    match deed.clone() {
        Deed::Hand(gesture) => Act::Hand(gesture),
        Deed::Write(field, accepted) => {
            Act::Write(field, accepted.into_iter().next().unwrap_or_default())
        }
    }
}

fn touch(part: PartId) -> Act {
    Act::Hand(Gesture::Touch(part))
}

fn right(library: &Library, sitting: &Sitting, step: &Step) -> Vec<Act> {
    match &step.task {
        Task::Do(play) | Task::Undo(play) => vec![act(&play.right)],
        Task::Choose { right, .. } => vec![Act::Answer(right.clone())],
        Task::Spot { signs, .. } => signs.iter().cloned().map(touch).collect(),
        Task::Sort(items) => {
            let is_scam = items.get(sitting.item).is_some_and(|item| item.is_scam);
            vec![Act::Call(if is_scam { Verdict::Scam } else { Verdict::Genuine })]
        }
        Task::Free { reach, .. } => way(library, sitting, reach).into_iter().take(1).collect(),
        Task::Card | Task::Talk | Task::Slip | Task::Show(_) | Task::Real(_) => Vec::new(),
    }
}

fn wrong(library: &Library, sitting: &Sitting, step: &Step) -> Vec<Act> {
    match &step.task {
        Task::Do(play) | Task::Undo(play) => {
            let known = play.wrong.iter().map(|wrong| act(&wrong.deed));
            let others = parts(library, sitting).filter(|part| part != play.right.part());
            known.chain(others.map(touch)).chain(nonsense(play)).collect()
        }
        Task::Choose { answers, right } => {
            answers.iter().filter(|answer| *answer != right).cloned().map(Act::Answer).collect()
        }
        Task::Spot { signs, .. } => {
            parts(library, sitting).filter(|part| !signs.contains(part)).map(touch).collect()
        }
        Task::Sort(items) => {
            let is_scam = items.get(sitting.item).is_some_and(|item| item.is_scam);
            vec![Act::Call(if is_scam { Verdict::Genuine } else { Verdict::Scam })]
        }
        Task::Free { .. } => {
            let stays = |part: &PartId| {
                let phone = sitting.phone.as_ref();
                phone
                    .and_then(|phone| library.part(phone, part))
                    .is_some_and(|it| it.leads.is_none())
            };
            parts(library, sitting).filter(stays).map(touch).collect()
        }
        Task::Card | Task::Talk | Task::Slip | Task::Show(_) | Task::Real(_) => Vec::new(),
    }
}

/// What is written where something else was asked for.
fn nonsense(play: &Play) -> Option<Act> {
    match &play.right {
        Deed::Write(field, _) => Some(Act::Write(field.clone(), "x".to_owned())),
        Deed::Hand(_) => None,
    }
}

fn holds(library: &Library, sitting: &Sitting) -> impl Iterator<Item = Act> {
    parts(library, sitting).map(|part| Act::Hand(Gesture::Hold(part)))
}

fn parts(library: &Library, sitting: &Sitting) -> impl Iterator<Item = PartId> {
    let screen = sitting.screen(library);
    screen.into_iter().flat_map(|screen| screen.touchable().map(|part| part.id.clone()))
}

/// The touches that lead to a screen of the practice phone by the shortest way; none where no way
/// leads there.
#[must_use]
pub fn way(library: &Library, sitting: &Sitting, reach: &super::PhoneId) -> Vec<Act> {
    let Some(start) = sitting.phone.clone() else { return Vec::new() };
    let mut seen = vec![start.clone()];
    let mut ways = std::collections::VecDeque::from([(start, Vec::new())]);
    while let Some((phone, way)) = ways.pop_front() {
        if phone == *reach {
            return way;
        }
        let screen = library.phone.get(&phone);
        for part in screen.into_iter().flat_map(|screen| &screen.parts) {
            let Some(leads) = part.leads.clone().filter(|leads| !seen.contains(leads)) else {
                continue;
            };
            seen.push(leads.clone());
            let further: Vec<Act> = way.iter().cloned().chain([touch(part.id.clone())]).collect();
            ways.push_back((leads, further));
        }
    }
    Vec::new()
}
