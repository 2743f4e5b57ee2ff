//! Lessons in a learning management system: the course as cmi5 asks for it, statements as a record
//! store takes them, and every lesson played in a real Chromium.
//!
//! `ACOLHE_CLIENTS` names a Python that has `tests/export/requirements.txt` and
//! `tests/web/requirements.txt`; `ACOLHE_SCHEMAS` a folder with the schemas that ADL and 1EdTech
//! publish (`docs/lessons.md` names them). Without them, or without Chromium, a test says so and
//! does what it can.

#[path = "export/exported.rs"]
mod exported;
#[path = "support/support.rs"]
mod support;
#[path = "export/tree.rs"]
mod tree;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use exported::{Exported, ask, judged};
use serde_json::{Value, json};
use support::{VALEA_LINA, VILA_SERENA, repository};
use tree::Element;

const VERBS: &str = "http://adlnet.gov/expapi/verbs/";
const CMI5: &str = "https://w3id.org/xapi/cmi5/context/categories/cmi5";
const MOVE_ON: &str = "https://w3id.org/xapi/cmi5/context/categories/moveon";
const SESSION: &str = "https://w3id.org/xapi/cmi5/context/extensions/sessionid";
const MASTERY: &str = "https://w3id.org/xapi/cmi5/context/extensions/masteryscore";

/// An absolute address without blanks (RFC 3987, as far as it is used here).
fn is_iri(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    rest.is_some_and(|rest| {
        !rest.is_empty() && !rest.contains([' ', '<', '>', '"', '{', '}', '|', '\\', '^', '`'])
    })
}

/// A title or description: each language once, each with words.
fn languages(text: &Element) -> Vec<&str> {
    let tags: Vec<&str> = text.children.iter().map(|it| it.attributes["lang"].as_str()).collect();
    assert_eq!(tags.len(), tags.iter().collect::<BTreeSet<_>>().len(), "{tags:?}");
    assert!(text.children.iter().all(|it| it.name == "langstring" && !it.text.is_empty()));
    assert!(
        text.children.iter().all(|it| !it.text.contains("export-") && !it.text.contains("lesson-"))
    );
    tags
}

/// Outcomes of `DigComp`'s Basic level, by their ids.
fn basic() -> BTreeSet<String> {
    let list = fs::read_to_string(repository("lessons/digcomp-basic.csv")).expect("it is shipped");
    list.lines().skip(1).filter_map(|line| Some(line.split_once(',')?.0.to_owned())).collect()
}

fn check_structure(files: &BTreeMap<String, String>, web: &str, named_in: &[&str]) {
    let root = Element::read(&files["cmi5.xml"]);
    assert_eq!(root.name, "courseStructure");
    let namespace = "https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd";
    assert_eq!(root.attributes["xmlns"], namespace);
    assert_eq!(root.order()[..2], ["course", "objectives"]);
    assert!(root.order()[2..].iter().all(|name| *name == "block"));
    assert_eq!(root.child("course").order(), ["title", "description"]);
    assert_eq!(languages(root.child("course").child("title")), named_in);

    let with_ids = ["course", "block", "au", "objective"].map(|name| root.all(name));
    let ids = with_ids.iter().flatten().filter_map(|it| it.attributes.get("id"));
    let ids: Vec<&str> = ids.map(String::as_str).collect();
    assert_eq!(ids.len(), ids.iter().collect::<BTreeSet<_>>().len(), "ids are unique");
    assert!(ids.iter().all(|id| is_iri(id) && id.starts_with(web)), "{ids:?}");

    let basic = basic();
    for objective in &root.child("objectives").children {
        assert_eq!(objective.order(), ["title", "description"]);
        let id = &objective.attributes["id"];
        let digcomp = id.split_once("/digcomp-3.0/").map(|(_, outcome)| outcome);
        assert!(digcomp.is_none_or(|outcome| basic.contains(outcome)), "{id} is not Basic");
    }
    let mut pages = BTreeSet::new();
    for unit in root.all("au") {
        assert_eq!(unit.order(), ["title", "description", "objectives", "url"]);
        for text in ["title", "description"] {
            assert_eq!(languages(unit.child(text)), named_in);
        }
        assert_eq!(unit.attributes["moveOn"], "Completed");
        assert_eq!(unit.attributes["launchMethod"], "AnyWindow");
        assert!(is_iri(&unit.attributes["activityType"]));
        let mastery: f64 = unit.attributes["masteryScore"].parse().expect("a decimal");
        assert!((0.0..=1.0).contains(&mastery) && unit.attributes["masteryScore"].len() <= 6);
        for objective in &unit.child("objectives").children {
            assert!(ids.contains(&objective.attributes["idref"].as_str()), "{objective:?}");
        }
        let url = unit.child("url").text.clone();
        assert!(files.contains_key(&url), "{url} is not in the zip");
        assert!(pages.insert(url), "each lesson has a page of its own");
    }
    assert_eq!(pages.len() + 1, files.len(), "nothing lies there that nobody opens");
}

