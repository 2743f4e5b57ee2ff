//! What can be asked without a practice phone, for item banks (QTI 3.0): answers to choose, signs to
//! find, genuine things and frauds to tell apart, each as an item of a content package.

use std::collections::BTreeSet;
use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use super::script::Teller;
use super::{Course, ExportError, LEVEL};
use crate::archive;
use crate::domain::action::Action;
use crate::domain::learning::At;
use crate::domain::lesson::{Graph, Lesson, Node, PartId, Said, Step, Task, Way};
use crate::view::View;

const ITEM: &str = "http://www.imsglobal.org/xsd/imsqtiasi_v3p0";
const MANIFEST: &str = "http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1";
/// What a resource of the package is.
const KIND: &str = "imsqti_item_xmlv3p0";
type Xml = Writer<Vec<u8>>;

/// One question.
struct Item {
    id: String,
    title: String,
    language: &'static str,
    prompt: String,
    notes: Vec<String>,
    /// The head of the practice phone and what stands there, where one looks at it.
    phone: Option<(String, Vec<String>)>,
    choices: Vec<Choice>,
    /// More than one may be right.
    several: bool,
}

/// One answer.
struct Choice {
    id: String,
    words: String,
    /// It is a good answer.
    good: bool,
    /// What is said then.
    feedback: Option<String>,
}

/// The items as a zip.
///
/// # Errors
///
/// They could not be written down.
pub fn package(course: &Course<'_>) -> Result<Vec<u8>, ExportError> {
    let items: Vec<Item> =
        course.lessons.iter().flat_map(|lesson| of_lesson(course, lesson)).collect();
    let mut files = vec![("imsmanifest.xml".to_owned(), document(|xml| manifest(xml, &items))?)];
    for item in &items {
        files.push((file(item), document(|xml| write(xml, item))?));
    }
    Ok(archive::pack(&files, "")?)
}

fn file(item: &Item) -> String {
    format!("items/{}.xml", item.id)
}

/// What a lesson asks that needs no hand, in its order.
fn of_lesson(course: &Course<'_>, lesson: &Lesson) -> Vec<Item> {
    let graph = Graph::of(&course.city.taught, lesson, LEVEL);
    let teller = Teller::new(course, lesson, &graph);
    let mut asked = BTreeSet::new();
    let mut items: Vec<(usize, usize, Item)> = Vec::new();
    for node in &graph.nodes {
        let sitting = &node.sitting;
        let Some(step) = sitting.of(&course.city.taught) else { continue };
        let fresh = sitting.said == Said::Ask && !sitting.done && sitting.found.is_empty();
        if fresh && is_asked(&step.task) && asked.insert((sitting.step, sitting.item)) {
            items.push((sitting.step, sitting.item, item(&teller, node, step)));
        }
    }
    items.sort_by_key(|(step, thing, _)| (*step, *thing));
    items.into_iter().map(|(.., item)| item).collect()
}

fn is_asked(task: &Task) -> bool {
    matches!(task, Task::Choose { .. } | Task::Spot { .. } | Task::Sort(_))
}

fn item(teller: &Teller<'_>, node: &Node, step: &Step) -> Item {
    let course = teller.course;
    let view = teller.view(node, At::Step);
    let place = node.sitting.item + 1;
    let id = match step.task {
        Task::Sort(_) => format!("{}-{}-{place}", teller.lesson.id, step.id),
        _ => format!("{}-{}", teller.lesson.id, step.id),
    };
    let several = matches!(step.task, Task::Spot { .. });
    let choices = match &step.task {
        Task::Spot { signs, .. } => signs_among(&view, signs),
        _ => answers(teller, node, &view),
    };
    let parts = view.actions.iter().filter(|action| action.look.part.is_some());
    let parts: Vec<String> = parts.map(|action| action.label.clone()).collect();
    Item {
        id,
        title: course.words().text(&format!("lesson-{}", teller.lesson.id)),
        language: course.language.tag(),
        prompt: view.title,
        notes: view.notes.into_iter().map(|note| note.text).collect(),
        phone: view.phone.map(|head| (head, if several { Vec::new() } else { parts })),
        choices,
        several,
    }
}

