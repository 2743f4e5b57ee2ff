use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;
use crate::domain::sample::lessons::library;

/// Which nodes lead to the end.
fn ending(graph: &Graph) -> BTreeSet<usize> {
    let mut ending: BTreeSet<usize> =
        (0..graph.nodes.len()).filter(|place| graph.nodes[*place].ways.is_empty()).collect();
    loop {
        let before = ending.len();
        for (place, node) in graph.nodes.iter().enumerate() {
            if node.ways.iter().any(|way| ending.contains(&way.to)) {
                ending.insert(place);
            }
        }
        if ending.len() == before {
            return ending;
        }
    }
}

fn added(a: Score, b: Score) -> Score {
    Score {
        misses: a.misses + b.misses,
        hints: a.hints + b.hints,
        rescued: a.rescued + b.rescued,
        scams: a.scams + b.scams,
        caught: a.caught + b.caught,
        genuine: a.genuine + b.genuine,
        feared: a.feared + b.feared,
    }
}

#[test]
fn from_everywhere_a_way_leads_to_the_one_end() {
    let library = library();
    for rung in Rung::ALL {
        let graph = Graph::of(&library, &library.lessons[0], rung);
        assert_eq!(ending(&graph).len(), graph.nodes.len(), "{rung:?}");
        let ends: Vec<_> = graph.nodes.iter().filter(|node| node.ways.is_empty()).collect();
        assert_eq!(ends.len(), 1, "{rung:?}");
        assert!(ends[0].sitting.is_over(&library));
    }
}

#[test]
fn what_is_written_comes_to_one_of_a_few_things() {
    let library = library();
    let graph = Graph::of(&library, &library.lessons[0], Rung::Hinted);
    let node = graph
        .nodes
        .iter()
        .find(|node| node.ways.iter().any(|way| matches!(way.does, Move::Write(..))));
    let texts = node.unwrap().ways.iter().filter_map(|way| match &way.does {
        Move::Write(_, text) => Some((text.clone(), way.score.misses)),
        Move::Act(_) => None,
    });
    let right = Text::OneOf(vec!["jose".to_owned()]);
    assert_eq!(texts.collect::<Vec<_>>(), [(right, 0), (Text::Somebodys, 0), (Text::Other, 1)]);
}

proptest! {
    /// Whatever somebody does, one way after the other, is what happens in the lesson itself.
    #[test]
    fn every_way_is_what_the_lesson_does(rung in 0..4_usize, choices in prop::collection::vec(any::<usize>(), 0..120)) {
        let library = library();
        let lesson = &library.lessons[0];
        let graph = Graph::of(&library, lesson, Rung::ALL[rung]);
        let mut sitting = Sitting::begin(lesson, Rung::ALL[rung]);
        let (mut place, mut score) = (0, Score::default());
        for choice in choices {
            let ways = &graph.nodes[place].ways;
            let Some(way) = ways.get(choice % ways.len().max(1)) else { break };
            sitting = sitting.after(&library, &way.does.act());
            place = way.to;
            score = added(score, way.score);
            prop_assert_eq!(&graph.nodes[place].sitting, &sitting.clone().bare(&library));
            prop_assert_eq!(score, sitting.score);
        }
    }

    /// What is in no list changes nothing.
    #[test]
    fn what_is_left_out_changes_nothing(place in any::<usize>(), part in 0..4_usize) {
        let library = library();
        let graph = Graph::of(&library, &library.lessons[0], Rung::Hinted);
        let node = &graph.nodes[place % graph.nodes.len()];
        let part = PartId(["open", "name", "back", "home"][part].to_owned());
        let acts = [Act::Next, Act::Show, Act::Hint, Act::Hand(Gesture::Touch(part.clone())), Act::Hand(Gesture::Hold(part))];
        for act in acts {
            let after = node.sitting.clone().after(&library, &act);
            let told = node.ways.iter().any(|way| way.does.act() == act);
            let opens = matches!((&act, node.sitting.wanted(&library)), (Act::Hand(Gesture::Touch(part)), Some(Deed::Write(field, _))) if part == field);
            prop_assert!(told || opens || after == node.sitting, "{:?}", act);
        }
    }
}
