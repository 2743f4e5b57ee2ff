//! `queue.toml` of a city.

use acolhe::domain::city::{Language, ServiceCode};

use super::Tiny;

/// The rules of a queue for the tiny city: a class by law, one by usage, everybody's.
const QUEUE: &str = r#"order = "strict"
keep_days = 60
[alternating]
first = 2
other = 1
[appointments]
after = "LEI"
early = 5
late = 15
head_start = 20
[tickets]
letters = "AR"
before_opening = 30
[calls]
times = 3
missed_after = 45
after_missed = "keeps-place"
returns = 1
out = 30
[wait]
promise = 80
usual = { quick = 4, typical = 8, long = 18 }
[wait.services]
LUZ = { quick = 1, typical = 2, long = 3 }
[[class]]
code = "LEI"
rank = 1
law = "Lei 10.048/2000"
head_start = 40
icons = ["baby"]
[[class]]
code = "CASA"
rank = 2
usage = "Regra da casa"
head_start = 20
icons = ["users"]
[[class]]
code = "TODOS"
rank = 9
head_start = 0
icons = ["users"]
[[desk]]
branch = "CENTRO"
number = 1
[[desk]]
branch = "CENTRO"
number = 2
services = ["LUZ"]
classes = ["LEI", "CASA"]
"#;

fn with_queue() -> Tiny {
    let tiny = Tiny::new();
    std::fs::write(tiny.path("queue.toml"), QUEUE).expect("writable");
    for tag in ["pt-BR", "ro"] {
        let words =
            "[LEI]\nname = \"A\"\nline = \"B.\"\n[CASA]\nname = \"C\"\n[TODOS]\nname = \"D\"\n";
        std::fs::write(tiny.path(&format!("words/{tag}/queue.toml")), words).expect("writable");
    }
    tiny
}

#[test]
fn a_queue_is_read_with_its_classes_desks_and_words() {
    assert!(Tiny::new().load().expect("no faults").queue.is_none());
    let city = with_queue().load().expect("no faults");
    let rules = city.queue.expect("a queue");
    let codes: Vec<_> = rules.classes.iter().map(|class| class.code.0.as_str()).collect();
    assert_eq!(codes, ["LEI", "CASA", "TODOS"]);
    assert_eq!(rules.classes[0].words[&Language::Ro].line.as_deref(), Some("B."));
    assert_eq!(rules.appointments.after_rank, 1);
    let lamp = ServiceCode("ILU-01".into());
    assert_eq!((rules.usual(&lamp).long, rules.wait.usual.long), (3, 18));
    let desks = &rules.desks["CENTRO"];
    assert!(desks[0].serves(&ServiceCode("OUV-08".into()), &rules.everyone()));
    assert!(desks[1].serves(&lamp, &rules.classes[1].code));
    assert!(!desks[1].serves(&lamp, &rules.everyone()));
    assert!(!desks[1].serves(&ServiceCode("OUV-08".into()), &rules.classes[0].code));
}

#[test]
fn every_mistake_of_a_queue_is_told() {
    with_queue()
        .with("queue.toml", "\"strict\"", "\"fair\"")
        .with("queue.toml", "first = 2", "first = 0")
        .with("queue.toml", "after = \"LEI\"", "after = \"LEIS\"")
        .with("queue.toml", "\"AR\"", "\"AIA\"")
        .with("queue.toml", "typical = 8", "typical = 3")
        .with("queue.toml", "LUZ = {", "LUX = {")
        .with("queue.toml", "head_start = 20\nicons", "head_start = 50\nicons")
        .with("queue.toml", "number = 2\nservices = [\"LUZ\"]", "number = 1\nservices = [\"GAS\"]")
        .with("queue.toml", "\"CASA\"]", "\"CASAS\"]")
        .with("words/ro/queue.toml", "[CASA]", "[CASAS]")
        .tells(&[
            "queue.toml:1: order is \"fair\". Use one of strict, alternating, ageing",
            "queue.toml:4: alternating.first is 0. Write a whole number from 1 to 9",
            "queue.toml:7: unknown class \"LEIS\". Did you mean LEI?",
            "queue.toml:12: 'I' is no letter for tickets. Use capital letters",
            "queue.toml:12: the letter A stands twice. ",
            "queue.toml:22: quick, typical and long do not rise. Write them in this order",
            "queue.toml:24: unknown service or group \"LUX\". ",
            "queue.toml:25: CASA has a larger head_start than LEI, which comes before it. Let",
            "queue.toml:47: the desk 1 stands twice in this branch. Renumber one",
            "queue.toml:48: unknown service or group \"GAS\". ",
            "queue.toml:49: unknown class \"CASAS\". Did you mean CASA?",
            "words/ro/queue.toml:1: CASA.name is missing. Add name = ",
            "words/ro/queue.toml:4: unknown key CASAS. Did you mean CASA?",
        ]);
}

#[test]
fn everybody_has_a_class_of_their_own_and_a_desk() {
    with_queue()
        .with("queue.toml", "usage = \"Regra da casa\"\n", "")
        .with("queue.toml", "[[desk]]\nbranch = \"CENTRO\"\nnumber = 1\n", "")
        .tells(&[
            "queue.toml:25: 2 classes have neither law nor usage. Leave both out of one",
            "queue.toml:34: everybody's class has a head start. Write 0",
            "queue.toml:41: no desk of CENTRO serves the class TODOS. Add it to the classes",
        ]);
    with_queue().with("queue.toml", "rank = 9", "rank = 2").tells(&[
        "queue.toml:25: everybody's class has not the last rank. Give it a rank of its own",
    ]);
}
