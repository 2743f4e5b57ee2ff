//! Every step of every lesson in every language, whatever was done there.

use super::*;
use crate::content::lessons;
use crate::domain::learning::{At, Learning};
use crate::domain::lesson::{
    Act, Deed, Gesture, Lesson, Library, PhoneScreen, Rung, Sitting, Task, Verdict,
};
use crate::domain::visit::Screen;

/// What somebody may do at a step.
fn acts(library: &Library, sitting: &Sitting) -> Vec<Act> {
    let parts = sitting.screen(library).into_iter().flat_map(PhoneScreen::touchable);
    let gestures = parts.flat_map(|part| {
        [Gesture::Touch(part.id.clone()), Gesture::Hold(part.id.clone())].map(Act::Hand)
    });
    let task = sitting.of(library).map(|step| &step.task);
    let answers = match task {
        Some(Task::Choose { answers, .. }) => answers.iter().cloned().map(Act::Answer).collect(),
        Some(Task::Sort(_)) => Verdict::ALL.map(Act::Call).to_vec(),
        _ => Vec::new(),
    };
    let written = match sitting.wanted(library) {
        Some(Deed::Write(field, accepted)) => {
            let own = Act::Write(field.clone(), "529.982.247-25".to_owned());
            vec![own, Act::Write(field.clone(), accepted[0].clone())]
        }
        _ => Vec::new(),
    };
    [Act::Hint].into_iter().chain(gestures).chain(answers).chain(written).collect()
}

fn is_told_well(reader: &Reader, city: &City, lesson: &Lesson, sitting: &Sitting, visit: &Visit) {
    let mut learning = Learning::on(jiff::civil::date(2026, 11, 23));
    learning.lesson = Some(lesson.id.clone());
    learning.sitting = Some(sitting.clone());
    let visit = Visit { learning: Some(Box::new(learning)), ..visit.clone() };
    let devices = Devices::default();
    let view = reader.view(&visit, city, devices);
    reader.is_whole(&visit, city, &devices, &view);
    Reader::is_well_said(city, &view, false);
    for text in visible(&view).into_iter().chain(heard(&view)) {
        let bare = ["lesson-", "phone-", "learn-"].iter().any(|start| text.starts_with(start));
        assert!(!bare, "{text:?} on {} of {}", sitting.step, lesson.id);
    }
}

#[test]
fn what_is_taken_home_fits_the_narrowest_paper() {
    let (locales, mut city) = (locales(), cities()[0].clone());
    city.taught = lessons::load(&repository().join("lessons")).unwrap();
    for lesson in &city.taught.lessons {
        let mut learning = Learning::on(jiff::civil::date(2026, 11, 23));
        learning.lesson = Some(lesson.id.clone());
        learning.sitting = Some(Sitting::begin(lesson, Rung::Guided));
        learning.note(371);
        for language in city.languages.iter().copied() {
            let slip = super::super::learning::slip(locales.of(language), &city, &learning);
            let lines: Vec<String> =
                crate::paper::text(&slip.unwrap(), 32).lines().map(str::to_owned).collect();
            assert!(lines.len() < 50, "{} in {}: {lines:#?}", lesson.id, language.tag());
            let narrow = |line: &String| line.contains("[QR]") || line.chars().count() <= 32;
            assert!(lines.iter().all(narrow), "{lines:#?}");
        }
    }
}

#[test]
fn every_step_is_whole_and_can_be_heard_whatever_was_done() {
    let reader = Reader::new();
    let mut city = cities()[0].clone();
    city.taught = lessons::load(&repository().join("lessons")).unwrap();
    let library = city.taught.clone();
    for (lesson, language) in
        library.lessons.iter().flat_map(|it| city.languages.iter().map(move |tag| (it, *tag)))
    {
        let mut visit = Visit::new(language, jiff::Timestamp::UNIX_EPOCH);
        for rung in Rung::ALL {
            visit.screen = Screen::Learning(At::Step);
            let mut sitting = Sitting::begin(lesson, rung);
            while !sitting.is_over(&library) {
                is_told_well(&reader, &city, lesson, &sitting, &visit);
                for act in acts(&library, &sitting) {
                    let after = sitting.clone().after(&library, &act);
                    is_told_well(&reader, &city, lesson, &after, &visit);
                }
                let on = [Act::Next, Act::Show, Act::Hint].into_iter().find_map(|act| {
                    let after = sitting.clone().after(&library, &act);
                    (after != sitting).then_some(after)
                });
                sitting = on.expect("a way on");
            }
            visit.screen = Screen::Learning(At::End);
            is_told_well(&reader, &city, lesson, &sitting, &visit);
        }
        visit.screen = Screen::Learning(At::Help);
        is_told_well(&reader, &city, lesson, &Sitting::begin(lesson, Rung::Watch), &visit);
    }
}
