//! XML as a tree.

use std::collections::BTreeMap;

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

/// An element.
#[derive(Debug, Default)]
pub(crate) struct Element {
    pub(crate) name: String,
    pub(crate) attributes: BTreeMap<String, String>,
    pub(crate) children: Vec<Element>,
    pub(crate) text: String,
}

impl Element {
    /// The root of a document.
    pub(crate) fn read(document: &str) -> Self {
        let mut reader = Reader::from_str(document);
        let mut open = vec![Self::default()];
        loop {
            match reader.read_event().expect("well-formed XML") {
                Event::Start(start) => open.push(Self::begin(&start)),
                Event::Empty(start) => {
                    let element = Self::begin(&start);
                    open.last_mut().expect("one is open").children.push(element);
                }
                Event::Text(text) => {
                    open.last_mut().expect("one is open").text.push_str(&text);
                }
                Event::GeneralRef(reference) => {
                    let sign = quick_xml::escape::resolve_predefined_entity(&reference);
                    open.last_mut().expect("one is open").text.push_str(sign.expect("known"));
                }
                Event::End(_) => {
                    let element = open.pop().expect("one is open");
                    open.last_mut().expect("one is open").children.push(element);
                }
                Event::Eof => break,
                _ => {}
            }
        }
        open.remove(0).children.remove(0)
    }

    fn begin(start: &BytesStart<'_>) -> Self {
        let attributes = start.attributes().map(|attribute| {
            let attribute = attribute.expect("well-formed attributes");
            let name = attribute.key.as_ref().to_owned();
            let text = attribute.normalized_value(XmlVersion::Implicit1_0).expect("UTF-8");
            (name, text.into_owned())
        });
        let name = start.name().as_ref().to_owned();
        Self { name, attributes: attributes.collect(), ..Self::default() }
    }

    /// Names of its children.
    pub(crate) fn order(&self) -> Vec<&str> {
        self.children.iter().map(|child| child.name.as_str()).collect()
    }

    /// The only child of a name.
    pub(crate) fn child(&self, name: &str) -> &Self {
        let mut found = self.children.iter().filter(|child| child.name == name);
        let child = found.next().expect(name);
        assert!(found.next().is_none(), "{} has {name} twice", self.name);
        child
    }

    /// It and everything in it of a name.
    pub(crate) fn all<'a>(&'a self, name: &str) -> Vec<&'a Self> {
        let own = (self.name == name).then_some(self);
        own.into_iter().chain(self.children.iter().flat_map(|child| child.all(name))).collect()
    }
}
