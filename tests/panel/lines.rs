//! The real binary: `acolhe panel --play`, a line in, a line out.

use std::io::Write as _;

use serde_json::{Value, json};

use crate::hub::{FakeHub, START, called};
use crate::support::{Process, VILA_SERENA, acolhe, repository};

fn command(folder: &std::path::Path, arguments: &[&str]) -> std::process::Command {
    let config = folder.join("panel.toml");
    std::fs::write(&config, format!("[city]\ndir = '{}'\n", repository(VILA_SERENA).display()))
        .unwrap();
    let mut command = acolhe();
    command.arg("--config").arg(config).arg("--data").arg(folder.join("data")).arg("panel");
    command.args(arguments);
    command
}

#[test]
fn a_panel_is_played_over_a_hub() {
    let hub = FakeHub::start();
    let folder = tempfile::tempdir().unwrap();
    let url = format!("{}/open311/v2", hub.url());
    let arguments = ["--play", "--hub", &url, "--branch", "CENTRO", "--clock", START];
    let (process, mut input, lines) = Process::start(&mut command(folder.path(), &arguments));
    let heard = || serde_json::from_str::<Value>(&lines.next().unwrap()).unwrap();
    let first = heard();
    assert_eq!((&first["v"], &first["screen"]), (&json!(1), &json!("panel")));
    assert_eq!((&first["hub"], &first["clock"]), (&json!("up"), &json!(START)));
    assert_eq!(first["large"], Value::Null);
    hub.calls(&[called(2, "A08", 1), called(1, "A07", 3)]);
    writeln!(input, "{}", json!({"poll": true})).unwrap();
    let told = heard();
    assert_eq!(told["shown"], json!([{"number": "A07", "desk": 3, "times": 1}]));
    assert_eq!(told["said"][0], json!({"locale": "pt-BR", "text": "Senha A, 0 7, Guichê 3."}));
    assert_eq!(told["said"].as_array().unwrap().len(), 3);
    assert_eq!((&told["large"]["number"], &told["lit"]), (&json!("A07"), &json!(true)));
    writeln!(input, "{}", json!({"wait": 6})).unwrap();
    let told = heard();
    assert_eq!(told["shown"], json!([{"number": "A08", "desk": 1, "times": 1}]));
    assert_eq!(told["clock"], json!("2026-11-24T10:05:06-03:00"));
    for wrong in ["{\"poll\":false}", "{\"wait\":-1}", "{\"do\":\"file\"}", "x"] {
        writeln!(input, "{wrong}").unwrap();
        assert!(heard()["error"].is_string(), "{wrong}");
    }
    drop(input);
    assert_eq!(process.exit_code(), Some(0));
}

#[test]
fn a_branch_that_is_none_is_told_in_one_line() {
    let folder = tempfile::tempdir().unwrap();
    let arguments = ["--play", "--branch", "NOWHERE"];
    let output = command(folder.path(), &arguments).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    let told = String::from_utf8(output.stderr).unwrap();
    let expected = "acolhe: \"NOWHERE\" is no branch of this city: use a code of branches.toml\n";
    assert_eq!(told, expected);
}
