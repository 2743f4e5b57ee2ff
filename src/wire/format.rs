//! One document, two formats.
//!
//! JSON follows the Spark convention: the root is dropped and a container becomes an array. XML is
//! made from the same values by giving the containers their names back.

use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};
use serde_json::Value;

/// A format of GeoReport v2.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// `.json`
    Json,
    /// `.xml`
    Xml,
}

/// Something with a name in XML.
pub trait Document: serde::Serialize {
    /// The name of the root element; for a list, its plural.
    const ROOT: &str;
}

impl Format {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Json, Self::Xml];

    /// How an address ends.
    #[must_use]
    pub fn extension(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Xml => "xml",
        }
    }

    /// Without a character set.
    #[must_use]
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Json => "application/json",
            Self::Xml => "text/xml",
        }
    }

    /// The `Content-Type` of an answer.
    #[must_use]
    pub fn content_type(self) -> &'static str {
        match self {
            Self::Json => "application/json; charset=utf-8",
            Self::Xml => "text/xml; charset=utf-8",
        }
    }

    /// Splits `VIA-01.json` into its name and its format.
    #[must_use]
    pub fn split(path: &str) -> Option<(&str, Self)> {
        let (name, extension) = path.rsplit_once('.')?;
        let format = Self::ALL.into_iter().find(|format| format.extension() == extension)?;
        Some((name, format))
    }

    /// The whole document.
    ///
    /// # Errors
    /// When the document holds something that is no JSON value, such as a map without text keys.
    pub fn write<D: Document>(self, document: &D) -> serde_json::Result<Vec<u8>> {
        match self {
            Self::Json => serde_json::to_vec(document),
            Self::Xml => {
                let value = serde_json::to_value(document)?;
                let mut writer = Writer::new(Vec::new());
                write_declaration(&mut writer)
                    .and_then(|()| write_element(&mut writer, D::ROOT, &value))
                    .map_err(serde_json::Error::io)?;
                Ok(writer.into_inner())
            }
        }
    }
}

fn write_declaration(writer: &mut Writer<Vec<u8>>) -> io::Result<()> {
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None)))
}

fn write_element(writer: &mut Writer<Vec<u8>>, name: &str, value: &Value) -> io::Result<()> {
    writer.write_event(Event::Start(BytesStart::new(name)))?;
    match value {
        Value::Array(items) => {
            for item in items {
                write_element(writer, item_name(name), item)?;
            }
        }
        Value::Object(fields) => {
            for (field, value) in fields {
                write_element(writer, field, value)?;
            }
        }
        Value::String(text) => {
            let text: String = text.chars().filter(|character| is_allowed(*character)).collect();
            writer.write_event(Event::Text(BytesText::new(&text)))?;
        }
        Value::Null => {}
        Value::Bool(_) | Value::Number(_) => {
            writer.write_event(Event::Text(BytesText::new(&value.to_string())))?;
        }
    }
    writer.write_event(Event::End(BytesEnd::new(name)))
}

/// What the standard calls one child of a container.
fn item_name(container: &str) -> &str {
    match container {
        "service_requests" => "request",
        "service_request_updates" => "request_update",
        plural => plural.strip_suffix('s').unwrap_or(plural),
    }
}

/// Whether XML 1.0 can hold a character at all (its production 2, `Char`).
fn is_allowed(character: char) -> bool {
    matches!(character, '\t' | '\n' | '\r' | '\u{20}'..='\u{FFFD}' | '\u{10000}'..)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::georeport::{Attribute, ErrorItem, ServiceDefinition, Value};

    fn text<D: Document>(format: Format, document: &D) -> String {
        String::from_utf8(format.write(document).unwrap()).unwrap()
    }

    #[test]
    fn a_list_is_a_bare_array_in_json_and_a_named_container_in_xml() {
        let errors = vec![ErrorItem { code: 400, description: "a < b & \u{1}c".to_owned() }];
        assert_eq!(
            text(Format::Json, &errors),
            r#"[{"code":400,"description":"a < b & \u0001c"}]"#
        );
        assert_eq!(
            text(Format::Xml, &errors),
            "<?xml version=\"1.0\" encoding=\"utf-8\"?><errors><error><code>400</code>\
             <description>a &lt; b &amp; c</description></error></errors>"
        );
        assert!(text(Format::Xml, &Vec::<ErrorItem>::new()).ends_with("<errors></errors>"));
    }

    #[test]
    fn lists_within_a_document_are_containers_too() {
        let definition = ServiceDefinition {
            service_code: "ILU-01".to_owned(),
            attributes: vec![Attribute {
                variable: true,
                code: "lamps-out".to_owned(),
                datatype: "singlevaluelist",
                required: false,
                datatype_description: String::new(),
                order: 1,
                description: "?".to_owned(),
                values: vec![Value { key: "one".to_owned(), name: "Só uma".to_owned() }],
            }],
        };
        assert!(
            text(Format::Json, &definition).contains(r#""values":[{"key":"one","name":"Só uma"}]"#)
        );
        let xml = text(Format::Xml, &definition);
        assert!(xml.contains("<service_definition><attributes><attribute><code>lamps-out</code>"));
        assert!(xml.contains("<values><value><key>one</key><name>Só uma</name></value></values>"));
    }

    #[test]
    fn the_format_is_the_last_part_of_a_path() {
        assert_eq!(
            Format::split("2026.0014.00371-13.xml"),
            Some(("2026.0014.00371-13", Format::Xml))
        );
        assert_eq!(Format::split("requests"), None);
        assert_eq!(Format::split("requests.csv"), None);
    }
}
