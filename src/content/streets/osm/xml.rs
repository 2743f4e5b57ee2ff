//! Elements of a `.osm` file.

use std::fs::File;
use std::io::{BufReader, Read as _};
use std::path::Path;
use std::str::FromStr;

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::super::super::fault::Fault;
use super::{Element, Tags, unreadable};
use crate::domain::city::Coordinates;

/// Why an element cannot be read.
#[derive(Debug, thiserror::Error)]
enum NotAnElement {
    #[error(transparent)]
    Xml(#[from] quick_xml::Error),
    #[error("{element} has no {attribute}, or a wrong one")]
    Attribute { element: String, attribute: &'static str },
    #[error("it ends too early")]
    Cut,
}

/// Visits every node and way in the order of the file.
pub(in super::super) fn for_each(path: &Path, visit: &mut dyn FnMut(Element)) -> Result<(), Fault> {
    let file = File::open(path).map_err(|error| unreadable(path, 1, error))?;
    let mut reader = Reader::from_reader(BufReader::new(file));
    read(&mut reader, visit).map_err(|error| {
        let position = reader.buffer_position().max(reader.error_position());
        unreadable(path, line_at(path, position), error)
    })
}

fn read(
    reader: &mut Reader<BufReader<File>>,
    visit: &mut dyn FnMut(Element),
) -> Result<(), NotAnElement> {
    let mut buffer = Vec::new();
    let mut current: Option<Element> = None;
    let mut depth = 0_usize;
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer)? {
            Event::Start(tag) => {
                depth += 1;
                open(&tag, &mut current)?;
            }
            Event::Empty(tag) => {
                open(&tag, &mut current)?;
                if is_element(tag.name().as_ref()) {
                    current.take().into_iter().for_each(&mut *visit);
                }
            }
            Event::End(tag) => {
                depth = depth.saturating_sub(1);
                if is_element(tag.name().as_ref()) {
                    current.take().into_iter().for_each(&mut *visit);
                }
            }
            Event::Eof if depth > 0 => return Err(NotAnElement::Cut),
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

fn is_element(name: &str) -> bool {
    matches!(name, "node" | "way")
}

/// Begins an element, or adds to the one that has begun.
fn open(tag: &BytesStart<'_>, current: &mut Option<Element>) -> Result<(), NotAnElement> {
    match (tag.name().as_ref(), current) {
        ("node", current) => {
            let at = Coordinates { lat: attribute(tag, "lat")?, long: attribute(tag, "lon")? };
            *current = Some(Element::Node { id: attribute(tag, "id")?, at, tags: Tags::new() });
        }
        ("way", current) => *current = Some(Element::Way { nodes: Vec::new(), tags: Tags::new() }),
        ("nd", Some(Element::Way { nodes, .. })) => nodes.push(attribute(tag, "ref")?),
        ("tag", Some(Element::Node { tags, .. } | Element::Way { tags, .. })) => {
            tags.insert(attribute(tag, "k")?, attribute(tag, "v")?);
        }
        _ => {}
    }
    Ok(())
}

fn attribute<T: FromStr>(tag: &BytesStart<'_>, name: &'static str) -> Result<T, NotAnElement> {
    let found = tag.try_get_attribute(name).map_err(quick_xml::Error::from)?;
    let value = found
        .map(|attribute| attribute.normalized_value(XmlVersion::Implicit1_0).map(String::from))
        .transpose()?;
    value.and_then(|value| value.parse().ok()).ok_or_else(|| NotAnElement::Attribute {
        element: tag.name().as_ref().to_owned(),
        attribute: name,
    })
}

/// The line of a byte of a file that is too large to be kept.
fn line_at(path: &Path, position: u64) -> usize {
    let Ok(file) = File::open(path) else { return 1 };
    let before = BufReader::new(file).take(position).bytes().map_while(Result::ok);
    before.filter(|byte| *byte == b'\n').count() + 1
}
