//! The suite finds what it looks for: a fault of each kind is planted, and found.

use acolhe::domain::city::Language;
use acolhe::domain::settings::Palette;
use acolhe::screen::ui::{Measure, Theme};
use acolhe::view::Place;
use slint::{Color, ComponentHandle as _, Model as _, ModelRc, VecModel};

use crate::easel::{Canvas, Easel, Glass};
use crate::look::{Fault, Looker};
use crate::tour::{Guest, Stop, tour_by_keys};

const GLASS: Glass = Glass::WIDE;

/// A screen with choices, Back and Help, as it should be.
fn group() -> Stop {
    let guest = Guest { language: Language::PtBr, letters: 2, palette: Palette::Normal };
    let stops = tour_by_keys("vila-serena", guest, GLASS.panel());
    stops.into_iter().find(|stop| stop.name == "group").unwrap()
}

/// What is found on a screen that was spoilt: what it shows, or how it is drawn.
fn looked(easel: &Easel, stop: &Stop, spoil: impl FnOnce(&Canvas)) -> Looker {
    let mut looker = Looker::default();
    let canvas = easel.window(GLASS);
    canvas.show(&stop.shown);
    spoil(&canvas);
    looker.look(&canvas, GLASS, stop);
    looker
}

/// Another colour for some part, in the usual colours.
fn paint(canvas: &Canvas, paint: impl FnOnce(&mut acolhe::screen::ui::Colours)) {
    let theme = canvas.desk.window().global::<Theme>();
    let mut sets: Vec<_> = theme.get_sets().iter().collect();
    paint(&mut sets[0]);
    theme.set_sets(ModelRc::new(VecModel::from(sets)));
}

#[test]
fn each_kind_of_fault_is_found_where_it_is_planted() {
    let easel = Easel::new();
    let good = group();
    looked(&easel, &good, |_| {}).tell();
    let measure = |spoil: fn(&Measure<'_>)| {
        looked(&easel, &good, |canvas| spoil(&canvas.desk.window().global::<Measure>()))
    };
    let shown = |spoil: fn(&mut Stop)| {
        let mut stop = good.clone();
        spoil(&mut stop);
        looked(&easel, &stop, |_| {})
    };

    let smaller = measure(|measure| measure.set_mm(0.6 * measure.get_mm()));
    assert!(smaller.found(Fault::Small));
    let nearer = measure(|measure| measure.set_gap(1.0));
    assert!(nearer.found(Fault::Near));
    let larger = measure(|measure| measure.set_label(2.5 * measure.get_label()));
    assert!(larger.found(Fault::Cut), "in the choices");
    let wider = measure(|measure| measure.set_bar_em(2.5 * measure.get_bar_em()));
    assert!(wider.found(Fault::Cut), "in the bar");

    let grey = Color::from_rgb_u8(0x80, 0x80, 0x80);
    let pale = looked(&easel, &good, |canvas| paint(canvas, |colours| colours.ink = grey));
    assert!(pale.found(Fault::Pale), "words");
    let edgeless = looked(&easel, &good, |canvas| {
        paint(canvas, |colours| colours.edge = colours.paper);
    });
    assert!(edgeless.found(Fault::Pale), "edges");

    let nameless = shown(|stop| stop.shown.view.actions[0].label.clear());
    assert!(nameless.found(Fault::Nameless));
    let silent = shown(|stop| stop.shown.view.actions[0].spoken.clear());
    assert!(silent.found(Fault::Silent));
    let unsaid = shown(|stop| stop.shown.view.actions[0].look.value = "Iluminação".to_owned());
    assert!(unsaid.found(Fault::Unsaid));
    let missing = shown(|stop| stop.shown.view.actions[0].look.place = Place::Voice);
    assert!(!missing.found(Fault::Nameless) && missing.found(Fault::Missing));
    let unreachable = shown(|stop| stop.keys.retain(|id| id.as_deref() != Some("back")));
    assert!(unreachable.found(Fault::Unreachable));
    let trapped = shown(|stop| stop.keys.truncate(3));
    assert!(trapped.found(Fault::Unreachable));
}

#[test]
fn back_and_help_that_move_are_found() {
    let easel = Easel::new();
    let good = group();
    let mut looker = Looker::default();
    for spoil in [false, true] {
        let canvas = easel.window(GLASS);
        canvas.show(&good.shown);
        if spoil {
            canvas.desk.window().global::<Measure>().set_pad(60.0);
        }
        looker.look(&canvas, GLASS, &good);
        assert_eq!(looker.found(Fault::Moved), spoil);
    }
}

#[test]
fn a_ring_that_cannot_be_seen_is_found() {
    let easel = Easel::new();
    let mut stop = group();
    stop.shown.view.focus = Some(stop.shown.view.actions[1].id.clone());
    for spoil in [false, true] {
        let canvas = easel.window(GLASS);
        canvas.show(&stop.shown);
        if spoil {
            paint(&canvas, |colours| colours.focus = colours.paper);
        }
        let mut looker = Looker::default();
        looker.look_at_focus(&canvas, GLASS, &stop);
        assert_eq!(looker.found(Fault::Pale), spoil);
    }
}