#[test]
fn a_course_is_what_cmi5_asks_for() {
    for (city, web, named_in) in [
        (VILA_SERENA, "https://156.vilaserena.example/", vec!["pt-BR", "en", "ro"]),
        (VALEA_LINA, "https://valealina.example/", vec!["ro", "en", "pt-BR"]),
    ] {
        let exported = Exported::export(city, &["--cmi5", "course.zip"]);
        let files = exported.course("course.zip");
        assert!(files.len() > 15, "{city}: {}", files.len());
        check_structure(&files, web, &named_in);
        let structure = files["cmi5.xml"].as_str();
        judged(&[("cmi5.xml", "CourseStructure.xsd", structure)], &[]);
        let named = Exported::export(city, &["--cmi5", "en.zip", "--language", "en", "tela-tocar"]);
        let files = named.course("en.zip");
        check_structure(&files, web, &["en"]);
        assert_eq!(files.len(), 2);
    }
}

#[test]
fn the_same_lessons_make_the_same_course() {
    let courses = ["a.zip", "b.zip"].map(|name| {
        let exported = Exported::export(VILA_SERENA, &["--cmi5", name, "golpe-parente"]);
        fs::read(exported.path(name)).expect("written")
    });
    assert_eq!(courses[0], courses[1]);
}

/// What a page is told of its lesson.
fn script(page: &str) -> Value {
    let (_, rest) =
        page.split_once("<script type=\"application/json\" id=\"lesson\">").expect("a script");
    serde_json::from_str(rest.split_once("</script>").expect("it ends").0).expect("JSON")
}

#[test]
fn a_page_needs_nothing_else_and_from_everywhere_in_it_a_way_leads_to_the_end() {
    let exported = Exported::export(VILA_SERENA, &["--cmi5", "course.zip"]);
    for (name, page) in exported.course("course.zip") {
        if name == "cmi5.xml" {
            continue;
        }
        for outside in ["src=", "href=", "@import", "url("] {
            assert!(!page.contains(outside), "{name}: {outside}");
        }
        assert!(page.contains("Treino: nada aqui é de verdade"), "{name}");
        let lesson = script(&page);
        let nodes = lesson["nodes"].as_array().expect("nodes");
        let leads: Vec<Vec<usize>> = nodes.iter().map(leads).collect();
        let mut ending: BTreeSet<usize> =
            (0..nodes.len()).filter(|it| leads[*it].is_empty()).collect();
        assert_eq!(ending.len(), 1, "{name} ends once");
        loop {
            let before = ending.len();
            ending.extend(
                (0..nodes.len())
                    .filter(|it| leads[*it].iter().any(|to| ending.contains(to)))
                    .collect::<Vec<_>>(),
            );
            if ending.len() == before {
                break;
            }
        }
        assert_eq!(ending.len(), nodes.len(), "{name}");
        for text in nodes.iter().flat_map(texts) {
            let bare = ["lesson-", "learn-", "phone-", "action-"];
            assert!(!bare.iter().any(|start| text.starts_with(start)), "{name}: {text}");
        }
    }
}

/// Everything that a node shows or says.
fn texts(node: &Value) -> Vec<&str> {
    let list = |name: &str| node[name].as_array().into_iter().flatten();
    let labels = list("parts").chain(list("choices")).map(|it| &it["label"]);
    let told = list("say").chain(list("notes")).chain(labels).chain([&node["title"]]);
    told.map(|text| text.as_str().expect("words")).collect()
}

/// Where the ways of a node lead.
fn leads(node: &Value) -> Vec<usize> {
    let to = |leads: &Value| leads[0].as_u64().and_then(|to| usize::try_from(to).ok());
    let ways = node["ways"].as_object().into_iter().flatten().map(|(_, leads)| leads);
    let known = node["write"]["known"].as_array().into_iter().flatten().map(|known| &known[1]);
    let others = [&node["other"], &node["write"]["own"], &node["write"]["other"]];
    ways.chain(known).chain(others).filter_map(to).collect()
}

/// Verbs of statements, in order.
fn verbs(statements: &[Value]) -> Vec<&str> {
    statements
        .iter()
        .map(|it| it["verb"]["id"].as_str().and_then(|id| id.strip_prefix(VERBS)).expect("a verb"))
        .collect()
}

