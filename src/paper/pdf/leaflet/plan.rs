//! A plan of places: numbers in a frame, how far is far, and where north is.
//!
//! It is a drawing of its own: no map of anybody else is under it.

use super::super::super::fonts::Run;
use super::super::letters;
use super::super::parts::frame;
use super::super::sheet::{Mark, Part};
use super::{Composer, SMALL};

/// The side of the plate that a number stands on, in points.
const PLATE: f32 = 24.0;
/// From one plate to the next, at least.
const APART: f32 = PLATE + 3.0;
/// From the frame to the plates.
const EDGE: f32 = 22.0;
/// The side of the mark at the place itself.
const SPOT: f32 = 5.0;
/// How often plates that cover each other are pushed apart.
const PUSHES: usize = 200;

/// Places as they lie.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plan {
    /// The places.
    pub pins: Vec<Pin>,
    /// What stands at the arrow: north, in a letter.
    pub north: String,
    /// Lengths that the bar may have, in metres, with their words; the longest that fits is drawn.
    pub scales: Vec<(f32, String)>,
}

/// A place.
#[derive(Clone, Debug, PartialEq)]
pub struct Pin {
    /// Metres to the east of some point, the same for all.
    pub east: f32,
    /// Metres to the north of it.
    pub north: f32,
    /// What is written on it.
    pub mark: String,
    /// White on black otherwise: black in a frame.
    pub is_framed: bool,
}

impl Composer<'_> {
    pub(super) fn plan(&mut self, plan: &Plan) -> Part {
        let (left, room) = self.all();
        let foot = 2.6 * SMALL;
        let height = room.min(0.72 * self.height());
        let inner = (room - 2.0 * EDGE, height - 2.0 * EDGE - foot);
        let bounds = |of: fn(&Pin) -> f32| {
            let values = || plan.pins.iter().map(of);
            (values().fold(f32::MAX, f32::min), values().fold(f32::MIN, f32::max))
        };
        let ((west, east), (south, north)) = (bounds(|pin| pin.east), bounds(|pin| pin.north));
        // A single place has no size.
        let scale = (inner.0 / (east - west).max(1.0)).min(inner.1 / (north - south).max(1.0));
        let spare =
            ((inner.0 - scale * (east - west)) / 2.0, (inner.1 - scale * (north - south)) / 2.0);
        let spots: Vec<(f32, f32)> = plan
            .pins
            .iter()
            .map(|pin| {
                let x = left + EDGE + spare.0 + scale * (pin.east - west);
                (x, EDGE + spare.1 + scale * (north - pin.north))
            })
            .collect();
        let half = PLATE / 2.0 + 3.0;
        let field = ((left + half, half), (left + room - half, height - foot - half));
        let plates = apart(&spots, field);
        let mut marks: Vec<Mark> = frame((left, 0.0), (room, height), 1.5).into();
        marks.push(Mark::Bar { x: left, y: height - foot, width: room, height: 1.0 });
        for (spot, plate) in spots.iter().zip(&plates) {
            marks.push(line(*spot, *plate, 1.2));
            marks.push(square(*spot, SPOT, true));
        }
        for (pin, plate) in plan.pins.iter().zip(&plates) {
            marks.push(square(*plate, PLATE, true));
            marks.push(square(*plate, PLATE - if pin.is_framed { 7.0 } else { 2.5 }, false));
            let words = letters::line(self.fonts, &[Run::bold(&pin.mark)]);
            let x = plate.0 - words.width * SMALL / 2.0;
            marks.push(Mark::Words { x, y: plate.1 + 0.36 * SMALL, size: SMALL, line: words });
        }
        self.legend(plan, scale, (left, height - foot), foot, &mut marks);
        Part { marks, height, gap: 0.0 }
    }

    /// The bar that tells how far is far, and the arrow, below the plan.
    fn legend(
        &mut self,
        plan: &Plan,
        scale: f32,
        (left, top): (f32, f32),
        height: f32,
        marks: &mut Vec<Mark>,
    ) {
        let room = self.room();
        let middle = top + height / 2.0;
        let fits = |(metres, _): &&(f32, String)| metres * scale <= 0.45 * room;
        if let Some((metres, words)) = plan.scales.iter().rev().find(fits) {
            let (x, width) = (left + EDGE, metres * scale);
            marks.push(Mark::Bar { x, y: middle - 1.0, width, height: 2.0 });
            for x in [x, x + width - 2.0] {
                marks.push(Mark::Bar { x, y: middle - 6.0, width: 2.0, height: 12.0 });
            }
            let words = letters::line(self.fonts, &[Run::plain(words)]);
            let y = middle + 0.36 * SMALL;
            marks.push(Mark::Words { x: x + width + 8.0, y, size: SMALL, line: words });
        }
        let words = letters::line(self.fonts, &[Run::bold(&plan.north)]);
        let x = left + room - EDGE - words.width * SMALL;
        let y = middle + 0.36 * SMALL;
        marks.push(Mark::Words { x, y, size: SMALL, line: words });
        let (tip, high) = (x - 14.0, 22.0);
        let corners = vec![
            (tip, middle - high / 2.0),
            (tip + 8.0, middle + high / 2.0),
            (tip, middle + high / 4.0),
            (tip - 8.0, middle + high / 2.0),
        ];
        marks.push(Mark::Shape { corners, is_black: true });
    }
}

/// Where plates stand so that none covers another: near their places, and within a field.
fn apart(spots: &[(f32, f32)], (from, to): ((f32, f32), (f32, f32))) -> Vec<(f32, f32)> {
    let mut plates = spots.to_vec();
    for _ in 0..PUSHES {
        let mut rests = true;
        for one in 0..plates.len() {
            for other in 0..one {
                let (a, b) = (plates[one], plates[other]);
                let (dx, dy) = (a.0 - b.0, a.1 - b.1);
                let (over_x, over_y) = (APART - dx.abs(), APART - dy.abs());
                if over_x <= 0.0 || over_y <= 0.0 {
                    continue;
                }
                rests = false;
                // The shorter way out; of two at one place the later goes right.
                if over_x <= over_y {
                    let push = (over_x / 2.0 + 0.1).copysign(if dx == 0.0 { 1.0 } else { dx });
                    plates[one].0 += push;
                    plates[other].0 -= push;
                } else {
                    let push = (over_y / 2.0 + 0.1).copysign(dy);
                    plates[one].1 += push;
                    plates[other].1 -= push;
                }
            }
        }
        for plate in &mut plates {
            plate.0 = plate.0.clamp(from.0, to.0);
            plate.1 = plate.1.clamp(from.1, to.1);
        }
        if rests {
            break;
        }
    }
    plates
}

fn square((x, y): (f32, f32), side: f32, is_black: bool) -> Mark {
    let half = side / 2.0;
    let corners = vec![
        (x - half, y - half),
        (x + half, y - half),
        (x + half, y + half),
        (x - half, y + half),
    ];
    Mark::Shape { corners, is_black }
}

/// A straight line of some thickness.
fn line(from: (f32, f32), to: (f32, f32), thick: f32) -> Mark {
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let long = dx.hypot(dy).max(0.01);
    let (across, down) = (-dy / long * thick / 2.0, dx / long * thick / 2.0);
    let corners = vec![
        (from.0 + across, from.1 + down),
        (to.0 + across, to.1 + down),
        (to.0 - across, to.1 - down),
        (from.0 - across, from.1 - down),
    ];
    Mark::Shape { corners, is_black: true }
}
