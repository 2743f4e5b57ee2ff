//! The document of the API as a judge of answers.

use jsonschema::Validator;
use reqwest::Method;
use serde_json::{Value, json};

/// The served document.
pub(super) struct Document(Value);

impl Document {
    pub(super) fn new(document: Value) -> Self {
        assert!(
            document["openapi"].as_str().unwrap().starts_with("3.1"),
            "{}",
            document["openapi"]
        );
        Self(document)
    }

    /// The operation of an address.
    fn operation(&self, method: &Method, path: &str) -> Option<&Value> {
        let path = path.split('?').next().unwrap_or_default();
        let matches = |template: &str| {
            let parts = template.split('/').zip(path.split('/'));
            template.split('/').count() == path.split('/').count()
                && parts.into_iter().all(|(one, other)| one.starts_with('{') || one == other)
        };
        let paths = self.0["paths"].as_object().unwrap();
        // An address without a place to fill in comes before one with it.
        let exact = paths.iter().find(|(template, _)| *template == path);
        let found = exact.or_else(|| paths.iter().find(|(template, _)| matches(template)));
        found.and_then(|(_, item)| item.get(method.as_str().to_lowercase()))
    }

    fn validator(&self, schema: &Value) -> Validator {
        let mut schema = schema.clone();
        schema["components"] = self.0["components"].clone();
        jsonschema::options().should_validate_formats(true).build(&schema).unwrap()
    }

    /// Panics unless an answer is one of those that are described.
    #[track_caller]
    pub(super) fn describes(
        &self,
        method: &Method,
        path: &str,
        status: u16,
        kind: &str,
        told: &Value,
    ) {
        let Some(operation) = self.operation(method, path) else {
            assert!(matches!(status, 404 | 405), "{method} {path} is not described: {status}");
            return;
        };
        let response = &operation["responses"][status.to_string()];
        assert!(response.is_object(), "{method} {path} answers {status}: {told}");
        let kind = kind.split(';').next().unwrap_or_default();
        let Some(content) = response.get("content") else {
            assert_eq!(told, "", "{method} {path}");
            return;
        };
        let schema = &content[kind]["schema"];
        assert!(schema.is_object(), "{method} {path} answers {kind}");
        let faults: Vec<String> =
            self.validator(schema).iter_errors(told).map(|fault| fault.to_string()).collect();
        assert!(faults.is_empty(), "{method} {path} {status}: {faults:?} in {told}");
    }

    /// Every operation with its id.
    pub(super) fn operations(&self) -> Vec<(String, &Value)> {
        let items = self.0["paths"].as_object().unwrap().values();
        let operations = items.flat_map(|item| item.as_object().unwrap().iter());
        let operations = operations.filter(|(_, it)| it.get("operationId").is_some());
        operations.map(|(_, it)| (it["operationId"].as_str().unwrap().to_owned(), it)).collect()
    }

    /// Panics where a schema cannot be understood or refers to nothing.
    pub(super) fn is_whole(&self) {
        let schemas = self.0["components"]["schemas"].as_object().unwrap();
        for name in schemas.keys() {
            self.validator(&json!({ "$ref": format!("#/components/schemas/{name}") }));
        }
        let mut ids = Vec::new();
        for (id, operation) in self.operations() {
            let body = &operation["requestBody"]["content"];
            let answers = operation["responses"].as_object().unwrap().values();
            let contents = answers.map(|answer| &answer["content"]).chain([body]);
            let kinds = contents.filter_map(Value::as_object).flat_map(|kinds| kinds.values());
            for kind in kinds {
                self.validator(&kind["schema"]);
            }
            ids.push(id);
        }
        let count = ids.len();
        ids.sort();
        ids.dedup();
        assert_eq!(ids.len(), count, "an operation's id stands twice");
    }
}
