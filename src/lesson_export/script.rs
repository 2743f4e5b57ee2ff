//! What a page is told of a lesson: all that can happen, in finished words.
//!
//! The words are those of the kiosk's own view of the same moment. A step that goes on with the
//! real thing is passed over, for that is at the kiosk.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use jiff::civil::Date;
use serde::Serialize;

use super::cmi5::MASTERY;
use super::{Course, LEVEL};
use crate::domain::action::Action;
use crate::domain::devices::Devices;
use crate::domain::learning::{self, At, Learning};
use crate::domain::lesson::{
    Act, Graph, Lesson, Move, Node, PartId, PartKind, Score, Sitting, Task, Text, Way,
};
use crate::domain::visit::{Screen, Visit};
use crate::icons::strokes;
use crate::view::{self, ActionView, View};

/// Node by node, what is shown, said and can be done.
#[derive(Debug, Serialize)]
pub(super) struct Script {
    language: &'static str,
    /// What the lesson is worth; what a way costs is taken off.
    worth: u16,
    mastery: f64,
    rung: &'static str,
    /// Ids of what is counted besides what the standards name.
    extensions: BTreeMap<&'static str, String>,
    /// The first node.
    begin: usize,
    /// The first node of each step, by its number from 0.
    steps: BTreeMap<usize, usize>,
    nodes: Vec<Shown>,
    /// Pictures by name.
    icons: BTreeMap<String, Vec<(&'static str, bool)>>,
    /// Sentences of the page itself.
    words: BTreeMap<&'static str, String>,
}

/// What stands before somebody.
#[derive(Debug, Serialize)]
struct Shown {
    title: String,
    notes: Vec<String>,
    say: Vec<String>,
    #[serde(skip_serializing_if = "String::is_empty")]
    picture: String,
    /// What stands at the head of the practice phone.
    #[serde(skip_serializing_if = "Option::is_none")]
    phone: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    parts: Vec<Part>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    choices: Vec<Choice>,
    #[serde(skip_serializing_if = "Option::is_none")]
    write: Option<Write>,
    /// What follows from what, by id.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    ways: BTreeMap<String, Leads>,
    /// What follows from everything else that a hand does to a part.
    #[serde(skip_serializing_if = "Option::is_none")]
    other: Option<Leads>,
}

/// A part of the practice phone.
#[derive(Debug, Serialize)]
struct Part {
    id: String,
    kind: &'static str,
    label: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    icon: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    written: String,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    lit: bool,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    found: bool,
}

/// Something to choose beside the practice phone.
#[derive(Debug, Serialize)]
struct Choice {
    id: String,
    label: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    icon: String,
}

/// Something is to be written.
#[derive(Debug, Serialize)]
struct Write {
    /// Where.
    part: String,
    label: String,
    next: String,
    /// Nothing but digits is right.
    digits: bool,
    /// Texts that come to the same, without capitals and accents, and what follows from them.
    known: Vec<(Vec<String>, Leads)>,
    /// What looks like somebody's own.
    own: Leads,
    /// Anything else.
    other: Leads,
}

/// Which node follows, what is taken off, and how many misses, hints and rescues are counted.
type Leads = (usize, u16, u16, u16, u16);

/// Writes a lesson out.
pub(super) fn of(course: &Course<'_>, lesson: &Lesson) -> Script {
    let graph = Graph::of(&course.city.taught, lesson, LEVEL);
    let teller = Teller::new(course, lesson, &graph);
    let nodes: Vec<Shown> = graph
        .nodes
        .iter()
        .filter(|node| !is_passed(course, node))
        .map(|it| teller.shown(it))
        .collect();
    let words = ["export-unrecorded", "export-close"].map(|id| (id, course.words().text(id)));
    let counted = ["rung", "misses", "hints", "rescued"];
    Script {
        language: course.language.tag(),
        worth: Score::worth(lesson),
        mastery: MASTERY,
        rung: LEVEL.name(),
        extensions: counted.map(|name| (name, course.extension(name))).into(),
        begin: teller.place(0),
        steps: steps(&teller),
        icons: icons(&nodes),
        nodes,
        words: words.into(),
    }
}

/// Where each step begins, as it is for who comes to it.
fn steps(teller: &Teller<'_>) -> BTreeMap<usize, usize> {
    let library = &teller.course.city.taught;
    let steps = 0..teller.lesson.steps.len();
    let begin = |step: usize| {
        let mut sitting = Sitting::begin(teller.lesson, LEVEL);
        sitting.go_to(library, step);
        let node = teller.graph.nodes.iter().position(|node| node.sitting == sitting)?;
        Some((step, teller.place(node)))
    };
    steps.filter_map(begin).collect()
}

/// Pictures that are shown anywhere.
fn icons(nodes: &[Shown]) -> BTreeMap<String, Vec<(&'static str, bool)>> {
    let names: BTreeSet<&String> = nodes
        .iter()
        .flat_map(|node| {
            let parts = node.parts.iter().map(|part| &part.icon);
            parts.chain(node.choices.iter().map(|choice| &choice.icon)).chain([&node.picture])
        })
        .collect();
    let drawn = names.into_iter().filter_map(|name| Some((name, strokes(name)?)));
    drawn.map(|(name, strokes)| (name.clone(), strokes.to_vec())).collect()
}

/// Whether a node is passed over: the real thing is at the kiosk.
fn is_passed(course: &Course<'_>, node: &Node) -> bool {
    let step = node.sitting.of(&course.city.taught);
    step.is_some_and(|step| matches!(step.task, Task::Real(_)))
}

/// The number of each node among those that are kept; for one that is passed over, of the next.
fn kept(course: &Course<'_>, graph: &Graph) -> Vec<usize> {
    let mut number = 0;
    let numbers: Vec<usize> = graph
        .nodes
        .iter()
        .map(|node| {
            let own = number;
            number += usize::from(!is_passed(course, node));
            own
        })
        .collect();
    let follow = |mut place: usize| {
        while let Some(node) = graph.nodes.get(place).filter(|node| is_passed(course, node))
            && let Some(way) = node.ways.first()
        {
            place = way.to;
        }
        numbers.get(place).copied().unwrap_or_default()
    };
    (0..graph.nodes.len()).map(follow).collect()
}

/// Puts what can happen in a lesson into words.
pub(super) struct Teller<'a> {
    pub(super) course: &'a Course<'a>,
    pub(super) lesson: &'a Lesson,
    pub(super) graph: &'a Graph,
    kept: Vec<usize>,
}

