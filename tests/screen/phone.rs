//! The practice phone under real fingers: what goes far is taken along, what does not is a touch.

use std::cell::RefCell;
use std::rc::Rc;

use acolhe::app::Asked;
use acolhe::domain::action::Action;
use acolhe::domain::city::Language;
use acolhe::domain::event::{Event, Intent};
use acolhe::domain::settings::Palette;
use acolhe::screen::Pauses;

use crate::easel::{Canvas, Easel, Glass};
use crate::thing::{Rect, things};
use crate::tour::{Guest, Tour};

/// A window on a step of a lesson, and what its fingers ask.
struct Phone {
    canvas: Canvas,
    glass: Glass,
    asked: Rc<RefCell<Vec<String>>>,
}

impl Phone {
    fn at(easel: &Easel, glass: Glass, way: &[&str]) -> Self {
        let guest = Guest { language: Language::PtBr, letters: 2, palette: Palette::Normal };
        let mut tour = Tour::start("vila-serena", guest, glass.panel());
        for id in way {
            let action = id.parse::<Action>().unwrap();
            tour.app.handle(&Event::Intent(Intent::Do(action))).unwrap();
        }
        let asked: Rc<RefCell<Vec<String>>> = Rc::default();
        let ear = Rc::clone(&asked);
        let canvas = easel.window_that_tells(glass, Pauses::NONE, move |asked| {
            if let Asked::Intent { intent: Intent::Do(action), .. } = asked {
                ear.borrow_mut().push(action.to_string());
            }
        });
        canvas.show(&tour.app.shown());
        Self { canvas, glass, asked }
    }

    /// Where a part stands.
    fn part(&self, label: &str) -> Rect {
        let things = things(&self.canvas, self.glass);
        things.iter().find(|it| it.is("Part") && it.label == label).expect("a part").rect
    }

    /// A finger comes down at one place, goes to another, and leaves; what was asked.
    fn finger(&self, from: (f32, f32), to: (f32, f32)) -> Vec<String> {
        self.canvas.finger(from, to);
        self.asked.take()
    }
}

const WAY: [&str; 4] = ["lessons", "track:maos", "lesson:tela-arrastar", "rung:hinted"];

#[test]
fn a_finger_touches_takes_along_and_pushes_on_every_glass() {
    let easel = Easel::new();
    for glass in [Glass::TALL, Glass::WIDE, Glass::SMALL_TALL, Glass::SMALL_WIDE] {
        let way = [&WAY[..], &["next"; 3]].concat();
        let phone = Phone::at(&easel, glass, &way);
        let (ball, hole) = (phone.part("Uma bola"), phone.part("Uma caixa"));
        assert_eq!(phone.finger(ball.middle(), ball.middle()), ["touch:bola"]);
        let (x, y) = ball.middle();
        let slip = 4.0 * glass.density();
        assert_eq!(phone.finger((x, y), (x + slip, y)), ["touch:bola"], "a slip is a touch");
        assert_eq!(phone.finger(ball.middle(), hole.middle()), ["drag:bola>caixa"]);
        let way = [&way[..], &["drag:bola>caixa", "next"]].concat();
        let phone = Phone::at(&easel, glass, &way);
        let (bread, fruit) = (phone.part("Pão"), phone.part("Fruta"));
        let below = (fruit.middle().0, fruit.bottom() + 2.0);
        assert_eq!(phone.finger(fruit.middle(), bread.middle()), ["drag:fruta>pao"]);
        let pushed = phone.finger(below, (below.0, below.1 - 12.0 * glass.density()));
        assert_eq!(pushed, ["scroll:fruta"]);
    }
}
