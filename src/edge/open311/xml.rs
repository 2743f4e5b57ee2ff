//! XML as the tree that the same document would be in JSON.
//!
//! An element with children is an object, children of one name are an array, an element without
//! children is its text. Attributes do not count, and no entity but the five of XML is known.

use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesRef, Event};
use serde_json::{Map, Value};

/// Deeper documents are no answers of a server, and would overflow the stack.
const DEEPEST: usize = 32;

/// An element that has not ended yet.
struct Element {
    name: String,
    text: String,
    children: Map<String, Value>,
}

impl Element {
    fn new(name: &str) -> Self {
        Self { name: name.to_owned(), text: String::new(), children: Map::new() }
    }

    fn adopt(&mut self, child: Self) {
        let (name, value) = child.end();
        match self.children.get_mut(&name) {
            None => {
                self.children.insert(name, value);
            }
            Some(Value::Array(several)) => several.push(value),
            Some(first) => *first = Value::Array(vec![first.take(), value]),
        }
    }

    fn end(self) -> (String, Value) {
        let value = if self.children.is_empty() {
            Value::String(self.text.trim().to_owned())
        } else {
            Value::Object(self.children)
        };
        (self.name, value)
    }
}

/// `None` when it is not one well-formed element, or nothing but text.
pub(super) fn parse(text: &str) -> Option<Value> {
    let mut reader = Reader::from_str(text);
    let mut open: Vec<Element> = Vec::new();
    let mut root = None;
    loop {
        let ended = match reader.read_event().ok()? {
            Event::Start(start) if open.len() < DEEPEST && root.is_none() => {
                open.push(Element::new(start.local_name().into_inner()));
                None
            }
            Event::Empty(empty) if root.is_none() => {
                Some(Element::new(empty.local_name().into_inner()))
            }
            Event::End(_) => Some(open.pop()?),
            Event::Text(text) => {
                add(&mut open, &text.xml10_content())?;
                None
            }
            Event::CData(text) => {
                add(&mut open, &text.xml10_content())?;
                None
            }
            Event::GeneralRef(reference) => {
                add(&mut open, &resolved(&reference)?)?;
                None
            }
            Event::Eof => break,
            Event::Start(_) | Event::Empty(_) => return None,
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => None,
        };
        match (ended, open.last_mut()) {
            (Some(element), Some(parent)) => parent.adopt(element),
            (Some(element), None) => root = Some(element),
            (None, _) => {}
        }
    }
    let (name, value) = root.filter(|_| open.is_empty())?.end();
    match &value {
        Value::String(text) if !text.is_empty() => None,
        _ => Some(Value::Object(Map::from_iter([(name, value)]))),
    }
}

/// Text stands within an element; around the root there are only blanks.
fn add(open: &mut [Element], text: &str) -> Option<()> {
    match open.last_mut() {
        Some(element) => element.text.push_str(text),
        None if text.trim().is_empty() => {}
        None => return None,
    }
    Some(())
}

fn resolved(reference: &BytesRef<'_>) -> Option<String> {
    match reference.resolve_char_ref().ok()? {
        Some(character) => Some(character.to_string()),
        None => resolve_predefined_entity(reference).map(str::to_owned),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_document_is_the_tree_that_it_would_be_in_json() {
        let text = "<?xml version='1.0'?>\n<a:requests xmlns:a='urn:a'><request><id> 1 </id>\
                    <words>caf&#233; &lt;b&gt; <![CDATA[& c]]></words></request>\
                    <request><id/></request><!-- x --></a:requests>\n";
        let expected = json!({"requests": {"request": [
            {"id": "1", "words": "café <b> & c"}, {"id": ""}
        ]}});
        assert_eq!(parse(text), Some(expected));
    }

    #[test]
    fn what_is_not_well_formed_or_has_no_structure_is_nothing() {
        let deep = "<a>".repeat(100_000);
        for text in ["<a><b></a>", "<a/><b/>", "x <a/>", "<a>", "<a>text</a>", "<a>&x;</a>", &deep]
        {
            assert_eq!(parse(text), None);
        }
    }
}
