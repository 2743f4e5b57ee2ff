//! What servers answer, read with forgiveness: JSON or XML whatever its media type says, bare or
//! wrapped, one or in a list, ids as text or as numbers, between warnings of a scripting language.

use serde_json::{Map, Value};

use super::xml;

/// One object of a document.
pub(super) type Record = Map<String, Value>;

/// The document as a tree; `None` when it is neither JSON nor XML, nor holds any.
pub(super) fn parse(body: &str) -> Option<Value> {
    let text = body.trim_start_matches('\u{feff}').trim();
    match text.chars().next()? {
        '{' | '[' => serde_json::from_str(text).ok(),
        '<' if !is_web_page(text) => xml::parse(text).or_else(|| embedded(text)),
        _ => embedded(text),
    }
}

/// Whether a text is a page for people.
pub(super) fn is_web_page(text: &str) -> bool {
    let start: String = text.trim_start_matches('\u{feff}').trim_start().chars().take(15).collect();
    let start = start.to_ascii_lowercase();
    start.starts_with("<!doctype html") || start.starts_with("<html")
}

/// The first JSON within other text that speaks of a request.
fn embedded(text: &str) -> Option<Value> {
    text.match_indices(['{', '[']).find_map(|(start, _)| {
        let value = serde_json::Deserializer::from_str(&text[start..]).into_iter().next()?.ok()?;
        ["service_request_id", "token"].iter().any(|key| holds(&value, key)).then_some(value)
    })
}

fn holds(value: &Value, key: &str) -> bool {
    match value {
        Value::Array(items) => items.iter().any(|item| holds(item, key)),
        Value::Object(record) => {
            record.contains_key(key) || record.values().any(|item| holds(item, key))
        }
        _ => false,
    }
}

/// The first object, at whatever depth, that says something under `key`.
pub(super) fn first_with<'a>(value: &'a Value, key: &str) -> Option<&'a Record> {
    match value {
        Value::Array(items) => items.iter().find_map(|item| first_with(item, key)),
        Value::Object(record) if text(record, key).is_some() => Some(record),
        Value::Object(record) => record.values().find_map(|item| first_with(item, key)),
        _ => None,
    }
}

/// A text or a number; `None` where there is nothing or only blanks.
pub(super) fn text(record: &Record, key: &str) -> Option<String> {
    match record.get(key)? {
        Value::String(text) => Some(text.trim().to_owned()).filter(|text| !text.is_empty()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// Everything that stands under `key`, at whatever depth.
pub(super) fn all_under(value: &Value, key: &str) -> Vec<String> {
    match value {
        Value::Array(items) => items.iter().flat_map(|item| all_under(item, key)).collect(),
        Value::Object(record) => {
            let below = record.values().flat_map(|item| all_under(item, key));
            text(record, key).into_iter().chain(below).collect()
        }
        _ => Vec::new(),
    }
}

/// The id of the request that a document speaks of.
pub(super) fn request_id(document: &Value) -> Option<String> {
    text(first_with(document, "service_request_id")?, "service_request_id")
}

/// The status of an error, whatever the HTTP status says; `None` when the document is no error.
pub(super) fn error_status(document: &Value) -> Option<u16> {
    let coded = first_with(document, "code").filter(|record| !is_request(record));
    match coded {
        Some(record) => {
            let code = text(record, "code").and_then(|code| code.parse().ok());
            Some(code.filter(|code| (400..600).contains(code)).unwrap_or(400))
        }
        None => ["error", "errors"].iter().any(|key| holds(document, key)).then_some(400),
    }
}

fn is_request(record: &Record) -> bool {
    record.contains_key("service_request_id")
}

/// The requests of a list; `None` when the document is no list, so that an empty one is surely
/// empty.
pub(super) fn list(document: &Value) -> Option<Vec<&Record>> {
    match document {
        Value::Array(items) => {
            let records = items.iter().map(|item| item.as_object().filter(|item| !is_error(item)));
            records.collect()
        }
        Value::Object(record) if is_request(record) => Some(vec![record]),
        Value::Object(record) => {
            let content =
                ["service_requests", "requests"].iter().find_map(|key| record.get(*key))?;
            match content {
                Value::Object(container) => match container.get("request") {
                    Some(Value::Object(only)) => Some(vec![only]),
                    Some(several) => list(several),
                    None => None,
                },
                Value::String(empty) if empty.is_empty() => Some(Vec::new()),
                several => list(several),
            }
        }
        _ => None,
    }
}

fn is_error(record: &Record) -> bool {
    !is_request(record) && ["code", "error", "errors"].iter().any(|key| record.contains_key(*key))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(body: &str) -> Option<String> {
        request_id(&parse(body)?)
    }

    #[test]
    fn an_id_is_found_however_it_is_wrapped() {
        for body in [
            r#"[{"service_request_id":"638344"}]"#,
            r#"{"service_request_id":638344}"#,
            "\u{feff} {\"service_requests\":[{\"token\":\"\",\"service_request_id\":\"638344 \"}]}",
            r#"{"service_requests":{"request":{"service_request_id":"638344"}}}"#,
            "<service_requests><request><service_request_id>638344</service_request_id>\
             </request></service_requests>",
            r#"<br /><b>Warning</b>: [0] in <a>x</a> [{"service_request_id":"638344"}]"#,
            r#"<html><body><pre>{"a":[]} [{"service_request_id":638344}]</pre></body></html>"#,
            r#"<pre>[{"service_request_id":"638344"}]</pre>"#,
        ] {
            assert_eq!(id(body).as_deref(), Some("638344"), "{body}");
        }
        for body in [
            "",
            "OK",
            "[]",
            "{}",
            r#"[{"service_request_id":""}]"#,
            r#"[{"service_request_id":null}]"#,
            "<html><script>var x = {\"a\": 1};</script></html>",
        ] {
            assert_eq!(id(body), None, "{body}");
        }
    }

    #[test]
    fn errors_are_told_from_requests_that_carry_codes() {
        let status = |body: &str| error_status(&parse(body).unwrap());
        assert_eq!(status(r#"[{"code":403,"description":"no"}]"#), Some(403));
        assert_eq!(status(r#"[{"code":"0001","description":"no"}]"#), Some(400));
        assert_eq!(status(r#"{"error":"no"}"#), Some(400));
        assert_eq!(status("<errors><error><code>404</code></error></errors>"), Some(404));
        assert_eq!(status(r#"[{"service_request_id":"","service_code":"1"}]"#), None);
    }

    #[test]
    fn only_a_clean_list_is_a_list() {
        let count = |body: &str| list(&parse(body)?).map(|records| records.len());
        assert_eq!(count("[]"), Some(0));
        assert_eq!(count("<service_requests/>"), Some(0));
        assert_eq!(count("<requests></requests>"), Some(0));
        assert_eq!(count(r#"[{"description":"a"},{"service_request_id":1}]"#), Some(2));
        assert_eq!(count(r#"{"requests":[{"service_request_id":1}]}"#), Some(1));
        let one = "<request><service_request_id>1</service_request_id></request>";
        assert_eq!(count(&format!("<service_requests>{one}</service_requests>")), Some(1));
        assert_eq!(count(&format!("<service_requests>{one}{one}</service_requests>")), Some(2));
        assert_eq!(count(r#"[{"code":400,"description":"x"}]"#), None);
        assert_eq!(count(r#"{"error":"x"}"#), None);
        assert_eq!(count("<errors><error><code>404</code></error></errors>"), None);
        assert_eq!(count("{}"), None);
        assert_eq!(count("[{\"service_request_id\":\"1\""), None);
        assert_eq!(count("<html></html>"), None);
    }
}
