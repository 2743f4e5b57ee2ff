//! Streets from an extract of OpenStreetMap.
//!
//! A file is read twice, because ways name nodes that may be anywhere: first the ways with a name
//! and the places, then the nodes of those ways. So a whole state needs little memory.

pub(super) mod pbf;
pub(super) mod xml;

use std::collections::{BTreeMap, HashMap};
use std::path::Path;

use super::super::fault::{Collector, Fault};
use crate::domain::city::{Coordinates, Street};

/// Keys and values of an element.
pub(super) type Tags = HashMap<String, String>;

/// What an extract is made of, as far as streets are concerned.
#[derive(Debug)]
pub(super) enum Element {
    /// A point.
    Node { id: i64, at: Coordinates, tags: Tags },
    /// A line through nodes.
    Way { nodes: Vec<i64>, tags: Tags },
}

/// Values of `place` that name a part of a city or commune.
const PLACES: [&str; 5] = ["suburb", "neighbourhood", "quarter", "village", "hamlet"];

/// Reads the streets of an extract, one for each name and neighbourhood, sorted by both.
///
/// A way of which no node is in the extract lies outside it and is passed over.
pub(super) fn streets(
    path: &Path,
    for_each: impl Fn(&Path, &mut dyn FnMut(Element)) -> Result<(), Fault>,
    faults: &Collector,
) -> Vec<Street> {
    let mut ways = Vec::new();
    let mut places = Vec::new();
    let first = for_each(path, &mut |element| match element {
        Element::Way { nodes, tags } if tags.contains_key("highway") => {
            if let Some(name) = tags.get("name") {
                ways.push((name.clone(), nodes, tags));
            }
        }
        Element::Node { at, tags, .. } => places.extend(place(&tags).map(|name| (name, at))),
        Element::Way { .. } => {}
    });
    let mut nodes: HashMap<i64, Option<Coordinates>> =
        ways.iter().flat_map(|(_, nodes, _)| nodes).map(|id| (*id, None)).collect();
    let second = first.and_then(|()| {
        for_each(path, &mut |element| {
            if let Element::Node { id, at, .. } = element
                && let Some(slot) = nodes.get_mut(&id)
            {
                *slot = Some(at);
            }
        })
    });
    if let Err(fault) = second {
        faults.tell(fault);
        return Vec::new();
    }

    let mut streets = BTreeMap::new();
    for (name, way, tags) in ways {
        let Some(coordinates) = middle(&way, &nodes) else { continue };
        let neighbourhood = ["addr:suburb", "is_in:suburb"]
            .iter()
            .find_map(|key| tags.get(*key))
            .or_else(|| nearest(&places, coordinates))
            .cloned()
            .unwrap_or_default();
        let postcode = ["postal_code", "addr:postcode"].iter().find_map(|key| tags.get(*key));
        streets.entry((name.clone(), neighbourhood.clone())).or_insert_with(|| Street {
            name,
            neighbourhood,
            postcode: postcode.cloned().unwrap_or_default(),
            coordinates,
        });
    }
    streets.into_values().collect()
}

fn place(tags: &Tags) -> Option<String> {
    let is_place = tags.get("place").is_some_and(|kind| PLACES.contains(&kind.as_str()));
    tags.get("name").filter(|_| is_place).cloned()
}

/// The node in the middle of a way, or the one nearest to it that is in the extract.
fn middle(way: &[i64], nodes: &HashMap<i64, Option<Coordinates>>) -> Option<Coordinates> {
    let middle = way.len() / 2;
    let mut order: Vec<usize> = (0..way.len()).collect();
    order.sort_by_key(|index| index.abs_diff(middle));
    order.into_iter().find_map(|index| nodes.get(way.get(index)?).copied().flatten())
}

fn nearest(places: &[(String, Coordinates)], from: Coordinates) -> Option<&String> {
    // Over a city a degree of longitude is as long everywhere: flat geometry will do.
    let shrink = from.lat.to_radians().cos();
    let distance = |to: &Coordinates| (to.lat - from.lat).hypot((to.long - from.long) * shrink);
    places
        .iter()
        .min_by(|(_, one), (_, other)| distance(one).total_cmp(&distance(other)))
        .map(|(name, _)| name)
}

fn unreadable(path: &Path, line: usize, why: impl std::fmt::Display) -> Fault {
    Fault {
        file: path.to_owned(),
        line,
        what: format!("this is not a whole extract of OpenStreetMap: {why}"),
        remedy: "Export or download it again".to_owned(),
    }
}