/// Everything on the phone, of which some should warn.
fn signs_among(view: &View, signs: &[PartId]) -> Vec<Choice> {
    let parts = view.actions.iter().filter(|action| action.look.part.is_some());
    parts
        .filter_map(|action| {
            let Ok(Action::Practise(gesture)) = action.id.parse() else { return None };
            let is_sign = signs.contains(gesture.part());
            Some(Choice {
                id: format!("choice-{}", gesture.part()),
                words: action.label.clone(),
                good: is_sign,
                feedback: None,
            })
        })
        .collect()
}

/// Answers, and what the lesson says after each.
fn answers(teller: &Teller<'_>, node: &Node, view: &View) -> Vec<Choice> {
    let answer = |way: &Way| {
        let id = super::script::id(&way.does.act())?;
        let action = view.actions.iter().find(|action| action.id == id)?;
        let (_, name) = id.split_once(':')?;
        let after = teller.graph.nodes.get(way.to)?;
        let told = teller.view(after, At::Step);
        // Where one tries again, what follows is the question once more.
        let more = told.notes.into_iter().filter(|_| after.sitting.done).map(|note| note.text);
        Some(Choice {
            id: format!("choice-{name}"),
            words: action.label.clone(),
            good: way.score.cost() == 0,
            feedback: Some([told.title].into_iter().chain(more).collect::<Vec<_>>().join(" ")),
        })
    };
    node.ways.iter().filter_map(answer).collect()
}

fn document(write: impl FnOnce(&mut Xml) -> io::Result<()>) -> Result<Vec<u8>, ExportError> {
    let mut xml = Writer::new_with_indent(Vec::new(), b' ', 2);
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None)))
        .and_then(|()| write(&mut xml))
        .map_err(ExportError::Xml)?;
    Ok(xml.into_inner())
}

fn text(xml: &mut Xml, element: &str, text: &str) -> io::Result<()> {
    xml.create_element(element).write_text_content(BytesText::new(text)).map(|_| ())
}

fn manifest(xml: &mut Xml, items: &[Item]) -> io::Result<()> {
    let root = xml.create_element("manifest");
    let root = root.with_attributes([("xmlns", MANIFEST), ("identifier", "acolhe-lessons")]);
    root.write_inner_content(|xml| {
        xml.create_element("metadata").write_inner_content(|xml| {
            text(xml, "schema", "QTI Package")?;
            text(xml, "schemaversion", "3.0.0")
        })?;
        xml.create_element("organizations").write_empty()?;
        xml.create_element("resources").write_inner_content(|xml| {
            items.iter().try_for_each(|item| {
                let href = file(item);
                let resource = xml.create_element("resource").with_attributes([
                    ("identifier", item.id.as_str()),
                    ("type", KIND),
                    ("href", href.as_str()),
                ]);
                resource
                    .write_inner_content(|xml| {
                        let file = xml.create_element("file");
                        file.with_attribute(("href", href.as_str())).write_empty().map(|_| ())
                    })
                    .map(|_| ())
            })
        })?;
        Ok(())
    })?;
    Ok(())
}

fn write(xml: &mut Xml, item: &Item) -> io::Result<()> {
    let root = xml.create_element("qti-assessment-item").with_attributes([
        ("xmlns", ITEM),
        ("identifier", item.id.as_str()),
        ("title", item.title.as_str()),
        ("xml:lang", item.language),
        ("adaptive", "false"),
        ("time-dependent", "false"),
    ]);
    root.write_inner_content(|xml| {
        declarations(xml, item)?;
        body(xml, item)?;
        processing(xml, item)?;
        item.choices.iter().try_for_each(|choice| feedback(xml, choice))
    })?;
    Ok(())
}

fn declarations(xml: &mut Xml, item: &Item) -> io::Result<()> {
    let cardinality = if item.several { "multiple" } else { "single" };
    let declaration = xml.create_element("qti-response-declaration").with_attributes([
        ("identifier", "RESPONSE"),
        ("cardinality", cardinality),
        ("base-type", "identifier"),
    ]);
    declaration.write_inner_content(|xml| {
        xml.create_element("qti-correct-response").write_inner_content(|xml| {
            // Where one answer is expected, the first good one is.
            let most = if item.several { usize::MAX } else { 1 };
            let mut right = item.choices.iter().filter(|choice| choice.good).take(most);
            right.try_for_each(|choice| text(xml, "qti-value", &choice.id))
        })?;
        if item.several {
            return Ok(());
        }
        // Who would ask somebody is right as well.
        let mapping = xml.create_element("qti-mapping").with_attribute(("default-value", "0"));
        mapping.write_inner_content(|xml| {
            item.choices.iter().try_for_each(|choice| {
                let entry = xml.create_element("qti-map-entry").with_attributes([
                    ("map-key", choice.id.as_str()),
                    ("mapped-value", if choice.good { "1" } else { "0" }),
                ]);
                entry.write_empty().map(|_| ())
            })
        })?;
        Ok(())
    })?;
    outcome(xml, "SCORE", "float")?;
    if item.several { Ok(()) } else { outcome(xml, "FEEDBACK", "identifier") }
}

