use super::*;
use crate::domain::city::Language;
use crate::domain::lesson::Gesture;
use crate::domain::sample;
use crate::locale::Locales;

/// What the page finds for something that a hand or a button does.
fn found(shown: &Shown, act: &Act) -> Option<Leads> {
    let id = id(act)?;
    let other = shown.other.filter(|_| matches!(act, Act::Hand(_)));
    shown.ways.get(&id).copied().or(other)
}

/// Everything that a hand can do to the parts of a phone.
fn gestures(shown: &Shown) -> Vec<Act> {
    let ids: Vec<PartId> = shown.parts.iter().map(|part| PartId(part.id.clone())).collect();
    let one = |part: &PartId| {
        let drags = ids.iter().filter(|to| *to != part);
        let drags = drags.map(|to| Gesture::Drag(part.clone(), to.clone()));
        let alone = [Gesture::Touch, Gesture::Hold, Gesture::Scroll, Gesture::Enlarge];
        alone.map(|gesture| gesture(part.clone())).into_iter().chain(drags).collect::<Vec<_>>()
    };
    ids.iter().flat_map(one).map(Act::Hand).collect()
}

#[test]
fn what_a_page_finds_is_what_follows_in_the_lesson() {
    let city = sample::city();
    let locales = Locales::default();
    let lesson = &city.taught.lessons[0];
    let course = Course {
        city: &city,
        lessons: vec![lesson],
        language: Language::PtBr,
        named_in: vec![Language::PtBr],
        statements: &BTreeMap::new(),
        locales: &locales,
    };
    let graph = Graph::of(&city.taught, lesson, LEVEL);
    let script = of(&course, lesson);
    let teller = Teller::new(&course, lesson, &graph);
    let passed = graph.nodes.iter().filter(|node| is_passed(&course, node)).count();
    assert!(passed > 0, "the real thing is at the kiosk");
    assert_eq!(script.nodes.len(), graph.nodes.len() - passed);
    for (place, node) in graph.nodes.iter().enumerate().filter(|(_, it)| !is_passed(&course, it)) {
        let shown = &script.nodes[teller.place(place)];
        let ways = |act: &Act| node.ways.iter().find(|way| way.does.act() == *act);
        for way in &node.ways {
            let leads = teller.leads(way);
            let told = match (&way.does, &shown.write) {
                (Move::Act(act), _) => found(shown, act),
                (Move::Write(_, Text::Other), Some(write)) => Some(write.other),
                (Move::Write(_, Text::Somebodys), Some(write)) => Some(write.own),
                (Move::Write(_, Text::OneOf(texts)), Some(write)) => {
                    write.known.iter().find(|known| known.0 == *texts).map(|known| known.1)
                }
                (Move::Write(..), None) => None,
            };
            assert_eq!(told, Some(leads), "{place}: {:?}", way.does);
        }
        let writes = |act: &Act| matches!((act, &shown.write), (Act::Hand(Gesture::Touch(part)), Some(write)) if part.0 == write.part);
        for act in gestures(shown).iter().filter(|act| !writes(act)) {
            assert_eq!(found(shown, act).is_some(), ways(act).is_some(), "{place}");
        }
    }
}
