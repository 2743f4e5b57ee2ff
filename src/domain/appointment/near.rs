//! Where branches lie, as seen from this station.

use crate::domain::city::{Branch, City, Coordinates};

/// The mean radius of the earth in metres (IUGG).
const EARTH: f64 = 6_371_009.0;

/// Nearer than this, in metres, is here.
const HERE: f64 = 150.0;

/// How far a branch is, as people say it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Distance {
    /// It is this one.
    Here,
    /// So many metres, in hundreds.
    Metres(u32),
    /// So many kilometres.
    Kilometres(u32),
}

/// How far one place is from another, as the crow flies.
#[must_use]
pub fn distance(from: Coordinates, to: Coordinates) -> Distance {
    let metres = metres(from, to);
    let rounded = |metres: f64, to: f64| {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "less than half the earth's girth, and not negative"
        )]
        let count = (metres / to).round() as u32;
        count
    };
    match metres {
        _ if metres < HERE => Distance::Here,
        _ if metres < 950.0 => Distance::Metres(rounded(metres, 100.0).max(2) * 100),
        _ => Distance::Kilometres(rounded(metres, 1000.0).max(1)),
    }
}

/// Great-circle distance in metres (haversine).
fn metres(from: Coordinates, to: Coordinates) -> f64 {
    let half_sine = |degrees: f64| (degrees.to_radians() / 2.0).sin().powi(2);
    let north = half_sine(to.lat - from.lat);
    let east = half_sine(to.long - from.long);
    let curve = from.lat.to_radians().cos() * to.lat.to_radians().cos();
    2.0 * EARTH * (north + curve * east).clamp(0.0, 1.0).sqrt().asin()
}

/// Branches with the nearest to the branch `here` first; as they come where that is not known.
pub fn near<'a>(
    city: &'a City,
    here: &str,
    branches: impl Iterator<Item = &'a Branch>,
) -> Vec<&'a Branch> {
    let mut branches: Vec<&Branch> = branches.collect();
    if let Some(here) = city.branch(here) {
        let far = |branch: &Branch| metres(here.coordinates, branch.coordinates);
        branches.sort_by(|one, other| far(one).total_cmp(&far(other)));
    }
    branches
}

/// Where something lies on a map, from 0 to 1: from the left, and from the top.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spot {
    /// From the left.
    pub x: f32,
    /// From the top.
    pub y: f32,
}

/// Places on a map whose width is `shape` times its height: north is up, and a kilometre is as
/// long one way as the other.
#[must_use]
pub fn map(places: &[Coordinates], shape: f32) -> Vec<Spot> {
    let middle = |of: fn(&Coordinates) -> f64| {
        let values = || places.iter().map(of);
        let (least, most) =
            (values().fold(f64::INFINITY, f64::min), values().fold(f64::NEG_INFINITY, f64::max));
        (f64::midpoint(least, most), most - least)
    };
    let ((lat, high), (long, wide)) = (middle(|it| it.lat), middle(|it| it.long));
    let shrunk = lat.to_radians().cos();
    let shape = f64::from(shape);
    // Degrees of latitude that the height of the map stands for.
    let height = high.max(wide * shrunk / shape).max(1e-6);
    places
        .iter()
        .map(|place| {
            let x = 0.5 + (place.long - long) * shrunk / (height * shape);
            let y = 0.5 - (place.lat - lat) / height;
            #[expect(clippy::cast_possible_truncation, reason = "between 0 and 1")]
            let spot = Spot { x: x as f32, y: y as f32 };
            spot
        })
        .collect()
}
