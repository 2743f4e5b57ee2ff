use std::path::Path;

use super::super::tests::{legible, lines, within_margins};
use super::*;
use crate::content::{city, lessons};
use crate::domain::city::{City, Language};
use crate::leaflet::Maker;
use crate::locale::Locales;
use crate::view::View;

const CITIES: [(&str, &[Language]); 2] =
    [("vila-serena", &Language::ALL), ("valea-lina", &[Language::Ro])];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn city_of(name: &str) -> City {
    let mut city = city::load(&root().join("cities").join(name)).unwrap();
    city.taught = lessons::load(&root().join("lessons")).unwrap();
    city
}

/// A phone as high as paper lets it be, and higher; some are wider.
fn phone(view: &View) -> Arc<Picture> {
    let width = if view.title.len().is_multiple_of(3) { 1200 } else { 820 };
    Arc::new(Picture::new(width, 10, vec![0; width * 2000]))
}

/// One city in each language and the other in its own, on each kind of paper.
fn all(check: impl Fn(&Maker<'_>, Kind, &mut Fonts)) {
    let draw = |view: &View| Some(phone(view));
    let locales = Locales::load(&root().join("locales")).unwrap();
    let mut fonts = Fonts::installed().unwrap();
    for (city, languages) in CITIES {
        let city = city_of(city);
        for language in languages.iter().copied() {
            let now = "2026-11-24T12:00:00Z".parse().unwrap();
            let maker = Maker { city: &city, language, locales: &locales, now, draw: &draw };
            for kind in [Kind::A4, Kind::A5] {
                check(&maker, kind, &mut fonts);
            }
        }
    }
}

fn sheets(leaflet: &Leaflet, kind: Kind, fonts: &mut Fonts) -> Vec<sheet::Sheet> {
    let crest = Crest::read(&root().join("cities/vila-serena/crest.svg")).unwrap();
    set(leaflet, kind, Some(&crest), fonts).unwrap()
}

/// That it can be read: large, whole, and not one thing upon the other.
fn judge(leaflet: &Leaflet, kind: Kind, fonts: &mut Fonts) -> Vec<sheet::Sheet> {
    let sheets = sheets(leaflet, kind, fonts);
    for (line, size) in lines(&sheets) {
        assert!(size >= SMALL, "{size} points: {line}");
    }
    sheets.iter().for_each(within_margins);
    sheets.iter().for_each(legible);
    sheets
}

fn letters_of(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).collect()
}

#[test]
fn every_lesson_is_a_leaflet_with_its_steps_in_order() {
    all(|maker, kind, fonts| {
        let day = maker.now.to_zoned(maker.city.timezone.clone()).date();
        for lesson in maker.city.taught.taught(maker.city.country, day) {
            let sheets = judge(&maker.lesson(lesson), kind, fonts);
            let all: String = lines(&sheets).iter().map(|(line, _)| letters_of(line)).collect();
            let words = maker.locales.of(maker.language);
            let mut rest = all.as_str();
            for step in &lesson.steps {
                let asked = letters_of(&words.text(&format!("lesson-{}-{}", lesson.id, step.id)));
                // A long step goes around the foot of no sheet: it is whole on its own.
                let at = rest.find(&asked);
                assert!(at.is_some(), "{} lacks {}: {asked}", lesson.id, step.id);
                rest = &rest[at.unwrap()..];
            }
        }
    });
}

#[test]
fn services_guide_and_kit_can_be_read() {
    all(|maker, kind, fonts| {
        let day = maker.now.to_zoned(maker.city.timezone.clone()).date();
        let lessons: Vec<_> = maker.city.taught.taught(maker.city.country, day).collect();
        let services = maker.city.services.iter().filter_map(|service| maker.service(service));
        let single = [maker.list(&lessons), maker.attendance(), maker.certificate()];
        let cards = lessons.iter().map(|lesson| maker.cards(lesson));
        let several = maker.talks(&lessons).into_iter().chain(maker.alone(&lessons));
        for leaflet in services {
            let count = judge(&leaflet, kind, fonts).len();
            assert!(count == 1 || kind == Kind::A5, "{}", leaflet.title);
        }
        let made = single.into_iter().chain(cards).chain(several).chain(maker.guide());
        for leaflet in made {
            judge(&leaflet, kind, fonts);
        }
        judge(&maker.poster(), Kind::A4, fonts);
    });
}

#[test]
fn a_poster_and_a_certificate_are_one_sheet_and_a_card_is_one_each() {
    all(|maker, _, fonts| {
        assert_eq!(sheets(&maker.poster(), Kind::A4, fonts).len(), 1);
        assert_eq!(sheets(&maker.certificate(), Kind::A4, fonts).len(), 1);
        assert_eq!(sheets(&maker.attendance(), Kind::A4, fonts).len(), 1);
        let day = maker.now.to_zoned(maker.city.timezone.clone()).date();
        let lessons: Vec<_> = maker.city.taught.taught(maker.city.country, day).collect();
        for leaflet in maker.alone(&lessons) {
            assert_eq!(sheets(&leaflet, Kind::A4, fonts).len(), 1);
        }
        let lesson = &maker.city.taught.lessons[0];
        let cards = maker.cards(lesson);
        assert_eq!(sheets(&cards, Kind::A5, fonts).len(), cards.pieces.len());
    });
}

#[test]
fn private_services_stand_on_no_leaflet() {
    all(|maker, _, _| {
        let private: Vec<_> = maker.city.services.iter().filter(|it| it.private).collect();
        assert!(!private.is_empty());
        let guide = format!("{:?}", maker.guide());
        for service in private {
            assert_eq!(maker.service(service), None);
            let name = &service.words[&maker.language].name;
            assert!(!guide.contains(name.as_str()), "{name}");
        }
    });
}

#[test]
fn a_file_tells_its_title_and_its_language() {
    let locales = Locales::load(&root().join("locales")).unwrap();
    let city = city_of("valea-lina");
    let now = "2026-11-24T12:00:00Z".parse().unwrap();
    let maker =
        Maker { city: &city, language: Language::Ro, locales: &locales, now, draw: &|_| None };
    let made = [maker.poster()];
    let mut fonts = Fonts::installed().unwrap();
    let file = leaflets(&made, Kind::A4, "ro", None, &mut fonts).unwrap();
    let holds = |part: &[u8]| file.windows(part.len()).any(|bytes| bytes == part);
    assert!(holds(b"/Lang (ro)") && holds(b"/Title"));
    assert_eq!(file, leaflets(&made, Kind::A4, "ro", None, &mut fonts).unwrap());
}