impl<'a> Teller<'a> {
    pub(super) fn new(course: &'a Course<'a>, lesson: &'a Lesson, graph: &'a Graph) -> Self {
        Self { course, lesson, graph, kept: kept(course, graph) }
    }

    fn place(&self, node: usize) -> usize {
        self.kept.get(node).copied().unwrap_or_default()
    }

    fn leads(&self, way: &Way) -> Leads {
        let Score { misses, hints, rescued, .. } = way.score;
        (self.place(way.to), way.score.cost(), misses, hints, rescued)
    }

    /// What the kiosk would show.
    pub(super) fn view(&self, node: &Node, at: At) -> View {
        let mut visit = Visit::new(self.course.language, Timestamp::UNIX_EPOCH);
        visit.screen = Screen::Learning(at);
        let mut learning = Learning::on(Date::default());
        learning.lesson = Some(self.lesson.id.clone());
        learning.sitting = Some(node.sitting.clone());
        visit.learning = Some(Box::new(learning));
        let Course { city, locales, .. } = self.course;
        view::of(&visit, city, &Devices::default(), Date::default().into(), locales)
    }

    fn shown(&self, node: &Node) -> Shown {
        let over = node.sitting.is_over(&self.course.city.taught);
        let view = self.view(node, if over { At::End } else { At::Step });
        let (ways, other) = self.ways(node);
        Shown {
            title: view.title,
            notes: view.notes.into_iter().map(|note| note.text).collect(),
            say: view.say,
            picture: view.picture,
            phone: view.phone,
            parts: view.actions.iter().filter_map(|action| part(node, action)).collect(),
            choices: view.actions.iter().filter_map(choice).collect(),
            write: self.write(node),
            ways,
            other,
        }
    }

