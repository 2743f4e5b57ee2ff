//! Everything that can happen in a lesson with one level of help, written out.
//!
//! A player elsewhere walks it and decides nothing: each way is what [`Sitting::after`] says.

use std::collections::{BTreeMap, VecDeque};

use super::{
    Act, Deed, Gesture, Lesson, Library, PartId, Play, Rung, Score, Sitting, Step, Task, Verdict,
    words,
};

/// Nobody's address, which looks like somebody's.
const SOMEBODYS: &str = "nome@correio.com.br";

/// A lesson with one level of help.
#[derive(Clone, Debug)]
pub struct Graph {
    /// All that can be; it begins at the first.
    pub nodes: Vec<Node>,
}

/// What somebody at a lesson may have before them.
#[derive(Clone, Debug)]
pub struct Node {
    /// Without what changes nothing of what comes next.
    pub sitting: Sitting,
    /// What can be done there; none at the end. What would change nothing is left out.
    pub ways: Vec<Way>,
}

/// What follows from something that is done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    /// What is done.
    pub does: Move,
    /// Which node follows.
    pub to: usize,
    /// What is counted.
    pub score: Score,
}

/// Something that is done, or all texts that come to the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Move {
    /// One act.
    Act(Act),
    /// Something is written into a field.
    Write(PartId, Text),
}

/// Texts that come to the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Text {
    /// Any of these, without capitals and accents.
    OneOf(Vec<String>),
    /// What looks like somebody's own.
    Somebodys,
    /// Anything else.
    Other,
}

impl Move {
    /// One act for all that come to the same.
    #[must_use]
    pub fn act(&self) -> Act {
        match self {
            Self::Act(act) => act.clone(),
            Self::Write(field, text) => {
                let text = match text {
                    Text::OneOf(texts) => texts.first().cloned().unwrap_or_default(),
                    Text::Somebodys => SOMEBODYS.to_owned(),
                    // No lesson asks for a sign that no key has.
                    Text::Other => "\u{fffd}".to_owned(),
                };
                Act::Write(field.clone(), text)
            }
        }
    }
}

impl Graph {
    /// Writes a lesson out, breadth first.
    #[must_use]
    pub fn of(library: &Library, lesson: &Lesson, rung: Rung) -> Self {
        let begin = Sitting::begin(lesson, rung).bare(library);
        let mut places = BTreeMap::from([(begin.clone(), 0)]);
        let mut nodes = vec![Node { sitting: begin, ways: Vec::new() }];
        let mut open = VecDeque::from([0]);
        while let Some(place) = open.pop_front() {
            let Some(sitting) = nodes.get(place).map(|node| node.sitting.clone()) else { continue };
            let mut ways = Vec::new();
            for does in moves(library, &sitting) {
                let after = sitting.clone().after(library, &does.act());
                let score = after.score;
                let after = after.bare(library);
                if after == sitting && score == Score::default() {
                    continue;
                }
                let to = *places.entry(after.clone()).or_insert_with(|| {
                    nodes.push(Node { sitting: after, ways: Vec::new() });
                    open.push_back(nodes.len() - 1);
                    nodes.len() - 1
                });
                ways.push(Way { does, to, score });
            }
            if let Some(node) = nodes.get_mut(place) {
                node.ways = ways;
            }
        }
        Self { nodes }
    }
}

/// Everything that somebody can do.
fn moves(library: &Library, sitting: &Sitting) -> Vec<Move> {
    let Some(step) = sitting.of(library) else { return Vec::new() };
    let by_hand = !sitting.done && sitting.rung > Rung::Watch;
    let mut moves = if by_hand { of_task(library, sitting, step) } else { Vec::new() };
    let next = sitting.can_go_on(library).then_some(Act::Next);
    let hint = sitting.has_hint(library).then_some(Act::Hint);
    let show = sitting.can_show(library).then_some(Act::Show);
    moves.extend([next, hint, show].into_iter().flatten().map(Move::Act));
    moves
}

fn of_task(library: &Library, sitting: &Sitting, step: &Step) -> Vec<Move> {
    match &step.task {
        Task::Do(play) | Task::Undo(play) => {
            let (field, written) = match &play.right {
                Deed::Write(field, accepted) => (Some(field), writes(field, accepted, play)),
                Deed::Hand(_) => (None, Vec::new()),
            };
            // Who touches that field writes.
            let opens =
                |gesture: &Gesture| matches!(gesture, Gesture::Touch(part) if Some(part) == field);
            let hands = gestures(library, sitting).filter(|gesture| !opens(gesture));
            hands.map(|gesture| Move::Act(Act::Hand(gesture))).chain(written).collect()
        }
        Task::Free { .. } | Task::Spot { .. } => {
            gestures(library, sitting).map(|gesture| Move::Act(Act::Hand(gesture))).collect()
        }
        Task::Choose { answers, .. } => {
            answers.iter().cloned().map(|answer| Move::Act(Act::Answer(answer))).collect()
        }
        Task::Sort(_) => Verdict::ALL.map(|verdict| Move::Act(Act::Call(verdict))).to_vec(),
        Task::Card | Task::Talk | Task::Slip | Task::Show(_) | Task::Real(_) => Vec::new(),
    }
}

fn gestures(library: &Library, sitting: &Sitting) -> impl Iterator<Item = Gesture> {
    let screen = sitting.screen(library);
    let parts: Vec<PartId> = screen
        .into_iter()
        .flat_map(|screen| screen.touchable().map(|part| part.id.clone()))
        .collect();
    let others = parts.clone();
    parts.into_iter().flat_map(move |part| {
        let away = others.iter().filter(|other| **other != part).cloned();
        let drags: Vec<_> = away.map(|to| Gesture::Drag(part.clone(), to)).collect();
        [
            Gesture::Touch(part.clone()),
            Gesture::Hold(part.clone()),
            Gesture::Scroll(part.clone()),
            Gesture::Enlarge(part),
        ]
        .into_iter()
        .chain(drags)
    })
}

/// What can be written: what is right, what is wrong in a way of its own, and everything else.
fn writes(field: &PartId, accepted: &[String], play: &Play) -> Vec<Move> {
    let known = play.wrong.iter().filter_map(|wrong| match &wrong.deed {
        Deed::Write(part, texts) if part == field => Some(texts.as_slice()),
        _ => None,
    });
    let known = std::iter::once(accepted).chain(known);
    let known = known.map(|texts| Text::OneOf(texts.iter().map(|text| words(text)).collect()));
    known
        .chain([Text::Somebodys, Text::Other])
        .map(|text| Move::Write(field.clone(), text))
        .collect()
}

#[cfg(test)]
mod tests;