fn outcome(xml: &mut Xml, id: &str, kind: &str) -> io::Result<()> {
    let outcome = xml.create_element("qti-outcome-declaration").with_attributes([
        ("identifier", id),
        ("cardinality", "single"),
        ("base-type", kind),
    ]);
    outcome.write_empty().map(|_| ())
}

fn body(xml: &mut Xml, item: &Item) -> io::Result<()> {
    xml.create_element("qti-item-body").write_inner_content(|xml| {
        item.notes.iter().try_for_each(|note| text(xml, "p", note))?;
        if let Some((head, parts)) = &item.phone {
            text(xml, "p", head)?;
            if !parts.is_empty() {
                xml.create_element("ul").write_inner_content(|xml| {
                    parts.iter().try_for_each(|part| text(xml, "li", part))
                })?;
            }
        }
        let interaction = xml.create_element("qti-choice-interaction").with_attributes([
            ("response-identifier", "RESPONSE"),
            ("shuffle", "false"),
            ("max-choices", if item.several { "0" } else { "1" }),
        ]);
        interaction.write_inner_content(|xml| {
            text(xml, "qti-prompt", &item.prompt)?;
            item.choices.iter().try_for_each(|choice| {
                let element = xml.create_element("qti-simple-choice");
                let element = element.with_attribute(("identifier", choice.id.as_str()));
                element.write_text_content(BytesText::new(&choice.words)).map(|_| ())
            })
        })?;
        Ok(())
    })?;
    Ok(())
}

/// An answer is worth what stands beside it; of several, all that are right and nothing else count.
fn processing(xml: &mut Xml, item: &Item) -> io::Result<()> {
    xml.create_element("qti-response-processing").write_inner_content(|xml| {
        if item.several {
            return all_or_nothing(xml);
        }
        for (outcome, value) in [("SCORE", "qti-map-response"), ("FEEDBACK", "qti-variable")] {
            set(xml, outcome, |xml| empty(xml, value))?;
        }
        Ok(())
    })?;
    Ok(())
}

fn all_or_nothing(xml: &mut Xml) -> io::Result<()> {
    let score = |xml: &mut Xml, value: &str| {
        set(xml, "SCORE", |xml| {
            let base = xml.create_element("qti-base-value").with_attribute(("base-type", "float"));
            base.write_text_content(BytesText::new(value)).map(|_| ())
        })
    };
    xml.create_element("qti-response-condition").write_inner_content(|xml| {
        xml.create_element("qti-response-if").write_inner_content(|xml| {
            xml.create_element("qti-match").write_inner_content(|xml| {
                empty(xml, "qti-variable")?;
                empty(xml, "qti-correct")
            })?;
            score(xml, "1")
        })?;
        xml.create_element("qti-response-else").write_inner_content(|xml| score(xml, "0"))?;
        Ok(())
    })?;
    Ok(())
}

fn set(
    xml: &mut Xml,
    outcome: &str,
    value: impl FnOnce(&mut Xml) -> io::Result<()>,
) -> io::Result<()> {
    let set = xml.create_element("qti-set-outcome-value");
    set.with_attribute(("identifier", outcome)).write_inner_content(value).map(|_| ())
}

/// Something that is said of the response.
fn empty(xml: &mut Xml, element: &str) -> io::Result<()> {
    let element = xml.create_element(element).with_attribute(("identifier", "RESPONSE"));
    element.write_empty().map(|_| ())
}

fn feedback(xml: &mut Xml, choice: &Choice) -> io::Result<()> {
    let Some(words) = &choice.feedback else { return Ok(()) };
    let feedback = xml.create_element("qti-modal-feedback").with_attributes([
        ("outcome-identifier", "FEEDBACK"),
        ("identifier", choice.id.as_str()),
        ("show-hide", "show"),
    ]);
    feedback.write_inner_content(|xml| {
        xml.create_element("qti-content-body").write_inner_content(|xml| text(xml, "p", words))?;
        Ok(())
    })?;
    Ok(())
}