/// What cmi5 asks of every statement, and of those of each verb (sections 9.3 to 9.7).
fn check_statements(statements: &[Value]) {
    let mut before = String::new();
    for statement in statements {
        let verb = verbs(std::slice::from_ref(statement))[0];
        let result = &statement["result"];
        let judged = matches!(verb, "completed" | "passed" | "failed");
        assert!(statement["id"].as_str().is_some_and(|id| id.len() == 36), "{statement}");
        assert_eq!(statement["actor"]["objectType"], "Agent");
        assert!(statement["actor"]["account"]["homePage"].is_string());
        let categories = statement["context"]["contextActivities"]["category"].as_array();
        let categories: Vec<_> = categories.expect("a list").iter().map(|it| &it["id"]).collect();
        let wanted = if judged { vec![CMI5, MOVE_ON] } else { vec![CMI5] };
        assert_eq!(categories, wanted, "{verb}");
        let context = &statement["context"];
        assert!(context["registration"].is_string() && context["extensions"][SESSION].is_string());
        assert!(context["contextActivities"]["grouping"][0]["id"].is_string());
        let mastery = context["extensions"].get(MASTERY).is_some();
        assert_eq!(mastery, matches!(verb, "passed" | "failed"), "{verb}");
        assert_eq!(result["completion"] == json!(true), verb == "completed");
        assert_eq!(result["success"] == json!(true), verb == "passed");
        assert_eq!(result.get("score").is_some(), matches!(verb, "passed" | "failed"));
        let timed = result["duration"].as_str().is_some_and(|it| it.starts_with("PT"));
        assert_eq!(timed, verb != "initialized", "{verb}");
        if let Some(scaled) = result["score"]["scaled"].as_f64() {
            let mastery = context["extensions"][MASTERY].as_f64().expect("a score");
            assert!((0.0..=1.0).contains(&scaled) && (verb == "passed") == (scaled >= mastery));
        }
        let moment = statement["timestamp"].as_str().expect("a moment").to_owned();
        assert!(moment.ends_with('Z') && moment >= before, "{moment} after {before}");
        before = moment;
    }
}

#[test]
fn statements_are_what_cmi5_asks_for_and_a_record_store_takes_them() {
    let exported = Exported::export(VILA_SERENA, &["--cmi5", "course.zip", "--xapi", "told.json"]);
    let statements = exported.statements("told.json");
    let lessons = exported.course("course.zip").len() - 1;
    assert_eq!(statements.len(), 4 * lessons);
    for sitting in statements.chunks(4) {
        assert_eq!(verbs(sitting), ["initialized", "completed", "passed", "terminated"]);
        let extensions = sitting[2]["result"]["extensions"].as_object().expect("what is counted");
        let names = extensions.keys().filter_map(|id| Some(id.rsplit_once('/')?.1));
        assert_eq!(names.collect::<Vec<_>>(), ["hints", "misses", "rescued", "rung"]);
    }
    check_statements(&statements);
    let ids: BTreeSet<_> = statements.iter().map(|it| it["id"].as_str()).collect();
    assert_eq!(ids.len(), statements.len());
    assert_eq!(
        statements[0]["actor"]["account"]["homePage"],
        "https://156.vilaserena.example/quiosque"
    );

    judged(&[], &statements);
    // The judge sees what is wrong.
    let bad = json!({ "documents": [], "statements": [{ "id": "x" }] });
    if let Some(faults) = ask("course.py", &bad) {
        assert_eq!(faults.as_array().map(Vec::len), Some(1));
    }
}

#[test]
fn items_are_what_an_item_bank_asks_for() {
    let exported = Exported::export(VILA_SERENA, &["--qti", "items.zip"]);
    let files = exported.course("items.zip");
    let manifest = Element::read(&files["imsmanifest.xml"]);
    assert_eq!(manifest.child("metadata").child("schema").text, "QTI Package");
    let mut listed = BTreeSet::new();
    for resource in &manifest.child("resources").children {
        assert_eq!(resource.attributes["type"], "imsqti_item_xmlv3p0");
        let href = &resource.attributes["href"];
        assert_eq!(resource.child("file").attributes["href"], *href);
        let item = Element::read(&files[href]);
        assert_eq!(item.attributes["identifier"], resource.attributes["identifier"]);
        assert_eq!(item.attributes["xml:lang"], "pt-BR");
        check_item(&item);
        assert!(listed.insert(href.clone()), "{href} is listed twice");
    }
    assert!(listed.len() > 30, "{}", listed.len());
    assert_eq!(listed.len() + 1, files.len());
    let by = |name: &str| match name {
        "imsmanifest.xml" => "imsqtiv3p0_imscpv1p2_v1p0.xsd",
        _ => "imsqti_asiv3p0_v1p0.xsd",
    };
    let documents: Vec<_> =
        files.iter().map(|(name, text)| (name.as_str(), by(name), text.as_str())).collect();
    judged(&documents, &[]);
}

