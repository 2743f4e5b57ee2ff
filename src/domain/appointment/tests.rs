//! Where branches lie, and what a screen keeps quiet.

use proptest::prelude::*;

use super::*;
use crate::domain::city::Coordinates;
use crate::domain::sample;

fn at(lat: f64, long: f64) -> Coordinates {
    Coordinates { lat, long }
}

#[test]
fn a_distance_is_told_in_round_numbers() {
    let matriz = at(-22.8806, -43.3065);
    assert_eq!(distance(matriz, matriz), Distance::Here);
    assert_eq!(distance(matriz, at(-22.8813, -43.3147)), Distance::Metres(800));
    assert_eq!(distance(matriz, at(-22.9147, -43.2840)), Distance::Kilometres(4));
    // A degree of the meridian is about 111 km.
    assert_eq!(distance(at(0.0, 0.0), at(1.0, 0.0)), Distance::Kilometres(111));
}

#[test]
fn the_nearest_branch_comes_first() {
    let mut city = sample::city();
    let mut far = city.branches[0].clone();
    far.code = "FAR".to_owned();
    far.coordinates.lat += 1.0;
    let mut near_by = far.clone();
    near_by.code = "NEAR".to_owned();
    near_by.coordinates.lat -= 0.9;
    city.branches.insert(0, far);
    city.branches.push(near_by);
    let codes = |here: &str| -> Vec<String> {
        near(&city, here, city.branches.iter()).into_iter().map(|it| it.code.clone()).collect()
    };
    assert_eq!(codes("CENTRO"), ["CENTRO", "NEAR", "FAR"]);
    assert_eq!(codes("NOPE"), ["FAR", "CENTRO", "NEAR"], "as they come");
}

proptest! {
    #[test]
    fn a_map_holds_every_place_and_keeps_north_above_south(
        places in proptest::collection::vec((-60.0..60.0_f64, 20.0..21.0_f64), 1..9),
        shape in 0.4..2.5_f32,
    ) {
        let places: Vec<_> = places.into_iter().map(|(lat, long)| at(lat, long)).collect();
        let spots = map(&places, shape);
        for spot in &spots {
            prop_assert!((-0.001..=1.001).contains(&spot.x), "{spot:?}");
            prop_assert!((-0.001..=1.001).contains(&spot.y), "{spot:?}");
        }
        for (one, place) in spots.iter().zip(&places) {
            for (other, beside) in spots.iter().zip(&places) {
                prop_assert!(place.lat <= beside.lat || one.y <= other.y);
                prop_assert!(place.long <= beside.long || one.x >= other.x);
            }
        }
    }
}

#[test]
fn the_second_id_of_an_event_is_another_one() {
    let id = Uuid::from_u128(7);
    assert_ne!(second(id), id);
    assert_eq!(second(second(id)), id);
}
