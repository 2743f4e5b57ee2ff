//! Elements of a `.osm.pbf` file.

use std::path::Path;

use osmpbf::ElementReader;

use super::super::super::fault::Fault;
use super::{Element, Tags, unreadable};
use crate::domain::city::Coordinates;

/// Visits every node and way in the order of the file.
pub(in super::super) fn for_each(path: &Path, visit: &mut dyn FnMut(Element)) -> Result<(), Fault> {
    // A binary file has no lines.
    let told = |error: osmpbf::Error| unreadable(path, 1, error);
    let reader = ElementReader::from_path(path).map_err(told)?;
    let read = reader.for_each(|element| match element {
        osmpbf::Element::Node(node) => visit(Element::Node {
            id: node.id(),
            at: at(node.decimicro_lat(), node.decimicro_lon()),
            tags: tags(node.tags()),
        }),
        osmpbf::Element::DenseNode(node) => visit(Element::Node {
            id: node.id(),
            at: at(node.decimicro_lat(), node.decimicro_lon()),
            tags: tags(node.tags()),
        }),
        osmpbf::Element::Way(way) => {
            visit(Element::Way { nodes: way.refs().collect(), tags: tags(way.tags()) });
        }
        osmpbf::Element::Relation(_) => {}
    });
    read.map_err(told)
}

/// OpenStreetMap keeps seven decimal places; whole units of the last one make no dust.
fn at(lat: i32, long: i32) -> Coordinates {
    Coordinates { lat: f64::from(lat) / 1e7, long: f64::from(long) / 1e7 }
}

fn tags<'a>(tags: impl Iterator<Item = (&'a str, &'a str)>) -> Tags {
    tags.map(|(key, value)| (key.to_owned(), value.to_owned())).collect()
}