/// What is right can be chosen, and what is said belongs to what can be chosen.
fn check_item(item: &Element) {
    let name = &item.attributes["identifier"];
    let choices = item.all("qti-simple-choice");
    assert!(choices.len() > 1 && choices.iter().all(|choice| !choice.text.is_empty()), "{name}");
    let ids: BTreeSet<&str> =
        choices.iter().map(|choice| choice.attributes["identifier"].as_str()).collect();
    assert_eq!(ids.len(), choices.len(), "{name}");
    let declared = item.child("qti-response-declaration");
    let right = &declared.child("qti-correct-response").children;
    assert!(!right.is_empty() && right.len() < choices.len(), "{name}");
    assert!(right.iter().all(|value| ids.contains(value.text.as_str())), "{name}");
    let several = declared.attributes["cardinality"] == "multiple";
    assert_eq!(several, item.all("qti-modal-feedback").is_empty(), "{name}");
    for told in item.all("qti-modal-feedback") {
        assert!(ids.contains(told.attributes["identifier"].as_str()), "{name}");
    }
    let asks = item.all("qti-map-entry").iter().any(|entry| {
        entry.attributes["map-key"] == "choice-ask" && entry.attributes["mapped-value"] == "0"
    });
    assert!(!asks, "{name}: to ask somebody is always right");
}

#[test]
fn every_lesson_is_played_to_its_end_in_a_browser_and_told_to_the_system() {
    let exported = Exported::export(VILA_SERENA, &["--cmi5", "course.zip"]);
    let story = json!({
        "course": exported.path("course.zip"), "first": "tela-tocar", "written": "teclado-nome",
        "pictures": std::env::var("ACOLHE_PICTURES").ok(),
    });
    let Some(told) = ask("learn.py", &story) else { return };
    let told = told.as_object().expect("by lesson");
    assert_eq!(told.len(), exported.course("course.zip").len() - 1 + 6);
    let mut all = Vec::new();
    for (name, launch) in told {
        let statements = launch["statements"].as_array().expect("statements");
        assert_eq!(launch["faults"], json!([]), "{name}");
        let wanted: &[&str] = match name.as_str() {
            // Each is told once in a registration, and nothing is judged where one only looks.
            "again" | "Browse" | "Review" => &["initialized", "terminated"],
            "failed" => &["initialized", "completed", "failed", "terminated"],
            _ => &["initialized", "completed", "passed", "terminated"],
        };
        assert_eq!(verbs(statements), wanted, "{name}");
        check_statements(statements);
        for statement in statements {
            let template = &launch["launch"]["contextTemplate"];
            assert_eq!(
                statement["context"]["extensions"][SESSION],
                template["extensions"][SESSION]
            );
        }
        let scaled = statements.iter().find_map(|it| it["result"]["score"]["scaled"].as_f64());
        let missed = matches!(name.as_str(), "failed" | "wrong");
        assert!(scaled.is_none_or(|it| (it < 1.0) == missed), "{name}: {scaled:?}");
        all.extend(statements.clone());
    }
    assert!(told["wrong"]["written"].as_u64() > Some(2), "a mistake is written first");
    judged(&[], &all);
}

#[test]
fn what_cannot_be_exported_is_told_with_a_remedy() {
    let exported = Exported::new(VILA_SERENA);
    assert!(
        exported
            .refuses(&["--cmi5", "a.zip", "tela"])
            .contains("No lesson tela is taught in Vila Serena today. Use tela-tocar, ")
    );
    // It speaks of another country.
    assert!(
        exported
            .refuses(&["--cmi5", "a.zip", "transfer-gresit"])
            .contains("No lesson transfer-gresit is taught")
    );
    assert!(
        exported
            .refuses(&["--cmi5", "a.zip", "--language", "fr"])
            .contains("No language fr in Vila Serena: use pt-BR")
    );
    assert!(
        exported
            .refuses(&["--cmi5", "no/a.zip", "tela-tocar"])
            .contains("Cannot write no/a.zip. Make its folder writable")
    );
    assert!(exported.refuses(&["tela-tocar"]).contains("--cmi5"));
    assert!(!exported.path("a.zip").exists());
    fs::write(exported.path("a.json"), "mine").expect("writable");
    let told = exported.refuses(&["--cmi5", "a.zip", "--xapi", "a.json"]);
    assert!(told.contains("a.json exists already. Name another file, or move it"), "{told}");
    assert!(!exported.path("a.zip").exists(), "all or nothing");
    assert_eq!(fs::read_to_string(exported.path("a.json")).expect("there"), "mine");
}
