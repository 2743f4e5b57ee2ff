//! `booking.toml`: what is right is read, what is wrong is told.

use acolhe::domain::city::ServiceCode;

use super::Tiny;

const BOOKING: &str = r#"[times]
step_minutes = 10
hold_minutes = 10
lead_minutes = 60
horizon_days = 30
change_minutes = 60
early_minutes = 60
late_minutes = 15
interpreter_hours = 48
reminders = ["2d", "3h"]
keep_days = 30
[limits]
services = 2
people = 2
person = 2
person_day = 1
address_holds = 3
address_hour = 30
station_holds = 4
[[service]]
code = "DOC-01"
minutes = 20
[[desks]]
branch = "CENTRO"
code = "A"
services = ["DOC-01"]
desks = 2
attendants = 2
fewer = ["12:00-13:00 1"]
[[closure]]
from = "2026-12-24"
until = "2026-12-24"
hours = "12:00-17:00"
reason.pt-BR = "Fechamos ao meio-dia."
reason.ro = "Închidem la prânz."
"#;

/// The tiny city with a service for which people come, and rules of booking.
fn booking(old: &str, new: &str) -> Tiny {
    let tiny = Tiny::new();
    let add = |file: &str, more: &str| {
        let text = std::fs::read_to_string(tiny.path(file)).expect("a file of the tiny city");
        std::fs::write(tiny.path(file), text + more).expect("writable");
    };
    add("services.csv", "DOC-01,OUV,,booking,none,contact,,,,,,Identidade,id-card,,\n");
    for tag in ["pt-BR", "ro"] {
        let words = "\n[DOC-01]\nname = \"A\"\nline = \"A.\"\nkeywords = []\nway = \"A.\"\n";
        add(&format!("words/{tag}/services.toml"), words);
    }
    assert!(BOOKING.contains(old), "{old} does not stand in booking.toml");
    std::fs::write(tiny.path("booking.toml"), BOOKING.replacen(old, new, 1)).expect("writable");
    tiny
}

#[test]
fn appointments_are_read_and_a_city_without_them_has_none() {
    assert!(Tiny::new().load().expect("a city").booking.is_none());
    let rules = booking("", "").load().expect("a city").booking.expect("rules");
    assert_eq!((rules.reminder_hours, rules.desks.len()), (vec![48, 3], 1));
    assert_eq!(rules.services[&ServiceCode("DOC-01".to_owned())].minutes, 20);
}

#[test]
fn each_mistake_about_appointments_is_told_where_it_stands() {
    for (old, new, fault) in [
        ("step_minutes = 10", "step_minutes = 7", "booking.toml:2: step_minutes is 7"),
        ("hold_minutes = 10", "hold_minutes = 0", "booking.toml:3: times.hold_minutes is 0"),
        ("\"3h\"", "\"3bd\"", "booking.toml:10: a reminder is \"3bd\""),
        ("person = 2\n", "", "booking.toml:12: limits.person is missing"),
        ("minutes = 20", "minutes = 21", "booking.toml:22: minutes is 21"),
        ("branch = \"CENTRO\"", "branch = \"NOPE\"", "booking.toml:24: unknown branch \"NOPE\""),
        ("code = \"A\"", "code = \"@A\"", "booking.toml:25: the code begins with @"),
        ("attendants = 2", "attendants = 3", "booking.toml:28: 3 attendants sit at 2 desks"),
        ("12:00-13:00 1", "12:00-13:00 2", "booking.toml:29: fewer holds \"12:00-13:00 2\""),
        ("12:00-13:00 1", "noon 1", "booking.toml:29: fewer holds \"noon 1\""),
        ("until = \"2026-12-24\"", "until = \"2026-12-23\"", "booking.toml:32: the closure ends"),
        ("from = \"2026-12-24\"", "from = \"24.12.\"", "booking.toml:31: from is \"24.12.\""),
        ("12:00-17:00", "12:00", "booking.toml:33: hours is \"12:00\""),
        (
            "reason.ro = \"Închidem la prânz.\"\n",
            "",
            "booking.toml:34: closure.reason.ro is missing",
        ),
        ("[times]", "[times]\nmore = 1", "booking.toml:2: unknown key times.more"),
        ("[times]", "call_back = \"DOC-01\"\n[times]", "booking.toml:1: call_back is DOC-01"),
        ("[times]", "call_back = \"NOPE\"\n[times]", "booking.toml:1: call_back is NOPE"),
    ] {
        booking(old, new).tells(&[fault]);
    }
    let requested = booking("code = \"DOC-01\"", "code = \"ILU-01\"");
    requested.tells(&[
        "booking.toml:21: code is ILU-01, which nobody comes for",
        "booking.toml:26: the service DOC-01 has no minutes",
    ]);
}
