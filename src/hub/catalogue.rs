//! What the city does and asks, as Open311 says it. The catalogue is public, private services too.

use super::refusal::Refusal;
use crate::domain::city::{City, Language, Question, Service, ServiceCode, ServiceKind};
use crate::wire::georeport;

/// The service of a code. What is not filed here may be filed all the same: nobody is refused.
pub(super) fn known<'a>(city: &'a City, code: &str) -> Result<&'a Service, Refusal> {
    city.service(&ServiceCode(code.to_owned()))
        .ok_or_else(|| Refusal::not_found("This service_code is not one of the city's services."))
}

/// The services that can be filed here, in the order of the city's file.
pub(super) fn services(city: &City, language: Language) -> Vec<georeport::Service> {
    let fileable = city.services.iter().filter(|service| service.kind == ServiceKind::Request);
    fileable.map(|service| listed(city, service, language)).collect()
}

fn listed(city: &City, service: &Service, language: Language) -> georeport::Service {
    let words = service.words.get(&language).cloned().unwrap_or_default();
    let group = city.groups.iter().find(|group| group.code == service.group);
    georeport::Service {
        service_code: service.code.0.clone(),
        service_name: words.name,
        description: words.line,
        metadata: !service.questions.is_empty(),
        kind: "realtime",
        keywords: words.keywords.join(", "),
        group: group.and_then(|group| group.name.get(&language)).cloned().unwrap_or_default(),
    }
}

/// What a service asks.
pub(super) fn definition(
    city: &City,
    service: &Service,
    language: Language,
) -> georeport::ServiceDefinition {
    let questions = service.questions.iter().filter_map(|id| city.questions.get(id));
    let attributes =
        (1..).zip(questions).map(|(order, question)| attribute(question, order, language));
    georeport::ServiceDefinition {
        service_code: service.code.0.clone(),
        attributes: attributes.collect(),
    }
}

fn attribute(question: &Question, order: usize, language: Language) -> georeport::Attribute {
    let words = question.words.get(&language).cloned().unwrap_or_default();
    let value = |key: &String| georeport::Value {
        key: key.clone(),
        name: words.values.get(key).unwrap_or(key).clone(),
    };
    georeport::Attribute {
        variable: true,
        code: question.id.clone(),
        datatype: question.datatype.open311(),
        required: false,
        datatype_description: String::new(),
        order,
        values: question.values.iter().map(value).collect(),
        description: words.ask,
    }
}