    /// What follows from what. Where every gesture does something, the commonest is told once.
    fn ways(&self, node: &Node) -> (BTreeMap<String, Leads>, Option<Leads>) {
        let acts = node.ways.iter().filter_map(|way| match &way.does {
            Move::Act(act) => Some((id(act)?, self.leads(way), matches!(act, Act::Hand(_)))),
            Move::Write(..) => None,
        });
        let acts: Vec<(String, Leads, bool)> = acts.collect();
        let parts = node.sitting.screen(&self.course.city.taught);
        let parts = parts.map_or(0, |screen| screen.touchable().count());
        let opens = usize::from(node.ways.iter().any(|way| matches!(way.does, Move::Write(..))));
        // Four on each part, from each to each other, but for the touch that opens what is written.
        let all = (parts * (parts + 3)).saturating_sub(opens);
        let hands = || acts.iter().filter(|(.., hand)| *hand).map(|(_, leads, _)| *leads);
        let other = (all > 0 && hands().count() == all)
            .then(|| hands().max_by_key(|leads| hands().filter(|other| other == leads).count()))
            .flatten();
        let told = acts.into_iter().filter(|(_, leads, hand)| !hand || Some(*leads) != other);
        (told.map(|(id, leads, _)| (id, leads)).collect(), other)
    }

    fn write(&self, node: &Node) -> Option<Write> {
        let texts = || {
            node.ways.iter().filter_map(|way| match &way.does {
                Move::Write(field, text) => Some((field, text, self.leads(way))),
                Move::Act(_) => None,
            })
        };
        let field: PartId = texts().next()?.0.clone();
        // What changes nothing is not in the graph.
        let stays = (
            self.place(self.graph.nodes.iter().position(|it| it.sitting == node.sitting)?),
            0,
            0,
            0,
            0,
        );
        let leads = |wanted: &Text| {
            texts().find(|(_, text, _)| *text == wanted).map_or(stays, |(.., leads)| leads)
        };
        let view = self.view(node, At::Writing(field.clone()));
        let next = Action::Next.to_string();
        Some(Write {
            part: field.0,
            label: view.fields.first().map(|field| field.label.clone()).unwrap_or_default(),
            next: view.actions.into_iter().find(|action| action.id == next)?.label,
            digits: view.fields.first().is_some_and(|field| field.kind == "digits"),
            known: texts()
                .filter_map(|(_, text, leads)| match text {
                    Text::OneOf(texts) => Some((texts.clone(), leads)),
                    Text::Somebodys | Text::Other => None,
                })
                .collect(),
            own: leads(&Text::Somebodys),
            other: leads(&Text::Other),
        })
    }
}

/// The id that an act has on the screen.
pub(super) fn id(act: &Act) -> Option<String> {
    learning::action(act).map(|action| action.to_string())
}

fn part(node: &Node, action: &ActionView) -> Option<Part> {
    let look = action.look.part.as_ref()?;
    let Ok(Action::Practise(gesture)) = action.id.parse() else { return None };
    let kind = PartKind::ALL.into_iter().find(|(_, kind)| *kind == look.kind);
    Some(Part {
        id: gesture.part().to_string(),
        kind: kind.map_or("", |(name, _)| name),
        label: action.label.clone(),
        icon: action.look.icon.clone(),
        written: look.written.clone(),
        lit: look.lit,
        found: node.sitting.found.contains(gesture.part()),
    })
}

/// What is offered beside the phone: what the lesson asks, its help, its paper, going on, the end.
fn choice(action: &ActionView) -> Option<Choice> {
    let ours = match action.id.parse().ok()? {
        Action::Practise(_) => action.look.part.is_none(),
        Action::Answer(_)
        | Action::Verdict(_)
        | Action::Hint
        | Action::ShowMe
        | Action::Next
        | Action::Reprint
        | Action::Finish => true,
        _ => false,
    };
    ours.then(|| Choice {
        id: action.id.clone(),
        label: action.label.clone(),
        icon: action.look.icon.clone(),
    })
}

#[cfg(test)]
mod tests;
