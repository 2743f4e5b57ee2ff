//! `questions.toml`: what services ask, without the words.

use std::collections::BTreeMap;

use super::super::source::Source;
use super::super::toml_table::{self, Table};
use crate::domain::city::{Datatype, Question};

/// How many values fit on one screen beside "I don't know".
const MOST_VALUES: usize = 7;

/// Questions in the order of the file; `None` when it is not TOML.
pub(super) fn read(source: &Source<'_>) -> Option<Vec<Question>> {
    toml_table::read(source, |root| {
        root.keys().into_iter().map(|id| root.table(&id, |table| question(table, &id))).collect()
    })
}

fn question(table: &mut Table<'_>, id: &str) -> Question {
    if !is_id(id) {
        table.tell("", format!("the id {id} is not plain"), PLAIN);
    }
    let datatype = table
        .choice(
            "datatype",
            [
                ("string", Datatype::Line),
                ("number", Datatype::Number),
                ("datetime", Datatype::Datetime),
                ("text", Datatype::Text),
                ("singlevaluelist", Datatype::SingleValueList),
                ("multivaluelist", Datatype::MultiValueList),
            ],
        )
        .unwrap_or(Datatype::Line);
    let values = values(table, datatype);
    Question { id: id.to_owned(), datatype, values, words: BTreeMap::new() }
}

fn values(table: &mut Table<'_>, datatype: Datatype) -> Vec<String> {
    let is_list = matches!(datatype, Datatype::SingleValueList | Datatype::MultiValueList);
    let values = if is_list {
        table.required_located_texts("values")
    } else {
        table.located_texts("values")
    };
    if !is_list && table.has("values") && table.has("datatype") {
        table.tell("values", "only lists have values", "Take the values out");
    }
    if values.len() > MOST_VALUES {
        let what = format!("the list has {} values", values.len());
        table.tell("values", what, format!("Keep at most {MOST_VALUES}"));
    }
    for (index, (value, at)) in values.iter().enumerate() {
        if !is_id(value) {
            table.tell_at(*at, format!("the value \"{value}\" is not plain"), PLAIN);
        } else if values[..index].iter().any(|(earlier, _)| earlier == value) {
            table.tell_at(*at, format!("the value \"{value}\" stands twice"), "Take one out");
        }
    }
    values.into_iter().map(|(value, _)| value).collect()
}

const PLAIN: &str = "Use lower case letters a to z, digits and hyphens";

fn is_id(text: &str) -> bool {
    !text.is_empty()
        && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}
