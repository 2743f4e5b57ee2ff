//! Clips in sign language: each belongs to its screen, and has words beside it.

use super::screens::everywhere;
use super::*;
use crate::domain::city::Language;
use crate::domain::signs::{SCREENS, Signs, screen_id};

#[test]
fn a_clip_belongs_to_the_screen_that_is_told() {
    everywhere(|reader, city, visit| {
        let devices = Devices::default();
        let id = screen_id(visit, &devices);
        assert_eq!(reader.view(visit, city, devices).screen, id);
        assert!(SCREENS.contains(&id) || id == "left", "{id}");
        let broken = Devices { storage: StorageState::Broken, ..devices };
        assert_eq!(reader.view(visit, city, broken).screen, screen_id(visit, &broken));
    });
}

#[test]
fn a_clip_has_words_beside_it_and_in_its_place() {
    everywhere(|reader, city, visit| {
        let clips = SCREENS.map(|screen| (screen, PathBuf::from(screen))).into();
        let signs = Some(Signs { name: "Libras".to_owned(), clips });
        let city = City { signs, ..city.clone() };
        let mut visit = Visit { overlay: Some(Overlay::Signs(0)), ..visit.clone() };
        visit.settings.signs = true;
        let shown = Devices::default();
        let clip_broken = Some(screen_id(&visit, &shown));
        for devices in [shown, Devices { clip_broken, ..shown }] {
            let view = reader.view(&visit, &city, devices);
            reader.is_whole(&visit, &city, &devices, &view);
            let plays = devices.clip_broken.is_none() && visit.screen != Screen::LeftDrafts;
            assert_eq!(view.clip.is_some(), plays);
        }
        visit.overlay = None;
        let view = reader.view(&visit, &city, shown);
        reader.is_whole(&visit, &city, &shown, &view);
        if visit.language == Language::PtBr && visit.screen != Screen::LeftDrafts {
            let signs = view.actions.iter().find(|action| action.id == "signs");
            assert_eq!(signs.map(|action| action.label.as_str()), Some("Libras"));
        }
    });
}
